"""What several kinds of charts may say: lines to compare with, bands, remarks, classes."""

from itertools import pairwise
from typing import Literal, get_args

from msgspec.structs import replace

from briefing.load.charts.names import COUNTRY
from briefing.load.charts.reader import Reader
from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker
from briefing.load.readings.sourced import read_optional
from briefing.load.syntax.fields import Fields, read_number
from briefing.load.syntax.yaml_doc import YamlList, YamlNode, YamlText
from briefing.load.values.periods import read_period
from briefing.load.values.texts import plain_text, said_at
from briefing.model.chart_spec import (
    Band,
    ChartSource,
    Comparison,
    FromReadings,
    FromRows,
    Remark,
    Sort,
    TimeBand,
    ValueBand,
)
from briefing.model.country import Period

SORTS: tuple[Sort, ...] = get_args(Sort)

MOST_BREAKS = 4
"""Five classes are told apart by their shades; more are not."""

_COMPUTED: tuple[Literal["mean", "median"], ...] = ("mean", "median")
_NUMBERS = "a list of numbers, the smallest first"


def read_sort(fields: Fields, data: ChartSource | None) -> Sort:
    """Read `sort`: largest first unless said, but periods in the order of time."""
    return fields.choice("sort", SORTS, "none" if is_of_periods(data) else "descending")


def is_of_periods(data: ChartSource | None) -> bool:
    """Tell whether the categories are periods."""
    match data:
        case FromReadings(down=down):
            return down == "periods"
        case FromRows(rows=rows):
            return any(row.period for row in rows)
        case None:
            return False


# --- lines to compare with ---------------------------------------------------------------------


def read_comparison(reader: Reader) -> Comparison | None:
    """Read ``reference``; of a given number also where it was taken from."""
    fields = reader.fields.fields("reference")
    if fields is None:
        return None
    label = plain_text(fields, "label")
    if not label:
        fields.missing("label", "the words beside the line")
    value = _value(fields)
    sourced = None
    if isinstance(value, str):
        hint = "what it is computed from has its sources; take it out"
        fields.refuse("source", f"the {value} has no source of its own", hint)
    else:
        sourced = read_optional(fields, reader.checker)
    fields.done()
    return Comparison(value, label, sourced, fields.place("value"), said_at(fields, "label"))


def _value(fields: Fields) -> Literal["mean", "median"] | float:
    node = fields.node("value")
    if node is None:
        fields.missing("value", "mean, median or a number")
        return 0.0
    for computed in _COMPUTED:
        if type(node) is YamlText and node.text == computed:
            return computed
    return read_number(node, "value", fields.problems, "mean, median or a number") or 0.0


# --- bands -------------------------------------------------------------------------------------


def read_bands(fields: Fields, checker: Checker) -> tuple[Band, ...]:
    """Read ``bands``: of time, with `from` and `to`, or of values, with `low` and `high`."""
    bands = [_band(each, checker) for each in fields.each("bands")]
    return tuple([band for band in bands if band is not None])


def _band(fields: Fields, checker: Checker) -> Band | None:
    label = plain_text(fields, "label")
    conditions = read_conditions(fields, checker, dates=("only-from", "only-until"))
    sourced, place = read_optional(fields, checker), said_at(fields, "label")
    if not label:
        fields.missing("label", "the words in the band")
    has_time = fields.has("from") or fields.has("to")
    if has_time == (fields.has("low") or fields.has("high")):
        hint = "from and to: a stretch of time; low and high: a stretch of values"
        message = "a band has either 'from' and 'to' or 'low' and 'high'"
        fields.problems.error(fields.where, message, hint)
        fields.spare("from", "to", "low", "high")
        band: Band | None = None
    else:
        band = _time_band(fields, label) if has_time else _value_band(fields, label)
    fields.done()
    if band is None:
        return None
    return replace(band, conditions=conditions, sourced=sourced, said_at=place)


def _time_band(fields: Fields, label: str) -> TimeBand | None:
    ends: list[Period] = []
    for name in ("from", "to"):
        node = fields.node(name)
        if node is None:
            fields.missing(name, "a date such as 2020 or 2020-03")
        elif period := read_period(node, fields.problems):
            ends.append(period)
    if len(ends) < 2:
        return None
    start, end = ends
    if start.start > end.end:
        message = "the band ends before it begins"
        fields.problems.error(fields.place("to"), message, "give the earlier date as 'from'")
    return TimeBand(Period(start.start, end.end), label, fields.where)


def _value_band(fields: Fields, label: str) -> ValueBand | None:
    ends: list[float] = []
    for name in ("low", "high"):
        node = fields.node(name)
        if node is None:
            fields.missing(name, "a number")
        elif (number := read_number(node, name, fields.problems)) is not None:
            ends.append(number)
    if len(ends) < 2:
        return None
    low, high = ends
    if low >= high:
        message = f"the band from {low:g} to {high:g} is empty"
        fields.problems.error(fields.place("high"), message, "give the smaller number as 'low'")
    return ValueBand(low, high, label, fields.where)


# --- remarks -----------------------------------------------------------------------------------


def read_remarks(fields: Fields, checker: Checker, data: ChartSource | None) -> tuple[Remark, ...]:
    """Read ``annotations``: words beside points that are given by series and period."""
    series = _series_of(data)
    read = [_remark(each, checker, series) for each in fields.each("annotations")]
    remarks = tuple([remark for remark in read if remark is not None])
    if isinstance(data, FromRows):
        for remark in remarks:
            _check_point(remark, data, fields)
    return remarks


def _check_point(remark: Remark, data: FromRows, fields: Fields) -> None:
    """Refuse a remark beside nothing; of readings, only a brief can tell."""
    number = data.columns.index(remark.series) if remark.series in data.columns else 0
    periods = [row.period for row in data.rows if row.period and row.amounts[number]]
    if remark.period not in periods:
        whose = f" of {remark.series!r}" if remark.series else ""
        hint = "name a period, under 'x', that has a figure"
        fields.problems.error(remark.where, f"there is no point{whose} to remark on", hint)


def _remark(fields: Fields, checker: Checker, known: tuple[str, ...]) -> Remark | None:
    text, name, node = plain_text(fields, "text"), fields.text("series", ""), fields.node("x")
    if not text:
        fields.missing("text", "the words beside the point")
    if node is None:
        fields.missing("x", "the period of the point, such as 2019")
    if name and known and name not in (*known, COUNTRY):
        fields.problems.unknown(fields.place("series"), "series", name, known)
    elif not name and len(known) > 1:
        fields.missing("series", f"one of {', '.join(known)}")
    period = read_period(node, fields.problems) if node else None
    conditions = read_conditions(fields, checker)
    sourced, place = read_optional(fields, checker), said_at(fields, "text")
    fields.done()
    if period is None:
        return None
    return Remark(name, period, text, fields.where, conditions, sourced, place)


def _series_of(data: ChartSource | None) -> tuple[str, ...]:
    match data:
        case FromReadings(across="indicators", indicators=indicators):
            return indicators
        case FromReadings(places=places):
            return places
        case FromRows(columns=columns):
            return tuple(filter(None, columns))
        case None:
            return ()


# --- classes, sums -----------------------------------------------------------------------------


def read_breaks(reader: Reader) -> tuple[float, ...]:
    """Read ``classes``: where one ends and the next begins."""
    fields = reader.fields
    node = fields.node("classes")
    if node is None:
        return ()
    if type(node) is not YamlList:
        fields.problems.error(node.where, "'classes' is not a list", f"wanted: {_NUMBERS}")
        return ()
    items: list[YamlNode] = node.items
    if not items:
        fields.problems.error(node.where, "'classes' is empty", f"wanted: {_NUMBERS}")
    found = [
        (number, item)
        for item in items
        if (number := read_number(item, "classes", fields.problems, _NUMBERS)) is not None
    ]
    for (one, _), (two, item) in pairwise(found):
        if two <= one:
            message = f"the classes are out of order: {two:g} stands behind {one:g}"
            fields.problems.error(item.where, message, "give the smallest number first")
    if len(items) > MOST_BREAKS:
        message = f"{len(items)} numbers make {len(items) + 1} classes"
        hint = f"give at most {MOST_BREAKS} numbers: more than five shades look alike"
        fields.problems.error(items[MOST_BREAKS].where, message, hint)
    return tuple([number for number, _ in found])


def read_total(fields: Fields) -> float | None:
    """Read ``total``: what parts must sum to."""
    node = fields.node("total")
    if node is None:
        return None
    total = read_number(node, "total", fields.problems)
    if total is not None and total <= 0:
        message = f"'total' is {total:g}"
        fields.problems.error(node.where, message, "wanted: a number above 0")
        return None
    return total
