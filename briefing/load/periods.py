"""Periods as authors write them: ``2019``, ``2022-01``, ``2022-01-15``, or two with a slash."""

import re
from datetime import date

from briefing.model.country import Date, Period

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
    """Read a period; None if it is none, or ends before it begins."""
    begin, slash, finish = text.partition("/")
    start = parse_date(begin)
    end = parse_date(finish) if slash else start
    if start is None or end is None or (slash and not _in_order(start, end)):
        return None
    return Period(start, end)


def _in_order(start: Date, end: Date) -> bool:
    """Compare first days and last days, for the two may differ in precision."""
    last = (end.year, end.month or 12, end.day or 31)
    return start < end and (start.year, start.month or 1, start.day or 1) <= last
