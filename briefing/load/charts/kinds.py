"""What the kinds of charts say of themselves, each on its own."""

from collections.abc import Callable, Mapping

from briefing.load.charts.parts import SORTS, read_comparison
from briefing.load.charts.reader import Read, Reader
from briefing.load.charts.readings import read_categories, read_series
from briefing.model.chart_spec import BarOptions, LineOptions


def read_options(kind: str, reader: Reader) -> Read | None:
    """Read what a chart of this kind says, and where its figures come from."""
    read = _KINDS.get(kind)
    return read(reader) if read else None


def _bar(reader: Reader) -> Read:
    fields = reader.fields
    data = read_categories(fields, reader.checker, reader.indicators, what="bar")
    sort = fields.choice("sort", SORTS, "none" if data.down == "periods" else "descending")
    return BarOptions(sort, read_comparison(fields)), data


def _line(reader: Reader) -> Read:
    data = read_series(reader.fields, reader.checker, reader.indicators, what="line")
    return LineOptions(read_comparison(reader.fields)), data


_KINDS: Mapping[str, Callable[[Reader], Read]] = {"bar": _bar, "line": _line}
