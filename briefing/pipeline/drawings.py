"""Every drawing of a text: its charts, as wide as their spans say, and those in its tables."""

from briefing.charts import draw
from briefing.errors import ContentError, Diagnostic
from briefing.model.chart import CellBar, Sketch
from briefing.model.drawing import Drawing
from briefing.model.manuscript import Manuscript
from briefing.model.prose import PARTS
from briefing.model.style import Style
from briefing.text.fonts import fonts_of
from briefing.units import Pt, parse_length

_BAR, _SPARK = parse_length("18mm"), parse_length("24mm")
"""Widths of small drawings in tables."""

_TALL = 1.15
"""Their height, in sizes of the words beside them: less than a line."""


def drawings_of(manuscript: Manuscript, style: Style) -> dict[str, Drawing]:
    """Draw everything, by id.

    Raises:
        ContentError: With every problem of every chart.
    """
    fonts = fonts_of(style.families)
    drawings: dict[str, Drawing] = {}
    problems: list[Diagnostic] = []
    for key, chart in manuscript.charts.items():
        width = style.paper.share(PARTS[chart.span])
        try:
            drawings[key] = draw(chart, width=width, style=style.chart, fonts=fonts)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    for key, sketch in manuscript.sketches.items():
        drawings[key] = _in_cell(sketch, style)
    return drawings


def _in_cell(sketch: Sketch, style: Style) -> Drawing:
    from briefing.charts.cells import draw_in_cell

    width = _BAR if isinstance(sketch.data, CellBar) else _SPARK
    height = Pt(_TALL * style.paragraphs["table-cell"].text.size)
    return draw_in_cell(sketch, width=width, height=height, style=style.chart)
