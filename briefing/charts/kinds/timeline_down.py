"""A timeline from top to bottom: a list beside a line of time."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.colours import WHITE, mix
from briefing.charts.dates import year_ticks
from briefing.charts.kinds.event_marks import (
    BAR,
    BAR_PITCH,
    FIRST_BAR,
    STRONG_RADIUS,
    Moment,
    are_years,
    ink_of,
    measure_caption,
    moment_of,
    pack_bars,
    paint_mark,
    set_caption,
    span_of,
)
from briefing.charts.labels import ASCENT, DESCENT, cap_height, spread
from briefing.charts.look import Frame
from briefing.charts.paths import polyline, rectangle, rule
from briefing.charts.plot import Item, Plot
from briefing.charts.scale import Linear
from briefing.model.chart import Timeline
from briefing.model.drawing import Label, Shape

# In ems of the names.
_BELOW = 0.75  # between captions
_DATE_GAP = 0.8  # from a date to the line of time
_DATE_STEP = 2.4  # from date to date
_LEADER = 1.6  # from the line of time or the bars to the captions
_TIP_GAP = 0.35  # from a leader to its caption

_LOOSE = 1.6  # of the height that captions need: higher is not drawn

_THIN, _AXIS = 0.6, 1.0  # points


class _Place(Struct, frozen=True):
    """Where things stand from left to right.

    Attributes:
        axis: The line of time.
        tips: Where leaders end.
        text: Where captions begin.
    """

    axis: float
    tips: float
    text: float


def plot_down(data: Timeline, frame: Frame) -> Plot:
    """Draw events on an upright line of time, led to their captions."""
    look, size = frame.look, frame.look.size
    moments = [moment_of(event) for event in data.events]
    low, high = span_of(moments)
    rows = _rows(moments)
    place = _place(low, high, rows, frame)
    captions = [
        measure_caption(event, frame.width - place.text, frame, data.lanes[event.lane])
        for event in data.events
    ]
    sizes = [caption.height + _BELOW * size for caption in captions]
    height = max(sum(sizes), min(frame.height, _LOOSE * sum(sizes))) - _BELOW * size
    first = (ASCENT + DESCENT) / 2 * size
    down = Linear(low, high, first, height - first)
    wanted = [
        down.at(moment.start) - first + room / 2
        for moment, room in zip(moments, sizes, strict=True)
    ]
    middles = spread(wanted, sizes, 0.0, height + _BELOW * size)
    tops = [middle - room / 2 for middle, room in zip(middles, sizes, strict=True)]
    items = _axis(data, down, place, frame)
    items += _marks(data, moments, rows, down, place, [top + first for top in tops], frame)
    for caption, top in zip(captions, tops, strict=True):
        items += set_caption(caption, place.text, top, look)
    return Plot(items, height)


def _rows(moments: Sequence[Moment]) -> list[int]:
    """Give bars that are at the same time rows of their own."""
    spans = [(one.start, one.end) if one.lasts else None for one in moments]
    rows = pack_bars(spans, 0.0)
    return [row if one.lasts else -1 for row, one in zip(rows, moments, strict=True)]


def _place(low: float, high: float, rows: Sequence[int], frame: Frame) -> _Place:
    look, size = frame.look, frame.look.size
    widest = max(frame.fonts.width(text, look.quiet) for text in (str(int(low)), str(int(high))))
    axis = widest + _DATE_GAP * size + STRONG_RADIUS
    count = max(rows) + 1
    bars = (FIRST_BAR + (count - 1) * BAR_PITCH + BAR / 2) * size if count else 0.0
    tips = axis + max(bars, STRONG_RADIUS) + _LEADER * size
    return _Place(axis, tips, tips + _TIP_GAP * size)


def _axis(data: Timeline, down: Linear, place: _Place, frame: Frame) -> list[Item]:
    """Draw the line of time with years at its left."""
    look, size = frame.look, frame.look.size
    start, end = down.start, down.end
    items: list[Item] = [rule((place.axis, start), (place.axis, end), look.axis, _AXIS)]
    ticks = year_ticks(
        down.low,
        down.high,
        lambda _: _DATE_STEP * size,
        (end - start) / (down.high - down.low),
        whole=are_years(data),
    )
    up = cap_height(look.quiet, frame.fonts) / 2
    x = place.axis - STRONG_RADIUS
    for tick in ticks:
        y = down.at(tick.at)
        items.append(rule((x, y), (place.axis, y), look.axis, _THIN))
        x_text = x - _DATE_GAP / 2 * size
        items.append(Label(tick.text, x_text, y + up, look.quiet, "end"))
    return items


def _marks(
    data: Timeline,
    moments: Sequence[Moment],
    rows: Sequence[int],
    down: Linear,
    place: _Place,
    heights: Sequence[float],
    frame: Frame,
) -> list[Item]:
    """Draw leaders to captions whose first lines stand at `heights`, then bars and marks."""
    look, size = frame.look, frame.look.size
    leaders: list[Item] = []
    bars: list[Item] = []
    marks: list[Item] = []
    for event, moment, row, height in zip(data.events, moments, rows, heights, strict=True):
        y, x = down.at(moment.start), place.axis
        if moment.lasts:
            x += (FIRST_BAR + row * BAR_PITCH - BAR / 2) * size
            end = max(down.at(moment.end), y + BAR * size)
            bars.append(Shape(rectangle(x, y, x + BAR * size, end), fill=ink_of(event, look)))
            y += _THIN / 2
        else:
            marks.append(paint_mark(event, x, y, look))
        colour = look.accent if event.highlighted else mix(look.axis, WHITE, 0.4)
        turn = place.tips - _LEADER * size
        path = polyline([(x, y), (max(turn, x), y), (place.tips, height)])
        leaders.append(Shape(path, stroke=colour, width=_THIN))
    return [*leaders, *bars, *marks]
