"""Set grids: cells side by side in equal columns, a row an entry."""

from collections.abc import Callable, Sequence

from briefing.layout.lines.pieces import Piece, SetRect
from briefing.layout.strip import BOX, Strip
from briefing.model.flow import GridItem, Item

RULE = 0.5
"""Weight of the hairline above a cell or a group, in points."""

RULE_GAP = 4.0
"""White between that hairline and what stands under it, in points."""

Fill = Callable[[Strip, Sequence[Item]], None]


def emit_grid(strip: Strip, item: GridItem, fill: Fill) -> None:
    """Add a grid; `fill` adds the items of a cell to the cell's own strip."""
    strip.ask(item.space_before)
    start = len(strip.entries)
    for first in range(0, len(item.cells), item.columns):
        if first:
            strip.ask(item.gap_y)
        _emit_row(strip, item, item.cells[first : first + item.columns], fill)
    strip.keep(start, BOX)
    strip.ask(item.space_after)


def _emit_row(strip: Strip, item: GridItem, cells: Sequence[tuple[Item, ...]], fill: Fill) -> None:
    width = (strip.width - item.gap_x * (item.columns - 1)) / item.columns
    top = RULE + RULE_GAP if item.rule is not None else 0.0
    bottom = 0.0
    pieces: list[Piece] = []
    notes: tuple[int, ...] = ()
    mark = ""
    for column, content in enumerate(cells):
        x = strip.x + column * (width + item.gap_x)
        cell = strip.place_for(x, width)
        fill(cell, content)
        if item.rule is not None:
            pieces.append(SetRect(x, 0.0, width, RULE, item.rule, "cell rule"))
        stack = cell.stacked(top)
        pieces += stack.pieces
        notes += stack.notes
        mark = mark or stack.mark
        strip.adopt(stack.spots)
        bottom = max(bottom, stack.bottom)
    strip.emit(bottom, pieces, item, notes=notes, mark=mark)
