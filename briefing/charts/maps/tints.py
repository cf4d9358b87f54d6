"""The quiet colours of a map: what is not the matter, and the water around it."""

from briefing.charts.colours import WHITE
from briefing.model.style import Colour

SEA: Colour = "#d9e7f0"
LAND: Colour = "#f4f2ec"
NEAR_LAND: Colour = "#e9e5da"
DEEP_LAND: Colour = "#cdc6b4"
"""On the globe, where it must stand out without borders."""
CONTEXT: Colour = "#edeeee"
"""Of countries without figures between shades of any colour."""
NAMES: Colour = "#5c5646"
WATERS: Colour = "#33668a"
NET: Colour = "#8fa3b0"
RIM: Colour = "#8fb0c6"
INK: Colour = "#1c2733"

__all__ = [
    "CONTEXT", "DEEP_LAND", "INK", "LAND", "NAMES", "NEAR_LAND", "NET", "RIM", "SEA", "WATERS",
    "WHITE",
]  # fmt: skip
