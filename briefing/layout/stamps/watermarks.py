"""Letters behind the text, across the page."""

from collections.abc import Iterator
from math import atan2, cos, hypot, sin

from msgspec.structs import replace

from briefing.layout.lines.paragraphs import Setter
from briefing.model.drawing import Segment, Shape
from briefing.model.flow import Watermark
from briefing.model.style import Colour, PaperStyle

_WIDEST, _TALLEST = 0.64, 0.27  # at most: of the diagonal, and its type of the paper's width
_MIDDLE = 0.18  # the relative luminance from which on black is seen better than white
_SHADE, _TINT, _FAINT = 0.2, 0.5, 0.08  # opacities on dark grounds, on light ones, on paper
_BLACK: Colour = "#000000"
_WHITE: Colour = "#ffffff"
_SET_AT = 100.0


def letters_across(mark: Watermark, paper: PaperStyle, setter: Setter) -> Iterator[Segment]:
    """The letters along the diagonal that rises to the right, in the middle of the paper."""
    look = replace(mark.style, size=_SET_AT)
    wide = setter.fonts.width(mark.text, look)
    size = min(hypot(paper.width, paper.height) * _WIDEST / wide, paper.width * _TALLEST / _SET_AT)
    angle = atan2(paper.height, paper.width)
    across, down = cos(angle) * size, sin(angle) * size
    back, below = wide / 2, setter.capitals(look) / 2
    x = paper.width / 2 - back * across + below * down
    y = paper.height / 2 + back * down + below * across

    def turned(u: float, v: float) -> tuple[float, float]:
        return round(x + u * across + v * down, 2), round(y - u * down + v * across, 2)

    for segment in setter.fonts.outline(mark.text, look):
        match segment:
            case ("M", u, v):
                yield "M", *turned(u, v)
            case ("L", u, v):
                yield "L", *turned(u, v)
            case ("C", u1, v1, u2, v2, u, v):
                yield "C", *turned(u1, v1), *turned(u2, v2), *turned(u, v)
            case _:
                yield segment


def over_sheet(outline: tuple[Segment, ...], ground: Colour | None) -> Shape:
    """The letters on a sheet and its picture, over which no text stands.

    They take nothing from the contrast of text on the ground: where that is dark, text is light,
    and the letters are darker still; and the other way round.
    """
    if ground is None:
        return Shape(outline, fill=_BLACK, fill_alpha=_FAINT)
    if _luminance(ground) < _MIDDLE:
        return Shape(outline, fill=_BLACK, fill_alpha=_SHADE)
    return Shape(outline, fill=_WHITE, fill_alpha=_TINT)


def _luminance(colour: Colour) -> float:
    """Relative luminance, near enough to tell dark grounds from light ones (a gamma of 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (float(channel**2.2) for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
