"""Stacked bar charts: horizontal bars of parts."""

from collections.abc import Iterator, Sequence
from math import inf

from msgspec import Struct

from briefing.charts.axes.scale import print_value
from briefing.charts.kinds.stacked.plot import plot_stacks
from briefing.charts.kinds.stacked.stacks import Stack, print_sum, stack_all
from briefing.charts.look import Frame
from briefing.charts.plot import Named, Plot, exact_texts, grid_amounts, grid_table, grid_texts
from briefing.charts.standing import Contender, span_of, tell_extremes, tell_ranks
from briefing.charts.words import Words
from briefing.charts.words.rest import is_rest
from briefing.charts.words.stacked import StackedWords, stacked_words
from briefing.model.chart import Grid, StackedChart

# In the alternative text; the data hold all.
_EACH = 12  # parts that are all told, bars whose largest part is
_SUMMED_UP = 3  # bars, at least, where there is a highest and a lowest


class Stacked(Struct, frozen=True):
    """The kind."""

    data: StackedChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are."""
        return grid_amounts(self.data.grid)

    def plot(self, frame: Frame) -> Plot:
        """Draw the bars, in the height that they need."""
        return plot_stacks(self.data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell the highest sums, each of a dozen parts, else the largest of each bar."""
        return list(_sentences(self.data, title, words))

    def table(self) -> str:
        """Write one row for each part."""
        return grid_table(self.data.grid, self.data.scale)


def _sentences(data: StackedChart, title: str, words: Words) -> Iterator[str]:
    own, grid, stacks = stacked_words(words.language), data.grid, stack_all(data)
    names = [
        words.highlighted(column.label) if column.highlighted else column.label
        for column in grid.columns
    ]
    yield own.chart(title)
    yield own.bars(len(grid.rows), names)
    if data.total is not None:
        yield own.whole(print_value(data.total, data.scale, data.scale.decimals, bare=False))
    else:
        yield from _totals(data, stacks, own, words)
    texts = grid_texts(grid, data.scale)
    every = len(grid.rows) * len(grid.columns) <= _EACH
    largest = _largest(data, stacks, texts, words)
    if not every and largest and len(largest) <= _EACH:
        yield own.largest(largest)
    yield from _bars(data, stacks, texts, words, every=every)
    if not every and len(grid.rows) <= _EACH:
        yield from _highlighted_parts(grid, texts, words)
    yield from _missing(grid, stacks, words)


def _totals(
    data: StackedChart, stacks: Sequence[Stack], own: StackedWords, words: Words
) -> Iterator[str]:
    """Rank the sums of bars that have all their data, and those that have some."""
    known = [
        (row, stack)
        for row, stack in zip(data.grid.rows, stacks, strict=True)
        if len(stack.missing) < len(data.grid.columns)
    ]
    if len(known) < _SUMMED_UP:
        return
    texts = exact_texts([(stack.sum, print_sum(data, stack)) for _, stack in known], data.scale)
    field = [
        Contender(row.label, stack.sum, text, row.highlighted)
        for (row, stack), text in zip(known, texts, strict=True)
    ]
    yield own.totals()
    yield from tell_extremes(field, words)
    yield from tell_ranks(field, words)


def _largest(
    data: StackedChart, stacks: Sequence[Stack], texts: Sequence[Sequence[str]], words: Words
) -> list[tuple[str, str, str]]:
    """Find the largest part of each bar where that is sure; "other" is none."""
    grid = data.grid
    own = [not is_rest(column.label, words.language) for column in grid.columns]
    found = []
    for row, cells, stack, told in zip(grid.rows, grid.cells, stacks, texts, strict=True):
        left = inf if data.total is None else data.total - (stack.sum.low or 0.0)
        spans = [
            (number, span_of(datum.amount) if datum.amount else (0.0, left))
            for number, datum in enumerate(cells)
            if own[number]
        ]
        for number, (low, _) in spans:
            if all(other == number or high < low for other, (_, high) in spans):
                found.append((row.label, grid.columns[number].label, told[number]))
    return found


def _bars(
    data: StackedChart,
    stacks: Sequence[Stack],
    texts: Sequence[Sequence[str]],
    words: Words,
    *,
    every: bool,
) -> Iterator[str]:
    own, grid = stacked_words(words.language), data.grid
    for row, stack, told in zip(grid.rows, stacks, texts, strict=True):
        if not (every or row.highlighted) or not any(told):
            continue
        name = words.highlighted(row.label) if row.highlighted else row.label
        parts = [
            (column.label, text) for column, text in zip(grid.columns, told, strict=True) if text
        ]
        yield own.bar(name, parts, "" if data.total is not None else print_sum(data, stack))


def _highlighted_parts(grid: Grid, texts: Sequence[Sequence[str]], words: Words) -> Iterator[str]:
    """Tell a part that is picked out of every bar."""
    own = stacked_words(words.language)
    for number, column in enumerate(grid.columns):
        bars = [
            (row.label, told[number])
            for row, told in zip(grid.rows, texts, strict=True)
            if told[number]
        ]
        if column.highlighted and bars:
            yield own.bar(words.highlighted(column.label), bars, "")


def _missing(grid: Grid, stacks: Sequence[Stack], words: Words) -> Iterator[str]:
    """Tell what has no data: whole bars, then single parts."""
    own = stacked_words(words.language)
    bars, parts = [], []
    for row, stack in zip(grid.rows, stacks, strict=True):
        if len(stack.missing) == len(grid.columns):
            bars.append(row.label)
        else:
            parts += [f"{row.label}, {grid.columns[number].label}" for number in stack.missing]
    if bars:
        yield words.missing(bars)
    if parts:
        yield own.missing(parts) if len(parts) <= _EACH else own.many_missing(len(parts))
