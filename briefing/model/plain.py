"""The plainest expressions, which most texts hold: ``country.name`` and ``figure("mil-exp")``.

They are read here without Jinja, which takes 25 ms to import. What is not as plain as this, or not
right, is left to Jinja's own parser; what is read here means the same to it.
"""

import re
from typing import NamedTuple

from briefing.model.prose import WORDING_FUNCTIONS


class PlainField(NamedTuple):
    """A variable and its attribute; `offset` is that of the attribute in the source."""

    variable: str
    attribute: str
    offset: int


class PlainArgument(NamedTuple):
    """A text given for a parameter; `offset` is that of its opening quote in the source."""

    parameter: str
    text: str
    offset: int


class PlainCall(NamedTuple):
    """A function called with texts, each parameter at most once and the first always given.

    Attributes:
        negated: Behind the word ``not``.
    """

    function: str
    arguments: tuple[PlainArgument, ...]
    negated: bool


_NAME = r"[A-Za-z][A-Za-z0-9_]*"
_FIELD = re.compile(rf"({_NAME})\.({_NAME})")
_CALL = re.compile(rf"(not +)?({_NAME})\(([^()]*)\)")
_ARGUMENT = re.compile(rf" *(?:({_NAME}) *= *)?('[^'\\\n]*'|\"[^\"\\\n]*\") *(?:,|\Z)")
_JINJAS_OWN = frozenset(
    ("and", "else", "false", "False", "if", "in", "is", "none", "None", "not", "or", "true", "True")
)


def read_plain(source: str) -> PlainField | PlainCall | None:
    """Read a plain expression; None where it is not plain or not right."""
    field = _FIELD.fullmatch(source)
    if field is not None:
        if field[1] in _JINJAS_OWN or field[1] in WORDING_FUNCTIONS:
            return None
        return PlainField(field[1], field[2], field.start(2))
    call = _CALL.fullmatch(source)
    if call is None or call[2] not in WORDING_FUNCTIONS:
        return None
    arguments = _arguments(call[3], call.start(3), WORDING_FUNCTIONS[call[2]])
    return PlainCall(call[2], arguments, call[1] is not None) if arguments else None


def _arguments(
    text: str, start: int, parameters: tuple[str, ...]
) -> tuple[PlainArgument, ...] | None:
    """Give each argument its parameter; None where that is not plain or not right."""
    given: dict[str, PlainArgument] = {}
    spread: list[PlainArgument] = []
    in_order = iter(parameters)
    at, only_keywords = 0, False
    while at < len(text):
        match = _ARGUMENT.match(text, at)
        if match is None or (only_keywords and not match[1]):
            return None
        only_keywords = bool(match[1])
        is_spread = parameters[0].startswith("*")
        name = match[1] or (parameters[0] if is_spread else next(in_order, ""))
        if name not in parameters or name in given or (is_spread and only_keywords):
            return None
        argument = PlainArgument(name, match[2][1:-1], start + match.start(2))
        if is_spread:
            spread.append(argument)
        else:
            given[name] = argument
        at = match.end()
    if text.rstrip().endswith(",") or not (spread or parameters[0] in given):
        return None
    return (*spread, *given.values())
