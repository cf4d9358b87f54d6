"""Bars of parts as values: where each part begins, what is not known, what they sum to."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing.charts.amounts import ends_of
from briefing.model.chart import Datum, StackedChart
from briefing.model.country import Amount, Qualifier
from briefing.numbers import format_amount

_SLACK = 1e-9  # of the total: what adding up numbers may be off by


class Part(Struct, frozen=True):
    """A part of a bar; `column` is None where it is what no known part accounts for."""

    column: int | None
    start: float
    size: float


class Stack(Struct, frozen=True):
    """A bar.

    Attributes:
        parts: Those that have a size, from the left.
        size: Of all of them.
        starts: Where the part of each column begins, or would.
        missing: Columns without data.
        sum: Of what is known.
    """

    parts: tuple[Part, ...]
    size: float
    starts: tuple[float, ...]
    missing: tuple[int, ...]
    sum: Amount


def stack_all(data: StackedChart) -> list[Stack]:
    """Stack all bars.

    Raises:
        ValueError: A part is negative.
    """
    return [_stack(cells, data.total) for cells in data.grid.cells]


def _stack(cells: Sequence[Datum], total: float | None) -> Stack:
    """Put what is missing of a known total where the first part without data would stand."""
    known = [datum.amount for datum in cells if datum.amount is not None]
    for amount in known:
        if any(end is not None and end < 0 for end in (amount.low, amount.high)):
            raise ValueError(f"a part of a stack is negative: {amount.low} to {amount.high}")
    missing = tuple(number for number, datum in enumerate(cells) if datum.amount is None)
    left = 0.0
    if total is not None and missing:
        left = total - sum(amount.best for amount in known)
        left = left if left > _SLACK * abs(total) else 0.0
    parts: list[Part] = []
    starts: list[float] = []
    at = 0.0
    for number, datum in enumerate(cells):
        starts.append(at)
        column: int | None = number
        size = datum.amount.best if datum.amount else 0.0
        if missing and number == missing[0]:
            column, size = None, left
        if size > 0:
            parts.append(Part(column, at, size))
            at += size
    return Stack(tuple(parts), at, tuple(starts), missing, _sum(known, complete=not missing))


def _sum(amounts: Iterable[Amount], *, complete: bool) -> Amount:
    """Add amounts; no part is less than zero, so what is not known only adds."""
    low, high, sure = 0.0, 0.0, True
    open_end = not complete
    for amount in amounts:
        least, most = ends_of(amount)
        low += least or 0.0
        high += most or 0.0
        open_end = open_end or most is None
        sure = sure and amount.qualifier == ""
    if open_end:
        return Amount(low, None, "at least")
    if low == high:
        qualifier: Qualifier = "" if sure else "about"
        return Amount(low, low, qualifier)
    return Amount(low, high) if low else Amount(None, high, "up to")


def print_sum(data: StackedChart, stack: Stack) -> str:
    """Print what a bar sums to."""
    scale = data.scale
    return format_amount(
        stack.sum, scale.unit, decimals=scale.decimals, language=scale.language, form="short"
    )
