"""``content/charts/*.yaml``."""

from collections.abc import Mapping
from typing import Literal, get_args

from briefing.errors import Location
from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker
from briefing.load.fields import Fields, Name, read_number
from briefing.load.files import TextFile
from briefing.load.prose import prose_of
from briefing.load.readings import plain_text
from briefing.load.yaml_doc import YamlText
from briefing.model.chart_spec import (
    BarOptions,
    ChartSpec,
    Comparison,
    LineOptions,
)
from briefing.model.country import Indicator
from briefing.model.prose import Width
from briefing.units import Pt, parse_length

COUNTRY = "country"
"""Stands for the brief's own country."""

LATEST = "latest"
"""Stands for the bar of the latest period."""

LEAST_HEIGHT, MOST_HEIGHT = parse_length("20mm"), parse_length("240mm")

_HEIGHT = parse_length("55mm")
_SORTS: tuple[Literal["descending", "ascending", "none"], ...] = ("descending", "ascending", "none")
_SPANS: tuple[Width, ...] = get_args(Width)
_COMPUTED: tuple[Literal["mean", "median"], ...] = ("mean", "median")


def read_chart(
    key: str,
    fields: Fields,
    file: TextFile,
    checker: Checker,
    indicators: Mapping[str, Indicator] | None,
) -> ChartSpec:
    """Read a chart."""
    prose = prose_of(checker, file)
    kind = fields.choice("chart", ("bar", "line"))
    measured = _indicators(fields, checker, indicators)
    options = _bars(fields, checker) if kind == "bar" else _lines(fields, checker, measured)
    if kind == "bar" and len(measured) > 1:
        hint = "a line chart draws several of one place"
        fields.problems.error(fields.place("readings"), "a bar chart draws one indicator", hint)
    chart = ChartSpec(
        id=key,
        title=prose.read(fields, "title", None),
        subtitle=prose.read(fields, "subtitle"),
        note=prose.read(fields, "note"),
        indicators=measured,
        highlight=_highlight(fields, options, measured),
        span=fields.choice("span", _SPANS, "full"),
        height=_height(fields),
        options=options,
        conditions=read_conditions(fields, checker, countries="only-for"),
        where=Location(file.path, 1),
    )
    fields.done()
    return chart


def read_place(fields: Fields, name: str, checker: Checker) -> str:
    """Read the key of a place, or ``country``; empty where it is missing."""
    node = fields.scalar(name)
    if node is None:
        return ""
    if node.text != COUNTRY:
        checker.known.check("place", Name(node.text, node.where), checker.problems)
    return node.text


def read_known(fields: Fields, name: str, what: str, checker: Checker) -> tuple[str, ...]:
    """Read names that must be known and differ; empty where they are missing."""
    seen: dict[str, None] = {}
    for one in fields.names(name) or ():
        checker.known.check(what, one, checker.problems)
        if one.text in seen:
            checker.problems.error(one.where, f"{one.text!r} is given twice")
        seen[one.text] = None
    return tuple(seen)


def _indicators(
    fields: Fields, checker: Checker, indicators: Mapping[str, Indicator] | None
) -> tuple[str, ...]:
    if not fields.has("readings"):
        fields.missing("readings", "an indicator, or a list of them")
    keys = read_known(fields, "readings", "indicator", checker)
    units = {indicators[key].unit for key in keys if key in indicators} if indicators else set()
    if len(units) > 1:
        message = f"the readings are in {', '.join(sorted(units))}"
        fields.problems.error(fields.place("readings"), message, "draw one unit in one chart")
    return keys


def _bars(fields: Fields, checker: Checker) -> BarOptions:
    places = read_known(fields, "countries", "place", checker)
    place = read_place(fields, "place", checker)
    if fields.has("countries") == fields.has("place"):
        message = "a bar chart has either 'countries' or 'place'"
        hint = "countries: one bar each; place: one bar for each of its periods"
        fields.problems.error(fields.place("place"), message, hint)
    sort = fields.choice("sort", _SORTS, "none" if place else "descending")
    return BarOptions(places, place, sort, _reference(fields))


def _lines(fields: Fields, checker: Checker, indicators: tuple[str, ...]) -> LineOptions:
    series = read_known(fields, "series", "place", checker)
    place = read_place(fields, "place", checker)
    if fields.has("series") == fields.has("place"):
        message = "a line chart has either 'series' or 'place'"
        hint = "series: places, one line each; place: one line for each of its indicators"
        fields.problems.error(fields.place("place"), message, hint)
    elif series and len(indicators) > 1:
        hint = "give one place as 'place', or one indicator"
        message = "several indicators for several places"
        fields.problems.error(fields.place("series"), message, hint)
    return LineOptions((place,) if place else series, _reference(fields))


def _highlight(
    fields: Fields, options: BarOptions | LineOptions, indicators: tuple[str, ...]
) -> str:
    """Read what is picked out, which must be something that is drawn."""
    text = fields.text("highlight", "none")
    if text in ("none", COUNTRY):
        return "" if text == "none" else text
    drawn = options.places if len(indicators) < 2 else indicators
    if isinstance(options, BarOptions) and options.place:
        drawn = (LATEST,)
    if text == LATEST and LATEST not in drawn:
        hint = "a bar chart of one 'place' has a bar for each period; wanted here: "
        hint += ", ".join((*drawn, COUNTRY, "none"))
        message = "'latest' picks out a period, and the bars or lines here are none"
        fields.problems.error(fields.place("highlight"), message, hint)
    elif text not in drawn:
        known = (*drawn, COUNTRY, "none")
        fields.problems.unknown(fields.place("highlight"), "value of 'highlight':", text, known)
    return text


def _reference(fields: Fields) -> Comparison | None:
    reference = fields.fields("reference")
    if reference is None:
        return None
    label = plain_text(reference, "label")
    if not label:
        reference.missing("label", "the words beside the line")
    value = _reference_value(reference)
    reference.done()
    return Comparison(value, label)


def _reference_value(fields: Fields) -> Literal["mean", "median"] | float:
    node = fields.node("value")
    if node is None:
        fields.missing("value", "mean, median or a number")
        return 0.0
    for computed in _COMPUTED:
        if type(node) is YamlText and node.text == computed:
            return computed
    return read_number(node, "value", fields.problems, "mean, median or a number") or 0.0


def _height(fields: Fields) -> Pt:
    height = fields.length("height", _HEIGHT)
    if not LEAST_HEIGHT <= height <= MOST_HEIGHT:
        hint = "wanted: 20mm to 240mm"
        fields.problems.error(fields.place("height"), "the height does not fit a page", hint)
    return height
