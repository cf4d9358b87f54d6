"""Tables written in Markdown."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from briefing.errors import Location
from briefing.load.conditions import Grounds
from briefing.load.markdown.around import Around
from briefing.load.markdown.attributes import read_attributes
from briefing.load.markdown.bearers import Bearer
from briefing.load.markdown.braces import parse_braces
from briefing.load.markdown.inlines import read_inlines
from briefing.load.markdown.joints import ABOVE, LEFT, Joint, join_cells
from briefing.load.markdown.settings import TableSettings
from briefing.load.syntax.fields import Name
from briefing.load.syntax.places import Places
from briefing.model.prose import (
    ALWAYS,
    PLAIN,
    Align,
    Attributes,
    Cell,
    Conditions,
    Row,
    TableBlock,
)
from briefing.model.rules import headless

_ALIGNS: tuple[Align, ...] = get_args(Align)
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
    settings: TableSettings,
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
    begins = [where.column - 1]
    for line in range(first + 2, end):
        markers = _MARKERS.match(lines[line])
        begins.append(markers.end() if markers else 0)
    numbers = [first, *range(first + 2, end)]
    count = settings.head
    written = [
        _row(Location(file, line + 1, begin + 1), lines[line], len(aligns), around, head=at < count)
        for at, (line, begin) in enumerate(zip(numbers, begins, strict=True))
    ]
    if len(written) == 1:
        hint = "write at least one row below the dashes"
        around.checker.problems.error(where, "the table has a head and no rows", hint)
    if 1 < count >= len(written):
        hint = "head=… counts the rows of the head, with the one above the dashes"
        message = f"the head has {count} rows, the table {len(written)} in all"
        around.checker.problems.error(where, message, hint)
    head = _joined(written[:count], around)
    fault = headless(head)
    if fault is not None:
        around.checker.problems.error(where, *fault, "table-head")
    return TableBlock(
        _aligns(settings.align, aligns, around),
        head,
        _joined(written[count:], around),
        attributes,
        where,
        settings.caption,
        settings.note,
        "row-heads" in attributes.classes,
        settings.position,
        _columns(written[:count], head, around),
    )


class _Row(NamedTuple):
    """A row; `columns` are the conditions that cells of a head give to theirs."""

    cells: list[Cell | Joint]
    attributes: Attributes
    where: Location
    columns: list[Conditions]


def _columns(
    written: Sequence[_Row], head: Sequence[Row], around: Around
) -> tuple[Conditions, ...]:
    """Give the conditions of each column: those of all cells of the head that reach over it."""
    known = around.checker.known
    grounds = Grounds(known.places or {}, known.markings or (), known.default_marking)
    found = [ALWAYS] * len(head[0].cells)
    for row, made in zip(written, head, strict=True):
        for column, own in enumerate(row.columns):
            if own is ALWAYS:
                continue
            cell = made.cells[column]
            for reached in range(column, column + (cell.columns if cell else 1)):
                above = found[reached]
                found[reached] = own if above is ALWAYS else grounds.both(above, own)
    return tuple(found) if any(one is not ALWAYS for one in found) else ()


def _aligns(named: Sequence[Name], dashes: Sequence[str], around: Around) -> tuple[Align, ...]:
    """Give the alignments that are named, or those of the dashes."""
    if not named:
        return tuple(_ALIGN.get(align, "left") for align in dashes)
    problems = around.checker.problems
    if len(named) != len(dashes):
        message = f"'align' says {len(named)} for {len(dashes)} columns"
        problems.error(named[0].where, message, "say one for each column")
    aligns: list[Align] = []
    for name in named:
        known = [align for align in _ALIGNS if align == name.text]
        if not known:
            problems.unknown(name.where, "alignment", name.text, _ALIGNS)
        aligns += known
    return tuple(aligns)


def _joined(rows: Sequence[_Row], around: Around) -> tuple[Row, ...]:
    """Let the cells of a head or of a body reach over others."""
    problems = around.checker.problems
    made: list[Row] = []
    for row, cells in zip(rows, join_cells([row.cells for row in rows], problems), strict=True):
        if row.attributes.repeat:
            for cell in (cell for cell in cells if cell is not None and cell.rows > 1):
                hint = "repeat rows below it, whose cells may join it with ^"
                message = "a cell reaches down from a row that is repeated"
                problems.error(cell.where, message, hint)
        made.append(Row(cells, row.attributes, row.where))
    return tuple(made)


def _row(where: Location, text: str, columns: int, around: Around, *, head: bool) -> _Row:
    file, line = where.file, where.line
    cells = list(_cells(text, where.column - 1))
    if len(cells) != columns:
        message, hint = f"the row has {len(cells)} of {columns} cells", "leave a cell empty: | |"
        if len(cells) > columns:
            message = f"the row has {len(cells)} cells, the head only {columns}"
            hint = "write \\| for the sign; braces stand inside the last cell"
        around.checker.problems.error(where, message, hint)
    attributes, of_columns = PLAIN, [ALWAYS] * columns
    if head:
        found = [_attributes(cells, at, "table column", where, around) for at in range(len(cells))]
        of_columns[: len(found)] = [one.conditions for one in found[:columns]]
    elif cells:
        attributes = _attributes(cells, len(cells) - 1, "table row", where, around)
    setting = around.given(attributes).setting()
    made: list[Cell | Joint] = []
    for words, at in cells:
        place = Location(file, line, at + 1)
        if words in (LEFT, ABOVE):
            made.append(Joint(words, place))
        else:
            places = Places(file, [(0, line, at + 1)])
            made.append(Cell(read_inlines(words, places, setting), place))
    made += [Cell((), where)] * (columns - len(made))
    return _Row(made[:columns], attributes, where, of_columns)


def _attributes(
    cells: list[tuple[str, int]], number: int, bearer: Bearer, row: Location, around: Around
) -> Attributes:
    """Read the attributes at the end of a cell, and take them away from it."""
    words, at = cells[number]
    trailing = _TRAILING.search(words)
    if trailing is None:
        return PLAIN
    cells[number] = words[: trailing.start()].rstrip(), at
    given = parse_braces(words, trailing.start(), Places(row.file, [(0, row.line, at + 1)]))
    return read_attributes(given, bearer, around.checker, around.scope)


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
