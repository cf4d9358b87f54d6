"""Jinja's grammar of expressions, with columns. Imported late: Jinja takes 25 ms.

Jinja notes lines alone. Here its lexer is made to count characters where it counts lines, so that
every node's ``lineno`` is the offset at which it stands.
"""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import Lexer
from jinja2.parser import Parser

from briefing.errors import Location, unknown_name
from briefing.load.facts import PLACING, Constant, Fault
from briefing.model.content import (
    WORDING_FILTERS,
    WORDING_FUNCTIONS,
    WORDING_TESTS,
    WORDING_VARIABLES,
)

_POSITION = re.compile(r" at \d+$")  # which the place tells better
_SPREAD = "*"  # before the name of a parameter that takes any number of arguments


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


def parse_expression(source: str) -> nodes.Expr | Fault:
    """Parse one expression; each node's ``lineno`` is its offset in `source`."""
    if not source:
        return Fault(0, "the braces are empty", "write an expression such as {{ country.name }}")
    try:
        parser = Parser(_ENVIRONMENT, source, state="variable")
        parsed = parser.parse_expression()
        token = parser.stream.current
        if parser.stream.eos:
            return parsed
        return Fault(token.lineno, f"{source[token.lineno :]!r} does not belong to the expression")
    except TemplateSyntaxError as error:
        message = _POSITION.sub("", error.message or "").rstrip(".")
        if message == "unexpected 'end of template'":
            message = "it ends too early"
        return Fault(min(error.lineno, len(source)), f"not an expression: {message}")
    except RecursionError:
        return Fault(0, "the expression is nested too deep")


class Finder:
    """Walks an expression and gathers what it mentions."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.names: list[tuple[int, str]] = []
        self.constants: list[Constant] = []

    def visit(self, node: nodes.Node) -> None:
        """Look at a node and all below it."""
        match node:
            case nodes.Name():
                self.names.append((node.lineno, node.name))
                return
            case nodes.Call():
                self._call(node)
                return
            case nodes.Getattr():
                self._attribute(node.node, node.attr, node.lineno + 1)
            case nodes.Getitem(arg=nodes.Const(value=str(attribute))):
                self._attribute(node.node, attribute, node.lineno + 1)
            case nodes.Filter():
                self._among("filter", node.name, WORDING_FILTERS, node.lineno)
            case nodes.Test():
                self._among("test", node.name, WORDING_TESTS, node.lineno)
            case nodes.Pow():
                self.faults.append(Fault(node.lineno, "powers are not computed here"))
            case _:
                pass
        for child in node.iter_child_nodes():
            self.visit(child)

    def _attribute(self, of: nodes.Node, attribute: str, offset: int) -> None:
        if attribute.startswith("_"):
            self.faults.append(Fault(offset, f"{attribute!r} is not for authors"))
        elif isinstance(of, nodes.Name) and of.name in WORDING_VARIABLES:
            self._among(f"word of {of.name!r}:", attribute, WORDING_VARIABLES[of.name], offset)

    def _call(self, node: nodes.Call) -> None:
        function = node.node
        if not isinstance(function, nodes.Name):
            hint = "use a filter, such as {{ country.name | upper }}"
            self.faults.append(Fault(node.lineno, "only functions can be called", hint))
        elif function.name in PLACING:
            hint = f"put {{{{ {function.name}(…) }}}} alone in a paragraph"
            message = f"{function.name!r} places nothing here"
            self.faults.append(Fault(function.lineno, message, hint))
        elif function.name in WORDING_FUNCTIONS:
            self._arguments(node, function)
        else:
            self._among("function", function.name, tuple(WORDING_FUNCTIONS), function.lineno)
        for child in node.iter_child_nodes():
            if child is not function:
                self.visit(child)

    def _arguments(self, node: nodes.Call, function: nodes.Name) -> None:
        parameters = WORDING_FUNCTIONS[function.name]
        usage = f"{function.name}({', '.join(parameters)})"
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            hint = f"write out {usage}"
            self.faults.append(Fault(function.lineno, "arguments cannot be spread here", hint))
            return
        given: set[str] = set()
        positional = list(parameters)
        for argument in node.args:
            if not positional:
                self.faults.append(Fault(argument.lineno, "one argument too many", usage))
                return
            parameter = positional[0] if positional[0][0] == _SPREAD else positional.pop(0)
            self._argument(parameter, argument, given)
        for keyword in node.kwargs:
            if keyword.key not in parameters:
                self._among("argument", keyword.key, parameters, keyword.lineno)
            elif keyword.key in given:
                message = f"the argument {keyword.key!r} is given twice"
                self.faults.append(Fault(keyword.lineno, message, usage))
            else:
                self._argument(keyword.key, keyword.value, given)
        if parameters[0] not in given:
            message = f"{function.name!r} lacks its {parameters[0].lstrip(_SPREAD)!r}"
            self.faults.append(Fault(function.lineno, message, usage))

    def _argument(self, parameter: str, value: nodes.Expr, given: set[str]) -> None:
        given.add(parameter)
        if isinstance(value, nodes.Const) and value.value is not None:
            name = "place" if parameter == "*places" else parameter
            self.constants.append(Constant(value.lineno, name, value.value))

    def _among(self, what: str, name: str, known: tuple[str, ...], offset: int) -> None:
        if name not in known:
            told = unknown_name(Location("", 0), what, name, known)
            self.faults.append(Fault(offset, told.message, told.hint))
