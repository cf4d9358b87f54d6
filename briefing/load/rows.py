"""Readings that come from a program instead of a file."""

from collections.abc import Iterable, Mapping
from datetime import date
from numbers import Real
from typing import Any

from msgspec.structs import replace

from briefing.load.expressions import Checker
from briefing.load.fields import Fields, Name
from briefing.load.known import Known
from briefing.load.problems import Problems
from briefing.load.readings import ordered, read_reading
from briefing.load.yaml_doc import YamlList, YamlMap, YamlText
from briefing.model.content import Content
from briefing.model.country import Reading
from briefing.model.prose import Conditions

_FILE = "rows"


def add_rows(content: Content, rows: Iterable[Mapping[str, Any]], problems: Problems) -> Content:
    """Add rows to the readings of `content`; see `readings_of`."""
    checker = Checker(known_of(content), problems)
    added: list[Reading] = []
    for number, row in enumerate(rows, start=1):
        fields = Fields(node_of(_given(row), number), problems)
        indicator = fields.text("indicator")
        if indicator:
            name = Name(indicator, fields.place("indicator"))
            checker.known.check("indicator", name, problems)
        reading = read_reading(indicator, fields, checker)
        if reading is not None:
            added.append(_guarded(reading, content))
    new = ordered(added, problems)
    taken = {(one.indicator, one.place, one.period) for one in added}
    kept = [
        reading
        for by_place in content.readings.values()
        for readings in by_place.values()
        for reading in readings
        if (reading.indicator, reading.place, reading.period) not in taken
    ]
    return replace(content, readings=ordered([*kept, *added], problems)) if new else content


def _guarded(reading: Reading, content: Content) -> Reading:
    """Keep each condition of the reading that is replaced, where the row gives none of its kind.

    One of the same time that is only reported, or no longer, stays beside it: it guards it too.
    """
    olds = content.readings.get(reading.indicator, {}).get(reading.place, ())
    for old in sorted(olds, key=lambda old: old.period != reading.period):
        if (old.period.start, old.period.end) == (reading.period.start, reading.period.end):
            reading = replace(reading, conditions=_narrowed(reading.conditions, old.conditions))
    return reading


def _narrowed(given: Conditions, old: Conditions) -> Conditions:
    return Conditions(
        audiences=old.audiences if given.audiences is None else given.audiences,
        countries=old.countries if given.countries is None else given.countries,
        languages=old.languages if given.languages is None else given.languages,
        marking=given.marking or old.marking,
        when=given.when or old.when,
        since=given.since or old.since,
        until=given.until or old.until,
    )


def known_of(content: Content) -> Known:
    """Gather the names that a project has."""
    project = content.project
    return Known(
        markings=project.markings,
        audiences=project.audiences,
        languages=project.languages,
        places=content.places,
        indicators=content.indicators,
        sources=content.sources,
        sections=content.sections,
        charts=content.charts,
        tables=content.tables,
        pictures=content.pictures,
        styles=content.styles,
        abbreviations=content.abbreviations,
        units=content.units,
        default_marking=project.default_marking,
        documents=content.documents,
    )


def _given(row: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is missing; tables of numbers say so with a number that is none."""
    return {
        str(name): value
        for name, value in row.items()
        if value is not None and (name == "value" or value == value)
    }


def node_of(value: Any, line: int, file: str = _FILE) -> Any:
    """Turn a value of Python into what the same value would be in a file."""
    if isinstance(value, Mapping):
        entries = {
            str(name): (YamlText(str(name), "", file, line, 1), node_of(one, line, file))
            for name, one in value.items()
        }
        return YamlMap(entries, file, line, 1)
    if isinstance(value, list | tuple):
        return YamlList([node_of(one, line, file) for one in value], file, line, 1)
    return YamlText(*_spelt(value), file, line, 1)


def _spelt(value: Any) -> tuple[str, str]:
    """Give the text of a single value, and its quotation mark if it is a text."""
    if isinstance(value, bool):
        return str(value).lower(), ""
    if isinstance(value, Real):
        number = float(value)
        return (str(int(number)) if number.is_integer() else repr(number)), ""
    if isinstance(value, date):
        return value.isoformat()[:10], '"'
    return str(value), '"'
