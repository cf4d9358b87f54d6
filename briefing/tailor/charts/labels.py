"""What authors wrote into a drawing, with the works that it was taken from."""

from collections.abc import Iterator

from briefing.model.chart_spec import (
    ChartSpec,
    Comparison,
    DonutOptions,
    EventSpec,
    MapMark,
    Remark,
)
from briefing.model.manuscript import Label
from briefing.tailor.charts.chosen import Chosen, Written
from briefing.tailor.charts.from_rows import works_of


def labels_of(spec: ChartSpec, chosen: Chosen) -> tuple[Label, ...]:
    """List what is drawn of it."""
    return (*_whole(spec), *_line(spec, chosen), *map(_label, chosen.said))


def _whole(spec: ChartSpec) -> Iterator[Label]:
    match spec.options:
        case DonutOptions(whole=whole, said_at=where) if whole:
            yield Label(whole, where)


def _line(spec: ChartSpec, chosen: Chosen) -> Iterator[Label]:
    """Give the words of the line to compare with, if it is drawn."""
    given: Comparison | None = getattr(spec.options, "reference", None)
    if given is None or getattr(chosen.data, "reference", None) is None:
        return
    value = None if isinstance(given.value, str) else given.value
    yield Label(given.label, given.said_at, works_of(given.sourced, given.where), value)


def _label(part: Written) -> Label:
    works = works_of(part.sourced, part.where)
    match part:
        case EventSpec(text=text, where=where):
            return Label(text, where, works)
        case MapMark(name=text, said_at=where) | Remark(text=text, said_at=where):
            return Label(text, where, works)
        case _:
            return Label(part.label, part.said_at, works)
