"""The picture of a line chart: everything in its place."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.axes.dates import year_of
from briefing.charts.axes.scale import Axis, Linear
from briefing.charts.colours import WHITE, mix
from briefing.charts.kinds.lines.axes import FOOT, paint_dates, paint_grid, paint_level
from briefing.charts.kinds.lines.bands import (
    Stretch,
    head_of,
    paint_levels,
    paint_stretches,
    place_stretches,
)
from briefing.charts.kinds.lines.remarks import (
    Segment,
    obstacles_of,
    paint_remarks,
    place_remarks,
    room_for,
)
from briefing.charts.kinds.lines.sizes import LEADER_GAP, Sizes, measure_lines
from briefing.charts.lettering.endings import Ending, set_ending, spread_endings
from briefing.charts.lettering.labels import ASCENT, DESCENT
from briefing.charts.look import Frame, Ink, inks
from briefing.charts.marks.tracks import Track, paint_bands, paint_line, paint_spots, place_line
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import Point, polyline
from briefing.charts.shapes.room import Box, is_crossed
from briefing.model.chart import LineChart
from briefing.model.drawing import Shape

# In ems of the names.
_PLOT_LEAST = 6.0  # height of the plot, at least
_END_GAP = 0.85  # from the plot to the labels, without leaders
_INSIDE_GAP = 0.7  # around a label inside the plot
_MOVED = 0.45  # a label that is moved farther gets a leader
_ROW_GAP = 0.5  # between a label in the rows above the plot and those of stretches

# In points.
_LEADER, _LABEL_GAP = 0.5, 2.0


class _Layout(Struct, frozen=True):
    """Everything placed, but for labels inside the plot.

    Attributes:
        edge: Where the labels in the margin begin.
        middles: Their heights, for each of the ends that stands there.
    """

    area: Box
    across: Linear
    up: Axis
    tracks: tuple[Track, ...]
    edge: float
    middles: Mapping[int, float]


def plot_lines(data: LineChart, frame: Frame) -> Plot:
    """Draw lines over time.

    Raises:
        ValueError: A value is not above zero on a logarithmic scale.
    """
    colours = inks(frame.look, tuple(line.highlighted for line in data.lines))
    places = [[year_of(point.date) for point in line.points] for line in data.lines]
    sizes = measure_lines(data, colours, places, frame)
    layout, inside = _lay_out(data, colours, places, sizes, frame)
    stretches = _stretches(data, layout, sizes, frame)
    while (head := head_of(stretches, frame.look.size)) > sizes.head:
        sizes = replace(sizes, head=head)
        layout, inside = _lay_out(data, colours, places, sizes, frame)
        stretches = _stretches(data, layout, sizes, frame)
    items = paint_stretches(stretches, layout.area, frame)
    items += paint_levels(sizes.levels, layout.area, layout.up, frame)
    items += paint_grid(sizes.ticks, layout.up, layout.area.right, sizes.note, frame)
    labels = {point.date: point.label for line in data.lines for point in line.points}
    items += paint_dates(labels, layout.across, layout.area.bottom, (0.0, frame.width), frame)
    items += _guides(data, layout, sizes, frame)
    items += _leaders(layout, frame)
    items += _lines(layout.tracks)
    items += _endings(layout, inside, sizes, frame)
    if data.remarks:
        items += _remarks(data, layout, inside, sizes, frame)
    return Plot(items, layout.area.bottom + FOOT * frame.look.size)


# --- places ------------------------------------------------------------------------------------


def _lay_out(
    data: LineChart,
    colours: Sequence[Ink],
    places: Sequence[Sequence[float]],
    sizes: Sizes,
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
    sizes: Sizes,
    inside: Sequence[int],
    frame: Frame,
) -> _Layout:
    size = frame.look.size
    margin = [number for number in range(len(sizes.ends)) if number not in inside]
    ends = [sizes.ends[number] for number in margin]
    bottom = max(frame.height - FOOT * size, sizes.head + _least(data, sizes, frame))
    up = sizes.up(bottom, sizes.head)
    heights = [up.at(line.points[-1].amount.best) for line in data.lines]
    heights += [(up.at(low) + up.at(high)) / 2 for low, high in sizes.guides]
    wanted = [heights[number] for number in margin]
    middles = spread_endings(ends, wanted, 0.0, bottom + (FOOT - DESCENT - ASCENT) * size)
    moved = any(abs(at - y) > _MOVED * size for at, y in zip(middles, wanted, strict=True))
    edge = frame.width - max(end.width for end in ends)
    right = edge - (LEADER_GAP if moved else _END_GAP) * size
    across = _across(places, sizes.left, right)
    tracks = tuple(
        place_line(line, years, ink, across, up)
        for line, years, ink in zip(data.lines, places, colours, strict=True)
    )
    area = Box(sizes.left, sizes.head, right, bottom)
    return _Layout(area, across, up, tracks, edge, dict(zip(margin, middles, strict=True)))


def _least(data: LineChart, sizes: Sizes, frame: Frame) -> float:
    """Tell how high the plot must be for all labels and remarks."""
    least = max(_PLOT_LEAST * frame.look.size, sum(end.height for end in sizes.ends) - sizes.head)
    if not data.remarks:
        return least
    width = frame.width - sizes.left - max(end.width for end in sizes.ends)
    width -= LEADER_GAP * frame.look.size
    return max(least, room_for(data.remarks, width, frame))


def _across(places: Sequence[Sequence[float]], left: float, right: float) -> Linear:
    first, last = min(years[0] for years in places), max(years[-1] for years in places)
    if first == last:
        return Linear(first - 1, last + 1, left, right)
    return Linear(first, last, left, right)


def _stretches(data: LineChart, layout: _Layout, sizes: Sizes, frame: Frame) -> list[Stretch]:
    """Place stretches of time beside the label of the highest grid line, and what stands on it."""
    if not data.bands:
        return []
    look, fonts = frame.look, frame.fonts
    gap = _ROW_GAP * look.size
    taken = [fonts.width(sizes.ticks[-1].text, look.quiet) + gap]
    if sizes.note:
        taken.append(fonts.width(sizes.note, look.aside) + gap)
    return place_stretches(data.bands, layout.across, taken, frame)


def _find_room(
    numbers: Sequence[int], layout: _Layout, sizes: Sizes, frame: Frame
) -> dict[int, Point]:
    """Find free places beside the ends of lines: at the right, above, below."""
    size, area = frame.look.size, layout.area
    courses: list[Sequence[Point]] = [course for track in layout.tracks for course in track.courses]
    courses += _levels(layout, sizes)
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
            box = _inside_box(end, x, y)
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


def _inside_box(end: Ending, x: float, middle: float) -> Box:
    return Box(x, middle - end.height / 2, x + end.width, middle + end.height / 2)


def _levels(layout: _Layout, sizes: Sizes) -> list[Segment]:
    """Give the lines to compare with."""
    heights = [layout.up.at(low) for low, high in sizes.guides if low == high]
    return [((layout.area.left, y), (layout.area.right, y)) for y in heights]


# --- drawing -----------------------------------------------------------------------------------


def _guides(data: LineChart, layout: _Layout, sizes: Sizes, frame: Frame) -> list[Item]:
    """Draw the line to compare with up to its label, and lead to labels that are moved."""
    colour, area = frame.look.quiet.colour, layout.area
    items: list[Item] = []
    for number, (low, high) in enumerate(sizes.guides, start=len(data.lines)):
        y = (layout.up.at(low) + layout.up.at(high)) / 2
        middle = layout.middles[number]
        moved = abs(middle - y) > _MOVED * frame.look.size
        if number == len(data.lines) and data.reference:
            end = area.right if moved else layout.edge - _LABEL_GAP
            items.append(paint_level(area.left, end, y, frame))
        if moved:
            points = [(area.right + 1.0, y), (layout.edge - _LABEL_GAP, middle)]
            items.append(Shape(polyline(points), stroke=colour, width=_LEADER))
    return items


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


def _endings(
    layout: _Layout, inside: Mapping[int, Point], sizes: Sizes, frame: Frame
) -> list[Item]:
    items: list[Item] = []
    for number, (x, middle) in inside.items():
        items += set_ending(sizes.ends[number], x, middle, frame.fonts, ground=WHITE)
    for number, middle in layout.middles.items():
        items += set_ending(sizes.ends[number], layout.edge, middle, frame.fonts)
    return items


def _remarks(
    data: LineChart, layout: _Layout, inside: Mapping[int, Point], sizes: Sizes, frame: Frame
) -> list[Item]:
    boxes = [_inside_box(sizes.ends[number], x, y) for number, (x, y) in inside.items()]
    others = _levels(layout, sizes)
    others += [
        ((last.x, last.y), (layout.area.right, last.y))
        for number, last in enumerate(track.spots[-1] for track in layout.tracks)
        if number in layout.middles and last.x < layout.area.right - 0.5
    ]
    obstacles = obstacles_of(layout.tracks, others, boxes)
    return paint_remarks(
        place_remarks(data.remarks, layout.tracks, obstacles, layout.area, frame), frame
    )
