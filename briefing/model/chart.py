"""A chart's data, chosen and worded: what `tailor` gives and `charts` draws.

Titles, notes and sources are text of the page, so they stand in the manuscript's `Figure`; here
is only what is drawn.
"""

from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.model.boundaries import Boundaries
from briefing.model.chart_spec import FigureOptions
from briefing.model.country import Amount, Date, Unit
from briefing.units import Pt

# --- parts -------------------------------------------------------------------------------------


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
        period: ISO 8601, where not all figures of the chart are of one; else empty.
        starred: It is of another period than most, as is told below the chart.
    """

    label: str
    amount: Amount | None
    text: str
    highlighted: bool
    period: str = ""
    starred: bool = False


class LinePoint(Struct, frozen=True):
    """One reading of a line; x is the middle of its period.

    Attributes:
        after_untold: Of a time since the point before it nothing is said, not even that there is
            no data.
    """

    date: Date
    label: str
    amount: Amount
    text: str
    after_untold: bool = False


class Line(Struct, frozen=True):
    """One line, its points in the order of their dates; at least one, but in small charts."""

    label: str
    points: tuple[LinePoint, ...]
    highlighted: bool


class Head(Struct, frozen=True):
    """The name of a row or a column of figures; may be empty for an only column.

    Attributes:
        starred: As of a `Bar`, one of its figures.
    """

    label: str
    highlighted: bool = False
    starred: bool = False


class Datum(Struct, frozen=True):
    """A figure in a grid; `amount`, `text` and `period` as of a `Bar`.

    Attributes:
        untold: Nothing is said of it, not even that there is no data: its place stays empty.
    """

    amount: Amount | None
    text: str
    untold: bool = False
    period: str = ""


class Grid(Struct, frozen=True):
    """Figures of categories (rows) in series (columns), in print order; at least one of each.

    Attributes:
        cells: One tuple for each row, with one figure for each column.
    """

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[tuple[Datum, ...], ...]


class TimeBand(Struct, frozen=True):
    """A stretch of time behind the lines, both ends included."""

    start: Date
    end: Date
    label: str


class ValueBand(Struct, frozen=True):
    """A stretch of values behind the lines."""

    low: float
    high: float
    label: str


Band = TimeBand | ValueBand


class Remark(Struct, frozen=True):
    """Words beside one point of a line, given by its number and that of its line."""

    line: int
    point: int
    text: str


# --- kinds -------------------------------------------------------------------------------------


class BarChart(Struct, frozen=True):
    """Horizontal bars from zero, in print order."""

    bars: tuple[Bar, ...]
    scale: Scale
    reference: ReferenceLine | None


class GroupedChart(Struct, frozen=True):
    """Horizontal bars from zero, in groups."""

    grid: Grid
    scale: Scale
    reference: ReferenceLine | None = None


class StackedChart(Struct, frozen=True):
    """Bars of parts; none is negative.

    Attributes:
        total: What each bar sums to; None where each has a sum of its own.
    """

    grid: Grid
    scale: Scale
    total: float | None = None


class LineChart(Struct, frozen=True):
    """Lines over time.

    Attributes:
        logarithmic: Equal steps are equal ratios; all values are above zero.
    """

    lines: tuple[Line, ...]
    scale: Scale
    reference: ReferenceLine | None
    bands: tuple[Band, ...] = ()
    remarks: tuple[Remark, ...] = ()
    logarithmic: bool = False


class SlopeChart(Struct, frozen=True):
    """From the first of two columns to the second."""

    grid: Grid
    scale: Scale


class RangeChart(Struct, frozen=True):
    """From the first of two columns to the second, or the ranges in a single column."""

    grid: Grid
    scale: Scale
    reference: ReferenceLine | None = None


class DonutChart(Struct, frozen=True):
    """Parts of a whole, at most six, none negative.

    Attributes:
        whole: What they are parts of, in the middle; may be empty.
        sum: Of all parts, in words; empty where it is not to be printed.
    """

    parts: tuple[Bar, ...]
    scale: Scale
    whole: str = ""
    sum: str = ""


class HeatMap(Struct, frozen=True):
    """Cells in shades.

    Attributes:
        breaks: Where one class ends and the next begins, ascending, at most 4; empty for round
            ones, computed from the values.
    """

    grid: Grid
    scale: Scale
    breaks: tuple[float, ...] = ()


class MultiplesChart(Struct, frozen=True):
    """Small charts of one line each, on one scale; `across` is how many side by side, or 0.

    A line without points has no data, which is shown as such.
    """

    lines: tuple[Line, ...]
    scale: Scale
    across: int = 0
    reference: ReferenceLine | None = None
    bands: tuple[Band, ...] = ()


class Event(Struct, frozen=True):
    """Something that happened.

    Attributes:
        end: Equal to `start` unless it took time.
        label: The date in words.
        lane: The number of its lane.
    """

    start: Date
    end: Date
    label: str
    text: str
    lane: int
    highlighted: bool


class Timeline(Struct, frozen=True):
    """Events in the order of their dates; at least one lane, whose name may be empty."""

    events: tuple[Event, ...]
    lanes: tuple[str, ...]


class Area(Struct, frozen=True):
    """A country on a map by its ISO 3166-1 alpha-3 code; all but its `key` as of a `Bar`."""

    key: str
    label: str
    amount: Amount | None
    text: str
    highlighted: bool
    period: str = ""
    starred: bool = False


class MapChart(Struct, frozen=True):
    """Countries in shades; `breaks` as of a `HeatMap`.

    Attributes:
        around: ISO 3166-1 alpha-3 codes of what must be in sight besides.
        labels: What stands on the countries that have room for it.
    """

    areas: tuple[Area, ...]
    scale: Scale
    boundaries: Boundaries
    breaks: tuple[float, ...] = ()
    around: tuple[str, ...] = ()
    labels: Literal["values", "names", "none"] = "values"


class Mark(Struct, frozen=True):
    """A named point on a map; degrees east and north."""

    name: str
    longitude: float
    latitude: float


class LocatorMap(Struct, frozen=True):
    """Where a country lies.

    Attributes:
        key: ISO 3166-1 alpha-3.
        names: Of it and of other countries as this project calls them, by key.
        cities: Names in the packaged list; None for the capital and the largest.
    """

    key: str
    names: tuple[tuple[str, str], ...]
    boundaries: Boundaries
    cities: tuple[str, ...] | None = None
    marks: tuple[Mark, ...] = ()
    globe: bool = True


class FigureChart(Struct, frozen=True):
    """A figure that matplotlib made, or will.

    Attributes:
        grid: What it shows, as it is handed to the function and attached to the file.
    """

    options: FigureOptions
    grid: Grid
    scale: Scale


ChartData = (
    BarChart
    | GroupedChart
    | StackedChart
    | LineChart
    | SlopeChart
    | RangeChart
    | DonutChart
    | HeatMap
    | MultiplesChart
    | Timeline
    | MapChart
    | LocatorMap
    | FigureChart
)


class Chart(Struct, frozen=True):
    """A chart to be drawn.

    Attributes:
        title: As plain text, for the alternative text.
        measure: What is measured, as plain text, for the alternative text.
        source: Short names of the sources, as plain text, for the alternative text.
        span: How much of the measure it takes.
        height: Of the drawing.
        alt: What it shows, in the author's words; empty where the data tell it.
        times: Which figures are of which periods, for the alternative text; empty where that is
            one.
    """

    id: str
    title: str
    measure: str
    source: str
    data: ChartData
    span: Literal["full", "half", "third"]
    height: Pt
    language: str
    where: Location
    alt: str = ""
    times: str = ""


# --- small drawings in the cells of tables -----------------------------------------------------


class CellBar(Struct, frozen=True):
    """A bar from zero beside the figure that its cell prints; None is drawn as nothing.

    Attributes:
        low: The lowest value of the column, 0 or less; equal values are equal lengths.
        high: The highest, 0 or more.
    """

    amount: Amount | None
    low: float
    high: float
    highlighted: bool


class Spark(Struct, frozen=True):
    """A small line over time, without axes.

    Attributes:
        line: At least one point.
        start: The first date of the column, so that equal dates stand above each other.
        end: The last.
    """

    line: Line
    scale: Scale
    start: Date
    end: Date


class Sketch(Struct, frozen=True):
    """A small drawing in a cell of a table."""

    id: str
    data: CellBar | Spark
    language: str
    where: Location
