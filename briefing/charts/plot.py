"""What a kind of chart gives: its marks and labels, told in words, and as rows of data."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Protocol

from msgspec import Struct

from briefing.charts.look import Frame
from briefing.charts.words import Words
from briefing.model.chart import Grid, Scale
from briefing.model.country import Amount
from briefing.model.drawing import Painted
from briefing.numbers import format_amount

Item = Painted


class Plot(Struct, frozen=True):
    """A drawn chart of one kind.

    Attributes:
        height: As drawn: less than wanted where there is little to show, more where all of it
            would not fit.
        in_order: Items are painted as they come; else all text stands above all marks.
        told_by: What the drawing is told by, where not all of the data has found room on it.
    """

    items: list[Item]
    height: float
    in_order: bool = False
    told_by: "Kind | None" = None


class Kind(Protocol):
    """One kind of chart, with its data."""

    def amounts(self) -> list["Named"]:
        """List all amounts that there are."""

    def plot(self, frame: Frame) -> Plot:
        """Draw it; there is at least one amount, and all are finite."""

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell what it shows, sentence by sentence, kind and title first."""

    def table(self) -> str:
        """Write its data as CSV."""


class Named(Struct, frozen=True):
    """An amount and whose it is, for what is said of all amounts alike."""

    name: str
    amount: Amount


def exact_texts(shown: Sequence[tuple[Amount, str]], scale: Scale) -> list[str]:
    """Word amounts so that those that differ are told apart.

    Rounding must not contradict the picture: amounts that are printed alike and are not get up to
    three more decimals.
    """
    alike: dict[str, list[Amount]] = {}
    for amount, text in shown:
        told = alike.setdefault(text, [])
        if amount not in told:
            told.append(amount)
    exact = {text: _told_apart(told, scale) for text, told in alike.items() if len(told) > 1}
    return [exact[text].get(amount, text) if text in exact else text for amount, text in shown]


def _told_apart(amounts: Sequence[Amount], scale: Scale) -> dict[Amount, str]:
    for decimals in range(scale.decimals + 1, scale.decimals + 4):
        texts = {amount: _reword(amount, scale, decimals) for amount in amounts}
        if len(set(texts.values())) == len(texts):
            return texts
    return {}


def _reword(amount: Amount, scale: Scale, decimals: int) -> str:
    return format_amount(
        amount, scale.unit, decimals=decimals, language=scale.language, form="short"
    )


def write_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows of data.

    Source:
        RFC 4180; lines end in CR LF.
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return target.getvalue()


def write_dated(head: Sequence[str], rows: Sequence[Sequence[str]], periods: Sequence[str]) -> str:
    """Write rows of data, with a column of their periods if these differ."""
    if not any(periods):
        return write_csv(head, rows)
    dated = [(*row, period) for row, period in zip(rows, periods, strict=True)]
    return write_csv((*head, "period"), dated)


def grid_amounts(grid: Grid) -> list[Named]:
    """List all amounts of a grid, each by the names of its row and column."""
    return [
        Named(_named(row.label, column.label), datum.amount)
        for row, cells in zip(grid.rows, grid.cells, strict=True)
        for column, datum in zip(grid.columns, cells, strict=True)
        if datum.amount is not None
    ]


def _named(row: str, column: str) -> str:
    return f"{row}, {column}" if column else row


def grid_texts(grid: Grid, scale: Scale) -> list[list[str]]:
    """Word all amounts of a grid so that they are told apart; empty where there is no data."""
    cells = [datum for row in grid.cells for datum in row]
    known = [(datum.amount, datum.text) for datum in cells if datum.amount is not None]
    told = iter(exact_texts(known, scale))
    return [[next(told) if datum.amount else "" for datum in row] for row in grid.cells]


def grid_table(grid: Grid, scale: Scale) -> str:
    """Write a grid as CSV: one row for each figure, or for none where there is no data.

    There is no row for what is untold.
    """
    head = ("category", "series", "low", "high", "qualifier", "text", "unit")
    rows, periods = [], []
    for row, cells in zip(grid.rows, grid.cells, strict=True):
        for column, datum in zip(grid.columns, cells, strict=True):
            if datum.untold:
                continue
            amount = datum.amount or Amount(None, None)
            low, high = plain(amount.low), plain(amount.high)
            told = (amount.qualifier, datum.text, scale.unit.label)
            rows.append((row.label, column.label, low, high, *told))
            periods.append(datum.period)
    return write_dated(head, rows, periods)


def plain(number: float | None) -> str:
    """Write a number for a machine; an open end is empty."""
    if number is None:
        return ""
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)
