"""Small drawings in the cells of a table: bars, and lines through all figures of a place."""

from collections.abc import Mapping, Sequence

from briefing.model.chart import CellBar, Line, LinePoint, Scale, Sketch, Spark
from briefing.model.content import TableColumn, TableSpec
from briefing.model.country import Date, Reading
from briefing.numbers import format_amount, format_period
from briefing.tailor.charts.lines import broken
from briefing.tailor.names.periods import middle
from briefing.tailor.work import Work


def sketched(
    spec: TableSpec, places: Sequence[str], highlight: str, name: str, at: Work
) -> Mapping[tuple[str, int], str]:
    """Make the drawings of a table; give their ids by the key of the place and the column."""
    found: dict[tuple[str, int], str] = {}
    for number, column in enumerate(spec.columns):
        made: Mapping[str, CellBar | Spark] = {}
        if column.draw == "bar":
            made = _bars(column, places, highlight, at)
        elif column.draw == "spark":
            made = _sparks(column, places, highlight, at)
        for place, data in made.items():
            key = f"{name}:{place}:{number + 1}"
            at.sketches[key] = Sketch(key, data, at.facts.language, spec.where)
            found[place, number] = key
    return found


def _bars(
    column: TableColumn, places: Sequence[str], highlight: str, at: Work
) -> dict[str, CellBar]:
    latest = {place: at.readings.latest(column.indicator, place) for place in places}
    amounts = {place: reading.amount for place, reading in latest.items() if reading}
    ends = [
        end for amount in amounts.values() for end in (amount.low, amount.high) if end is not None
    ]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    return {
        place: CellBar(amount, low, high, place == highlight) for place, amount in amounts.items()
    }


def _sparks(
    column: TableColumn, places: Sequence[str], highlight: str, at: Work
) -> dict[str, Spark]:
    shown = {place: at.readings.shown(column.indicator, place) for place in places}
    indicator = at.content.indicators[column.indicator]
    scale = Scale(at.content.units[indicator.unit], indicator.decimals, at.facts.language)
    lines = {
        place: Line(
            at.facts.name(place),
            broken(_points(readings, scale), _untold(column.indicator, place, at)),
            place == highlight,
        )
        for place, readings in shown.items()
        if readings
    }
    dates = [point.date for line in lines.values() for point in line.points]
    return {place: Spark(line, scale, min(dates), max(dates)) for place, line in lines.items()}


def _points(readings: Sequence[Reading], scale: Scale) -> tuple[LinePoint, ...]:
    points = [
        LinePoint(
            middle(reading.period),
            format_period(reading.period, scale.language),
            reading.amount,
            format_amount(
                reading.amount, scale.unit, decimals=scale.decimals, language=scale.language,
                form="short",
            ),
        )
        for reading in readings
    ]  # fmt: skip
    return tuple(sorted(points, key=lambda point: point.date))


def _untold(indicator: str, place: str, at: Work) -> list[Date]:
    return [middle(period) for period in at.readings.periods_withheld(indicator, place)]
