"""The picture of small multiples: a grid of panels with everything they share."""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from briefing.charts.axes.dates import year_of
from briefing.charts.axes.scale import Linear, Tick, value_ticks
from briefing.charts.colours import WHITE, mix
from briefing.charts.kinds.lines.axes import FOOT, paint_dates, paint_level
from briefing.charts.kinds.lines.bands import paint_levels, paint_times
from briefing.charts.kinds.lines.sizes import values_of
from briefing.charts.kinds.multiples.key import measure_key, paint_key
from briefing.charts.kinds.multiples.panel import Panel, Texts, paint_panel, print_ends
from briefing.charts.lettering.labels import DESCENT, Block, cap_height, fold
from briefing.charts.look import LEADING, Frame, inks
from briefing.charts.marks.tracks import place_line
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import polyline, rule, strokes
from briefing.charts.shapes.room import Box
from briefing.model.chart import Line, MultiplesChart
from briefing.model.drawing import Label, Segment, Shape, Stamped

# In ems of the names.
_WISH, _LEAST = 10.0, 6.5  # width of a panel; where the author says how many, at least
_DRAWN = 5.0  # of it for the line, whatever its values need
_BETWEEN, _BELOW = 1.7, 1.1  # from panel to panel
_NAME_GAP = 0.75  # below a name
_GUTTER_GAP = 0.6  # between the labels of the grid and the first panel
_LOWEST = 4.5  # height of a plot
_GRID_STEP, _GRID_TIGHT = 2.6, 1.45  # between grid lines, and where more of them fit better
_VALUE_GAP = 0.75  # before the last value

_VALUE_SHARE = 0.45  # of a panel's width, for the last value
_GRID_MOST = 6  # grid lines
_GUTTER_SHARE = 0.3  # of the width, for the labels of the grid
_CONTEXT = 14  # lines that can be told apart behind another
_FAINT = 0.62  # of white in them

_THIN = 0.6  # points


class _Sizes(Struct, frozen=True):
    """How the grid of panels is divided; lengths in points.

    Attributes:
        gridded: The lines of the grid have labels.
        left: Where the first panel begins.
        panel: Width of a panel.
        plot: Width of the plot in it, the rest is for the last value.
        names: Of each panel.
        heads: Height of the names of each row.
    """

    columns: int
    rows: int
    gridded: bool
    left: float
    panel: float
    plot: float
    names: tuple[Block, ...]
    heads: tuple[float, ...]


def plot_multiples(data: MultiplesChart, frame: Frame) -> Plot:
    """Draw small charts in rows, with one scale and one line of time."""
    last = max(year_of(point.date) for line in data.lines for point in line.points)
    texts = [print_ends(line, data.scale, last) for line in data.lines]
    size = frame.look.size
    key = measure_key(data, frame)
    sizes, low, ticks = _fit(data, texts, key.height, frame)
    panels = _panels(data, texts, sizes, ticks, key.height, low)
    items = paint_key(key, frame)
    items += _shared(data, panels, ticks, frame)
    colours = inks(frame.look, (False,))[0], inks(frame.look, (True,))[0]
    for panel, line in zip(panels, data.lines, strict=True):
        name = sizes.names[panel.number]
        items += _name(name, panel)
        items += paint_panel(panel, line, colours[line.highlighted], frame)
    items += _labels(data, panels, ticks, sizes, frame)
    foot = FOOT * size
    return Plot(items, max(panel.area.bottom for panel in panels) + foot)


def _name(name: Block, panel: Panel) -> list[Item]:
    """Place a name so that it ends right above the head of the plot."""
    baseline = panel.head - DESCENT * name.style.size
    lines = enumerate(reversed(name.lines))
    leading = LEADING * name.style.size
    return [
        Label(line, panel.area.left, baseline - number * leading, name.style)
        for number, line in lines
    ]


# --- sizes -------------------------------------------------------------------------------------


def _fit(
    data: MultiplesChart, texts: Sequence[Texts], top: float, frame: Frame
) -> tuple[_Sizes, float, tuple[Tick, ...]]:
    """Divide the grid: sizes, height of a plot, and ticks that have room beside it.

    The room for the labels sets how many panels stand side by side, hence how high they are, hence
    which labels there are. It only grows here, and there are few sets of ticks, so this ends.
    """
    ticks = _ticks(data, _LOWEST * frame.look.size, frame)
    room = 0.0
    while True:
        room = max(room, _widest(ticks, frame))
        sizes = _measure(data, texts, room, frame)
        low = _plot_height(sizes, frame, top, len(data.lines))
        ticks = _ticks(data, low, frame)
        if not sizes.gridded or _widest(ticks, frame) <= room:
            return sizes, low, ticks


def _widest(ticks: Sequence[Tick], frame: Frame) -> float:
    return max(frame.fonts.width(tick.text, frame.look.quiet) for tick in ticks)


def _ticks(data: MultiplesChart, height: float, frame: Frame) -> tuple[Tick, ...]:
    values = values_of(data.lines, data.reference, data.bands)
    most, tight = (int(height / (step * frame.look.size)) + 1 for step in (_GRID_STEP, _GRID_TIGHT))
    return value_ticks(
        min(values),
        max(values),
        min(most, _GRID_MOST),
        data.scale,
        min(tight, _GRID_MOST),
        bare=True,
    )


def _measure(data: MultiplesChart, texts: Sequence[Texts], room: float, frame: Frame) -> _Sizes:
    """Divide the width, with this room for the labels of the grid."""
    look, fonts, size = frame.look, frame.fonts, frame.look.size
    left = room + _GUTTER_GAP * size
    if not (gridded := left <= _GUTTER_SHARE * frame.width):
        left = _GUTTER_GAP * size  # the values at the ends of the lines must do
    value, least = (
        max(fonts.width(text, look.strong_value) for text in printed) + _VALUE_GAP * size
        for printed in (
            [ends.last for ends in texts],
            [text for ends in texts for text in (ends.short, ends.first)],
        )
    )
    gap = _BETWEEN * size
    columns = _columns(data, frame.width - left + gap, (value, least), gap, size)
    rows = ceil(len(data.lines) / columns)
    panel = (frame.width - left + gap) / columns - gap
    plot = panel - min(value, _VALUE_SHARE * panel)
    strong = inks(look, (True,))[0].name
    names = tuple(
        fold(
            line.label,
            strong if line.highlighted else look.strong_name,
            panel,
            fonts,
            frame.words.language,
        )
        for line in data.lines
    )
    heads = tuple(
        max(name.height for name in names[row * columns : (row + 1) * columns]) + _NAME_GAP * size
        for row in range(rows)
    )
    return _Sizes(columns, rows, gridded, left, panel, plot, names, heads)


def _columns(
    data: MultiplesChart, room: float, values: tuple[float, float], gap: float, size: float
) -> int:
    """Choose how many stand side by side: what is wished, else what fits, in rows of one length."""
    count = len(data.lines)
    if data.across:
        return max(1, min(data.across, count, int(room / (max(_LEAST * size, values[1]) + gap))))
    wish = max(_WISH * size, values[0] + _DRAWN * size)
    most = max(1, min(count, int(room / (wish + gap))))
    return ceil(count / ceil(count / most))


def _plot_height(sizes: _Sizes, frame: Frame, top: float, count: int) -> float:
    size = frame.look.size
    free = frame.height - top - sum(sizes.heads) - _gaps(sizes, count, size) - FOOT * size
    return max(free / sizes.rows, _LOWEST * size)


def _gaps(sizes: _Sizes, count: int, size: float) -> float:
    return sum(_below(row, sizes, count, size) for row in range(sizes.rows - 1))


def _below(row: int, sizes: _Sizes, count: int, size: float) -> float:
    """Give the room below a row: more where dates stand there."""
    is_bottom = row == sizes.rows - 2 and count % sizes.columns
    return (_BELOW + (FOOT if is_bottom else 0.0)) * size


def _panels(
    data: MultiplesChart,
    texts: Sequence[Texts],
    sizes: _Sizes,
    ticks: Sequence[Tick],
    top: float,
    height: float,
) -> list[Panel]:
    years = [year_of(point.date) for line in data.lines for point in line.points]
    first, last = min(years), max(years)
    if first == last:
        first, last = first - 1, last + 1
    size = sizes.names[0].style.size
    step = sizes.panel + _BETWEEN * size
    panels = []
    for number, ends in enumerate(texts):
        row, column = divmod(number, sizes.columns)
        if number and not column:
            top += sizes.heads[row - 1] + height + _below(row - 1, sizes, len(texts), size)
        head = top + sizes.heads[row]
        left = sizes.left + column * step
        area = Box(left, head, left + sizes.plot, head + height)
        across = Linear(first, last, area.left, area.right)
        up = Linear(ticks[0].value, ticks[-1].value, area.bottom, area.top)
        right = left + sizes.panel
        panels.append(Panel(number, area, right, head - _NAME_GAP * size, across, up, ends))
    return panels


# --- what panels share -------------------------------------------------------------------------


def _shared(
    data: MultiplesChart, panels: Sequence[Panel], ticks: Sequence[Tick], frame: Frame
) -> list[Item]:
    """Draw bands, grid, lines to compare with and all lines faintly, in each panel alike."""
    filled = [panel for panel, line in zip(panels, data.lines, strict=True) if line.points]
    model = filled[0]
    shapes: list[Shape] = paint_times(data.bands, model.area, model.across, frame)
    shapes += paint_levels(data.bands, model.area, model.up, frame)
    shapes += _grid(model, ticks, frame)
    if 1 < len(filled) <= _CONTEXT:
        shapes += _context(data.lines, model, frame)
    if data.reference:
        y = model.up.at(data.reference.value)
        shapes.append(paint_level(model.area.left, model.area.right, y, frame))
    left, top = model.area.left, model.area.top
    at = tuple((panel.area.left - left, panel.area.top - top) for panel in filled)
    return [Stamped(shape, at) for shape in shapes]


def _grid(panel: Panel, ticks: Sequence[Tick], frame: Frame) -> list[Shape]:
    area, look = panel.area, frame.look
    heights = [panel.up.at(tick.value) for tick in ticks if tick.value]
    path = strokes([((area.left, y), (area.right, y)) for y in heights])
    grid = [Shape(path, stroke=look.grid, width=_THIN)]
    if ticks[0].value <= 0 <= ticks[-1].value:
        y = panel.up.at(0.0)
        grid.append(rule((area.left, y), (area.right, y), look.axis, 0.8))
    return grid


def _context(lines: Sequence[Line], panel: Panel, frame: Frame) -> list[Shape]:
    path: list[Segment] = []
    ink = inks(frame.look, (False,))[0]
    for line in lines:
        places = [year_of(point.date) for point in line.points]
        for stretch in place_line(line, places, ink, panel.across, panel.up).stretches():
            if len(stretch) > 1:
                path += polyline([(spot.x, spot.y) for spot in stretch])
    colour = mix(frame.look.axis, WHITE, _FAINT)
    return [Shape(tuple(path), stroke=colour, width=_THIN)] if path else []


def _labels(
    data: MultiplesChart,
    panels: Sequence[Panel],
    ticks: Sequence[Tick],
    sizes: _Sizes,
    frame: Frame,
) -> list[Item]:
    """Print values at the left of each row, and dates below each column."""
    look, size = frame.look, frame.look.size
    up = cap_height(look.quiet, frame.fonts) / 2
    x = sizes.left - _GUTTER_GAP * size
    items: list[Item] = [
        Label(tick.text, x, panel.up.at(tick.value) + up, look.quiet, "end")
        for panel in panels[:: sizes.columns]
        for tick in ticks
        if sizes.gridded
    ]
    named = {point.date: point.label for line in data.lines for point in line.points}
    half = _BETWEEN * size / 2 - 1.0
    for panel in panels[-sizes.columns :]:
        room = panel.area.left - half, panel.right + half
        room = max(room[0], 0.0), min(room[1], frame.width)
        items += paint_dates(named, panel.across, panel.area.bottom, room, frame)
    return items
