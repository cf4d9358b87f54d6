"""Colours by how light, how strong and of what hue they look."""

from collections.abc import Sequence
from math import atan2, cos, hypot, sin

from briefing.model.style import Colour

_FADE = 0.95  # of its strength, until a colour is one that a screen can show

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_FROM_ROOTS = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_TO_ROOTS = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def to_oklch(colour: Colour) -> tuple[float, float, float]:
    """Give lightness (0 to 1), strength (0 for grey) and hue (radians) of a colour.

    Source:
        CSS Color Module Level 4, 9.2 "Perceptually Linear Color Spaces: Oklab and OkLCh".
    """
    channels = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    roots = [value ** (1 / 3) for value in _times(_TO_CONES, channels)]
    lightness, a, b = _times(_FROM_ROOTS, roots)
    return lightness, hypot(a, b), atan2(b, a)


def from_oklch(lightness: float, strength: float, hue: float) -> Colour:
    """Give the colour, weaker where a screen cannot show it so strong."""
    while True:
        lab = (lightness, strength * cos(hue), strength * sin(hue))
        channels = _times(_FROM_CONES, [root**3 for root in _times(_TO_ROOTS, lab)])
        if strength < 1e-3 or all(-1e-3 <= channel <= 1 + 1e-3 for channel in channels):
            break
        strength *= _FADE
    return "#" + "".join(f"{_byte(channel):02x}" for channel in channels)


def _times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _byte(channel: float) -> int:
    channel = min(max(channel, 0.0), 1.0)
    value = channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
    return round(value * 255)
