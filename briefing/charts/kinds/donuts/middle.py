"""What stands in the middle of a ring: how much it is in all, and of what."""

from collections.abc import Iterator
from math import hypot

from msgspec.structs import replace

from briefing.charts.lettering.labels import Block, cap_height, set_block, wrap
from briefing.charts.look import LEADING, Frame
from briefing.charts.marks.bars import break_lines
from briefing.charts.marks.sectors import Ring
from briefing.charts.plot import Item
from briefing.model.chart import DonutChart

_SIZES = (2.1, 1.75, 1.4, 1.15, 1.0)  # of the sum, in ems of the names
_ROOMS = (0.94, 0.8, 0.66)  # of the hole, for what it is
_GAP = 0.12  # between both, in ems of the names
_PAD = 0.92  # of the hole
_LINES = 3


def set_middle(data: DonutChart, ring: Ring, frame: Frame) -> list[Item] | None:
    """Set both in the hole; None where they do not fit."""
    if not data.sum and not data.whole:
        return []
    for blocks in _settings(data, ring, frame):
        found = _placed(blocks, ring, frame)
        if found is not None:
            return found
    return None


def _settings(data: DonutChart, ring: Ring, frame: Frame) -> Iterator[list[Block]]:
    """Try the largest figures first, in as few lines as can be."""
    look, fonts = frame.look, frame.fonts
    wholes: list[list[Block]] = [[]]
    if data.whole:
        found = [_balanced(data.whole, share * 2 * ring.inner, frame) for share in _ROOMS]
        wholes = [[block] for block in found if len(block.lines) <= _LINES]
    for factor in _SIZES if data.sum else (1.0,):
        style = replace(look.strong_name, size=look.size * factor)
        for room in (2 * ring.inner, 1.3 * ring.inner):
            sums = [break_lines(data.sum, style, room, fonts)] if data.sum else []
            for whole in wholes:
                yield [*sums, *whole]


def _balanced(text: str, room: float, frame: Frame) -> Block:
    """Set a text in as few lines as `room` allows, of about the same length."""
    style, fonts = frame.look.quiet, frame.fonts
    block = break_lines(text, style, room, fonts)
    while True:
        narrower = break_lines(text, style, block.width - 1, fonts)
        if len(narrower.lines) > len(block.lines) or narrower.width >= block.width:
            return block
        block = narrower


def _placed(blocks: list[Block], ring: Ring, frame: Frame) -> list[Item] | None:
    fonts, gap = frame.fonts, _GAP * frame.look.size
    heights = [LEADING * block.style.size * len(block.lines) for block in blocks]
    y = ring.y - (sum(heights) + gap * (len(blocks) - 1)) / 2
    items: list[Item] = []
    for block, high in zip(blocks, heights, strict=True):
        middle = y + high / 2
        for label in set_block(block, ring.x, middle, fonts, "middle"):
            half = fonts.width(label.text, label.style) / 2
            top, bottom = label.y - cap_height(label.style, fonts), label.y
            if hypot(half, max(abs(top - ring.y), abs(bottom - ring.y))) > _PAD * ring.inner:
                return None
            items.append(label)
        y += high + gap
    return items


def measure_heading(data: DonutChart, frame: Frame) -> list[Block]:
    """Set both above the ring instead."""
    look, fonts = frame.look, frame.fonts
    blocks = []
    if data.whole:
        blocks.append(wrap(data.whole, look.quiet, frame.width, fonts, frame.words.language))
    if data.sum:
        blocks.append(wrap(data.sum, look.strong_name, frame.width, fonts, frame.words.language))
    return blocks
