"""Captions on poles along a line of time, hoisted so that none is in the way of another."""

from collections.abc import Sequence, Set
from math import inf

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

# As if so much higher: what reads less well.
_JOINED_COST = 1.15
_LEFT_COST = 0.06  # where all fly to the left
_SHORT_COST = 0.6  # where the line of time has no length

_MANY = 20  # events
_SHARES = (1.0, 0.9, 0.8, 0.7)  # of the width, which the line of time takes where flags let it


class Flag(Struct, frozen=True):
    """A caption on its pole.

    Attributes:
        number: Of the event.
        x: Of the pole.
        foot: How far the caption is from the line of time, before there are bars.
        right: It flies to the right, else to the left.
    """

    number: int
    x: float
    caption: Caption
    foot: float
    right: bool

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
    """

    across: Linear
    sides: tuple[Side, ...]

    @property
    def height(self) -> float:
        """Of all sides."""
        return sum(side.height for side in self.sides)


def fly_flags(
    data: Timeline, moments: Sequence[Moment], left: float, frame: Frame, *, lanes: bool
) -> Line:
    """Try captions of several shapes on lines of time of several lengths.

    Flags fly to the right; those that would run over the edge, or all of their side, to the left.
    The lowest is best, and a long line is better than a short one.
    """
    groups = [list(range(len(moments)))]
    if lanes:
        groups = [
            [number for number, event in enumerate(data.events) if event.lane == lane]
            for lane in range(len(data.lanes))
        ]
    tried = []
    whole = _whole(moments, left, frame)
    for captions, cost in _captions(data, frame):
        for across in _scales(whole, moments, captions, frame):
            line = _fly(groups, moments, captions, across, (left, frame), lanes=lanes)
            if line:
                share = (across.end - across.start) / (whole.end - whole.start)
                tried.append((line.height * cost * _ease(line, share), line))
    return min(tried, key=lambda one: one[0])[1]


def _ease(line: Line, share: float) -> float:
    flags = [flag for side in line.sides for flag in side.flags]
    away = sum(not flag.right for flag in flags) / len(flags)
    return (1 + _LEFT_COST * away) * (1 + _SHORT_COST * (1 - share))


def _captions(data: Timeline, frame: Frame) -> list[tuple[list[Caption], float]]:
    """Set all captions in several shapes, each with its cost; many only in one line each."""
    size = frame.look.size
    shapes = [
        ([stack_caption(event, room * size, frame) for event in data.events], 1.0)
        for room in (_STACKED if len(data.events) <= _MANY else ())
    ]
    joined = [join_caption(event, _JOINED * size, frame) for event in data.events]
    return [*shapes, (joined, _JOINED_COST)]


def _whole(moments: Sequence[Moment], left: float, frame: Frame) -> Linear:
    size = frame.look.size
    return Linear(*span_of(moments), left + _EDGE * size, frame.width - _EDGE * size)


def _scales(
    whole: Linear, moments: Sequence[Moment], captions: Sequence[Caption], frame: Frame
) -> list[Linear]:
    """Make scales of several lengths; on the last, the longest such, all flags fly right."""
    low, start = whole.low, whole.start
    full = (whole.end - start) / (whole.high - low)
    safe = full
    room = frame.width - start - POLE_GAP * frame.look.size - 1
    for moment, caption in zip(moments, captions, strict=True):
        if moment.start > low:
            safe = min(safe, (room - caption.width) / (moment.start - low))
    rates = [*(full * share for share in _SHARES if full * share > safe), safe]
    return [Linear(low, whole.high, start, start + rate * (whole.high - low)) for rate in rates]


def _fly(
    groups: Sequence[Sequence[int]],
    moments: Sequence[Moment],
    captions: Sequence[Caption],
    across: Linear,
    within: tuple[float, Frame],
    *,
    lanes: bool,
) -> Line | None:
    """Hoist all flags; None where that cannot be on this scale."""
    left, frame = within
    size = frame.look.size
    xs = [across.at(moment.start) for moment in moments]
    gap = POLE_GAP * size
    fit_right = {n for n, x in enumerate(xs) if x + gap + captions[n].width < frame.width}
    fit_left = {n for n, x in enumerate(xs) if x - gap - captions[n].width > left}
    sides: list[tuple[Flag, ...]] = []
    for group in groups:
        members = set(group)
        for away in (members - fit_right, members):
            flown = (
                _hoist(group, away, 1 if lanes else 2, (xs, captions), size)
                if away <= fit_left
                else None
            )
            if flown:
                break
        else:
            return None
        sides += flown
    return Line(across, tuple(_with_bars(side, moments, across, size) for side in sides))


def _hoist(
    group: Sequence[int],
    away: Set[int],
    count: int,
    places: tuple[Sequence[float], Sequence[Caption]],
    size: float,
) -> list[tuple[Flag, ...]] | None:
    """Hoist flags towards those that fly already, each above the poles its caption would cross.

    First those that fly to the left, from the left, then the others from the right. Of two sides
    each goes to that where it flies lower; to the other than the one before where both are alike.
    None where a pole would run through a caption on every side.
    """
    xs, captions = places
    sides: list[list[Flag]] = [[] for _ in range(count)]
    before = count - 1
    order = [n for n in group if n in away] + [n for n in reversed(group) if n not in away]
    for number in order:
        x, caption, right = xs[number], captions[number], number not in away
        feet = [_foot(side, x, caption, size, right=right) for side in sides]
        best = min(range(count), key=lambda side: (feet[side], side == before))
        if feet[best] == inf:
            return None
        sides[best].append(Flag(number, x, caption, feet[best], right))
        before = best
    return [tuple(side) for side in sides]


def _foot(side: Sequence[Flag], x: float, caption: Caption, size: float, *, right: bool) -> float:
    """How low a flag can fly among those that fly; infinite where its pole would cross one."""
    gap = (POLE_GAP + _FLAG_GAP) * size
    reach = caption.width + gap
    low, high = (x - gap, x + reach) if right else (x - reach, x + gap)
    foot = _POLE * size
    for flag in side:
        taken = flag.caption.width + gap
        start, end = (
            (flag.x - gap, flag.x + taken) if flag.right else (flag.x - taken, flag.x + gap)
        )
        if start < x < end and flag.right != right:
            return inf
        if start < high and low < end and (low < flag.x < high or flag.right != right):
            foot = max(foot, flag.top + _ROW_GAP * size)
    return foot


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
