"""``content/readings/*.yaml``: the figures, each with its source."""

from collections.abc import Mapping

from msgspec.structs import replace

from briefing.load.conditions import read_conditions, spoken
from briefing.load.expressions import Checker
from briefing.load.readings.sourced import read_source, read_sourced
from briefing.load.syntax.fields import Fields, Name, each_of
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap
from briefing.load.values.amounts import read_amount
from briefing.load.values.periods import read_date, read_period
from briefing.load.values.scripts import check_plain
from briefing.load.values.texts import plain_text
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
        place=read_source(fields, "country", "place", "the key of a country or region", checker),
        amount=amount or Amount(0.0, 0.0),
        period=period or Period(_NEVER, _NEVER),
        source=sourced.source,
        locator=sourced.locator,
        also=sourced.also,
        doubt=doubt,
        conditions=conditions,
        where=fields.where,
        as_of=read_date(fields, "as-of"),
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
