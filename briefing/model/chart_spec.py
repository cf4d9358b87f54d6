"""Charts as authors write them."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.model.country import Amount, Period
from briefing.model.prose import ALWAYS, Conditions, Inline, Width
from briefing.units import Pt

MOST_CATEGORIES = 60
"""In one chart: so many lines can be read on a page."""

MOST_PARTS = 6
"""Of a donut: narrower ones cannot be compared."""

# --- where the figures come from ---------------------------------------------------------------

Dimension = Literal["places", "indicators", "periods"]
"""What readings differ in."""


class Sourced(Struct, frozen=True):
    """Where something was taken from.

    Attributes:
        source: A key of the sources.
        locator: The place in it, such as ``p. 3``; may be empty.
        also: Keys of further sources that say the same.
    """

    source: str
    locator: str = ""
    also: tuple[str, ...] = ()


class Series(Struct, frozen=True):
    """Who sees a series.

    Attributes:
        key: What `FromReadings.across` or `FromRows.columns` calls it.
    """

    key: str
    conditions: Conditions
    where: Location


class FromReadings(Struct, frozen=True):
    """Figures taken from the project's readings.

    A dimension that is neither `down` nor `across` has one value only; of the periods that is the
    latest, unless one is given.

    Attributes:
        indicators: At least one; all in the same unit.
        places: Keys; ``"country"`` for the brief's own.
        periods: Empty for the latest, or for all that there are where they are `down` or `across`.
        down: What the categories are.
        across: What the series are; None for a single one.
        series: Those that carry conditions.
        missing: Places of which the author knows that there is no figure.
    """

    indicators: tuple[str, ...]
    places: tuple[str, ...]
    periods: tuple[Period, ...]
    down: Dimension
    across: Dimension | None
    series: tuple[Series, ...] = ()
    missing: tuple[str, ...] = ()


class DataRow(Struct, frozen=True):
    """One row of a chart's own figures.

    Attributes:
        label: Of the category, as it is printed; of a map the key of a place.
        period: Where the categories are periods; None otherwise.
        amounts: One for each column; None for no data.
    """

    label: str
    period: Period | None
    amounts: tuple[Amount | None, ...]
    where: Location
    conditions: Conditions = ALWAYS


class FromRows(Struct, frozen=True):
    """Figures of the chart's own: rows in its spec, or a file of comma-separated values.

    Several rows may be of one category: each gives other columns, or is for other readers.

    Attributes:
        columns: Names of the series as they are printed, at least one; empty for one without.
        unit: A key of the units.
        decimals: Those printed, 0 or more.
        series: Those that carry conditions.
    """

    columns: tuple[str, ...]
    rows: tuple[DataRow, ...]
    unit: str
    decimals: int
    sourced: Sourced
    series: tuple[Series, ...] = ()


ChartSource = FromReadings | FromRows

# --- what several kinds may say ----------------------------------------------------------------

Sort = Literal["descending", "ascending", "none"]


NOWHERE = Location("", 1)
"""The place of what stands in no file."""


class Comparison(Struct, frozen=True):
    """A line to compare with: computed from the data, or a given number.

    Attributes:
        sourced: Of a given number; None where nobody says where it was taken from.
        where: The place of the value.
        said_at: The place of the label.
    """

    value: Literal["mean", "median"] | float
    label: str
    sourced: Sourced | None = None
    where: Location = NOWHERE
    said_at: Location = NOWHERE


class TimeBand(Struct, frozen=True):
    """A stretch of time that is picked out behind the lines, both ends included.

    Attributes:
        said_at: The place of its label.
    """

    period: Period
    label: str
    where: Location
    conditions: Conditions = ALWAYS
    sourced: Sourced | None = None
    said_at: Location = NOWHERE


class ValueBand(Struct, frozen=True):
    """A stretch of values that is picked out, such as a target.

    Attributes:
        said_at: The place of its label.
    """

    low: float
    high: float
    label: str
    where: Location
    conditions: Conditions = ALWAYS
    sourced: Sourced | None = None
    said_at: Location = NOWHERE


Band = TimeBand | ValueBand


class Remark(Struct, frozen=True):
    """Words beside one point of a line.

    Attributes:
        series: What `FromReadings.across` or `FromRows.columns` calls it; empty for the only line.
        said_at: The place of its text.
    """

    series: str
    period: Period
    text: str
    where: Location
    conditions: Conditions = ALWAYS
    sourced: Sourced | None = None
    said_at: Location = NOWHERE


# --- kinds -------------------------------------------------------------------------------------


class BarOptions(Struct, frozen=True):
    """Bars, one for each category."""

    sort: Sort
    reference: Comparison | None = None


class GroupedOptions(Struct, frozen=True):
    """Bars side by side, one for each series, in groups, one for each category.

    Attributes:
        sort: By the first series.
    """

    sort: Sort
    reference: Comparison | None = None


class StackedOptions(Struct, frozen=True):
    """Bars of parts that add up.

    Attributes:
        total: What the parts of each must sum to; None where each has a sum of its own.
        sort: By the first series.
    """

    sort: Sort
    total: float | None = None


class LineOptions(Struct, frozen=True):
    """Lines over time.

    Attributes:
        logarithmic: Equal steps are equal ratios; all values are above zero then.
    """

    reference: Comparison | None = None
    bands: tuple[Band, ...] = ()
    remarks: tuple[Remark, ...] = ()
    logarithmic: bool = False


class SlopeOptions(Struct, frozen=True):
    """From a first series to a second, of exactly two: what rose, what fell."""


class RangeOptions(Struct, frozen=True):
    """From low to high: two series of each category, or the range that each reading has.

    Attributes:
        sort: By the second series, or the higher end.
    """

    sort: Sort
    reference: Comparison | None = None


class DonutOptions(Struct, frozen=True):
    """Parts of a whole, at most six.

    Attributes:
        total: What they must sum to; None for whatever they sum to.
        sort: Descending unless said.
        whole: What they are parts of, in the middle; may be empty.
        said_at: The place of that.
    """

    sort: Sort
    total: float | None = None
    whole: str = ""
    said_at: Location = NOWHERE


class HeatMapOptions(Struct, frozen=True):
    """Cells in shades of one colour, each with its value.

    Attributes:
        breaks: Where one class ends and the next begins, ascending, at most 4; empty for round
            ones, computed.
        sort: By the first series.
    """

    sort: Sort
    breaks: tuple[float, ...] = ()


class MultiplesOptions(Struct, frozen=True):
    """Small charts of one line each, all on one scale.

    Attributes:
        across: How many stand side by side; 0 for as many as fit.
    """

    across: int = 0
    reference: Comparison | None = None
    bands: tuple[Band, ...] = ()


class EventSpec(Struct, frozen=True):
    """Something that happened.

    Attributes:
        lane: Whose it is, as the timeline names its lanes; empty where it has none.
    """

    period: Period
    text: str
    lane: str
    highlighted: bool
    sourced: Sourced
    where: Location
    conditions: Conditions = ALWAYS


class TimelineOptions(Struct, frozen=True):
    """Events along a line of time.

    Attributes:
        lanes: In print order; empty for a single line.
    """

    events: tuple[EventSpec, ...]
    lanes: tuple[str, ...] = ()


class MapOptions(Struct, frozen=True):
    """Countries in shades of one colour, by their figures.

    Attributes:
        breaks: As in a heat map.
        around: Keys of places that are in sight, though they may have no figure; empty for those
            of the figures alone.
        labels: What stands on the countries that have room for it.
    """

    breaks: tuple[float, ...] = ()
    around: tuple[str, ...] = ()
    labels: Literal["values", "names", "none"] = "values"


class MapMark(Struct, frozen=True):
    """A place of the author's own on a map; degrees east and north.

    Attributes:
        said_at: The place of its name.
    """

    name: str
    longitude: float
    latitude: float
    sourced: Sourced | None
    where: Location
    conditions: Conditions = ALWAYS
    said_at: Location = NOWHERE


class LocatorOptions(Struct, frozen=True):
    """Where a country lies: its outline among its neighbours.

    Attributes:
        place: Its key; ``"country"`` for the brief's own.
        cities: Their names in the packaged list; None for the capital and the largest.
        globe: A small globe shows where on earth it is.
    """

    place: str
    cities: tuple[str, ...] | None = None
    marks: tuple[MapMark, ...] = ()
    globe: bool = True


class PlotFunction(Struct, frozen=True):
    """A function of the project's own that makes a matplotlib Figure.

    Attributes:
        module: The file that holds it, inside the project.
        source: What that file says.
        where: Of the function in it.
    """

    module: str
    name: str
    source: str
    where: Location


class GivenFigure(Struct, frozen=True, eq=False):
    """A matplotlib Figure that the caller brings; each is another, however alike."""

    figure: object


class FigureOptions(Struct, frozen=True):
    """A figure that matplotlib made: its data and its alternative text come with it.

    Attributes:
        made: None while it is for the caller to bring.
    """

    made: PlotFunction | GivenFigure | None


ChartOptions = (
    BarOptions
    | GroupedOptions
    | StackedOptions
    | LineOptions
    | SlopeOptions
    | RangeOptions
    | DonutOptions
    | HeatMapOptions
    | MultiplesOptions
    | TimelineOptions
    | MapOptions
    | LocatorOptions
    | FigureOptions
)

KINDS: Mapping[str, type[Struct]] = {
    "bar": BarOptions,
    "grouped": GroupedOptions,
    "stacked": StackedOptions,
    "line": LineOptions,
    "slope": SlopeOptions,
    "range": RangeOptions,
    "donut": DonutOptions,
    "heatmap": HeatMapOptions,
    "multiples": MultiplesOptions,
    "timeline": TimelineOptions,
    "map": MapOptions,
    "locator": LocatorOptions,
    "figure": FigureOptions,
}
"""What ``chart:`` may name."""


class ChartSpec(Struct, frozen=True):
    """A chart.

    Attributes:
        data: None where there are no figures: of a timeline or a locator map.
        highlight: Keys of what is picked out (a place, an indicator, ``"latest"``, or a label of
            the chart's own rows or columns); ``"country"`` for the brief's own place.
        span: How much of the measure it takes.
        height: Of the plot, in points.
        alt: What it shows, in the author's words; empty where the data tell it.
        tabled: Its figures are printed as a table after it.
        options: Those of its kind; their type is the kind.
    """

    id: str
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    note: tuple[Inline, ...]
    data: ChartSource | None
    highlight: tuple[str, ...]
    span: Width
    height: Pt
    alt: tuple[Inline, ...]
    tabled: bool
    options: ChartOptions
    conditions: Conditions
    where: Location


def not_brought(chart: str) -> str:
    """Say that a figure is awaited from a program, and has not come."""
    return f"nobody has brought the figure {chart!r}"
