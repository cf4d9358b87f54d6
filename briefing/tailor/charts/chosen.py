"""What a chart draws, and what it is taken from."""

from typing import NamedTuple

from briefing.model.chart import ChartData
from briefing.model.chart_spec import Band, EventSpec, MapMark, Remark
from briefing.model.country import Reading
from briefing.model.manuscript import CitedWork
from briefing.tailor.charts.found import Found, readings_of

Written = Band | Remark | EventSpec | MapMark


class Chosen(NamedTuple):
    """What is drawn.

    Attributes:
        measure: What is measured, in words, where no subtitle says it.
        readings: Those that are drawn, in order.
        works: Those that figures or events of the chart's own are taken from.
        found: The figures, in the order in which they are drawn; None where there are none.
        events: Likewise, of a timeline.
        said: What is written in it, as far as that has a place of its own.
    """

    data: ChartData
    measure: str
    readings: tuple[Reading, ...] = ()
    works: tuple[CitedWork, ...] = ()
    found: Found | None = None
    events: tuple[EventSpec, ...] = ()
    said: tuple[Written, ...] = ()


def chosen(data: ChartData, found: Found, *, by_series: bool = False) -> Chosen:
    """Choose what is drawn of figures; their readings stand by category, or by series."""
    rows = found.rows
    readings = readings_of(rows)
    if by_series:
        series = zip(*[row.data for row in rows], strict=True)
        readings = tuple([datum.reading for data in series for datum in data if datum.reading])
    return Chosen(data, found.measure, readings, found.works, found)
