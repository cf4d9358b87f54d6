"""Parts of a whole in words: what "two thirds" and "about half" come to."""

import re
from collections.abc import Mapping
from typing import NamedTuple


class _Words(NamedTuple):
    """The words of one language, in small letters.

    Attributes:
        counts: From one on; what is not said is one.
        parts: What they divide by, by a pattern of the whole word.
    """

    counts: Mapping[str, int]
    parts: Mapping[str, int]


def _counted(*words: str) -> Mapping[str, int]:
    return {word: at for at, several in enumerate(words, 1) for word in several.split("|")}


_LANGUAGES: Mapping[str, _Words] = {
    "en": _Words(
        _counted("a|an|one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        {
            "half|halves": 2, "thirds?": 3, "quarters?": 4, "fifths?": 5, "sixths?": 6,
            "sevenths?": 7, "eighths?": 8, "ninths?": 9, "tenths?": 10, "hundredths?": 100,
            "thousandths?": 1000,
        },
    ),
    "de": _Words(
        _counted("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
        {
            "hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7,
            "achtel": 8, "neuntel": 9, "zehntel": 10, "hundertstel": 100,
        },
    ),
    "fr": _Words(
        _counted("un", "deux", "trois", "quatre"),
        {"moitié": 2, "tiers": 3, "quarts?": 4, "cinquièmes?": 5, "dixièmes?": 10},
    ),
    "ru": _Words(
        _counted("", "две", "три", "четыре"),
        {"половин[ауы]": 2, "трет[ьи]": 3, "четверт[ьи]": 4, "пятых": 5},
    ),
}  # fmt: skip


def part_in(text: str, language: str) -> float | None:
    """Read which part of a whole words say, such as ``two thirds``; None where they say none.

    Args:
        text: That ends with the part.
        language: A base language, such as ``en``.
    """
    words = _LANGUAGES.get(language)
    if words is None:
        return None
    *before, last = re.split(r"[\s-]", text.lower())
    for pattern, whole in words.parts.items():
        if re.fullmatch(pattern, last):
            return words.counts.get(before[-1] if before else "", 1) / whole
    return None
