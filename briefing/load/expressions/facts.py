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

_KEYS = {
    "audience.key": "audience",
    "document.id": "document",
    "country.key": "place",
    "country.iso2": "ISO code",
    "language": "language",
}
"""What each of these words can be compared with: the names of a project."""

_SPOKEN = {
    "audience.name": "compare audience.key",
    "document.kind": "compare document.id",
    "country.name": "compare country.key",
    "country.adjective": "compare country.key",
    "country.capital": "compare country.key",
    "edition.date": "say it with from or until",
    "edition.label": "say it with from or until",
    "edition.facts_as_of": "say it with from or until",
}
"""Words to be printed, which may change, and what to do instead of comparing them."""

_KEYS_REPEATED = {"key": "place or person", "iso2": "ISO code"}
_SPOKEN_REPEATED = ("name", "adjective", "capital", "role", "affiliation")
"""Likewise of what a repeat gives."""

STRICT = ("audience", "document", "language")
"""Variables that decide who gets what: nothing is made of them but comparisons with names."""

_NEVER_EMPTY = {
    "name": "",
    "period": "ask whether there is a reading: has(…)",
    "person": "",
    "countries": "ask whether one is among them: country in countries(…)",
}
"""Functions that always give something, and what to ask instead."""

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


class Typed(NamedTuple):
    """What an expression prints, or may print, and takes from no reading.

    Attributes:
        offset: Of its first character in the expression.
        text: Empty for a number that is counted.
    """

    offset: int
    text: str


class Facts(NamedTuple):
    """What an expression mentions.

    Attributes:
        names: Variables, each with its offset.
        constants: Arguments, and what words are compared with, that are given as they are.
        always: Why the whole would be no condition.
        decisive: The words of `STRICT` variables that the value is made of.
        typed: What else than readings it may print.
    """

    faults: Sequence[Fault]
    names: Sequence[tuple[int, str]]
    constants: Sequence[Constant]
    always: Sequence[Fault] = ()
    decisive: Sequence[tuple[int, str]] = ()
    typed: Sequence[Typed] = ()


class Notes:
    """Gathers the facts of one expression, part by part."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.names: list[tuple[int, str]] = []
        self.constants: list[Constant] = []
        self.always: list[Fault] = []
        self.decisive: list[tuple[int, str]] = []
        self.typed: list[Typed] = []

    def facts(self) -> Facts:
        """Give what was gathered, in the order of the expression."""
        return Facts(
            tuple(sorted(set(self.faults))),
            tuple(sorted(self.names)),
            tuple(sorted(self.constants, key=lambda constant: constant.offset)),
            tuple(self.always),
            tuple(self.decisive),
            tuple(self.typed),
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

    def compared(self, word: str, offset: int, values: Sequence[tuple[int, str]] | None) -> None:
        """Note what a word such as ``audience.key`` is compared with.

        Args:
            word: In full.
            offset: Its own.
            values: Names, each with its offset; None where it is something else.
        """
        spoken = spoken_hint(word)
        if spoken:
            self.faults.append(Fault(offset, f"{word!r} is there to be printed", spoken))
        elif values is None:
            hint = f"give names in quotes: {word} in ['…', '…']"
            self.faults.append(Fault(offset, f"{word!r} is compared with no names", hint))
        else:
            self.constants += [Constant(at, key_meant(word), value) for at, value in values]

    def made_of(self, word: str, offset: int) -> None:
        """Note that something made of a word, or a part of it, decides."""
        hint = f"compare the whole of it: {_compared(word)}"
        message = f"what is made of {word!r} tells nothing for certain"
        self.faults.append(Fault(offset, message, hint))

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


def key_meant(word: str) -> str:
    """Tell the names of what a word such as ``audience.key`` has; empty where it is no key."""
    variable, _, attribute = word.partition(".")
    if variable in WORDING_VARIABLES:
        return _KEYS.get(word, "")
    return _KEYS_REPEATED.get(attribute, "")


def spoken_hint(word: str) -> str:
    """Tell what to do instead of comparing a word that is there to be printed; else empty."""
    variable, _, attribute = word.partition(".")
    if variable in WORDING_VARIABLES:
        return _SPOKEN.get(word, "")
    return f"compare {variable}.key" if attribute in _SPOKEN_REPEATED else ""


def always_true(word: str, offset: int) -> Fault | None:
    """Tell why a word such as ``audience.key`` is no condition; None for one that may be."""
    if "." not in word and word != "language":
        return None
    if word.partition(".")[0] in STRICT:
        hint = f"compare it: {_compared(word)}"
    else:
        hint = f"compare it, or test it: {word} is defined"
    return Fault(offset, f"{word!r} is never false", hint)


def never_empty(function: str, offset: int) -> Fault | None:
    """Tell why a call of a function is no condition; None for one that may be."""
    if function not in _NEVER_EMPTY:
        return None
    return Fault(offset, f"'{function}(…)' is never false", _NEVER_EMPTY[function])


def _compared(word: str) -> str:
    """Show how a word is compared, or what is compared instead of it."""
    key = {"audience": "audience.key", "document": "document.id"}.get(word, word)
    return f"{_SPOKEN.get(key, key).removeprefix('compare ')} == '…'"
