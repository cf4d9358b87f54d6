"""Find the figures of a chart, wherever they come from."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from briefing.model.chart_spec import ChartSpec, FromReadings, FromRows
from briefing.tailor.charts.found import WITHHELD, Found, Row
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


def without_empty_series(
    found: Found, spec: ChartSpec, at: Work, *, only_withheld: bool = False
) -> Found:
    """Leave out series without a figure, and note them; or only those that lack it as withheld."""
    kept = []
    states = zip(found.columns, found.has_figures, found.withholds, strict=True)
    for number, (column, is_there, is_withheld) in enumerate(states):
        if is_there or (only_withheld and not is_withheld):
            kept.append(number)
        else:
            what = f"series {column.label!r} of chart {spec.id!r}"
            at.omit(spec.where, what, "no data", WITHHELD if is_withheld else found.nothing)
    if len(kept) == len(found.columns):
        return found
    return found._replace(
        rows=_narrowed(found.rows, kept),
        columns=tuple([found.columns[number] for number in kept]),
        gone=_narrowed(found.gone, kept),
    )


def without_halves(found: Found, spec: ChartSpec, at: Work) -> Found:
    """Leave out categories of which one of two ends is withheld: nothing leads to nowhere."""
    halves = [row for row in found.rows if any(datum.withheld for datum in row.data)]
    for row in halves:
        what = f"row {row.label!r} of chart {spec.id!r}"
        at.omit(spec.where, what, "no data", "one of its ends may not be shown")
    rows = tuple([row for row in found.rows if row not in halves])
    return found._replace(rows=rows, gone=(*found.gone, *halves))


def _narrowed(rows: Iterable[Row], kept: Sequence[int]) -> tuple[Row, ...]:
    return tuple([row._replace(data=tuple([row.data[number] for number in kept])) for row in rows])
