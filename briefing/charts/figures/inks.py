"""How a path is painted: read from matplotlib's graphics contexts and lists of colours."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
from matplotlib.colors import to_rgba_array

from briefing.model.drawing import Segment, Shape
from briefing.model.style import Colour

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase

Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]
Rgba = Sequence[float]

_CAPS: dict[str, Cap] = {"butt": "butt", "round": "round", "projecting": "square"}


class Ink(NamedTuple):
    """How a path is painted; at least one of fill and stroke is there."""

    fill: Colour | None
    fill_alpha: float
    stroke: Colour | None
    stroke_alpha: float
    width: float = 1.0
    dash: tuple[float, ...] = ()
    dash_start: float = 0.0
    cap: Cap = "butt"
    join: Join = "miter"

    def shape(self, path: tuple[Segment, ...]) -> Shape:
        """Paint a path with it."""
        fill, fill_alpha, stroke, stroke_alpha, width, dash, start, cap, join = self
        return Shape(
            path, fill, stroke, width, dash, cap, join, 10.0, False,
            fill_alpha, stroke_alpha, start,
        )  # fmt: skip


def ink_of(gc: "GraphicsContextBase", face: Rgba | None) -> Ink | None:
    """Read a graphics context; None where nothing would be seen."""
    fill, fill_alpha = _fill_of(gc, face)
    stroke, stroke_alpha = stroke_of(gc)
    if stroke is None:
        return None if fill is None else Ink(fill, fill_alpha, None, 1.0)
    start, dash = dash_of(*gc.get_dashes())
    return Ink(
        fill,
        fill_alpha,
        stroke,
        stroke_alpha,
        float(gc.get_linewidth()),
        dash,
        start,
        _CAPS[gc.get_capstyle()],
        gc.get_joinstyle(),
    )


def _fill_of(gc: "GraphicsContextBase", face: Rgba | None) -> tuple[Colour | None, float]:
    if face is None:
        return None, 1.0
    alpha = float(face[3]) if len(face) > 3 else 1.0
    if gc.get_forced_alpha() and alpha:
        alpha = float(gc.get_alpha())
    return (colour_of(face), alpha) if alpha > 0 else (None, 1.0)


def stroke_of(gc: "GraphicsContextBase") -> tuple[Colour | None, float]:
    """Its colour, None where nothing is stroked, and how much is seen of it."""
    colour: Any = gc.get_rgb()
    if colour is None or not gc.get_linewidth() > 0:
        return None, 1.0
    alpha = float(colour[3]) if len(colour) > 3 else 1.0
    return (colour_of(colour), alpha) if alpha > 0 else (None, 1.0)


def text_colour_of(gc: "GraphicsContextBase") -> tuple[Colour | None, float]:
    """Likewise of text, which is filled with the colour of strokes."""
    colour: Any = gc.get_rgb()
    alpha = float(colour[3]) if len(colour) > 3 else 1.0
    return (colour_of(colour), alpha) if alpha > 0 else (None, 1.0)


def hatch_of(gc: "GraphicsContextBase") -> tuple[Colour, float] | None:
    """The colour of hatches, and how much is seen of them; None for nothing."""
    colour: Any = gc.get_hatch_color()
    if colour is None:
        return None
    alpha = float(colour[3]) if len(colour) > 3 else 1.0
    return (colour_of(colour), alpha) if alpha > 0 else None


def dash_of(start: float | None, lengths: Any) -> tuple[float, tuple[float, ...]]:
    """Where dashes begin, and their lengths; none for a solid line."""
    if lengths is None:
        return 0.0, ()
    dash = tuple(map(float, lengths))
    period = sum(dash) * (1 + len(dash) % 2)
    if not period > 0:
        return 0.0, ()
    return float(start or 0.0) % period, dash


def colour_of(colour: Rgba) -> Colour:
    """Write a colour."""
    return _written(float(colour[0]), float(colour[1]), float(colour[2]))


@lru_cache(maxsize=4096)
def _written(red: float, green: float, blue: float) -> Colour:
    return f"#{_byte(red):02x}{_byte(green):02x}{_byte(blue):02x}"


def _byte(share: float) -> int:
    return max(0, min(255, int(share * 255 + 0.5)))


def colours_of(colours: Any) -> list[tuple[Colour, float] | None]:
    """Write many colours, each with its opacity; None for one that is not seen."""
    if len(colours) == 0:
        return []
    if isinstance(colours, np.ndarray) and colours.ndim == 2 and colours.shape[1] == 4:
        rgba = colours
    else:
        rgba = to_rgba_array(colours)
    digits = (np.clip(rgba[:, :3], 0, 1) * 255 + 0.5).astype(np.uint8).tobytes().hex()
    return [
        (f"#{digits[at : at + 6]}", alpha) if alpha > 0 else None
        for at, alpha in zip(range(0, len(digits), 6), rgba[:, 3].tolist(), strict=True)
    ]


class Inks:
    """The inks of a collection: lists that are gone through again and again.

    Attributes:
        fills: Whether any of them fills.
        widest: The width of the widest stroke.
    """

    __slots__ = (
        "_cap",
        "_edges",
        "_faces",
        "_join",
        "_known",
        "_styles",
        "_widths",
        "fills",
        "widest",
    )

    def __init__(
        self, gc: "GraphicsContextBase", faces: Any, edges: Any, widths: Any, styles: Any
    ) -> None:
        self._faces = colours_of(faces)
        self._edges = colours_of(edges)
        self._widths = [float(width) for width in widths] or [float(gc.get_linewidth())]
        self.fills = any(self._faces)
        self.widest = max(self._widths) if any(self._edges) else 0.0
        given = list(styles) or [gc.get_dashes()]
        self._styles = [dash_of(*style) for style in given]
        self._cap = _CAPS[gc.get_capstyle()]
        self._join: Join = gc.get_joinstyle()
        self._known: dict[Any, Ink | None] = {}

    def __getitem__(self, number: int) -> Ink | None:
        """The ink of an item; None where nothing would be seen."""
        faces, edges = self._faces, self._edges
        face = faces[number % len(faces)] if faces else None
        edge = edges[number % len(edges)] if edges else None
        width = self._widths[number % len(self._widths)]
        style = self._styles[number % len(self._styles)]
        key = face, edge, width, style
        if key not in self._known:
            self._known[key] = self._ink(*key)
        return self._known[key]

    def _ink(
        self,
        face: tuple[Colour, float] | None,
        edge: tuple[Colour, float] | None,
        width: float,
        style: tuple[float, tuple[float, ...]],
    ) -> Ink | None:
        fill, fill_alpha = face or (None, 1.0)
        if edge is None or width <= 0:
            return None if fill is None else Ink(fill, fill_alpha, None, 1.0)
        start, dash = style
        return Ink(fill, fill_alpha, *edge, width, dash, start, self._cap, self._join)
