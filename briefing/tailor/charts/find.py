"""Find the figures of a chart, wherever they come from."""

from typing import assert_never

from briefing.model.chart_spec import ChartSpec, FromReadings, FromRows
from briefing.tailor.charts.found import Found
from briefing.tailor.charts.from_readings import from_readings
from briefing.tailor.charts.from_rows import from_rows
from briefing.tailor.work import Work


def find(spec: ChartSpec, at: Work) -> Found | None:
    """Find what may be shown; None, and the reason noted, where there is nothing."""
    match spec.data:
        case FromRows(sourced=sourced) if not at.keeps_sources(
            (sourced.source, *sourced.also), spec.where, f"chart {spec.id!r}"
        ):
            return None
        case FromReadings() as data:
            found, missing = from_readings(data, spec, at)
        case FromRows() as data:
            found, missing = from_rows(data, spec, at), "none of its rows has a figure to show"
        case None:
            raise ValueError(f"the chart {spec.id!r} has no figures")
        case _:
            assert_never(spec.data)
    if not any(datum.amount for row in found.rows for datum in row.data):
        at.omit(spec.where, f"chart {spec.id!r}", "no data", missing)
        return None
    return found


def without_empty_series(found: Found, spec: ChartSpec, at: Work) -> Found:
    """Leave out series without a figure, and note them."""
    kept = []
    for number, column in enumerate(found.columns):
        if any(row.data[number].amount for row in found.rows):
            kept.append(number)
        else:
            what = f"series {column.label!r} of chart {spec.id!r}"
            at.omit(spec.where, what, "no data", found.nothing)
    if len(kept) == len(found.columns):
        return found
    rows = [row._replace(data=tuple([row.data[n] for n in kept])) for row in found.rows]
    return found._replace(rows=tuple(rows), columns=tuple([found.columns[n] for n in kept]))
