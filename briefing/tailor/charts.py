"""Charts: the readings that are drawn, in print order, with the text around them."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple, assert_never

from briefing.model import chart as drawn
from briefing.model.chart_spec import (
    BarOptions,
    ChartSpec,
    Comparison,
    LineOptions,
)
from briefing.model.country import Reading
from briefing.model.manuscript import Figure, Inline
from briefing.numbers import format_amount, format_period
from briefing.tailor.inlines import plain_text, word
from briefing.tailor.periods import middle
from briefing.tailor.places import own_or_given, resolved_places
from briefing.tailor.sources import short_names
from briefing.tailor.titles import title_scope
from briefing.tailor.work import Scope, Work

_LATEST = "latest"


class _Series(NamedTuple):
    """Readings under one label: a line, or a bar where there is only one of them."""

    label: str
    readings: tuple[Reading, ...]
    highlighted: bool


def place_chart(spec: ChartSpec, at: Work, scope: Scope) -> Figure | None:
    """Choose what a chart draws; None, and the reason noted, where there is nothing to draw."""
    match spec.options:
        case BarOptions() as options:
            series = _bars(spec, options, at)
        case LineOptions() as options:
            series = _lines(spec, options, at)
        case _:
            assert_never(spec.options)
    readings = [reading for each in series for reading in each.readings]
    if not readings:
        at.omit(spec.where, f"chart {spec.id!r}", "no data", _missing(spec, at))
        return None
    for reading in readings:
        at.cite_reading(reading)
    data = _data(spec, series, at)
    inner = title_scope(scope, at, readings)
    title = word(spec.title, at, inner)
    subtitle = word(spec.subtitle, at, inner)
    note = word(spec.note, at, inner)
    name = at.print_id(spec.id, scope)
    at.charts[name] = _chart(name, spec, data, title, subtitle, readings, at)
    return Figure(name, title, subtitle, note, tuple(readings), spec.where, id=name)


def _chart(
    name: str,
    spec: ChartSpec,
    data: drawn.ChartData,
    title: tuple[Inline, ...],
    subtitle: tuple[Inline, ...],
    readings: Sequence[Reading],
    at: Work,
) -> drawn.Chart:
    keys = dict.fromkeys(key for reading in readings for key in (reading.source, *reading.also))
    return drawn.Chart(
        id=name,
        title=plain_text(title),
        measure=plain_text(subtitle) or _measure(spec, at),
        source=short_names([at.content.sources[key] for key in keys]),
        data=data,
        span=spec.span,
        height=spec.height,
        where=spec.where,
    )


def _measure(spec: ChartSpec, at: Work) -> str:
    indicator = at.content.indicators[spec.indicators[0]]
    label = at.content.units[indicator.unit].label
    return f"{indicator.name}, {label}" if label else indicator.name


def _missing(spec: ChartSpec, at: Work) -> str:
    options = spec.options
    one = (options.place,) if isinstance(options, BarOptions) and options.place else ()
    places = resolved_places(one or options.places, spec.where, at)
    whose = ", ".join(at.facts.name(key) for key in places)
    return f"no reading of {', '.join(spec.indicators)} for {whose}"


# --- which readings ----------------------------------------------------------------------------


def _bars(spec: ChartSpec, options: BarOptions, at: Work) -> list[_Series]:
    """One bar for each place; or, of one place, for each indicator or else each period."""
    highlight = own_or_given(spec.highlight, at)
    if options.place:
        keys = resolved_places((options.place,), spec.where, at)
        if len(spec.indicators) > 1:
            return _sorted(_by_indicator(spec, keys, highlight, at), options.sort)
        shown = [reading for key in keys for reading in at.readings.shown(spec.indicators[0], key)]
        return _sorted(_by_period(spec, shown, at), options.sort)
    if len(spec.indicators) > 1:
        message = f"bars of several places show one indicator, not {len(spec.indicators)}"
        hint = "name one place under 'place', and each indicator is a bar"
        at.report(spec.where, message, hint)
    bars = []
    for key in resolved_places(options.places, spec.where, at):
        latest = at.readings.latest(spec.indicators[0], key)
        found = () if latest is None else (latest,)
        bars.append(_Series(at.facts.name(key), found, key == highlight))
    return _sorted(bars, options.sort)


def _by_period(spec: ChartSpec, shown: Sequence[Reading], at: Work) -> list[_Series]:
    """Make a bar of each reading, of which the last is the latest."""
    picked = len(shown) - 1 if spec.highlight == _LATEST else None
    language = at.facts.language
    return [
        _Series(format_period(reading.period, language), (reading,), number == picked)
        for number, reading in enumerate(shown)
    ]


def _by_indicator(spec: ChartSpec, keys: Sequence[str], highlight: str, at: Work) -> list[_Series]:
    bars = []
    for indicator in spec.indicators:
        found = [at.readings.latest(indicator, key) for key in keys]
        readings = tuple([reading for reading in found if reading is not None])
        name = at.content.indicators[indicator].name
        bars.append(_Series(name, readings, indicator == highlight))
    return bars


def _sorted(bars: list[_Series], sort: str) -> list[_Series]:
    """Order bars by length; those without a reading come last, in the given order."""
    if sort == "none":
        return bars
    sign = -1 if sort == "descending" else 1
    present = [bar for bar in bars if bar.readings]
    present.sort(key=lambda bar: sign * bar.readings[0].amount.best)
    return [*present, *(bar for bar in bars if not bar.readings)]


def _lines(spec: ChartSpec, options: LineOptions, at: Work) -> list[_Series]:
    """One line for each indicator of the only place, or for each place of the only indicator."""
    highlight = own_or_given(spec.highlight, at)
    keys = resolved_places(options.places, spec.where, at)
    lines = []
    for indicator in spec.indicators:
        for key in keys:
            of_indicator = len(spec.indicators) > 1
            name = at.content.indicators[indicator].name if of_indicator else at.facts.name(key)
            readings = at.readings.shown(indicator, key)
            picked = highlight in (indicator, key) if of_indicator else key == highlight
            lines.append(_Series(name, readings, picked))
    if any(line.readings for line in lines):
        for line in lines:
            if not line.readings:
                what = f"line {line.label!r} of chart {spec.id!r}"
                detail = f"no reading of {', '.join(spec.indicators)}"
                at.omit(spec.where, what, "no data", detail)
    return lines


# --- what is drawn -----------------------------------------------------------------------------


def _data(spec: ChartSpec, series: Sequence[_Series], at: Work) -> drawn.ChartData:
    indicator = at.content.indicators[spec.indicators[0]]
    unit = at.content.units[indicator.unit]
    scale = drawn.Scale(unit, indicator.decimals, at.facts.language)
    reference = _reference(spec.options.reference, series)
    if isinstance(spec.options, BarOptions):
        return drawn.BarChart(tuple([_bar(each, scale) for each in series]), scale, reference)
    lines = tuple([_line(each, scale) for each in series if each.readings])
    return drawn.LineChart(lines, scale, reference)


def _bar(series: _Series, scale: drawn.Scale) -> drawn.Bar:
    if not series.readings:
        return drawn.Bar(series.label, None, "", series.highlighted)
    reading = series.readings[0]
    return drawn.Bar(series.label, reading.amount, _text(reading, scale), series.highlighted)


def _line(series: _Series, scale: drawn.Scale) -> drawn.Line:
    points = [
        drawn.LinePoint(
            middle(reading.period),
            format_period(reading.period, scale.language),
            reading.amount,
            _text(reading, scale),
        )
        for reading in series.readings
    ]
    points.sort(key=lambda point: point.date)
    return drawn.Line(series.label, tuple(points), series.highlighted)


def _text(reading: Reading, scale: drawn.Scale) -> str:
    return format_amount(
        reading.amount,
        scale.unit,
        decimals=scale.decimals,
        language=scale.language,
        form="short",
    )


def _reference(
    reference: Comparison | None, series: Sequence[_Series]
) -> drawn.ReferenceLine | None:
    """Compute the line to compare with from all that is drawn."""
    if reference is None:
        return None
    values = [reading.amount.best for each in series for reading in each.readings]
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
