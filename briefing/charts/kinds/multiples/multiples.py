"""Small multiples: many small line charts on one scale."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.kinds.lines.courses import (
    first_and_last,
    sort_points,
    tabulate,
    tell_bands,
    tell_lines,
    tell_reference,
)
from briefing.charts.kinds.multiples.plot import plot_multiples
from briefing.charts.look import Frame
from briefing.charts.plot import Named, Plot
from briefing.charts.words import Words
from briefing.charts.words.multiples import multiples_words
from briefing.model.chart import MultiplesChart


class Multiples(Struct, frozen=True):
    """The kind."""

    data: MultiplesChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are."""
        return [
            Named(f"{line.label}, {point.label}", point.amount)
            for line in self.data.lines
            for point in line.points
        ]

    def plot(self, frame: Frame) -> Plot:
        """Draw the small charts, in the wanted height unless that were too low for them."""
        return plot_multiples(_in_order(self.data), frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell first, last and highest of each line, and which have no data."""
        return list(_sentences(_in_order(self.data), title, words))

    def table(self) -> str:
        """Write one row for each point, and one for a line without any."""
        return tabulate(_in_order(self.data).lines, self.data.scale)


def _in_order(data: MultiplesChart) -> MultiplesChart:
    return replace(data, lines=tuple(map(sort_points, data.lines)))


def _sentences(data: MultiplesChart, title: str, words: Words) -> Iterator[str]:
    own = multiples_words(words.language)
    known = [line for line in data.lines if line.points]
    yield words.measure(own.kind(title))
    yield own.panels(len(data.lines), *first_and_last(known))
    yield from tell_lines(known, data.scale, words)
    missing = [line.label for line in data.lines if not line.points]
    if missing:
        yield words.missing(missing)
    yield from tell_reference(data.reference, data.scale, words)
    yield from tell_bands(data.bands, known, data.scale, words)
