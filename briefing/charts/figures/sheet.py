"""What a figure has painted so far, and within which bounds."""

from typing import NamedTuple

from briefing.errors import ContentError, Diagnostic, Location
from briefing.model.drawing import Clipped, Painted, Segment

MOST = 200_000
"""Marks, and segments of lines, that a drawing holds one by one; some 10 MB of a file."""


class Clip(NamedTuple):
    """Nothing is seen outside the rectangle, nor outside the path where there is one."""

    x: float
    y: float
    width: float
    height: float
    path: tuple[Segment, ...] = ()


class Sheet:
    """Collects what is painted, in order; neighbours with the same bounds share them."""

    __slots__ = ("_clip", "_clipped", "_items", "_spent", "_where", "height", "width")

    def __init__(self, width: float, height: float, where: Location) -> None:
        self.width = width
        self.height = height
        self._where = where
        self._items: list[Painted] = []
        self._clip: Clip | None = None
        self._clipped: list[Painted] = []
        self._spent = 0

    def add(self, item: Painted, clip: Clip | None) -> None:
        """Paint one more item."""
        if clip != self._clip:
            self._close()
            self._clip = clip
        (self._items if clip is None else self._clipped).append(item)

    def spend(self, count: int, what: str) -> None:
        """Count what is about to be painted; see `afford`."""
        self.afford(count, what)
        self._spent += count

    def afford(self, count: int, what: str) -> None:
        """Refuse what would be too much.

        Raises:
            ContentError: It would be.
        """
        if self._spent + count > MOST:
            message = (
                f"the figure paints more than {MOST:,} marks and segments of lines; "
                f"too many with {what!r}"
            )
            hint = "set rasterized=True on what has so many, or thin out its data"
            raise ContentError([Diagnostic(self._where, message, hint)])

    @property
    def left(self) -> int:
        """How much may still be painted."""
        return MOST - self._spent

    def done(self) -> list[Painted]:
        """Hand over all that was painted."""
        self._close()
        items, self._items = self._items, []
        return items

    def _close(self) -> None:
        if self._clip is not None and self._clipped:
            x, y, width, height, path = self._clip
            self._items.append(Clipped(tuple(self._clipped), x, y, width, height, path))
        self._clipped = []
        self._clip = None
