"""Paints drawings: shapes as paths, labels as text in the document's own faces."""

from typing import assert_never

from briefing.model.drawing import Drawing, Label, Segment, Shape
from briefing.pdf.colour import components
from briefing.pdf.content import ContentStream
from briefing.pdf.looks import Looks
from briefing.pdf.syntax import number

_CAPS = {"butt": 0, "round": 1}
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def paint_drawing(
    drawing: Drawing, x: float, top: float, stream: ContentStream, looks: Looks
) -> None:
    """Paint a drawing whose top left corner is at (x, top) from the page's lower left one.

    The drawing's own coordinates are kept: the matrix turns them over, and that of each label
    turns its letters back.
    """
    before = stream.save()
    stream.code.append(f"1 0 0 -1 {number(x)} {number(top)} cm\n")
    pen = _Pen(stream)
    in_text = False
    for item in drawing.items:
        is_label = isinstance(item, Label)
        if is_label is not in_text:
            stream.code.append("BT\n" if is_label else "ET\n")
            in_text = is_label
        match item:
            case Shape():
                pen.shape(item)
            case Label():
                _label(item, stream, looks)
            case _:
                assert_never(item)
    if in_text:
        stream.code.append("ET\n")
    stream.restore(before)


class _Pen:
    """Strokes and fills, and remembers how it is set; PDF starts with the values here."""

    __slots__ = ("_cap", "_dash", "_stream", "_stroke", "_width")

    def __init__(self, stream: ContentStream) -> None:
        self._stream = stream
        self._stroke = ""
        self._width = 1.0
        self._dash: tuple[float, ...] = ()
        self._cap = "butt"

    def shape(self, shape: Shape) -> None:
        if shape.fill is not None:
            self._stream.fill(components(shape.fill))
        if shape.stroke is not None:
            self._set(shape, components(shape.stroke))
        operator = _painting(shape)
        self._stream.code.append("".join([_segment(part) for part in shape.path]) + operator)

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


def _painting(shape: Shape) -> str:
    """The operator that paints a path and ends it."""
    if shape.fill is not None:
        return "f\n" if shape.stroke is None else "B\n"
    return "n\n" if shape.stroke is None else "S\n"


def _segment(segment: Segment) -> str:
    operator = _OPERATORS[segment[0]]
    return "".join([f"{value:.2f} " for value in segment[1:]]) + operator + "\n"


def _label(label: Label, stream: ContentStream, looks: Looks) -> None:
    look = looks.of(label.style)
    before = _BEFORE[label.anchor]
    x = label.x - before * look.width(label.text) if before else label.x
    stream.show(look, label.text, f"1 0 0 -1 {x:.2f} {label.y:.2f}")
