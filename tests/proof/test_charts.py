"""Charts of every kind: what they may not print is known, is found, and is never drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model import chart_spec as s
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.country import Amount, Date, Period
from briefing.model.forbidden import GAP
from briefing.proof import forbidden
from briefing.proof.search.needles import needles_for
from tests.proof.test_agreement import withholds
from tests.proof.test_finished import refused, whole
from tests.proof.test_forbid import printed
from tests.tailor.build import (
    SOURCES,
    at,
    chart,
    conditions,
    content,
    data_row,
    own,
    paragraph,
    placed,
    reading,
    tailored,
)
from tests.tailor.test_properties import BRIEFS, CONDITIONS, Brief, holds

SECRET = "quiet envoys leased the northern harbour"
RED: dict[str, Any] = {"marking": "RED"}
X = at(file="content/charts/x.yaml")


def year(number: int) -> Period:
    return Period(Date(number), Date(number))


def event(when: int, text: str, lane: str = "", source: str = "a-2019", **given: Any):
    held = conditions(**given)
    return s.EventSpec(year(when), text, lane, False, s.Sourced(source), X, held)


def timeline(*events: s.EventSpec) -> s.TimelineOptions:
    return s.TimelineOptions(events, tuple(dict.fromkeys(each.lane for each in events)))


def texts(spec: s.ChartSpec, *, placed_too: bool = True, **given: Any) -> set[str]:
    """What the public may not see of a chart, numbers apart."""
    blocks = (placed("chart", spec.id),) if placed_too else ()
    made = content(paragraph("y"), *blocks, charts=[spec], **given)
    found = forbidden(made, "brief", place="KAZ", audience="public", language="en")
    return {text.text for text in found.texts if text.text not in SOURCE_WORDS}


SOURCE_WORDS = {"b-2020", "Second", "2nd"}
ROWS = own(data_row("Open", 1), data_row(SECRET, 2, **RED))
SERIES = own(data_row("Open", 1, None), data_row("Open", None, 2, **RED), columns=("Shown", SECRET))
YEARS = own(data_row(year(2018), 1), data_row(year(2019), 2, **RED), data_row(year(2020), 3))
OVER_YEARS = own(
    data_row(year(2018), 1, None), data_row(year(2019), 3, None),
    data_row(year(2018), None, 2, **RED), columns=("Shown", SECRET),
)  # fmt: skip
HELD = replace(
    own(data_row("Open", 1, 2), columns=("Shown", SECRET)),
    series=(s.Series(SECRET, conditions(**RED), X),),
)
HELD_OVER_YEARS = replace(own(data_row(year(2018), 1, 2), columns=HELD.columns), series=HELD.series)
ONLY_IN_IT = replace(
    own(data_row("Open", 1, 2), data_row(SECRET, None, 3), columns=("Shown", "Kept")),
    series=(s.Series("Kept", conditions(**RED), X),),
)
PAIRS = own(data_row("Open", 1, 2), data_row(SECRET, 3, 4, **RED), columns=("Then", "Now"))
REMARKS = (s.Remark("", year(2019), SECRET, X),)

CHARTS: dict[str, tuple[s.ChartOptions, s.ChartSource | None]] = {
    "a bar": (s.BarOptions("none"), ROWS),
    "a group": (s.GroupedOptions("none"), PAIRS),
    "a series of groups": (s.GroupedOptions("none"), SERIES),
    "a stack": (s.StackedOptions("none"), PAIRS),
    "a part of stacks": (s.StackedOptions("none"), SERIES),
    "a part of stacks with a total": (s.StackedOptions("none", 3), SERIES),
    "a series of groups that goes": (s.GroupedOptions("none"), HELD),
    "a series of stacks that goes": (s.StackedOptions("none"), HELD),
    "a column of a heat map that goes": (s.HeatMapOptions("none"), HELD),
    "a line that goes": (s.LineOptions(), HELD_OVER_YEARS),
    "a small chart that goes": (s.MultiplesOptions(), HELD_OVER_YEARS),
    "a category of a series that goes": (s.GroupedOptions("none"), ONLY_IN_IT),
    "a line": (s.LineOptions(), OVER_YEARS),
    "a remark": (s.LineOptions(remarks=REMARKS), YEARS),
    "a slope": (s.SlopeOptions(), PAIRS),
    "a range": (s.RangeOptions("none"), PAIRS),
    "a part of a donut": (s.DonutOptions("none"), ROWS),
    "a row of a heat map": (s.HeatMapOptions("none"), PAIRS),
    "a column of a heat map": (s.HeatMapOptions("none"), SERIES),
    "a small chart": (s.MultiplesOptions(), OVER_YEARS),
    "an event": (timeline(event(2015, "Open"), event(2016, SECRET, **RED)), None),
    "a lane": (timeline(event(2015, "A", "Open"), event(2016, "Shut", SECRET, **RED)), None),
}


@pytest.mark.parametrize("drawn", CHARTS.values(), ids=CHARTS.keys())
@pytest.mark.parametrize("tabled", [False, True], ids=["drawn", "and in a table"])
def test_a_withheld_word_is_found_in_the_file_and_not_made_for_the_public(drawn, tabled):
    spec = chart("x", drawn, title="An open title", tabled=tabled)
    found = refused(whole(placed("chart", "x"), charts=[spec]))

    assert [place for place in found if place.startswith("page ")]
    if "remark" not in repr(drawn[0]):
        assert "attachment" in found


@pytest.mark.parametrize("drawn", CHARTS.values(), ids=CHARTS.keys())
def test_a_withheld_word_is_known_wherever_the_chart_is_placed(drawn):
    assert SECRET in texts(chart("x", drawn))
    assert SECRET in texts(chart("x", drawn), placed_too=False)


NAMED = own(data_row("Open", 1), data_row("Shut", 2, **RED))
BOTH = own(data_row("Open", 1, 2), data_row("Shut", 3, 4, **RED), columns=("Then", "Now"))
WORDS: dict[str, tuple[s.ChartOptions, s.ChartSource | None]] = {
    "reference": (s.BarOptions("none", s.Comparison("mean", SECRET)), NAMED),
    "reference of groups": (s.GroupedOptions("none", s.Comparison("mean", SECRET)), BOTH),
    "reference of ranges": (s.RangeOptions("none", s.Comparison("mean", SECRET)), BOTH),
    "reference of lines": (s.LineOptions(s.Comparison("mean", SECRET)), YEARS),
    "reference of small charts": (s.MultiplesOptions(0, s.Comparison(1.0, SECRET)), YEARS),
    "band": (s.LineOptions(bands=(s.TimeBand(year(2018), SECRET, X),)), YEARS),
    "band of small charts": (
        s.MultiplesOptions(bands=(s.ValueBand(1, 2, SECRET, X),)), YEARS,
    ),
    "whole": (
        s.DonutOptions("none", None, SECRET), own(data_row("Open", 1), data_row("Shut", 2)),
    ),
    "city": (s.LocatorOptions("KAZ", (SECRET,)), None),
    "mark": (s.LocatorOptions("KAZ", None, (s.MapMark(SECRET, 1, 2, None, X),)), None),
    "figure": (s.FigureOptions(s.PlotFunction("f.py", "f", f"x = '{SECRET}'", X)), NAMED),
}  # fmt: skip


@pytest.mark.parametrize("drawn", WORDS.values(), ids=WORDS.keys())
def test_what_a_chart_says_is_withheld_with_it_and_with_all_it_shows(drawn):
    options, data = drawn

    assert SECRET in texts(chart("x", drawn, **RED))
    assert SECRET not in texts(chart("x", drawn))
    if isinstance(data, s.FromRows):
        shut = [replace(row, conditions=conditions(**RED)) for row in data.rows]
        assert SECRET in texts(chart("x", (options, replace(data, rows=tuple(shut)))))


OPEN, SHUT = data_row("Open", 60), data_row("Shut", 40, **RED)
BY_PARTS = ("Shown", "Kept")


@pytest.mark.parametrize(
    ("options", "data", "is_withheld"),
    [
        (s.DonutOptions("none"), own(OPEN, SHUT), True),
        (s.DonutOptions("none"), own(OPEN, data_row("Shut", 40)), False),
        (
            s.DonutOptions("none"),
            own(OPEN, SHUT, data_row("Shut", 41, audiences=["public"])),
            False,
        ),
        (s.DonutOptions("none"), own(OPEN, data_row("Shut", 4, countries=["UZB"], **RED)), False),
        (s.BarOptions("none"), own(OPEN, SHUT), False),
        (
            s.StackedOptions("none", 100),
            own(data_row("A", 60, None), data_row("A", None, 40, **RED), columns=BY_PARTS),
            True,
        ),
        (
            s.StackedOptions("none", 100),
            own(data_row("B", 60, 40), data_row("A", 60, 40, **RED), columns=BY_PARTS),
            False,
        ),
        (
            s.StackedOptions("none"),
            own(data_row("A", 60, None), data_row("A", None, 40, **RED), columns=BY_PARTS),
            True,
        ),
        (
            s.StackedOptions("none"),
            own(
                data_row("A", 60, None),
                data_row("A", None, 40, **RED),
                columns=BY_PARTS,
                unit="deaths",
            ),
            False,
        ),
    ],
)
def test_the_title_of_a_whole_is_withheld_with_a_part_of_it(options, data, is_withheld):
    spec = chart("x", (options, data), title="Forty of a hundred are shut")

    assert ("Forty of a hundred are shut" in texts(spec)) is is_withheld


def test_a_mark_on_a_map_is_withheld_by_its_own_conditions():
    sourced = s.Sourced("b-2020", "The harbour files, p. 3")
    mark = s.MapMark(SECRET, 1, 2, sourced, X, conditions(**RED))

    found = texts(chart("x", (s.LocatorOptions("KAZ", None, (mark,)), None)))

    assert found == {SECRET, "The harbour files, p. 3"}


@pytest.mark.parametrize(
    "options",
    [
        s.LineOptions(bands=(s.TimeBand(year(2018), SECRET, X, conditions(**RED)),)),
        s.LineOptions(bands=(s.ValueBand(1, 2, SECRET, X, conditions(**RED)),)),
        s.MultiplesOptions(bands=(s.ValueBand(1, 2, SECRET, X, conditions(**RED)),)),
        s.LineOptions(remarks=(s.Remark("", year(2019), SECRET, X, conditions(**RED)),)),
    ],
)
def test_bands_and_remarks_are_withheld_by_their_own_conditions(options):
    assert SECRET in texts(chart("x", (options, YEARS)))


def test_the_words_of_a_chart_go_with_the_readings_of_its_period():
    readings = [
        reading("mil-exp", "KAZ", 1, 2018, **RED),
        reading("mil-exp", "KAZ", 2, 2019),
    ]
    data = s.FromReadings(("mil-exp",), ("KAZ",), (year(2018),), "places", None)
    spec = chart("x", (s.BarOptions("none"), data), title=SECRET)
    later = replace(spec, data=replace(data, periods=(year(2019),)))

    assert SECRET in texts(spec, readings=readings)
    assert SECRET not in texts(later, readings=readings)


@pytest.mark.parametrize(
    ("series", "data", "is_withheld"),
    [
        ("KAZ", s.FromReadings(("mil-exp",), ("KAZ", "KGZ"), (), "periods", "places"), True),
        ("KGZ", s.FromReadings(("mil-exp",), ("KAZ", "KGZ"), (), "periods", "places"), False),
        ("country", s.FromReadings(("mil-exp",), ("country",), (), "periods", "places"), False),
        ("", s.FromReadings(("mil-exp",), ("KAZ",), (), "periods", "places"), True),
        ("rank", s.FromReadings(("mil-exp", "rank"), ("KGZ",), (), "periods", "indicators"), True),
    ],
)
def test_a_remark_on_a_withheld_reading_is_withheld(series, data, is_withheld):
    readings = [
        reading("mil-exp", "KAZ", 1, 2019, **RED), reading("mil-exp", "KGZ", 2, 2019),
        reading("rank", "KGZ", 1, 2019, **RED), reading("mil-exp", "KAZ", 5, 2020),
    ]  # fmt: skip
    options = s.LineOptions(remarks=(s.Remark(series, year(2019), SECRET, X),))

    assert (SECRET in texts(chart("x", (options, data)), readings=readings)) is is_withheld


def test_a_remark_on_a_withheld_series_is_withheld():
    lines = s.FromReadings(("mil-exp",), ("KAZ", "KGZ"), (), "periods", "places")
    held = replace(lines, series=(s.Series("KAZ", conditions(**RED), X),))
    own_held = replace(
        OVER_YEARS, rows=OVER_YEARS.rows[:2], series=(s.Series("Shown", conditions(**RED), X),)
    )
    for data, name in ((held, "KAZ"), (own_held, "Shown")):
        options = s.LineOptions(remarks=(s.Remark(name, year(2019), SECRET, X),))
        assert SECRET in texts(chart("x", (options, data)))

    options = s.LineOptions(remarks=(s.Remark("KGZ", year(2019), SECRET, X),))
    assert SECRET not in texts(chart("x", (options, held)))


def test_the_title_of_readings_is_withheld_with_all_their_series():
    data = s.FromReadings(("mil-exp",), ("KAZ", "KGZ"), (), "periods", "places")
    one, both = [
        replace(data, series=tuple(s.Series(key, conditions(**RED), X) for key in keys))
        for keys in (("KAZ",), ("KAZ", "KGZ"))
    ]

    assert SECRET not in texts(chart("x", (s.LineOptions(), one), title=SECRET))
    assert SECRET in texts(chart("x", (s.LineOptions(), both), title=SECRET))


def test_a_word_that_is_said_to_some_of_them_is_not_looked_for():
    rows = own(data_row("Open", 1), data_row("Open", None, **RED))
    lanes = timeline(event(2015, "A", SECRET), event(2016, "B", SECRET, **RED))
    made = content(
        placed("chart", "x"), placed("chart", "z"),
        charts=[chart("x", (s.BarOptions("none"), rows)), chart("z", (lanes, None))],
    )  # fmt: skip

    found = forbidden(made, "brief", place="KAZ", audience="public", language="en")
    needles = needles_for(found)

    assert not needles.runs
    assert {" ".join(short) for several in needles.shorts.values() for short in several} <= {"b"}


@pytest.mark.parametrize(
    ("amount", "decimals", "expected"),
    [
        (16, 0, None),
        (22713, 0, printed("22713", "22,713", "22 713")),
        (
            Amount(None, 227.5, "up to"),
            1,
            GAP.join(
                f"{number} {unit}"
                for number in (227.5, 228, "227.50", "227.500", "227.5000")
                for unit in ("deaths", "death")
            ),
        ),
    ],
)
def test_a_withheld_figure_is_forbidden_as_far_as_it_is_distinctive(amount, decimals, expected):
    rows = own(
        data_row("Open", 1), data_row(year(2019), amount, **RED), unit="deaths", decimals=decimals
    )

    found = texts(chart("x", (s.BarOptions("none"), rows)))

    assert {text for text in found if text[0].isdigit()} == ({expected} if expected else set())


def test_a_withheld_figure_is_found_in_the_attached_data():
    rows = own(data_row("Open", 1), data_row("Shut", 83217, **RED), unit="deaths")
    spec = chart("x", (s.BarOptions("none"), rows), title="An open title")
    found = refused(whole(placed("chart", "x"), charts=[spec]))

    assert "attachment" in found
    assert [place for place in found if place.startswith("page ")]


def test_a_line_to_compare_with_is_withheld_with_the_work_that_it_is_taken_from():
    line = s.Comparison(83217, "Aim of the hidden plan", s.Sourced("b-2020", "p. 83"), X, X)
    rows = own(data_row("Open", 1), unit="deaths")
    spec = chart("x", (s.BarOptions("none", line), rows), title="An open title")
    csl = {"id": "b-2020", "type": "book", "title": "Second"}
    closed = replace(SOURCES["b-2020"], csl=csl, conditions=conditions(**RED))
    made = whole(placed("chart", "x"), charts=[spec], readings=())
    made = replace(made, sources={**made.sources, "b-2020": closed})

    found = forbidden(made, "brief", place="KAZ", audience="public", language="en")

    wanted = {"Aim of the hidden plan", printed("83217", "83,217", "83 217"), "Second", "b-2020"}
    assert wanted <= {text.text for text in found.texts}
    assert "page 2" in refused(made)


def test_a_work_that_only_withheld_events_cite_is_withheld():
    events = timeline(event(2015, "Open"), event(2016, "Shut", source="b-2020", **RED))
    made = content(placed("chart", "x"), charts=[chart("x", (events, None))], readings=())

    found = forbidden(made, "brief", place="KAZ", audience="public", language="en")

    assert {"Second", "2nd", "b-2020"} <= {text.text for text in found.texts}


# --- random charts -------------------------------------------------------------------------------

Around = list[tuple[p.Conditions, ...]]
"""The conditions under which a word may be printed: those of any entry."""

OPTIONS: Sequence[s.ChartOptions] = (
    s.BarOptions("descending", s.Comparison("median", "Median")),
    s.GroupedOptions("none"),
    s.StackedOptions("descending"),
    s.StackedOptions("none", 100),
    s.LineOptions(),
    s.SlopeOptions(),
    s.RangeOptions("ascending"),
    s.DonutOptions("none"),
    s.HeatMapOptions("descending", (1.5, 3)),
    s.MultiplesOptions(),
    s.TimelineOptions(()),
)
ONE_COLUMN = (s.BarOptions, s.DonutOptions)
TWO_COLUMNS = (s.SlopeOptions, s.RangeOptions)
WITH_SERIES = (
    s.GroupedOptions, s.StackedOptions, s.HeatMapOptions, s.LineOptions, s.MultiplesOptions,
)  # fmt: skip
OVER_TIME = (s.LineOptions, s.MultiplesOptions)


@st.composite
def charts(draw):
    """A random chart, and for each of its words when it may be printed."""
    numbers = count(100)
    around: dict[str, Around] = {}
    of_chart = draw(CONDITIONS)
    options = draw(st.sampled_from(OPTIONS))

    def word(*when: p.Conditions) -> str:
        name = f"word{next(numbers)}"
        around[name] = [(of_chart, *when)]
        return name

    held = draw(st.lists(CONDITIONS, min_size=1, max_size=5))
    data = None
    if isinstance(options, s.TimelineOptions):
        lane = f"word{next(numbers)}"
        around[lane] = [(of_chart, each) for each in held]
        events = [
            s.EventSpec(year(2000 + n), word(each), lane, False, s.Sourced("a-2019"), X, each)
            for n, each in enumerate(held)
        ]
        options = timeline(*events)
    else:
        data, remarks = rows_of(draw, options, held, word, around)
        if isinstance(options, s.LineOptions):
            options = replace(options, remarks=remarks)
    spec = chart("x", (options, data), title="The", tabled=draw(st.booleans()))
    title = f"word{next(numbers)}"
    around[title] = [(of_chart, each) for each in held]
    if isinstance(data, s.FromRows):
        around[title] = [(of_chart, *each) for row in data.rows for each in _ways(row, data)]
    spec = replace(spec, title=(p.Text(title, X),), conditions=of_chart)
    return spec, around


def rows_of(draw, options, held, word, around):
    """Rows under these conditions, which say a word each; or remarks do, where they are periods."""
    size = 1 if isinstance(options, ONE_COLUMN) else 2
    size = size if isinstance(options, TWO_COLUMNS) else draw(st.integers(1, size + 1))
    size = 1 if isinstance(options, ONE_COLUMN) else size
    rows, remarks, columns = [], [], [[] for _ in range(size)]
    of_series: dict[int, p.Conditions] = {}
    if isinstance(options, WITH_SERIES):
        of_series = draw(st.dictionaries(st.integers(0, size - 1), CONDITIONS, max_size=size))
    for number, each in enumerate(held):
        amounts = [
            draw(st.none() | st.integers(0, 9).map(lambda n: Amount(n, n))) for _ in range(size)
        ]
        label, period = f"R{number}", None
        if isinstance(options, OVER_TIME):
            period = year(2000 + number)
        else:
            label = word(each)
        rows.append(s.DataRow(label, period, tuple(amounts), X, each))
        for column, amount in zip(columns, amounts, strict=True):
            if amount is not None:
                column.append(each)
    names = []
    for column in columns:
        names.append(word())
        own_ones = [of_series[len(names) - 1]] if len(names) - 1 in of_series else []
        of_chart = around[names[-1]][0][0]
        around[names[-1]] = [(of_chart, *own_ones, each) for each in column or held]
    series = tuple([s.Series(names[number], each, X) for number, each in of_series.items()])
    made = replace(own(*rows, columns=tuple(names)), series=series)
    for row in rows:
        if row.label in around:
            of_chart = around[row.label][0][0]
            around[row.label] = [(of_chart, *each) for each in _ways(row, made)]
    for row in rows:
        if isinstance(options, s.LineOptions) and row.amounts[0]:
            own_ones = [of_series[0]] if 0 in of_series else []
            remarks.append(s.Remark(names[0], row.period, word(row.conditions, *own_ones), X))
    return made, tuple(remarks)


def _ways(row: s.DataRow, data: s.FromRows) -> list[tuple[p.Conditions, ...]]:
    """Under which conditions a row is printed: with any of its figures, or without one."""
    held = {each.key: each.conditions for each in data.series}
    ways: list[tuple[p.Conditions, ...]] = [
        (row.conditions, held[name]) if name in held else (row.conditions,)
        for name, amount in zip(data.columns, row.amounts, strict=True)
        if amount
    ]
    return ways or [(row.conditions,)]


def check(spec: s.ChartSpec, around: dict[str, Around], brief: Brief) -> None:
    if not holds(p.ALWAYS, brief):
        return
    of_project = {"default_marking": brief.default}
    made: c.Content = content(placed("chart", "x"), charts=[spec], of_project=of_project)
    try:
        printed = repr(tailored(made, brief.place, brief.audience, brief.language).manuscript)
    except ContentError as error:
        assert "sum to" in str(error)  # noqa: PT017 (others are faults)
        return
    found = forbidden(
        made, "brief", place=brief.place, audience=brief.audience, language=brief.language
    )
    needles = needles_for(found)
    searched = {" ".join(needle) for needle in needles.runs}
    searched |= {" ".join(short) for several in needles.shorts.values() for short in several}
    texts = {text.text for text in found.texts}
    for name, alternatives in around.items():
        in_needle = f"word {name.removeprefix('word')}"
        if name in printed:
            assert any(all(holds(each, brief) for each in several) for several in alternatives)
            assert not [needle for needle in searched if in_needle in needle]
        if all(any(withholds(each, brief) for each in several) for several in alternatives):
            assert name in texts


@given(charts(), BRIEFS)
@settings(max_examples=80, deadline=None)
def test_what_charts_print_may_be_printed_and_what_is_withheld_is_looked_for(made, brief):
    check(*made, brief)


@pytest.mark.slow
@given(charts(), BRIEFS)
@settings(max_examples=4_000, deadline=None)
def test_what_charts_print_may_be_printed_and_what_is_withheld_is_looked_for_often(made, brief):
    check(*made, brief)
