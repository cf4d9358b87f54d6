"""Lines, events, and the tables behind charts."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.errors import ContentError
from briefing.model import chart as d
from briefing.model import chart_spec as s
from briefing.model import manuscript as m
from briefing.model import prose as p
from briefing.model.country import Date, Period
from briefing.model.manuscript import Omission, Tailored
from tests.tailor.build import (
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
from tests.tailor.charted import (
    CROSSED,
    GREEN,
    data_of,
    figure_of,
    made_of,
    of_readings,
    year,
)

# --- over time ------------------------------------------------------------------------------------

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


def test_bands_and_remarks_have_conditions_of_their_own():
    shut = conditions(**GREEN)
    options = s.LineOptions(
        bands=(
            s.TimeBand(year(2018), "Secret", at(), shut), s.ValueBand(1, 2, "Goal", at()),
        ),
        remarks=(
            s.Remark("Coal", year(2019), "Secret", at(), shut),
            s.Remark("Coal", year(2017), "Start", at()),
        ),
    )  # fmt: skip

    shown = data_of((options, YEARS))
    staff = data_of((options, YEARS), audience="parliament")

    assert isinstance(shown, d.LineChart)
    assert isinstance(staff, d.LineChart)
    assert [band.label for band in shown.bands] == ["Goal"]
    assert [remark.text for remark in shown.remarks] == ["Start"]
    assert [band.label for band in staff.bands] == ["Secret", "Goal"]
    assert [remark.text for remark in staff.remarks] == ["Secret", "Start"]


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


# --- timelines ------------------------------------------------------------------------------------


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


# --- tables behind charts -------------------------------------------------------------------------


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
            m.Row((m.Cell(text("Uzbekistan*")), cell("4.0%", 3), m.Cell(text("–")))),
            m.Row((m.Cell(text("Kazakhstan")), cell("2.0%", 1), cell("5.0%", 4)), True),
        ),
        row_heads=True,
        note=text("Military expenditure: 2019. * Uzbekistan: 2018."),
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
