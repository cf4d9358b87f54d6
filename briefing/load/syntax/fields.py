"""Reads a mapping field by field and keeps every problem.

A read that fails takes down why and returns something harmless, so that one run shows the author
all there is to mend. Whoever reads calls `Fields.done` at the end, which tells of fields that
nobody asked for.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from briefing.errors import Location
from briefing.load.syntax.places import Places
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlNode, YamlText
from briefing.units import Pt, parse_length

_NAME = re.compile(r"[^\s,]+")
_NONE = Pt(0)
_LENGTH = "a length such as '18mm'"

Choice = TypeVar("Choice", bound=str)
Value = TypeVar("Value")


class Name(NamedTuple):
    """A name among others in one value, with its own place."""

    text: str
    where: Location


class Fields:
    """The fields of one mapping.

    Attributes:
        mapping: As it was parsed.
        where: The place of the mapping.
        problems: What is wrong is taken down here.
    """

    __slots__ = ("_asked", "_entries", "_refused", "_told", "mapping", "problems", "where")

    def __init__(self, node: YamlMap, problems: Problems) -> None:
        self.mapping = node
        self.where = node.where
        self.problems = problems
        self._entries = node.entries
        self._asked: set[str] = set()
        self._told: set[str] = set()
        self._refused: set[str] = set()

    def node(self, name: str) -> YamlNode | None:
        """Give a field as it was parsed; None where it is missing or has no value."""
        self._asked.add(name)
        entry = self._entries.get(name)
        if entry is None:
            return None
        node = entry[1]
        if type(node) is YamlText and not node.text and not node.style:
            return None
        return node

    def has(self, name: str) -> bool:
        """Say whether a field has a value."""
        return self.node(name) is not None

    def place(self, name: str) -> Location:
        """Give the place of a field's value, or of the mapping where it is missing."""
        entry = self._entries.get(name)
        return self.where if entry is None else entry[1].where

    def entries(self) -> Iterator[tuple[YamlText, YamlNode]]:
        """Go through all fields, in a mapping whose keys are the author's own."""
        self._asked.update(self._entries)
        return iter(self._entries.values())

    def text(self, name: str, default: str | None = None, *, wanted: str = "a text") -> str:
        """Read a text; it must be there unless `default` is given. Numbers are taken as written."""
        node = self.node(name)
        if node is None:
            return self._absent(name, wanted, default, "")
        if type(node) is not YamlText or (kind := node.kind) in ("null", "truth"):
            self._not(name, node, "a text; put it in quotes if it is one")
            return default or ""
        if kind == "text" and default is None and not node.text.strip():
            self.problems.error(node.where, f"{name!r} is empty", f"wanted: {wanted}")
        return node.text

    def scalar(self, name: str, wanted: str = "a text") -> YamlText | None:
        """Give a single value with its place; None where it is missing."""
        node = self.node(name)
        if node is None or type(node) is YamlText:
            return node
        self._not(name, node, wanted)
        return None

    def choice(self, name: str, known: Sequence[Choice], default: Choice | None = None) -> Choice:
        """Read one of a closed set of names; the first of them where that fails."""
        node = self.node(name)
        if node is None:
            return self._absent(name, "one of " + ", ".join(known), default, known[0])
        if type(node) is YamlText:
            for one in known:
                if one == node.text:
                    return one
            self.problems.unknown(node.where, f"value of {name!r}:", node.text, known)
        else:
            self._not(name, node, "one of " + ", ".join(known))
        return known[0]

    def truth(self, name: str, default: bool) -> bool:
        """Read true or false."""
        node = self.node(name)
        if node is None:
            return default
        if type(node) is YamlText and node.kind == "truth":
            return node.text == "true"
        self._not(name, node, "true or false")
        return default

    def whole(self, name: str, default: int | None = None, *, least: int, most: int) -> int:
        """Read a whole number from `least` to `most`."""
        node = self.node(name)
        wanted = f"a whole number from {least} to {most}"
        if node is None:
            return self._absent(name, wanted, default, least)
        number = read_number(node, name, self.problems, wanted)
        if number is None:
            return least
        if number != int(number) or not least <= number <= most:
            self._not(name, node, wanted)
            return least
        return int(number)

    def length(self, name: str, default: Pt | None = None) -> Pt:
        """Read a length with its unit, such as ``18mm``."""
        node = self.node(name)
        if node is None:
            return self._absent(name, _LENGTH, default, _NONE)
        if type(node) is not YamlText:
            self._not(name, node, _LENGTH)
            return default or _NONE
        try:
            return parse_length(node.text)
        except ValueError as error:
            message, _, hint = str(error).partition("; ")
            self.problems.error(node.where, message, hint)
            return default or _NONE

    def names(self, name: str) -> tuple[Name, ...] | None:
        """Read names: a list of them, or one text with spaces or commas between them."""
        node = self.node(name)
        if node is None:
            return None
        if type(node) is YamlMap:
            self._not(name, node, "a list of names")
            return ()
        if type(node) is YamlText:
            found, empty = tuple(split_names(node)), not node.text.strip(" ,")
        else:
            found, empty = tuple(self._listed(node, name)), not node.items
        if empty:
            self.problems.error(node.where, f"{name!r} is empty", "wanted: at least one name")
        return found

    def listing(self, name: str, wanted: str) -> tuple[Name, ...]:
        """Read a list of texts, where one alone would leave open where each of them ends."""
        node = self.node(name)
        if node is None:
            return ()
        if type(node) is not YamlList:
            self._not(name, node, wanted)
            return ()
        return self.names(name) or ()

    def phrase(self, name: str) -> tuple[str, Places] | None:
        """Give a text and where its characters stand, as far as it stands on one line."""
        node = self.scalar(name)
        if node is None:
            return None
        begin = node.column + (1 if node.style in ("'", '"') else 0)
        return node.text, Places(node.file, [(0, node.line, begin)])

    def fields(self, name: str) -> "Fields | None":
        """Give the fields of a mapping inside this one; None where it is missing."""
        node = self.node(name)
        if node is None:
            return None
        if type(node) is YamlMap:
            return Fields(node, self.problems)
        self._not(name, node, "a mapping")
        return None

    def each(self, name: str) -> Iterator["Fields"]:
        """Go through a list of mappings."""
        node = self.node(name)
        if node is not None:
            yield from each_of(node, name, self.problems)

    def spare(self, *names: str) -> None:
        """Let fields be empty, and say nothing."""
        self._asked.update(names)
        self._told.update(names)

    def refuse(self, name: str, message: str, hint: str) -> None:
        """Take down a field that stands for something that is not made here, if it is there."""
        entry = self._entries.get(name)
        self._refused.add(name)
        if entry is not None and name not in self._asked:
            self._told.add(name)
            self.problems.error(entry[0].where, message, hint)

    def done(self) -> None:
        """Take down the fields that nobody asked for, and those that say nothing.

        An empty condition would else be none, and open what it was meant to close.
        """
        asked = self._asked
        known = asked - self._refused
        for name, (key, node) in self._entries.items():
            if name not in asked and name in self._told:
                continue
            if name not in asked:
                self.problems.unknown(key.where, "field", name, known)
            elif self.node(name) is None and name not in self._told:
                hint = "write a value, or leave the key out"
                self.problems.error(node.where, f"{name!r} is empty", hint)

    def missing(self, name: str, wanted: str) -> None:
        """Take down that a field must be there, or must not be empty."""
        self._told.add(name)
        what = "empty" if name in self._entries else "missing"
        self.problems.error(self.place(name), f"{name!r} is {what}", f"wanted: {wanted}")

    def _listed(self, node: YamlList, name: str) -> Iterator[Name]:
        for item in node.items:
            if type(item) is YamlText and item.kind != "null":
                yield Name(item.text, item.where)
            else:
                message = f"{what_it_is(item)} stands among {name!r}"
                self.problems.error(item.where, message, "wanted: a name")

    def _absent(self, name: str, wanted: str, default: Value | None, harmless: Value) -> Value:
        if default is None:
            self.missing(name, wanted)
            return harmless
        return default

    def _not(self, name: str, node: YamlNode, wanted: str) -> None:
        message = f"{name!r} is {what_it_is(node)}"
        self.problems.error(node.where, message, f"wanted: {wanted}")


def each_of(node: YamlNode, name: str, problems: Problems) -> Iterator[Fields]:
    """Go through a list of mappings that stands under `name`."""
    if type(node) is not YamlList:
        problems.error(node.where, f"{name!r} is {what_it_is(node)}", "wanted: a list of mappings")
        return
    if not node.items:
        problems.error(node.where, f"{name!r} is empty", "wanted: a list of mappings")
    for item in node.items:
        if type(item) is YamlMap:
            yield Fields(item, problems)
        else:
            message = f"{what_it_is(item)} stands among {name!r}"
            problems.error(item.where, message, "wanted: a mapping")


def top_fields(node: YamlNode | None, problems: Problems) -> Fields | None:
    """Give the fields of a whole file, which must be a mapping; None if it is not."""
    if node is None:
        return None
    if type(node) is YamlMap:
        return Fields(node, problems)
    problems.error(node.where, f"the file is {what_it_is(node)}", "wanted: fields, as in 'name: …'")
    return None


def split_names(node: YamlText) -> Iterator[Name]:
    """Go through the names of one text, with spaces or commas between them."""
    begin = node.column + (1 if node.style in ("'", '"') else 0)
    for match in _NAME.finditer(node.text):
        where = (
            node.where
            if node.style in (">", "|")
            else Location(node.file, node.line, begin + match.start())
        )
        yield Name(match[0], where)


def read_number(
    node: YamlNode, name: str, problems: Problems, wanted: str = "a number such as 1.5 or 12000"
) -> float | None:
    """Read a finite number; None, and why, if it is none."""
    if type(node) is YamlText and node.kind == "number":
        number = float(node.text)
        if abs(number) != float("inf"):
            return number
        problems.error(node.where, f"{name!r} is too large a number: {node.text!r}")
    elif type(node) is YamlText and node.style and _is_number(node.text):
        hint = f"leave out the quotes: {node.text.strip()}"
        problems.error(node.where, f"{name!r} is a number written as text: {node.text!r}", hint)
    else:
        message = f"{name!r} is {what_it_is(node)}"
        problems.error(node.where, message, f"wanted: {wanted}")
    return None


def what_it_is(node: YamlNode) -> str:
    """Name a value in a message, such as ``a list`` or ``'12 %'``."""
    if type(node) is YamlText:
        return repr(node.text) if node.text else "empty"
    return "a list" if type(node) is YamlList else "a mapping"


def _is_number(text: str) -> bool:
    return YamlText(text.strip(), "", "", 0, 0).kind == "number"
