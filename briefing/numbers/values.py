"""How a language writes numbers and dates."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

NBSP = "\u00a0"
NARROW = "\u202f"


class Scale(NamedTuple):
    """A power of ten that has a name, such as a million.

    Attributes:
        least: The power of ten of the smallest number that is written with it.
        power: What a number is divided by, as a power of ten.
        words: With the place ``{}`` of the number, by plural category; ``other`` is always there.
    """

    least: int
    power: int
    words: Mapping[str, str]


class DatePattern(NamedTuple):
    """A date in words.

    Attributes:
        template: With the places ``{day}``, ``{month}`` and ``{year}``.
        months: From January on, in the form that goes with the template.
        day_digits: The fewest digits of a day.
        first_day: What the first of a month is called; empty where it is a number like others.
    """

    template: str
    months: tuple[str, ...]
    day_digits: int = 1
    first_day: str = ""


class Conventions(NamedTuple):
    """How one language writes numbers and dates.

    Attributes:
        grouping: Digits of the last group, and of the groups before it.
        scales: From a million up, ascending.
        plural: The plural category of a number (CLDR, Language Plural Rules).
    """

    decimal: str
    group: str
    grouping: tuple[int, int]
    scales: tuple[Scale, ...]
    plural: Callable[[Decimal], str]
    day: DatePattern
    month: DatePattern
