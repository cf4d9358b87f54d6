"""The filters and tests of expressions, a part of Jinja's with the same meaning.

Written anew because Jinja's own work on any Python object; these know our few kinds of value.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from briefing.tailor.expressions.operators import compute, contains, same
from briefing.tailor.expressions.terms import field
from briefing.tailor.expressions.values import (
    AbsentError,
    Entity,
    ExpressionError,
    Short,
    Shown,
    Value,
    checked_length,
    checked_number,
    is_number,
    joined,
    kind_of,
    printed,
)


class Operation(NamedTuple):
    """A filter or test.

    Attributes:
        parameters: Names of what stands in its brackets, in order.
        least: How many of them must be given.
        run: Takes the value, the language, and the parameters by name.
    """

    name: str
    parameters: tuple[str, ...]
    least: int
    run: Callable[..., Value]


def _text(value: Value, name: str) -> str:
    if isinstance(value, str):
        return value
    raise ExpressionError(f"{name!r} takes a text, not {kind_of(value)}")


def _number(value: Value, name: str) -> int | float:
    if is_number(value):
        return value
    raise ExpressionError(f"{name!r} takes a number, not {kind_of(value)}")


def _list(value: Value, name: str) -> tuple[Value, ...]:
    if isinstance(value, tuple):
        return value
    raise ExpressionError(f"{name!r} takes a list, not {kind_of(value)}")


def _capitalize(value: Value, _: str) -> Value:
    if isinstance(value, Shown):  # "over US$2" begins a sentence, and the rest stays as it is
        return replace(value, text=value.text[:1].upper() + value.text[1:])
    return _text(value, "capitalize").capitalize()


_WORD_START = re.compile(r"(^|[-\s({\[<]+)(\S)([^-\s({\[<]*)")


def _title(value: Value, _: str) -> Value:
    text = _text(value, "title")
    return _WORD_START.sub(lambda found: found[1] + found[2].upper() + found[3].lower(), text)


def _first(value: Value, _: str) -> Value:
    return _item(value, 0, "first")


def _last(value: Value, _: str) -> Value:
    return _item(value, -1, "last")


def _item(value: Value, at: int, name: str) -> Value:
    items = _list(value, name)
    if not items:
        raise AbsentError(f"{name!r} finds nothing in an empty list")
    return items[at]


def _length(value: Value, _: str) -> Value:
    return len(value) if isinstance(value, str) else len(_list(value, "length"))


def _join(value: Value, language: str, d: Value = "", attribute: Value = None) -> Value:
    items = _fields(_list(value, "join"), attribute)
    if any(isinstance(item, Shown) for item in items):
        raise ExpressionError("figures cannot be joined", "print each by itself, to keep its note")
    if any(isinstance(item, Short) for item in items):
        raise ExpressionError("abbreviations cannot be joined", "print each by itself")
    return joined([printed(item, language) for item in items], _text(d, "join"))


def _sort(value: Value, _: str, reverse: Value = False, attribute: Value = None) -> Value:
    items = _list(value, "sort")
    keys = [_order(key) for key in _fields(items, attribute)]
    if len({kind for kind, _, _ in keys}) > 1:
        raise ExpressionError("'sort' cannot order values of different kinds")
    order = sorted(range(len(items)), key=keys.__getitem__, reverse=bool(reverse))
    return tuple([items[at] for at in order])


def _order(value: Value) -> tuple[str, float, str]:
    if isinstance(value, str):
        return "text", 0, value.casefold()
    if isinstance(value, Entity):
        raise ExpressionError(
            f"{kind_of(value)} has no order", "say by what: sort(attribute='name')"
        )
    return "number", _number(value, "sort"), ""


def _fields(items: tuple[Value, ...], attribute: Value) -> tuple[Value, ...]:
    if attribute is None:
        return items
    name = _text(attribute, "attribute")
    return tuple([field(item, name, kind_of(item)) for item in items])


def _unique(value: Value, _: str) -> Value:
    kept: list[Value] = []
    for item in _list(value, "unique"):
        if item not in kept:
            kept.append(item)
    return tuple(kept)


def _replace(value: Value, _: str, old: Value, new: Value) -> Value:
    text, words, by = _text(value, "replace"), _text(old, "replace"), _text(new, "replace")
    checked_length(len(text) + text.count(words) * (len(by) - len(words)))
    return text.replace(words, by)


def _round(value: Value, _: str, precision: Value = 0) -> Value:
    digits = _number(precision, "round")
    if not 0 <= digits <= 15 or digits != int(digits):
        raise ExpressionError("'round' takes a number of decimals from 0 to 15")
    rounded = round(_number(value, "round"), int(digits))
    return rounded if digits else int(rounded)


def _int(value: Value, _: str, default: Value = 0) -> Value:
    if isinstance(value, str):
        text = value.strip()
        if text.removeprefix("-").isdecimal() and len(text) < 20:
            return checked_number(int(text))
        return default
    return int(_number(value, "int"))


def _as_list(value: Value, _: str) -> Value:
    return _list(value, "list")


def _trim(value: Value, _: str) -> Value:
    return _text(value, "trim").strip()


def _upper(value: Value, _: str) -> Value:
    return _text(value, "upper").upper()


def _lower(value: Value, _: str) -> Value:
    return _text(value, "lower").lower()


def _abs(value: Value, _: str) -> Value:
    return abs(_number(value, "abs"))


def _divides(value: Value, _: str, num: Value) -> Value:
    return same(compute("%", value, num), 0)


def _even(value: Value, _: str) -> Value:
    return same(compute("%", value, 2), 0)


def _odd(value: Value, _: str) -> Value:
    return same(compute("%", value, 2), 1)


def _is_in(value: Value, _: str, seq: Value) -> Value:
    return contains(seq, value)


def _is_none(value: Value, _: str) -> Value:
    return value is None


def _is_string(value: Value, _: str) -> Value:
    return isinstance(value, str)


def _named(*operations: Operation) -> Mapping[str, Operation]:
    return {operation.name: operation for operation in operations}


def _operation(name: str, run: Callable[..., Any], *parameters: str, least: int = 0) -> Operation:
    return Operation(name, parameters, least, run)


FILTERS = _named(
    _operation("abs", _abs),
    _operation("capitalize", _capitalize),
    _operation("first", _first),
    _operation("int", _int, "default"),
    _operation("join", _join, "d", "attribute"),
    _operation("last", _last),
    _operation("length", _length),
    _operation("list", _as_list),
    _operation("lower", _lower),
    _operation("replace", _replace, "old", "new", least=2),
    _operation("round", _round, "precision"),
    _operation("sort", _sort, "reverse", "attribute"),
    _operation("title", _title),
    _operation("trim", _trim),
    _operation("unique", _unique),
    _operation("upper", _upper),
)
"""All of `WORDING_FILTERS` but ``default``, which needs to see an error."""

TESTS = _named(
    _operation("divisibleby", _divides, "num", least=1),
    _operation("even", _even),
    _operation("in", _is_in, "seq", least=1),
    _operation("none", _is_none),
    _operation("odd", _odd),
    _operation("string", _is_string),
)
"""All of `WORDING_TESTS` but ``defined``, which needs to see an error."""
