"""How high columns come out that share some entries as evenly as they can."""

from bisect import bisect_right
from math import inf

from briefing.layout.galley import Even, Galley
from briefing.layout.strip import FORBIDDEN, HYPHEN
from briefing.layout.strip.course import Segment
from briefing.layout.strip.notes import SLACK

WHITE = 50.0
"""White costs its square over this many points: 50 points cost 50."""


LINE = 16.0
"""Points by which a column may be higher than its share where others are not."""


def span(galley: Galley, start: int, end: int) -> float:
    """Height of a region with the entries from `start` to before `end`."""
    return galley.above[start] + galley.bottoms[end - 1]


def least(galley: Galley, start: int, end: int, segment: Segment) -> float:
    """A height that columns of these entries reach in any case."""
    count = segment.columns
    return (span(galley, start, end) - (count - 1) * galley.white) / count


def even(galley: Galley, start: int, end: int, segment: Segment) -> Even:
    """The lowest columns of a segment that hold the entries from `start` to before `end`.

    No column ends at a forbidden break unless no column as high as a page has another. A break
    inside a box or at a hyphen is avoided if that does not make them much higher.
    """
    known = galley.known.get((start, end))
    if known is None:
        known = _lowest(galley, start, end, segment, FORBIDDEN)
        if known.dear >= HYPHEN:
            other = _lowest(galley, start, end, segment, HYPHEN)
            if (other.height - known.height) ** 2 / WHITE + other.dear < known.dear:
                known = other
        galley.known[start, end] = known
    return known


def _lowest(galley: Galley, start: int, end: int, segment: Segment, limit: float) -> Even:
    """Fill columns again and again, each time as much higher as lets in one break more."""
    penalties = galley.penalties
    height = least(galley, start, end, segment)
    while True:
        ends: list[int] = []
        at, more, dear = start, inf, 0.0
        for _ in range(segment.columns - 1):
            before = at
            at, higher = _filled(galley, at, end, height, limit)
            more = min(more, higher)
            if at in (before, end):
                break
            ends.append(at)
            dear += penalties[at - 1]
        if at == end:
            break
        if len(ends) == segment.columns - 1:
            last = span(galley, at, end)
            if last <= height + SLACK:
                break
            more = min(more, last)
        height = more
    ends.append(end)
    starts = (start, *ends)
    spans = [span(galley, one, other) for one, other in zip(starts, ends, strict=False)]
    return Even(max(spans), tuple(ends), sum(spans) / segment.columns, dear)


def _filled(galley: Galley, start: int, end: int, height: float, limit: float) -> tuple[int, float]:
    """Where a column of at most this height ends, and the height that takes it further."""
    bottoms, penalties, above = galley.bottoms, galley.penalties, galley.above[start]
    room = height - above + SLACK
    lowest = at = bisect_right(galley.down, room, start, end)
    while at > start and (bottoms[at - 1] > room or (at < end and penalties[at - 1] >= limit)):
        at -= 1
    if at == end:
        return at, inf
    further = at + 1
    while further < end and (penalties[further - 1] >= limit or bottoms[further - 1] <= room):
        further += 1
    higher = above + bottoms[further - 1]
    if at > start or higher <= galley.height + SLACK:
        return at, higher
    return _forced(galley, start, lowest, room)


def _forced(galley: Galley, start: int, lowest: int, room: float) -> tuple[int, float]:
    """Likewise where no break is allowed in a column as high as a page."""
    bottoms, above = galley.bottoms, galley.above[start]
    at = lowest
    while at > start and bottoms[at - 1] > room:
        at -= 1
    further = at + 1
    while bottoms[further - 1] <= room:
        further += 1
    return at, above + bottoms[further - 1]


def levelled(galley: Galley, start: int, end: int, segment: Segment) -> tuple[int, ...]:
    """Where the columns end if none is higher than the highest must be, but all are alike.

    What cannot be shared out evenly makes the columns at the left a line higher.
    """
    cap, ends, _, dear = even(galley, start, end, segment)
    if dear >= HYPHEN:
        return ends
    found: list[int] = []
    at = start
    for left in range(segment.columns, 1, -1):
        if at == end:
            break
        at = _share(galley, at, end, left, cap)
        found.append(at)
    return (*found, end) if at < end else tuple(found)


def _share(galley: Galley, start: int, end: int, count: int, cap: float) -> int:
    """Where the first of so many columns ends."""
    mean = span(galley, start, end) / count
    lower, upper = start, start + 1
    while upper < end and (
        galley.penalties[upper - 1] >= HYPHEN or span(galley, start, upper) < mean - SLACK
    ):
        if galley.penalties[upper - 1] < HYPHEN:
            lower = upper
        upper += 1
    choices = [upper, lower]
    if lower > start and span(galley, start, upper) - mean > LINE:
        choices.reverse()
    for at in choices:
        fits = at > start and span(galley, start, at) <= cap + SLACK
        if fits and _suffices(galley, at, end, count - 1, cap):
            return at
    return _filled(galley, start, end, cap, HYPHEN)[0]


def _suffices(galley: Galley, start: int, end: int, count: int, cap: float) -> bool:
    """Whether so many columns hold the rest."""
    at = start
    for _ in range(count - 1):
        if at == end:
            break
        at = _filled(galley, at, end, cap, HYPHEN)[0]
    return at == end or span(galley, at, end) <= cap + SLACK
