"""Turn expressions into functions of the names they mention."""

from functools import lru_cache

from briefing.model.plain import PlainArgument, PlainCall, PlainField, read_plain
from briefing.tailor.expressions.terms import Evaluate, Names, call, call_with_all, field, variable
from briefing.tailor.expressions.values import ExpressionError, is_true

_LONGEST = 4000  # characters


@lru_cache(maxsize=4096)
def read_expression(source: str) -> Evaluate:
    """Turn an expression into a function of the names it mentions.

    Raises:
        ExpressionError: It is no Jinja, or holds what an expression may not hold.
    """
    if len(source) > _LONGEST:
        raise ExpressionError(f"this expression is longer than {_LONGEST} characters")
    match read_plain(source):
        case PlainField(variable=name, attribute=attribute):
            of, label = variable(name), repr(name)
            return lambda names: field(of(names), attribute, label)
        case PlainCall(negated=False) as plain:
            return _call(plain)
        case PlainCall() as plain:
            called = _call(plain)
            return lambda names: not is_true(called(names))
    from briefing.tailor.expressions.grammar import read_jinja  # late: it imports Jinja

    return read_jinja(source)


def _call(plain: PlainCall) -> Evaluate:
    given = [(each.parameter, _text(each)) for each in plain.arguments]
    if given[0][0].startswith("*"):
        return call_with_all(plain.function, [read for _, read in given])
    return call(plain.function, given)


def _text(argument: PlainArgument) -> Evaluate:
    text = argument.text

    def give(_: Names) -> str:
        return text

    return give
