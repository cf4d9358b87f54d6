"""Rows of a table, set but not yet cut into entries, and which of them belong together."""

import re
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from briefing.layout.lines.paragraphs import Setter
from briefing.layout.lines.pieces import SetDrawing, SetLine
from briefing.layout.tables.widths import NEAR, SKETCH_GAP, Columns
from briefing.model.flow import ParagraphItem, TableCell, TableItem, TableRow
from briefing.model.page import PlacedRun
from briefing.text.opportunities import READABLE

_ASIDE = {"left": 0.0, "justify": 0.0, "centre": 0.5, "right": 1.0}
_UNEVEN = re.compile(r"^ |  |[\n\t]| $")


class SetCell(NamedTuple):
    """A cell; its lines count from the top of its row.

    Attributes:
        columns: So many it takes from `column` on.
        rows: So many from its own on.
        drawing: Before its first line.
    """

    lines: list[SetLine]
    column: int
    columns: int
    rows: int
    anchor: str
    drawing: SetDrawing | None = None

    @property
    def bottom(self) -> float:
        """Where its words end."""
        last = self.lines[-1]
        return last.y + last.height

    def lowered(self, by: float) -> "SetCell":
        """The same cell, further down."""
        drawing = self.drawing
        if drawing is not None:
            drawing = drawing._replace(y=drawing.y + by)
        return self._replace(lines=[_lower(line, by) for line in self.lines], drawing=drawing)


class SetRow(NamedTuple):
    """A row.

    Attributes:
        covered: Columns that a cell takes both here and in the row below.
        joined: Likewise those that a cell takes both here and in another row.
    """

    cells: list[SetCell]
    highlighted: bool
    covered: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()


def _set_row(
    row: TableRow, item: TableItem, columns: Columns, setter: Setter, x: float, *, head: bool
) -> SetRow:
    """Set the cells of a row on one first baseline."""
    style = item.style
    edges, starts, widths, figured = columns
    across, top = style.padding_x, style.padding_y
    role = "table-head" if head else "table-cell"
    cells: list[SetCell] = []
    for column, cell in enumerate(row.cells):
        if cell is None:
            continue
        paragraph, key = cell.paragraph, id(cell)
        left = begin = x + edges[column] + across
        room = edges[column + cell.columns] - edges[column] - 2 * across
        start = starts.get(key) if cell.decimal else None
        if cell.decimal:
            room = min(room, figured.get(column, room))
        if cell.drawing is not None:
            beside = cell.drawing.width + (SKETCH_GAP if paragraph.runs else 0.0)
            left, room = left + beside, room - beside
            start = None if start is None else start - beside
        lines = set_phrase(
            paragraph, left, room, setter, width=widths[key], start=start, y=top, role=role
        )
        if lines is None:
            lines = setter.lines(paragraph, left, room, y=top, role=role)
            if start is not None and len(lines) == 1:
                lines = [_begun(lines[0], left + start)]
        made = SetCell(lines, column, cell.columns, cell.rows, paragraph.anchor)
        cells.append(_with_drawing(made, cell, begin))
    return SetRow(_on_one_baseline(cells), row.highlighted)


def _with_drawing(made: SetCell, cell: TableCell, x: float) -> SetCell:
    """Stand a small drawing at the middle of the first line."""
    if cell.drawing is None:
        return made
    line = made.lines[0]
    y = line.y + (line.height - cell.drawing.height) / 2
    return made._replace(drawing=SetDrawing(cell.drawing, x, y, cell.leaf))


def set_phrase(
    paragraph: ParagraphItem,
    x: float,
    room: float,
    setter: Setter,
    *,
    width: float,
    start: float | None,
    y: float,
    role: str,
) -> list[SetLine] | None:
    """Set a few words of one look on one line, which takes a tenth of the time of breaking them.

    Args:
        paragraph: The words.
        x: The left edge of their place.
        room: The width of that.
        setter: For the baseline.
        width: Of the words.
        start: Where they begin in their place; None to align them.
        y: The top of the line.
        role: What it is called.

    Returns:
        None where they are more than that.
    """
    style, runs = paragraph.style, paragraph.runs
    left = room - style.left - style.right - width
    if left < 0 or len(runs) != 1 or paragraph.label or paragraph.end or style.first_indent:
        return None
    run = runs[0]
    text = run.text
    if run.field or run.note is not None or _UNEVEN.search(text) or not text:
        return None
    if not text.isascii():
        text = text.translate(READABLE)
    begin = left * _ASIDE[style.align] if start is None else start - style.left
    placed = PlacedRun(text, run.style, begin, width, 0.0, run.leaf, run.link)
    height, baseline = style.leading, y + setter.baseline(style)
    return [SetLine((placed,), x + style.left, y, begin + width, height, baseline, role)]


def _begun(line: SetLine, x: float) -> SetLine:
    """Move a line so that its words begin at `x`."""
    by = x - line.x - line.runs[0].x if line.runs else 0.0
    return line._replace(x=line.x + by) if abs(by) > NEAR else line


def _on_one_baseline(cells: list[SetCell]) -> list[SetCell]:
    baselines = [cell.lines[0].baseline for cell in cells]
    if not baselines or baselines.count(baselines[0]) == len(baselines):
        return cells
    lowest = max(baselines)
    return [cell.lowered(lowest - cell.lines[0].baseline) for cell in cells]


def _lower(line: SetLine, by: float) -> SetLine:
    return line._replace(y=line.y + by, baseline=line.baseline + by)


def set_rows(
    rows: Sequence[TableRow],
    item: TableItem,
    columns: Columns,
    setter: Setter,
    x: float,
    *,
    head: bool = False,
) -> list[SetRow]:
    """Set rows that cells may hold together, in a table that begins at `x`."""
    count = len(rows)
    if count == 1:
        return [_set_row(rows[0], item, columns, setter, x, head=head)]
    made: list[SetRow] = []
    above = frozenset[int]()
    below: list[set[int]] = [set() for _ in rows]
    for k, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell is not None:
                for at in range(k, min(k + cell.rows, count) - 1):
                    below[at].update(range(column, column + cell.columns))
        plain = _set_row(row, item, columns, setter, x, head=head)
        covered = frozenset(below[k])
        made.append(plain._replace(covered=covered, joined=covered | above))
        above = covered
    return made


def linked(rows: Sequence[TableRow]) -> Iterator[tuple[int, int]]:
    """Give the first of rows that cells hold together, and the one behind the last."""
    ends = [
        k + max([1 if cell is None else cell.rows for cell in row.cells], default=1)
        for k, row in enumerate(rows)
    ]
    return _runs(ends)


def text_blocks(rows: Sequence[SetRow], heights: Sequence[float]) -> list[tuple[int, int]]:
    """Likewise, but of rows that the words of a cell reach over."""
    ends: list[int] = []
    for k, row in enumerate(rows):
        end = k + 1
        for cell in row.cells:
            reached = k + 1
            while reached < len(rows) and sum(heights[k:reached]) < cell.bottom - NEAR:
                reached += 1
            end = max(end, reached)
        ends.append(end)
    return list(_runs(ends))


def _runs(ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Part numbers so that each stands with those before the end that is given for it."""
    first = end = 0
    for at, reached in enumerate(ends):
        if at == end:
            if at:
                yield first, end
            first = at
        if reached > end:
            end = reached
    if ends:
        yield first, len(ends)


class _Rest(NamedTuple):
    """What is left to deal of a cell, down to the row of number `last`."""

    cell: SetCell
    last: int


def dealt(rows: Sequence[SetRow], padding: float) -> list[SetRow]:
    """Deal the lines of cells out to the rows they reach over, as many as there is room for.

    The last of the rows takes all that are left. Afterwards every cell takes one row.
    """
    made: list[SetRow] = []
    rests: list[_Rest] = []
    for k, row in enumerate(rows):
        cells = [cell for cell in row.cells if cell.rows == 1]
        rests += [
            _Rest(cell, min(k + cell.rows, len(rows)) - 1) for cell in row.cells if cell.rows > 1
        ]
        room = max((cell.bottom for cell in cells), default=padding)
        left: list[_Rest] = []
        for rest in rests:
            share, others = _share(rest.cell, inf if k == rest.last else room, padding)
            if share.lines:
                cells.append(share)
            if others.lines:
                left.append(rest._replace(cell=others))
        rests = left
        cells.sort(key=lambda cell: cell.column)
        made.append(row._replace(cells=cells))
    return made


def _share(cell: SetCell, room: float, padding: float) -> tuple[SetCell, SetCell]:
    """Part a cell into the lines that fit above `room`, and the others."""
    y, lines = padding, list[SetLine]()
    for line in cell.lines:
        if y + line.height > room + NEAR:
            break
        lines.append(line._replace(y=y, baseline=line.baseline - line.y + y))
        y += line.height
    share = cell._replace(lines=lines, rows=1, drawing=cell.drawing if lines else None)
    others = cell._replace(lines=cell.lines[len(lines) :])
    others = others._replace(drawing=None) if lines else others
    return share, others._replace(anchor="") if lines else others
