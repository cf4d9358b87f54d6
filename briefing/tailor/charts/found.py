"""The figures of a chart that may be shown: categories down, series across."""

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from briefing.model.chart import Head, Scale
from briefing.model.chart_spec import ChartSpec, Dimension, FromReadings, FromRows, Sort
from briefing.model.country import Amount, Period, Reading
from briefing.numbers import format_amount, format_period
from briefing.tailor.places import own_or_given, resolved_places
from briefing.tailor.work import Work

_LATEST = "latest"


class Datum(NamedTuple):
    """A figure, or none; with its reading where it is taken from one."""

    amount: Amount | None
    text: str
    reading: Reading | None = None


class Row(NamedTuple):
    """A category, with a figure for each series; `period` is None where it is not one."""

    key: str
    label: str
    period: Period | None
    highlighted: bool
    data: tuple[Datum, ...]


class Found(NamedTuple):
    """What there is to draw: at least one figure.

    Attributes:
        columns: The series; a single one without a label where there is nothing to tell apart.
        measure: What is measured, in words.
        nothing: Why a series has no figure, in words.
    """

    rows: tuple[Row, ...]
    columns: tuple[Head, ...]
    scale: Scale
    measure: str
    nothing: str

    def sorted(self, sort: Sort) -> tuple[Row, ...]:
        """Order categories by their first figure; those without one come last, as they were."""
        if sort == "none":
            return self.rows
        sign = -1 if sort == "descending" else 1
        present = [(datum, row) for row in self.rows if (datum := row.data[0].amount)]
        present.sort(key=lambda pair: sign * pair[0].best)
        missing = [row for row in self.rows if not row.data[0].amount]
        return (*[row for _, row in present], *missing)


def find(spec: ChartSpec, at: Work) -> Found | None:
    """Find what may be shown; None, and the reason noted, where there is nothing."""
    match spec.data:
        case FromReadings() as data:
            found, missing = _from_readings(data, spec, at)
        case FromRows() | None:
            raise NotImplementedError
        case _:
            assert_never(spec.data)
    if not any(datum.amount for row in found.rows for datum in row.data):
        at.omit(spec.where, f"chart {spec.id!r}", "no data", missing)
        return None
    return found


class _Entry(NamedTuple):
    """One value of a dimension."""

    key: str
    label: str
    period: Period | None = None


def _from_readings(data: FromReadings, spec: ChartSpec, at: Work) -> tuple[Found, str]:
    places = resolved_places(data.places, spec.where, at)
    down = _entries(data.down, data, places, at)
    across = _entries(data.across, data, places, at) if data.across else [_Entry("", "")]
    scale = _scale(data, at)
    picked = {own_or_given(key, at) for key in spec.highlight}
    latest = down[-1].period if down and _LATEST in picked else None
    rows = []
    for one in down:
        cells = [
            _datum(data, places, {data.down: one, data.across: two}, scale, at) for two in across
        ]
        lit = one.key in picked or (latest is not None and one.period == latest)
        rows.append(Row(one.key, one.label, one.period, lit, tuple(cells)))
    whole = data.across == "indicators" and not picked.isdisjoint(places)
    columns = [Head(each.label, whole or each.key in picked) for each in across]
    nothing = f"no reading of {', '.join(data.indicators)}"
    found = Found(tuple(rows), tuple(columns), scale, _measure(data, at), nothing)
    return found, f"{nothing} for {', '.join(at.facts.name(key) for key in places)}"


def _entries(
    dimension: Dimension, data: FromReadings, places: Sequence[str], at: Work
) -> list[_Entry]:
    match dimension:
        case "places":
            return [_Entry(key, at.facts.name(key)) for key in places]
        case "indicators":
            return [_Entry(key, at.content.indicators[key].name) for key in data.indicators]
        case "periods":
            periods = data.periods or _periods(data, places, at)
            language = at.facts.language
            return [_Entry("", format_period(each, language), each) for each in periods]
        case _:
            assert_never(dimension)


def _periods(data: FromReadings, places: Sequence[str], at: Work) -> list[Period]:
    """List all periods that have a reading, earliest first; one that is only reported is one."""
    found = {
        (reading.period.end, reading.period.start): reading.period
        for indicator in data.indicators
        for place in places
        for reading in at.readings.shown(indicator, place)
    }
    return [found[key] for key in sorted(found)]


def _datum(
    data: FromReadings,
    places: Sequence[str],
    at_which: dict[Dimension | None, _Entry],
    scale: Scale,
    at: Work,
) -> Datum:
    """Look up the figure of one category in one series."""
    place = at_which["places"].key if "places" in at_which else "".join(places[:1])
    indicator = (
        at_which["indicators"].key if "indicators" in at_which else "".join(data.indicators[:1])
    )
    period = at_which["periods"].period if "periods" in at_which else None
    if period is None and data.periods:
        period = data.periods[0]
    if period is None:
        reading = at.readings.latest(indicator, place)
    else:
        reading = at.readings.at(indicator, place, period)
    if reading is None:
        return Datum(None, "")
    return Datum(reading.amount, worded(reading.amount, scale), reading)


def _scale(data: FromReadings, at: Work) -> Scale:
    indicator = at.content.indicators[data.indicators[0]]
    return Scale(at.content.units[indicator.unit], indicator.decimals, at.facts.language)


def _measure(data: FromReadings, at: Work) -> str:
    indicator = at.content.indicators[data.indicators[0]]
    label = at.content.units[indicator.unit].label
    return f"{indicator.name}, {label}" if label else indicator.name


def worded(amount: Amount, scale: Scale) -> str:
    """Word an amount as charts print it."""
    return format_amount(
        amount, scale.unit, decimals=scale.decimals, language=scale.language, form="short"
    )
