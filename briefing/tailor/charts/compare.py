"""Lines to compare with, computed from what is shown alone."""

from collections.abc import Iterable, Sequence
from math import fsum

from briefing.model.chart import ReferenceLine
from briefing.model.chart_spec import Comparison
from briefing.tailor.charts.found import Row


def compared(reference: Comparison | None, rows: Iterable[Row]) -> ReferenceLine | None:
    """Compute the line to compare with from all that is drawn."""
    if reference is None:
        return None
    values = [datum.amount.best for row in rows for datum in row.data if datum.amount]
    match reference.value:
        case "mean":
            value = fsum(values) / len(values)
        case "median":
            value = _median(values)
        case given:
            value = given
    return ReferenceLine(value, reference.label)


def _median(values: Sequence[float]) -> float:
    """Find the middle value, or the mean of the two middle ones."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2
