"""A small globe that shows where on earth a country is."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import acos, atan2, cos, hypot, pi, radians, sin

from briefing.charts.maps.clipping import area_of, outlined, straighten, thin
from briefing.charts.maps.outlines import Atlas, Land, Ring
from briefing.charts.maps.tints import DEEP_LAND, RIM, SEA, WHITE
from briefing.charts.shapes.paths import Path, Point, circle, polyline
from briefing.model.drawing import Segment, Shape
from briefing.model.style import Colour

_ARC = radians(8)  # steps along the edge of the globe
_EDGE = 1e-9
_TURN = 5.0  # degrees
_DOT = 1.6  # points
_STEP, _SPECK = 0.8, 0.5  # points and square points: what is less is not seen on so small a globe
_MERIDIANS, _PARALLELS = range(-180, 180, 30), range(-60, 61, 30)

Solid = tuple[float, float, float]
"""A point of the globe as it is seen: to the right, upwards, towards the eye; of length 1."""


class Orthographic:
    """The globe seen from far above a point.

    Source:
        Snyder 1987, 20 "Orthographic Projection", (20-3) to (20-5).
    """

    def __init__(self, longitude: float, latitude: float) -> None:
        """Look at a point, in degrees."""
        self._middle = longitude
        self._sine, self._cosine = sin(radians(latitude)), cos(radians(latitude))

    def see(self, ring: Ring) -> list[Solid]:
        """Turn points in degrees as they are seen, on this side or the far one."""
        rad, middle, sine, cosine = radians(1), self._middle, self._sine, self._cosine
        seen = []
        for east, north in ring:
            up, flat, angle = sin(north * rad), cos(north * rad), (east - middle) * rad
            ahead = flat * cos(angle)
            seen.append((flat * sin(angle), cosine * up - sine * ahead, sine * up + cosine * ahead))
        return seen


def visible(ring: Sequence[Solid]) -> list[Point]:
    """Cut a ring off at the edge of the globe, and follow the edge where it was cut."""
    if not any(z > 0 for _, _, z in ring):
        return []
    points: list[Point] = []
    left_at: Point | None = None
    before = ring[-1]
    entered: Point | None = None
    for solid in ring:
        if (solid[2] > 0) != (before[2] > 0):
            x, y = _crossing(before, solid)
            if solid[2] > 0:  # it comes back into sight
                if left_at is not None:
                    points += _along_edge(left_at, (x, y))
                elif entered is None:
                    entered = (x, y)
                left_at = None
            else:
                left_at = (x, y)
            points.append((x, y))
        if solid[2] > 0:
            points.append((solid[0], solid[1]))
        before = solid
    if left_at is not None and entered is not None:
        points += _along_edge(left_at, entered)
    return points


def _crossing(one: Solid, two: Solid) -> Point:
    share = one[2] / (one[2] - two[2])
    x, y = one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share
    length = hypot(x, y) or 1.0
    return x / length, y / length


def _along_edge(start: Point, end: Point) -> Iterable[Point]:
    """Go the shorter way round."""
    first = atan2(start[1], start[0])
    turn = (atan2(end[1], end[0]) - first + pi) % (2 * pi) - pi
    count = int(abs(turn) / _ARC)
    for number in range(1, count + 1):
        angle = first + turn * number / (count + 1)
        yield cos(angle), sin(angle)


def draw_globe(
    atlas: Atlas, land: Land | None, at: Point, centre: tuple[float, float, float], accent: Colour
) -> list[Shape]:
    """Draw the globe with a country near its middle.

    Args:
        atlas: Of the whole world, in little detail.
        land: Of that atlas; None where it is too small for it.
        at: What is to be in sight, in degrees.
        centre: Where it stands on the page, and its radius.
        accent: Of the country.
    """
    x, y, radius = centre
    # Countries near each other share one view of the globe, which takes long to see.
    at = round(at[0] / _TURN) * _TURN, round(at[1] / _TURN) * _TURN
    lands, net = _background(atlas, at, centre)
    own = _moved(_own(atlas, land, at), centre) if land else ()
    return [
        Shape(circle(x, y, radius + 1.6), fill=WHITE),
        Shape(circle(x, y, radius), fill=SEA),
        Shape(
            lands,
            fill=DEEP_LAND,
            stroke=WHITE,
            width=0.15,
            even_odd=True,
        ),
        # What is too small to be seen is a dot.
        Shape(own or circle(x, y, _DOT), fill=accent, even_odd=True),
        Shape(net, stroke=RIM, width=0.25, stroke_alpha=0.6),
        Shape(circle(x, y, radius), stroke=RIM, width=0.7),
    ]


@lru_cache(maxsize=64)
def _background(atlas: Atlas, at: Point, centre: tuple[float, float, float]) -> tuple[Path, Path]:
    """Draw all countries, meridians and parallels."""
    x, y, radius = centre
    net: list[Segment] = []
    for line in _net(at):
        net += polyline([(x + a * radius, y - b * radius) for a, b in line])
    return _moved(_lands(atlas, at), centre), tuple(net)


def _moved(rings: Sequence[Sequence[Point]], centre: tuple[float, float, float]) -> Path:
    x, y, radius = centre
    placed = [[(x + a * radius, y - b * radius) for a, b in ring] for ring in rings]
    seen = [straighten(thin(ring, _STEP)) for ring in placed]
    return tuple(outlined([ring for ring in seen if area_of(ring) > _SPECK]))


@lru_cache(maxsize=64)
def _lands(atlas: Atlas, at: Point) -> tuple[list[Point], ...]:
    """See all countries, on a globe of radius 1."""
    eye = Orthographic(*at)
    return tuple(ring for land in atlas.lands for ring in _seen(land, atlas, eye, at))


@lru_cache(maxsize=256)
def _own(atlas: Atlas, land: Land, at: Point) -> tuple[list[Point], ...]:
    return tuple(_seen(land, atlas, Orthographic(*at), at))


def _seen(land: Land, atlas: Atlas, eye: Orthographic, at: Point) -> Iterator[list[Point]]:
    for piece in land.pieces:
        if _in_sight(piece.box, at):
            for ring in atlas.rings(piece):
                points = visible(eye.see(ring))
                if points:
                    yield points


@lru_cache(maxsize=64)
def _net(at: Point) -> tuple[list[Point], ...]:
    """See meridians and parallels."""
    eye = Orthographic(*at)
    lines = [_line([(lon, lat) for lat in range(-90, 91, 5)], eye) for lon in _MERIDIANS]
    lines += [_line([(lon, lat) for lon in range(-180, 181, 5)], eye) for lat in _PARALLELS]
    return tuple(part for line in lines for part in line)


def _in_sight(box: tuple[float, float, float, float], at: Point) -> bool:
    """Tell whether a piece may be on this side, by its corners and how large it is."""
    west, south, east, north = box
    middle = ((west + east) / 2, (south + north) / 2)
    reach = hypot(east - west, north - south) / 2
    (x0, y0), (x1, y1) = at, middle
    cosine = sin(radians(y0)) * sin(radians(y1)) + cos(radians(y0)) * cos(radians(y1)) * cos(
        radians(x1 - x0)
    )
    return acos(max(-1.0, min(1.0, cosine))) < radians(90 + reach)


def _line(points: Ring, eye: Orthographic) -> list[list[Point]]:
    """Keep the stretches of a line that are in sight."""
    parts: list[list[Point]] = [[]]
    for x, y, z in eye.see(points):
        if z >= -_EDGE:
            parts[-1].append((x, y))
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if len(part) > 1]
