"""The picture of a range chart: rows of marks joined by lines, on a grid of round numbers."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.axes.intervals import outside
from briefing.charts.axes.scale import Linear, Tick, value_ticks
from briefing.charts.colours import WHITE, contrast, mix
from briefing.charts.kinds.ranges.rows import (
    ARROW,
    LABEL_GAP,
    RADIUS,
    End,
    Role,
    Row,
    measure_rows,
    scale_rows,
)
from briefing.charts.lettering.labels import (
    ASCENT,
    DESCENT,
    Block,
    extent,
    fold,
    set_block,
    spread,
    wrap,
)
from briefing.charts.lettering.names import NAME_GAP, measure_names
from briefing.charts.look import LEADING, Frame, Look
from briefing.charts.marks.comparison import REFERENCE_GAP, measure_reference, paint_reference
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import Path, circle, marker, strokes
from briefing.model.chart import RangeChart
from briefing.model.drawing import Label, Shape
from briefing.model.style import Colour

# In ems of the names.
_ROW_MOST, _ROW_LEAST = 2.45, 1.4
_HEAD_GAP = 0.4  # below the names of columns
_KEY_GAP, _KEYS_APART = 0.3, 1.2
_TICK_GAP, _TICKS_APART = 0.45, 0.9
_TICK_STEP = 5.5  # between grid lines, at least
_BARB = 0.32
_OVER_GAP = 0.5  # between rows whose names stand above their marks
_OVER_LEFT = 2.0  # names above their marks begin after a first line of the grid that is so near

# In points.
_LINK, _WHISKER, _CAP = 3.2, 1.1, 2.6
_EDGE, _DOTS = 0.9, (1.1, 1.7)

_PLOT_LEAST = 0.22  # of the width
_TICKS_MOST = 6
_SEEN = 3.1  # contrast of a mark on white, with a little to spare
_END = 0.8  # of the radius of a mark: that of the ends of a range
_PALE = 0.5  # of white in lines between marks


class _Layout(Struct, frozen=True):
    """Everything placed: rows of the height `tall` from `top` on.

    Attributes:
        above: What names take that stand above their marks; 0 where they stand beside them.
        names: Where names begin.
    """

    rows: tuple[Row, ...]
    across: Linear
    left: float
    top: float
    tall: float
    above: float
    names: float

    @property
    def bottom(self) -> float:
        return self.top + len(self.rows) * self.tall

    def middle(self, number: int) -> float:
        """Where the marks of a row stand."""
        return self.top + (number + 0.5) * self.tall + self.above / 2


def plot_ranges(data: RangeChart, frame: Frame) -> Plot:
    """Draw the rows, in the height that they need."""
    size, look = frame.look.size, frame.look
    heads = _measure_heads(data, frame)
    keys = max(head.height for head in heads) + _HEAD_GAP * size if heads else 0.0
    reference = measure_reference(data.reference, data.scale, frame) if data.reference else None
    line = reference.height + REFERENCE_GAP * size if reference else 0.0
    layout, ticks = _lay_out(data, keys + line, frame)
    labels = _labels(layout, frame)
    marks, names = _set_heads(heads, layout, frame)
    items = _grid(ticks, layout, labels, frame)
    if data.reference and reference:
        x, span = layout.across.at(data.reference.value), (layout.top, layout.bottom)
        items += paint_reference(x, reference, span, (), labels, frame)
    items += marks
    for number, row in enumerate(layout.rows):
        items += _paint_row(row, layout.across, layout.middle(number), look)
    items += [*names, *labels, *_set_ticks(ticks, layout, frame)]
    return Plot(items, layout.bottom + _foot(size))


def _foot(size: float) -> float:
    return (_TICK_GAP + ASCENT + DESCENT) * size


# --- places ------------------------------------------------------------------------------------


def _lay_out(data: RangeChart, top: float, frame: Frame) -> tuple[_Layout, tuple[Tick, ...]]:
    """Set names beside their marks, or above them where there is too little room for both."""
    size, width = frame.look.size, frame.width
    heads = [(row.label, row.highlighted) for row in data.grid.rows]
    names, column = measure_names(heads, frame)
    left = column + NAME_GAP * size
    rows = measure_rows(data, names, _room(data, left, frame), frame)
    over = not all(row.whole for row in rows)
    if over:
        left = 0.0
        names = [
            wrap(
                label,
                frame.look.strong_name if strong else frame.look.name,
                width,
                frame.fonts,
                frame.words.language,
            )
            for label, strong in heads
        ]
        rows = measure_rows(data, names, _room(data, left, frame), frame)
    values = [end for row in rows for mark in row.ends for end in (mark.low, mark.high)]
    if data.reference:
        values.append(data.reference.value)
    most = max(2, min(int((width - left) / (_TICK_STEP * size)), _TICKS_MOST))
    ticks = value_ticks(min(values), max(values), most, data.scale, most + 1)
    across = scale_rows(rows, (ticks[0].value, ticks[-1].value), (left, width), size)
    above, tall = _heights(rows, over, frame.height - top - _foot(size), size)
    start = across.start + LABEL_GAP * size
    longest = max(row.name.width for row in rows)
    if not over or across.start > _OVER_LEFT * size or start + longest > width:
        start = 0.0
    return _Layout(tuple(rows), across, left, top, tall, above, start), ticks


def _room(data: RangeChart, left: float, frame: Frame) -> float:
    """Find how wide a value may be."""
    sides = len(data.grid.columns)
    gaps = sides * (ARROW + LABEL_GAP) * frame.look.size
    return (frame.width - left - gaps - _PLOT_LEAST * frame.width) / sides


def _heights(rows: Sequence[Row], over: bool, wanted: float, size: float) -> tuple[float, float]:
    """Find the height of names above their marks, and of whole rows."""
    names = max(len(row.name.lines) for row in rows)
    values = max(len(block.lines) for row in rows for block in (row.left, row.right) if block)
    if not over:
        extra = (max(names, values) - 1) * LEADING * size
        most = _ROW_MOST * size + extra / 2
        return 0.0, max(_ROW_LEAST * size + extra, min(wanted / len(rows), most))
    above = names * LEADING * size
    least = above + (values * LEADING + _OVER_GAP) * size
    return above, max(least, min(wanted / len(rows), least + _OVER_GAP * size))


# --- the grid ----------------------------------------------------------------------------------


def _grid(
    ticks: Sequence[Tick], layout: _Layout, labels: Sequence[Label], frame: Frame
) -> list[Item]:
    """Draw upright lines that make way for labels; that of zero is stronger."""
    boxes = [extent(label, frame.fonts) for label in labels]
    items: list[Item] = []
    for tick in ticks:
        x = layout.across.at(tick.value)
        taken = [(box.top, box.bottom) for box in boxes if box.left - 1 < x < box.right + 1]
        parts = outside((layout.top, layout.bottom), taken)
        if parts:
            colour, width = (frame.look.axis, 0.8) if tick.value == 0 else (frame.look.grid, 0.6)
            path = strokes([((x, start), (x, end)) for start, end in parts])
            items.append(Shape(path, stroke=colour, width=width))
    return items


def _set_ticks(ticks: Sequence[Tick], layout: _Layout, frame: Frame) -> list[Label]:
    """Name the lines from the last one on, as many as there is room for."""
    size, style = frame.look.size, frame.look.quiet
    baseline = layout.bottom + (_TICK_GAP + ASCENT) * size
    limit = frame.width + _TICKS_APART * size
    labels: list[Label] = []
    for tick in reversed(ticks):
        half = frame.fonts.width(tick.text, style) / 2
        x = max(min(layout.across.at(tick.value), frame.width - half), half)
        if x + half + _TICKS_APART * size <= limit:
            labels.append(Label(tick.text, x, baseline, style, "middle"))
            limit = x - half
    return labels[::-1]


# --- names of columns --------------------------------------------------------------------------


def _measure_heads(data: RangeChart, frame: Frame) -> list[Block]:
    """Set the names of columns; an only one may have none."""
    size, columns = frame.look.size, data.grid.columns
    if len(columns) == 1:
        label = columns[0].label
        return (
            [fold(label, frame.look.quiet, frame.width, frame.fonts, frame.words.language)]
            if label
            else []
        )
    room = (frame.width - _KEYS_APART * size) / 2 - _key_start(size)
    style = replace(frame.look.strong_name, colour=frame.look.name.colour)
    return [
        fold(column.label, style, room, frame.fonts, frame.words.language) for column in columns
    ]


def _key_start(size: float) -> float:
    return (2 * RADIUS + _KEY_GAP) * size


def _set_heads(
    heads: Sequence[Block], layout: _Layout, frame: Frame
) -> tuple[list[Item], list[Label]]:
    """Name the marks above those of the first row, each beside a mark of its kind."""
    size, look, fonts = frame.look.size, frame.look, frame.fonts
    if not heads:
        return [], []
    middle = max(head.height for head in heads) / 2
    if len(heads) == 1:
        left = min(layout.left, frame.width - heads[0].width)
        return [], set_block(heads[0], left, middle, fonts)
    start, apart = _key_start(size), _KEYS_APART * size
    sizes = [start + head.width + apart for head in heads]
    order, places = _wishes(layout, sizes)
    low = min(layout.left, frame.width + apart - sum(sizes))
    found = spread(places, [sizes[number] for number in order], low, frame.width + apart)
    marks: list[Item] = []
    labels: list[Label] = []
    for number, at in zip(order, found, strict=True):
        x = at - sizes[number] / 2
        role: Role = "second" if number else "first"
        marks.append(_mark(role, x + RADIUS * size, middle, look.series[0], RADIUS * size))
        labels += set_block(heads[number], x + start, middle, fonts)
    return marks, labels


def _wishes(layout: _Layout, sizes: Sequence[float]) -> tuple[list[int], list[float]]:
    """Order the names of columns by the marks of the first row, and find where they should be."""
    ends = layout.rows[0].ends
    if len(ends) < 2:
        return [0, 1], [layout.left + sizes[0] / 2, layout.left + sizes[0] + sizes[1] / 2]
    places = [layout.across.at(end.best) for end in ends]
    order = sorted((0, 1), key=lambda number: (places[number], number))
    return order, [places[number] for number in order]


# --- marks -------------------------------------------------------------------------------------


def _paint_row(row: Row, across: Linear, y: float, look: Look) -> list[Item]:
    colour = look.accent if row.head.highlighted else look.series[0]
    items = _link(row.ends, across, y, colour) if len(row.ends) == 2 else []
    for end in row.ends:
        radius = row.radius if end.role == "first" else RADIUS
        items += _paint_end(end, across, y, colour, radius * look.size, look.size)
    return items


def _link(ends: Sequence[End], across: Linear, y: float, colour: Colour) -> list[Item]:
    """Join two marks by what certainly lies between them, or by dots where nothing does."""
    low, high = sorted(ends, key=lambda end: end.best)
    pale = mix(colour, WHITE, _PALE)
    if low.best == high.best:
        return []
    if low.high < high.low and low.open <= 0 and high.open >= 0:
        path = strokes([((across.at(low.high), y), (across.at(high.low), y))])
        return [Shape(path, stroke=pale, width=_LINK)]
    path = strokes([((across.at(low.best), y), (across.at(high.best), y))])
    return [Shape(path, stroke=colour, width=_WHISKER, dash=_DOTS)]


def _paint_end(
    end: End, across: Linear, y: float, colour: Colour, radius: float, size: float
) -> list[Item]:
    x = across.at(end.best)
    if end.low != end.high:
        return _paint_range(end, across, y, colour, radius)
    if not end.open:
        return [_mark(end.role, x, y, colour, radius)]
    foot, tip = x + end.open * radius, x + end.open * ARROW * size
    barb = tip - end.open * _BARB * size
    arrow = strokes(
        [
            ((foot, y), (tip, y)),
            ((barb, y - _BARB * size), (tip, y)),
            ((barb, y + _BARB * size), (tip, y)),
        ]
    )
    tone = _tone(end.role, colour)
    outline = _outline(end.role, x, y, radius - _WHISKER / 2)
    mark = Shape(outline, fill=WHITE, stroke=tone, width=_WHISKER)
    return [Shape(arrow, stroke=tone, width=_WHISKER), mark]


def _paint_range(end: End, across: Linear, y: float, colour: Colour, radius: float) -> list[Item]:
    """Draw the range of an only figure as a bar with round ends, else as a whisker at its mark."""
    left, right = across.at(end.low), across.at(end.high)
    if end.role == "only":
        bar = strokes([((left, y), (right, y))])
        ends = (circle(x, y, radius * _END) for x in (left, right))
        return [Shape(bar, stroke=colour, width=_LINK), *(Shape(end, fill=colour) for end in ends)]
    lines = strokes(
        [((left, y), (right, y)), *(((x, y - _CAP), (x, y + _CAP)) for x in (left, right))]
    )
    return [
        Shape(lines, stroke=WHITE, width=_WHISKER + 2 * _EDGE),
        Shape(lines, stroke=_tone(end.role, colour), width=_WHISKER),
        _mark(end.role, across.at(end.best), y, colour, radius),
    ]


def _mark(role: Role, x: float, y: float, colour: Colour, radius: float) -> Shape:
    outline = _outline(role, x, y, radius + _EDGE / 2)
    return Shape(outline, fill=_tone(role, colour), stroke=WHITE, width=_EDGE)


def _outline(role: Role, x: float, y: float, radius: float) -> Path:
    return marker("diamond", x, y, radius) if role == "first" else circle(x, y, radius)


def _tone(role: Role, colour: Colour) -> Colour:
    return _paler(colour) if role == "first" else colour


@lru_cache(maxsize=64)
def _paler(colour: Colour) -> Colour:
    """Give the palest tint, up to a half of white, that still can be seen as a mark."""
    share = 0.5
    while share > 0 and contrast(mix(colour, WHITE, share), WHITE) < _SEEN:
        share -= 0.05
    return mix(colour, WHITE, max(share, 0.0))


def _labels(layout: _Layout, frame: Frame) -> list[Label]:
    fonts, gap = frame.fonts, LABEL_GAP * frame.look.size
    line = LEADING * frame.look.size
    labels: list[Label] = []
    for number, row in enumerate(layout.rows):
        y = layout.middle(number)
        up = layout.tall - layout.above + len(row.name.lines) * line if layout.above else 0.0
        labels += set_block(row.name, layout.names, y - up / 2, fonts)
        left, right = _edges(row, layout, frame)
        if row.left:
            labels += set_block(row.left, left - gap, y, fonts, "end")
        if row.right:
            right = min(right + gap, frame.width - row.right.width)
            labels += set_block(row.right, right, y, fonts)
    return labels


def _edges(row: Row, layout: _Layout, frame: Frame) -> tuple[float, float]:
    """Find where the marks of a row begin and end; without any, all begins with the grid."""
    if not row.ends:
        return layout.across.start, layout.across.start
    size = frame.look.size
    (least, below), (most, above) = row.least, row.most
    return (
        layout.across.at(least) - (ARROW if below else row.radius) * size,
        layout.across.at(most) + (ARROW if above else row.radius) * size,
    )
