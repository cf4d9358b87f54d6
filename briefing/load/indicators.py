"""``content/units.yaml`` and ``content/indicators.yaml``."""

import re
from collections.abc import Collection, Iterator

from briefing.load.fields import Fields, Name
from briefing.load.project import read_key
from briefing.load.yaml_doc import YamlMap, YamlText
from briefing.model.country import Indicator, Unit

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
        )
        indicator.done()
    return indicators


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
