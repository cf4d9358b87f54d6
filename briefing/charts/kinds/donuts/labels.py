"""Names and figures around a ring, each beside its slice."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from math import hypot, pi, sqrt

from msgspec import Struct

from briefing.charts.kinds.donuts.slices import HOLE, Slice, words_of_part
from briefing.charts.lettering.labels import Block, set_block, spread, wrap
from briefing.charts.look import LEADING, Frame
from briefing.charts.marks.bars import wrap_value
from briefing.charts.marks.sectors import Ring
from briefing.charts.shapes.paths import Point
from briefing.charts.shapes.room import Box, is_crossed
from briefing.model.drawing import Label

_NAME_LIMIT = 0.3  # of the width
_EDGE = 0.15  # of a slice, where no leader begins

# In ems of the names.
_GAP = 0.8  # from the ring to the names
_LINE = 0.28  # between two names, beside their leading
_THIN = 1.2  # a slice that is narrower has a leader to its name
_RADIUS_LEAST = 5.0
_ABOVE = 0.5  # above and below the ring
_SMALLER = 0.94  # from try to try

# In points.
_OFF = 1.5  # of leaders from ring and names


class Tag(Struct, frozen=True):
    """Name and figure of a slice, below each other."""

    blocks: tuple[Block, Block]
    width: float
    height: float


class Around(Struct, frozen=True):
    """A ring with its names placed; `leaders` lead to those that stand off their slices."""

    ring: Ring
    labels: list[Label]
    leaders: list[list[Point]]
    bottom: float


class _Side(Struct, frozen=True):
    """The slices whose names stand at the right (1) or the left (-1), from the top."""

    sign: int
    numbers: list[int]


class _Spot(Struct, frozen=True):
    """A tag placed: at the right or the left of the centre, in points from it."""

    number: int
    side: int
    off: float
    y: float


def place_around(
    slices: Sequence[Slice], span: tuple[float, float], largest: float, frame: Frame
) -> Around | None:
    """Place names around the largest ring that leaves room for all; None where there is none.

    The ring stands between the heights `span` and has at most the radius `largest`.
    """
    if any(one.part.amount is None for one in slices):
        return None  # what has no slice cannot stand beside it
    tags = [_measure(one, frame) for one in slices]
    if any(tag.blocks[0].is_cramped for tag in tags):
        return None
    size = frame.look.size
    least = _RADIUS_LEAST * size
    radius = max(min(largest, (span[1] - span[0]) / 2 - _ABOVE * size), least)
    while radius >= least:
        for column in (False, True):
            found = _try(slices, tags, radius, span[0], frame, column=column)
            if found:
                return found
        radius *= _SMALLER
    return None


def _measure(one: Slice, frame: Frame) -> Tag:
    room, size = _NAME_LIMIT * frame.width, frame.look.size
    (name, strong), (value, plain) = words_of_part(one.part, frame)
    blocks = (
        wrap(name, strong, room, frame.fonts, frame.words.language),
        wrap_value(value, plain, room, frame.fonts),
    )
    lines = sum(len(block.lines) for block in blocks)
    width = max(block.width for block in blocks)
    return Tag(blocks, width, (lines * LEADING + _LINE) * size)


def _try(
    slices: Sequence[Slice],
    tags: Sequence[Tag],
    radius: float,
    top: float,
    frame: Frame,
    *,
    column: bool,
) -> Around | None:
    down = [number for number, one in enumerate(slices) if one.middle < 0.5]
    up = [number for number, one in enumerate(slices) if one.middle >= 0.5]
    sides = _Side(1, down), _Side(-1, up[::-1])
    tall = max(
        2 * (radius + _ABOVE * frame.look.size),
        *(sum(tags[number].height for number in side.numbers) for side in sides),
    )
    ring = Ring(0.0, top + tall / 2, HOLE * radius, radius)
    spots = [
        spot
        for side in sides
        for spot in _spots(slices, tags, side, ring, (top, top + tall), frame, column=column)
    ]
    reach = {1: radius, -1: radius}
    for spot in spots:
        reach[spot.side] = max(reach[spot.side], spot.off + tags[spot.number].width)
    if reach[1] + reach[-1] > frame.width:
        return None
    x = min(max(frame.width / 2, reach[-1]), frame.width - reach[1])
    ring = Ring(x, ring.y, ring.inner, ring.outer)
    leaders = _leaders(slices, tags, spots, ring, frame)
    if leaders is None:
        return None
    labels = [label for spot in spots for label in _set(tags[spot.number], spot, x, frame)]
    return Around(ring, labels, leaders, top + tall)


def _spots(
    slices: Sequence[Slice],
    tags: Sequence[Tag],
    side: _Side,
    ring: Ring,
    span: tuple[float, float],
    frame: Frame,
    *,
    column: bool,
) -> Iterator[_Spot]:
    """Spread the tags of one side, close to the ring or in a column."""
    distance = ring.outer + _GAP * frame.look.size
    wanted = [ring.point(slices[number].middle, distance)[1] for number in side.numbers]
    found = spread(wanted, [tags[number].height for number in side.numbers], *span)
    for number, y in zip(side.numbers, found, strict=True):
        aside = max(abs(y - ring.y) - tags[number].height / 2, 0.0)
        close = sqrt(max(distance**2 - aside**2, 0.0))
        least = _GAP * frame.look.size
        yield _Spot(number, side.sign, distance + least if column else max(close, least), y)


def _set(tag: Tag, spot: _Spot, x: float, frame: Frame) -> Iterator[Label]:
    leading = LEADING * frame.look.size
    y = spot.y - sum(len(block.lines) for block in tag.blocks) * leading / 2
    at = x + spot.side * spot.off
    for block in tag.blocks:
        high = len(block.lines) * leading
        yield from set_block(
            block, at, y + high / 2, frame.fonts, "start" if spot.side > 0 else "end"
        )
        y += high


# --- leaders -----------------------------------------------------------------------------------


def _leaders(
    slices: Sequence[Slice],
    tags: Sequence[Tag],
    spots: Sequence[_Spot],
    ring: Ring,
    frame: Frame,
) -> list[list[Point]] | None:
    """Lead from slices to names that do not face them, or only just; None if that is in vain."""
    size = frame.look.size
    boxes = [_box(tags[spot.number], spot, ring.x) for spot in spots]
    leaders: list[list[Point]] = []
    for number, spot in enumerate(spots):
        one, box = slices[spot.number], boxes[number]
        facing = ring.turn(ring.x + spot.side * spot.off, min(max(ring.y, box.top), box.bottom))
        start, wide = _outlet(one, facing)
        if wide * 2 * pi * ring.outer >= _THIN * size and start == facing:
            continue
        others = [*islice(boxes, number), *islice(boxes, number + 1, None)]
        leader = _leader(start, spot, ring, others, size)
        if leader is None:
            return None
        leaders.append(leader)
    return leaders


def _outlet(one: Slice, facing: float) -> tuple[float, float]:
    """Find where on a slice a leader begins: as near to its name as can be, off the edges."""
    wide = one.end - one.start
    first, last = one.start + _EDGE * wide, one.end - _EDGE * wide
    if first <= facing <= last:
        return facing, wide
    before, after = (first - facing) % 1.0, (facing - last) % 1.0
    return (first if before <= after else last), wide


def _leader(
    turn: float, spot: _Spot, ring: Ring, others: Sequence[Box], size: float
) -> list[Point] | None:
    """Go straight, else out from the ring first; never over the ring or another name."""
    end = ring.x + spot.side * (spot.off - _OFF), spot.y
    start = ring.point(turn, ring.outer + _OFF)
    corner = ring.point(turn, ring.outer + _GAP * size / 2)
    for line in ([start, end], [start, corner, end]):
        clear = all(_distance(ring, a, b) >= ring.outer + _OFF / 2 for a, b in pairwise(line))
        if clear and not any(is_crossed(box, [line]) for box in others):
            return line
    return None


def _distance(ring: Ring, start: Point, end: Point) -> float:
    """How near a straight line comes to the centre of the ring."""
    (x, y), (to_x, to_y) = start, end
    across, down = to_x - x, to_y - y
    length = across**2 + down**2 or 1.0
    share = min(max(((ring.x - x) * across + (ring.y - y) * down) / length, 0.0), 1.0)
    return hypot(x + share * across - ring.x, y + share * down - ring.y)


def _box(tag: Tag, spot: _Spot, x: float) -> Box:
    near, far = x + spot.side * spot.off, x + spot.side * (spot.off + tag.width)
    half = tag.height / 2
    return Box(min(near, far), spot.y - half, max(near, far), spot.y + half)
