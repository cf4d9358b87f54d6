"""What tells areas of one kind from those of another: shades and patterns, never hue alone."""

from functools import lru_cache
from itertools import islice
from typing import Literal

from msgspec import Struct

from briefing.charts.colours import WHITE, contrast, mix
from briefing.charts.look import Look
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import Path, Point, hatching, rectangle, strokes
from briefing.charts.shapes.room import Box
from briefing.model.drawing import Shape
from briefing.model.style import Colour

Pattern = Literal["plain", "rising", "dots", "falling"]


class Fill(Struct, frozen=True):
    """How an area is filled.

    Attributes:
        pattern: In a light tone on the colour.
    """

    colour: Colour
    pattern: Pattern = "plain"


_SEEN = 3.02  # contrast of a mark on white, with a little to spare for rounded colours
_STEP, _DARKEST = 1.5, 16.0  # of contrast from shade to shade; of any shade
_SHADES = 4  # of one colour that can be told apart
_PATTERNS: tuple[Pattern, ...] = ("plain", "rising", "dots", "falling")
_FIRST = (0, 0, 1, 0, 2)  # patterns of the first five: neighbours that are alike in grey differ

# In points, whatever the size of names: patterns of keys are those of areas.
_HATCH, _LINE = 4.4, 0.65
_DOT, _DOT_GAP = 1.15, 3.6

_LIGHT = 0.55  # of white in a pattern
_TEXT_CONTRAST = 4.5


@lru_cache(maxsize=128)
def shades(colour: Colour, count: int, *, step: float = _STEP) -> tuple[Colour, ...]:
    """Make shades of a colour, from light to dark, in equal steps of contrast.

    The lightest can be seen on white; the darkest is the colour itself, where that is dark enough
    for all steps of at least `step`.

    Source:
        WCAG 2.2, 1.4.11 Non-text Contrast.
    """
    if count == 1:
        return (colour,)
    darkest = min(max(contrast(colour, WHITE), _SEEN * step ** (count - 1)), _DARKEST)
    ratio = (darkest / _SEEN) ** (1 / (count - 1))
    return tuple(_toned(colour, _SEEN * ratio**number) for number in range(count))


def _toned(colour: Colour, wanted: float) -> Colour:
    """Mix a colour with white or black until it has a contrast to white."""
    lighter = contrast(colour, WHITE) > wanted
    least, most = 0.0, 1.0
    for _ in range(12):
        share = (least + most) / 2
        found = contrast(mix(colour, WHITE if lighter else "#000000", share), WHITE)
        if (found > wanted) is lighter:
            least = share
        else:
            most = share
    return mix(colour, WHITE if lighter else "#000000", least if lighter else most)


@lru_cache(maxsize=128)
def palette(look: Look, count: int) -> tuple[Fill, ...]:
    """Choose fills that differ in colour from their neighbours, and often in pattern."""
    return _varied(look.series, count)


def _varied(colours: tuple[Colour, ...], count: int) -> tuple[Fill, ...]:
    """Go through all pairs of a colour and a pattern before one comes again."""
    across = len(colours)
    fills = []
    for number in range(count):
        again, place = divmod(number, across)
        pattern = (_FIRST[place % len(_FIRST)] + again) % len(_PATTERNS)
        fills.append(Fill(colours[place], _PATTERNS[pattern]))
    return tuple(fills)


@lru_cache(maxsize=128)
def stepped(colour: Colour, count: int) -> tuple[Fill, ...]:
    """Choose shades of one colour, from light to dark; with patterns where they are many."""
    if count <= _SHADES:
        return tuple(map(Fill, shades(colour, count)))
    return _varied(shades(colour, _SHADES - 1), count)


@lru_cache(maxsize=128)
def pick_out(look: Look, highlighted: tuple[bool, ...], *, dark_first: bool) -> tuple[Fill, ...]:
    """Give the accent to what is highlighted, neutral shades to the rest."""
    others = stepped(look.neutral, highlighted.count(False))
    plain = iter(reversed(others) if dark_first else others)
    strong = islice(_varied((look.accent,), len(highlighted)), highlighted.count(True))
    return tuple(next(strong if picked else plain) for picked in highlighted)


@lru_cache(maxsize=256)
def text_on(colour: Colour, wish: Colour) -> Colour:
    """Choose white, or `wish`, or black: the first that can be read on a colour.

    Source:
        WCAG 2.2, 1.4.3 Contrast (Minimum).
    """
    if contrast(WHITE, colour) >= _TEXT_CONTRAST:
        return WHITE
    return wish if contrast(wish, colour) >= _TEXT_CONTRAST else "#000000"


def paint_fill(fill: Fill, box: Box) -> list[Item]:
    """Fill a box."""
    area = Shape(rectangle(box.left, box.top, box.right, box.bottom), fill=fill.colour)
    if fill.pattern == "plain":
        return [area]
    light = mix(fill.colour, WHITE, _LIGHT)
    if fill.pattern == "dots":
        path = _dots(box)
        if not path:
            return [area]
        dash = (0.0, _DOT_GAP)
        return [area, Shape(path, stroke=light, width=_DOT, dash=dash, cap="round")]
    falling = fill.pattern == "falling"
    path = hatching(box.left, box.top, box.right, box.bottom, _HATCH, falling=falling)
    return [area, Shape(path, stroke=light, width=_LINE)] if path else [area]


def _dots(box: Box) -> Path:
    """Make rows of dots, as dashed lines of round dashes without a length."""
    inset = _DOT
    rows = int((box.bottom - box.top - 2 * inset) / (_DOT_GAP / 2)) + 1
    lines: list[tuple[Point, Point]] = []
    first = box.top + (box.bottom - box.top - (rows - 1) * _DOT_GAP / 2) / 2
    for number in range(rows):
        left = box.left + inset + (number % 2) * _DOT_GAP / 2
        if left < box.right - inset:
            y = first + number * _DOT_GAP / 2
            lines.append(((left, y), (box.right - inset, y)))
    return strokes(lines)
