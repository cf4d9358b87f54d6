"""Marks that are alike, and marks of which each is another: what collections are made of."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from briefing.charts.figures.inks import Ink, Inks
from briefing.charts.figures.paths import Box, box_of, ends_of, moved
from briefing.model.drawing import Painted, Segment, Stamped

if TYPE_CHECKING:
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

    from briefing.charts.figures.paths import Matrix

_STEP = 500_000  # places at a time
_SMALL = 4  # segments; such a mark is painted anew as shortly as it is stamped

Place = tuple[float, float]


class Mark(NamedTuple):
    """A path to be painted at one place or another.

    Attributes:
        box: Around all that may be painted, at the origin.
    """

    path: tuple[Segment, ...]
    box: Box


def mark_of(path: tuple[Segment, ...], width: float) -> Mark:
    """Give a path room for a stroke; `width` is that of the widest."""
    left, top, right, bottom = box_of(path)
    reach = width * 5  # as far as a mitred corner goes
    return Mark(path, (left - reach, top - reach, right + reach, bottom + reach))


def visible(path: "Path", matrix: "Matrix", mark: Mark, seen: Box, most: int) -> "Matrix":
    """Find the points of a path where a mark is to be seen; a few more than `most` at most."""
    points = ends_of(path)
    left, top, right, bottom = mark.box
    found: list[Matrix] = []
    count = 0
    for start in range(0, len(points), _STEP):
        some = points[start : start + _STEP] @ matrix[:2, :2].T + matrix[:2, 2]
        x, y = some[:, 0], some[:, 1]
        is_seen = (x + right >= seen[0]) & (x + left <= seen[2])
        is_seen &= (y + bottom >= seen[1]) & (y + top <= seen[3])  # never so where it is no number
        found.append(some[is_seen])
        count += len(found[-1])
        if count > most:
            break
    return np.concatenate(found) if found else np.empty((0, 2))


def stamped(mark: Mark, ink: Ink, at: Sequence[Place]) -> Iterator[Painted]:
    """Paint one mark at many places."""
    if len(at) > 1:
        yield Stamped(ink.shape(mark.path), tuple(at))
    elif at:
        yield ink.shape(moved(mark.path, *at[0]))


class Collection:
    """A collection as matplotlib gives it: lists that are gone through again and again.

    Attributes:
        count: How many items it has.
    """

    __slots__ = ("_inks", "_is_shared", "_marks", "_places", "count")

    def __init__(self, marks: Sequence[Mark], places: list[Place | None], inks: Inks) -> None:
        self._marks = marks
        self._places = places
        self._inks = inks
        self.count = max(len(marks), len(places)) if marks else 0
        self._is_shared = len(places) > len(marks)

    def each(self, seen: Box) -> Iterator[tuple[Mark, Place, Ink | None]]:
        """Give the items that are to be seen, in order, hatched ones without ink among them."""
        marks, places, inks = self._marks, self._places or [(0.0, 0.0)], self._inks
        for number in range(self.count):
            mark, place = marks[number % len(marks)], places[number % len(places)]
            if place is not None and mark.path and _is_seen(mark.box, place, seen):
                yield mark, place, inks[number]

    def painted(self, seen: Box) -> Iterator[Painted]:
        """Paint the items; neighbours that are alike are stamped."""
        last: tuple[Mark, Ink] | None = None
        at: list[Place] = []
        for mark, place, ink in self.each(seen):
            if ink is None:
                continue
            if last is not None and mark is last[0] and ink == last[1]:
                at.append(place)
                continue
            if last is not None:
                yield from self._stamped(*last, at)
            last, at = (mark, ink), [place]
        if last is not None:
            yield from self._stamped(*last, at)

    def _stamped(self, mark: Mark, ink: Ink, at: list[Place]) -> Iterator[Painted]:
        if self._is_shared and len(mark.path) > _SMALL:
            yield Stamped(ink.shape(mark.path), tuple(at))
        else:
            yield from stamped(mark, ink, at)


def _is_seen(box: Box, place: Place, seen: Box) -> bool:
    x, y = place
    return (
        x + box[2] >= seen[0]
        and x + box[0] <= seen[2]
        and y + box[3] >= seen[1]
        and y + box[1] <= seen[3]
    )


def shapes_of(
    paths: Sequence["Path"], transforms: Any, whole: "Matrix"
) -> "Iterator[tuple[Path, Matrix]]":
    """The paths of a collection, each with its way to points around the origin of its places.

    Args:
        paths: At least one.
        transforms: A matrix for each path, or none.
        whole: Applied after those.
    """
    own = transforms if len(transforms) else None
    for number in range(max(len(paths), len(transforms))):
        matrix = whole if own is None else whole @ np.asarray(own[number % len(own)])
        yield paths[number % len(paths)], matrix


def places_of(offsets: Any, transform: "Transform") -> list[Place | None]:
    """The places of a collection, as moves downwards; None for what is no number."""
    if not len(offsets):
        return []
    moves: Matrix = transform.transform(np.ma.filled(np.ma.asarray(offsets, dtype=float), np.nan))
    is_finite: Any = np.isfinite(moves).all(axis=1).tolist()
    return [
        (x, -y) if there else None for (x, y), there in zip(moves.tolist(), is_finite, strict=True)
    ]


def quads(coordinates: Any, matrix: "Matrix") -> Iterator[tuple[Segment, ...]]:
    """The cells of a grid of points, row by row; empty where a corner is no number."""
    points: Matrix = np.ma.filled(np.ma.asarray(coordinates, dtype=float), np.nan)
    corners = (points.reshape(-1, 2) @ matrix[:2, :2].T + matrix[:2, 2]).reshape(points.shape)
    is_finite: Any = np.isfinite(corners).all(axis=2)
    whole: Any = is_finite[:-1, :-1] & is_finite[:-1, 1:] & is_finite[1:, 1:] & is_finite[1:, :-1]
    rows: Any = corners.tolist()
    for above, below, there in zip(rows, rows[1:], whole.tolist(), strict=False):
        for number, is_there in enumerate(there):
            if not is_there:
                yield ()
                continue
            (ax, ay), (bx, by) = above[number], above[number + 1]
            (cx, cy), (dx, dy) = below[number + 1], below[number]
            yield ("M", ax, ay), ("L", bx, by), ("L", cx, cy), ("L", dx, dy), ("Z",)
