"""Heat maps: rows and columns of cells in shades, each with its figure."""

from collections.abc import Iterator, Sequence
from math import inf

from msgspec import Struct

from briefing.charts.amounts import ends_of
from briefing.charts.kinds.heat_maps.plot import plot_cells
from briefing.charts.look import Frame
from briefing.charts.plot import Named, Plot, grid_amounts, grid_table, grid_texts
from briefing.charts.words import Words
from briefing.charts.words.heat_maps import HeatMapWords, heat_map_words
from briefing.model.chart import HeatMap

# In the alternative text; the data hold all.
_EACH = 12  # cells that are all told
_ROWS = 12  # rows told of where there are more cells
_TIED = 3  # more of the highest or the lowest are not named
_NAMED = 6  # more cells without data are counted


class HeatMaps(Struct, frozen=True):
    """The kind."""

    data: HeatMap

    def amounts(self) -> list[Named]:
        """List all amounts that there are."""
        return grid_amounts(self.data.grid)

    def plot(self, frame: Frame) -> Plot:
        """Draw the cells, in the height that they need."""
        return plot_cells(self.data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell the extremes, each of a dozen cells, of more the extremes of each row."""
        return list(_sentences(self.data, title, words))

    def table(self) -> str:
        """Write one row for each cell."""
        return grid_table(self.data.grid, self.data.scale)


class _Told(Struct, frozen=True):
    """A figure with its place."""

    row: str
    column: str
    best: float
    span: tuple[float, float]
    text: str

    @property
    def name(self) -> str:
        return _name(self.row, self.column)


def _name(row: str, column: str) -> str:
    return f"{row} ({column})" if column else row


def _sentences(data: HeatMap, title: str, words: Words) -> Iterator[str]:
    own, grid = heat_map_words(words.language), data.grid
    yield own.chart(title)
    yield own.cells(len(grid.rows), len(grid.columns))
    rows = _figures(data)
    figures = [figure for row in rows for figure in row]
    if len(figures) > 1 and len({(figure.span, figure.text) for figure in figures}) == 1:
        yield words.all_alike(figures[0].text)
    else:
        yield from _extremes(figures, own)
    each = len(grid.rows) * len(grid.columns) <= _EACH
    told = 0
    for head, row in zip(grid.rows, rows, strict=True):
        if row and (each or head.highlighted or len(grid.rows) <= _ROWS):
            told += 1
            name = words.highlighted(head.label) if head.highlighted else head.label
            yield _row(name, row, own, each=each)
    if 0 < told < sum(map(bool, rows)):
        yield own.others(sum(map(bool, rows)) - told)
    missing = [
        _name(head.label, column.label)
        for head, cells in zip(grid.rows, grid.cells, strict=True)
        for column, datum in zip(grid.columns, cells, strict=True)
        if datum.amount is None and not datum.untold
    ]
    if missing:
        few = len(missing) <= _NAMED
        yield words.missing(missing) if few else own.missing(len(missing))


def _figures(data: HeatMap) -> list[list[_Told]]:
    """List the figures of each row that there are."""
    grid = data.grid
    rows = []
    texts = grid_texts(grid, data.scale)
    for head, cells, row in zip(grid.rows, grid.cells, texts, strict=True):
        told = []
        for column, datum, text in zip(grid.columns, cells, row, strict=True):
            if datum.amount is not None:
                low, high = ends_of(datum.amount)
                span = (-inf if low is None else low, inf if high is None else high)
                told.append(_Told(head.label, column.label, datum.amount.best, span, text))
        rows.append(told)
    return rows


def _extremes(figures: Sequence[_Told], own: HeatMapWords) -> Iterator[str]:
    """Name the highest and the lowest where it is sure which they are."""
    if len(figures) < 2:
        return
    high = max(figures, key=lambda figure: figure.best)
    low = min(figures, key=lambda figure: figure.best)
    top = [one for one in figures if (one.span, one.text) == (high.span, high.text)]
    bottom = [one for one in figures if (one.span, one.text) == (low.span, low.text)]
    if len(top) <= _TIED and all(one.span[1] < high.span[0] for one in figures if one not in top):
        yield own.highest([one.name for one in top], high.text)
    if len(bottom) <= _TIED and all(
        one.span[0] > low.span[1] for one in figures if one not in bottom
    ):
        yield own.lowest([one.name for one in bottom], low.text)


def _row(name: str, row: Sequence[_Told], own: HeatMapWords, *, each: bool) -> str:
    """Tell a row: all of it, else from where to where it goes."""
    if each or len(row) == 1:
        return own.row(name, [(figure.column, figure.text) for figure in row])
    low = min(row, key=lambda figure: figure.best)
    high = max(row, key=lambda figure: figure.best)
    if low.text == high.text:
        return own.alike(name, low.text)
    return own.span(name, (low.column, low.text), (high.column, high.text))
