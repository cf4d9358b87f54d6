"""What is written into charts without a source of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import Location
from briefing.model.chart_spec import (
    ChartSpec,
    Comparison,
    DonutOptions,
    LineOptions,
    LocatorOptions,
    MultiplesOptions,
)


class Written(NamedTuple):
    """Words in a drawing.

    Attributes:
        where: The place of their first letter.
        value: The number at which a line stands that they name, as digits; empty for none.
        valued_at: Its place.
        takes_source: They may have one; else what they name is taken from the chart's figures.
    """

    text: str
    where: Location
    value: str = ""
    valued_at: Location = Location("", 1)
    takes_source: bool = True


def written_in(chart: ChartSpec) -> Iterator[Written]:
    """Go through the words of a drawing that have no source."""
    line: Comparison | None = getattr(chart.options, "reference", None)
    if line is not None and line.sourced is None:
        yield _line(line)
    match chart.options:
        case DonutOptions(whole=whole, said_at=where):
            yield Written(whole, where, takes_source=False)
        case LineOptions(bands=bands, remarks=remarks):
            for band in bands:
                if band.sourced is None:
                    yield Written(band.label, band.said_at)
            for remark in remarks:
                if remark.sourced is None:
                    yield Written(remark.text, remark.said_at)
        case MultiplesOptions(bands=bands):
            for band in bands:
                if band.sourced is None:
                    yield Written(band.label, band.said_at)
        case LocatorOptions(marks=marks):
            for mark in marks:
                if mark.sourced is None:
                    yield Written(mark.name, mark.said_at)


def _line(line: Comparison) -> Written:
    if isinstance(line.value, str):
        return Written(line.label, line.said_at, takes_source=False)
    # That zero is nothing, nobody has to prove.
    value = f"{line.value:.15g}" if line.value else ""
    return Written(line.label, line.said_at, value, line.where)
