"""Paints the paths, marks and meshes of a figure."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from briefing.charts.figures.clips import Clips
from briefing.charts.figures.hatches import hatched
from briefing.charts.figures.inks import Ink, Inks, colours_of, hatch_of
from briefing.charts.figures.marks import Collection, Mark, mark_of, quads, stamped, visible
from briefing.charts.figures.paths import (
    cleaned_length,
    moved,
    segments_of,
)
from briefing.charts.figures.sheet import Clip, Sheet
from briefing.model.drawing import Mesh, Segment, Vertex

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.path import Path

    from briefing.charts.figures.paths import Matrix

_LONG = 50_000  # vertices from which on a path is measured before it is kept

Place = tuple[float, float]


class Painter:
    """Paints on a sheet.

    Attributes:
        what: What is painted, as matplotlib calls it, for errors.
    """

    __slots__ = ("_clips", "_sheet", "what")

    def __init__(self, sheet: Sheet, clips: Clips) -> None:
        self._sheet = sheet
        self._clips = clips
        self.what = "figure"

    def path(
        self, path: "Path", matrix: "Matrix", ink: Ink | None, gc: "GraphicsContextBase"
    ) -> None:
        """Paint a path: filled, hatched and stroked, in this order."""
        is_area = ink is not None and ink.fill is not None
        if ink is not None or gc.get_hatch():
            segments = self._segments(path, matrix, gc, is_line=not (is_area or gc.get_hatch()))
            self._area(segments, ink, gc, self._clips.of(gc), hatch_of(gc))

    def _segments(
        self, path: "Path", matrix: "Matrix", gc: "GraphicsContextBase", *, is_line: bool
    ) -> tuple[Segment, ...]:
        """Lines are cut at the page, and what the eye does not see of them is left out."""
        page = self._clips.seen(None) if is_line else None
        simplify = is_line and path.should_simplify
        if len(path.vertices) > _LONG:  # type: ignore[arg-type]
            most = self._sheet.left
            count = cleaned_length(path, matrix, page, most, simplify=simplify)
            self._sheet.afford(count, self.what)
        sketch = gc.get_sketch_params()
        return segments_of(path, matrix, clip=page, simplify=simplify, sketch=sketch)

    def marks(
        self,
        shape: tuple[Segment, ...],
        ink: Ink,
        path: "Path",
        matrix: "Matrix",
        clip: Clip | None,
    ) -> None:
        """Paint a shape at each point of a path."""
        if not shape:
            return
        if len(shape) < 3 and ink.stroke is not None:
            ink = ink._replace(fill=None)  # a line has no inside
        mark = mark_of(shape, ink.width if ink.stroke else 0.0)
        places = visible(path, matrix, mark, self._clips.seen(clip), self._sheet.left)
        self._sheet.spend(len(places) + len(shape), self.what)
        for item in stamped(mark, ink, list(map(tuple, places.tolist()))):
            self._sheet.add(item, clip)

    def marks_of(
        self,
        shapes: "Iterable[tuple[Path, Matrix]]",
        places: list[Place | None],
        inks: Inks,
        gc: "GraphicsContextBase",
    ) -> list[Mark]:
        """Make the marks of a collection ready; lines that stand at one place each are cut."""
        is_line = not (inks.fills or gc.get_hatch() or any(places[1:]))
        is_line = is_line and (not places or places[0] == (0.0, 0.0))
        marks = []
        for path, matrix in shapes:
            segments = self._segments(path, matrix, gc, is_line=is_line)
            self._sheet.spend(len(segments), self.what)
            marks.append(mark_of(segments, inks.widest))
        return marks

    def collection(
        self,
        marks: Sequence[Mark],
        places: list[Place | None],
        inks: Inks,
        gc: "GraphicsContextBase",
        hatches: Any,
    ) -> None:
        """Paint items of which each may be another."""
        clip = self._clips.of(gc)
        items, seen = Collection(marks, places, inks), self._clips.seen(clip)
        if not gc.get_hatch():
            for item in items.painted(seen):
                self._sheet.add(item, clip)
            return
        given = hatches is not None and len(hatches)
        lines = colours_of(hatches) if given else [hatch_of(gc)]
        for number, (mark, place, ink) in enumerate(items.each(seen)):
            own = lines[number % len(lines)]
            self._area(moved(mark.path, *place), ink, gc, clip, own)

    def cells(self, coordinates: Any, matrix: "Matrix", inks: Inks, clip: Clip | None) -> None:
        """Paint the cells of a grid."""
        for number, cell in enumerate(quads(coordinates, matrix)):
            ink = inks[number]
            if cell and ink is not None:
                self._sheet.add(ink.shape(cell), clip)

    def mesh(self, triangles: Any, colours: Any, matrix: "Matrix", clip: Clip | None) -> None:
        """Paint triangles whose colours run into each other; all are opaque."""
        points = triangles.reshape(-1, 2) @ matrix[:2, :2].T + matrix[:2, 2]
        told = colours_of(colours.reshape(-1, 4))
        vertices = [
            Vertex(x, y, colour[0])
            for (x, y), colour in zip(points.tolist(), told, strict=True)
            if colour is not None
        ]
        self._sheet.add(Mesh(tuple(vertices)), clip)

    def _area(
        self,
        segments: tuple[Segment, ...],
        ink: Ink | None,
        gc: "GraphicsContextBase",
        clip: Clip | None,
        lines: tuple[str, float] | None,
    ) -> None:
        pattern = gc.get_hatch()
        if not segments:
            return
        if not pattern or lines is None:
            self._plain(segments, ink, clip)
            return
        if ink is not None and ink.fill is not None:
            self._plain(segments, Ink(ink.fill, ink.fill_alpha, None, 1.0), clip)
        width = float(gc.get_hatch_linewidth())
        item = hatched(segments, pattern, *lines, width, clip or self._clips.page)
        if item is not None:
            self._sheet.spend(len(segments), self.what)
            self._sheet.add(item, clip)
        if ink is not None and ink.stroke is not None:
            self._plain(segments, ink._replace(fill=None), clip)

    def _plain(self, segments: tuple[Segment, ...], ink: Ink | None, clip: Clip | None) -> None:
        if ink is not None:
            self._sheet.spend(len(segments), self.what)
            self._sheet.add(ink.shape(segments), clip)


def whole_triangles(triangles: Any, colours: Any) -> "tuple[Any, Any]":
    """Leave out triangles with a corner that is no number."""
    points = np.asarray(triangles, dtype=float)
    is_finite = np.isfinite(points).all(axis=(1, 2))
    return points[is_finite], np.asarray(colours, dtype=float)[is_finite]
