"""A timeline from top to bottom: a list beside a line of time."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.axes.dates import year_ticks
from briefing.charts.axes.scale import Linear
from briefing.charts.colours import WHITE, mix
from briefing.charts.kinds.timelines.marks import (
    BAR,
    BAR_PITCH,
    FIRST_BAR,
    STRONG_RADIUS,
    Caption,
    Moment,
    are_years,
    head_of,
    ink_of,
    join_caption,
    moment_of,
    pack_bars,
    paint_mark,
    set_caption,
    span_of,
    stack_caption,
)
from briefing.charts.lettering.labels import ASCENT, DESCENT, cap_height, spread
from briefing.charts.look import Frame
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import polyline, rectangle, rule
from briefing.model.chart import Timeline
from briefing.model.drawing import Label, Shape

# In ems of the names.
_BELOW = 0.75  # between captions
_DATE_GAP = 0.8  # from a date to the line of time
_DATE_STEP = 2.4  # from date to date
_LEADER = 1.6  # from the line of time or the bars to the captions
_TIP_GAP = 0.35  # from a leader to its caption
_ASIDE = 1.0  # from a line that is not to scale to the captions
_FAR = 3.0  # captions that are farther from their dates make the line no longer to scale
_BROAD = 30.0  # from here on, words stand beside their dates
_COLUMN_GAP = 1.2  # after the column of dates
_COLUMN_SHARE = 0.45  # of the width, for the column of dates at most

_LOOSE = 1.6  # of the height that captions need: higher is not drawn

_THIN, _AXIS = 0.6, 1.0  # points


class _List(Struct, frozen=True):
    """Captions below each other, placed.

    Attributes:
        down: The scale of time.
        tops: Of the captions.
        moved: How far the farthest caption is from its date.
    """

    down: Linear
    captions: tuple[Caption, ...]
    tops: tuple[float, ...]
    height: float
    moved: float


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
    """Draw events beside an upright line of time.

    The line is to scale, with leaders to the captions, unless those are far from their dates; then
    it only gives the order, and each mark stands at its caption.
    """
    moments = [moment_of(event) for event in data.events]
    rows = _rows(moments)
    place = _place(moments, rows, frame)
    listed = _list(data, moments, place.text, frame)
    if listed.moved <= _FAR * frame.look.size:
        items = _axis(data, listed.down, place, frame)
        items += _marks(data, moments, rows, listed, place, frame)
    else:
        place = _Place(STRONG_RADIUS + 1, 0.0, STRONG_RADIUS + 1 + _ASIDE * frame.look.size)
        listed = _stack(listed, _captions(data, frame.width - place.text, frame), frame)
        items = _ordered(data, moments, listed, place, frame)
    for caption, top in zip(listed.captions, listed.tops, strict=True):
        items += set_caption(caption, place.text, top, frame.look, right=False)
    return Plot(items, listed.height)


def _rows(moments: Sequence[Moment]) -> list[int]:
    """Give bars that are at the same time rows of their own; -1 for what is no bar."""
    spans = [(one.start, one.end) if one.lasts else None for one in moments]
    rows = pack_bars(spans, 0.0)
    return [row if one.lasts else -1 for row, one in zip(rows, moments, strict=True)]


def _place(moments: Sequence[Moment], rows: Sequence[int], frame: Frame) -> _Place:
    look, size = frame.look, frame.look.size
    years = [str(int(end)) for end in span_of(moments)]
    widest = max(frame.fonts.width(year, look.quiet) for year in years)
    axis = widest + _DATE_GAP * size + STRONG_RADIUS
    count = max(rows) + 1
    bars = (FIRST_BAR + (count - 1) * BAR_PITCH + BAR / 2) * size if count else 0.0
    tips = axis + max(bars, STRONG_RADIUS) + _LEADER * size
    return _Place(axis, tips, tips + _TIP_GAP * size)


def _list(data: Timeline, moments: Sequence[Moment], left: float, frame: Frame) -> _List:
    """Place captions as near to their dates as can be."""
    size = frame.look.size
    captions = _captions(data, frame.width - left, frame)
    sizes = [caption.height + _BELOW * size for caption in captions]
    height = max(sum(sizes), min(frame.height, _LOOSE * sum(sizes))) - _BELOW * size
    first = (ASCENT + DESCENT) / 2 * size
    low, high = span_of(moments)
    down = Linear(low, high, first, max(height - first, first + 1))
    wanted = [
        down.at(moment.start) - first + room / 2
        for moment, room in zip(moments, sizes, strict=True)
    ]
    middles = spread(wanted, sizes, 0.0, height + _BELOW * size)
    tops = tuple(middle - room / 2 for middle, room in zip(middles, sizes, strict=True))
    moved = max(abs(is_at - at) for is_at, at in zip(middles, wanted, strict=True))
    return _List(down, captions, tops, height, moved)


def _stack(listed: _List, captions: tuple[Caption, ...], frame: Frame) -> _List:
    """Place captions close below each other."""
    tops, y = [], 0.0
    for caption in captions:
        tops.append(y)
        y += caption.height + _BELOW * frame.look.size
    height = y - _BELOW * frame.look.size
    return _List(listed.down, captions, tuple(tops), height, listed.moved)


def _captions(data: Timeline, room: float, frame: Frame) -> tuple[Caption, ...]:
    """Set the words below their dates, or beside them where there is room."""
    size, lanes = frame.look.size, data.lanes
    if room >= _BROAD * size:
        heads = [head_of(event, lanes[event.lane], frame.look) for event in data.events]
        column = max(frame.fonts.width(text, style) for text, style in heads)
        if column <= _COLUMN_SHARE * room:
            column += _COLUMN_GAP * size
            return tuple(
                join_caption(event, room, frame, lanes[event.lane], column) for event in data.events
            )
    return tuple(stack_caption(event, room, frame, lanes[event.lane]) for event in data.events)


# --- to scale ----------------------------------------------------------------------------------


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
        baseline = min(y + up, end + (ASCENT - DESCENT) / 2 * size)  # not below the drawing
        items.append(Label(tick.text, x - _DATE_GAP / 2 * size, baseline, look.quiet, "end"))
    return items


def _marks(
    data: Timeline,
    moments: Sequence[Moment],
    rows: Sequence[int],
    listed: _List,
    place: _Place,
    frame: Frame,
) -> list[Item]:
    """Draw leaders to the first lines of captions, then bars and marks."""
    look, size, down = frame.look, frame.look.size, listed.down
    first = (ASCENT + DESCENT) / 2 * size
    leaders: list[Item] = []
    bars: list[Item] = []
    marks: list[Item] = []
    for event, moment, row, top in zip(data.events, moments, rows, listed.tops, strict=True):
        y, x = down.at(moment.start), place.axis
        if moment.lasts:
            x += (FIRST_BAR + row * BAR_PITCH - BAR / 2) * size
            end = min(max(down.at(moment.end), y + BAR * size), listed.height)
            bars.append(Shape(rectangle(x, y, x + BAR * size, end), fill=ink_of(event, look)))
            y += _THIN / 2
        else:
            marks.append(paint_mark(event, x, y, look))
        colour = look.accent if event.highlighted else mix(look.axis, WHITE, 0.4)
        turn = max(place.tips - _LEADER * size, x)
        path = polyline([(x, y), (turn, y), (place.tips, top + first)])
        leaders.append(Shape(path, stroke=colour, width=_THIN))
    return [*leaders, *bars, *marks]


# --- in order only -----------------------------------------------------------------------------


def _ordered(
    data: Timeline, moments: Sequence[Moment], listed: _List, place: _Place, frame: Frame
) -> list[Item]:
    """Mark each event beside its caption; one that took time is as long as that."""
    look, size = frame.look, frame.look.size
    first = (ASCENT + DESCENT) / 2 * size
    half = BAR * size / 2
    start, end = listed.tops[0] + first, listed.tops[-1] + first
    items: list[Item] = [rule((place.axis, start), (place.axis, end), look.grid, _AXIS)]
    for event, moment, caption, top in zip(
        data.events, moments, listed.captions, listed.tops, strict=True
    ):
        if moment.lasts:
            box = rectangle(place.axis - half, top, place.axis + half, top + caption.height)
            items.append(Shape(box, fill=ink_of(event, look), stroke=WHITE, width=_THIN))
        else:
            items.append(paint_mark(event, place.axis, top + first, look))
    return items
