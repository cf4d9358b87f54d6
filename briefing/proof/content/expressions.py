"""What expressions may give, for certain readers or for nobody in particular.

Jinja's own parser reads them; imported late, since it takes 25 ms. Each is gone through for all
that it may give: where a condition is known, what it chooses, and otherwise both.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import prod
from typing import Final, Protocol

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from briefing.proof.content.outcomes import (
    UNKNOWN,
    Absent,
    Data,
    Figure,
    Short,
    Turn,
    compute,
    filtered,
    holds,
    item,
    said_by,
    texts_in,
    texts_of,
    truth_of,
)
from briefing.proof.content.readers import Given


class Knowing(Protocol):
    """Who knows what expressions ask for."""

    def field(self, variable: str, attribute: str) -> str | None:
        """Give a word such as ``audience.key``; None where it is not known."""

    def has(self, indicator: str, place: str | None) -> bool | None:
        """Tell whether there is a reading that these readers may see; None if not known."""

    def figure(self, indicator: str, place: str | None) -> float | None:
        """Give the latest figure that these readers may see; None where it is not known."""


_EITHER: Final = (True, False)
_MOST = 1 << 16  # load refuses far fewer
_ENVIRONMENT: Final = Environment(autoescape=False)  # for its parser alone
_OF_READINGS = ("figure", "period")


@lru_cache(maxsize=4096)
def parse(source: str) -> nodes.Expr | None:
    """Read an expression; None where it is none, or nests too deeply."""
    try:
        parser = Parser(_ENVIRONMENT, source.strip(), state="variable")
        parsed = parser.parse_expression()
    except (TemplateSyntaxError, RecursionError):
        return None
    return parsed if parser.stream.eos else None


def truth(source: str, knowing: Knowing) -> bool | None:
    """Tell whether an expression holds; None where that is not known."""
    tree = parse(source)
    return None if tree is None else _Outcomes(knowing, ()).truth(tree)


def printed(source: str, knowing: Knowing, given: Given) -> tuple[str | Short, ...]:
    """Give every text that an expression may print; data in them is a `GAP`."""
    tree = parse(source)
    found = () if tree is None else _Outcomes(knowing, given).of(tree)
    return tuple(dict.fromkeys(text for one in found for text in said_by(one)))


def turns_of(source: str, knowing: Knowing) -> tuple[Turn | None, ...]:
    """Give all that a repeat may go over; None for what is not known."""
    tree = parse(source)
    found = (None,) if tree is None else _Outcomes(knowing, ()).turns(tree)
    return tuple(dict.fromkeys(found))


class _Outcomes:
    """Goes through expressions for what they may give."""

    def __init__(self, knowing: Knowing, given: Given) -> None:
        self._knowing = knowing
        self._given = dict(given)

    def truth(self, node: nodes.Expr) -> bool | None:
        """Tell whether an expression holds; None where that is not known."""
        truths = {truth_of(value) for value in self.of(node)}
        return truths.pop() if len(truths) == 1 else None

    def of(self, node: nodes.Expr) -> tuple[object, ...]:
        """Give all that an expression may give."""
        return tuple(dict.fromkeys(self._of(node))) or (UNKNOWN,)

    def _of(self, node: nodes.Expr) -> Iterable[object]:
        match node:
            case nodes.Const(value=value):
                return (value,)
            case nodes.Name(name=name):
                return (*self._given.get(name, ()), self._field(name, ""))
            case nodes.Getattr(node=nodes.Name(name=name), attr=attribute):
                return (self._field(name, attribute),)
            case nodes.Getitem(node=nodes.Name(name=name), arg=nodes.Const(value=str(attribute))):
                return (self._field(name, attribute),)
            case nodes.Getitem(node=inner, arg=nodes.Const(value=int(at))):
                return [one for value in self.of(inner) for one in item(value, at)]
            case nodes.CondExpr():
                return self._chosen(node)
            case nodes.And() | nodes.Or():
                return self._first(node, stops=isinstance(node, nodes.Or))
            case nodes.Not(node=inner):
                truth = self.truth(inner)
                return _EITHER if truth is None else (not truth,)
            case nodes.Compare():
                return self._compared(node)
            case nodes.Test():
                return self._tested(node)
            case nodes.Concat(nodes=parts):
                each_way = [
                    [text for one in self.of(part) for text in texts_of(one)] for part in parts
                ]
                return ["".join(texts) for texts in product(*each_way)]
            case nodes.List(items=items) | nodes.Tuple(items=items):
                return self._product(items)
            case nodes.BinExpr(left=left, right=right, operator=sign):
                return [compute(sign, *each) for each in self._product((left, right))]
            case nodes.UnaryExpr(node=inner, operator=sign):
                return [compute(sign, 0, each) for each in self.of(inner)]
            case nodes.Filter(node=nodes.Expr()):
                return self._filtered(node)
            case nodes.Call(node=nodes.Name(name=function)):
                return self._called(node, function)
        return (UNKNOWN,)

    def turns(self, node: nodes.Expr) -> Iterator[Turn | None]:
        """Give all that a repeat over an expression may go over; None for what is not known."""
        match node:
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                truth = self.truth(test)
                yield from self.turns(one) if truth is not False else ()
                yield from self.turns(other) if truth is not True and other is not None else ()
            case nodes.BinExpr(left=left, right=right, operator="+"):
                yield from (*self.turns(left), *self.turns(right))
            case nodes.Call(node=nodes.Name(name="countries"), args=places):
                yield from self._countries(places)
            case _:
                for several in self.of(node):
                    for text in texts_in(several):
                        yield None if text is None else Turn(text, is_place=False)

    def _countries(self, places: Sequence[nodes.Expr]) -> Iterator[Turn | None]:
        for node in places:
            if isinstance(node, nodes.Name) and node.name == "country":
                own = self._knowing.field("country", "key")
                yield Turn(own, is_place=True) if own else None
                continue
            for place in self._places(node):
                yield Turn(place, is_place=True) if place else None

    def _product(self, parts: Sequence[nodes.Expr]) -> Iterable[tuple[object, ...]]:
        ways = [self.of(part) for part in parts]
        if prod(map(len, ways)) > _MOST:
            raise ValueError("an expression can be worded in too many ways")
        return product(*ways)

    def _field(self, variable: str, attribute: str) -> object:
        known = self._knowing.field(variable, attribute)
        return Data(known, certain=known is not None)

    def _chosen(self, node: nodes.CondExpr) -> Iterator[object]:
        truth = self.truth(node.test)
        if truth is not False:
            yield from self.of(node.expr1)
        if truth is not True and node.expr2 is not None:
            yield from self.of(node.expr2)

    def _first(self, node: nodes.BinExpr, *, stops: bool) -> Iterator[object]:
        """What ``or`` gives, or ``and``: the left where its truth is as in `stops`."""
        for value in self.of(node.left):
            truth = truth_of(value)
            if truth is None or truth is stops:
                yield value
            if truth is not stops:
                yield from self.of(node.right)

    def _compared(self, node: nodes.Compare) -> Iterator[object]:
        signs = [operand.op for operand in node.ops]
        for values in self._product([node.expr, *(operand.expr for operand in node.ops)]):
            pairs = zip(values, signs, values[1:], strict=False)
            held = [holds(sign, left, right) for left, sign, right in pairs]
            yield from (False,) if False in held else _EITHER if None in held else (True,)

    def _tested(self, node: nodes.Test) -> Iterator[object]:
        for value in self.of(node.node):
            match node.name, node.args:
                case "in", [whole]:
                    for one in self.of(whole):
                        held = holds("in", value, one)
                        yield from _EITHER if held is None else (held,)
                case "defined", _ if not isinstance(value, Data) or value.certain:
                    yield not isinstance(value, Absent)
                case "none", _ if not isinstance(value, Data):
                    yield value is None
                case _:
                    yield from _EITHER

    def _filtered(self, node: nodes.Filter) -> Iterator[object]:
        assert node.node is not None
        named = [one.value for one in node.kwargs if isinstance(one, nodes.Keyword)]
        for value, *arguments in self._product([node.node, *node.args, *named]):
            yield from filtered(node.name, value, arguments)

    def _called(self, node: nodes.Call, function: str) -> Iterable[object]:
        given: dict[str, nodes.Expr] = dict(zip(("first", "place"), node.args, strict=False))
        for one in node.kwargs:
            if isinstance(one, nodes.Keyword):
                given["first" if one.key in ("indicator", "key") else one.key] = one.value
        named = self.of(given["first"]) if "first" in given else (UNKNOWN,)
        firsts = [one.value if isinstance(one, Data) else one for one in named]
        if function == "abbr":
            return [Short(one) for one in firsts if isinstance(one, str)] or (Short(""),)
        if function != "has" and (
            function not in _OF_READINGS or given.keys() - {"first", "place"}
        ):
            return (UNKNOWN,)
        places = self._places(given.get("place"))
        asked = [
            (first, place) if isinstance(first, str) and place != "" else None
            for first in firsts
            for place in places
        ]
        held = {self._knowing.has(*one) if one else None for one in asked}
        truths = _EITHER if None in held else tuple(held)
        if function == "has":
            return truths
        figures = [self._figure(one) if function == "figure" else UNKNOWN for one in asked]
        return [found for one in truths for found in (figures if one else (Absent(),))]

    def _figure(self, asked: tuple[str, str | None] | None) -> object:
        found = self._knowing.figure(*asked) if asked else None
        return UNKNOWN if found is None else Figure(found)

    def _places(self, node: nodes.Expr | None) -> Sequence[str | None]:
        """The places that are asked for: None for the brief's own, empty for one not known."""
        match node:
            case None | nodes.Name(name="country"):
                return (None,)
            case nodes.Name(name=name) if key := self._knowing.field(name, "key"):
                return (key,)
        places = [value.value if isinstance(value, Data) else value for value in self.of(node)]
        return [place if isinstance(place, str) else "" for place in places]
