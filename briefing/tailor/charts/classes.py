"""Where one class of values ends and the next begins."""

from collections.abc import Sequence

from briefing.model.chart_spec import ChartSpec
from briefing.tailor.charts.found import Found
from briefing.tailor.work import Work


def breaks_of(
    breaks: Sequence[float], found: Found, spec: ChartSpec, at: Work
) -> tuple[float, ...]:
    """Keep those that part what is shown: an empty class would tell that something is withheld."""
    if not breaks:
        return ()
    figures = [datum.amount.best for row in found.rows for datum in row.data if datum.amount]
    low, high = min(figures), max(figures)
    kept = tuple([number for number in breaks if low < number <= high])
    if len(kept) < len(breaks):
        what = f"class of chart {spec.id!r}"
        at.omit(spec.where, what, "no data", "no figure that is shown falls in it")
    return kept
