"""What a chart draws, by its kind."""

from typing import assert_never

from briefing.model import chart as drawn
from briefing.model.chart_spec import (
    MOST_CATEGORIES,
    BarOptions,
    ChartSpec,
    DonutOptions,
    FigureOptions,
    FromReadings,
    GroupedOptions,
    HeatMapOptions,
    LineOptions,
    LocatorOptions,
    MapOptions,
    MultiplesOptions,
    RangeOptions,
    SlopeOptions,
    Sort,
    StackedOptions,
    TimelineOptions,
)
from briefing.tailor.charts.chosen import Chosen, chosen
from briefing.tailor.charts.classes import breaks_of
from briefing.tailor.charts.compare import compared
from briefing.tailor.charts.events import choose_events
from briefing.tailor.charts.figures import choose_figure
from briefing.tailor.charts.find import find, without_empty_series, without_halves
from briefing.tailor.charts.found import Found, Row, grid_of
from briefing.tailor.charts.lines import bands_of, check_logarithm, drawn_band, lines_of, remarks_of
from briefing.tailor.charts.maps import choose_locator, choose_map
from briefing.tailor.charts.sums import is_whole, print_sum, whole_bars
from briefing.tailor.work import Work


def choose(spec: ChartSpec, at: Work) -> Chosen | None:
    """Choose what is drawn; None, and the reason noted, where there is nothing."""
    match spec.options:
        case TimelineOptions() as options:
            return choose_events(spec, options, at)
        case FigureOptions() as options:
            return choose_figure(spec, options, at)
        case MapOptions() as options:
            return choose_map(spec, options, at)
        case LocatorOptions() as options:
            return choose_locator(spec, options, at)
        case LineOptions() | MultiplesOptions() as options:
            found = find(spec, at)
            return _over_time(spec, options, found, at) if found else None
        case options:
            found = find(spec, at)
            if found is None or not _fits(spec, found, at):
                return None
            return _by_category(spec, options, found, at)


_ByCategory = (
    BarOptions
    | GroupedOptions
    | StackedOptions
    | SlopeOptions
    | RangeOptions
    | DonutOptions
    | HeatMapOptions
)


def _by_category(spec: ChartSpec, options: _ByCategory, found: Found, at: Work) -> Chosen | None:
    match options:
        case BarOptions(sort=sort, reference=reference):
            found = _sorted(found, sort)
            line = compared(reference, found, spec, at)
            return chosen(drawn.BarChart(_bars(found), found.scale, line), found)
        case GroupedOptions(sort=sort, reference=reference):
            found = _sorted(without_empty_series(found, spec, at), sort)
            line = compared(reference, found, spec, at)
            return chosen(drawn.GroupedChart(_grid(found), found.scale, line), found)
        case StackedOptions():
            return _stacked(spec, options, found, at)
        case SlopeOptions():
            found = without_halves(found, spec, at)
            data = drawn.SlopeChart(_grid(found), found.scale)
            return chosen(data, found) if _has_both(spec, found, at) else None
        case RangeOptions(sort=sort, reference=reference):
            found = _sorted(without_halves(found, spec, at), sort, len(found.columns) - 1)
            line = compared(reference, found, spec, at)
            ranges = drawn.RangeChart(_grid(found), found.scale, line)
            return chosen(ranges, found) if _has_both(spec, found, at) else None
        case DonutOptions():
            return _donut(spec, options, found, at)
        case HeatMapOptions(sort=sort, breaks=breaks):
            found = _sorted(without_empty_series(found, spec, at), sort)
            classes = breaks_of(breaks, found, spec, at)
            return chosen(drawn.HeatMap(_grid(found), found.scale, classes), found)
        case _:
            assert_never(options)


def _stacked(spec: ChartSpec, options: StackedOptions, found: Found, at: Work) -> Chosen | None:
    found = whole_bars(spec, found, options.total, at)
    if not any(datum.amount for row in found.rows for datum in row.data):
        detail = "a part of every bar may not be shown"
        at.omit(spec.where, f"chart {spec.id!r}", "no data", detail)
        return None
    found = _sorted(without_empty_series(found, spec, at), options.sort)
    is_complete = not any(row.missing for row in found.rows)
    total = options.total if is_complete else None
    return chosen(drawn.StackedChart(_grid(found), found.scale, total), found)


def _donut(spec: ChartSpec, options: DonutOptions, found: Found, at: Work) -> Chosen | None:
    if not is_whole(spec, found, options.total, at):
        return None
    found = _sorted(found, options.sort)
    printed = print_sum(found, options.total)
    return chosen(drawn.DonutChart(_bars(found), found.scale, options.whole, printed), found)


def _over_time(
    spec: ChartSpec, options: LineOptions | MultiplesOptions, found: Found, at: Work
) -> Chosen:
    bands, line = bands_of(spec, options.bands, at), compared(options.reference, found, spec, at)
    if isinstance(options, MultiplesOptions):
        # Of readings, what has none is shown as such; of a chart's own, even its name is none.
        empty = isinstance(spec.data, FromReadings)
        if empty:
            found = without_empty_series(found, spec, at, only_withheld=True)
        drawn_lines = [each.line for each in lines_of(spec, found, at, empty=empty)]
        behind = tuple(map(drawn_band, bands))
        small = drawn.MultiplesChart(tuple(drawn_lines), found.scale, options.across, line, behind)
        return chosen(small, found, by_series=True)._replace(said=bands)
    if options.logarithmic:
        check_logarithm(spec, found, at)
    lines = lines_of(spec, found, at)
    remarks = remarks_of(spec, options.remarks, lines, at)
    data = drawn.LineChart(
        lines=tuple([each.line for each in lines]),
        scale=found.scale,
        reference=line,
        bands=tuple(map(drawn_band, bands)),
        remarks=tuple([remark for remark, _ in remarks]),
        logarithmic=options.logarithmic,
    )
    said = (*bands, *(remark for _, remark in remarks))
    return chosen(data, found, by_series=True)._replace(said=said)


def _fits(spec: ChartSpec, found: Found, at: Work) -> bool:
    """Report more categories than can be read, which only the readings tell of periods."""
    count = len(found.rows)
    if count > MOST_CATEGORIES:
        hint = f"at most {MOST_CATEGORIES} can be read in one chart; list some under 'periods'"
        at.report(spec.where, f"there are {count} categories", hint)
    return count <= MOST_CATEGORIES


def _has_both(spec: ChartSpec, found: Found, at: Work) -> bool:
    """Tell whether there is something on both sides, and note where there is not."""
    sides = range(len(found.columns))
    if all(any(row.data[side].amount for row in found.rows) for side in sides):
        return True
    at.omit(spec.where, f"chart {spec.id!r}", "no data", "one of its two sides has no figure")
    return False


def _sorted(found: Found, sort: Sort, column: int = 0) -> Found:
    return found._replace(rows=found.sorted(sort, column))


def _grid(found: Found) -> drawn.Grid:
    return grid_of(found.rows, found.heads)


def _bars(found: Found) -> tuple[drawn.Bar, ...]:
    return tuple([_bar(row) for row in found.rows])


def _bar(row: Row) -> drawn.Bar:
    datum = row.data[0]
    return drawn.Bar(row.label, datum.amount, datum.text, row.highlighted)
