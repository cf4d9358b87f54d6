"""Entries of the galley, and how they stand below each other in the boxes around them."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from briefing.layout.lines.pieces import Piece, SetRect, Spot
from briefing.model.flow import Item
from briefing.model.style import BoxStyle


class Frame(Struct, frozen=True, eq=False):
    """A box with a ground, in which entries stand; each is another, however alike."""

    x: float
    width: float
    style: BoxStyle

    @property
    def top(self) -> float:
        """White above its first entry on a page."""
        style = self.style
        ruled = style.rule is not None and style.rule_side == "top"
        return style.padding_y + (style.rule_width if ruled else 0.0)

    @property
    def bottom(self) -> float:
        """White below its last entry on a page."""
        return self.style.padding_y

    def ground(self, top: float, bottom: float) -> list[SetRect]:
        """What is painted under the entries of one page."""
        style, rects = self.style, []
        if style.fill is not None:
            rects.append(SetRect(self.x, top, self.width, bottom - top, style.fill, "box"))
        if style.rule is not None:
            beside = style.rule_side == "left"
            width = style.rule_width if beside else self.width
            height = bottom - top if beside else style.rule_width
            rects.append(SetRect(self.x, top, width, height, style.rule, "box rule"))
        return rects


class Header(NamedTuple):
    """What is repeated above an entry with which a page begins: a table's head."""

    height: float
    pieces: tuple[Piece, ...]


class Entry(NamedTuple):
    """An unbreakable box of the galley.

    Attributes:
        white: Above it; dropped where a page begins with it.
        notes: Numbers of the notes marked on it, in order.
        frames: The boxes with a ground that it stands in, the outermost first.
        mark: What the running head says from here on.
        source: What it was set from.
        lift: How far above the top of the region it begins: the title band does.
        bare: It is a sheet, alone on a page without label and running lines; its pieces and spots
            count from the paper's corner, not from the region's.
    """

    height: float
    white: float
    pieces: tuple[Piece, ...]
    notes: tuple[int, ...]
    frames: tuple[Frame, ...]
    header: Header | None
    spots: tuple[Spot, ...]
    mark: str
    source: Item
    lift: float
    bare: bool = False


class Walked(NamedTuple):
    """Entries with their tops, what is painted under them, and where they end."""

    entries: list[tuple[float, Entry]]
    header: tuple[float, Header] | None
    grounds: list[SetRect]
    bottom: float


def walk(entries: Sequence[Entry], start: int, end: int, y: float, more: float = 0.0) -> Walked:
    """Go down a region that begins at `y` with the entries from `start` to before `end`.

    The white between them is greater by the share `more`.
    """
    share = 1.0 + more
    placed: list[tuple[float, Entry]] = []
    header: tuple[float, Header] | None = None
    grounds: list[list[SetRect]] = []  # by opening: an inner ground is painted over an outer one
    opened: list[tuple[Frame, float, int]] = []
    frames: tuple[Frame, ...] = ()
    for k in range(start, end):
        entry = entries[k]
        if entry.frames is not frames:
            shared = _shared(frames, entry.frames)
            y = _close(opened, shared, grounds, y)
            y += entry.white * share if k > start else 0.0
            for frame in entry.frames[shared:]:
                opened.append((frame, y, len(grounds)))
                grounds.append([])
                y += frame.top
            frames = entry.frames
        elif k > start:
            y += entry.white * share
        if k == start:
            y -= entry.lift
            if entry.header is not None:
                header = (y, entry.header)
                y += entry.header.height
        placed.append((y, entry))
        y += entry.height
    y = _close(opened, 0, grounds, y)
    return Walked(placed, header, [rect for ground in grounds for rect in ground], y)


def _close(
    opened: list[tuple[Frame, float, int]], keep: int, grounds: list[list[SetRect]], y: float
) -> float:
    while len(opened) > keep:
        frame, top, place = opened.pop()
        y += frame.bottom
        grounds[place] = frame.ground(top, y)
    return y


def padding_between(one: tuple[Frame, ...], other: tuple[Frame, ...]) -> float:
    """Paddings between an entry and the next: of the boxes that end there and that begin."""
    shared = _shared(one, other)
    ending = sum(frame.bottom for frame in one[shared:])
    return ending + sum(frame.top for frame in other[shared:])


def _shared(one: tuple[Frame, ...], other: tuple[Frame, ...]) -> int:
    """How many boxes two entries stand in together."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first is not second:
            break
        count += 1
    return count
