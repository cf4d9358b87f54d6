"""Figures by functions: charts whose functions are written in a test."""

from briefing.charts import draw
from briefing.errors import Location
from briefing.model.chart import Chart, Datum, FigureChart, Grid, Head
from briefing.model.chart_spec import FigureOptions, GivenFigure, PlotFunction
from briefing.model.country import Amount
from briefing.model.drawing import Clipped, Drawing, Label, Painted
from briefing.units import Pt
from tests.charts.samples import FONTS, FULL, STYLE, WHERE, exactly, scale

FILE = "content/charts/mine.py"

HEAD = """\
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
"""

GRID = Grid(
    rows=(Head("Kazakhstan", highlighted=True), Head("Kyrgyzstan"), Head("Tajikistan")),
    columns=(Head("2010"), Head("2020")),
    cells=(
        (Datum(exactly(1.5), "1.5%"), Datum(exactly(2), "2.0%")),
        (Datum(Amount(3, 4), "3–4%"), Datum(Amount(None, 5, "up to"), "up to 5%")),
        (Datum(exactly(2.5), "2.5%"), Datum(None, "")),
    ),
)


def chart(made: PlotFunction | GivenFigure, grid: Grid = GRID, height: float = 150) -> Chart:
    return Chart(
        id="mine",
        title="A finding",
        measure="",
        source="Kim",
        data=FigureChart(FigureOptions(made), grid, scale()),
        span="full",
        height=Pt(height),
        language="en",
        where=WHERE,
        alt="What it shows.",
    )


def function(body: str, head: str = HEAD) -> PlotFunction:
    """The function ``plot``, whose body stands behind some imports, from line 6 on."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    line = head.count("\n") + 2
    source = f"{head}\ndef plot(data, house):\n{lines}\n"
    return PlotFunction(FILE, "plot", source, Location(FILE, line))


def drawn(body: str, **more) -> Drawing:
    return draw(chart(function(body), **more), width=FULL, style=STYLE, fonts=FONTS)


def given(made: GivenFigure, width: float = FULL) -> Drawing:
    return draw(chart(made), width=Pt(width), style=STYLE, fonts=FONTS)


def labels(drawing: Drawing) -> list[Label]:
    return list(_labels(drawing.items))


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in labels(drawing)]


def _labels(items: tuple[Painted, ...]):
    for item in items:
        if isinstance(item, Label):
            yield item
        elif isinstance(item, Clipped):
            yield from _labels(item.items)
