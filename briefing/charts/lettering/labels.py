"""Labels: measured, wrapped, centred on a height, spread apart; never shortened."""

import re
import unicodedata
from collections.abc import Sequence
from math import cos, radians, sin
from typing import Literal

from msgspec import Struct

from briefing.charts.look import LEADING
from briefing.charts.shapes.room import Box
from briefing.model.drawing import Label
from briefing.model.style import TextStyle
from briefing.text.fonts import Fonts
from briefing.text.hyphenate import hyphenate
from briefing.text.opportunities import NO_BREAK_SPACE

ASCENT, DESCENT = 0.76, 0.24
"""What the ink of a line of text needs above and below its baseline, in ems."""

_BREAK = re.compile(r" +|(?<=[\w.)][-–/])(?=\w)")
HYPHEN = "-"
"""Where a word is cut: without one, it would read as two words."""

_EASY = 2  # lines of a name
_LEAST = 2.0  # ems: so much room any text takes
_EVEN = 0.5  # em: how near to the narrowest lines are made even
_WHITE = re.compile(r"[ \t\r\n]+")
_UNIT_GAP = re.compile(r"(?<!\d)[\u00a0\u202f]|[\u00a0\u202f](?!\d)")  # not that of thousands


class Block(Struct, frozen=True):
    """A text of one line or more, measured.

    Attributes:
        is_broken: Some word of it is in two lines.
    """

    lines: tuple[str, ...]
    style: TextStyle
    width: float
    is_broken: bool = False

    @property
    def is_cramped(self) -> bool:
        """Tell whether it wants more room: it has a broken word, or more than two lines."""
        return self.is_broken or len(self.lines) > _EASY

    @property
    def height(self) -> float:
        """Of the ink, from the ascent of the first line to the descent of the last."""
        return ((len(self.lines) - 1) * LEADING + ASCENT + DESCENT) * self.style.size


def wrap(text: str, style: TextStyle, room: float, fonts: Fonts, language: str = "") -> Block:
    """Set a text in one line, else in two of about the same length, else in as many as it needs.

    Where there is hardly any room it takes some all the same. A word that is wider is parted as
    its language wants, else wherever it must be.
    """
    text = _WHITE.sub(" ", text).strip(" ")
    width = fonts.width(text, style)
    if width <= room:
        return Block((text,), style, width)
    block = halve(text, style, fonts)
    return block if block.width <= room else fold(text, style, room, fonts, language)


def halve(text: str, style: TextStyle, fonts: Fonts) -> Block:
    """Set a text in two lines, as narrow as possible; in one where it cannot be broken."""
    best = Block((text,), style, fonts.width(text, style))
    for gap in _BREAK.finditer(text):
        lines = text[: gap.start()], text[gap.end() :]
        width = max(fonts.width(line, style) for line in lines)
        if width < best.width:
            best = Block(lines, style, width)
    return best


def fold(text: str, style: TextStyle, room: float, fonts: Fonts, language: str = "") -> Block:
    """Set a text in as few lines as it needs, all about as long; nothing is left out.

    A word that is wider than `room` is parted as its language wants, else wherever it must be.
    """
    text = _WHITE.sub(" ", text).strip(" ")
    width = fonts.width(text, style)
    if width <= room:
        return Block((text,), style, width)
    room = max(room, _LEAST * style.size)
    words = _measure_words(text, style, room, fonts, language)
    space = fonts.width(" ", style)
    lines = _fill(words, room, space)
    count, low, high = len(lines), width / len(lines), room
    while high - low > _EVEN * style.size:  # the narrowest that needs no more lines
        middle = (low + high) / 2
        narrower = _fill(words, middle, space)
        if len(narrower) > count:
            low = middle
        else:
            lines, high = narrower, middle
    is_broken = any(fonts.width(word, style) > room for word in _BREAK.split(text))
    widest = max(fonts.width(line, style) for line in lines)
    return Block(tuple(lines), style, widest, is_broken)


def fold_value(text: str, style: TextStyle, room: float, fonts: Fonts) -> Block:
    """Set a figure likewise; it is parted from its unit only where they do not fit beside it."""
    if fonts.width(text, style) > room:
        text = _UNIT_GAP.sub(" ", text)
    return fold(text, style, room, fonts)


def _measure_words(
    text: str, style: TextStyle, room: float, fonts: Fonts, language: str
) -> list[tuple[bool, str, float]]:
    """Part a text where it may be broken; of each part, whether a space stands before it."""
    parts: list[tuple[bool, str, float]] = []
    start, spaced = 0, False
    for end, after, gap in [
        *((gap.start(), gap.end(), gap.end() > gap.start()) for gap in _BREAK.finditer(text)),
        (len(text), len(text), False),
    ]:
        word = text[start:end]
        while (width := fonts.width(word, style)) > room and len(word) > 1:
            places = [
                place
                for place in hyphenate(word, language)
                if fonts.width(f"{word[:place]}{HYPHEN}", style) <= room
            ]
            if places:
                part, word = f"{word[: places[-1]]}{HYPHEN}", word[places[-1] :]
            else:
                part, word = _cut_word(word, int(len(word) * room / width), style, room, fonts)
            parts.append((spaced, part, fonts.width(part, style)))
            spaced = False
        parts.append((spaced, word, width))
        start, spaced = after, gap
    return parts


def _cut_word(
    word: str, likely: int, style: TextStyle, room: float, fonts: Fonts
) -> tuple[str, str]:
    """Part a word where it must be, at a no-break space if one is there, as between groups."""
    count = max(1, likely)
    while count > 1 and fonts.width(f"{word[:count]}{HYPHEN}", style) > room:
        count -= 1
    space = word.rfind(NO_BREAK_SPACE, 1, count)
    if space > 0:
        return word[: space + 1], word[space + 1 :]
    while count < len(word) - 1 and unicodedata.combining(word[count]):
        count += 1
    return f"{word[:count]}{HYPHEN}", word[count:]


def _fill(words: Sequence[tuple[bool, str, float]], room: float, space: float) -> list[str]:
    """Fill line after line."""
    lines: list[str] = []
    reach = room
    for spaced, word, width in words:
        gap = space if spaced else 0.0
        if lines and reach + gap + width <= room:
            lines[-1] += f" {word}" if spaced else word
            reach += gap + width
        else:
            lines.append(word)
            reach = width
    return lines


def cap_height(style: TextStyle, fonts: Fonts) -> float:
    """Height of capitals in points."""
    height: float = fonts.space(style).face.cap_height
    return height * style.size


def set_block(
    block: Block,
    x: float,
    middle: float,
    fonts: Fonts,
    anchor: Literal["start", "middle", "end"] = "start",
) -> list[Label]:
    """Place a block so that its capitals are centred on the height `middle`."""
    style, lines = block.style, block.lines
    leading = LEADING * style.size
    baseline = middle + cap_height(style, fonts) / 2 - (len(lines) - 1) / 2 * leading
    return [
        Label(line, x, baseline + number * leading, style, anchor)
        for number, line in enumerate(lines)
        if line
    ]


def extent(label: Label, fonts: Fonts) -> Box:
    """Find the box that a label takes; of a slanting one, the upright box around it."""
    style = label.style
    width = fonts.width(label.text, style)
    start = -{"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    up, down = ASCENT * style.size, DESCENT * style.size
    x, y = label.x, label.y
    if not label.angle:
        return Box(x + start, y - up, x + start + width, y + down)
    turn = radians(label.angle)
    across, rise = cos(turn), sin(turn)
    corners = [(start + run, aside) for run in (0.0, width) for aside in (-up, down)]
    places = [(run * across + aside * rise, aside * across - run * rise) for run, aside in corners]
    xs, ys = zip(*places, strict=True)
    return Box(x + min(xs), y + min(ys), x + max(xs), y + max(ys))


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Move labels apart, each as little as possible.

    Args:
        wanted: The middles, ascending.
        sizes: The room each takes, so that it keeps off its neighbours.
        low: No label begins before it.
        high: No label ends after it, unless there is too little room for all.

    Returns:
        The middles, in the same order, with the least sum of squared moves.

    Source:
        Pool adjacent violators: Ayer et al., An empirical distribution function for sampling with
        incomplete information, Annals of Mathematical Statistics 26 (1955), 641-647. What is
        bounded is the unbounded solution, cut off at the bounds.
    """
    offsets, offset, before = [], 0.0, 0.0
    for size in sizes:
        offset += (before + size) / 2
        offsets.append(offset)
        before = size
    pools: list[tuple[float, int]] = []
    for middle, offset in zip(wanted, offsets, strict=True):
        mean, count = middle - offset, 1
        while pools and pools[-1][0] >= mean:
            other, number = pools.pop()
            mean = (mean * count + other * number) / (count + number)
            count += number
        pools.append((mean, count))
    last = high - sum(sizes)
    starts = [max(low, min(mean, last)) for mean, count in pools for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
