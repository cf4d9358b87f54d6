"""Series that carry conditions: what is drawn without them is what would be, were they none."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import chart as d
from briefing.model import chart_spec as s
from tests.tailor.build import at, conditions, data_row, own, reading
from tests.tailor.charted import data_of, figure_of, made_of, of_readings, told, year

FUELS = ("Hydro", "Coal", "Gas")
ROWS = [data_row("A", 40, 35, 25), data_row("B", 20, 30, 50), data_row("C", None, None, 7)]
HERE = at(9, file="content/charts/x.yaml")


def held(key: str, **given) -> tuple[s.Series, ...]:
    return (s.Series(key, conditions(**given), HERE),)


SECRET = {"marking": "GREEN"}


def fuels(unit: str = "deaths", **given) -> s.FromRows:
    return replace(own(*ROWS, columns=FUELS, unit=unit), series=held("Gas", **given))


def without_gas(unit: str = "deaths") -> s.FromRows:
    rows = [data_row("A", 40, 35), data_row("B", 20, 30)]
    return own(*rows, columns=FUELS[:2], unit=unit)


@pytest.mark.parametrize(
    "options",
    [
        s.GroupedOptions("descending"),
        s.StackedOptions("descending"),
        s.HeatMapOptions("none", (30.0, 45.0)),
    ],
)
@pytest.mark.parametrize("given", [SECRET, {"audiences": ["staff"]}, {"when": "false"}])
def test_a_chart_without_a_series_is_as_if_it_had_never_been(options, given):
    made = made_of((options, fuels(**given)), tabled=True)
    never = made_of((options, without_gas()), tabled=True)

    assert made.manuscript == never.manuscript
    assert [one.what for one in made.omitted if one.where == HERE] == ["series 'Gas' of chart 'x'"]


def test_the_first_series_may_go_and_the_next_decides_the_order():
    rows = [data_row("A", 9, 1), data_row("B", 5, 3)]
    hidden = replace(own(*rows, columns=FUELS[:2], unit="deaths"), series=held("Hydro", **SECRET))

    drawn = data_of((s.GroupedOptions("descending"), hidden))

    assert isinstance(drawn, d.GroupedChart)
    assert told(drawn.grid) == {"B": ["3"], "A": ["1"]}


def test_readers_of_a_series_raise_the_marking_of_what_is_shown():
    drawn = (s.GroupedOptions("none"), fuels(**SECRET))

    assert made_of(drawn).manuscript.marking == "CLEAR"
    assert made_of(drawn, audience="parliament").manuscript.marking == "GREEN"


@pytest.mark.parametrize("unit", ["gdp", "deaths"])
@pytest.mark.parametrize("total", [100, None])
def test_a_stack_is_not_drawn_from_what_is_left_where_that_would_tell(unit, total):
    made = made_of((s.StackedOptions("none", total), fuels(unit, **SECRET)))

    drawn = made.manuscript.charts
    assert bool(drawn) == (total is None and unit == "deaths")


def test_a_bar_without_a_part_in_the_withheld_series_stays():
    rows = [data_row("A", 40, 60, None), data_row("B", 20, 30, 50)]
    data = replace(own(*rows, columns=FUELS), series=held("Gas", **SECRET))

    drawn = data_of((s.StackedOptions("none", 100), data))

    assert isinstance(drawn, d.StackedChart)
    assert told(drawn.grid) == {"A": ["40%", "60%"]}


@pytest.mark.parametrize("given", [{"countries": ["UZB"]}, {"until": "2022-10-02"}])
def test_a_stack_without_a_series_that_is_of_no_concern_is_drawn_without_a_total(given):
    drawn = data_of((s.StackedOptions("none", 100), fuels("gdp", **given)))

    assert isinstance(drawn, d.StackedChart)
    assert drawn.total is None
    assert told(drawn.grid) == {"A": ["40%", "35%"], "B": ["20%", "30%"]}


def test_all_series_may_go():
    data = replace(own(data_row("A", 1), columns=("Gas",)), series=held("Gas", **SECRET))
    made = made_of((s.GroupedOptions("none"), data))

    assert (made.manuscript.charts, made.manuscript.sources) == ({}, {})


OF_YEARS = [
    reading("mil-exp", "KAZ", 1, 2018), reading("mil-exp", "KAZ", 2, 2019),
    reading("mil-exp", "KGZ", 3, 2019), reading("mil-exp", "KGZ", 4, 2020, "b-2020"),
    reading("rank", "KAZ", 60, 2017), reading("rank", "KAZ", 40, 2018),
]  # fmt: skip


@pytest.mark.parametrize("options", [s.LineOptions(), s.MultiplesOptions()])
def test_a_line_of_readings_goes_with_its_periods_its_sources_and_its_remarks(options):
    places = of_readings("mil-exp", places=("KAZ", "KGZ"), down="periods", across="places")
    hidden = replace(places, series=held("KGZ", **SECRET))
    if isinstance(options, s.LineOptions):
        options = replace(options, remarks=(s.Remark("KGZ", year(2020), "Told", HERE),))
    made = made_of((options, hidden), OF_YEARS, tabled=True)
    alone = made_of((options, replace(places, places=("KAZ",))), OF_YEARS, tabled=True)

    assert made.manuscript == alone.manuscript
    assert set(made.manuscript.sources) == {"a-2019"}


def test_a_line_for_the_own_country_may_go():
    places = of_readings("mil-exp", places=("KAZ", "country"), down="periods", across="places")
    hidden = replace(places, series=held("country", **SECRET))
    drawn = data_of((s.LineOptions(), hidden), OF_YEARS, place="KGZ")

    assert isinstance(drawn, d.LineChart)
    assert [line.label for line in drawn.lines] == ["Kazakhstan"]


def test_an_indicator_may_be_a_series_that_goes():
    crossed = of_readings("rank", "mil-exp", places=("KAZ",), down="periods", across="indicators")
    made = made_of((s.LineOptions(), replace(crossed, series=held("rank", **SECRET))), OF_YEARS)
    alone = made_of((s.LineOptions(), replace(crossed, indicators=("mil-exp",))), OF_YEARS)

    assert made.manuscript == alone.manuscript
    assert "rank" not in repr(figure_of(made))


def test_shares_among_indicators_are_not_drawn_from_what_is_left():
    crossed = of_readings("mil-exp", "rank", places=("KAZ",), across="indicators")
    drawn = (s.StackedOptions("none"), replace(crossed, series=held("rank", **SECRET)))
    made = made_of(drawn, [reading("mil-exp", "KAZ", 40), reading("rank", "KAZ", 60)])

    assert made.manuscript.charts == {}


def test_without_any_indicator_nothing_is_drawn():
    crossed = of_readings("mil-exp", "rank", places=("KAZ",), across="indicators")
    gone = (*held("rank", **SECRET), *held("mil-exp", **SECRET))

    assert (
        made_of((s.GroupedOptions("none"), replace(crossed, series=gone))).manuscript.charts == {}
    )
