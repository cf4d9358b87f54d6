"""Countries of which a chart or table has no figure, while it has those of others."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing.load.syntax.problems import Problems
from briefing.model.chart_spec import FromReadings
from briefing.model.content import Content
from briefing.model.country import Period, Reading

_OWN = "country"  # the brief's own place, which differs from brief to brief

_ByPlace = Mapping[str, tuple[Reading, ...]]


def check_missing(content: Content, problems: Problems) -> None:
    """Warn of places without a figure, whoever may see those of the others."""
    for chart in content.charts.values():
        if isinstance(chart.data, FromReadings) and "places" in (
            chart.data.down,
            chart.data.across,
        ):
            for indicator in chart.data.indicators:
                by_place = content.readings.get(indicator, {})
                lacking = _lacking(chart.data.places, by_place, chart.data.periods)
                for place in lacking:
                    if place in chart.data.missing:
                        continue
                    message = f"the chart has no figure of {indicator!r} for {place!r}"
                    hint = f"add a reading, leave the place out, or say no-data: [{place}]"
                    problems.warning(chart.where, message, hint, "missing-country")
    for table in content.tables.values():
        for column in table.columns if not table.is_known else ():
            for place in _lacking(table.rows, content.readings.get(column.indicator, {}), ()):
                message = f"the table has no figure of {column.indicator!r} for {place!r}"
                hint = "add a reading, or say in 'missing' what stands there instead"
                problems.warning(column.where, message, hint, "missing-country")


def _lacking(
    places: Iterable[str], by_place: _ByPlace, periods: Collection[Period]
) -> Sequence[str]:
    """List the places that have no figure, if any place has one."""
    named = [place for place in places if place != _OWN]
    having = {place for place in named if _has(by_place.get(place, ()), periods)}
    return [place for place in named if place not in having] if having else []


def _has(readings: Iterable[Reading], periods: Collection[Period]) -> bool:
    wanted = {(period.start, period.end) for period in periods}
    return any(not wanted or (one.period.start, one.period.end) in wanted for one in readings)
