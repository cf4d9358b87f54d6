"""The quiet colours of a map: what is not the matter, and the water around it."""

from briefing.charts.colours import WHITE
from briefing.model.style import Colour

SEA: Colour = "#cbdfea"
LAND: Colour = "#f8f6f1"
NEAR_LAND: Colour = "#efebe0"
DEEP_LAND: Colour = "#cdc6b4"
"""On the globe, where it must stand out without borders."""
CONTEXT: Colour = "#edeeee"
"""Of countries without figures between shades of any colour."""
NAMES: Colour = "#5c5646"
WATERS: Colour = "#2b5a7c"
NET: Colour = "#8fa3b0"
RIM: Colour = "#86a9c0"
INK: Colour = "#1c2733"

__all__ = [
    "CONTEXT", "DEEP_LAND", "INK", "LAND", "NAMES", "NEAR_LAND", "NET", "RIM", "SEA", "WATERS",
    "WHITE",
]  # fmt: skip
