"""One of many small charts: its line, and what is printed beside it."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.charts.axes.dates import year_of
from briefing.charts.axes.scale import Linear
from briefing.charts.colours import WHITE
from briefing.charts.lettering.labels import ASCENT, DESCENT, cap_height
from briefing.charts.look import Frame, Ink
from briefing.charts.marks.tracks import Track, paint_bands, paint_line, paint_spots, place_line
from briefing.charts.plot import Item, exact_texts
from briefing.charts.shapes.paths import Point, circle, rule
from briefing.charts.shapes.room import Box
from briefing.model.chart import Line, Scale
from briefing.model.drawing import Halo, Label, Shape
from briefing.model.style import TextStyle

# In ems of the names.
_BESIDE = 0.75  # from the last point to its value
_ABOVE = 0.42  # between a line and a value above or below it
_APART = 0.3  # between two values

_DOT = 1.5  # points: radius of the first point
_HALO = Halo(WHITE, 1.6)


class Texts(Struct, frozen=True):
    """What is printed at the ends of a line; empty where there is nothing to print.

    Attributes:
        short: The last value without when it was.
    """

    first: str
    last: str
    short: str


class Panel(Struct, frozen=True):
    """The place of a small chart.

    Attributes:
        area: Of the plot.
        right: Where the room for the last value ends.
        head: Where the name ends.
    """

    number: int
    area: Box
    right: float
    head: float
    across: Linear
    up: Linear
    texts: Texts


def print_ends(line: Line, scale: Scale, last: float) -> Texts:
    """Word the first and the last value; a line that ends before the year `last` says when."""
    if not line.points:
        return Texts("", "", "")
    ends = [line.points[0], line.points[-1]][: len(line.points)]
    texts = exact_texts([(point.amount, point.text) for point in ends], scale)
    end = ends[-1]
    closing = texts[-1] if year_of(end.date) == last else f"{texts[-1]} ({end.label})"
    return Texts(texts[0] if len(texts) > 1 else "", closing, texts[-1])


def paint_panel(panel: Panel, line: Line, ink: Ink, frame: Frame) -> list[Item]:
    """Draw a line with its first and last value, or say that it has no data."""
    if not line.points:
        return _empty(panel, frame)
    places = [year_of(point.date) for point in line.points]
    track = place_line(line, places, ink, panel.across, panel.up)
    items = paint_bands(track) + paint_line(track)
    first = track.spots[0]
    if len(track.spots) > 1 and not first.open:
        dot = circle(first.x, first.y, _DOT)
        items.append(Shape(dot, fill=ink.colour))
    items += paint_spots(track)
    items += _values(panel, track, frame)
    return items


def _empty(panel: Panel, frame: Frame) -> list[Item]:
    area, look = panel.area, frame.look
    middle = (area.top + area.bottom) / 2 + cap_height(look.aside, frame.fonts) / 2
    baseline = rule((area.left, area.bottom), (area.right, area.bottom), look.axis, 0.8)
    centre = (area.left + area.right) / 2
    return [baseline, Label(frame.words.no_data, centre, middle, look.aside, "middle")]


# --- values ------------------------------------------------------------------------------------


def _values(panel: Panel, track: Track, frame: Frame) -> list[Item]:
    """Print the last value beside the last point, the first above or below the first."""
    fonts, size = frame.fonts, frame.look.size
    end, style = track.spots[-1], track.ink.name
    text = panel.texts.last
    wide = fonts.width(text, style)
    if wide > panel.right - panel.area.left:
        text = panel.texts.short
        wide = fonts.width(text, style)
    x = end.x + _BESIDE * size
    if x + wide <= panel.right + 0.01:
        y = end.y + cap_height(style, fonts) / 2
    else:
        x = max(panel.right - wide, panel.area.left)
        y = _clear(x, x + wide, panel, track, style, ())
    last = Box(x, y - ASCENT * size, x + wide, y + DESCENT * size)
    items: list[Item] = [Label(text, x, y, style, halo=_HALO)]
    if not panel.texts.first:
        return items
    style = track.ink.value
    wide = fonts.width(panel.texts.first, style)
    x = max(min(track.spots[0].x, panel.right - wide), panel.area.left)
    y = _clear(x, x + wide, panel, track, style, (last,))
    box = Box(x, y - ASCENT * size, x + wide, y + DESCENT * size)
    if not box.widened(_APART * size).meets(last):
        items.append(Label(panel.texts.first, x, y, style, halo=_HALO))
    return items


def _clear(
    left: float,
    right: float,
    panel: Panel,
    track: Track,
    style: TextStyle,
    taken: Sequence[Box],
) -> float:
    """Find a baseline between two places that is clear of the line: above it, else below."""
    size, area = style.size, panel.area
    heights = _heights(track, left - 1.0, right + 1.0)
    above = min(heights) - (_ABOVE + DESCENT / 2) * size
    below = max(heights) + (_ABOVE + ASCENT) * size
    lowest = area.bottom - DESCENT * size
    highest = panel.head + ASCENT * size
    start = track.spots[0].y
    free = [
        y
        for y in sorted((above, below), key=lambda y: abs(y - start + ASCENT * size / 2))
        if highest <= y <= lowest and not _is_taken(left, right, y, size, taken)
    ]
    return free[0] if free else min(max(above, highest), lowest)


def _is_taken(left: float, right: float, y: float, size: float, taken: Sequence[Box]) -> bool:
    box = Box(left, y - ASCENT * size, right, y + DESCENT * size).widened(_APART * size)
    return any(box.meets(other) for other in taken)


def _heights(track: Track, left: float, right: float) -> list[float]:
    """List how high a line runs between two places, its ranges included."""
    heights: list[float] = []
    for course in track.courses:
        heights += _cut(course, left, right)
    return heights or [track.spots[0].y]


def _cut(course: Sequence[Point], left: float, right: float) -> list[float]:
    found = [y for x, y in course if left <= x <= right]
    for (x, y), (to_x, to_y) in pairwise(course):
        for edge in (left, right):
            if x < edge < to_x:
                found.append(y + (to_y - y) * (edge - x) / (to_x - x))
    return found
