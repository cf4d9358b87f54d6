"""The letters of a text as outlines, shaped and placed as the text itself is."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import uharfbuzz as hb

from briefing.model.drawing import Segment
from briefing.text.face import Face

if TYPE_CHECKING:
    from briefing.text.shape import Part

MAX_OUTLINES = 4096  # kept, of all faces together; about 2 kB each

_STEP = re.compile(r"<([0-9A-F]*)>|([-0-9.]+)")


class PlacedGlyph(NamedTuple):
    """A glyph of a line of text.

    Attributes:
        x: From the start of the line, in 1/1000 em where it is not said otherwise.
        rise: Above the baseline, likewise.
    """

    face: Face
    glyph: int
    x: float
    rise: float


@lru_cache(maxsize=MAX_OUTLINES)
def glyph_outline(face: Face, glyph: int) -> tuple[Segment, ...]:
    """The outline of a glyph in units of its face; y grows upwards. A space has none."""
    segments: list[Segment] = []
    face.font.draw_glyph(glyph, _DRAWN, segments)
    return tuple(segments)


def placed(parts: Iterable["Part"], tracking: float) -> Iterator[PlacedGlyph]:
    """Place the glyphs of shaped parts that follow one another.

    Args:
        parts: In the order of the line.
        tracking: Added behind each glyph, in 1/1000 em.
    """
    x = 0.0
    for part in parts:
        codes = part.face.codes
        for digits, step in _STEP.findall(part.code):
            if step:
                x -= float(step)
            for at in range(0, len(digits), 4):
                glyph = int(digits[at : at + 4], 16)
                yield PlacedGlyph(part.face, glyph, x, part.rise)
                x += codes[glyph][1] + tracking


def moved(outline: Iterable[Segment], scale: float, x: float, y: float) -> Iterator[Segment]:
    """Scale an outline, turn it over, so that y grows downwards, and move it."""
    for segment in outline:
        match segment:
            case ("M", across, up):
                yield "M", across * scale + x, y - up * scale
            case ("L", across, up):
                yield "L", across * scale + x, y - up * scale
            case ("C", x1, y1, x2, y2, across, up):
                yield (
                    "C", x1 * scale + x, y - y1 * scale, x2 * scale + x, y - y2 * scale,
                    across * scale + x, y - up * scale,
                )  # fmt: skip
            case _:
                yield segment


def _drawn() -> Any:
    """What HarfBuzz draws with: each line is added to a list. Quadratic curves become cubic."""
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, to: to.append(("M", x, y)))
    functions.set_line_to_func(lambda x, y, to: to.append(("L", x, y)))
    functions.set_cubic_to_func(lambda *given: given[6].append(("C", *given[:6])))
    functions.set_close_path_func(lambda to: to.append(("Z",)))
    return functions


_DRAWN = _drawn()
