"""Figures of places side by side that are of different periods."""

from __future__ import annotations

import pytest

from briefing.errors import Diagnostic
from briefing.model import chart as d
from briefing.model import chart_spec as s
from briefing.model import manuscript as m
from briefing.model.boundaries import Boundaries
from briefing.model.content import Limits
from briefing.model.country import Date, Period, Reading
from briefing.tailor.words.inlines import plain_text
from tests.tailor.build import (
    Drawn,
    at,
    chart,
    content,
    paragraph,
    placed,
    reading,
    table,
    tailored,
)
from tests.tailor.charted import GREEN, figure_of, made_of, of_readings, year

MIXED = [
    reading("mil-exp", "KAZ", 1, 2019),
    reading("mil-exp", "KGZ", 2, 2019),
    reading("mil-exp", "UZB", 4, 2018),
    reading("rank", "KAZ", 5, 2020),
    reading("rank", "KGZ", 6, 2020),
    reading("rank", "UZB", 7, 2020),
]
OF_ONE = of_readings("mil-exp")
OF_TWO = of_readings("mil-exp", "rank", across="indicators")
ACROSS = of_readings("mil-exp", "rank", down="indicators", across="places")


def told_below(made: m.Tailored) -> str:
    return plain_text(figure_of(made).note)


def stars(data: d.ChartData) -> list[str]:
    """Name what has a star: bars, parts, areas, rows or columns."""
    grid = getattr(data, "grid", None)
    parts = (*grid.rows, *grid.columns) if grid else ()
    for name in ("bars", "parts", "areas"):
        parts = (*parts, *getattr(data, name, ()))
    return [part.label for part in parts if part.starred]


KINDS: list[Drawn] = [
    (s.BarOptions("none"), OF_ONE),
    (s.DonutOptions("none"), OF_ONE),
    (s.RangeOptions("none"), OF_ONE),
    (s.MapOptions(), OF_ONE),
]
GRIDS: list[Drawn] = [
    (options, data)
    for options in (s.GroupedOptions("none"), s.StackedOptions("none"), s.HeatMapOptions("none"))
    for data in (OF_TWO, ACROSS)
] + [(s.SlopeOptions(), OF_TWO)]


SPOKEN = ("en", "de", "fr", "ru", "pt")
PROJECT = {
    "languages": SPOKEN,
    "boundaries": Boundaries(None, "", "", at(file="content/project.yaml")),
}


def in_project(kind: Drawn, language: str = "en") -> m.Tailored:
    held = content(
        paragraph("y"),
        placed("chart", "x"),
        charts=[chart("x", kind)],
        readings=MIXED,
        of_project=PROJECT,
        languages=SPOKEN,
    )
    return tailored(held, language=language)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind[0]).__name__)
def test_what_is_of_another_year_than_most_has_a_star_and_is_told_below(kind):
    made = in_project(kind)

    [one] = made.manuscript.charts.values()
    assert stars(one.data) == ["Uzbekistan"]
    assert told_below(made).startswith("Period: 2019. * Uzbekistan: 2018.")
    assert one.times == "Period: 2019. Uzbekistan: 2018."


@pytest.mark.parametrize("kind", GRIDS, ids=lambda kind: type(kind[0]).__name__)
def test_of_several_readings_those_that_differ_are_told_by_their_names(kind):
    made = made_of(kind, MIXED)

    [one] = made.manuscript.charts.values()
    assert stars(one.data) == ["Uzbekistan"]
    assert told_below(made) == "Military expenditure: 2019. * Uzbekistan: 2018."
    assert one.times == "Military expenditure: 2019. Uzbekistan: 2018."


def test_each_figure_says_its_period_in_the_data_where_they_differ():
    made = made_of((s.BarOptions("none"), OF_ONE), MIXED)

    data = made.manuscript.charts["x"].data
    assert isinstance(data, d.BarChart)
    assert [bar.period for bar in data.bars] == ["2019", "2019", "2018"]


@pytest.mark.parametrize(
    "readings",
    [MIXED[:2], [*MIXED[:2], reading("mil-exp", "UZB", 4, 2019)]],
    ids=["a place without any", "one year"],
)
def test_figures_of_one_year_need_no_star(readings):
    made = made_of((s.BarOptions("none"), OF_ONE), readings)

    [one] = made.manuscript.charts.values()
    assert (stars(one.data), told_below(made), one.times) == ([], "", "")


def test_a_period_that_is_named_for_all_needs_no_star():
    both = [*MIXED, reading("mil-exp", "UZB", 3, 2019), reading("mil-exp", "UZB", 5, 2020)]
    data = of_readings("mil-exp", periods=(year(2019),))

    assert told_below(made_of((s.BarOptions("none"), data), both)) == ""


def test_years_of_figures_that_readers_may_not_see_are_no_matter():
    secret = reading("mil-exp", "UZB", 4, 2018, **GREEN)

    public = made_of((s.BarOptions("none"), OF_ONE), [*MIXED[:2], secret])
    staff = made_of((s.BarOptions("none"), OF_ONE), [*MIXED[:2], secret], audience="parliament")

    assert told_below(public) == ""
    assert told_below(staff) == "Period: 2019. * Uzbekistan: 2018."


def several(*years: tuple[str, Period]) -> list[Reading]:
    return [reading("mil-exp", place, 1, when) for place, when in years]


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        (
            several(("KAZ", year(2018)), ("KGZ", year(2019)), ("UZB", year(2017))),
            "Period: 2019. * Kazakhstan: 2018; Uzbekistan: 2017.",
        ),
        (
            several(("KAZ", year(2018)), ("KGZ", year(2019)), ("UZB", year(2018))),
            "Period: 2018. * Kyrgyzstan: 2019.",
        ),
        (
            several(("KAZ", year(2019)), ("KGZ", Period(Date(2019), Date(2019), reported=True))),
            "Period: 2019. * Kyrgyzstan: reported 2019.",
        ),
        (
            several(("KAZ", year(2019)), ("KGZ", Period(Date(2015), Date(2019)))),
            "Period: 2019. * Kyrgyzstan: 2015–2019.",
        ),
    ],
)
def test_the_period_of_most_is_told_first_and_of_equally_many_the_latest(readings, said):
    made = made_of((s.BarOptions("none"), OF_ONE), readings)

    assert told_below(made) == said


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("de", "Zeitraum: 2019. * "),
        ("fr", "Période\u00a0: 2019. * "),
        ("ru", "Период: 2019. * "),
        ("pt", "Period: 2019. * "),
    ],
)
def test_it_is_told_in_the_language_of_the_paper(language, lead):
    made = in_project((s.BarOptions("none"), OF_ONE), language)

    assert told_below(made).startswith(lead)


def test_it_stands_before_what_the_author_remarks():
    made = made_of((s.BarOptions("none"), OF_ONE), MIXED, note="Years differ.")

    assert told_below(made) == "Period: 2019. * Uzbekistan: 2018. Years differ."


# --- tables --------------------------------------------------------------------------------------


def block_of(spec) -> m.TableBlock:
    made = tailored(content(placed("table", "t"), tables=[spec], readings=MIXED))
    [block] = made.manuscript.blocks
    assert isinstance(block, m.TableBlock)
    return block


def test_a_table_has_its_stars_behind_the_figures():
    spec = table("t", ("Spent", "mil-exp", "value"), ("Rank", "rank", "value"), note="A remark.")

    block = block_of(spec)

    values = [plain_text(cell.children) for row in block.rows for cell in row.own[1:]]
    assert values == ["1.0", "5", "2.0", "6", "4.0*", "7"]
    assert plain_text(block.note) == "Spent: 2019. * Uzbekistan: 2018. A remark."


def test_a_table_of_one_column_needs_no_name_for_it():
    assert plain_text(block_of(table("t", ("Spent", "mil-exp", "value unit"))).note) == (
        "Period: 2019. * Uzbekistan: 2018."
    )


def test_a_column_that_prints_its_periods_needs_no_stars():
    assert block_of(table("t", ("Spent", "mil-exp", "value period"))).note == ()


# --- the limit -----------------------------------------------------------------------------------


def warned(apart: float | None) -> list[Diagnostic]:
    spec = table("t", ("Spent", "mil-exp", "value period"))
    far = [*MIXED[:2], reading("mil-exp", "UZB", 4, 2016)]
    given = content(
        paragraph("y"),
        placed("table", "t"),
        tables=[spec],
        readings=far,
        of_project={"limits": Limits(apart=apart)},
    )
    return list(tailored(given).warnings)


@pytest.mark.parametrize("apart", [None, 3.0, 5.0])
def test_without_a_limit_or_within_it_nobody_is_warned(apart):
    assert warned(apart) == []


def test_years_too_far_apart_are_warned_of():
    message = "the table's figures of 'mil-exp' are of 2016 to 2019, more than 2 years apart"
    hint = "take figures of one time, leave a place out, or raise 'apart'"
    where = at(file="content/tables/t.yaml")
    assert warned(2.0) == [Diagnostic(where, message, hint, "warning", "mixed-periods")]
