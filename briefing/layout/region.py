"""Where a region may end: a pure function from a galley, a place in it and a region.

A region is a column of text with its notes at the foot. A page is one region today; columns are
several of them, and columns of one height are the height at which they come out even, since to
fill a region costs next to nothing once the lines are broken.
"""

from bisect import bisect_right
from dataclasses import dataclass
from math import inf
from operator import itemgetter
from typing import NamedTuple

from briefing.layout.galley import Galley
from briefing.layout.notes import LEAST, SLACK, Carried, Foot, fill_foot
from briefing.layout.strip import FORBIDDEN

WHITE = 50.0
"""White at a region's foot costs its square over this many points: 50 points cost 50."""

SPLIT = 25.0
"""Cost of dividing notes."""

LEFT_LINE = 2.0
"""Cost of each line of a note that is carried on, so that notes end soon."""

CROWDED = 0.6
"""Share of a region from which on notes are paid for like white while there is text to set."""

SHORT = 0.2
"""Share of a region below which a last page looks forgotten."""

FAR = 150.0
"""A break is not looked at if its white alone costs so much more than the best one."""


@dataclass(frozen=True, slots=True)
class Region:
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
        foot: Its notes; None if all of them are set whole.
        used: Height of its text.
    """

    cost: float
    start: State
    next: State
    foot: Foot | None
    used: float


def cuts(galley: Galley, start: State, region: Region, most: int) -> list[Cut]:
    """The `most` cheapest ways to fill a region, the cheapest first.

    Every one of them sets an entry or a line of a note, so filling comes to an end. Breaks that
    are forbidden are looked at only if there are no others, and notes of which only one line
    stands with their marker only if even that does not help.

    Returns:
        Nothing if the entry does not fit the region with one line of each of its notes.
    """
    ended = start.entry == len(galley.entries)
    for limit, least in _LEVELS:
        found = [] if ended else _with_text(galley, start, region.height, limit, least)
        if start.carried:
            found += _notes_alone(galley, start, region.height, least)
        if found:
            found.sort(key=_COST)
            return found[:most]
    return []


_LEVELS = ((FORBIDDEN, LEAST), (inf, LEAST), (inf, 1))
_COST = itemgetter(0)


def _with_text(galley: Galley, start: State, room: float, limit: float, least: int) -> list[Cut]:
    """Ways to fill a region with at least one entry; breaks dearer than `limit` are left out."""
    first, carried = start
    down, tail, penalties, due = galley.down, galley.tail, galley.penalties, galley.due
    notes, noted = galley.notes, due[first]
    count, stop = len(down), galley.stop(first)
    above = galley.lead[first] + galley.entries[first].height - down[first]
    lowest = bisect_right(down, room - above + SLACK, first, stop)
    found: list[Cut] = []
    enough = inf
    for end in range(lowest, first, -1):
        cost = penalties[end - 1] if end != stop else 0.0
        if cost >= limit:
            continue
        used = above + down[end - 1] + tail[end - 1]
        white = room - used
        foot: Foot | None = None
        rest: Carried = ()
        if carried or due[end] != noted:
            height = inf if carried else notes.height(noted, due[end])
            if height > white + SLACK:
                foot = fill_foot(notes, carried, noted, due[end], white, least)
                if foot is None:
                    continue
                rest, height = foot.carried, foot.height
                cost += _price(foot, room if end < count else inf)
            white -= height
        if white < -SLACK:
            continue
        if end < stop or rest:
            cost += white * white / WHITE
        elif end == count and first:
            cost += max(0.0, SHORT * room - used) ** 2 / WHITE
        found.append(Cut(cost, start, State(end, rest), foot, used))
        if foot is None:
            enough = min(enough, cost + FAR)
            if white * white > enough * WHITE:
                break
    return found


def _notes_alone(galley: Galley, start: State, room: float, least: int) -> list[Cut]:
    """The region that holds nothing but what is left of notes."""
    foot = fill_foot(galley.notes, start.carried, 0, 0, room, least)
    if foot is None or not foot.parts:
        return []
    if start.entry < len(galley.entries):
        cost = _price(foot, room) + (room - foot.height) ** 2 / WHITE
    else:
        cost = _price(foot, inf)
    return [Cut(cost, start, State(start.entry, foot.carried), foot, 0.0)]


def _price(foot: Foot, room: float) -> float:
    """What it costs to divide notes, to carry them on, and to crowd out the text."""
    crowded = max(0.0, foot.height - CROWDED * room)
    split = SPLIT if foot.left else 0.0
    return split + LEFT_LINE * foot.left + crowded * crowded / WHITE
