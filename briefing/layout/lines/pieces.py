"""What is set but not yet placed: lines, rectangles and pictures of one box of the galley.

x counts from the left edge of the region, y from the top of the box. These are named tuples
because a brief makes hundreds of them and a frozen dataclass takes three times as long to make.
"""

from typing import NamedTuple

from briefing.model.drawing import Drawing
from briefing.model.page import PlacedRun
from briefing.model.structure import Leaf
from briefing.model.style import Alignment, Colour, TextStyle


class Leader(NamedTuple):
    """How a line ends in something at the right edge, behind a row of dots.

    Attributes:
        words: The number of its runs before the dots; the others stand at the right edge.
        right: That edge, from the line's x.
        style: Of the dots, but for weight and slant.
    """

    words: int
    right: float
    style: TextStyle


class SetLine(NamedTuple):
    """A line of text.

    Attributes:
        baseline: From the top of the box, like `y`, which is the line's own top.
        note: The number of the note it is a line of.
        varies: How the line is aligned, or its end, if a run of it is still to be filled in; else
            None.
    """

    runs: tuple[PlacedRun, ...]
    x: float
    y: float
    width: float
    height: float
    baseline: float
    role: str
    notes: tuple[int, ...] = ()
    note: int | None = None
    varies: Alignment | Leader | None = None


class SetRect(NamedTuple):
    """A ground or a rule."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour
    role: str


class SetDrawing(NamedTuple):
    """A picture by its top-left corner; an artifact where `leaf` is None."""

    drawing: Drawing
    x: float
    y: float
    leaf: Leaf | None


Piece = SetLine | SetRect | SetDrawing


class Spot(NamedTuple):
    """A named place in a box."""

    name: str
    x: float
    y: float


def lowered(piece: Piece, by: float) -> Piece:
    """The same piece, further down."""
    if isinstance(piece, SetLine):
        return piece._replace(y=piece.y + by, baseline=piece.baseline + by)
    return piece._replace(y=piece.y + by)


def as_artifact(piece: Piece) -> Piece:
    """The same look without meaning: no leaf, no link, no note.

    Source: ISO 32000-2 14.8.2.2.2: what is repeated from page to page is an artifact.
    """
    if not isinstance(piece, SetLine):
        return piece
    runs = tuple(
        PlacedRun(
            run.text, run.style, run.x, run.width, run.word_space, None,
            field=run.field, target=run.target,
        )
        for run in piece.runs
    )  # fmt: skip
    return piece._replace(runs=runs, notes=())
