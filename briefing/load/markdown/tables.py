"""Tables written in Markdown."""

import re
from collections.abc import Iterator, Sequence

from briefing.errors import Location
from briefing.load.markdown.around import Around
from briefing.load.markdown.attributes import read_attributes
from briefing.load.markdown.braces import parse_braces
from briefing.load.markdown.inlines import read_inlines
from briefing.load.markdown.settings import TableSettings
from briefing.load.places import Places
from briefing.model.content import PLAIN, Align, Attributes, Cell, Row, TableBlock

_ALIGN: dict[str, Align] = {"right": "right", "center": "centre"}
_PIPE = re.compile(r"(?<!\\)\|")
_MARKERS = re.compile(r"[ \t>]*")
_TRAILING = re.compile(r"(?:^|(?<=\s))\{(?!\{)[^{}]*\}$")


def read_table(
    file: str,
    lines: Sequence[str],
    *,
    extent: tuple[int, int],
    aligns: Sequence[str],
    attributes: Attributes,
    settings: TableSettings,  # noqa: ARG001
    around: Around,
    where: Location,
) -> TableBlock:
    """Read a table from its lines, in which expressions are hidden.

    Args:
        file: As authors are shown it.
        lines: Of the whole file.
        extent: The table's first line, and the one behind its last, counted from 0.
        aligns: Of each column, as markdown-it names them.
        attributes: Of the table.
        settings: What else the braces before it say.
        around: What surrounds its cells.
        where: Its first sign.
    """
    first, end = extent
    head = _row(file, first, where.column - 1, lines[first], len(aligns), around)
    rows = []
    for line in range(first + 2, end):
        markers = _MARKERS.match(lines[line])
        begin = markers.end() if markers else 0
        rows.append(_row(file, line, begin, lines[line], len(aligns), around))
    aligned = tuple(_ALIGN.get(align, "left") for align in aligns)
    return TableBlock(aligned, (head,), tuple(rows), attributes, where)


def _row(file: str, line: int, begin: int, text: str, columns: int, around: Around) -> Row:
    cells = list(_cells(text, begin))
    where = Location(file, line + 1, begin + 1)
    if len(cells) != columns:
        message, hint = f"the row has {len(cells)} of {columns} cells", "leave a cell empty: | |"
        if len(cells) > columns:
            message = f"the row has {len(cells)} cells, the head only {columns}"
            hint = "write \\| for the sign; braces stand inside the last cell"
        around.checker.problems.error(where, message, hint)
    attributes = PLAIN
    trailing = _TRAILING.search(cells[-1][0]) if cells else None
    if trailing is not None:
        words, at = cells[-1]
        given = parse_braces(words, trailing.start(), Places(file, [(0, line + 1, at + 1)]))
        attributes = read_attributes(given, "table row", around.checker, around.scope)
        cells[-1] = words[: trailing.start()].rstrip(), at
    setting = around.given(attributes).setting()
    made: list[Cell] = []
    for words, at in cells:
        places = Places(file, [(0, line + 1, at + 1)])
        made.append(Cell(read_inlines(words, places, setting), places.at(0)))
    return Row(tuple(made), attributes, where)


def _cells(text: str, begin: int) -> Iterator[tuple[str, int]]:
    """Split a row at its pipes, from `begin` on; give each cell with its offset."""
    pieces: list[tuple[str, int]] = []
    for pipe in _PIPE.finditer(text, begin):
        pieces.append((text[begin : pipe.start()], begin))
        begin = pipe.end()
    pieces.append((text[begin:], begin))
    for outer in (0, -1):  # what stands outside the outer pipes
        if pieces and not pieces[outer][0].strip():
            del pieces[outer]
    for piece, at in pieces:
        yield piece.strip(), at + len(piece) - len(piece.lstrip())
