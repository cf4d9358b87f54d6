"""``content/readings/*.yaml``: the figures, each with its source."""

from collections.abc import Mapping

from msgspec.structs import replace

from briefing.load.amounts import read_amount
from briefing.load.conditions import read_conditions, spoken
from briefing.load.expressions import Checker
from briefing.load.fields import Fields, Name, each_of, what_it_is
from briefing.load.periods import parse_date, parse_period
from briefing.load.problems import Problems
from briefing.load.scripts import check_plain
from briefing.load.sourced import read_key, read_sourced
from briefing.load.yaml_doc import YamlMap, YamlNode, YamlText
from briefing.model.country import Amount, Date, Period, Reading

Readings = Mapping[str, Mapping[str, tuple[Reading, ...]]]

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
    sourced = read_sourced(fields, checker)
    doubt, conditions = plain_text(fields, "doubt"), read_conditions(fields, checker)
    language = spoken(conditions, checker.known.languages[0])
    check_plain(doubt, fields.place("doubt"), language, checker.problems)
    reading = Reading(
        indicator=indicator,
        place=read_key(fields, "country", "place", "the key of a country or region", checker),
        amount=amount or Amount(0.0, 0.0),
        period=period or Period(_NEVER, _NEVER),
        source=sourced.source,
        locator=sourced.locator,
        also=sourced.also,
        doubt=doubt,
        conditions=conditions,
        where=fields.where,
        as_of=read_day(fields, "as-of"),
        licence=_licence(fields, language, checker),
    )
    fields.done()
    return reading if amount and period else None


def ordered(readings: list[Reading], problems: Problems, remedy: str = "") -> Readings:
    """Order readings by indicator, place and period.

    Those of other sources for the same are rivals of the first; two of one source are refused, with
    what helps as a `remedy`.
    """
    places: dict[str, dict[str, dict[Period, list[Reading]]]] = {}
    for reading in readings:
        periods = places.setdefault(reading.indicator, {}).setdefault(reading.place, {})
        same = periods.setdefault(reading.period, [])
        twin = next((one for one in same if one.source == reading.source), None)
        if twin is None:
            same.append(reading)
            continue
        message = f"a second reading of {reading.indicator!r} for {reading.place!r} and this period"
        problems.error(reading.where, message, f"the first is at {twin.where}{remedy}")
    return {
        indicator: {
            place: tuple(_with_rivals(periods[period]) for period in sorted(periods))
            for place, periods in by_place.items()
        }
        for indicator, by_place in places.items()
    }


def _with_rivals(same: list[Reading]) -> Reading:
    return replace(same[0], rivals=tuple(same[1:])) if len(same) > 1 else same[0]


def plain_text(fields: Fields, name: str) -> str:
    """Read a text that is printed as it is; empty where it is missing."""
    text = fields.text(name, "")
    for sign, what in (("{{", "hold {{ … }}"), ("[@", "cite"), ("]{", "hold conditions")):
        if sign in text:
            fields.problems.error(
                fields.place(name), f"{name!r} cannot {what}", "write plain words"
            )
    return text


def read_day(fields: Fields, name: str) -> str:
    """Read a date of any precision, as it is written; empty where it is missing or none."""
    node = fields.scalar(name, "a date such as 2022, 2022-06 or 2022-06-29")
    if node is None:
        return ""
    if parse_date(node.text) is None:
        hint = "write it like 2022, 2022-06 or 2022-06-29"
        fields.problems.error(node.where, f"{node.text!r} is no date", hint)
        return ""
    return node.text


def _licence(fields: Fields, language: str, checker: Checker) -> str:
    licence = plain_text(fields, "licence")
    check_plain(licence, fields.place("licence"), language, checker.problems)
    return licence


def _amount(fields: Fields) -> Amount | None:
    node = fields.node("value")
    if node is None:
        fields.missing("value", "a number, or a bound such as {at-least: 6}")
        return None
    return read_amount(node, "value", fields.problems)


def _period(fields: Fields) -> Period | None:
    node = fields.node("period")
    if node is None:
        fields.missing("period", "such as 2019, 2022-01, 2015/2019 or {reported: 2020}")
        return None
    if type(node) is not YamlMap:
        return read_period(node, fields.problems)
    reported = Fields(node, fields.problems)
    inner = reported.node("reported")
    reported.done()
    if inner is None:
        reported.missing("reported", "the date of the source")
        return None
    period = read_period(inner, fields.problems)
    return Period(period.start, period.end, reported=True) if period else None


def read_period(node: YamlNode, problems: Problems) -> Period | None:
    """Read a period whose dates are known; None, and why, if it is none."""
    text = node.text if type(node) is YamlText else ""
    period = parse_period(text)
    if period is None:
        begin, _, end = text.partition("/")
        message = f"{what_it_is(node)} is no period"
        if parse_date(begin) and parse_date(end):
            message = f"the period {text!r} does not end after it begins"
        problems.error(node.where, message, "write it like 2019, 2022-01-15 or 2015/2019")
    return period
