"""The galley: the whole text as a flat list of unbreakable boxes, and the notes beside it."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from briefing.errors import ContentError, Diagnostic
from briefing.layout.entries import Entry, Frame, padding_between
from briefing.layout.items import emit
from briefing.layout.notes import Notes, set_notes
from briefing.layout.paragraphs import Setter
from briefing.layout.strip import Setting, Strip
from briefing.model.flow import Flow


class Galley(Struct, frozen=True):
    """Everything that is to be placed, in order.

    Attributes:
        penalties: Of a break after each entry.
        down: Where each entry would end if nothing were ever broken.
        lead: What stands above each entry where a region begins with it: the paddings of its
            boxes, a table's head.
        tail: What stands below each where a region ends with it: the paddings of its boxes.
        due: How many notes are first marked before each entry, and in all.
        stops: Numbers of the entries before which a region must end; the last is their count.
    """

    entries: tuple[Entry, ...]
    penalties: tuple[float, ...]
    down: tuple[float, ...]
    lead: tuple[float, ...]
    tail: tuple[float, ...]
    due: tuple[int, ...]
    stops: tuple[int, ...]
    notes: Notes

    def stop(self, start: int) -> int:
        """The number of the entry before which a region that begins with `start` must end."""
        return self.stops[bisect_right(self.stops, start)]


def make_galley(flow: Flow, setter: Setter, height: float) -> Galley:
    """Break all lines and line up what is to be placed, in regions of at most `height`.

    Raises:
        ContentError: With everything that is too wide for its place.
        ValueError: A note has no marker, or a marker no note.
    """
    paper = flow.style.paper
    problems: list[Diagnostic] = []
    strip = Strip(Setting(setter, paper, height, flow.where, problems), 0.0, paper.measure)
    emit(strip, flow.items)
    strip.finish()
    if problems:
        raise ContentError(problems)
    return _measured(flow, strip, setter)


def _measured(flow: Flow, strip: Strip, setter: Setter) -> Galley:
    entries = tuple(strip.entries)
    first, due = _first_markers(entries)
    if sorted(first) != list(range(len(flow.notes))):
        raise ValueError(f"markers of notes {sorted(first)}, but {len(flow.notes)} notes")
    down, lead, tail = _heights(entries)
    return Galley(
        entries,
        tuple(strip.penalties),
        down,
        lead,
        tail,
        due,
        (*strip.stops, len(entries)),
        set_notes(flow.notes, first, setter, flow.style.paper),
    )


def _first_markers(entries: Sequence[Entry]) -> tuple[list[int], tuple[int, ...]]:
    """Notes in the order of their first markers, and how many of them come before each entry."""
    first: dict[int, None] = {}
    due = [0]
    for entry in entries:
        for note in entry.notes:
            first.setdefault(note)
        due.append(len(first))
    return list(first), tuple(due)


def _heights(
    entries: Sequence[Entry],
) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """`Galley.down`, `Galley.lead` and `Galley.tail`."""
    down: list[float] = []
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
        tail.append(bottom)
    return tuple(down), tuple(lead), tuple(tail)
