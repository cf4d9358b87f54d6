"""The picture of a line chart: grid, lines, and labels at their ends."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.amounts import ends_of
from briefing.charts.colours import WHITE, mix
from briefing.charts.dates import date_ticks, year_of
from briefing.charts.endings import Ending, measure_ending, set_ending, spread_endings
from briefing.charts.intervals import cut_dashes
from briefing.charts.kinds.tracks import Track, paint_bands, paint_line, paint_spots, place_line
from briefing.charts.labels import ASCENT, DESCENT
from briefing.charts.look import LEADING, Frame, Ink, inks
from briefing.charts.paths import Point, polyline, rule, strokes
from briefing.charts.plot import Item, Plot
from briefing.charts.room import Box, is_crossed
from briefing.charts.scale import Linear, Tick, print_value, value_ticks
from briefing.model.chart import LineChart
from briefing.model.drawing import Label, Shape

# In ems of the names.
_TICK_GAP = 0.28  # between a grid line and the label on it
_LEFT_GAP = 0.7  # between the labels of the grid and the first date
_DATE_TICK, _DATE_BASELINE = 0.36, 1.36  # below the plot
_DATE_GAP = 1.8  # between two dates
_GRID_STEP, _GRID_TIGHT = 2.8, 1.8  # between grid lines, and where more of them fit better
_PLOT_LEAST = 6.0  # height of the plot, at least
_END_GAP, _LEADER_GAP = 0.85, 1.8  # from the plot to the labels, without and with leaders
_INSIDE_GAP = 0.7  # around a label inside the plot
_MOVED = 0.45  # a label that is moved farther gets a leader

_GRID_MOST, _GRID_MORE = 6, 2  # grid lines, and how many more where they fit better

# In points.
_LEADER, _LABEL_GAP = 0.5, 2.0

# Shares of the width.
_END_LIMIT, _LEFT_LIMIT, _PLOT_SHARE = 0.36, 0.4, 0.2


class _Sizes(Struct, frozen=True):
    """What is known before anything is placed.

    Attributes:
        ends: A label for each line, and one for the line to compare with.
        head: Height of what stands above the plot.
        reference: The value to compare with.
    """

    ticks: tuple[Tick, ...]
    left: float
    ends: tuple[Ending, ...]
    head: float
    reference: float | None


class _Layout(Struct, frozen=True):
    """Everything placed, but for labels inside the plot.

    Attributes:
        edge: Where the labels in the margin begin.
        middles: Their heights, for each of the ends that stands there.
    """

    area: Box
    across: Linear
    up: Linear
    tracks: tuple[Track, ...]
    edge: float
    middles: Mapping[int, float]


def plot_lines(data: LineChart, frame: Frame) -> Plot:
    """Draw lines over time."""
    colours = inks(frame.look, tuple(line.highlighted for line in data.lines))
    places = [[year_of(point.date) for point in line.points] for line in data.lines]
    sizes = _measure(data, colours, places, frame)
    layout, inside = _lay_out(data, colours, places, sizes, frame)
    items = _grid(sizes.ticks, layout, frame)
    items += _dates(data, layout, frame)
    if data.reference:
        y = layout.up.at(data.reference.value)
        items += _reference(y, layout, layout.middles[len(data.lines)], frame)
    items += _leaders(layout, frame)
    items += _lines(layout.tracks)
    for number, (x, middle) in inside.items():
        end = sizes.ends[number]
        items += set_ending(end, x, middle, frame.fonts, ground=WHITE)
    for number, middle in layout.middles.items():
        items += set_ending(sizes.ends[number], layout.edge, middle, frame.fonts)
    foot = (_DATE_BASELINE + DESCENT) * frame.look.size
    return Plot(items, layout.area.bottom + foot)


# --- places ------------------------------------------------------------------------------------


def _lay_out(
    data: LineChart,
    colours: Sequence[Ink],
    places: Sequence[Sequence[float]],
    sizes: _Sizes,
    frame: Frame,
) -> tuple[_Layout, Mapping[int, Point]]:
    """Place all; a line that ends early is named where it ends if there is room.

    The margin is then as narrow as the labels left there allow; where that takes the room from
    those inside again, it stays as wide as it was.
    """
    last = max(years[-1] for years in places)
    early = [number for number, years in enumerate(places) if years[-1] < last]
    layout = _place(data, colours, places, sizes, (), frame)
    inside = _find_room(early, layout, sizes, frame)
    if not inside:
        return layout, inside
    narrower = _place(data, colours, places, sizes, tuple(inside), frame)
    again = _find_room(list(inside), narrower, sizes, frame)
    if len(again) == len(inside):
        return narrower, again
    middles = {number: at for number, at in layout.middles.items() if number not in inside}
    return replace(layout, middles=middles), inside


def _place(
    data: LineChart,
    colours: Sequence[Ink],
    places: Sequence[Sequence[float]],
    sizes: _Sizes,
    inside: Sequence[int],
    frame: Frame,
) -> _Layout:
    size, ticks = frame.look.size, sizes.ticks
    margin = [number for number in range(len(sizes.ends)) if number not in inside]
    ends = [sizes.ends[number] for number in margin]
    least = max(_PLOT_LEAST * size, sum(end.height for end in sizes.ends) - sizes.head)
    bottom = max(frame.height - (_DATE_BASELINE + DESCENT) * size, sizes.head + least)
    up = Linear(ticks[0].value, ticks[-1].value, bottom, sizes.head)
    values = [line.points[-1].amount.best for line in data.lines]
    if data.reference:
        values.append(data.reference.value)
    wanted = [up.at(values[number]) for number in margin]
    middles = spread_endings(ends, wanted, 0.0, bottom + (_DATE_BASELINE - ASCENT) * size)
    moved = any(abs(at - y) > _MOVED * size for at, y in zip(middles, wanted, strict=True))
    edge = frame.width - max(end.width for end in ends)
    right = edge - (_LEADER_GAP if moved else _END_GAP) * size
    across = _across(places, sizes.left, right)
    tracks = tuple(
        place_line(line, years, ink, across, up)
        for line, years, ink in zip(data.lines, places, colours, strict=True)
    )
    area = Box(sizes.left, sizes.head, right, bottom)
    return _Layout(area, across, up, tracks, edge, dict(zip(margin, middles, strict=True)))


def _find_room(
    numbers: Sequence[int], layout: _Layout, sizes: _Sizes, frame: Frame
) -> dict[int, Point]:
    """Find free places beside the ends of lines: at the right, above, below."""
    size, area = frame.look.size, layout.area
    courses = [course for track in layout.tracks for course in track.courses]
    if sizes.reference is not None:
        y = layout.up.at(sizes.reference)
        courses.append([(area.left, y), (area.right, y)])
    found: dict[int, Point] = {}
    taken: list[Box] = []
    for number in numbers:
        end, last = sizes.ends[number], layout.tracks[number].spots[-1]
        aside = (end.height + _INSIDE_GAP * size) / 2 + _INSIDE_GAP * size / 2
        for x, y in (
            (last.x + _END_GAP * size, last.y),
            (last.x - _INSIDE_GAP * size / 2, last.y - aside),
            (last.x - _INSIDE_GAP * size / 2, last.y + aside),
        ):
            box = Box(x, y - end.height / 2, x + end.width, y + end.height / 2)
            wide = box.widened(_INSIDE_GAP * size / 2)
            if (
                area.holds(box)
                and not is_crossed(wide, courses)
                and not any(wide.meets(other) for other in taken)
            ):
                found[number] = x, y
                taken.append(box)
                break
    return found


# --- sizes -------------------------------------------------------------------------------------


def _measure(
    data: LineChart, colours: Sequence[Ink], places: Sequence[Sequence[float]], frame: Frame
) -> _Sizes:
    look, fonts, size = frame.look, frame.fonts, frame.look.size
    ticks = _grid_ticks(data, frame)
    left = max(fonts.width(tick.text, look.quiet) for tick in ticks[:-1]) + _LEFT_GAP * size
    left = min(left, _LEFT_LIMIT * frame.width)
    ends = _ends(data, colours, places, left, frame)
    head = (ASCENT + _TICK_GAP) * size
    if _is_broken(ticks):
        head += LEADING * size
    reference = data.reference.value if data.reference else None
    return _Sizes(ticks, left, ends, head, reference)


def _grid_ticks(data: LineChart, frame: Frame) -> tuple[Tick, ...]:
    values = [
        end
        for line in data.lines
        for point in line.points
        for end in ends_of(point.amount)
        if end is not None
    ]
    if data.reference:
        values.append(data.reference.value)
    size = frame.look.size
    most = max(3, min(int(frame.height / (_GRID_STEP * size)), _GRID_MOST))
    tight = min(int(frame.height / (_GRID_TIGHT * size)) - 1, most + _GRID_MORE)
    return value_ticks(min(values), max(values), most, data.scale, max(tight, most))


def _is_broken(ticks: Sequence[Tick]) -> bool:
    return ticks[0].value > 0 or ticks[-1].value < 0


def _ends(
    data: LineChart,
    colours: Sequence[Ink],
    places: Sequence[Sequence[float]],
    left: float,
    frame: Frame,
) -> tuple[Ending, ...]:
    """Measure what stands at the ends; a line that ends early says when.

    A line that is alone needs no name there: title and subtitle say what it is.
    """
    look, width = frame.look, frame.width
    room = width - left - _LEADER_GAP * look.size - _PLOT_SHARE * width
    room = min(room, _END_LIMIT * width)
    last = max(years[-1] for years in places)
    ends = []
    for line, years, ink in zip(data.lines, places, colours, strict=True):
        point = line.points[-1]
        value = point.text if years[-1] == last else f"{point.text} ({point.label})"
        name = line.label if len(data.lines) > 1 else ""
        ends.append(measure_ending(name, value, (ink.name, ink.value), room, frame.fonts))
    if data.reference:
        number = print_value(data.reference.value, data.scale, data.scale.decimals, bare=False)
        styles = look.quiet, look.quiet
        ends.append(measure_ending(data.reference.label, number, styles, room, frame.fonts))
    return tuple(ends)


def _across(places: Sequence[Sequence[float]], left: float, right: float) -> Linear:
    first, last = min(years[0] for years in places), max(years[-1] for years in places)
    if first == last:
        return Linear(first - 1, last + 1, left, right)
    return Linear(first, last, left, right)


# --- axes --------------------------------------------------------------------------------------


def _grid(ticks: Sequence[Tick], layout: _Layout, frame: Frame) -> list[Item]:
    """Draw lines from the drawing's edge; their labels stand on them, left of all data."""
    look, size, area = frame.look, frame.look.size, layout.area
    heights = [layout.up.at(tick.value) for tick in ticks]
    items: list[Item] = []
    for tick, y in zip(ticks, heights, strict=True):
        colour, width = (look.axis, 0.8) if tick.value == 0 else (look.grid, 0.6)
        items.append(rule((0.0, y), (area.right, y), colour, width))
    for tick, y in zip(ticks, heights, strict=True):
        items.append(Label(tick.text, 0.0, y - _TICK_GAP * size, look.quiet))
    if _is_broken(ticks):
        baseline = area.top - (_TICK_GAP + LEADING) * size
        items.append(Label(frame.words.broken_scale, 0.0, baseline, look.aside))
    return items


def _dates(data: LineChart, layout: _Layout, frame: Frame) -> list[Item]:
    look, fonts, size = frame.look, frame.fonts, frame.look.size
    across, bottom = layout.across, layout.area.bottom
    labels = {point.date: point.label for line in data.lines for point in line.points}
    per_year = (across.end - across.start) / (across.high - across.low)

    def room(text: str) -> float:
        return fonts.width(text, look.quiet) + _DATE_GAP * size

    ticks = date_ticks(labels, room, per_year)
    marks = [
        ((x, bottom), (x, bottom + _DATE_TICK * size))
        for x in (across.at(tick.at) for tick in ticks)
    ]
    items: list[Item] = [Shape(strokes(marks), stroke=look.axis, width=0.8)]
    for tick in ticks:
        half = fonts.width(tick.text, look.quiet) / 2
        x = min(max(across.at(tick.at), half), frame.width - half)
        items.append(Label(tick.text, x, bottom + _DATE_BASELINE * size, look.quiet, "middle"))
    return items


def _reference(y: float, layout: _Layout, middle: float, frame: Frame) -> list[Item]:
    """Draw a dashed line up to its label."""
    colour, area = frame.look.quiet.colour, layout.area
    moved = abs(middle - y) > _MOVED * frame.look.size
    end = area.right if moved else layout.edge - _LABEL_GAP
    _, dashes = cut_dashes((area.left, end), (), ())
    path = strokes([((start, y), (end, y)) for start, end in dashes])
    items: list[Item] = [Shape(path, stroke=colour, width=1.0)]
    if moved:
        points = [(area.right + 1.0, y), (layout.edge - _LABEL_GAP, middle)]
        items.append(Shape(polyline(points), stroke=colour, width=_LEADER))
    return items


# --- lines -------------------------------------------------------------------------------------


def _leaders(layout: _Layout, frame: Frame) -> list[Item]:
    """Lead from a line's end to its label where that does not stand right beside it."""
    right, end = layout.area.right, layout.edge - _LABEL_GAP
    items: list[Item] = []
    for number, track in enumerate(layout.tracks):
        if number not in layout.middles:
            continue
        last, middle = track.spots[-1], layout.middles[number]
        far = abs(middle - last.y) > _MOVED * frame.look.size
        tip = end, middle if far else last.y
        if last.x < right - 0.5:
            colour = mix(frame.look.axis, WHITE, 0.5)
            path = polyline([(last.x, last.y), (right, last.y), tip])
        elif far:
            colour = mix(track.ink.colour, WHITE, 0.3)
            path = polyline([(last.x, last.y), tip])
        else:
            continue
        items.append(Shape(path, stroke=colour, width=_LEADER))
    return items


def _lines(tracks: Sequence[Track]) -> list[Item]:
    """Paint areas below all lines, and what is highlighted last."""
    ordered = sorted(tracks, key=lambda track: track.highlighted)
    items = [item for track in ordered for item in paint_bands(track)]
    for track in ordered:
        items += paint_line(track)
        items += paint_spots(track)
    return items
