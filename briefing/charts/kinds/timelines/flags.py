"""Captions on poles along a line of time, hoisted so that none is in the way of another."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.axes.scale import Linear
from briefing.charts.kinds.timelines.marks import (
    BAR_PITCH,
    FIRST_BAR,
    Caption,
    Moment,
    join_caption,
    pack_bars,
    span_of,
    stack_caption,
)
from briefing.charts.look import Frame
from briefing.model.chart import Timeline

# In ems of the names.
_STACKED, _JOINED = (13.0, 9.5), 24.0  # room of captions, with the words below or beside the date
_FLAG_GAP = 0.5  # from a flag to the next pole
_ROW_GAP = 0.45  # between flags
_POLE = 0.75  # from the line of time to the lowest flag
_EDGE = 1.3  # from the edge to the first and the last event
POLE_GAP = 0.4
"""From a pole to its flag, in ems."""

_LEFT_COST, _JOINED_COST = 1.06, 1.15  # as if so much higher: what reads less well
_MANY = 20  # events


class Flag(Struct, frozen=True):
    """A caption on its pole.

    Attributes:
        number: Of the event.
        x: Of the pole.
        foot: How far the caption is from the line of time, before there are bars.
    """

    number: int
    x: float
    caption: Caption
    foot: float

    @property
    def top(self) -> float:
        """How far the pole reaches."""
        return self.foot + self.caption.height


class Side(Struct, frozen=True):
    """What flies on one side of a line of time.

    Attributes:
        rows: Of bars, for each flag's event.
        bars: Room for the bars.
    """

    flags: tuple[Flag, ...]
    rows: tuple[int, ...]
    bars: float

    @property
    def height(self) -> float:
        """How far it reaches from the line of time."""
        return max((flag.top for flag in self.flags), default=0.0) + self.bars


class Line(Struct, frozen=True):
    """Everything along the line of time.

    Attributes:
        sides: Above and below the line; with lanes, one for each.
        right: Flags fly to the right, else to the left.
    """

    across: Linear
    sides: tuple[Side, ...]
    right: bool

    @property
    def height(self) -> float:
        """Of all sides."""
        return sum(side.height for side in self.sides)


def fly_flags(
    data: Timeline, moments: Sequence[Moment], left: float, frame: Frame, *, lanes: bool
) -> Line:
    """Try captions of several shapes, flying to the right and to the left; the lowest is best."""
    groups = [list(range(len(moments))), []]
    if lanes:
        groups = [
            [number for number, event in enumerate(data.events) if event.lane == lane]
            for lane in range(len(data.lanes))
        ]
    tried = []
    for captions, cost in _captions(data, frame):
        for right in (True, False):
            across = _scale(moments, captions, left, frame, right=right)
            line = _fly(groups, moments, captions, across, frame, lanes=lanes, right=right)
            tried.append((line.height * cost * (1.0 if right else _LEFT_COST), line))
    return min(tried, key=lambda one: one[0])[1]


def _captions(data: Timeline, frame: Frame) -> list[tuple[list[Caption], float]]:
    """Set all captions in several shapes, each with its cost; many only in one line each."""
    size = frame.look.size
    shapes = [
        ([stack_caption(event, room * size, frame) for event in data.events], 1.0)
        for room in (_STACKED if len(data.events) <= _MANY else ())
    ]
    joined = [join_caption(event, _JOINED * size, frame) for event in data.events]
    return [*shapes, (joined, _JOINED_COST)]


def _scale(
    moments: Sequence[Moment],
    captions: Sequence[Caption],
    left: float,
    frame: Frame,
    *,
    right: bool,
) -> Linear:
    """Make the largest scale on which all flags end within the drawing."""
    size = frame.look.size
    low, high = span_of(moments)
    start, end = left + _EDGE * size, frame.width - _EDGE * size
    per_year = (end - start) / (high - low)
    whole = frame.width - left - (_EDGE + POLE_GAP) * size - 1
    for moment, caption in zip(moments, captions, strict=True):
        years = moment.start - low if right else high - moment.start
        if years:
            per_year = min(per_year, (whole - caption.width) / years)
    length = per_year * (high - low)
    if right:
        return Linear(low, high, start, start + length)
    return Linear(low, high, end - length, end)


def _fly(
    groups: Sequence[Sequence[int]],
    moments: Sequence[Moment],
    captions: Sequence[Caption],
    across: Linear,
    frame: Frame,
    *,
    lanes: bool,
    right: bool,
) -> Line:
    xs = [across.at(moment.start) for moment in moments]
    size = frame.look.size
    sides: list[tuple[Flag, ...]] = []
    for group in groups if lanes else groups[:1]:
        order = group[::-1] if right else group
        sides += _hoist(order, 1 if lanes else 2, xs, captions, size)
    flown = tuple(_with_bars(side, moments, across, size) for side in sides)
    return Line(across, flown, right)


def _hoist(
    order: Sequence[int],
    count: int,
    xs: Sequence[float],
    captions: Sequence[Caption],
    size: float,
) -> list[tuple[Flag, ...]]:
    """Hoist flags towards those that fly already, each above the poles its caption would cross.

    Of two sides each goes to that where it flies lower; to the other than the one before where
    both are alike.
    """
    sides: list[list[Flag]] = [[] for _ in range(count)]
    before = count - 1
    for number in order:
        caption = captions[number]
        reach = caption.width + (POLE_GAP + _FLAG_GAP) * size
        feet = [
            max(
                (flag.top + _ROW_GAP * size for flag in side if abs(flag.x - xs[number]) < reach),
                default=_POLE * size,
            )
            for side in sides
        ]
        best = min(range(count), key=lambda side: (feet[side], side == before))
        sides[best].append(Flag(number, xs[number], caption, feet[best]))
        before = best
    return [tuple(side) for side in sides]


def _with_bars(
    flags: tuple[Flag, ...], moments: Sequence[Moment], across: Linear, size: float
) -> Side:
    """Give the events that took time their bars between the line of time and the flags."""
    ordered = tuple(sorted(flags, key=lambda flag: flag.number))
    spans = []
    for flag in ordered:
        moment = moments[flag.number]
        spans.append((across.at(moment.start), across.at(moment.end)) if moment.lasts else None)
    rows = pack_bars(spans, size)
    count = max((row + 1 for row, span in zip(rows, spans, strict=True) if span), default=0)
    room = (FIRST_BAR + (count - 1) * BAR_PITCH) * size if count else 0.0
    return Side(ordered, tuple(rows), room)
