"""Gathers what is painted, by the marks that it is painted inside of."""

from math import hypot

from briefing.audit.structure.content import Artifact, Line, Sequence

_NEXT_LINE = 0.6  # of the size of letters: what sub- and superscripts keep below
_APART = 0.5  # of the size of letters: more than the space between two words

Spot = tuple[float, float, float, float]
"""Where text begins on the page, and the direction in which it runs, as a unit vector."""


class Gathered:
    """Content of one kind, while it is read.

    Attributes:
        texts: In the order painted.
        images: Bitmaps painted.
        paints: Shapes painted.
    """

    __slots__ = ("_lines", "images", "paints", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.images = 0
        self.paints = 0
        self._lines: list[_OpenLine] = []

    def add(self, text: str, spot: Spot | None, size: float, end: float) -> None:
        """Add text; it goes on with the line before where it stands on it, or stands nowhere."""
        self.texts.append(text)
        lines = self._lines
        if lines and (spot is None or lines[-1].goes_on(spot, size)):
            lines[-1].add(text, spot, size, end)
        else:
            lines.append(_OpenLine(text, spot or (0.0, 0.0, 1.0, 0.0), size, end))

    @property
    def text(self) -> str:
        """All of it, as painted."""
        return "".join(self.texts)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its text by base lines."""
        return tuple(line.closed() for line in self._lines)


class _OpenLine:
    __slots__ = ("end", "gaps", "size", "spot", "texts")

    def __init__(self, text: str, spot: Spot, size: float, end: float) -> None:
        self.texts = [text]
        self.gaps: list[int] = []
        self.spot = spot
        self.size = size
        self.end = end

    def goes_on(self, spot: Spot, size: float) -> bool:
        x, y, across, up = self.spot
        if spot[2] * across + spot[3] * up < 0.9:
            return False
        off = abs((spot[1] - y) * across - (spot[0] - x) * up)
        return off <= _NEXT_LINE * max(size, self.size)

    def add(self, text: str, spot: Spot | None, size: float, end: float) -> None:
        if spot is not None and abs(spot[0] - self.end) > _APART * size and self._is_upright():
            self.gaps.append(sum(map(len, self.texts)))
        self.texts.append(text)
        self.size = max(self.size, size)
        self.end = end

    def closed(self) -> Line:
        x, y, _, _ = self.spot
        text, gaps = "".join(self.texts), tuple(self.gaps)
        return Line(text, x, y, self.end, self.size, self._is_upright(), gaps)

    def _is_upright(self) -> bool:
        return self.spot[2] > 0.99


class Mark:
    """Marked content that is open (ISO 32000-1 14.6).

    Attributes:
        target: Where what is painted inside goes; None for nowhere: it is stray.
        name: ``Artifact`` or the tag, of what has a target of its own; else of the one around.
        replaced: The text that stands for all that is shown inside; None where it speaks itself.
        told: That text has been put in its place.
    """

    __slots__ = ("name", "replaced", "target", "told")

    def __init__(self, target: Gathered | None, name: str, replaced: str | None) -> None:
        self.target = target
        self.name = name
        self.replaced = replaced
        self.told = replaced is None


class OpenSequence:
    """A numbered sequence while it is read."""

    __slots__ = ("gathered", "tag", "times", "within")

    def __init__(self, tag: str, within: str) -> None:
        self.gathered = Gathered()
        self.tag = tag
        self.within = within
        self.times = 0

    def closed(self, stream: int, mcid: int) -> Sequence:
        """As a value."""
        gathered = self.gathered
        return Sequence(
            stream=stream,
            mcid=mcid,
            tag=self.tag,
            text=gathered.text,
            lines=gathered.lines,
            images=gathered.images,
            paints=gathered.paints,
            times=self.times,
            within=self.within,
        )


class OpenArtifact:
    """An artifact while it is read."""

    __slots__ = ("gathered", "kind", "within")

    def __init__(self, kind: str, within: str) -> None:
        self.gathered = Gathered()
        self.kind = kind
        self.within = within

    def closed(self) -> Artifact:
        """As a value."""
        return Artifact(self.kind, self.gathered.text, self.gathered.images, self.within)


def direction(a: float, b: float) -> tuple[float, float]:
    """The unit vector along a base line."""
    length = hypot(a, b)
    return (a / length, b / length) if length else (1.0, 0.0)
