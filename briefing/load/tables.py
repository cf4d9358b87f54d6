"""``content/tables/*.yaml``."""

from typing import get_args

from briefing.errors import Location
from briefing.load.charts.names import COUNTRY, read_known
from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker
from briefing.load.prose import Prose, prose_of
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.files import TextFile
from briefing.load.values.scripts import check_plain
from briefing.load.values.texts import plain_text
from briefing.model.content import TableColumn, TableDraw, TableShow, TableSpec
from briefing.model.prose import Align, Inline

_SHOWS: tuple[TableShow, ...] = get_args(TableShow)
_DRAWS: tuple[TableDraw, ...] = get_args(TableDraw)
_ALIGNS: tuple[Align, ...] = get_args(Align)


def read_table_spec(key: str, fields: Fields, file: TextFile, checker: Checker) -> TableSpec:
    """Read a table that is made from readings."""
    conditions = read_conditions(fields, checker, countries="only-for")
    prose = prose_of(checker, file, conditions)
    rows = read_known(fields, "rows", "place", checker)
    if not fields.has("rows"):
        fields.missing("rows", "a list of countries and regions")
    columns = tuple(_column(column, prose) for column in fields.each("columns"))
    if not fields.has("columns"):
        fields.missing("columns", "a list such as [{label: …, indicator: …}]")
    missing = plain_text(fields, "missing") or "n/a"
    check_plain(missing, fields.place("missing"), prose.language, checker.problems)
    table = TableSpec(
        id=key,
        title=prose.read(fields, "title", None),
        rows=rows,
        highlight=_highlight(fields, rows),
        columns=columns,
        missing=missing,
        is_known=fields.has("missing"),
        note=prose.read(fields, "note"),
        conditions=conditions,
        where=Location(file.path, 1),
    )
    fields.done()
    return table


def _column(fields: Fields, prose: Prose) -> TableColumn:
    checker = prose.checker
    indicator = fields.text("indicator")
    if indicator:
        name = Name(indicator, fields.place("indicator"))
        checker.known.check("indicator", name, checker.problems)
    column = TableColumn(
        label=_label(fields, prose),
        indicator=indicator,
        show=fields.choice("show", _SHOWS, "value"),
        where=fields.where,
        align=fields.choice("align", _ALIGNS, "decimal"),
        group=prose.read(fields, "group"),
        draw=fields.choice("draw", _DRAWS, "none"),
        conditions=read_conditions(fields, checker),
    )
    fields.done()
    return column


def _label(fields: Fields, prose: Prose) -> tuple[Inline, ...]:
    label = prose.read(fields, "label")
    if not label:
        fields.spare("label")
        what = "empty" if fields.has("label") else "missing"
        hint = "name what stands in the column; it is read out with every cell"
        fields.problems.error(fields.place("label"), f"'label' is {what}", hint, "table-head")
    return label


def _highlight(fields: Fields, rows: tuple[str, ...]) -> str:
    text = fields.text("highlight", "none")
    if text not in ("none", COUNTRY, *rows):
        known = (*rows, COUNTRY, "none")
        fields.problems.unknown(fields.place("highlight"), "value of 'highlight':", text, known)
    return "" if text == "none" else text
