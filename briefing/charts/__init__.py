"""Charts: what is measured, drawn.

In: a chart's data, chosen and worded, a width, a chart style and the document's fonts. Out: a
`Drawing` with its alternative text and its data. Decides: scales, places and sizes of marks and
labels. Never: chooses or words data, sets titles, notes or sources, paints.
"""

from briefing.charts.cells import draw_in_cell
from briefing.charts.draw import LEAST_WIDTH, draw

__all__ = ["LEAST_WIDTH", "draw", "draw_in_cell"]
