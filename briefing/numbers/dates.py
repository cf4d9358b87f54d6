"""Dates and periods in words."""

import datetime
import re
from functools import lru_cache

from briefing.model.country import Date, Period
from briefing.numbers.conventions import conventions_of
from briefing.numbers.values import NBSP, Conventions, DatePattern
from briefing.numbers.words import REPORTED, REPORTED_SIGN, base_language

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@lru_cache(maxsize=4096)
def format_period(period: Period, language: str) -> str:
    """Print a period, years always in full: "January 2022", "2015–2019", "reported 2020".

    Raises:
        ValueError: `language` is unknown.
    """
    text = _span(period.start, period.end, conventions_of(language))
    if not period.reported:
        return text
    return REPORTED.get(base_language(language), REPORTED_SIGN).format(text)


@lru_cache(maxsize=256)
def format_date(iso: str, language: str) -> str:
    """Print a day, a month or a year that is given as ISO 8601 writes it.

    Raises:
        ValueError: `iso` is no such date, or `language` is unknown.
    """
    match = _ISO.fullmatch(iso)
    if match is None:
        raise ValueError(f"{iso!r} is not a date; write it like '2022-01-15'")
    date = Date(*(int(part or 0) for part in match.groups()))
    datetime.date(date.year, date.month or 1, date.day or 1)  # refuses 30 February
    return _date(date, conventions_of(language))


def iso_period(period: Period) -> str:
    """Spell a period as ISO 8601 does: ``2019``, ``2022-01``, ``2015/2019``."""
    start, end = iso_date(period.start), iso_date(period.end)
    return start if start == end else f"{start}/{end}"


def iso_date(date: Date) -> str:
    """Spell a date likewise, as far as it is known."""
    parts = [f"{date.year:04}", *(f"{part:02}" for part in (date.month, date.day) if part)]
    return "-".join(parts)


def _date(date: Date, conventions: Conventions) -> str:
    if not date.month:
        return str(date.year)
    pattern = conventions.day if date.day else conventions.month
    return _fill(pattern, date, day=_day(date, pattern), month=_month(date, pattern))


def _span(start: Date, end: Date, conventions: Conventions) -> str:
    """Print two dates with what they share printed once, as far as that reads well."""
    if start == end:
        return _date(start, conventions)
    if not start.month and not end.month:
        return f"{start.year}–{end.year}"
    precise = bool(start.day), bool(end.day)
    if start.year == end.year and start.month and end.month and precise == (False, False):
        pattern = conventions.month
        months = f"{_month(start, pattern)}–{_month(end, pattern)}"
        return _fill(pattern, start, day="", month=months)
    if start.year == end.year and start.month == end.month and precise == (True, True):
        pattern = conventions.day
        dot = "." if "{day}." in pattern.template else ""
        days = f"{_day(start, pattern)}{dot}–{_day(end, pattern)}"
        return _fill(pattern, start, day=days, month=_month(start, pattern))
    return f"{_date(start, conventions)}{NBSP}– {_date(end, conventions)}"


def _day(date: Date, pattern: DatePattern) -> str:
    if date.day == 1 and pattern.first_day:
        return pattern.first_day
    return str(date.day).zfill(pattern.day_digits)


def _month(date: Date, pattern: DatePattern) -> str:
    return pattern.months[date.month - 1]


def _fill(pattern: DatePattern, date: Date, *, day: str, month: str) -> str:
    return pattern.template.format(day=day, month=month, year=date.year)
