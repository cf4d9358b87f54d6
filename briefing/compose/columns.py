"""Columns: those of the paper, and those that an author asks for."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefing.compose.paragraphs import Composed, Fill, Setting
from briefing.model.flow import (
    BandItem,
    BoxItem,
    BreakItem,
    ColumnsItem,
    DrawingItem,
    FloatItem,
    GroupItem,
    Item,
    ParagraphItem,
    SheetItem,
)
from briefing.model.manuscript import Columns
from briefing.model.style import PaperStyle
from briefing.units import Pt

_NEAR = 0.01
_PLAIN = BreakItem()


def column_width(paper: PaperStyle) -> Pt:
    """The measure of running text."""
    return paper.measure if paper.columns == 1 else paper.share(paper.columns)


def in_columns(block: Columns, at: Setting, fill: Fill) -> Composed:
    """Set blocks in columns of their own, or across all columns of the page."""
    paper = at.ledger.style.paper
    if not at.top:
        return fill(block.blocks, at)
    if block.count == 1:
        whole = fill(block.blocks, replace(at, measure=paper.measure))
        return Composed(across(whole.items, at), whole.kids)
    inside = replace(at, measure=paper.share(block.count), top=False)
    held = fill(block.blocks, inside)
    columns = ColumnsItem(tuple(held.items), block.count, paper.column_gap)
    return Composed([columns], held.kids)


def across(items: Sequence[Item], at: Setting) -> list[Item]:
    """Let items reach across all columns: until they are arranged, they are a single one."""
    if not at.top:
        return list(items)
    return [ColumnsItem(tuple(items), 1, at.ledger.style.paper.column_gap)]


def arrange(items: Iterable[Item], paper: PaperStyle) -> list[Item]:
    """Put into the columns of the paper what does not reach across them, and join breaks.

    Args:
        items: Of the whole document; columns of one are what reaches across.
        paper: Says how many columns there are.
    """
    out: list[Item] = []
    held: list[Item] = []
    for item in items:
        whole = _across(item, paper)
        if whole is None:
            held.append(item)
            continue
        _add_columns(out, held, paper)
        held = []
        for one in whole:
            _add(out, one)
    _add_columns(out, held, paper)
    while out and isinstance(out[-1], BreakItem):
        out.pop()
    return out


def _add_columns(out: list[Item], held: list[Item], paper: PaperStyle) -> None:
    if paper.columns == 1:
        out += held
    elif held:
        out.append(ColumnsItem(tuple(held), paper.columns, paper.column_gap))


def _add(out: list[Item], item: Item) -> None:
    """Append an item; breaks that meet are one, and a sheet needs none around it."""
    last = out[-1] if out else None
    if isinstance(item, BreakItem):
        if isinstance(last, BreakItem):
            out[-1] = _joined(last, item)
            return
        if item == _PLAIN and (last is None or isinstance(last, SheetItem)):
            return
    elif isinstance(item, SheetItem) and last == _PLAIN:
        out.pop()
    out.append(item)


def _joined(first: BreakItem, then: BreakItem) -> BreakItem:
    return BreakItem(
        side="right" if "right" in (first.side, then.side) else "any",
        numbers=first.numbers if then.numbers is None else then.numbers,
        first=first.first if then.first is None else then.first,
    )


def _across(item: Item, paper: PaperStyle) -> tuple[Item, ...] | None:
    """Give what reaches across all columns, None for what stands in one."""
    match item:
        case ColumnsItem(count=1, items=items):
            return items
        case ColumnsItem() | FloatItem() | BreakItem() | SheetItem() | BandItem():
            return (item,)
        case ParagraphItem(style=style) if style.wide:
            return (item,)
        case BoxItem() | GroupItem() | DrawingItem() if paper.columns > 1 and _is_wide(item, paper):
            return (item,)
        case _:
            return None


def _is_wide(item: Item, paper: PaperStyle) -> bool:
    """Tell whether a box or a picture is made for the whole measure."""
    match item:
        case BoxItem(style=style):
            return style.wide
        case DrawingItem(drawing=drawing):
            return drawing.width > column_width(paper) + _NEAR
        case GroupItem(items=items):
            return any(_is_wide(inner, paper) for inner in items)
        case _:
            return False
