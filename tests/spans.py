"""Random tables whose cells reach over columns and rows, and what holds for all of them."""

from collections.abc import Sequence
from typing import Protocol

from hypothesis import strategies as st


class Spanning(Protocol):
    """A cell of any stage."""

    @property
    def columns(self) -> int: ...
    @property
    def rows(self) -> int: ...


class Block:
    """A cell to be: where it begins, how far it reaches, and what stands in it."""

    def __init__(self, row: int, column: int, rows: int, columns: int, text: str = "") -> None:
        self.row, self.column, self.rows, self.columns = row, column, rows, columns
        self.text = text

    def __repr__(self) -> str:
        return f"{self.row},{self.column}:{self.rows}x{self.columns}"


Grid = list[list[Block | None]]


@st.composite
def grids(
    draw: st.DrawFn,
    most_rows: int = 6,
    most_columns: int = 5,
    columns: int | None = None,
    *,
    spans: bool = True,
) -> Grid:
    """Rows of blocks, None where a block of another place reaches."""
    rows = draw(st.integers(1, most_rows))
    columns = columns or draw(st.integers(1, most_columns))
    taken = [[False] * columns for _ in range(rows)]
    grid: Grid = [[None] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            free = 1
            while column + free < columns and not taken[row][column + free]:
                free += 1
            wide = draw(st.sampled_from([1, 1, 1, 2, 3, columns])) if spans else 1
            tall = draw(st.sampled_from([1, 1, 1, 2, 3, 9])) if spans else 1
            block = Block(row, column, min(tall, rows - row), min(wide, free))
            grid[row][column] = block
            for down in range(block.rows):
                for across in range(block.columns):
                    taken[row + down][column + across] = True
    return grid


def written(text: str) -> Grid:
    """Read lines of words: ``<`` joins the cell to the left, ``^`` the one above, ``_`` is empty.

    A low line inside a word is a space.
    """
    lines = [line.split() for line in text.strip().splitlines()]
    owners: list[list[Block]] = []
    grid: Grid = []
    for number, line in enumerate(lines):
        owners.append([])
        grid.append([])
        for column, word in enumerate(line):
            if word in "<^":
                owner = owners[number - 1][column] if word == "^" else owners[number][column - 1]
                owner.rows = max(owner.rows, number - owner.row + 1)
                owner.columns = max(owner.columns, column - owner.column + 1)
                grid[number].append(None)
            else:
                owner = Block(number, column, 1, 1, word.replace("_", " ").strip())
                grid[number].append(owner)
            owners[number].append(owner)
    return grid


def uncovered(rows: Sequence[Sequence[Spanning | None]], columns: int) -> list[str]:
    """Places that no cell takes, or more than one; a row that begins no cell takes none."""
    taken = [[0] * columns for _ in rows]
    faults: list[str] = []
    for number, row in enumerate(rows):
        if len(row) != columns:
            faults.append(f"row {number} has {len(row)} places")
        for column, cell in enumerate(row):
            for down in range(cell.rows if cell is not None else 0):
                for across in range(cell.columns if cell is not None else 0):
                    try:
                        taken[number + down][column + across] += 1
                    except IndexError:
                        faults.append(f"the cell at {number},{column} reaches too far")
    return faults + [
        f"{count} cells at {number},{column}"
        for number, row in enumerate(taken)
        for column, count in enumerate(row)
        if count != 1
    ]
