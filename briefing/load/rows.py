"""Readings that come from a program instead of a file."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any, NamedTuple

from msgspec.structs import replace

from briefing.load.checks.ahead import Ahead
from briefing.load.checks.choices import with_choices
from briefing.load.conditions.readers import common, expanded
from briefing.load.expressions import Checker
from briefing.load.expressions.known import Known
from briefing.load.readings import Readings, read_reading
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.nodes import node_of
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.frames import frame_of
from briefing.load.tabular.lazy import renewed, shared
from briefing.load.tabular.table import Table
from briefing.model.content import Content
from briefing.model.country import Reading
from briefing.model.prose import Conditions, Expression

_FILE = "rows"


def add_rows(
    content: Content, rows: Any, problems: Problems, *, replacing: bool = False
) -> Content:
    """Add rows to the readings of `content`; see `readings_of`."""
    add = _Adding(content, problems, replacing)
    checker = Checker(known_of(content), problems)
    frame = frame_of(rows)
    if frame is None:
        return add(_read(rows, checker), ())
    if not len(frame):
        return content
    from briefing.load.tabular.frame_table import read_frame  # late: few have frames

    table = read_frame(frame, _FILE, checker)
    if table is None:
        return content
    pairs = dict.fromkeys([*shared(content.readings, table), *table.contested()])
    one_by_one = [reading for pair in pairs for reading in table.of(*pair)]
    return add(one_by_one, (table,))


def _read(rows: Iterable[Mapping[str, Any]], checker: Checker) -> list[Reading]:
    """Read dictionaries."""
    added: list[Reading] = []
    for number, row in enumerate(rows, start=1):
        fields = Fields(node_of(_given(row), number, _FILE), checker.problems)
        indicator = fields.text("indicator")
        if indicator:
            name = Name(indicator, fields.place("indicator"))
            checker.known.check("indicator", name, checker.problems)
        reading = read_reading(indicator, fields, checker)
        if reading is not None:
            added.append(reading)
    return added


class _Adding(NamedTuple):
    """Adds readings to content."""

    content: Content
    problems: Problems
    replacing: bool

    def __call__(self, added: Sequence[Reading], tables: Sequence[Table]) -> Content:
        content, problems = self.content, self.problems
        guarded = [_guarded(reading, content) for reading in added]
        ahead = Ahead(content, problems)
        ahead.readings(guarded)
        for table in tables:
            ahead.table(table)
        before = content.readings
        after = renewed(before, guarded, tables, problems, replacing=self.replacing)
        joined = dict.fromkeys((one.indicator, one.place) for one in guarded)
        made = [
            (reading, choice)
            for indicator, place in joined
            for reading in before.get(indicator, {}).get(place, ())
            if (choice := reading.choice) is not None
        ]
        choices = {
            (one.indicator, one.place, one.period.start, one.period.end): choice
            for one, choice in made
            if not self.replacing or _is_left(one, after)
        }
        return with_choices(replace(content, readings=after), choices, problems)


def _is_left(old: Reading, readings: Readings) -> bool:
    """Tell whether a reading that was chosen is still there, and not replaced."""
    among = readings.get(old.indicator, {}).get(old.place, ())
    same = [one for one in among if one.period == old.period]
    return not any(each.replaces for one in same for each in (one, *one.rivals))


def _guarded(reading: Reading, content: Content) -> Reading:
    """Keep each condition of the reading for the same, where the row gives none of its kind.

    One of the same time that is only reported, or no longer, stays beside it: it guards it too. So
    do the figures of other sources, for the new one may be any of them.
    """
    olds = content.readings.get(reading.indicator, {}).get(reading.place, ())
    time = reading.period.start, reading.period.end
    same = [old for old in olds if (old.period.start, old.period.end) == time]
    guards = [each.conditions for old in same for each in (old, *old.rivals)]
    if not guards:
        return reading
    closed = reduce(lambda one, other: _closer(one, other, content), guards)
    return replace(reading, conditions=_narrowed(reading.conditions, closed))


def _closer(one: Conditions, other: Conditions, content: Content) -> Conditions:
    """Give conditions under which an item is printed only where both let it be."""
    project, places = content.project, content.places

    def rank(marking: str | None) -> int:
        return project.markings.index(marking or project.default_marking)

    whens = dict.fromkeys(each for each in (one.when, other.when) if each is not None)
    sinces = [each for each in (one.since, other.since) if each is not None]
    untils = [each for each in (one.until, other.until) if each is not None]
    return Conditions(
        audiences=common(one.audiences, other.audiences),
        countries=common(expanded(one.countries, places), expanded(other.countries, places)),
        languages=common(one.languages, other.languages),
        marking=max(one.marking, other.marking, key=rank),
        when=_all(tuple(whens)),
        since=max(sinces, default=None),
        until=min(untils, default=None),
    )


def _all(whens: Sequence[Expression]) -> Expression | None:
    if len(whens) < 2:
        return whens[0] if whens else None
    source = " and ".join(f"({each.source})" for each in whens)
    return replace(whens[0], source=source)


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
        measured={
            key: content.units[one.unit]
            for key, one in content.indicators.items()
            if one.unit in content.units
        },
    )


def _given(row: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is missing; tables of numbers say so with a number that is none."""
    return {
        str(name): value
        for name, value in row.items()
        if value is not None and (name == "value" or _says(value))
    }


def _says(value: object) -> bool:
    """Tell whether a value equals itself; what stands for one that is missing may not even say."""
    try:
        return bool(value == value)
    except TypeError:
        return False
