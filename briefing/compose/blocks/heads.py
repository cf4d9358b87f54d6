"""Which cells of a table are heads, and of what."""

from collections.abc import Iterator

from briefing.compose.survey.walk import plain
from briefing.compose.text.pieces import Kid
from briefing.model.manuscript import Cell, Row, TableBlock
from briefing.model.structure import Node

Place = tuple[int, int]
"""Row and column in which a cell begins."""


class Heads:
    """The heads of one table; the ids of their elements begin with `name`, which is unique.

    Attributes:
        over: The places of the head cells with words that reach over each column, from the top.
    """

    def __init__(self, table: TableBlock, name: str) -> None:
        self._name = name
        self._row_heads = table.row_heads
        self.over: list[list[Place]] = [[] for _ in table.align]
        for at, row in enumerate(table.head):
            for column, cell in cells_of(row):
                if has_words(cell):
                    for reached in range(column, column + cell.columns):
                        self.over[reached].append((at, column))
        self._ids = [tuple(map(self._column_id, places)) for places in self.over]
        self._groups = _groups(table) if table.row_heads else []
        self._of_rows: list[list[str]] = [[] for _ in table.rows]
        for first, end in zip(self._groups, [*self._groups[1:], len(table.rows)], strict=False):
            for at in range(first + 1, end):
                self._of_rows[at].append(self._row_id(first))
        for at, row in enumerate(table.rows):
            head = row.cells[0]
            if head is not None and self.is_row_head(at, 0) and has_words(head):
                for reached in range(at, min(at + head.rows, len(table.rows))):
                    self._of_rows[reached].append(self._row_id(at))

    def is_group(self, row: int) -> bool:
        """Whether a row heads those below it."""
        return row in self._groups

    def is_row_head(self, row: int, column: int) -> bool:
        """Whether the cell there names its row."""
        return self._row_heads and not column and row not in self._groups

    def of_head(self, row: int, column: int, cell: Cell, kids: tuple[Kid, ...]) -> Node:
        """Make the element of a cell of the head; one without words is the head of nothing."""
        across, down = cell.columns, cell.rows
        if not has_words(cell):
            return Node("TD", kids, column_span=across, row_span=down)
        upper = [place for place in self._reaching(column, cell) if place[0] < row]
        name = self._column_id((row, column))
        return Node(
            "TH", kids, name, scope="Column", headers=tuple(map(self._column_id, upper)),
            column_span=across, row_span=down,
        )  # fmt: skip

    def of_body(self, row: int, column: int, cell: Cell, kids: tuple[Kid, ...]) -> Node:
        """Make the element of a cell below the head."""
        across, down = cell.columns, cell.rows
        group = row in self._groups
        if (group or self.is_row_head(row, column)) and has_words(cell):
            scope, name = "Column" if group else "Row", self._row_id(row)
            return Node("TH", kids, name, scope=scope, column_span=across, row_span=down)
        if across == down == 1:
            return Node("TD", kids, headers=(*self._ids[column], *self._of_rows[row]))
        heads = [*map(self._column_id, self._reaching(column, cell))]
        for reached in self._of_rows[row : row + down]:
            heads += reached
        headers = tuple(dict.fromkeys(heads))
        return Node("TD", kids, headers=headers, column_span=across, row_span=down)

    def _reaching(self, column: int, cell: Cell) -> list[Place]:
        """The head cells over all columns of a cell, from the top."""
        places = [place for over in self.over[column : column + cell.columns] for place in over]
        return sorted(dict.fromkeys(places))

    def _column_id(self, place: Place) -> str:
        row, column = place
        below = f"-{row + 1}" if row else ""
        return f"{self._name}-column-{column + 1}{below}"

    def _row_id(self, row: int) -> str:
        return f"{self._name}-row-{row + 1}"


def _groups(table: TableBlock) -> list[int]:
    """Find the rows that head those below them: one cell with words takes the whole row."""
    columns, found = len(table.align), list[int]()
    for at, row in enumerate(table.rows[:-1]):
        cell = row.cells[0]
        if cell is not None and 1 < cell.columns == columns and cell.rows == 1 and has_words(cell):
            found.append(at)
    return found


def cells_of(row: Row) -> Iterator[tuple[int, Cell]]:
    """Give the cells that begin in a row, each with the number of its first column."""
    for column, cell in enumerate(row.cells):
        if cell is not None:
            yield column, cell


def has_words(cell: Cell) -> bool:
    """Whether anything but notes stands in a cell."""
    return bool(cell.children) and bool(plain(cell.children).strip())
