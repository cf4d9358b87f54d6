"""Lines over time, what stands behind them, and words beside their points."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefing.model import chart as drawn
from briefing.model.chart_spec import Band, ChartSpec, Remark, TimeBand, ValueBand
from briefing.model.country import Date, Period
from briefing.numbers import format_period
from briefing.tailor.charts.found import WITHHELD, Found
from briefing.tailor.charts.from_rows import keys_of
from briefing.tailor.names.periods import middle
from briefing.tailor.places import own_or_given
from briefing.tailor.work import Work


class Drawn(NamedTuple):
    """A line, what an author calls it, and the periods of its points."""

    key: str
    line: drawn.Line
    periods: tuple[Period, ...]


def lines_of(spec: ChartSpec, found: Found, at: Work, *, empty: bool = False) -> list[Drawn]:
    """Make a line of each series; those without a point are left out unless `empty`, and noted."""
    made = []
    for number, column in enumerate(found.columns):
        points = sorted(_points(found, number), key=_date)
        if points or empty:
            drawn_points = broken([point for point, _ in points], _untold(found, number))
            line = drawn.Line(column.label, drawn_points, column.highlighted)
            made.append(Drawn(column.key, line, tuple([period for _, period in points])))
        else:
            what = f"line {column.label!r} of chart {spec.id!r}"
            reason = WITHHELD if found.withholds[number] else found.nothing
            at.omit(spec.where, what, "no data", reason)
    return made


def broken(
    points: Sequence[drawn.LinePoint], untold: Collection[Date]
) -> tuple[drawn.LinePoint, ...]:
    """Tell points, in the order of their dates, of dates between them of which nothing is said."""
    if not untold:
        return tuple(points)
    return (
        *points[:1],
        *[
            replace(after, after_untold=True)
            if any(before.date < date < after.date for date in untold)
            else after
            for before, after in pairwise(points)
        ],
    )


def bands_of(spec: ChartSpec, bands: Iterable[Band], at: Work) -> tuple[Band, ...]:
    """Give the bands that stay."""
    kept = [band for band in bands if _keeps(band, f"band of chart {spec.id!r}", at)]
    for band in kept:
        at.mark(band.conditions, band)
    return tuple(kept)


def drawn_band(band: Band) -> drawn.Band:
    """Give a band as it is drawn."""
    match band:
        case TimeBand(period=period, label=label):
            return drawn.TimeBand(period.start, period.end, label)
        case ValueBand(low=low, high=high, label=label):
            return drawn.ValueBand(low, high, label)
        case _:
            assert_never(band)


def remarks_of(
    spec: ChartSpec, remarks: Iterable[Remark], lines: Sequence[Drawn], at: Work
) -> list[tuple[drawn.Remark, Remark]]:
    """Find the points that remarks stand beside; one on a point that is not drawn is left out.

    Returns:
        Each as it is drawn, and as it was written.
    """
    made, what = [], f"annotation of chart {spec.id!r}"
    for remark in remarks:
        if not _keeps(remark, what, at):
            continue
        place = _place_of(remark, lines, at)
        if place is None:
            at.omit(remark.where, what, "no data", "its point is not drawn")
        else:
            at.mark(remark.conditions, remark)
            made.append((drawn.Remark(*place, remark.text), remark))
    return made


def _keeps(part: Band | Remark, what: str, at: Work) -> bool:
    """Tell whether a part stays; it goes with a source of its own."""
    keys = keys_of(part.sourced)
    return at.keeps(part.conditions, part.where, what, at.names) and at.keeps_sources(
        keys, part.where, what
    )


def check_logarithm(spec: ChartSpec, found: Found, at: Work) -> None:
    """Report readings that have no logarithm; a chart's own figures are checked when read."""
    for reading in [d.reading for row in found.rows for d in row.data if d.reading]:
        ends = [end for end in (reading.amount.low, reading.amount.high) if end is not None]
        if min(ends) <= 0:
            hint = f"a logarithmic scale has numbers above 0 alone; take 'log' out of {spec.id!r}"
            at.report(reading.where, f"the reading is {min(ends):g}", hint)


def _points(found: Found, number: int) -> Iterator[tuple[drawn.LinePoint, Period]]:
    for row in found.rows:
        datum = row.data[number]
        if row.period and datum.amount:
            period = datum.reading.period if datum.reading else row.period
            label = format_period(period, found.scale.language)
            point = drawn.LinePoint(middle(row.period), label, datum.amount, datum.text)
            yield point, period


def _untold(found: Found, number: int) -> list[Date]:
    """List the dates at which a line has a point that is withheld."""
    rows = (*found.rows, *found.gone)
    return [middle(row.period) for row in rows if row.period and row.data[number].withheld]


def _date(point: tuple[drawn.LinePoint, Period]) -> Date:
    return point[0].date


def _place_of(remark: Remark, lines: Sequence[Drawn], at: Work) -> tuple[int, int] | None:
    """Find the number of a line and of its point."""
    key = own_or_given(remark.series, at)
    wanted = remark.period.start, remark.period.end
    for number, each in enumerate(lines):
        if key in ("", each.key):
            for point, period in enumerate(each.periods):
                if (period.start, period.end) == wanted:
                    return number, point
    return None
