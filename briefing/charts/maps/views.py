"""A view: a projection, fitted into a frame."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from msgspec import Struct

from briefing.charts.maps.extents import Extent, wrapped
from briefing.charts.maps.outlines import Bounds, Ring
from briefing.charts.maps.projections import (
    Albers,
    Azimuthal,
    Cylindrical,
    EqualEarth,
    Projection,
)
from briefing.charts.shapes.paths import Point
from briefing.charts.shapes.room import Box

EARTH = 6371.0072
"""Radius in km of a sphere with the area of the Earth. Source: Snyder 1987, table 1 (authalic)."""

_WIDE = 200.0  # degrees: more is the whole world
_BROAD = 140.0  # degrees: more is too broad for a cone, which leaves a gap behind the pole
_POLAR = 66.0  # degrees: what lies beyond on all sides is seen from above
_LEVEL = 12.0  # degrees: a middle nearer to the equator is drawn on a cylinder
_SAMPLES = 24  # along each edge of the frame
_BEYOND = 2.0  # points: outlines are cut off so far outside the frame, where it hides the cut


class View(Struct, frozen=True):
    """A projection, how much it is enlarged, and where its origin stands.

    Attributes:
        scale: Points for the radius of the globe.
    """

    projection: Albers | Cylindrical | Azimuthal | EqualEarth
    scale: float
    x: float
    y: float
    frame: Box

    def place(self, ring: Ring) -> list[Point]:
        """Project points, whose longitudes differ by 180 at most from the middle, on the page."""
        scale, left, top = self.scale, self.x, self.y
        return [(left + x * scale, top - y * scale) for x, y in self.projection.project(ring)]

    def at(self, longitude: float, latitude: float) -> Point:
        """Find the place of a point in degrees."""
        return self.place([(wrapped(longitude, self.projection.middle), latitude)])[0]

    def degrees(self, x: float, y: float) -> Point | None:
        """Find what lies at a place, in degrees."""
        return self.projection.unproject((x - self.x) / self.scale, (self.y - y) / self.scale)

    @property
    def edge(self) -> Box:
        """Where outlines are cut off."""
        return self.frame.widened(_BEYOND)

    def bounds(self) -> Bounds:
        """Find what of the globe the frame shows, and a little more, in degrees."""
        return _bounds(self)


def fitted(projection: Projection, points: Sequence[Point], frame: Box, share: float) -> "View":
    """Enlarge a projection until points in degrees fill a share of a frame, in its middle."""
    middle = projection.middle  # type: ignore[attr-defined]
    placed = projection.project([(wrapped(x, middle), y) for x, y in points])
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    width, height = frame.right - frame.left, frame.bottom - frame.top
    scale = share * min(width / max(wide, 1e-9), height / max(tall, 1e-9))
    return centred(projection, scale, (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, frame)


def centred(projection: Projection, scale: float, x: float, y: float, frame: Box) -> "View":
    """Put a point of the plane into the middle of a frame."""
    left, top = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
    return View(projection, scale, left - x * scale, top + y * scale, frame)  # type: ignore[arg-type]


def projection_for(extent: Extent) -> Albers | Cylindrical | Azimuthal | EqualEarth:
    """Choose what shows a part of the globe with little distortion, and areas as they are.

    Source:
        Snyder 1987, "Selection of map projections"; parallels at a sixth from either end, 14.
    """
    south, north = extent.south, extent.north
    wide = extent.east - extent.west
    if south >= _POLAR or north <= -_POLAR or (wide > _WIDE and (south > 45 or north < -45)):
        return Azimuthal(extent.middle, 90.0 if south > 0 else -90.0)
    if wide > _WIDE or (wide > 120 and south < -20 and north > 40):
        return EqualEarth(extent.middle)
    if wide > _BROAD and abs(south + north) / 2 > 30:
        return Azimuthal(extent.middle, (south + north) / 2)
    sixth = (north - south) / 6
    low, high = south + sixth, north - sixth
    if abs(low + high) / 2 < _LEVEL:
        return Cylindrical(extent.middle, max(abs(low), abs(high)) / 2)
    return Albers(extent.middle, low, high)


@lru_cache(maxsize=64)
def _bounds(view: View) -> Bounds:
    box = view.edge.widened(2.0)
    middle = view.projection.middle
    found = [view.degrees(x, y) for x, y in _around(box)]
    known = [(wrapped(x, middle), y) for x, y in filter(None, found)]
    for pole in (90.0, -90.0):
        x, y = view.place([(middle, pole)])[0]
        if isinstance(view.projection, EqualEarth) or (
            isinstance(view.projection, Albers | Azimuthal)
            and box.left < x < box.right
            and box.top < y < box.bottom
        ):
            known += [(middle - 180, pole), (middle + 180, pole)]
    if len(known) < len(found) or not known:
        known += [(middle - 180, -90.0), (middle + 180, 90.0)]
    # Between the samples an edge may bulge a little further.
    xs, ys = [x for x, _ in known], [y for _, y in known]
    slack = (max(ys) - min(ys)) / _SAMPLES
    low, high = max(min(ys) - slack, -90.0), min(max(ys) + slack, 90.0)
    west, east = max(min(xs) - slack, middle - 180), min(max(xs) + slack, middle + 180)
    if east - west >= 360 and isinstance(view.projection, Azimuthal):
        return -180.0, low, 180.0, high  # seen from above, nothing needs to be turned
    return west, low, east, high


def _around(box: Box) -> Iterable[Point]:
    for number in range(_SAMPLES + 1):
        share = number / _SAMPLES
        x = box.left + (box.right - box.left) * share
        y = box.top + (box.bottom - box.top) * share
        yield from ((x, box.top), (x, box.bottom), (box.left, y), (box.right, y))


def distance(one: Point, two: Point) -> float:
    """Measure the way over the globe between two points in degrees, in km.

    Source:
        Snyder 1987, (5-3a), the formula for small distances.
    """
    (east0, north0), (east1, north1) = one, two
    half = (
        sin(radians(north1 - north0) / 2) ** 2
        + cos(radians(north0)) * cos(radians(north1)) * sin(radians(east1 - east0) / 2) ** 2
    )
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def per_point(view: View) -> float:
    """Tell how many km a point is in the middle of the frame, from left to right."""
    frame = view.frame
    x, y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
    left, right = view.degrees(x - 0.5, y), view.degrees(x + 0.5, y)
    return distance(left, right) if left and right else 0.0
