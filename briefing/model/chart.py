"""A chart's data, chosen and worded: what `tailor` gives and `charts` draws.

Titles, notes and sources are text of the page, so they stand in the manuscript's `Figure`; here
is only what is drawn.
"""

from dataclasses import dataclass
from typing import Literal

from briefing.errors import Location
from briefing.model.country import Amount, Date, Unit
from briefing.units import Pt


@dataclass(frozen=True, slots=True)
class Scale:
    """How values are printed along an axis and at their marks."""

    unit: Unit
    decimals: int
    language: str


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A line to compare with, already computed."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One category.

    Attributes:
        amount: None where there is no reading, which is drawn as "no data", never as zero.
        text: The amount in words, as the page prints it; empty where there is none.
    """

    label: str
    amount: Amount | None
    text: str
    highlighted: bool


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars from zero, in print order."""

    bars: tuple[Bar, ...]
    scale: Scale
    reference: ReferenceLine | None


@dataclass(frozen=True, slots=True)
class LinePoint:
    """One reading of a line; x is the middle of its period."""

    date: Date
    label: str
    amount: Amount
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its points in the order of their dates, at least one."""

    label: str
    points: tuple[LinePoint, ...]
    highlighted: bool


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines over time."""

    lines: tuple[Line, ...]
    scale: Scale
    reference: ReferenceLine | None


ChartData = BarChart | LineChart


@dataclass(frozen=True, slots=True)
class Chart:
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
    span: Literal["full", "half"]
    height: Pt
    where: Location
