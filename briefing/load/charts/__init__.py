"""``content/charts/*.yaml``."""

from briefing.load.charts.spec import read_chart

__all__ = ["read_chart"]
