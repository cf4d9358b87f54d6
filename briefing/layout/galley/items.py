"""Turn the items of a flow into entries of a strip."""

from collections.abc import Iterable
from typing import assert_never

from briefing.errors import Diagnostic
from briefing.layout.lines.pieces import Piece, SetDrawing, SetRect
from briefing.layout.stamps import into_marking
from briefing.layout.strip import BOX, FORBIDDEN, Strip
from briefing.layout.strip.course import emit_break, emit_columns, emit_float
from briefing.layout.strip.grids import RULE, RULE_GAP, emit_grid
from briefing.layout.strip.prose import emit_beside, emit_paragraph
from briefing.layout.strip.sheets import emit_sheet
from briefing.layout.tables import emit_table
from briefing.model.flow import (
    BandItem,
    BesideItem,
    BoxItem,
    BreakItem,
    ColumnsItem,
    DrawingItem,
    FloatItem,
    GridItem,
    GroupItem,
    Item,
    ParagraphItem,
    SheetItem,
    TableItem,
)

STRIPE = 3.0
"""Height of the accent at the foot of the title band, in points."""


def emit(strip: Strip, items: Iterable[Item]) -> None:
    """Add items one after the other."""
    queue, at = tuple(items), 0
    while at < len(queue):
        item = queue[at]
        at += 1
        match item:
            case ParagraphItem():
                emit_paragraph(strip, item)
            case DrawingItem():
                emit_drawing(strip, item)
            case GroupItem():
                emit_group(strip, item)
            case BoxItem():
                emit_box(strip, item)
            case GridItem():
                emit_grid(strip, item, emit)
            case TableItem():
                emit_table(strip, item)
            case BandItem():
                emit_band(strip, item)
            case BesideItem():
                at += emit_beside(strip, item, queue[at:], emit)
            case SheetItem():
                emit_sheet(strip, item, emit)
            case ColumnsItem():
                emit_columns(strip, item, emit)
            case FloatItem():
                emit_float(strip, item, emit)
            case BreakItem():
                emit_break(strip, item)
            case _:
                assert_never(item)


def emit_drawing(strip: Strip, item: DrawingItem) -> None:
    """Add a picture."""
    drawing = item.drawing
    if drawing.width > strip.width + 0.01:
        strip.setting.problems.append(
            Diagnostic(
                drawing.where,
                f"the drawing '{drawing.id}' is {drawing.width:.0f} pt wide, "
                f"its place {strip.width:.0f} pt",
                "draw it narrower, or give it more columns",
            )
        )
    strip.ask(item.space_before)
    strip.emit(drawing.height, (SetDrawing(drawing, strip.x, 0.0, item.leaf),), item)
    strip.ask(item.space_after)


def emit_group(strip: Strip, item: GroupItem) -> None:
    """Add items that stay on one page, as long as one page is enough for them."""
    strip.ask(item.space_before)
    strip.name(item.anchor)
    start = len(strip.entries)
    if item.rule is not None and item.items:
        strip.emit(RULE, (SetRect(strip.x, 0.0, strip.width, RULE, item.rule, "group rule"),), item)
        strip.ask(RULE_GAP)
    emit(strip, item.items)
    strip.keep(start, FORBIDDEN)
    strip.ask(item.space_after)


def emit_box(strip: Strip, item: BoxItem) -> None:
    """Add items on a ground of their own."""
    if not item.items:
        return
    start = len(strip.entries)
    strip.open(item.style)
    emit(strip, item.items)
    strip.close()
    strip.keep(start, BOX)


def emit_band(strip: Strip, item: BandItem) -> None:
    """Add the title band, at the head of a page and from edge to edge of the paper."""
    paper = strip.setting.paper
    inside = strip.place_for(strip.x, strip.width)
    emit(inside, item.items)
    stack = inside.stacked(item.padding_top)
    stamps = strip.setting.stamps
    under = into_marking(stack.pieces, stamps.left(paper.outer) - paper.inner, stamps)
    if under:
        stack = inside.stacked(item.padding_top + under)
    height = stack.bottom + item.padding_bottom
    left, width = strip.x - paper.inner, paper.width
    grounds: list[Piece] = []
    if item.fill is not None:
        grounds.append(SetRect(left, 0.0, width, height, item.fill, "band"))
    if item.accent is not None:
        grounds.append(SetRect(left, height - STRIPE, width, STRIPE, item.accent, "band accent"))
    strip.stop()
    strip.adopt(stack.spots)
    strip.emit(
        height, grounds + stack.pieces, item, notes=stack.notes, mark=stack.mark, lift=paper.top
    )
    strip.ask(item.space_after)
