"""Strokes and fills paths, with as few operators as the state allows (ISO 32000-2 8.4, 8.5)."""

from collections.abc import Iterable
from copy import copy
from itertools import pairwise

from briefing.model.drawing import Segment, Shape, Stamped
from briefing.pdf.objects.colour import components
from briefing.pdf.objects.syntax import number
from briefing.pdf.painting.content import ContentStream
from briefing.pdf.painting.named import Box, Named

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_FINE = {
    "M": "%.2f %.2f m\n", "L": "%.2f %.2f l\n", "Z": "h\n",
    "C": "%.2f %.2f %.2f %.2f %.2f %.2f c\n",
}  # fmt: skip
_WHOLE = {letter: code.replace(".2f", ".0f") for letter, code in _FINE.items()}
_PER_POINT = 100  # as fine as paths are written
_LEAST = 0.005  # what is less is written as nothing, and dashes may not all be nothing


def written(path: Iterable[Segment], *, whole: bool = False) -> str:
    """The operators that make a path the current one; in `whole` numbers where that is enough."""
    forms = _WHOLE if whole else _FINE
    return "".join([forms[segment[0]] % segment[1:] for segment in path])


class Pen:
    """Strokes and fills, and remembers how it is set; PDF starts with the values here.

    Attributes:
        fill_alpha: How much is seen of what is filled, text included.
        is_hidden: Text is there to be read alone.
    """

    __slots__ = (
        "_cap",
        "_dash",
        "_dash_start",
        "_join",
        "_miter",
        "_named",
        "_stream",
        "_stroke",
        "_stroke_alpha",
        "_width",
        "fill_alpha",
        "is_hidden",
    )

    def __init__(self, stream: ContentStream, named: Named) -> None:
        self._stream = stream
        self._named = named
        self._stroke = ""
        self._width = 1.0
        self._dash: tuple[float, ...] = ()
        self._dash_start = 0.0
        self._cap = "butt"
        self._join = "miter"
        self._miter = 10.0
        self.fill_alpha = 1.0
        self._stroke_alpha = 1.0
        self.is_hidden = False

    def copy(self) -> "Pen":
        """One that is set likewise, for a graphics state that will be left again."""
        return copy(self)

    def shape(self, shape: Shape) -> None:
        """Paint a path, if there is one."""
        if not shape.path:
            return
        self._set(shape)
        self._stream.code.append(written(shape.path) + _painting(shape))

    def stamped(self, stamped: Stamped) -> None:
        """Paint a path at many places: as a form, each from the place before.

        Places are rounded first, so that no rounding adds up.
        """
        shape = stamped.shape
        if not stamped.at or not shape.path:
            return
        self._set(shape)
        form = self._named.form(written(shape.path) + _painting(shape), _around(shape))
        at = [(round(x * _PER_POINT), round(y * _PER_POINT)) for x, y in stamped.at]
        step = f"1 0 0 1 %.2f %.2f cm\n{form}"
        steps = [
            step % ((x - left) / _PER_POINT, (y - above) / _PER_POINT)
            for (left, above), (x, y) in pairwise([(0, 0), *at])
        ]
        self._stream.code.append(f"q\n{''.join(steps)}Q\n")

    def set_fill_alpha(self, alpha: float) -> None:
        """Set how much is seen of what is filled."""
        if alpha != self.fill_alpha:
            self._stream.code.append(self._named.opacity("ca", alpha))
            self._stream.is_blended = True
            self.fill_alpha = alpha

    def set_hidden(self, hidden: bool) -> None:
        """Set whether text is seen (ISO 32000-2 9.3.6)."""
        if hidden is not self.is_hidden:
            self._stream.code.append("3 Tr\n" if hidden else "0 Tr\n")
            self.is_hidden = hidden

    def set_stroke(self, colour: str, alpha: float) -> None:
        """Set the colour of strokes, in PDF operands, and how much is seen of them."""
        if colour != self._stroke:
            self._stream.code.append(f"{colour} RG\n")
            self._stroke = colour
        if alpha != self._stroke_alpha:
            self._stream.code.append(self._named.opacity("CA", alpha))
            self._stream.is_blended = True
            self._stroke_alpha = alpha

    def set_line(
        self,
        width: float,
        dash: tuple[float, ...] = (),
        cap: str = "butt",
        join: str = "round",
        miter: float | None = None,
        dash_start: float = 0.0,
    ) -> None:
        """Set what differs from the line before."""
        code = self._stream.code
        if width != self._width:
            code.append(f"{number(width)} w\n")
            self._width = width
        if dash != self._dash or dash_start != self._dash_start:
            lengths = " ".join(map(number, dash)) if max(dash, default=0.0) >= _LEAST else ""
            code.append(f"[{lengths}]{number(dash_start)} d\n")
            self._dash, self._dash_start = dash, dash_start
        if cap != self._cap:
            code.append(f"{_CAPS[cap]} J\n")
            self._cap = cap
        if join != self._join:
            code.append(f"{_JOINS[join]} j\n")
            self._join = join
        if miter is not None and miter != self._miter:
            code.append(f"{number(miter)} M\n")
            self._miter = miter

    def _set(self, shape: Shape) -> None:
        if shape.fill is not None:
            self.set_fill_alpha(shape.fill_alpha)
            self._stream.fill(components(shape.fill))
        if shape.stroke is not None:
            self.set_stroke(components(shape.stroke), shape.stroke_alpha)
            self.set_line(
                shape.width, shape.dash, shape.cap, shape.join, shape.miter, shape.dash_start
            )


def _painting(shape: Shape) -> str:
    """The operator that paints a path and ends it."""
    if shape.fill is not None:
        rule = "*" if shape.even_odd else ""
        return f"f{rule}\n" if shape.stroke is None else f"B{rule}\n"
    return "n\n" if shape.stroke is None else "S\n"


def _around(shape: Shape) -> Box:
    """A box around all that a shape may paint, mitred corners included."""
    across = [value for segment in shape.path for value in segment[1::2]]
    down = [value for segment in shape.path for value in segment[2::2]]
    reach = 1.0  # more than nothing, or what lies along a line would be cut off
    if shape.stroke is not None:
        reach += shape.width * max(shape.miter, 2.0) / 2
    return min(across) - reach, min(down) - reach, max(across) + reach, max(down) + reach
