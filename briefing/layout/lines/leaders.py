"""Rows of dots that lead from the words of an entry to what stands at the right edge."""

from collections.abc import Sequence
from math import ceil, floor

from msgspec.structs import replace

from briefing.layout.lines.pieces import Leader, SetLine
from briefing.model.page import PlacedRun
from briefing.model.style import ParagraphStyle, TextStyle
from briefing.text.fonts import Fonts

PITCH = 5.5
"""From dot to dot, in points: one for all sizes, so that the dots of all entries align."""

GAP = 0.5
"""White before and after the dots, at least, in em."""

FEWEST = 3
"""Dots that there is room for behind the longest line."""

WIDEST = 2.0
"""Em that are kept for the end: numbers that are filled in may be wider than their stand-in."""


def kept_for(end: Sequence[PlacedRun], style: ParagraphStyle) -> float:
    """How far before the right edge the lines of an entry must end."""
    size = style.text.size
    return max(_width(end), WIDEST * size) + 2 * GAP * size + FEWEST * PITCH


def led(line: SetLine, leader: Leader, fonts: Fonts) -> SetLine:
    """The line with its end moved to the right edge, and the dots put before it."""
    words, end = line.runs[: leader.words], line.runs[leader.words :]
    start = leader.right - _width(end)
    shift = start - (end[0].x if end else 0.0)
    moved = [replace(run, x=run.x + shift) for run in end]
    if words:
        words = (*words[:-1], replace(words[-1], space_after=True))
    left = words[-1].x + words[-1].width if words else 0.0
    link = words[-1].link if words and end and words[-1].link == end[0].link else None
    dots = _dots(left, start, leader, link, fonts)
    return line._replace(runs=(*words, *dots, *moved), width=leader.right, varies=None)


def _dots(
    left: float, stop: float, leader: Leader, link: int | None, fonts: Fonts
) -> list[PlacedRun]:
    """Dots between `left` and `stop`, on a grid that is counted from the right edge."""
    style, right = plain(leader.style), leader.right
    gap, dot = GAP * style.size, fonts.width(".", style)
    first = floor((right - left - gap) / PITCH)
    last = ceil((right - stop + gap + dot) / PITCH)
    count = first - last + 1
    if count < 1:
        return []
    width = (count - 1) * PITCH + dot
    space = PITCH - dot - fonts.width(" ", style)
    text = " ".join("." * count)
    x = right - first * PITCH
    return [PlacedRun(text, style, x, width, space, None, link, space_after=True)]


def plain(style: TextStyle) -> TextStyle:
    """The look of the dots: that of the words, but neither bold nor slanted nor set apart."""
    return replace(style, bold=False, italic=False, features=(), tracking=0.0, rise=0.0)


def _width(runs: Sequence[PlacedRun]) -> float:
    return sum(run.width for run in runs)
