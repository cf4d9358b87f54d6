"""What an expression can do with values: compute, compare, join."""

import operator
from collections.abc import Callable, Mapping

from briefing.tailor.expressions.intervals import Interval, interval, order
from briefing.tailor.expressions.values import (
    Entity,
    ExpressionError,
    Short,
    Shown,
    Value,
    checked_number,
    is_number,
    joined,
    kind_of,
    printed,
)

_ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}


def compute(sign: str, left: Value, right: Value) -> Value:
    """Compute with two numbers.

    Raises:
        ExpressionError: They are no numbers, or the result is none.
    """
    if not (is_number(left) and is_number(right)):
        hint = "join texts with '~'" if isinstance(left, str) and sign == "+" else ""
        raise ExpressionError(
            f"{sign!r} takes two numbers, not {kind_of(left)} and {kind_of(right)}", hint
        )
    try:
        return checked_number(_ARITHMETIC[sign](left, right))
    except ZeroDivisionError:
        raise ExpressionError("division by zero") from None


def negative(value: Value) -> Value:
    """Turn the sign of a number over."""
    return compute("-", 0, value)


def positive(value: Value) -> Value:
    """Give a number as it is, and refuse anything else."""
    return compute("+", 0, value)


def join(parts: tuple[Value, ...], language: str) -> str:
    """Join words, as ``~`` does.

    Raises:
        ExpressionError: One of them is a figure, which would lose its note, or an abbreviation,
            which could not be spelled out.
    """
    for part in parts:
        if isinstance(part, Short):
            raise ExpressionError(
                "an abbreviation cannot be joined with '~'",
                "write the words outside the braces; so it can be spelled out",
            )
        if isinstance(part, Shown):
            raise ExpressionError(
                "a figure cannot be joined with '~'",
                "write the words outside the braces; so the figure keeps its note",
            )
    return joined([printed(part, language) for part in parts])


def same(left: Value, right: Value) -> bool:
    """Tell whether two values of one kind are equal.

    Raises:
        ExpressionError: They are of different kinds, so that the answer would always be no.
    """
    if left is None or right is None:
        return left is right
    if isinstance(left, Shown) or isinstance(right, Shown):
        return _order(left, right) == 0
    if not _comparable(left, right):
        hint = "compare its key" if isinstance(left, Entity) or isinstance(right, Entity) else ""
        raise ExpressionError(f"{kind_of(left)} cannot be compared with {kind_of(right)}", hint)
    return left == right


def before(left: Value, right: Value) -> bool:
    """Tell whether a number or text comes before another.

    Raises:
        ExpressionError: They have no order, or it is not known.
    """
    if isinstance(left, Shown) or isinstance(right, Shown):
        return _order(left, right) < 0
    if isinstance(left, str) and isinstance(right, str):
        return left < right
    if is_number(left) and is_number(right):
        return left < right
    raise ExpressionError(f"{kind_of(left)} and {kind_of(right)} have no order")


def contains(whole: Value, part: Value) -> bool:
    """Tell whether a list holds a value, or a text some words.

    Raises:
        ExpressionError: `whole` is neither, or holds values of another kind.
    """
    if isinstance(whole, str) and isinstance(part, str):
        return part in whole
    if isinstance(whole, tuple):
        return any([same(part, item) for item in whole])
    raise ExpressionError(f"'in' cannot look for {kind_of(part)} in {kind_of(whole)}")


def _order(left: Value, right: Value) -> int:
    """Compare figures with one another and with numbers; see `order`."""
    one, other = _interval(left), _interval(right)
    if one is None or other is None:
        raise ExpressionError(f"{kind_of(left)} cannot be compared with {kind_of(right)}")
    if isinstance(left, Shown) and isinstance(right, Shown) and left.unit != right.unit:
        hint = "compare figures of one unit"
        raise ExpressionError(f"figures in {left.unit!r} and {right.unit!r} are compared", hint)
    found = order(one, other)
    if found is None:
        told = " and ".join(
            repr(each.text) if isinstance(each, Shown) else str(each) for each in (left, right)
        )
        hint = "they are ranges, bounds or rough, and meet; say it in words"
        raise ExpressionError(f"nobody can tell which is more, {told}", hint)
    return found


def _interval(value: Value) -> Interval | None:
    if isinstance(value, Shown):
        return interval(value.amount) if value.amount else None
    return Interval(value, value) if is_number(value) else None


COMPARISONS: Mapping[str, Callable[[Value, Value], bool]] = {
    "eq": same,
    "ne": lambda left, right: not same(left, right),
    "lt": before,
    "gt": lambda left, right: before(right, left),
    "lteq": lambda left, right: not before(right, left),
    "gteq": lambda left, right: not before(left, right),
    "in": lambda left, right: contains(right, left),
    "notin": lambda left, right: not contains(right, left),
}
"""By the names that Jinja's parser gives them."""


def _comparable(left: Value, right: Value) -> bool:
    if isinstance(left, Short) or isinstance(right, Short):
        return False
    if is_number(left):
        return is_number(right)
    return type(left) is type(right)
