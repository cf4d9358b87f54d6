"""The texts of inlines: words with gaps where something comes between them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model.content import Abbreviation
from briefing.model.forbidden import GAP
from briefing.model.prose import (
    Citation,
    Conditions,
    Emphasis,
    Expression,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Repeat,
    Span,
    Strong,
    Text,
    Worded,
)
from briefing.proof.content.furniture import is_telling
from briefing.proof.content.gathered import Gathered, View
from briefing.proof.content.guards import depends, printed_by
from briefing.proof.content.readers import Choice, loops_of
from briefing.proof.content.seeing import Seeing


class _Filled(NamedTuple):
    """What an expression puts in: data, or one of its own texts, with a gap where it has data."""

    texts: tuple[str, ...]


class _Conditional(NamedTuple):
    """Words that are there only under conditions."""

    conditions: Conditions
    parts: tuple["_Part", ...]


class _Either(NamedTuple):
    """Words, and what is printed instead in a brief that has not what they lead to."""

    parts: tuple["_Part", ...]
    others: tuple["_Part", ...]


_Part = str | _Filled | _Conditional | _Either
Enter = Callable[[View, Conditions], View]


class Known(NamedTuple):
    """What expressions may name.

    Attributes:
        keys: Of places and indicators; as a constant of an expression, a key is no text.
        abbreviations: By their short forms.
        hidden: Keys of sources that are themselves withheld.
    """

    keys: frozenset[str]
    abbreviations: Mapping[str, Abbreviation]
    hidden: frozenset[str] = frozenset()


class InlineTexts:
    """Takes the texts of inlines to what is gathered."""

    def __init__(self, gathered: Gathered, seeing: Seeing, known: Known) -> None:
        """Take where to gather, whose eyes see it, and what expressions may name."""
        self._gathered = gathered
        self._seeing = seeing
        self._keys = known.keys
        self._abbreviations = known.abbreviations
        self._hidden = known.hidden

    def take(self, inlines: Sequence[Inline], where: Location, view: View) -> None:
        """Take a text with all that is inside it."""
        parts = tuple(self._parts(inlines, view))
        whole = _whole(parts)
        for text in [whole] if view.withheld else _variants(parts):
            self._gathered.say(text, where, view, whole)

    def _parts(self, inlines: Iterable[Inline], view: View) -> Iterator[_Part]:
        for inline in inlines:
            match inline:
                case Text(text=text):
                    yield text
                case LineBreak():
                    yield " "
                case Worded(expression=expression):
                    yield self._filled(expression, view)
                case Emphasis(children=children) | Strong(children=children):
                    yield from self._parts(children, view)
                case Link(target=target, children=children, where=where):
                    if inline.otherwise is None or view.withheld:
                        self._take_target(target, where, view)
                    yield from self._or(tuple(self._parts(children, view)), inline, view)
                case Span():
                    yield from self._span(inline, view)
                case Reference(target=target, where=where):
                    if inline.otherwise is None or view.withheld:
                        self._gathered.name(target, where, view)
                    yield from self._or((GAP,), inline, view)
                case Footnote(children=children, where=where):
                    self.take(children, where, view)
                    yield GAP if view.withheld else ""
                case Citation(otherwise=otherwise, where=where):
                    self._take_works(inline, view)
                    self.take(otherwise or (), where, view)
                    yield from self._or((GAP if view.withheld else "",), inline, view)
                case _:
                    assert_never(inline)

    def _or(
        self, parts: tuple[_Part, ...], inline: Link | Reference | Citation, view: View
    ) -> Iterator[_Part]:
        if inline.otherwise is None:
            yield from parts
        else:
            yield _Either(parts, tuple(self._parts(inline.otherwise, view)))

    def _filled(self, expression: Expression, view: View) -> _Filled:
        """Take what an expression names, and tell which texts it may put in."""
        choice = _choice(expression, view)
        texts, shorts = printed_by(choice)
        texts = tuple([text for text in texts if text not in self._keys])
        shown = dict.fromkeys(self._printed(choice, texts, expression.where, view))
        for key in shorts:
            of_key = self._of_choice(choice._replace(text=key), view)
            for one in [key] if key else self._abbreviations:
                self._gathered.shorts.take(one, expression.where, of_key)
                if of_key == view:
                    long = self._abbreviations[one].long.values()
                    shown.update(dict.fromkeys((one, *(f"{words} {one}" for words in long))))
        return _Filled(tuple(shown))

    def _printed(
        self, choice: Choice, texts: Iterable[str], where: Location, view: View
    ) -> Iterator[str]:
        """Give the texts that an expression prints for these readers, and take all others."""
        for text in texts:
            inner = self._of_choice(choice._replace(text=text), view)
            if inner == view:
                yield text
            else:
                self._gathered.say(text, where, inner)

    def _of_choice(self, choice: Choice, view: View) -> View:
        if view.withheld or not depends(choice) or self._seeing.prints(choice):
            return view
        return replace(view, withheld=True)

    def _span(self, span: Span, view: View) -> Iterator[_Part]:
        attributes = span.attributes
        inner = self._seeing.enter(view, attributes.conditions, attributes.repeat)
        if attributes.id:
            self._gathered.name(attributes.id, span.where, inner)
        if attributes.repeat:
            inner = self.repeated(attributes.repeat, inner)
        if inner.withheld and not view.withheld:
            self.take(span.children, span.where, inner)
            return
        parts = self._parts(span.children, inner)
        if attributes.repeat or inner.scope != view.scope or attributes.conditions.when:
            yield _Conditional(attributes.conditions, tuple(parts))
        else:
            yield from parts

    def repeated(self, repeat: Repeat, view: View) -> View:
        """See what is repeated: texts that it is repeated over stand in it."""
        choice = _choice(repeat.over, replace(view, loops=view.loops[:-1]))
        texts, _ = printed_by(choice)
        shown = tuple(self._printed(choice, texts, repeat.over.where, view))
        return replace(view, given=(*view.given, (repeat.name, shown))) if texts else view

    def _take_target(self, target: str, where: Location, view: View) -> None:
        if target.startswith("#"):
            self._gathered.name(target[1:], where, view)
        else:
            self._gathered.say(target, where, view)

    def _take_works(self, citation: Citation, view: View) -> None:
        outer = view
        for work in citation.works:
            view = replace(outer, withheld=outer.withheld or work.key in self._hidden)
            self._gathered.cite(work.key, work.where, view)
            for text in (work.prefix, work.locator, work.suffix):
                if not view.withheld or is_telling(text):
                    self._gathered.say(text, work.where, view)


def _whole(parts: Iterable[_Part]) -> str:
    """All that a text may say, with gaps between what need not follow each other."""
    return "".join(map(_always, parts))


def _always(part: _Part) -> str:
    match part:
        case str():
            return part
        case _Filled(texts=texts):
            return GAP.join(("", *texts, ""))
        case _Conditional(parts=parts):
            return f"{GAP}{_whole(parts)}{GAP}"
        case _Either(parts=parts, others=others):
            return f"{GAP}{_whole(parts)}{GAP}{_whole(others)}{GAP}"


def _variants(parts: Sequence[_Part]) -> list[str]:
    """The text as it may be printed.

    With none, with all, and with those of its conditional parts that go together; its expressions
    filled by data, or each by one of its own texts.
    """
    conditions = list(_conditions(parts))
    chosen: list[list[Conditions]] = [[]]
    if conditions:
        chosen += [conditions, *([each] for each in conditions)]
    texts = []
    for instead in (False, True) if _has_others(parts) else (False,):
        texts += [_said(parts, _Way(among, None, instead)) for among in chosen]
        for choice in range(_most(parts)):
            texts += [_said(parts, _Way(among, choice, instead)) for among in chosen[:2]]
    return texts


class _Way(NamedTuple):
    """One way in which a text may be printed.

    Attributes:
        among: Conditions that hold.
        choice: The number of the texts that expressions put in; None for data.
        instead: What references and citations lead to is not there.
    """

    among: Sequence[Conditions]
    choice: int | None
    instead: bool


def _has_others(parts: Iterable[_Part]) -> bool:
    return any(
        isinstance(part, _Either) or (isinstance(part, _Conditional) and _has_others(part.parts))
        for part in parts
    )


def _conditions(parts: Iterable[_Part]) -> Iterator[Conditions]:
    for part in parts:
        if isinstance(part, _Conditional):
            yield part.conditions
        if isinstance(part, _Conditional | _Either):
            yield from _conditions(part.parts)
        if isinstance(part, _Either):
            yield from _conditions(part.others)


def _most(parts: Iterable[_Part]) -> int:
    """The number of texts that an expression may put in, of that which has most."""
    most = 0
    for part in parts:
        match part:
            case _Filled(texts=texts):
                most = max(most, len(texts))
            case _Conditional(parts=inner):
                most = max(most, _most(inner))
            case _Either(parts=inner, others=others):
                most = max(most, _most(inner), _most(others))
    return most


def _said(parts: Iterable[_Part], way: _Way) -> str:
    said = []
    choice = way.choice
    for part in parts:
        match part:
            case str():
                said.append(part)
            case _Filled(texts=texts):
                said.append(GAP if choice is None or choice >= len(texts) else texts[choice])
            case _Conditional(conditions=conditions, parts=inner):
                said.append(_said(inner, way) if conditions in way.among else "")
            case _Either(parts=inner, others=others):
                said.append(_said(others if way.instead else inner, way))
    return "".join(said)


def _choice(expression: Expression, view: View) -> Choice:
    return Choice(expression.source, view.given, loops_of(expression.source, view.loops))
