"""The galley: the whole text as a flat list of unbreakable boxes, and the notes beside it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import add
from typing import NamedTuple

from msgspec import Struct

from briefing.errors import ContentError, Diagnostic
from briefing.layout.galley.items import emit
from briefing.layout.lines.paragraphs import Setter
from briefing.layout.stamps import Stamps
from briefing.layout.strip import Setting, Strip
from briefing.layout.strip.course import Course, Float, Opening, Segment, Stop
from briefing.layout.strip.entries import Entry, Frame, padding_between
from briefing.layout.strip.notes import Notes, set_notes
from briefing.model.flow import Flow
from briefing.model.style import PaperStyle


class Even(NamedTuple):
    """Columns of entries that are as low as they can be.

    Attributes:
        height: Of the highest.
        ends: The entry before which each ends; that of the last is the end of all.
        mean: Height of all together, shared out.
        dear: Sum of the penalties of what they end with.
    """

    height: float
    ends: tuple[int, ...]
    mean: float
    dear: float


class Chapter(NamedTuple):
    """What begins on a page of its own: entries from `start` to before `end`.

    Its notes and floats end before the next one begins.

    Attributes:
        first: Number of the first float called in it, or in a later one.
        last: Likewise of those called after it.
    """

    start: int
    end: int
    first: int
    last: int
    opening: Opening


class Galley(Struct, frozen=True):
    """Everything that is to be placed, in order.

    Attributes:
        penalties: Of a break after each entry.
        down: Where each entry would end if nothing were ever broken.
        above: To be added to `down` of any entry for where it ends in a region that begins with
            this one.
        lead: What stands above each entry where a region begins with it: the paddings of its
            boxes, a table's head.
        tail: What stands below each where a region ends with it: the paddings of its boxes.
        bottoms: `down` and `tail` together.
        due: How many notes are first marked before each entry, and in all.
        chapters: At least one, without gaps.
        segments: What stands in columns, in order.
        calls: For each float, the least entry before which a page may end that holds it.
        height: Of the tallest region.
        white: The most that may be lost between two columns.
        known: Heights that columns were found to come out at; see `columns.even`.
    """

    entries: tuple[Entry, ...]
    penalties: tuple[float, ...]
    down: tuple[float, ...]
    above: tuple[float, ...]
    lead: tuple[float, ...]
    tail: tuple[float, ...]
    bottoms: tuple[float, ...]
    due: tuple[int, ...]
    chapters: tuple[Chapter, ...]
    segments: tuple[Segment, ...]
    floats: tuple[Float, ...]
    calls: tuple[int, ...]
    notes: Notes
    height: float
    white: float
    known: dict[tuple[int, int], Even]

    def called(self, entry: int, chapter: Chapter) -> int:
        """How many floats have been called where a page ends before this entry of a chapter."""
        return min(chapter.last, bisect_right(self.calls, entry)) if self.floats else 0


def make_galley(flow: Flow, setter: Setter, height: float, stamps: Stamps) -> Galley:
    """Break all lines and line up what is to be placed, in regions of at most `height`.

    The title band and sheets keep clear of the stamps.

    Raises:
        ContentError: With everything that is too wide for its place.
        ValueError: A note has no marker, or a marker no note.
    """
    paper = flow.style.paper
    problems: list[Diagnostic] = []
    setting, course = Setting(setter, paper, height, flow.where, problems, stamps), Course()
    strip = Strip(setting, 0.0, paper.measure, course)
    emit(strip, flow.items)
    strip.finish()
    if problems:
        raise ContentError(problems)
    return _measured(flow, strip, course)


def _measured(flow: Flow, strip: Strip, course: Course) -> Galley:
    entries, setting = tuple(strip.entries), strip.setting
    first, due = _first_markers(entries)
    if sorted(first) != list(range(len(flow.notes))):
        raise ValueError(f"markers of notes {sorted(first)}, but {len(flow.notes)} notes")
    down, above, lead, tail = _heights(entries)
    chapters = _chapters(entries, course)
    width = notes_width(course.segments, setting.paper)
    whites = (e.white for s in course.segments for e in entries[s.start : s.end])
    return Galley(
        entries,
        tuple(strip.penalties),
        down,
        above,
        lead,
        tail,
        tuple(map(add, down, tail)),
        due,
        chapters,
        tuple(course.segments),
        tuple(course.floats),
        tuple(_calls(chapters, course.floats)),
        set_notes(flow.notes, first, setting.setter, setting.paper, width),
        setting.tallest,
        max(whites, default=0.0),
        {},
    )


def notes_width(segments: Iterable[Segment], paper: PaperStyle) -> float:
    """The measure of notes: where they stand in columns, that of the narrowest."""
    if not paper.column_notes:
        return paper.measure
    return min((segment.width for segment in segments), default=paper.measure)


def _first_markers(entries: Sequence[Entry]) -> tuple[list[int], tuple[int, ...]]:
    """Notes in the order of their first markers, and how many of them come before each entry."""
    first: dict[int, None] = {}
    due = [0]
    for entry in entries:
        for note in entry.notes:
            first.setdefault(note)
        due.append(len(first))
    return list(first), tuple(due)


def _heights(entries: Sequence[Entry]) -> tuple[tuple[float, ...], ...]:
    """`Galley.down`, `Galley.above`, `Galley.lead` and `Galley.tail`."""
    down: list[float] = []
    above: list[float] = []
    lead: list[float] = []
    tail: list[float] = []
    frames: tuple[Frame, ...] = ()
    y = top = bottom = 0.0
    for entry in entries:
        if entry.frames is not frames:
            y += padding_between(frames, entry.frames)
            frames = entry.frames
            top = sum(frame.top for frame in frames)
            bottom = sum(frame.bottom for frame in frames)
        y += entry.white + entry.height
        down.append(y)
        header = entry.header
        lead.append(top - entry.lift + (header.height if header is not None else 0.0))
        above.append(lead[-1] + entry.height - y)
        tail.append(bottom)
    return tuple(down), tuple(above), tuple(lead), tuple(tail)


def _chapters(entries: Sequence[Entry], course: Course) -> tuple[Chapter, ...]:
    count, floats = len(entries), len(course.floats)
    openings: dict[tuple[int, int], Opening] = {}
    for entry, called, opening in (*course.stops, Stop(count, floats, Opening())):
        known = openings.get((entry, called))
        openings[entry, called] = opening if known is None else known.then(opening)
    openings.setdefault((0, 0), Opening())
    if len(openings) == 1:
        return (Chapter(0, 0, 0, 0, openings[0, 0]),)
    return tuple(
        Chapter(start, end, first, last, openings[start, first])
        for (start, first), (end, last) in pairwise(sorted(openings))
    )


def _calls(chapters: Iterable[Chapter], floats: Sequence[Float]) -> Iterable[int]:
    """A float is called by what stands before it in its chapter, or by what follows."""
    for start, end, first, last, _ in chapters:
        for item in floats[first:last]:
            yield min(end, max(item.at, start + 1))
