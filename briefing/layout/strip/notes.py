"""The foot of a region: notes wait in a queue, in the order of their first markers.

A note begins in the region of its first marker, with at least two of its lines, and goes on in
the next ones before what comes after it may take more than its beginning.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from briefing.layout.lines.paragraphs import Setter
from briefing.layout.lines.pieces import SetLine
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


Carried = tuple[tuple[int, int], ...]
"""Notes that run on: each its place in the queue and how many of its lines are set."""


class Foot(NamedTuple):
    """What a region sets at its foot when not all of its notes fit.

    Attributes:
        carried: What the next region goes on with.
        height: With the rule and the white above it; 0 where no line is set.
        left: Number of lines that are carried on.
    """

    carried: Carried
    height: float
    left: int


class Part(NamedTuple):
    """Lines of a note that stand in one region: those from `first` to before `last`.

    Attributes:
        place: Of the note in the queue.
    """

    place: int
    first: int
    last: int


class Notes(Struct, frozen=True):
    """All notes, in the order of their first markers.

    Attributes:
        sums: Heights of all notes before each place in the queue, white included.
        begins: Likewise of the least that must stand with their markers, by the number of lines
            that a divided note has on either side.
        gap: From the text to the notes: white, the rule, white again.
        line: Height of the tallest line of all.
        width: Of the place they are set in.
    """

    queue: tuple[Note, ...]
    sums: tuple[float, ...]
    begins: Mapping[int, tuple[float, ...]]
    gap: float
    line: float
    width: float

    def waiting(self, carried: Carried) -> float:
        """Height of all lines that are carried, below each other."""
        height = 0.0
        for place, done in carried:
            note = self.queue[place]
            height += (note.white if height else 0.0) + note.height * (len(note.lines) - done)
        return height

    def between(self, first: int, last: int, *, follow: bool) -> float:
        """Height of the whole notes from `first` to before `last`; white above if they follow."""
        if first == last:
            return 0.0
        height = self.sums[last] - self.sums[first]
        return height if follow else height - self.queue[first].white

    def parts(self, carried: Carried, first: int, last: int, rest: Carried) -> list[Part]:
        """What is set of `carried` and of the notes from `first` to before `last`."""
        done = dict(rest)
        parts: list[Part] = []
        for place, start in (*carried, *((place, 0) for place in range(first, last))):
            end = done.get(place, len(self.queue[place].lines))
            if end > start:
                parts.append(Part(place, start, end))
        return parts


def set_notes(
    items: Sequence[NoteItem],
    numbers: Iterable[int],
    setter: Setter,
    paper: PaperStyle,
    width: float,
) -> Notes:
    """Set the notes of these numbers, in this order, in a place `width` wide."""
    queue: list[Note] = []
    after = 0.0
    for number in numbers:
        paragraph = items[number].paragraph
        style = paragraph.style
        lines = tuple(setter.lines(paragraph, 0.0, width, note=number, role=f"note {number + 1}"))
        queue.append(Note(number, lines, style.leading, max(after, style.space_before)))
        after = style.space_after
    sums = accumulate((note.white + note.height * len(note.lines) for note in queue), initial=0.0)
    begins = {
        least: tuple(
            accumulate(
                (note.white + note.height * _beginning(note, least) for note in queue), initial=0.0
            )
        )
        for least in (1, LEAST)
    }
    line = max((note.height for note in queue), default=1.0)
    return Notes(tuple(queue), tuple(sums), begins, paper.note_gap * 1.5 + RULE, line, width)


def fill_foot(
    notes: Notes, carried: Carried, first: int, last: int, room: float, least: int = LEAST
) -> Foot | None:
    """Set what runs on and the notes from `first` to before `last`, as far as there is room.

    Returns:
        None if there is no room for the beginnings of all the new notes.
    """
    queue, begins = notes.queue, notes.begins[least]
    room += SLACK - notes.gap
    used, left = 0.0, 0
    rest: list[tuple[int, int]] = []
    for place, done in carried:
        note = queue[place]
        lines, fits = len(note.lines) - done, 0
        if not rest:
            white = note.white if used else 0.0
            space = room - used - white - begins[last] + begins[first]
            fits = _divide(lines, int(space / note.height), least)
            used += white + fits * note.height if fits else 0.0
        if fits < lines:
            rest.append((place, done + fits))
            left += lines - fits
    if first < last:
        used -= 0.0 if used else queue[first].white
        whole = first if rest else _whole(notes, begins, first, last, room - used)
        used += notes.sums[whole] - notes.sums[first]
        if used + begins[last] - begins[whole] > room:
            return None
        for place in range(whole, last):
            note = queue[place]
            lines, fits = len(note.lines), _beginning(note, least)
            if place == whole and not rest:
                space = room - used - note.white - begins[last] + begins[place + 1]
                fits = max(fits, _divide(lines, int(space / note.height), least))
            used += note.white + fits * note.height
            if fits < lines:
                rest.append((place, fits))
                left += lines - fits
    return Foot(tuple(rest), used + notes.gap if used > 0 else 0.0, left)


def _whole(notes: Notes, begins: tuple[float, ...], first: int, last: int, room: float) -> int:
    """Up to which note all can be set whole, so that the others can still begin."""
    sums = notes.sums
    for place in range(last, first, -1):
        if sums[place] - sums[first] + begins[last] - begins[place] <= room:
            return place
    return first


def _beginning(note: Note, least: int) -> int:
    """How many of its lines must stand in the region of its marker."""
    lines = len(note.lines)
    return lines if lines < 2 * least else least


def _divide(lines: int, fits: int, least: int) -> int:
    """How many of `lines` to set where there is room for `fits`, not less than `least` apart."""
    if fits >= lines:
        return lines
    fits = min(fits, lines - least)
    return fits if fits >= least else 0
