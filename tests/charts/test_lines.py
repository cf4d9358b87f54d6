from itertools import pairwise

import pytest
from msgspec.structs import replace

from briefing.charts import draw
from briefing.charts.lettering.labels import extent
from briefing.charts.shapes.room import Box, is_crossed
from briefing.model.chart import Line, LineChart, LinePoint, ReferenceLine
from briefing.model.country import Amount, Date
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.plain import PLAIN, PLAIN_FONTS, PLAIN_STYLE
from tests.charts.samples import (
    COUNT,
    DOLLARS,
    FONTS,
    STYLE,
    chart,
    crossing,
    exactly,
    instruments,
    line,
    scale,
)

TENS = scale(COUNT, 0)
FIRST, SECOND = PLAIN_STYLE.series
QUIET = replace(PLAIN, colour="#444444")


def drawn(*lines: Line, height: float = 156, reference: ReferenceLine | None = None) -> Drawing:
    one = chart(LineChart(lines, TENS, reference), height=height)
    return draw(one, width=Pt(300), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def course(drawing: Drawing, colour: str) -> Shape:
    """The line itself: the longest stroke in its colour."""
    strokes = [item for item in drawing.items if isinstance(item, Shape) and item.stroke == colour]
    return max(strokes, key=lambda shape: (shape.width, len(shape.path)))


def labels(drawing: Drawing) -> dict[str, Label]:
    return {item.text: item for item in drawing.items if isinstance(item, Label)}


def test_a_line_runs_from_the_first_date_to_the_last_on_a_scale_from_zero():
    drawing = drawn(line("Ab", {2000: 0, 2001: 10, 2002: 20}, on=TENS), height=156)

    # The head is 10.4, the foot 16; "20" is 10 wide, as are the axis labels.
    assert course(drawing, FIRST).path == (
        ("M", 17.0, 140.0),
        ("L", pytest.approx(149.25), pytest.approx(75.2)),
        ("L", pytest.approx(281.5), pytest.approx(10.4)),
    )
    assert [text for text in labels(drawing) if len(text) == 4] == ["2000", "2001", "2002"]
    assert labels(drawing)["0"] == Label("0", 0.0, pytest.approx(137.2), QUIET)
    assert drawing.height == 156


def test_the_end_of_the_only_line_has_its_value_in_bold_and_no_name():
    found = labels(drawn(line("Ab", {2000: 0, 2001: 17}, on=TENS)))

    assert "Ab" not in found
    assert (found["17"].x, found["17"].style.bold) == (290, True)


def test_each_of_several_lines_has_its_name_in_bold_and_its_value():
    lines = [line(name, {2000: 0, 2001: value}, on=TENS) for name, value in (("A", 9), ("B", 17))]
    found = labels(drawn(*lines))

    assert [found[text].style.bold for text in ("A", "9", "B", "17")] == [True, False, True, False]


def test_a_low_chart_has_more_grid_lines_where_much_would_stay_empty():
    found = labels(drawn(line("A", {2000: 1, 2001: 7}, on=TENS), height=113))

    assert [text for text in found if len(text) == 1] == ["0", "2", "4", "6", "8", "7"]


def test_the_grid_runs_from_edge_to_plot_and_names_the_unit_once():
    one = chart(LineChart((line("A", {2000: 0, 2001: 20}),), scale(decimals=0), None))
    drawing = draw(one, width=Pt(300), style=PLAIN_STYLE, fonts=PLAIN_FONTS)
    grid = [item for item in drawing.items if isinstance(item, Shape) and len(item.path) == 2]

    assert [text for text in labels(drawing) if text[0].isdigit()][:5] == [
        "0", "5", "10", "15", "20%",
    ]  # fmt: skip
    assert {shape.path[0][1] for shape in grid[:5]} == {0.0}


def test_millions_are_named_once():
    on = scale(DOLLARS, 1)
    one = chart(LineChart((line("A", {2000: 0, 2001: 14.5e6}, on=on),), on, None))
    found = labels(draw(one, width=Pt(300), style=PLAIN_STYLE, fonts=PLAIN_FONTS))

    assert [text for text in found if text[0].isdigit()][:3] == ["0", "5", "10"]
    assert "US$15\u00a0million" in found


def test_missing_periods_are_dotted_and_what_is_known_is_marked():
    drawing = draw(instruments(), width=Pt(300), style=PLAIN_STYLE, fonts=PLAIN_FONTS)
    (dotted,) = [item for item in drawing.items if isinstance(item, Shape) and item.dash]
    known = [item for item in drawing.items if isinstance(item, Shape) and item.fill == FIRST]

    assert len(dotted.path) == 4
    assert len(known) == 7


def test_a_survey_of_every_fourth_year_has_no_gaps():
    drawing = drawn(line("A", {2000: 1, 2004: 2, 2008: 3}, on=TENS))

    assert not any(item.dash for item in drawing.items if isinstance(item, Shape))


def test_a_line_of_one_point_is_a_marker():
    drawing = drawn(line("A", {2000: 7}, on=TENS))
    strokes = [item for item in drawing.items if isinstance(item, Shape) and item.stroke == FIRST]

    assert strokes == []
    assert sum(item.fill == FIRST for item in drawing.items if isinstance(item, Shape)) == 1
    assert labels(drawing)["2000"].anchor == "middle"


def test_lines_differ_in_more_than_colour():
    lines = [line(f"L{number}", {2000: number, 2001: number}, on=TENS) for number in range(4)]
    drawing = drawn(*lines, line("M", {2000: 9, 2001: 9}, on=TENS, highlighted=True))
    strokes = [
        item
        for item in drawing.items
        if isinstance(item, Shape) and item.width > 1 and item.stroke != "#ffffff"
    ]
    markers = [
        len(item.path)
        for item in drawing.items
        if isinstance(item, Shape) and item.fill in (FIRST, SECOND, PLAIN_STYLE.accent)
    ]

    assert len({stroke.dash for stroke in strokes}) == 5
    assert strokes[-1].stroke == PLAIN_STYLE.accent
    assert strokes[-1].width > strokes[0].width
    assert len(markers) == 5


def test_labels_at_the_ends_are_spread_apart_in_the_order_of_their_lines():
    lines = [line(f"L{number}", {2000: 1, 2001: 10 + number}, on=TENS) for number in range(8)]
    found = labels(drawn(*lines))
    heights = [found[f"L{number}"].y for number in range(8)]

    assert all(before - after >= 11 for before, after in pairwise(heights))


def test_more_labels_than_fit_make_the_drawing_higher():
    lines = [line(f"L{number}", {2000: 1, 2001: number}, on=TENS) for number in range(30)]

    assert drawn(*lines, height=100).height > 300


def test_a_line_that_ends_early_is_named_where_it_ends_if_there_is_room():
    drawing = drawn(
        line("Early", {2000: 18, 2001: 19}, on=TENS),
        line("Late", {year: 2 for year in range(2000, 2010)}, on=TENS),
    )
    found = labels(drawing)

    assert found["Early"].x < found["Late"].x
    assert "19 (2001)" in found


def test_no_label_inside_the_plot_stands_on_a_line():
    lines = [
        line(f"Line {n}", {year: 3 * n + (year * n) % 7 for year in range(2000, 2004 + n)}, on=TENS)
        for n in range(6)
    ]
    one = chart(LineChart(tuple(lines), TENS, ReferenceLine(8, "Mean")))
    drawing = draw(one, width=Pt(482), style=STYLE, fonts=FONTS)
    boxes = [extent(item, FONTS) for item in drawing.items if isinstance(item, Label)]
    courses = [
        [(part[-2], part[-1]) for part in item.path]
        for item in drawing.items
        if isinstance(item, Shape) and item.stroke in STYLE.series and item.width > 1
    ]

    assert not any(is_crossed(Box(b.left, b.top, b.right, b.bottom), courses) for b in boxes)


def test_values_far_from_zero_have_a_scale_that_says_so():
    drawing = drawn(line("A", {2000: 70, 2001: 72}, on=TENS))

    assert "scale does not start at zero" in labels(drawing)
    assert "0" not in labels(drawing)


def test_no_tick_is_finer_than_the_figures():
    found = labels(drawn(line("A", {2000: 0, 2001: 2}, on=TENS), height=300))

    assert [text for text in found if text in {"0", "0.5", "1", "1.5", "2"}] == ["0", "1", "2"]


def test_ranges_that_follow_each_other_are_a_band_and_one_alone_a_whisker():
    drawing = drawn(
        line("A", {2000: Amount(1, 3), 2001: Amount(2, 4), 2002: 5, 2003: Amount(6, 9)}, on=TENS)
    )
    shapes = [item for item in drawing.items if isinstance(item, Shape)]
    bands = [shape for shape in shapes if shape.fill and len(shape.path) == 5 and not shape.stroke]
    whiskers = [shape for shape in shapes if shape.stroke == FIRST and len(shape.path) == 6]

    assert len(bands) == 1
    assert len(whiskers) == 1


def test_bounds_are_hollow_and_point_to_where_the_value_lies():
    drawing = drawn(line("A", {2000: Amount(None, 5, "up to"), 2001: 9}, on=TENS))
    shapes = [item for item in drawing.items if isinstance(item, Shape)]
    (hollow,) = [shape for shape in shapes if shape.fill == "#ffffff"]
    (arrow,) = [shape for shape in shapes if len(shape.path) == 6 and not shape.fill]

    assert max(part[2] for part in arrow.path) > max(part[-1] for part in hollow.path[:-1])


def test_a_line_to_compare_with_is_labelled_at_its_end():
    drawing = drawn(line("A", {2000: 1, 2001: 9}, on=TENS), reference=ReferenceLine(4.0, "Mean"))

    assert {"Mean", "4"} <= labels(drawing).keys()


def test_months_stand_where_they_belong_and_short_stretches_carry_their_own_names():
    points = tuple(
        LinePoint(Date(2022, month), f"M{month}", exactly(month), str(month)) for month in (1, 2, 7)
    )
    drawing = drawn(Line("A", points, False))
    xs = [part[1] for part in course(drawing, FIRST).path]

    assert {"M1", "M7"} <= labels(drawing).keys()
    assert (xs[1] - xs[0]) / (labels(drawing)["M7"].x - xs[0]) == pytest.approx(31 / 181, abs=0.01)


def test_a_year_stands_at_its_middle_after_its_first_months():
    points = (
        LinePoint(Date(2021), "2021", exactly(1), "1"),
        LinePoint(Date(2021, 2), "February 2021", exactly(2), "2"),
        LinePoint(Date(2022), "2022", exactly(3), "3"),
    )
    drawing = drawn(Line("A", points, False))

    assert drawing.data.splitlines()[1].startswith("A,2021-02,February 2021")


def test_the_alternative_text_tells_each_course_gaps_and_the_rank_of_the_highlighted():
    drawing = draw(crossing(), width=Pt(482), style=PLAIN_STYLE, fonts=PLAIN_FONTS)

    assert drawing.alt == (
        "Line chart: Prices rose fastest in 2022. Consumer price inflation, year on year. 4 lines, "
        "2012 to 2024. Kazakhstan (highlighted): from 5% (2012) to 9% (2024), highest 15% (2022). "
        "Uzbekistan: from 12% (2012) to 10% (2024), highest 18% (2018). Kyrgyzstan: from 3% (2012) "
        "to 5% (2024), highest 14% (2022). Tajikistan: from 6% (2012) to 4% (2024), highest 9% "
        "(2021). No data for Tajikistan between 2017 and 2019. Highlighted: Kazakhstan, 9% (2024), "
        "rank 2 of 4."
    )


FRAME = "Line chart: A finding. What is measured. {}"


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [
        ((line("A", {2000: 5}, on=TENS),), "1 line, 2000. A: 5 (2000)."),
        (
            (line("A", {2000: 26.4, 2001: 25.6}, on=TENS),),
            "1 line, 2000 to 2001. A: from 26.4 (2000) to 25.6 (2001).",
        ),
        (
            (line("A", {2000: 5, 2001: 9, 2002: 5}, on=TENS),),
            "1 line, 2000 to 2002. A: 5 (2000 and 2002), highest 9 (2001).",
        ),
        (
            (line("A", {2000: 5, 2001: 7, 2002: 9}, on=TENS), line("B", {2001: 1}, on=TENS)),
            "2 lines, 2000 to 2002. A: from 5 (2000) to 9 (2002). All points: 5 (2000), 7 (2001), "
            "9 (2002). B: 1 (2001).",
        ),
        (
            [line(f"L{number}", {2000: number}, on=TENS) for number in range(13)],
            "13 lines, 2000. "
            + " ".join(f"L{number}: {number} (2000)." for number in range(8))
            + " 5 more lines.",
        ),
    ],
)
def test_the_alternative_text_of_lines(lines, sentences):
    assert drawn(*lines).alt == FRAME.format(sentences)


def test_the_data_have_a_row_for_each_point():
    points = (
        LinePoint(Date(2010), "2010", Amount(None, 2, "up to"), "up to 2"),
        LinePoint(Date(2017, 5, 3), "3 May 2017", Amount(16, 18), "16–18"),
    )

    assert drawn(Line("A, B", points, False)).data == (
        "line,date,period,low,high,qualifier,text,unit\r\n"
        '"A, B",2010,2010,,2,up to,up to 2,instruments\r\n'
        '"A, B",2017-05-03,3 May 2017,16,18,,16–18,instruments\r\n'
    )
