"""Every kind of chart: what is drawn of readings, of rows and of events."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.errors import ContentError
from briefing.model import chart as d
from briefing.model import chart_spec as s
from briefing.model import manuscript as m
from briefing.model import prose as p
from briefing.model.country import Amount, Date, Period, Reading
from briefing.model.manuscript import Omission, Tailored
from tests.tailor.build import (
    Drawn,
    at,
    chart,
    content,
    data_row,
    own,
    paragraph,
    placed,
    reading,
    tailored,
)

GREEN: dict[str, Any] = {"marking": "GREEN"}


def year(number: int) -> Period:
    return Period(Date(number), Date(number))


def made_of(drawn: Drawn, readings: list[Reading] | None = None, **given: Any) -> Tailored:
    """Tailor a document with a paragraph and a chart ``x``."""
    of_brief = {key: given.pop(key) for key in ("place", "audience", "language") if key in given}
    spec = chart("x", drawn, **given)
    held: dict[str, Any] = {} if readings is None else {"readings": readings}
    return tailored(
        content(paragraph("y"), placed("chart", "x"), charts=[spec], **held), **of_brief
    )


def data_of(drawn: Drawn, readings: list[Reading] | None = None, **given: Any) -> d.ChartData:
    return made_of(drawn, readings, **given).manuscript.charts["x"].data


def figure_of(made: Tailored) -> m.Figure:
    block = made.manuscript.blocks[1]
    assert isinstance(block, m.Figure)
    return block


def told(grid: d.Grid) -> dict[str, list[str]]:
    """What a grid says, by row."""
    return {
        head.label: [datum.text for datum in cells]
        for head, cells in zip(grid.rows, grid.cells, strict=True)
    }


def labels(heads: tuple[d.Head, ...]) -> list[str]:
    return [f"{head.label}*" if head.highlighted else head.label for head in heads]


# --- figures in two dimensions -------------------------------------------------------------------

CROSSED = [
    reading("mil-exp", "KAZ", 1, 2018),
    reading("mil-exp", "KAZ", 2, 2019),
    reading("mil-exp", "KGZ", 3, 2019),
    reading("mil-exp", "UZB", 4, 2018),
    reading("rank", "KAZ", 5, 2019),
    reading("rank", "KGZ", 6, 2019),
]
PLACES = ("KAZ", "KGZ", "UZB")


def of_readings(
    *indicators: str,
    places: tuple[str, ...] = PLACES,
    periods: tuple[Period, ...] = (),
    down: s.Dimension = "places",
    across: s.Dimension | None = None,
) -> s.FromReadings:
    return s.FromReadings(indicators, places, periods, down, across)


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


# --- rows ----------------------------------------------------------------------------------------


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


def test_a_withheld_row_is_neither_drawn_nor_picked_out_nor_compared():
    rows = own(data_row("Coal", 68), data_row("Secret", 99, line=7, **GREEN))
    options = s.BarOptions("none", s.Comparison("mean", "Mean"))

    made = made_of((options, rows), highlight="Secret Coal")

    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.BarChart)
    assert [(bar.label, bar.highlighted) for bar in drawn.bars] == [("Coal", True)]
    assert drawn.reference == d.ReferenceLine(68, "Mean")
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


# --- wholes --------------------------------------------------------------------------------------

POWER = ("Hydro", "Coal")


def test_bars_of_a_total_are_drawn_as_such():
    rows = own(data_row("A", 40, 60), data_row("B", 70, 30), columns=POWER)

    drawn = data_of((s.StackedOptions("descending", 100), rows))

    assert isinstance(drawn, d.StackedChart)
    assert drawn.total == 100
    assert told(drawn.grid) == {"B": ["70%", "30%"], "A": ["40%", "60%"]}


def test_where_a_part_is_missing_nothing_is_said_of_the_total():
    rows = own(data_row("A", 40, 60), data_row("B", 70, None), columns=POWER)

    drawn = data_of((s.StackedOptions("none", 100), rows))

    assert isinstance(drawn, d.StackedChart)
    assert drawn.total is None
    assert told(drawn.grid) == {"A": ["40%", "60%"], "B": ["70%", ""]}


def test_a_bar_of_which_a_part_is_withheld_is_left_out_where_the_others_would_tell_it():
    rows = own(
        data_row("A", 40, 60),
        data_row("B", 70, None),
        data_row("B", None, 30, **GREEN),
        columns=POWER,
    )

    made = made_of((s.StackedOptions("none", 100), rows))
    open_to_all = data_of((s.StackedOptions("none", 100), rows), audience="parliament")
    without_total = data_of((s.StackedOptions("none"), rows))

    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.StackedChart)
    assert isinstance(open_to_all, d.StackedChart)
    assert isinstance(without_total, d.StackedChart)
    assert (drawn.total, told(drawn.grid)) == (100, {"A": ["40%", "60%"]})
    assert made.omitted[-1].what == "bar 'B' of chart 'x'"
    assert told(open_to_all.grid) == {"A": ["40%", "60%"], "B": ["70%", "30%"]}
    assert told(without_total.grid) == {"A": ["40%", "60%"], "B": ["70%", ""]}


def test_parts_of_readings_are_left_out_likewise():
    readings = [
        reading("mil-exp", "KAZ", 40), reading("rank", "KAZ", 60),
        reading("mil-exp", "KGZ", 70), reading("rank", "KGZ", 30, **GREEN),
    ]  # fmt: skip
    data = of_readings("mil-exp", "rank", places=PLACES[:2], across="indicators")

    drawn = data_of((s.StackedOptions("none", 100), data), readings)

    assert isinstance(drawn, d.StackedChart)
    assert told(drawn.grid) == {"Kazakhstan": ["40.0%", "60.0%"]}


def test_a_stack_of_which_every_bar_tells_something_withheld_is_left_out():
    rows = own(data_row("B", 70, None), data_row("B", None, 30, **GREEN), columns=POWER)

    made = made_of((s.StackedOptions("none", 100), rows))

    assert (made.manuscript.charts, made.manuscript.sources) == ({}, {})
    assert made.omitted[-1].detail == "a part of every bar may not be shown"


def test_readings_that_do_not_sum_are_an_error():
    readings = [
        reading("mil-exp", "KAZ", 40, line=2), reading("rank", "KAZ", 61.6, line=3),
        reading("mil-exp", "KGZ", 40, line=4), reading("rank", "KGZ", 60.5, line=5),
    ]  # fmt: skip
    data = of_readings("mil-exp", "rank", places=PLACES[:2], across="indicators")

    with pytest.raises(ContentError) as caught:
        made_of((s.StackedOptions("none", 100), data), readings)

    assert str(caught.value) == (
        "content/charts/x.yaml:1:1: error: the parts of 'Kazakhstan' sum to 101.6, not to 100\n"
        "  hint: rounding explains 0.55 at most; the readings are at "
        "content/readings/all.yaml:2:1, content/readings/all.yaml:3:1"
    )


def test_readings_below_zero_are_no_parts():
    readings = [reading("mil-exp", "KAZ", -3, line=2), reading("rank", "KAZ", 6)]
    data = of_readings("mil-exp", "rank", places=("KAZ",), across="indicators")

    with pytest.raises(ContentError) as caught:
        made_of((s.StackedOptions("none"), data), readings)

    assert str(caught.value) == (
        "content/readings/all.yaml:2:1: error: the reading is -3, and a part of a whole\n"
        "  hint: a part of a whole is 0 or more; draw what falls as bars, or grouped"
    )


@pytest.mark.parametrize(
    ("total", "parts", "printed"),
    [
        (None, (5, 5, 3), "13%"),
        (13, (5, 5, 3), "13%"),
        (100, (50, 47, 3), ""),
        (None, (5, Amount(1, 2), 3), ""),
    ],
)
def test_a_donut_says_what_its_parts_are_parts_of(total, parts, printed):
    rows = own(*[data_row(f"P{number}", part) for number, part in enumerate(parts)])

    drawn = data_of((s.DonutOptions("ascending", total, "all sites"), rows))

    assert isinstance(drawn, d.DonutChart)
    assert (drawn.whole, drawn.sum) == ("all sites", printed)
    assert [part.amount.best for part in drawn.parts if part.amount] == sorted(
        part.best if isinstance(part, Amount) else part for part in parts
    )


@pytest.mark.parametrize("total", [None, 100])
def test_a_donut_without_one_of_its_parts_is_left_out(total):
    rows = own(data_row("A", 60), data_row("B", 40, **GREEN))

    made = made_of((s.DonutOptions("none", total), rows))
    everything = made_of((s.DonutOptions("none", total), rows), audience="parliament")

    assert made.manuscript.charts == {}
    assert made.omitted[-1].detail == "a part of it may not be shown"
    assert "x" in everything.manuscript.charts


def test_a_donut_of_readings_of_which_one_is_missing_is_left_out():
    data = of_readings("mil-exp", "rank", places=("UZB",), down="indicators")

    made = made_of((s.DonutOptions("none"), data), CROSSED)

    assert made.manuscript.charts == {}
    assert made.omitted[-1].detail == "no figure for Rank"


def test_a_donut_of_seven_parts_is_an_error():
    rows = own(*[data_row(f"P{number}", 1, when="true") for number in range(7)])

    with pytest.raises(ContentError) as caught:
        made_of((s.DonutOptions("none"), rows))

    assert str(caught.value) == (
        "content/charts/x.yaml:1:1: error: a donut of 7 parts\n"
        "  hint: at most 6 can be compared; join the smallest, or draw bars"
    )


# --- from here to there --------------------------------------------------------------------------


def test_a_slope_leads_from_the_start_to_the_end():
    periods = (year(2018), year(2019))
    data = of_readings("mil-exp", periods=periods, across="periods")

    drawn = data_of((s.SlopeOptions(), data), CROSSED)

    assert isinstance(drawn, d.SlopeChart)
    assert labels(drawn.grid.columns) == ["2018", "2019"]
    assert told(drawn.grid)["Kazakhstan"] == ["1.0%", "2.0%"]


@pytest.mark.parametrize("options", [s.SlopeOptions(), s.RangeOptions("none")])
def test_with_one_side_withheld_nothing_leads_anywhere(options):
    rows = own(data_row("A", 1, None), data_row("A", None, 2, **GREEN), columns=("Then", "Now"))

    made = made_of((options, rows))

    assert made.manuscript.charts == {}
    assert made.omitted[-1].detail == "one of its two sides has no figure"


def test_ranges_are_sorted_by_their_higher_end():
    rows = own(data_row("A", 1, 5), data_row("B", 2, 9), columns=("Low", "High"))

    drawn = data_of((s.RangeOptions("descending", s.Comparison(3.0, "Goal")), rows))

    assert isinstance(drawn, d.RangeChart)
    assert told(drawn.grid) == {"B": ["2%", "9%"], "A": ["1%", "5%"]}
    assert drawn.reference == d.ReferenceLine(3.0, "Goal")


def test_the_ranges_of_readings_are_a_single_series():
    readings = [reading("mil-exp", "KAZ", Amount(1, 3)), reading("mil-exp", "KGZ", 2)]

    drawn = data_of((s.RangeOptions("none"), of_readings("mil-exp", places=PLACES[:2])), readings)

    assert isinstance(drawn, d.RangeChart)
    assert drawn.grid.cells[0][0].amount == Amount(1, 3)


# --- heat maps -----------------------------------------------------------------------------------


def test_classes_that_hold_nothing_shown_are_left_out():
    rows = own(
        data_row("A", 1, 5), data_row("B", 2, 9), data_row("C", 50, 60, **GREEN),
        columns=("One", "Two"),
    )  # fmt: skip

    made = made_of((s.HeatMapOptions("none", (2, 5, 40)), rows))
    all_of_it = data_of((s.HeatMapOptions("none", (2, 5, 40)), rows), audience="parliament")

    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.HeatMap)
    assert isinstance(all_of_it, d.HeatMap)
    assert drawn.breaks == (2, 5)
    assert made.omitted[-1].what == "class of chart 'x'"
    assert all_of_it.breaks == (2, 5, 40)


# --- over time -----------------------------------------------------------------------------------

YEARS = own(
    data_row(year(2019), 3, 30),
    data_row(year(2017), 1, 10),
    data_row(year(2018), 2, 20, line=5, **GREEN),
    columns=("Hydro", "Coal"),
)


def remark(series: str, when: int, text: str, line: int) -> s.Remark:
    return s.Remark(series, year(when), text, at(line, file="content/charts/x.yaml"))


def test_remarks_stand_beside_points_and_go_with_them():
    remarks = (
        remark("Coal", 2019, "Peak", 11),
        remark("Hydro", 2018, "Secret", 12),
        remark("Hydro", 2017, "Start", 13),
    )

    made = made_of((s.LineOptions(remarks=remarks), YEARS))
    staff = data_of((s.LineOptions(remarks=remarks), YEARS), audience="parliament")

    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.LineChart)
    assert isinstance(staff, d.LineChart)
    assert [[point.label for point in line.points] for line in drawn.lines] == [
        ["2017", "2019"], ["2017", "2019"],
    ]  # fmt: skip
    assert drawn.remarks == (d.Remark(1, 1, "Peak"), d.Remark(0, 0, "Start"))
    where, what = at(12, file="content/charts/x.yaml"), "annotation of chart 'x'"
    assert made.omitted[-1] == Omission(where, what, "no data", "its point is not drawn")
    assert staff.remarks == (
        d.Remark(1, 2, "Peak"), d.Remark(0, 1, "Secret"), d.Remark(0, 0, "Start"),
    )  # fmt: skip


def test_remarks_on_readings_find_their_line_by_place_or_indicator():
    data = of_readings("mil-exp", places=("country", "UZB"), down="periods", across="places")
    remarks = (remark("UZB", 2018, "High", 11), remark("country", 2019, "Low", 12))

    drawn = data_of((s.LineOptions(remarks=remarks), data), CROSSED, place="KGZ")

    assert isinstance(drawn, d.LineChart)
    assert drawn.remarks == (d.Remark(1, 0, "High"), d.Remark(0, 0, "Low"))


def test_bands_and_scales_are_those_of_the_author():
    where = at()
    bands = (
        s.TimeBand(Period(Date(2017), Date(2018, 6)), "Drought", where),
        s.ValueBand(1, 2, "Goal", where),
    )

    drawn = data_of((s.LineOptions(bands=bands, logarithmic=True), YEARS))

    assert isinstance(drawn, d.LineChart)
    assert drawn.bands == (
        d.TimeBand(Date(2017), Date(2018, 6), "Drought"), d.ValueBand(1, 2, "Goal"),
    )  # fmt: skip
    assert drawn.logarithmic


def test_readings_that_have_no_logarithm_are_an_error():
    readings = [reading("mil-exp", "KAZ", 0, line=2), reading("mil-exp", "KAZ", 5, 2020)]
    data = of_readings("mil-exp", places=("KAZ",), down="periods", across="places")

    with pytest.raises(ContentError) as caught:
        made_of((s.LineOptions(logarithmic=True), data), readings)

    assert str(caught.value) == (
        "content/readings/all.yaml:2:1: error: the reading is 0\n"
        "  hint: a logarithmic scale has numbers above 0 alone; take 'log' out of 'x'"
    )


def test_small_charts_of_readings_show_what_has_no_data_and_those_of_rows_do_not():
    data = of_readings("rank", down="periods", across="places")
    rows = own(
        data_row(year(2019), 3, None), data_row(year(2019), None, 4, **GREEN),
        columns=("Hydro", "Coal"),
    )  # fmt: skip

    of_places = data_of((s.MultiplesOptions(2), data), CROSSED)
    of_rows = data_of((s.MultiplesOptions(), rows))

    assert isinstance(of_places, d.MultiplesChart)
    assert isinstance(of_rows, d.MultiplesChart)
    assert of_places.across == 2
    assert [(line.label, len(line.points)) for line in of_places.lines] == [
        ("Kazakhstan", 1), ("Kyrgyzstan", 1), ("Uzbekistan", 0),
    ]  # fmt: skip
    assert [line.label for line in of_rows.lines] == ["Hydro"]


# --- timelines -----------------------------------------------------------------------------------


def event(
    when: int, text: str, lane: str = "", source: str = "a-2019", line: int = 1, **given: Any
) -> s.EventSpec:
    where = at(line, file="content/charts/x.yaml")
    held = paragraph("", **given).attributes.conditions
    return s.EventSpec(year(when), text, lane, False, s.Sourced(source, "p. 1"), where, held)


EVENTS = (
    event(2019, "An exercise", "Training", "b-2020", line=3),
    event(2015, "A law", "Rules", line=4),
    event(2017, "A base", "Sites", "c-2021", line=5, marking="GREEN"),
)
TIMELINE = s.TimelineOptions(EVENTS, ("Rules", "Sites", "Training"))


def test_events_stand_in_the_order_of_time_and_cite_their_works():
    made = made_of((TIMELINE, None))

    drawn = made.manuscript.charts["x"]
    assert drawn.data == d.Timeline(
        (
            d.Event(Date(2015), Date(2015), "2015", "A law", 0, False),
            d.Event(Date(2019), Date(2019), "2019", "An exercise", 1, False),
        ),
        ("Rules", "Training"),
    )
    where, other = EVENTS[1].where, EVENTS[0].where
    assert figure_of(made).works == (
        p.CitedWork("a-2019", "p. 1", "", where), p.CitedWork("b-2020", "p. 1", "", other),
    )  # fmt: skip
    assert list(made.manuscript.sources) == ["a-2019", "b-2020"]
    detail = "marked GREEN, above CLEAR"
    assert made.omitted == (Omission(EVENTS[2].where, "event of chart 'x'", "marking", detail),)


def test_a_timeline_without_lanes_has_one_without_a_name():
    drawn = data_of((s.TimelineOptions((event(2015, "A law"),)), None))

    assert isinstance(drawn, d.Timeline)
    assert (drawn.lanes, drawn.events[0].lane) == (("",), 0)


def test_a_timeline_of_which_all_is_withheld_is_left_out():
    made = made_of((s.TimelineOptions(EVENTS[2:], ("Sites",)), None))

    assert (made.manuscript.charts, made.manuscript.sources) == ({}, {})
    assert made.omitted[-1].detail == "none of its events may be shown"


# --- tables behind charts ------------------------------------------------------------------------


def table_of(made: Tailored) -> m.TableBlock:
    block = made.manuscript.blocks[2]
    assert isinstance(block, m.TableBlock)
    return block


def text(words: str) -> tuple[m.Inline, ...]:
    return (p.Text(words, at(file="content/charts/x.yaml")),)


def test_the_figures_can_stand_in_a_table_behind_the_chart():
    data = of_readings("mil-exp", "rank", places=("UZB", "KAZ"), across="indicators")

    made = made_of((s.GroupedOptions("none"), data), CROSSED, tabled=True, highlight="KAZ")

    where = at(file="content/charts/x.yaml")

    def cell(words: str, of: int) -> m.Cell:
        return m.Cell((m.Quantity(words, CROSSED[of], where),))

    assert table_of(made) == m.TableBlock(
        id="",
        title=(),
        align=("left", "decimal", "decimal"),
        head=(m.Row((m.Cell(), m.Cell(text("Military expenditure")), m.Cell(text("Rank")))),),
        rows=(
            m.Row((m.Cell(text("Uzbekistan")), cell("4.0%", 3), m.Cell(text("–")))),
            m.Row((m.Cell(text("Kazakhstan")), cell("2.0%", 1), cell("5.0%", 4)), True),
        ),
        row_heads=True,
        note=(),
        where=where,
        repeats="x",
    )


def test_the_table_has_what_the_chart_has_and_moves_with_it():
    rows = own(data_row("Coal", 68), data_row("Secret", 99, **GREEN))
    spec = chart("x", (s.BarOptions("none"), rows), tabled=True, subtitle="Share, %")
    block = placed("chart", "x", position="top", optional=3)

    made = tailored(content(paragraph("y"), block, charts=[spec])).manuscript

    figure, table = made.blocks[1:]
    assert isinstance(figure, m.OptionalBlock)
    assert isinstance(table, m.OptionalBlock)
    assert isinstance(table.block, m.TableBlock)
    assert (figure.rank, table.rank, table.block.position) == (3, 3, "top")
    assert [row.cells for row in (*table.block.head, *table.block.rows)] == [
        (m.Cell(), m.Cell(text("Share, %"))), (m.Cell(text("Coal")), m.Cell(text("68%"))),
    ]  # fmt: skip


def test_a_table_of_lines_leaves_out_what_no_line_shows():
    rows = own(
        data_row(year(2017), 1, None), data_row(year(2018), None, None),
        data_row(year(2019), None, 4, **GREEN), columns=("Hydro", "Coal"),
    )  # fmt: skip

    table = table_of(made_of((s.LineOptions(), rows), tabled=True))

    assert [row.cells for row in (*table.head, *table.rows)] == [
        (m.Cell(), m.Cell(text("Hydro"))), (m.Cell(text("2017")), m.Cell(text("1%"))),
    ]  # fmt: skip


def test_a_table_of_events_names_the_source_of_each():
    table = table_of(made_of((TIMELINE, None), tabled=True, title="What happened"))

    law = EVENTS[1].where
    assert table.head == (m.Row((m.Cell(), m.Cell(), m.Cell(text("What happened")))),)
    assert table.rows[0].cells == (
        m.Cell(text("2015")),
        m.Cell(text("Rules")),
        m.Cell(
            (
                p.Text("A law", law),
                p.Citation((p.CitedWork("a-2019", "p. 1", "", law),), law),
            )
        ),
    )
    assert len(table.rows) == 2
