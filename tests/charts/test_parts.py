from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.charts.amounts import Reach, reach_of
from briefing.charts.axes.dates import date_ticks, year_of
from briefing.charts.axes.intervals import cut_dashes, inside, outside
from briefing.charts.axes.scale import Linear, Need, scale_around_zero, value_ticks
from briefing.charts.colours import contrast, mix, readable
from briefing.charts.lettering.labels import halve, spread, wrap
from briefing.charts.look import inks, look_of
from briefing.charts.marks.tracks import find_gaps
from briefing.charts.plot import exact_texts, plain
from briefing.charts.shapes.paths import hatching
from briefing.charts.shapes.room import Box, is_crossed
from briefing.model.country import Amount, Date
from tests.charts.plain import PLAIN, PLAIN_FONTS
from tests.charts.samples import COUNT, DOLLARS, STYLE, exactly, scale


@pytest.mark.parametrize(
    ("amount", "reach"),
    [
        (Amount(5, 5), Reach(5, 5, 5, 0, bound=False)),
        (Amount(None, 5, "nearly"), Reach(5, 5, 5, 0, bound=False)),
        (Amount(5, 5, "over"), Reach(5, 5, 5, 1, bound=False)),
        (Amount(16, 18), Reach(16, 16, 18, 0, bound=False)),
        (Amount(-18, -16), Reach(-16, -18, -16, 0, bound=False)),
        (Amount(-2, 3), Reach(0, -2, 3, 0, bound=False)),
        (Amount(None, 2, "up to"), Reach(0, 0, 2, 0, bound=True)),
        (Amount(None, -2, "up to"), Reach(-2, -2, -2, -1, bound=False)),
        (Amount(6, None, "at least"), Reach(6, 6, 6, 1, bound=False)),
        (Amount(-6, None, "at least"), Reach(0, -6, 0, 0, bound=True)),
    ],
)
def test_how_far_an_amount_reaches(amount, reach):
    assert reach_of(amount) == reach


def test_labels_that_are_apart_stay_where_they_are():
    assert spread([10, 30, 50], [10, 10, 10], 0, 60) == [10, 30, 50]


def test_labels_that_meet_are_moved_apart_evenly():
    assert spread([10, 10, 50], [10, 10, 10], 0, 60) == [5, 15, 50]


def test_labels_are_kept_within_bounds():
    assert spread([0, 60], [10, 10], 0, 60) == [5, 55]
    assert spread([59, 60], [10, 10], 0, 60) == [45, 55]


SIZES = st.integers(1, 30).map(float)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.floats(-50, 250), SIZES), min_size=1, max_size=20))
def test_spread_labels_never_meet_and_stay_in_order(labels):
    wanted, sizes = zip(*sorted(labels), strict=True)
    middles = spread(wanted, sizes, 0, max(200, sum(sizes)))
    ends = [
        (middle - size / 2, middle + size / 2) for middle, size in zip(middles, sizes, strict=True)
    ]

    assert all(before[1] <= after[0] + 1e-9 for before, after in pairwise(ends))
    assert ends[0][0] >= -1e-9
    assert ends[-1][1] <= max(200, sum(sizes)) + 1e-9


def test_a_scale_around_zero_uses_all_the_room_there_is():
    found = scale_around_zero([Need(5, 10)], [Need(10, 20), Need(1, 0)], 0, 180)

    assert (found.at(0), found.at(10), found.at(-5)) == (60, 160, 10)


def test_a_short_bar_with_a_long_text_may_be_what_limits_the_scale():
    found = scale_around_zero([], [Need(10, 5), Need(9, 40)], 0, 130)

    assert found.at(9) == 90


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.floats(0, 1e15), st.floats(0, 40)), max_size=12),
    st.lists(st.tuples(st.floats(0, 1e15), st.floats(0, 40)), max_size=12),
)
def test_no_mark_leaves_a_scale_around_zero(left, right):
    found = scale_around_zero([Need(*n) for n in left], [Need(*n) for n in right], 10, 200)

    assert all(found.at(value) + pad <= 200 + 1e-6 for value, pad in right)
    assert all(found.at(-value) - pad >= 10 - 1e-6 for value, pad in left)


@pytest.mark.parametrize(
    ("ends", "on", "texts"),
    [
        ((0, 17.5), scale(decimals=0), ["0", "5", "10", "15", "20%"]),
        ((1, 7), scale(COUNT, 0), ["0", "2", "4", "6", "8"]),
        ((0, 1.4), scale(COUNT, 0), ["0", "1", "2"]),
        ((0, 0.2), scale(COUNT, 0), ["0", "1"]),
        ((-0.2, 0.2), scale(COUNT, 0), ["−1", "0", "1"]),
        ((0, 1.4), scale(decimals=1), ["0", "0.5", "1.0", "1.5%"]),
        ((66, 71.5), scale(decimals=0), ["66", "68", "70", "72%"]),
        ((-71.5, -66), scale(decimals=0), ["−72", "−70", "−68", "−66%"]),
        ((5, 5), scale(decimals=0), ["0", "2", "4", "6%"]),
        ((0, 0), scale(decimals=0), ["0", "1%"]),
        ((0, 6e6), scale(DOLLARS, 1), ["0", "2", "4", "US$6\u00a0million"]),
        ((0, 1.6e6), scale(DOLLARS, 1), ["0", "500,000", "1.0\u00a0million", "1.5\u00a0million",
                                        "US$2.0\u00a0million"]),
    ],
)  # fmt: skip
def test_ticks_enclose_the_values_and_are_printed_no_finer_than_they(ends, on, texts):
    assert [tick.text for tick in value_ticks(*ends, 5, on)] == texts


@pytest.mark.parametrize(
    ("high", "most", "tight", "texts"),
    [
        (7, 4, 5, ["0", "2", "4", "6", "8"]),
        (7, 4, 4, ["0", "5", "10"]),
        (9, 4, 6, ["0", "5", "10"]),
        (2.1, 3, 5, ["0", "1", "2", "3"]),
        (1.2, 3, 5, ["0", "1", "2"]),
    ],
)
def test_ticks_are_finer_where_much_of_the_axis_would_stay_empty(high, most, tight, texts):
    assert [tick.text for tick in value_ticks(0, high, most, scale(COUNT, 0), tight)] == texts


def test_where_dates_stand_in_a_year():
    assert year_of(Date(2020)) == 2020.5
    assert year_of(Date(2021, 1, 1)) == pytest.approx(2021 + 0.5 / 365)
    assert year_of(Date(2020, 12, 31)) == pytest.approx(2020 + 365.5 / 366)
    assert year_of(Date(2021, 7)) == pytest.approx(2021.5, abs=0.05)


@pytest.mark.parametrize(
    ("first", "last", "per_year", "named"),
    [
        (2017, 2020, 60, "2017 2018 2019 2020"),
        (2001, 2009, 20, "2001 2003 2005 2007 2009"),
        (2001, 2010, 20, "2001 2004 2007 2010"),
        (2012, 2024, 10, "2012 2016 2020 2024"),
        (2000, 2020, 8, "2000 2005 2010 2015 2020"),
        (1997, 2022, 8, "2000 2005 2010 2015 2020"),
        (1990, 2023, 4, "1990 2000 2010 2020"),
        (1801, 1999, 1, "1850 1900 1950"),
        (2017, 2018, 5, "2017"),
    ],
)
def test_which_years_are_named(first, last, per_year, named):
    labels = {Date(year): str(year) for year in range(first, last + 1)}
    ticks = date_ticks(labels, lambda text: len(text) * 8.0, per_year)

    assert " ".join(tick.text for tick in ticks) == named
    assert all(tick.at == int(tick.text) + 0.5 for tick in ticks)


def test_years_of_monthly_figures_are_named_where_they_begin():
    labels = {Date(year, month): "" for year in range(2018, 2022) for month in range(1, 13)}
    ticks = date_ticks(labels, lambda text: len(text) * 8.0, 60)

    assert [(tick.at, tick.text) for tick in ticks] == [
        (2019, "2019"), (2020, "2020"), (2021, "2021"),
    ]  # fmt: skip


def test_gaps_are_measured_by_the_usual_distance():
    assert find_gaps([2001, 2002, 2004, 2005, 2006]) == [False, True, False, False]
    assert find_gaps([2000, 2004, 2008]) == [False, False]
    assert find_gaps([2000, 2000]) == [False]
    assert find_gaps([2000]) == []


def test_names_are_broken_into_halves_of_about_equal_length():
    assert halve("one two three four", PLAIN, PLAIN_FONTS).lines == ("one two", "three four")
    assert halve("Sub-Saharan", PLAIN, PLAIN_FONTS).lines == ("Sub-", "Saharan")
    assert halve("indivisible", PLAIN, PLAIN_FONTS).lines == ("indivisible",)
    assert halve("10\u00a0million", PLAIN, PLAIN_FONTS).lines == ("10\u00a0million",)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("short", 100, ("short",)),
        (" spaced\n out ", 100, ("spaced out",)),
        ("one two three four", 50, ("one two", "three four")),
        ("one two three four five", 50, ("one two", "three", "four five")),
        ("Donaudampfschifffahrt", 50, ("Donau-", "dampf-", "schiff-", "fahrt")),
        ("in Donaudampfschifffahrt", 50, ("in Donau-", "dampf-", "schiff-", "fahrt")),
        ("xe\u0301e\u0301e\u0301e\u0301", 30, ("xe\u0301e\u0301-", "e\u0301e\u0301")),
    ],
)
def test_what_does_not_fit_is_set_in_as_many_lines_as_it_needs(text, room, lines):
    block = wrap(text, PLAIN, room, PLAIN_FONTS, "de")

    assert block.lines == lines
    assert block.is_broken == any(line.endswith("-") for line in lines)
    assert block.is_cramped == (block.is_broken or len(lines) > 2)


def test_where_there_is_hardly_any_room_a_text_takes_some():
    assert wrap("no data", PLAIN, 1.0, PLAIN_FONTS, "en").lines == ("no", "data")


def test_dashes_keep_their_rhythm_across_what_they_cross():
    on, beside = cut_dashes((0, 14), [(4, 6)], [(9, 20)])

    assert beside == [(0, 2.6), (6, pytest.approx(7.2))]
    assert on == [(4.6, 6)]


def test_intervals():
    assert inside((0, 10), [(-1, 2), (5, 6), (9, 12)]) == [(0, 2), (5, 6), (9, 10)]
    assert outside((0, 10), [(5, 6), (-1, 2), (9, 12)]) == [(2, 5), (6, 9)]


@pytest.mark.parametrize(
    ("line", "crosses"),
    [
        ([(-5, 5), (15, 5)], True),
        ([(-5, 5), (4, 15)], False),
        ([(2, 2), (3, 3)], True),
        ([(5, 5)], True),
        ([(-1, -1), (-1, 20), (20, 20)], False),
    ],
)
def test_whether_a_line_crosses_a_box(line, crosses):
    assert is_crossed(Box(0, 0, 10, 10), [line]) is crosses


def test_hatching_stays_inside():
    path = hatching(10, 20, 40, 30, 4)

    assert all(10 <= part[1] <= 40 and 20 <= part[2] <= 30 for part in path)
    assert len(path) == 2 * 9


def test_amounts_that_differ_are_not_told_alike():
    shown = [(exactly(26.4), "26%"), (exactly(25.6), "26%"), (exactly(30), "30%")]

    assert exact_texts(shown, scale(decimals=0)) == ["26.4%", "25.6%", "30%"]


def test_amounts_that_hardly_differ_keep_their_texts():
    shown = [(exactly(1 / 3), "0%"), (exactly(1 / 3 + 1e-9), "0%")]

    assert exact_texts(shown, scale(decimals=0)) == ["0%", "0%"]


def test_numbers_for_machines():
    assert list(map(plain, [None, 4.0, 0.1, -2.5, 1e15, 1e-12])) == [
        "", "4", "0.1", "-2.5", "1000000000000000.0", "1e-12",
    ]  # fmt: skip


def test_text_in_a_pale_colour_is_darkened_until_it_can_be_read():
    assert contrast(readable("#3d9bad"), "#ffffff") >= 4.5
    assert readable("#12436d") == "#12436d"


def test_colours_are_mixed():
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_thirty_lines_differ_in_at_least_two_of_colour_dashes_and_marker():
    looks = [(ink.colour, ink.dash, ink.marker) for ink in inks(look_of(STYLE), (False,) * 30)]

    for number, one in enumerate(looks):
        for other in looks[:number]:
            assert sum(a != b for a, b in zip(one, other, strict=True)) >= 2


def test_a_linear_scale():
    assert Linear(0, 10, 100, 0).at(2.5) == 75
