"""What surrounds lines over time: the grid with its values, and dates below."""

from collections.abc import Mapping, Sequence

from briefing.charts.axes.dates import DateTick, date_ticks
from briefing.charts.axes.intervals import cut_dashes
from briefing.charts.axes.scale import Axis, Linear, Tick
from briefing.charts.lettering.labels import ASCENT, DESCENT
from briefing.charts.look import LEADING, Frame
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import rule, strokes
from briefing.model.country import Date
from briefing.model.drawing import Label, Shape

# In ems of the names.
TICK_GAP = 0.28
"""Between a grid line and the label on it, in ems."""
HEAD = ASCENT + TICK_GAP
"""What the label on the highest grid line needs above it, in ems."""
_DATE_TICK, _DATE_BASELINE = 0.36, 1.36  # below the plot
_DATE_GAP, _DATE_LEAST = 1.8, 0.5  # between two dates, and where they had to be moved
FOOT = _DATE_BASELINE + DESCENT
"""What the dates need below the plot, in ems."""


def paint_grid(
    ticks: Sequence[Tick], up: Axis, right: float, note: str, frame: Frame
) -> list[Item]:
    """Draw lines from the drawing's edge; their labels stand on them, left of all data."""
    look, size = frame.look, frame.look.size
    heights = [up.at(tick.value) for tick in ticks]
    items: list[Item] = []
    for tick, y in zip(ticks, heights, strict=True):
        colour, width = (look.axis, 0.8) if tick.value == 0 else (look.grid, 0.6)
        items.append(rule((0.0, y), (right, y), colour, width))
    for tick, y in zip(ticks, heights, strict=True):
        items.append(Label(tick.text, 0.0, y - TICK_GAP * size, look.quiet))
    if note:
        items.append(Label(note, 0.0, heights[-1] - (TICK_GAP + LEADING) * size, look.aside))
    return items


def paint_dates(
    labels: Mapping[Date, str],
    across: Linear,
    bottom: float,
    room: tuple[float, float],
    frame: Frame,
) -> list[Item]:
    """Name dates below a plot, none beyond the ends of `room`."""
    look, fonts, size = frame.look, frame.fonts, frame.look.size
    per_year = (across.end - across.start) / (across.high - across.low)

    def need(text: str) -> float:
        return fonts.width(text, look.quiet) + _DATE_GAP * size

    ticks = date_ticks(labels, need, per_year)
    named: list[tuple[float, float, DateTick]] = []
    for tick in ticks:
        half = fonts.width(tick.text, look.quiet) / 2
        x = min(max(across.at(tick.at), room[0] + half), room[1] - half)
        while named and named[-1][0] + named[-1][1] + _DATE_LEAST * size > x - half:
            named.pop()
        named.append((x, half, tick))
    marks = [
        ((x, bottom), (x, bottom + _DATE_TICK * size))
        for x in (across.at(tick.at) for _, _, tick in named)
    ]
    items: list[Item] = [Shape(strokes(marks), stroke=look.axis, width=0.8)]
    baseline = bottom + _DATE_BASELINE * size
    items += [Label(tick.text, x, baseline, look.quiet, "middle") for x, _, tick in named]
    return items


def paint_level(start: float, end: float, y: float, frame: Frame) -> Shape:
    """Draw a dashed line to compare with."""
    _, dashes = cut_dashes((start, end), (), ())
    path = strokes([((left, y), (right, y)) for left, right in dashes])
    return Shape(path, stroke=frame.look.quiet.colour, width=1.0)
