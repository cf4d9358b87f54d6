"""Figures that differ much from those of the last edition that was kept."""

from collections.abc import Iterable
from pathlib import Path

from briefing.errors import Diagnostic
from briefing.kept import KeptError, Printed, last_edition
from briefing.model.content import Content
from briefing.model.country import Amount, Reading
from briefing.numbers import iso_period

_ByPeriod = dict[str, Printed]


def jumps(content: Content, printed: Iterable[Reading]) -> tuple[Diagnostic, ...]:
    """Warn of readings that differ from those of the last edition by more than the limit.

    A figure is held against that of its own period, else against the latest of an earlier one.

    Args:
        content: The project keeps its editions in its folder.
        printed: By any brief.
    """
    project = content.project
    limit = project.limits.jump
    if limit is None:
        return ()
    try:
        last = last_edition(Path(content.root), before=project.edition.date)
    except KeptError as error:
        message = f"the last edition cannot be read: {error.reason}"
        return (Diagnostic(project.where, message, error.hint, "warning", "jump"),)
    if last is None:
        return ()
    olds: dict[tuple[str, str], _ByPeriod] = {}
    for file in last.manifest.files:
        for one in file.readings:
            olds.setdefault((one.indicator, one.place), {})[one.period] = one
    found = []
    for reading in dict.fromkeys(printed):
        old = _before(reading, olds.get((reading.indicator, reading.place), {}))
        if old is not None and _differs(reading.amount, old, limit):
            message = (
                f"{reading.indicator!r} for {reading.place!r} is {_told(reading.amount)} "
                f"({iso_period(reading.period)}), and was {_told(_amount(old))} ({old.period}) in "
                f"the edition of {last.date}"
            )
            hint = f"more than {limit:.0%} is a jump: look whether it is right"
            jump = Diagnostic(reading.where, message, hint, "warning", "jump")
            found.append(jump.lowered(project.lowered))
    return tuple(sorted(set(found)))


def _before(reading: Reading, olds: _ByPeriod) -> Printed | None:
    """Find what the last edition printed in the place of a reading."""
    period = iso_period(reading.period)
    if period in olds:
        return olds[period]
    earlier = [one for one in olds.values() if _end(one.period) <= _end(period)]
    return max(earlier, key=lambda one: _end(one.period), default=None)


def _end(period: str) -> str:
    return period.rpartition("/")[2]


def _amount(old: Printed) -> Amount:
    return Amount(old.low, old.high)


def _differs(amount: Amount, old: Printed, limit: float) -> bool:
    was = _amount(old).best
    return abs(amount.best - was) > limit * abs(was)


def _told(amount: Amount) -> str:
    ends = [end for end in (amount.low, amount.high) if end is not None]
    return " to ".join(f"{end:,.15g}" for end in dict.fromkeys(ends))
