"""Colours in content streams."""

from functools import lru_cache

from briefing.model.style import Colour


@lru_cache(maxsize=1024)
def components(colour: Colour) -> str:
    """Red, green and blue of ``#rrggbb`` as PDF operands between 0 and 1.

    Three decimals keep all 256 steps apart.
    """
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return " ".join([f"{part:.3f}".rstrip("0").rstrip(".") for part in parts])
