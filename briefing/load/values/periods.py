"""Periods as authors write them: ``2019``, ``2022-01``, ``2022-01-15``, or two with a slash."""

import re
from datetime import date

from briefing.load.syntax.fields import Fields, what_it_is
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlNode, YamlText
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


def read_date(fields: Fields, name: str) -> str:
    """Read a date of any precision, as it is written; empty where it is missing or none."""
    node = fields.scalar(name, "a date such as 2022, 2022-06 or 2022-06-29")
    if node is None:
        return ""
    if parse_date(node.text) is None:
        hint = "write it like 2022, 2022-06 or 2022-06-29"
        fields.problems.error(node.where, f"{node.text!r} is no date", hint)
        return ""
    return node.text


def read_period(node: YamlNode, problems: Problems) -> Period | None:
    """Read a period whose dates are known; None, and why, if it is none."""
    text = node.text if type(node) is YamlText else ""
    period = parse_period(text)
    if period is None:
        begin, _, end = text.partition("/")
        message = f"{what_it_is(node)} is no period"
        if parse_date(begin) and parse_date(end):
            message = f"the period {text!r} does not end after it begins"
        problems.error(node.where, message, "write it like 2019, 2022-01-15 or 2015/2019")
    return period


def read_day(fields: Fields, name: str, *, needed: bool = False) -> str:
    """Read a day as ISO 8601 writes it; empty where it is missing."""
    text = fields.text(name, None if needed else "")
    date = parse_date(text)
    if text and (date is None or not date.day):
        hint = "write it like 2022-10-03"
        fields.problems.error(fields.place(name), f"{text!r} is no day of the calendar", hint)
    return text
