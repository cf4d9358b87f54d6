"""Periods as authors write them: ``2019``, ``2022-01``, ``2022-01-15``, or two with a slash."""

import re
from datetime import date

from briefing.model.country import Date, Period
from briefing.model.periods import first_day, last_day, simplest

_DATE = re.compile(r"(?P<year>[12][0-9]{3})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def parse_date(text: str) -> Date | None:
    """Read a date of any precision; None if it is none, or not in the calendar."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(match[part] or 0) for part in ("year", "month", "day"))
    try:
        date(year, month if match["month"] else 1, day if match["day"] else 1)
    except ValueError:
        return None
    return Date(year, month, day)


def parse_period(text: str) -> Period | None:
    """Read a period; None if it is none, or ends before it begins.

    Periods of the same days are equal, however they are written.
    """
    begin, slash, finish = text.partition("/")
    start = parse_date(begin)
    end = parse_date(finish) if slash else start
    if start is None or end is None or (slash and not _in_order(start, end)):
        return None
    return simplest(Period(start, end))


def _in_order(start: Date, end: Date) -> bool:
    """Compare first days and last days, for the two may differ in precision."""
    return start < end and first_day(start) <= last_day(end)
