"""The galley in the making: unbreakable boxes one below the other, and what is between them."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from briefing.errors import Diagnostic, Location
from briefing.layout.lines.paragraphs import Setter
from briefing.layout.lines.pieces import Piece, Spot, lowered
from briefing.layout.stamps import Stamps
from briefing.layout.strip.course import Course
from briefing.layout.strip.entries import Entry, Frame, Header, walk
from briefing.model.flow import Item
from briefing.model.style import BoxStyle, PaperStyle

FORBIDDEN = 10_000.0
"""Penalty from which on a break is taken only where a page has no other."""

KEEP_WITH_NEXT = 2 * FORBIDDEN
HYPHEN = 50.0
BOX = 100.0
"""Of a break inside a box or between the rows of a grid."""


class Setting(Struct, frozen=True):
    """What all strips of a document share.

    Attributes:
        tallest: Height of the tallest region, for what may not be kept whole or repeated on it.
        where: Of the document, for what has no place of its own.
        problems: What does not fit, told when all is set.
        stamps: What stands on every page.
    """

    setter: Setter
    paper: PaperStyle
    tallest: float
    where: Location
    problems: list[Diagnostic]
    stamps: Stamps


class Stack(NamedTuple):
    """Entries that became one box: what they held, placed from the box's own top."""

    bottom: float
    pieces: list[Piece]
    spots: list[Spot]
    notes: tuple[int, ...]
    mark: str


class State(NamedTuple):
    """How far a strip is: its entries and floats, and what was asked for since the last entry."""

    entries: int
    floats: int
    space: float
    opened: bool
    spots: tuple[Spot, ...]


class Strip:
    """Takes entries from top to bottom and works out the white between them.

    Attributes:
        x: Left edge of the place that the next entry stands in.
        width: Of that place.
        penalties: Of a break after each entry.
        header: What the next entries repeat above them where a region begins with one.
        course: What a whole document gathers beside; None for what is set as one.
    """

    def __init__(
        self, setting: Setting, x: float, width: float, course: Course | None = None
    ) -> None:
        self.setting = setting
        self.course = course
        self.x, self.width = x, width
        self.entries: list[Entry] = []
        self.penalties: list[float] = []
        self.header: Header | None = None
        self._frames: tuple[Frame, ...] = ()
        self._space = 0.0  # after the last entry
        self._opened = False  # the next entry is the first in a box: its padding is white enough
        self._spots: list[Spot] = []

    def emit(
        self,
        height: float,
        pieces: Sequence[Piece],
        source: Item,
        *,
        notes: tuple[int, ...] = (),
        penalty: float = 0.0,
        mark: str = "",
        lift: float = 0.0,
        bare: bool = False,
    ) -> None:
        """Add an entry, with the white and the names that were asked for before it."""
        spots: tuple[Spot, ...] = ()
        if self._spots:
            spots = tuple(self._spots)
            self._spots.clear()
        self.entries.append(
            Entry(
                height, self._space, tuple(pieces), notes, self._frames, self.header, spots,
                mark, source, lift, bare,
            )
        )  # fmt: skip
        self.penalties.append(penalty)
        self._space = 0.0
        self._opened = False

    def stop(self) -> None:
        """Let a page end here; the next entry begins one."""
        if self.course is not None:
            self.course.stop(len(self.entries))

    def ask(self, space: float) -> None:
        """Ask for white; of what is asked for at one place, the most is given."""
        if space > self._space and not self._opened:
            self._space = space

    def name(self, anchor: str, x: float = 0.0, y: float = 0.0) -> None:
        """Give the next entry a name that links lead to."""
        if anchor:
            self._spots.append(Spot(anchor, self.x + x, y))

    def keep(self, start: int, penalty: float) -> None:
        """Make every break between the entries from number `start` on dearer."""
        penalties = self.penalties
        for k in range(start, len(penalties) - 1):
            penalties[k] += penalty

    def open(self, style: BoxStyle) -> None:
        """Begin a box with a ground: what follows stands in it."""
        self.ask(style.space_before)
        self._opened = True
        self._frames = (*self._frames, Frame(self.x, self.width, style))
        left = style.padding_x + _side_rule(style)
        self.x += left
        self.width -= left + style.padding_x

    def close(self) -> None:
        """End the box that was begun last."""
        frame = self._frames[-1]
        self._frames = self._frames[:-1]
        self.x, self.width = frame.x, frame.width
        self._opened = False
        self._space = frame.style.space_after

    def place_for(self, x: float, width: float) -> "Strip":
        """A strip of its own for what stands beside something else."""
        return Strip(self.setting, x, width)

    def stacked(self, y: float) -> Stack:
        """All entries as one box, from `y` down."""
        walked = walk(self.entries, 0, len(self.entries), y)
        pieces: list[Piece] = list(walked.grounds)
        spots, notes, mark = list(self._spots), list[int](), ""
        for top, entry in walked.entries:
            pieces += [lowered(piece, top) for piece in entry.pieces] if top else entry.pieces
            spots += [Spot(name, x, down + top) for name, x, down in entry.spots]
            notes += entry.notes
            mark = mark or entry.mark
        return Stack(walked.bottom, pieces, spots, tuple(notes), mark)

    def below(self, start: int) -> float:
        """How far below the top of entry number `start` the next one would begin."""
        entries = self.entries[start:]
        if not entries:
            return 0.0
        height = sum(entry.white + entry.height for entry in entries) - entries[0].white
        return height + self._space

    def bind(self, start: int, stop: int, stack: Stack, source: Item) -> float:
        """Make the entries from `start` to before `stop` one, with a stack beside them.

        Returns:
            How much further down than the stack they reach; less than 0 if they do not.
        """
        entries = self.entries[start:stop]
        first = entries[0]
        y = -first.white
        pieces, spots, notes = [*stack.pieces], [*stack.spots], [*stack.notes]
        for entry in entries:
            y += entry.white
            pieces += [lowered(piece, y) for piece in entry.pieces] if y else entry.pieces
            spots += [Spot(name, x, down + y) for name, x, down in entry.spots]
            notes += entry.notes
            y += entry.height
        marks = (stack.mark, *(entry.mark for entry in entries))
        self.entries[start:stop] = [
            first._replace(
                height=max(y, stack.bottom), pieces=tuple(pieces), notes=tuple(notes),
                spots=tuple(spots), mark=next(filter(None, marks), ""), source=source,
            )
        ]  # fmt: skip
        self.penalties[start:stop] = [self.penalties[stop - 1]]
        return y - stack.bottom

    def state(self) -> State:
        """How far it is, to come back to."""
        floats = len(self.course.floats) if self.course is not None else 0
        return State(len(self.entries), floats, self._space, self._opened, tuple(self._spots))

    def restore(self, state: State) -> None:
        """Take back what was added since."""
        del self.entries[state.entries :], self.penalties[state.entries :]
        if self.course is not None:
            del self.course.floats[state.floats :]
        self._space, self._opened = state.space, state.opened
        self._spots[:] = state.spots

    def adopt(self, spots: Sequence[Spot]) -> None:
        """Give the next entry names that are already placed in it."""
        self._spots += spots

    def finish(self) -> None:
        """Give the last entry the names that nothing followed."""
        if self._spots and self.entries:
            last = self.entries[-1]
            self.entries[-1] = last._replace(spots=(*last.spots, *self._spots))
            self._spots.clear()


def _side_rule(style: BoxStyle) -> float:
    ruled = style.rule is not None and style.rule_side == "left"
    return style.rule_width if ruled else 0.0
