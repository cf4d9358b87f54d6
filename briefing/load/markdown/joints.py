"""Cells that reach over columns and rows: ``<`` joins the cell to the left, ``^`` the one above."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefing.errors import Location
from briefing.load.syntax.problems import Problems
from briefing.model.prose import Cell

LEFT, ABOVE = "<", "^"


class Joint(NamedTuple):
    """A cell that joins another; `sign` is all that stands in it."""

    sign: str
    where: Location


Written = Sequence[Cell | Joint]
"""The cells of a row as they are written, one for each column."""


class _Reach(NamedTuple):
    """The last row and column that a cell reaches, and how many places it takes."""

    row: int
    column: int
    cells: int


def join_cells(rows: Sequence[Written], problems: Problems) -> list[tuple[Cell | None, ...]]:
    """Let cells reach as far as others join them, in the rows of a head or of a body."""
    if not any(type(cell) is Joint for row in rows for cell in row):
        return [tuple(row) for row in rows]  # type: ignore[arg-type]  # no joint is among them
    reaches: dict[tuple[int, int], _Reach] = {}
    owners: list[list[tuple[int, int]]] = []
    for at, row in enumerate(rows):
        owners.append([])
        for column, cell in enumerate(row):
            owner = (at, column)
            if type(cell) is Joint:
                owner = _joined(cell, owners, at, column, problems) or owner
            owners[at].append(owner)
            known = reaches.get(owner, _Reach(at, column, 0))
            reaches[owner] = _Reach(at, max(known.column, column), known.cells + 1)
    return [
        tuple(
            _reaching(cell, at, column, reaches[at, column], problems)
            if owners[at][column] == (at, column)
            else None
            for column, cell in enumerate(row)
        )
        for at, row in enumerate(rows)
    ]


def _joined(
    joint: Joint, owners: list[list[tuple[int, int]]], at: int, column: int, problems: Problems
) -> tuple[int, int] | None:
    """Find the cell that is joined; None where there is none."""
    if joint.sign == LEFT:
        if column:
            return owners[at][column - 1]
        problems.error(joint.where, "no cell stands to the left of '<'", "write \\< for the sign")
        return None
    if at:
        return owners[at - 1][column]
    hint = "a cell reaches from no head into a body; write \\^ for the sign"
    problems.error(joint.where, "no cell stands above '^'", hint)
    return None


def _reaching(cell: Cell | Joint, at: int, column: int, reach: _Reach, problems: Problems) -> Cell:
    if isinstance(cell, Joint):
        return Cell((), cell.where)  # which has been told of
    rows, columns = reach.row - at + 1, reach.column - column + 1
    if rows * columns != reach.cells:
        hint = "write < or ^ in every cell of the block that it shall take"
        problems.error(cell.where, "the cells that join this one make no rectangle", hint)
        return cell
    return replace(cell, columns=columns, rows=rows)
