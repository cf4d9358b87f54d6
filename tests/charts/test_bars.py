import pytest
from msgspec.structs import replace

from briefing.charts import draw
from briefing.charts.colours import WHITE
from briefing.charts.shapes.paths import rectangle
from briefing.model.chart import Bar, BarChart, Chart, ReferenceLine
from briefing.model.country import Amount
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.plain import PLAIN, PLAIN_FONTS, PLAIN_STYLE
from tests.charts.samples import COUNT, DOLLARS, bar, chart, exactly, military, nato, scale

TENS = scale(COUNT, 0)
BOLD = replace(PLAIN, bold=True)
STRONG = replace(PLAIN, bold=True, colour="#aa0000")
QUIET = replace(PLAIN, colour="#444444")


def drawn(*bars: Bar, height: float = 60, reference: ReferenceLine | None = None) -> Drawing:
    one = chart(BarChart(bars, TENS, reference), height=height)
    return draw(one, width=Pt(200), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def solid(drawing: Drawing) -> list[Shape]:
    colours = PLAIN_STYLE.accent, PLAIN_STYLE.neutral
    return [item for item in drawing.items if isinstance(item, Shape) and item.fill in colours]


def others(drawing: Drawing) -> list[Shape]:
    bars = solid(drawing)
    return [item for item in drawing.items if isinstance(item, Shape) and item not in bars]


def texts(drawing: Drawing) -> list[str]:
    return [item.text for item in drawing.items if isinstance(item, Label)]


def told(*bars: Bar, reference: ReferenceLine | None = None) -> str:
    return drawn(*bars, reference=reference).alt


def test_bars_begin_at_zero_and_leave_room_for_their_values():
    drawing = drawn(bar("Ab", 10, on=TENS), bar("C", 5, on=TENS, highlighted=True), height=43.4)

    # Names are 10 wide, a gap of 7.5, "10" with its gap takes 15: bars are 200 - 32.5 long.
    assert drawing.items == (
        Shape(rectangle(17.5, 6.0, 185.0, 20.0), fill="#666666"),
        Shape(rectangle(17.5, 26.0, 101.25, 40.0), fill="#aa0000"),
        Shape((("M", 17.5, 0.0), ("L", 17.5, 43.0)), stroke="#444444", width=0.8),
        Label("Ab", 0.0, 16.0, PLAIN),
        Label("10", 190.0, 16.0, PLAIN),
        Label("C", 0.0, 36.0, BOLD),
        Label("5", 106.25, 36.0, STRONG),
    )
    assert (drawing.width, drawing.height) == (200, 43.4)


def test_negative_bars_go_left_of_zero_and_carry_their_values_there():
    drawing = drawn(bar("A", 10, on=TENS), bar("B", -10, on=TENS))
    up, down = (shape.path for shape in solid(drawing))

    assert up[0][1] == down[1][1]
    assert up[1][1] - up[0][1] == pytest.approx(down[1][1] - down[0][1])
    value = next(item for item in drawing.items if isinstance(item, Label) and item.text == "−10")
    assert (value.anchor, value.x) == ("end", pytest.approx(down[0][1] - 5))


def test_few_bars_take_less_height_than_wanted_and_many_take_more():
    few = [bar(f"A{number}", 1, on=TENS) for number in range(4)]
    assert drawn(*few, height=300).height == pytest.approx(3 + 4 * 24.5 + 0.4)
    many = [bar(f"A{number}", number + 1, on=TENS) for number in range(200)]
    assert drawn(*many, height=300).height == pytest.approx(3 + 200 * 14 + 0.4)


def test_up_to_three_bars_grow_with_the_wanted_height():
    few = [bar(f"A{number}", 1, on=TENS) for number in range(3)]

    assert drawn(*few, height=300).height == pytest.approx(3 + 3 * 32 + 0.4)
    assert drawn(*few, height=90).height == pytest.approx(90)


def test_a_range_is_solid_to_its_low_end_and_hatched_to_its_high_end():
    drawing = drawn(bar("A", 16, 18, on=TENS), bar("B", 20, on=TENS))
    sure, whole = (shape.path for shape in solid(drawing))
    unit = (whole[1][1] - whole[0][1]) / 20

    assert sure[1][1] - sure[0][1] == pytest.approx(16 * unit)
    tint, hatching, edge = others(drawing)[:3]
    assert tint.path[1][1] - tint.path[0][1] == pytest.approx(2 * unit)
    assert hatching.stroke == edge.stroke == PLAIN_STYLE.neutral
    assert edge.dash == ()


def test_an_upper_bound_is_an_empty_bar_with_a_dashed_edge():
    drawing = drawn(bar("A", None, 2, "up to", on=TENS), bar("B", 4, on=TENS))
    edge = next(item for item in drawing.items if isinstance(item, Shape) and item.dash)

    assert len(solid(drawing)) == 1
    assert edge.stroke == PLAIN_STYLE.neutral
    assert edge.fill is None
    assert "up to 2" in texts(drawing)


def test_a_lower_bound_is_solid_and_points_onwards():
    drawing = drawn(bar("A", 6, None, "at least", on=TENS))
    (whole,) = solid(drawing)
    arrow = next(item for item in drawing.items if isinstance(item, Shape) and item.width == 1.3)

    assert all(segment[1] > whole.path[1][1] for segment in arrow.path)
    label = next(item for item in drawing.items if isinstance(item, Label) and item.text != "A")
    assert label.x > max(segment[1] for segment in arrow.path)


def test_a_bar_without_data_says_so_in_italics_and_has_no_length():
    drawing = drawn(bar("A", 6, on=TENS), bar("B", None))

    assert len(solid(drawing)) == 1
    (label,) = [item for item in drawing.items if isinstance(item, Label) and item.style.italic]
    assert label.text == "no data"


def test_zero_has_no_bar_and_its_value_stands_at_the_zero_line():
    drawing = drawn(bar("A", 0, on=TENS))

    assert solid(drawing) == []
    assert texts(drawing) == ["A", "0"]


def test_what_is_printed_as_zero_is_not_drawn_as_if_it_were_much():
    (shape,) = solid(drawn(bar("A", 0.2, on=TENS)))

    assert shape.path[1][1] - shape.path[0][1] < 0.21 * 200


def test_a_line_to_compare_with_is_white_on_bars_and_keeps_off_values():
    drawing = drawn(bar("A", 10, on=TENS), bar("B", 4, on=TENS), reference=ReferenceLine(5, "Mean"))
    dark, light = (
        next(item for item in drawing.items if isinstance(item, Shape) and item.stroke == colour)
        for colour in ("#444444", WHITE)
    )
    first, second = solid(drawing)
    value = next(item for item in drawing.items if isinstance(item, Label) and item.text == "4")

    assert "Mean 5" in texts(drawing)
    assert all(first.path[0][2] <= part[2] <= first.path[2][2] for part in light.path)
    assert all(not first.path[0][2] < part[2] < first.path[2][2] for part in dark.path[2:])
    assert second.path[1][1] < light.path[0][1]
    assert value.x > second.path[1][1]


def test_long_names_are_set_in_two_lines_or_as_many_as_they_need():
    drawing = drawn(
        bar("Collective security", 10, on=TENS),
        bar("A name that is so very long that it does not fit in two lines", 10, on=TENS),
    )

    assert texts(drawing) == [
        "Collective", "security", "10",
        "A name that is", "so very long", "that it does not", "fit in two lines", "10",
    ]  # fmt: skip


def test_the_alternative_text_tells_extremes_rank_each_bar_and_reference():
    one = military()
    drawing = draw(one, width=Pt(482), style=PLAIN_STYLE, fonts=PLAIN_FONTS)

    assert drawing.alt == (
        "Bar chart: Kazakhstan spends the smallest share of GDP on its military. Military "
        "expenditure, % of GDP, latest year available. 7 bars. Highest: Uzbekistan, 4.0%. Lowest: "
        "Kazakhstan, 1.1%. Highlighted: Kazakhstan, 1.1%, rank 7 of 7. Values: Uzbekistan 4.0%, "
        "Russia 3.9%, Tajikistan 2.2%, China 1.9%, Turkmenistan 1.8%, Kyrgyzstan 1.5%, Kazakhstan "
        "1.1%. Median of the seven: 1.9%."
    )


def test_the_alternative_text_names_who_has_no_data():
    drawing = draw(nato(), width=Pt(230), style=PLAIN_STYLE, fonts=PLAIN_FONTS)

    assert drawing.alt == (
        "Bar chart: About a third of those asked in three states see NATO as a threat. Respondents "
        "who see NATO as a threat, %, 2016. 5 bars. Highest: Tajikistan, 34%. Lowest: Kyrgyzstan, "
        "30%. Highlighted: Kyrgyzstan, 30%, rank 3 of 3. Values: Tajikistan 34%, Kazakhstan "
        "31%, Kyrgyzstan 30%. No data for Turkmenistan and Uzbekistan."
    )


FRAME = "Bar chart: A finding. What is measured. {}"


@pytest.mark.parametrize(
    ("bars", "sentences"),
    [
        ((bar("A", 5, on=TENS),), "1 bar: A 5."),
        ((bar("A", 5, on=TENS), bar("B", 5, on=TENS)), "2 bars: A 5, B 5."),
        (
            (bar("A", 5, on=TENS, highlighted=True), bar("B", 5, on=TENS), bar("C", 1, on=TENS)),
            "3 bars. Highest: A and B, 5. Lowest: C, 1. Highlighted: A, 5, joint rank 1 of 3. "
            "Values: A 5, B 5, C 1.",
        ),
        (
            [bar("A", 5, on=TENS)] * 4 + [bar("C", 1, on=TENS)],
            "5 bars. Highest: 4 bars, 5. Lowest: C, 1. Values: A 5, A 5, A 5, A 5, C 1.",
        ),
        (
            (bar("A", 26.4, on=TENS), bar("B", 25.6, on=TENS)),
            "2 bars: A 26.4, B 25.6.",
        ),
        (
            [bar(str(year), 5, on=TENS) for year in (2019, 2020, 2021)],
            "3 bars. All are 5. Values: 2019: 5, 2020: 5, 2021: 5.",
        ),
        (
            (bar("Korea, South", 7, on=TENS), bar("B", None), bar("C", 4, on=TENS)),
            "3 bars: Korea, South 7; C 4. No data for B.",
        ),
        (
            [bar(chr(number), number, on=TENS) for number in range(65, 65 + 13)],
            "13 bars. Highest: M, 77. Lowest: A, 65.",
        ),
        (
            (bar("A", 4, 9, on=TENS, highlighted=True), bar("B", 8, on=TENS), bar("C", 3, on=TENS)),
            "3 bars. Longest bar: B, 8. Lowest: C, 3. Highlighted: A, 4–9, rank 1 to 2 of 3. "
            "Values: A 4–9, B 8, C 3.",
        ),
    ],
)
def test_the_alternative_text_is_no_surer_than_the_data(bars, sentences):
    assert told(*bars) == FRAME.format(sentences)


def test_the_data_are_csv_with_open_ends_left_empty():
    on = scale(DOLLARS, 1)
    bars = (
        bar('A, "B"', 14.5e6, on=on),
        bar("C", None, 2.5, "up to", on=on),
        bar("D", 6, None, "over", on=on),
        bar("E", None),
        Bar("F", exactly(1e16), "much", False),
        Bar("G", Amount(16, 18), "16–18", False),
    )
    one = chart(BarChart(bars, on, None))

    assert draw(one, width=Pt(300), style=PLAIN_STYLE, fonts=PLAIN_FONTS).data == (
        "label,low,high,qualifier,text,unit\r\n"
        '"A, ""B""",14500000,14500000,,US$14.5\u00a0million,US$\r\n'
        "C,,2.5,up to,up to US$2.5,US$\r\n"
        "D,6,,over,over US$6.0,US$\r\n"
        "E,,,,,US$\r\n"
        "F,1e+16,1e+16,,much,US$\r\n"
        "G,16,18,,16–18,US$\r\n"
    )


def test_a_drawing_knows_where_its_chart_was_written():
    one: Chart = military()
    drawing = draw(one, width=Pt(482), style=PLAIN_STYLE, fonts=PLAIN_FONTS)

    assert (drawing.id, drawing.where) == (one.id, one.where)
