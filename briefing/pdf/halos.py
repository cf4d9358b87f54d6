"""Rims around letters: their outlines, stroked."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.pdf.named import Named
from briefing.pdf.pen import written
from briefing.text.outlines import glyph_outline

if TYPE_CHECKING:
    from briefing.text.face import Face
    from briefing.text.outlines import PlacedGlyph

_SPARE = 4000  # thousandths of an em around a glyph that its form may paint on; no rim is as wide


@lru_cache(maxsize=4096)  # bounded: about half a kilobyte each
def _written(face: "Face", glyph: int) -> str:
    return written(glyph_outline(face, glyph), whole=True)


class Halos(dict[tuple["Face", int], str]):
    """Glyph → the operators that step to its place and stroke its outline there.

    Outlines are forms, in 1/1000 em, so that each is in the file once.
    """

    __slots__ = ("_named",)

    def __init__(self, named: Named) -> None:
        super().__init__()
        self._named = named

    def __missing__(self, key: tuple["Face", int]) -> str:
        outline, (left, bottom, right, top) = _written(*key), key[0].bbox
        box = (left - _SPARE, bottom - _SPARE, right + _SPARE, top + _SPARE)
        code = self[key] = f" cm{self._named.form(f'{outline}S', box)}" if outline else ""
        return code

    def strokes(self, glyphs: Iterable["PlacedGlyph"]) -> str:
        """Stroke the glyphs of a line, in coordinates of 1/1000 em that begin where it does."""
        code, left, below = "", 0, 0
        for face, glyph, across, up in glyphs:
            form = self[face, glyph]
            if form:
                x, y = round(across), round(up)
                code += f"1 0 0 1 {x - left} {y - below}{form}"
                left, below = x, y
        return code
