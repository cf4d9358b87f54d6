"""Set tables: columns as wide as their words want, a row an entry, the head repeated."""

from collections.abc import Sequence
from itertools import zip_longest

from briefing.errors import Diagnostic
from briefing.layout.entries import Entry, Header
from briefing.layout.pieces import Piece, SetLine, SetRect, as_artifact, lowered
from briefing.layout.places import place_of
from briefing.layout.strip import FORBIDDEN, KEEP_WITH_NEXT, Strip
from briefing.layout.widths import extremes, narrowest
from briefing.model.flow import TableItem, TableRow

HEAD_RULE = 0.75
"""Weight of the rule under the head, in points."""

ROW_RULE = 0.4
"""Weight of the hairline under a row, in points."""

LARGE = 1 / 3
"""Share of a region from which on a row may be broken and a head is not repeated."""

LONE_ROW = 50.0
"""Penalty of a single row left behind or carried over."""

IN_ROW = 200.0
"""Penalty of a break between the lines of a large row."""


def emit_table(strip: Strip, item: TableItem) -> None:
    """Add a table; where it does not fit the width, a problem is noted."""
    widths = column_widths(strip, item)
    style, first = item.style, len(strip.entries)
    strip.ask(style.space_before)
    for row in item.head:
        _emit_row(strip, item, row, widths, head=True)
        strip.penalties[-1] = KEEP_WITH_NEXT
    head = strip.entries[first:]
    if head and sum(entry.height for entry in head) <= strip.setting.tallest * LARGE:
        strip.header = _repeated(head)
    for number, row in enumerate(item.rows, start=1):
        _emit_row(strip, item, row, widths)
        lone = (number == 1) + (number == len(item.rows) - 1)
        strip.penalties[-1] = LONE_ROW * lone if number < len(item.rows) else 0.0
    strip.header = None
    strip.ask(style.space_after)


def _repeated(head: Sequence[Entry]) -> Header:
    height, pieces = 0.0, list[Piece]()
    for entry in head:
        pieces += [lowered(as_artifact(piece), height) for piece in entry.pieces]
        height += entry.height
    return Header(height, tuple(pieces))


def column_widths(strip: Strip, item: TableItem) -> list[float]:
    """Share the width among the columns, their padding included.

    Every column gets what its longest word takes. What is left goes to the columns in proportion
    to what they would need to hold each cell on one line, and beyond that to their whole widths.

    Source: CSS 2.2, 17.5.2.2 (automatic table layout).
    """
    rows = (*item.head, *item.rows)
    count = max((len(row.cells) for row in rows), default=0)
    least, wanted = [0.0] * count, [0.0] * count
    fonts = strip.setting.setter.fonts
    for row in rows:
        for column, cell in enumerate(row.own):
            paragraph = cell.paragraph
            indents = paragraph.style.left + paragraph.style.right + 0.01
            word, line = extremes(paragraph.runs, fonts)
            least[column] = max(least[column], word + indents)
            wanted[column] = max(wanted[column], line + indents)
    padding = 2 * item.style.padding_x
    room = strip.width - padding * count
    if sum(least) > room:
        least = _narrowest(strip, rows, least)
        _refuse_if_wide(strip, item, sum(least) + padding * count)
    return [width + padding for width in _shared(least, wanted, room)]


def _narrowest(strip: Strip, rows: Sequence[TableRow], least: list[float]) -> list[float]:
    """Least widths with every word broken that can be: asked for only where it is too tight."""
    fonts = strip.setting.setter.fonts
    narrow = [0.0] * len(least)
    for row in rows:
        for column, cell in enumerate(row.own):
            style = cell.paragraph.style
            part = narrowest(cell.paragraph.runs, fonts, hyphenate=style.hyphenate)
            narrow[column] = max(narrow[column], part + style.left + style.right + 0.01)
    return [min(pair) for pair in zip(narrow, least, strict=True)]


def _refuse_if_wide(strip: Strip, item: TableItem, width: float) -> None:
    if width > strip.width + 0.1:
        setting = strip.setting
        setting.problems.append(
            Diagnostic(
                place_of(item) or setting.where,
                f"the table is at least {width:.0f} pt wide, its place {strip.width:.0f} pt",
                "take fewer columns, or shorter words in the widest of them",
            )
        )


def _shared(least: list[float], wanted: list[float], room: float) -> list[float]:
    spare = room - sum(least)
    want = sum(wanted) - sum(least)
    if spare <= 0 or not wanted:
        return least
    if want > spare:
        return [low + (high - low) * spare / want for low, high in zip(least, wanted, strict=True)]
    total = sum(wanted) or 1.0
    return [high + high * (spare - want) / total for high in wanted]


def _emit_row(
    strip: Strip, item: TableItem, row: TableRow, widths: Sequence[float], *, head: bool = False
) -> None:
    """Add a row, as one entry or, where it is large, as one for each line."""
    cells = _set_cells(strip, item, row, widths, "table-head" if head else "table-cell")
    padding = item.style.padding_y
    bands = [[line for lines in cells for line in lines]]
    if not head and _bottom(bands[0], padding) > strip.setting.tallest * LARGE:
        bands = _by_line(cells, padding)
    last, header = len(bands) - 1, strip.header
    for k, lines in enumerate(bands):
        if k and header is not None:  # what goes on under the head needs its white again
            strip.header = header._replace(height=header.height + padding)
        height = _bottom(lines, padding)
        pieces: list[Piece] = []
        if k == last:
            rule = _rule(strip, item, height + padding, head=head)
            height = rule.y + rule.height
            pieces.append(rule)
        if row.highlighted:
            fill = item.style.highlight_fill
            pieces.insert(0, SetRect(strip.x, 0.0, strip.width, height, fill, "row"))
        notes = tuple(note for line in lines for note in line.notes)
        strip.emit(height, [*pieces, *lines], item, notes=notes)
        strip.penalties[-1] = FORBIDDEN if k in (0, last - 1) else IN_ROW
    strip.header = header


def _bottom(lines: Sequence[SetLine], padding: float) -> float:
    return max((line.y + line.height for line in lines), default=padding)


def _set_cells(
    strip: Strip, item: TableItem, row: TableRow, widths: Sequence[float], role: str
) -> list[list[SetLine]]:
    style, setter = item.style, strip.setting.setter
    cells: list[list[SetLine]] = []
    x = strip.x
    for cell, width in zip(row.own, widths, strict=False):
        inside = x + style.padding_x
        if cell.paragraph.anchor:
            strip.name(cell.paragraph.anchor, inside - strip.x, style.padding_y)
        room = width - 2 * style.padding_x
        lines = setter.lines(cell.paragraph, inside, room, y=style.padding_y, role=role)
        cells.append(lines)
        x += width
    return cells


def _by_line(cells: list[list[SetLine]], padding: float) -> list[list[SetLine]]:
    """The first lines of all cells, then the second ones, ...; each from the top of its own box."""
    bands: list[list[SetLine]] = []
    for side_by_side in zip_longest(*cells):
        top = 0.0 if bands else padding
        bands.append(
            [
                line._replace(y=top, baseline=line.baseline - line.y + top)
                for line in side_by_side
                if line is not None
            ]
        )
    return bands


def _rule(strip: Strip, item: TableItem, y: float, *, head: bool) -> SetRect:
    """The hairline under a row."""
    if head:
        return SetRect(strip.x, y, strip.width, HEAD_RULE, item.style.head_rule, "head rule")
    return SetRect(strip.x, y, strip.width, ROW_RULE, item.style.row_rule, "row rule")
