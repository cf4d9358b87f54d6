"""The picture of a grouped bar chart."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.amounts import Reach, reach_of
from briefing.charts.axes.scale import Linear
from briefing.charts.fills import Fill, palette, pick_out, shades, text_on
from briefing.charts.lettering.keys import Key, measure_keys, paint_keys, place_keys
from briefing.charts.lettering.labels import Block, set_block, wrap
from briefing.charts.lettering.names import NAME_GAP, measure_names
from briefing.charts.look import LEADING, Frame
from briefing.charts.marks.bars import (
    ARROW_ROOM,
    VALUE_GAP,
    Valued,
    paint_bar,
    scale_bars,
    set_value,
    wrap_value,
)
from briefing.charts.marks.comparison import (
    REFERENCE_GAP,
    covers,
    measure_reference,
    paint_reference,
)
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import rule
from briefing.model.chart import GroupedChart
from briefing.model.drawing import Label

_BARS_LEAST = 0.22  # of the width
_SHADED = 4  # series that shades of one colour tell apart

# In ems of the names.
_BAR_MOST, _BAR_LEAST = 1.75, 1.12  # one bar, with the gap to the next
_BAR_MOST_OF_ONE = 2.45
_APART = 0.9  # between groups, in bars
_AROUND_NAME = 0.3
_OVERHANG = 0.3  # of the zero line
_KEYS_GAP = 0.55
_INSIDE = 0.45  # before and after a name inside a bar
_TALL = 1.05  # of a bar that holds a name

_SPLIT = 0.8  # points between the bars of a group
_FOOT = 0.4  # points below the zero line, for its end


class _Row(Struct, frozen=True):
    """A group with its texts measured."""

    name: Block
    bars: tuple[Valued, ...]
    fills: tuple[Fill, ...]


class _Steps(Struct, frozen=True):
    """Heights.

    Attributes:
        top: Of the first group.
        bar: With the gap below it.
        step: From group to group.
    """

    top: float
    bar: float
    step: float

    def span(self, group: int, number: int) -> tuple[float, float]:
        """Find the heights of a bar."""
        top = self.top + group * self.step + number * self.bar
        return top + _SPLIT / 2, top + self.bar - _SPLIT / 2


def plot_groups(data: GroupedChart, frame: Frame) -> Plot:
    """Draw bars in groups; the series are named in the first group, or by keys above."""
    look, reference = frame.look, data.reference
    size = look.size
    rows = _measure(data, frame)
    head = measure_reference(reference, data.scale, frame) if reference else None
    over = head.height + REFERENCE_GAP * size if head else _OVERHANG * size
    start = max(row.name.width for row in rows) + NAME_GAP * size
    bars = [bar for row in rows for bar in row.bars]
    scale = scale_bars(bars, reference, (start, frame.width), data.scale.decimals, size)
    steps = _steps(rows, frame, over)
    inside = _names_inside(data, rows[0], scale, steps, frame)
    keys: list[Item] = []
    if not inside and len(data.grid.columns) > 1:
        placed = place_keys(_keys(data, rows, frame), frame, left=start)
        keys = paint_keys(placed, frame)
        steps = _steps(rows, frame, over + placed.height + _KEYS_GAP * size)
    marks = _marks(rows, scale, steps, frame)
    texts = _texts(rows, scale, steps, frame) + inside
    top, zero = steps.top, scale.at(0.0)
    bottom = top + (len(rows) - 1) * steps.step + len(rows[0].bars) * steps.bar
    items = [*marks, rule((zero, top - _OVERHANG * size), (zero, bottom), look.axis, 0.8)]
    if reference and head:
        covered = _covered(rows, reference.value, steps)
        x = scale.at(reference.value)
        items += paint_reference(x, head, (top, bottom), covered, texts, frame)
    return Plot([*items, *keys, *texts], bottom + _FOOT)


# --- sizes -------------------------------------------------------------------------------------


def _measure(data: GroupedChart, frame: Frame) -> list[_Row]:
    grid, width = data.grid, frame.width
    names, column = measure_names([(row.label, row.highlighted) for row in grid.rows], frame)
    reaches = [
        [None if datum.amount is None else reach_of(datum.amount) for datum in cells]
        for cells in grid.cells
    ]
    sides = {reach is None or reach.tip >= 0 for found in reaches for reach in found}
    gaps = (NAME_GAP + len(sides) * (VALUE_GAP + ARROW_ROOM)) * frame.look.size
    room = (width - column - gaps - _BARS_LEAST * width) / len(sides)
    fills = _fills(data, frame)
    return [
        _Row(name, _values(data, number, found, room, frame), fills[number])
        for number, (name, found) in enumerate(zip(names, reaches, strict=True))
    ]


def _values(
    data: GroupedChart, number: int, reaches: Sequence[Reach | None], room: float, frame: Frame
) -> tuple[Valued, ...]:
    look, fonts, grid = frame.look, frame.fonts, data.grid
    values = []
    for column, datum, reach in zip(grid.columns, grid.cells[number], reaches, strict=True):
        if datum.untold:
            block = Block((), look.aside, 0.0)
        elif reach is None:
            block = wrap(frame.words.no_data, look.aside, room, fonts, frame.words.language)
        else:
            strong = column.highlighted or grid.rows[number].highlighted
            style = look.strong_value if strong else look.value
            block = wrap_value(datum.text, style, room, fonts)
        values.append(Valued(reach, block))
    return tuple(values)


def _fills(data: GroupedChart, frame: Frame) -> list[tuple[Fill, ...]]:
    """Choose the fills of each group.

    Few series are shades from light to dark, those of a highlighted group of the accent; where a
    series is highlighted, it has the accent in all groups. Many series have colours and patterns.
    """
    look, grid = frame.look, data.grid
    picked = tuple(column.highlighted for column in grid.columns)
    count = len(picked)
    if any(picked):
        return [pick_out(look, picked, dark_first=False)] * len(grid.rows)
    if count > _SHADED:
        return [palette(look, count)] * len(grid.rows)
    base = look.neutral if count == 1 else look.series[0]
    plain = tuple(map(Fill, shades(base, count)))
    strong = tuple(map(Fill, shades(look.accent, count)))
    return [strong if row.highlighted else plain for row in grid.rows]


def _steps(rows: Sequence[_Row], frame: Frame, top: float) -> _Steps:
    """Share the height between groups; none is lower than its name."""
    size, count = frame.look.size, len(rows[0].bars)
    lines = max(len(bar.value.lines) for row in rows for bar in row.bars)
    extra = (lines - 1) * LEADING * size
    bars = len(rows) * count + (len(rows) - 1) * _APART
    wanted = (frame.height - top - _FOOT) / bars
    most = (_BAR_MOST if count > 1 else _BAR_MOST_OF_ONE) * size + extra / 2
    name = max(row.name.height for row in rows) + _AROUND_NAME * size
    bar = max(_BAR_LEAST * size + extra, name / count, min(wanted, most))
    return _Steps(top, bar, (count + _APART) * bar)


# --- names of the series -----------------------------------------------------------------------


def _names_inside(
    data: GroupedChart, row: _Row, scale: Linear, steps: _Steps, frame: Frame
) -> list[Label]:
    """Set the names in the bars of the first group; none where not all have room there."""
    look, fonts, size = frame.look, frame.fonts, frame.look.size
    if len(row.bars) < 2 or steps.bar - _SPLIT < _TALL * size:
        return []
    labels: list[Label] = []
    for number, (column, bar, fill) in enumerate(
        zip(data.grid.columns, row.bars, row.fills, strict=True)
    ):
        wide = fonts.width(column.label, look.strong_name) + 2 * _INSIDE * size
        sure = bar.reach.sure if bar.reach else 0.0
        if fill.pattern != "plain" or wide > abs(scale.at(sure) - scale.at(0.0)):
            return []
        style = replace(look.strong_name, colour=text_on(fill.colour, look.name.colour))
        block = wrap(column.label, style, wide, fonts)
        inset = _INSIDE * size if sure > 0 else -_INSIDE * size
        middle = sum(steps.span(0, number)) / 2
        anchor: Literal["start", "end"] = "start" if sure > 0 else "end"
        labels += set_block(block, scale.at(0.0) + inset, middle, fonts, anchor)
    return labels


def _keys(data: GroupedChart, rows: Sequence[_Row], frame: Frame) -> list[Key]:
    """Measure keys, in the fills of a group that is not highlighted."""
    plain = [number for number, row in enumerate(data.grid.rows) if not row.highlighted]
    fills = rows[plain[0] if plain else 0].fills
    names = [(column.label, column.highlighted) for column in data.grid.columns]
    return measure_keys(names, fills, frame.width, frame)


# --- marks and labels --------------------------------------------------------------------------


def _marks(rows: Sequence[_Row], scale: Linear, steps: _Steps, frame: Frame) -> list[Item]:
    size = frame.look.size
    items: list[Item] = []
    for group, row in enumerate(rows):
        for number, (bar, fill) in enumerate(zip(row.bars, row.fills, strict=True)):
            if bar.reach:
                items += paint_bar(bar.reach, scale, steps.span(group, number), fill, size)
    return items


def _texts(rows: Sequence[_Row], scale: Linear, steps: _Steps, frame: Frame) -> list[Label]:
    """Set names and values; a group without any data says so once."""
    texts: list[Label] = []
    for group, row in enumerate(rows):
        (first, _), (_, last) = steps.span(group, 0), steps.span(group, len(row.bars) - 1)
        texts += set_block(row.name, 0.0, (first + last) / 2, frame.fonts)
        if all(bar.reach is None for bar in row.bars):
            told = next((bar for bar in row.bars if bar.value.lines), row.bars[0])
            texts += set_value(told, scale, (first + last) / 2, frame)
            continue
        for number, bar in enumerate(row.bars):
            middle = sum(steps.span(group, number)) / 2
            texts += set_value(bar, scale, middle, frame)
    return texts


def _covered(rows: Sequence[_Row], value: float, steps: _Steps) -> list[tuple[float, float]]:
    return [
        steps.span(group, number)
        for group, row in enumerate(rows)
        for number, bar in enumerate(row.bars)
        if covers(bar.reach, value)
    ]
