"""The foot of a region: notes wait in a queue, in the order of their first markers.

A note begins in the region of its first marker, with at least two of its lines, and goes on in
the next ones before what comes after it may take more than its beginning.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from briefing.layout.paragraphs import Setter
from briefing.layout.pieces import SetLine
from briefing.model.flow import NoteItem
from briefing.model.style import PaperStyle

RULE = 0.5
"""Weight of the rule above the notes, in points."""

LEAST = 2
"""Lines of a divided note on either side of the division."""

SLACK = 1e-6


class Note(NamedTuple):
    """A note that is set.

    Attributes:
        number: Its index in the flow's notes.
        height: Of one of its lines.
        white: Above it, where it is not the first at the foot.
    """

    number: int
    lines: tuple[SetLine, ...]
    height: float
    white: float


class Part(NamedTuple):
    """Lines of a note that stand in one region: those from `first` to before `last`.

    Attributes:
        place: Of the note in the queue.
    """

    place: int
    first: int
    last: int


Carried = tuple[tuple[int, int], ...]
"""Notes that run on: each its place in the queue and how many of its lines are set."""


class Foot(NamedTuple):
    """What a region sets at its foot, and what it leaves.

    Attributes:
        height: With the rule and the white above it.
        left: Number of lines that are carried on.
    """

    parts: tuple[Part, ...]
    carried: Carried
    height: float
    left: int


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes, in the order of their first markers.

    Attributes:
        sums: Heights of the notes before each place in the queue, white included.
        gap: From the text to the notes: white, the rule, white again.
    """

    queue: tuple[Note, ...]
    sums: tuple[float, ...]
    gap: float

    def height(self, first: int, last: int) -> float:
        """What the whole notes from `first` to before `last` take at a foot of their own."""
        if first == last:
            return 0.0
        return self.gap + self.sums[last] - self.sums[first] - self.queue[first].white


def set_notes(
    items: Sequence[NoteItem], numbers: Iterable[int], setter: Setter, paper: PaperStyle
) -> Notes:
    """Set the notes of these numbers, in this order."""
    queue: list[Note] = []
    after = 0.0
    for number in numbers:
        paragraph = items[number].paragraph
        style = paragraph.style
        lines = tuple(
            setter.lines(paragraph, 0.0, paper.measure, note=number, role=f"note {number + 1}")
        )
        queue.append(Note(number, lines, style.leading, max(after, style.space_before)))
        after = style.space_after
    heights = (note.white + note.height * len(note.lines) for note in queue)
    sums = tuple(accumulate(heights, initial=0.0))
    return Notes(tuple(queue), sums, paper.note_gap * 1.5 + RULE)


def fill_foot(
    notes: Notes, carried: Carried, first: int, last: int, room: float, least: int = LEAST
) -> Foot | None:
    """Set what runs on and the notes from `first` to before `last`, as far as there is room.

    Returns:
        None if there is no room for the beginnings of all the new notes.
    """
    if not carried and first == last:
        return Foot((), (), 0.0, 0)
    waiting = [*carried, *((place, 0) for place in range(first, last))]
    beginnings = [_beginning(notes.queue[place], least) for place in range(first, last)]
    reserved = _height_of(notes.queue[first:last], beginnings, bool(carried))
    room += SLACK - notes.gap
    parts: list[Part] = []
    rest: list[tuple[int, int]] = []
    used, left = 0.0, 0
    for k, (place, done) in enumerate(waiting):
        note = notes.queue[place]
        new = k >= len(carried)
        white = note.white if parts else 0.0
        at_least = beginnings[k - len(carried)] if new else 0
        if new:
            reserved -= at_least * note.height + (note.white if k else 0.0)
        lines = len(note.lines) - done
        space = room - used - white - max(reserved, 0.0)
        fits = at_least if rest else _divide(lines, int(space / note.height), least)
        if fits < at_least or (fits and space < fits * note.height):
            return None
        if fits:
            parts.append(Part(place, done, done + fits))
            used += white + fits * note.height
        if fits < lines:
            rest.append((place, done + fits))
            left += lines - fits
    return Foot(tuple(parts), tuple(rest), used + notes.gap if parts else 0.0, left)


def _beginning(note: Note, least: int) -> int:
    """How many of its lines must stand in the region of its marker."""
    lines = len(note.lines)
    return lines if lines < 2 * least else least


def _height_of(notes: Sequence[Note], lines: Sequence[int], follows: bool) -> float:
    """Height of so many lines of each note, white between them and, if it follows, above them."""
    total = 0.0
    for note, count in zip(notes, lines, strict=True):
        total += count * note.height + (note.white if follows else 0.0)
        follows = True
    return total


def _divide(lines: int, fits: int, least: int) -> int:
    """How many of `lines` to set where there is room for `fits`, not less than `least` apart."""
    if fits >= lines:
        return lines
    fits = min(fits, lines - least)
    return fits if fits >= least else 0
