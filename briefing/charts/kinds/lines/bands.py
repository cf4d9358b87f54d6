"""Stretches of time and of values behind lines."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.axes.dates import end_of, start_of
from briefing.charts.axes.scale import Axis, Linear
from briefing.charts.colours import WHITE, contrast, mix
from briefing.charts.kinds.lines.axes import HEAD, TICK_GAP
from briefing.charts.lettering.labels import Block, fold
from briefing.charts.look import LEADING, Frame, Look
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import rectangle, strokes
from briefing.charts.shapes.room import Box
from briefing.model.chart import Band, TimeBand, ValueBand
from briefing.model.drawing import Label, Shape
from briefing.model.style import Colour, TextStyle

# In ems of the names.
_LABEL_ROOM = 9.0  # of a label that is wider than its stretch
_LABEL_GAP = 0.6  # between labels side by side

_PALE = 0.35  # of white in the colour of the grid
_TEXT_CONTRAST = 4.5
_EDGE, _DOTS = 0.5, (1.0, 1.6)  # points


class Stretch(Struct, frozen=True):
    """A stretch of time with its label, placed.

    Attributes:
        row: Of the last line of the label; 0 stands right above the plot.
        middle: Of the label.
    """

    left: float
    right: float
    block: Block
    middle: float
    row: int

    @property
    def rows(self) -> int:
        """How many rows above the plot it reaches."""
        return self.row + len(self.block.lines)


def place_stretches(
    bands: Sequence[Band], across: Linear, taken: Sequence[float], frame: Frame
) -> list[Stretch]:
    """Place the labels of stretches of time in rows above the plot, so that none meets another.

    A stretch outside of the plot is left out. `taken` is how far each row is taken from the left
    already, from the lowest row up.
    """
    size = frame.look.size
    style = on_band(frame.look.aside, frame.look)
    rows: dict[int, list[tuple[float, float]]] = {
        number: [(0.0, end)] for number, end in enumerate(taken)
    }
    placed = []
    for band in bands:
        if not isinstance(band, TimeBand):
            continue
        left = max(across.at(start_of(band.start)), across.start)
        right = min(across.at(end_of(band.end)), across.end)
        if left >= right:
            continue
        room = min(max(right - left, _LABEL_ROOM * size), across.end - across.start)
        block = fold(band.label, style, room, frame.fonts, frame.words.language)
        half = block.width / 2
        middle = min(max((left + right) / 2, across.start + half), across.end - half)
        span = middle - half - _LABEL_GAP * size, middle + half + _LABEL_GAP * size
        row = _free_row(rows, len(block.lines), span)
        for number in range(row, row + len(block.lines)):
            rows.setdefault(number, []).append(span)
        placed.append(Stretch(left, right, block, middle, row))
    return placed


def _free_row(
    rows: dict[int, list[tuple[float, float]]], count: int, span: tuple[float, float]
) -> int:
    row = 0
    while any(
        low < span[1] and span[0] < high
        for number in range(row, row + count)
        for low, high in rows.get(number, ())
    ):
        row += 1
    return row


def head_of(stretches: Sequence[Stretch], size: float) -> float:
    """Tell what the labels need above the plot."""
    rows = max((stretch.rows for stretch in stretches), default=0)
    return (HEAD + (rows - 1) * LEADING) * size if rows else 0.0


def paint_stretches(stretches: Sequence[Stretch], area: Box, frame: Frame) -> list[Item]:
    """Fill stretches of time from the dates up to their labels."""
    look, size = frame.look, frame.look.size
    items: list[Item] = []
    for stretch in stretches:
        top = area.top - (HEAD + (stretch.rows - 1) * LEADING) * size
        path = rectangle(stretch.left, top, stretch.right, area.bottom)
        items.append(Shape(path, fill=band_tint(look)))
    for stretch in stretches:
        last = len(stretch.block.lines) - 1
        for number, line in enumerate(stretch.block.lines):
            y = area.top - (TICK_GAP + (stretch.row + last - number) * LEADING) * size
            items.append(Label(line, stretch.middle, y, stretch.block.style, "middle"))
    return items


def paint_times(bands: Sequence[Band], area: Box, across: Linear, frame: Frame) -> list[Shape]:
    """Fill stretches of time within a plot."""
    shapes = []
    for band in bands:
        if isinstance(band, TimeBand):
            left = max(across.at(start_of(band.start)), area.left)
            right = min(across.at(end_of(band.end)), area.right)
            if left < right:
                path = rectangle(left, area.top, right, area.bottom)
                shapes.append(Shape(path, fill=band_tint(frame.look)))
    return shapes


def paint_levels(bands: Sequence[Band], area: Box, up: Axis, frame: Frame) -> list[Shape]:
    """Fill stretches of values, which are on the scale, between two thin lines."""
    look = frame.look
    shapes = []
    for band in bands:
        if isinstance(band, ValueBand):
            top, bottom = up.at(band.high), up.at(band.low)
            path = rectangle(area.left, top, area.right, bottom)
            edges = [((area.left, y), (area.right, y)) for y in (top, bottom)]
            shapes.append(Shape(path, fill=band_tint(look)))
            shapes.append(Shape(strokes(edges), stroke=look.axis, width=_EDGE, dash=_DOTS))
    return shapes


def band_tint(look: Look) -> Colour:
    """Choose what is behind the lines, paler than the grid."""
    return mix(look.grid, WHITE, _PALE)


@lru_cache(maxsize=32)
def on_band(style: TextStyle, look: Look) -> TextStyle:
    """Darken a style until it can be read on a stretch.

    Source:
        WCAG 2.2, 1.4.3 Contrast (Minimum).
    """
    colour, ground, share = style.colour, band_tint(look), 0.0
    while contrast(colour, ground) < _TEXT_CONTRAST and share < 1:
        share += 0.05
        colour = mix(style.colour, "#000000", min(share, 1.0))
    return replace(style, colour=colour)
