"""Figures that differ much from those of the last edition that was kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.errors import Diagnostic
from briefing.kept import KeptError, Printed, kept_dates, last_edition, read_edition
from briefing.model.content import Content
from briefing.model.country import Amount, Reading
from briefing.model.rules import told
from briefing.numbers import iso_period

_ByPeriod = dict[str, Printed]


def jumps(content: Content) -> tuple[Diagnostic, ...]:
    """Warn of readings that differ from those of the last edition by more than the limit.

    A figure that it printed is held against that of the same period; the latest, where it is new,
    against the latest that it printed. Where none is kept but that of the project's own date, what
    was changed since then is held against that.

    Args:
        content: The project keeps its editions in its folder.
    """
    project = content.project
    if project.limits.jump is None:
        return ()
    try:
        root, day = Path(content.root), project.edition.date
        last = last_edition(root, before=day)
        if last is None and day in kept_dates(root):
            last = read_edition(root, day)
    except KeptError as error:
        message = f"the last edition cannot be read: {error.reason}"
        return (Diagnostic(project.where, message, error.hint, "warning", "jump"),)
    olds: dict[tuple[str, str], _ByPeriod] = {}
    for one in [one for file in last.manifest.files for one in file.readings] if last else ():
        olds.setdefault((one.indicator, one.place), {})[one.period] = one
    found: dict[Diagnostic, None] = {}
    for (indicator, place), printed in sorted(olds.items()):
        readings = content.readings.get(indicator, {}).get(place, ())
        for reading, old in _pairs(readings, printed):
            if last is not None and _differs(reading.amount, old, project.limits.jump):
                told_of = _jump(reading, old, last.date, project.limits.jump)
                found[told_of.lowered(project.lowered)] = None
    return tuple(sorted(found))


def _pairs(readings: Sequence[Reading], printed: _ByPeriod) -> Iterator[tuple[Reading, Printed]]:
    """Pair readings with what the last edition printed in their place."""
    for reading in readings:
        old = printed.get(iso_period(reading.period))
        if old is not None:
            yield reading, old
        elif reading is readings[-1]:
            period = iso_period(reading.period)
            earlier = [one for one in printed.values() if _end(one.period) <= _end(period)]
            if earlier:
                yield reading, max(earlier, key=lambda one: _end(one.period))


def _jump(reading: Reading, old: Printed, edition: str, limit: float) -> Diagnostic:
    message = (
        f"{reading.indicator!r} for {reading.place!r} is {told(reading.amount)} "
        f"({iso_period(reading.period)}), and was {told(_amount(old))} ({old.period}) in "
        f"the edition of {edition}"
    )
    hint = f"more than {limit:.0%} is a jump: look whether it is right"
    return Diagnostic(reading.where, message, hint, "warning", "jump")


def _end(period: str) -> str:
    return period.rpartition("/")[2]


def _amount(old: Printed) -> Amount:
    return Amount(old.low, old.high)


def _differs(amount: Amount, old: Printed, limit: float) -> bool:
    was = _amount(old).best
    return abs(amount.best - was) > limit * abs(was)
