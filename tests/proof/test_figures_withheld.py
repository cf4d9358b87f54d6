"""A withheld figure that can be proved to be absent is found wherever and however it is printed."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import pipeline
from briefing.model import chart_spec as s
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.country import Amount, Indicator, Reading
from briefing.model.request import Request
from briefing.proof import find_unprovable, forbidden
from tests.proof.everywhere import findings, opened
from tests.proof.test_finished import whole
from tests.tailor.build import (
    PLACES,
    UNITS,
    at,
    attributes,
    bars,
    chart,
    data_row,
    lines,
    own,
    paragraph,
    placed,
    reading,
    table,
    words,
)

LINE = 77
LANGUAGES = ("en", "de", "fr", "ru")


def _of_readings(*blocks: p.Block, **parts: list[object]) -> Callable[..., c.Content]:
    def make(amount: Amount, unit: str, decimals: int) -> c.Content:
        closed = reading("kept", "KAZ", amount, line=LINE, marking="AMBER")
        others = [reading("kept", "KGZ", 3.0), reading("kept", "UZB", 5.0)]
        return _made(list(blocks), [closed, *others], unit, decimals, **parts)

    return make


def _made(
    blocks: list[p.Block], readings: list[Reading], unit: str, decimals: int, **parts: object
) -> c.Content:
    indicator = Indicator("kept", "What is kept", "", unit, decimals, at())
    project = {"languages": LANGUAGES}
    made = whole(*blocks, readings=readings, languages=LANGUAGES, of_project=project, **parts)
    return replace(made, indicators={**made.indicators, "kept": indicator}, places=NAMED)


NAMED = {
    key: replace(place, names=dict.fromkeys(LANGUAGES, place.names["en"]))
    for key, place in PLACES.items()
}


def _own_rows(options: s.ChartOptions) -> Callable[..., c.Content]:
    def make(amount: Amount, unit: str, decimals: int) -> c.Content:
        shut = data_row("Two", amount, line=LINE, marking="AMBER")
        data = own(data_row("One", 3), shut, unit=unit, decimals=decimals)
        spec = chart("x", (options, data), title="Chart", tabled=True)
        return _made([placed("chart", "x")], [], unit, decimals, charts=[spec])

    return make


def _cells() -> p.TableBlock:
    rows = [
        p.Row((p.Cell(words(text), at()),), attributes(when=when), at())
        for text, when in (("x", None), ("{{ figure('kept') }}", "has('kept')"), ("y", None))
    ]
    return p.TableBlock(("left",), (rows[0],), tuple(rows[1:]), p.PLAIN, at())


def _drawn(drawn: tuple[s.ChartOptions, s.ChartSource | None]) -> dict[str, list[object]]:
    return {"charts": [chart("x", drawn, title="Chart", tabled=True)]}


PRINTED = paragraph("Of {{ figure('kept') }}.", when="has('kept')")
WAYS: dict[str, Callable[[Amount, str, int], c.Content]] = {
    "text": _of_readings(PRINTED),
    "cell": _of_readings(_cells()),
    "bar": _of_readings(placed("chart", "x"), **_drawn(bars("KAZ", "KGZ", indicators=("kept",)))),
    "line": _of_readings(
        placed("chart", "x"), **_drawn(lines("KAZ", "KGZ", indicators=("kept",)))
    ),
    "table": _of_readings(
        placed("table", "x"), tables=[table("x", ("Kept", "kept", "value unit"), title="Table")]
    ),
    "own bar": _own_rows(s.BarOptions("none")),
    "own cell of a heat map": _own_rows(s.HeatMapOptions("none")),
}  # fmt: skip


DRAWN = ("bar", "line", "table")
"""Where it stands without its unit."""


def not_alone(amount: Amount, decimals: int) -> bool:
    """Whether it could be the number of a page, or a year, and is found with its unit alone."""
    ends = [end for end in (amount.low, amount.high) if end is not None]
    return any(end < 10_000 for end in ends) and (decimals == 0 or max(ends) >= 1_000)


def is_rounded_away(amount: Amount, unit: str, decimals: int) -> bool:
    """Whether it is printed with fewer digits than are searched for."""
    ends = [end for end in (amount.low, amount.high) if end is not None]
    return any(len(_printed(end, unit, decimals)) < 3 for end in ends)


def _printed(end: float, unit: str, decimals: int) -> str:
    power = int(math.log10(end)) // 3 * 3 if UNITS[unit].compact and end >= 999_000 else 0
    if UNITS[unit].compact and end >= 1_000 and not power:
        decimals = 0
    return f"{end / 10**power:.{decimals}f}".replace(".", "").strip("0")


def check(way: str, amount: Amount, unit: str, decimals: int, language: str) -> bool:
    """Whether it can be proved to be absent; where it can, it is found."""
    made = WAYS[way](amount, unit, decimals)
    asked = forbidden(made, "brief", place="KAZ", audience="public", language=language)
    where = {str(text.where) for text in asked.texts if text.where.line == LINE}
    told = {str(one.where) for one in find_unprovable(asked)}
    request = Request("brief", "KAZ", "staff", language, "brief")
    pipeline.make(made, replace(request, audience="public"))
    if way.startswith("own"):
        return True  # its label is searched for
    if where & told:
        return False
    found = "\n".join(findings({"brief": pipeline.make(opened(made), request).pdf}, asked))
    assert [place for place in where if f"shows what {place} withholds" not in found] == []
    return True


def _amount(number: float, other: float | None) -> Amount:
    low = float(f"{number:.7g}")
    return Amount(low, low if other is None else max(low, float(f"{low + other:.7g}")))


numbers = st.builds(
    lambda digits, power: float(f"{digits}e{power}"),
    st.integers(10, 9_999_999),
    st.integers(-2, 8),
)
amounts = st.builds(_amount, numbers, st.none() | numbers)
asks = st.tuples(
    st.sampled_from(sorted(WAYS)),
    amounts,
    st.sampled_from(("usd", "deaths", "gdp")),
    st.integers(0, 2),
    st.sampled_from(LANGUAGES),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_a_figure_is_found_in_full_and_in_short_form(way, language):
    assert check(way, Amount(183_217, 183_217), "deaths", 0, language)
    assert check(way, Amount(18_300_000, 18_300_000), "usd", 1, language)


@pytest.mark.parametrize("way", ["text", "cell", "table"])
def test_a_figure_of_two_digits_is_found_in_short_form_where_no_axis_has_it(way):
    assert check(way, Amount(1_200_000, 1_200_000), "usd", 1, "en")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(asks)
def test_any_figure_is_found_or_is_told_to_be_too_short(ask):
    check_any(ask)


def check_any(ask: tuple[str, Amount, str, int, str]) -> None:
    way, amount, unit, decimals, _ = ask
    assume(not is_rounded_away(amount, unit, decimals))
    assume(not (way in DRAWN and not_alone(amount, decimals)))
    check(*ask)


@pytest.mark.slow
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(asks)
def test_any_figure_is_found_or_is_told_to_be_too_short_often(ask):
    check_any(ask)
