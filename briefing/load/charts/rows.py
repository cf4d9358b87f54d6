"""Figures of a chart's own: from rows as they are written to categories and series."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefing.load.charts import layout as layouts
from briefing.load.charts.layout import Layout
from briefing.load.charts.reader import Reader
from briefing.load.charts.written import Written, check_used, read_written
from briefing.load.conditions import read_conditions
from briefing.load.conditions.readers import EVERYBODY, Readers
from briefing.load.readings.sourced import read_source, read_sourced
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.yaml_doc import YamlMap, YamlText
from briefing.load.values.amounts import decimals_of, read_amount, read_cell
from briefing.load.values.periods import parse_period, read_period
from briefing.load.values.texts import plain_text
from briefing.model.chart_spec import DataRow, FromRows
from briefing.model.country import Amount, Period

Categories = Literal["labels", "periods", "places", "either"]
"""What `x` holds; ``either`` stands for periods where all of them are, else for labels."""

MOST_DECIMALS = 9

_NO_FIGURE = "write null, or leave it out, where there is no figure"


def read_single(reader: Reader, categories: Categories) -> FromRows | None:
    """Read rows of one figure for each category."""
    written = read_written(reader)
    return _read(reader, written, layouts.single(reader, written), categories)


def read_several(reader: Reader, categories: Categories) -> FromRows | None:
    """Read rows of a figure for each category in each series."""
    written = read_written(reader)
    return _read(reader, written, layouts.several(reader, written), categories)


def read_pair(reader: Reader, first: str, second: str, categories: Categories) -> FromRows | None:
    """Read rows of two figures for each category, which two fields name."""
    written = read_written(reader)
    return _read(reader, written, layouts.pair(reader, written, first, second), categories)


class _Line(NamedTuple):
    """A row that was read; it speaks of the columns from `first` to before `last`."""

    row: DataRow
    first: int
    last: int


def _read(
    reader: Reader, written: Written | None, layout: Layout, categories: Categories
) -> FromRows | None:
    """Read the rows, and what is said of all of them; None where the rows cannot be read."""
    fields, checker = reader.fields, reader.checker
    unit = read_source(fields, "unit", "unit", "a key of units.yaml", checker)
    sourced = read_sourced(fields, checker)
    decimals = _decimals(fields, layout, written)
    if fields.has("data"):
        fields.spare("unused")
    if written is None:
        return None
    if written.in_file and layout.is_whole:
        check_used(written, {layout.x, *layout.figures, layout.by}, reader)
    if categories == "either":
        categories = "periods" if _are_periods(layout.x, written) else "labels"
    read = _Rows(reader, written, layout, categories)
    lines = [line for row in written.rows if (line := read.line(row)) is not None]
    if not layout.is_whole:
        return None
    _check_twice(lines, layout, reader)
    _check_figures(written, layout, reader)
    rows = tuple([line.row for line in lines])
    return FromRows(layout.series, rows, unit, decimals, sourced, layout.held)


def _decimals(fields: Fields, layout: Layout, written: Written | None) -> int:
    """Read how many are printed; that must be said where there are any, lest they get lost."""
    nodes = [
        row.entries[name][1]
        for row in (written.rows if written else ())
        for name in layout.figures
        if name in row.entries
    ]
    most = max(map(decimals_of, nodes), default=0)
    if most and not fields.has("decimals"):
        fields.missing("decimals", f"how many are printed; the figures have up to {most}")
        return 0
    return fields.whole("decimals", 0, least=0, most=MOST_DECIMALS)


def _are_periods(x: str, written: Written) -> bool:
    nodes = [row.entries[x][1] for row in written.rows if x in row.entries]
    return all(type(node) is YamlText and parse_period(node.text) for node in nodes)


class _Rows(NamedTuple):
    """Reads rows one by one."""

    reader: Reader
    written: Written
    layout: Layout
    categories: Categories

    def line(self, mapping: YamlMap) -> _Line | None:
        """Read a row; None where it is of a series that is not drawn, or of none."""
        layout, reader = self.layout, self.reader
        fields = Fields(mapping, reader.problems)
        label, period = self._category(fields)
        series = self._series(fields)
        found = [self._amount(fields, name) for name in layout.figures]
        conditions = read_conditions(fields, reader.checker)
        fields.spare(layout.x, *layout.figures, layout.by)
        if not self.written.in_file and layout.is_whole:
            fields.done()
        count = len(layout.series)
        if series is None or not layout.is_whole:
            return None
        if layout.by:
            found = [found[0] if at == series else None for at in range(count)]
        row = DataRow(label, period, tuple(found), mapping.where, conditions)
        return _Line(row, series, series + 1) if layout.by else _Line(row, 0, count)

    def _category(self, fields: Fields) -> tuple[str, Period | None]:
        name = self.layout.x
        if not name:
            return "", None
        if not fields.has(name):
            fields.missing(name, "what the row is called")
            return "", None
        if self.categories != "periods":
            label = in_one_line(plain_text(fields, name))
            if self.categories == "places":
                known = Name(label, fields.place(name))
                self.reader.checker.known.check("place", known, fields.problems)
            return label, None
        node = fields.scalar(name, "a period such as 2019")
        if node is None:
            return "", None
        return node.text, read_period(node, fields.problems)

    def _series(self, fields: Fields) -> int | None:
        """Find the number of the series; None where that is not drawn, or not named."""
        layout = self.layout
        if not layout.by:
            return 0
        if not fields.has(layout.by):
            fields.missing(layout.by, "the series that the row is of")
            return None
        name = in_one_line(plain_text(fields, layout.by))
        return layout.series.index(name) if name in layout.series else None

    def _amount(self, fields: Fields, name: str) -> Amount | None:
        node = fields.node(name) if name else None
        if node is None or (type(node) is YamlText and node.kind == "null"):
            return None
        if self.written.in_file and type(node) is YamlText:
            return read_cell(node, name, fields.problems)
        return read_amount(node, name, fields.problems, _NO_FIGURE)


def in_one_line(text: str) -> str:
    """Put single blanks between words, wherever lines end in the file."""
    return " ".join(text.split())


def _check_twice(lines: Sequence[_Line], layout: Layout, reader: Reader) -> None:
    """Refuse two figures for one category and series that somebody could get both of.

    Of rows on a condition that only a brief can judge, tailoring judges.
    """
    places = reader.checker.known.places or {}
    known: dict[tuple[object, int], list[tuple[DataRow, Readers]]] = {}
    for row, first, last in lines:
        if row.conditions.when is not None:
            continue
        readers = EVERYBODY.narrowed(row.conditions, places)
        same: DataRow | None = None
        for at in range(first, last):
            others = known.setdefault((row.period or row.label, at), [])
            same = next((each for each, its in others if not its.exclude(readers)), same)
            others.append((row, readers))
        if same is not None and row.label:
            of = f" for {layout.series[first]!r}" if layout.by else ""
            hint = f"the first is at {same.where}"
            reader.problems.error(row.where, f"{row.label!r} is given twice{of}", hint)


def _check_figures(written: Written, layout: Layout, reader: Reader) -> None:
    """Refuse a series in which nothing is written."""
    if layout.by:
        name = layout.figures[0]
        there = {_text(row, layout.by) for row in written.rows if _text(row, name)}
        for series in layout.series:
            if series not in there:
                message = f"the series {series!r} has no figure"
                reader.problems.error(written.where, message, f"nothing stands under {name!r}")
        return
    for name in layout.figures:
        if not any(_text(row, name) for row in written.rows):
            message = f"there is no figure under {name!r}"
            reader.problems.error(written.columns[name], message, "take it out, or fill it")


def _text(row: YamlMap, name: str) -> str:
    """Give what a row says in a column, in whatever form; empty where that is nothing."""
    _, node = row.entries.get(name, (None, None))
    if isinstance(node, YamlText):
        return "" if node.kind == "null" else in_one_line(node.text)
    return "" if node is None else "…"
