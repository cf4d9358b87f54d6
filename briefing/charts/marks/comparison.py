"""The line to compare with, upright through rows of marks, with its name above."""

from collections.abc import Iterable, Sequence

from briefing.charts.amounts import Reach
from briefing.charts.axes.intervals import Interval, cut_dashes
from briefing.charts.axes.scale import print_value
from briefing.charts.colours import WHITE
from briefing.charts.lettering.labels import Block, extent, set_block, wrap
from briefing.charts.look import Frame
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import strokes
from briefing.model.chart import ReferenceLine, Scale
from briefing.model.drawing import Label, Shape

REFERENCE_GAP = 0.35
"""Between the name of the line and the rows, in ems."""


def print_reference(reference: ReferenceLine, scale: Scale) -> str:
    """Print the value."""
    return print_value(reference.value, scale, scale.decimals, bare=False)


def measure_reference(reference: ReferenceLine, scale: Scale, frame: Frame) -> Block:
    """Set name and value of the line."""
    text = f"{reference.label} {print_reference(reference, scale)}"
    return wrap(text, frame.look.quiet, frame.width, frame.fonts, frame.words.language)


def paint_reference(
    x: float,
    head: Block,
    span: Interval,
    covered: Iterable[Interval],
    texts: Sequence[Label],
    frame: Frame,
) -> list[Item]:
    """Draw a dashed line, white on the bars, with no dash in a label, its own label above.

    It runs through `span`, from the first row to the last, in ascending order through the bars
    at the heights `covered`, and through none of the `texts`.
    """
    top, bottom = span
    size, half = frame.look.size, head.width / 2
    middle = min(max(x, half), frame.width - half)
    boxes = [extent(label, frame.fonts) for label in texts]
    taken = [(box.top, box.bottom) for box in boxes if box.left - 1.5 < x < box.right + 1.5]
    light, dark = cut_dashes((top - REFERENCE_GAP * size / 2, bottom), covered, taken)
    items: list[Item] = []
    for colour, dashes in ((frame.look.quiet.colour, dark), (WHITE, light)):
        if dashes:
            path = strokes([((x, start), (x, end)) for start, end in dashes])
            items.append(Shape(path, stroke=colour, width=1.0))
    height = top - REFERENCE_GAP * size - head.height / 2
    return items + set_block(head, middle, height, frame.fonts, "middle")


def covers(reach: Reach | None, value: float) -> bool:
    """Tell whether a value lies within the solid part of a bar."""
    return reach is not None and (0 < value < reach.sure or reach.sure < value < 0)
