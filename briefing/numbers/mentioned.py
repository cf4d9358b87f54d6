"""Numbers in running text: which of its digits say how much of something there is.

Dates, times, what a rate is of, and names with digits in them say nothing of the kind.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from briefing.numbers.conventions import conventions_of
from briefing.numbers.in_words import amounts_in, may_say_amounts, more_or_less_in, near_in
from briefing.numbers.words import base_language

Stretch = tuple[int, int]
"""Where something begins and ends in a text."""

_DIGIT = re.compile(r"\d")
_NUMBER = r"\d+(?:[.,\u00a0\u202f]\d+)*"
_FIGURE = re.compile(rf"[-−]?{_NUMBER}(?:\s?[–-]\s?{_NUMBER})?")
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEARS = re.compile(
    rf"(?<![\d.,\w–-]){_YEAR}(?:[–/-](?:{_YEAR}|\d\d))?(?:s\b)?"
    r"(?![\d\w%]|[.,]\d|[–/-]\d|\s?(?:%|per cent|million|billion|thousand))"
)
_THING = re.compile(
    r"\s(?!(?:and|or|to|until|when|the|they|was|were|has|had|und|oder|bis|war|et|ou|и|или|до)\b)([^\W\d_]{3,})"
)
_OF_TIME = re.compile(
    r"\b(?:the|its|their|this|that|in|of|from|since|by|until|before|after|for)\s\Z",
    re.IGNORECASE,
)
_FAR = 20  # signs; no words before an amount are longer
_CLOCK = re.compile(r"(?<![\d.,])(?:[01]?\d|2[0-3]):[0-5]\d")
_RATE = re.compile(
    r"\b(?:per|every|je|pro|pour(?=\s[\d\s.,]+(?:habitants|personnes|naissances))"
    r"|на(?=\s[\d\s.,]+(?:населения|человек|жителей|рождени)))"
    r"\s1(?:0+|0{0,2}(?:[.,\u00a0\u202f]000)+)(?![.,]?\d|\s?%)",
    re.IGNORECASE,
)
"""What so many come on: per 100,000 people."""
_BASE = re.compile(rf"\b{_YEAR}\s?=\s?100(?![.,]?\d|\s?%)")
"""What an index is 100 of: 2010 = 100."""
_ORDINARY = re.compile(r"\d+(?:st|nd|rd|th)\s+(?:century|centuries)\b")


def find_numbers(text: str, language: str, names: Sequence[str] = ()) -> list[Stretch]:
    """Find the numbers of a text, ranges as one, in order.

    Args:
        text: As it is printed.
        language: Of which the names of months are known.
        names: With digits in them that count nothing, such as ``5G``; in ``B-#`` and ``(p. #)`` the
            sign stands for any number.
    """
    if not _DIGIT.search(text):
        return []
    silent = [*_dates(text, language), *_named(text, tuple(names))]
    return _apart(_FIGURE.finditer(text), silent)


def find_amounts_in_words(text: str, language: str, names: Sequence[str] = ()) -> list[Stretch]:
    """Find amounts that are written in words, likewise: fractions, magnitudes, multiples."""
    language = base_language(language)
    if not may_say_amounts(text, language):
        return []
    pattern = amounts_in(language)
    return _apart(pattern.finditer(text), [*_named(text, tuple(names))]) if pattern else []


def _apart(found: Iterable[re.Match[str]], silent: Sequence[Stretch]) -> list[Stretch]:
    return [
        match.span()
        for match in found
        if not any(begin < match.end() and match.start() < end for begin, end in silent)
    ]


def _dates(text: str, language: str) -> Iterator[Stretch]:
    for pattern in (_days(language), _CLOCK, _ORDINARY, _RATE, _BASE):
        yield from (match.span() for match in pattern.finditer(text))
    for year in _YEARS.finditer(text):
        if not _is_amount(text, *year.span(), base_language(language)):
            yield year.span()


def _is_amount(text: str, start: int, end: int, language: str) -> bool:
    """Whether what looks like a year counts something: "over 1500 tanks", "2000 soldiers"."""
    thing = _THING.match(text, end)
    if thing is None or not text[start:end].isdigit():
        return False
    before = text[max(0, start - _FAR) : start]
    if (said := more_or_less_in(language)) and said.search(before):
        return True
    if not text.endswith("00", start, end):
        return False
    if (said := near_in(language)) and said.search(before):
        return True
    return language == "en" and thing[1].endswith("s") and not _OF_TIME.search(before)


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
