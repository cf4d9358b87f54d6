"""Figures of a chart that are taken from the project's readings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, assert_never

from briefing.model.chart import Scale
from briefing.model.chart_spec import ChartSpec, Dimension, FromReadings
from briefing.model.country import Period
from briefing.numbers import format_period
from briefing.tailor.charts.found import LATEST, Column, Datum, Found, Row, worded
from briefing.tailor.places import own_or_given, resolved_places
from briefing.tailor.work import Work


class _Entry(NamedTuple):
    """One value of a dimension."""

    key: str
    label: str
    period: Period | None = None


def from_readings(data: FromReadings, spec: ChartSpec, at: Work) -> tuple[Found, str]:
    """Find the readings that may be shown, and say what is missing where there is none."""
    places = resolved_places(data.places, spec.where, at)
    down = _entries(data.down, data, places, at)
    across = _entries(data.across, data, places, at) if data.across else [_Entry("", "")]
    scale = _scale(data, at)
    picked = {own_or_given(key, at) for key in spec.highlight}
    lit, lit_across = _lit(down, picked), _lit(across, picked)
    rows = []
    for one, highlighted in zip(down, lit, strict=True):
        cells = [
            _datum(data, places, {data.down: one, data.across: two}, scale, at) for two in across
        ]
        rows.append(Row(one.key, one.label, one.period, highlighted, tuple(cells)))
    one_place = "places" not in (data.down, data.across)
    whole = one_place and data.across == "indicators" and not picked.isdisjoint(places)
    columns = [
        Column(each.key, each.label, whole or highlighted, each.period)
        for each, highlighted in zip(across, lit_across, strict=True)
    ]
    nothing = f"no reading of {', '.join(data.indicators)}"
    found = Found(
        rows=tuple(rows),
        columns=tuple(columns),
        scale=scale,
        measure=_measure(data, at),
        nothing=nothing,
        partial=_lacks_periods(data, places, at),
    )
    return found, f"{nothing} for {', '.join(at.facts.name(key) for key in places)}"


def _lit(entries: Sequence[_Entry], picked: set[str]) -> list[bool]:
    """Tell which are picked out: by name, or as the latest."""
    latest = entries[-1].period if entries and LATEST in picked else None
    return [
        each.key in picked if each.key else latest is not None and each.period == latest
        for each in entries
    ]


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


def _lacks_periods(data: FromReadings, places: Sequence[str], at: Work) -> bool:
    """Tell whether there would be more categories, were not all of a period withheld."""
    return (
        data.down == "periods"
        and not data.periods
        and any(
            at.readings.withhold_a_period(one, place) for one in data.indicators for place in places
        )
    )


def _datum(
    data: FromReadings,
    places: Sequence[str],
    at_which: Mapping[Dimension | None, _Entry],
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
        return Datum(None, "", withheld=at.readings.are_withheld(indicator, place, period))
    return Datum(reading.amount, worded(reading.amount, scale), reading)


def _scale(data: FromReadings, at: Work) -> Scale:
    indicator = at.content.indicators[data.indicators[0]]
    return Scale(at.content.units[indicator.unit], indicator.decimals, at.facts.language)


def _measure(data: FromReadings, at: Work) -> str:
    """Say what is measured: the indicator, where there is one, and its unit."""
    indicator = at.content.indicators[data.indicators[0]]
    label = at.content.units[indicator.unit].label
    if label and len(data.indicators) > 1:
        return label
    return f"{indicator.name}, {label}" if label else indicator.name
