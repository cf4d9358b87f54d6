"""Rectangles, circles and the like, as paths (SVG 1.1, 9)."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from briefing.load.pictures.svg.numbers import FaultError, read_length, read_numbers
from briefing.load.pictures.svg.paths import arc, read_path
from briefing.model.drawing import Segment

GEOMETRY: Mapping[str, tuple[str, ...]] = {
    "path": ("d",),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
}
"""What is drawn, and the attributes that say how large and where."""


class ShapeError(Exception):
    """A shape that cannot be drawn, for what one attribute says.

    Attributes:
        attribute: Its name.
        fault: In its value.
    """

    def __init__(self, attribute: str, fault: FaultError) -> None:
        super().__init__(fault.message)
        self.attribute = attribute
        self.fault = fault


def read_shape(kind: str, given: Mapping[str, str]) -> list[Segment]:
    """Read one of the elements in `GEOMETRY`; empty where it has no extent.

    Raises:
        ShapeError: An attribute cannot be read.
    """
    return _READ[kind](given)


def _path(given: Mapping[str, str]) -> list[Segment]:
    try:
        return read_path(given.get("d", ""))
    except FaultError as fault:
        raise ShapeError("d", fault) from fault


def _rect(given: Mapping[str, str]) -> list[Segment]:
    x, y = _length(given, "x"), _length(given, "y")
    width, height = _extent(given, "width"), _extent(given, "height")
    if not width or not height:
        return []
    rx = _radius(given, "rx", "ry", width)
    ry = _radius(given, "ry", "rx", height)
    right, bottom = x + width, y + height
    if not rx or not ry:
        return [("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",)]
    sides = (
        ((x + rx, y), (right - rx, y), (right, y + ry)),
        ((right, y + ry), (right, bottom - ry), (right - rx, bottom)),
        ((right - rx, bottom), (x + rx, bottom), (x, bottom - ry)),
        ((x, bottom - ry), (x, y + ry), (x + rx, y)),
    )
    path: list[Segment] = [("M", x + rx, y)]
    for start, end, corner in sides:
        if end != start:
            path.append(("L", *end))
        path += arc(end, corner, (rx, ry), 0, large=False, sweep=True)
    return [*path, ("Z",)]


def _radius(given: Mapping[str, str], name: str, other: str, side: float) -> float:
    """A corner's radius: the other one where it is not given, and at most half of the side."""
    missing = given.get(name, "auto").strip() == "auto"
    source = other if missing else name
    if given.get(source, "auto").strip() == "auto":
        return 0.0
    return min(_extent(given, source), side / 2)


def _circle(given: Mapping[str, str]) -> list[Segment]:
    radius = _extent(given, "r")
    return _oval(_length(given, "cx"), _length(given, "cy"), radius, radius)


def _ellipse(given: Mapping[str, str]) -> list[Segment]:
    radii = _extent(given, "rx"), _extent(given, "ry")
    return _oval(_length(given, "cx"), _length(given, "cy"), *radii)


def _oval(x: float, y: float, rx: float, ry: float) -> list[Segment]:
    if not rx or not ry:
        return []
    corners = [(x + rx, y), (x, y + ry), (x - rx, y), (x, y - ry), (x + rx, y)]
    path: list[Segment] = [("M", x + rx, y)]
    for start, end in pairwise(corners):
        path += arc(start, end, (rx, ry), 0, large=False, sweep=True)
    return [*path, ("Z",)]


def _line(given: Mapping[str, str]) -> list[Segment]:
    start = _length(given, "x1"), _length(given, "y1")
    return [("M", *start), ("L", _length(given, "x2"), _length(given, "y2"))]


def _polyline(given: Mapping[str, str]) -> list[Segment]:
    text = given.get("points", "")
    try:
        numbers = read_numbers(text)
    except FaultError as fault:
        raise ShapeError("points", fault) from fault
    if len(numbers) % 2:
        message = f"{len(numbers)} numbers do not make points"
        raise ShapeError("points", FaultError(0, message, "each point has two"))
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [("M", *point) if at == 0 else ("L", *point) for at, point in enumerate(points)]


def _polygon(given: Mapping[str, str]) -> list[Segment]:
    path = _polyline(given)
    return [*path, ("Z",)] if path else []


_READ: Mapping[str, Callable[[Mapping[str, str]], list[Segment]]] = {
    "path": _path, "rect": _rect, "circle": _circle, "ellipse": _ellipse, "line": _line,
    "polyline": _polyline, "polygon": _polygon,
}  # fmt: skip


def _length(given: Mapping[str, str], name: str) -> float:
    try:
        return read_length(given.get(name, "0"))
    except FaultError as fault:
        raise ShapeError(name, fault) from fault


def _extent(given: Mapping[str, str], name: str) -> float:
    length = _length(given, name)
    if length < 0:
        raise ShapeError(name, FaultError(0, f"{given[name]!r} is less than 0"))
    return length
