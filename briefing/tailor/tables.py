"""Tables made from readings: places down, indicators across."""

from briefing.model.content import TableColumn, TableSpec, Text
from briefing.model.country import Reading
from briefing.model.manuscript import Align, Cell, Inline, Quantity, Row, TableBlock
from briefing.tailor.inlines import word
from briefing.tailor.places import own_or_given, resolved_places
from briefing.tailor.titles import cell_title_scope
from briefing.tailor.work import Scope, Work


def place_table(spec: TableSpec, at: Work, scope: Scope) -> TableBlock | None:
    """Fill a table; None, and the reason noted, where it has no reading at all."""
    printed: list[Reading] = []
    highlight = own_or_given(spec.highlight, at)
    places = resolved_places(spec.rows, spec.where, at)
    rows = [_row(key, spec, at, printed, highlighted=key == highlight) for key in places]
    if not printed:
        names = ", ".join(dict.fromkeys(column.indicator for column in spec.columns))
        at.omit(spec.where, f"table {spec.id!r}", "no data", f"no reading of {names}")
        return None
    inner = cell_title_scope(scope, printed)
    labels = tuple([word(column.label, at, inner) for column in spec.columns])
    right: list[Align] = ["right"] * len(spec.columns)
    return TableBlock(
        id=at.print_id(spec.id, scope),
        title=word(spec.title, at, inner),
        align=("left", *right),
        head=(Row((Cell(), *map(Cell, labels))),),
        rows=tuple(rows),
        row_heads=True,
        note=word(spec.note, at, inner),
        where=spec.where,
    )


def _row(key: str, spec: TableSpec, at: Work, printed: list[Reading], *, highlighted: bool) -> Row:
    head: tuple[Inline, ...] = (Text(at.facts.name(key), spec.where),)
    cells = [_cell(key, column, spec, at, printed) for column in spec.columns]
    return Row((Cell(head), *map(Cell, cells)), highlighted)


def _cell(
    key: str, column: TableColumn, spec: TableSpec, at: Work, printed: list[Reading]
) -> tuple[Inline, ...]:
    reading = at.readings.latest(column.indicator, key)
    if reading is None:
        return (Text(spec.missing, spec.where),) if spec.missing else ()
    printed.append(reading)
    at.cite_reading(reading)
    text = at.facts.words(reading, column.show, in_table=True)
    return (Quantity(text, reading, column.where),)
