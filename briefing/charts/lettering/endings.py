"""Labels at the right ends of lines: a name and a value each, spread apart."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.axes.scale import NBSP
from briefing.charts.lettering.labels import Block, cap_height, fold, spread, wrap
from briefing.charts.look import LEADING, Frame
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import rectangle
from briefing.model.drawing import Label, Shape
from briefing.model.style import Colour, TextStyle
from briefing.text.fonts import Fonts

_GAP = 0.4  # between name and value, in ems
_LINE = 1.14  # the room of one line, in ems


class Ending(Struct, frozen=True):
    """A measured label.

    Attributes:
        rows: Lines from the top; of each its texts with their places from the left.
    """

    rows: tuple[tuple[tuple[float, str, TextStyle], ...], ...]
    width: float
    height: float


def measure_ending(
    name: str, value: str, styles: tuple[TextStyle, TextStyle], room: float, frame: Frame
) -> Ending:
    """Set name and value beside each other, or below each other where `room` is too narrow.

    Without a name the value stands alone, in the style of the name.
    """
    bold, plain = styles
    fonts = frame.fonts
    if not name:
        block = _whole(value, bold, room, fonts)
        rows = tuple(((0.0, line, bold),) for line in block.lines)
        return Ending(rows, block.width, ((len(rows) - 1) * LEADING + _LINE) * bold.size)
    size = max(bold.size, plain.size)
    start = fonts.width(name, bold) + _GAP * size
    width = start + fonts.width(value, plain)
    if width <= room:
        return Ending((((0.0, name, bold), (start, value, plain)),), width, _LINE * size)
    blocks = wrap(name, bold, room, fonts, frame.words.language), _whole(value, plain, room, fonts)
    rows = tuple(((0.0, line, block.style),) for block in blocks for line in block.lines)
    height = ((len(rows) - 1) * LEADING + _LINE) * size
    return Ending(rows, max(block.width for block in blocks), height)


def _whole(value: str, style: TextStyle, room: float, fonts: Fonts) -> Block:
    """Set a value in as many lines as it needs: a number that is cut is another number."""
    return fold(value.replace(NBSP, " "), style, room, fonts)


def spread_endings(
    endings: Sequence[Ending], wanted: Sequence[float], low: float, high: float
) -> list[float]:
    """Find the middles of labels, as near to `wanted` as can be; those of equal wish in order."""
    order = sorted(range(len(endings)), key=lambda number: (wanted[number], number))
    found = spread(
        [wanted[number] for number in order],
        [endings[number].height for number in order],
        low,
        high,
    )
    middles = dict(zip(order, found, strict=True))
    return [middles[number] for number in range(len(endings))]


def set_ending(
    ending: Ending, x: float, middle: float, fonts: Fonts, *, ground: Colour | None = None
) -> list[Item]:
    """Place a label so that it is centred on the height `middle`; `ground` hides what is behind."""
    style = ending.rows[0][0][2]
    leading = LEADING * style.size
    baseline = middle + cap_height(style, fonts) / 2 - (len(ending.rows) - 1) / 2 * leading
    half = ending.height / 2
    items: list[Item] = []
    if ground:
        box = rectangle(x - 1, middle - half, x + ending.width + 1, middle + half)
        items.append(Shape(box, fill=ground))
    items += [
        Label(text, x + start, baseline + number * leading, style)
        for number, row in enumerate(ending.rows)
        for start, text, style in row
        if text
    ]
    return items
