"""From the tokens of one block to its runs of words, notes and links."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from markdown_it.token import Token

from briefing.errors import Location
from briefing.load.conditions import spoken
from briefing.load.expressions import Checker, Scope
from briefing.load.markdown.attributes import read_attributes
from briefing.load.markdown.bearers import Bearer
from briefing.load.markdown.braces import Braces, parse_braces
from briefing.load.markdown.citations import read_works
from briefing.load.markdown.mask import is_masked, unmask
from briefing.load.markdown.parser import Env, Parser
from briefing.load.markdown.rules import RULES
from briefing.load.markdown.typography import set_signs
from briefing.load.syntax.places import Places
from briefing.load.values.scripts import refuse_foreign
from briefing.model.prose import (
    ALWAYS,
    Citation,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Shown,
    Span,
    Strong,
    Text,
    Worded,
)
from briefing.model.rules import fixed_words, vague_link
from briefing.text.scripts import find_foreign

DEEPEST = 20
"""So many runs inside one another are read."""

PARSER = Parser(RULES)
"""It keeps nothing between two texts."""

_NO_REFERENCES: Mapping[str, Any] = MappingProxyType({})
_SHOWN: tuple[Shown, ...] = get_args(Shown)
_ADDRESS = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@).*", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t]{2,}|\t")


Bears = Literal["paragraph", "heading", "words"]
"""What a text is, where that decides what can stand in it."""


class Setting(NamedTuple):
    """What surrounds a text.

    Attributes:
        language: Of its words; decides the quotation marks.
        scope: The variables that repeats around it add.
        references: The addresses that links may name, as markdown-it keeps them.
        bears: What the text is.
        note: It is a note itself.
    """

    checker: Checker
    language: str
    scope: Scope = ()
    references: Mapping[str, Any] = _NO_REFERENCES
    bears: Bears = "words"
    note: bool = False


def read_inlines(text: str, places: Places, setting: Setting) -> tuple[Inline, ...]:
    """Read the text of one block, its expressions hidden by `mask`."""

    def refuse(offset: int, message: str, hint: str) -> None:
        setting.checker.problems.error(places.at(offset), message, hint)

    env: Env = {"references": setting.references, "refuse": refuse}
    tokens = PARSER.inlines(text, env)
    _level(tokens)
    for offset in set_signs(tokens, setting.language):
        message = "a quotation mark without its partner"
        setting.checker.problems.warning(
            places.at(offset), message, 'write \\" for the sign itself'
        )
    return _Tree(text, places, setting).grow(tokens)


def _level(tokens: list[Token]) -> None:
    """Number the levels afresh, which pairing emphasis has put out of order."""
    level = 0
    for index, token in enumerate(tokens):
        if token.nesting < 0:
            level -= 1
        token.level = level
        if token.nesting > 0:
            level += 1
        if token.type == "link_open" and token.info == "auto":
            address = tokens[index + 1]
            address.type = "text_special"  # so that no sign in it is changed
            address.meta["at"] += 1


class _Open(NamedTuple):
    """A run that is not closed yet; `close` makes it when it is, and `language` is that around."""

    close: Callable[[tuple[Inline, ...]], Inline | None]
    outer: list[Inline]
    language: str


class _Tree:
    """Grows the runs of one text."""

    def __init__(self, text: str, places: Places, setting: Setting) -> None:
        self._text = text
        self._places = places
        self._setting = setting
        self._children: list[Inline] = []
        self._open: list[_Open] = []
        self._words: list[str] = []
        self._began = 0
        self._language = setting.language

    def grow(self, tokens: list[Token]) -> tuple[Inline, ...]:
        """Take all tokens."""
        for token in tokens:
            kind = token.type
            if kind == "text" or kind == "text_special":
                if token.content:
                    self._add_words(token.content, token.meta["at"])
            elif kind == "softbreak":
                self._add_words(" ", token.meta["at"])
            elif token.nesting < 0:
                self._close()
            elif token.nesting > 0:
                self._begin(token)
            else:
                self._add_single(token)
        self._end_words()
        return tuple(self._children)

    def _add_words(self, words: str, at: int) -> None:
        if not self._words:
            self._began = at
        self._words.append(words)
        if not words.isascii():
            self._check_script(words, at)

    def _check_script(self, words: str, at: int) -> None:
        foreign = find_foreign(words, self._language)
        if foreign is not None:
            # Signs before it may have been changed.
            place = max(at, self._text.find(foreign.words, at))
            refuse_foreign(foreign, self._places.at(place), self._setting.checker.problems)

    def _end_words(self) -> None:
        if self._words:
            words = "".join(self._words)
            if "  " in words or "\t" in words:
                words = _BLANKS.sub(" ", words)
            self._children.append(Text(words, self._places.at(self._began)))
            self._words = []

    def _add_single(self, token: Token) -> None:
        self._end_words()
        at = token.meta["at"]
        where = self._places.at(at)
        setting = self._setting
        match token.type:
            case "worded":
                begin = at + 2
                source = unmask(self._text[begin : token.meta["end"]])
                places = self._places
                expression = setting.checker.expression(
                    source, lambda offset: places.at(begin + offset), setting.scope
                )
                self._children.append(Worded(expression))
                self._check_script(source, begin)
            case "citation":
                text = self._text[at + 1 : token.meta["end"]]
                works = read_works(text, at + 1, self._places, setting.checker)
                given = self._given(token)
                otherwise = self._otherwise(given)
                self._add_held(Citation(works, where, otherwise), given, "citation")
            case "footnote":
                self._add_footnote(token, at)
            case "hardbreak":
                self._children.append(LineBreak())
            case _:
                raise ValueError(f"no rule gives the token {token.type!r}")

    def _given(self, token: Token) -> Braces | None:
        """Give the braces that stand right behind something."""
        begin = token.meta.get("braces")
        return None if begin is None else parse_braces(self._text, begin, self._places)

    def _otherwise(self, given: Braces | None) -> tuple[Inline, ...] | None:
        """Read what is printed instead of something that a brief has not."""
        phrase = given.phrase("otherwise") if given is not None and given.fault is None else None
        if phrase is None:
            return None
        return read_inlines(*phrase, self._setting._replace(bears="words"))

    def _otherwise_of(self, token: Token) -> tuple[Inline, ...] | None:
        """Read what is printed instead of a link inside the paper, where that leads nowhere."""
        given = self._given(token)
        read_attributes(given, "link", self._setting.checker)
        return self._otherwise(given)

    def _add_held(self, note: Citation | Footnote, given: Braces | None, bearer: Bearer) -> None:
        """Add a note; with conditions of its own it stands in a span."""
        setting = self._setting
        attributes = read_attributes(given, bearer, setting.checker, setting.scope)
        held = attributes.conditions is not ALWAYS
        self._children.append(Span((note,), attributes, note.where) if held else note)

    def _add_footnote(self, token: Token, at: int) -> None:
        setting, where = self._setting, self._places.at(at)
        text = self._text[at + 2 : token.meta["end"]]
        if setting.note:
            hint = "write one note, or two side by side"
            setting.checker.problems.error(where, "a note stands inside a note", hint)
        elif not text.strip():
            setting.checker.problems.error(where, "the note is empty", "write ^[An explanation.]")
        else:
            inner = setting._replace(bears="words", note=True, language=self._language)
            children = read_inlines(text, self._places.since(at + 2), inner)
            self._add_held(Footnote(children, where), self._given(token), "note")

    def _begin(self, token: Token) -> None:
        self._end_words()
        if len(self._open) == DEEPEST:
            where = self._places.at(token.meta["at"])
            message = f"runs of words are nested more than {DEEPEST} deep"
            self._setting.checker.problems.error(where, message)
        language = self._language
        self._open.append(_Open(self._maker(token), self._children, language))
        self._children = []

    def _close(self) -> None:
        self._end_words()
        run = self._open.pop()
        made = run.close(tuple(self._children))
        self._children, self._language = run.outer, run.language
        if made is not None:
            self._children.append(made)

    def _maker(self, token: Token) -> Callable[[tuple[Inline, ...]], Inline | None]:
        match token.type:
            case "em_open":
                return Emphasis
            case "strong_open":
                return Strong
            case "link_open":
                return self._link(token)
            case "span_open":
                return self._span(token)
            case _:
                raise ValueError(f"no rule gives the token {token.type!r}")

    def _link(self, token: Token) -> Callable[[tuple[Inline, ...]], Inline]:
        at = token.meta["at"] - (0 if token.info == "auto" else 1)
        where, target = self._places.at(at), str(token.attrs["href"])
        problems = self._setting.checker.problems
        if is_masked(target):
            problems.error(where, "an address cannot hold {{ … }}", "write the address itself")
        elif not target.startswith("#") and not _ADDRESS.fullmatch(target):
            hint = "wanted: https://…, http://…, mailto:… or the id of a heading, such as #method"
            problems.error(where, f"the address {target!r} leads nowhere", hint)
        if "title" in token.attrs:
            hint = "leave out what stands in quotes behind the address"
            problems.error(where, "a link has no title here", hint)
        if token.meta.get("empty"):
            return self._reference(token, target, where)
        is_inside = target.startswith("#")
        encoded = target if is_inside else PARSER.encoded(target)
        otherwise = self._otherwise_of(token) if is_inside else None
        language = self._language

        def made(children: tuple[Inline, ...]) -> Link:
            words = fixed_words(children)
            fault = vague_link(words, target, language) if words else None
            if fault is not None:
                problems.error(where, *fault, "link-text")
            return Link(encoded, children, where, otherwise)

        return made

    def _reference(
        self, token: Token, target: str, where: Location
    ) -> Callable[[tuple[Inline, ...]], Inline]:
        """Read a link without words, which prints those of what it leads to."""
        setting = self._setting
        given = self._given(token)
        attributes = read_attributes(given, "reference", setting.checker)
        if not target.startswith("#"):
            hint = "write them between the brackets, or <https://…> for the address itself"
            setting.checker.problems.error(where, "the link has no words", hint)
        elif setting.bears == "heading":
            hint = "refer to it in the text below, or write the words yourself"
            setting.checker.problems.error(where, "a heading cannot hold a reference", hint)
        if not target.startswith("#"):
            return lambda _: Link(PARSER.encoded(target), (), where)
        shown = next((one for one in _SHOWN if one in attributes.classes), _SHOWN[0])
        otherwise = self._otherwise(given)
        return lambda _: Reference(target[1:], shown, where, otherwise)

    def _span(self, token: Token) -> Callable[[tuple[Inline, ...]], Inline]:
        where = self._places.at(token.meta["at"] - 1)
        setting = self._setting
        given = parse_braces(self._text, token.meta["braces"], self._places)
        attributes = read_attributes(given, "span", setting.checker, setting.scope)
        first = setting.bears == "paragraph" and not self._text[: token.meta["at"] - 1].strip()
        if "run-in" in attributes.classes and not first:
            hint = "put it there, or make the words bold: **…**"
            message = "a run-in head stands at the beginning of a paragraph"
            setting.checker.problems.error(where, message, hint)
        self._language = attributes.language or spoken(attributes.conditions, self._language)
        return lambda children: Span(children, attributes, where)
