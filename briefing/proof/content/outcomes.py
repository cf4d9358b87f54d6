"""What values expressions are made of, and what becomes of these, as far as data is known."""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from msgspec import Struct

from briefing.model.forbidden import GAP


class Short(NamedTuple):
    """An abbreviation; any, where its key is empty."""

    key: str


class Data(NamedTuple):
    """What data gives, which is not the text of an expression.

    Attributes:
        value: None where it is not known.
        certain: There is such data.
        said: Texts of the expression that were put into it.
    """

    value: str | None = None
    certain: bool = False
    said: tuple[str, ...] = ()


class Absent(NamedTuple):
    """What data does not give."""


class Figure(Struct, frozen=True):
    """The figure that these readers get, as it is in the data; what is printed may be rounded."""

    value: float


class Turn(NamedTuple):
    """What a repeat stands at: a text, or a place by its key."""

    value: str
    is_place: bool


UNKNOWN: Final = Data(None, certain=True)

_COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "gt": operator.gt,
    "lteq": operator.le, "gteq": operator.ge,
    "in": lambda part, whole: part in whole, "notin": lambda part, whole: part not in whole,
}  # fmt: skip
_SUMS: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod,
}  # fmt: skip
_CASES: Mapping[str, Callable[[str], str]] = {
    "capitalize": str.capitalize, "lower": str.lower, "title": str.title, "trim": str.strip,
    "upper": str.upper,
}  # fmt: skip


_NEAR = 0.1  # of the larger: more than rounding ever takes a figure away


def said_by(value: object) -> Iterator[str | Short]:
    """Give what a value prints; of a list, what each of its values does."""
    match value:
        case Short():
            yield value
        case bool() | None | Absent():
            pass
        case int() | float():
            yield str(value)
            if abs(value) >= 1_000:
                yield f"{value:,}"
        case tuple() if not isinstance(value, Data):
            for one in value:
                yield from said_by(one)
        case _:
            yield from filter(_tells, texts_of(value))


def _tells(text: str) -> bool:
    return bool(text.strip(GAP))


def texts_of(value: object) -> tuple[str, ...]:
    """A value as it may stand in a text."""
    said = value.said if isinstance(value, Data) else ()
    return (_text(value), *(f"{GAP}{text}{GAP}" for text in said))


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value) if _is_number(value) else GAP


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def texts_in(value: object) -> tuple[str | None, ...]:
    """The texts of a list; None for what is none, or for what may be a list or not."""
    if not isinstance(value, tuple) or isinstance(value, Data | Absent | Short):
        return (None,)
    return tuple([one if isinstance(one, str) else None for one in value])


def truth_of(value: object) -> bool | None:
    """Tell whether a value counts as true; None where that is not known."""
    match value:
        case Data(value=inner):
            return None if inner is None else bool(inner)
        case str() if GAP in value and not value.strip(GAP):
            return None
        case Absent() | Short() | Figure():
            return None
    return bool(value)


def _plain(value: object) -> object:
    """A value to be compared; raises ValueError where it is not known."""
    match value:
        case Data(value=str() as known):
            return known
        case Data() | Absent() | Short() | Figure():
            raise ValueError
        case str() if GAP in value:
            raise ValueError
        case tuple():
            return tuple(map(_plain, value))
    return value


def holds(sign: str, left: object, right: object) -> bool | None:
    """Compare two values; None where that is not known."""
    if isinstance(left, Figure) or isinstance(right, Figure):
        return _holds_of_figures(sign, left, right)
    try:
        return bool(_COMPARISONS[sign](_plain(left), _plain(right)))
    except (KeyError, TypeError, ValueError):
        return None


def _holds_of_figures(sign: str, left: object, right: object) -> bool | None:
    """Compare figures; those that are near each other may be printed alike, or the other way."""
    ends = [one.value if isinstance(one, Figure) else one for one in (left, right)]
    if not all(map(_is_number, ends)) or sign in ("in", "notin"):
        return None
    low, high = ends
    if abs(low - high) <= _NEAR * max(abs(low), abs(high)):  # type: ignore[operator, arg-type]  # numbers
        return None
    return bool(_COMPARISONS[sign](low, high))


def item(value: object, at: int) -> tuple[object, ...]:
    """Give one value of a list; nothing where it has none there."""
    if not isinstance(value, tuple) or isinstance(value, Data | Absent | Short):
        return (UNKNOWN,)
    return value[at : at + 1 or None]


def compute(sign: str, left: object, right: object) -> object:
    """Compute with two numbers."""
    if not _is_number(left) or not _is_number(right):
        return UNKNOWN
    try:
        return _SUMS[sign](left, right)  # type: ignore[arg-type]  # numbers, as was asked
    except (ArithmeticError, KeyError):
        return UNKNOWN


def filtered(name: str, value: object, arguments: Sequence[object]) -> Iterable[object]:
    """What a filter may make of a value."""
    change = _CASES.get(name)
    if change is not None:
        return (_changed(value, change),)
    if name == "default":
        unsure = isinstance(value, Data) and not value.certain
        kept = () if isinstance(value, Absent) else (value,)
        return (*kept, *(arguments if unsure or not kept else ()))
    if name == "replace":
        return _replaced(value, arguments)
    if name == "join":
        return (_joined(value, _text(arguments[0]) if arguments else ""),)
    if name in ("abs", "int", "round"):
        return (_calculated(name, value, arguments),)
    if isinstance(value, Data | Absent | Short) or not isinstance(value, tuple):
        return (UNKNOWN,)
    match name:
        case "first":
            return item(value, 0)
        case "last":
            return item(value, -1)
        case "list":
            return (value,)
        case "unique":
            return (tuple(dict.fromkeys(value)),)
        case "sort":
            return _sorted(value, turned=bool(arguments))
    return (len(value) if name == "length" else UNKNOWN,)


def _changed(value: object, change: Callable[[str], str]) -> object:
    match value:
        case str():
            return change(value)
        case Data(value=str() as known):
            return value._replace(value=change(known))
    return value


def _replaced(value: object, arguments: Sequence[object]) -> Iterable[object]:
    old, new = map(_text, arguments) if len(arguments) == 2 else (GAP, GAP)
    match value:
        case Data(value=str() as known, said=said) if GAP not in old:
            return (
                (value._replace(value=known.replace(old, new), said=(*said, new)),)
                if old in known
                else (value,)
            )
        case Data(said=said):
            return (value._replace(value=None, said=(*said, new)),)
        case str() if GAP not in value + old:
            return (value.replace(old, new),)
    return (value, f"{GAP}{new}{GAP}")


def _joined(value: object, between: str) -> object:
    if isinstance(value, tuple) and not isinstance(value, Data | Absent | Short):
        return between.join(map(_text, value))
    return f"{GAP}{between}{GAP}"


def _sorted(items: tuple[object, ...], *, turned: bool) -> Iterable[object]:
    """Every order that may come out, as far as it matters which is the first and which the last."""
    try:
        plain = [
            str(value).casefold() if isinstance(value, str) else value
            for value in map(_plain, items)
        ]
        order = sorted(range(len(items)), key=plain.__getitem__)  # type: ignore[arg-type]  # if not of one kind, it raises
    except (TypeError, ValueError):
        return [(*items[at:], *items[:at]) for at in range(len(items))]
    listed = tuple([items[at] for at in order])
    return (listed, listed[::-1]) if turned else (listed,)


def _calculated(name: str, value: object, arguments: Sequence[object]) -> object:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return UNKNOWN
    if name == "round":
        digits = arguments[0] if arguments and isinstance(arguments[0], int) else 0
        return round(value, digits) if digits else round(value)
    return abs(value) if name == "abs" else int(value)
