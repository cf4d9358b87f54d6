"""A timeline from left to right: captions fly like flags above and below, or in lanes."""

from collections.abc import Sequence

from briefing.charts.axes.dates import calendar_ticks
from briefing.charts.axes.scale import Linear
from briefing.charts.colours import WHITE, mix
from briefing.charts.kinds.lines.bands import band_tint, on_band
from briefing.charts.kinds.timelines.flags import POLE_GAP, Line, Side, fly_flags
from briefing.charts.kinds.timelines.marks import (
    BAR,
    BAR_PITCH,
    FIRST_BAR,
    STRONG_RADIUS,
    Moment,
    are_years,
    ink_of,
    moment_of,
    paint_mark,
    set_caption,
)
from briefing.charts.lettering.labels import cap_height, fold, set_block
from briefing.charts.look import Frame
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import rectangle, rule, strokes
from briefing.model.chart import Event, Timeline
from briefing.model.drawing import Label, Shape

# In ems of the names.
_ROW_GAP = 0.45  # below the name of a lane
_RIBBON = 1.55  # height of the line of time, which the dates stand in
_DATE_GAP = 2.2  # between two dates
_BEYOND = 1.5  # of the line of time beyond the first and the last event
_LANE_GAP = 1.0  # between lanes
_NAME_GAP = 1.0  # after the names of lanes

_NAME_SHARE = 0.2  # of the width, for the names of lanes

_SHORTEST = 3 / 365  # years: a shorter stretch has no dates in its line

# In points.
_THIN, _TICK = 0.6, 2.0
_TEXT_EDGE = 2.0


def plot_across(data: Timeline, frame: Frame) -> Plot:
    """Draw a single line with flags on both sides, or a lane for each name."""
    moments = [moment_of(event) for event in data.events]
    if len(data.lanes) == 1 and not data.lanes[0]:
        return _plot_line(data, moments, frame)
    return _plot_lanes(data, moments, frame)


def _plot_line(data: Timeline, moments: Sequence[Moment], frame: Frame) -> Plot:
    size = frame.look.size
    line = fly_flags(data, moments, 0.0, frame, lanes=False)
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
    names = [
        fold(name, look.strong_name, room, frame.fonts, frame.words.language) for name in data.lanes
    ]
    left = max(name.width for name in names) + _NAME_GAP * size
    line = fly_flags(data, moments, left, frame, lanes=True)
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
    free = start
    for tick in ticks:
        half = fonts.width(tick.text, style) / 2 + _TEXT_EDGE
        x = min(max(across.at(tick.at), start + half), end - half)
        if x - half >= free:  # not where the end of the line has moved it onto the one before
            items.append(Label(tick.text, x, baseline, style, "middle"))
            free = x + half
    return items


def _side(
    data: Timeline,
    moments: Sequence[Moment],
    side: Side,
    line: Line,
    edge: float,
    way: int,
    frame: Frame,
) -> list[Item]:
    """Draw poles, bars, marks and captions; `way` is -1 up, 1 down."""
    across = line.across
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
        gap = POLE_GAP * size
        x = flag.x + gap if flag.right else flag.x - gap - flag.caption.width
        items += set_caption(flag.caption, x, top, look, right=not flag.right)
    return items


def _bar(event: Event, start: float, end: float, middle: float, frame: Frame) -> Shape:
    half = BAR * frame.look.size / 2
    path = rectangle(start, middle - half, max(end, start + 2 * half), middle + half)
    return Shape(path, fill=ink_of(event, frame.look))
