"""What a text meets on its way down: breaks, columns, and floats that leave it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.layout.lines.pieces import Piece, Spot
from briefing.model.flow import BreakItem, ColumnsItem, FloatItem, Item, PageNumbers

if TYPE_CHECKING:
    from briefing.layout.strip import Strip

Fill = Callable[["Strip", Iterable[Item]], None]
"""Adds items to a strip."""


class Opening(NamedTuple):
    """What a break says of the page that begins there."""

    right: bool = False
    numbers: PageNumbers | None = None
    first: int | None = None

    def then(self, other: "Opening") -> "Opening":
        """Both, where one break follows the other at once."""
        return Opening(
            self.right or other.right,
            self.numbers if other.numbers is None else other.numbers,
            self.first if other.first is None else other.first,
        )


PLAIN = Opening()


class Stop(NamedTuple):
    """Where a page must end: before this entry, when so many floats have been called."""

    entry: int
    floats: int
    opening: Opening


class Segment(NamedTuple):
    """Entries from `start` to before `end` that were set for columns side by side.

    Attributes:
        pitch: From the left edge of a column to that of the next.
    """

    start: int
    end: int
    columns: int
    width: float
    pitch: float


class Float(NamedTuple):
    """A box that leaves the text.

    Attributes:
        at: The number of the entry before which it is called.
        gap: Between it and the text, or another float.
        source: What it was set from.
    """

    at: int
    height: float
    gap: float
    position: Literal["top", "foot", "page"]
    pieces: tuple[Piece, ...]
    spots: tuple[Spot, ...]
    source: Item


class Course:
    """What the strip of a whole document gathers beside its entries."""

    def __init__(self) -> None:
        self.stops: list[Stop] = []
        self.segments: list[Segment] = []
        self.floats: list[Float] = []
        self._bridged = 0  # breaks and floats up to the end of the last columns

    def stop(self, entry: int, opening: Opening = PLAIN) -> None:
        """Let a page end before the next entry, which has this number."""
        self.stops.append(Stop(entry, len(self.floats), opening))

    def passed(self) -> int:
        """How many breaks and floats there have been."""
        return len(self.stops) + len(self.floats)

    def add(self, segment: Segment) -> None:
        """Add columns; if nothing but breaks and floats came between, the last ones go on."""
        last = self.segments[-1] if self.segments else None
        goes_on = last is not None and (last.end, *last[2:]) == (segment.start, *segment[2:])
        if last is not None and goes_on and self.passed() > self._bridged:
            self.segments[-1] = last._replace(end=segment.end)
        elif segment.start < segment.end:
            self.segments.append(segment)
        self._bridged = self.passed()


def emit_break(strip: "Strip", item: BreakItem) -> None:
    """End the page.

    Raises:
        ValueError: It stands in something that is set as one.
    """
    course = _course(strip, item)
    course.stop(len(strip.entries), Opening(item.side == "right", item.numbers, item.first))


def emit_float(strip: "Strip", item: FloatItem, fill: Fill) -> None:
    """Set a float; `fill` adds what is in it to a strip of its own.

    Raises:
        ValueError: It stands in something that is set as one, or has the marker of a note.
    """
    course, setting = _course(strip, item), strip.setting
    inside = strip.place_for(0.0, setting.paper.measure)
    fill(inside, (item.item,))
    stack = inside.stacked(0.0)
    if stack.notes:
        raise ValueError(f"markers of notes {stack.notes} in a float")
    course.floats.append(
        Float(
            len(strip.entries), stack.bottom, item.gap, item.position,
            tuple(stack.pieces), tuple(stack.spots), item.item,
        )
    )  # fmt: skip


def emit_columns(strip: "Strip", item: ColumnsItem, fill: Fill) -> None:
    """Add items in columns; `fill` adds them to a strip as wide as a column.

    Raises:
        ValueError: They stand in something that is set as one, or in columns.
    """
    course, count, whole = _course(strip, item), item.count, strip.width
    if count < 2:
        fill(strip, item.items)
        return
    if whole < strip.setting.paper.measure:
        raise ValueError("columns stand in a box or in columns")
    start = len(strip.entries)
    strip.width = (whole - item.gap * (count - 1)) / count
    fill(strip, item.items)
    width, strip.width = strip.width, whole
    course.add(Segment(start, len(strip.entries), count, width, width + item.gap))


def _course(strip: "Strip", item: Item) -> Course:
    if strip.course is None:
        raise ValueError(f"a {type(item).__name__} does not stand at the top level")
    return strip.course
