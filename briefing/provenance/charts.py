"""What the values of a chart rest on."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from briefing.model.chart import (
    BarChart,
    Chart,
    DonutChart,
    GroupedChart,
    LineChart,
    MapChart,
    MultiplesChart,
    RangeChart,
    Scale,
)
from briefing.model.country import Amount
from briefing.model.manuscript import Figure
from briefing.model.provenance import Origin
from briefing.numbers import format_amount
from briefing.provenance.lines import of_reading, of_works


class Value(NamedTuple):
    """A figure that a chart prints beside its mark."""

    label: str
    text: str
    origins: tuple[Origin, ...]


def values_of(chart: Chart, figure: Figure) -> list[Value]:
    """List what a chart prints, each with the readings of that amount, else with all its works.

    What it computes of them, such as a mean, rests on all of them.
    """
    if isinstance(chart.data, MapChart) and chart.data.labels != "values":
        return []
    works = of_works(figure.works)
    values = []
    for label, amount, text in _amounts(chart.data, ""):
        alike = [reading for reading in figure.readings if reading.amount == amount]
        values.append(Value(label, text, tuple(map(of_reading, alike)) or works))
    every = (*map(of_reading, figure.readings), *works)
    return [*values, *(Value(label, text, every) for label, text in _computed(chart))]


def _amounts(part: object, label: str) -> Iterator[tuple[str, Amount, str]]:
    """Go through the figures of a chart's data, whatever its kind."""
    if isinstance(part, tuple):
        for each in part:
            yield from _amounts(each, label)
    elif isinstance(part, Struct):
        label = getattr(part, "label", label)
        amount, text = getattr(part, "amount", None), getattr(part, "text", "")
        if isinstance(amount, Amount) and text:
            yield label, amount, text
            return
        for field in part.__struct_fields__:
            yield from _amounts(getattr(part, field), label)


def _computed(chart: Chart) -> Iterator[tuple[str, str]]:
    match chart.data:
        case (
            BarChart(reference=reference, scale=scale)
            | GroupedChart(reference=reference, scale=scale)
            | RangeChart(reference=reference, scale=scale)
            | LineChart(reference=reference, scale=scale)
            | MultiplesChart(reference=reference, scale=scale)
        ) if reference is not None:
            yield reference.label, _worded(reference.value, scale)
        case DonutChart(sum=total) if total:
            yield "", total


def _worded(value: float, scale: Scale) -> str:
    amount = Amount(value, value)
    return format_amount(
        amount, scale.unit, decimals=scale.decimals, language=scale.language, form="short"
    )
