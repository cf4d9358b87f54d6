"""The picture of a donut chart."""

from collections.abc import Sequence
from math import pi

from briefing.charts.colours import WHITE, mix
from briefing.charts.kinds.donuts.labels import place_around
from briefing.charts.kinds.donuts.list import place_list, set_figures
from briefing.charts.kinds.donuts.middle import measure_heading, set_middle
from briefing.charts.kinds.donuts.slices import Slice, cut_slices
from briefing.charts.lettering.labels import set_block
from briefing.charts.look import LEADING, Frame
from briefing.charts.marks.sectors import Ring, sector
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import polyline, strokes
from briefing.model.chart import DonutChart
from briefing.model.drawing import Shape

_RADIUS_MOST = 8.4  # in ems of the names
_HEADING_GAP = 0.6  # likewise

# In points.
_SPLIT = 1.4  # between slices
_NARROW = 0.4  # of a slice, for what is between it and the next
_LEADER = 0.6


def plot_donut(data: DonutChart, frame: Frame) -> Plot:
    """Draw the ring with names around it, else with a list beside or below.

    What does not fit into its middle stands above.
    """
    slices = cut_slices(data, frame)
    ring, items, bottom = _arrange(slices, 0.0, frame)
    middle = set_middle(data, ring, frame)
    if middle is None:
        middle, top = _heading(data, frame)
        ring, items, bottom = _arrange(slices, top, frame)
    return Plot([*_ring(slices, ring), *items, *middle], bottom)


def _arrange(slices: Sequence[Slice], top: float, frame: Frame) -> tuple[Ring, list[Item], float]:
    largest = _RADIUS_MOST * frame.look.size
    span = top, max(frame.height, top)
    around = place_around(slices, span, largest, frame)
    if around:
        colour = mix(frame.look.axis, WHITE, 0.25)
        leaders: list[Item] = [
            Shape(polyline(line), stroke=colour, width=_LEADER) for line in around.leaders
        ]
        return around.ring, [*leaders, *around.labels], around.bottom
    listed = place_list(slices, span, largest, frame)
    figures = set_figures(slices, listed.ring, frame)
    return listed.ring, [*listed.items, *figures], listed.bottom


def _heading(data: DonutChart, frame: Frame) -> tuple[list[Item], float]:
    items: list[Item] = []
    y = 0.0
    for block in measure_heading(data, frame):
        high = len(block.lines) * LEADING * frame.look.size
        items += set_block(block, 0.0, y + high / 2, frame.fonts)
        y += high
    return items, y + _HEADING_GAP * frame.look.size


def _ring(slices: Sequence[Slice], ring: Ring) -> list[Item]:
    """Draw the slices, with white between those that are next to each other."""
    seen = [one for one in slices if one.end > one.start]
    items: list[Item] = [
        Shape(sector(ring, one.start, one.end), fill=one.fill.colour, even_odd=len(seen) == 1)
        for one in seen
    ]
    if len(seen) == 1:
        return items
    around = pi * (ring.inner + ring.outer)
    splits: dict[float, list[float]] = {}
    for before, one in zip([seen[-1], *seen[:-1]], seen, strict=True):
        narrow = min(before.end - before.start, one.end - one.start) * around
        splits.setdefault(min(_SPLIT, _NARROW * narrow), []).append(one.start)
    for width, turns in splits.items():
        lines = [(ring.point(at, ring.inner - 1), ring.point(at, ring.outer + 1)) for at in turns]
        items.append(Shape(strokes(lines), stroke=WHITE, width=width))
    return items
