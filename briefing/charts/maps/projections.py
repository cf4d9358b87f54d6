"""From the globe to the plane; on a globe of radius 1, with y upwards.

Source:
    Snyder, Map projections: a working manual, USGS Professional Paper 1395 (1987), for all but
    Equal Earth.
"""

from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Protocol

from msgspec import Struct

from briefing.charts.maps.outlines import Ring
from briefing.charts.shapes.paths import Point


class Projection(Protocol):
    """A way to flatten the globe that keeps areas."""

    def project(self, ring: Ring) -> list[Point]:
        """Project points in degrees; longitudes differ by 180 at most from the middle one."""

    def unproject(self, x: float, y: float) -> Point | None:
        """Find what lies at a point, in degrees; None beyond the edge of the world."""


class Albers(Struct, frozen=True):
    """Equal-area conic, true along two parallels.

    Attributes:
        middle: The meridian that stands upright, in degrees.
        south: The parallels that are true, in degrees; their mean is not the equator.

    Source:
        Snyder 1987, 14 "Albers Equal-Area Conic Projection", (14-1) to (14-11).
    """

    middle: float
    south: float
    north: float

    def project(self, ring: Ring) -> list[Point]:
        """Project points."""
        n, c, lift = self._constants
        turn, middle, twice, rad = radians(n), self.middle, 2 * n, radians(1)
        points = []
        for east, north in ring:
            radius = sqrt(max(c - twice * sin(north * rad), 0.0)) / n
            angle = turn * (east - middle)
            points.append((radius * sin(angle), lift - radius * cos(angle)))
        return points

    def unproject(self, x: float, y: float) -> Point | None:
        """Find what lies at a point."""
        n, c, lift = self._constants
        sign = 1.0 if n > 0 else -1.0
        radius = hypot(x, lift - y)
        angle = atan2(sign * x, sign * (lift - y))
        height = (c - (radius * n) ** 2) / (2 * n)
        if abs(height) > 1 or abs(angle / n) > radians(180):
            return None
        return self.middle + degrees(angle / n), degrees(asin(height))

    @property
    def _constants(self) -> tuple[float, float, float]:
        low, high = radians(self.south), radians(self.north)
        n = (sin(low) + sin(high)) / 2
        c = cos(low) ** 2 + 2 * n * sin(low)
        return n, c, sqrt(c - n * (sin(low) + sin(high))) / n


class Cylindrical(Struct, frozen=True):
    """Equal-area cylindrical, true along one parallel and its like: for both sides of the equator.

    Source:
        Snyder 1987, 10 "Cylindrical Equal-Area Projection", (10-1) to (10-7).
    """

    middle: float
    parallel: float

    def project(self, ring: Ring) -> list[Point]:
        """Project points."""
        true, middle, rad = cos(radians(self.parallel)), self.middle, radians(1)
        return [((east - middle) * rad * true, sin(north * rad) / true) for east, north in ring]

    def unproject(self, x: float, y: float) -> Point | None:
        """Find what lies at a point."""
        true = cos(radians(self.parallel))
        if abs(y * true) > 1 or abs(x / true) > radians(180):
            return None
        return self.middle + degrees(x / true), degrees(asin(y * true))


class Azimuthal(Struct, frozen=True):
    """Equal-area azimuthal around a point, in degrees: for the poles and what lies around them.

    Source:
        Snyder 1987, 24 "Lambert Azimuthal Equal-Area Projection", (24-2) to (24-4), (20-14).
    """

    middle: float
    centre: float

    def project(self, ring: Ring) -> list[Point]:
        """Project points."""
        rad, middle = radians(1), self.middle
        sine, cosine = sin(self.centre * rad), cos(self.centre * rad)
        points = []
        for east, north in ring:
            up, flat, angle = sin(north * rad), cos(north * rad), (east - middle) * rad
            ahead = flat * cos(angle)
            k = sqrt(2 / max(1 + sine * up + cosine * ahead, 1e-9))
            points.append((k * flat * sin(angle), k * (cosine * up - sine * ahead)))
        return points

    def unproject(self, x: float, y: float) -> Point | None:
        """Find what lies at a point."""
        distance = hypot(x, y)
        if distance > 2:
            return None
        if not distance:
            return self.middle, self.centre
        c = 2 * asin(distance / 2)
        sine, cosine = sin(radians(self.centre)), cos(radians(self.centre))
        north = asin(cos(c) * sine + y * sin(c) * cosine / distance)
        east = atan2(x * sin(c), distance * cosine * cos(c) - y * sine * sin(c))
        return self.middle + degrees(east), degrees(north)


class EqualEarth(Struct, frozen=True):
    """Equal-area pseudocylindrical, for the whole world.

    Source:
        Šavrič, Patterson and Jenny, The Equal Earth map projection, International Journal of
        Geographical Information Science 33 (2018), 454-465.
    """

    middle: float

    def project(self, ring: Ring) -> list[Point]:
        """Project points."""
        rad, middle, m = radians(1), self.middle, _M
        points = []
        for east, north in ring:
            angle = asin(m * sin(north * rad))
            square = angle * angle
            sixth = square * square * square
            width = m * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square))
            high = angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
            points.append(((east - middle) * rad * cos(angle) / width, high))
        return points

    def unproject(self, x: float, y: float) -> Point | None:
        """Find what lies at a point, by Newton's method."""
        angle = y
        for _ in range(12):
            square = angle * angle
            sixth = square * square * square
            high = angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square)) - y
            slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
            angle -= high / slope
        square = angle * angle
        sixth = square * square * square
        if abs(sin(angle)) > _M:
            return None
        slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
        east = degrees(_M * slope * x / cos(angle))
        return None if abs(east) > 180 else (self.middle + east, degrees(asin(sin(angle) / _M)))


_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
