"""Text of pages without structure: where words and lines end is guessed from positions."""

from briefing.audit.painting.gathering import Spot

_GAP = 0.18  # of the size: what no kerning reaches
_NEXT_LINE = 0.6
_NEXT_BLOCK = 1.8


class Guesser:
    """Puts pieces of text together in the order painted."""

    __slots__ = ("_end", "_pieces", "_size", "_spot")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._spot: Spot | None = None
        self._size = 0.0
        self._end = (0.0, 0.0)

    def add(self, text: str, spot: Spot, size: float, end: tuple[float, float]) -> None:
        """Add what stands at `spot` and ends at `end`."""
        if self._spot is not None:
            self._pieces.append(self._between(text, spot, size))
        self._pieces.append(text)
        self._spot, self._size, self._end = spot, size, end

    @property
    def text(self) -> str:
        """All of it; lines end in a line feed, blocks in two."""
        lines = (" ".join(line.split()) for line in "".join(self._pieces).split("\n"))
        return "\n".join(lines).strip()

    def _between(self, text: str, spot: Spot, size: float) -> str:
        """What separates a piece from the one before."""
        _, _, across, up = spot
        dx, dy = spot[0] - self._end[0], spot[1] - self._end[1]
        along, off = dx * across + dy * up, abs(dy * across - dx * up)
        largest = max(size, self._size)
        if off > _NEXT_BLOCK * largest:
            return "\n\n"
        if off > _NEXT_LINE * largest:
            return "\n"
        if abs(along) > _GAP * min(size, self._size) and not text.startswith(" "):
            return " "
        return ""
