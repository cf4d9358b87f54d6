"""Line charts: what changed over time, each line named at its end."""

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
from briefing.charts.kinds.lines.plot import plot_lines
from briefing.charts.look import Frame
from briefing.charts.plot import Named, Plot
from briefing.charts.words import Words
from briefing.charts.words.lines import line_words
from briefing.model.chart import LineChart, Remark


class Lines(Struct, frozen=True):
    """The kind."""

    data: LineChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are."""
        return [
            Named(f"{line.label}, {point.label}", point.amount)
            for line in self.data.lines
            for point in line.points
        ]

    def plot(self, frame: Frame) -> Plot:
        """Draw the lines, in the wanted height unless their labels need more."""
        return plot_lines(self.data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell first, last and highest of each line, and where it has no data."""
        return list(_sentences(self.data, title, words))

    def table(self) -> str:
        """Write one row for each point."""
        return tabulate(self.data.lines, self.data.scale)


def in_order(data: LineChart) -> LineChart:
    """Sort the points of each line; remarks keep theirs."""
    lines = tuple(map(sort_points, data.lines))
    if lines == data.lines:
        return data
    remarks = tuple(_follow(remark, data, lines[remark.line].points) for remark in data.remarks)
    return replace(data, lines=lines, remarks=remarks)


def _follow(remark: Remark, data: LineChart, points: tuple[object, ...]) -> Remark:
    point = data.lines[remark.line].points[remark.point]
    return replace(remark, point=points.index(point))


def _sentences(data: LineChart, title: str, words: Words) -> Iterator[str]:
    yield words.line_chart(title)
    yield words.lines(len(data.lines), *first_and_last(data.lines))
    if data.logarithmic:
        yield line_words(words.language).equal_ratios
    yield from tell_lines(data.lines, data.scale, words)
    yield from tell_reference(data.reference, data.scale, words)
    yield from tell_bands(data.bands, data.lines, data.scale, words)
    for remark in data.remarks:
        line = data.lines[remark.line]
        name = line.label if len(data.lines) > 1 else ""
        period = line.points[remark.point].label
        yield line_words(words.language).remark(name, period, remark.text)
