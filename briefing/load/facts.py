"""What an expression mentions, whatever the project."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from briefing.errors import Location, unknown_name
from briefing.model.prose import (
    WORDING_ALONE,
    WORDING_FUNCTIONS,
    WORDING_NEEDED,
    WORDING_VARIABLES,
    ListingKind,
    PlacedKind,
)

PLACING: tuple[str, ...] = (*get_args(PlacedKind), *get_args(ListingKind))
"""The functions that stand alone in a paragraph."""

_MEANT = {
    ("countries", "*places"): "place",
    ("people", "*groups"): "group",
    ("person", "key"): "person",
    ("person", "show"): "person's show",
    ("rank", "among"): "place",
    ("rank", "show"): "rank's show",
    ("change", "from"): "period",
    ("change", "to"): "period",
    ("change", "as"): "way",
    ("share", "of"): "whole",
    ("compare", "with"): "place",
}
"""What a parameter wants, where its name alone does not say it."""

_SPREAD = "*"  # before the name of a parameter that takes any number of arguments


class Fault(NamedTuple):
    """Something wrong with an expression whatever the project; `offset` counts from its start."""

    offset: int
    message: str
    hint: str = ""


class Constant(NamedTuple):
    """A value that stands in an expression for a parameter, such as an ``indicator``."""

    offset: int
    parameter: str
    value: object


class Argument(NamedTuple):
    """An argument of a call.

    Attributes:
        key: The parameter it is given for; empty where its position says so.
        constant: What it is; None where that has to be computed.
    """

    offset: int
    key: str
    constant: object


class Facts(NamedTuple):
    """What an expression mentions.

    Attributes:
        names: Variables, each with its offset.
        constants: Arguments that are given as they are.
    """

    faults: Sequence[Fault]
    names: Sequence[tuple[int, str]]
    constants: Sequence[Constant]


class Notes:
    """Gathers the facts of one expression, part by part."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.names: list[tuple[int, str]] = []
        self.constants: list[Constant] = []

    def facts(self) -> Facts:
        """Give what was gathered, in the order of the expression."""
        return Facts(
            tuple(sorted(self.faults)),
            tuple(sorted(self.names)),
            tuple(sorted(self.constants, key=lambda constant: constant.offset)),
        )

    def name(self, name: str, offset: int) -> None:
        """Note a variable."""
        self.names.append((offset, name))

    def attribute(self, variable: str, attribute: str, offset: int) -> None:
        """Note a word of a variable; `variable` is empty where it is one of something else."""
        if attribute.startswith("_"):
            self.faults.append(Fault(offset, f"{attribute!r} is not for authors"))
        elif variable in WORDING_VARIABLES:
            self.among(f"word of {variable!r}:", attribute, WORDING_VARIABLES[variable], offset)

    def call(self, function: str, offset: int, arguments: Iterable[Argument]) -> None:
        """Note a call of a function by its name."""
        if function in PLACING:
            hint = f"put {{{{ {function}(…) }}}} alone in a paragraph"
            self.faults.append(Fault(offset, f"{function!r} places nothing here", hint))
        elif function in WORDING_FUNCTIONS:
            self._arguments(function, offset, arguments)
        else:
            self.among("function", function, tuple(WORDING_FUNCTIONS), offset)

    def among(self, what: str, name: str, known: Sequence[str], offset: int) -> None:
        """Note a name that should be one of a closed set."""
        if name not in known:
            told = unknown_name(Location("", 0), what, name, known)
            self.faults.append(Fault(offset, told.message, told.hint))

    def _arguments(self, function: str, offset: int, arguments: Iterable[Argument]) -> None:
        parameters = WORDING_FUNCTIONS[function]
        usage = f"{function}({', '.join(parameters)})"
        free = list(parameters)
        given: set[str] = set()
        for at, key, constant in arguments:
            name = key
            if not key:
                if not free:
                    self.faults.append(Fault(at, "one argument too many", usage))
                    return
                name = free[0] if free[0][0] == _SPREAD else free.pop(0)
            elif key not in parameters:
                self.among("argument", key, parameters, at)
                continue
            elif key in given:
                self.faults.append(Fault(at, f"the argument {key!r} is given twice", usage))
                continue
            given.add(name)
            if constant is not None:
                meant = _MEANT.get((function, name), name)
                self.constants.append(Constant(at, meant, constant))
        needed = () if function in WORDING_ALONE else (parameters[0], WORDING_NEEDED.get(function))
        lacking = next((one for one in needed if one and one not in given), None)
        if lacking is not None:
            message = f"{function!r} lacks its {lacking.lstrip(_SPREAD)!r}"
            self.faults.append(Fault(offset, message, usage))
