"""Whose outlines of countries maps are drawn with: a choice that every project makes itself."""

from msgspec import Struct

from briefing.errors import Location

Ring = tuple[tuple[float, float], ...]
"""Points in degrees east and north; the last is joined with the first."""


class Outline(Struct, frozen=True):
    """A country, or another area, on the map.

    Attributes:
        key: ISO 3166-1 alpha-3; empty for an area that has none.
        name: As its source has it.
        polygons: Of each its outer ring, then its holes.
    """

    key: str
    name: str
    polygons: tuple[tuple[Ring, ...], ...]


class Boundaries(Struct, frozen=True):
    """The outlines, and what is said of them.

    Attributes:
        outlines: The project's own; None for the packaged set of Natural Earth, which draws who
            holds a territory in fact.
        credit: Printed below every map; empty for that of the packaged set.
        disclaimer: Likewise; empty for the usual one in the document's language.
    """

    outlines: tuple[Outline, ...] | None
    credit: str
    disclaimer: str
    where: Location
