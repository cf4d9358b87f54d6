"""What an expression can hold and give: a closed set of kinds, none of which can do anything.

Nothing of Python is within an expression's reach: attributes are looked up in the fields of an
`Entity`, never on an object, and only our own functions are called.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, TypeGuard

from msgspec import Struct

from briefing.model.country import Amount, Reading
from briefing.numbers import format_number

LONGEST_TEXT = 20_000  # characters; no page holds more, and no expression may fill the memory
LARGEST_NUMBER = 10**18


class ExpressionError(Exception):
    """An expression that cannot be read or has no value; who evaluates it knows the place."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class AbsentError(ExpressionError):
    """A known name that has no value here, which ``default`` and ``is defined`` forgive."""


class Entity(Struct, frozen=True):
    """Something with named fields, such as a country.

    Attributes:
        kind: As it is called in errors, such as ``country``.
        known: The names of its fields, of which `fields` lacks those that are empty.
    """

    kind: str
    known: tuple[str, ...]
    fields: Mapping[str, "Value"]


class Shown(Struct, frozen=True):
    """A reading in words, or what follows from several: in the text it becomes a `Quantity`.

    Attributes:
        further: All other readings that it follows from.
        amount: What conditions compare; None where that is nothing.
        unit: Of the amount: the key of a unit, or what the amount counts.
    """

    text: str
    reading: Reading
    further: tuple[Reading, ...] = ()
    amount: Amount | None = None
    unit: str = ""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All that it rests on."""
        return (self.reading, *self.further)


class Told(str):
    """A reading in the words of a title: text like any other, which knows what it rests on."""

    __slots__ = ("readings",)
    readings: tuple[Reading, ...]

    def __new__(cls, text: str, readings: Sequence[Reading]) -> "Told":
        """Take a text, and at least one reading."""
        made = super().__new__(cls, text)
        made.readings = tuple(dict.fromkeys(readings))
        return made


def told_as(text: str, parts: Iterable[object]) -> str:
    """Let a text rest on all readings of what it was made from."""
    readings = [reading for part in parts if isinstance(part, Told) for reading in part.readings]
    return Told(text, readings) if readings else text


class Short(Struct, frozen=True):
    """A short form on its way into the text, where it becomes an `Abbreviation`."""

    short: str
    long: str


Value: TypeAlias = "str | int | float | bool | tuple[Value, ...] | Entity | Shown | Short | None"


def kind_of(value: Value) -> str:
    """Name the kind of a value with its article."""
    match value:
        case bool():
            return "yes or no"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case tuple():
            return "a list"
        case Entity(kind=kind):
            return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
        case Shown():
            return "a figure"
        case Short():
            return "an abbreviation"
        case None:
            return "nothing"


def is_number(value: Value) -> TypeGuard[int | float]:
    """Tell numbers from everything else, yes and no among it."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_true(value: Value) -> bool:
    """Tell whether a condition holds.

    Raises:
        ExpressionError: `value` is neither true nor false in any useful sense.
    """
    if isinstance(value, Shown):
        raise ExpressionError(
            "a figure is neither true nor false", "ask whether there is one: has(…)"
        )
    if isinstance(value, Short):
        raise ExpressionError("an abbreviation is neither true nor false")
    if isinstance(value, Entity):
        raise ExpressionError(
            f"{kind_of(value)} is neither true nor false",
            "compare one of its fields, such as its key",
        )
    return bool(value)


def printed(value: Value, language: str) -> str:
    """Turn a value into words.

    Raises:
        ExpressionError: It is of a kind that has none.
    """
    match value:
        case str():
            return value
        case Shown(text=text) | Short(short=text):
            return text
        case bool() | None:
            raise ExpressionError(f"{kind_of(value)} cannot be printed")
        case int():
            return format_number(value, decimals=0, language=language)
        case float():
            return format_number(value, decimals=_decimals(value), language=language)
        case tuple():
            raise ExpressionError("a list cannot be printed", "join it: … | join(', ')")
        case Entity(known=known):
            name = kind_of(value)
            raise ExpressionError(
                f"{name} cannot be printed", f"choose a field: {', '.join(known)}"
            )


def _decimals(value: float) -> int:
    """Count the decimals of a computed number, at most 6: what is beyond is the computer's."""
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


def joined(parts: Sequence[str], between: str = "") -> str:
    """Join texts, unless that gives one longer than any page."""
    checked_length(sum(map(len, parts)) + len(between) * len(parts))
    return told_as(between.join(parts), parts)


def checked_length(length: int) -> None:
    """Refuse a text that is longer than any page, before it is made."""
    if length > LONGEST_TEXT:
        raise ExpressionError(f"this gives a text of more than {LONGEST_TEXT} characters")


def checked_number(number: int | float) -> int | float:
    """Refuse a number that is larger than any figure, or none at all."""
    if not -LARGEST_NUMBER < number < LARGEST_NUMBER:
        raise ExpressionError("this gives a number too large to print")
    return number
