"""Paints drawings: shapes as paths, labels as text in the document's own faces, bitmaps."""

from collections.abc import Iterable
from math import cos, radians, sin
from typing import assert_never

from msgspec.structs import replace

from briefing.model.drawing import (
    Bitmap,
    Clipped,
    Drawing,
    Halo,
    Label,
    Mesh,
    Painted,
    Shape,
    Stamped,
)
from briefing.pdf.colour import components
from briefing.pdf.content import ContentStream
from briefing.pdf.halos import Place, stroked_glyphs
from briefing.pdf.looks import Look
from briefing.pdf.meshes import shading_of
from briefing.pdf.pen import Pen, written
from briefing.pdf.syntax import number
from briefing.pdf.tools import Tools

_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}


def paint_drawing(
    drawing: Drawing, corner: tuple[float, float], stream: ContentStream, tools: Tools
) -> None:
    """Paint a drawing whose top left corner is so far from the page's lower left one.

    The drawing's own coordinates are kept: the matrix turns them over, and that of each label
    turns its letters back.
    """
    before = stream.save()
    stream.code.append(f"1 0 0 -1 {number(corner[0])} {number(corner[1])} cm\n")
    _Brush(stream, tools).paint(drawing.items)
    stream.restore(before)


class _Brush:
    """Paints the items of a drawing in order."""

    __slots__ = ("_in_text", "_pen", "_stream", "_tools")

    def __init__(self, stream: ContentStream, tools: Tools) -> None:
        self._stream = stream
        self._tools = tools
        self._pen = Pen(stream, tools.named)
        self._in_text = False

    def paint(self, items: Iterable[Painted]) -> None:
        for item in items:
            if isinstance(item, Label):
                self._label(item)
                continue
            if self._in_text:
                self._leave_text()
            match item:
                case Shape():
                    self._pen.shape(item)
                case Stamped():
                    self._pen.stamped(item)
                case Clipped():
                    self._clipped(item)
                case Bitmap():
                    self._pen.set_fill_alpha(1.0)
                    self._stream.code.append(self._tools.rasters.place(item))
                case Mesh():
                    self._mesh(item)
                case _:
                    assert_never(item)
        if self._in_text:
            self._leave_text()

    def _leave_text(self) -> None:
        self._stream.code.append("ET\n")
        self._in_text = False

    def _label(self, label: Label) -> None:
        style = label.style
        if label.tracking:
            style = replace(style, tracking=style.tracking + label.tracking)
        look = self._tools.looks.of(style)
        place = _place(label, look)
        if label.halo is not None and not label.hidden:
            if self._in_text:
                self._leave_text()
            self._halo(label, label.halo, look, place)
        if not self._in_text:
            self._stream.code.append("BT\n")
            self._in_text = True
        self._pen.set_hidden(label.hidden)
        self._pen.set_fill_alpha(label.alpha)
        self._stream.show(look, label.text, place.matrix())

    def _halo(self, label: Label, halo: Halo, look: Look, place: Place) -> None:
        """Where one sees through them, the rims of all letters are one stroke."""
        pen, code = self._pen, self._stream.code
        pen.set_stroke(components(halo.colour), label.alpha)
        pen.set_line(2 * halo.width, join="round")
        if label.alpha == 1.0:
            glyphs = look.glyphs(label.text)
            size = label.style.size
            code += stroked_glyphs(glyphs, size, 2 * halo.width, place, self._tools.named)
        else:
            outline = written(look.outline(label.text))
            code.append(f"q {place.turned()} cm\n{outline}S\nQ\n")

    def _mesh(self, mesh: Mesh) -> None:
        if mesh.vertices:
            self._pen.set_fill_alpha(1.0)
            self._stream.code.append(self._tools.named.shading(*shading_of(mesh)))

    def _clipped(self, clipped: Clipped) -> None:
        before, pen = self._stream.save(), self._pen
        sides = (clipped.x, clipped.y, clipped.width, clipped.height)
        self._stream.code.append(f"{' '.join(map(number, sides))} re W n\n")
        if clipped.path:
            rule = "*" if clipped.even_odd else ""
            self._stream.code.append(f"{written(clipped.path)}W{rule} n\n")
        self._pen = pen.copy()
        self.paint(clipped.items)
        self._pen = pen
        self._stream.restore(before)


def _place(label: Label, look: Look) -> Place:
    """Where the first letter of a label stands, and which way the line runs."""
    share = _BEFORE[label.anchor]
    back = share * (look.width(label.text) - label.tracking) if share else 0.0
    if not label.angle:
        return Place(label.x - back, label.y)
    turn = radians(label.angle)
    across, up = cos(turn), sin(turn)
    return Place(label.x - back * across, label.y + back * up, across, up)
