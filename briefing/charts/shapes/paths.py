"""The few shapes that every chart is made of."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from briefing.model.drawing import Segment, Shape
from briefing.model.style import Colour

Point = tuple[float, float]
Path = tuple[Segment, ...]
MarkerKind = Literal["circle", "square", "triangle", "diamond", "wedge", "plus", "cross"]

_ARC = 0.5523  # of the radius: where the controls of a quarter circle stand


def rectangle(left: float, top: float, right: float, bottom: float) -> Path:
    """Draw around an upright rectangle."""
    return (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))


def polyline(points: Iterable[Point]) -> Path:
    """Join points by straight lines."""
    (x, y), *others = points
    return (("M", x, y), *[("L", x, y) for x, y in others])


def polygon(points: Iterable[Point]) -> Path:
    """Join points by straight lines, the last with the first."""
    return (*polyline(points), ("Z",))


def strokes(lines: Iterable[tuple[Point, Point]]) -> Path:
    """Draw many separate straight lines as one path."""
    path: list[Segment] = []
    for (x0, y0), (x1, y1) in lines:
        path += (("M", x0, y0), ("L", x1, y1))
    return tuple(path)


def rule(start: Point, end: Point, colour: Colour, width: float) -> Shape:
    """Draw one straight line."""
    return Shape((("M", *start), ("L", *end)), stroke=colour, width=width)


def circle(x: float, y: float, radius: float) -> Path:
    """Draw around a circle."""
    k = radius * _ARC
    west, east, north, south = x - radius, x + radius, y - radius, y + radius
    return (
        ("M", west, y),
        ("C", west, y - k, x - k, north, x, north),
        ("C", x + k, north, east, y - k, east, y),
        ("C", east, y + k, x + k, south, x, south),
        ("C", x - k, south, west, y + k, west, y),
        ("Z",),
    )


def marker(kind: MarkerKind, x: float, y: float, radius: float) -> Path:
    """Draw around a marker; all kinds look about as large as a circle of `radius`."""
    return _MARKERS[kind](x, y, radius)


def hatching(
    left: float, top: float, right: float, bottom: float, gap: float, *, falling: bool = False
) -> Path:
    """Fill an upright rectangle with lines that rise (or fall) to the right, `gap` apart."""
    height = bottom - top
    first = left - height
    lines: list[tuple[Point, Point]] = []
    for number in range(1, int((right - first) / gap) + 1):
        foot = first + number * gap
        low_x, high_x = max(foot, left), min(foot + height, right)
        if low_x < high_x:
            rise, more = low_x - foot, high_x - foot
            ends = (top + rise, top + more) if falling else (bottom - rise, bottom - more)
            lines.append(((low_x, ends[0]), (high_x, ends[1])))
    return strokes(lines)


def _square(x: float, y: float, radius: float) -> Path:
    half = radius * 0.89
    return rectangle(x - half, y - half, x + half, y + half)


def _regular(corners: Sequence[Point]) -> Callable[[float, float, float], Path]:
    def path(x: float, y: float, radius: float) -> Path:
        return polygon([(x + dx * radius, y + dy * radius) for dx, dy in corners])

    return path


_T = 0.36  # half the thickness of a plus
_PLUS = (
    (-_T, -1.25), (_T, -1.25), (_T, -_T), (1.25, -_T), (1.25, _T), (_T, _T),
    (_T, 1.25), (-_T, 1.25), (-_T, _T), (-1.25, _T), (-1.25, -_T), (-_T, -_T),
)  # fmt: skip
_MARKERS: dict[MarkerKind, Callable[[float, float, float], Path]] = {
    "circle": circle,
    "square": _square,
    "triangle": _regular(((0, -1.25), (1.15, 0.8), (-1.15, 0.8))),
    "diamond": _regular(((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0))),
    "wedge": _regular(((0, 1.25), (1.15, -0.8), (-1.15, -0.8))),
    "plus": _regular(_PLUS),
    "cross": _regular([((x - y) * 0.7071, (x + y) * 0.7071) for x, y in _PLUS]),
}
