"""What sentences of several subjects are made of."""

import re
from collections.abc import Sequence

NBSP = "\u00a0"

NAMED = 3
"""More bars than these are counted, not named."""

_ENDS = (".", "!", "?", "…")
_DAY = re.compile(r"\d{1,2}(?:er|\.)?(?:–\d{1,2}\.?)? \D+ \d{4}")


def capital(text: str) -> str:
    """Begin a sentence; in some languages, the names of months are small."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """End a sentence."""
    return text if text.endswith(_ENDS) else f"{text}."


def listed(names: Sequence[str], link: str) -> str:
    """List names, the last after a word such as "and"."""
    *others, last = names
    return f"{', '.join(others)} {link} {last}" if others else last


def strung(names: Sequence[str], semicolon: str = "; ") -> str:
    """List names without such a word; those that have commas of their own are told apart."""
    return (semicolon if any("," in name for name in names) else ", ").join(names)


def paired(
    pairs: Sequence[tuple[str, str]], colon: str = ": ", semicolon: str = "; ", link: str = " "
) -> str:
    """Write names and values; a name that ends in a digit must not run into its value."""
    if link == " " and any(name[-1:].isdigit() for name, _ in pairs):
        link = colon
    comma = semicolon if any("," in name for name, _ in pairs) else ", "
    return comma.join([f"{name}{link}{text}" for name, text in pairs])


def is_day(date: str) -> bool:
    """Tell whether a date is of a day or of days, which have an article in some languages."""
    return bool(_DAY.fullmatch(date))
