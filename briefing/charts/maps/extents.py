"""What a map must show: the part of the globe around some countries and points."""

from collections.abc import Iterable, Sequence
from math import cos, radians

from msgspec import Struct

from briefing.charts.maps.outlines import Bounds, Land, Piece

_NEAR, _LARGE_NEAR = 0.35, 1.0  # of the size of what is shown: how far off an island may lie
_LARGE = 0.15  # of the largest piece


class Extent(Struct, frozen=True):
    """A box in degrees; its east is more than 180 where it lies across that meridian."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> float:
        """The meridian in its middle, from -180 to 180."""
        return wrapped((self.west + self.east) / 2, 0.0)


def wrapped(longitude: float, middle: float) -> float:
    """Turn a longitude so that it differs by 180 degrees at most from a middle one."""
    return (longitude - middle + 180) % 360 - 180 + middle


def main_pieces(land: Land) -> tuple[Piece, ...]:
    """Give a country without what lies far off, such as France without Guiana."""
    first, *others = land.pieces
    kept, shown = [first], first.box
    for piece in sorted(others, key=lambda piece: -piece.size):
        box = _beside(piece.box, shown)
        near = _LARGE_NEAR if piece.size >= _LARGE * first.size else _NEAR
        if _gap(box, shown) <= near * _length(shown):
            kept.append(piece)
            shown = _joined(box, shown)
    return tuple(kept)


def extent_of(boxes: Iterable[Bounds]) -> Extent:
    """Put boxes together on that side of the globe where they take the least room.

    Source:
        The widest gap between the stretches of longitude is what is left out.
    """
    boxes = list(boxes)
    stretches = sorted((west % 360, east - west) for west, _, east, _ in boxes)
    start, end = stretches[0][0], sum(stretches[0])
    best_gap, best_start, first = -1.0, start, start
    for west, length in stretches[1:]:
        if west - end > best_gap:
            best_gap, best_start = west - end, west
        end = max(end, west + length)
    if first + 360 - end >= best_gap:
        best_gap, best_start = first + 360 - end, first
    west = wrapped(best_start, 0.0)
    return Extent(
        west,
        min(south for _, south, _, _ in boxes),
        west + 360 - max(best_gap, 0.0),
        max(north for _, _, _, north in boxes),
    )


def _beside(box: Bounds, other: Bounds) -> Bounds:
    west, south, east, north = box
    turn = wrapped((west + east) / 2, (other[0] + other[2]) / 2) - (west + east) / 2
    return west + turn, south, east + turn, north


def _joined(one: Bounds, two: Bounds) -> Bounds:
    return (
        min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3]),
    )  # fmt: skip


def _gap(one: Bounds, two: Bounds) -> float:
    shrink = _shrink(two)
    across = max(one[0] - two[2], two[0] - one[2], 0.0) * shrink
    return max(across, one[1] - two[3], two[1] - one[3], 0.0)


def _length(box: Bounds) -> float:
    return max((box[2] - box[0]) * _shrink(box), box[3] - box[1])


def _shrink(box: Bounds) -> float:
    return cos(radians((box[1] + box[3]) / 2))


def sampled(rings: Iterable[Sequence[tuple[float, float]]], most: int) -> list[tuple[float, float]]:
    """Take points of rings at equal steps, about `most` of each."""
    points: list[tuple[float, float]] = []
    for ring in rings:
        points += ring[:: max(1, len(ring) // most)]
    return points
