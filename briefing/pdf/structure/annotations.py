"""Links: the areas of a page that lead somewhere, and the places they lead to."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefing.model.flow import LinkItem
from briefing.model.page import Anchor, Page, PlacedLink
from briefing.pdf.objects.document import Document
from briefing.pdf.objects.syntax import number, numbers, string
from briefing.pdf.painting.recorder import Recorder

_FOREIGN = re.compile(r"[^\w.~:/?#\[\]@!$&'()*+,;=%-]", re.ASCII)  # to URIs


class Annotation(Struct, frozen=True):
    """A link on one page.

    Attributes:
        link: Its number among the links.
        number: Of its object.
        page: Counted from 0.
        key: In the parent tree; 0 where there is none.
    """

    link: int
    number: int
    page: int
    key: int


class Destinations:
    """The named places of a document."""

    def __init__(
        self, anchors: Iterable[Anchor], pages: Sequence[Page], numbers: Sequence[int]
    ) -> None:
        self._anchors = {anchor.name: anchor for anchor in anchors}
        self._pages = {page.number: (page, at) for page, at in zip(pages, numbers, strict=True)}

    def __contains__(self, anchor: str) -> bool:
        return anchor in self._anchors

    def of(self, anchor: str) -> str:
        """An explicit destination that keeps the reader's zoom (ISO 32000-1 12.3.2.2)."""
        place = self._anchors[anchor]
        page, at = self._pages[place.page]
        return f"[{at} 0 R/XYZ {number(place.x)} {number(page.height - place.y)} null]"


def find_broken_links(links: Sequence[LinkItem], destinations: Destinations) -> list[str]:
    """Say what is wrong with links, whether or not they have an area."""
    problems = []
    for index, link in enumerate(links):
        if link.target.startswith("#") and link.target[1:] not in destinations:
            problems.append(f"link {index} leads to {link.target!r}, which is nowhere")
        if not link.description:
            problems.append(f"link {index} does not say what it leads to")
    return problems


def add_annotations(
    document: Document,
    pages: Sequence[Page],
    links: Sequence[LinkItem],
    destinations: Destinations,
    recorder: Recorder,
) -> tuple[Annotation, ...]:
    """Write one annotation for each link on each page it has an area on, in that order."""
    annotations: list[Annotation] = []
    for index, page in enumerate(pages):
        for link, areas in _by_link(page.links).items():
            key = recorder.link_key()
            told = _told(links[link].description, key) if key else ""
            lead = _lead(links[link].target, destinations)
            body = f"<</Type/Annot/Subtype/Link{_place(areas, page.height)}{told}{lead}>>"
            annotations.append(Annotation(link, document.add(body), index, key))
    return tuple(annotations)


def _by_link(areas: Iterable[PlacedLink]) -> Mapping[int, list[PlacedLink]]:
    found: dict[int, list[PlacedLink]] = {}
    for area in areas:
        found.setdefault(area.link, []).append(area)
    return found


def _told(description: str, key: int) -> str:
    """What archives and screen readers want of a link (ISO 19005-3 6.3.2, ISO 14289-1 7.18.5)."""
    return f"/F 4/Contents{string(description)}/StructParent {key}"


def _place(areas: Sequence[PlacedLink], height: float) -> str:
    """Where a link is, which is never drawn (ISO 32000-1 12.5.6.5).

    The corners of a quadrilateral go left to right, then down: not as the standard says, but as
    every reader has it.
    """
    boxes = [(a.x, height - a.y - a.height, a.x + a.width, height - a.y) for a in areas]
    left, bottom, right, top = zip(*boxes, strict=True)
    around = numbers((min(left), min(bottom), max(right), max(top)))
    quads = [(x, y2, x2, y2, x, y, x2, y) for x, y, x2, y2 in boxes] if len(boxes) > 1 else []
    corners = f"/QuadPoints{numbers([c for quad in quads for c in quad])}" if quads else ""
    return f"/Rect{around}{corners}/Border[0 0 0]"


def _lead(target: str, destinations: Destinations) -> str:
    if target.startswith("#"):
        return f"/Dest{destinations.of(target[1:])}"
    return f"/A<</S/URI/URI{string(_as_uri(target))}>>"


def _as_uri(address: str) -> str:
    """Percent-encode what a URI may not hold (RFC 3986 2, RFC 3987 3.1), but nothing twice."""
    return _FOREIGN.sub(lambda found: "".join([f"%{b:02X}" for b in found[0].encode()]), address)
