"""``content/charts/*.yaml``."""

from briefing.load.charts.reader import BESIDE, Reader
from briefing.load.charts.spec import read_chart

__all__ = ["BESIDE", "Reader", "read_chart"]
