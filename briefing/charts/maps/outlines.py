"""Outlines of countries and lakes, decoded when they are asked for."""

from collections.abc import Sequence
from functools import cache, lru_cache
from math import cos, radians
from pathlib import Path
from typing import Literal

from msgspec import Struct

from briefing.charts.maps.data.packed import Packed
from briefing.charts.shapes.paths import Point
from briefing.model.boundaries import Boundaries, Outline

DATA = Path(__file__).parent / "data"

Detail = Literal["50m", "110m"]
"""Scales that outlines were drawn for: 1:50 million for regions, 1:110 million for the world."""

Ring = Sequence[Point]
"""Degrees east and north, or points of the page; the last is joined with the first."""

Bounds = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


class Piece(Struct, frozen=True, eq=False):
    """One polygon of a country, such as an island; another one is never equal.

    Attributes:
        number: In its atlas.
    """

    number: int
    box: Bounds

    @property
    def size(self) -> float:
        """About as its area, in square degrees at the equator."""
        west, south, east, north = self.box
        return (east - west) * (north - south) * cos(radians((south + north) / 2))


class Land(Struct, frozen=True, eq=False):
    """A country or a lake.

    Attributes:
        key: ISO 3166-1 alpha-3; empty where there is none.
        iso2: As CLDR names territories; empty where it is not known.
        name: As the source has it.
        pieces: The largest first.
    """

    key: str
    iso2: str
    name: str
    pieces: tuple[Piece, ...]


class Atlas:
    """A set of outlines.

    Attributes:
        lands: In the order of their keys.
    """

    __slots__ = ("_by_key", "_rings", "_source", "lands")

    def __init__(self, lands: tuple[Land, ...], source: "_Source") -> None:
        self.lands = lands
        self._source = source
        self._by_key = {land.key: land for land in reversed(lands) if land.key}
        # Pieces of some ten countries; the largest take 100 kB each.
        self._rings = lru_cache(maxsize=512)(source.rings)

    def find(self, key: str) -> Land | None:
        """Find a country by its key."""
        return self._by_key.get(key)

    def rings(self, piece: Piece) -> tuple[Ring, ...]:
        """Give the outer ring of a piece, then its holes, in degrees."""
        return self._rings(piece.number)


class _Source:
    """Where rings come from."""

    def rings(self, number: int) -> tuple[Ring, ...]:
        raise NotImplementedError


class _PackedSource(_Source):
    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._pieces = [piece for area in packed.index.areas for piece in area.pieces]

    def rings(self, number: int) -> tuple[Ring, ...]:
        return tuple([self._packed.ring(ring) for ring in self._pieces[number].rings])


class _GivenSource(_Source):
    def __init__(self, outlines: Sequence[Outline]) -> None:
        self._polygons = [polygon for outline in outlines for polygon in outline.polygons]

    def rings(self, number: int) -> tuple[Ring, ...]:
        return self._polygons[number]


def atlas_of(boundaries: Boundaries, detail: Detail) -> Atlas:
    """Give a project's outlines of countries; its own ones have one degree of detail."""
    if boundaries.outlines is None:
        return packed_atlas(f"countries-{detail}")
    return _given_atlas(_Same(boundaries.outlines))


@cache  # as many as there are files: three
def packed_atlas(name: str) -> Atlas:
    """Open a packed file."""
    packed = Packed((DATA / f"{name}.pack").read_bytes())
    grid, lands, number = packed.index.grid, [], 0
    for area in packed.index.areas:
        pieces = []
        for piece in area.pieces:
            west, south, east, north = piece.box
            box = (
                grid.west + west * grid.step_x,
                grid.south + south * grid.step_y,
                grid.west + east * grid.step_x,
                grid.south + north * grid.step_y,
            )
            pieces.append(Piece(number, box))
            number += 1
        lands.append(Land(area.key, area.iso2, area.name, tuple(pieces)))
    return Atlas(tuple(lands), _PackedSource(packed))


class _Same:
    """Compares by identity, since to compare outlines point by point would take long."""

    __slots__ = ("value",)

    def __init__(self, value: tuple[Outline, ...]) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value


@lru_cache(maxsize=4)
def _given_atlas(same: _Same) -> Atlas:
    lands, number = [], 0
    for outline in same.value:
        pieces = []
        for outer, *_ in outline.polygons:
            pieces.append(Piece(number, _box(outer)))
            number += 1
        pieces.sort(key=lambda piece: -piece.size)
        lands.append(Land(outline.key, "", outline.name, tuple(pieces)))
    return Atlas(tuple(lands), _GivenSource(same.value))


def _box(ring: Ring) -> Bounds:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)
