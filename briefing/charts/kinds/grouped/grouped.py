"""Grouped bar charts: horizontal bars from zero in groups, one for each series."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.charts.kinds.grouped.plot import plot_groups
from briefing.charts.look import Frame
from briefing.charts.marks.comparison import print_reference
from briefing.charts.plot import Named, Plot, grid_amounts, grid_table, grid_texts
from briefing.charts.standing import Contender, tell_extremes, tell_ranks
from briefing.charts.words import Words
from briefing.charts.words.grouped import grouped_words
from briefing.model.chart import Datum, Grid, GroupedChart

# In the alternative text; the data hold all.
_EACH = 12  # bars that are all told
_SUMMED_UP = 3  # groups, at least, where there is a highest and a lowest
_SERIES = 6  # those summed up, at most


class Grouped(Struct, frozen=True):
    """The kind."""

    data: GroupedChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are."""
        return grid_amounts(self.data.grid)

    def plot(self, frame: Frame) -> Plot:
        """Draw the groups, in the height that they need."""
        return plot_groups(self.data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell the extremes of each series, the highlighted, each of a dozen bars."""
        return list(_sentences(self.data, title, words))

    def table(self) -> str:
        """Write one row for each bar."""
        return grid_table(self.data.grid, self.data.scale)


def _sentences(data: GroupedChart, title: str, words: Words) -> Iterator[str]:
    own, grid = grouped_words(words.language), data.grid
    names = [
        words.highlighted(column.label) if column.highlighted and column.label else column.label
        for column in grid.columns
    ]
    texts = grid_texts(grid, data.scale)
    every = len(grid.rows) * len(grid.columns) <= _EACH
    yield own.chart(title)
    yield own.groups(len(grid.rows), names)
    if len(grid.rows) >= _SUMMED_UP:
        yield from _extremes(grid, names, texts, words)
    yield from _groups(grid, texts, words, every=every)
    if not every and len(grid.rows) <= _EACH:
        yield from _highlighted_series(grid, names, texts, words)
    if data.reference:
        yield words.reference(data.reference.label, print_reference(data.reference, data.scale))
    if not every:
        yield from _missing(grid, words)


def _extremes(
    grid: Grid, names: Sequence[str], texts: Sequence[Sequence[str]], words: Words
) -> Iterator[str]:
    own = grouped_words(words.language)
    for number, name in list(enumerate(names))[:_SERIES]:
        field = _field(grid, texts, number)
        if len(field) > 1:
            if name:
                yield own.series(name)
            yield from tell_extremes(field, words)
            yield from tell_ranks(field, words)


def _groups(
    grid: Grid, texts: Sequence[Sequence[str]], words: Words, *, every: bool
) -> Iterator[str]:
    labels = [column.label for column in grid.columns]
    for row, cells, told in zip(grid.rows, grid.cells, texts, strict=True):
        if every or row.highlighted:
            name = words.highlighted(row.label) if row.highlighted else row.label
            yield from _told(name, labels, told, cells, words)


def _told(
    name: str, labels: Sequence[str], texts: Sequence[str], cells: Sequence[Datum], words: Words
) -> Iterator[str]:
    """Tell figures by their names, or that there are none; nothing of what is untold."""
    shown = [
        (label, text or words.no_data)
        for label, text, datum in zip(labels, texts, cells, strict=True)
        if not datum.untold
    ]
    if shown:
        yield grouped_words(words.language).group(name, shown)


def _highlighted_series(
    grid: Grid, names: Sequence[str], texts: Sequence[Sequence[str]], words: Words
) -> Iterator[str]:
    """Tell a series that is picked out, of every group."""
    labels = [row.label for row in grid.rows]
    for number, (column, name) in enumerate(zip(grid.columns, names, strict=True)):
        if column.highlighted:
            own = [told[number] for told in texts]
            yield from _told(name, labels, own, [row[number] for row in grid.cells], words)


def _missing(grid: Grid, words: Words) -> Iterator[str]:
    missing = [
        f"{row.label}, {column.label}" if column.label else row.label
        for row, cells in zip(grid.rows, grid.cells, strict=True)
        for column, datum in zip(grid.columns, cells, strict=True)
        if datum.amount is None and not datum.untold
    ]
    if missing:
        own = grouped_words(words.language)
        yield own.missing(missing) if len(missing) <= _EACH else own.many_missing(len(missing))


def _field(grid: Grid, texts: Sequence[Sequence[str]], column: int) -> list[Contender]:
    return [
        Contender(row.label, amount, text[column], row.highlighted)
        for row, cells, text in zip(grid.rows, grid.cells, texts, strict=True)
        if (amount := cells[column].amount) is not None
    ]
