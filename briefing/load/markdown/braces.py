"""What stands in braces, as written: ``{#id .class audience=parliament if="has('gti-rank')"}``."""

import re
from typing import NamedTuple

from briefing.load.markdown.mask import is_masked
from briefing.load.syntax.fields import Name
from briefing.load.syntax.places import Places

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

    @property
    def name(self) -> str:
        """Its key, or a class with its dot."""
        return f".{self.value}" if self.key == "." else self.key


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
        entry = self.entry(name)
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
        entry = self.entry(name)
        if entry is None or not entry.value.strip():
            return None
        return entry.value, self.places.since(entry.value_at)

    def entry(self, name: str) -> Entry | None:
        """Give the attribute under a key."""
        return next((entry for entry in self.entries if entry.key == name), None)

    def faulty_word(self) -> str:
        """Give what is no attribute; empty where the braces are not closed."""
        word = _WORD.match(self.text, len(self.text) if self.fault is None else self.fault)
        return word["word"] if word else ""


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
