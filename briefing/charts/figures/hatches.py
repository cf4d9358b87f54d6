"""Hatches: tiles with a pattern, set side by side within a shape."""

from functools import lru_cache
from math import ceil, floor

from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from briefing.charts.figures.paths import box_of, downwards, segments_of
from briefing.charts.figures.sheet import Clip
from briefing.model.drawing import Clipped, Painted, Segment, Shape, Stamped
from briefing.model.style import Colour

_SIDE = 72.0  # points: an inch, as other back-ends of matplotlib have it
MAX_TILES = 64  # kept


def hatched(
    inside: tuple[Segment, ...],
    pattern: str,
    colour: Colour,
    alpha: float,
    width: float,
    bounds: Clip,
) -> Clipped | None:
    """Hatch a shape; tiles hang from the figure's top left corner.

    Args:
        inside: The shape.
        pattern: As matplotlib writes it, such as ``"//."``.
        colour: Of all lines and areas of the pattern.
        alpha: Likewise.
        width: Of its lines.
        bounds: What can be seen at all.
    """
    left, top, right, bottom = box_of(inside)
    left, right = max(left, bounds.x), min(right, bounds.x + bounds.width)
    top, bottom = max(top, bounds.y), min(bottom, bounds.y + bounds.height)
    if left >= right or top >= bottom:
        return None
    tile = Shape(_tile(pattern), colour, colour, width, fill_alpha=alpha, stroke_alpha=alpha)
    places = tuple(
        [
            (across * _SIDE, down * _SIDE)
            for down in range(floor(top / _SIDE), ceil(bottom / _SIDE))
            for across in range(floor(left / _SIDE), ceil(right / _SIDE))
        ]
    )
    items: tuple[Painted, ...] = (Stamped(tile, places),)
    if alpha < 1:  # tiles reach over each other
        items = tuple([_cut_tile(tile, *place) for place in places])
    return Clipped(items, left, top, right - left, bottom - top, inside)


def _cut_tile(tile: Shape, x: float, y: float) -> Clipped:
    return Clipped((Stamped(tile, ((x, y),)),), x, y, _SIDE, _SIDE)


@lru_cache(maxsize=MAX_TILES)
def _tile(pattern: str) -> tuple[Segment, ...]:
    path = Path.hatch(pattern)
    return () if path is None else segments_of(path, downwards(Affine2D().scale(_SIDE), _SIDE))
