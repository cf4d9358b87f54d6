"""Dates along an axis: where they stand, and which are named."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor

from msgspec import Struct

from briefing.model.country import Date
from briefing.numbers import format_date

_MONTHS, _DAYS = (1, 2, 3, 4, 6), (1, 2, 5, 7, 10, 14, 21)  # steps from label to label
_DAYS_MOST = 92
_ROUND = (2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


def year_of(date: Date) -> float:
    """Give a date as a year with its fraction; a year or month stands at its own middle."""
    if not date.month:
        return date.year + 0.5
    first = datetime.date(date.year, 1, 1).toordinal()
    length = 366 if _is_leap(date.year) else 365
    start = datetime.date(date.year, date.month, date.day or 1).toordinal() - first
    return date.year + (start + (0.5 if date.day else 15.2)) / length


def start_of(date: Date) -> float:
    """Give the first moment of a date, as a year with its fraction."""
    if not date.month:
        return float(date.year)
    first = datetime.date(date.year, 1, 1).toordinal()
    start = datetime.date(date.year, date.month, date.day or 1).toordinal() - first
    return date.year + start / (366 if _is_leap(date.year) else 365)


def end_of(date: Date) -> float:
    """Give the moment at which a date is over, as a year with its fraction."""
    if not date.month or (date.month == 12 and not date.day):
        return date.year + 1.0
    if not date.day:
        return start_of(Date(date.year, date.month + 1))
    return start_of(date) + 1 / (366 if _is_leap(date.year) else 365)


def iso(date: Date) -> str:
    """Write a date to the precision that it has.

    Source:
        ISO 8601-1, calendar dates, extended format.
    """
    parts = f"{date.year:04}", f"{date.month:02}", f"{date.day:02}"
    return "-".join(parts[: 1 + bool(date.month) + bool(date.day)])


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


class DateTick(Struct, frozen=True):
    """A named date; `at` is a year with its fraction."""

    at: float
    text: str


def date_ticks(
    labels: Mapping[Date, str], room: Callable[[str], float], per_year: float
) -> tuple[DateTick, ...]:
    """Choose the dates to name along an axis.

    Years are named under their middles where figures are of whole years, else where they begin;
    a short stretch of months or days is named by the figures' own dates.

    Args:
        labels: The dates that have figures, with what the page calls them.
        room: Measures a label, the white around it included, in points.
        per_year: Points that a year takes.
    """
    dates = sorted(labels)
    places = [year_of(date) for date in dates]
    first, last = places[0], places[-1]
    whole = any(not date.month for date in dates)
    if not whole and last - first < 3:
        return _own_dates([labels[date] for date in dates], places, room, per_year)
    shift = 0.5 if whole else 0.0
    start, end = dates[0].year, dates[-1].year
    years = [year for year in range(start, end + 2) if first <= year + shift <= last]
    if not years:
        return _own_dates([labels[date] for date in dates], places, room, per_year)
    return tuple(DateTick(year + shift, str(year)) for year in _round_years(years, room, per_year))


def calendar_ticks(
    low: float,
    high: float,
    language: str,
    room: Callable[[str], float],
    per_year: float,
    *,
    whole: bool,
) -> tuple[DateTick, ...]:
    """Choose the years, months or days to name between two moments, at least one where it can be.

    Args:
        low: A year with its fraction.
        high: Likewise.
        language: Of the names of months.
        room: Measures a label, the white around it included, in points.
        per_year: Points that a year takes.
        whole: Years are named under their middles, else all dates where they begin.
    """
    years = year_ticks(low, high, room, per_year, whole=whole)
    if whole or high - low > 2:
        return years
    months = [
        Date(year, month) for year in range(int(low), int(high) + 1) for month in range(1, 13)
    ]
    for dates, steps in (
        ([date for date in months if low <= start_of(date) <= high], _MONTHS),
        ([date for date in _days(low, high) if low <= start_of(date) <= high], _DAYS),
    ):
        ticks = [DateTick(start_of(date), format_date(iso(date), language)) for date in dates]
        named_dates = _stepped(ticks, steps, room, per_year)
        if len(named_dates) > 1 or (ticks and dates[0].day):
            return tuple(named_dates)
    return ()


def year_ticks(
    low: float, high: float, room: Callable[[str], float], per_year: float, *, whole: bool
) -> tuple[DateTick, ...]:
    """Choose the years to name between two moments, as `calendar_ticks` does."""
    shift = 0.5 if whole else 0.0
    years = range(ceil(low - shift), floor(high - shift) + 1)
    named = _round_years(years, room, per_year) if years else ()
    return tuple(DateTick(year + shift, str(year)) for year in named)


def _days(low: float, high: float) -> list[Date]:
    """List the days of a stretch, which is shorter than two months."""
    first = datetime.date(int(low), 1, 1) + datetime.timedelta(int((low - int(low)) * 365))
    count = min(int((high - low) * 366) + 2, _DAYS_MOST)
    days = (first + datetime.timedelta(number) for number in range(count))
    return [Date(day.year, day.month, day.day) for day in days]


def _stepped(
    ticks: Sequence[DateTick],
    steps: Sequence[int],
    room: Callable[[str], float],
    per_year: float,
) -> Sequence[DateTick]:
    """Keep every so many-th, so that their labels stand apart."""
    if not ticks:
        return ()
    need = max(room(tick.text) for tick in ticks)
    for step in steps:
        kept = ticks[::step]
        gaps = [after.at - before.at for before, after in pairwise(kept)]
        if not gaps or min(gaps) * per_year >= need:
            return kept
    return ticks[:1]


def _round_years(
    years: Sequence[int], room: Callable[[str], float], per_year: float
) -> Sequence[int]:
    """Keep so many years that their labels stand apart.

    Best are every year, or steps that name the first and the last; else round years, at least
    two; else the first and the last.
    """
    first, last = years[0], years[-1]
    need = max(room(str(first)), room(str(last)))
    span = last - first
    for step in (1, 2, 5, 3, 4):
        ends = first % 5 == last % 5 == 0 if step == 5 else span % step == 0
        if step * per_year >= need and ends:
            return years[::step]
    for step in _ROUND:
        if step * per_year >= need:
            named = [year for year in years if year % step == 0]
            if len(named) > 1:
                return named
    return (first, last) if span * per_year >= need else years[:1]


def _own_dates(
    texts: Sequence[str], places: Sequence[float], room: Callable[[str], float], per_year: float
) -> tuple[DateTick, ...]:
    """Name the first and the last date, and those between for which there is room."""
    ticks = [DateTick(places[-1], texts[-1])]
    limit = (places[-1] - places[0]) * per_year - room(texts[-1]) / 2
    if limit < room(texts[0]) / 2 or len(places) == 1:
        return tuple(ticks)
    first = DateTick(places[0], texts[0])
    taken = room(texts[0]) / 2
    between = []
    for text, place in zip(texts[1:-1], places[1:-1], strict=True):
        middle, half = (place - places[0]) * per_year, room(text) / 2
        if middle - half >= taken and middle + half <= limit:
            between.append(DateTick(place, text))
            taken = middle + half
    return (first, *between, *ticks)
