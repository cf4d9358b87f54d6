"""Set sheets: pages of their own, up to the paper's edges."""

from collections.abc import Callable, Iterable, Sequence

from briefing.errors import Diagnostic
from briefing.layout.lines.pieces import Piece, SetDrawing, SetRect, Spot, lowered
from briefing.layout.lines.places import place_of
from briefing.layout.stamps import into_marking, out_of_marking
from briefing.layout.strip import Stack, Strip
from briefing.model.flow import Item, SheetItem

ACCENT_WIDTH = 42.0
"""Of the short rule above the text, in points."""

ACCENT_HEIGHT = 3.0
"""Likewise."""

ACCENT_GAP = 14.0
"""White between that rule and the text, in points."""

FOOT_GAP = 12.0
"""White between the text and what stands at the foot, at least, in points."""

Fill = Callable[[Strip, Iterable[Item]], None]


def emit_sheet(strip: Strip, item: SheetItem, fill: Fill) -> None:
    """Add a sheet, alone between two stops; problems are noted if it cannot hold its text."""
    paper, style = strip.setting.paper, item.style
    stamps, text_top = strip.setting.stamps, float(style.text_top)
    text = _stacked(strip, item, item.items, text_top, fill)
    marking = stamps.left(style.inset)
    under = into_marking(text.pieces, marking, stamps)
    if under:
        text, text_top = _lowered(text, under), text_top + under
    last = _stacked(strip, item, item.last, 0.0, fill)
    foot = float(paper.height - style.bottom - last.bottom)
    reaching = (*text.pieces, *[lowered(piece, foot) for piece in last.pieces])
    foot -= out_of_marking(reaching, marking, stamps)
    bottom = foot + last.bottom
    gap = FOOT_GAP if item.items and item.last else 0.0
    tall = text.bottom - text_top + gap + last.bottom
    room = bottom - (text_top if item.items else 0.0)
    if tall > room:
        message = f"the text of the sheet is {tall:.0f} pt tall, its place {room:.0f} pt"
        _refuse(strip, item, message, "shorten it, or let it begin higher up in the style")
    if text.notes or last.notes:
        _refuse(strip, item, "a note is marked on a sheet, which has no foot", "take it out")
    pieces: list[Piece] = []
    if style.fill is not None:
        pieces.append(SetRect(0.0, 0.0, paper.width, paper.height, style.fill, "sheet"))
    if item.picture is not None:
        pieces.append(SetDrawing(item.picture, 0.0, style.picture_top, item.leaf))
    if style.accent is not None and item.items:
        top = text_top - ACCENT_GAP - ACCENT_HEIGHT
        pieces.append(
            SetRect(style.inset, top, ACCENT_WIDTH, ACCENT_HEIGHT, style.accent, "sheet accent")
        )
    pieces += text.pieces
    pieces += [lowered(piece, foot) for piece in last.pieces]
    spots = [Spot(item.anchor, 0.0, 0.0)] if item.anchor else []
    spots += text.spots
    spots += [Spot(name, x, y + foot) for name, x, y in last.spots]
    strip.stop()
    strip.adopt(spots)
    strip.emit(
        strip.setting.tallest, pieces, item,
        notes=text.notes + last.notes, mark=text.mark or last.mark, bare=True,
    )  # fmt: skip
    strip.stop()


def _lowered(stack: Stack, by: float) -> Stack:
    pieces = [lowered(piece, by) for piece in stack.pieces]
    spots = [Spot(name, x, y + by) for name, x, y in stack.spots]
    return stack._replace(bottom=stack.bottom + by, pieces=pieces, spots=spots)


def _stacked(strip: Strip, item: SheetItem, items: Sequence[Item], y: float, fill: Fill) -> Stack:
    """Items between the insets, counted from the paper's corner."""
    inset = item.style.inset
    inside = strip.place_for(inset, strip.setting.paper.width - 2 * inset)
    fill(inside, items)
    return inside.stacked(y)


def _refuse(strip: Strip, item: SheetItem, message: str, hint: str) -> None:
    setting = strip.setting
    setting.problems.append(Diagnostic(place_of(item) or setting.where, message, hint))
