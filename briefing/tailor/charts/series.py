"""Series that carry conditions: which of them these readers do not get."""

from collections.abc import Iterable, Mapping

from briefing.model.chart_spec import ChartSpec, Series
from briefing.tailor.work import Work


def gone_series(series: Iterable[Series], spec: ChartSpec, at: Work) -> Mapping[str, bool]:
    """Name the series that are left out; True where one may be withheld from these readers.

    A series that carries no conditions has none: its figures stand in rows or are readings, which
    are judged.
    """
    gone = {}
    for one in series:
        what = f"series {one.key!r} of chart {spec.id!r}"
        if at.keeps(one.conditions, one.where, what, at.names):
            at.mark(one.conditions, one)
        else:
            gone[one.key] = at.rules.may_withhold(one.conditions)
    return gone
