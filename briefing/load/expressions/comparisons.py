"""What expressions compare, and what they take for a condition. Imported late, with Jinja.

A slip of the pen in a comparison would open to everybody what it should keep back. So what decides
who gets what is compared as a whole, and with names that are known.
"""

from collections.abc import Iterator, Sequence

from jinja2 import nodes

from briefing.load.expressions.facts import (
    STRICT,
    Fault,
    Notes,
    always_true,
    key_meant,
    never_empty,
    spoken_hint,
)

_CONTAINED = ("in", "notin")
_SAME = ("eq", "ne", *_CONTAINED)
_CASES = ("capitalize", "lower", "title", "trim", "upper")
"""Filters that change the letters of a word, or the blanks around it, and nothing else."""

_ALWAYS_THE_SAME = (
    "this is no condition: it is always the same", "compare something, or write true or false"
)  # fmt: skip
_OWN = (nodes.Compare, nodes.Test, nodes.Not)
"""What is judged where it stands."""


def note_comparison(node: nodes.Compare, notes: Notes) -> None:
    """Note what is compared, one pair after the other."""
    left = node.expr
    for operand in node.ops:
        _pair(left, operand.op, operand.expr, notes)
        left = operand.expr


def note_test(node: nodes.Test, notes: Notes) -> None:
    """Note what a test such as ``x is in([…])`` compares."""
    if node.name == "in" and node.args:
        _pair(node.node, "in", node.args[0], notes)
        return
    for part in (node.node, *node.args):
        _refuse_decisive(part, notes)


def faults_as_condition(node: nodes.Expr) -> list[Fault]:
    """Tell why an expression is no condition; of its own conditions only what they give."""
    match node:
        case nodes.And() | nodes.Or():
            return faults_as_condition(node.right)
        case nodes.CondExpr(expr1=yes, expr2=no):
            return [*faults_as_condition(yes), *(faults_as_condition(no) if no else ())]
        case nodes.Const(value=bool()):
            return []
        case nodes.Const() | nodes.List() | nodes.Tuple() | nodes.Concat():
            return [Fault(node.lineno, *_ALWAYS_THE_SAME)]
        case nodes.Call(node=nodes.Name(name=function)):
            fault = never_empty(function, node.node.lineno)
        case _:
            fault = always_true(_word(node), _offset(node))
    if fault is not None:
        return [fault]
    notes = Notes()
    _refuse_decisive(node, notes)
    return notes.faults


def decisive_words(node: nodes.Node) -> Iterator[tuple[int, str]]:
    """Give the words that decide who gets what and of which a value is made, with offsets."""
    word = _word(node)
    if word.partition(".")[0] in STRICT:
        yield _offset(node), word
    elif isinstance(node, nodes.CondExpr):
        for choice in (node.expr1, node.expr2):
            yield from decisive_words(choice) if choice else ()
    elif isinstance(node, nodes.And | nodes.Or):
        yield from decisive_words(node.right)
    elif not isinstance(node, _OWN):
        for child in node.iter_child_nodes():
            yield from decisive_words(child)


def _refuse_decisive(node: nodes.Node, notes: Notes) -> None:
    for offset, word in decisive_words(node):
        notes.made_of(word, offset)


def _pair(left: nodes.Expr, operator: str, right: nodes.Expr, notes: Notes) -> None:
    listed = right.items if isinstance(right, nodes.List | nodes.Tuple) else ()
    if listed and operator in _CONTAINED and not _word(_without_cases(left)):
        for item in listed:
            _pair(left, "eq", item, notes)
        return
    if _is_fixed(left) and _is_fixed(right):
        notes.faults.append(Fault(left.lineno, *_ALWAYS_THE_SAME))
    for one, other in ((left, right), (right, left)):
        bare = _without_cases(one)
        word = _word(bare)
        is_text = isinstance(other, nodes.Const) and isinstance(other.value, str)
        is_part = operator in _CONTAINED and (one is right or is_text)
        if spoken_hint(word):
            notes.compared(word, _offset(bare), None)
        elif not key_meant(word):
            _refuse_decisive(one, notes)
        elif bare is not one or operator not in _SAME or is_part:
            notes.made_of(word, _offset(bare))
        else:
            notes.compared(word, _offset(bare), _names(other, word))


def _is_fixed(node: nodes.Node) -> bool:
    if isinstance(node, nodes.List | nodes.Tuple):
        return all(map(_is_fixed, node.items))
    return isinstance(node, nodes.Const)


def _names(node: nodes.Node, word: str) -> Sequence[tuple[int, str]] | None:
    """Give the names that a word is compared with, each with its offset.

    Returns:
        None where something else stands there, or may.
    """
    match node:
        case nodes.Const(value=str() as value):
            return [(node.lineno, value)]
        case nodes.List(items=parts) | nodes.Tuple(items=parts):
            pass
        case nodes.CondExpr(expr1=yes, expr2=nodes.Expr() as no):
            parts = [yes, no]
        case _:
            other = _word(node)
            return [] if "." in other and _is_like(other, word) else None
    named = [_names(part, word) for part in parts]
    return None if None in named else [name for names in named for name in names or ()]


def _is_like(one: str, other: str) -> bool:
    """Tell whether two words are keys of the same kind, such as of a country and of its peer."""
    is_open = not {one.partition(".")[0], other.partition(".")[0]} & {*STRICT}
    return is_open and bool(key_meant(one)) and one.partition(".")[2] == other.partition(".")[2]


def _without_cases(node: nodes.Expr) -> nodes.Expr:
    while isinstance(node, nodes.Filter) and node.name in _CASES and node.node is not None:
        node = node.node
    return node


def _word(node: nodes.Node) -> str:
    """Give a word such as ``audience.key``; empty for others."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=nodes.Name(name=variable), attr=attribute):
            return f"{variable}.{attribute}"
        case nodes.Getitem(node=nodes.Name(name=variable), arg=nodes.Const(value=attribute)):
            return f"{variable}.{attribute}"
    return ""


def _offset(node: nodes.Node) -> int:
    """Give the offset of a word, where Jinja gives that of what follows its variable."""
    return node.node.lineno if isinstance(node, nodes.Getattr | nodes.Getitem) else node.lineno
