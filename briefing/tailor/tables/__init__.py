"""Tables: made from readings, places down and indicators across, or written in the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from briefing.model import prose
from briefing.model.content import TableColumn, TableSpec
from briefing.model.country import Reading
from briefing.model.manuscript import Align, Cell, Footnote, Inline, Quantity, Row, TableBlock
from briefing.model.prose import Text
from briefing.tailor.places import own_or_given, resolved_places
from briefing.tailor.tables.columns import (
    kept_columns,
    mark_columns,
    mark_kept,
    narrowed,
    told_parts,
    with_columns,
)
from briefing.tailor.tables.sketches import sketched
from briefing.tailor.tables.starred import starred
from briefing.tailor.words.inlines import plain_text, word
from briefing.tailor.words.judged import judge_heads
from briefing.tailor.words.titles import cell_title_scope
from briefing.tailor.work import Scope, Work


def place_table(spec: TableSpec, at: Work, scope: Scope) -> TableBlock | None:
    """Fill a table; None, and the reason noted, where it has no reading at all."""
    printed: list[Reading] = []
    every = spec.columns
    highlight = own_or_given(spec.highlight, at)
    spec, places = told_parts(
        with_columns(spec, at), resolved_places(spec.rows, spec.where, at), at
    )
    name = at.print_id(spec.id, scope)
    drawn = sketched(spec, places, highlight, name, at)
    rows = [_row(key, spec, at, printed, drawn, highlighted=key == highlight) for key in places]
    if not printed:
        names = ", ".join(dict.fromkeys(column.indicator for column in every))
        at.omit(spec.where, f"table {spec.id!r}", "no data", f"no reading of {names}")
        return None
    mark_columns(spec.columns, at)
    inner = cell_title_scope(scope, printed)
    rows, told = starred(rows, spec, at, inner)
    below = [part for part in (told, word(spec.note, at, inner)) if part]
    aligns: list[Align] = [column.align for column in spec.columns]
    table = TableBlock(
        id=name,
        title=word(spec.title, at, inner),
        align=("left", *aligns),
        head=_head(spec.columns, at, inner),
        rows=tuple(rows),
        row_heads=True,
        note=tuple([each for part in below for each in (Text(" ", spec.where), *part)][1:]),
        where=spec.where,
    )
    judge_heads([column.label for column in spec.columns], table, at)
    return table


def _head(columns: Sequence[TableColumn], at: Work, scope: Scope) -> tuple[Row, ...]:
    """Name the columns, and above them the groups, where there are any."""
    labels = [Cell(word(column.label, at, scope)) for column in columns]
    groups = [word(column.group, at, scope) for column in columns]
    if not any(groups):
        return (Row((Cell(), *labels)),)
    upper: list[Cell | None] = [Cell(rows=2)]
    lower: list[Cell | None] = [None]
    for _, same in groupby(range(len(columns)), key=lambda at: plain_text(groups[at]) or at):
        numbers = list(same)
        first = numbers[0]
        if groups[first]:
            upper += [Cell(groups[first], len(numbers)), *[None] * (len(numbers) - 1)]
            lower += [labels[number] for number in numbers]
        else:
            upper.append(replace(labels[first], rows=2))
            lower.append(None)
    return Row(tuple(upper)), Row(tuple(lower))


def _row(
    key: str,
    spec: TableSpec,
    at: Work,
    printed: list[Reading],
    drawn: Mapping[tuple[str, int], str],
    *,
    highlighted: bool,
) -> Row:
    head: tuple[Inline, ...] = (Text(at.facts.name(key), spec.where),)
    cells = [
        Cell(_cell(key, column, spec, at, printed), sketch=drawn.get((key, number), ""))
        for number, column in enumerate(spec.columns)
    ]
    return Row((Cell(head), *cells), highlighted)


def _cell(
    key: str, column: TableColumn, spec: TableSpec, at: Work, printed: list[Reading]
) -> tuple[Inline, ...]:
    reading = at.readings.latest(column.indicator, key)
    if reading is None:
        is_known = not at.readings.are_withheld(column.indicator, key, None)
        return (Text(spec.missing, spec.where),) if spec.missing and is_known else ()
    printed.append(reading)
    at.cite_reading(reading)
    text = at.facts.words(reading, column.show, in_table=True)
    drawn = _otherwise_noted(reading, key, column, at) if column.draw == "spark" else ()
    return Quantity(text, reading, column.where), *drawn


def _otherwise_noted(last: Reading, key: str, column: TableColumn, at: Work) -> Iterator[Quantity]:
    """Give the other figures of a line whose notes say something else: their markers alone."""
    said = {_saying(last)}
    for reading in at.readings.shown(column.indicator, key):
        at.cite_reading(reading)
        if _saying(reading) not in said:
            said.add(_saying(reading))
            yield Quantity("", reading, column.where)


def _saying(reading: Reading) -> tuple[object, ...]:
    return reading.source, reading.locator, reading.also, reading.doubt


# --- tables of the text --------------------------------------------------------------------------


class _Kept(NamedTuple):
    """A row, and the scopes in which it stands: none where it is left out."""

    row: prose.Row
    scopes: list[Scope]


class _Reach(NamedTuple):
    """A cell that reaches down, from which row, and to the row of which number."""

    cell: prose.Cell
    row: prose.Row
    last: int


def word_table(block: prose.TableBlock, at: Work, scope: Scope) -> TableBlock | None:
    """Word a table of the text; without its head, or without any row, nothing is left of it."""
    kept = kept_columns(block, at, scope)
    is_whole, block = len(kept) == len(block.align), narrowed(block, kept)
    head = _kept(block.head, "head of a table", at, scope)
    if not kept or not any(row.scopes for row in head):
        return None
    rows = _word_rows(_kept(block.rows, "table row", at, scope), at, scope)
    if not rows:
        return None
    heads = _word_rows(head, at, scope, empty=is_whole) or _word_rows(head, at, scope, empty=True)
    mark_kept(block, at)
    inner = cell_title_scope(scope, list(_readings((*heads, *rows))))
    corner = heads[0].cells[0]
    table = TableBlock(
        id=at.print_id(block.attributes.id, scope),
        title=word(block.title, at, inner),
        align=block.align,
        head=heads,
        rows=rows,
        # Below an empty corner, the first column holds heads too.
        row_heads=block.row_heads or not (corner and corner.children),
        note=word(block.note, at, inner),
        where=block.where,
        position=block.position,
    )
    if any(row.attributes is not prose.PLAIN for row in block.head):
        judge_heads(None, table, at)
    else:
        judge_heads([cell.children for row in block.head for cell in row.own], table, at)
    return table


def _kept(rows: Iterable[prose.Row], what: str, at: Work, scope: Scope) -> list[_Kept]:
    return [_Kept(row, at.occurrences(row.attributes, row.where, what, scope)) for row in rows]


def _word_rows(
    rows: Sequence[_Kept], at: Work, scope: Scope, *, empty: bool = False
) -> tuple[Row, ...]:
    """Word the rows of a head or body; without words in it, a row stays only if `empty`.

    A cell that reaches down takes as many rows as are left of those it reached, and begins in the
    first of them.
    """
    made: list[list[Cell | None]] = []
    reaching: dict[int, _Reach] = {}  # by column
    standing: dict[int, int] = {}  # column → in which row that is made the cell begins
    for number, (row, scopes) in enumerate(rows):
        reaching = {column: one for column, one in reaching.items() if one.last >= number}
        before = len(made)
        for inner in scopes:
            cells = [
                Cell(word(cell.children, at, inner), cell.columns) if cell is not None else None
                for cell in row.cells
            ]
            begun = [column for column in reaching if column not in standing]
            for column in begun:
                cells[column] = _word_late(reaching[column], at, scope)
            if not (empty or any(cell and cell.children for cell in cells)):
                if any(cell is not None for cell in row.cells):
                    at.omit_empty(row.where, "table row")
                continue
            for column in reaching.keys() - begun:
                _lengthen(made[standing[column]], column)
            standing.update(dict.fromkeys(begun, len(made)))
            made.append(cells)
            at.mark(row.attributes.conditions, row)
        for column, cell in enumerate(row.cells):
            if cell is not None and cell.rows > 1:
                reaching[column] = _Reach(cell, row, number + cell.rows - 1)
                standing.pop(column, None)
                if len(made) > before:
                    standing[column] = len(made) - 1
    return tuple([Row(tuple(cells)) for cells in made])


def _word_late(reach: _Reach, at: Work, scope: Scope) -> Cell:
    """Word a cell whose own row is left out; where that may be withheld, without its words."""
    if at.rules.may_withhold(reach.row.attributes.conditions):
        return Cell((), reach.cell.columns)
    language = reach.row.attributes.language or scope.language
    inner = scope._replace(language=language)
    return Cell(word(reach.cell.children, at, inner), reach.cell.columns)


def _lengthen(cells: list[Cell | None], column: int) -> None:
    cell = cells[column]
    if cell is not None:
        cells[column] = replace(cell, rows=cell.rows + 1)


def _readings(rows: Iterable[Row]) -> Iterator[Reading]:
    for row in rows:
        for cell in row.own:
            yield from _readings_in(cell.children)


def _readings_in(inlines: Iterable[Inline]) -> Iterator[Reading]:
    for inline in inlines:
        if isinstance(inline, Quantity):
            yield from inline.readings
        elif not isinstance(inline, Footnote):
            yield from _readings_in(getattr(inline, "children", ()))
