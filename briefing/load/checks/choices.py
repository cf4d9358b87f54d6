"""``content/choices.yaml``: what is printed where sources differ, and why."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from briefing.errors import Diagnostic
from briefing.load.checks.overlaps import overlapping
from briefing.load.expressions import Checker
from briefing.load.readings import Readings
from briefing.load.readings.sourced import read_source
from briefing.load.syntax.fields import Fields, Name, each_of
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.lazy import TableReadings
from briefing.load.values.periods import read_period
from briefing.load.values.texts import plain_text
from briefing.model.content import Content
from briefing.model.country import RANGE, Choice, Date, Reading, differ, is_implausible, spanning
from briefing.model.rules import contradiction
from briefing.numbers import iso_period

FILE = "content/choices.yaml"

_Key = tuple[str, str, Date, Date]
Choices = Mapping[_Key, Choice]
"""By indicator, place and the ends of the period."""


class _Found(NamedTuple):
    """A reading that a choice is about, and where it stands among those of its place."""

    reading: Reading
    at: int
    among: tuple[Reading, ...]


def read_choices(fields: Fields, checker: Checker) -> dict[_Key, Choice]:
    """Read the file: lists of choices, by indicator."""
    choices: dict[_Key, Choice] = {}
    for key, node in fields.entries():
        checker.known.check("indicator", Name(key.text, key.where), checker.problems)
        for row in each_of(node, key.text, checker.problems):
            place = read_source(row, "country", "place", "the key of a country or region", checker)
            period = _period(row)
            choice = _choice(row, checker)
            row.done()
            if period is None or not _is_known(choice, place, checker):
                continue
            known = choices.setdefault((key.text, place, *period), choice)
            if known is not choice:
                message = f"a second choice of {key.text!r} for {place!r} and this period"
                checker.problems.error(row.where, message, f"the first is at {known.where}")
    return choices


def _is_known(choice: Choice, place: str, checker: Checker) -> bool:
    """Tell whether its names are; of the others the author is told anyway."""
    sources, places = checker.known.sources, checker.known.places
    takes = choice.takes == RANGE or sources is None or all(key in sources for key in choice.order)
    return takes and (places is None or place in places)


def _period(fields: Fields) -> tuple[Date, Date] | None:
    node = fields.node("period")
    if node is None:
        fields.missing("period", "that of the figures, such as 2019 or 2015/2019")
        return None
    period = read_period(node, fields.problems)
    return (period.start, period.end) if period else None


def _choice(fields: Fields, checker: Checker) -> Choice:
    takes = _takes(fields, checker)
    reason = plain_text(fields, "because").strip()
    if not reason:
        fields.missing("because", "the reason, as a sentence; it is printed in the figure's note")
    return Choice(takes[0], reason, fields.where, takes[1:])


def _takes(fields: Fields, checker: Checker) -> tuple[str, ...]:
    """Read which figures are printed: those of sources, in the order of preference, or range."""
    named = fields.names("take")
    if named is None:
        fields.missing("take", "the key of a source, a list of them by preference, or range")
    for at, name in enumerate(named or ()):
        if name.text == RANGE and named and len(named) > 1:
            message = "a range stands alone, for it is of all figures that readers may see"
            checker.problems.error(name.where, message, "take sources, or range")
        elif any(name.text == earlier.text for earlier in (named or ())[:at]):
            checker.problems.error(name.where, f"{name.text!r} is named twice", "name it once")
        elif name.text != RANGE:
            checker.known.check("source", name, checker.problems)
    return tuple([name.text for name in named or ()]) or ("",)


def with_choices(content: Content, choices: Choices, problems: Problems) -> Content:
    """Print what was chosen.

    Args:
        content: In which figures of several sources for one thing are rivals of the first.
        choices: By what they are about.
        problems: What is wrong is taken down here.
    """
    settled = _settled(content.readings)
    changed: dict[str, dict[str, tuple[Reading, ...]]] = {}
    for key, choice in choices.items():
        indicator, place = key[:2]
        among = changed.get(indicator, {}).get(place)
        if among is None:
            among = content.readings.get(indicator, {}).get(place, ())
        found = _find(key, among, choice)
        if found is None:
            message = f"there is no figure of {indicator!r} for {place!r} in this period"
            problems.error(choice.where, message, "take the choice out, or mend its period")
            continue
        chosen = _chosen(found.reading, choice, problems)
        measured = content.indicators.get(indicator)
        is_odd = measured is not None and is_implausible(chosen.amount, measured)
        if not chosen.rivals and not is_odd and not overlapping(among, chosen):
            message = f"there is nothing to choose of {indicator!r} for {place!r}"
            problems.warning(choice.where, message, "its sources agree: take the choice out")
        held = (*found.among[: found.at], chosen, *found.among[found.at + 1 :])
        changed.setdefault(indicator, {})[place] = held
    if changed:
        every = {
            key: {**settled.get(key, {}), **changed.get(key, {})}
            for key in dict.fromkeys([*settled, *changed])
        }
        readings = content.readings
        tables = readings.held if isinstance(readings, TableReadings) else ()
        content = replace(content, readings=TableReadings(every, tables) if tables else every)
    return content


def _settled(readings: Mapping[str, Mapping[str, tuple[Reading, ...]]]) -> Readings:
    """Give those that were ordered one by one: all that have rivals are among them."""
    return readings.settled if isinstance(readings, TableReadings) else readings


def _find(key: _Key, among: tuple[Reading, ...], choice: Choice) -> _Found | None:
    """Find the figure of a period, or, where one is only reported, that of the sources taken."""
    found = [
        _Found(reading, at, among)
        for at, reading in enumerate(among)
        if (reading.period.start, reading.period.end) == key[2:]
    ]
    taken = (
        one
        for one in found
        if any(each.source in choice.order for each in (one.reading, *one.reading.rivals))
    )
    return next(taken, found[0] if found else None)


def _chosen(reading: Reading, choice: Choice, problems: Problems) -> Reading:
    every = (reading, *reading.rivals)
    if choice.takes == RANGE:
        if not reading.rivals:
            return replace(reading, choice=choice)
        amounts = [one.amount for one in every]
        if any(one.high is None for one in amounts) and any(
            one.qualifier == "up to" for one in amounts
        ):
            message = f"the figures of {reading.indicator!r} here are open at both ends of a range"
            problems.error(choice.where, message, "take one of the sources")
        return spanning(every, choice)
    by_source = {one.source: one for one in every}
    lacking = [key for key in choice.order if key not in by_source]
    for key in lacking:
        message = f"{key!r} gives no figure of {reading.indicator!r} here"
        hint = f"these do: {', '.join(by_source)}; or take the range"
        problems.error(choice.where, message, hint)
    if lacking:
        return reading
    taken = by_source[choice.takes]
    rivals = tuple(replace(one, rivals=()) for one in every if one is not taken)
    return replace(taken, rivals=rivals, choice=choice)


def contested(content: Content) -> Iterator[Diagnostic]:
    """Find figures of one thing that differ, where no choice was made."""
    project = content.project
    for reading in _with_rivals(_settled(content.readings)):
        for rival in reading.rivals:
            if differ(reading.amount, rival.amount, project.limits.differ):
                found = contradiction(reading, rival, iso_period(rival.period))
                yield found.lowered(project.lowered)


def _with_rivals(readings: Readings) -> Iterator[Reading]:
    for by_place in readings.values():
        for several in by_place.values():
            yield from (one for one in several if one.rivals and one.choice is None)
