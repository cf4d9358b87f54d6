from itertools import pairwise

import pytest
from hypothesis import strategies as st

from briefing.charts import draw
from briefing.charts.words.slopes import slope_words
from briefing.model.chart import Chart, SlopeChart
from briefing.model.country import Amount
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.boxes import bounds, labels, shapes, texts
from tests.charts.gallery_slopes import alike, gallery, many, support, women
from tests.charts.gallery_slopes import bounds as bounded
from tests.charts.grid_cases import grids, holds_for_any
from tests.charts.grids import Value, grid
from tests.charts.plain import PLAIN_FONTS, PLAIN_STYLE
from tests.charts.press import print_drawings
from tests.charts.samples import COUNT, FONTS, FULL, HALF, STYLE, chart, scale
from tests.charts.test_properties import AMOUNTS, SCALES

TENS = scale(COUNT, 0)
NAVY, ACCENT, GREY = PLAIN_STYLE.series[0], PLAIN_STYLE.accent, PLAIN_STYLE.axis


def drawn(
    rows: dict[str, tuple[Value, ...]],
    *highlighted: str,
    columns: tuple[str, ...] = ("2014", "2024"),
    width: float = 300,
    height: float = 150,
) -> Drawing:
    figures = grid(columns, rows, on=TENS, highlighted=highlighted)
    one = chart(SlopeChart(figures, TENS), height=height)
    return draw(one, width=Pt(width), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def lines(drawing: Drawing) -> list[Shape]:
    """From one axis to the other, without the axes and the white beneath."""
    return [
        shape
        for shape in shapes(drawing)
        if shape.stroke in (NAVY, ACCENT, GREY) and shape.width > 1.2
    ]


def named(drawing: Drawing, text: str) -> list[Label]:
    return [label for label in labels(drawing) if label.text == text]


def test_what_rises_is_solid_and_what_falls_is_dashed():
    up, down, level = lines(drawn({"A": (5, 9), "B": (9, 4), "C": (7, 7)}))

    assert [bool(one.dash) for one in (up, down, level)] == [False, True, False]
    assert [one.stroke for one in (up, down, level)] == [NAVY, GREY, GREY]


def test_what_is_highlighted_is_solid_where_it_falls_too():
    *_, fallen = lines(drawn({"A": (5, 9), "B": (9, 4)}, "B"))
    *_, unsure = lines(drawn({"A": (5, 9), "B": (Amount(5, 9), Amount(4, 8))}, "B"))

    assert fallen.dash == ()
    assert unsure.dash


def test_what_is_highlighted_has_the_accent_and_comes_last():
    *_, last = lines(drawn({"A": (5, 9), "B": (3, 8)}, "A"))

    assert (last.stroke, last.width) == (ACCENT, 2.3)
    assert all(label.style.bold for label in named(drawn({"A": (5, 9)}, "A"), "A"))


def test_equal_steps_of_value_are_equal_steps_of_height():
    heights = sorted(
        bounds(shape).top for shape in lines(drawn({"A": (0, 0), "B": (10, 10), "C": (20, 20)}))
    )
    first, second = (after - before for before, after in pairwise(heights))

    assert first == pytest.approx(second)
    assert first > 30


def test_a_name_and_a_value_stand_at_both_ends():
    drawing = drawn({"Kazakhstan": (25, 18)})
    left, right = named(drawing, "Kazakhstan")

    assert (left.anchor, right.anchor) == ("end", "start")
    assert left.x < named(drawing, "25")[0].x < named(drawing, "18")[0].x < right.x


def test_where_names_do_not_fit_twice_they_stand_at_the_right():
    drawing = drawn({"Kazakhstan": (25, 18), "Uzbekistan": (22, 38)}, width=144)

    assert [label.anchor for label in named(drawing, "Kazakhstan")] == ["start"]
    assert texts(drawing).count("25") == 1


def test_a_missing_end_is_told_at_its_side_and_has_no_line():
    drawing = drawn({"A": (5, None), "B": (None, 4), "C": (3, 4)})
    first, second = named(drawing, "no data")

    assert len(lines(drawing)) == 1
    assert {first.anchor, second.anchor} == {"start", "end"}
    assert all(label.style.italic for label in (first, second))
    assert "A: 5, then no data. B: no data, then 4. C: 3, then 4." in drawing.alt


def test_ranges_that_allow_a_rise_and_a_fall_are_dotted():
    unsure, sure, open_ = lines(
        drawn({
            "A": (Amount(5, 9), Amount(7, 12)),
            "B": (Amount(1, 2), Amount(4, 5)),
            "C": (Amount(5, None, "over"), 7),
        })
    )  # fmt: skip

    assert unsure.dash == open_.dash != sure.dash == ()


def test_both_ends_of_a_range_are_in_sight():
    drawing = drawn({"A": (Amount(5, 9), Amount(7, 12)), "B": (8, 8)})
    band = next(shape for shape in shapes(drawing) if shape.fill and len(shape.path) == 5)
    line = bounds(lines(drawing)[1])
    unit = (line.top - bounds(band).top) / 4

    assert bounds(band).bottom - line.top == pytest.approx(3 * unit)


def test_figures_printed_alike_that_differ_get_decimals():
    drawing = drawn({"A": (25.6, 26.4)})

    assert {"25.6", "26.4"} <= set(texts(drawing))
    assert "A: 25.6, then 26.4." in drawing.alt


def test_what_hardly_differs_is_not_drawn_as_if_it_were_much():
    (line,) = lines(drawn({"A": (25.9, 26.1)}))

    assert bounds(line).bottom - bounds(line).top < 0.1 * 150


def test_there_must_be_two_columns():
    with pytest.raises(ValueError, match="a slope chart of 3 columns; 2 are needed"):
        drawn({"A": (1, 2, 3)}, columns=("a", "b", "c"))


def test_labels_of_thirty_lines_keep_apart():
    drawing = draw(many(), width=FULL, style=STYLE, fonts=FONTS)
    left = sorted(label.y for label in labels(drawing) if label.text.startswith("District"))

    assert len(left) == 60
    assert drawing.height > 300


def test_the_alternative_text_tells_ways_steepest_lines_and_every_line():
    assert draw(women(), width=HALF, style=STYLE, fonts=FONTS).alt == (
        "Slope chart: Women gained seats in Uzbekistan and Tajikistan, and lost them in "
        "Kazakhstan. What is measured. 5 lines, from 2014 to 2024. 2 rise and 3 fall. Steepest "
        "rise: Uzbekistan, 22%, then 38%. Steepest fall: Kazakhstan, 25%, then 18%. Turkmenistan: "
        "26%, then 25%. Kazakhstan (highlighted): 25%, then 18%. Kyrgyzstan: 23%, then 22%. "
        "Uzbekistan: 22%, then 38%. Tajikistan: 17%, then 27%."
    )


@pytest.mark.parametrize(
    ("rows", "told", "not_told"),
    [
        ({"A": (1, 2), "B": (1, 4), "C": (1, 8)}, "Steepest rise: C, 1, then 8.", "fall"),
        ({"A": (9, 8), "B": (9, 6), "C": (9, 2)}, "Steepest fall: C, 9, then 2.", "rise"),
    ],
)
def test_where_all_lines_go_one_way_none_is_told_to_go_the_other(rows, told, not_told):
    alt = drawn(rows).alt

    assert told in alt
    assert f"Steepest {not_told}" not in alt


@pytest.mark.parametrize(
    ("one", "sentences"),
    [
        (
            alike(),
            "5 lines, from Rural to Urban. 2 rise, 1 falls and 2 are unchanged. Steepest rise: "
            "Ukraine, −20%, then 20%. Steepest fall: Moldova, 20%, then −20%. Armenia: 20% both "
            "times. Belarus: 20% both times. Georgia (highlighted): 20.0%, then 20.3%. Moldova: "
            "20%, then −20%. Ukraine: −20%, then 20%.",
        ),
        (
            support(),
            "3 lines, from 2019 to 2020. 1 falls. Uzbekistan: 65%, then 48%. Kyrgyzstan: no data, "
            "then 9%. Kazakhstan (highlighted): no data, then 7%.",
        ),
        (
            bounded(),
            "4 lines, from Budget of 2019 to Budget of 2020. 1 rises, 1 falls and 2 may rise or "
            "fall. A range to a range: US$7.0–11.0\u00a0million, then US$8.0–14.0\u00a0million. A "
            "number to a range: US$5.0\u00a0million, then US$2.0–3.0\u00a0million. At least to "
            "over: at least US$6.0\u00a0million, then over US$8.1\u00a0million. Up to, to about "
            "(highlighted): up to US$3.0\u00a0million, then about US$9.0\u00a0million.",
        ),
    ],
)
def test_the_alternative_text_is_no_surer_than_the_data(one, sentences):
    assert draw(one, width=FULL, style=STYLE, fonts=FONTS).alt.endswith(f"measured. {sentences}")


def test_of_many_lines_those_highlighted_are_told():
    alt = draw(many(), width=FULL, style=STYLE, fonts=FONTS).alt

    assert alt.endswith("District 7 (highlighted): 22.6%, then 23.0%. 29 more lines.")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "1 line, from 2014 to 2024. 1 rises, 2 fall and 1 may rise or fall. "
               "A: 5 both times."),
        ("de", "1 Linie, erst 2014, dann 2024. 1 steigt, 2 fallen und 1 kann steigen oder fallen. "
               "A: beide Male 5."),
        ("fr", "1 ligne, d’abord 2014, puis 2024. 1 monte, 2 descendent et 1 peut monter ou "
               "descendre. A\u00a0: 5 les deux fois."),
        ("ru", "1 линия, сначала 2014, затем 2024. 1 растёт, 2 снижаются и 1 может расти или "
               "снижаться. A: оба раза 5."),
    ],
)  # fmt: skip
def test_slopes_have_words_in_every_language(language, told):
    words = slope_words(language)
    counts = {"rising": 1, "falling": 2, "level": 0, "unsure": 1}
    sentences = words.lines(1, "2014", "2024"), words.ways(**counts), words.course("A", "5", "5")

    assert " ".join(sentences) == told
    assert words.chart("T").endswith(": T.")
    assert words.others(1) != words.others(5)
    assert words.rises_most(["A", "B"], "1", "2") != words.falls_most(["A", "B"], "1", "2")
    assert words.course("A", "1", "2").endswith("2.")


def test_the_data_are_csv():
    assert drawn({"A": (5, None)}).data == (
        "category,series,low,high,qualifier,text,unit\r\n"
        "A,2014,5,5,,5,instruments\r\n"
        "A,2024,,,,,instruments\r\n"
    )


@pytest.mark.parametrize("value", [0.0, 1e-12, 1e15, -1e15, 5e-324, 1e300])
def test_the_smallest_and_the_largest_numbers_are_drawn(value):
    for rows in ({"A": (value, value)}, {"A": (value, -value), "B": (0, value)}):
        assert drawn(rows).width == 300


@st.composite
def slope_charts(draw_from: st.DrawFn) -> Chart:
    on = draw_from(SCALES)
    figures = draw_from(grids(on, AMOUNTS, most=2, least=2))
    return chart(SlopeChart(figures, on), height=draw_from(st.integers(40, 300)))


test_no_label_of_a_slope_meets_another = holds_for_any(slope_charts(), 30)
test_no_label_of_a_slope_meets_another_in_many_more_cases = pytest.mark.slow(
    holds_for_any(slope_charts(), 1000)
)


def test_slopes_look_as_they_did(same_look):
    same_look("charts/slopes-women-half.png", print_drawings([gallery()["slopes-women-half"]]))
