"""Small drawings in the cells of tables: bars, and lines without axes ("sparklines")."""

from collections.abc import Iterator
from math import isfinite

from msgspec.structs import replace

from briefing.charts.amounts import reach_of
from briefing.charts.axes.dates import year_of
from briefing.charts.axes.filled import fill
from briefing.charts.axes.scale import Linear
from briefing.charts.colours import WHITE, mix
from briefing.charts.fills import Fill
from briefing.charts.look import Ink, Look, look_of
from briefing.charts.marks.bars import ARROW_ROOM, paint_bar
from briefing.charts.marks.tracks import Track, paint_bands, paint_line, place_line, told_gaps
from briefing.charts.plot import Item, exact_texts
from briefing.charts.shapes.paths import circle, rule
from briefing.charts.words.sparks import KNOWN, SparkWords, spark_words
from briefing.errors import ContentError, Diagnostic
from briefing.model.chart import CellBar, Line, Sketch, Spark
from briefing.model.country import Amount
from briefing.model.drawing import Drawing, Shape
from briefing.model.style import ChartStyle
from briefing.units import Pt

# Shares of the height.
_THICK = 0.7  # of a bar
_EM = 0.85  # what gaps are measured in

# In points.
_LINE, _ZERO = 1.1, 0.6
_DOT, _FAINT, _RIM = 1.7, 1.2, 0.6  # radius of the dot at the end, of others, white around it

_PALE = 0.45  # of white in what is faint


def draw_in_cell(sketch: Sketch, *, width: Pt, height: Pt, style: ChartStyle) -> Drawing:
    """Draw what stands in a cell, exactly as large as the cell has room.

    A bar has no alternative text, since its cell prints its figure; neither has data, since the
    table holds them.

    Raises:
        ContentError: A value is not a number, or the language has no words for a line.
    """
    look = look_of(style)
    match sketch.data:
        case CellBar():
            _check([("", sketch.data.amount)], sketch)
            items, alt = _bar(sketch.data, width, height, look), ""
        case Spark():
            words = _checked_words(sketch.data, sketch)
            items, alt = _spark(sketch.data, width, height, look), _tell(sketch.data, words)
    return Drawing(
        id=sketch.id,
        width=width,
        height=height,
        items=tuple(items),
        alt=alt,
        data="",
        where=sketch.where,
    )


def _checked_words(spark: Spark, sketch: Sketch) -> SparkWords:
    line = spark.line
    _check([(f"{line.label}, {point.label}", point.amount) for point in line.points], sketch)
    words = spark_words(sketch.language)
    if words is None:
        message = f"charts have no words in the language {sketch.language!r}"
        raise ContentError([Diagnostic(sketch.where, message, f"known: {', '.join(KNOWN)}")])
    return words


def _check(amounts: list[tuple[str, Amount | None]], sketch: Sketch) -> None:
    """Refuse what cannot be drawn; all problems at once."""
    problems = [
        Diagnostic(
            sketch.where,
            f"the value of {name or sketch.id!r} is not a finite number: '{end}'",
        )
        for name, amount in amounts
        if amount
        for end in (amount.low, amount.high)
        if end is not None and not isfinite(end)
    ]
    if problems:
        raise ContentError(problems)


# --- bars --------------------------------------------------------------------------------------


def _bar(bar: CellBar, width: Pt, height: Pt, look: Look) -> list[Item]:
    """Draw a bar on the scale of its column, which leaves room for arrows at both of its ends."""
    if bar.amount is None:
        return []
    size = _EM * height
    left = ARROW_ROOM * size if bar.low < 0 else 0.0
    right = width - (ARROW_ROOM * size if bar.high > 0 else 0.0)
    low, high = (bar.low, bar.high) if bar.low < bar.high else (0.0, 1.0)
    scale, reach = Linear(low, high, left, right), reach_of(bar.amount)
    middle, half = height / 2, _THICK * height / 2
    fill = Fill(look.accent if bar.highlighted else look.neutral)
    items = paint_bar(reach, scale, (middle - half, middle + half), fill, size)
    if bar.low < 0 or reach.tip == 0:
        x = min(max(scale.at(0.0), _ZERO / 2), width - _ZERO / 2)
        items.append(rule((x, 0.0), (x, height), look.axis, _ZERO))
    return items


# --- lines -------------------------------------------------------------------------------------


def _spark(spark: Spark, width: Pt, height: Pt, look: Look) -> list[Item]:
    line, inset = spark.line, _DOT + _RIM
    places = [year_of(point.date) for point in line.points]
    first, last = min(year_of(spark.start), places[0]), max(year_of(spark.end), places[-1])
    if first == last:
        first, last = first - 1, last
    across = Linear(first, last, inset, width - inset)
    up = fill([point.amount for point in line.points], spark.scale, height - inset, inset)
    ink = _ink(look, strong=line.highlighted)
    track = replace(place_line(line, places, ink, across, up), highlighted=False)  # no white rim
    return [*paint_bands(track), *paint_line(track), *_dots(line, track)]


def _ink(look: Look, *, strong: bool) -> Ink:
    colour = look.accent if strong else look.series[0]
    tint = mix(colour, WHITE, 0.78)
    return Ink(colour, tint, _LINE, (), "circle", look.name, look.value)


def _dots(line: Line, track: Track) -> Iterator[Item]:
    """Mark the end, and faintly the lowest, the highest and what stands between gaps."""
    colour, last = track.ink.colour, len(track.spots) - 1
    faint = set(_extremes(line)) - {last}
    faint |= {
        number
        for number, (before, after) in enumerate(
            zip((True, *track.gaps), (*track.gaps, True), strict=True)
        )
        if before and after and number != last
    }
    for number in sorted(faint):
        spot = track.spots[number]
        yield Shape(circle(spot.x, spot.y, _FAINT), fill=mix(colour, WHITE, _PALE))
    end = track.spots[last]
    if end.open:
        path = circle(end.x, end.y, _DOT - _RIM / 2)
        yield Shape(path, fill=WHITE, stroke=colour, width=_RIM + 0.2)
    else:
        yield Shape(circle(end.x, end.y, _DOT), fill=colour)


def _extremes(line: Line) -> tuple[int, ...]:
    """Find the lowest and the highest point, at an end if one is there; none if all are alike."""
    values = [point.amount.best for point in line.points]
    if min(values) == max(values):
        return ()
    order = (len(values) - 1, *range(len(values) - 1))
    return min(order, key=values.__getitem__), max(order, key=values.__getitem__)


# --- in words ----------------------------------------------------------------------------------


def _tell(spark: Spark, words: SparkWords) -> str:
    """Tell the ends, the lowest and the highest where they are neither, and the gaps."""
    points, scale = spark.line.points, spark.scale
    last = len(points) - 1
    inner = [number for number in _extremes(spark.line) if number not in (0, last)]
    numbers = sorted({0, *inner, last})
    shown = exact_texts([(points[number].amount, points[number].text) for number in numbers], scale)
    texts = {
        number: f"{text} ({points[number].label})"
        for number, text in zip(numbers, shown, strict=True)
    }
    if last == 0:
        return texts[0]
    told = [words.course(texts[0], texts[last])]
    extremes = _extremes(spark.line)
    if extremes:
        ways = zip(extremes, (words.lowest, words.highest), strict=True)
        told += [way(texts[number]) for number, way in ways if number in inner]
    spans = told_gaps(points)
    return ", ".join([*told, words.gaps(spans)] if spans else told)
