"""What is known of a line chart before anything is placed: ticks, and labels at the ends."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.amounts import ends_of
from briefing.charts.axes.log_ticks import log_ticks
from briefing.charts.axes.scale import Axis, Linear, Logarithmic, Tick, value_ticks
from briefing.charts.kinds.lines.axes import HEAD
from briefing.charts.lettering.endings import Ending, measure_ending
from briefing.charts.look import LEADING, Frame, Ink
from briefing.charts.marks.comparison import print_reference
from briefing.charts.words.lines import line_words
from briefing.model.chart import Band, Line, LineChart, ReferenceLine, ValueBand

# In ems of the names.
_LEFT_GAP = 0.7  # between the labels of the grid and the first date
_GRID_STEP, _GRID_TIGHT = 2.8, 1.8  # between grid lines, and where more of them fit better
LEADER_GAP = 1.8
"""From the plot to labels that have leaders, in ems."""

_GRID_MOST, _GRID_MORE = 6, 2  # grid lines, and how many more where they fit better
_LOG_REACH = 1000  # times beyond the values: ends of stretches of values that are in sight
_LOG_MORE = 3  # grid lines of a logarithmic scale: most of them are near others

# Shares of the width.
_END_LIMIT, _LEFT_LIMIT, _PLOT_SHARE = 0.36, 0.4, 0.2


class Sizes(Struct, frozen=True):
    """What is known before anything is placed.

    Attributes:
        note: What must be said of the scale; may be empty.
        ends: A label for each line, then for each of the `guides`.
        levels: Stretches of values, as far as they are in sight.
        guides: The line to compare with and the stretches of values, each from low to high.
        head: Height of what stands above the plot.
    """

    ticks: tuple[Tick, ...]
    logarithmic: bool
    note: str
    left: float
    ends: tuple[Ending, ...]
    levels: tuple[ValueBand, ...]
    guides: tuple[tuple[float, float], ...]
    head: float

    def up(self, bottom: float, top: float) -> Axis:
        """Give the scale of values between two heights."""
        low, high = self.ticks[0].value, self.ticks[-1].value
        return (Logarithmic if self.logarithmic else Linear)(low, high, bottom, top)


def measure_lines(
    data: LineChart, colours: Sequence[Ink], places: Sequence[Sequence[float]], frame: Frame
) -> Sizes:
    """Measure what stands around the plot; `places` are the points' years with their fractions.

    Raises:
        ValueError: A value is not above zero on a logarithmic scale.
    """
    look, fonts, size = frame.look, frame.fonts, frame.look.size
    ticks = choose_ticks(data, frame.height, size)
    left = max(fonts.width(tick.text, look.quiet) for tick in ticks[:-1]) + _LEFT_GAP * size
    left = min(left, _LEFT_LIMIT * frame.width)
    note = ""
    if data.logarithmic:
        note = line_words(frame.words.language).logarithmic
    elif ticks[0].value > 0 or ticks[-1].value < 0:
        note = frame.words.broken_scale
    levels = tuple(_levels(data.bands, ticks))
    guides = [(level.low, level.high) for level in levels]
    if data.reference:
        guides.insert(0, (data.reference.value, data.reference.value))
    ends = _ends(data, levels, colours, places, left, frame)
    head = (HEAD + (LEADING if note else 0.0)) * size
    return Sizes(ticks, data.logarithmic, note, left, ends, levels, tuple(guides), head)


# --- ticks -------------------------------------------------------------------------------------


def choose_ticks(data: LineChart, height: float, size: float) -> tuple[Tick, ...]:
    """Choose the lines of the grid of a plot that is about so high."""
    most = max(3, min(int(height / (_GRID_STEP * size)), _GRID_MOST))
    if data.logarithmic:
        values = values_of(data.lines, data.reference, ())
        low, high = min(values) / _LOG_REACH, max(values) * _LOG_REACH
        values += [end for end in values_of((), None, data.bands) if low <= end <= high]
        return log_ticks(min(values), max(values), most + _LOG_MORE, data.scale)
    values = values_of(data.lines, data.reference, data.bands)
    tight = min(int(height / (_GRID_TIGHT * size)) - 1, most + _GRID_MORE)
    return value_ticks(min(values), max(values), most, data.scale, max(tight, most))


def values_of(
    lines: Sequence[Line], reference: ReferenceLine | None, bands: Sequence[Band]
) -> list[float]:
    """List all values that must be in sight."""
    values = [
        end
        for line in lines
        for point in line.points
        for end in ends_of(point.amount)
        if end is not None
    ]
    if reference:
        values.append(reference.value)
    for band in bands:
        if isinstance(band, ValueBand):
            values += [band.low, band.high]
    return values


def _levels(bands: Sequence[Band], ticks: Sequence[Tick]) -> list[ValueBand]:
    """Cut stretches of values off at the ends of the scale."""
    least, most = ticks[0].value, ticks[-1].value
    return [
        ValueBand(max(band.low, least), min(band.high, most), band.label)
        for band in bands
        if isinstance(band, ValueBand) and band.low < most and band.high > least
    ]


# --- labels at the ends ------------------------------------------------------------------------


def _ends(
    data: LineChart,
    levels: Sequence[ValueBand],
    colours: Sequence[Ink],
    places: Sequence[Sequence[float]],
    left: float,
    frame: Frame,
) -> tuple[Ending, ...]:
    """Measure what stands at the ends; a line that ends early says when.

    A line that is alone needs no name there: title and subtitle say what it is.
    """
    look, width = frame.look, frame.width
    room = width - left - LEADER_GAP * look.size - _PLOT_SHARE * width
    room = min(room, _END_LIMIT * width)
    last = max(years[-1] for years in places)
    ends = []
    for line, years, ink in zip(data.lines, places, colours, strict=True):
        point = line.points[-1]
        value = point.text if years[-1] == last else f"{point.text} ({point.label})"
        name = line.label if len(data.lines) > 1 else ""
        ends.append(measure_ending(name, value, (ink.name, ink.value), room, frame))
    if data.reference:
        number = print_reference(data.reference, data.scale)
        styles = look.quiet, look.quiet
        ends.append(measure_ending(data.reference.label, number, styles, room, frame))
    for level in levels:
        ends.append(measure_ending("", level.label, (look.aside, look.aside), room, frame))
    return tuple(ends)
