"""Figures of a chart that are taken from the project's readings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefing.model.chart import Scale
from briefing.model.chart_spec import ChartSpec, Dimension, FromReadings
from briefing.model.country import Period
from briefing.numbers import format_period
from briefing.tailor.charts.found import LATEST, Column, Datum, Found, Row, parted, worded
from briefing.tailor.charts.series import gone_series
from briefing.tailor.places import own_or_given, resolved_places
from briefing.tailor.work import Work


class _Entry(NamedTuple):
    """One value of a dimension."""

    key: str
    label: str
    period: Period | None = None


class _Across(NamedTuple):
    """The series of a chart.

    Attributes:
        kept: Those that are drawn.
        gone: Those that are left out; True where one may be withheld.
        places: Those of the readings that are drawn.
    """

    kept: list[_Entry]
    gone: Mapping[str, bool]
    places: Sequence[str]


def from_readings(data: FromReadings, spec: ChartSpec, at: Work) -> tuple[Found, str]:
    """Find the readings that may be shown, and say what is missing where there is none."""
    every = resolved_places(data.places, spec.where, at)
    nothing = f"no reading of {', '.join(data.indicators)}"
    missing = f"{nothing} for {', '.join(at.facts.name(key) for key in every)}"
    series, data = _series(data, every, spec, at)
    down = _entries(data.down, data, series.places, at)
    scale = _scale(data, at)
    picked = {own_or_given(key, at) for key in spec.highlight}
    rows, gone = parted(
        [
            Row(one.key, one.label, one.period, False, *_figures(one, data, series, scale, at))
            for one in down
        ]
    )
    rows = tuple(
        [row._replace(highlighted=lit) for row, lit in zip(rows, _lit(rows, picked), strict=True)]
    )
    one_place = "places" not in (data.down, data.across)
    whole = one_place and data.across == "indicators" and not picked.isdisjoint(series.places)
    columns = [
        Column(each.key, each.label, whole or lit, each.period)
        for each, lit in zip(series.kept, _lit(series.kept, picked), strict=True)
    ]
    found = Found(
        rows=rows,
        columns=tuple(columns),
        scale=scale,
        measure=_measure(data, at),
        nothing=nothing,
        gone=gone,
    )
    return found, missing


def _series(
    data: FromReadings, places: Sequence[str], spec: ChartSpec, at: Work
) -> tuple[_Across, FromReadings]:
    """Choose the series, and give the data without those that are left out."""
    gone: dict[str, bool] = {}
    for name, secret in gone_series(data.series, spec, at).items():
        key = own_or_given(name, at)
        gone[key] = secret or gone.get(key, False)
    kept = [_Entry("", "")]
    if data.across == "places":
        places = [key for key in places if key not in gone]
    elif data.across == "indicators":
        left = tuple([key for key in data.indicators if key not in gone])
        if not left:
            return _Across([], gone, places), data
        data = replace(data, indicators=left)
    if data.across:
        kept = _entries(data.across, data, places, at)
    return _Across(kept, gone, places), data


def _figures(
    one: _Entry, data: FromReadings, series: _Across, scale: Scale, at: Work
) -> tuple[tuple[Datum, ...], tuple[Datum, ...]]:
    """Look up the figures of one category, and apart from them those that are left out."""
    places = series.places

    def figure(two: _Entry) -> Datum:
        return _datum(data, places, {data.down: one, data.across: two}, scale, at)

    beyond = []
    for key, secret in series.gone.items():
        there = figure(_Entry(key, ""))
        is_withheld = there.withheld or (secret and there.amount is not None)
        beyond.append(Datum(None, "", withheld=is_withheld))
    return tuple([figure(two) for two in series.kept]), tuple(beyond)


def _lit(entries: Sequence[_Entry | Row], picked: set[str]) -> list[bool]:
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
    """List all periods that have a reading, earliest first; one that is only reported is one.

    As categories, those too of which all is withheld: they go once that is known.
    """
    pairs = [(indicator, place) for indicator in data.indicators for place in places]
    periods = [each.period for pair in pairs for each in at.readings.shown(*pair)]
    if data.down == "periods":  # what is shown comes last, and gives the words
        held_back = [each for pair in pairs for each in at.readings.periods_withheld(*pair)]
        periods = held_back + periods
    found = {(period.end, period.start): period for period in periods}
    return [found[key] for key in sorted(found)]


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
