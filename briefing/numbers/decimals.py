"""Plain and compact numbers."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from briefing.numbers.conventions import conventions_of
from briefing.numbers.values import Conventions, Scale

_MINUS = "\u2212"
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)  # any float with any sensible decimals fits
_TEN, _THOUSAND = Decimal(10), Decimal(1000)


class Rounded(NamedTuple):
    """A number as it will be printed: rounded, and divided by its scale if it has one."""

    number: Decimal
    scale: Scale | None


@lru_cache(maxsize=4096)
def format_number(value: float, *, decimals: int, language: str, compact: bool = False) -> str:
    """Print a number.

    Args:
        value: Rounded half up, as it is written in decimal.
        decimals: Printed always, also where they are zeros; with `compact` they are those of the
            scaled number, see `enough_decimals`, and a number between a thousand and a million has
            none.
        language: A BCP 47 tag.
        compact: From a million up, name the scale: "14.5 million".

    Raises:
        ValueError: `value` is not finite, or `language` is unknown.
    """
    conventions = conventions_of(language)
    decimals = enough_decimals((value,), decimals, conventions, compact=compact)
    rounded = round_number(value, decimals, conventions, compact=compact)
    return print_scaled(print_digits(rounded.number, conventions), rounded, conventions)


def round_number(
    value: float, decimals: int, conventions: Conventions, *, compact: bool
) -> Rounded:
    """Round to what is printed, so that 999.95 million becomes 1.0 billion."""
    if not isfinite(value):
        raise ValueError(f"{value!r} is not a number that can be printed")
    exact = Decimal(repr(value))
    plain = _round(exact, decimals)
    if not compact:
        return Rounded(plain, None)
    if abs(exact) >= _THOUSAND:
        plain = _round(exact, 0)
    found, reached = Rounded(plain, None), abs(plain)
    for scale in conventions.scales:
        if reached < Decimal(1).scaleb(scale.least):
            break
        scaled = _round(exact.scaleb(-scale.power, _WIDE), decimals)
        found, reached = Rounded(scaled, scale), abs(scaled).scaleb(scale.power, _WIDE)
    return found


def enough_decimals(
    values: Iterable[float], decimals: int, conventions: Conventions, *, compact: bool
) -> int:
    """Tell how many decimals numbers that stand together are printed with.

    A scaled number below ten has at least one that is not zero: 1.4 million is not a million.
    """
    if decimals or not compact:
        return decimals
    return int(any(_is_coarse(value, conventions) for value in values))


def _is_coarse(value: float, conventions: Conventions) -> bool:
    whole, finer = (round_number(value, n, conventions, compact=True) for n in (0, 1))
    return finer.scale is not None and abs(finer.number) < _TEN and finer.number != whole.number


def as_printed(value: float, decimals: int, language: str, *, compact: bool) -> float:
    """Round a number to what is printed of it, where it stands alone."""
    conventions = conventions_of(language)
    decimals = enough_decimals((value,), decimals, conventions, compact=compact)
    rounded = round_number(value, decimals, conventions, compact=compact)
    power = rounded.scale.power if rounded.scale else 0
    return float(rounded.number.scaleb(power, _WIDE))


def _round(number: Decimal, decimals: int) -> Decimal:
    rounded = number.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)
    return rounded if rounded else abs(rounded)  # no minus sign before a zero


def print_digits(number: Decimal, conventions: Conventions) -> str:
    """Print the digits of a rounded number, in groups."""
    whole, _, fraction = format(abs(number), "f").partition(".")
    last, before = conventions.grouping
    groups = []
    while len(whole) > last:
        whole, group = whole[:-last], whole[-last:]
        groups.append(group)
        last = before
    groups.append(whole)
    digits = conventions.group.join(reversed(groups))
    sign = _MINUS if number < 0 else ""
    return f"{sign}{digits}{conventions.decimal}{fraction}" if fraction else sign + digits


def print_scaled(digits: str, rounded: Rounded, conventions: Conventions) -> str:
    """Put the name of the scale beside the digits, in the plural form that `rounded` asks for."""
    if rounded.scale is None:
        return digits
    words = rounded.scale.words
    return words.get(conventions.plural(rounded.number), words["other"]).format(digits)
