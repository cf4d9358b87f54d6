"""Figures and names on the countries of a map, or beside them where there is no room."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil, cos, hypot, radians, sin
from typing import Literal

from msgspec import Struct

from briefing.charts.look import Frame
from briefing.charts.maps.interiors import Interior, interior_of
from briefing.charts.maps.layers import Shown
from briefing.charts.maps.lettering import Lines, Sheet, measure, measure_halved, smaller
from briefing.charts.maps.tints import INK, WHITE
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import Point, circle, strokes
from briefing.charts.shapes.room import Box
from briefing.model.chart import Area
from briefing.model.drawing import Halo, Shape
from briefing.model.style import Colour, TextStyle

_ALL_NAMED = 14  # figures: of more, only those that have room are printed, and those picked out
_SIZES = (1.0, 0.9, 0.8)  # of names
_LINE = 1.16  # ems: from a name to its figure
_REACHES = (8, 14, 20, 27, 35, 45, 57, 71, 88, 110)  # points from a country to a name beside it
_ROUND = [(cos(radians(angle)), -sin(radians(angle))) for angle in range(0, 360, 20)]
_ALIKE = 8.0  # points in which widths of names may differ
_EDGE = 2.0  # points between a name and the frame
# Points of way that it costs to stand on another country, or its own; and to run through another,
# at each of some shares of the way.
_OVER, _OVER_OWN, _THROUGH = 150.0, 40.0, 8.0
_WAYS = (0.25, 0.5, 0.75, 1.0)
_NO = 1000.0  # the cost of not being there at all
_DOTTED = 20.0  # square points: smaller countries have no dot at the end of their line
_GAP = 3.0  # points between a name and its figure, and around both

Labels = Literal["values", "names", "none"]


class Tagged(Struct, frozen=True, eq=False):
    """A country with its figure.

    Attributes:
        ink: What can be read on it.
        halo: Around letters on it; None for none.
    """

    area: Area
    shown: Shown
    ink: Colour
    halo: Colour | None


class _Tag(Struct, frozen=True):
    """A name over its figure, or one of them, or both in one line.

    Attributes:
        offsets: Of the middle of each from the middle of all.
    """

    parts: tuple[Lines, ...]
    offsets: tuple[Point, ...]
    width: float
    height: float

    def box(self, x: float, y: float) -> Box:
        half, tall = self.width / 2, self.height / 2
        return Box(x - half, y - tall, x + half, y + tall)


def set_tags(places: Sequence[Tagged], labels: Labels, box: Box, frame: Frame) -> list[Item]:
    """Print names and figures: on countries, else beside those that few maps have or are picked."""
    if labels == "none":
        return []
    sheet = Sheet(box)
    few = len(places) <= _ALL_NAMED
    beside: list[Tagged] = []
    for place in sorted(places, key=lambda place: -place.shown.area):
        if not _set_on(place, labels, sheet, frame, few=few) and (few or place.area.highlighted):
            beside.append(place)
    if not beside:
        return [*sheet.labels]
    tried = [
        _arranged(sorted(beside, key=order), labels, sheet.copy(), frame, places)
        for order in (_ORDERS if len(beside) > 1 else _ORDERS[:1])
    ]
    best = min(tried, key=lambda one: one.cost)
    return [*best.items, *best.sheet.labels]


def _by_size(place: Tagged) -> float:
    return place.shown.area


def _by_height(place: Tagged) -> float:
    return place.shown.box.top


def _by_side(place: Tagged) -> float:
    return place.shown.box.left


def _by_other_side(place: Tagged) -> float:
    return -place.shown.box.right


_ORDERS = (_by_size, _by_height, _by_side, _by_other_side)


def _set_on(place: Tagged, labels: Labels, sheet: Sheet, frame: Frame, *, few: bool) -> bool:
    interior = interior_of(place.shown)
    halo = Halo(place.halo, 1.2) if place.halo else None
    box = place.shown.box
    if box.bottom - box.top < _SIZES[-1] * frame.look.size:
        return False
    for tag in _ways(place, labels, frame, few=few):
        for x, y in interior.spots(tag.width + _GAP, tag.height + _GAP):
            if sheet.is_free(tag.box(x, y)):
                _place(tag, x, y, sheet, halo)
                return True
    return False


def _place(tag: _Tag, x: float, y: float, sheet: Sheet, halo: Halo | None) -> None:
    for part, (dx, dy) in zip(tag.parts, tag.offsets, strict=True):
        sheet.labels += part.set(x + dx, y + dy, halo)
    sheet.take(tag.box(x, y).widened(0.8))


def _ways(place: Tagged, labels: Labels, frame: Frame, *, few: bool) -> Iterator[_Tag]:
    """List ways to print it, the best first; of many figures, most stand without names."""
    look, area = frame.look, place.area
    for size in _SIZES:
        name_style = smaller(look.strong_name if area.highlighted else look.name, size, place.ink)
        value = _value(place, smaller(look.strong_value, size, place.ink), frame)
        if not few and labels == "values":
            yield _Tag((value,), ((0.0, 0.0),), value.width, value.height)
            continue
        names = (
            measure(area.label, name_style, frame),
            measure_halved(area.label, name_style, frame),
        )
        for name in filter(None, names):
            if labels == "names":
                yield _Tag((name,), ((0.0, 0.0),), name.width, name.height)
            else:
                yield _stacked(name, value)


def _value(place: Tagged, style: TextStyle, frame: Frame) -> Lines:
    if place.area.amount is None:
        aside = smaller(frame.look.aside, style.size / frame.look.aside.size, place.ink)
        return measure(frame.words.no_data, aside, frame)
    return measure(place.area.text, style, frame)


def _stacked(name: Lines, value: Lines) -> _Tag:
    step = (_LINE - 1.0) * value.style.size
    height = name.height + step + value.height
    return _Tag(
        (name, value),
        ((0.0, (name.height - height) / 2), (0.0, (height - value.height) / 2)),
        max(name.width, value.width),
        height,
    )


def _in_line(place: Tagged, labels: Labels, frame: Frame) -> _Tag:
    look, area = frame.look, place.area
    style = look.strong_name if area.highlighted else look.name
    name = measure(area.label, smaller(style, 1.0, INK), frame)
    if labels == "names":
        return _Tag((name,), ((0.0, 0.0),), name.width, name.height)
    colour = look.strong_value.colour if area.highlighted else INK
    if area.amount is None:
        value = measure(frame.words.no_data, look.aside, frame)
    else:
        value = measure(area.text, smaller(look.strong_value, 1.0, colour), frame)
    width = name.width + _GAP + value.width
    left = (name.width - width) / 2
    # Both stand on one line, whatever hangs below it.
    level = (name.ascent - name.height / 2) - (value.ascent - value.height / 2)
    return _Tag(
        (name, value),
        ((left, 0.0), ((width - value.width) / 2, level)),
        width,
        max(name.height, value.height),
    )


# --- beside ------------------------------------------------------------------------------------


class _Arranged(Struct, frozen=True, eq=False):
    """Names beside countries, and how bad the whole of it is."""

    sheet: Sheet
    items: list[Item]
    cost: float


def _arranged(
    beside: Sequence[Tagged], labels: Labels, sheet: Sheet, frame: Frame, places: Sequence[Tagged]
) -> _Arranged:
    """Place one after another; those that find no room are left out."""
    interiors = tuple([interior_of(place.shown) for place in places])
    items: list[Item] = []
    total = 0.0
    for place in beside:
        tag = _in_line(place, labels, frame)
        cost, middle, line = _cheapest(place, tag, sheet, interiors)
        if cost >= _NO and len(tag.parts) > 1:
            tag = _stacked(*tag.parts)
            cost, middle, line = _cheapest(place, tag, sheet, interiors)
        total += cost
        if cost >= _NO:
            continue
        sheet.take_line(line)
        _place(tag, *middle, sheet, Halo(WHITE, 1.2))
        items += _leader(line, dotted=place.shown.area > _DOTTED)
    return _Arranged(sheet, items, total)


def _cheapest(
    place: Tagged, tag: _Tag, sheet: Sheet, interiors: tuple[Interior, ...]
) -> tuple[float, Point, tuple[Point, Point]]:
    """Find where it stands near the country and off the others, with a free way to it."""
    start = _inside(interior_of(place.shown))
    # Names of about one width share their places, so that each brief need not judge its own.
    width = ceil(tag.width / _ALIKE) * _ALIKE
    for cost, across, (right, y) in _judged(
        interior_of(place.shown), interiors, width, tag.height, sheet.frame
    ):
        x = right - across * (width - tag.width) / 2
        room = tag.box(x, y)
        line = start, _end(room, start)
        if sheet.is_free(room.widened(1.0)) and not sheet.crosses(line):
            return cost, (x, y), line
    return _NO, start, (start, start)


@lru_cache(maxsize=256)
def _judged(
    own: Interior, interiors: tuple[Interior, ...], width: float, height: float, frame: Box
) -> list[tuple[float, float, Point]]:
    """List all places around a country, the cheapest first, and how far to the right they lie."""
    start = _inside(own)
    x, y = start
    others = [each for each in interiors if each is not own]
    half, tall = width / 2, height / 2
    inner = frame.widened(-_EDGE)
    found = []
    for reach in _REACHES:
        for across, down in _ROUND:
            middle = x + across * (reach + half), y + down * (reach + tall)
            room = Box(middle[0] - half, middle[1] - tall, middle[0] + half, middle[1] + tall)
            if inner.holds(room):
                end = _end(room, start)
                cost = hypot(end[0] - x, end[1] - y) + _over(room, start, end, own, others)
                found.append((cost, across, middle))
    return sorted(found)


def _over(room: Box, start: Point, end: Point, own: Interior, others: Sequence[Interior]) -> float:
    """Judge what a name, and the line to it, stands on: least on the country itself."""
    (x, y), (to_x, to_y) = start, end
    cost = _OVER_OWN * own.share(room) if own.box.meets(room) else 0.0
    for each in others:
        if each.box.meets(room):
            cost += _OVER * each.share(room)
        for way in _WAYS:
            if each.holds(x + (to_x - x) * way, y + (to_y - y) * way):
                cost += _THROUGH
    return cost


def _inside(area: Interior) -> Point:
    spots, box = area.spots(1.0, 1.0), area.box
    return spots[0] if spots else ((box.left + box.right) / 2, (box.top + box.bottom) / 2)


def _leader(line: tuple[Point, Point], *, dotted: bool) -> list[Item]:
    """Draw a line to a country, with a dot in it, unless it is hardly larger than that."""
    (x, y), _ = line
    dot = [Shape(circle(x, y, 1.3), fill=INK, stroke=WHITE, width=0.5)] if dotted else []
    return [
        Shape(strokes([line]), stroke=WHITE, width=1.8, stroke_alpha=0.8),
        Shape(strokes([line]), stroke=INK, width=0.6),
        *dot,
    ]


def _end(room: Box, start: Point) -> Point:
    """Find the point of a box that is nearest to another."""
    x = min(max(start[0], room.left - 1.0), room.right + 1.0)
    y = min(max(start[1], room.top - 0.5), room.bottom + 0.5)
    return x, y
