"""Reads the structure tree of a file: what is there, broken or not."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from briefing.audit import entries
from briefing.audit.structure.elements import Annotated, Element, Key, Marked, Tree, mapped_role

_DEEPEST = 200  # levels of elements; a reader of pages nests some twenty


class _Place(NamedTuple):
    """What an element has from those above it."""

    path: str
    page: int | None
    language: str
    above: frozenset[Key]


def read_tree(pdf: pikepdf.Pdf) -> Tree | None:
    """Read the structure of a file, if it has any.

    Source: ISO 32000-1 14.7.
    """
    root = entries.dictionary(pdf.Root, "/StructTreeRoot")
    if root is None:
        return None
    reader = _Reader(pdf, root)
    language = entries.text(pdf.Root, "/Lang")
    place = _Place("", None, language, frozenset({root.objgen}))
    kids = reader.kids(root, place)
    for kid in kids:
        if not isinstance(kid, Element):
            reader.broken.append(("", "content stands in the structure without an element"))
    return Tree(
        kids=tuple(kid for kid in kids if isinstance(kid, Element)),
        parents={key: _owners(value) for key, value in _numbered(root)},
        ids={
            entries.string(name): _key(value)
            for name, value in entries.walk_tree(root.get("/IDTree"), "/Names")
        },
        roles=reader.roles,
        key=root.objgen,
        broken=tuple(reader.broken),
    )


def _numbered(root: Dictionary | Stream) -> Iterator[tuple[int, Any]]:
    for number, value in entries.walk_tree(root.get("/ParentTree"), "/Nums"):
        if isinstance(number, int):
            yield number, value


def _owners(value: Any) -> Key | tuple[Key | None, ...] | None:
    if isinstance(value, Array):
        return tuple(_key(one) for one in value)
    return _key(value)


def _key(value: Any) -> Key | None:
    return value.objgen if isinstance(value, Dictionary) and value.is_indirect else None


class _Reader:
    """Reads elements.

    Attributes:
        roles: The role map, followed to its ends.
        broken: See `Tree`.
    """

    def __init__(self, pdf: pikepdf.Pdf, root: Dictionary | Stream) -> None:
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self._classes = entries.dictionary(root, "/ClassMap")
        self._seen: set[Key] = set()
        self._direct = 0
        given = entries.dictionary(root, "/RoleMap")
        self.roles = {
            _unslashed(key): entries.named(value)
            for key, value in (sorted(given.items(), key=_first) if given else ())
        }
        self.broken: list[tuple[str, str]] = []

    def kids(self, holder: Any, place: _Place) -> list[Element | Marked | Annotated]:
        """The kids of an element, whatever is wrong with some of them."""
        kids = list[Element | Marked | Annotated]()
        counts: dict[str, int] = {}
        for value in entries.array(holder, "/K"):
            kid = self._kid(value, place, counts)
            if kid is not None:
                kids.append(kid)
        return kids

    def _kid(
        self, value: Any, place: _Place, counts: dict[str, int]
    ) -> Element | Marked | Annotated | None:
        if isinstance(value, int) and not isinstance(value, bool):
            return Marked(value, place.page)
        if not isinstance(value, Dictionary):
            self.broken.append((place.path, "a kid is neither content nor an element"))
            return None
        kind = entries.name(value, "/Type")
        if kind == "MCR" or (kind != "OBJR" and "/MCID" in value):
            return self._marked(value, place)
        if kind == "OBJR" or "/Obj" in value:
            return self._annotated(value, place)
        return self._element(value, place, counts)

    def _marked(self, value: Dictionary, place: _Place) -> Marked | None:
        mcid = entries.number(value, "/MCID")
        if mcid is None:
            self.broken.append((place.path, "a reference to content has no number"))
            return None
        stream = entries.stream(value, "/Stm")
        return Marked(mcid, self._page(value, place.page), stream.objgen[0] if stream else 0)

    def _annotated(self, value: Dictionary, place: _Place) -> Annotated:
        target = value.get("/Obj")
        key = target.objgen if isinstance(target, Dictionary | Stream) else None
        kind = entries.name(target, "/Subtype") or entries.name(target, "/Type")
        return Annotated(key if key != (0, 0) else None, self._page(value, place.page), kind)

    def _element(self, value: Dictionary, place: _Place, counts: dict[str, int]) -> Element | None:
        key = self._identity(value)
        if key in self._seen:
            fault = "is its own ancestor" if key in place.above else "stands in the structure twice"
            self.broken.append((place.path, f"an element below it {fault}"))
            return None
        self._seen.add(key)
        role = entries.name(value, "/S")
        path = self._path(place.path, role, counts)
        if not role:
            self.broken.append((path, "an element has no role"))
        given = entries.text(value, "/Lang") if "/Lang" in value else None
        page = self._page(value, None)
        language = place.language if given is None else given
        below = _Place(path, page, language, place.above | {key})
        kids = list[Element | Marked | Annotated]()
        if len(place.above) < _DEEPEST:
            kids = self.kids(value, below)
        else:
            self.broken.append((path, "the structure is too deep to be read further"))
        return Element(
            role=role,
            mapped=mapped_role(role, self.roles),
            path=path,
            key=key,
            kids=tuple(kids),
            page=page if page is not None else next(filter(None, (k.page for k in kids)), None),
            language=language,
            given=given,
            alt=_optional(value, "/Alt"),
            actual=_optional(value, "/ActualText"),
            expansion=_optional(value, "/E"),
            id=entries.text(value, "/ID"),
            title=entries.text(value, "/T"),
            attributes=self._attributes(value),
            parent=_key(value.get("/P")),
        )

    def _identity(self, value: Dictionary) -> Key:
        if value.is_indirect:
            return value.objgen
        self._direct += 1
        return -self._direct, 0

    def _path(self, above: str, role: str, counts: dict[str, int]) -> str:
        counts[role] = count = counts.get(role, 0) + 1
        step = f"{role or '?'}[{count}]" if above else role or "?"
        return f"{above}/{step}" if above else step

    def _page(self, value: Dictionary, otherwise: int | None) -> int | None:
        page = entries.dictionary(value, "/Pg")
        return otherwise if page is None else self._pages.get(page.objgen)

    def _attributes(self, value: Dictionary) -> Mapping[str, Mapping[str, Any]]:
        """Of the element itself over those of its classes (ISO 32000-1 14.7.5)."""
        found: dict[str, dict[str, Any]] = {}
        classes = [
            entries.entry(self._classes, f"/{entries.named(name)}")
            for name in entries.array(value, "/C")
            if isinstance(name, Name)
        ]
        for holder in (*classes, *entries.array(value, "/A")):
            for one in holder if isinstance(holder, Array) else [holder]:
                if isinstance(one, Dictionary | Stream):
                    owner = found.setdefault(entries.name(one, "/O"), {})
                    owner.update(
                        {
                            _unslashed(str(k)): _plain(v)
                            for k, v in sorted(one.items(), key=_first)
                            if k != "/O"
                        }
                    )
        return found


def _unslashed(key: str) -> str:
    """The name of an entry; of bytes in no encoding, as it is written, like `entries.named`."""
    return re.sub("[\udc80-\udcff]", lambda byte: f"#{ord(byte[0]) - 0xDC00:02x}", key[1:])


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


def _optional(value: Dictionary, key: str) -> str | None:
    return entries.text(value, key) if key in value else None


def _plain(value: Any, depth: int = 4) -> Any:
    if isinstance(value, Array):
        return tuple(_plain(one, depth - 1) for one in value) if depth else ()
    if isinstance(value, Name):
        return entries.named(value)
    if isinstance(value, Object):
        return entries.string(value)
    return value
