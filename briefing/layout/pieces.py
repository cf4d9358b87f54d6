"""What is set but not yet placed: lines, rectangles and pictures of one box of the galley.

x counts from the left edge of the region, y from the top of the box. These are named tuples
because a brief makes hundreds of them and a frozen dataclass takes three times as long to make.
"""

from typing import NamedTuple

from briefing.model.drawing import Drawing
from briefing.model.page import PlacedRun
from briefing.model.structure import Leaf
from briefing.model.style import Alignment, Colour


class SetLine(NamedTuple):
    """A line of text.

    Attributes:
        baseline: From the top of the box, like `y`, which is the line's own top.
        note: The number of the note it is a line of.
        varies: How the line is aligned, if a run of it is still to be filled in; else None.
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
    varies: Alignment | None = None


class SetRect(NamedTuple):
    """A ground or a rule."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour
    role: str


class SetDrawing(NamedTuple):
    """A picture by its top-left corner."""

    drawing: Drawing
    x: float
    y: float
    leaf: Leaf


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
        PlacedRun(run.text, run.style, run.x, run.width, run.word_space, None, field=run.field)
        for run in piece.runs
    )
    return piece._replace(runs=runs, notes=())
