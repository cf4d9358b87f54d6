"""Rims around letters: their outlines, stroked."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.pdf.painting.pen import written
from briefing.text.outlines import glyph_outline

if TYPE_CHECKING:
    from briefing.text.face import Face
    from briefing.text.outlines import PlacedGlyph


@lru_cache(maxsize=4096)  # bounded: about half a kilobyte each
def _stroked(face: "Face", glyph: int) -> str:
    """The operators that stroke a glyph; empty for one that has no outline."""
    outline = written(glyph_outline(face, glyph), whole=True)
    return f" cm\n{outline}S\n" if outline else ""


def strokes_of(glyphs: Iterable["PlacedGlyph"]) -> str:
    """Stroke the glyphs of a line, in coordinates of 1/1000 em that begin where it does.

    Each glyph is written in its own coordinates, so that it packs well where it comes again.
    """
    code, left, below = "", 0, 0
    for face, glyph, across, up in glyphs:
        strokes = _stroked(face, glyph)
        if strokes:
            x, y = round(across), round(up)
            code += f"1 0 0 1 {x - left} {y - below}{strokes}"
            left, below = x, y
    return code
