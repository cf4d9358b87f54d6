"""The figures of a chart that may be shown: categories down, series across."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import chart as drawn
from briefing.model.chart import Head, Scale
from briefing.model.chart_spec import Sort
from briefing.model.country import Amount, Period, Reading
from briefing.model.manuscript import CitedWork
from briefing.numbers import format_amount

WITHHELD = "none of its figures may be shown"

LATEST = "latest"
"""Picks out the category, or the series, of the latest period."""


class Datum(NamedTuple):
    """A figure, or none; with its reading where it is taken from one.

    Attributes:
        withheld: There is a figure, which these readers may not see. To say that there is none
            would be untrue, so that nothing is said of it.
    """

    amount: Amount | None
    text: str
    reading: Reading | None = None
    withheld: bool = False


class Row(NamedTuple):
    """A category, with a figure for each series.

    Attributes:
        key: What an author calls it.
        period: None where it is not one.
        beyond: Those of the series that are left out, without their figures.
        starred: A figure of it is of another period than most.
    """

    key: str
    label: str
    period: Period | None
    highlighted: bool
    data: tuple[Datum, ...]
    beyond: tuple[Datum, ...] = ()
    starred: bool = False

    @property
    def withheld(self) -> bool:
        """A part of it is withheld."""
        return any(datum.withheld for datum in (*self.data, *self.beyond))

    @property
    def missing(self) -> bool:
        """A part of it has no figure, for whatever reason."""
        return bool(self.beyond) or any(datum.amount is None for datum in self.data)


class Column(NamedTuple):
    """A series: what an author calls it, its name (empty for an only one), its period if any.

    Attributes:
        starred: A figure of it is of another period than most.
    """

    key: str
    label: str
    highlighted: bool
    period: Period | None = None
    starred: bool = False


class Found(NamedTuple):
    """What there is to draw: at least one figure.

    Attributes:
        measure: What is measured, in words.
        nothing: Why a series has no figure, in words.
        works: Those that figures of the chart's own are taken from.
        gone: Categories that are not drawn, as what there is of them is withheld.
    """

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    scale: Scale
    measure: str
    nothing: str
    works: tuple[CitedWork, ...] = ()
    gone: tuple[Row, ...] = ()

    def sorted(self, sort: Sort, column: int = 0) -> tuple[Row, ...]:
        """Order categories by a figure; those without it come last, as they were.

        Args:
            sort: How.
            column: The number of the series.
        """
        if sort == "none":
            return self.rows
        sign = -1 if sort == "descending" else 1
        present = [(amount, row) for row in self.rows if (amount := row.data[column].amount)]
        present.sort(key=lambda pair: sign * pair[0].best)
        missing = [row for row in self.rows if not row.data[column].amount]
        return (*[row for _, row in present], *missing)

    @property
    def has_figures(self) -> tuple[bool, ...]:
        """Tell of each series whether there is a figure of it to draw."""
        numbers = range(len(self.columns))
        return tuple([any(row.data[number].amount for row in self.rows) for number in numbers])

    @property
    def withholds(self) -> tuple[bool, ...]:
        """Tell of each series whether a figure of it is withheld."""
        rows = (*self.rows, *self.gone)
        numbers = range(len(self.columns))
        return tuple([any(row.data[number].withheld for row in rows) for number in numbers])

    @property
    def heads(self) -> tuple[Head, ...]:
        """The names of the series."""
        return tuple([Head(column.label, column.highlighted) for column in self.columns])


def parted(rows: Iterable[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Part categories that are drawn from those that go.

    One goes if no figure of it is left and any is withheld, as if an author had never named it.
    What has no figure for anybody stays, and says so.
    """
    kept: list[Row] = []
    gone: list[Row] = []
    for row in rows:
        is_empty = not any(datum.amount for datum in row.data)
        goes = is_empty and any(datum.withheld for datum in row.data)
        (gone if goes else kept).append(row)
    return tuple(kept), tuple(gone)


def grid_of(rows: Sequence[Row], columns: Sequence[Head]) -> drawn.Grid:
    """Make what is drawn of categories, in this order."""
    return drawn.Grid(
        rows=tuple([Head(row.label, row.highlighted) for row in rows]),
        columns=tuple(columns),
        cells=tuple(
            [tuple([drawn.Datum(d.amount, d.text, d.withheld) for d in row.data]) for row in rows]
        ),
    )


def readings_of(rows: Iterable[Row]) -> tuple[Reading, ...]:
    """List the readings that are drawn, category by category."""
    return tuple([datum.reading for row in rows for datum in row.data if datum.reading])


def worded(amount: Amount, scale: Scale) -> str:
    """Word an amount as charts print it."""
    return format_amount(
        amount, scale.unit, decimals=scale.decimals, language=scale.language, form="short"
    )
