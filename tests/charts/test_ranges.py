import pytest
from hypothesis import strategies as st

from briefing.charts import draw
from briefing.charts.colours import WHITE, contrast
from briefing.charts.words.ranges import range_words
from briefing.model.chart import Chart, RangeChart, ReferenceLine
from briefing.model.country import Amount
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.boxes import bounds, labels, shapes, texts
from tests.charts.gallery_ranges import arms, gallery, internet, many, trade
from tests.charts.grid_cases import grids, holds_for_any
from tests.charts.grids import Value, grid
from tests.charts.plain import PLAIN_FONTS, PLAIN_STYLE
from tests.charts.press import print_drawings
from tests.charts.samples import COUNT, FONTS, FULL, STYLE, chart, scale
from tests.charts.test_properties import AMOUNTS, REFERENCES, SCALES

TENS = scale(COUNT, 0)
NAVY, ACCENT = PLAIN_STYLE.series[0], PLAIN_STYLE.accent


def drawn(
    rows: dict[str, tuple[Value, ...]],
    *highlighted: str,
    columns: tuple[str, ...] = ("Rural", "Urban"),
    width: float = 400,
    height: float = 100,
    reference: ReferenceLine | None = None,
) -> Drawing:
    figures = grid(columns, rows, on=TENS, highlighted=highlighted)
    one = chart(RangeChart(figures, TENS, reference), height=height)
    return draw(one, width=Pt(width), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def single(rows: dict[str, Value], *highlighted: str) -> Drawing:
    return drawn({name: (value,) for name, value in rows.items()}, *highlighted, columns=("",))


def marks(drawing: Drawing, *colours: str) -> list[Shape]:
    """Circles in one of the full colours, those of the key among them."""
    return [
        shape
        for shape in shapes(drawing)
        if shape.fill in (colours or (NAVY, ACCENT)) and len(shape.path) == 6
    ]


def middle(shape: Shape) -> float:
    return (bounds(shape).left + bounds(shape).right) / 2


def named(drawing: Drawing, text: str) -> Label:
    return next(label for label in labels(drawing) if label.text == text)


def test_marks_stand_where_their_values_are():
    _, *found = map(middle, marks(drawn({"A": (0, 10), "B": (0, 20), "C": (0, 40)})))

    first, second, third = found
    assert third - second == pytest.approx(2 * (second - first))


def test_a_diamond_is_first_and_a_circle_second_also_where_it_falls():
    up, down = drawn({"A": (5, 9)}), drawn({"A": (9, 5)})
    diamonds = [
        next(s for s in shapes(one)[::-1] if s.fill and len(s.path) == 5) for one in (up, down)
    ]

    assert middle(diamonds[0]) < middle(marks(up)[-1])
    assert middle(diamonds[1]) > middle(marks(down)[-1])
    assert contrast(diamonds[0].fill or WHITE, WHITE) >= 3


def test_values_stand_outside_of_their_marks():
    drawing = drawn({"A": (9, 5)})

    assert (named(drawing, "5").anchor, named(drawing, "9").anchor) == ("end", "start")


def test_columns_are_named_above_the_marks_of_the_first_row():
    drawing = drawn({"A": (5, 35), "B": (2, 9)})
    first, second = named(drawing, "Rural"), named(drawing, "Urban")

    assert first.y == second.y < named(drawing, "A").y
    assert first.x < named(drawing, "35").x
    assert abs(second.x - named(drawing, "35").x) < 30


def test_two_values_that_are_equal_are_told_once_and_both_marks_seen():
    drawing = drawn({"A": (7, 7)})
    diamond = next(s for s in shapes(drawing)[::-1] if s.fill and len(s.path) == 5)
    box, circle = bounds(diamond), bounds(marks(drawing)[-1])

    assert texts(drawing).count("7") == 1
    assert box.left < circle.left
    assert box.right > circle.right


def test_a_missing_end_is_named_where_it_would_stand():
    drawing = drawn({"A": (None, 9), "B": (5, None), "C": (None, None), "D": (5, 9)})

    assert (named(drawing, "Rural: no data").anchor, named(drawing, "Urban: no data").anchor) == (
        "end", "start",
    )  # fmt: skip
    assert len(marks(drawing)) == 3
    assert "C: Rural no data, Urban no data." in drawing.alt


def test_a_gap_that_is_not_sure_is_dotted():
    sure = drawn({"A": (Amount(2, 5), Amount(9, 12))})
    unsure = drawn({"A": (Amount(2, 10), Amount(9, 12))})
    inwards = drawn({"A": (Amount(2, None, "over"), 9)})

    dotted = [any(shape.dash for shape in shapes(one)) for one in (sure, unsure, inwards)]
    assert dotted == [False, True, True]


def test_a_single_column_shows_how_far_each_figure_may_go():
    drawing = single({"A": Amount(16, 18), "B": 10, "C": Amount(None, 20, "up to")})
    first, second, dot = marks(drawing)
    bar = next(shape for shape in shapes(drawing) if shape.width == 3.2)

    assert (bounds(bar).left, bounds(bar).right) == (middle(first), pytest.approx(middle(second)))
    assert middle(dot) < middle(first)
    assert named(drawing, "16–18").anchor == "start"


@pytest.mark.parametrize(
    ("amount", "way"), [(Amount(5, None, "over"), 1), (Amount(None, 5, "up to"), -1)]
)
def test_a_bound_is_open_and_points_to_where_the_value_lies(amount, way):
    drawing = single({"A": amount, "B": 10, "C": 0})
    hollow = next(shape for shape in shapes(drawing) if shape.fill == WHITE)
    arrow = next(shape for shape in shapes(drawing) if shape.width == 1.1 and not shape.fill)

    assert hollow.stroke == arrow.stroke == NAVY
    assert (middle(arrow) - middle(hollow)) * way > 0


def test_what_is_highlighted_has_the_accent():
    drawing = drawn({"A": (5, 9), "B": (6, 8)}, "B")

    assert [shape.fill for shape in marks(drawing)[1:]] == [NAVY, ACCENT]
    assert named(drawing, "8").style.bold


def test_names_stand_above_their_marks_where_there_is_no_room_beside_them():
    rows: dict[str, tuple[Value, ...]] = {"A rather long name of a place": (1000, 2000)}
    wide, narrow = drawn(rows), drawn(rows, width=150)

    assert wide.height < narrow.height
    assert named(narrow, "A rather long name of a place").y < named(narrow, "2,000").y


def test_a_line_to_compare_with_is_drawn_and_told():
    drawing = drawn({"A": (5, 9)}, reference=ReferenceLine(7, "Mean"))
    line = next(shape for shape in shapes(drawing) if shape.width == 1.0)

    assert "Mean 7" in texts(drawing)
    assert named(drawing, "5").x < middle(line) < named(drawing, "9").x
    assert drawing.alt.endswith("Mean: 7.")


def test_there_must_be_one_column_or_two():
    with pytest.raises(ValueError, match="a range chart of 3 columns; 1 or 2 are needed"):
        drawn({"A": (1, 2, 3)}, columns=("a", "b", "c"))


def test_the_alternative_text_tells_gaps_and_every_row():
    assert draw(internet(), width=FULL, style=STYLE, fonts=FONTS).alt == (
        "Range chart: The gap between town and village in internet use has not closed. What is "
        "measured. 6 rows: Rural and Urban. Widest gap: Tajikistan, 34% and 58%. Narrowest gap: "
        "Kazakhstan, 90% and 95%. Kazakhstan (highlighted): Rural 90%, Urban 95%. Uzbekistan: "
        "Rural 78%, Urban 92%. Azerbaijan: Rural 81%, Urban 90%. Kyrgyzstan: Rural 74%, Urban "
        "89%. Georgia: Rural 69%, Urban 88%. Tajikistan: Rural 34%, Urban 58%."
    )


@pytest.mark.parametrize(
    ("one", "sentences"),
    [
        (
            arms(),
            "5 rows. Highlighted: China, 2015–2019, 16–18%, rank 2 of 4. Values: China, 2010–2014: "
            "up to 2%; China, 2015–2019: 16–18%; Russia, 2015–2019: over 50%; Turkey, 2015–2019: "
            "7%. No data for Others. A quarter: 25%.",
        ),
        (
            trade(),
            "5 rows: 2014 and 2024. Widest gap: Kyrgyzstan, 22 and 5. Narrowest gap: Tajikistan, 4 "
            "and 4. Kazakhstan: 2014: 17, 2024: 30. Uzbekistan: 2014: 4, 2024: 13. Turkmenistan: "
            "2014: 10, 2024: 11. Kyrgyzstan (highlighted): 2014: 22, 2024: 5. Tajikistan: 2014: "
            "4, 2024: 4. Mean of 2024: 15.",
        ),
        (
            many(),
            "40 rows: Urban and Rural. Widest gap: District 34, 0.0% and 27.0%. Narrowest gap: "
            "District 29, 12.0% and 12.0%.",
        ),
    ],
)
def test_the_alternative_text_is_no_surer_than_the_data(one, sentences):
    assert draw(one, width=FULL, style=STYLE, fonts=FONTS).alt.endswith(sentences)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Rural: no data|2 rows: A and B.|A: X 1, Y 2.|Values: A 1.|1 more row."),
        ("de", "Rural: keine Daten|2 Zeilen: A und B.|A: X 1, Y 2.|Werte: A 1.|"
               "1 weitere Zeile."),
        ("fr", "Rural\u00a0: aucune donnée|2 lignes\u00a0: A et B.|A\u00a0: X 1, Y 2.|"
               "Valeurs\u00a0: A 1.|1 autre ligne."),
        ("ru", "Rural: нет данных|2 строки: A и B.|A: X\u00a0— 1, Y\u00a0— 2.|"
               "Значения: A\u00a0— 1.|Ещё 1 строка."),
    ],
)  # fmt: skip
def test_ranges_have_words_in_every_language(language, told):
    words = range_words(language)
    sentences = (
        words.missing_end("Rural"), words.rows(2, ["A", "B"]),
        words.row("A", [("X", "1"), ("Y", "2")]), words.each([("A", "1")]), words.others(1),
    )  # fmt: skip

    assert "|".join(sentences) == told
    assert words.chart("T").endswith(": T.")
    assert words.widest(["A"], "1", "2") != words.narrowest(["A"], "1", "2")


def test_the_data_are_csv():
    assert drawn({"A": (Amount(16, 18), None)}).data == (
        "category,series,low,high,qualifier,text,unit\r\n"
        "A,Rural,16,18,,16–18,instruments\r\n"
        "A,Urban,,,,,instruments\r\n"
    )


@pytest.mark.parametrize("value", [0.0, 1e-12, 1e15, -1e15, 5e-324])
def test_the_smallest_and_the_largest_numbers_are_drawn(value):
    for rows in ({"A": (value, value)}, {"A": (value, -value), "B": (0, value)}):
        assert drawn(rows).width == 400


@st.composite
def range_charts(draw_from: st.DrawFn) -> Chart:
    on = draw_from(SCALES)
    figures = draw_from(grids(on, AMOUNTS, most=2))
    data = RangeChart(figures, on, draw_from(REFERENCES))
    return chart(data, height=draw_from(st.integers(40, 300)))


test_no_label_of_a_range_meets_another = holds_for_any(range_charts(), 60)
test_no_label_of_a_range_meets_another_in_many_more_cases = pytest.mark.slow(
    holds_for_any(range_charts(), 500)
)


def test_ranges_look_as_they_did(same_look):
    same_look("charts/ranges-bounds-half.png", print_drawings([gallery()["ranges-bounds-half"]]))
