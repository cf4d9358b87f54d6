"""A chart's data, chosen and worded: what `tailor` gives and `charts` draws.

Titles, notes and sources are text of the page, so they stand in the manuscript's `Figure`; here
is only what is drawn.
"""

from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.model.country import Amount, Date, Unit
from briefing.units import Pt


class Scale(Struct, frozen=True):
    """How values are printed along an axis and at their marks."""

    unit: Unit
    decimals: int
    language: str


class ReferenceLine(Struct, frozen=True):
    """A line to compare with, already computed."""

    value: float
    label: str


class Bar(Struct, frozen=True):
    """One category.

    Attributes:
        amount: None where there is no reading, which is drawn as "no data", never as zero.
        text: The amount in words, as the page prints it; empty where there is none.
    """

    label: str
    amount: Amount | None
    text: str
    highlighted: bool


class BarChart(Struct, frozen=True):
    """Horizontal bars from zero, in print order."""

    bars: tuple[Bar, ...]
    scale: Scale
    reference: ReferenceLine | None


class LinePoint(Struct, frozen=True):
    """One reading of a line; x is the middle of its period."""

    date: Date
    label: str
    amount: Amount
    text: str


class Line(Struct, frozen=True):
    """One line, its points in the order of their dates, at least one."""

    label: str
    points: tuple[LinePoint, ...]
    highlighted: bool


class LineChart(Struct, frozen=True):
    """Lines over time."""

    lines: tuple[Line, ...]
    scale: Scale
    reference: ReferenceLine | None


ChartData = BarChart | LineChart


class Chart(Struct, frozen=True):
    """A chart to be drawn.

    Attributes:
        title: As plain text, for the alternative text.
        measure: What is measured, as plain text, for the alternative text.
        source: Short names of the sources, as plain text, for the alternative text.
        span: How much of the measure it takes.
        height: Of the drawing.
    """

    id: str
    title: str
    measure: str
    source: str
    data: ChartData
    span: Literal["full", "half", "third"]
    height: Pt
    where: Location
