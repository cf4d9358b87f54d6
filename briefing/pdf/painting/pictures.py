"""Paints drawings: shapes as paths, labels as text in the document's own faces, bitmaps."""

from collections.abc import Iterable, Sequence
from itertools import groupby
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
from briefing.pdf.fonts.looks import Look
from briefing.pdf.objects.colour import components
from briefing.pdf.objects.syntax import number
from briefing.pdf.painting.content import ContentStream, Cut
from briefing.pdf.painting.halos import strokes_of
from briefing.pdf.painting.meshes import shading_of
from briefing.pdf.painting.named import Box
from briefing.pdf.painting.pen import Pen, written
from briefing.pdf.painting.tools import Tools

_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_LEAST_APART = 2000  # signs of code from which on paths are worth an object of their own
_SPARE = 1000.0  # around a drawing, for what of its paths reaches beyond

_Placed = tuple[Label, Look, str]
"""A label, how it looks, and the operands that place it."""


def paint_drawing(
    drawing: Drawing, corner: tuple[float, float], stream: ContentStream, tools: Tools
) -> None:
    """Paint a drawing whose top left corner is so far from the page's lower left one.

    The drawing's own coordinates are kept: the matrix turns them over, and that of each label
    turns its letters back.
    """
    before = stream.save()
    stream.code.append(f"1 0 0 -1 {number(corner[0])} {number(corner[1])} cm\n")
    box = (-_SPARE, -_SPARE, drawing.width + _SPARE, drawing.height + _SPARE)
    _Brush(stream, tools, box).paint(drawing.items)
    stream.restore(before)


class _Brush:
    """Paints the items of a drawing in order.

    Many paths in a row become a form, which whoever reads the page for its text can pass by.
    """

    __slots__ = ("_apart", "_box", "_in_text", "_pen", "_stream", "_tools")

    def __init__(self, stream: ContentStream, tools: Tools, box: Box) -> None:
        self._stream = stream
        self._tools = tools
        self._box = box
        self._pen = Pen(stream, tools.named)
        self._in_text = False
        self._apart: tuple[Cut, Pen] | None = None

    def paint(self, items: Iterable[Painted]) -> None:
        for kind, several in groupby(items, type):
            if kind is Label:
                self._labels([self._placed(item) for item in several if isinstance(item, Label)])
                continue
            if kind is Shape:
                self._begin_apart()
            else:
                self._end_apart()
                self._leave_text()
            for item in several:
                self._item(item)
        self._end_apart()
        self._leave_text()

    def _item(self, item: Painted) -> None:
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
            case Label():
                self._labels([self._placed(item)])
            case _:
                assert_never(item)

    def _leave_text(self) -> None:
        if self._in_text:
            self._stream.code.append("ET\n")
            self._in_text = False

    # --- paths

    def _begin_apart(self) -> None:
        """Begin what has nothing but paths, unless it has begun."""
        if self._apart is None:
            self._leave_text()
            self._apart = self._stream.mark(), self._pen.copy()

    def _end_apart(self) -> None:
        """Make a form of the paths, where that is worth it; it leaves the pen as it was."""
        if self._apart is None:
            return
        (mark, pen), self._apart = self._apart, None
        if self._stream.since(mark) >= _LEAST_APART:
            paths = self._stream.cut(mark)
            self._stream.code.append(self._tools.named.form(paths, self._box))
            self._pen = pen

    # --- labels

    def _labels(self, labels: Sequence[_Placed]) -> None:
        """Paint labels that follow each other, all their rims first."""
        for label, look, place in labels:
            if label.halo is not None and label.halo.width > 0 and not label.hidden:
                self._begin_apart()
                self._halo(label, label.halo, look, place)
        self._end_apart()
        if not self._in_text:
            self._stream.code.append("BT\n")
            self._in_text = True
        pen = self._pen
        for label, look, place in labels:
            if label.hidden is not pen.is_hidden:
                pen.set_hidden(label.hidden)
            if label.alpha != pen.fill_alpha:
                pen.set_fill_alpha(label.alpha)
            self._stream.show(look, label.text, place)

    def _placed(self, label: Label) -> _Placed:
        style = label.style
        if label.tracking:
            style = replace(style, tracking=style.tracking + label.tracking)
        look = self._tools.looks.of(style)
        share = _BEFORE[label.anchor]
        back = share * (look.width(label.text) - label.tracking) if share else 0.0
        if label.angle:
            return label, look, _turned(label, back)
        return label, look, f"1 0 0 -1 {label.x - back:.2f} {label.y:.2f}"

    def _halo(self, label: Label, halo: Halo, look: Look, place: str) -> None:
        """Stroke the letters below themselves; all at once where one sees through the strokes."""
        pen, width = self._pen, 2 * halo.width
        pen.set_stroke(components(halo.colour), label.alpha)
        pen.set_line(width, join="round")
        if label.alpha < 1.0:
            strokes = f"1 0 0 -1 0 0 cm\n{written(look.outline(label.text))}S\n"
        else:
            em = label.style.size / 1000
            strokes = (
                f"{number(em, 6)} 0 0 {number(em, 6)} 0 {number(label.style.rise)} cm\n"
                f"{number(width / em)} w\n{strokes_of(look.glyphs(label.text))}"
            )
        self._stream.code.append(f"q\n{place} cm\n{strokes}Q\n")

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


def _turned(label: Label, back: float) -> str:
    """The operands of Tm for a line that is turned, and begins so far before its place."""
    turn = radians(label.angle)
    across, up = cos(turn), sin(turn)
    level, slope = number(across, 6), number(-up, 6)
    return (
        f"{level} {slope} {slope} {number(-across, 6)}"
        f" {label.x - back * across:.2f} {label.y + back * up:.2f}"
    )
