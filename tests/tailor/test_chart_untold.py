"""Figures that are withheld: their categories go, and of what stays nothing untrue is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from briefing.model import chart as d
from briefing.model import chart_spec as s
from briefing.model.country import Date, Reading
from briefing.model.manuscript import TableBlock, Tailored
from tests.tailor.build import chart as chart_of
from tests.tailor.build import (
    content,
    data_row,
    manuscript,
    own,
    paragraph,
    placed,
    reading,
    tailored,
)
from tests.tailor.build import table as table_of
from tests.tailor.charted import GREEN, data_of, made_of, of_readings, told, year
from tests.tailor.test_maps import STATED

GOAL = s.Comparison(2.0, "Goal")
OF_PLACES: list[s.ChartOptions] = [
    s.BarOptions("descending", GOAL),
    s.GroupedOptions("none", GOAL),
    s.StackedOptions("none"),
    s.SlopeOptions(),
    s.RangeOptions("none", GOAL),
    s.HeatMapOptions("none", (2.0, 3.5, 6.0)),
    s.MapOptions((2.0, 3.5, 6.0)),
    s.FigureOptions(None),
]
YEARS = (year(2018), year(2019))


def of_both_years(*places: str, **given: Any) -> list[Reading]:
    values = {"KAZ": 1.0, "KGZ": 7.0, "UZB": 3.0}
    return [
        reading("mil-exp", place, values[place] + number, period, "b-2020" if given else "a-2019",
                line=10 * number + len(place), **given)
        for place in places
        for number, period in enumerate((2018, 2019))
    ]  # fmt: skip


def source_of(options: s.ChartOptions, *places: str) -> s.FromReadings:
    """Readings of places, of both years where a kind shows several series."""
    if isinstance(options, s.BarOptions | s.MapOptions):
        return of_readings("mil-exp", places=places)
    return of_readings("mil-exp", places=places, periods=YEARS, across="periods")


def drawn_of(options: s.ChartOptions, source: s.ChartSource, readings: list[Reading]) -> Tailored:
    if isinstance(options, s.FigureOptions):
        options = s.FigureOptions(s.GivenFigure(None))
    spec = chart_of("x", (options, source), alt="What it shows.", tabled=True)
    held = content(
        paragraph("y"), placed("chart", "x"), charts=[spec], readings=readings, of_project=STATED
    )
    return tailored(held)


@pytest.mark.parametrize("options", OF_PLACES, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("given", [GREEN, {"audiences": ["staff"]}])
def test_a_place_of_which_all_is_withheld_is_as_if_nobody_had_named_it(options, given):
    shown, hidden = of_both_years("KAZ", "UZB"), of_both_years("KGZ", **given)
    made = drawn_of(options, source_of(options, "KAZ", "KGZ", "UZB"), shown + hidden)
    never = drawn_of(options, source_of(options, "KAZ", "UZB"), shown)

    assert made.manuscript == replace(never.manuscript, charts=_alike(made, never))
    assert "Kyrgyzstan" not in repr(made.manuscript.charts)


def _alike(made: Tailored, never: Tailored) -> Mapping[str, d.Chart]:
    """The charts without a figure of matplotlib's: each is another, however alike."""
    charts = never.manuscript.charts
    if not isinstance(charts["x"].data, d.FigureChart):
        return charts
    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.FigureChart)
    return {"x": replace(charts["x"], data=replace(charts["x"].data, options=drawn.options))}


@pytest.mark.parametrize("options", OF_PLACES, ids=lambda each: type(each).__name__)
def test_a_place_without_a_figure_for_anybody_says_so(options):
    source = source_of(options, "KAZ", "KGZ", "UZB")
    made = drawn_of(options, source, of_both_years("KAZ", "UZB"))

    assert "Kyrgyzstan" in repr(made.manuscript.charts)
    assert "untold=True" not in repr(made.manuscript.charts)


@pytest.mark.parametrize(
    "options",
    [s.GroupedOptions("none"), s.HeatMapOptions("none"), s.FigureOptions(None)],
    ids=lambda each: type(each).__name__,
)
def test_of_one_of_several_series_nothing_is_said(options):
    readings = [
        *of_both_years("KAZ"),
        reading("mil-exp", "KGZ", 4, 2018),
        reading("mil-exp", "KGZ", 5, 2019, **GREEN),
        reading("mil-exp", "UZB", 6, 2019),
    ]
    made = drawn_of(options, source_of(options, "KAZ", "KGZ", "UZB"), readings)

    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.GroupedChart | d.HeatMap | d.FigureChart)
    assert [[cell.untold for cell in row] for row in drawn.grid.cells] == [
        [False, False], [False, True], [False, False],
    ]  # fmt: skip
    table = made.manuscript.blocks[2]
    assert isinstance(table, TableBlock)
    assert _texts(table) == [
        ["Kazakhstan", "1.0%", "2.0%"],
        ["Kyrgyzstan", "4.0%", ""],
        ["Uzbekistan", "–", "6.0%"],
    ]


def _texts(table: TableBlock) -> list[list[str]]:
    return [
        ["".join(getattr(one, "text", "") for one in cell.children) for cell in row.cells if cell]
        for row in table.rows
    ]


@pytest.mark.parametrize("given", [GREEN, {"countries": ["UZB"]}, {"languages": ["de"]}])
def test_of_a_row_that_others_have_nothing_is_said_either(given):
    rows = own(
        data_row("A", 1, 2), data_row("B", 3, None), data_row("B", None, 9, **given),
        data_row("C", None, 4), columns=("Then", "Now"),
    )  # fmt: skip

    drawn = data_of((s.GroupedOptions("none"), rows))

    assert isinstance(drawn, d.GroupedChart)
    assert [[cell.untold for cell in row] for row in drawn.grid.cells] == [
        [False, False], [False, True], [False, False],
    ]  # fmt: skip


@pytest.mark.parametrize("options", [s.SlopeOptions(), s.RangeOptions("none")])
def test_what_has_one_of_two_ends_withheld_leads_nowhere(options):
    rows = own(
        data_row("A", 1, 2), data_row("B", 3, None), data_row("B", None, 9, **GREEN),
        data_row("C", 4, None), columns=("Then", "Now"),
    )  # fmt: skip

    made = made_of((options, rows))

    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.SlopeChart | d.RangeChart)
    assert told(drawn.grid) == {"A": ["1%", "2%"], "C": ["4%", ""]}
    assert made.omitted[-1].what == "row 'B' of chart 'x'"


def test_a_bar_that_would_be_too_short_goes():
    rows = own(
        data_row("A", 1, 2, None), data_row("B", 3, None, None),
        data_row("B", None, 9, None, **GREEN), data_row("C", 4, 5, None),
        data_row("C", None, None, 6, **GREEN), columns=("One", "Two", "Three"), unit="deaths",
    )  # fmt: skip

    drawn = data_of((s.StackedOptions("none"), rows))

    assert isinstance(drawn, d.StackedChart)
    assert told(drawn.grid) == {"A": ["1", "2"], "C": ["4", "5"]}
    assert [head.label for head in drawn.grid.columns] == ["One", "Two"]


OF_YEARS = [
    reading("mil-exp", "KAZ", 1, 2016), reading("mil-exp", "KAZ", 2, 2017),
    reading("mil-exp", "KAZ", 7, 2018, **GREEN), reading("mil-exp", "KAZ", 3, 2019),
    reading("mil-exp", "KGZ", 5, 2016), reading("mil-exp", "KGZ", 6, 2017),
    reading("mil-exp", "KGZ", 8, 2019), reading("mil-exp", "UZB", 9, 2018, **GREEN),
]  # fmt: skip


@pytest.mark.parametrize("options", [s.LineOptions(), s.MultiplesOptions()])
def test_a_point_of_a_line_leaves_a_gap_of_which_nothing_is_said(options):
    source = of_readings("mil-exp", places=("KAZ", "KGZ"), down="periods", across="places")
    drawn = data_of((options, source), OF_YEARS)

    assert isinstance(drawn, d.LineChart | d.MultiplesChart)
    untold = [[point.after_untold for point in line.points] for line in drawn.lines]
    assert untold == [[False, False, True], [False, False, False]]


@pytest.mark.parametrize("options", [s.LineOptions(), s.MultiplesOptions()])
def test_a_line_of_which_all_is_withheld_is_as_if_nobody_had_named_it(options):
    every = of_readings("mil-exp", down="periods", across="places")
    source = replace(every, places=("KAZ", "KGZ"))
    made = made_of((options, every), OF_YEARS, tabled=True)
    never = made_of((options, source), OF_YEARS, tabled=True)

    assert made.manuscript == never.manuscript


def test_a_small_chart_of_what_has_no_figure_for_anybody_stays():
    source = of_readings("mil-exp", down="periods", across="places")
    drawn = data_of((s.MultiplesOptions(), source), OF_YEARS[:-1])

    assert isinstance(drawn, d.MultiplesChart)
    assert drawn.lines[2] == d.Line("Uzbekistan", (), highlighted=False)


def test_rows_over_time_leave_gaps_likewise():
    rows = own(
        data_row(year(2016), 1), data_row(year(2017), 2), data_row(year(2018), 9, **GREEN),
        data_row(year(2019), 3),
    )  # fmt: skip
    drawn = data_of((s.LineOptions(), rows))

    assert isinstance(drawn, d.LineChart)
    assert [point.after_untold for point in drawn.lines[0].points] == [False, False, True]


def test_the_latest_is_the_latest_that_is_drawn():
    source = of_readings("mil-exp", places=("KAZ",), periods=(*YEARS, year(2020)), down="periods")
    readings = [*of_both_years("KAZ"), reading("mil-exp", "KAZ", 9, 2020, **GREEN)]
    drawn = data_of((s.BarOptions("none"), source), readings, highlight="latest")

    assert isinstance(drawn, d.BarChart)
    assert [(bar.label, bar.highlighted) for bar in drawn.bars] == [("2018", False), ("2019", True)]


@pytest.mark.parametrize("way", ["mean", "median"])
@pytest.mark.parametrize("given", [GREEN, {}])
def test_a_line_that_rests_on_what_is_withheld_goes(way, given):
    line = s.Comparison(way, "Mean of the three")
    readings = [*of_both_years("KAZ", "UZB"), *of_both_years("KGZ", **given)]
    made = made_of((s.BarOptions("none", line), of_readings("mil-exp")), readings)
    over_time = of_readings("mil-exp", down="periods", across="places")
    lines = data_of((s.LineOptions(line), over_time), readings)

    bars = made.manuscript.charts["x"].data
    assert isinstance(bars, d.BarChart)
    assert isinstance(lines, d.LineChart)
    assert [drawn.reference is None for drawn in (bars, lines)] == [bool(given)] * 2
    told = [one.what for one in made.omitted if one.reason == "no data"]
    assert told == ([f"{way} of chart 'x'"] if given else [])


# --- tables of readings ---------------------------------------------------------------------------

SHOWN = [reading("mil-exp", "KAZ", 1), reading("rank", "KAZ", 2), reading("rank", "KGZ", 3)]
TWO = (("Spending", "mil-exp", "value"), ("Place", "rank", "value"))


def printed(*readings: Reading, columns: Any = TWO) -> TableBlock:
    spec = replace(table_of("t", *columns, rows=("KAZ", "KGZ", "UZB")), missing="no data")
    table = manuscript(placed("table", "t"), tables=[spec], readings=readings).blocks[0]
    assert isinstance(table, TableBlock)
    return table


def test_a_row_of_a_table_goes_where_no_figure_is_left_and_a_cell_stays_empty():
    hidden = reading("mil-exp", "KGZ", 8, **GREEN), reading("rank", "UZB", 9, **GREEN)

    assert _texts(printed(*SHOWN, *hidden)) == [["Kazakhstan", "1.0", "2"], ["Kyrgyzstan", "", "3"]]
    assert _texts(printed(*SHOWN)) == [
        ["Kazakhstan", "1.0", "2"],
        ["Kyrgyzstan", "no data", "3"],
        ["Uzbekistan", "no data", "no data"],
    ]


def test_a_column_of_a_table_goes_where_no_figure_is_left():
    hidden = reading("aid", "KAZ", 8, **GREEN)
    columns = (*TWO, ("Aid", "aid", "value"))

    assert printed(*SHOWN, hidden, columns=columns) == printed(*SHOWN)


def test_a_small_line_leaves_a_gap_of_which_nothing_is_said():
    spec = table_of("t", ("Spending", "mil-exp", "value"), rows=("KAZ",))
    spec = replace(spec, columns=tuple([replace(one, draw="spark") for one in spec.columns]))
    made = manuscript(placed("table", "t"), tables=[spec], readings=OF_YEARS)

    (sketch,) = made.sketches.values()
    assert isinstance(sketch.data, d.Spark)
    assert sketch.data.end == Date(2019)
    assert [point.after_untold for point in sketch.data.line.points] == [False, False, True]
