"""What the kinds of charts say of themselves, each on its own."""

from collections.abc import Callable, Mapping

from briefing.load.charts.checks import (
    check_donut,
    check_inside,
    check_logarithm,
    check_parts,
    check_size,
    check_sum,
    check_sums,
)
from briefing.load.charts.events import read_timeline
from briefing.load.charts.figures import read_figure
from briefing.load.charts.maps import read_locator, read_map
from briefing.load.charts.parts import (
    SORTS,
    read_bands,
    read_breaks,
    read_comparison,
    read_remarks,
    read_sort,
    read_total,
)
from briefing.load.charts.reader import Read, Reader
from briefing.load.charts.readings import (
    read_categories,
    read_change,
    read_crossed,
    read_series,
    read_spans,
)
from briefing.load.charts.rows import read_pair, read_several, read_single
from briefing.load.charts.written import has_rows
from briefing.load.values.texts import plain_text, said_at
from briefing.model.chart_spec import (
    MOST_CATEGORIES,
    BarOptions,
    ChartSource,
    DonutOptions,
    FromReadings,
    FromRows,
    GroupedOptions,
    HeatMapOptions,
    LineOptions,
    MultiplesOptions,
    RangeOptions,
    SlopeOptions,
    StackedOptions,
)

MOST_ACROSS = 6
"""Small charts side by side."""

_MOST_IN_A_GROUP, _MOST_GROUPED = 6, 50  # bars
_MOST_PARTS, _MOST_STACKS = 10, 45
_MOST_LINES, _MOST_SMALL = 12, 30
_MOST_CELLS, _MOST_CELL_ROWS = 24, 45  # of a heat map
_ANY = 100_000


def read_options(kind: str, reader: Reader) -> Read | None:
    """Read what a chart of this kind says, and its figures: None, and why, if that failed."""
    read = _KINDS.get(kind)
    return read(reader) if read else None


def _bar(reader: Reader) -> Read:
    fields = reader.fields
    own = has_rows(fields)
    data = read_single(reader, "either") if own else read_categories(reader, what="bar")
    check_size(reader, data, MOST_CATEGORIES, 1)
    options = BarOptions(read_sort(fields, data), read_comparison(reader))
    return options, data


def _grouped(reader: Reader) -> Read:
    fields = reader.fields
    data = _crossed(reader, "grouped")
    check_size(reader, data, _MOST_GROUPED // _series(data), _MOST_IN_A_GROUP)
    options = GroupedOptions(read_sort(fields, data), read_comparison(reader))
    return options, data


def _stacked(reader: Reader) -> Read:
    fields = reader.fields
    data = _crossed(reader, "stacked")
    check_size(reader, data, _MOST_STACKS, _MOST_PARTS)
    options = StackedOptions(read_sort(fields, data), read_total(fields))
    check_parts(reader, data)
    check_sums(reader, data, options.total)
    return options, data


def _line(reader: Reader) -> Read:
    fields = reader.fields
    data = _over_time(reader, "line")
    check_size(reader, data, _ANY, _MOST_LINES)
    options = LineOptions(
        read_comparison(reader),
        read_bands(fields, reader.checker),
        read_remarks(fields, reader.checker, data),
        fields.truth("log", False),
    )
    if options.logarithmic:
        check_logarithm(reader, data)
    return options, data


def _slope(reader: Reader) -> Read:
    own = has_rows(reader.fields)
    data: ChartSource | None = (
        read_pair(reader, "start", "end", "labels") if own else read_change(reader, what="slope")
    )
    check_size(reader, data, MOST_CATEGORIES, 2)
    return SlopeOptions(), data


def _range(reader: Reader) -> Read:
    fields = reader.fields
    data: ChartSource | None
    if not has_rows(fields):
        data = read_spans(reader)
    elif fields.has("low") or fields.has("high") or not fields.has("y"):
        data = read_pair(reader, "low", "high", "either")
    else:
        data = read_single(reader, "either")
    check_size(reader, data, MOST_CATEGORIES, 2)
    options = RangeOptions(read_sort(fields, data), read_comparison(reader))
    return options, data


def _donut(reader: Reader) -> Read:
    fields = reader.fields
    own = has_rows(fields)
    data = read_single(reader, "labels") if own else read_categories(reader, what="donut")
    whole = plain_text(fields, "whole")
    total, place = read_total(fields), said_at(fields, "whole")
    options = DonutOptions(read_sort(fields, data), total, whole, place)
    check_donut(reader, data)
    check_parts(reader, data)
    check_sum(reader, data, options.total)
    return options, data


def _heat_map(reader: Reader) -> Read:
    fields = reader.fields
    data = _crossed(reader, "heatmap")
    check_size(reader, data, _MOST_CELL_ROWS, _MOST_CELLS)
    options = HeatMapOptions(fields.choice("sort", SORTS, "none"), read_breaks(reader))
    check_inside(reader, data, options.breaks)
    return options, data


def _multiples(reader: Reader) -> Read:
    fields = reader.fields
    data = _over_time(reader, "multiples")
    check_size(reader, data, _ANY, _MOST_SMALL)
    across = fields.whole("across", 0, least=0, most=MOST_ACROSS)
    options = MultiplesOptions(across, read_comparison(reader), read_bands(fields, reader.checker))
    return options, data


def _series(data: ChartSource | None) -> int:
    """Count the series, as far as they are known."""
    match data:
        case FromRows(columns=columns):
            return max(1, len(columns))
        case FromReadings(across="indicators", indicators=indicators):
            return max(1, len(indicators))
        case FromReadings(across="periods", periods=periods):
            return max(1, len(periods))
        case _:
            return 1


def _crossed(reader: Reader, what: str) -> ChartSource | None:
    if has_rows(reader.fields):
        return read_several(reader, "either")
    return read_crossed(reader, what=what)


def _over_time(reader: Reader, what: str) -> ChartSource | None:
    if has_rows(reader.fields):
        return read_several(reader, "periods")
    return read_series(reader, what=what)


_KINDS: Mapping[str, Callable[[Reader], Read]] = {
    "bar": _bar,
    "grouped": _grouped,
    "stacked": _stacked,
    "line": _line,
    "slope": _slope,
    "range": _range,
    "donut": _donut,
    "heatmap": _heat_map,
    "multiples": _multiples,
    "timeline": read_timeline,
    "map": read_map,
    "locator": read_locator,
    "figure": read_figure,
}
