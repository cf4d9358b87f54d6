"""Parts of wholes, what leads from here to there, and classes: what may be drawn of them."""

from __future__ import annotations

import pytest
from msgspec import structs

from briefing.errors import ContentError
from briefing.model import chart as d
from briefing.model import chart_spec as s
from briefing.model.country import Amount
from tests.tailor.build import (
    data_row,
    own,
    reading,
)
from tests.tailor.charted import (
    CROSSED,
    GREEN,
    PLACES,
    data_of,
    labels,
    made_of,
    of_readings,
    told,
    year,
)

# --- wholes ---------------------------------------------------------------------------------------

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
    amounts = structs.replace(rows, unit="deaths")
    without_total = data_of((s.StackedOptions("none"), amounts))
    shares = data_of((s.StackedOptions("none"), rows))

    drawn = made.manuscript.charts["x"].data
    assert isinstance(drawn, d.StackedChart)
    assert isinstance(open_to_all, d.StackedChart)
    assert isinstance(without_total, d.StackedChart)
    assert isinstance(shares, d.StackedChart)
    assert (drawn.total, told(drawn.grid)) == (100, {"A": ["40%", "60%"]})
    assert made.omitted[-1].what == "bar 'B' of chart 'x'"
    assert told(open_to_all.grid) == {"A": ["40%", "60%"], "B": ["70%", "30%"]}
    assert told(without_total.grid) == {"A": ["40", "60"]}
    assert told(shares.grid) == {"A": ["40%", "60%"]}


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


@pytest.mark.parametrize("total", [None, 100.0])
def test_a_donut_of_periods_of_which_one_is_withheld_is_left_out(total):
    readings = [
        reading("mil-exp", "KAZ", 60, 2018), reading("mil-exp", "KAZ", 30, 2019),
        reading("mil-exp", "KAZ", 10, 2020, **GREEN),
    ]  # fmt: skip
    donut = s.DonutOptions("none", total), of_readings("mil-exp", places=("KAZ",), down="periods")

    made = made_of(donut, readings)

    assert not made.manuscript.charts
    assert made.omitted[-1].detail == "a part of it may not be shown"
    assert made_of(donut, readings, audience="parliament").manuscript.charts


def test_a_donut_of_seven_parts_is_an_error():
    rows = own(*[data_row(f"P{number}", 1, when="true") for number in range(7)])

    with pytest.raises(ContentError) as caught:
        made_of((s.DonutOptions("none"), rows))

    assert str(caught.value) == (
        "content/charts/x.yaml:1:1: error: a donut of 7 parts\n"
        "  hint: at most 6 can be compared; join the smallest, or draw bars"
    )


# --- from here to there ---------------------------------------------------------------------------


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


# --- heat maps ------------------------------------------------------------------------------------


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
