"""From a chart's data to its drawing, for every kind there is."""

from collections.abc import Iterable
from math import isfinite
from typing import assert_never

from briefing.charts.look import Frame, look_of
from briefing.charts.plot import Kind, Named
from briefing.charts.stars import starred
from briefing.charts.words import KNOWN, Words, words_of
from briefing.errors import ContentError, Diagnostic, Location
from briefing.model.chart import (
    BarChart,
    Chart,
    ChartData,
    DonutChart,
    FigureChart,
    GroupedChart,
    HeatMap,
    LineChart,
    LocatorMap,
    MapChart,
    MultiplesChart,
    RangeChart,
    SlopeChart,
    StackedChart,
    Timeline,
)
from briefing.model.drawing import Clipped, Drawing, Label, Painted
from briefing.model.style import ChartStyle, TextStyle
from briefing.text.fonts import Fonts
from briefing.units import Pt

LEAST_WIDTH = 144.0
"""In points; names, values and something to see do not fit in less."""


def draw(chart: Chart, *, width: Pt, style: ChartStyle, fonts: Fonts) -> Drawing:
    """Draw a chart.

    Args:
        chart: Its height is the wanted one: a drawing is lower where there is little to show,
            and higher where its labels would not fit.
        width: Of the drawing, exactly.
        style: Its colours are readable on white.
        fonts: Those of the document's style.

    Raises:
        ContentError: There is nothing to draw, a value is not a number, the language has no
            words for charts, or a label has a character that no face has.
        ValueError: `width` is less than `LEAST_WIDTH`.
    """
    if width < LEAST_WIDTH:
        raise ValueError(f"a chart {width:g} pt wide; {LEAST_WIDTH:g} are needed")
    kind = _kind(chart.data)
    words = _checked_words(chart, kind.amounts())
    shown = starred(chart.data)
    on_page = kind if shown is chart.data else _kind(shown)
    plot = on_page.plot(Frame(width, chart.height, look_of(style), fonts, words, chart.where))
    told = plot.told_by or kind
    _check_glyphs(plot.items, fonts, chart.where)
    items: Iterable[Painted] = plot.items
    if not plot.in_order:
        items = sorted(items, key=_is_label)  # text above all marks, in one stretch
    return Drawing(
        id=chart.id,
        width=width,
        height=Pt(plot.height),
        items=tuple(items),
        alt=_told(chart, told, words),
        data=told.table(),
        where=chart.where,
    )


def _is_label(item: Painted) -> bool:
    return isinstance(item, Label)


def _kind(data: ChartData) -> Kind:
    """Find what draws these data; a kind is imported by the first chart that needs it."""
    match data:
        case BarChart():
            from briefing.charts.kinds.bars import Bars

            return Bars(data)
        case GroupedChart():
            from briefing.charts.kinds.grouped.grouped import Grouped

            return Grouped(data)
        case StackedChart():
            from briefing.charts.kinds.stacked.stacked import Stacked

            return Stacked(data)
        case LineChart():
            from briefing.charts.kinds.lines.lines import Lines, in_order

            return Lines(in_order(data))
        case SlopeChart():
            from briefing.charts.kinds.slopes.slopes import Slopes

            return Slopes(data)
        case RangeChart():
            from briefing.charts.kinds.ranges.ranges import Ranges

            return Ranges(data)
        case DonutChart():
            from briefing.charts.kinds.donuts.donuts import Donut

            return Donut(data)
        case HeatMap():
            from briefing.charts.kinds.heat_maps.heat_maps import HeatMaps

            return HeatMaps(data)
        case MultiplesChart():
            from briefing.charts.kinds.multiples.multiples import Multiples

            return Multiples(data)
        case Timeline():
            from briefing.charts.kinds.timelines.timelines import Timelines

            return Timelines(data)
        case MapChart():
            from briefing.charts.maps.choropleth import Choropleth

            return Choropleth(data)
        case LocatorMap():
            from briefing.charts.maps.locator import Locator

            return Locator(data)
        case FigureChart():
            from briefing.charts.figures.figure import Figure

            return Figure(data)
        case _:
            assert_never(data)


def _told(chart: Chart, kind: Kind, words: Words) -> str:
    """Give the author's words, else those that the data make, and which period is whose."""
    alt = chart.alt or _alt(chart, kind.describe(chart.title, words), words)
    return f"{alt} {chart.times}" if chart.times else alt


def _alt(chart: Chart, told: list[str], words: Words) -> str:
    """Put the measure behind the kind and title; the source is text of the page."""
    head, *rest = told
    measure = [words.measure(chart.measure)] if chart.measure else []
    return " ".join([head, *measure, *rest])


def _checked_words(chart: Chart, amounts: list[Named]) -> Words:
    """Refuse data that cannot be drawn or told; all problems at once."""
    problems = list(_problems(chart, amounts))
    language = chart.language
    words = words_of(language)
    if words is None:
        message = f"charts have no words in the language {language!r}"
        problems.append(Diagnostic(chart.where, message, f"known: {', '.join(KNOWN)}"))
    if problems or words is None:
        raise ContentError(problems)
    return words


def _problems(chart: Chart, amounts: list[Named]) -> Iterable[Diagnostic]:
    if not amounts and not isinstance(chart.data, Timeline | LocatorMap):
        hint = "a chart needs at least one reading"
        yield Diagnostic(chart.where, f"nothing to draw in chart {chart.id!r}", hint)
    for name, amount in ((named.name, named.amount) for named in amounts):
        for end in (amount.low, amount.high):
            if end is not None and not isfinite(end):
                yield _not_a_number(chart.where, name, end)
    reference = getattr(chart.data, "reference", None)
    if reference and not isfinite(reference.value):
        yield _not_a_number(chart.where, reference.label, reference.value)


def _not_a_number(where: Location, name: str, value: float) -> Diagnostic:
    return Diagnostic(where, f"the value of {name!r} is not a finite number: '{value}'")


def _check_glyphs(items: Iterable[Painted], fonts: Fonts, where: Location) -> None:
    texts: dict[TextStyle, list[str]] = {}
    for item in _labels(items):
        texts.setdefault(item.style, []).append(item.text)
    problems = [
        Diagnostic(
            where,
            f"no face of {style.family!r} has the character {character!r} (U+{ord(character):04X})",
        )
        for style, found in texts.items()
        for character in fonts.missing("".join(found), style)
    ]
    if problems:
        raise ContentError(problems)


def _labels(items: Iterable[Painted]) -> Iterable[Label]:
    for item in items:
        if isinstance(item, Label):
            yield item
        elif isinstance(item, Clipped):
            yield from _labels(item.items)
