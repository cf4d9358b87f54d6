"""The figures of a chart again, as a table behind it."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.model.chart import Chart
from briefing.model.chart_spec import ChartSpec, EventSpec, LineOptions, MultiplesOptions
from briefing.model.manuscript import (
    Cell,
    Citation,
    Inline,
    Quantity,
    Row,
    TableBlock,
)
from briefing.model.prose import Align, Text
from briefing.numbers import format_period
from briefing.tailor.charts.chosen import Chosen
from briefing.tailor.charts.found import Column, Datum, Found
from briefing.tailor.charts.found import Row as Row_
from briefing.tailor.charts.from_rows import works_of
from briefing.tailor.times import STAR
from briefing.tailor.work import Work

_NO_DATA = "–"


def table_of(
    spec: ChartSpec, chosen: Chosen, chart: Chart, times: str, at: Work
) -> TableBlock | None:
    """Make a table of what is drawn, and of nothing else; None where there are no figures.

    Args:
        spec: As it was written.
        chosen: What is drawn.
        chart: The same as it is handed on.
        times: What is said below of stars; empty where there are none.
        at: The brief.
    """
    if chosen.events:
        return _of_events(spec, chosen.events, chart, at)
    if chosen.found is None:
        return None
    found = _in_print(spec, chosen.found)
    labels = [_starred(column) or chart.measure for column in found.columns]
    aligns: list[Align] = ["decimal"] * len(labels)
    rows = [
        Row(
            (_cell(_starred(row), spec), *[_figure(datum, spec) for datum in row.data]),
            row.highlighted,
        )
        for row in found.rows
    ]
    head = Row((Cell(), *[_cell(label, spec) for label in labels]))
    table = _table(spec, chart, head, rows, ("left", *aligns))
    return replace(table, note=(Text(times, spec.where),)) if times else table


def _starred(named: Row_ | Column) -> str:
    return named.label + STAR if named.starred else named.label


def _in_print(spec: ChartSpec, found: Found) -> Found:
    """Leave out of a table of lines the periods and series in which nothing is drawn."""
    if not isinstance(spec.options, LineOptions | MultiplesOptions):
        return found
    kept = [
        number
        for number in range(len(found.columns))
        if any(row.data[number].amount for row in found.rows)
    ]
    rows = [
        row._replace(data=tuple([row.data[number] for number in kept]))
        for row in found.rows
        if any(datum.amount for datum in row.data)
    ]
    columns = tuple([found.columns[number] for number in kept])
    return found._replace(rows=tuple(rows), columns=columns)


def _of_events(spec: ChartSpec, events: Sequence[EventSpec], chart: Chart, at: Work) -> TableBlock:
    """List events with their dates, and each with its source."""
    in_lanes = any(event.lane for event in events)
    rows = []
    for event in events:
        date = format_period(event.period, at.facts.language)
        source = Citation(works_of(event.sourced, event.where), event.where)
        words: tuple[Inline, ...] = (Text(event.text, event.where), source)
        lane = (_cell(event.lane, spec),) if in_lanes else ()
        rows.append(Row((_cell(date, spec), *lane, Cell(words)), event.highlighted))
    align: tuple[Align, ...] = ("left", "left", "left") if in_lanes else ("left", "left")
    heads = [Cell() for _ in align[1:]]
    head = Row((*heads, _cell(chart.measure or chart.title, spec)))
    return _table(spec, chart, head, rows, align)


def _table(
    spec: ChartSpec,
    chart: Chart,
    head: Row,
    rows: Sequence[Row],
    align: tuple[Align, ...],
) -> TableBlock:
    return TableBlock(
        id="",
        title=(),
        align=align,
        head=(head,),
        rows=tuple(rows),
        row_heads=True,
        note=(),
        where=spec.where,
        repeats=chart.id,
    )


def _cell(text: str, spec: ChartSpec) -> Cell:
    return Cell((Text(text, spec.where),) if text else ())


def _figure(datum: Datum, spec: ChartSpec) -> Cell:
    if datum.reading is not None:
        return Cell((Quantity(datum.text, datum.reading, spec.where),))
    return _cell("" if datum.withheld else datum.text or _NO_DATA, spec)
