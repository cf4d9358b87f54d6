"""Room inside a plot: whether a label would stand on a line or on another label."""

from collections.abc import Iterable, Sequence
from math import inf

from msgspec import Struct

from briefing.charts.shapes.paths import Point


class Box(Struct, frozen=True):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box") -> bool:
        """Tell whether another box lies inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: "Box") -> bool:
        """Tell whether another box shares more than an edge with it."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def widened(self, by: float) -> "Box":
        """Give the box with room around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def is_crossed(box: Box, lines: Iterable[Sequence[Point]]) -> bool:
    """Tell whether any of some polylines runs through a box."""
    return any(
        _crosses(box, start, end)
        for line in lines
        for start, end in zip(line, [*line[1:], line[-1]], strict=True)
    )


def _crosses(box: Box, start: Point, end: Point) -> bool:
    """Clip a straight line to the box.

    Source:
        Liang and Barsky, A new concept and method for line clipping, ACM Transactions on Graphics
        3 (1984), 1-22.
    """
    (x, y), (to_x, to_y) = start, end
    enter, leave = 0.0, 1.0
    for at, step, low, high in (
        (x, to_x - x, box.left, box.right),
        (y, to_y - y, box.top, box.bottom),
    ):
        if step == 0:
            if not low < at < high:
                return False
            continue
        first, last = (low - at) / step, (high - at) / step
        if first > last:
            first, last = last, first
        enter, leave = max(enter, first), min(leave, last)
        if enter >= leave:
            return False
    return True


def crossings(box: Box, segments: Iterable[tuple[Point, Point]], most: float = inf) -> int:
    """Count the straight lines that run through a box, until there are more than `most`."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    count = 0
    for start, end in segments:
        (x, y), (to_x, to_y) = start, end
        if (
            (x > left or to_x > left)
            and (x < right or to_x < right)
            and (y > top or to_y > top)
            and (y < bottom or to_y < bottom)
            and _crosses(box, start, end)
        ):
            count += 1
            if count > most:
                break
    return count


def meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Tell whether two straight lines cross."""
    (a, b), (c, d) = one, other
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
