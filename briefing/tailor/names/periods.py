"""Periods as authors name them, and the middle of one."""

import re
from datetime import date

from briefing.model.country import Date, Period
from briefing.model.periods import last_day, simplest

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def parse_period(text: str) -> Period | None:
    """Read ``2019``, ``2022-01``, ``2022-01-15`` or two of them with a slash; else None.

    Expressions that are made at run time may name no day of the calendar: that is no period.
    """
    first, slash, second = text.partition("/")
    start = _parse(first)
    end = _parse(second) if slash else start
    if not start or not end:
        return None
    try:
        return simplest(Period(start, end))
    except ValueError:
        return None


def _parse(text: str) -> Date | None:
    match = _DATE.fullmatch(text.strip())
    return Date(*(int(part or 0) for part in match.groups())) if match else None


def middle(period: Period) -> Date:
    """Find the middle of a period, no more precise than it has to be."""
    start, end = period.start, period.end
    if start == end:
        return start
    if not start.month and not end.month and (start.year + end.year) % 2 == 0:
        return Date((start.year + end.year) // 2)
    first = date(start.year, start.month or 1, start.day or 1)
    day = first + (last_day(end) - first) / 2
    return Date(day.year, day.month, day.day)
