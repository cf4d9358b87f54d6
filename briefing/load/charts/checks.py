"""What the figures of a chart's own must be like, kind by kind.

Of readings, which a brief may or may not show, tailoring judges.
"""

from collections.abc import Sequence
from itertools import groupby

from briefing.load.charts.reader import Reader
from briefing.model.chart_spec import MOST_PARTS, ChartSource, DataRow, FromReadings, FromRows
from briefing.model.country import Amount
from briefing.model.prose import ALWAYS


def check_size(reader: Reader, data: ChartSource | None, rows: int, columns: int) -> None:
    """Refuse more categories or series than can be read.

    Args:
        reader: Of the chart.
        data: Its figures.
        rows: The most categories.
        columns: The most series.
    """
    match data:
        case FromRows():
            categories = len(dict.fromkeys(row.period or row.label for row in data.rows))
            series = len(data.columns)
            field = "data" if reader.fields.has("data") else "rows"
        case FromReadings():
            sizes = {"places": len(data.places), "indicators": len(data.indicators)}
            categories, series = sizes.get(data.down, 0), sizes.get(data.across or "", 0)
            field = "readings"
        case None:
            return
    where = reader.fields.place(field)
    if categories > rows:
        message = f"there are {categories} categories"
        hint = f"at most {rows} can be read in one chart; join some, or draw several charts"
        reader.problems.error(where, message, hint)
    if series > columns:
        message = f"there are {series} series"
        hint = f"at most {columns} can be told apart in one chart; join some, or leave some out"
        reader.problems.error(where, message, hint)


def check_parts(reader: Reader, data: ChartSource | None) -> None:
    """Refuse parts below zero."""
    for row, amount in _amounts(data):
        low = amount.low if amount.low is not None else amount.high
        if low is not None and low < 0:
            hint = "a part of a whole is 0 or more; draw what falls as bars, or grouped"
            reader.problems.error(row.where, f"{row.label!r} has a part of {low:g}", hint)


def check_logarithm(reader: Reader, data: ChartSource | None) -> None:
    """Refuse what has no logarithm."""
    for row, amount in _amounts(data):
        ends = [end for end in (amount.low, amount.high) if end is not None]
        if min(ends) <= 0:
            hint = "a logarithmic scale has numbers above 0 alone; take 'log' out"
            reader.problems.error(row.where, f"{row.label!r} has a figure of {min(ends):g}", hint)


def check_inside(reader: Reader, data: ChartSource | None, breaks: Sequence[float]) -> None:
    """Refuse classes that no figure falls in."""
    figures = [amount.best for _, amount in _amounts(data)]
    if not figures or not breaks:
        return
    low, high = min(figures), max(figures)
    for number in breaks:
        if not low < number <= high:
            message = f"no figure lies {'below' if number <= low else 'above'} {number:g}"
            hint = f"the figures go from {low:g} to {high:g}; give numbers between them"
            reader.problems.error(reader.fields.place("classes"), message, hint)


def check_donut(reader: Reader, data: ChartSource | None) -> None:
    """Refuse too many parts, and such as have no figure."""
    if not isinstance(data, FromRows):
        return
    certain = [row for row in data.rows if row.conditions is ALWAYS]
    if len(certain) > MOST_PARTS:
        message = f"a donut of {len(certain)} parts"
        hint = f"at most {MOST_PARTS} can be compared; join the smallest into one, or draw bars"
        reader.problems.error(certain[MOST_PARTS].where, message, hint)
    for row in data.rows:
        if row.amounts == (None,):
            hint = "a whole has no place for a part of unknown size; draw bars"
            reader.problems.error(row.where, f"{row.label!r} has no figure", hint)


def check_sums(reader: Reader, data: ChartSource | None, total: float | None) -> None:
    """Refuse bars whose parts do not sum to what they should, as far as rounding explains."""
    if not isinstance(data, FromRows) or total is None:
        return
    by_category = sorted(data.rows, key=_category)
    for _, several in groupby(by_category, key=_category):
        rows = list(several)
        parts = [
            [row.amounts[at] for row in rows if row.amounts[at]] for at in range(len(data.columns))
        ]
        if all(len(each) < 2 for each in parts):  # else they are for different readers
            found = [each[0] for each in parts if each]
            _check_sum(reader, data, rows[0], [part for part in found if part], total)


def check_sum(reader: Reader, data: ChartSource | None, total: float | None) -> None:
    """Refuse parts of one whole that do not sum to what they should, likewise."""
    if not isinstance(data, FromRows) or total is None:
        return
    if all(row.conditions is ALWAYS for row in data.rows):
        parts = [amount for row in data.rows for amount in row.amounts if amount]
        _check_sum(reader, data, None, parts, total)


def _check_sum(
    reader: Reader, data: FromRows, row: DataRow | None, parts: Sequence[Amount], total: float
) -> None:
    """Compare what parts sum to, at least and at most; a missing one may be anything."""
    is_whole = row is None or len(parts) == len(data.columns)
    slack = 0.5 * 10**-data.decimals * len(parts) + 1e-9 * abs(total)
    low = sum(part.low if part.low is not None else 0.0 for part in parts)
    high = sum(part.high if part.high is not None else float("inf") for part in parts)
    if low > total + slack or (is_whole and high < total - slack):
        where = row.where if row else reader.fields.place("total")
        whose = f"the parts of {row.label!r}" if row else "the parts"
        told = f"{low:g}" if low == high else f"{low:g} to {high:g}"
        message = f"{whose} sum to {told}, not to {total:g}"
        hint = f"rounding explains {slack:g} at most; mend a part, or 'total'"
        reader.problems.error(where, message, hint)


def _category(row: DataRow) -> str:
    return row.label


def _amounts(data: ChartSource | None) -> list[tuple[DataRow, Amount]]:
    rows = data.rows if isinstance(data, FromRows) else ()
    return [(row, amount) for row in rows for amount in row.amounts if amount]
