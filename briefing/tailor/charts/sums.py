"""Parts of wholes: what must sum, and what tells by subtraction what may not be shown."""

from collections.abc import Iterable, Sequence

from briefing.model.chart_spec import MOST_PARTS, ChartSpec
from briefing.model.country import Amount, Unit
from briefing.numbers import format_amount
from briefing.tailor.charts.found import Datum, Found, Row
from briefing.tailor.work import Work


def whole_bars(spec: ChartSpec, found: Found, total: float | None, at: Work) -> Found:
    """Keep the bars that may be drawn.

    A bar goes with a part of a series that others have: it would be too short. Where all sum to
    `total`, or to a whole of 100 per cent, it goes with a part of any series, which the others
    would tell by what is missing.
    """
    check_parts(found.rows, at)
    tells = total is not None or _are_shares(found.scale.unit)
    drawn = [number for number, each in enumerate(found.has_figures) if each]
    rows = []
    for row in found.rows:
        if row.withheld if tells else any(row.data[number].withheld for number in drawn):
            what = f"bar {row.label!r} of chart {spec.id!r}"
            at.omit(spec.where, what, "no data", "a part of it may not be shown")
        else:
            rows.append(row)
            if total is not None and not row.missing:
                _check_sum(f"the parts of {row.label!r}", row.data, total, spec, at)
    return found._replace(rows=tuple(rows))


def _are_shares(unit: Unit) -> bool:
    """Tell whether figures are shares of something, whose parts a reader takes to be all of it."""
    return any("%" in text or "percent" in text for text in (unit.key, unit.short, unit.label))


def is_whole(spec: ChartSpec, found: Found, total: float | None, at: Work) -> bool:
    """Tell whether all parts of a donut can be drawn; without one of them it shows no whole."""
    check_parts(found.rows, at)
    if found.gone or any(row.withheld for row in found.rows):
        detail = "a part of it may not be shown"
    elif any(row.missing for row in found.rows):
        missing = ", ".join(row.label for row in found.rows if row.missing)
        detail = f"no figure for {missing}"
    else:
        parts = [row.data[0] for row in found.rows]
        if total is not None:
            _check_sum("the parts", parts, total, spec, at)
        if len(parts) > MOST_PARTS:
            hint = f"at most {MOST_PARTS} can be compared; join the smallest, or draw bars"
            at.report(spec.where, f"a donut of {len(parts)} parts", hint)
        return True
    at.omit(spec.where, f"chart {spec.id!r}", "no data", detail)
    return False


def check_parts(rows: Iterable[Row], at: Work) -> None:
    """Report readings below zero; a chart's own figures are checked when they are read."""
    for reading in [datum.reading for row in rows for datum in row.data if datum.reading]:
        low = reading.amount.low if reading.amount.low is not None else reading.amount.high
        if low is not None and low < 0:
            hint = "a part of a whole is 0 or more; draw what falls as bars, or grouped"
            at.report(reading.where, f"the reading is {low:g}, and a part of a whole", hint)


def print_sum(found: Found, total: float | None) -> str:
    """Word the sum of all parts; empty where it is 100, or not known exactly."""
    if total is None:
        amounts = [row.data[0].amount for row in found.rows]
        if any(a is None or a.low != a.high or a.qualifier for a in amounts):
            return ""
        total = sum(amount.best for amount in amounts if amount)
    if total == 100:
        return ""
    scale = found.scale
    return format_amount(
        Amount(total, total),
        scale.unit,
        decimals=scale.decimals,
        language=scale.language,
        form="short",
    )


def _check_sum(whose: str, data: Sequence[Datum], total: float, spec: ChartSpec, at: Work) -> None:
    """Report parts that do not sum to what they should, as far as rounding explains."""
    readings = [datum.reading for datum in data if datum.reading]
    if not readings:
        return  # a chart's own figures are checked when they are read
    amounts = [datum.amount for datum in data if datum.amount]
    indicators = at.content.indicators
    slack = sum(0.5 * 10 ** -indicators[one.indicator].decimals for one in readings)
    slack += 1e-9 * abs(total)
    low = sum(amount.low if amount.low is not None else 0.0 for amount in amounts)
    high = sum(amount.high if amount.high is not None else float("inf") for amount in amounts)
    if low > total + slack or high < total - slack:
        told = f"{low:g}" if low == high else f"{low:g} to {high:g}"
        places = ", ".join(f"{reading.where}" for reading in readings)
        hint = f"rounding explains {slack:g} at most; the readings are at {places}"
        at.report(spec.where, f"{whose} sum to {told}, not to {total:g}", hint)
