"""What a project's own function is handed when it makes a matplotlib Figure for a chart.

    from briefing.figures import Data, House
    from matplotlib.figure import Figure

    def plot(data: Data, house: House) -> Figure:
        figure = Figure(figsize=house.size, layout="constrained")
        axes = figure.subplots()
        axes.scatter(data.column("2010"), data.column("2020"), color=house.accent)
        axes.xaxis.set_major_formatter(house.tick)
        return figure

Neither holds anything that the readers of the paper may not see.
"""

from decimal import Decimal
from math import nan
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.model.chart import Scale
from briefing.model.country import Amount
from briefing.model.style import Colour
from briefing.numbers import format_amount

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Cell", "Data", "House"]

_POINTS = 72.0  # to the inch
_COMPACT = 1e6  # from here on, a compact number names its scale


class Cell(Struct, frozen=True):
    """One figure, or none.

    Attributes:
        value: One number to draw: of a range its middle, of a bound its end; None where there is
            none for these readers, of which nothing is drawn and nothing said.
        low: The lower end; None for no data, and where only an upper bound is known.
        high: The upper end, likewise; equal to `low` for a plain number.
        text: As the page prints it, such as "over 50%"; empty for no data.
    """

    value: float | None
    low: float | None
    high: float | None
    text: str


class Data(Struct, frozen=True):
    """The figures of a chart: categories down, series across, in print order.

    Attributes:
        rows: Names of the categories.
        columns: Names of the series; a single one may have the empty name.
        cells: One tuple for each row, with one figure for each column.
        highlighted_rows: Whether each is picked out.
        highlighted_columns: Likewise.
        unit: As heads of tables have it, such as "% of GDP"; may be empty.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    highlighted_rows: tuple[bool, ...]
    highlighted_columns: tuple[bool, ...]
    unit: str

    @property
    def values(self) -> tuple[tuple[float | None, ...], ...]:
        """One tuple for each row, with one number for each column; None for no data."""
        return tuple([tuple([cell.value for cell in row]) for row in self.cells])

    def column(self, name: str | None = None) -> tuple[float, ...]:
        """Give the numbers of one series, one for each row, as matplotlib wants them.

        Where there is no data it is NaN, of which nothing is drawn.

        Args:
            name: May be left out where there is only one.

        Raises:
            KeyError: There is no such series, or several where none is named.
        """
        at = self._number(name)
        values = [row[at].value for row in self.cells]
        return tuple([nan if value is None else value for value in values])

    def texts(self, name: str | None = None) -> tuple[str, ...]:
        """Give the figures of one series as the page prints them; see `column`."""
        at = self._number(name)
        return tuple([row[at].text for row in self.cells])

    def to_pandas(self) -> "pd.DataFrame":
        """Give a frame: categories as its index, series as its columns, NaN for no data.

        A single series without a name is called "value".

        Raises:
            ModuleNotFoundError: pandas is not installed.
        """
        import pandas as pd

        index = pd.Index(self.rows, name="category")
        columns = [name or "value" for name in self.columns]
        return pd.DataFrame(list(self.values), index=index, columns=columns, dtype=float)

    def _number(self, name: str | None) -> int:
        if name is None and len(self.columns) > 1:
            raise KeyError(f"name one of {', '.join(map(repr, self.columns))}")
        if name is not None and name not in self.columns:
            known = ", ".join(map(repr, self.columns))
            raise KeyError(f"there is no column {name!r}; known: {known}")
        return self.columns.index(name) if name is not None else 0


class House(Struct, frozen=True):
    """How figures look in the paper, and how large this one is.

    Attributes:
        width: In inches; whatever size the figure has, it is set to this.
        height: Likewise.
        accent: The colour of what is picked out.
        neutral: Of what is not, where one thing is picked out.
        series: Of several series, in order.
        grid: Of grid lines.
        axis: Of axes and their names.
        text: Of other words.
        font: The family's name for matplotlib; figures have it unless they say another.
        size_of_text: In points; likewise.
        language: Of the paper, such as "en".
        scale: How its figures are printed.
    """

    width: float
    height: float
    accent: Colour
    neutral: Colour
    series: tuple[Colour, ...]
    grid: Colour
    axis: Colour
    text: Colour
    font: str
    size_of_text: float
    language: str
    scale: Scale

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in inches, as `figsize` wants them."""
        return self.width, self.height

    @property
    def width_in_points(self) -> float:
        """The width in points, 72 to the inch."""
        return self.width * _POINTS

    @property
    def height_in_points(self) -> float:
        """The height in points, 72 to the inch."""
        return self.height * _POINTS

    def number(self, value: float, *, decimals: int | None = None, unit: bool = True) -> str:
        """Print a number as the paper does, in its language.

        Args:
            value: Finite.
            decimals: Those of the chart's own figures unless given.
            unit: Print it with the unit of the chart's figures, or bare.
        """
        exact = float(value)
        return format_amount(
            Amount(exact, exact),
            self.scale.unit,
            decimals=self.scale.decimals if decimals is None else decimals,
            language=self.language,
            form="short" if unit else "bare",
        )

    def tick(self, value: float, position: int | None = None) -> str:  # noqa: ARG002
        """Print a number along an axis, bare, with the decimals that it has.

        For matplotlib: ``axes.yaxis.set_major_formatter(house.tick)``.
        """
        rounded = float(f"{value:.12g}")
        return self.number(rounded, decimals=self._decimals(rounded), unit=False)

    def _decimals(self, value: float) -> int:
        number = Decimal(repr(value)).normalize()
        power = 0
        if self.scale.unit.compact and abs(value) >= _COMPACT:
            power = min(number.adjusted() // 3 * 3, 12)
        return max(0, power - int(number.as_tuple().exponent))
