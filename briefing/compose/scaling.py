"""Drawings in another size: as wide as a place, or over the whole of an area."""

from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from briefing.model.drawing import (
    Bitmap,
    Clipped,
    Drawing,
    Label,
    Mesh,
    Painted,
    Segment,
    Shape,
    Stamped,
)
from briefing.units import Pt


def scaled(drawing: Drawing, width: Pt) -> Drawing:
    """Give a drawing another width; its height, strokes and letters change with it."""
    if drawing.width == width:
        return drawing
    factor = width / drawing.width
    items = tuple([_moved(item, factor) for item in drawing.items])
    return replace(drawing, width=width, height=Pt(drawing.height * factor), items=items)


def filling(drawing: Drawing, width: Pt, height: Pt) -> Drawing:
    """Let a drawing cover an area: as large as it must be, in the middle, cut at the edges."""
    factor = max(width / drawing.width, height / drawing.height)
    x, y = (width - drawing.width * factor) / 2, (height - drawing.height * factor) / 2
    items: list[Painted] = []
    moved = [_moved(item, factor, x, y) for item in drawing.items]
    for is_cut, group in groupby(moved, lambda item: isinstance(item, Clipped)):
        if is_cut:
            items += [_cut(item, width, height) for item in group if isinstance(item, Clipped)]
        else:
            items.append(Clipped(tuple(group), 0.0, 0.0, width, height))
    return replace(drawing, width=width, height=height, items=tuple(items))


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
