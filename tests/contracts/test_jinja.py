"""What `briefing.load` takes from inside Jinja; a new version that differs fails here."""

import pytest
from jinja2 import nodes

from briefing.load.expressions.jinja import _parse


@pytest.mark.parametrize(
    ("source", "kind", "offsets"),
    [
        ("  country", nodes.Name, [2]),
        ("a.b", nodes.Getattr, [1]),
        ("a ['b']", nodes.Getitem, [2]),
        ("f(1, x)", nodes.Call, [1]),
        ("'é' ~ name | upper", nodes.Filter, [13]),
        ("x is none", nodes.Test, [2]),
        ("a\n ** b", nodes.Pow, [0]),
        ("{'a': 1}", nodes.Dict, [0]),
        ("f(x=1)", nodes.Keyword, [4]),
        ("f('a', \"b\", 3)", nodes.Const, [2, 7, 12]),
    ],
)
def test_lines_of_nodes_are_offsets(source, kind, offsets):
    parsed = _parse(source)

    assert isinstance(parsed, nodes.Node)
    found = [*parsed.find_all(kind), *([parsed] if isinstance(parsed, kind) else [])]
    assert sorted(node.lineno for node in found) == offsets
