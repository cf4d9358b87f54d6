"""Names and figures of a ring's slices as a list, beside it or below."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.fills import paint_fill, text_on
from briefing.charts.kinds.donuts.slices import HOLE, Slice, words_of_part
from briefing.charts.lettering.labels import ASCENT, DESCENT, Block, set_block, wrap
from briefing.charts.lettering.legend import hatch_box
from briefing.charts.look import LEADING, Frame
from briefing.charts.marks.bars import wrap_value
from briefing.charts.marks.sectors import Ring
from briefing.charts.plot import Item
from briefing.charts.shapes.room import Box

# In ems of the names.
_PATCH, _PATCH_GAP = 0.85, 0.45
_VALUE_GAP = 0.9
_ROW = 1.5
_BETWEEN = 1.7  # ring and list
_BELOW = 0.9
_RADIUS_LEAST, _BELOW_LEAST = 4.4, 5.6
_NAME_LEAST = 6.0

_VALUE_SHARE = 0.45  # of the list, for figures
_PAD = 0.4  # points around a figure in a slice


class Listed(Struct, frozen=True):
    """A ring with its list."""

    ring: Ring
    items: list[Item]
    bottom: float


class _Entry(Struct, frozen=True):
    slice: Slice
    name: Block
    value: Block

    def tall(self, size: float) -> float:
        """How high it is."""
        lines = max(len(self.name.lines), len(self.value.lines))
        return (_ROW + (lines - 1) * LEADING) * size


def place_list(
    slices: Sequence[Slice], span: tuple[float, float], largest: float, frame: Frame
) -> Listed:
    """Place the list beside the ring where there is room for both, else below."""
    size = frame.look.size
    least, between = _RADIUS_LEAST * size, _BETWEEN * size
    top, high = span[0], span[1] - span[0]
    entries = _measure(slices, frame.width - 2 * least - between, frame)
    if entries is None:
        entries = _measure(slices, frame.width, frame, sure=True) or []
        return _below(entries, top, high, largest, frame)
    wide = _width(entries, size)
    radius = max(min(largest, high / 2, (frame.width - between - wide) / 2), least)
    tall = sum(entry.tall(size) for entry in entries)
    middle = top + max(tall, 2 * radius) / 2
    left = max((frame.width - 2 * radius - between - wide) / 2, 0.0)
    ring = Ring(left + radius, middle, HOLE * radius, radius)
    items = _set(entries, left + 2 * radius + between, middle - tall / 2, frame)
    return Listed(ring, items, middle + max(tall / 2, radius))


def _below(
    entries: Sequence[_Entry], top: float, high: float, largest: float, frame: Frame
) -> Listed:
    size = frame.look.size
    tall = sum(entry.tall(size) for entry in entries)
    most = min(largest, frame.width / 2)
    radius = min(max((high - tall - _BELOW * size) / 2, _BELOW_LEAST * size), most)
    ring = Ring(frame.width / 2, top + radius, HOLE * radius, radius)
    start = top + 2 * radius + _BELOW * size
    left = max((frame.width - _width(entries, size)) / 2, 0.0)
    return Listed(ring, _set(entries, left, start, frame), start + tall)


def _measure(
    slices: Sequence[Slice], room: float, frame: Frame, *, sure: bool = False
) -> list[_Entry] | None:
    """Set names and figures in a width; None where names would have too little of it."""
    size, fonts = frame.look.size, frame.fonts
    texts = [words_of_part(one.part, frame) for one in slices]
    limit = _VALUE_SHARE * room
    values = [wrap_value(text, style, limit, fonts) for _, (text, style) in texts]
    aside = (_PATCH + _PATCH_GAP + _VALUE_GAP) * size + max(value.width for value in values)
    widest = max(fonts.width(text, style) for (text, style), _ in texts)
    if not sure and room - aside < min(widest, _NAME_LEAST * size):
        return None
    names = [
        wrap(text, style, room - aside, fonts, frame.words.language) for (text, style), _ in texts
    ]
    if not sure and any(name.is_cramped for name in names):
        return None
    return [
        _Entry(one, name, value) for one, name, value in zip(slices, names, values, strict=True)
    ]


def _width(entries: Sequence[_Entry], size: float) -> float:
    name = max(entry.name.width for entry in entries)
    value = max(entry.value.width for entry in entries)
    return (_PATCH + _PATCH_GAP + _VALUE_GAP) * size + name + value


def _set(entries: Sequence[_Entry], left: float, top: float, frame: Frame) -> list[Item]:
    size, fonts = frame.look.size, frame.fonts
    right = left + _width(entries, size)
    half = _PATCH * size / 2
    items: list[Item] = []
    y = top
    for entry in entries:
        middle = y + entry.tall(size) / 2
        first = middle - (len(entry.name.lines) - 1) / 2 * LEADING * size
        box = Box(left, first - half, left + 2 * half, first + half)
        known = entry.slice.part.amount is not None
        items += paint_fill(entry.slice.fill, box) if known else hatch_box(box, frame.look)
        items += set_block(entry.name, left + (_PATCH + _PATCH_GAP) * size, middle, fonts)
        items += set_block(entry.value, right, middle, fonts, "end")
        y += entry.tall(size)
    return items


def set_figures(slices: Sequence[Slice], ring: Ring, frame: Frame) -> list[Item]:
    """Print figures on the slices that have room, which ties them to the list."""
    look, fonts = frame.look, frame.fonts
    items: list[Item] = []
    for one in slices:
        if one.end == one.start:
            continue
        colour = text_on(one.fill.colour, look.value.colour)
        style = replace(look.value, colour=colour, bold=one.part.highlighted or look.value.bold)
        x, y = ring.point(one.middle, (ring.inner + ring.outer) / 2)
        wide, high = fonts.width(one.part.text, style), (ASCENT + DESCENT) * style.size * 0.8
        box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        if ring.holds(box.widened(_PAD), one.start, one.end):
            block = Block((one.part.text,), style, wide)
            items += set_block(block, x, y, fonts, "middle")
    return items
