"""Jinja's grammar of expressions, with columns. Imported late: Jinja takes 25 ms.

Jinja notes lines alone. Here its lexer is made to count characters where it counts lines, so that
every node's ``lineno`` is the offset at which it stands.
"""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import Lexer
from jinja2.parser import Parser

from briefing.load.expressions.comparisons import (
    decisive_words,
    faults_as_condition,
    note_comparison,
    note_test,
)
from briefing.load.expressions.facts import Argument, Facts, Fault, Notes
from briefing.load.expressions.typed import typed_numbers
from briefing.load.expressions.ways import faults_of_ways
from briefing.model.prose import WORDING_FILTERS, WORDING_TESTS

_LONGEST = 4000  # characters
_POSITION = re.compile(r" at \d+$")  # which the place tells better
_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Pow: "powers are not computed here",
    nodes.Dict: "a mapping cannot stand in an expression",
    nodes.Slice: "a slice cannot stand in an expression",
}


class _Lexer(Lexer):
    def tokeniter(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> Iterator[tuple[int, str, str]]:
        offset = 0
        try:
            for _, token, value in super().tokeniter(source, name, filename, state):
                yield offset, token, value
                offset += len(value)
        except TemplateSyntaxError as error:
            raise TemplateSyntaxError(error.message or "", offset) from error


class _Environment(Environment):
    def __init__(self) -> None:
        super().__init__(autoescape=False)
        self._counting = _Lexer(self)

    @property
    def lexer(self) -> Lexer:
        return self._counting


_ENVIRONMENT = _Environment()


def read_facts(source: str) -> Facts:
    """Give what an expression mentions; a fault in its form is its only fault then."""
    parsed = _parse(source)
    if isinstance(parsed, Fault):
        return Facts((parsed,), (), ())
    notes = Notes()
    try:
        notes.always += faults_as_condition(parsed)
        notes.decisive += decisive_words(parsed)
        notes.typed += typed_numbers(parsed)
        notes.faults += faults_of_ways(parsed)
        _visit(parsed, notes)
    except RecursionError:
        return Facts((_TOO_DEEP,), (), ())
    return notes.facts()


_TOO_DEEP = Fault(0, "the expression is nested too deep")


def _parse(source: str) -> nodes.Expr | Fault:
    if not source:
        return Fault(0, "the braces are empty", "write an expression such as {{ country.name }}")
    if len(source) > _LONGEST:
        return Fault(0, f"the expression is longer than {_LONGEST} characters")
    try:
        parser = Parser(_ENVIRONMENT, source, state="variable")
        parsed = parser.parse_expression()
        token = parser.stream.current
        if parser.stream.eos:
            return parsed
        return Fault(token.lineno, f"{source[token.lineno :]!r} does not belong to the expression")
    except TemplateSyntaxError as error:
        message = _POSITION.sub("", error.message or "").rstrip(".")
        message = message.replace("'end of template'", "end").replace("end of template", "end")
        return Fault(min(error.lineno, len(source)), f"not an expression: {message}")
    except RecursionError:
        return _TOO_DEEP


def _visit(node: nodes.Node, notes: Notes) -> None:
    """Note a node and all below it."""
    match node:
        case nodes.Name():
            notes.name(node.name, node.lineno)
        case nodes.Call():
            _call(node, notes)
            return
        case nodes.Getattr():
            notes.attribute(_variable(node.node), node.attr, node.lineno + 1)
        case nodes.Getitem(arg=nodes.Const(value=str(attribute))):
            notes.attribute(_variable(node.node), attribute, node.lineno + 1)
        case nodes.Filter():
            notes.among("filter", node.name, WORDING_FILTERS, node.lineno)
        case nodes.Test():
            notes.among("test", node.name, WORDING_TESTS, node.lineno)
            note_test(node, notes)
        case nodes.Compare():
            note_comparison(node, notes)
        case nodes.Not():
            notes.faults += faults_as_condition(node.node)
        case nodes.And() | nodes.Or():
            notes.faults += faults_as_condition(node.left)
        case nodes.CondExpr():
            notes.faults += faults_as_condition(node.test)
        case _ if type(node) in _REFUSED:
            notes.faults.append(Fault(node.lineno, _REFUSED[type(node)]))
    for child in node.iter_child_nodes():
        _visit(child, notes)


def _variable(node: nodes.Node) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def _call(node: nodes.Call, notes: Notes) -> None:
    function = node.node
    if not isinstance(function, nodes.Name):
        hint = "use a filter, such as {{ country.name | upper }}"
        notes.faults.append(Fault(node.lineno, "only functions can be called", hint))
        _visit(function, notes)
    elif node.dyn_args is not None or node.dyn_kwargs is not None:
        hint = "write the arguments one by one"
        notes.faults.append(Fault(function.lineno, "arguments cannot be spread here", hint))
    else:
        positional = [Argument(one.lineno, "", _constant(one)) for one in node.args]
        named = [_named(one) for one in node.kwargs if isinstance(one, nodes.Keyword)]
        notes.call(function.name, function.lineno, [*positional, *named])
    for argument in (*node.args, *node.kwargs):
        _visit(argument, notes)


def _named(node: nodes.Keyword) -> Argument:
    return Argument(node.lineno, node.key, _constant(node.value))


def _constant(node: nodes.Expr) -> object:
    """Give what stands there as it is, a list as a tuple; None where it has to be computed."""
    if isinstance(node, nodes.List | nodes.Tuple):
        items = tuple([_constant(item) for item in node.items])
        return None if None in items else items
    return node.value if isinstance(node, nodes.Const) else None
