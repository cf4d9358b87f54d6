"""What the values of a chart rest on, and which of them its words say."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from briefing.model.chart import (
    Chart,
    DonutChart,
    LocatorMap,
    MapChart,
    ReferenceLine,
    Scale,
    StackedChart,
    Timeline,
)
from briefing.model.country import Amount, Unit
from briefing.model.manuscript import Figure, Label
from briefing.model.provenance import Origin
from briefing.numbers import format_amount
from briefing.numbers.mentioned import Stretch, find_numbers
from briefing.numbers.stated import stated
from briefing.provenance.lines import of_readings, of_works


class Value(NamedTuple):
    """A figure that a chart draws, and prints beside its mark where that has a text."""

    label: str
    text: str
    origins: tuple[Origin, ...]
    amount: Amount


class Drawn(NamedTuple):
    """A figure with the chart that it shows.

    Attributes:
        values: Each with the readings of that amount, else with all works of the chart's own
            figures. What is computed of them, such as a mean, rests on all of them.
        unit: Theirs; None where there are none.
        every: All that its figures rest on.
    """

    figure: Figure
    chart: Chart
    values: tuple[Value, ...]
    unit: Unit | None
    every: tuple[Origin, ...]

    @property
    def printed(self) -> tuple[Value, ...]:
        """The values that stand in it as numbers."""
        data = self.chart.data
        is_bare = isinstance(data, MapChart) and data.labels != "values"
        return () if is_bare else self.values

    def said(self, text: str, number: Stretch) -> tuple[Origin, ...]:
        """Give what a typed number rests on if the chart has it, in its values or its words."""
        return self._value(text, number) or self._word(text[slice(*number)])

    def _word(self, number: str) -> tuple[Origin, ...]:
        language = self.chart.language
        return tuple(
            dict.fromkeys(
                origin
                for label in self.figure.labels
                for at in find_numbers(label.text, language)
                if label.text[slice(*at)] == number
                for origin in of_works(label.works)
            )
        )

    def _value(self, text: str, number: Stretch) -> tuple[Origin, ...]:
        read = stated(text, number, self.chart.language)
        if read is None or self.unit is None:
            return ()
        for asked in ((None,), read.ends):
            found = [
                [value for value in self.values if read.says(value.amount, self.unit, end)]
                for end in asked
            ]
            if all(found):
                origins = (one for values in found for value in values for one in value.origins)
                return tuple(dict.fromkeys(origins))
        return ()


def drawn_in(figure: Figure, chart: Chart) -> Drawn:
    """Read what a figure draws."""
    works = of_works(figure.works)
    every = tuple(dict.fromkeys((*of_readings(figure.readings), *works)))
    scale = None if isinstance(chart.data, Timeline | LocatorMap) else chart.data.scale
    if scale is None:
        return Drawn(figure, chart, (), None, every)
    values = []
    for label, amount, text in _amounts(chart.data, ""):
        alike = [reading for reading in figure.readings if reading.amount == amount]
        values.append(Value(label, text, of_readings(alike) or works, amount))
    values += _beside(chart, figure.labels, scale, every)
    return Drawn(figure, chart, tuple(values), scale.unit, every)


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


def _beside(
    chart: Chart, labels: tuple[Label, ...], scale: Scale, every: tuple[Origin, ...]
) -> Iterator[Value]:
    """Give what is computed of the figures, and the line that they are compared with."""
    line: ReferenceLine | None = getattr(chart.data, "reference", None)
    if line is not None:
        given = [of_works(label.works) for label in labels if label.value is not None]
        amount = Amount(line.value, line.value)
        text = format_amount(
            amount, scale.unit, decimals=scale.decimals, language=scale.language, form="short"
        )
        yield Value(line.label, text, given[0] if given else every, amount)
    if isinstance(chart.data, StackedChart) and chart.data.total is not None:
        yield Value("", "", every, Amount(chart.data.total, chart.data.total))
    if isinstance(chart.data, DonutChart) and chart.data.sum:
        parts = [one.amount.best for one in chart.data.parts if one.amount]
        yield Value("", chart.data.sum, every, Amount(sum(parts), sum(parts)))
