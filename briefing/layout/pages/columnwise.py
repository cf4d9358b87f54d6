"""Pages whose columns have notes of their own: regions that are filled one after the other.

The notes of what reaches across the columns stand at the foot of the columns below it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from briefing.layout.galley import Chapter, Galley
from briefing.layout.pages.columns import least, span
from briefing.layout.pages.region import Cut, State, cuts
from briefing.layout.pages.stacks import TOGETHER, Block, around
from briefing.layout.strip import FORBIDDEN
from briefing.layout.strip.course import Opening, Segment
from briefing.layout.strip.notes import Carried, Part

FINE = 0.5
"""Points to which the height of columns is found."""

CHOICES = 9
"""Ways to fill a region that are looked at."""


class Feet(NamedTuple):
    """Notes at the foot of a page or of a column, by the corner of the white above them."""

    x: float
    y: float
    width: float
    height: float
    parts: tuple[Part, ...]


class Filled(NamedTuple):
    """Text and notes of a page, or of the rest of one, and what the next goes on with."""

    blocks: tuple[Block, ...]
    feet: tuple[Feet, ...]
    entry: int
    carried: Carried

    def above(self, other: "Filled") -> "Filled":
        """Both, the other one further down."""
        return Filled(self.blocks + other.blocks, self.feet + other.feet, *other[2:])


class Filler(Struct, frozen=True):
    """Fills a page.

    Attributes:
        single: The galley without its columns, since each of them is filled alone.
        first: The entry with which the page begins.
        room: Its height.
        forced: Whether breaks are allowed that are forbidden, where nothing else fits it.
    """

    galley: Galley
    single: Galley
    chapter: Chapter
    first: int
    room: float
    forced: bool

    def page(self, carried: Carried) -> Filled | None:
        """As much as it holds, with what is left of notes.

        Returns:
            None if not even one entry fits.
        """
        if self.first < self.chapter.end:
            return self._rest(self.first, carried, 0.0)
        segments = self.galley.segments
        before = [segment for segment in segments if segment.start < self.first]
        return self._sequence(self.first, self.first, carried, before[-1], 0.0)

    def _rest(self, entry: int, carried: Carried, y: float) -> Filled | None:
        """What stands from `y` down, beginning with an entry."""
        stop = self.chapter.end
        if entry == stop:
            return Filled((), (), entry, carried)
        segment, end = around(self.galley, entry)
        if entry > self.first:
            y += self.galley.entries[entry].white
        if segment is None:
            return self._across(entry, min(end, stop), carried, y)
        return self._beside(entry, min(end, stop), carried, segment, y)

    def _across(self, entry: int, end: int, carried: Carried, y: float) -> Filled | None:
        """What reaches across, with columns below it or as the last on its page."""
        galley, stop, due = self.galley, self.chapter.end, self.galley.due
        height = span(galley, entry, end)
        if end < stop and y + height < self.room:
            waiting = (*carried, *((place, 0) for place in range(due[entry], due[end])))
            below = self._rest(end, waiting, y + height)
            if below is not None and below.entry > end:
                return Filled((Block(entry, end, 0.0, y),), (), end, ()).above(below)
        chapter = Chapter(entry, end, 0, 0, Opening())
        start, room, forced = State(entry, carried), self.room - y, self._forced(entry)
        ways = cuts(self.single, chapter, start, room, CHOICES, forced=forced)
        allowed = [cut for cut in ways if self._may_end(cut)] or (ways if forced else [])
        if not allowed:
            return None
        return self._filled([_best(allowed)], 0.0, galley.notes.width, y, room)

    def _forced(self, entry: int) -> bool:
        """Whether what begins with an entry must stand on this page, come what may."""
        return self.forced and entry == self.first

    def _may_end(self, cut: Cut) -> bool:
        """Whether a page may end with what reaches across."""
        end = cut.next.entry
        free = end in (self.chapter.end, cut.start.entry)
        return free or self.galley.penalties[end - 1] < FORBIDDEN

    def _beside(
        self, entry: int, end: int, carried: Carried, segment: Segment, y: float
    ) -> Filled | None:
        """Columns, as low as they can be where they end on this page."""
        columns = self._lowest(entry, end, carried, segment, segment.columns, self.room - y)
        if not columns:
            return self._sequence(entry, end, carried, segment, y)
        height = max(cut.used + cut.foot for cut in columns)
        below = self._rest(end, (), y + height)
        if below is None or below.entry == end:
            height = self.room - y  # notes at the foot of the page
            below = Filled((), (), end, ())
        return self._filled(columns, segment.pitch, segment.width, y, height).above(below)

    def _sequence(
        self, entry: int, end: int, carried: Carried, segment: Segment, y: float
    ) -> Filled | None:
        """Columns down to the foot of the page."""
        room, forced = self.room - y, self._forced(entry)
        columns = self._fill(entry, end, carried, segment.columns, room, forced=forced)
        if not columns:
            return None
        last = columns[-1].next
        if entry > self.first:
            few = last.entry - entry < TOGETHER * segment.columns and last.entry < end
            if few or any(done == 0 for _, done in last.carried):
                return None
        return self._filled(columns, segment.pitch, segment.width, y, self.room - y)

    def _lowest(
        self, entry: int, end: int, carried: Carried, segment: Segment, count: int, room: float
    ) -> list[Cut]:
        """The lowest columns that hold all entries and notes, none if `room` is not enough."""
        if entry < end and least(self.galley, entry, end, segment) > room:
            return []
        done, high, low = State(end, ()), room, 0.0
        found = self._fill(entry, end, carried, count, high)
        if not found or found[-1].next != done:
            return []
        while high - low > FINE:
            height = (high + low) / 2
            lower = self._fill(entry, end, carried, count, height)
            if lower and lower[-1].next == done:
                high, found = height, lower
            else:
                low = height
        first, others = found[0], found[1:]
        if len(others) > 1:
            start, left = first.next, len(others)
            others = self._lowest(start.entry, end, start.carried, segment, left, high) or others
        return [first, *others]

    def _fill(
        self,
        entry: int,
        end: int,
        carried: Carried,
        count: int,
        height: float,
        *,
        forced: bool = False,
    ) -> list[Cut]:
        """So many columns of one height, or fewer if that is enough."""
        found: list[Cut] = []
        state = State(entry, carried)
        for _ in range(count):
            if state == State(end, ()):
                break
            chapter = Chapter(state.entry, end, 0, 0, Opening())
            ways = cuts(self.single, chapter, state, height, CHOICES, forced=forced)
            if not ways:
                break
            found.append(_best(ways))
            state = found[-1].next
        return found

    def _filled(
        self, columns: Sequence[Cut], pitch: float, width: float, y: float, height: float
    ) -> Filled:
        blocks: list[Block] = []
        feet: list[Feet] = []
        galley = self.galley
        for number, cut in enumerate(columns):
            (start, carried, _), (end, rest, _) = cut.start, cut.next
            if start < end:
                blocks.append(Block(start, end, number * pitch, y))
            if cut.foot:
                parts = galley.notes.parts(carried, galley.due[start], galley.due[end], rest)
                x, top = number * pitch, y + height - cut.foot
                feet.append(Feet(x, top, width, cut.foot, tuple(parts)))
        return Filled(tuple(blocks), tuple(feet), *columns[-1].next[:2])


def _best(ways: Sequence[Cut]) -> Cut:
    """The cheapest way, but a region is not given to notes alone while there is text to set."""
    return next((cut for cut in ways if cut.next.entry > cut.start.entry), ways[0])
