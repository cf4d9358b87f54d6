"""A timeline from left to right: captions fly like flags above and below, or in lanes."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.colours import WHITE, mix
from briefing.charts.dates import calendar_ticks
from briefing.charts.kinds.event_marks import (
    BAR,
    BAR_PITCH,
    FIRST_BAR,
    STRONG_RADIUS,
    Caption,
    Moment,
    are_years,
    ink_of,
    join_caption,
    moment_of,
    pack_bars,
    paint_mark,
    set_caption,
    span_of,
    stack_caption,
)
from briefing.charts.kinds.line_bands import band_tint, on_band
from briefing.charts.labels import cap_height, fold, set_block
from briefing.charts.look import Frame
from briefing.charts.paths import rectangle, rule, strokes
from briefing.charts.plot import Item, Plot
from briefing.charts.scale import Linear
from briefing.model.chart import Event, Timeline
from briefing.model.drawing import Label, Shape

# In ems of the names.
_STACKED, _JOINED = (13.0, 9.5), 24.0  # room of captions, with the words below or beside the date
_POLE_GAP = 0.4  # from a pole to its flag
_FLAG_GAP = 0.5  # from a flag to the next pole
_ROW_GAP = 0.45  # between flags
_POLE = 0.75  # from the line of time to the lowest flag
_RIBBON = 1.55  # height of the line of time, which the dates stand in
_DATE_GAP = 2.2  # between two dates
_BEYOND = 1.5  # of the line of time beyond the first and the last event
_EDGE = 1.3  # from the edge to the first and the last event
_LANE_GAP = 1.0  # between lanes
_NAME_GAP = 1.0  # after the names of lanes

_NAME_SHARE = 0.2  # of the width, for the names of lanes

_LEFT_COST, _JOINED_COST = 1.06, 1.15  # as if so much higher: what reads less well
_MANY = 20  # events
_SHORTEST = 3 / 365  # years: a shorter stretch has no dates in its line

# In points.
_THIN, _TICK = 0.6, 2.0
_TEXT_EDGE = 2.0


class _Flag(Struct, frozen=True):
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


class _Side(Struct, frozen=True):
    """What flies on one side of a line of time.

    Attributes:
        rows: Of bars, for each flag's event.
        bars: Room for the bars.
    """

    flags: tuple[_Flag, ...]
    rows: tuple[int, ...]
    bars: float

    @property
    def height(self) -> float:
        """How far it reaches from the line of time."""
        return max((flag.top for flag in self.flags), default=0.0) + self.bars


class _Line(Struct, frozen=True):
    """Everything along the line of time.

    Attributes:
        sides: Above and below the line; with lanes, one for each.
        right: Flags fly to the right, else to the left.
    """

    across: Linear
    sides: tuple[_Side, ...]
    right: bool

    @property
    def height(self) -> float:
        """Of all sides."""
        return sum(side.height for side in self.sides)


def plot_across(data: Timeline, frame: Frame) -> Plot:
    """Draw a single line with flags on both sides, or a lane for each name."""
    moments = [moment_of(event) for event in data.events]
    if len(data.lanes) == 1 and not data.lanes[0]:
        return _plot_line(data, moments, frame)
    return _plot_lanes(data, moments, frame)


def _plot_line(data: Timeline, moments: Sequence[Moment], frame: Frame) -> Plot:
    size = frame.look.size
    line = _lay_out(data, moments, 0.0, frame, lanes=False)
    above, below = line.sides
    top = above.height
    bottom = top + _RIBBON * size
    items = _ribbon(data, line.across, 0.0, top, frame)
    items += _side(data, moments, above, line, top, -1, frame)
    items += _side(data, moments, below, line, bottom, 1, frame)
    return Plot(items, bottom + below.height)


def _plot_lanes(data: Timeline, moments: Sequence[Moment], frame: Frame) -> Plot:
    look, size = frame.look, frame.look.size
    room = _NAME_SHARE * frame.width
    names = [fold(name, look.strong_name, room, frame.fonts) for name in data.lanes]
    left = max(name.width for name in names) + _NAME_GAP * size
    line = _lay_out(data, moments, left, frame, lanes=True)
    items: list[Item] = []
    y = 0.0
    for name, side in zip(names, line.sides, strict=True):
        y += max(side.height, name.height / 2 + STRONG_RADIUS)
        items.append(rule((left, y), (frame.width, y), look.axis, _THIN))
        items += _side(data, moments, side, line, y, -1, frame)
        items += set_block(name, 0.0, y, frame.fonts)
        y += max(_LANE_GAP * size, name.height / 2 + _ROW_GAP * size)
    items += _ribbon(data, line.across, left, y, frame)
    return Plot(items, y + _RIBBON * size)


# --- places ------------------------------------------------------------------------------------


def _lay_out(
    data: Timeline, moments: Sequence[Moment], left: float, frame: Frame, *, lanes: bool
) -> _Line:
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
    whole = frame.width - left - (_EDGE + _POLE_GAP) * size - 1
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
) -> _Line:
    xs = [across.at(moment.start) for moment in moments]
    size = frame.look.size
    sides: list[tuple[_Flag, ...]] = []
    for group in groups if lanes else groups[:1]:
        order = group[::-1] if right else group
        sides += _hoist(order, 1 if lanes else 2, xs, captions, size)
    flown = tuple(_with_bars(side, moments, across, size) for side in sides)
    return _Line(across, flown, right)


def _hoist(
    order: Sequence[int],
    count: int,
    xs: Sequence[float],
    captions: Sequence[Caption],
    size: float,
) -> list[tuple[_Flag, ...]]:
    """Hoist flags towards those that fly already, each above the poles its caption would cross.

    Of two sides each goes to that where it flies lower; to the other than the one before where
    both are alike.
    """
    sides: list[list[_Flag]] = [[] for _ in range(count)]
    before = count - 1
    for number in order:
        caption = captions[number]
        reach = caption.width + (_POLE_GAP + _FLAG_GAP) * size
        feet = [
            max(
                (flag.top + _ROW_GAP * size for flag in side if abs(flag.x - xs[number]) < reach),
                default=_POLE * size,
            )
            for side in sides
        ]
        best = min(range(count), key=lambda side: (feet[side], side == before))
        sides[best].append(_Flag(number, xs[number], caption, feet[best]))
        before = best
    return [tuple(side) for side in sides]


def _with_bars(
    flags: tuple[_Flag, ...], moments: Sequence[Moment], across: Linear, size: float
) -> _Side:
    """Give the events that took time their bars between the line of time and the flags."""
    ordered = tuple(sorted(flags, key=lambda flag: flag.number))
    spans = []
    for flag in ordered:
        moment = moments[flag.number]
        spans.append((across.at(moment.start), across.at(moment.end)) if moment.lasts else None)
    rows = pack_bars(spans, size)
    count = max((row + 1 for row, span in zip(rows, spans, strict=True) if span), default=0)
    room = (FIRST_BAR + (count - 1) * BAR_PITCH) * size if count else 0.0
    return _Side(ordered, tuple(rows), room)


# --- drawing -----------------------------------------------------------------------------------


def _ribbon(data: Timeline, across: Linear, left: float, top: float, frame: Frame) -> list[Item]:
    """Draw the line of time with dates in it."""
    look, fonts, size = frame.look, frame.fonts, frame.look.size
    bottom = top + _RIBBON * size
    style = on_band(look.quiet, look)

    def room(text: str) -> float:
        return fonts.width(text, style) + _DATE_GAP * size

    per_year = (across.end - across.start) / (across.high - across.low)
    ticks = calendar_ticks(
        across.low,
        across.high,
        frame.words.language,
        room,
        per_year,
        whole=are_years(data),
    )
    if across.high - across.low < _SHORTEST:
        ticks = ()
    widest = max((fonts.width(tick.text, style) for tick in ticks), default=0.0)
    beyond = max(widest / 2 + _TEXT_EDGE, _BEYOND * size)
    start = max(across.start - beyond, left)
    end = min(across.end + beyond, frame.width)
    items: list[Item] = [Shape(rectangle(start, top, end, bottom), fill=band_tint(look))]
    marks = [
        ((across.at(tick.at), y), (across.at(tick.at), y + step))
        for tick in ticks
        for y, step in ((top, _TICK), (bottom, -_TICK))
    ]
    if marks:
        items.append(Shape(strokes(marks), stroke=look.axis, width=_THIN))
    baseline = (top + bottom) / 2 + cap_height(style, fonts) / 2
    for tick in ticks:
        half = fonts.width(tick.text, style) / 2 + _TEXT_EDGE
        x = min(max(across.at(tick.at), start + half), end - half)
        items.append(Label(tick.text, x, baseline, style, "middle"))
    return items


def _side(
    data: Timeline,
    moments: Sequence[Moment],
    side: _Side,
    line: _Line,
    edge: float,
    way: int,
    frame: Frame,
) -> list[Item]:
    """Draw poles, bars, marks and captions; `way` is -1 up, 1 down."""
    across, right = line.across, line.right
    look, size = frame.look, frame.look.size
    items: list[Item] = []
    for flag, row in zip(side.flags, side.rows, strict=True):
        event = data.events[flag.number]
        start = FIRST_BAR + row * BAR_PITCH if moments[flag.number].lasts else 0.0
        foot = edge + way * start * size
        tip = edge + way * (flag.top + side.bars)
        colour = look.accent if event.highlighted else mix(look.axis, WHITE, 0.4)
        items.append(rule((flag.x, foot), (flag.x, tip), colour, _THIN))
    marks: list[Shape] = []
    for flag, row in zip(side.flags, side.rows, strict=True):
        event, moment = data.events[flag.number], moments[flag.number]
        if moment.lasts:
            middle = edge + way * (FIRST_BAR + row * BAR_PITCH) * size
            items.append(_bar(event, flag.x, across.at(moment.end), middle, frame))
        else:
            marks.append(paint_mark(event, flag.x, edge, look))
    marks.sort(key=lambda mark: mark.fill == look.accent)  # above the others
    items += marks
    for flag in side.flags:
        near, far = flag.foot + side.bars, flag.top + side.bars
        top = edge - far if way < 0 else edge + near
        gap = _POLE_GAP * size
        x = flag.x + gap if right else flag.x - gap - flag.caption.width
        items += set_caption(flag.caption, x, top, look, right=not right)
    return items


def _bar(event: Event, start: float, end: float, middle: float, frame: Frame) -> Shape:
    half = BAR * frame.look.size / 2
    path = rectangle(start, middle - half, max(end, start + 2 * half), middle + half)
    return Shape(path, fill=ink_of(event, frame.look))
