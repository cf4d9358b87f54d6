"""Structure elements, and the tree they make, as values."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

Key = tuple[int, int]
"""Object and generation number; of a direct object a number of its own below 0."""

_STANDARD = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4
    H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code
    Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
"""
STANDARD = frozenset(_STANDARD.split())
"""Structure types of PDF 1.7 (ISO 32000-1 14.8.4)."""

NEWER = {
    "Aside": "Div", "DocumentFragment": "Document", "Em": "Span", "FENote": "Note",
    "Strong": "Span", "Sub": "Span", "Title": "P",
}  # fmt: skip
"""Those that came with PDF 2.0, and what they are nearest to (ISO 32000-2 14.8.4)."""


class Marked(Struct, frozen=True):
    """A marked-content sequence that an element owns.

    Attributes:
        page: From 1; None where it is told nowhere.
        stream: The number of the form XObject that it is in; 0 for the page's own content.
    """

    mcid: int
    page: int | None
    stream: int = 0


class Annotated(Struct, frozen=True):
    """An annotation, or another object, that an element owns (OBJR).

    Attributes:
        kind: Its subtype: ``Link``, ``Widget``; empty where there is no such object.
    """

    target: Key | None
    page: int | None
    kind: str = ""


class Element(Struct, frozen=True):
    """A structure element.

    Attributes:
        role: As it stands in the file.
        mapped: After the role map: a structure type of PDF 1.7, if that is to be had.
        path: Names it: ``Document/Sect[2]/P[4]``; counted among siblings of the same role.
        kids: In reading order.
        page: From 1: its own, or else that of the first content below it.
        language: In force here, be it given here or above; empty for none.
        given: The language given on the element itself; None for none.
        alt: What is read instead; None where none is given.
        actual: The text that the content stands for.
        expansion: Of an abbreviation.
        attributes: Owner → name → plain values; arrays are tuples.
        parent: The object that it names as its parent.
    """

    role: str
    mapped: str
    path: str
    key: Key
    kids: tuple["Element | Marked | Annotated", ...] = ()
    page: int | None = None
    language: str = ""
    given: str | None = None
    alt: str | None = None
    actual: str | None = None
    expansion: str | None = None
    id: str = ""
    title: str = ""
    attributes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    parent: Key | None = None

    @property
    def elements(self) -> tuple["Element", ...]:
        """Those among its kids."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    def walk(self) -> Iterator["Element"]:
        """Itself and all elements below, in reading order."""
        left = [self]
        while left:
            element = left.pop()
            yield element
            left += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


class Tree(Struct, frozen=True):
    """The structure of a file.

    Attributes:
        kids: Its topmost elements.
        parents: The parent tree: key → the element of an annotation, or those of a page's
            sequences by their numbers; None for those that are not there.
        ids: Id → the element, after the file's own list of ids.
        roles: The role map.
        broken: Path and what is wrong there, of what could not be read.
    """

    kids: tuple[Element, ...]
    parents: Mapping[int, Key | tuple[Key | None, ...] | None]
    ids: Mapping[str, Key | None]
    roles: Mapping[str, str]
    key: Key = (0, 0)
    broken: tuple[tuple[str, str], ...] = ()

    def walk(self) -> Iterator[Element]:
        """All elements, in reading order."""
        for kid in self.kids:
            yield from kid.walk()


def mapped_role(role: str, roles: Mapping[str, str]) -> str:
    """Follow the role map to a structure type, as far as it leads there."""
    seen = {role}
    while role not in STANDARD and roles.get(role) and roles[role] not in seen:
        role = roles[role]
        seen.add(role)
    return NEWER.get(role, role)
