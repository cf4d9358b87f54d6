"""What an expression mentions, whatever the project."""

from dataclasses import dataclass
from typing import get_args

from briefing.model.content import PlacedKind

PLACING: tuple[str, ...] = get_args(PlacedKind)
"""The functions that stand alone in a paragraph."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with an expression whatever the project; `offset` counts from its start."""

    offset: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that stands in an expression for a parameter, such as an ``indicator``."""

    offset: int
    parameter: str
    value: object


@dataclass(frozen=True, slots=True)
class Facts:
    """What an expression mentions.

    Attributes:
        names: Variables, each with its offset.
        constants: Arguments that are given as they are.
    """

    faults: tuple[Fault, ...]
    names: tuple[tuple[int, str], ...]
    constants: tuple[Constant, ...]
