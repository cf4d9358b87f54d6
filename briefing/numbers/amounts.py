"""Amounts with their units: "up to 2% of GDP", "16–18 exercises", "over US$2.5 million"."""

import unicodedata
from functools import lru_cache
from typing import Literal

from briefing.model.country import Amount, Qualifier, Unit
from briefing.numbers.conventions import conventions_of
from briefing.numbers.decimals import (
    enough_decimals,
    print_digits,
    print_scaled,
    round_number,
)
from briefing.numbers.values import NBSP
from briefing.numbers.words import QUALIFIERS, SIGNS, TO, TO_SIGN, base_language

Form = Literal["prose", "short", "bare"]

_SPACES = " \u00a0\u202f"


@lru_cache(maxsize=4096)
def format_amount(amount: Amount, unit: Unit, *, decimals: int, language: str, form: Form) -> str:
    """Print an amount: in ``prose``, ``short`` for tables and charts, or ``bare`` of its unit.

    Zeros at the end are printed: they say how exact the figure is.

    Raises:
        ValueError: The amount has no number that can be printed, or `language` is unknown.
    """
    number = _number(amount, decimals, language, compact=unit.compact)
    qualifier = _qualifier(amount.qualifier, language)
    if form == "bare":
        pattern = "{value}"
    elif form == "short":
        pattern = unit.short
    else:
        pattern = unit.one if unit.one and number == "1" else unit.pattern
    before, _, after = pattern.partition("{value}")
    if qualifier:
        cut = _start_of_sign(before)
        before = f"{before[:cut]}{qualifier}{before[cut:]}"
    return f"{before}{number}{after}"


def _number(amount: Amount, decimals: int, language: str, *, compact: bool) -> str:
    """Print one number, or a range with what both ends share printed once."""
    low = amount.high if amount.low is None else amount.low
    high = low if amount.high is None else amount.high
    if low is None or high is None:
        raise ValueError("an amount needs a number")
    conventions = conventions_of(language)
    decimals = enough_decimals((low, high), decimals, conventions, compact=compact)
    first = round_number(low, decimals, conventions, compact=compact)
    last = round_number(high, decimals, conventions, compact=compact)
    start, end = print_digits(first.number, conventions), print_digits(last.number, conventions)
    if first == last:
        return print_scaled(end, last, conventions)
    if first.scale == last.scale and first.number >= 0:
        return print_scaled(f"{start}–{end}", last, conventions)
    start, end = print_scaled(start, first, conventions), print_scaled(end, last, conventions)
    return f"{start} {TO.get(base_language(language), TO_SIGN)} {end}"


def _qualifier(qualifier: Qualifier, language: str) -> str:
    if not qualifier:
        return ""
    words = QUALIFIERS.get(base_language(language))
    return f"{words[qualifier]} " if words else SIGNS[qualifier] + NBSP


def _start_of_sign(before: str) -> int:
    """Find where the sign of a currency begins that stands before the number.

    A qualifier stands before it: "over US$2", "about EUR 5"; but "rank about 75".
    """
    token = before.rstrip(_SPACES)
    start = max(token.rfind(space) for space in _SPACES) + 1
    sign = token[start:]
    if len(token) == len(before) or _is_currency(sign):
        return start
    return len(before)


def _is_currency(word: str) -> bool:
    if len(word) == 3 and word.isascii() and word.isupper():
        return True  # ISO 4217
    return any(unicodedata.category(sign) == "Sc" for sign in word)
