"""The texts of inlines: words with gaps where something comes between them."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

from briefing.errors import Location
from briefing.model.content import (
    Citation,
    Conditions,
    Emphasis,
    Expression,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Span,
    Strong,
    Text,
    Worded,
)
from briefing.model.forbidden import GAP
from briefing.proof.gathered import Gathered, View

_CONSTANT = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_SHOWN = re.compile(r"(?:value|unit|period)(?: (?:value|unit|period))*")
_LONG = 5  # words; a shorter locator or prefix ("see", "p. 3") is anywhere

Part = str | tuple[Conditions, str]
"""Words, or words that are there only under conditions."""
Enter = Callable[[View, Conditions], View]


class InlineTexts:
    """Takes the texts of inlines to what is gathered."""

    def __init__(self, gathered: Gathered, enter: Enter, keys: frozenset[str]) -> None:
        """Take where to gather, how to judge conditions, and the keys of places and indicators.

        As a constant of an expression, a key is no text.
        """
        self._gathered = gathered
        self._enter = enter
        self._keys = keys

    def take(self, inlines: Sequence[Inline], where: Location, view: View) -> None:
        """Take a text with all that is inside it."""
        parts = list(self._parts(inlines, view))
        if view.withheld:
            self._gathered.say("".join(map(_always, parts)), where, view)
            return
        for text in _variants(parts):
            self._gathered.say(text, where, view)

    def take_constants(self, expression: Expression, view: View) -> list[str]:
        """Take the texts inside an expression; those that are withheld are given back."""
        texts = [ast.literal_eval(found) for found in _CONSTANT.findall(_line(expression))]
        said = [text for text in texts if text not in self._keys and not _SHOWN.fullmatch(text)]
        if view.withheld:
            return said
        if view.printed:
            self._gathered.fill(said)
        return []

    def _parts(self, inlines: Iterable[Inline], view: View) -> Iterator[Part]:
        for inline in inlines:
            match inline:
                case Text(text=text):
                    yield text
                case LineBreak():
                    yield " "
                case Worded(expression=expression):
                    yield GAP.join(("", *self.take_constants(expression, view), ""))
                    yield GAP if view.withheld else ""
                case Emphasis(children=children) | Strong(children=children):
                    yield from self._parts(children, view)
                case Link(target=target, children=children, where=where):
                    self._take_target(target, where, view)
                    yield from self._parts(children, view)
                case Span():
                    yield from self._span(inline, view)
                case Footnote(children=children, where=where):
                    self.take(children, where, view)
                    yield GAP if view.withheld else ""
                case Citation():
                    self._take_works(inline, view)
                    yield GAP if view.withheld else ""
                case _:
                    assert_never(inline)

    def _span(self, span: Span, view: View) -> Iterator[Part]:
        attributes = span.attributes
        inner = self._enter(view, attributes.conditions)
        if attributes.id:
            self._gathered.name(attributes.id, span.where, inner)
        constants = self.take_constants(attributes.repeat.over, inner) if attributes.repeat else []
        if inner.withheld and not view.withheld:
            self.take(span.children, span.where, inner)
            return
        parts = list(self._parts(span.children, inner))
        if attributes.repeat or inner.scope != view.scope or attributes.conditions.when:
            yield attributes.conditions, GAP.join(("".join(map(_always, parts)), *constants))
        else:
            yield from parts

    def _take_target(self, target: str, where: Location, view: View) -> None:
        if target.startswith("#"):
            self._gathered.name(target[1:], where, view)
        else:
            self._gathered.say(target, where, view)

    def _take_works(self, citation: Citation, view: View) -> None:
        for work in citation.works:
            self._gathered.cite(work.key, work.where, view)
            for text in (work.prefix, work.locator):
                if not view.withheld or len(text.split()) >= _LONG:
                    self._gathered.say(text, work.where, view)


def _always(part: Part) -> str:
    return part if isinstance(part, str) else f"{GAP}{part[1]}{GAP}"


def _variants(parts: Sequence[Part]) -> list[str]:
    """The text with none, with all, and with those of its conditional parts that go together."""
    conditions = [part[0] for part in parts if not isinstance(part, str)]
    if not conditions:
        return ["".join(part for part in parts if isinstance(part, str))]
    chosen: list[list[Conditions]] = [[], conditions, *([each] for each in conditions)]
    return ["".join(_said(part, among) for part in parts) for among in chosen]


def _said(part: Part, among: Sequence[Conditions]) -> str:
    if isinstance(part, str):
        return part
    return part[1] if part[0] in among else ""


def _line(expression: Expression) -> str:
    """An expression on one line, for a text in it may be written over several."""
    return expression.source.replace("\r", " ").replace("\n", " ")
