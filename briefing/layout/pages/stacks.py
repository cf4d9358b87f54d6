"""The text of a page: stretches of one column and of several, one below the other."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise, repeat
from math import inf
from operator import attrgetter
from typing import NamedTuple

from briefing.layout.galley import Galley
from briefing.layout.pages.columns import even, least, levelled, span
from briefing.layout.strip import FORBIDDEN
from briefing.layout.strip.course import Segment
from briefing.layout.strip.notes import SLACK

TOGETHER = 2
"""Lines in each column that stand together on a page, before or behind what reaches across."""

ALONE = 100.0
"""Cost of fewer; below a heading fewer are forbidden."""


class Stretch(NamedTuple):
    """Entries that stand in one column, or in the columns of a segment.

    Attributes:
        top: From the top of the page's text.
        below: Whether something else stands above it.
    """

    start: int
    end: int
    top: float
    segment: Segment | None
    below: bool


Ending = tuple[int, float, Stretch | None]
"""The entry before which a page may end, and the height of its text. With a stretch, in whose
columns it ends, that is a height which it does not fall below; `settled` gives the true one."""


class Block(NamedTuple):
    """Entries one below the other, by their top-left corner from that of the page's text.

    Attributes:
        more: Share by which the white between them is greater.
    """

    start: int
    end: int
    x: float
    y: float
    more: float = 0.0


def endings(galley: Galley, start: int, stop: int, room: float) -> Iterator[Ending]:
    """Where text that begins with `start` may end within `room`, the lowest place first."""
    if not galley.segments:
        return _lines(galley, start, stop, 0.0, room)
    return _stacked(galley, start, stop, room)


def _stacked(galley: Galley, start: int, stop: int, room: float) -> Iterator[Ending]:
    for stretch in reversed(_stretches(galley, start, stop, room)):
        segment = stretch.segment
        if segment is None:
            yield from _lines(galley, stretch.start, stretch.end, stretch.top, room)
        else:
            yield from _columns(galley, stretch, segment, room)


def _lines(galley: Galley, start: int, stop: int, top: float, room: float) -> Iterator[Ending]:
    above = galley.above[start] + top
    last = bisect_right(galley.down, room - above + SLACK, start, stop)
    heights = map(above.__add__, reversed(galley.bottoms[start:last]))
    return zip(range(last, start, -1), heights, repeat(None))


def _columns(galley: Galley, stretch: Stretch, segment: Segment, room: float) -> Iterator[Ending]:
    start, stop, top, _, _ = stretch
    count, white = segment.columns, galley.white
    most = count * (room - top) + (count - 1) * white - galley.above[start] + SLACK
    for end in range(bisect_right(galley.down, most, start, stop), start, -1):
        low = top + least(galley, start, end, segment)
        if low <= room + SLACK:
            yield end, low, stretch


def settled(galley: Galley, stretch: Stretch, end: int) -> tuple[float, float, float]:
    """The height of a text that ends in columns, of its mean column, and what that costs."""
    start, _, top, segment, below = stretch
    assert segment is not None
    height, _, mean, _ = even(galley, start, end, segment)
    cost, few = 0.0, TOGETHER * segment.columns
    if end < segment.end:
        if below and end - start < 2 * few and _lonely(galley, start, end, segment):
            cost = FORBIDDEN if galley.penalties[start - 1] >= FORBIDDEN else ALONE
        elif segment.end - end < few:
            cost = ALONE
    return top + height, top + mean, cost


def _lonely(galley: Galley, start: int, end: int, segment: Segment) -> bool:
    """Whether too few lines stand in one of the columns."""
    ends = levelled(galley, start, end, segment)
    if len(ends) < segment.columns:
        return True
    return any(last - first < TOGETHER for first, last in pairwise((start, *ends)))


def blocks(galley: Galley, start: int, end: int) -> list[Block]:
    """How the entries from `start` to before `end` stand on a page."""
    found: list[Block] = []
    for first, stop, top, segment, _ in _stretches(galley, start, end, inf):
        if segment is None:
            found.append(Block(first, stop, 0.0, top))
            continue
        for number, last in enumerate(levelled(galley, first, stop, segment)):
            found.append(Block(first, last, number * segment.pitch, top))
            first = last
    return found


def _stretches(galley: Galley, start: int, stop: int, room: float) -> list[Stretch]:
    """The stretches of a page down to the one that `room` or `stop` cuts."""
    found: list[Stretch] = []
    at, y = start, 0.0
    while at < stop:
        segment, end = around(galley, at)
        end = min(end, stop)
        top = y + (galley.entries[at].white if at > start else 0.0)
        if top > room:
            break
        found.append(Stretch(at, end, top, segment, at > start))
        if segment is None:
            y = top + span(galley, at, end)
        elif least(galley, at, end, segment) <= room - top:
            y = top + even(galley, at, end, segment).height
        else:
            break
        at = end
    return found


def around(galley: Galley, entry: int) -> tuple[Segment | None, int]:
    """The segment in which an entry stands, if any, and where it or what is no segment ends."""
    segments = galley.segments
    place = bisect_right(segments, entry, key=_START)
    if place and entry < segments[place - 1].end:
        segment = segments[place - 1]
        return segment, segment.end
    return None, segments[place].start if place < len(segments) else len(galley.entries)


_START = attrgetter("start")
