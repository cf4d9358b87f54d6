"""Text of figures: as labels, and as outlines where something is done to its letters."""

from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
from matplotlib import ft2font
from matplotlib.path import Path
from matplotlib.textpath import TextToPath

from briefing.charts.figures.type import Typesetter, printable
from briefing.model.drawing import Segment

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

    from briefing.charts.figures.paths import Matrix

IsMath = bool | Literal["TeX"]

_FLAGS: Any = getattr(ft2font, "LoadFlags", None)  # matplotlib 3.9 has numbers
_UNHINTED: Any = _FLAGS.NO_HINTING if _FLAGS else 2
_CODES = {"M": (1,), "L": (2,), "C": (4, 4, 4), "Z": (79,)}


class Line(NamedTuple):
    """A line of text."""

    text: str
    prop: "FontProperties"
    is_math: IsMath


class Outlines(TextToPath):
    """Gives matplotlib the outlines of text, and remembers whose they are.

    It asks for them where a path effect is to be drawn; then they come back as a path.
    """

    def __init__(self, type_: Typesetter) -> None:
        super().__init__()
        self._type = type_
        self._given: Any = None
        self._line: Line | None = None

    def get_text_path(  # type: ignore[override]
        self,
        prop: "FontProperties",
        s: str,
        ismath: IsMath = False,
        **_: Any,
    ) -> "tuple[Matrix, Any]":
        """Outline a line of text, in points at matplotlib's own size for outlines; y grows up."""
        if ismath == "TeX":
            found, codes = super().get_text_path(prop, s, ismath)
            vertices = np.array(found, dtype=float).reshape(-1, 2)
        elif ismath:
            vertices, codes = self._formula(prop, s)
        else:
            vertices, codes = self._plain(prop, s)
        self._given, self._line = vertices, Line(s, prop, ismath)
        return vertices, codes

    def whose(self, path: Path) -> Line | None:
        """Tell which text a path outlines; None if none."""
        is_given = self._given is not None and path.vertices is self._given
        return self._line if is_given else None

    def forget(self) -> None:
        """Forget what was given last."""
        self._given = self._line = None

    def _plain(self, prop: "FontProperties", text: str) -> "tuple[Matrix, Any]":
        style = self._type.style(prop)
        outline = self._type.fonts.outline(printable(text), style)
        vertices, codes = _vertices(outline)
        return vertices * (self.FONT_SCALE / style.size, -self.FONT_SCALE / style.size), codes

    def _formula(self, prop: "FontProperties", text: str) -> "tuple[Matrix, Any]":
        """Outline a formula as it is laid out at its own size; sizes of 100 round otherwise."""
        size = prop.get_size_in_points()
        _, _, _, glyphs, rules = self.mathtext_parser.parse(text, 72, prop)
        vertices: list[Any] = [np.empty((0, 2))]
        codes: list[Any] = [np.empty(0, Path.code_type)]
        for font, em, sign, *glyph, x, y in glyphs:
            font.set_size(self.FONT_SCALE, self.DPI)
            if glyph:
                font.load_glyph(glyph[0], flags=_UNHINTED)
            else:
                font.load_char(sign, flags=_UNHINTED)
            points, steps = font.get_path()
            vertices.append(points * (em / self.FONT_SCALE) + (x, y))
            codes.append(steps)
        for x, y, width, height in rules:
            corners = [(x, y), (x, y + height), (x + width, y + height), (x + width, y), (x, y)]
            vertices.append(np.array(corners, dtype=float))
            codes.append(np.array([1, 2, 2, 2, 79], Path.code_type))
        scale = self.FONT_SCALE / size
        return np.concatenate(vertices) * scale, np.concatenate(codes)


def _vertices(segments: tuple[Segment, ...]) -> "tuple[Matrix, Any]":
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    for letter, *numbers in segments:
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        vertices += pairs or [(0.0, 0.0)]
        codes += _CODES[letter]
    array = np.array(vertices, dtype=float).reshape(-1, 2)
    return array, np.array(codes, Path.code_type)


class Place(NamedTuple):
    """Where a line of text begins, on its baseline, and which way it runs."""

    x: float
    y: float
    angle: float


def place_of(matrix: "Matrix") -> Place:
    """Read a place from the matrix that outlines are moved with, y growing downwards."""
    angle = degrees(atan2(-matrix[1, 0], matrix[0, 0]))
    return Place(float(matrix[0, 2]), float(matrix[1, 2]), _tidy(angle))


def scale_of(matrix: "Matrix") -> float:
    """How many times larger a matrix makes what it moves."""
    return hypot(matrix[0, 0], matrix[1, 0])


def _tidy(angle: float) -> float:
    """Angles that are whole but for rounding are whole."""
    whole = round(angle)
    return float(whole) if abs(angle - whole) < 1e-9 else angle
