"""Tables of places whose figures are of different periods: stars, and a line that tells them."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.model.content import TableColumn, TableSpec
from briefing.model.country import Reading
from briefing.model.manuscript import Cell, Inline, Quantity, Row
from briefing.model.prose import Text
from briefing.tailor.times import STAR, judge_times, say_times, times_of
from briefing.tailor.words.inlines import plain_text, word
from briefing.tailor.work import Scope, Work


def starred(
    rows: Sequence[Row], spec: TableSpec, at: Work, scope: Scope
) -> tuple[list[Row], tuple[Inline, ...]]:
    """Set stars to figures of other periods than most of their column, and say what is below.

    A column that prints its periods needs none.
    """
    made, told = list(rows), []
    for number, column in enumerate(spec.columns, start=1):
        printed = [reading for row in rows if (reading := _reading(row.cells[number]))]
        times = times_of(printed)
        if times is None:
            continue
        judge_times(times, column.indicator, "table", column.where, at)
        if "period" in column.show:
            continue
        lead = _lead(column, at, scope) if len(spec.columns) > 1 else ""
        told.append(say_times(times, lead, at))
        made = [_with_star(row, number, times.others, spec) for row in made]
    return made, (Text(" ".join(told), spec.where),) if told else ()


def _lead(column: TableColumn, at: Work, scope: Scope) -> str:
    return plain_text(word(column.label, at, scope)) or at.content.indicators[column.indicator].name


def _reading(cell: Cell | None) -> Reading | None:
    """Find what a cell prints; behind it may stand markers of the other figures of a line."""
    for child in cell.children if cell else ():
        if isinstance(child, Quantity):
            return child.reading
    return None


def _with_star(row: Row, number: int, others: Sequence[Reading], spec: TableSpec) -> Row:
    cell = row.cells[number]
    if cell is None or _reading(cell) not in others:
        return row
    first, *rest = cell.children
    with_star = replace(cell, children=(first, Text(STAR, spec.where), *rest))
    cells = (*row.cells[:number], with_star, *row.cells[number + 1 :])
    return replace(row, cells=cells)
