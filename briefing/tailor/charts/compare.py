"""Lines to compare with, computed where everything is shown that they rest on."""

from collections.abc import Sequence
from math import fsum

from briefing.model.chart import ReferenceLine
from briefing.model.chart_spec import ChartSpec, Comparison
from briefing.tailor.charts.found import Found
from briefing.tailor.charts.from_rows import keys_of
from briefing.tailor.work import Work


def compared(
    reference: Comparison | None, found: Found, spec: ChartSpec, at: Work
) -> ReferenceLine | None:
    """Compute the line to compare with from all that is drawn, or take the number that is given.

    Without what is withheld it would be another than its name says, so that it goes; a given one
    goes with its source.
    """
    if reference is None:
        return None
    if not isinstance(reference.value, str):
        keys, what = keys_of(reference.sourced), f"line to compare with of chart {spec.id!r}"
        is_kept = at.keeps_sources(keys, reference.where, what)
        return ReferenceLine(reference.value, reference.label) if is_kept else None
    if found.gone or any(row.withheld for row in found.rows):
        what = f"{reference.value} of chart {spec.id!r}"
        at.omit(spec.where, what, "no data", "a figure that it rests on may not be shown")
        return None
    values = [datum.amount.best for row in found.rows for datum in row.data if datum.amount]
    value = _median(values) if reference.value == "median" else fsum(values) / len(values)
    return ReferenceLine(value, reference.label)


def _median(values: Sequence[float]) -> float:
    """Find the middle value, or the mean of the two middle ones."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2
