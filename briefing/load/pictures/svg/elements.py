"""Elements with their attributes, each of which knows its place in the file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.errors import Location

SVG = "http://www.w3.org/2000/svg"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Place(NamedTuple):
    """Where something begins in a file.

    Attributes:
        data: The whole file, in UTF-8.
        offset: In bytes.
        line: Counted from 1.
        column: Likewise, in characters.
    """

    file: str
    data: bytes
    offset: int
    line: int
    column: int

    @property
    def where(self) -> Location:
        """The same, as it is told."""
        return Location(self.file, self.line, self.column)

    def after(self, between: bytes) -> Location:
        """The place behind what stands between this and it."""
        text = between.decode()
        if "\n" not in text:
            return Location(self.file, self.line, self.column + len(text))
        return Location(self.file, self.line + text.count("\n"), len(text) - text.rfind("\n"))


class Property(NamedTuple):
    """A property as an attribute or a style sets it.

    Attributes:
        attribute: The name of the attribute that holds it.
        at: The offset of its value in the attribute's.
    """

    name: str
    value: str
    attribute: str
    at: int


class Element:
    """The start of one element.

    Attributes:
        name: Without its namespace; empty for one of another namespace than that of SVG.
        attributes: Those without a namespace, in order.
    """

    __slots__ = ("_place", "attributes", "name")

    def __init__(self, name: str, pairs: Sequence[str], place: Place) -> None:
        """Take an element.

        Args:
            name: With its namespace before it.
            pairs: Names, with their namespaces, and values by turns.
            place: Where it begins.
        """
        namespace, _, bare = name.rpartition(" ")
        self.name = bare if namespace == SVG else ""
        given = zip(pairs[::2], pairs[1::2], strict=True)
        self.attributes: Mapping[str, str] = {key: text for key, text in given if " " not in key}
        self._place = place

    @property
    def where(self) -> Location:
        """The place of its first sign."""
        return self._place.where

    def place(self, attribute: str, at: int = 0) -> Location:
        """The place of a sign in the value of an attribute."""
        place = self._place
        sign = rb"""\s%b\s*=\s*(["'])(.*?)\1""" % re.escape(attribute.encode())
        found = re.compile(sign, re.DOTALL).search(place.data, place.offset)
        if found is None:
            return place.where
        before = found[2].decode()[: 0 if b"&" in found[2] else at]  # "&lt;" is one sign for four
        return place.after(place.data[place.offset : found.start(2)] + before.encode())

    def properties(self) -> Iterator[Property]:
        """Go through all attributes but styles, then what styles declare, which counts more."""
        for name, value in self.attributes.items():
            if name != "style":
                yield Property(name, value.strip(), name, len(value) - len(value.lstrip()))
        style = _COMMENT.sub(lambda found: " " * len(found[0]), self.attributes.get("style", ""))
        at = 0
        for declaration in style.split(";"):
            name, _, value = declaration.partition(":")
            if declaration.strip():
                start = at + len(declaration) - len(value.lstrip() or declaration.lstrip())
                yield Property(name.strip(), value.strip(), "style", start)
            at += len(declaration) + 1
