"""Figures that come from programs: how they are taken, and the style to make them in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from briefing.charts.figures.brought import Brought
from briefing.charts.figures.handed import house_of
from briefing.charts.figures.house import families_of, house_style
from briefing.charts.figures.judge import is_empty, not_a_figure
from briefing.charts.look import look_of
from briefing.figures import House
from briefing.model.chart import Scale
from briefing.model.chart_spec import GivenFigure
from briefing.model.style import ChartStyle
from briefing.text.fonts import Fonts
from briefing.units import Pt


def bring(chart: str, figure: Any) -> GivenFigure:
    """Take a Figure from a caller; what becomes of it afterwards is not seen.

    Raises:
        TypeError: It is something else.
        ValueError: It is empty, or cannot be copied.
    """
    wrong = not_a_figure(figure)
    if wrong:
        what, hint = wrong
        raise TypeError(f"the figure for {chart!r} is {what}; {hint}")
    if is_empty(figure):
        raise ValueError(f"the figure for {chart!r} is empty: it shows nothing but axes")
    return GivenFigure(Brought(chart, figure))


@contextmanager
def house_for(
    size: tuple[Pt, Pt], style: ChartStyle, fonts: Fonts, scale: Scale
) -> Iterator[House]:
    """Set matplotlib to a house style while a caller makes a figure of a size."""
    look = look_of(style)
    families = families_of(fonts, look.name)
    with house_style(look, families):
        yield house_of(look, size, scale, families[0])
