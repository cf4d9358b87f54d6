"""Bars from zero: what is certain, what is possible, where they are open, and their values."""

from collections.abc import Iterable

from msgspec import Struct

from briefing.charts.amounts import Reach
from briefing.charts.axes.scale import NBSP, Linear, Need, scale_around_zero
from briefing.charts.colours import WHITE, mix
from briefing.charts.fills import Fill, paint_fill
from briefing.charts.lettering.labels import Block, set_block, wrap
from briefing.charts.look import Frame
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import Point, hatching, polyline, rectangle
from briefing.charts.shapes.room import Box
from briefing.model.chart import ReferenceLine
from briefing.model.drawing import Label, Shape
from briefing.model.style import Colour, TextStyle
from briefing.text.fonts import Fonts

VALUE_GAP = 0.5
"""From a bar to its value, in ems."""
ARROW_ROOM = 0.7
"""What an open end takes, in ems."""

# In ems of the names.
_ARROW_GAP, _ARROW, _ARROW_HALF = 0.3, 0.4, 0.42
_HATCH = 0.42


class Valued(Struct, frozen=True):
    """A bar with its value measured; `reach` is None where there is no data."""

    reach: Reach | None
    value: Block


def wrap_value(text: str, style: TextStyle, room: float, fonts: Fonts) -> Block:
    """Set a figure; before a word of it is cut it is broken at any space, into as many lines."""
    block = wrap(text, style, room, fonts)
    if not block.is_cramped:
        return block
    broken = break_lines(text, style, room, fonts)
    return broken if broken.width <= room else block


def break_lines(text: str, style: TextStyle, room: float, fonts: Fonts) -> Block:
    """Fill as many lines as it takes, each with whole words."""
    first, *words = text.replace(NBSP, " ").split(" ")
    lines = [first]
    for word in words:
        longer = f"{lines[-1]} {word}"
        if fonts.width(longer, style) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return Block(tuple(lines), style, max(fonts.width(line, style) for line in lines))


def scale_bars(
    bars: Iterable[Valued],
    reference: ReferenceLine | None,
    span: tuple[float, float],
    decimals: int,
    size: float,
) -> Linear:
    """Make bars as long as their values' texts allow; what is printed as 0 stays short.

    Bars and values stand in `span`, from left to right; `decimals` are those printed.
    """
    bars = list(bars)
    printed = Need(10.0**-decimals, 0.0)
    upwards = any(bar.reach and bar.reach.tip > 0 for bar in bars)
    left: list[Need] = [] if upwards else [printed]
    right: list[Need] = [printed] if upwards else []
    for bar in bars:
        pad = bar.value.width + VALUE_GAP * size
        if bar.reach is None:
            right.append(Need(0.0, pad))
            continue
        if bar.reach.open:
            pad += ARROW_ROOM * size
        tip = bar.reach.tip
        (right if tip >= 0 else left).append(Need(abs(tip), pad))
        (left if tip >= 0 else right).append(Need(_behind(bar.reach), 0.0))
    if reference:
        (right if reference.value >= 0 else left).append(Need(abs(reference.value), 1.0))
    return scale_around_zero(left, right, *span)


def _behind(reach: Reach) -> float:
    """How far a range reaches to the other side of zero."""
    return max(0.0, -reach.least) if reach.tip >= 0 else max(0.0, reach.most)


def paint_bar(
    reach: Reach, scale: Linear, span: tuple[float, float], fill: Fill, size: float
) -> list[Item]:
    """Draw a bar between two heights: solid, then hatched or empty, then an arrow."""
    (top, bottom), colour = span, fill.colour
    items: list[Item] = []
    if reach.least != reach.most:
        ends = scale.at(reach.least), scale.at(reach.most)
        items += _possible(ends, top, bottom, colour, hatched=not reach.bound, size=size)
    if reach.sure:
        left, right = sorted((scale.at(0.0), scale.at(reach.sure)))
        items += paint_fill(fill, Box(left, top, right, bottom))
    if reach.open:
        tip = scale.at(reach.sure) + reach.open * _ARROW_GAP * size
        point = tip + reach.open * _ARROW * size
        middle, half = (top + bottom) / 2, min((bottom - top) / 2, _ARROW_HALF * size)
        path = polyline([(tip, middle - half), (point, middle), (tip, middle + half)])
        items.append(Shape(path, stroke=colour, width=1.3))
    return items


def _possible(
    ends: Point, top: float, bottom: float, colour: Colour, *, hatched: bool, size: float
) -> list[Item]:
    """Draw what may be: hatched between two ends, empty below a bound."""
    left, right = ends
    tint = mix(colour, WHITE, 0.78)
    items: list[Item] = [Shape(rectangle(left, top, right, bottom), fill=tint)]
    if hatched:
        lines = hatching(left, top, right, bottom, _HATCH * size)
        if lines:
            items.append(Shape(lines, stroke=colour, width=0.6))
    inset = min(0.35, (right - left) / 2)
    edge = rectangle(left + inset, top + 0.35, right - inset, bottom - 0.35)
    dash = () if hatched else (2.0, 1.5)
    items.append(Shape(edge, stroke=colour, width=0.7, dash=dash))
    return items


def set_value(bar: Valued, scale: Linear, middle: float, frame: Frame) -> list[Label]:
    """Place a value beyond its bar, on the side that the bar goes to."""
    size, fonts, reach = frame.look.size, frame.fonts, bar.reach
    gap = VALUE_GAP * size
    if reach is None:
        return set_block(bar.value, scale.at(0.0) + gap, middle, fonts)
    if reach.open:
        gap += ARROW_ROOM * size
    x = scale.at(reach.tip)
    if reach.tip < 0:
        return set_block(bar.value, x - gap, middle, fonts, "end")
    return set_block(bar.value, x + gap, middle, fonts)
