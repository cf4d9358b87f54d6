"""Charts: the figures that are drawn, in print order, with the text around them."""

from briefing.tailor.charts.place import place_chart

__all__ = ["place_chart"]
