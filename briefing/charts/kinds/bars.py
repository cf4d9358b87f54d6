"""Bar charts: horizontal bars from zero, each with its name and its value."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.amounts import Reach, reach_of
from briefing.charts.colours import WHITE, mix
from briefing.charts.intervals import cut_dashes
from briefing.charts.labels import Block, extent, halve, set_block, wrap
from briefing.charts.look import LEADING, Frame
from briefing.charts.paths import Point, hatching, polyline, rectangle, rule, strokes
from briefing.charts.plot import Item, Named, Plot, exact_texts, plain, write_csv
from briefing.charts.scale import Linear, Need, print_value, scale_around_zero
from briefing.charts.standing import Contender, tell_extremes, tell_ranks
from briefing.charts.words import Words
from briefing.model.chart import Bar, BarChart, ReferenceLine
from briefing.model.country import Amount
from briefing.model.drawing import Label, Shape
from briefing.model.style import Colour

# Shares of the width.
_NAME_WISH, _NAME_LIMIT = 0.34, 0.46  # of a name in one line, of any name
_BARS_LEAST = 0.22  # of the bars

# In ems of the names.
_ROW_MOST, _ROW_LEAST = 2.45, 1.4
_ROW_MOST_OF_FEW, _FEW = 3.2, 3  # lest a chart of two bars be much lower than its neighbour
_NAME_GAP, _VALUE_GAP = 0.75, 0.5
_ARROW_GAP, _ARROW = 0.3, 0.4
_OVERHANG = 0.3  # of the zero line
_REFERENCE_GAP = 0.35
_HATCH = 0.42

_BAR = 0.7  # of the row
_FOOT = 0.4  # points below the zero line, for its end

# Bars in the alternative text; the data hold all.
_SUMMED_UP, _EACH = 3, 12  # at least, where there is a highest and a lowest; at most, all told


class _Row(Struct, frozen=True):
    """A bar with its texts measured; `reach` is None where there is no data."""

    bar: Bar
    reach: Reach | None
    name: Block
    value: Block


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
    size = frame.look.size
    rows = _measure(data, frame)
    head = _head(data, frame)
    top = head.height + _REFERENCE_GAP * size if head else _OVERHANG * size
    tall = _row_height(rows, frame, top)
    start = max(row.name.width for row in rows) + _NAME_GAP * size
    scale = _scale(rows, data, start, frame)
    middles = [top + (number + 0.5) * tall for number in range(len(rows))]
    bottom = top + len(rows) * tall
    bars: list[Item] = []
    texts: list[Label] = []
    for row, middle in zip(rows, middles, strict=True):
        bars += _bar(row, scale, middle, tall * _BAR, frame)
        texts += _texts(row, scale, middle, frame)
    zero = scale.at(0.0)
    items: list[Item] = [
        *bars,
        rule((zero, top - _OVERHANG * size), (zero, bottom), frame.look.axis, 0.8),
    ]
    if data.reference and head:
        items += _reference(data.reference, head, rows, scale, (top, tall, bottom), texts, frame)
    return Plot([*items, *texts], bottom + _FOOT)


# --- sizes -------------------------------------------------------------------------------------


def _measure(data: BarChart, frame: Frame) -> list[_Row]:
    """Set all names in the narrowest column that holds each in one line, else in two."""
    look, fonts, width = frame.look, frame.fonts, frame.width
    wish, column = _NAME_WISH * width, 0.0
    for bar in data.bars:
        style = look.strong_name if bar.highlighted else look.name
        wide = fonts.width(bar.label, style)
        column = max(column, wide if wide <= wish else halve(bar.label, style, fonts).width)
    column = min(column, _NAME_LIMIT * width)
    reaches = [None if bar.amount is None else reach_of(bar.amount) for bar in data.bars]
    sides = {reach is None or reach.tip >= 0 for reach in reaches}
    gaps = (_NAME_GAP + len(sides) * (_VALUE_GAP + _ARROW_GAP + _ARROW)) * look.size
    room = (width - column - gaps - _BARS_LEAST * width) / len(sides)
    rows = []
    for bar, reach in zip(data.bars, reaches, strict=True):
        name = wrap(bar.label, look.strong_name if bar.highlighted else look.name, column, fonts)
        if reach is None:
            value = wrap(frame.words.no_data, look.aside, room, fonts)
        else:
            style = look.strong_value if bar.highlighted else look.value
            value = wrap(bar.text, style, room, fonts)
        rows.append(_Row(bar, reach, name, value))
    return rows


def _head(data: BarChart, frame: Frame) -> Block | None:
    """Word the reference line."""
    if data.reference is None:
        return None
    number = print_value(data.reference.value, data.scale, data.scale.decimals, bare=False)
    return wrap(f"{data.reference.label} {number}", frame.look.quiet, frame.width, frame.fonts)


def _row_height(rows: list[_Row], frame: Frame, top: float) -> float:
    size = frame.look.size
    lines = max(max(len(row.name.lines), len(row.value.lines)) for row in rows)
    extra = (lines - 1) * LEADING * size
    wanted = (frame.height - top - _FOOT) / len(rows)
    most = _ROW_MOST_OF_FEW if len(rows) <= _FEW else _ROW_MOST
    return max(_ROW_LEAST * size + extra, min(wanted, most * size + extra / 2))


def _scale(rows: list[_Row], data: BarChart, start: float, frame: Frame) -> Linear:
    """Make the bars as long as their values' texts allow; what is printed as 0 stays short."""
    size, reference = frame.look.size, data.reference
    printed = Need(10.0**-data.scale.decimals, 0.0)
    upwards = any(row.reach and row.reach.tip > 0 for row in rows)
    left: list[Need] = [] if upwards else [printed]
    right: list[Need] = [printed] if upwards else []
    for row in rows:
        pad = row.value.width + _VALUE_GAP * size
        if row.reach is None:
            right.append(Need(0.0, pad))
            continue
        if row.reach.open:
            pad += (_ARROW_GAP + _ARROW) * size
        tip = row.reach.tip
        (right if tip >= 0 else left).append(Need(abs(tip), pad))
        (left if tip >= 0 else right).append(Need(_behind(row.reach), 0.0))
    if reference:
        (right if reference.value >= 0 else left).append(Need(abs(reference.value), 1.0))
    return scale_around_zero(left, right, start, frame.width)


def _behind(reach: Reach) -> float:
    """How far a range reaches to the other side of zero."""
    return max(0.0, -reach.least) if reach.tip >= 0 else max(0.0, reach.most)


# --- marks and labels --------------------------------------------------------------------------


def _bar(row: _Row, scale: Linear, middle: float, thick: float, frame: Frame) -> list[Item]:
    reach = row.reach
    if reach is None:
        return []
    look = frame.look
    colour = look.accent if row.bar.highlighted else look.neutral
    top, bottom = middle - thick / 2, middle + thick / 2
    items: list[Item] = []
    if reach.least != reach.most:
        ends = scale.at(reach.least), scale.at(reach.most)
        items += _possible(ends, top, bottom, colour, hatched=not reach.bound, size=look.size)
    if reach.sure:
        left, right = sorted((scale.at(0.0), scale.at(reach.sure)))
        items.append(Shape(rectangle(left, top, right, bottom), fill=colour))
    if reach.open:
        tip = scale.at(reach.sure) + reach.open * _ARROW_GAP * look.size
        point = tip + reach.open * _ARROW * look.size
        half = min(thick / 2, 0.42 * look.size)
        path = polyline([(tip, middle - half), (point, middle), (tip, middle + half)])
        items.append(Shape(path, stroke=colour, width=1.3))
    return items


def _possible(
    ends: Point, top: float, bottom: float, colour: Colour, *, hatched: bool, size: float
) -> list[Item]:
    """Draw what may be: hatched between two ends, empty below a bound."""
    left, right = ends
    tint = mix(colour, WHITE, 0.78)
    items: list[Item] = [Shape(rectangle(left, top, right, bottom), fill=tint)]
    if hatched:
        lines = hatching(left, top, right, bottom, _HATCH * size)
        if lines:
            items.append(Shape(lines, stroke=colour, width=0.6))
    inset = min(0.35, (right - left) / 2)
    edge = rectangle(left + inset, top + 0.35, right - inset, bottom - 0.35)
    dash = () if hatched else (2.0, 1.5)
    items.append(Shape(edge, stroke=colour, width=0.7, dash=dash))
    return items


def _texts(row: _Row, scale: Linear, middle: float, frame: Frame) -> list[Label]:
    size, fonts = frame.look.size, frame.fonts
    labels = set_block(row.name, 0.0, middle, fonts)
    reach = row.reach
    if reach is None:
        return labels + set_block(row.value, scale.at(0.0) + _VALUE_GAP * size, middle, fonts)
    gap = _VALUE_GAP * size
    if reach.open:
        gap += (_ARROW_GAP + _ARROW) * size
    x = scale.at(reach.tip)
    if reach.tip < 0:
        return labels + set_block(row.value, x - gap, middle, fonts, "end")
    return labels + set_block(row.value, x + gap, middle, fonts)


# --- the line to compare with ------------------------------------------------------------------


def _reference(
    reference: ReferenceLine,
    head: Block,
    rows: list[_Row],
    scale: Linear,
    place: tuple[float, float, float],
    texts: list[Label],
    frame: Frame,
) -> list[Item]:
    """Draw a dashed line, white on the bars, with no dash in a label, its own label above."""
    top, tall, bottom = place
    x = scale.at(reference.value)
    half = head.width / 2
    middle = min(max(x, half), frame.width - half)
    size = frame.look.size
    covered = [
        (top + (number + 0.5 - _BAR / 2) * tall, top + (number + 0.5 + _BAR / 2) * tall)
        for number, row in enumerate(rows)
        if row.reach and _covers(row.reach.sure, reference.value)
    ]
    boxes = [extent(label, frame.fonts) for label in texts]
    taken = [(box.top, box.bottom) for box in boxes if box.left - 1.5 < x < box.right + 1.5]
    light, dark = cut_dashes((top - _REFERENCE_GAP * size / 2, bottom), covered, taken)
    items: list[Item] = []
    for colour, dashes in ((frame.look.quiet.colour, dark), (WHITE, light)):
        if dashes:
            path = strokes([((x, start), (x, end)) for start, end in dashes])
            items.append(Shape(path, stroke=colour, width=1.0))
    return items + set_block(head, middle, head.height / 2, frame.fonts, "middle")


def _covers(sure: float, value: float) -> bool:
    return 0 < value < sure or sure < value < 0


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
        number = print_value(data.reference.value, data.scale, data.scale.decimals, bare=False)
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
    return write_csv(("label", "low", "high", "qualifier", "text", "unit"), rows)
