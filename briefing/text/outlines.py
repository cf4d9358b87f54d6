"""The letters of a text as outlines, shaped and placed as the text itself is."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from struct import Struct
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from briefing.model.drawing import Segment
from briefing.text.face import Face

if TYPE_CHECKING:
    from briefing.text.shape import Part

MAX_OUTLINES = 4096  # kept, of all faces together; about 2 kB each

_STEP = re.compile(r"<([0-9A-F]*)>|([-0-9.]+)")  # in a TJ array: glyphs, or a step to the left
_CODES = Struct(">H")


PlacedGlyph = tuple[Face, int, float, float]
"""A glyph of a line of text, how far behind the line's start, and how far above its baseline, both
in 1/1000 em."""


@lru_cache(maxsize=MAX_OUTLINES)
def glyph_outline(face: Face, glyph: int) -> tuple[Segment, ...]:
    """The outline of a glyph in 1/1000 em, where y grows upwards. A space has none."""
    segments: list[Segment] = []
    face.font.draw_glyph(glyph, _DRAWN, segments)
    return tuple(scaled(segments, 1000 / face.upem))


def placed(parts: Iterable["Part"], tracking: float) -> Iterator[PlacedGlyph]:
    """Place the glyphs of shaped parts that follow one another.

    Args:
        parts: In the order of the line.
        tracking: Added behind each glyph, in 1/1000 em.
    """
    x = 0.0
    for part in parts:
        face, rise = part.face, part.rise
        codes = face.codes
        for digits, step in _STEP.findall(part.code):
            if step:
                x -= float(step)
            for (glyph,) in _CODES.iter_unpack(bytes.fromhex(digits)):
                yield face, glyph, x, rise
                x += codes[glyph][1] + tracking


def scaled(
    outline: Iterable[Segment], factor: float, x: float = 0.0, y: float = 0.0
) -> Iterator[Segment]:
    """Make an outline larger, then move it."""
    for segment in outline:
        match segment:
            case ("M", across, up):
                yield "M", across * factor + x, up * factor + y
            case ("L", across, up):
                yield "L", across * factor + x, up * factor + y
            case ("C", x1, y1, x2, y2, across, up):
                yield (
                    "C", x1 * factor + x, y1 * factor + y, x2 * factor + x, y2 * factor + y,
                    across * factor + x, up * factor + y,
                )  # fmt: skip
            case _:
                yield segment


def turned_over(outline: Iterable[Segment]) -> Iterator[Segment]:
    """Let y grow the other way."""
    for segment in outline:
        match segment:
            case ("M", across, up):
                yield "M", across, -up
            case ("L", across, up):
                yield "L", across, -up
            case ("C", x1, y1, x2, y2, across, up):
                yield "C", x1, -y1, x2, -y2, across, -up
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
