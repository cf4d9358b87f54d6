"""Packs the outlines of countries: ``python pack_countries.py FOLDER [TARGET]``.

FOLDER is that of the npm package world-atlas, as ``npm pack world-atlas@2.0.2`` fetches it and tar
unpacks it; TARGET is the folder of this script unless it is given. Run by hand; equal input gives
equal bytes.

Source:
    world-atlas 2.0.2, ISC, made from Natural Earth 4.1.0, public domain. The TopoJSON Format
    Specification 1.0, 2.1.3 (arc indexes) and 3 (quantized arcs).
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

from briefing.charts.maps.data.packed import (
    ArcPoints,
    Grid,
    PackedArea,
    PackedPiece,
    RingArcs,
    write,
)

RESOLUTIONS = ("50m", "110m")

# Areas that world-atlas gives no code, by which CLDR names them all the same.
_CLDR = {"Kosovo": "XK"}
_WITHDRAWN = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}  # from ISO 3166-1, but known to CLDR

Chains = list[tuple[int, ...]]


def pack(folder: Path, resolution: str) -> bytes:
    """Pack the countries at one resolution."""
    topology = json.loads((folder / f"countries-{resolution}.json").read_text())
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    east = round((180 - translate[0]) / scale[0])
    arcs = _Arcs([_absolute(arc) for arc in topology["arcs"]], east)
    found: dict[tuple[str, str], list[PackedPiece]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        name = geometry["properties"]["name"]
        number = geometry.get("id", "")
        pieces = found.setdefault((number, "" if number else name), [])
        pieces += [piece for polygon in polygons for piece in arcs.pieces(polygon)]
        found[number, "" if number else name] = pieces
    names = _first_names(topology)
    areas = [
        _area(number, name or names[number], pieces) for (number, name), pieces in found.items()
    ]
    areas.sort(key=lambda area: (area.key, area.name))
    return write(Grid(*scale, *translate), areas, arcs.arcs)


def _first_names(topology: Any) -> dict[str, str]:
    """Name each code by the first area that has it; Australia stands in the file twice."""
    names: dict[str, str] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        names.setdefault(geometry.get("id", ""), geometry["properties"]["name"])
    return names


def _area(number: str, name: str, pieces: list[PackedPiece]) -> PackedArea:
    pieces = sorted(pieces, key=_largest_first)
    if not number:
        return PackedArea("", _CLDR.get(name, ""), name, tuple(pieces))
    aliases = get_global("territory_aliases")
    (iso2,) = aliases[number]
    (key,) = [
        alias
        for alias, names in aliases.items()
        if len(alias) == 3 and alias.isalpha() and names == [iso2] and alias not in _WITHDRAWN
    ]
    return PackedArea(key, iso2, name, tuple(pieces))


def _largest_first(piece: PackedPiece) -> tuple[int, tuple[int, int, int, int]]:
    west, south, east, north = piece.box
    return -(east - west) * (north - south), piece.box


def _absolute(arc: list[list[int]]) -> ArcPoints:
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x, y))
    return points


class _Arcs:
    """All arcs, cut at 180 degrees, where the given ones jump from one edge to the other.

    Attributes:
        arcs: The given ones that do not jump, then the parts of those that do.
    """

    def __init__(self, given: list[ArcPoints], east: int) -> None:
        self.arcs: list[ArcPoints] = []
        self._east = east
        self._parts: list[tuple[int, ...]] = []  # of each given arc
        self._closing: dict[tuple[int, int], int] = {}
        for arc in given:
            parts = list(_cut(arc, east))
            self._parts.append(tuple(range(len(self.arcs), len(self.arcs) + len(parts))))
            self.arcs += parts

    def pieces(self, polygon: list[list[int]]) -> Iterator[PackedPiece]:
        """Make one piece of a polygon, or one on either side of 180 degrees."""
        real = [ring for ring in polygon if not self._is_line(ring)]
        if not real:
            return
        outer, *holes = real
        rings = self._rings(outer)
        inner = [ring for hole in holes for ring in self._rings(hole)]
        if len(rings) > 1 and inner:
            raise ValueError("a polygon across 180 degrees with holes in it")
        for ring in rings:
            points = [point for number in ring for point in self.arcs[max(number, ~number)]]
            xs, ys = [point[0] for point in points], [point[1] for point in points]
            yield PackedPiece((min(xs), min(ys), max(xs), max(ys)), (ring, *inner))

    def _is_line(self, given: list[int]) -> bool:
        """Tell whether a ring is the line that Antarctica has along the south pole."""
        numbers = [part for number in given for part in self._parts[max(number, ~number)]]
        return len({y for number in numbers for _, y in self.arcs[number]}) == 1

    def _rings(self, given: list[int]) -> list[RingArcs]:
        chain: list[int] = []
        for number in given:
            parts = self._parts[max(number, ~number)]
            chain += parts if number >= 0 else [~part for part in reversed(parts)]
        starts = [
            at
            for at, number in enumerate(chain)
            if abs(self._first(number)[0] - self._last(chain[at - 1])[0]) == self._east
        ]
        if not starts:
            return [tuple(chain)]
        ends = [*starts[1:], starts[0] + len(chain)]
        twice = chain + chain
        return [self._closed(twice[start:end]) for start, end in zip(starts, ends, strict=True)]

    def _closed(self, chain: list[int]) -> RingArcs:
        """Close a chain from edge to edge: along one edge, or around the south pole."""
        first, last = self._first(chain[0]), self._last(chain[-1])
        if first[0] == last[0]:
            return tuple(chain)
        self.arcs.append(_dense([last, (last[0], 0), (first[0], 0), first]))
        return (*chain, len(self.arcs) - 1)

    def _first(self, number: int) -> tuple[int, int]:
        return self.arcs[number][0] if number >= 0 else self.arcs[~number][-1]

    def _last(self, number: int) -> tuple[int, int]:
        return self.arcs[number][-1] if number >= 0 else self.arcs[~number][0]


def _dense(corners: ArcPoints) -> ArcPoints:
    """Put points on long straight lines, so that they bend with the map."""
    points = [corners[0]]
    for (x0, y0), (x1, y1) in pairwise(corners):
        count = 36
        points += [
            (x0 + (x1 - x0) * n // count, y0 + (y1 - y0) * n // count) for n in range(1, count + 1)
        ]
    return points


def _cut(arc: ArcPoints, east: int) -> Iterator[ArcPoints]:
    """Cut an arc where it jumps; each part ends on the edge."""
    part = [arc[0]]
    for (x0, y0), (x1, y1) in pairwise(arc):
        if abs(x1 - x0) * 2 > east:
            near, far = (east, 0) if x0 > x1 else (0, east)
            way = (near - x0) + (x1 - far)
            y = y0 if not way else y0 + round((near - x0) / way * (y1 - y0))
            if part[-1] != (near, y):
                part.append((near, y))
            if len(part) > 1:
                yield part
            part = [(far, y)]
            if part[-1] == (x1, y1):
                continue
        part.append((x1, y1))
    yield part


def main(folder: Path, target: Path) -> None:
    """Write both files."""
    for resolution in RESOLUTIONS:
        (target / f"countries-{resolution}.pack").write_bytes(pack(folder, resolution))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent)
