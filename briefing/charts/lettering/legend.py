"""What shades and hatchings mean: swatches with labels, in rows."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.colours import WHITE, mix
from briefing.charts.lettering.labels import Block, set_block, wrap
from briefing.charts.look import LEADING, Frame, Look
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import Path, hatching, rectangle
from briefing.charts.shapes.room import Box
from briefing.model.drawing import Shape
from briefing.model.style import Colour

# In ems of the names.
_SWATCH, _TALL = 1.6, 0.85
_LABEL_GAP, _ENTRY_GAP = 0.45, 1.5
_ROW = 1.45
_HATCH = 0.42

_EDGE = 0.6  # points: outline of shades that do not stand out from white


class Entry(Struct, frozen=True):
    """What one swatch means.

    Attributes:
        fill: None for the hatching of what has no data.
        edge: Of the outline; None for none.
    """

    label: str
    fill: Colour | None
    edge: Colour | None = None


class Legend(Struct, frozen=True):
    """A legend, drawn."""

    items: list[Item]
    height: float


def set_legend(
    entries: Sequence[Entry], left: float, top: float, right: float, frame: Frame
) -> Legend:
    """Draw swatches with labels beside each other, in as many rows as they need."""
    size = frame.look.size
    start = (_SWATCH + _LABEL_GAP) * size
    items: list[Item] = []
    x, y, tall = left, top, 0.0
    for entry in entries:
        label = wrap(
            entry.label, frame.look.quiet, right - left - start, frame.fonts, frame.words.language
        )
        if x > left and x + start + label.width > right:
            x, y, tall = left, y + tall, 0.0
        high = _height(label, size)
        items += _swatch(entry, x, y + high / 2, frame.look)
        items += set_block(label, x + start, y + high / 2, frame.fonts)
        x += start + label.width + _ENTRY_GAP * size
        tall = max(tall, high)
    return Legend(items, y + tall - top)


def _height(label: Block, size: float) -> float:
    return (_ROW + (len(label.lines) - 1) * LEADING) * size


def _swatch(entry: Entry, left: float, middle: float, look: Look) -> list[Item]:
    half = _TALL * look.size / 2
    box = Box(left, middle - half, left + _SWATCH * look.size, middle + half)
    return shade_box(box, entry.fill, entry.edge) if entry.fill else hatch_box(box, look)


def shade_box(box: Box, fill: Colour, edge: Colour | None) -> list[Item]:
    """Fill a box, with its outline inside where it has one."""
    if edge is None:
        return [Shape(rectangle(box.left, box.top, box.right, box.bottom), fill=fill)]
    path = _inset(box)
    return [Shape(path, fill=fill, stroke=edge, width=_EDGE)]


def hatch_box(box: Box, look: Look) -> list[Item]:
    """Hatch a box, as what has no data."""
    lines = hatching(box.left, box.top, box.right, box.bottom, _HATCH * look.size)
    tint = mix(look.neutral, WHITE, 0.35)
    items: list[Item] = [Shape(lines, stroke=tint, width=0.5)] if lines else []
    return [*items, Shape(_inset(box), stroke=look.neutral, width=_EDGE)]


def _inset(box: Box) -> Path:
    by = _EDGE / 2
    return rectangle(box.left + by, box.top + by, box.right - by, box.bottom - by)
