"""What is written into charts, and whether that has a source of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import Location
from briefing.model.chart_spec import (
    NOWHERE,
    ChartSpec,
    Comparison,
    DonutOptions,
    LineOptions,
    LocatorOptions,
    MultiplesOptions,
    TimelineOptions,
)


class Written(NamedTuple):
    """Words in a drawing.

    Attributes:
        where: The place of their first letter.
        value: The number at which a line stands that they name, as digits; empty for none.
        valued_at: Its place.
    """

    text: str
    where: Location
    is_sourced: bool = False
    value: str = ""
    valued_at: Location = NOWHERE


def written_in(chart: ChartSpec) -> Iterator[Written]:
    """Go through the words of a drawing, but for names of figures."""
    line: Comparison | None = getattr(chart.options, "reference", None)
    if line is not None:
        yield _line(line)
    match chart.options:
        case DonutOptions(whole=whole, said_at=where):
            yield Written(whole, where)
        case LineOptions(bands=bands, remarks=remarks):
            for band in bands:
                yield Written(band.label, band.said_at, bool(band.sourced))
            for remark in remarks:
                yield Written(remark.text, remark.said_at, bool(remark.sourced))
        case MultiplesOptions(bands=bands):
            for band in bands:
                yield Written(band.label, band.said_at, bool(band.sourced))
        case TimelineOptions(events=events):
            for event in events:
                yield Written(event.text, event.where, is_sourced=True)
        case LocatorOptions(marks=marks):
            for mark in marks:
                yield Written(mark.name, mark.said_at, bool(mark.sourced))


def _line(line: Comparison) -> Written:
    if isinstance(line.value, str):
        return Written(line.label, line.said_at)
    # That zero is nothing, nobody has to prove.
    value = f"{line.value:.15g}" if line.value else ""
    return Written(line.label, line.said_at, bool(line.sourced), value, line.where)
