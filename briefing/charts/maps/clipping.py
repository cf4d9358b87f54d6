"""Outlines cut off at an edge, and thinned to what can be seen."""

from collections.abc import Sequence

from briefing.charts.maps.outlines import Ring
from briefing.charts.shapes.paths import Point
from briefing.charts.shapes.room import Box
from briefing.model.drawing import Segment

LEAST_STEP = 0.5
"""In points: steps that are shorter are not seen."""

_BEND = 0.2  # points: by which a line bends where it is seen
_STRAIGHT = 8  # points in a row that may be left out for that


def clip(ring: Ring, box: Box) -> Ring:
    """Cut a ring off at an upright rectangle; what is left may run along its edges.

    Source:
        Sutherland and Hodgman, Reentrant polygon clipping, Communications of the ACM 17 (1974),
        32-42.
    """
    for axis, limit, sign in (
        (0, box.left, 1.0),
        (0, box.right, -1.0),
        (1, box.top, 1.0),
        (1, box.bottom, -1.0),
    ):
        ring = _clip_side(ring, axis, limit, sign)
        if not ring:
            break
    return ring


def _clip_side(ring: Ring, axis: int, limit: float, sign: float) -> Ring:
    """Keep what lies on one side of an upright or level line."""
    least = sign * limit
    values = [sign * point[axis] for point in ring]
    if min(values) >= least:
        return ring
    if max(values) <= least:
        return ()
    kept: list[Point] = []
    before, was = ring[-1], values[-1]
    for point, value in zip(ring, values, strict=True):
        if (value >= least) != (was >= least):
            share = (least - was) / (value - was)
            kept.append(
                (before[0] + (point[0] - before[0]) * share,
                 before[1] + (point[1] - before[1]) * share)
            )  # fmt: skip
        if value >= least:
            kept.append(point)
        before, was = point, value
    return kept


def thin(ring: Ring, least: float = LEAST_STEP) -> list[Point]:
    """Leave out points that are nearer to the one before than can be seen."""
    square = least * least
    last_x, last_y = ring[0]
    kept = [(last_x, last_y)]
    for point in ring:
        x, y = point
        if (x - last_x) ** 2 + (y - last_y) ** 2 >= square:
            kept.append(point)
            last_x, last_y = point
    return kept


def straighten(ring: Ring) -> Ring:
    """Leave out points at which an outline hardly bends, but only a few in a row."""
    if len(ring) < 8:
        return ring
    kept = [ring[0]]
    left_out = 0
    x0, y0 = ring[0]
    for (x, y), (x1, y1) in zip(ring[1:], [*ring[2:], ring[0]], strict=True):
        dx, dy = x1 - x0, y1 - y0
        away = abs((x - x0) * dy - (y - y0) * dx)
        if left_out < _STRAIGHT and away * away < _BEND * _BEND * (dx * dx + dy * dy):
            left_out += 1
            continue
        kept.append((x, y))
        x0, y0, left_out = x, y, 0
    return kept


def outlined(rings: Sequence[Ring]) -> list[Segment]:
    """Draw around rings; what is too small to be seen is left out."""
    path: list[Segment] = []
    for ring in rings:
        if len(ring) > 2:
            (x, y), *others = ring
            path.append(("M", x, y))
            path += [("L", x, y) for x, y in others]
            path.append(("Z",))
    return path


def area_of(ring: Ring) -> float:
    """Measure the area inside a ring."""
    twice, (x0, y0) = 0.0, ring[-1]
    for x, y in ring:
        twice += x0 * y - x * y0
        x0, y0 = x, y
    return abs(twice) / 2


def holds(ring: Ring, x: float, y: float) -> bool:
    """Tell whether a point lies inside a ring.

    Source:
        Shimrat, Algorithm 112: position of point relative to polygon, Communications of the ACM 5
        (1962), 434.
    """
    inside, (x0, y0) = False, ring[-1]
    for x1, y1 in ring:
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
        x0, y0 = x1, y1
    return inside
