"""``content/readings/*.yaml``: the figures, each with its source."""

from collections.abc import Mapping

from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker
from briefing.load.fields import Fields, Name, each_of, read_number, what_it_is
from briefing.load.periods import parse_date, parse_period
from briefing.load.problems import Problems
from briefing.load.yaml_doc import YamlMap, YamlNode, YamlText
from briefing.model.country import Amount, Date, Period, Qualifier, Reading

Readings = Mapping[str, Mapping[str, tuple[Reading, ...]]]

_UPPER: dict[str, Qualifier] = {"up-to": "up to", "nearly": "nearly"}
_LOWER: dict[str, Qualifier] = {"at-least": "at least", "over": "over"}
_BOUNDS = ("from", "to", *_UPPER, *_LOWER, "about")
_NEVER = Date(0)


def read_readings(fields: Fields, checker: Checker) -> list[Reading]:
    """Read one file of readings: lists of them, by indicator."""
    readings: list[Reading] = []
    for key, node in fields.entries():
        checker.known.check("indicator", Name(key.text, key.where), checker.problems)
        for row in each_of(node, key.text, checker.problems):
            reading = read_reading(key.text, row, checker)
            if reading is not None:
                readings.append(reading)
    return readings


def read_reading(indicator: str, fields: Fields, checker: Checker) -> Reading | None:
    """Read one reading; None if it has no amount or no period that could be used."""
    amount, period = _amount(fields), _period(fields)
    reading = Reading(
        indicator=indicator,
        place=_known(fields, "country", "place", "the key of a country or region", checker),
        amount=amount or Amount(0.0, 0.0),
        period=period or Period(_NEVER, _NEVER),
        source=_known(fields, "source", "source", "a key of sources.yaml", checker),
        locator=fields.text("locator", ""),
        also=_also(fields, checker),
        doubt=plain_text(fields, "doubt"),
        conditions=read_conditions(fields, checker),
        where=fields.where,
    )
    fields.done()
    return reading if amount and period else None


def ordered(readings: list[Reading], problems: Problems) -> Readings:
    """Order readings by indicator, place and period; two of the same are refused."""
    places: dict[str, dict[str, dict[Period, Reading]]] = {}
    for reading in readings:
        periods = places.setdefault(reading.indicator, {}).setdefault(reading.place, {})
        first = periods.setdefault(reading.period, reading)
        if first is not reading:
            message = (
                f"a second reading of {reading.indicator!r} for {reading.place!r} and this period"
            )
            problems.error(reading.where, message, f"the first is at {first.where}")
    return {
        indicator: {
            place: tuple(periods[period] for period in sorted(periods))
            for place, periods in by_place.items()
        }
        for indicator, by_place in places.items()
    }


def plain_text(fields: Fields, name: str) -> str:
    """Read a text that is printed as it is; empty where it is missing."""
    text = fields.text(name, "")
    for sign, what in (("{{", "hold {{ … }}"), ("[@", "cite"), ("]{", "hold conditions")):
        if sign in text:
            fields.problems.error(
                fields.place(name), f"{name!r} cannot {what}", "write plain words"
            )
    return text


def _known(fields: Fields, name: str, what: str, wanted: str, checker: Checker) -> str:
    node = fields.scalar(name, wanted)
    if node is None:
        if not fields.has(name):
            fields.missing(name, wanted)
        return ""
    checker.known.check(what, Name(node.text, node.where), checker.problems)
    return node.text


def _also(fields: Fields, checker: Checker) -> tuple[str, ...]:
    names = fields.names("also") or ()
    for name in names:
        checker.known.check("source", name, checker.problems)
    return tuple(name.text for name in names)


def _amount(fields: Fields) -> Amount | None:
    node = fields.node("value")
    if node is None:
        fields.missing("value", "a number, or a bound such as {at-least: 6}")
        return None
    if type(node) is YamlMap:
        return _bound(Fields(node, fields.problems))
    number = _number(node, "value", fields.problems)
    return None if number is None else Amount(number, number)


def _bound(fields: Fields) -> Amount | None:
    given = [name for name in _BOUNDS if fields.has(name)]
    if given and set(given) <= {"from", "to"}:
        return _range(fields)
    fields.done()
    if len(given) != 1:
        hint = "give from and to, or one of up-to, nearly, at-least, over, about"
        message = f"the value has {'two bounds' if given else 'no bound'}"
        fields.problems.error(fields.where, message, hint)
        return None
    name, node = given[0], fields.node(given[0])
    number = _number(node, name, fields.problems) if node else None
    if number is None:
        return None
    if name in _UPPER:
        return Amount(None, number, _UPPER[name])
    if name in _LOWER:
        return Amount(number, None, _LOWER[name])
    return Amount(number, number, "about")


def _range(fields: Fields) -> Amount | None:
    begin, end = fields.node("from"), fields.node("to")
    fields.done()
    if begin is None or end is None:
        fields.missing("to" if begin else "from", "the other end of the range")
        return None
    low = _number(begin, "from", fields.problems)
    high = _number(end, "to", fields.problems)
    if low is None or high is None:
        return None
    if low >= high:
        message = f"the range from {low:g} to {high:g} is empty"
        fields.problems.error(fields.where, message, "give the smaller number first")
    return Amount(low, high)


def _number(node: YamlNode, name: str, problems: Problems) -> float | None:
    if type(node) is YamlText and node.text.lower().lstrip("+-.") in ("nan", "inf", "infinity"):
        hint = "leave the reading out where there is no figure"
        problems.error(node.where, f"{name!r} is {node.text!r}, which is no figure", hint)
        return None
    return read_number(node, name, problems)


def _period(fields: Fields) -> Period | None:
    node = fields.node("period")
    if node is None:
        fields.missing("period", "such as 2019, 2022-01, 2015/2019 or {reported: 2020}")
        return None
    if type(node) is not YamlMap:
        return _spelt(node, fields.problems)
    reported = Fields(node, fields.problems)
    inner = reported.node("reported")
    reported.done()
    if inner is None:
        reported.missing("reported", "the date of the source")
        return None
    period = _spelt(inner, fields.problems)
    return Period(period.start, period.end, reported=True) if period else None


def _spelt(node: YamlNode, problems: Problems) -> Period | None:
    text = node.text if type(node) is YamlText else ""
    period = parse_period(text)
    if period is None:
        begin, _, end = text.partition("/")
        message = f"{what_it_is(node)} is no period"
        if parse_date(begin) and parse_date(end):
            message = f"the period {text!r} does not end after it begins"
        problems.error(node.where, message, "write it like 2019, 2022-01-15 or 2015/2019")
    return period
