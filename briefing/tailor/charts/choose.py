"""What a chart draws, by its kind."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from briefing.model import chart as drawn
from briefing.model.chart_spec import BarOptions, ChartSpec, Comparison, LineOptions
from briefing.model.country import Reading
from briefing.numbers import format_period
from briefing.tailor.charts.found import Found, Row, find
from briefing.tailor.periods import middle
from briefing.tailor.work import Work


class Chosen(NamedTuple):
    """What is drawn.

    Attributes:
        measure: What is measured, in words, where no subtitle says it.
        readings: Those that are drawn, in order.
    """

    data: drawn.ChartData
    measure: str
    readings: tuple[Reading, ...]


def choose(spec: ChartSpec, at: Work) -> Chosen | None:
    """Choose what is drawn; None, and the reason noted, where there is nothing."""
    found = find(spec, at)
    if found is None:
        return None
    match spec.options:
        case BarOptions(sort=sort, reference=reference):
            rows = found.sorted(sort)
            bars = tuple([_bar(row) for row in rows])
            data = drawn.BarChart(bars, found.scale, _compared(reference, found))
            return Chosen(data, found.measure, _readings(rows))
        case LineOptions(reference=reference):
            lines = _lines(spec, found, at)
            chart = drawn.LineChart(lines, found.scale, _compared(reference, found))
            return Chosen(chart, found.measure, _readings_by_series(found))
        case _:
            raise NotImplementedError(type(spec.options).__name__)


def _bar(row: Row) -> drawn.Bar:
    datum = row.data[0]
    return drawn.Bar(row.label, datum.amount, datum.text, row.highlighted)


def _lines(spec: ChartSpec, found: Found, at: Work) -> tuple[drawn.Line, ...]:
    """Make a line of each series; those without a point are left out, and noted."""
    lines = []
    for number, column in enumerate(found.columns):
        points = [
            drawn.LinePoint(
                middle(row.period),
                format_period(datum.reading.period if datum.reading else row.period, language),
                datum.amount,
                datum.text,
            )
            for row in found.rows
            if row.period and (datum := row.data[number]).amount
            for language in (found.scale.language,)
        ]
        if points:
            points.sort(key=lambda point: point.date)
            lines.append(drawn.Line(column.label, tuple(points), column.highlighted))
        else:
            what = f"line {column.label!r} of chart {spec.id!r}"
            at.omit(spec.where, what, "no data", found.nothing)
    return tuple(lines)


def _compared(reference: Comparison | None, found: Found) -> drawn.ReferenceLine | None:
    """Compute the line to compare with from all that is drawn."""
    if reference is None:
        return None
    values = [datum.amount.best for row in found.rows for datum in row.data if datum.amount]
    match reference.value:
        case "mean":
            value = fsum(values) / len(values)
        case "median":
            value = _median(values)
        case given:
            value = given
    return drawn.ReferenceLine(value, reference.label)


def _median(values: Sequence[float]) -> float:
    """Find the middle value, or the mean of the two middle ones."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2


def _readings(rows: Sequence[Row]) -> tuple[Reading, ...]:
    return tuple([datum.reading for row in rows for datum in row.data if datum.reading])


def _readings_by_series(found: Found) -> tuple[Reading, ...]:
    series = zip(*[row.data for row in found.rows], strict=True)
    return tuple([datum.reading for data in series for datum in data if datum.reading])
