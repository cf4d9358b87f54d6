"""Figures of a chart that are taken from the project's readings."""

from collections.abc import Sequence

from briefing.load.charts.names import read_known, read_place
from briefing.load.charts.reader import Reader
from briefing.load.charts.series import split_series
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.yaml_doc import YamlText
from briefing.load.values.periods import parse_period, read_period
from briefing.model.chart_spec import Dimension, FromReadings, Series
from briefing.model.country import Period


def read_categories(reader: Reader, *, what: str) -> FromReadings:
    """Read one figure for each of several places, periods or indicators."""
    fields = reader.fields
    measured, places, place = _measured(reader), _places(reader), _place(reader)
    if fields.has("countries") == fields.has("place"):
        message = f"a {what} chart has either 'countries' or 'place'"
        hint = f"countries: one {what} each; place: one {what} for each of its periods"
        fields.problems.error(fields.place("place"), message, hint)
    if place and len(measured) > 1:
        return FromReadings(measured, (place,), _one_period(reader), "indicators", None)
    if place:
        return FromReadings(measured, (place,), _periods(reader), "periods", None)
    if len(measured) > 1:
        message = f"{what}s of several places show one indicator, not {len(measured)}"
        hint = f"name one place under 'place', and each indicator is a {what}"
        fields.problems.error(fields.place("readings"), message, hint)
    return FromReadings(measured, places, _one_period(reader), "places", None)


def read_places(reader: Reader) -> FromReadings:
    """Read one figure for each of several places, and for nothing else."""
    fields = reader.fields
    measured, places = _measured(reader), _places(reader)
    if not fields.has("countries"):
        fields.missing("countries", "the places that are shown")
    if len(measured) > 1:
        message = f"a map shows one indicator, not {len(measured)}"
        fields.problems.error(fields.place("readings"), message, "draw a map for each")
    return FromReadings(measured, places, _one_period(reader), "places", None)


def read_series(reader: Reader, *, what: str) -> FromReadings:
    """Read figures over time, of several places or of several indicators."""
    fields = reader.fields
    named, held = split_series(fields, "series", reader.checker)
    series = read_known(named, "series", "place", reader.checker)
    place = _place(reader)
    measured, of_indicators = _series(reader)
    if fields.has("series") == fields.has("place"):
        message = f"a {what} chart has either 'series' or 'place'"
        hint = "series: places, one line each; place: one line for each of its indicators"
        fields.problems.error(fields.place("place"), message, hint)
    elif series and len(measured) > 1:
        hint = "give one place as 'place', or one indicator"
        message = "several indicators for several places"
        fields.problems.error(fields.place("series"), message, hint)
    across: Dimension = "indicators" if place and len(measured) > 1 else "places"
    places = (place,) if place else series
    if across == "indicators":
        held = of_indicators
    else:
        _refuse_held(of_indicators, reader)
    return FromReadings(measured, places, _periods(reader), "periods", across, held)


def read_crossed(reader: Reader, *, what: str) -> FromReadings:
    """Read figures that differ in two things: places, periods or indicators."""
    fields = reader.fields
    measured, held = _series(reader)
    places, place = _places(reader), _place(reader)
    if fields.has("countries") == fields.has("place"):
        message = f"a {what} chart has either 'countries' or 'place'"
        hint = "countries: by several readings or periods; place: its periods by several readings"
        fields.problems.error(fields.place("place"), message, hint)
    if place:
        if len(measured) == 1:
            message = f"a {what} chart of one place shows several indicators, not one"
            hint = "list them under 'readings', or name 'countries'"
            fields.problems.error(fields.place("readings"), message, hint)
        return FromReadings(measured, (place,), _periods(reader), "periods", "indicators", held)
    if len(measured) > 1:
        return FromReadings(measured, places, _one_period(reader), "places", "indicators", held)
    _refuse_held(held, reader)
    periods = _periods(reader)
    if len(periods) < 2 and fields.has("countries"):
        message = f"a {what} chart of several places has several readings or several periods"
        hint = "list indicators under 'readings', or periods under 'periods'"
        fields.problems.error(fields.place("countries"), message, hint)
    return FromReadings(measured, places, periods, "places", "periods")


def read_change(reader: Reader, *, what: str) -> FromReadings:
    """Read figures at the `start` and at the `end`, of several places or indicators."""
    fields = reader.fields
    measured, places, place = _measured(reader), _places(reader), _place(reader)
    if fields.has("countries") == fields.has("place"):
        message = f"a {what} chart has either 'countries' or 'place'"
        hint = f"countries: one {what} each; place: one {what} for each of its indicators"
        fields.problems.error(fields.place("place"), message, hint)
    elif places and len(measured) > 1:
        message = "several indicators for several places"
        hint = "give one place as 'place', or one indicator"
        fields.problems.error(fields.place("countries"), message, hint)
    down: Dimension = "indicators" if place else "places"
    both = _both_ends(reader)
    return FromReadings(measured, (place,) if place else places, both, down, "periods")


def read_spans(reader: Reader) -> FromReadings:
    """Read from where to where: two indicators, two periods, or the ranges of readings."""
    fields = reader.fields
    if fields.has("low") or fields.has("high"):
        return _low_and_high(reader)
    if fields.has("start") or fields.has("end"):
        return read_change(reader, what="range")
    return read_categories(reader, what="range")


def _low_and_high(reader: Reader) -> FromReadings:
    fields = reader.fields
    ends = [name for field in ("low", "high") for name in _indicator(reader, field)]
    measured = tuple([name.text for name in ends])
    if len(ends) == 2 and ends[0].text == ends[1].text:
        message = f"'low' and 'high' are both {ends[0].text!r}"
        fields.problems.error(ends[1].where, message, "name two that differ")
    if fields.has("readings"):
        message = "the figures come from 'readings' and from 'low' and 'high'"
        fields.problems.error(fields.place("readings"), message, "leave 'readings' out")
    _check_units(measured, "high", reader)
    places, place = _places(reader), _place(reader)
    if fields.has("countries") == fields.has("place"):
        message = "a range chart has either 'countries' or 'place'"
        hint = "countries: one range each; place: one range for each of its periods"
        fields.problems.error(fields.place("place"), message, hint)
    if place:
        return FromReadings(measured, (place,), _periods(reader), "periods", "indicators")
    return FromReadings(measured, places, _one_period(reader), "places", "indicators")


def _indicator(reader: Reader, field: str) -> list[Name]:
    node = reader.fields.scalar(field, "an indicator")
    if node is None:
        if not reader.fields.has(field):
            reader.fields.missing(field, "an indicator")
        return []
    name = Name(node.text, node.where)
    reader.checker.known.check("indicator", name, reader.problems)
    return [name]


def _measured(reader: Reader, fields: Fields | None = None) -> tuple[str, ...]:
    fields = fields or reader.fields
    if not fields.has("readings"):
        hint = "an indicator, or a list of them; or figures of the chart's own as 'rows' or 'data'"
        fields.missing("readings", hint)
    keys = read_known(fields, "readings", "indicator", reader.checker)
    _check_units(keys, "readings", reader)
    return keys


def _series(reader: Reader) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    """Read indicators that may be series, and the conditions that some of them carry."""
    named, held = split_series(reader.fields, "readings", reader.checker)
    return _measured(reader, named), held


def _refuse_held(held: Sequence[Series], reader: Reader) -> None:
    for one in held:
        hint = "give them to the readings themselves, or to the chart"
        message = f"{one.key!r} is no series, and carries conditions"
        reader.problems.error(one.where, message, hint)


def _check_units(keys: tuple[str, ...], field: str, reader: Reader) -> None:
    indicators = reader.indicators or {}
    units = {indicators[key].unit for key in keys if key in indicators}
    if len(units) > 1:
        message = f"the readings are in {', '.join(sorted(units))}"
        hint = "draw one unit in one chart"
        reader.problems.error(reader.fields.place(field), message, hint, "mixed-units")


def _places(reader: Reader) -> tuple[str, ...]:
    return read_known(reader.fields, "countries", "place", reader.checker)


def _place(reader: Reader) -> str:
    return read_place(reader.fields, "place", reader.checker)


# --- periods -----------------------------------------------------------------------------------


def _periods(reader: Reader) -> tuple[Period, ...]:
    """Read which periods are shown, in the order of time; empty for all there are."""
    fields = reader.fields
    found: dict[Period, None] = {}
    for name in fields.names("periods") or ():
        period = parse_period(name.text)
        if period is None:
            hint = "write it like 2019, 2022-01-15 or 2015/2019"
            fields.problems.error(name.where, f"{name.text!r} is no period", hint)
        elif period in found:
            fields.problems.error(name.where, f"{name.text!r} is given twice")
        else:
            found[period] = None
    return tuple(sorted(found))


def _one_period(reader: Reader) -> tuple[Period, ...]:
    """Read which period all figures are of; empty for the latest of each."""
    node = reader.fields.node("period")
    period = read_period(node, reader.problems) if node else None
    return (period,) if period else ()


def _both_ends(reader: Reader) -> tuple[Period, ...]:
    """Read `start` and `end`, which must be in order."""
    fields = reader.fields
    found = []
    for field in ("start", "end"):
        node = fields.node(field)
        if node is None:
            fields.missing(field, "a period such as 2019")
        elif period := read_period(node, fields.problems):
            found.append((period, node.text if type(node) is YamlText else ""))
    if len(found) == 2:
        (start, text), (end, other) = found
        if start >= end:
            what = "are both" if start == end else "are out of order:"
            told = repr(text) if start == end else f"{text!r} and {other!r}"
            message = f"'start' and 'end' {what} {told}"
            fields.problems.error(fields.place("end"), message, "give the earlier one first")
    return tuple([period for period, _ in found])
