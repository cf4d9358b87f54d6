"""Line charts: what changed over time, each line named at its end."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.dates import iso, year_of
from briefing.charts.kinds.line_plot import plot_lines
from briefing.charts.kinds.tracks import find_gaps
from briefing.charts.look import Frame
from briefing.charts.plot import Named, Plot, exact_texts, plain, write_csv
from briefing.charts.scale import print_value
from briefing.charts.standing import Contender, tell_ranks
from briefing.charts.words import Words
from briefing.model.chart import Line, LineChart, Scale

# In the alternative text; the data hold all.
_TOLD = 8  # lines told of where they have many points
_EACH = 12  # points that are all told


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
        return _table(self.data)


def in_order(data: LineChart) -> LineChart:
    """Sort points by where they stand: a year stands at its middle, after its first months."""
    lines = []
    for line in data.lines:
        points = tuple(sorted(line.points, key=lambda point: year_of(point.date)))
        lines.append(line if points == line.points else replace(line, points=points))
    return replace(data, lines=tuple(lines))


def _sentences(data: LineChart, title: str, words: Words) -> Iterator[str]:
    points = sorted(
        (point for line in data.lines for point in line.points),
        key=lambda point: year_of(point.date),
    )
    yield words.line_chart(title)
    yield words.lines(len(data.lines), points[0].label, points[-1].label)
    each = len(points) <= _EACH
    told = sorted(data.lines, key=lambda line: not line.highlighted)[: _EACH if each else _TOLD]
    for line in told:
        yield from _course(line, data.scale, words, each=each)
        places = [year_of(point.date) for point in line.points]
        labels = [point.label for point in line.points]
        gaps = find_gaps(places)
        spans = [span for span, gap in zip(pairwise(labels), gaps, strict=True) if gap]
        if spans:
            yield words.gaps(line.label, spans)
    if len(told) < len(data.lines):
        yield words.other_lines(len(data.lines) - len(told))
    yield from tell_ranks(_last_figures(data, words), words)
    if data.reference:
        number = print_value(data.reference.value, data.scale, data.scale.decimals, bare=False)
        yield words.reference(data.reference.label, number)


def _last_figures(data: LineChart, words: Words) -> list[Contender]:
    """List the lines that reach the last date of all, with what they reach there."""
    end = max(year_of(line.points[-1].date) for line in data.lines)
    reached = [line for line in data.lines if year_of(line.points[-1].date) == end]
    points = [line.points[-1] for line in reached]
    texts = exact_texts([(point.amount, point.text) for point in points], data.scale)
    return [
        Contender(line.label, point.amount, words.at(text, point.label), line.highlighted)
        for line, point, text in zip(reached, points, texts, strict=True)
    ]


def _course(line: Line, scale: Scale, words: Words, *, each: bool) -> Iterator[str]:
    """Tell where a line begins and ends, and its highest point where it is neither.

    With `each`, all points follow where that was not all of them.
    """
    name = words.highlighted(line.label) if line.highlighted else line.label
    points = line.points
    first, last = points[0], points[-1]
    if len(points) == 1:
        yield words.single(name, first.text, first.label)
        return
    peak = max(points, key=lambda point: point.amount.best)
    between = points[1:-1] if each else ()
    shown = [(point.amount, point.text) for point in (first, *between, last, peak)]
    start, *inner, end, top = exact_texts(shown, scale)
    clause = ""
    if peak.amount.best > max(first.amount.best, last.amount.best):
        clause = words.peak(top, peak.label)
    yield words.change(name, start, first.label, end, last.label, clause)
    if between and len(points) > (3 if clause else 2):
        labels = [point.label for point in points]
        yield words.each_point(list(zip([start, *inner, end], labels, strict=True)))


def _table(data: LineChart) -> str:
    head = ("line", "date", "period", "low", "high", "qualifier", "text", "unit")
    return write_csv(
        head,
        [
            (
                line.label,
                iso(point.date),
                point.label,
                plain(point.amount.low),
                plain(point.amount.high),
                point.amount.qualifier,
                point.text,
                data.scale.unit.label,
            )
            for line in data.lines
            for point in line.points
        ],
    )
