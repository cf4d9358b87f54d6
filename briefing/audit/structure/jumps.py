"""Finds where the links of a file lead."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from briefing.audit.entries import (
    array,
    as_text,
    dictionary,
    entry,
    name,
    named,
    string,
    text,
    walk_tree,
)
from briefing.audit.structure.elements import Key
from briefing.audit.values import Fault


class Jump(Struct, frozen=True):
    """A link's annotation.

    Attributes:
        page: That it stands on, from 1.
        description: For those who do not see where it stands.
        target: See `Link`.
        to: The page that it leads to, in this file.
    """

    page: int
    description: str
    target: str
    to: int | None = None


def read_jumps(pdf: Pdf) -> tuple[dict[Key, Jump], tuple[Fault, ...]]:
    """All annotations of links in the order of pages, by object; and those that lead nowhere."""
    places = _Places(pdf)
    jumps: dict[Key, Jump] = {}
    faults = []
    for page, held in enumerate(pdf.pages, 1):
        for annotation in array(held.obj, "/Annots"):
            if name(annotation, "/Subtype") != "Link":
                continue
            target, to = places.of(annotation)
            key = annotation.objgen if annotation.is_indirect else (-len(jumps) - 1, 0)
            jumps.setdefault(key, Jump(page, text(annotation, "/Contents"), target, to))
            if not target:
                faults.append(Fault("error", "link-target", places.complaint(annotation), page))
    return jumps, tuple(faults)


class _Places:
    """The pages of a file and the names of places on them."""

    def __init__(self, pdf: Pdf) -> None:
        self._numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self._named = _named(pdf)

    def of(self, annotation: object) -> tuple[str, int | None]:
        """What a link leads to, in words, and the page in this file."""
        action = dictionary(annotation, "/A")
        if action is None:
            return self._here(entry(annotation, "/Dest"))
        match name(action, "/S"):
            case "URI":
                return _address(entry(action, "/URI")), None
            case "GoTo":
                target, to = self._here(entry(action, "/SD"))
                return (target, to) if to else self._here(entry(action, "/D"))
            case "GoToR" | "GoToE" | "Launch" as kind:
                return f"{kind} {_file(action)}".strip(), None
            case "Named":
                return f"Named {name(action, '/N')}", None
            case kind:
                return kind, None

    def complaint(self, annotation: object) -> str:
        """Say what is wrong with a link that leads nowhere."""
        action = dictionary(annotation, "/A")
        place = entry(annotation, "/Dest") if action is None else entry(action, "/D")
        if isinstance(place, String | Name):
            return f"a link leads to a place that there is not: {_key(place)!r}"
        return "a link leads nowhere"

    def _here(self, place: Any) -> tuple[str, int | None]:
        to = self._page(place)
        return (f"page {to}", to) if to else ("", None)

    def _page(self, place: Any) -> int | None:
        """The page of a destination, given in any of its forms.

        Source: ISO 32000-2 12.3.2.
        """
        if isinstance(place, String | Name):
            place = self._named.get(_key(place))
        if isinstance(place, Dictionary | Stream):
            place = place.get("/SD") or place.get("/D")
        if not isinstance(place, Array) or not len(place):
            return None
        first = place[0]
        if isinstance(first, int):
            return first + 1 if 0 <= first < len(self._numbers) else None
        if not isinstance(first, Dictionary):
            return None
        return self._numbers.get(first.objgen) or self._of_element(first)

    def _of_element(self, element: Any) -> int | None:
        """The page of a structure element, or of the first below it that has one."""
        for _ in range(len(self._numbers) + 100):
            page = dictionary(element, "/Pg")
            if page is not None:
                return self._numbers.get(page.objgen)
            element = next(iter(array(element, "/K")), None)
            if not isinstance(element, Dictionary):
                return None
        return None


def _named(pdf: Pdf) -> Mapping[str, Any]:
    old = dictionary(pdf.Root, "/Dests")
    named: dict[str, Any] = {as_text(str(k)[1:]): place for k, place in old.items()} if old else {}
    tree = dictionary(dictionary(pdf.Root, "/Names"), "/Dests")
    for key, place in walk_tree(tree, "/Names"):
        if isinstance(key, String):
            named.setdefault(_key(key), place)
    return named


def _key(value: Any) -> str:
    return named(value) if isinstance(value, Name) else string(value)


def _address(value: Any) -> str:
    """An address, which is ASCII by rights; else what is most likely."""
    if not isinstance(value, String):
        return ""
    return bytes(value).decode("utf-8", "replace").strip()


def _file(action: object) -> str:
    held = entry(action, "/F")
    return string(held) or text(held, "/UF") or text(held, "/F")
