"""Drawings in another size: as wide as a place, or over the whole of an area."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from math import ceil, floor
from typing import assert_never

from msgspec.structs import replace

from briefing.model.drawing import (
    Bitmap,
    Clipped,
    Drawing,
    Label,
    Mesh,
    Painted,
    Raster,
    Segment,
    Shape,
    Stamped,
    Window,
)
from briefing.units import Pt

_NEARLY = 1e-6  # of a picture element, by which numbers may be off


def scaled(drawing: Drawing, width: Pt) -> Drawing:
    """Give a drawing another width; its height, strokes and letters change with it."""
    if drawing.width == width:
        return drawing
    factor = width / drawing.width
    items = tuple([_moved(item, factor) for item in drawing.items])
    return replace(drawing, width=width, height=Pt(drawing.height * factor), items=items)


def filling(drawing: Drawing, width: Pt, height: Pt) -> Drawing:
    """Let a drawing cover an area: as large as it must be, in the middle, cut at the edges.

    What lies wholly beyond them is left out, for readers of a file could show it.
    """
    factor = max(width / drawing.width, height / drawing.height)
    x, y = (width - drawing.width * factor) / 2, (height - drawing.height * factor) / 2
    items: list[Painted] = []
    moved = _within([_moved(item, factor, x, y) for item in drawing.items], width, height)
    for is_cut, group in groupby(moved, lambda item: isinstance(item, Clipped)):
        if is_cut:
            items += [_cut(item, width, height) for item in group if isinstance(item, Clipped)]
        else:
            items.append(Clipped(tuple(group), 0.0, 0.0, width, height))
    return replace(drawing, width=width, height=height, items=tuple(items))


def _within(items: Iterable[Painted], width: float, height: float) -> Iterator[Painted]:
    """Leave out what lies beyond an area at the origin: whole shapes, and elements of bitmaps."""
    for item in items:
        match item:
            case Bitmap():
                if -item.width < item.x < width and -item.height < item.y < height:
                    yield _trimmed(item, width, height)
            case Shape() if _is_beyond(item, width, height):
                pass
            case Clipped():
                yield replace(item, items=tuple(_within(item.items, width, height)))
            case _:
                yield item


def _trimmed(item: Bitmap, width: float, height: float) -> Bitmap:
    raster = item.raster
    across, down = item.width / raster.width, item.height / raster.height  # of one element
    left, right = _seen(item.x / across, width / across, raster.width)
    top, bottom = _seen(item.y / down, height / down, raster.height)
    if (left, top, right, bottom) == (0, 0, raster.width, raster.height):
        return item
    x, y = item.x + left * across, item.y + top * down
    part = _part(raster, (left, top, right, bottom))
    return Bitmap(part, x, y, part.width * across, part.height * down)


def _seen(start: float, extent: float, count: int) -> tuple[int, int]:
    """The first of so many elements that an extent from 0 shows, and the one behind the last."""
    first = min(max(floor(-start + _NEARLY), 0), count - 1)
    return first, max(min(ceil(extent - start - _NEARLY), count), first + 1)


@lru_cache(maxsize=64)
def _part(raster: Raster, window: Window) -> Raster:
    """Give the same object for the same part: what is made of it is remembered by that."""
    width, height = window[2] - window[0], window[3] - window[1]
    return replace(raster, width=width, height=height, window=window)


def _is_beyond(shape: Shape, width: float, height: float) -> bool:
    tip = shape.miter if shape.join == "miter" else 0.0
    reach = shape.width / 2 * max(1.5, tip) if shape.stroke is not None else 0.0
    ends = [number for segment in shape.path for number in segment[1:]]
    xs, ys = ends[::2], ends[1::2]
    return (
        max(xs) + reach < 0
        or min(xs) - reach > width
        or max(ys) + reach < 0
        or min(ys) - reach > height
    )


def _cut(item: Clipped, width: float, height: float) -> Clipped:
    """Leave of what is seen only what lies in an area at the origin."""
    left, top = max(item.x, 0.0), max(item.y, 0.0)
    right, bottom = min(item.x + item.width, width), min(item.y + item.height, height)
    across, down = max(right - left, 0.0), max(bottom - top, 0.0)
    return replace(item, x=left, y=top, width=across, height=down)


def _moved(item: Painted, factor: float, x: float = 0.0, y: float = 0.0) -> Painted:
    """Scale an item from the origin, and then move it."""
    match item:
        case Shape():
            return _shape(item, factor, x, y)
        case Label():
            return _label(item, factor, x, y)
        case Stamped(shape=shape, at=at):
            places = tuple([(across * factor + x, down * factor + y) for across, down in at])
            return Stamped(_shape(shape, factor, 0.0, 0.0), places)
        case Mesh(vertices=vertices):
            corners = [replace(v, x=v.x * factor + x, y=v.y * factor + y) for v in vertices]
            return Mesh(tuple(corners))
        case Bitmap() | Clipped():
            placed = replace(
                item,
                x=item.x * factor + x,
                y=item.y * factor + y,
                width=item.width * factor,
                height=item.height * factor,
            )
            if isinstance(placed, Bitmap):
                return placed
            items = tuple([_moved(one, factor, x, y) for one in placed.items])
            return replace(placed, items=items, path=_path(placed.path, factor, x, y))
        case _:
            assert_never(item)


def _shape(shape: Shape, factor: float, x: float, y: float) -> Shape:
    return replace(
        shape,
        path=_path(shape.path, factor, x, y),
        width=shape.width * factor,
        dash=tuple([length * factor for length in shape.dash]),
        dash_start=shape.dash_start * factor,
    )


def _label(label: Label, factor: float, x: float, y: float) -> Label:
    style, halo = label.style, label.halo
    return replace(
        label,
        x=label.x * factor + x,
        y=label.y * factor + y,
        style=replace(
            style,
            size=style.size * factor,
            tracking=style.tracking * factor,
            rise=style.rise * factor,
        ),
        halo=halo and replace(halo, width=halo.width * factor),
        tracking=label.tracking * factor,
    )


def _path(path: tuple[Segment, ...], factor: float, x: float, y: float) -> tuple[Segment, ...]:
    return tuple([_segment(segment, factor, x, y) for segment in path])


def _segment(segment: Segment, factor: float, x: float, y: float) -> Segment:
    match segment:
        case ("M", across, down):
            return "M", across * factor + x, down * factor + y
        case ("L", across, down):
            return "L", across * factor + x, down * factor + y
        case ("C", x1, y1, x2, y2, across, down):
            return (
                "C", x1 * factor + x, y1 * factor + y, x2 * factor + x, y2 * factor + y,
                across * factor + x, down * factor + y,
            )  # fmt: skip
        case _:
            return segment
