"""Figures of categories in series, for the tests."""

from collections.abc import Collection, Mapping, Sequence

from briefing.model.chart import Datum, Grid, Head, Scale
from briefing.model.country import Amount
from tests.charts.samples import scale, worded

Value = float | Amount | None
"""A plain number, any amount, or no data."""

UNTOLD = Datum(None, "", untold=True)


def grid(
    columns: Sequence[str],
    rows: Mapping[str, Sequence[Value | Datum]],
    *,
    on: Scale | None = None,
    highlighted: Collection[str] = (),
) -> Grid:
    on = on or scale()
    return Grid(
        tuple(Head(label, label in highlighted) for label in rows),
        tuple(Head(label, label in highlighted) for label in columns),
        tuple(tuple(datum(value, on) for value in values) for values in rows.values()),
    )


def datum(value: Value | Datum, on: Scale) -> Datum:
    if value is None:
        return Datum(None, "")
    if isinstance(value, Datum):
        return value
    amount = value if isinstance(value, Amount) else Amount(value, value)
    return Datum(amount, worded(amount, on))
