"""Jinja expressions, checked for form and for every name in them; nothing is evaluated here."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple, get_args

from briefing.errors import Location
from briefing.load.expressions.facts import (
    PLACING,
    STRICT,
    Argument,
    Constant,
    Facts,
    Notes,
    always_true,
    never_empty,
)
from briefing.load.expressions.known import Known
from briefing.load.syntax.fields import Name
from briefing.load.syntax.problems import Problems
from briefing.load.values.periods import parse_period
from briefing.model.content import TableShow
from briefing.model.people import PersonShow
from briefing.model.plain import PlainCall, PlainField, read_plain
from briefing.model.prose import (
    WORDING_FUNCTIONS,
    WORDING_VARIABLES,
    Expression,
    Repeat,
)

Scope = tuple[str, ...]
"""The names of the repeats around an expression."""

_CLOSED: Mapping[str, tuple[str, ...]] = {
    "show": get_args(TableShow),
    "person's show": get_args(PersonShow),
    "rank's show": ("words", "number"),
    "way": ("points", "percent", "times"),
    "periods": ("same", "any"),
}
"""What a parameter may be, by its name."""

_REPEAT = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s+in\s+(?P<over>\S.*)", re.DOTALL)


class Checker(NamedTuple):
    """Checks expressions against the names of a project."""

    known: Known
    problems: Problems

    def condition(
        self, source: str, at: Callable[[int], Location], scope: Scope = ()
    ) -> Expression:
        """Check an expression that is true or false; otherwise like `expression`."""
        stripped = source.strip()
        begin = len(source) - len(source.lstrip())
        for fault in facts_of(stripped).always:
            self.problems.error(at(begin + fault.offset), fault.message, fault.hint)
        return self.expression(source, at, scope)

    def expression(
        self, source: str, at: Callable[[int], Location], scope: Scope = ()
    ) -> Expression:
        """Check one expression.

        Args:
            source: Without the braces.
            at: Gives the place of each character of it.
            scope: The variables that repeats around it add.
        """
        stripped = source.strip()
        begin = len(source) - len(source.lstrip())
        facts = facts_of(stripped)
        for fault in facts.faults:
            self.problems.error(at(begin + fault.offset), fault.message, fault.hint)
        for offset, name in facts.names:
            if name not in WORDING_VARIABLES and name not in scope:
                self._unknown(name, at(begin + offset), scope)
        for constant in facts.constants:
            self._constant(constant, at(begin + constant.offset))
        return Expression(stripped, at(begin))

    def repeat(
        self, source: str, at: Callable[[int], Location], scope: Scope = ()
    ) -> Repeat | None:
        """Check a repeat such as ``peer in countries('KAZ', 'KGZ')``."""
        match = _REPEAT.fullmatch(source)
        if match is None:
            hint = "write it like for=\"peer in countries('KAZ', 'KGZ')\""
            self.problems.error(at(0), f"{source!r} is no repeat", hint)
            return None
        name, over = match["name"], match["over"]
        taken = {*WORDING_VARIABLES, *WORDING_FUNCTIONS, *PLACING, *scope, "in", "not", "is", "if"}
        if name in taken or name.startswith("_"):
            hint = "take another name"
            self.problems.error(at(match.start("name")), f"{name!r} cannot be repeated over", hint)
        begin = match.start("over")
        for offset, word in facts_of(over.strip()).decisive:
            hint = "say who gets what with conditions"
            self.problems.error(at(begin + offset), f"{word!r} cannot be repeated over", hint)
        return Repeat(name, self.expression(over, lambda offset: at(begin + offset), scope))

    def _unknown(self, name: str, where: Location, scope: Scope) -> None:
        if name in WORDING_FUNCTIONS:
            hint = f"write {name}(…)"
            self.problems.error(where, f"{name!r} is a function and gives nothing by itself", hint)
        elif name in PLACING:
            hint = f"put {{{{ {name}(…) }}}} alone in a paragraph"
            self.problems.error(where, f"{name!r} gives nothing here", hint)
        else:
            self.problems.unknown(where, "name", name, {*WORDING_VARIABLES, *scope})

    def _constant(self, constant: Constant, where: Location) -> None:
        value, parameter = constant.value, constant.parameter
        if parameter == "period":
            if parse_period(str(value)) is None:
                hint = "write it like 2019, '2022-01' or '2015/2019'"
                self.problems.error(where, f"{str(value)!r} is no period", hint)
        elif parameter in ("person", "place", "whole") and isinstance(value, tuple):
            for each in value:
                self._constant(Constant(constant.offset, parameter, each), where)
        elif not isinstance(value, str):
            self.problems.error(where, f"{value!r} is no {parameter}", "give its key in quotes")
        elif parameter in _CLOSED:
            if value not in _CLOSED[parameter]:
                what = parameter.rpartition(" ")[2]
                self.problems.unknown(where, what, value, _CLOSED[parameter])
        elif parameter == "whole":
            if self.known.indicators is None or value not in self.known.indicators:
                self.known.check("place", Name(value, where), self.problems)
        elif parameter == "ISO code":
            places = self.known.places
            codes = None if places is None else {one.iso2 for one in places.values() if one.iso2}
            if codes is not None and value not in codes:
                self.problems.unknown(where, parameter, value, codes)
        elif parameter == "place or person":
            self._repeated(value, where)
        else:
            what = "abbreviation" if parameter == "key" else parameter
            self.known.check(what, Name(value, where), self.problems)

    def _repeated(self, value: str, where: Location) -> None:
        places, persons = self.known.places, self.known.persons
        if places is not None and persons is not None and value not in {*places, *persons}:
            self.problems.unknown(where, "place or person", value, {*places, *persons})


@lru_cache(maxsize=4096)
def facts_of(source: str) -> Facts:
    """Give what an expression mentions; a fault in its form is its only fault then."""
    facts = plain_facts(source)
    if facts is None:
        from briefing.load.expressions.jinja import read_facts  # late: Jinja takes 25 ms

        facts = read_facts(source)
    return facts


def plain_facts(source: str) -> Facts | None:
    """Give what a plain expression mentions; None where only Jinja can tell."""
    notes = Notes()
    match read_plain(source):
        case PlainField(variable=variable, attribute=attribute, offset=offset):
            notes.name(variable, 0)
            notes.attribute(variable, attribute, offset)
            whole = always_true(f"{variable}.{attribute}", 0)
            notes.always += [whole] if whole else []
            notes.decisive += [(0, f"{variable}.{attribute}")] if variable in STRICT else []
        case PlainCall(function=function, arguments=arguments, negated=negated):
            begin = source.index(function)
            whole = never_empty(function, begin)
            told = notes.faults if negated else notes.always
            told += [whole] if whole else []
            spread = WORDING_FUNCTIONS[function][0].startswith("*")
            notes.call(
                function,
                begin,
                [Argument(at, "" if spread else name, text) for name, text, at in arguments],
            )
        case None:
            return None
    return notes.facts()
