"""The inside of a country on the page: what fits into it, and where best."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor

from briefing.charts.maps.layers import Shown
from briefing.charts.shapes.room import Box

_STEP = 2.0  # points between the lines that an area is scanned along
_CANDIDATES = 80
_ALONG = (0.5, 0.3, 0.7, 0.1, 0.9)  # shares of the way along a line
_STRETCH = 2.5  # a gap beside a text seems so many times narrower than one above or below

Spot = tuple[float, float]
"""Where the middle of a text may stand."""


class Interior:
    """An area, as the stretches that lie inside along level lines."""

    __slots__ = ("_first", "_rows", "box")

    def __init__(self, shown: Shown) -> None:
        """Scan the area that is in sight."""
        self.box = shown.box
        self._first = ceil(shown.box.top / _STEP)
        count = max(0, floor(shown.box.bottom / _STEP) - self._first + 1)
        crossings: list[list[float]] = [[] for _ in range(count)]
        first = self._first
        for ring in shown.rings:
            x0, y0 = ring[-1]
            for x1, y1 in ring:
                low, high = (y0, y1) if y0 < y1 else (y1, y0)
                for row in range(ceil(low / _STEP), ceil(high / _STEP)):
                    y = row * _STEP
                    crossings[row - first].append(x0 + (y - y0) / (y1 - y0) * (x1 - x0))
                x0, y0 = x1, y1
        self._rows = [sorted(row) for row in crossings]

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside, to a point or so."""
        row = self._row(round(y / _STEP))
        return bisect_left(row, x) % 2 == 1

    def covers(self, box: Box) -> bool:
        """Tell whether a box lies inside."""
        return self._covers(box.left, box.top, box.right, box.bottom)

    def meets(self, box: Box) -> bool:
        """Tell whether any of a box lies inside."""
        if not self.box.meets(box):
            return False
        return any(_meets(self._row(row), box.left, box.right) for row in _rows_of(box))

    def spots(self, width: float, height: float) -> tuple[Spot, ...]:
        """List places for the middle of a text of this size, the roomiest first."""
        return _spots(self, width, height)

    def share(self, box: Box) -> float:
        """Tell how much of a box lies inside, from 0 to 1."""
        rows = list(_rows_of(box))
        width = box.right - box.left
        covered = 0.0
        for number in rows:
            row = self._row(number)
            for start, end in zip(row[0::2], row[1::2], strict=False):
                covered += max(0.0, min(end, box.right) - max(start, box.left))
        return covered / (width * len(rows))

    def _row(self, number: int) -> list[float]:
        at = number - self._first
        return self._rows[at] if 0 <= at < len(self._rows) else []

    def _covers(self, left: float, top: float, right: float, bottom: float) -> bool:
        rows, first = self._rows, self._first
        start, end = ceil(top / _STEP) - first, floor(bottom / _STEP) - first
        if end < start:  # a box so low that no line runs through it
            start = end = round((top + bottom) / 2 / _STEP) - first
        if start < 0 or end >= len(rows):
            return False
        for row in rows[start : end + 1]:
            at = bisect_left(row, left)
            if not at & 1 or row[at] < right:
                return False
        return True

    def find_spots(self, width: float, height: float) -> list[Spot]:
        """Look for places, line by line."""
        half = height / 2
        found: list[tuple[float, float, float]] = []
        for number in range(self._first, self._first + len(self._rows)):
            y = number * _STEP
            row = self._row(number)
            if self.box.top > y - half or self.box.bottom < y + half:
                continue
            for start, end in zip(row[0::2], row[1::2], strict=False):
                if end - start >= width:
                    found += self._along(start, end, y, width, half)
        found.sort(key=lambda spot: (-spot[0], spot[2], spot[1]))
        return [(x, y) for _, x, y in found[:_CANDIDATES]]

    def _along(
        self, start: float, end: float, y: float, width: float, half: float
    ) -> list[tuple[float, float, float]]:
        """Judge some places along a line: how far it is from a text there to the next edge."""
        found = []
        slack = end - start - width
        for share in _ALONG if slack >= _STEP else _ALONG[:1]:
            left = start + slack * share
            right = left + width
            if not self._covers(left, y - half, right, y + half):
                continue
            room, most = 0.0, min(slack * share, slack * (1 - share)) / _STRETCH
            step = most / 2
            while step >= _STEP / 2:  # by halves, as a larger box holds the smaller
                grown = room + step
                by = grown * _STRETCH
                if self._covers(left - by, y - half - grown, right + by, y + half + grown):
                    room = grown
                step /= 2
            found.append((round(room, 3), left + width / 2, y))
        return found


@lru_cache(maxsize=320)  # of the largest map, and of a few smaller ones
def interior_of(shown: Shown) -> Interior:
    """Scan an area, once."""
    return Interior(shown)


@lru_cache(maxsize=1024)
def _spots(interior: Interior, width: float, height: float) -> tuple[Spot, ...]:
    return tuple(interior.find_spots(width, height))


def _rows_of(box: Box) -> range:
    first, last = ceil(box.top / _STEP), floor(box.bottom / _STEP)
    if last < first:  # a box so low that no line runs through it
        first = last = round((box.top + box.bottom) / 2 / _STEP)
    return range(first, last + 1)


def _meets(row: Sequence[float], left: float, right: float) -> bool:
    at = bisect_left(row, left)
    return at % 2 == 1 or (at < len(row) and row[at] < right)
