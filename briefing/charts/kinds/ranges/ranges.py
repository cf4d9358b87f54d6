"""Range charts: from one column to another, or how far each figure may go."""

from collections.abc import Iterator

from msgspec import Struct

from briefing.charts.amounts import ends_of
from briefing.charts.kinds.ranges.plot import plot_ranges
from briefing.charts.look import Frame
from briefing.charts.marks.comparison import print_reference
from briefing.charts.plot import Named, Plot, exact_texts, grid_amounts, grid_table
from briefing.charts.standing import Contender, tell_ranks
from briefing.charts.words import Words
from briefing.charts.words.ranges import RangeWords, range_words
from briefing.model.chart import Datum, RangeChart
from briefing.model.country import Amount

# In the alternative text; the data hold all.
_EACH = 12  # rows that are all told
_SUMMED_UP = 3  # rows, at least, where one is the widest


class Ranges(Struct, frozen=True):
    """The kind."""

    data: RangeChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are.

        Raises:
            ValueError: There are neither one nor two columns.
        """
        count = len(self.data.grid.columns)
        if count not in (1, 2):
            raise ValueError(f"a range chart of {count} columns; 1 or 2 are needed")
        return grid_amounts(self.data.grid)

    def plot(self, frame: Frame) -> Plot:
        """Draw the rows, in the height that they need."""
        return plot_ranges(self.data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell the widest and the narrowest gap, and both ends of a dozen rows."""
        return list(_sentences(self.data, title, words))

    def table(self) -> str:
        """Write one row for each figure."""
        return grid_table(self.data.grid, self.data.scale)


def _sentences(data: RangeChart, title: str, words: Words) -> Iterator[str]:
    own, grid = range_words(words.language), data.grid
    yield own.chart(title)
    labels = [column.label for column in grid.columns if column.label]
    yield own.rows(len(grid.rows), labels)
    if len(grid.columns) == 2:
        yield from _pairs(data, words, own)
    else:
        yield from _single(data, words, own)
    if data.reference:
        yield words.reference(data.reference.label, print_reference(data.reference, data.scale))


# --- two columns -------------------------------------------------------------------------------


class _Gap(Struct, frozen=True):
    """How far the ends of a row are apart, and what they are in words."""

    name: str
    width: float
    texts: tuple[str, str]


def _pairs(data: RangeChart, words: Words, own: RangeWords) -> Iterator[str]:
    grid = data.grid
    told = [_texts(cells, data) for cells in grid.cells]
    yield from _extremes(data, told, own)
    each = len(grid.rows) <= _EACH
    labels = [column.label for column in grid.columns]
    count = 0
    for row, texts in zip(grid.rows, told, strict=True):
        if each or row.highlighted:
            count += 1
            name = words.highlighted(row.label) if row.highlighted else row.label
            shown = [text or words.no_data for text in texts]
            yield own.row(name, list(zip(labels, shown, strict=True)))
    if 0 < count < len(grid.rows):
        yield own.others(len(grid.rows) - count)
    missing = [row.label for row, texts in zip(grid.rows, told, strict=True) if not all(texts)]
    if missing and not each:
        yield words.missing(missing)


def _texts(cells: tuple[Datum, ...], data: RangeChart) -> tuple[str, str]:
    """Word both ends, so that those that differ are told apart."""
    first, second = cells
    if first.amount is None or second.amount is None:
        return first.text if first.amount else "", second.text if second.amount else ""
    shown = [(first.amount, first.text), (second.amount, second.text)]
    one, two = exact_texts(shown, data.scale)
    return one, two


def _extremes(data: RangeChart, told: list[tuple[str, str]], own: RangeWords) -> Iterator[str]:
    """Name the widest and the narrowest gap, where all ends are known exactly."""
    gaps = []
    for row, cells, texts in zip(data.grid.rows, data.grid.cells, told, strict=True):
        first, second = (datum.amount for datum in cells)
        if first is None or second is None:
            continue
        if not (_is_exact(first) and _is_exact(second)):
            return
        gaps.append(_Gap(row.label, abs(second.best - first.best), texts))
    if len(gaps) < _SUMMED_UP:
        return
    widths = [gap.width for gap in gaps]
    if min(widths) == max(widths):
        return
    for width, tell in ((max(widths), own.widest), (min(widths), own.narrowest)):
        group = [gap for gap in gaps if gap.width == width]
        if len({gap.texts for gap in group}) == 1:
            yield tell([gap.name for gap in group], *group[0].texts)


def _is_exact(amount: Amount) -> bool:
    low, high = ends_of(amount)
    return low is not None and low == high


# --- one column --------------------------------------------------------------------------------


def _single(data: RangeChart, words: Words, own: RangeWords) -> Iterator[str]:
    known = [
        (row, cells[0].amount, cells[0].text)
        for row, cells in zip(data.grid.rows, data.grid.cells, strict=True)
        if cells[0].amount is not None
    ]
    texts = exact_texts([(amount, text) for _, amount, text in known], data.scale)
    field = [
        Contender(row.label, amount, text, row.highlighted)
        for (row, amount, _), text in zip(known, texts, strict=True)
    ]
    yield from tell_ranks(field, words)
    if len(data.grid.rows) <= _EACH:
        yield own.each([(one.name, one.text) for one in field])
    missing = [
        row.label
        for row, cells in zip(data.grid.rows, data.grid.cells, strict=True)
        if cells[0].amount is None
    ]
    if missing:
        yield words.missing(missing)
