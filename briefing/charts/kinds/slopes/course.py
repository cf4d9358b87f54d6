"""What a line of a slope chart tells: from where to where, and how sure that is."""

from math import inf
from typing import Literal

from msgspec import Struct

from briefing.charts.amounts import ends_of
from briefing.charts.plot import exact_texts
from briefing.model.chart import Datum, Head, Scale, SlopeChart
from briefing.model.country import Amount

Way = Literal["rise", "fall", "level", "unsure", "broken"]


class Course(Struct, frozen=True):
    """A line of a slope chart.

    Attributes:
        ends: None where there is no data.
        texts: Of both ends; empty where there is no data.
        way: "unsure" where ranges allow more than one, "broken" where an end is missing.
    """

    head: Head
    ends: tuple[Amount | None, Amount | None]
    texts: tuple[str, str]
    way: Way

    @property
    def step(self) -> float | None:
        """By how much it rises; None where that is not known exactly."""
        first, last = self.ends
        if first is None or last is None:
            return None
        (low, high), (least, most) = span_of(first), span_of(last)
        return least - low if low == high and least == most else None


def courses_of(data: SlopeChart) -> list[Course]:
    """List the lines in print order."""
    return [
        _course(row, cells[0], cells[1], data.scale)
        for row, cells in zip(data.grid.rows, data.grid.cells, strict=True)
    ]


def _course(head: Head, first: Datum, last: Datum, scale: Scale) -> Course:
    start, end = first.amount, last.amount
    if start is None or end is None:
        texts = (first.text if start else "", last.text if end else "")
        return Course(head, (start, end), texts, "broken")
    one, two = exact_texts([(start, first.text), (end, last.text)], scale)
    return Course(head, (start, end), (one, two), _way(start, end))


def _way(first: Amount, last: Amount) -> Way:
    (low, high), (least, most) = span_of(first), span_of(last)
    if least > high:
        return "rise"
    if most < low:
        return "fall"
    return "level" if low == high == least == most else "unsure"


def span_of(amount: Amount) -> tuple[float, float]:
    """Give both ends of what is possible; an open one is infinite."""
    low, high = ends_of(amount)
    return -inf if low is None else low, inf if high is None else high
