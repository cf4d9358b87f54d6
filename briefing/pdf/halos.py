"""Rims around letters: their outlines, stroked."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from briefing.pdf.named import Box, Named
from briefing.pdf.pen import written
from briefing.pdf.syntax import number
from briefing.text.outlines import glyph_outline

if TYPE_CHECKING:
    from briefing.text.face import Face
    from briefing.text.outlines import PlacedGlyph

_SPARE = 4  # em around a glyph that its form may paint on; no rim is as wide


class Place(NamedTuple):
    """Where a line of letters begins, and the direction it runs in; y grows downwards."""

    x: float
    y: float
    cosine: float = 1.0
    sine: float = 0.0

    def turned(self) -> str:
        """The operands of cm that begin coordinates there, which grow downwards still."""
        across, up = number(self.cosine, 6), number(self.sine, 6)
        return f"{across} {number(-self.sine, 6)} {up} {across} {self.x:.2f} {self.y:.2f}"

    def matrix(self, scale: float = 1.0) -> str:
        """The operands that set letters upright there: of Tm, or of cm."""
        across, up = number(self.cosine * scale, 6), number(-self.sine * scale, 6)
        back = number(-self.cosine * scale, 6)
        return f"{across} {up} {up} {back} {self.x:.2f} {self.y:.2f}"


def stroked_glyphs(
    glyphs: Iterator["PlacedGlyph"], size: float, width: float, place: Place, named: Named
) -> Iterator[str]:
    """Stroke the outlines of glyphs, each a form of its own, in the colour that is set.

    Args:
        glyphs: Of one line.
        size: Of the letters, in points.
        width: Of the strokes, in points.
        place: Where the line begins.
        named: Takes the forms.
    """
    for face, group in groupby(glyphs, lambda glyph: glyph.face):
        scale = size / face.upem
        yield f"q {place.matrix(scale)} cm {number(width / scale)} w\n"
        x = y = 0
        for glyph in group:
            across, up = round(glyph.x / scale), round(glyph.rise / scale)
            form = named.form(*_form(face, glyph.glyph))
            yield f"1 0 0 1 {across - x} {up - y} cm{form}"
            x, y = across, up
        yield "Q\n"


@lru_cache(maxsize=4096)  # bounded: about a kilobyte each
def _form(face: "Face", glyph: int) -> tuple[str, Box]:
    """What strokes a glyph, in units of its face, and the box it may paint on."""
    left, bottom, right, top = [side * face.upem / 1000 for side in face.bbox]
    spare = _SPARE * face.upem
    code = f"{written(glyph_outline(face, glyph), whole=True)}S\n"
    return code, (left - spare, bottom - spare, right + spare, top + spare)
