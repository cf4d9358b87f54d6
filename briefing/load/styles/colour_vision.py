"""How far apart two colours look, also to those who do not see all of them.

Source:
    Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
    Deficiency", IEEE TVCG 15(6), 2009, matrices of severity 1.0, which hold for linear RGB; the
    difference is that of CIE 1976 (CIELAB, D65).
"""

from collections.abc import Mapping
from functools import lru_cache
from math import dist

from briefing.model.style import Colour

Triple = tuple[float, float, float]

_SEEN: Mapping[str, tuple[Triple, Triple, Triple]] = {
    "in full colour": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "with protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "with deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "with tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)


def least_difference(one: Colour, other: Colour) -> tuple[float, str]:
    """Find how alike two colours can look, and to whom: 0 for the same, 100 for black and white."""
    return min((dist(_lab(one, seen), _lab(other, seen)), seen) for seen in _SEEN)


@lru_cache(maxsize=256)
def _lab(colour: Colour, seen: str) -> Triple:
    linear = [linear_channel(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    light = [min(max(value, 0.0), 1.0) for value in _times(_SEEN[seen], linear)]
    x, y, z = (
        _lightness(value / white)
        for value, white in zip(_times(_TO_XYZ, light), _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: tuple[Triple, Triple, Triple], vector: list[float]) -> list[float]:
    return [sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix]


def _lightness(share: float) -> float:
    return float(share ** (1 / 3)) if share > 216 / 24389 else share * 841 / 108 + 4 / 29


def linear_channel(channel: float) -> float:
    """Undo the curve of sRGB (IEC 61966-2-1); both from 0 to 1."""
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
