"""Numbers in running text: which of its digits say how much of something there is.

Dates, times and names with digits in them say nothing of the kind.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.numbers.conventions import conventions_of

Stretch = tuple[int, int]
"""Where something begins and ends in a text."""

_NUMBER = r"\d+(?:[.,\u00a0\u202f]\d+)*"
_FIGURE = re.compile(rf"[-−]?{_NUMBER}(?:\s?[–-]\s?{_NUMBER})?")
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEARS = re.compile(
    rf"(?<![\d.,\w–-]){_YEAR}(?:[–/-](?:{_YEAR}|\d\d))?(?:s\b)?"
    r"(?![\d\w%]|[.,]\d|[–/-]\d|\s?(?:%|per cent|million|billion|thousand))"
)
_CLOCK = re.compile(r"(?<![\d.,])(?:[01]?\d|2[0-3]):[0-5]\d")
_ORDINARY = re.compile(r"\d+(?:st|nd|rd|th)\s+(?:century|centuries)\b")


def find_numbers(text: str, language: str, names: Sequence[str] = ()) -> list[Stretch]:
    """Find the numbers of a text, ranges as one, in order.

    Args:
        text: As it is printed.
        language: Of which the names of months are known.
        names: With digits in them that count nothing, such as ``5G``; in ``B-#`` and ``(p. #)`` the
            sign stands for any number.
    """
    silent = [*_dates(text, language), *_named(text, tuple(names))]
    return [
        match.span()
        for match in _FIGURE.finditer(text)
        if not any(begin < match.end() and match.start() < end for begin, end in silent)
    ]


def _dates(text: str, language: str) -> Iterator[Stretch]:
    for pattern in (_days(language), _YEARS, _CLOCK, _ORDINARY):
        yield from (match.span() for match in pattern.finditer(text))


def _named(text: str, names: tuple[str, ...]) -> Iterator[Stretch]:
    if names:
        yield from (match.span() for match in _names(names).finditer(text))


@lru_cache(maxsize=64)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(_name, ordered)))


def _name(name: str) -> str:
    """A pattern that finds a name where no letter or digit goes on with it."""
    inner = re.escape(name).replace(r"\#", f"{_NUMBER}(?:[–-]{_NUMBER})?").replace(r"\ ", r"\s")
    before = r"(?<!\w)" if name[:1].isalnum() else ""
    after = r"(?!\w)" if name[-1:].isalnum() else ""
    return before + inner + after


@lru_cache(maxsize=64)
def _days(language: str) -> re.Pattern[str]:
    """Days and months as a language writes them: "28 May", "May 28, 2022", "28.–30. Mai 2022"."""
    conventions = conventions_of(language)
    names = {*conventions.day.months, *conventions.month.months}
    month = f"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})"
    day = r"\d{1,2}(?:\.|er)?(?:\s?[–-]\s?\d{1,2}\.?)?"
    year = rf"(?:,?\s{_YEAR})?"
    return re.compile(rf"(?<!\d)(?:{day}\s(?:de\s)?{month}{year}|{month}(?:\s{day})?{year})(?!\d)")
