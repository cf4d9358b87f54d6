"""The picture of a stacked bar chart."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.axes.scale import Linear, Need, scale_around_zero
from briefing.charts.colours import WHITE
from briefing.charts.fills import Fill, paint_fill, palette, pick_out, text_on
from briefing.charts.kinds.stacked.stacks import Part, Stack, print_sum, stack_all
from briefing.charts.lettering.keys import PlacedKeys, measure_keys, paint_keys, place_keys
from briefing.charts.lettering.labels import Block, set_block, wrap
from briefing.charts.lettering.legend import hatch_box
from briefing.charts.lettering.names import NAME_GAP, measure_names
from briefing.charts.look import LEADING, Frame
from briefing.charts.marks.bars import VALUE_GAP, wrap_value
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import rectangle, rule, strokes
from briefing.charts.shapes.room import Box
from briefing.charts.words.rest import is_rest
from briefing.charts.words.stacked import stacked_words
from briefing.model.chart import Datum, Head, Scale, StackedChart
from briefing.model.drawing import Label, Shape
from briefing.model.style import TextStyle
from briefing.numbers import format_amount

_BARS_LEAST = 0.22  # of the width

# In ems of the names.
_ROW_MOST, _ROW_LEAST = 2.45, 1.6
_KEYS_GAP = 0.3
_INSIDE = 0.24  # before and after a value
_OVERHANG = 0.3  # of the zero line

_BAR = 0.74  # of the row

# In points.
_SPLIT, _SPLIT_LEAST = 0.9, 2.0  # between parts, and the narrowest parts that have it
_FRAME, _FRAME_GAP = 1.0, 1.1  # around a highlighted bar
_FOOT = 1.7  # below the last bar, for the frame


class _Row(Struct, frozen=True):
    """A bar with its texts measured; `ends` stand beyond it, below each other."""

    name: Block
    highlighted: bool
    cells: tuple[Datum, ...]
    stack: Stack
    ends: tuple[Block, ...]


def plot_stacks(data: StackedChart, frame: Frame) -> Plot:
    """Draw bars of parts; the parts are named above those of the first bar, or by keys."""
    size = frame.look.size
    fills = _fills(data, frame)
    rows = _measure(data, frame)
    scale = _scale(data, rows, frame)
    placed = _keys(data, rows, fills, scale, frame)
    top = placed.height + _KEYS_GAP * size
    tall = _row_height(rows, frame, top)
    items: list[Item] = paint_keys(placed, frame)
    for number, row in enumerate(rows):
        middle = top + (number + 0.5) * tall
        items += set_block(row.name, 0.0, middle, frame.fonts)
        items += _bar(data, row, scale, middle, tall * _BAR, fills, frame)
        items += _ends(row, scale, middle, frame)
    bottom = top + len(rows) * tall
    if data.total is None:
        start = scale.at(0.0)
        line = (start, top - _OVERHANG * size / 2), (start, bottom)
        items.append(rule(*line, frame.look.axis, 0.8))
    spare = (tall - max(_BAR * tall, _ink(rows[-1], size))) / 2 if data.total is not None else 0.0
    return Plot(items, bottom + _FOOT - spare)


# --- sizes -------------------------------------------------------------------------------------


def _measure(data: StackedChart, frame: Frame) -> list[_Row]:
    size, width = frame.look.size, frame.width
    names, column = measure_names([(row.label, row.highlighted) for row in data.grid.rows], frame)
    room = width - column - (NAME_GAP + VALUE_GAP) * size - _BARS_LEAST * width
    return [
        _Row(name, row.highlighted, cells, stack, _end_blocks(data, row, stack, room, frame))
        for name, row, cells, stack in zip(
            names, data.grid.rows, data.grid.cells, stack_all(data), strict=True
        )
    ]


def _scale(data: StackedChart, rows: Sequence[_Row], frame: Frame) -> Linear:
    size = frame.look.size
    needs = [Need(data.total or 0.0, _FRAME_GAP + _FRAME / 2)]
    for row in rows:
        pad = max((end.width for end in row.ends), default=-VALUE_GAP * size) + VALUE_GAP * size
        needs.append(Need(row.stack.size, pad + _FRAME_GAP + _FRAME / 2))
    start = max(row.name.width for row in rows) + NAME_GAP * size
    return scale_around_zero((), needs, start, frame.width)


def _keys(
    data: StackedChart, rows: Sequence[_Row], fills: Sequence[Fill], scale: Linear, frame: Frame
) -> PlacedKeys:
    """Name the parts above those of the first bar, and what has no data where bars do not."""
    names = [(column.label, column.highlighted) for column in data.grid.columns]
    wanted = [scale.at(value) for value in rows[0].stack.starts]
    patches: list[Fill | None] = [*fills]
    if any(_is_crowded(data, row.stack, scale, frame) for row in rows):
        names.append((frame.words.no_data, False))
        patches.append(None)
        wanted.append(frame.width)
    keys = measure_keys(names, patches, frame.width, frame)
    return place_keys(keys, frame, left=scale.at(0.0), wanted=wanted)


def _is_crowded(data: StackedChart, stack: Stack, scale: Linear, frame: Frame) -> bool:
    """Tell whether what is not known of a bar has no room for "no data"."""
    gap = next((part for part in stack.parts if part.column is None), None)
    return gap is not None and _gap_text(data, stack, _length(gap, scale), frame) is None


def _gap_text(data: StackedChart, stack: Stack, room: float, frame: Frame) -> Block | None:
    look, fonts = frame.look, frame.fonts
    names = [data.grid.columns[number].label for number in stack.missing]
    for text in (_missing_text(data, names, frame), frame.words.no_data):
        wide = fonts.width(text, look.aside)
        if wide + 2 * _INSIDE * look.size <= room:
            return Block((text,), look.aside, wide)
    return None


def _missing_text(data: StackedChart, names: Sequence[str], frame: Frame) -> str:
    if len(names) == len(data.grid.columns):
        return frame.words.no_data
    return stacked_words(frame.words.language).without(names)


def _end_blocks(
    data: StackedChart, row: Head, stack: Stack, room: float, frame: Frame
) -> tuple[Block, ...]:
    """Word what stands beyond a bar: its sum, and what has no data where no part shows it."""
    look, columns = frame.look, data.grid.columns
    names = [columns[column].label for column in stack.missing]
    blocks = []
    if data.total is None and len(names) < len(columns):
        style = look.strong_value if row.highlighted else look.strong_name
        blocks.append(wrap_value(print_sum(data, stack), style, room, frame.fonts))
    if names and all(part.column is not None for part in stack.parts):
        blocks.append(
            wrap(
                _missing_text(data, names, frame),
                look.aside,
                room,
                frame.fonts,
                frame.words.language,
            )
        )
    return tuple(blocks)


def _ink(row: _Row, size: float) -> float:
    """How tall what is written in a row is."""
    lines = sum(len(end.lines) for end in row.ends)
    return max(row.name.height, (lines * LEADING + 1 - LEADING) * size)


def _row_height(rows: Sequence[_Row], frame: Frame, top: float) -> float:
    size = frame.look.size
    lines = max(
        max(len(row.name.lines), sum(len(end.lines) for end in row.ends), 1) for row in rows
    )
    extra = (lines - 1) * LEADING * size
    wanted = (frame.height - top - _FOOT) / len(rows)
    return max(_ROW_LEAST * size + extra, min(wanted, _ROW_MOST * size + extra / 2))


def _fills(data: StackedChart, frame: Frame) -> tuple[Fill, ...]:
    """Choose fills; a last part that is only what is left is grey."""
    look, columns = frame.look, data.grid.columns
    picked = tuple(column.highlighted for column in columns)
    if any(picked):
        return pick_out(look, picked, dark_first=True)
    if len(columns) > 1 and is_rest(columns[-1].label, frame.words.language):
        return (*palette(look, len(columns) - 1), Fill(look.neutral))
    return palette(look, len(columns))


# --- marks and labels --------------------------------------------------------------------------


def _bar(
    data: StackedChart,
    row: _Row,
    scale: Linear,
    middle: float,
    thick: float,
    fills: Sequence[Fill],
    frame: Frame,
) -> list[Item]:
    look, parts = frame.look, row.stack.parts
    top, bottom = middle - thick / 2, middle + thick / 2
    items: list[Item] = []
    for part in parts:
        box = Box(scale.at(part.start), top, scale.at(part.start + part.size), bottom)
        items += (
            hatch_box(box, look) if part.column is None else paint_fill(fills[part.column], box)
        )
    splits = [
        scale.at(after.start)
        for before, after in pairwise(parts)
        if min(_length(before, scale), _length(after, scale)) >= _SPLIT_LEAST
    ]
    if splits:
        path = strokes([((x, top), (x, bottom)) for x in splits])
        items.append(Shape(path, stroke=WHITE, width=_SPLIT))
    if row.highlighted and parts:
        left, right = scale.at(0.0) - _FRAME_GAP, scale.at(row.stack.size) + _FRAME_GAP
        path = rectangle(left, top - _FRAME_GAP, right, bottom + _FRAME_GAP)
        items.append(Shape(path, stroke=look.name.colour, width=_FRAME))
    return items + _values(data, row, scale, middle, fills, frame)


def _length(part: Part, scale: Linear) -> float:
    return scale.at(part.start + part.size) - scale.at(part.start)


def _values(
    data: StackedChart,
    row: _Row,
    scale: Linear,
    middle: float,
    fills: Sequence[Fill],
    frame: Frame,
) -> list[Item]:
    """Print figures where they fit: the first of a bar with its unit, the others without."""
    look = frame.look
    items: list[Item] = []
    with_unit = True
    for part in row.stack.parts:
        centre, room = scale.at(part.start + part.size / 2), _length(part, scale)
        if part.column is None:
            block = _gap_text(data, row.stack, room, frame)
            if block:
                items += _on_ground(block, centre, middle, WHITE, frame)
            continue
        fill, datum = fills[part.column], row.cells[part.column]
        strong = row.highlighted or data.grid.columns[part.column].highlighted
        colour = text_on(fill.colour, look.value.colour)
        style = replace(look.value, colour=colour, bold=strong or look.value.bold)
        block = _fitting(datum, data.scale, style, room, frame, with_unit=with_unit)
        if block:
            with_unit = with_unit and block.lines[0] != datum.text
            ground = None if fill.pattern == "plain" else fill.colour
            items += _on_ground(block, centre, middle, ground, frame)
    return items


def _fitting(
    datum: Datum,
    scale: Scale,
    style: TextStyle,
    room: float,
    frame: Frame,
    *,
    with_unit: bool,
) -> Block | None:
    if datum.amount is None:
        return None
    bare = format_amount(
        datum.amount, scale.unit, decimals=scale.decimals, language=scale.language, form="bare"
    )
    for text in (datum.text, bare) if with_unit else (bare,):
        wide = frame.fonts.width(text, style)
        if wide + 2 * _INSIDE * frame.look.size <= room:
            return Block((text,), style, wide)
    return None


def _on_ground(
    block: Block, centre: float, middle: float, ground: str | None, frame: Frame
) -> list[Item]:
    """Set a figure in the middle of its part, on a plain ground where that has a pattern."""
    labels: list[Label] = set_block(block, centre, middle, frame.fonts, "middle")
    if ground is None:
        return list(labels)
    half, pad = block.height / 2, _INSIDE / 2 * frame.look.size
    left, right = centre - block.width / 2 - pad, centre + block.width / 2 + pad
    return [Shape(rectangle(left, middle - half, right, middle + half), fill=ground), *labels]


def _ends(row: _Row, scale: Linear, middle: float, frame: Frame) -> list[Item]:
    x = scale.at(row.stack.size) + VALUE_GAP * frame.look.size
    if row.highlighted:
        x += _FRAME_GAP + _FRAME / 2
    leading = LEADING * frame.look.size
    y = middle - sum(len(end.lines) for end in row.ends) * leading / 2
    items: list[Item] = []
    for end in row.ends:
        high = len(end.lines) * leading
        items += set_block(end, x, y + high / 2, frame.fonts)
        y += high
    return items
