"""Conventions of any language, taken from CLDR by way of Babel, read once when they are needed."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from briefing.numbers.known import KNOWN
from briefing.numbers.values import NBSP, Conventions, DatePattern, Scale
from briefing.numbers.words import FIRST_DAY

_PLAIN_ENGLISH = "en-GB"  # "3 October 2022": the form in use outside the United States


@lru_cache(maxsize=64)
def conventions_of(language: str) -> Conventions:
    """Look up the conventions of a BCP 47 language tag.

    Raises:
        ValueError: CLDR does not know the language.
    """
    return KNOWN[language] if language in KNOWN else from_babel(language)


def from_babel(language: str) -> Conventions:
    """Ask Babel for the conventions of a language.

    Raises:
        ValueError: CLDR does not know the language.
    """
    from babel.core import Locale, UnknownLocaleError  # late: it takes 20 ms

    try:
        locale = Locale.parse(_PLAIN_ENGLISH if language == "en" else language, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"unknown language {language!r}") from error
    compact = locale.compact_decimal_formats
    symbols = locale.number_symbols["latn"]
    months = locale.months
    skeletons = locale.datetime_skeletons
    month = skeletons["yMMMM"].pattern if "yMMMM" in skeletons else "LLLL y"
    return Conventions(
        decimal=symbols["decimal"],
        group=symbols["group"],
        grouping=locale.decimal_formats[None].grouping,
        scales=_scales(compact["long"] if "long" in compact else compact["short"]),
        plural=locale.plural_form,
        day=_date_pattern(locale.date_formats["long"].pattern, months)._replace(
            first_day=FIRST_DAY.get(locale.language, "")
        ),
        month=_date_pattern(month, months),
    )


def _scales(formats: Mapping[str, Mapping[str, Any]]) -> tuple[Scale, ...]:
    scales = []
    for key, pattern in formats["other"].items():
        least = len(key) - 1
        positive = pattern.pattern.partition(";")[0]
        if least < 6 or positive == "0":
            continue
        words = {form: _words(at[key]) for form, at in formats.items() if key in at}
        scales.append(Scale(least, least - positive.count("0") + 1, words))
    return tuple(sorted(scales, key=lambda scale: scale.least))


def _words(pattern: Any) -> str:
    """Turn ``0 million`` into ``{} million``; the number and its word stay on one line."""
    prefix, suffix = pattern.prefix[0], pattern.suffix[0]
    return f"{prefix}{{}}{suffix}".replace(" ", NBSP).replace("'", "")


_FIELD = re.compile(r"'([^']*)'|([a-zA-Z])\2*|[^'a-zA-Z]+")
_NUMBERED = tuple(map(str, range(1, 13)))


def _date_pattern(pattern: str, months: Mapping[str, Any]) -> DatePattern:
    """Read a date pattern of CLDR (UTS 35 part 4, Date Format Patterns)."""
    template, names, digits = "", _NUMBERED, 1
    for match in _FIELD.finditer(pattern):
        run, letter = match[0], match[2]
        if letter == "d":
            template, digits = template + "{day}", len(run)
        elif letter in ("M", "L"):
            template += "{month}"
            form = "format" if letter == "M" else "stand-alone"
            width = {3: "abbreviated", 4: "wide"}.get(len(run))
            if width:
                names = tuple(months[form][width][number] for number in range(1, 13))
            elif len(run) == 2:
                names = tuple(name.zfill(2) for name in _NUMBERED)
        elif letter == "y":
            template += "{year}"
        elif letter is None:
            template += run.replace("''", "\u2019") if match[1] is None else match[1]
    return DatePattern(template.strip(), names, digits)
