"""In how many ways an expression can be worded. Imported late, with Jinja."""

from math import prod

from jinja2 import nodes

from briefing.load.expressions.facts import Fault

_MOST = 256


def faults_of_ways(node: nodes.Expr) -> list[Fault]:
    """Refuse an expression of which nobody could tell who gets what."""
    if _ways(node) <= _MOST:
        return []
    message = f"this can be worded in more than {_MOST} ways"
    return [Fault(0, message, "write several expressions, one after the other")]


def _ways(node: nodes.Node) -> int:
    """Count them; conditions and comparisons give yes or no, of however much they are made."""
    inside = [_ways(child) for child in node.iter_child_nodes()]
    match node:
        case nodes.CondExpr() | nodes.And() | nodes.Or():
            return sum(inside)
        case nodes.Compare() | nodes.Operand() | nodes.Test():
            return 2 if prod(inside) <= _MOST else prod(inside)
    return prod(inside)
