"""Attributes in braces: ``{#id .class audience=parliament if="has('gti-rank')"}``."""

import re
from typing import Literal, NamedTuple

from briefing.errors import Location
from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker, Scope
from briefing.load.fields import Name
from briefing.load.languages import check_language
from briefing.load.markdown.mask import is_masked
from briefing.load.places import Places
from briefing.model.content import PLAIN, Attributes

Bearer = Literal["heading", "paragraph", "block", "span"]
"""What carries attributes; not all may carry each."""

CLASSES: dict[Bearer, tuple[str, ...]] = {"paragraph": ("keep",)}
"""The classes that mean something: ``keep`` holds a paragraph together on one page."""

_EVERYWHERE = ("audience", "countries", "languages", "marking", "if", "lang")
_KEYS: dict[Bearer, tuple[str, ...]] = {
    "heading": (*_EVERYWHERE, "for", "#"),
    "paragraph": (*_EVERYWHERE, "for", "."),
    "block": (*_EVERYWHERE, "for"),
    "span": _EVERYWHERE,
}

_ENTRY = re.compile(
    r"""\s*(?:
        (?P<sign>[#.])(?P<word>[\w-]+)
      | (?P<key>[A-Za-z][\w-]*)=
        (?:"(?P<double>[^"\n]*)" | '(?P<single>[^'\n]*)' | (?P<bare>[^\s"'{}=]+))
    )(?=[\s}]|\Z)""",
    re.VERBOSE,
)
_END = re.compile(r"\s*\}")
_WORD = re.compile(r"\s*(?P<word>[^\s}]*)")
_NAME = re.compile(r"[^\s,]+")


class Entry(NamedTuple):
    """One attribute; `key` is ``#`` for an id and ``.`` for a class."""

    key: str
    value: str
    at: int
    value_at: int


class Braces(NamedTuple):
    """Attributes as written.

    Attributes:
        end: The offset behind the closing brace.
        fault: The offset of what is no attribute; None where all is well.
    """

    entries: tuple[Entry, ...]
    end: int
    fault: int | None
    text: str
    places: Places

    def names(self, name: str) -> tuple[Name, ...] | None:
        """Give the names under a key, separated by spaces or commas."""
        entry = self._entry(name)
        if entry is None:
            return None
        if is_masked(entry.value):
            return ()  # which has been told of
        return tuple(
            Name(match[0], self.places.at(entry.value_at + match.start()))
            for match in _NAME.finditer(entry.value)
        )

    def phrase(self, name: str) -> tuple[str, Places] | None:
        """Give the text under a key."""
        entry = self._entry(name)
        if entry is None or not entry.value.strip():
            return None
        return entry.value, self.places.since(entry.value_at)

    def _entry(self, name: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == name), None)


def parse_braces(text: str, begin: int, places: Places) -> Braces:
    """Parse the braces that begin at `begin`; what follows them is left alone."""
    entries, end, fault = _scan(text, begin)
    return Braces(entries, end, fault, text, places)


def end_of_braces(text: str, begin: int) -> int:
    """Give the offset behind the braces that begin at `begin`."""
    return _scan(text, begin)[1]


def _scan(text: str, begin: int) -> tuple[tuple[Entry, ...], int, int | None]:
    entries: list[Entry] = []
    at = begin + 1
    while (end := _END.match(text, at)) is None:
        match = _ENTRY.match(text, at)
        if match is None:
            word = _WORD.match(text, at)
            fault = word.start("word") if word else at
            close = text.find("}", fault)
            return tuple(entries), len(text) if close < 0 else close + 1, fault
        entries.append(_entry_of(match))
        at = match.end()
    return tuple(entries), end.end(), None


def _entry_of(match: re.Match[str]) -> Entry:
    if match["sign"]:
        return Entry(match["sign"], match["word"], match.start("sign"), match.start("word"))
    group = "double" if match["double"] is not None else "single"
    group = "bare" if match["bare"] else group
    return Entry(match["key"], match[group], match.start("key"), match.start(group))


def read_attributes(
    braces: Braces, bearer: Bearer, checker: Checker, scope: Scope = ()
) -> Attributes:
    """Check attributes and give what they mean.

    The repeat of a block is known to its own condition too, which then chooses among its values.
    """
    at = braces.places.at
    if braces.fault is not None:
        word = _WORD.match(braces.text, braces.fault)
        shown = word["word"] if word else ""
        hint = 'write them like {audience=parliament countries="KAZ KGZ"}'
        message = f"{shown!r} is no attribute" if shown else "the braces are not closed"
        checker.problems.error(at(braces.fault), message, hint)
        return PLAIN
    _check_keys(braces, bearer, checker)
    phrase = braces.phrase("for") if bearer != "span" else None
    repeat = checker.repeat(phrase[0], phrase[1].at, scope) if phrase else None
    inner = (*scope, repeat.name) if repeat else scope
    language = None
    for name in braces.names("lang") or ():
        language = check_language(name, checker.problems)
    return Attributes(
        id=next((entry.value for entry in braces.entries if entry.key == "#"), ""),
        classes=tuple(entry.value for entry in braces.entries if entry.key == "."),
        conditions=read_conditions(braces, checker, scope=inner),
        repeat=repeat,
        language=language,
    )


def _check_keys(braces: Braces, bearer: Bearer, checker: Checker) -> None:
    known, seen = _KEYS[bearer], set[str]()
    for key, value, at, value_at in braces.entries:
        where = braces.places.at(at)
        if key not in known:
            _refuse(key, value, bearer, braces.places.at(at), checker)
        elif key == ".":
            if value not in CLASSES[bearer]:
                checker.problems.unknown(where, "class", value, CLASSES[bearer])
        elif key in seen:
            checker.problems.error(where, f"{key!r} is given twice")
        elif not value.strip(" ,"):
            checker.problems.error(braces.places.at(value_at), f"{key!r} is empty")
        elif is_masked(value):
            hint = "names stand there as they are; conditions are written with if"
            checker.problems.error(where, f"{key!r} cannot hold {{{{ … }}}}", hint)
        seen.add(key)


def _refuse(key: str, value: str, bearer: Bearer, where: Location, checker: Checker) -> None:
    problems = checker.problems
    match key:
        case "#":
            problems.error(where, f"a {bearer} has no id", "give it to a heading")
        case ".":
            problems.error(where, f"the class {value!r} means nothing at a {bearer}")
        case "for":
            problems.error(where, f"a {bearer} cannot be repeated", "repeat the block it stands in")
        case _:
            problems.unknown(where, "attribute", key, [k for k in _KEYS[bearer] if k.isalpha()])
