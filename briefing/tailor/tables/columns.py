"""Columns of tables: those that stay, and the cells that reach over those that go.

A column that carries no conditions has none: what stands in it stands in rows, which are judged.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model.content import TableColumn, TableSpec
from briefing.model.prose import ALWAYS, Cell, Row, TableBlock
from briefing.tailor.work import Scope, Work


def with_columns(spec: TableSpec, at: Work) -> TableSpec:
    """Leave out the columns of a made table that these readers do not get, and note them."""
    if all(column.conditions == ALWAYS for column in spec.columns):
        return spec
    what = f"column of table {spec.id!r}"
    kept = [
        column
        for column in spec.columns
        if column.conditions == ALWAYS or at.keeps(column.conditions, column.where, what, at.names)
    ]
    return replace(spec, columns=tuple(kept))


def told_parts(spec: TableSpec, places: Sequence[str], at: Work) -> tuple[TableSpec, Sequence[str]]:
    """Leave out rows and columns of which no figure is left, as figures were withheld."""
    keys = [column.indicator for column in spec.columns]
    there = {(key, one) for key in keys for one in places if at.readings.latest(key, one)}
    withheld = {
        (key, one)
        for key in keys
        for one in places
        if (key, one) not in there and at.readings.are_withheld(key, one, None)
    }
    if not withheld:
        return spec, places
    full, closed = {key for key, _ in there}, {key for key, _ in withheld}
    columns = []
    for column in spec.columns:
        if column.indicator in full or column.indicator not in closed:
            columns.append(column)
        else:
            what = f"column of table {spec.id!r}"
            at.omit(column.where, what, "no data", "none of its figures may be shown")
    known, hidden = {one for _, one in there}, {one for _, one in withheld}
    told = [one for one in places if one in known or one not in hidden]
    for key in places:
        if key not in told:
            what = f"row {key} of table {spec.id!r}"
            at.omit(spec.where, what, "no data", "none of its figures may be shown")
    return replace(spec, columns=tuple(columns)), told


def mark_columns(columns: Sequence[TableColumn], at: Work) -> None:
    """Count columns as included."""
    for column in columns:
        if column.conditions != ALWAYS:
            at.mark(column.conditions, column)


def kept_columns(block: TableBlock, at: Work, scope: Scope) -> list[int]:
    """List the columns of a table of the text that stay, and note the others."""
    return [
        number
        for number, conditions in enumerate(block.columns or [ALWAYS] * len(block.align))
        if conditions == ALWAYS
        or at.keeps(conditions, _place_of(block, number), "table column", scope.names)
    ]


def narrowed(block: TableBlock, kept: Sequence[int]) -> TableBlock:
    """Give a table with some of its columns; cells that reach over others shrink."""
    if len(kept) == len(block.align):
        return block
    return replace(
        block,
        align=tuple([block.align[number] for number in kept]),
        head=tuple([_narrowed(row, kept) for row in block.head]),
        rows=tuple([_narrowed(row, kept) for row in block.rows]),
        row_heads=block.row_heads and kept[:1] == [0],
        columns=tuple([block.columns[number] for number in kept]),
    )


def mark_kept(block: TableBlock, at: Work) -> None:
    """Count the columns of a table of the text as included."""
    for number, conditions in enumerate(block.columns):
        if conditions != ALWAYS:
            at.mark(conditions, _head_of(block, number) or block)


def _narrowed(row: Row, kept: Sequence[int]) -> Row:
    cells: list[Cell | None] = [None] * len(kept)
    for column, cell in enumerate(row.cells):
        if cell is None:
            continue
        reach = range(column, column + cell.columns)
        inside = [at for at, number in enumerate(kept) if number in reach]
        if inside:
            cells[inside[0]] = replace(cell, columns=len(inside))
    return replace(row, cells=tuple(cells))


def _place_of(block: TableBlock, number: int) -> Location:
    head = _head_of(block, number)
    return head.where if head else block.where


def _head_of(block: TableBlock, number: int) -> Cell | None:
    """Find the lowest cell of the head that begins in a column."""
    begun = [row.cells[number] for row in reversed(block.head)]
    return next((cell for cell in begun if cell is not None), None)
