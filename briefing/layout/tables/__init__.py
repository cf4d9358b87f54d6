"""Set tables: a row is an entry, rows that a cell reaches over are one; the head is repeated."""

from collections.abc import Sequence
from itertools import zip_longest

from briefing.layout.lines.pieces import Piece, SetDrawing, SetLine, SetRect, as_artifact, lowered
from briefing.layout.strip import FORBIDDEN, KEEP_WITH_NEXT, Strip
from briefing.layout.strip.entries import Entry, Header
from briefing.layout.tables.rows import SetCell, SetRow, dealt, linked, set_rows, text_blocks
from briefing.layout.tables.widths import NEAR, measure_columns
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
    table.add_head()
    for first, end in linked(item.rows):
        table.add_rows(item.rows[first:end])
        strip.penalties[-1] = _penalty(item, end)
    strip.header = None
    strip.ask(item.style.space_after)


def _penalty(item: TableItem, end: int) -> float:
    """Of a break behind so many rows."""
    count = len(item.rows)
    if end == count:
        return KEEP_WITH_NEXT if item.keep_with_next else 0.0
    if _is_head(item.rows[end - 1]):
        return KEEP_WITH_NEXT
    if end == count - 1 and item.keep_with_next:
        return FORBIDDEN
    return LONE_ROW * ((end == 1) + (end == count - 1))


def _is_head(row: TableRow) -> bool:
    """Whether it is the head of the rows below: one cell across all columns."""
    cell = row.cells[0] if row.cells else None
    return cell is not None and 1 < cell.columns == len(row.cells)


class _Table:
    """A table on its way into a strip."""

    def __init__(self, strip: Strip, item: TableItem) -> None:
        self._strip = strip
        self._item = item
        self._columns = measure_columns(strip, item)
        self._most = strip.setting.tallest * LARGE

    def add_head(self) -> None:
        """Add the head, and let regions that begin with one of the next entries repeat it."""
        strip, item = self._strip, self._item
        head: Entry | None = None
        if item.head:
            rows = self._set(item.head, head=True)
            rules = [ROW_RULE if self._group_rules(rows, k) else 0.0 for k in range(len(rows))]
            rules[-1] = HEAD_RULE
            self._emit_whole(rows, self._heights(rows, rules), rules, head=True)
            strip.penalties[-1] = KEEP_WITH_NEXT
            head = strip.entries[-1]
        strip.header = self._header(head)

    def _header(self, head: Entry | None) -> Header | None:
        """What is repeated: the line that says so and the head, or the head alone."""
        strip, item = self._strip, self._item
        pieces: list[Piece] = []
        height = 0.0
        if item.continued is not None:
            style = item.continued.style
            lines = strip.setting.setter.lines(item.continued, strip.x, strip.width, y=0.0)
            pieces += map(as_artifact, lines)
            height = (
                lines[-1].y + lines[-1].height + max(style.space_after, item.style.space_before)
            )
        if head is not None:
            if height + head.height > self._most:
                pieces, height = [], 0.0
            if head.height > self._most:
                return None
            pieces += [lowered(as_artifact(piece), height) for piece in head.pieces]
            height += head.height
        return Header(height, tuple(pieces)) if 0.0 < height <= self._most else None

    def add_rows(self, rows: Sequence[TableRow]) -> None:
        """Add a row, or rows that cells hold together."""
        made = self._set(rows)
        if len(made) == 1:
            self._emit_row(made[0])
            return
        rules = [ROW_RULE] * len(made)
        heights = self._heights(made, rules)
        if sum(heights) <= self._most:
            self._emit_whole(made, heights, rules)
            return
        blocks = text_blocks(made, heights)
        if any(end - first > 1 and sum(heights[first:end]) > self._most for first, end in blocks):
            made = dealt(made, self._item.style.padding_y)
            blocks = [(k, k + 1) for k in range(len(made))]
        strip = self._strip
        header = strip.header
        for first, end in blocks:
            strip.header = self._labelled(header, made, first, heights[first])
            if end == first + 1:
                self._emit_row(made[first])
            else:
                self._emit_whole(made[first:end], heights[first:end], rules[first:end])
            strip.penalties[-1] = IN_SPAN
        strip.header = header

    def _labelled(
        self, header: Header | None, rows: Sequence[SetRow], k: int, height: float
    ) -> Header | None:
        """What is repeated above row `k`, with the cells beside it that began further up.

        Only those as low as the row itself, if that is whole: a region may end below it.
        """
        room = height - ROW_RULE - self._item.style.padding_y if height <= self._most else 0.0
        top = header.height if header is not None else 0.0
        labels = [
            lowered(as_artifact(line), top)
            for at, row in enumerate(rows[:k])
            for cell in row.cells
            if at + cell.rows > k and cell.bottom <= room + NEAR
            for line in cell.lines
        ]
        if not labels:
            return header
        return Header(top, (*(header.pieces if header is not None else ()), *labels))

    def _set(self, rows: Sequence[TableRow], *, head: bool = False) -> list[SetRow]:
        strip = self._strip
        return set_rows(rows, self._item, self._columns, strip.setting.setter, strip.x, head=head)

    def _heights(self, rows: Sequence[SetRow], rules: Sequence[float]) -> list[float]:
        """Heights of rows, so that there is room for cells that reach over several of them."""
        padding = self._item.style.padding_y
        heights = [
            max((cell.bottom for cell in row.cells if cell.rows == 1), default=padding) + padding
            for row in rows
        ]
        heights = [height + rule for height, rule in zip(heights, rules, strict=True)]
        spans = [(k + cell.rows, k, cell) for k, row in enumerate(rows) for cell in row.cells]
        for end, first, cell in sorted(spans, key=lambda span: span[:2]):
            missing = cell.bottom + padding + rules[end - 1] - sum(heights[first:end])
            if cell.rows > 1 and missing > 0:
                heights[end - 1] += missing
        return heights

    # --- entries ---------------------------------------------------------------------------

    def _emit_row(self, row: SetRow) -> None:
        """Add a row, as one entry or, where it is large, as one for each line."""
        strip, padding = self._strip, self._item.style.padding_y
        bands = [[line for cell in row.cells for line in cell.lines]]
        drawings = [cell.drawing for cell in row.cells if cell.drawing is not None]
        if _bottom(bands[0], padding) > self._most:
            bands = _by_line(row.cells, padding)
        last, header = len(bands) - 1, strip.header
        self._name(row, 0.0)
        for k, lines in enumerate(bands):
            if k and header is not None:  # what goes on under the head needs its white again
                strip.header = header._replace(height=header.height + padding)
            height = _bottom(lines, padding)
            pieces: list[Piece] = [] if k else [*drawings]
            if k == last:
                rules = self._row_rules(row, height + padding)
                height += padding + ROW_RULE
                pieces += rules
            if row.highlighted:
                pieces = [*self._grounds(row, 0.0, height), *pieces]
            notes = tuple([note for line in lines for note in line.notes])
            strip.emit(height, [*pieces, *lines], self._item, notes=notes)
            strip.penalties[-1] = FORBIDDEN if k in (0, last - 1) else IN_ROW
        strip.header = header

    def _emit_whole(
        self,
        rows: Sequence[SetRow],
        heights: Sequence[float],
        rules: Sequence[float],
        *,
        head: bool = False,
    ) -> None:
        """Add rows as one entry; cells of a head stand at its bottom."""
        strip, padding = self._strip, self._item.style.padding_y
        grounds: list[Piece] = []
        ruled: list[Piece] = []
        lines: list[SetLine] = []
        drawings: list[SetDrawing] = []
        top = 0.0
        for k, row in enumerate(rows):
            end = top + heights[k]
            if row.highlighted:
                grounds += self._grounds(row, top, heights[k])
            if not head:
                ruled += self._row_rules(row, end - ROW_RULE)
            elif k < len(rows) - 1:
                ruled += [rule._replace(y=end - ROW_RULE) for rule in self._group_rules(rows, k)]
            for cell in row.cells:
                y = top
                if head:
                    last = k + cell.rows
                    room = sum(heights[k:last]) - rules[last - 1] - padding
                    y += room - cell.bottom
                placed = cell.lowered(y) if y else cell
                lines += placed.lines
                if placed.drawing is not None:
                    drawings.append(placed.drawing)
            self._name(row, top)
            top = end
        if head:
            fill = self._item.style.head_rule
            ruled.append(
                SetRect(strip.x, top - HEAD_RULE, strip.width, HEAD_RULE, fill, "head rule")
            )
        notes = tuple([note for line in lines for note in line.notes])
        strip.emit(top, [*grounds, *ruled, *drawings, *lines], self._item, notes=notes)

    # --- grounds and rules -----------------------------------------------------------------

    def _name(self, row: SetRow, y: float) -> None:
        style, edges = self._item.style, self._columns.edges
        for cell in row.cells:
            if cell.anchor:
                x = edges[cell.column] + style.padding_x
                self._strip.name(cell.anchor, x, y + style.padding_y)

    def _grounds(self, row: SetRow, y: float, height: float) -> list[SetRect]:
        fill = self._item.style.highlight_fill
        return [SetRect(x, y, width, height, fill, "row") for x, width in self._across(row.joined)]

    def _row_rules(self, row: SetRow, y: float) -> list[SetRect]:
        """The hairline under a row, but not through cells that reach on."""
        fill = self._item.style.row_rule
        return [
            SetRect(x, y, width, ROW_RULE, fill, "row rule")
            for x, width in self._across(row.covered)
        ]

    def _group_rules(self, rows: Sequence[SetRow], k: int) -> list[SetRect]:
        """Rules under heads of groups of columns that end in row `k`, each apart from the next."""
        strip, style, edges = self._strip, self._item.style, self._columns.edges
        return [
            SetRect(
                strip.x + edges[cell.column] + style.padding_x,
                0.0,
                edges[cell.column + cell.columns] - edges[cell.column] - 2 * style.padding_x,
                ROW_RULE,
                style.head_rule,
                "group rule",
            )
            for at, row in enumerate(rows[: k + 1])
            for cell in row.cells
            if cell.columns > 1
            and at + cell.rows == k + 1
            and any(line.runs for line in cell.lines)
        ]

    def _across(self, without: frozenset[int]) -> list[tuple[float, float]]:
        """Left edges and widths of the columns that stand side by side, some left out."""
        strip, edges = self._strip, self._columns.edges
        if not without:
            return [(strip.x, strip.width)]
        parts: list[tuple[float, float]] = []
        first = 0
        for column in range(len(edges)):
            if column in without or column == len(edges) - 1:
                if column > first:
                    parts.append((strip.x + edges[first], edges[column] - edges[first]))
                first = column + 1
        return parts


def _bottom(lines: Sequence[SetLine], padding: float) -> float:
    return max((line.y + line.height for line in lines), default=padding)


def _by_line(cells: Sequence[SetCell], padding: float) -> list[list[SetLine]]:
    """The first lines of all cells, then the second ones, ...; each from the top of its own box."""
    bands: list[list[SetLine]] = []
    for side_by_side in zip_longest(*(cell.lines for cell in cells)):
        top = 0.0 if bands else padding
        bands.append(
            [
                line._replace(y=top, baseline=line.baseline - line.y + top)
                for line in side_by_side
                if line is not None
            ]
        )
    return bands
