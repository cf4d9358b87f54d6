"""The bounds that matplotlib sets to what it draws."""

from math import isfinite
from typing import TYPE_CHECKING, Any

from briefing.charts.figures.paths import Box, downwards, segments_of
from briefing.charts.figures.sheet import Clip
from briefing.model.drawing import Segment

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase


class Clips:
    """Reads bounds from graphics contexts, for one figure.

    Attributes:
        page: The bounds of the figure itself.
    """

    __slots__ = ("_paths", "page")

    def __init__(self, width: float, height: float) -> None:
        self.page = Clip(0.0, 0.0, width, height)
        self._paths: dict[int, tuple[Any, tuple[Segment, ...]]] = {}

    def of(self, gc: "GraphicsContextBase") -> Clip | None:
        """Give the bounds of what is painted next; None where they are the page."""
        page, path = self.page, self._path(gc)
        rectangle: Any = gc.get_clip_rectangle()
        if rectangle is None:
            return page._replace(path=path) if path else None
        x, y, width, height = map(float, rectangle.bounds)
        if not isfinite(x + y + width + height):
            return page._replace(path=path) if path else None
        clip = Clip(x, page.height - y - height, width, height, path)
        is_whole = x <= 0 and y <= 0 and x + width >= page.width and y + height >= page.height
        return None if is_whole and not path else clip

    def seen(self, clip: Clip | None) -> Box:
        """Give the box in which something may be seen."""
        x, y, width, height, _ = clip or self.page
        return x, y, x + width, y + height

    def _path(self, gc: "GraphicsContextBase") -> tuple[Segment, ...]:
        """Neighbours often share one; it is kept, or its identity could pass to another."""
        holder = gc._clippath  # type: ignore[attr-defined]
        if holder is None:
            return ()
        known = self._paths.get(id(holder))
        if known is None:
            path: Any
            path, transform = gc.get_clip_path()
            segments: tuple[Segment, ...] = ()
            if path is not None:
                segments = segments_of(path, downwards(transform, self.page.height))
            known = self._paths[id(holder)] = holder, segments
        return known[1]
