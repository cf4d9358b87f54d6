"""Lines as they lie on a chart: their points, where they are broken, how they end."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Literal

from msgspec import Struct

from briefing.charts.amounts import ends_of
from briefing.charts.axes.dates import year_of
from briefing.charts.axes.scale import Axis, Linear
from briefing.charts.colours import WHITE
from briefing.charts.look import Ink
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import Point, circle, marker, polygon, polyline, strokes
from briefing.model.chart import Line, LinePoint
from briefing.model.drawing import Shape

_GAP = 1.6  # of the usual distance between two points
_MANY = 4  # one gap in so many steps

# In points.
_RADIUS = 1.9  # of the marker at the end, beside half the line's width
_SMALL = 0.75  # of that, for points between
_EDGE, _HALO = 0.9, 1.0  # white around a marker, around a highlighted line
_DOTTED, _DOTS = 0.8, (0.9, 1.7)
_CAP = 2.4  # half the end of a whisker
_ARROW, _BARB = 6.0, 2.2


def find_gaps(places: Sequence[float]) -> list[bool]:
    """Tell which neighbours have periods without data between them.

    The usual distance is the line's own (the median), so a survey of every fourth year has no
    gaps.
    """
    distances = [after - before for before, after in pairwise(places)]
    steps = sorted(distance for distance in distances if distance > 0)
    if not steps:
        return [False] * len(distances)
    usual = steps[(len(steps) - 1) // 2]
    return [distance > _GAP * usual for distance in distances]


def told_gaps(points: Sequence[LinePoint]) -> list[tuple[str, str]]:
    """Name the periods around each gap of which there is something to say."""
    gaps = find_gaps([year_of(point.date) for point in points])
    return [
        (before.label, after.label)
        for (before, after), gap in zip(pairwise(points), gaps, strict=True)
        if gap and not after.after_untold
    ]


class Spot(Struct, frozen=True):
    """A point of a line, placed.

    Attributes:
        top: Of its range; equal to `y` where it has none.
        bottom: Likewise.
        open: -1 where it is only known to lie below, 1 above, 0 otherwise.
    """

    x: float
    y: float
    top: float
    bottom: float
    open: int


class Track(Struct, frozen=True):
    """A line, placed.

    Attributes:
        gaps: One fewer than spots: whether data are missing before the next.
        silent: Numbers of those gaps that nothing bridges, as nothing is said of them.
    """

    spots: tuple[Spot, ...]
    gaps: tuple[bool, ...]
    ink: Ink
    highlighted: bool
    silent: frozenset[int] = frozenset()

    @property
    def courses(self) -> list[list[Point]]:
        """Where a label should not stand: its points and the ends of its ranges, joined."""
        courses = [[(spot.x, spot.y) for spot in self.spots]]
        if any(spot.top != spot.bottom for spot in self.spots):
            courses.append([(spot.x, spot.top) for spot in self.spots])
            courses.append([(spot.x, spot.bottom) for spot in self.spots])
        return courses

    def stretches(self) -> list[tuple[Spot, ...]]:
        """Cut at the gaps."""
        found, start = [], 0
        for number, gap in enumerate(self.gaps, start=1):
            if gap:
                found.append(self.spots[start:number])
                start = number
        return [*found, self.spots[start:]]


def place_line(line: Line, places: Sequence[float], ink: Ink, across: Linear, up: Axis) -> Track:
    """Place a line whose points stand at the years `places`."""
    spots = []
    for point, place in zip(line.points, places, strict=True):
        low, high = ends_of(point.amount)
        y = up.at(point.amount.best)
        top, bottom = y if high is None else up.at(high), y if low is None else up.at(low)
        open_to = -1 if low is None else 1 if high is None else 0
        spots.append(Spot(across.at(place), y, top, bottom, open_to))
    silent = frozenset(at for at, point in enumerate(line.points[1:]) if point.after_untold)
    return Track(tuple(spots), tuple(find_gaps(places)), ink, line.highlighted, silent)


def paint_bands(track: Track) -> list[Item]:
    """Fill what lies between the ends of ranges that follow each other."""
    items: list[Item] = []
    for run in _ranges(track):
        if len(run) > 1:
            upper = [(spot.x, spot.top) for spot in run]
            lower = [(spot.x, spot.bottom) for spot in reversed(run)]
            items.append(Shape(polygon(upper + lower), fill=track.ink.tint))
    return items


def paint_line(track: Track) -> list[Item]:
    """Draw a line, dotted where data are missing; a highlighted one stands clear of the others.

    What is untold leaves a gap.
    """
    ink, stretches = track.ink, track.stretches()
    path = [
        segment
        for stretch in stretches
        if len(stretch) > 1
        for segment in polyline([(spot.x, spot.y) for spot in stretch])
    ]
    items: list[Item] = []
    links = [
        ((before.x, before.y), (after.x, after.y))
        for number, (before, after) in enumerate(pairwise(track.spots))
        if track.gaps[number] and number not in track.silent
    ]
    if links:
        items.append(Shape(strokes(links), stroke=ink.colour, width=_DOTTED, dash=_DOTS))
    if path and track.highlighted:
        items.append(Shape(tuple(path), stroke=WHITE, width=ink.width + 2 * _HALO, cap="round"))
    if path:
        cap: Literal["butt", "round"] = "butt" if ink.dash else "round"
        items.append(Shape(tuple(path), stroke=ink.colour, width=ink.width, dash=ink.dash, cap=cap))
    for run in _ranges(track):
        if len(run) == 1:
            items.append(_whisker(run[0], ink))
    return items


def paint_spots(track: Track) -> list[Item]:
    """Mark the last point and those that are bounds, and what is known beside gaps.

    Where gaps are many, every point is marked, lest a bend without a mark look like less.
    """
    ink, last = track.ink, len(track.spots) - 1
    scattered = 0 < len(track.gaps) <= _MANY * sum(track.gaps)
    radius = _RADIUS + ink.width * 0.5
    items: list[Item] = []
    for number, spot in enumerate(track.spots):
        if spot.open:
            items.append(_arrow(spot, ink, radius))
        if number == last:
            path = marker(ink.marker, spot.x, spot.y, radius + _EDGE / 2)
        elif scattered or spot.open or any(track.gaps[max(number - 1, 0) : number + 1]):
            path = circle(spot.x, spot.y, radius * _SMALL)
        else:
            continue
        if spot.open:
            items.append(Shape(path, fill=WHITE, stroke=ink.colour, width=1.1))
        else:
            items.append(Shape(path, fill=ink.colour, stroke=WHITE, width=_EDGE))
    return items


def _ranges(track: Track) -> list[tuple[Spot, ...]]:
    """Find the spots that are ranges, those that follow each other together."""
    return [
        tuple(run)
        for stretch in track.stretches()
        for ranged, run in groupby(stretch, key=lambda spot: spot.top != spot.bottom)
        if ranged
    ]


def _whisker(spot: Spot, ink: Ink) -> Shape:
    """Draw a range that stands alone."""
    path = strokes(
        [
            ((spot.x, spot.top), (spot.x, spot.bottom)),
            ((spot.x - _CAP, spot.top), (spot.x + _CAP, spot.top)),
            ((spot.x - _CAP, spot.bottom), (spot.x + _CAP, spot.bottom)),
        ]
    )
    return Shape(path, stroke=ink.colour, width=1.1)


def _arrow(spot: Spot, ink: Ink, radius: float) -> Shape:
    """Point to where the true value lies."""
    way = -spot.open  # y grows downwards
    foot, tip = spot.y + way * radius, spot.y + way * (radius + _ARROW)
    barb = tip - way * _BARB
    path = strokes(
        [
            ((spot.x, foot), (spot.x, tip)),
            ((spot.x - _BARB, barb), (spot.x, tip)),
            ((spot.x + _BARB, barb), (spot.x, tip)),
        ]
    )
    return Shape(path, stroke=ink.colour, width=1.1)
