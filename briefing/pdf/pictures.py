"""Paints drawings: shapes as paths, labels as text in the document's own faces, bitmaps."""

from collections.abc import Iterable
from copy import copy
from typing import assert_never

from briefing.model.drawing import Bitmap, Clipped, Drawing, Label, Painted, Shape
from briefing.pdf.colour import components
from briefing.pdf.content import ContentStream
from briefing.pdf.looks import Looks
from briefing.pdf.rasters import Rasters
from briefing.pdf.syntax import number

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_WRITTEN = {
    "M": "%.2f %.2f m\n", "L": "%.2f %.2f l\n", "Z": "h\n",
    "C": "%.2f %.2f %.2f %.2f %.2f %.2f c\n",
}  # fmt: skip


def paint_drawing(
    drawing: Drawing,
    corner: tuple[float, float],
    stream: ContentStream,
    looks: Looks,
    rasters: Rasters,
) -> None:
    """Paint a drawing whose top left corner is so far from the page's lower left one.

    The drawing's own coordinates are kept: the matrix turns them over, and that of each label
    turns its letters back.
    """
    before = stream.save()
    stream.code.append(f"1 0 0 -1 {number(corner[0])} {number(corner[1])} cm\n")
    _Brush(stream, looks, rasters, _Pen(stream)).paint(drawing.items)
    stream.restore(before)


class _Brush:
    """Paints the items of a drawing in order."""

    __slots__ = ("_looks", "_pen", "_rasters", "_stream")

    def __init__(self, stream: ContentStream, looks: Looks, rasters: Rasters, pen: "_Pen") -> None:
        self._stream = stream
        self._looks = looks
        self._rasters = rasters
        self._pen = pen

    def paint(self, items: Iterable[Painted]) -> None:
        code, in_text = self._stream.code, False
        for item in items:
            is_label = isinstance(item, Label)
            if is_label is not in_text:
                code.append("BT\n" if is_label else "ET\n")
                in_text = is_label
            match item:
                case Shape():
                    self._pen.shape(item)
                case Label():
                    _label(item, self._stream, self._looks)
                case Bitmap():
                    code.append(self._rasters.place(item))
                case Clipped():
                    self._clipped(item)
                case _:
                    assert_never(item)
        if in_text:
            code.append("ET\n")

    def _clipped(self, clipped: Clipped) -> None:
        before, pen = self._stream.save(), self._pen
        sides = (clipped.x, clipped.y, clipped.width, clipped.height)
        self._stream.code.append(f"{' '.join(map(number, sides))} re W n\n")
        self._pen = pen.copy()
        self.paint(clipped.items)
        self._pen = pen
        self._stream.restore(before)


class _Pen:
    """Strokes and fills, and remembers how it is set; PDF starts with the values here."""

    __slots__ = ("_cap", "_dash", "_join", "_miter", "_stream", "_stroke", "_width")

    def __init__(self, stream: ContentStream) -> None:
        self._stream = stream
        self._stroke = ""
        self._width = 1.0
        self._dash: tuple[float, ...] = ()
        self._cap = "butt"
        self._join = "miter"
        self._miter = 10.0

    def copy(self) -> "_Pen":
        """One that is set likewise, for a graphics state that will be left again."""
        return copy(self)

    def shape(self, shape: Shape) -> None:
        if shape.fill is not None:
            self._stream.fill(components(shape.fill))
        if shape.stroke is not None:
            self._set(shape, components(shape.stroke))
        operator = _painting(shape)
        self._stream.code.append(
            "".join([_WRITTEN[part[0]] % part[1:] for part in shape.path]) + operator
        )

    def _set(self, shape: Shape, stroke: str) -> None:
        """Set what differs from the stroke before."""
        code = self._stream.code
        if stroke != self._stroke:
            code.append(f"{stroke} RG\n")
            self._stroke = stroke
        if shape.width != self._width:
            code.append(f"{number(shape.width)} w\n")
            self._width = shape.width
        if shape.dash != self._dash:
            code.append(f"[{' '.join(map(number, shape.dash))}]0 d\n")
            self._dash = shape.dash
        if shape.cap != self._cap:
            code.append(f"{_CAPS[shape.cap]} J\n")
            self._cap = shape.cap
        if shape.join != self._join:
            code.append(f"{_JOINS[shape.join]} j\n")
            self._join = shape.join
        if shape.miter != self._miter:
            code.append(f"{number(shape.miter)} M\n")
            self._miter = shape.miter


def _painting(shape: Shape) -> str:
    """The operator that paints a path and ends it."""
    if shape.fill is not None:
        rule = "*" if shape.even_odd else ""
        return f"f{rule}\n" if shape.stroke is None else f"B{rule}\n"
    return "n\n" if shape.stroke is None else "S\n"


def _label(label: Label, stream: ContentStream, looks: Looks) -> None:
    look = looks.of(label.style)
    before = _BEFORE[label.anchor]
    x = label.x - before * look.width(label.text) if before else label.x
    stream.show(look, label.text, f"1 0 0 -1 {x:.2f} {label.y:.2f}")
