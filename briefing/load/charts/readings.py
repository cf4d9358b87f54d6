"""Figures of a chart that are taken from the project's readings."""

from collections.abc import Mapping

from briefing.load.charts.names import read_known, read_place
from briefing.load.expressions import Checker
from briefing.load.fields import Fields
from briefing.model.chart_spec import Dimension, FromReadings
from briefing.model.country import Indicator

Indicators = Mapping[str, Indicator] | None


def read_categories(
    fields: Fields, checker: Checker, indicators: Indicators, *, what: str
) -> FromReadings:
    """Read one figure for each of several places, periods or indicators."""
    measured = _indicators(fields, checker, indicators)
    places = read_known(fields, "countries", "place", checker)
    place = read_place(fields, "place", checker)
    if fields.has("countries") == fields.has("place"):
        message = f"a {what} chart has either 'countries' or 'place'"
        hint = f"countries: one {what} each; place: one {what} for each of its periods"
        fields.problems.error(fields.place("place"), message, hint)
    if place and len(measured) > 1:
        return FromReadings(measured, (place,), (), "indicators", None)
    if place:
        return FromReadings(measured, (place,), (), "periods", None)
    if len(measured) > 1:
        message = f"{what}s of several places show one indicator, not {len(measured)}"
        hint = f"name one place under 'place', and each indicator is a {what}"
        fields.problems.error(fields.place("readings"), message, hint)
    return FromReadings(measured, places, (), "places", None)


def read_series(
    fields: Fields, checker: Checker, indicators: Indicators, *, what: str
) -> FromReadings:
    """Read figures over time, of several places or of several indicators."""
    measured = _indicators(fields, checker, indicators)
    series = read_known(fields, "series", "place", checker)
    place = read_place(fields, "place", checker)
    if fields.has("series") == fields.has("place"):
        message = f"a {what} chart has either 'series' or 'place'"
        hint = "series: places, one line each; place: one line for each of its indicators"
        fields.problems.error(fields.place("place"), message, hint)
    elif series and len(measured) > 1:
        hint = "give one place as 'place', or one indicator"
        message = "several indicators for several places"
        fields.problems.error(fields.place("series"), message, hint)
    across: Dimension = "indicators" if place and len(measured) > 1 else "places"
    return FromReadings(measured, (place,) if place else series, (), "periods", across)


def _indicators(fields: Fields, checker: Checker, indicators: Indicators) -> tuple[str, ...]:
    if not fields.has("readings"):
        fields.missing("readings", "an indicator, or a list of them")
    keys = read_known(fields, "readings", "indicator", checker)
    units = {indicators[key].unit for key in keys if key in indicators} if indicators else set()
    if len(units) > 1:
        message = f"the readings are in {', '.join(sorted(units))}"
        fields.problems.error(fields.place("readings"), message, "draw one unit in one chart")
    return keys
