"""Which marked content belongs to which leaf of the structure: learnt while painting."""

from collections.abc import Mapping

from briefing.model.structure import Leaf

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from a page's lower left corner."""


class Recorder:
    """Numbers the marked-content sequences of all pages.

    Attributes:
        places: Leaf → page and number (MCID) of each sequence, in the order painted. Pages count
            from 0 here.
        boxes: Leaf → where a picture stands.
        blended: Pages on which one sees through something.
        counts: Page → how many sequences it has.
        strangers: Leaves that were painted but are not in the structure.
    """

    __slots__ = ("_roles", "blended", "boxes", "counts", "places", "strangers")

    def __init__(self, roles: Mapping[Leaf, str], pages: int) -> None:
        self._roles = roles
        self.places: dict[Leaf, list[tuple[int, int]]] = {}
        self.boxes: dict[Leaf, Box] = {}
        self.blended: set[int] = set()
        self.counts = [0] * pages
        self.strangers: list[Leaf] = []

    def begin(self, leaf: Leaf, page: int) -> str:
        """Count a sequence; the operator that begins it is returned."""
        role = self._roles.get(leaf)
        if role is None:
            self.strangers.append(leaf)
        number = self.counts[page]
        self.counts[page] = number + 1
        self.places.setdefault(leaf, []).append((page, number))
        return f"/{role}<</MCID {number}>>BDC\n"
