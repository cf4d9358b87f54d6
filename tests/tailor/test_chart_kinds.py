"""Charts of categories and series: what is drawn of readings and of rows."""

from __future__ import annotations

import pytest

from briefing.errors import ContentError
from briefing.model import chart as d
from briefing.model import chart_spec as s
from briefing.model import prose as p
from briefing.model.country import Amount, Date, Period
from briefing.model.manuscript import Omission
from tests.tailor.build import (
    at,
    content,
    data_row,
    own,
    reading,
)
from tests.tailor.charted import (
    CROSSED,
    GREEN,
    PLACES,
    data_of,
    figure_of,
    labels,
    made_of,
    of_readings,
    told,
    year,
)


# --- figures in two dimensions --------------------------------------------------------------------
@pytest.mark.parametrize(
    ("data", "columns", "rows"),
    [
        (
            of_readings("mil-exp", "rank", across="indicators"),
            ["Military expenditure", "Rank"],
            {"Kazakhstan": ["2.0%", "5.0%"], "Kyrgyzstan": ["3.0%", "6.0%"],
             "Uzbekistan": ["4.0%", ""]},
        ),
        (
            of_readings("mil-exp", periods=(year(2018), year(2019)), across="periods"),
            ["2018", "2019"],
            {"Kazakhstan": ["1.0%", "2.0%"], "Kyrgyzstan": ["", "3.0%"],
             "Uzbekistan": ["4.0%", ""]},
        ),
        (
            of_readings("mil-exp", "rank", places=("KAZ",), down="periods", across="indicators"),
            ["Military expenditure", "Rank"],
            {"2018": ["1.0%", ""], "2019": ["2.0%", "5.0%"]},
        ),
        (
            of_readings("mil-exp", "rank", periods=(year(2018),), across="indicators"),
            ["Military expenditure"],
            {"Kazakhstan": ["1.0%"], "Kyrgyzstan": [""], "Uzbekistan": ["4.0%"]},
        ),
    ],
)  # fmt: skip
def test_readings_stand_by_category_and_series(data, columns, rows):
    drawn = data_of((s.GroupedOptions("none"), data), CROSSED)

    assert isinstance(drawn, d.GroupedChart)
    assert labels(drawn.grid.columns) == columns
    assert told(drawn.grid) == rows


@pytest.mark.parametrize(
    ("highlight", "rows", "columns"),
    [
        ("country", ["Kazakhstan*", "Kyrgyzstan"], ["2018", "2019"]),
        ("latest", ["Kazakhstan", "Kyrgyzstan"], ["2018", "2019*"]),
        ("KGZ latest", ["Kazakhstan", "Kyrgyzstan*"], ["2018", "2019*"]),
    ],
)
def test_categories_and_series_can_be_picked_out(highlight, rows, columns):
    periods = (year(2018), year(2019))
    data = of_readings("mil-exp", places=PLACES[:2], periods=periods, across="periods")

    drawn = data_of((s.GroupedOptions("none"), data), CROSSED, highlight=highlight)

    assert isinstance(drawn, d.GroupedChart)
    assert labels(drawn.grid.rows) == rows
    assert labels(drawn.grid.columns) == columns


def test_groups_are_sorted_by_their_first_series_and_compared_with_all_that_is_shown():
    data = of_readings("mil-exp", "rank", across="indicators")
    options = s.GroupedOptions("ascending", s.Comparison("mean", "Mean"))

    drawn = data_of((options, data), CROSSED)

    assert isinstance(drawn, d.GroupedChart)
    assert [head.label for head in drawn.grid.rows] == ["Kazakhstan", "Kyrgyzstan", "Uzbekistan"]
    assert drawn.reference == d.ReferenceLine(4.0, "Mean")


def test_a_series_without_a_figure_is_left_out_and_noted():
    data = of_readings("mil-exp", "rank", places=("UZB",), across="indicators")

    made = made_of((s.GroupedOptions("none"), data), CROSSED)

    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.GroupedChart)
    assert labels(drawn.grid.columns) == ["Military expenditure"]
    what, detail = "series 'Rank' of chart 'x'", "no reading of mil-exp, rank"
    where = at(file="content/charts/x.yaml")
    assert made.omitted == (Omission(where, what, "no data", detail),)


# --- rows -----------------------------------------------------------------------------------------


def test_rows_of_its_own_are_drawn_with_their_source():
    rows = own(
        data_row("Coal", 68), data_row("Hydro", Amount(9, None, "over")), data_row("Sun", None)
    )

    made = made_of((s.BarOptions("ascending"), rows), highlight="Coal")

    drawn = made.manuscript.charts["x"]
    assert drawn.data == d.BarChart(
        (
            d.Bar("Hydro", Amount(9, None, "over"), "over 9%", False),
            d.Bar("Coal", Amount(68, 68), "68%", True),
            d.Bar("Sun", None, "", False),
        ),
        d.Scale(content().units["gdp"], 0, "en"),
        None,
    )
    assert (drawn.measure, drawn.source) == ("% of GDP", "Abe 2019; 2nd 2020")
    where = at(file="content/charts/x.yaml")
    assert figure_of(made).readings == ()
    assert figure_of(made).works == (
        p.CitedWork("a-2019", "p. 3", "", where),
        p.CitedWork("b-2020", "", "", where),
    )
    assert list(made.manuscript.sources) == ["a-2019", "b-2020"]


def test_rows_of_one_category_are_brought_together_and_periods_stand_in_order():
    rows = own(
        data_row(year(2020), 1, None),
        data_row(Period(Date(2015), Date(2018)), 2, 3),
        data_row(year(2020), None, 4),
        columns=("Hydro", "Coal"),
    )

    drawn = data_of((s.GroupedOptions("none"), rows), highlight="latest")

    assert isinstance(drawn, d.GroupedChart)
    assert told(drawn.grid) == {"2015–2018": ["2%", "3%"], "2020": ["1%", "4%"]}
    assert labels(drawn.grid.rows) == ["2015–2018", "2020*"]


def test_a_withheld_row_is_neither_drawn_nor_picked_out():
    rows = own(data_row("Coal", 68), data_row("Secret", 99, line=7, **GREEN))
    options = s.BarOptions("none", s.Comparison(68.0, "Goal"))

    made = made_of((options, rows), highlight="Secret Coal")

    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.BarChart)
    assert [(bar.label, bar.highlighted) for bar in drawn.bars] == [("Coal", True)]
    assert drawn.reference == d.ReferenceLine(68, "Goal")
    where = at(7, file="content/charts/x.yaml")
    what, detail = "row 'Secret' of chart 'x'", "marked GREEN, above CLEAR"
    assert made.omitted == (Omission(where, what, "marking", detail),)
    assert made.manuscript.marking == "CLEAR"


def test_a_row_that_is_shown_counts_with_its_marking():
    rows = own(data_row("Coal", 68), data_row("Secret", 99, **GREEN))

    made = made_of((s.BarOptions("none"), rows), audience="parliament")

    assert made.manuscript.marking == "GREEN"


def test_a_chart_whose_rows_are_all_withheld_is_left_out_with_its_sources():
    made = made_of((s.BarOptions("none"), own(data_row("Secret", 99, line=7, **GREEN))))

    assert (made.manuscript.charts, made.manuscript.sources) == ({}, {})
    where, detail = at(file="content/charts/x.yaml"), "none of its rows has a figure to show"
    assert made.omitted[-1] == Omission(where, "chart 'x'", "no data", detail)


def test_the_brief_s_own_country_is_picked_out_by_its_name_in_any_language():
    rows = own(data_row("Kasachstan", 1), data_row("Kirgisistan", 2))

    drawn = data_of((s.BarOptions("none"), rows), highlight="country", language="de")

    assert isinstance(drawn, d.BarChart)
    assert [bar.highlighted for bar in drawn.bars] == [True, False]


def test_a_series_of_which_all_is_withheld_is_left_out_with_its_name():
    rows = own(data_row("A", 1, None), data_row("A", None, 2, **GREEN), columns=("Open", "Secret"))

    drawn = data_of((s.GroupedOptions("none"), rows))

    assert isinstance(drawn, d.GroupedChart)
    assert labels(drawn.grid.columns) == ["Open"]


def test_two_rows_of_one_category_that_are_shown_at_once_are_an_error():
    rows = own(data_row("A", 1, line=3, when="true"), data_row("A", 2, line=4, when="true"))

    with pytest.raises(ContentError) as caught:
        made_of((s.BarOptions("none"), rows))

    assert str(caught.value) == (
        "content/charts/x.yaml:4:1: error: two rows of 'A' are shown at once\n"
        "  hint: the first is at content/charts/x.yaml:3:1"
    )


def test_more_categories_than_can_be_read_are_an_error():
    readings = [reading("mil-exp", "KAZ", 1, 1900 + number) for number in range(70)]
    data = of_readings("mil-exp", places=("KAZ",), down="periods")

    with pytest.raises(ContentError) as caught:
        made_of((s.BarOptions("none"), data), readings)

    assert str(caught.value) == (
        "content/charts/x.yaml:1:1: error: there are 70 categories\n"
        "  hint: at most 60 can be read in one chart; list some under 'periods'"
    )
