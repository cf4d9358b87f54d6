"""What the lines and stretches mean that all panels share, above them."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.kinds.lines.axes import paint_level
from briefing.charts.kinds.lines.bands import band_tint
from briefing.charts.lettering.labels import Block, fold, set_block
from briefing.charts.look import LEADING, Frame
from briefing.charts.marks.comparison import print_reference
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import rectangle, strokes
from briefing.model.chart import MultiplesChart, ValueBand
from briefing.model.drawing import Shape

# In ems of the names.
_SAMPLE, _TALL = 1.9, 0.85
_TEXT_GAP, _BETWEEN = 0.5, 1.6
_LINE, _FOOT = 1.35, 0.55

_EDGE, _DOTS = 0.5, (1.0, 1.6)  # points


class Entry(Struct, frozen=True):
    """A sample with what it means, placed."""

    is_level: bool
    is_line: bool
    text: Block
    x: float
    middle: float


class SharedKey(Struct, frozen=True):
    """All entries; the height includes the room below, and is 0 without any."""

    entries: tuple[Entry, ...]
    height: float


def measure_key(data: MultiplesChart, frame: Frame) -> SharedKey:
    """Place samples beside each other, in as many rows as they need."""
    size = frame.look.size
    before = (_SAMPLE + _TEXT_GAP) * size
    x, top, tall = 0.0, 0.0, 0.0
    entries = []
    for is_line, is_level, text in _meanings(data):
        block = fold(
            text, frame.look.quiet, frame.width - before, frame.fonts, frame.words.language
        )
        if x and x + before + block.width > frame.width:
            x, top, tall = 0.0, top + tall, 0.0
        high = (_LINE + (len(block.lines) - 1) * LEADING) * size
        entries.append(Entry(is_level, is_line, block, x, top + high / 2))
        x += before + block.width + _BETWEEN * size
        tall = max(tall, high)
    return SharedKey(tuple(entries), top + tall + _FOOT * size if entries else 0.0)


def _meanings(data: MultiplesChart) -> Sequence[tuple[bool, bool, str]]:
    meanings = [(False, isinstance(band, ValueBand), band.label) for band in data.bands]
    if data.reference:
        number = print_reference(data.reference, data.scale)
        meanings.insert(0, (True, False, f"{data.reference.label} {number}"))
    return meanings


def paint_key(key: SharedKey, frame: Frame) -> list[Item]:
    """Draw the samples as they look in the panels."""
    look, size = frame.look, frame.look.size
    items: list[Item] = []
    for entry in key.entries:
        x, end, half = entry.x, entry.x + _SAMPLE * size, _TALL * size / 2
        if entry.is_line:
            items.append(paint_level(x, end, entry.middle, frame))
        else:
            box = rectangle(x, entry.middle - half, end, entry.middle + half)
            items.append(Shape(box, fill=band_tint(look)))
        if entry.is_level:
            heights = entry.middle - half, entry.middle + half
            path = strokes([((x, y), (end, y)) for y in heights])
            items.append(Shape(path, stroke=look.axis, width=_EDGE, dash=_DOTS))
        items += set_block(entry.text, end + _TEXT_GAP * size, entry.middle, frame.fonts)
    return items
