"""Figures of different sources for nearly the same time, which differ."""

from collections.abc import Iterator, Sequence
from itertools import product

from briefing.errors import Diagnostic
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.lazy import TableReadings
from briefing.model.content import Content
from briefing.model.country import Reading, differ, spans
from briefing.model.periods import rivals
from briefing.model.rules import told
from briefing.numbers import iso_period


def check_overlaps(content: Content, problems: Problems) -> None:
    """Warn of figures for periods that end together or have most in common.

    Which of them is the latest hangs on how their periods are written. A source that gives figures
    for both periods tells the two apart, so these are no rivals; nor are they after a choice.
    """
    share = content.project.limits.differ
    for several in _groups(content):
        for found in _found(several, share):
            problems.again(found)


def overlapping(among: Sequence[Reading], reading: Reading) -> bool:
    """Tell whether there are figures of other sources for nearly the time of a reading."""
    periods = [reading.period, *(one.period for one in among if one.period != reading.period)]
    return any(0 in pair for pair in rivals(periods))


def _groups(content: Content) -> Iterator[Sequence[Reading]]:
    """Give the readings of indicators and places of which there may be such figures."""
    readings = content.readings
    settled = readings.settled if isinstance(readings, TableReadings) else readings
    for by_place in settled.values():
        yield from (several for several in by_place.values() if len(several) > 1)
    for table in readings.held if isinstance(readings, TableReadings) else ():
        for indicator, place in table.overlapping():
            if place not in settled.get(indicator, {}):
                yield table.of(indicator, place)


def _found(several: Sequence[Reading], share: float) -> Iterator[Diagnostic]:
    for pair in rivals([one.period for one in several]):
        first, other = sorted((several[at] for at in pair), key=lambda one: one.where)
        if first.choice is not None or other.choice is not None:
            continue
        ones, others = _each(first), _each(other)
        if not {one.source for one in ones}.isdisjoint(one.source for one in others):
            continue
        for one, two in product(ones, others):
            if differ(one.amount, two.amount, share):
                yield _told(one, two)
                break


def _each(reading: Reading) -> Sequence[Reading]:
    return reading.rivals if spans(reading) else (reading, *reading.rivals)


def _told(one: Reading, other: Reading) -> Diagnostic:
    first, second = sorted((one, other), key=lambda reading: reading.where)
    message = (
        f"{second.indicator!r} for {second.place!r} is {_figure(second)}, and {_figure(first)}, "
        "which is nearly the same time"
    )
    same = first.where.file == second.where.file
    at = f"line {first.where.line}" if same else str(first.where)
    hint = (
        f"the other is at {at}; say in content/choices.yaml, for one of the periods, why it holds"
    )
    return Diagnostic(second.where, message, hint, "warning", "contradiction")


def _figure(reading: Reading) -> str:
    reported = "reported " if reading.period.reported else ""
    when = f"{reported}{iso_period(reading.period)}"
    return f"{told(reading.amount)} ({when}) by {reading.source!r}"
