"""What sentences of several subjects are made of."""

import re
from collections.abc import Sequence

NBSP = "\u00a0"
FRENCH_COLON, FRENCH_SEMICOLON = f"{NBSP}: ", "\u202f; "

NAMED = 3
"""More bars than these are counted, not named."""

_ENDS = (".", "!", "?", "…")
_DAY = re.compile(r"\d{1,2}\.? \D+ \d{4}")
_VOWELS = tuple("aàâeéèêioôu")


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


# --- German ------------------------------------------------------------------------------------


def german_between(start: str, end: str) -> str:
    """Write two dates; days have an article."""
    first, last = (f"dem {date}" if _DAY.fullmatch(date) else date for date in (start, end))
    return f"zwischen {first} und {last}"


# --- French ------------------------------------------------------------------------------------


def french_paired(pairs: Sequence[tuple[str, str]]) -> str:
    """Write names and values."""
    return paired(pairs, FRENCH_COLON, FRENCH_SEMICOLON)


def french_span(start: str, end: str) -> str:
    """Write from when to when, or from what to what."""
    of = "du " if _DAY.fullmatch(start) else "d’" if start.startswith(_VOWELS) else "de "
    return f"{of}{start} {'au' if _DAY.fullmatch(end) else 'à'} {end}"


def french_between(start: str, end: str) -> str:
    """Write two dates; days have an article."""
    first, last = (f"le {date}" if _DAY.fullmatch(date) else date for date in (start, end))
    return f"entre {first} et {last}"


# --- Russian -----------------------------------------------------------------------------------


def russian_count(count: int, one: str, few: str, many: str) -> str:
    """Count in Russian.

    Source:
        CLDR, Language Plural Rules, ru.
    """
    last, teen = count % 10, count % 100 // 10 == 1
    if last == 1 and not teen:
        return f"{count} {one}"
    return f"{count} {few if last in (2, 3, 4) and not teen else many}"


def russian_paired(pairs: Sequence[tuple[str, str]]) -> str:
    """Write names and values."""
    return paired(pairs, link=f"{NBSP}— ")


def russian_span(start: str, end: str) -> str:
    """Write from when to when, or from what to what, in no case but the nominative."""
    return f"{start}–{end}" if start.isdigit() and end.isdigit() else f"{start}{NBSP}— {end}"
