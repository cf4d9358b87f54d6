"""Periods as spans of days: which are one and the same, and which speak of nearly the same time."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from briefing.model.country import Date, Period

_MOSTLY = 0.5
"""Of the longer of two periods: with more than that in common they speak of the same time."""


@lru_cache(maxsize=4096)
def first_day(of: Date) -> date:
    """Give the first day of a date of any precision."""
    return date(of.year, of.month or 1, of.day or 1)


@lru_cache(maxsize=4096)
def last_day(of: Date) -> date:
    """Give the last day of a date of any precision."""
    if of.day:
        return date(of.year, of.month, of.day)
    month = of.month or 12
    if of.year == 9999 and month == 12:
        return date.max
    following = date(of.year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def simplest(period: Period) -> Period:
    """Spell a period in years if it is made of whole ones, else in months if it is made of these.

    So 2023-01/2023-12 is 2023. What is known to the year at one end, and to the month at the
    other, stays as it is.
    """
    start, end = period.start, period.end
    if start == end:
        return period
    first, last = first_day(start), last_day(end)
    years = Date(first.year), Date(last.year)
    if first_day(years[0]) == first and last_day(years[1]) == last:
        return replace(period, start=years[0], end=years[1])
    months = Date(first.year, first.month), Date(last.year, last.month)
    is_even = bool(start.day) is bool(end.day) and bool(start.month) is bool(end.month)
    if is_even and first_day(months[0]) == first and last_day(months[1]) == last:
        return replace(period, start=months[0], end=months[1])
    return period


def is_near(one: Period, other: Period) -> bool:
    """Tell whether two periods end together, or have more than half of the longer in common."""
    begins, ends = first_day(one.start), last_day(one.end)
    first, last = first_day(other.start), last_day(other.end)
    if ends == last:
        return True
    shared = (min(ends, last) - max(begins, first)).days + 1
    return shared > _MOSTLY * (1 + max((ends - begins).days, (last - first).days))


def rivals(periods: Sequence[Period]) -> Iterator[tuple[int, int]]:
    """Find pairs of periods that speak of nearly the same time; the same period is no pair.

    Yields:
        Their places in `periods`.
    """
    order = sorted(range(len(periods)), key=lambda at: first_day(periods[at].start))
    for number, at in enumerate(order):
        end = last_day(periods[at].end)
        for follower in order[number + 1 :]:
            if first_day(periods[follower].start) > end:
                break
            if periods[at] != periods[follower] and is_near(periods[at], periods[follower]):
                yield at, follower
