"""Colours made from the palette: tints for areas, darker tones for small text."""

from functools import lru_cache

from briefing.model.style import Colour

WHITE: Colour = "#ffffff"

_TEXT_CONTRAST = 4.5


@lru_cache(maxsize=256)
def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """Mix two colours; `share` is that of `other`, 0 to 1."""
    channels = (
        round(one + (two - one) * share)
        for one, two in zip(_channels(colour), _channels(other), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


@lru_cache(maxsize=256)
def readable(colour: Colour) -> Colour:
    """Darken a colour until text in it can be read on white.

    Source:
        WCAG 2.2, 1.4.3 Contrast (Minimum).
    """
    tone, share = colour, 0.0
    while contrast(tone, WHITE) < _TEXT_CONTRAST:
        share += 0.04
        tone = mix(colour, "#000000", share)
    return tone


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours: 1 when equal, 21 for black on white.

    Source:
        WCAG 2.2, definitions of "contrast ratio" and "relative luminance".
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: Colour) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
