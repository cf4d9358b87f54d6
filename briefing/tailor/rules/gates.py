"""Figures that are printed although they are old, contested, or can hardly be true."""

from collections.abc import Iterator
from functools import lru_cache

from briefing.errors import Diagnostic
from briefing.model.content import Content
from briefing.model.country import Date, Indicator, Reading, is_chosen, is_implausible
from briefing.model.periods import last_day
from briefing.model.rules import contradiction, told
from briefing.numbers import iso_period
from briefing.tailor.rules.readings import Readings

_DAYS_A_YEAR = 365.25


def judged_reading(reading: Reading, content: Content, readings: Readings) -> Iterator[Diagnostic]:
    """Tell what is wrong with a reading that is printed.

    Args:
        reading: It may be shown.
        content: Everything there is.
        readings: Those that readers may see: one that is not their latest may be of any age.
    """
    indicator = content.indicators[reading.indicator]
    lowered = content.project.lowered
    for rival in () if is_chosen(reading) else reading.rivals:
        if rival.said:
            found = contradiction(reading, rival, iso_period(reading.period))
            yield found.lowered(lowered)
    if is_implausible(reading.amount, indicator) and not is_chosen(reading):
        message = f"{_named(reading)} is {told(reading.amount)}, which is not {_range(indicator)}"
        hint = "mend the figure, or give the reason to print it in content/choices.yaml"
        yield Diagnostic(reading.where, message, hint, rule="implausible").lowered(lowered)
    limit = indicator.age_limit or content.project.limits.age
    if limit is not None and reading is readings.latest(reading.indicator, reading.place):
        edition = content.project.edition
        age = _age(reading.period.end, edition.facts_as_of or edition.date)
        if age > limit:
            when = iso_period(reading.period)
            message = f"{_named(reading)} is of {when}, more than {limit:g} years ago"
            hint = "look for a newer figure, or give its indicator an 'age-limit'"
            if indicator.age_limit is not None:
                hint = "look for a newer figure, or raise the 'age-limit' of its indicator"
            yield Diagnostic(reading.where, message, hint, "warning", "stale").lowered(lowered)


def _named(reading: Reading) -> str:
    return f"{reading.indicator!r} for {reading.place!r}"


@lru_cache(maxsize=1024)
def _age(end: Date, today: str) -> float:
    """Count the years from the last day of a date to an ISO date of any precision."""
    parts = [int(part) for part in today.split("-")]
    now = last_day(Date(*parts))
    return (now - last_day(end)).days / _DAYS_A_YEAR


def _range(indicator: Indicator) -> str:
    least, most = indicator.plausible
    if least is None:
        return f"at most {most:,.15g}"
    return f"at least {least:,.15g}" if most is None else f"from {least:,.15g} to {most:,.15g}"
