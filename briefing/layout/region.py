"""Where a region may end: a pure function from a galley, a place in it and a region.

A region is a column of text with its notes at the foot. A page is one region today; columns are
several of them, and columns of one height are the height at which they come out even, since to
fill a region costs next to nothing once the lines are broken.
"""

from bisect import bisect_right, insort
from math import inf
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from briefing.layout.galley import Galley
from briefing.layout.notes import LEAST, SLACK, Carried, Foot, Notes, fill_foot
from briefing.layout.strip import FORBIDDEN

WHITE = 50.0
"""White at a region's foot costs its square over this many points: 50 points cost 50."""

SPLIT = 25.0
"""Cost of dividing notes."""

BRIEF = 6
"""Lines of the longest note that reads as one piece."""

TORN = 60.0
"""Cost of each such note that is divided: with `SPLIT`, that of five lines of white."""

BURIED = 300.0
"""Cost of each divided note behind which another begins: a reader looks for its end in vain."""

SPARED = 105.0
"""Points of text, eight lines of 13, that go over so that no note is buried, whatever it costs.

A rule instead of a price: burying may save a page, and a price above that of a page would empty
half of one for the sake of a long note.
"""

LEFT_LINE = 2.0
"""Cost of each line of a note that is carried on, so that notes end soon."""

CROWDED = 0.6
"""Share of a region from which on notes are paid for like white while there is text to set."""

SHORT = 0.2
"""Share of a region below which a last page looks forgotten."""

FAR = 100.0
"""A break is not looked at if its white alone costs so much more than the best one."""


class Region(Struct, frozen=True):
    """A place for text and its notes on a page."""

    x: float
    y: float
    width: float
    height: float


class State(NamedTuple):
    """How far a document is set: the next entry, and the notes that run on."""

    entry: int
    carried: Carried


class Cut(NamedTuple):
    """A way to fill a region.

    Attributes:
        cost: Of this region alone.
        start: What it begins with.
        next: What the next region begins with.
        used: Height of its text.
        foot: Height of its notes, with the white above them.
    """

    cost: float
    start: State
    next: State
    used: float
    foot: float


def cuts(galley: Galley, start: State, region: Region, most: int) -> list[Cut]:
    """The `most` cheapest ways to fill a region, the cheapest first.

    Every one of them sets an entry or a line of a note, so filling comes to an end. Breaks that
    are forbidden are looked at only if there are no others, and notes of which only one line
    stands with their marker only if even that does not help.

    Returns:
        Nothing if the entry does not fit the region with one line of each of its notes.
    """
    found: list[Cut] = []
    for limit, least in _LEVELS:
        if start.entry < len(galley.entries):
            crowded = _add_breaks(found, galley, start, region.height, limit)
            _add_crowded_breaks(found, galley, start, region.height, least, crowded, most)
            if not found and limit < inf:
                continue
        found = _unburied(galley, found)
        if start.carried:
            found += _notes_alone(galley, start, region.height, least)
        if found:
            break
    found.sort(key=_COST)
    return found[:most]


_LEVELS = ((FORBIDDEN, LEAST), (inf, LEAST), (inf, 1))
_COST = itemgetter(0)


class _Crowded(NamedTuple):
    """A break after which not all notes fit; `over` is the height of what does not."""

    end: int
    penalty: float
    used: float
    over: float


def _add_breaks(
    found: list[Cut], galley: Galley, start: State, room: float, limit: float
) -> list[_Crowded]:
    """Find the breaks after which all notes fit, breaks dearer than `limit` left out.

    Returns:
        Those after which the notes do not fit, the lowest on the page first.
    """
    first, carried = start
    down, tail, penalties, due = galley.down, galley.tail, galley.penalties, galley.due
    notes, noted, count, stop = galley.notes, due[first], len(down), galley.stop(first)
    waiting = notes.gap + notes.waiting(carried)
    above = galley.lead[first] + galley.entries[first].height - down[first]
    crowded: list[_Crowded] = []
    enough = inf
    for end in range(bisect_right(down, room - above + SLACK, first, stop), first, -1):
        cost = penalties[end - 1] if end != stop else 0.0
        if cost >= limit:
            continue
        used = above + down[end - 1] + tail[end - 1]
        foot = 0.0
        if carried or due[end] != noted:
            foot = waiting + notes.between(noted, due[end], follow=bool(carried))
        white = room - used - foot
        if white < -SLACK:
            if used <= room:
                crowded.append(_Crowded(end, cost, used, -white))
            continue
        if end < stop:
            cost += white * white / WHITE
            if foot:
                cost += _crowd(foot, room)
        elif end == count and first:
            cost += _forgotten(used, room)
        found.append(Cut(cost, start, State(end, ()), used, foot))
        enough = min(enough, cost + FAR)
        if white * white > enough * WHITE:
            break
    return crowded


def _add_crowded_breaks(
    found: list[Cut],
    galley: Galley,
    start: State,
    room: float,
    least: int,
    crowded: list[_Crowded],
    most: int,
) -> None:
    """Find what it costs to divide notes, as long as that may be among the `most` cheapest."""
    notes, due, count = galley.notes, galley.due, len(galley.entries)
    noted = due[start.entry]
    costs = sorted(cut.cost for cut in found)
    for end, penalty, used, over in reversed(crowded):
        dearest = costs[most - 1] if len(costs) >= most else inf
        surely = SPLIT + LEFT_LINE * over / notes.line
        if surely >= dearest:
            break
        if surely + penalty >= dearest:
            continue
        foot = fill_foot(notes, start.carried, noted, due[end], room - used, least)
        if foot is None:
            continue
        white = room - used - foot.height
        after = State(end, foot.carried)
        cost = penalty + white * white / WHITE + _price(notes, foot, room if end < count else inf)
        cost += BURIED * _buried(galley, after)
        found.append(Cut(cost, start, after, used, foot.height))
        insort(costs, cost)


def _unburied(galley: Galley, found: list[Cut]) -> list[Cut]:
    """Leave out what buries notes where little less text buries fewer."""
    counts = [_buried(galley, cut.next) if cut.next.carried else 0 for cut in found]
    if not any(counts):
        return found
    ways = [(count, cut.used + SPARED) for count, cut in zip(counts, found, strict=True)]
    return [
        cut
        for count, cut in zip(counts, found, strict=True)
        if not count or all(fewer >= count or reach < cut.used for fewer, reach in ways)
    ]


def _buried(galley: Galley, after: State) -> int:
    """How many notes are divided although another begins behind them."""
    last = galley.due[after.entry] - 1
    return sum(place < last for place, _ in after.carried)


def _notes_alone(galley: Galley, start: State, room: float, least: int) -> list[Cut]:
    """The region that holds nothing but what is left of notes."""
    foot = fill_foot(galley.notes, start.carried, 0, 0, room, least)
    if foot is None or foot.carried == start.carried:
        return []
    if start.entry < len(galley.entries):
        cost = _price(galley.notes, foot, room) + (room - foot.height) ** 2 / WHITE
    else:
        cost = _price(galley.notes, foot, inf) + _forgotten(0.0, room)
    return [Cut(cost, start, State(start.entry, foot.carried), 0.0, foot.height)]


def _forgotten(used: float, room: float) -> float:
    """What it costs if so little text stands on a last page."""
    return max(0.0, SHORT * room - used) ** 2 / WHITE


def _price(notes: Notes, foot: Foot, room: float) -> float:
    """What it costs to divide notes, to carry them on, and to crowd the text."""
    price = _crowd(foot.height, room)
    if foot.left:
        torn = sum(len(notes.queue[place].lines) <= BRIEF for place, _ in foot.carried)
        price += SPLIT + TORN * torn + LEFT_LINE * foot.left
    return price


def _crowd(foot: float, room: float) -> float:
    """What it costs if notes leave little of a region to the text."""
    return max(0.0, foot - CROWDED * room) ** 2 / WHITE
