"""Which marked content belongs to which leaf of the structure: learnt while painting."""

from collections.abc import Mapping
from typing import ClassVar

from briefing.model.structure import Leaf
from briefing.pdf.painting.artifacts import Box
from briefing.pdf.painting.content import ContentStream, Mark


class Recorder:
    """Numbers the marked-content sequences of all pages, and keys of the parent tree.

    Attributes:
        places: Leaf → page and number (MCID) of each sequence, in the order painted. Pages count
            from 0 here.
        boxes: Leaf → where a picture stands.
        blended: Pages on which one sees through something.
        counts: Page → how many sequences it has.
        strangers: Leaves that were painted but are not in the structure.
        marks: Content is marked at all.
    """

    marks: ClassVar = True

    __slots__ = ("_links", "_roles", "blended", "boxes", "counts", "places", "strangers")

    def __init__(self, roles: Mapping[Leaf, str], pages: int) -> None:
        self._roles = roles
        self._links = 0
        self.places: dict[Leaf, list[tuple[int, int]]] = {}
        self.boxes: dict[Leaf, Box] = {}
        self.blended: set[int] = set()
        self.counts = [0] * pages
        self.strangers: list[Leaf] = []

    def stream(self) -> ContentStream:
        """An empty stream, for one page."""
        return ContentStream()

    def page_key(self, page: int) -> int | None:
        """The key of a page in the parent tree; None where nothing on it is tagged."""
        return page if self.counts[page] else None

    def link_key(self) -> int:
        """A new key, for the annotation of a link; they follow those of the pages."""
        self._links += 1
        return len(self.counts) + self._links - 1

    def begin(self, leaf: Leaf, page: int) -> str:
        """Count a sequence; the operator that begins it is returned."""
        role = self._roles.get(leaf)
        if role is None:
            self.strangers.append(leaf)
        number = self.counts[page]
        self.counts[page] = number + 1
        self.places.setdefault(leaf, []).append((page, number))
        return f"/{role}<</MCID {number}>>BDC\n"


class Silence(Recorder):
    """Records nothing: for files without a structure, in which nothing is marked."""

    __slots__ = ()
    marks = False

    def __init__(self, pages: int) -> None:
        super().__init__({}, pages)

    def stream(self) -> ContentStream:
        """An empty stream, in which nothing can be marked."""
        return _UnmarkedStream()

    def link_key(self) -> int:
        """None: 0, which is no annotation's key."""
        return 0


class _UnmarkedStream(ContentStream):
    """A content stream in which no sequence ever begins."""

    __slots__ = ()

    def enter(self, mark: Mark, *, text: bool) -> bool:  # noqa: ARG002 (the class above has it)
        self._turn(text=text)
        return False

    def paint_artifact(self, kind: str, box: Box, *, text: bool) -> None:  # noqa: ARG002 (likewise)
        self._turn(text=text)
