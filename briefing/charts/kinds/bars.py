"""Bar charts: horizontal bars from zero, each with its name and its value."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.amounts import reach_of
from briefing.charts.fills import Fill
from briefing.charts.lettering.labels import Block, set_block, wrap
from briefing.charts.lettering.names import NAME_GAP, measure_names
from briefing.charts.look import LEADING, Frame
from briefing.charts.marks.bars import (
    ARROW_ROOM,
    VALUE_GAP,
    Valued,
    paint_bar,
    scale_bars,
    set_value,
    wrap_value,
)
from briefing.charts.marks.comparison import (
    REFERENCE_GAP,
    covers,
    measure_reference,
    paint_reference,
    print_reference,
)
from briefing.charts.plot import Item, Named, Plot, exact_texts, plain, write_dated
from briefing.charts.shapes.paths import rule
from briefing.charts.standing import Contender, tell_extremes, tell_ranks
from briefing.charts.words import Words
from briefing.model.chart import Bar, BarChart
from briefing.model.country import Amount
from briefing.model.drawing import Label

_BARS_LEAST = 0.22  # of the width

# In ems of the names.
_ROW_MOST, _ROW_LEAST = 2.45, 1.4
_ROW_MOST_OF_FEW, _FEW = 3.2, 3  # lest a chart of two bars be much lower than its neighbour
_OVERHANG = 0.3  # of the zero line

_BAR = 0.7  # of the row
_FOOT = 0.4  # points below the zero line, for its end

# Bars in the alternative text; the data hold all.
_SUMMED_UP, _EACH = 3, 12  # at least, where there is a highest and a lowest; at most, all told


class _Row(Struct, frozen=True):
    """A bar with its texts measured."""

    bar: Bar
    name: Block
    valued: Valued


class Bars(Struct, frozen=True):
    """The kind."""

    data: BarChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are."""
        return [Named(bar.label, bar.amount) for bar in self.data.bars if bar.amount is not None]

    def plot(self, frame: Frame) -> Plot:
        """Draw the bars, in the height that they need."""
        return _plot(self.data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell the highest, the lowest, the highlighted, each of a dozen, and who has no data."""
        return _describe(self.data, title, words)

    def table(self) -> str:
        """Write the bars in print order."""
        return _table(self.data)


def _plot(data: BarChart, frame: Frame) -> Plot:
    look, fonts = frame.look, frame.fonts
    size, reference = look.size, data.reference
    rows = _measure(data, frame)
    head = measure_reference(reference, data.scale, frame) if reference else None
    top = head.height + REFERENCE_GAP * size if head else _OVERHANG * size
    tall = _row_height(rows, frame, top)
    start = max(row.name.width for row in rows) + NAME_GAP * size
    bars = [row.valued for row in rows]
    scale = scale_bars(bars, reference, (start, frame.width), data.scale.decimals, size)
    middles = [top + (number + 0.5) * tall for number in range(len(rows))]
    bottom, half = top + len(rows) * tall, tall * _BAR / 2
    items: list[Item] = []
    texts: list[Label] = []
    for row, middle in zip(rows, middles, strict=True):
        if row.valued.reach:
            fill = Fill(look.accent if row.bar.highlighted else look.neutral)
            span = middle - half, middle + half
            items += paint_bar(row.valued.reach, scale, span, fill, size)
        texts += set_block(row.name, 0.0, middle, fonts)
        texts += set_value(row.valued, scale, middle, frame)
    zero = scale.at(0.0)
    items.append(rule((zero, top - _OVERHANG * size), (zero, bottom), look.axis, 0.8))
    if reference and head:
        covered = [
            (middle - half, middle + half)
            for row, middle in zip(rows, middles, strict=True)
            if covers(row.valued.reach, reference.value)
        ]
        x = scale.at(reference.value)
        items += paint_reference(x, head, (top, bottom), covered, texts, frame)
    return Plot([*items, *texts], bottom + _FOOT)


# --- sizes -------------------------------------------------------------------------------------


def _measure(data: BarChart, frame: Frame) -> list[_Row]:
    look, fonts, width = frame.look, frame.fonts, frame.width
    names, column = measure_names([(bar.label, bar.highlighted) for bar in data.bars], frame)
    reaches = [None if bar.amount is None else reach_of(bar.amount) for bar in data.bars]
    sides = {reach is None or reach.tip >= 0 for reach in reaches}
    gaps = (NAME_GAP + len(sides) * (VALUE_GAP + ARROW_ROOM)) * look.size
    room = (width - column - gaps - _BARS_LEAST * width) / len(sides)
    rows = []
    for bar, name, reach in zip(data.bars, names, reaches, strict=True):
        if reach is None:
            value = wrap(frame.words.no_data, look.aside, room, fonts, frame.words.language)
        else:
            style = look.strong_value if bar.highlighted else look.value
            value = wrap_value(bar.text, style, room, fonts)
        rows.append(_Row(bar, name, Valued(reach, value)))
    return rows


def _row_height(rows: list[_Row], frame: Frame, top: float) -> float:
    size = frame.look.size
    lines = max(max(len(row.name.lines), len(row.valued.value.lines)) for row in rows)
    extra = (lines - 1) * LEADING * size
    wanted = (frame.height - top - _FOOT) / len(rows)
    most = _ROW_MOST_OF_FEW if len(rows) <= _FEW else _ROW_MOST
    return max(_ROW_LEAST * size + extra, min(wanted, most * size + extra / 2))


# --- in words and as rows ----------------------------------------------------------------------


def _describe(data: BarChart, title: str, words: Words) -> list[str]:
    known = [(bar, bar.amount) for bar in data.bars if bar.amount is not None]
    texts = exact_texts([(amount, bar.text) for bar, amount in known], data.scale)
    field = [
        Contender(bar.label, amount, text, bar.highlighted)
        for (bar, amount), text in zip(known, texts, strict=True)
    ]
    sentences = [words.bar_chart(title), *_told(field, len(data.bars), words)]
    if data.reference:
        number = print_reference(data.reference, data.scale)
        sentences.append(words.reference(data.reference.label, number))
    missing = [bar.label for bar in data.bars if bar.amount is None]
    return [*sentences, words.missing(missing)] if missing else sentences


def _told(field: Sequence[Contender], count: int, words: Words) -> list[str]:
    """Sum up and list the bars; one or two need no summary, and of many it is all."""
    bars = [(one.name, one.text) for one in field]
    ranks = tell_ranks(field, words)
    if len(bars) < _SUMMED_UP:
        return [words.few_bars(count, bars), *ranks]
    each = [words.each_bar(bars)] if count <= _EACH else []
    return [words.bars(count), *tell_extremes(field, words), *ranks, *each]


def _table(data: BarChart) -> str:
    rows = []
    for bar in data.bars:
        amount = bar.amount or Amount(None, None)
        low, high = plain(amount.low), plain(amount.high)
        rows.append((bar.label, low, high, amount.qualifier, bar.text, data.scale.unit.label))
    head = ("label", "low", "high", "qualifier", "text", "unit")
    return write_dated(head, rows, [bar.period for bar in data.bars])
