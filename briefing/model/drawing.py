"""A picture as a flat list of vector primitives with real text, and bitmaps.

Made by `charts` from data, or by `load` from a file; placed by `layout`, painted by `pdf`. The
origin is the drawing's top-left corner, y grows downwards, all lengths are points. Items are
painted in order.
"""

from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.model.style import Colour, TextStyle
from briefing.units import Pt

Segment = (
    tuple[Literal["M"], float, float]
    | tuple[Literal["L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""Move, line, cubic Bézier curve (two controls, end), close."""


class Shape(Struct, frozen=True):
    """A path, filled or stroked or both.

    Attributes:
        dash: Lengths of dashes and gaps, in points; empty for a solid line.
        dash_start: How far into the dashes the line begins, in points.
        cap: Of open ends and dashes.
        miter: How many widths long a mitred corner may be; it is cut off where it would be longer.
        even_odd: What lies inside twice is outside.
        fill_alpha: From 0, unseen, to 1.
        stroke_alpha: Likewise.
    """

    path: tuple[Segment, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter: float = 10.0
    even_odd: bool = False
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    dash_start: float = 0.0


class Stamped(Struct, frozen=True):
    """One shape painted at many places, in order, such as the markers of a scatter plot."""

    shape: Shape
    at: tuple[tuple[float, float], ...]


class Vertex(Struct, frozen=True):
    """A corner of a triangle, with its colour."""

    x: float
    y: float
    colour: Colour


class Mesh(Struct, frozen=True):
    """Triangles whose colours run from corner to corner; three vertices each.

    Source:
        ISO 32000-2 8.7.4.5.5, free-form Gouraud-shaded triangle meshes.
    """

    vertices: tuple[Vertex, ...]


class Halo(Struct, frozen=True):
    """A rim around letters, so that they can be read on lines and colours.

    Attributes:
        width: How far it reaches beyond the letters, in points.
    """

    colour: Colour
    width: float


class Label(Struct, frozen=True):
    """One line of text; (x, y) is on the baseline, at its start, middle or end.

    Attributes:
        angle: In degrees, counter-clockwise around (x, y).
        hidden: Read, but not seen: where its letters are painted as shapes.
        tracking: Added between two letters, in points.
    """

    text: str
    x: float
    y: float
    style: TextStyle
    anchor: Literal["start", "middle", "end"] = "start"
    angle: float = 0.0
    alpha: float = 1.0
    halo: Halo | None = None
    hidden: bool = False
    tracking: float = 0.0


Window = tuple[int, int, int, int]
"""Left, top, right and bottom of a part of a bitmap, in picture elements."""


class Raster(Struct, frozen=True, eq=False):
    """The picture elements of a file, as they are in it; each is another, however alike.

    Attributes:
        data: The whole file.
        width: In picture elements, as it is seen.
        height: Likewise.
        orientation: How the camera was held, from 1 to 8 as Exif says it; 1 for upright.
        window: The part of the file that there is, as it is seen; None for all.
    """

    data: bytes
    media_type: Literal["image/png", "image/jpeg"]
    width: int
    height: int
    where: Location
    orientation: int = 1
    window: Window | None = None


class Bitmap(Struct, frozen=True):
    """Picture elements stretched over a rectangle; (x, y) is its top-left corner."""

    raster: Raster
    x: float
    y: float
    width: float
    height: float


class Clipped(Struct, frozen=True):
    """Items of which nothing is seen outside a rectangle, nor outside a path where there is one.

    Attributes:
        even_odd: What lies inside the path twice is outside.
    """

    items: tuple["Painted", ...]
    x: float
    y: float
    width: float
    height: float
    path: tuple[Segment, ...] = ()
    even_odd: bool = False


Painted = Shape | Stamped | Mesh | Label | Bitmap | Clipped


class Drawing(Struct, frozen=True):
    """A finished picture.

    Attributes:
        alt: What it shows, in words, for those who cannot see it.
        data: Its data as CSV (RFC 4180), for the attached file; empty where there are none.
    """

    id: str
    width: Pt
    height: Pt
    items: tuple[Painted, ...]
    alt: str
    data: str
    where: Location
