"""What of a heat map is known before anything is placed: how its heads and figures are set."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.lettering.labels import Block, fold, halve, wrap
from briefing.charts.lettering.names import NAME_GAP, measure_names
from briefing.charts.look import LEADING, Frame
from briefing.errors import ContentError, Diagnostic
from briefing.model.chart import HeatMap
from briefing.model.style import TextStyle
from briefing.numbers import format_amount

_WORD = re.compile(r" +|(?<=[-–/])")
_NARROWER = (0.3, 0.22)  # of the width: names, where figures need more room
_LEAST_SIZE = 6.0  # of figures, in points
_PAD = 1.8  # points around a figure: beside it, and half of the gap between cells

# In ems of the names.
_HEAD_PAD = 0.25
_TURNED_MOST, _TURNED_MORE = 14.0, 1.1  # length of a name that is turned; steps beyond it
_TURNED_TWO, _TURNED_LONG = 2.6, 7.0  # width of a column, and length of a name, for two lines

_HEAD_LINES = 3  # of a name of a column that is not turned


class Sizes(Struct, frozen=True):
    """Everything measured.

    Attributes:
        column: Width of the names of rows.
        names: Of rows.
        wide: Of a cell, its gap included.
        texts: Figures in print order, as they fit into their cells.
        style: Of figures; its colour is not chosen yet.
        heads: Names of columns; none where an only one has no name.
        turned: The names of columns are turned upwards.
        head: Height of the names of columns.
    """

    column: float
    names: tuple[Block, ...]
    wide: float
    texts: tuple[str, ...]
    style: TextStyle
    heads: tuple[Block, ...]
    turned: bool
    head: float

    @property
    def strong(self) -> TextStyle:
        """Of the figures of a highlighted row."""
        return replace(self.style, bold=True)


def measure_cells(data: HeatMap, edge: float, frame: Frame) -> Sizes:
    """Set all names and figures; of the units only what fits.

    Raises:
        ContentError: The cells are too narrow for their figures.
    """
    choices = _with_units(data), _without_units(data)
    widest = 0.0
    for names, column in _columns_of_names(data, frame):
        left = column + NAME_GAP * frame.look.size if column else edge
        wide = (frame.width - left - edge) / len(data.grid.columns)
        for texts, least in zip(choices, (1.0, _LEAST_SIZE / frame.look.value.size), strict=True):
            share = _share(texts, wide - 2 * _PAD, frame)
            if share >= least:
                style = replace(frame.look.value, size=frame.look.value.size * min(share, 1.0))
                return _with_heads(data, names, column, wide, texts, style, frame)
        widest = max(widest, wide)
    raise ContentError([_too_narrow(data, choices[1].plain, widest, frame)])


class _Texts(Struct, frozen=True):
    """Figures in print order, and each that differs from others once.

    Attributes:
        strong: Those of highlighted rows.
    """

    all: tuple[str, ...]
    plain: tuple[str, ...]
    strong: tuple[str, ...]


def _with_units(data: HeatMap) -> _Texts:
    rows = [[datum.text for datum in row if datum.amount is not None] for row in data.grid.cells]
    return _gather(rows, data)


def _without_units(data: HeatMap) -> _Texts:
    unit, decimals, language = data.scale.unit, data.scale.decimals, data.scale.language
    rows = [
        [
            format_amount(datum.amount, unit, decimals=decimals, language=language, form="bare")
            for datum in row
            if datum.amount is not None
        ]
        for row in data.grid.cells
    ]
    return _gather(rows, data)


def _gather(rows: Sequence[Sequence[str]], data: HeatMap) -> _Texts:
    heads = data.grid.rows
    strong = [
        text for head, row in zip(heads, rows, strict=True) if head.highlighted for text in row
    ]
    whole = tuple([text for row in rows for text in row])
    return _Texts(whole, tuple(dict.fromkeys(whole)), tuple(dict.fromkeys(strong)))


def _columns_of_names(data: HeatMap, frame: Frame) -> Iterator[tuple[list[Block], float]]:
    """Give the names of rows, in ever narrower columns."""
    heads = [(row.label, row.highlighted) for row in data.grid.rows]
    names, column = measure_names(heads, frame)
    for room in (column, *(share * frame.width for share in _NARROWER)):
        if room <= column:
            yield (
                [
                    wrap(text, block.style, room, frame.fonts, frame.words.language)
                    for (text, _), block in zip(heads, names, strict=True)
                ],
                room,
            )


def _share(texts: _Texts, room: float, frame: Frame) -> float:
    """Tell at what share of their size all figures fit."""
    width, plain = frame.fonts.width, frame.look.value
    bold = replace(plain, bold=True)
    most = max(
        *[width(text, plain) for text in texts.plain],
        *[width(text, bold) for text in texts.strong],
        0.0,
    )
    return room / most if most else 1.0


def _too_narrow(data: HeatMap, texts: Sequence[str], wide: float, frame: Frame) -> Diagnostic:
    style = replace(frame.look.value, size=_LEAST_SIZE)
    longest = max(texts, key=lambda text: frame.fonts.width(text, style))
    need = frame.fonts.width(longest, style) + 2 * _PAD
    count = len(data.grid.columns)
    message = (
        f"{count} columns are too many for a heat map {frame.width:.0f} pt wide: "
        f"'{longest}' needs {need:.0f} pt, and a cell has {wide:.0f}"
    )
    return Diagnostic(
        frame.where, message, "give it more width by 'span', fewer columns, or fewer decimals"
    )


def _with_heads(
    data: HeatMap,
    names: Sequence[Block],
    column: float,
    wide: float,
    texts: _Texts,
    style: TextStyle,
    frame: Frame,
) -> Sizes:
    """Set the names of columns level where that breaks no word, else turned upwards."""
    look, fonts, size = frame.look, frame.fonts, frame.look.size
    labels = [(head.label, look.strong_name if head.highlighted else look.quiet)
              for head in data.grid.columns]  # fmt: skip
    turned, heads, height = False, [], 0.0
    if any(label for label, _ in labels):
        room = wide - _HEAD_PAD * size
        heads = [fold(label, one, room, fonts, frame.words.language) for label, one in labels]
        turned = any(len(head.lines) > _HEAD_LINES for head in heads) or any(
            fonts.width(word, one) > room for label, one in labels for word in _WORD.split(label)
        )
        height = max(head.height for head in heads)
    if turned:
        heads = [_upwards(label, one, wide, frame) for label, one in labels]
        height = max(head.width for head in heads)
    return Sizes(column, tuple(names), wide, texts.all, style, tuple(heads), turned, height)


def _upwards(label: str, style: TextStyle, wide: float, frame: Frame) -> Block:
    """Set a name that is turned, in one line or as many as the column is wide."""
    size, fonts, language = frame.look.size, frame.fonts, frame.words.language
    length = fonts.width(label, style)
    if wide < _TURNED_TWO * size or length <= _TURNED_LONG * size:
        return Block((label,), style, length)
    room = _TURNED_MOST * size
    short = halve(label, style, fonts)
    if short.width <= room:
        return short
    lines = 2 + int((wide / size - _TURNED_TWO) / LEADING)
    block = fold(label, style, room, fonts, language)
    while len(block.lines) > lines:
        room *= _TURNED_MORE
        block = fold(label, style, room, fonts, language)
    return block
