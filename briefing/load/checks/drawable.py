"""Which typed numbers may be values of the chart that they stand beside.

What a reader is shown, only a brief knows; what no brief can draw is known beforehand.
"""

from collections.abc import Iterator

from briefing.load.checks.written import written_in
from briefing.model.chart_spec import (
    ChartSpec,
    Comparison,
    DonutOptions,
    FigureOptions,
    FromReadings,
    FromRows,
    PlotFunction,
)
from briefing.model.content import Content
from briefing.model.country import Amount, Reading, Unit
from briefing.numbers.mentioned import Stretch, find_numbers
from briefing.numbers.stated import stated

_COUNTRY = "country"


class Drawable:
    """The values that a chart may draw for anybody."""

    def __init__(self, content: Content, spec: ChartSpec) -> None:
        self._content = content
        self._spec = spec
        self._values: tuple[tuple[Amount, Unit], ...] | None = None

    def may_say(self, text: str, number: Stretch) -> bool:
        """Tell whether a number of a text may be a value, or stand in what it says elsewhere."""
        if self._is_open():
            return True
        languages = self._content.project.languages
        is_value = any(self._says(text, number, language) for language in languages)
        return is_value or text[slice(*number)] in self._words()

    def _says(self, text: str, number: Stretch, language: str) -> bool:
        read = stated(text, number, language)
        if self._values is None:
            self._values = tuple(self._drawn())
        values = self._values
        return read is not None and all(
            any(read.says(amount, unit, end) for amount, unit in values) for end in read.ends
        )

    def _is_open(self) -> bool:
        """Tell whether only a brief computes values of it, or only a program brings them."""
        match self._spec.options:
            case DonutOptions():
                return True
            case FigureOptions(made=made):
                return not isinstance(made, PlotFunction)
        reference = getattr(self._spec.options, "reference", None)
        return reference is not None and isinstance(reference.value, str)

    def _drawn(self) -> Iterator[tuple[Amount, Unit]]:
        """Go through the figures, what they must sum to, and what they are compared with."""
        match self._spec.data:
            case FromRows(rows=rows, unit=key):
                unit = self._content.units[key]
                amounts = [amount for row in rows for amount in row.amounts if amount]
            case FromReadings(indicators=(first, *_)) as data:  # all are in one unit
                unit = self._content.units[self._content.indicators[first].unit]
                amounts = [reading.amount for reading in self._readings(data)]
            case _:
                return
        total = getattr(self._spec.options, "total", None)
        line: Comparison | None = getattr(self._spec.options, "reference", None)
        given = line.value if line is not None and line.sourced else None
        amounts += [Amount(one, one) for one in (total, given) if isinstance(one, int | float)]
        yield from ((amount, unit) for amount in amounts)

    def _readings(self, data: FromReadings) -> Iterator[Reading]:
        for indicator in data.indicators:
            by_place = self._content.readings.get(indicator, {})
            for place in by_place if _COUNTRY in data.places else data.places:
                for reading in by_place.get(place, ()):
                    yield from (reading, *reading.rivals)

    def _words(self) -> set[str]:
        """Give the numbers in what is written in it and has a source."""
        language = self._content.project.languages[0]
        sourced = [each.text for each in written_in(self._spec) if each.is_sourced]
        return {text[slice(*at)] for text in sourced for at in find_numbers(text, language)}
