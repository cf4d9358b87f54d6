"""``content/units.yaml`` and ``content/indicators.yaml``."""

import re
from collections.abc import Collection, Iterator

from briefing.load.project.limits import read_years
from briefing.load.syntax.fields import Fields, Name, read_number, what_it_is
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlText
from briefing.load.values.keys import read_key
from briefing.model.country import Direction, Indicator, Unit

MOST_DECIMALS = 6

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def read_units(fields: Fields) -> dict[str, Unit]:
    """Read all units by key."""
    units: dict[str, Unit] = {}
    for key, unit in _each(fields, "a mapping with pattern and label"):
        units[key.text] = Unit(
            key=key.text,
            pattern=(pattern := _pattern(unit, "pattern")),
            one=_pattern(unit, "one", ""),
            short=_pattern(unit, "short", "") or pattern,
            label=unit.text("label"),
            compact=unit.truth("compact", False),
        )
        unit.done()
    return units


def read_indicators(fields: Fields, units: Collection[str] | None) -> dict[str, Indicator]:
    """Read all indicators by key; `units` are the known ones, None where that is not known."""
    indicators: dict[str, Indicator] = {}
    for key, indicator in _each(fields, "a mapping with name and unit"):
        unit = indicator.text("unit")
        if unit and units is not None and unit not in units:
            fields.problems.unknown(indicator.place("unit"), "unit", unit, units)
        indicators[key.text] = Indicator(
            key=key.text,
            name=indicator.text("name"),
            definition=indicator.text("definition", ""),
            unit=unit,
            decimals=indicator.whole("decimals", 0, least=0, most=MOST_DECIMALS),
            where=key.where,
            direction=_direction(indicator),
            plausible=_plausible(indicator),
            age_limit=_age_limit(indicator),
            forecast=indicator.truth("forecast", False),
        )
        indicator.done()
    return indicators


def _direction(fields: Fields) -> Direction:
    if not fields.has("direction"):
        return ""
    known: tuple[Direction, ...] = ("higher is better", "lower is better")
    return fields.choice("direction", known)


def _plausible(fields: Fields) -> tuple[float | None, float | None]:
    """Read the lowest and the highest figure that can be true."""
    node = fields.node("plausible")
    if node is None:
        return None, None
    wanted = "a list of the lowest and the highest figure, such as [0, 100]"
    if type(node) is not YamlList or len(node.items) != 2:
        message = f"'plausible' is {what_it_is(node)}"
        fields.problems.error(node.where, message, f"wanted: {wanted}")
        return None, None
    low, high = [
        None
        if type(each) is YamlText and each.kind == "null"
        else read_number(each, "plausible", fields.problems, wanted)
        for each in node.items
    ]
    if low is not None and high is not None and low > high:
        message = f"no figure is from {low:g} to {high:g}"
        fields.problems.error(node.where, message, "give the lowest first")
    return low, high


def _age_limit(fields: Fields) -> float | None:
    node = fields.node("age-limit")
    return None if node is None else read_years(node, "age-limit", fields.problems)


def _each(fields: Fields, wanted: str) -> Iterator[tuple[YamlText, Fields]]:
    for key, node in fields.entries():
        read_key(Name(key.text, key.where), fields.problems)
        if type(node) is YamlMap:
            yield key, Fields(node, fields.problems)
        else:
            fields.problems.error(node.where, f"{key.text!r} says nothing", f"wanted: {wanted}")


def _pattern(fields: Fields, name: str, default: str | None = None) -> str:
    """Read a pattern, which holds the place of the value once and no other braces."""
    text = fields.text(name, default)
    if text and _BRACES.findall(text) != ["{value}"]:
        hint = 'write {value} once, as in "{value}% of GDP"'
        fields.problems.error(fields.place(name), f"{text!r} is no pattern", hint)
    return text
