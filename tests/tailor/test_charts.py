"""Charts and tables made from readings."""

from __future__ import annotations

import pytest

from briefing.errors import ContentError
from briefing.model import chart_spec as s
from briefing.model import content as c
from briefing.model import manuscript as m
from briefing.model import prose as p
from briefing.model.chart import (
    Bar,
    BarChart,
    Chart,
    Line,
    LineChart,
    LinePoint,
    ReferenceLine,
    Scale,
)
from briefing.model.country import Amount, Date, Period
from briefing.model.manuscript import Omission, Quantity
from briefing.units import Pt
from tests.tailor.build import (
    READINGS,
    UNITS,
    at,
    bars,
    chart,
    content,
    lines,
    manuscript,
    paragraph,
    placed,
    reading,
    table,
    tailored,
)

SCALE = Scale(UNITS["gdp"], 1, "en")
SIX = tuple(
    reading("mil-exp", "KAZ", value, year)
    for value, year in ((3, 2014), (1, 2015), (2, Period(Date(2016), Date(2019))))
)


def drawn(spec: s.ChartSpec, place: str | None = "KAZ", **given: object) -> Chart:
    made = manuscript(placed("chart", spec.id), place=place, charts=[spec], **given)
    return made.charts[spec.id]


def row(*cells: tuple[m.Inline, ...], highlighted: bool = False) -> m.Row:
    return m.Row(tuple(map(m.Cell, cells)), highlighted)


def printed(spec: c.TableSpec, place: str | None = "KAZ", **given: object) -> m.TableBlock:
    made = manuscript(placed("table", spec.id), place=place, tables=[spec], **given)
    block = made.blocks[0]
    assert isinstance(block, m.TableBlock)
    return block


def test_a_bar_chart_has_a_bar_for_each_place_and_the_missing_one_last():
    spec = chart(
        "spending",
        bars("UZB", "KAZ", "KGZ", sort="descending", reference=s.Comparison("mean", "Mean")),
        title="{{ country.name }} spends {{ figure('mil-exp', show='value unit') }}",
        subtitle="Share, %",
        note="Years differ.",
        highlight="country",
    )

    made = manuscript(placed("chart", "spending"), charts=[spec])

    kaz, kgz = READINGS[0], READINGS[2]
    three = (
        Bar("Kyrgyzstan", kgz.amount, "1.5%", False),
        Bar("Kazakhstan", kaz.amount, "1.1%", True),
        Bar("Uzbekistan", None, "", False),
    )
    assert made.charts == {
        "spending": Chart(
            id="spending",
            title="Kazakhstan spends 1.1% of GDP",
            measure="Share, %",
            source="2nd 2020; Ito et al.; Abe 2019",
            data=BarChart(three, SCALE, ReferenceLine(1.3, "Mean")),
            span="full",
            height=Pt(120),
            language="en",
            where=spec.where,
        )
    }
    title = (
        p.Text("Kazakhstan", at(1, 4)),
        p.Text(" spends ", at(1, 19)),
        Quantity("1.1% of GDP", kaz, at(1, 30)),
    )
    subtitle, note = (p.Text("Share, %", at()),), (p.Text("Years differ.", at()),)
    figure = made.blocks[0]
    assert figure == m.Figure(
        "spending",
        title,
        subtitle,
        note,
        (kgz, kaz),
        spec.where,
        id="spending",
        labels=(m.Label("Mean", s.Comparison("mean", "Mean").said_at),),
    )
    assert list(made.sources) == ["a-2019", "b-2020", "c-2021"]


@pytest.mark.parametrize(
    ("sort", "labels"),
    [
        ("none", ["UZB", "KGZ", "KAZ"]),
        ("ascending", ["KAZ", "KGZ", "UZB"]),
        ("descending", ["KGZ", "KAZ", "UZB"]),
    ],
)
def test_bars_are_sorted_as_the_author_says(sort, labels):
    names = {"KAZ": "Kazakhstan", "KGZ": "Kyrgyzstan", "UZB": "Uzbekistan"}
    data = drawn(chart("x", bars("UZB", "KGZ", "KAZ", sort=sort))).data

    assert isinstance(data, BarChart)
    assert [bar.label for bar in data.bars] == [names[label] for label in labels]


def test_bars_can_be_the_periods_of_one_place():
    spec = chart("x", bars(place="country", reference=s.Comparison("median", "Median")))

    data = drawn(spec, readings=SIX).data

    assert data == BarChart(
        (
            Bar("2014", Amount(3, 3), "3.0%", False),
            Bar("2015", Amount(1, 1), "1.0%", False),
            Bar("2016–2019", Amount(2, 2), "2.0%", False),
        ),
        SCALE,
        ReferenceLine(2.0, "Median"),
    )


@pytest.mark.parametrize("sort", ["none", "descending"])
def test_the_bar_of_the_latest_period_can_be_picked_out(sort):
    spec = chart("x", bars(place="country", sort=sort), highlight="latest")

    data = drawn(spec, readings=SIX).data

    assert isinstance(data, BarChart)
    assert [bar.label for bar in data.bars if bar.highlighted] == ["2016–2019"]


def test_bars_can_be_the_indicators_of_one_place():
    spec = chart("x", bars(place="KAZ", indicators=("mil-exp", "rank")), highlight="rank")

    data = drawn(spec, readings=[*SIX, reading("rank", "KAZ", 7)]).data

    assert isinstance(data, BarChart)
    assert [(bar.label, bar.text, bar.highlighted) for bar in data.bars] == [
        ("Military expenditure", "2.0%", False),
        ("Rank", "7.0%", True),
    ]


def test_a_given_number_is_a_reference_too():
    data = drawn(chart("x", bars("KAZ", reference=s.Comparison(2.0, "Goal")))).data

    assert data.reference == ReferenceLine(2.0, "Goal")


def test_a_line_chart_has_a_line_for_each_place_and_a_point_for_each_period():
    spec = chart("x", lines("country", "KGZ", "UZB"), highlight="country")
    made = tailored(content(placed("chart", "x"), charts=[spec], readings=[*SIX, *READINGS[1:]]))

    one, two = READINGS[1].amount, READINGS[2].amount
    assert made.manuscript.charts["x"].data == LineChart(
        (
            Line(
                "Kazakhstan",
                (
                    LinePoint(Date(2014), "2014", Amount(3, 3), "3.0%"),
                    LinePoint(Date(2015), "2015", Amount(1, 1), "1.0%"),
                    LinePoint(Date(2017, 12, 31), "2016–2019", Amount(2, 2), "2.0%"),
                ),
                True,
            ),
            Line(
                "Kyrgyzstan",
                (
                    LinePoint(Date(2018), "2018", one, "1.2%"),
                    LinePoint(Date(2019), "2019", two, "1.5%"),
                ),
                False,
            ),
        ),
        SCALE,
        None,
    )
    what, detail = "line 'Uzbekistan' of chart 'x'", "no reading of mil-exp"
    assert made.omitted == (Omission(spec.where, what, "no data", detail),)


def test_the_lines_of_one_place_are_its_indicators():
    spec = chart("x", lines(place="country", indicators=("mil-exp", "rank")), highlight="rank")

    data = drawn(spec, readings=[*SIX, reading("rank", "KAZ", 7)]).data

    assert isinstance(data, LineChart)
    assert [(line.label, len(line.points), line.highlighted) for line in data.lines] == [
        ("Military expenditure", 3, False),
        ("Rank", 1, True),
    ]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (Date(2019), Date(2019), Date(2019)),
        (Date(2015), Date(2019), Date(2017)),
        (Date(2016), Date(2017), Date(2016, 12, 31)),
        (Date(2022, 1), Date(2022, 3), Date(2022, 2, 14)),
        (Date(2021, 12), Date(2022, 2), Date(2022, 1, 14)),
        (Date(2022, 1, 10), Date(2022, 1, 20), Date(2022, 1, 15)),
    ],
)
def test_a_point_stands_in_the_middle_of_its_period(start, end, expected):
    readings = [reading("mil-exp", "KAZ", 1, Period(start, end))]

    data = drawn(chart("x", lines("KAZ")), readings=readings).data

    assert isinstance(data, LineChart)
    assert data.lines[0].points[0].date == expected


@pytest.mark.parametrize(
    ("spec", "detail"),
    [
        (chart("x", bars("UZB")), "no reading of mil-exp for Uzbekistan"),
        (chart("x", bars(place="UZB")), "no reading of mil-exp for Uzbekistan"),
        (chart("x", lines("UZB")), "no reading of mil-exp for Uzbekistan"),
    ],
)
def test_a_chart_with_nothing_to_draw_is_left_out(spec, detail):
    made = tailored(content(placed("chart", "x", 5), paragraph("y"), charts=[spec]))

    assert made.manuscript.charts == {}
    assert made.manuscript.sources == {}
    assert made.omitted == (Omission(spec.where, "chart 'x'", "no data", detail),)


def test_a_chart_whose_own_country_has_no_data_stays():
    data = drawn(chart("x", bars("KAZ", "UZB"), highlight="country"), "UZB").data

    assert isinstance(data, BarChart)
    assert data.bars[1] == Bar("Uzbekistan", None, "", True)


def test_a_withheld_reading_is_not_drawn_and_does_not_count():
    readings = [
        reading("mil-exp", "KAZ", 9, marking="GREEN", source="b-2020"),
        reading("mil-exp", "KGZ", 1),
    ]
    spec = chart("x", bars("KAZ", "KGZ", reference=s.Comparison("mean", "Mean")))

    made = tailored(content(placed("chart", "x"), charts=[spec], readings=readings))

    data = made.manuscript.charts["x"].data
    assert isinstance(data, BarChart)
    assert [bar.label for bar in data.bars] == ["Kyrgyzstan"]
    assert data.reference is None
    assert list(made.manuscript.sources) == ["a-2019"]
    assert [each.what for each in made.omitted] == [
        "reading of mil-exp for KAZ", "mean of chart 'x'",
    ]  # fmt: skip


def test_a_figure_in_a_title_may_be_joined_and_its_source_is_printed_below():
    spec = chart("x", bars("KAZ"), title="{{ figure('deaths', show='value') ~ '!' }}")

    made = manuscript(placed("chart", "x"), charts=[spec])

    figure = made.blocks[0]
    assert isinstance(figure, m.Figure)
    assert figure.title == (Quantity("227!", READINGS[4], at(1, 4)),)
    assert figure.readings == (READINGS[0], READINGS[4])
    assert list(made.sources) == ["a-2019", "b-2020"]


def test_a_chart_without_a_subtitle_says_what_it_measures():
    assert drawn(chart("x", bars("KAZ"))).measure == "Military expenditure, % of GDP"


def test_the_own_country_of_a_document_without_one_is_an_error():
    spec = chart("x", bars(place="country"))

    with pytest.raises(ContentError) as caught:
        drawn(spec, None, countries=())

    assert str(caught.value) == (
        "content/charts/x.yaml:1:1: error: 'country' stands for no place here\n"
        "  hint: this document is made once, not for each country"
    )


def test_a_chart_that_is_withheld_is_left_out_by_its_own_rule():
    spec = chart("x", bars("KAZ"), marking="GREEN")

    made = tailored(content(placed("chart", "x"), paragraph("y"), charts=[spec]))

    detail = "marked GREEN, above CLEAR"
    assert made.omitted == (Omission(spec.where, "chart 'x'", "marking", detail),)


def test_a_table_has_a_row_for_each_place_and_a_note_for_each_figure():
    spec = table(
        "seven",
        ("Share of {{ country.adjective }} GDP", "mil-exp", "value period"),
        ("Aid", "aid", "value unit"),
        title="{{ figure('mil-exp', show='value') }} and {{ figure('deaths', show='value') }}",
        note="Years differ.",
        highlight="country",
    )

    made = printed(spec)

    def cell(text: str, of: int) -> tuple[m.Inline, ...]:
        return (Quantity(text, READINGS[of], spec.where),)

    def plain(text: str) -> tuple[m.Inline, ...]:
        return (p.Text(text, spec.where),)

    label = (p.Text("Share of ", at()), p.Text("Kazakh", at(1, 13)), p.Text(" GDP", at(1, 33)))
    assert made == m.TableBlock(
        id="seven",
        title=(
            p.Text("1.1", at(1, 4)),
            p.Text(" and ", at(1, 38)),
            Quantity("227", READINGS[4], at(1, 46)),
        ),
        align=("left", "decimal", "decimal"),
        head=(row((), label, (p.Text("Aid", at()),)),),
        rows=(
            row(plain("Kazakhstan"), cell("1.1 (2019)", 0), plain("n/a"), highlighted=True),
            row(plain("Kyrgyzstan"), cell("1.5 (2019)", 2), cell("US$14.5\u00a0million", 3)),
            row(plain("Uzbekistan"), plain("n/a"), plain("n/a")),
        ),
        row_heads=True,
        note=(p.Text("Years differ.", at()),),
        where=spec.where,
    )


def test_a_table_without_a_reading_is_left_out():
    spec = table("x", ("A", "mil-exp", "value"), ("B", "deaths", "value"), rows=("UZB",))

    made = tailored(content(placed("table", "x"), paragraph("y"), tables=[spec]))

    detail = "no reading of mil-exp, deaths"
    assert made.omitted == (Omission(spec.where, "table 'x'", "no data", detail),)


def test_a_missing_cell_can_be_empty():
    made = printed(table("x", ("A", "mil-exp", "value"), rows=("UZB", "KAZ"), missing=""))

    assert made.rows[0].cells[1] == m.Cell()
