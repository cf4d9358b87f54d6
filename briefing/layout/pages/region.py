"""Where a region may end: a pure function from a galley, a place in it and the room there is.

A region is text with its notes at the foot: a page, or a column that has notes of its own. To try
one costs next to nothing, since lines are broken and columns levelled only once.
"""

from bisect import insort
from math import inf
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from briefing.layout.galley import Chapter, Galley
from briefing.layout.pages.columns import WHITE
from briefing.layout.pages.floats import ALBUM, DELAY, Load, is_alone, loads, page_of_floats
from briefing.layout.pages.stacks import Ending, endings, settled
from briefing.layout.strip import FORBIDDEN, KEEP_WITH_NEXT
from briefing.layout.strip.notes import LEAST, SLACK, Carried, Foot, Notes, fill_foot

HOLE = 40.0
"""White from which on the foot of a page looks like a hole: three lines of 13 points."""

DEEP = 10.0
"""White beyond a hole costs its square over this many points more."""

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

EMPTY = 0.5
"""Share of a region below which that much text is not sent over, not even for a note."""

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
    """How far a document is set: the next entry, the notes that run on, and the next float."""

    entry: int
    carried: Carried
    floats: int = 0


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

    @property
    def floats(self) -> int:
        """How many floats it holds."""
        return self.next.floats - self.start.floats


def cuts(
    galley: Galley,
    chapter: Chapter,
    start: State,
    room: float,
    most: int,
    *,
    forced: bool = True,
) -> list[Cut]:
    """The `most` cheapest ways to fill a region of a chapter, the cheapest first.

    Every one of them sets an entry, a line of a note or a float, so filling comes to an end.
    Breaks that are forbidden are looked at only if there are no others, and notes of which only
    one line stands with their marker only if even that does not help; neither if not `forced`.

    Returns:
        Nothing if the entry does not fit the region with one line of each of its notes.
    """
    found: list[Cut] = []
    text = start.entry < chapter.end
    for limit, least in _LEVELS if forced else _LEVELS[:1]:
        if text:
            found = _with_text(galley, chapter, start, room, limit, least, most)
            if not found and limit < inf:
                continue
        if start.carried:
            found += _notes_alone(galley, chapter, start, room, least)
        if start.floats < chapter.last:
            found += _floats_alone(galley, chapter, start, room, least)
        if found:
            break
    found.sort(key=_COST)
    return found[:most]


_LEVELS = ((FORBIDDEN, LEAST), (inf, LEAST), (inf, 1))
_COST = itemgetter(0)


_Crowded = tuple[Ending, float, float]
"""A break after which not all notes fit: with its penalty, and the height of what does not."""


class _Task(NamedTuple):
    """Text that begins with `start`, for a region with so much room."""

    galley: Galley
    chapter: Chapter
    start: State
    room: float
    load: Load
    limit: float


def _with_text(
    galley: Galley,
    chapter: Chapter,
    start: State,
    room: float,
    limit: float,
    least: int,
    most: int,
) -> list[Cut]:
    if start.floats >= chapter.last:
        load = Load(start.floats, 0.0, start.entry + 1)
        return _filled(_Task(galley, chapter, start, room, load, limit), least, most)
    found: list[Cut] = []
    for load in loads(galley, chapter, start.entry, start.floats):
        task = _Task(galley, chapter, start, room - load.height, load, limit)
        crowd = _crowd(load.height, room)
        for cut in _filled(task, least, most):
            waiting = galley.called(cut.next.entry, chapter) - load.upto
            cost = cut.cost + DELAY * waiting + (crowd if cut.next.entry < chapter.end else 0.0)
            found.append(cut._replace(cost=cost))
    return found


def _filled(task: _Task, least: int, most: int) -> list[Cut]:
    """Ways to fill what room floats leave."""
    found: list[Cut] = []
    crowded = _add_breaks(found, task)
    _add_crowded_breaks(found, task, least, crowded, most)
    return _unburied(task.galley, found, task.room)


def _add_breaks(found: list[Cut], task: _Task) -> list[_Crowded]:
    """Find the breaks after which all notes fit, breaks dearer than the limit left out.

    Returns:
        Those after which the notes do not fit, the lowest on the page first.
    """
    galley, chapter, start, room, load, limit = task
    (first, carried, _), stop = start, chapter.end
    penalties, due, notes = galley.penalties, galley.due, galley.notes
    waiting = notes.gap + notes.waiting(carried)
    crowded: list[_Crowded] = []
    enough, noted, follow = inf, due[first], bool(carried)
    for ending in endings(galley, first, stop, room):
        end, used, stretch = ending
        if end < load.least:
            break
        cost = penalties[end - 1] if end != stop else 0.0
        if cost >= limit:
            continue
        foot = 0.0
        if follow or due[end] != noted:
            foot = waiting + notes.between(noted, due[end], follow=follow)
        white = room - used - foot
        if stretch is not None and white >= -SLACK:
            used, mean, alone = settled(galley, stretch, end)
            cost, white = cost + alone, room - used - foot
        if white < -SLACK or cost >= limit:
            if used <= room and cost < limit:
                crowded.append((ending, cost, -white))
            continue
        if end < stop:
            white += used - mean if stretch is not None else 0.0
            cost += _blank(white, penalties[end]) + (_crowd(foot, room) if foot else 0.0)
        elif first > chapter.start:
            cost += _forgotten(used, room)
        found.append(Cut(cost, start, State(end, (), load.upto), used, foot))
        enough = min(enough, cost + FAR)
        if white * white > enough * WHITE:
            break
    return crowded


def _add_crowded_breaks(
    found: list[Cut], task: _Task, least: int, crowded: list[_Crowded], most: int
) -> None:
    """Find what it costs to divide notes, as long as that may be among the `most` cheapest."""
    galley, chapter, start, room, load, limit = task
    notes, due, stop = galley.notes, galley.due, chapter.end
    noted = due[start.entry]
    costs = sorted(cut.cost for cut in found)
    for (end, used, stretch), penalty, over in reversed(crowded):
        dearest = costs[most - 1] if len(costs) >= most else inf
        surely = SPLIT + LEFT_LINE * over / notes.line
        if surely >= dearest:
            break
        if surely + penalty >= dearest:
            continue
        loss = 0.0
        if stretch is not None:
            used, mean, alone = settled(galley, stretch, end)
            loss = used - mean
            penalty += alone
            if used > room or penalty >= limit:
                continue
        foot = fill_foot(notes, start.carried, noted, due[end], room - used, least)
        if foot is None:
            continue
        white = room - used - foot.height + loss
        after = State(end, foot.carried, load.upto)
        after_it = galley.penalties[end] if end < stop else 0.0
        cost = penalty + _blank(white, after_it)
        cost += _price(notes, foot, room if end < stop else inf)
        cost += BURIED * _buried(galley, after)
        found.append(Cut(cost, start, after, used, foot.height))
        insort(costs, cost)


def _unburied(galley: Galley, found: list[Cut], room: float) -> list[Cut]:
    """Leave out what buries notes where little less text buries fewer, and some stays."""
    counts = [_buried(galley, cut.next) if cut.next.carried else 0 for cut in found]
    if not any(counts):
        return found
    ways = [
        (count, cut.used + SPARED)
        for count, cut in zip(counts, found, strict=True)
        if cut.used + cut.foot >= EMPTY * room
    ]
    return [
        cut
        for count, cut in zip(counts, found, strict=True)
        if not count or all(fewer >= count or reach < cut.used for fewer, reach in ways)
    ]


def _buried(galley: Galley, after: State) -> int:
    """How many notes are divided although another begins behind them."""
    last = galley.due[after.entry] - 1
    return sum(place < last for place, _ in after.carried)


def _notes_alone(
    galley: Galley, chapter: Chapter, start: State, room: float, least: int
) -> list[Cut]:
    """The region that holds nothing but what is left of notes."""
    foot = fill_foot(galley.notes, start.carried, 0, 0, room, least)
    if foot is None or foot.carried == start.carried:
        return []
    if start.entry < chapter.end:
        cost = _price(galley.notes, foot, room) + _blank(room - foot.height, 0.0)
    else:
        cost = _price(galley.notes, foot, inf) + _forgotten(0.0, room)
    return [Cut(cost, start, start._replace(carried=foot.carried), 0.0, foot.height)]


def _floats_alone(
    galley: Galley, chapter: Chapter, start: State, room: float, least: int
) -> list[Cut]:
    """The region that holds floats and what is left of notes."""
    entry, carried, first = start
    called = galley.called(entry, chapter)
    load = page_of_floats(galley, first, called, text=entry < chapter.end)
    if load is None:
        return []
    foot = fill_foot(galley.notes, carried, 0, 0, room - load.height, least)
    if foot is None:
        return []
    cost = _price(galley.notes, foot, inf) + DELAY * (called - load.upto)
    if not is_alone(galley, galley.floats[first]):
        cost += ALBUM
    return [Cut(cost, start, State(entry, foot.carried, load.upto), 0.0, foot.height)]


def _blank(white: float, penalty: float) -> float:
    """What white at the foot of a region costs if what comes next has this penalty behind it.

    A heading, a table or a figure with a title may leave a hole: what keeps it whole is plain.
    """
    cost = white * white / WHITE
    if white > HOLE and penalty < KEEP_WITH_NEXT:
        cost += (white - HOLE) ** 2 / DEEP
    return cost


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
