"""Events on a line of time: where they stand, their marks, bars and words."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.axes.dates import end_of, start_of, year_of
from briefing.charts.axes.scale import NBSP
from briefing.charts.colours import WHITE
from briefing.charts.lettering.labels import ASCENT, DESCENT, fold
from briefing.charts.look import LEADING, Frame, Look
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import circle
from briefing.model.chart import Event, Timeline
from briefing.model.drawing import Label, Shape
from briefing.model.style import Colour, TextStyle

# In ems of the names.
BAR = 0.42
"""How thick the bar of an event that took time is, in ems."""
BAR_PITCH = 0.66
"""From bar to bar beside it, in ems."""
FIRST_BAR = 0.66
"""From the line of time to the middle of the first bar, in ems."""
_HEAD_GAP = 0.55  # between a date and the words beside it
_APART = 0.35  # between bars in one row

# In points.
RADIUS, STRONG_RADIUS = 2.5, 3.3
_EDGE = 0.9

_LEAST_SPAN = 1 / 365  # years: of a timeline on which all happened at once


class Moment(Struct, frozen=True):
    """When an event was, in years with their fractions; equal unless it took time."""

    start: float
    end: float

    @property
    def lasts(self) -> bool:
        """Tell whether it is drawn as a bar."""
        return self.end > self.start


class Caption(Struct, frozen=True):
    """The date of an event and its words, measured.

    Attributes:
        rows: Lines from the top; of each its texts with their places from the left.
    """

    rows: tuple[tuple[tuple[float, str, TextStyle], ...], ...]
    width: float
    height: float


def moment_of(event: Event) -> Moment:
    """Tell where an event stands: in the middle of its year, month or day, unless it took time."""
    if event.start == event.end:
        at = year_of(event.start)
        return Moment(at, at)
    return Moment(start_of(event.start), end_of(event.end))


def span_of(moments: Sequence[Moment]) -> tuple[float, float]:
    """Give the first and the last moment, apart by a day at least."""
    low, high = min(one.start for one in moments), max(one.end for one in moments)
    if high - low < _LEAST_SPAN:
        return low - _LEAST_SPAN, high + _LEAST_SPAN
    return low, high


def are_years(data: Timeline) -> bool:
    """Tell whether all events are known by their years only."""
    return not any(event.start.month or event.end.month for event in data.events)


def head_of(event: Event, lane: str, look: Look) -> tuple[str, TextStyle]:
    """Give the date of an event, with its lane where that is named there."""
    style = look.strong_value if event.highlighted else look.strong_name
    return f"{NBSP}· ".join(part for part in (event.label, lane) if part), style


def stack_caption(event: Event, room: float, frame: Frame, lane: str = "") -> Caption:
    """Set the date, and the words below it."""
    head, style = head_of(event, lane, frame.look)
    blocks = [
        fold(text, style, room, frame.fonts, frame.words.language)
        for text, style in ((head, style), (event.text, frame.look.value))
        if text
    ]
    rows = tuple(((0.0, line, block.style),) for block in blocks for line in block.lines)
    width = max((block.width for block in blocks), default=0.0)
    return Caption(rows, width, _height(len(rows), frame.look))


def join_caption(
    event: Event, room: float, frame: Frame, lane: str = "", column: float = 0.0
) -> Caption:
    """Set the words right of the date, which takes `column` at least."""
    head, style = head_of(event, lane, frame.look)
    start = max(frame.fonts.width(head, style) + _HEAD_GAP * frame.look.size, column)
    block = fold(
        event.text, frame.look.value, max(room - start, room / 3), frame.fonts, frame.words.language
    )
    first, *others = block.lines
    rows = (
        ((0.0, head, style), (start, first, block.style)),
        *(((start, line, block.style),) for line in others),
    )
    return Caption(rows, start + block.width, _height(len(rows), frame.look))


def _height(count: int, look: Look) -> float:
    return (max(count - 1, 0) * LEADING + ASCENT + DESCENT) * look.size


def set_caption(caption: Caption, x: float, top: float, look: Look, *, right: bool) -> list[Item]:
    """Place the lines of a caption, one below the other; flush `right`, if they can be."""
    items: list[Item] = []
    baseline = top + ASCENT * look.size
    right = right and all(len(row) == 1 for row in caption.rows)
    for row in caption.rows:
        for start, text, style in row:
            if right:
                items.append(Label(text, x + caption.width, baseline, style, "end"))
            elif text:
                items.append(Label(text, x + start, baseline, style))
        baseline += LEADING * look.size
    return items


def ink_of(event: Event, look: Look) -> Colour:
    """Choose the colour of an event's marks."""
    return look.accent if event.highlighted else look.series[0]


def paint_mark(event: Event, x: float, y: float, look: Look) -> Shape:
    """Mark a moment; a highlighted one is larger."""
    radius = STRONG_RADIUS if event.highlighted else RADIUS
    path = circle(x, y, radius + _EDGE / 2)
    return Shape(path, fill=ink_of(event, look), stroke=WHITE, width=_EDGE)


def pack_bars(spans: Sequence[tuple[float, float] | None], size: float) -> list[int]:
    """Give each bar a row in which it meets no other; 0 for what is no bar.

    `spans` are ordered by where they begin; None stands for what is no bar.
    """
    ends: list[float] = []
    rows = []
    for span in spans:
        if span is None:
            rows.append(0)
            continue
        row = next((row for row, end in enumerate(ends) if end <= span[0]), len(ends))
        ends[row : row + 1] = [span[1] + _APART * size]
        rows.append(row)
    return rows
