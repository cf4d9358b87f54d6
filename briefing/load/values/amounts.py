"""Amounts as authors write them: in YAML as numbers and bounds, in cells as words."""

import re
from decimal import Decimal

from briefing.load.syntax.fields import Fields, read_number
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, YamlNode, YamlText
from briefing.model.country import Amount, Qualifier

_UPPER: dict[str, Qualifier] = {"up-to": "up to", "nearly": "nearly"}
_LOWER: dict[str, Qualifier] = {"at-least": "at least", "over": "over"}
_BOUNDS = ("from", "to", *_UPPER, *_LOWER, "about")
_NOTHING = "leave the reading out where there is no figure"

_NUMBER = r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
_CELL = re.compile(
    rf"(?:(?P<bound>up[ -]to|nearly|at[ -]least|over|about) )?(?P<one>{_NUMBER})"
    rf"|(?P<low>{_NUMBER})\.\.(?P<high>{_NUMBER})"
)
_WRITTEN = "12, 0.5, 16..18, over 50, up to 2, at least 6, nearly 1000 or about 12000"


def read_amount(
    node: YamlNode, name: str, problems: Problems, nothing: str = _NOTHING
) -> Amount | None:
    """Read a number, or a mapping such as ``{at-least: 6}``; None, and why, if it is neither.

    Args:
        node: What is written.
        name: Of the field.
        problems: What is wrong is taken down here.
        nothing: What to do where there is no figure, as a hint.
    """
    if type(node) is YamlMap:
        return _bound(Fields(node, problems), nothing)
    number = _number(node, name, problems, nothing)
    return None if number is None else Amount(number, number)


def read_cell(node: YamlText, name: str, problems: Problems) -> Amount | None:
    """Read an amount in a cell, such as ``12``, ``16..18`` or ``over 50``; None likewise."""
    text = node.text.strip()
    if _is_none(text):
        message = f"{name!r} is {text!r}, which is no figure"
        problems.error(node.where, message, "leave the cell empty where there is none")
        return None
    match = _CELL.fullmatch(text)
    if match is None:
        problems.error(
            node.where,
            f"{name!r} is no figure: {text!r}",
            f"write it like {_WRITTEN}; empty for none",
        )
        return None
    ends = [float(end) for end in (match["one"], match["low"], match["high"]) if end]
    if any(abs(end) == float("inf") for end in ends):
        problems.error(node.where, f"{name!r} is too large a number: {text!r}")
        return None
    if len(ends) == 1:
        return _bounded((match["bound"] or "").replace(" ", "-"), ends[0])
    low, high = ends
    return _between(low, high, node, problems)


def decimals_of(node: YamlNode) -> int:
    """Count the decimals that an amount is written with, the most of its numbers."""
    match node:
        case YamlText(text=text):
            numbers = re.findall(_NUMBER, text)
            exponents = [Decimal(number).as_tuple().exponent for number in numbers]
            return max([-one for one in exponents if isinstance(one, int) and one < 0], default=0)
        case YamlMap(entries=entries):
            return max([decimals_of(value) for _, value in entries.values()], default=0)
        case _:
            return 0


def _bound(fields: Fields, nothing: str) -> Amount | None:
    given = [name for name in _BOUNDS if fields.has(name)]
    if given and set(given) <= {"from", "to"}:
        return _range(fields, nothing)
    fields.done()
    if len(given) != 1:
        hint = "give from and to, or one of up-to, nearly, at-least, over, about"
        message = f"the value has {'two bounds' if given else 'no bound'}"
        fields.problems.error(fields.where, message, hint)
        return None
    name, node = given[0], fields.node(given[0])
    number = _number(node, name, fields.problems, nothing) if node else None
    return None if number is None else _bounded(name, number)


def _bounded(bound: str, number: float) -> Amount:
    if bound in _UPPER:
        return Amount(None, number, _UPPER[bound])
    if bound in _LOWER:
        return Amount(number, None, _LOWER[bound])
    return Amount(number, number, "about" if bound == "about" else "")


def _range(fields: Fields, nothing: str) -> Amount | None:
    begin, end = fields.node("from"), fields.node("to")
    fields.done()
    if begin is None or end is None:
        fields.missing("to" if begin else "from", "the other end of the range")
        return None
    low = _number(begin, "from", fields.problems, nothing)
    high = _number(end, "to", fields.problems, nothing)
    if low is None or high is None:
        return None
    return _between(low, high, fields, fields.problems)


def _between(low: float, high: float, at: Fields | YamlText, problems: Problems) -> Amount:
    if low >= high:
        message = f"the range from {low:g} to {high:g} is empty"
        problems.error(at.where, message, "give the smaller number first")
    return Amount(low, high)


def _number(node: YamlNode, name: str, problems: Problems, nothing: str) -> float | None:
    if type(node) is YamlText and _is_none(node.text):
        problems.error(node.where, f"{name!r} is {node.text!r}, which is no figure", nothing)
        return None
    return read_number(node, name, problems)


def _is_none(text: str) -> bool:
    """Tell whether this is how programs write what is no number."""
    return text.lower().lstrip("+-.") in ("nan", "inf", "infinity")
