"""Set tables: a row is an entry, or several that a cell reaches over; the head is repeated."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from briefing.layout.entries import Entry, Header
from briefing.layout.pieces import Piece, SetLine, SetRect, as_artifact, lowered
from briefing.layout.rows import SetCell, SetRow, linked, set_row
from briefing.layout.strip import FORBIDDEN, KEEP_WITH_NEXT, Strip
from briefing.layout.widths import measure_columns
from briefing.model.flow import TableItem, TableRow

HEAD_RULE = 0.75
"""Weight of the rule under the head, in points."""

ROW_RULE = 0.4
"""Weight of the hairline under a row, and under the head of a group of columns, in points."""

LARGE = 1 / 3
"""Share of a region from which on rows may be broken and a head is not repeated."""

LONE_ROW = 50.0
"""Penalty of a single row left behind or carried over."""

IN_ROW = 200.0
"""Penalty of a break between the lines of a large row."""

IN_SPAN = 50.0
"""Penalty of a break between rows that a cell reaches over."""


def emit_table(strip: Strip, item: TableItem) -> None:
    """Add a table; where it does not fit the width, a problem is noted."""
    table = _Table(strip, item)
    strip.ask(item.style.space_before)
    table.emit_head()
    last = len(item.rows)
    for first, end in linked(item.rows):
        if end == first + 1:
            table.emit_row(table.set(item.rows[first]))
        else:
            table.emit_linked(item.rows[first:end])
        penalty = KEEP_WITH_NEXT if _heads(item.rows[end - 1]) else 0.0
        lone = (end == 1) + (end == last - 1)
        strip.penalties[-1] = max(penalty, LONE_ROW * lone) if end < last else 0.0
    strip.header = None
    strip.ask(item.style.space_after)


def _heads(row: TableRow) -> bool:
    """Whether it is the head of the rows below: one cell across all columns."""
    cell = row.cells[0] if row.cells else None
    return cell is not None and 1 < cell.columns == len(row.cells)
