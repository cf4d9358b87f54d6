"""Parts of a ring; angles are turns, clockwise from 12 o'clock."""

from math import atan2, ceil, cos, hypot, pi, sin, tan

from msgspec import Struct

from briefing.charts.shapes.paths import Path, Point, circle
from briefing.charts.shapes.room import Box
from briefing.model.drawing import Segment

_WHOLE = 1.0 - 1e-9


class Ring(Struct, frozen=True):
    """A ring."""

    x: float
    y: float
    inner: float
    outer: float

    def point(self, turn: float, radius: float) -> Point:
        """Find the point at an angle, `radius` from the centre."""
        angle = 2 * pi * turn
        return self.x + radius * sin(angle), self.y - radius * cos(angle)

    def turn(self, x: float, y: float) -> float:
        """Find the angle of a point, from 0 to 1."""
        return atan2(x - self.x, self.y - y) / (2 * pi) % 1.0

    def holds(self, box: Box, start: float, end: float) -> bool:
        """Tell whether a box lies within a sector, which is shorter than the whole ring."""
        corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        near_x = min(max(self.x, box.left), box.right)
        near_y = min(max(self.y, box.top), box.bottom)
        if hypot(near_x - self.x, near_y - self.y) < self.inner:
            return False
        if any(hypot(x - self.x, y - self.y) > self.outer for x, y in corners):
            return False
        if end - start >= _WHOLE:
            return True
        return all((self.turn(x, y) - start) % 1.0 <= end - start for x, y in corners)


def sector(ring: Ring, start: float, end: float) -> Path:
    """Draw around a sector; a whole ring is two circles, to be filled by the even-odd rule."""
    if end - start >= _WHOLE:
        return (*circle(ring.x, ring.y, ring.outer), *circle(ring.x, ring.y, ring.inner))
    inwards = ring.point(end, ring.inner)
    return (
        ("M", *ring.point(start, ring.outer)),
        *_arc(ring, ring.outer, start, end),
        ("L", *inwards),
        *_arc(ring, ring.inner, end, start),
        ("Z",),
    )


def _arc(ring: Ring, radius: float, start: float, end: float) -> list[Segment]:
    """Follow a circle, by one curve for each eighth of it at most.

    Source:
        Riskus, Approximation of a cubic Bezier curve by circular arcs and vice versa, Information
        Technology and Control 35 (2006), 371-378.
    """
    count = max(1, ceil(abs(end - start) * 8 - 1e-9))
    step = (end - start) / count
    reach = 4 / 3 * tan(2 * pi * step / 4) * radius
    curves: list[Segment] = []
    for number in range(count):
        here, there = start + number * step, start + (number + 1) * step
        (x, y), (to_x, to_y) = ring.point(here, radius), ring.point(there, radius)
        a, b = 2 * pi * here, 2 * pi * there
        first = x + reach * cos(a), y + reach * sin(a)
        second = to_x - reach * cos(b), to_y - reach * sin(b)
        curves.append(("C", *first, *second, to_x, to_y))
    return curves
