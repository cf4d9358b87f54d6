"""What a project's own function gets: a chart's figures, and the house."""

from briefing.charts.look import Look
from briefing.figures import Cell, Data, House
from briefing.model.chart import Datum, Grid, Scale
from briefing.units import Pt

POINTS = 72.0
"""To the inch."""


def data_of(grid: Grid, scale: Scale) -> Data:
    """Give a chart's figures to those who draw them."""
    return Data(
        rows=tuple([head.label for head in grid.rows]),
        columns=tuple([head.label for head in grid.columns]),
        cells=tuple([tuple(map(_cell, row)) for row in grid.cells]),
        highlighted_rows=tuple([head.highlighted for head in grid.rows]),
        highlighted_columns=tuple([head.highlighted for head in grid.columns]),
        unit=scale.unit.label,
    )


def _cell(datum: Datum) -> Cell:
    amount = datum.amount
    if amount is None:
        return Cell(None, None, None, "")
    low, high = amount.low, amount.high
    return Cell(
        value=float(amount.best),
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        text=datum.text,
    )


def house_of(look: Look, size: tuple[Pt, Pt], scale: Scale, font: str) -> House:
    """Give the look of a paper and the size of one chart, in points."""
    width, height = size
    return House(
        width=width / POINTS,
        height=height / POINTS,
        accent=look.accent,
        neutral=look.neutral,
        series=look.series,
        grid=look.grid,
        axis=look.axis,
        text=look.name.colour,
        font=font,
        size_of_text=look.name.size,
        language=scale.language,
        scale=scale,
    )
