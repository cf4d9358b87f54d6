"""What Jinja's parser finds in an expression, from a closed list of what it may hold.

Jinja's own parser reads it, so that it is Jinja to the letter; but what the parser gives is walked
here and never compiled to Python. What this list does not name is refused before it runs. Imported
late, since Jinja takes 25 ms.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefing.errors import unknown_name
from briefing.model.prose import WORDING_FUNCTIONS
from briefing.tailor.expressions.filters import FILTERS, TESTS, Operation
from briefing.tailor.expressions.operators import COMPARISONS, compute, join, negative, positive
from briefing.tailor.expressions.terms import (
    NOWHERE,
    Evaluate,
    Names,
    call,
    call_with_all,
    field,
    variable,
)
from briefing.tailor.expressions.values import (
    LARGEST_NUMBER,
    AbsentError,
    ExpressionError,
    Value,
    is_true,
    kind_of,
    told_as,
)

_DEEPEST = 60  # levels of nesting
_JINJA = Environment()  # for its parser alone


def read_jinja(source: str) -> Evaluate:
    """Turn an expression into a function of the names it mentions.

    Raises:
        ExpressionError: It is no Jinja, or holds what an expression may not hold.
    """
    try:
        body = _JINJA.parse(f"{{{{ {source} }}}}").body
    except TemplateSyntaxError as error:
        raise ExpressionError(f"this expression cannot be read: {_plain(error)}") from None
    except RecursionError:
        raise ExpressionError("this expression is nested too deeply") from None
    match body:
        case [nodes.Output(nodes=[node])] if not isinstance(node, nodes.TemplateData):
            return _read(node, 0)
    raise ExpressionError("only one expression can stand here")


def _plain(error: TemplateSyntaxError) -> str:
    message = (error.message or "").replace("end of print statement", "end")
    return message[:1].lower() + message[1:].rstrip(".")


def _read(node: nodes.Node | None, depth: int) -> Evaluate:
    if depth > _DEEPEST:
        raise ExpressionError("this expression is nested too deeply")
    reader = _READERS.get(type(node))
    if reader is None:
        what = _UNWANTED.get(type(node), "this")
        raise ExpressionError(f"{what} cannot stand in an expression")
    return reader(node, depth + 1)


_UNWANTED: Mapping[type, str] = {
    nodes.Dict: "a dictionary",
    nodes.Slice: "a slice",
    nodes.Pow: "'**'",
}


def _read_constant(node: nodes.Const, _: int) -> Evaluate:
    value: Value = node.value
    if isinstance(value, int | float) and abs(value) >= LARGEST_NUMBER:
        raise ExpressionError("this number is too large")
    return lambda _: value


def _read_name(node: nodes.Name, _: int) -> Evaluate:
    name = node.name
    if name in WORDING_FUNCTIONS:
        parameters = ", ".join(WORDING_FUNCTIONS[name])
        raise ExpressionError(f"{name!r} is a function", f"call it: {name}({parameters})")

    return variable(name)


def _read_attribute(node: nodes.Getattr | nodes.Getitem, depth: int) -> Evaluate:
    inner, label = _read(node.node, depth), _label(node.node)
    name = _subscript(node)
    if isinstance(name, int):
        return lambda names: _item(inner(names), name, label)
    return lambda names: field(inner(names), name, label)


def _subscript(node: nodes.Getattr | nodes.Getitem) -> str | int:
    if isinstance(node, nodes.Getattr):
        return node.attr
    match node.arg:
        case nodes.Const(value=str() | int() as value):
            return value
        case nodes.Slice():
            raise ExpressionError("a slice cannot stand in an expression")
    raise ExpressionError("only a name or a number can stand in square brackets")


def _item(value: Value, at: int, label: str) -> Value:
    if not isinstance(value, tuple):
        raise ExpressionError(f"{label} is {kind_of(value)}, not a list")
    try:
        return value[at]
    except IndexError:
        raise AbsentError(f"{label} has no item {at}", f"it has {len(value)}, from 0") from None


def _label(node: nodes.Node) -> str:
    match node:
        case nodes.Name(name=name):
            return repr(name)
        case nodes.Getattr(node=inner, attr=name):
            return f"{_label(inner)[:-1]}.{name}'"
        case nodes.Call(node=nodes.Name(name=name)):
            return f"'{name}(…)'"
    return "this"


def _read_call(node: nodes.Call, depth: int) -> Evaluate:
    if not isinstance(node.node, nodes.Name) or node.node.name not in WORDING_FUNCTIONS:
        what = repr(node.node.name) if isinstance(node.node, nodes.Name) else "this"
        known = ", ".join(sorted(WORDING_FUNCTIONS))
        raise ExpressionError(f"{what} cannot be called", f"these can: {known}")
    function = node.node.name
    parameters = WORDING_FUNCTIONS[function]
    if parameters[0].startswith("*"):
        _refuse_unpacking(node, function)
        _no_keywords(node, function)
        return call_with_all(function, [_read(argument, depth) for argument in node.args])
    return call(function, _arguments(node, function, parameters, 1, depth))


def _arguments(
    node: nodes.Call | nodes.Filter | nodes.Test,
    name: str,
    parameters: tuple[str, ...],
    least: int,
    depth: int,
) -> list[tuple[str, Evaluate]]:
    """Give each argument the name of its parameter."""
    _refuse_unpacking(node, name)
    if len(node.args) > len(parameters):
        listed = ", ".join(parameters) or "nothing"
        raise ExpressionError(f"{name!r} takes {listed}, not {len(node.args)} values")
    given: dict[str, nodes.Expr] = dict(zip(parameters, node.args, strict=False))
    for pair in node.kwargs:
        assert isinstance(pair, nodes.Keyword)  # nodes.Pair only stands in dictionaries
        key = pair.key
        if key not in parameters:
            problem = unknown_name(NOWHERE, "parameter", key, parameters)
            raise ExpressionError(f"{name!r} takes no {key!r}", problem.hint)
        if key in given:
            raise ExpressionError(f"{name!r} is given its {key!r} twice")
        given[key] = pair.value
    for parameter in parameters[:least]:
        if parameter not in given:
            raise ExpressionError(f"{name!r} needs its {parameter!r}")
    return [(key, _read(argument, depth)) for key, argument in given.items()]


def _refuse_unpacking(node: Any, name: str) -> None:
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise ExpressionError(f"{name!r} takes its values one by one, without '*'")


def _no_keywords(node: nodes.Call, name: str) -> None:
    if node.kwargs:
        raise ExpressionError(f"{name!r} takes no {node.kwargs[0].key!r}")


def _read_filter(node: nodes.Filter, depth: int) -> Evaluate:
    if node.node is None:
        raise ExpressionError("a filter needs a value before it")
    inner = _read(node.node, depth)
    if node.name == "default":
        return _read_default(node, inner, depth)
    return _read_operation(node, FILTERS.get(node.name), "filter", inner, depth)


def _read_default(node: nodes.Filter, inner: Evaluate, depth: int) -> Evaluate:
    given = dict(_arguments(node, "default", ("default_value",), 1, depth))
    instead = given["default_value"]

    def value_or_default(names: Names) -> Value:
        try:
            return inner(names)
        except AbsentError:
            return instead(names)

    return value_or_default


def _read_test(node: nodes.Test, depth: int) -> Evaluate:
    inner = _read(node.node, depth)
    if node.name == "defined":
        _arguments(node, "defined", (), 0, depth)
        return lambda names: _is_defined(inner, names)
    return _read_operation(node, TESTS.get(node.name), "test", inner, depth)


def _is_defined(inner: Evaluate, names: Names) -> bool:
    try:
        inner(names)
    except AbsentError:
        return False
    return True


def _read_operation(
    node: nodes.Filter | nodes.Test,
    operation: Operation | None,
    what: str,
    inner: Evaluate,
    depth: int,
) -> Evaluate:
    if operation is None:
        known = [*FILTERS, "default"] if what == "filter" else [*TESTS, "defined"]
        problem = unknown_name(NOWHERE, what, node.name, known)
        raise ExpressionError(problem.message, problem.hint)
    run = operation.run
    given = _arguments(node, operation.name, operation.parameters, operation.least, depth)

    def operate(names: Names) -> Value:
        arguments = {key: read(names) for key, read in given}
        value = inner(names)
        made = run(value, names["language"], **arguments)
        return told_as(made, (value,)) if isinstance(made, str) else made

    return operate


def _read_compare(node: nodes.Compare, depth: int) -> Evaluate:
    first = _read(node.expr, depth)
    rest = [(COMPARISONS[operand.op], _read(operand.expr, depth)) for operand in node.ops]

    def compare(names: Names) -> Value:
        left = first(names)
        for holds, read in rest:
            right = read(names)
            if not holds(left, right):
                return False
            left = right
        return True

    return compare


def _read_and(node: nodes.And, depth: int) -> Evaluate:
    left, right = _read(node.left, depth), _read(node.right, depth)
    return lambda names: right(names) if is_true(first := left(names)) else first


def _read_or(node: nodes.Or, depth: int) -> Evaluate:
    left, right = _read(node.left, depth), _read(node.right, depth)
    return lambda names: first if is_true(first := left(names)) else right(names)


def _read_not(node: nodes.Not, depth: int) -> Evaluate:
    inner = _read(node.node, depth)
    return lambda names: not is_true(inner(names))


def _read_choice(node: nodes.CondExpr, depth: int) -> Evaluate:
    if node.expr2 is None:
        raise ExpressionError("'… if …' needs an 'else'")
    test, yes = _read(node.test, depth), _read(node.expr1, depth)
    no = _read(node.expr2, depth)
    return lambda names: yes(names) if is_true(test(names)) else no(names)


def _read_concat(node: nodes.Concat, depth: int) -> Evaluate:
    parts = [_read(part, depth) for part in node.nodes]
    return lambda names: join(tuple([part(names) for part in parts]), str(names["language"]))


def _read_list(node: nodes.List | nodes.Tuple, depth: int) -> Evaluate:
    items = [_read(item, depth) for item in node.items]
    return lambda names: tuple([item(names) for item in items])


def _reader_of_sum(sign: str) -> Callable[[Any, int], Evaluate]:
    def read(node: nodes.BinExpr, depth: int) -> Evaluate:
        left, right = _read(node.left, depth), _read(node.right, depth)
        return lambda names: compute(sign, left(names), right(names))

    return read


def _reader_of_sign(turn: Callable[[Value], Value]) -> Callable[[Any, int], Evaluate]:
    def read(node: nodes.UnaryExpr, depth: int) -> Evaluate:
        inner = _read(node.node, depth)
        return lambda names: turn(inner(names))

    return read


_READERS: Mapping[type, Callable[[Any, int], Evaluate]] = {
    nodes.Const: _read_constant,
    nodes.Name: _read_name,
    nodes.Getattr: _read_attribute,
    nodes.Getitem: _read_attribute,
    nodes.Call: _read_call,
    nodes.Filter: _read_filter,
    nodes.Test: _read_test,
    nodes.Compare: _read_compare,
    nodes.And: _read_and,
    nodes.Or: _read_or,
    nodes.Not: _read_not,
    nodes.CondExpr: _read_choice,
    nodes.Concat: _read_concat,
    nodes.List: _read_list,
    nodes.Tuple: _read_list,
    nodes.Add: _reader_of_sum("+"),
    nodes.Sub: _reader_of_sum("-"),
    nodes.Mul: _reader_of_sum("*"),
    nodes.Div: _reader_of_sum("/"),
    nodes.FloorDiv: _reader_of_sum("//"),
    nodes.Mod: _reader_of_sum("%"),
    nodes.Neg: _reader_of_sign(negative),
    nodes.Pos: _reader_of_sign(positive),
}
"""Everything that an expression may hold."""
