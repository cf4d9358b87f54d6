"""Words beside points of lines, where they cover nothing."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot, inf

from msgspec import Struct

from briefing.charts.colours import WHITE
from briefing.charts.lettering.labels import ASCENT, Block, fold
from briefing.charts.look import LEADING, Frame
from briefing.charts.marks.tracks import Spot, Track
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import Point, circle, rectangle, rule
from briefing.charts.shapes.room import Box, crossings, meet
from briefing.model.chart import Remark
from briefing.model.drawing import Label, Shape

Segment = tuple[Point, Point]

# In ems of the names.
_ROOMS = (13.0, 9.0, 18.0)  # of a line of words, from the best on
_FAR = (0.9, 1.5, 2.3, 3.4, 5.0, 7.0, 9.5, 12.5)  # from the point to the words
_WHITE_AROUND = 0.35  # that keeps words off lines and labels
_WORSE = 0.5  # for each room after the best, as if so much farther off
_STEP = 1.0  # of the places that are tried last

# Where words stand from their point, and as how much farther off that counts.
_WAYS = (
    (-0.7, -0.7, 0.0), (0.7, -0.7, 0.0), (0.0, -1.0, 0.1), (-0.7, 0.7, 0.2), (0.7, 0.7, 0.2),
    (0.0, 1.0, 0.3), (1.0, 0.0, 0.4), (-1.0, 0.0, 0.4), (-0.95, -0.35, 0.3), (0.95, -0.35, 0.3),
    (-0.95, 0.35, 0.5), (0.95, 0.35, 0.5),
)  # fmt: skip

_COVERED, _CUT = 50.0, 4.0  # what it costs to cover words, or a line

# In points.
_RADIUS, _RING = 2.6, 1.1
_LEADER, _LEAST_LEADER, _OFF = 0.6, 2.5, 1.0


class Placed(Struct, frozen=True):
    """A remark that has its place.

    Attributes:
        covers: Something lies behind it.
    """

    spot: Spot
    block: Block
    box: Box
    covers: bool


class Obstacles(Struct):
    """What remarks should not cover."""

    segments: list[Segment]
    boxes: list[Box]


def obstacles_of(
    tracks: Sequence[Track], others: Sequence[Segment], boxes: Sequence[Box]
) -> Obstacles:
    """Gather the lines, what else is drawn, and the labels that have their places."""
    segments = [pair for track in tracks for course in track.courses for pair in pairwise(course)]
    return Obstacles([*segments, *others], list(boxes))


def room_for(remarks: Sequence[Remark], width: float, frame: Frame) -> float:
    """Tell the height in which all remarks can stand on top of each other."""
    size = frame.look.size
    room = min(_ROOMS[0] * size, width)
    blocks = [
        fold(remark.text, frame.look.value, room, frame.fonts, frame.words.language)
        for remark in remarks
    ]
    return sum(block.height + 2 * _WHITE_AROUND * size for block in blocks)


def place_remarks(
    remarks: Sequence[Remark],
    tracks: Sequence[Track],
    obstacles: Obstacles,
    area: Box,
    frame: Frame,
) -> list[Placed]:
    """Place one after the other, as near to its point as can be; each is an obstacle then."""
    placed = []
    for remark in remarks:
        spot = tracks[remark.line].spots[remark.point]
        obstacles.boxes.append(Box(spot.x, spot.y, spot.x, spot.y).widened(_RADIUS))
    for remark in remarks:
        spot = tracks[remark.line].spots[remark.point]
        one = _place(remark.text, spot, obstacles, area, frame)
        placed.append(one)
        obstacles.boxes.append(one.box)
        obstacles.segments += [_leader(one)]
    return placed


def paint_remarks(placed: Sequence[Placed], frame: Frame) -> list[Item]:
    """Draw a ring around each point, a leader and the words."""
    colour = frame.look.value.colour
    items: list[Item] = []
    for one in placed:
        (x, y), tip = _leader(one)
        if hypot(tip[0] - x, tip[1] - y) >= _LEAST_LEADER:
            items.append(rule((x, y), tip, colour, _LEADER))
        ring = circle(one.spot.x, one.spot.y, _RADIUS)
        items.append(Shape(ring, fill=WHITE, stroke=colour, width=_RING))
    for one in placed:
        box = one.box
        if one.covers:
            ground = rectangle(box.left - 1, box.top, box.right + 1, box.bottom)
            items.append(Shape(ground, fill=WHITE))
        style, x = one.block.style, (box.left + box.right) / 2
        for number, line in enumerate(one.block.lines):
            y = box.top + (ASCENT + number * LEADING) * style.size
            items.append(Label(line, x, y, style, "middle"))
    return items


def _leader(one: Placed) -> Segment:
    """Lead from the ring to the nearest side of the words."""
    spot, box = one.spot, one.box
    x = min(max(spot.x, box.left), box.right)
    y = min(max(spot.y, box.top), box.bottom)
    far = hypot(x - spot.x, y - spot.y) or 1.0
    start, end = _RADIUS + _RING / 2, max(far - _OFF, 0.0)
    dx, dy = (x - spot.x) / far, (y - spot.y) / far
    return (
        (spot.x + dx * start, spot.y + dy * start),
        (spot.x + dx * end, spot.y + dy * end),
    )


# --- places ------------------------------------------------------------------------------------


def _place(text: str, spot: Spot, obstacles: Obstacles, area: Box, frame: Frame) -> Placed:
    """Find the nearest place that is free, else the one that covers least."""
    blocks = _blocks(text, area, frame)
    best: tuple[float, Placed] | None = None
    for far, block, box in _candidates(blocks, spot, area, frame.look.size):
        if best and far >= best[0]:
            continue
        one = Placed(spot, block, box, covers=False)
        most = best[0] - far if best else inf
        cost = _cost(one, obstacles, frame.look.size, most)
        if not cost:
            return one
        if best is None or far + cost < best[0]:
            best = far + cost, Placed(spot, block, box, covers=True)
    if best is None:
        raise ValueError(f"a plot of {area} has no room for the remark {text!r}")
    return best[1]


def _blocks(text: str, area: Box, frame: Frame) -> list[Block]:
    """Set the words in several shapes, the best first."""
    look, fonts = frame.look, frame.fonts
    blocks: list[Block] = []
    for room in _ROOMS:
        block = fold(text, look.value, min(room * look.size, area.right - area.left), fonts)
        if block not in blocks:
            blocks.append(block)
    return blocks


def _candidates(
    blocks: Sequence[Block], spot: Spot, area: Box, size: float
) -> Iterator[tuple[float, Block, Box]]:
    """Give places inside the plot, nearest first, at last those all over it."""
    for cost, number, far, way in _around(len(blocks)):
        block = blocks[number]
        dx, dy, _ = _WAYS[way]
        half_x, half_y = block.width / 2, block.height / 2
        x = spot.x + dx * far * size + (half_x if dx > 0 else -half_x if dx else 0.0)
        y = spot.y + dy * far * size + (half_y if dy > 0 else -half_y if dy else 0.0)
        box = Box(x - half_x, y - half_y, x + half_x, y + half_y)
        if area.holds(box):
            yield cost, block, box
    for block in blocks:
        yield from _all_over(block, spot, area, size)


@lru_cache(maxsize=8)
def _around(count: int) -> list[tuple[float, int, float, int]]:
    """Sort what is tried around a point with so many shapes of words."""
    return sorted(
        (far + extra + number * _WORSE, number, far, way)
        for far in _FAR
        for way, (_, _, extra) in enumerate(_WAYS)
        for number in range(count)
    )


def _all_over(
    block: Block, spot: Spot, area: Box, size: float
) -> Iterator[tuple[float, Block, Box]]:
    width, height = block.width, block.height
    columns = max(int((area.right - area.left - width) / (2 * _STEP * size)), 0)
    rows = max(int((area.bottom - area.top - height) / (_STEP * size)), 0)
    for row in range(rows + 1):
        for column in range(columns + 1):
            left, top = area.left + column * 2 * _STEP * size, area.top + row * _STEP * size
            far = hypot(left + width / 2 - spot.x, top + height / 2 - spot.y) / size
            yield far + _FAR[-1], block, Box(left, top, left + width, top + height)


def _cost(one: Placed, obstacles: Obstacles, size: float, most: float) -> float:
    """Tell how much a place covers, 0 where it is free; no more is counted than `most`."""
    wide = one.box.widened(_WHITE_AROUND * size)
    segments = obstacles.segments
    cost = _COVERED * sum(wide.meets(other) for other in obstacles.boxes)
    if cost >= most:
        return cost
    cost += _CUT * crossings(wide, segments, (most - cost) / _CUT)
    if cost:
        return cost
    leader = _leader(one)
    cost += sum(meet(leader, segment) for segment in segments)
    return cost + sum(crossings(other, [leader]) for other in obstacles.boxes)
