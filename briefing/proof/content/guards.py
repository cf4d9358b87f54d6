"""Judges conditions that are written as expressions, as far as they depend on the readers.

What an expression hides from these readers, but not from others, is withheld from them, no less
than by an audience or a marking. Only what is plain enough is judged; of the rest nothing is known.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from briefing.model.country import Reading
from briefing.proof.content.figures import rivalling
from briefing.proof.content.readers import Circumstances, Readers, readers_of

_KEYWORD = re.compile(r"\b(?=(?:from|as|with)\s*=(?!=))")  # no names of arguments in Python
_DEPENDS = re.compile(r"\b(?:audience|has)\b")
_BROKEN = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What Python's parser raises at an expression that is no Python, or nests too deeply."""


class _Unknown:
    """What an expression gives that is not judged."""


_UNKNOWN: Final = _Unknown()
_NAMES = {"true": True, "false": False, "none": None}


def hidden_by(expressions: Iterable[str], audience: str, at: Circumstances) -> frozenset[str]:
    """List the expressions that are false for an audience and may be true for another one."""
    judge = _Judge(readers_of(at.content, audience), at)
    others = [_Judge(readers_of(at.content, key), at) for key in at.content.project.audiences]
    hidden = []
    for source in expressions:
        tree = _parsed(source) if _DEPENDS.search(source) else None
        if tree is None or judge.truth(tree) is not False:
            continue
        if any(other.truth(tree) is not False for other in others):
            hidden.append(source)
    return frozenset(hidden)


def choices_in(source: str) -> Iterator[tuple[str, str]]:
    """Give the parts of an expression that are printed on a condition, behind the condition."""
    tree = _parsed(source) if " if " in source and _DEPENDS.search(source) else None
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.IfExp):
            test = ast.unparse(node.test)
            yield test, ast.unparse(node.body)
            yield f"not ({test})", ast.unparse(node.orelse)


@lru_cache(maxsize=4096)
def _parsed(source: str) -> ast.expr | None:
    """Read an expression; None where Python means something else by it than Jinja, or nothing."""
    try:
        return ast.parse(_KEYWORD.sub("_", source.strip()), mode="eval").body
    except _BROKEN:
        return None


class _Judge:
    """Judges expressions for certain readers."""

    def __init__(self, readers: Readers, at: Circumstances) -> None:
        content, self._at, self._readers = at.content, at, readers
        self._asked: list[Reading] = []
        self._fields: dict[tuple[str, str], object] = {
            ("audience", "key"): readers.audience,
            ("audience", "name"): content.project.audiences[readers.audience].name,
            ("document", "id"): at.document,
            ("document", "kind"): content.documents[at.document].kind,
        }
        if at.place is not None:
            self._fields["country", "key"] = at.place
            self._fields["country", "iso2"] = content.places[at.place].iso2

    def truth(self, node: ast.expr) -> bool | None:
        """Tell whether an expression holds; None where that is not known."""
        value = self._value(node)
        return None if isinstance(value, _Unknown) else bool(value)

    def _value(self, node: ast.expr) -> object:
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id="language"):
                return self._at.language
            case ast.Name(id=name):
                return _NAMES.get(name, _UNKNOWN)
            case ast.Attribute(value=ast.Name(id=name), attr=field):
                return self._fields.get((name, field), _UNKNOWN)
            case ast.BoolOp(op=ast.And(), values=values):
                return self._any(values, wanted=False)
            case ast.BoolOp(values=values):
                return self._any(values, wanted=True)
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                truth = self.truth(inner)
                return _UNKNOWN if truth is None else not truth
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._compared(left, op, right)
            case ast.IfExp(test=test, body=body, orelse=other):
                truth = self.truth(test)
                return _UNKNOWN if truth is None else self._value(body if truth else other)
            case ast.List(elts=items) | ast.Tuple(elts=items):
                listed = tuple([self._value(item) for item in items])
                return _UNKNOWN if _UNKNOWN in listed else listed
            case ast.Call(func=ast.Name(id="has")):
                return self._has(node)
        return _UNKNOWN

    def _any(self, nodes: Iterable[ast.expr], *, wanted: bool) -> object:
        """Whether one of several is as wanted, which decides what they are together."""
        truths = [self.truth(node) for node in nodes]
        if wanted in truths:
            return wanted
        return _UNKNOWN if None in truths else not wanted

    def _compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> object:
        one, other = self._value(left), self._value(right)
        if isinstance(one, _Unknown) or isinstance(other, _Unknown):
            return _UNKNOWN
        match op:
            case ast.Eq():
                return one == other
            case ast.NotEq():
                return one != other
            case ast.In() if isinstance(other, tuple):
                return one in other
            case ast.NotIn() if isinstance(other, tuple):
                return one not in other
        return _UNKNOWN

    def _has(self, call: ast.Call) -> object:
        """Whether there is a reading that these readers may see."""
        given: dict[str | None, ast.expr] = dict(
            zip(("indicator", "place"), call.args, strict=False)
        )
        given.update((keyword.arg, keyword.value) for keyword in call.keywords)
        if "indicator" not in given:
            return _UNKNOWN
        indicator, place = self._value(given["indicator"]), self._at.place
        match given.get("place"):
            case None | ast.Name(id="country"):
                pass
            case named:
                value = self._value(named)
                place = value if isinstance(value, str) else None
        if not isinstance(indicator, str) or place is None:
            return _UNKNOWN
        found = self._at.content.readings.get(indicator, {}).get(place, ())
        shown = [self._shows(reading) for reading in found]
        return True if True in shown else _UNKNOWN if None in shown else False

    def _shows(self, reading: Reading) -> bool | None:
        """Whether a reading may be seen, or any of those that may be printed in its place."""
        truths = [self._shows_one(one) for one in rivalling(reading)]
        return True if True in truths else None if None in truths else False

    def _shows_one(self, reading: Reading) -> bool | None:
        conditions = reading.conditions
        sources = [self._at.content.sources[key] for key in (reading.source, *reading.also)]
        for held in (conditions, *[source.conditions for source in sources]):
            if not self._readers.may_see(held) or not self._at.applies(held):
                return False
        if conditions.when is None:
            return True
        tree = _parsed(conditions.when.source)
        if tree is None or reading in self._asked:
            return None
        self._asked.append(reading)
        truth = self.truth(tree)
        self._asked.pop()
        return truth
