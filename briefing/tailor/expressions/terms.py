"""The parts that every expression is made of: variables, their fields, calls of our functions."""

from collections.abc import Callable, Mapping, Sequence

from briefing.errors import Location, unknown_name
from briefing.tailor.expressions.values import AbsentError, Entity, ExpressionError, Value, kind_of

Function = Callable[..., Value]
Names = Mapping[str, "Value | Function"]
"""What an expression may mention; ``language`` and all functions are always among it."""

Evaluate = Callable[[Names], Value]

NOWHERE = Location("", 1)  # for the words of a problem whose place only the caller knows


def variable(name: str) -> Evaluate:
    """Look a variable up."""

    def look_up(names: Names) -> Value:
        try:
            return names[name]  # type: ignore[return-value]  # no reader lets a function through
        except KeyError:
            raise _unknown(name, names) from None

    return look_up


def _unknown(name: str, names: Names) -> ExpressionError:
    if name == "country":
        hint = "this document is made once, not for each country; test it: country is defined"
        return AbsentError("there is no country here", hint)
    problem = unknown_name(NOWHERE, "name", name, names)
    return ExpressionError(problem.message, problem.hint)


def field(value: Value, name: str, label: str) -> Value:
    """Look up a field; `label` is what the author calls the value.

    Raises:
        AbsentError: The field is known but empty.
        ExpressionError: There is no such field.
    """
    if not isinstance(value, Entity):
        raise ExpressionError(f"{label} is {kind_of(value)} and has no {name!r}")
    found = value.fields.get(name)
    if found is not None:
        return found
    message = f"{label} has no {name!r}"
    if name in value.known:
        key = value.fields.get("key", value.kind)
        raise AbsentError(message, f"it is not given for {key!r}")
    raise ExpressionError(message, unknown_name(NOWHERE, "", name, value.known).hint)


def call(name: str, given: Sequence[tuple[str, Evaluate]]) -> Evaluate:
    """Call a function with values by the names of its parameters."""
    return lambda names: _function(names, name)(**{key: read(names) for key, read in given})


def call_with_all(name: str, given: Sequence[Evaluate]) -> Evaluate:
    """Call a function that takes any number of values."""
    return lambda names: _function(names, name)(*[read(names) for read in given])


def _function(names: Names, name: str) -> Function:
    return names[name]  # type: ignore[return-value]  # every scope has all functions
