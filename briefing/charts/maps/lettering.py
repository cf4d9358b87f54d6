"""Names on a map, none of which meets another."""

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.lettering.labels import halve
from briefing.charts.look import Frame
from briefing.charts.maps.interiors import Interior
from briefing.charts.shapes.paths import Point
from briefing.charts.shapes.room import Box, crossings, meet
from briefing.model.drawing import Halo, Label
from briefing.model.style import Colour, TextStyle

_ASCENT, _DESCENT = 0.72, 0.22  # ems: of letters, and of what hangs below the line
_CAPITALS = 0.7  # ems: height of capitals, which hang nowhere
_LEADING = 1.12
_GAP = 0.32  # ems: from a sign to its name
_AROUND = 1.2  # points between two names
_BORDER = 1.5  # points: between a name and the frame

Anchor = Literal["start", "middle", "end"]


class Lines(Struct, frozen=True):
    """A name in one line or two, measured.

    Attributes:
        ascent: Above the first baseline, in points.
        height: Of all of it.
    """

    lines: tuple[str, ...]
    style: TextStyle
    width: float
    ascent: float
    height: float
    tracking: float = 0.0

    def set(self, x: float, y: float, halo: Halo | None) -> list[Label]:
        """Place it with its middle at a point."""
        style, leading = self.style, _LEADING * self.style.size
        baseline = y - self.height / 2 + self.ascent
        if self.tracking:
            (line,) = self.lines
            start = x - self.width / 2
            return [Label(line, start, baseline, style, halo=halo, tracking=self.tracking)]
        return [
            Label(line, x, baseline + number * leading, style, "middle", halo=halo)
            for number, line in enumerate(self.lines)
        ]

    def box(self, x: float, y: float) -> Box:
        """Give the room it takes with its middle at a point."""
        half, tall = self.width / 2, self.height / 2
        return Box(x - half, y - tall, x + half, y + tall)


def measure(text: str, style: TextStyle, frame: Frame, *, tracking: float = 0.0) -> Lines:
    """Measure a name in one line."""
    size = style.size
    width = frame.fonts.width(text, style) + tracking * max(0, len(text) - 1)
    ascent, descent = (_CAPITALS, 0.02) if text.isupper() else (_ASCENT, _DESCENT)
    return Lines((text,), style, width, ascent * size, (ascent + descent) * size, tracking)


def measure_halved(text: str, style: TextStyle, frame: Frame) -> Lines | None:
    """Measure a name in two lines; None where it has no gap."""
    block = halve(text, style, frame.fonts)
    if len(block.lines) < 2:
        return None
    size = style.size
    ascent, descent = (_CAPITALS, 0.02) if text.isupper() else (_ASCENT, _DESCENT)
    height = (ascent + descent + _LEADING) * size
    return Lines(block.lines, style, block.width, ascent * size, height)


class Sheet:
    """What of a frame is taken.

    Attributes:
        labels: Those that have found room.
    """

    def __init__(self, frame: Box) -> None:
        """Take nothing yet."""
        self.frame = frame
        self.labels: list[Label] = []
        self._inner = frame.widened(-_BORDER)
        self._taken: list[Box] = []
        self._lines: list[tuple[Point, Point]] = []

    def is_free(self, box: Box) -> bool:
        """Tell whether a box lies in the frame and meets nothing."""
        return (
            self._inner.holds(box)
            and not any(box.meets(taken) for taken in self._taken)
            and not (self._lines and crossings(box, self._lines, 0))
        )

    def crosses(self, line: tuple[Point, Point]) -> bool:
        """Tell whether a straight line would run through what is taken, or another line."""
        return any(meet(line, other) for other in self._lines) or any(
            crossings(taken, [line]) for taken in self._taken
        )

    def take_line(self, line: tuple[Point, Point]) -> None:
        """Keep a straight line free of names."""
        self._lines.append(line)

    def take(self, box: Box) -> None:
        """Keep a box free of names."""
        self._taken.append(box)

    def set(self, name: Lines, x: float, y: float, halo: Halo | None) -> None:
        """Place a name with its middle at a point."""
        self.labels += name.set(x, y, halo)
        self._taken.append(name.box(x, y).widened(_AROUND))

    def copy(self) -> "Sheet":
        """Give another sheet with the same on it."""
        other = Sheet(self.frame)
        other.labels, other._taken = list(self.labels), list(self._taken)
        other._lines = list(self._lines)
        return other

    def set_beside(
        self,
        name: Lines,
        at: Point,
        radius: float,
        halo: Halo,
        judge: Callable[[Box], float] | None = None,
    ) -> bool:
        """Place a name beside a sign, at the best of eight places.

        Args:
            name: Measured.
            at: The middle of the sign.
            radius: Of the sign.
            halo: Around the letters.
            judge: Tells how bad a place is, from 0; the first that is not bad at all is taken.

        Returns:
            False where no place is free.

        Source:
            Imhof, Positioning names on maps, The American Cartographer 2 (1975), 128-144.
        """
        best: tuple[float, float, float] | None = None
        for x, y in _beside(name, at, radius):
            box = name.box(x, y)
            if self.is_free(box):
                bad = judge(box) if judge else 0.0
                if best is None or bad < best[0]:
                    best = bad, x, y
                if not bad:
                    break
        if best is None:
            return False
        self.set(name, best[1], best[2], halo)
        return True

    def set_inside(
        self,
        names: Sequence[Lines],
        area: Interior,
        halo: Halo | None,
        holes: Sequence[Interior] = (),
        apart: float = 0.0,
    ) -> bool:
        """Place the first of several ways to write a name that fits into an area.

        Args:
            names: Measured.
            area: To be filled.
            halo: Around the letters.
            holes: What in the area is to be kept free, such as lakes.
            apart: Points between the name and others, at least.
        """
        for name in names:
            for x, y in area.spots(name.width + 3.0, name.height + 3.0):
                box = name.box(x, y)
                if self.is_free(box.widened(apart)) and not any(hole.meets(box) for hole in holes):
                    self.set(name, x, y, halo)
                    return True
        return False


def _beside(name: Lines, at: Point, radius: float) -> list[Point]:
    """List the eight places for the middle of a name, the best first."""
    x, y = at
    gap = radius + _GAP * name.style.size
    right, left = x + gap + name.width / 2, x - gap - name.width / 2
    # A name is seen to be level with a sign where its small letters are.
    level = y if len(name.lines) > 1 else y + 0.25 * name.style.size - name.ascent + name.height / 2
    up = y - radius - name.height / 2 - 0.8
    down = y + radius + name.height / 2 + 0.8
    near = 0.7 * gap
    return [
        (right, level),
        (left, level),
        (x + near + name.width / 2, up),
        (x + near + name.width / 2, down),
        (x - near - name.width / 2, up),
        (x - near - name.width / 2, down),
        (x, up),
        (x, down),
    ]


def smaller(style: TextStyle, factor: float, colour: Colour | None = None) -> TextStyle:
    """Change the size of a style, and its colour."""
    return replace(style, size=round(style.size * factor, 2), colour=colour or style.colour)
