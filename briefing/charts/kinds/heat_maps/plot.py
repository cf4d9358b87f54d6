"""The picture of a heat map: heads, cells with figures, and what the shades mean."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.classes import Classes, classes_of, edge_of, shades
from briefing.charts.colours import WHITE
from briefing.charts.fills import text_on
from briefing.charts.kinds.heat_maps.sizes import Sizes, measure_cells
from briefing.charts.lettering.labels import cap_height, set_block
from briefing.charts.lettering.legend import Entry, Legend, hatch_box, set_legend
from briefing.charts.lettering.names import NAME_GAP
from briefing.charts.look import LEADING, Frame, Look
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import Path, polygon, rectangle
from briefing.charts.shapes.room import Box
from briefing.model.chart import HeatMap
from briefing.model.drawing import Label, Shape
from briefing.model.style import Colour

# In ems of the names.
_ROW_MOST, _ROW_LEAST = 2.6, 1.5
_ROW_PAD = 0.35
_HEAD_GAP, _LEGEND_GAP = 0.4, 0.75
_PLATE = 1.2  # height of what lies behind a figure on two shades

# In points.
_GAP, _EDGE, _RING = 1.4, 0.6, 1.3
_PLATE_PAD = 1.5
_LEGEND_ROOM = 190.0  # below the cells alone; where there is less, it begins at the left edge


class _Layout(Struct, frozen=True):
    """Where cells stand: from `left` and `top` on, each `wide` by `tall`, gaps included."""

    left: float
    top: float
    wide: float
    tall: float

    def box(self, row: int, column: int) -> Box:
        """Find a cell."""
        left, top = self.left + column * self.wide, self.top + row * self.tall
        half = _GAP / 2
        return Box(left + half, top + half, left + self.wide - half, top + self.tall - half)


def plot_cells(data: HeatMap, frame: Frame) -> Plot:
    """Draw the cells, in the height that they need."""
    size = frame.look.size
    amounts = [datum.amount for row in data.grid.cells for datum in row if datum.amount is not None]
    classes = classes_of(amounts, data.breaks, data.scale)
    tones = shades(frame.look, len(classes))
    sizes = measure_cells(data, _RING / 2, frame)
    left = sizes.column + NAME_GAP * size if sizes.column else _RING / 2
    entries = _entries(data, classes, tones, frame)
    legend, start = _legend(entries, left, frame)
    top = sizes.head + (_HEAD_GAP * size if sizes.head else _RING / 2)
    foot = legend.height + _LEGEND_GAP * size if entries else _RING / 2
    tall = _row_height(sizes, len(data.grid.rows), frame.height - top - foot, size)
    layout = _Layout(left, top, sizes.wide, tall)
    bottom = top + len(data.grid.rows) * tall
    items = _cells(data, classes, tones, layout, sizes, frame)
    items += _rings(data, layout, frame.look)
    items += _heads(layout, sizes, frame)
    low = bottom + _LEGEND_GAP * size
    items += set_legend(entries, start, low, frame.width, frame).items
    return Plot(items, bottom + foot, in_order=True)


def _legend(entries: Sequence[Entry], left: float, frame: Frame) -> tuple[Legend, float]:
    """Begin below the cells, or at the edge where that saves a row or there is too little room."""
    whole = set_legend(entries, 0.0, 0.0, frame.width, frame)
    if frame.width - left < _LEGEND_ROOM:
        return whole, 0.0
    below = set_legend(entries, left, 0.0, frame.width, frame)
    return (below, left) if below.height <= whole.height else (whole, 0.0)


def _row_height(sizes: Sizes, rows: int, wanted: float, size: float) -> float:
    lines = max(len(name.lines) for name in sizes.names)
    least = max(_ROW_LEAST * size, (lines * LEADING + _ROW_PAD) * size) + _GAP
    return max(least, min(wanted / rows, _ROW_MOST * size + _GAP))


def _entries(data: HeatMap, classes: Classes, tones: Sequence[Colour], frame: Frame) -> list[Entry]:
    """Explain the shades; an only one explains nothing."""
    entries = []
    if len(classes) > 1:
        texts = classes.texts(frame.words.language)
        entries = [
            Entry(text, tone, edge_of(tone, frame.look))
            for text, tone in zip(texts, tones, strict=True)
        ]
    cells = [datum for row in data.grid.cells for datum in row]
    if any(datum.amount is None and not datum.untold for datum in cells):
        entries.append(Entry(frame.words.no_data, None))
    return entries


# --- cells -------------------------------------------------------------------------------------


def _cells(
    data: HeatMap,
    classes: Classes,
    tones: Sequence[Colour],
    layout: _Layout,
    sizes: Sizes,
    frame: Frame,
) -> list[Item]:
    """Draw all cells of a class as one shape, and the figures on them."""
    look = frame.look
    inks = [*(text_on(tone, look.name.colour) for tone in tones), look.name.colour]
    plain = [replace(sizes.style, colour=ink) for ink in inks]
    bold = [replace(style, bold=True) for style in plain]
    rise = cap_height(sizes.style, frame.fonts) / 2
    edges = [edge_of(tone, look) for tone in tones]
    areas: list[list[Path]] = [[] for _ in tones]
    mixed: list[Item] = []
    labels: list[Label] = []
    texts = iter(sizes.texts)
    for number, cells in enumerate(data.grid.cells):
        styles = bold if data.grid.rows[number].highlighted else plain
        for column, datum in enumerate(cells):
            box = layout.box(number, column)
            if datum.amount is None:
                mixed += [] if datum.untold else hatch_box(box, look)
                continue
            first, last = classes.span(datum.amount)
            text, style = next(texts), styles[first]
            if first == last:
                areas[first].append(_inset(box, edges[first]))
            else:
                style = styles[-1]
                wide = frame.fonts.width(text, sizes.strong)
                mixed += _between(box, tones[first], tones[last], wide, look)
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2 + rise
            labels.append(Label(text, x, y, style, "middle"))
    shapes: list[Item] = []
    for tone, edge, paths in zip(tones, edges, areas, strict=True):
        if paths:
            path = tuple([segment for path in paths for segment in path])
            shapes.append(Shape(path, fill=tone, stroke=edge, width=_EDGE))
    return [*shapes, *mixed, *labels]


def _inset(box: Box, edge: Colour | None) -> Path:
    by = _EDGE / 2 if edge else 0.0
    return rectangle(box.left + by, box.top + by, box.right - by, box.bottom - by)


def _between(box: Box, low: Colour, high: Colour, wide: float, look: Look) -> list[Item]:
    """Draw a cell that may belong to more than one class: the lowest and the highest of them.

    Its figure stands on white, so that it can be read whatever they are.
    """
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    by = _EDGE / 2
    items: list[Item] = [
        Shape(polygon([(left, top), (right, bottom), (left, bottom)]), fill=low),
        Shape(polygon([(left, top), (right, top), (right, bottom)]), fill=high),
        Shape(
            rectangle(left + by, top + by, right - by, bottom - by),
            stroke=look.neutral,
            width=_EDGE,
        ),
    ]
    x, y = (left + right) / 2, (top + bottom) / 2
    across = min(wide / 2 + _PLATE_PAD, (right - left) / 2 - by)
    down = min(_PLATE * look.size / 2, (bottom - top) / 2 - by)
    plate = rectangle(x - across, y - down, x + across, y + down)
    return [*items, Shape(plate, fill=WHITE)]


def _rings(data: HeatMap, layout: _Layout, look: Look) -> list[Item]:
    """Draw around the rows and columns that are highlighted."""
    rows, columns = len(data.grid.rows), len(data.grid.columns)
    right, bottom = layout.left + columns * layout.wide, layout.top + rows * layout.tall
    paths = [
        rectangle(
            layout.left, layout.top + number * layout.tall,
            right, layout.top + (number + 1) * layout.tall,
        )
        for number, row in enumerate(data.grid.rows)
        if row.highlighted
    ]  # fmt: skip
    paths += [
        rectangle(
            layout.left + number * layout.wide, layout.top,
            layout.left + (number + 1) * layout.wide, bottom,
        )
        for number, column in enumerate(data.grid.columns)
        if column.highlighted
    ]  # fmt: skip
    colour = look.name.colour
    return [Shape(path, stroke=colour, width=_RING, join="round") for path in paths]


# --- heads -------------------------------------------------------------------------------------


def _heads(layout: _Layout, sizes: Sizes, frame: Frame) -> list[Label]:
    """Name the rows beside, and the columns above; turned upwards where they are narrow."""
    fonts = frame.fonts
    labels: list[Label] = []
    for number, name in enumerate(sizes.names):
        labels += set_block(name, 0.0, layout.top + (number + 0.5) * layout.tall, fonts)
    foot = layout.top - (_HEAD_GAP * frame.look.size if sizes.head else 0.0)
    for number, head in enumerate(sizes.heads):
        x = layout.left + (number + 0.5) * layout.wide
        if not sizes.turned:
            labels += set_block(head, x, foot - head.height / 2, fonts, "middle")
            continue
        leading = LEADING * head.style.size
        first = x + cap_height(head.style, fonts) / 2 - (len(head.lines) - 1) / 2 * leading
        labels += [
            Label(line, first + at * leading, foot, head.style, angle=90.0)
            for at, line in enumerate(head.lines)
            if line
        ]
    return labels
