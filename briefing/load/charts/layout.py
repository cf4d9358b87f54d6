"""Which columns of a chart's own rows hold what."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.load.charts.reader import Reader
from briefing.load.charts.series import split_series
from briefing.load.charts.written import Written
from briefing.load.conditions import CONDITIONS
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.yaml_doc import YamlText
from briefing.model.chart_spec import Series

_X = "the column that holds the categories"
_Y = "the column that holds the figures"


class Layout(NamedTuple):
    """Which columns hold what; a name is empty where it cannot be read.

    Attributes:
        figures: The columns of figures: one for each series, or one for all of them.
        series: Their names in print order.
        by: The column that says which series a row is of; empty where rows are of all.
        held: Series that carry conditions.
    """

    x: str
    figures: tuple[str, ...]
    series: tuple[str, ...]
    by: str = ""
    held: tuple[Series, ...] = ()

    @property
    def is_whole(self) -> bool:
        """All that is needed could be read."""
        return bool(self.x and self.series) and all(self.figures)


def single(reader: Reader, written: Written | None) -> Layout:
    """Read which columns hold one figure for each category: `x`, `y`."""
    x, y = _column(reader, "x", _X, written), _column(reader, "y", _Y, written)
    return Layout(x, (y,), ("",))


def several(reader: Reader, written: Written | None) -> Layout:
    """Read which hold a figure in each series: `x`, and `series`, or `y`, or `y` with `by`."""
    fields = reader.fields
    named, held = split_series(fields, "series", reader.checker)
    x = _column(reader, "x", _X, written)
    if fields.has("by"):
        y, by = _column(reader, "y", _Y, written), _column(reader, "by", "", written)
        names = _of_series(_names(named, "series"), by, reader, written)
        return Layout(x, (y,), names, by, held)
    if fields.has("y"):
        return Layout(x, (_column(reader, "y", _Y, written),), ("",))
    if not fields.has("series"):
        fields.missing("series", "the columns of figures; or one as 'y', and the series as 'by'")
    columns = tuple([_known(name, reader, written) for name in _names(named, "series")])
    return Layout(x, columns, columns, "", held)


def pair(reader: Reader, written: Written | None, first: str, second: str) -> Layout:
    """Read which hold two figures for each category: `x`, and the columns under two fields.

    With `y` and `by`, the two fields name series.
    """
    fields = reader.fields
    x = _column(reader, "x", _X, written)
    if not fields.has("by"):
        one = _column(reader, first, "a column of figures", written)
        two = _column(reader, second, "a column of figures", written)
        _check_differ(first, second, one, two, fields)
        return Layout(x, (one, two), (one, two))
    y, by = _column(reader, "y", _Y, written), _column(reader, "by", "", written)
    names = []
    for field in (first, second):
        node = fields.scalar(field)
        if node is not None:
            names.append(Name(node.text, node.where))
        elif not fields.has(field):
            fields.missing(field, f"a name in the column {by!r}")
    both = _of_series(names, by, reader, written)
    if len(both) == 2:
        _check_differ(first, second, both[0], both[1], fields)
    return Layout(x, (y,), both if len(both) == 2 else (), by)


def _column(reader: Reader, field: str, wanted: str, written: Written | None) -> str:
    """Read the name of a column; empty, and why, where there is none."""
    node = reader.fields.scalar(field, "the name of a column")
    if node is None:
        if not reader.fields.has(field):
            reader.fields.missing(field, wanted)
        return ""
    return _known(Name(node.text, node.where), reader, written)


def _known(name: Name, reader: Reader, written: Written | None) -> str:
    if name.text in CONDITIONS:
        message = f"a column of figures or names cannot be called {name.text!r}"
        reader.problems.error(name.where, message, "rows say by it who sees them; rename it")
        return ""
    if written is None or name.text in written.columns:
        return name.text
    reader.problems.unknown(name.where, "column", name.text, written.columns)
    return ""


def _names(fields: Fields, field: str) -> list[Name]:
    """Read names that may hold blanks: a list, or a single one."""
    node = fields.node(field)
    found = (
        [Name(node.text, node.where)]
        if type(node) is YamlText and node.text.strip()
        else list(fields.names(field) or ())
    )
    seen: set[str] = set()
    for name in found:
        if name.text in seen:
            fields.problems.error(name.where, f"{name.text!r} is given twice")
        seen.add(name.text)
    return found


def _of_series(
    names: Sequence[Name], by: str, reader: Reader, written: Written | None
) -> tuple[str, ...]:
    """Check names against those in the column `by`; all of these, where none are given."""
    there: dict[str, None] = {}
    for row in written.rows if written and by else ():
        _, node = row.entries.get(by, (None, None))
        if isinstance(node, YamlText) and node.text.strip():
            there[" ".join(node.text.split())] = None
    for name in names:
        if there and name.text not in there:
            reader.problems.unknown(name.where, f"name in the column {by!r}:", name.text, there)
    known = tuple([name.text for name in names if not there or name.text in there])
    return known if names else tuple(there)


def _check_differ(first: str, second: str, one: str, two: str, fields: Fields) -> None:
    if one and one == two:
        message = f"{first!r} and {second!r} are both {one!r}"
        fields.problems.error(fields.place(second), message, "name two that differ")
