"""The picture of a slope chart: two axes, lines between, labels at both sides."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.amounts import ends_of
from briefing.charts.axes.filled import fill
from briefing.charts.axes.scale import Linear
from briefing.charts.colours import WHITE, mix, readable
from briefing.charts.kinds.slopes.course import Course, Way, courses_of
from briefing.charts.kinds.slopes.tags import Side, Tag, measure_tags, set_tag
from briefing.charts.lettering.labels import Block, set_block, spread, wrap
from briefing.charts.look import Frame, Ink, Look
from briefing.charts.marks.tracks import Spot, Track, paint_bands, paint_line, paint_spots
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import rule
from briefing.model.chart import Scale, SlopeChart
from briefing.model.country import Amount
from briefing.model.drawing import Label

_PLOT_SHARE = 0.2  # of the width, at least, between the axes

# In ems of the names.
_TAG_GAP, _LEADER_GAP = 0.75, 1.8  # from an axis to its labels, without and with leaders
_MOVED = 0.45  # a label that is moved farther gets a leader
_HEAD_GAP, _HEADS_APART = 0.55, 1.0
_HALF = 0.57  # of a label
_PLOT_LEAST = 6.0
_ZONE_GAP = 0.5  # above what has no data

# In points.
_ARROW_ROOM = 9.0
_LEADER, _DOT, _LABEL_GAP = 0.5, 3.0, 2.0

_DASHES: dict[Way, tuple[float, ...]] = {"fall": (4.6, 2.2), "unsure": (1.2, 1.9)}
_PLAIN_WIDTH, _STRONG_WIDTH = 1.35, 2.3


class _Sides(Struct, frozen=True):
    """Everything placed.

    Attributes:
        axes: The places of both axes, from the left.
        middles: Heights of the labels of both sides.
        gaps: From the axes to the labels.
    """

    axes: tuple[float, float]
    top: float
    bottom: float
    height: float
    up: Linear
    tags: tuple[list[Tag], list[Tag]]
    middles: tuple[list[float], list[float]]
    gaps: tuple[float, float]


def plot_slopes(data: SlopeChart, frame: Frame) -> Plot:
    """Draw lines from one axis to the other."""
    courses = courses_of(data)
    inks = [_ink(course, frame.look) for course in courses]
    room = (1 - _PLOT_SHARE) * frame.width - 2 * _LEADER_GAP * frame.look.size
    tags = measure_tags(courses, inks, room, frame)
    heads, parting = _heads(data, tags, frame)
    sides = _place(courses, data.scale, tags, max(head.height for head in heads), frame)
    items: list[Item] = [
        rule((x, sides.top), (x, sides.bottom), frame.look.grid, 1.0) for x in sides.axes
    ]
    items += _leaders(courses, inks, sides, frame)
    tracks = [_track(course, ink, sides) for course, ink in zip(courses, inks, strict=True)]
    items += _paint(tracks)
    items += _set_heads(heads, parting, sides, frame)
    for number, side in _SIDES:
        x = sides.axes[number] + side * sides.gaps[number]
        for tag, middle in zip(sides.tags[number], sides.middles[number], strict=True):
            items += set_tag(tag, x, middle, side, frame)
    return Plot(items, sides.height)


_SIDES: tuple[tuple[int, Side], ...] = ((0, -1), (1, 1))


def _ink(course: Course, look: Look) -> Ink:
    """Rising lines are solid, falling ones dashed, those that may be either dotted.

    What is highlighted is broken only where that is unsure: the eye is to find it first.
    """
    strong = course.head.highlighted
    colour = look.accent if strong else look.series[0] if course.way == "rise" else look.axis
    text = readable(colour)
    return Ink(
        colour=colour,
        tint=mix(colour, WHITE, 0.78),
        width=_STRONG_WIDTH if strong else _PLAIN_WIDTH,
        dash=() if strong and course.way == "fall" else _DASHES.get(course.way, ()),
        marker="circle",
        name=replace(look.name, colour=text, bold=strong),
        value=replace(look.value, colour=text, bold=strong),
    )


# --- heads -------------------------------------------------------------------------------------


def _heads(
    data: SlopeChart, tags: tuple[list[Tag], list[Tag]], frame: Frame
) -> tuple[list[Block], float]:
    """Set the names of the columns, and find where one must end and the other may begin."""
    gap = _LEADER_GAP * frame.look.size
    left = max(tag.width for tag in tags[0]) + gap
    right = frame.width - max(tag.width for tag in tags[1]) - gap
    parting = (left + right) / 2
    apart = _HEADS_APART * frame.look.size / 2
    rooms = parting - apart, frame.width - parting - apart
    style = replace(frame.look.strong_name, colour=frame.look.name.colour)
    return [
        wrap(column.label, style, room, frame.fonts, frame.words.language)
        for column, room in zip(data.grid.columns, rooms, strict=True)
    ], parting


def _set_heads(heads: Sequence[Block], parting: float, sides: _Sides, frame: Frame) -> list[Label]:
    """Centre each name above its axis, as far as its room allows; feet on one line."""
    apart = _HEADS_APART * frame.look.size / 2
    bounds = (0.0, parting - apart), (parting + apart, frame.width)
    tall = max(head.height for head in heads)
    labels = []
    for head, x, (low, high) in zip(heads, sides.axes, bounds, strict=True):
        half = head.width / 2
        middle = max(min(x, high - half), low + half)
        labels += set_block(head, middle, tall - head.height / 2, frame.fonts, "middle")
    return labels


# --- places ------------------------------------------------------------------------------------


def _place(
    courses: Sequence[Course],
    scale: Scale,
    tags: tuple[list[Tag], list[Tag]],
    head: float,
    frame: Frame,
) -> _Sides:
    size = frame.look.size
    least = max(sum(tag.height for tag in side if tag.known) for side in tags)
    zones = [sum(tag.height for tag in side if not tag.known) for side in tags]
    zone = max(zones) + _ZONE_GAP * size if any(zones) else 0.0
    first = head + _HEAD_GAP * size  # where the labels may begin
    top = first + _HALF * size
    foot = _HALF * size + zone
    bottom = max(frame.height - foot, first + least - _HALF * size, top + _PLOT_LEAST * size)
    inset = _ARROW_ROOM if _is_open(courses) else 0.0
    ends = [end for course in courses for end in course.ends if end]
    up = fill(ends, scale, bottom - inset, top + inset)
    last = bottom + _HALF * size
    middles = [_middles(courses, number, tags[number], up, (first, last)) for number in (0, 1)]
    for number, side in enumerate(tags):
        _stack(side, middles[number], last + _ZONE_GAP * size)
    gaps = [
        (_LEADER_GAP if _any_moved(courses, number, middles[number], up, size) else _TAG_GAP) * size
        for number in (0, 1)
    ]
    left = max(tag.width for tag in tags[0]) + gaps[0]
    right = frame.width - max(tag.width for tag in tags[1]) - gaps[1]
    return _Sides(
        axes=(left, right),
        top=top - _HALF * size,
        bottom=last,
        height=last + zone,
        up=up,
        tags=tags,
        middles=(middles[0], middles[1]),
        gaps=(gaps[0], gaps[1]),
    )


def _middles(
    courses: Sequence[Course],
    number: int,
    tags: Sequence[Tag],
    up: Linear,
    span: tuple[float, float],
) -> list[float]:
    """Spread the labels of one side; those without a point are stacked later."""
    heights = [up.at(end.best) if (end := course.ends[number]) else 0.0 for course in courses]
    order = sorted(
        (at for at, tag in enumerate(tags) if tag.known), key=lambda at: (heights[at], at)
    )
    found = spread([heights[at] for at in order], [tags[at].height for at in order], *span)
    for at, middle in zip(order, found, strict=True):
        heights[at] = middle
    return heights


def _stack(tags: Sequence[Tag], middles: list[float], top: float) -> None:
    """Place below each other what has no point."""
    for number, tag in enumerate(tags):
        if not tag.known:
            middles[number] = top + tag.height / 2
            top += tag.height


def _is_open(courses: Sequence[Course]) -> bool:
    return any(end and None in ends_of(end) for course in courses for end in course.ends)


def _any_moved(
    courses: Sequence[Course], number: int, middles: Sequence[float], up: Linear, size: float
) -> bool:
    return any(
        end is not None and abs(up.at(end.best) - middle) > _MOVED * size
        for end, middle in zip((course.ends[number] for course in courses), middles, strict=True)
    )


# --- marks -------------------------------------------------------------------------------------


def _leaders(
    courses: Sequence[Course], inks: Sequence[Ink], sides: _Sides, frame: Frame
) -> list[Item]:
    """Lead from a point to its label where that does not stand right beside it."""
    items: list[Item] = []
    for number, side in _SIDES:
        x, gap = sides.axes[number], sides.gaps[number]
        for course, ink, middle in zip(courses, inks, sides.middles[number], strict=True):
            end = course.ends[number]
            if end is None:
                continue
            y = sides.up.at(end.best)
            if abs(middle - y) > _MOVED * frame.look.size:
                start, tip = (x + side * _DOT, y), (x + side * (gap - _LABEL_GAP), middle)
                items.append(rule(start, tip, mix(ink.colour, WHITE, 0.3), _LEADER))
    return items


def _track(course: Course, ink: Ink, sides: _Sides) -> Track:
    spots = tuple(
        _spot(end, x, sides.up)
        for end, x in zip(course.ends, sides.axes, strict=True)
        if end is not None
    )
    return Track(spots, (False,) * (len(spots) - 1), ink, course.head.highlighted)


def _spot(amount: Amount, x: float, up: Linear) -> Spot:
    low, high = ends_of(amount)
    y = up.at(amount.best)
    top, bottom = y if high is None else up.at(high), y if low is None else up.at(low)
    return Spot(x, y, top, bottom, -1 if low is None else 1 if high is None else 0)


def _paint(tracks: Sequence[Track]) -> list[Item]:
    """Paint areas below all lines, and what is highlighted last; mark every end."""
    ordered = sorted((track for track in tracks if track.spots), key=lambda one: one.highlighted)
    items = [item for track in ordered for item in paint_bands(track)]
    for track in ordered:
        items += paint_line(track)
        for spot in track.spots:
            items += paint_spots(Track((spot,), (), track.ink, track.highlighted))
    return items
