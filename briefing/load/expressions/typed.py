"""Numbers that an expression prints and takes from no reading: typed, counted or computed."""

from collections.abc import Iterator

from jinja2 import nodes

from briefing.load.expressions.facts import Typed

_COUNTING = ("length",)
_PRINTING = ("default", "replace")
"""Filters that may print what they are given beside."""


def typed_numbers(node: nodes.Expr) -> Iterator[Typed]:
    """Find what a value may be made of; what an expression only asks for is not among it."""
    match node:
        case nodes.Const(value=bool() | None):
            pass
        case nodes.Const(value=int() | float() | str() as value):
            yield Typed(node.lineno, str(value))
        case nodes.CondExpr():
            yield from typed_numbers(node.expr1)
            if node.expr2 is not None:
                yield from typed_numbers(node.expr2)
        case nodes.BinExpr():
            yield from typed_numbers(node.left)
            yield from typed_numbers(node.right)
        case nodes.UnaryExpr():
            yield from typed_numbers(node.node)
        case nodes.Concat() | nodes.List() | nodes.Tuple():
            for each in node.iter_child_nodes():
                if isinstance(each, nodes.Expr):
                    yield from typed_numbers(each)
        case nodes.Getitem():
            yield from typed_numbers(node.node)
        case nodes.Filter():
            yield from _filtered(node)


def _filtered(node: nodes.Filter) -> Iterator[Typed]:
    if node.name in _COUNTING:
        yield Typed(node.lineno, "")
        return
    if node.node is not None:
        yield from typed_numbers(node.node)
    if node.name in _PRINTING:
        for given in node.args:
            yield from typed_numbers(given)
