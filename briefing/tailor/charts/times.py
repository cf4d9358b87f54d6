"""Charts of places whose figures are of different periods: stars, and a line that tells them."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefing.model import chart as drawn
from briefing.model.chart_spec import ChartSpec, FromReadings, LineOptions, MultiplesOptions
from briefing.model.country import Reading
from briefing.numbers import iso_period
from briefing.tailor.charts.chosen import Chosen
from briefing.tailor.charts.found import Datum, Found
from briefing.tailor.times import STAR, judge_times, say_times, times_of
from briefing.tailor.work import Work


class Timed(NamedTuple):
    """What is drawn, with stars where they belong.

    Attributes:
        told: What stands below; empty where all figures are of one period.
        spoken: The same without stars, for those who hear it.
    """

    chosen: Chosen
    told: str = ""
    spoken: str = ""


def with_times(spec: ChartSpec, chosen: Chosen, at: Work) -> Timed:
    """Find figures of places that are of other periods than most, indicator by indicator."""
    found = chosen.found
    if found is None or not _is_of_places(spec):
        return Timed(chosen)
    by_indicator: dict[str, list[Reading]] = {}
    for reading in chosen.readings:
        by_indicator.setdefault(reading.indicator, []).append(reading)
    star = "" if isinstance(chosen.data, drawn.FigureChart) else STAR
    told, spoken = [], []
    others: list[Reading] = []
    for key, readings in by_indicator.items():
        times = times_of(readings)
        if times is None:
            continue
        lead = at.content.indicators[key].name if len(by_indicator) > 1 else ""
        told.append(say_times(times, lead, at, star))
        spoken.append(say_times(times, lead, at, ""))
        others += times.others
        judge_times(times, key, "chart", spec.where, at)
    if not others:
        return Timed(chosen)
    starred = _starred(found, others, spec) if star else found
    timed = chosen._replace(data=_dated(chosen.data, starred), found=starred)
    return Timed(timed, " ".join(told), " ".join(spoken))


def _is_of_places(spec: ChartSpec) -> bool:
    """Tell whether it shows places side by side, each with the figure that is its latest."""
    data = spec.data
    if not isinstance(data, FromReadings) or data.periods:
        return False
    dimensions = (data.down, data.across)
    is_over_time = "periods" in dimensions or isinstance(
        spec.options, LineOptions | MultiplesOptions
    )
    return "places" in dimensions and not is_over_time


def _starred(found: Found, others: Sequence[Reading], spec: ChartSpec) -> Found:
    """Set a star to each place of which a figure is of another period."""

    def deviates(data: Sequence[Datum]) -> bool:
        return any(datum.reading in others for datum in data if datum.reading)

    if isinstance(spec.data, FromReadings) and spec.data.down == "places":
        rows = [row._replace(starred=deviates(row.data)) for row in found.rows]
        return found._replace(rows=tuple(rows))
    series = zip(*[row.data for row in found.rows], strict=True)
    columns = [
        column._replace(starred=deviates(data))
        for column, data in zip(found.columns, series, strict=True)
    ]
    return found._replace(columns=tuple(columns))


def _dated(data: drawn.ChartData, found: Found) -> drawn.ChartData:
    """Give what is drawn its stars, and each figure its period."""
    first = [(_period(row.data[0]), row.starred) for row in found.rows]
    match data:
        case drawn.BarChart(bars=bars):
            return replace(data, bars=tuple(map(_dated_bar, bars, first)))
        case drawn.DonutChart(parts=parts):
            return replace(data, parts=tuple(map(_dated_bar, parts, first)))
        case drawn.MapChart(areas=areas):
            dated = [
                replace(area, period=period, starred=starred)
                for area, (period, starred) in zip(areas, first, strict=True)
            ]
            return replace(data, areas=tuple(dated))
        case (
            drawn.GroupedChart(grid=grid)
            | drawn.StackedChart(grid=grid)
            | drawn.SlopeChart(grid=grid)
            | drawn.RangeChart(grid=grid)
            | drawn.HeatMap(grid=grid)
            | drawn.FigureChart(grid=grid)
        ):
            return replace(data, grid=_dated_grid(grid, found))
        case _:
            return data


def _dated_bar(bar: drawn.Bar, time: tuple[str, bool]) -> drawn.Bar:
    return replace(bar, period=time[0], starred=time[1])


def _dated_grid(grid: drawn.Grid, found: Found) -> drawn.Grid:
    rows = [
        replace(head, starred=row.starred) for head, row in zip(grid.rows, found.rows, strict=True)
    ]
    columns = [
        replace(head, starred=column.starred)
        for head, column in zip(grid.columns, found.columns, strict=True)
    ]
    cells = [
        tuple(
            [replace(cell, period=_period(one)) for cell, one in zip(line, row.data, strict=True)]
        )
        for line, row in zip(grid.cells, found.rows, strict=True)
    ]
    return replace(grid, rows=tuple(rows), columns=tuple(columns), cells=tuple(cells))


def _period(datum: Datum) -> str:
    return iso_period(datum.reading.period) if datum.reading else ""
