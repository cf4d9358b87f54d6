from math import nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.charts import draw_in_cell
from briefing.charts.words.sparks import spark_words
from briefing.errors import ContentError
from briefing.model.chart import CellBar, Line, LinePoint, Sketch, Spark
from briefing.model.country import Amount, Date
from briefing.model.drawing import Drawing, Shape
from briefing.units import Pt
from tests.charts.boxes import bounds, outside, shapes
from tests.charts.gallery_cells import gallery, spark_of, sparks
from tests.charts.plain import PLAIN_STYLE
from tests.charts.press import print_drawings
from tests.charts.samples import WHERE, exactly, line, scale
from tests.charts.test_properties import AMOUNTS, NUMBERS

WIDE, HIGH = Pt(70), Pt(11)
GREY, NAVY, ACCENT = PLAIN_STYLE.neutral, PLAIN_STYLE.series[0], PLAIN_STYLE.accent


def drawn(sketch: Sketch) -> Drawing:
    return draw_in_cell(sketch, width=WIDE, height=HIGH, style=PLAIN_STYLE)


def bar(
    amount: Amount | float | None, low: float = 0, high: float = 40, *, strong: bool = False
) -> Drawing:
    if isinstance(amount, int | float):
        amount = exactly(amount)
    return drawn(Sketch("test", CellBar(amount, low, high, strong), "en", WHERE))


def solid(drawing: Drawing) -> Shape:
    return next(shape for shape in shapes(drawing) if shape.fill in (GREY, ACCENT))


def test_bars_of_a_column_are_as_long_as_their_values():
    whole, half = bounds(solid(bar(40))), bounds(solid(bar(20)))

    assert (whole.left, half.left) == (0, 0)
    assert half.right == pytest.approx(whole.right / 2)
    assert whole.right <= WIDE


def test_bars_below_zero_go_left_of_a_line_they_share_with_those_above():
    down, up = bar(-10, -10, 20), bar(20, -10, 20)
    left, right = bounds(solid(down)), bounds(solid(up))

    assert left.right == right.left
    assert right.right - right.left == pytest.approx(2 * (left.right - left.left))
    assert bounds(shapes(down)[-1]) == bounds(shapes(up)[-1])


def test_no_data_is_drawn_as_nothing_and_zero_as_a_line():
    (zero,) = shapes(bar(0))

    assert bar(None).items == ()
    assert zero.stroke == PLAIN_STYLE.axis


def test_what_is_highlighted_has_the_accent():
    assert solid(bar(4, strong=True)).fill == ACCENT
    assert solid(bar(4)).fill == GREY


def test_a_bound_points_onwards_within_its_cell():
    drawing = bar(Amount(40, None, "over"))

    assert bounds(shapes(drawing)[-1]).right <= WIDE
    assert shapes(drawing)[-1].stroke == GREY


def test_a_bar_says_nothing_that_its_cell_does_not():
    drawing = bar(4)

    assert (drawing.alt, drawing.data) == ("", "")
    assert (drawing.width, drawing.height, drawing.where) == (WIDE, HIGH, WHERE)


def test_a_line_goes_from_the_first_date_of_its_column_to_the_last():
    early = drawn(spark_of(line("A", {2015: 1, 2024: 5})))
    late = drawn(spark_of(line("A", {2020: 1, 2024: 5})))
    whole, part = bounds(shapes(early)[0]), bounds(shapes(late)[0])

    assert whole.right == part.right
    assert part.right - part.left == pytest.approx((whole.right - whole.left) * 4 / 9)
    assert (whole.right - whole.left, whole.bottom - whole.top) == pytest.approx((65.4, 6.4))


def test_the_end_has_a_dot_and_the_extremes_faint_ones():
    drawing = drawn(spark_of(line("A", {2015: 3, 2016: 9, 2017: 1, 2018: 4})))
    _, highest, lowest, end = shapes(drawing)

    assert end.fill == NAVY
    assert highest.fill == lowest.fill != NAVY
    assert bounds(highest).bottom < bounds(end).top < bounds(lowest).top


def test_gaps_are_dotted():
    values = {2015: 3, 2016: 9, 2020: 1, 2021: 4, 2022: 5}
    dashes = [shape.dash for shape in shapes(drawn(spark_of(line("A", values)))) if shape.stroke]

    assert [bool(dash) for dash in dashes] == [True, False]


def test_what_hardly_differs_is_not_drawn_as_if_it_were_much():
    line_ = shapes(drawn(spark_of(line("A", {2015: 25.02, 2024: 25.04}, on=scale()))))[0]

    assert bounds(line_).bottom - bounds(line_).top < 1


@pytest.mark.parametrize(
    ("values", "alt"),
    [
        ({2015: 3, 2024: 5}, "from 3.0% (2015) to 5.0% (2024)"),
        ({2019: 3}, "3.0% (2019)"),
        (
            {2015: 3, 2016: 9, 2017: 1, 2018: 4},
            "from 3.0% (2015) to 4.0% (2018), lowest 1.0% (2017), highest 9.0% (2016)",
        ),
        ({2015: 3, 2016: 3}, "from 3.0% (2015) to 3.0% (2016)"),
        ({2015: 3.01, 2016: 3.04}, "from 3.01% (2015) to 3.04% (2016)"),
        (
            {2015: 3, 2016: 4, 2020: 5, 2021: 6},
            "from 3.0% (2015) to 6.0% (2021), no data between 2016 and 2020",
        ),
        (
            {2014: Amount(None, 2, "up to"), 2019: Amount(16, 18)},
            "from up to 2.0% (2014) to 16.0–18.0% (2019)",
        ),
    ],
)
def test_a_line_tells_its_ends_its_extremes_and_its_gaps(values, alt):
    assert drawn(spark_of(line("A", values, on=scale()))).alt == alt


@pytest.mark.parametrize(
    ("language", "alt"),
    [
        ("de", "zuerst 3 (2015), zuletzt 4 (2021), am niedrigsten 1 (2016), keine Daten zwischen "
               "2016 und 2020"),
        ("fr", "au début 3 (2015), à la fin 4 (2021), minimum 1 (2016), aucune donnée entre "
               "2016 et 2020"),
        ("ru", "сначала 3 (2015), в конце 4 (2021), минимум 1 (2016), нет данных в промежутке "
               "2016–2020"),
    ],
)  # fmt: skip
def test_lines_have_words_in_every_language(language, alt):
    values = {2015: 3, 2016: 1, 2020: 4, 2021: 4}
    points = tuple(
        LinePoint(Date(year), str(year), exactly(value), str(value))
        for year, value in values.items()
    )
    sketch = replace(spark_of(Line("A", points, highlighted=False)), language=language)

    assert drawn(sketch).alt == alt
    assert spark_words(language).highest("5") != spark_words(language).lowest("5")


def test_a_language_without_words_is_refused_and_a_bar_needs_none():
    sketch = replace(sparks()[0], language="xx")

    with pytest.raises(ContentError) as caught:
        drawn(sketch)

    assert str(caught.value) == (
        "content/charts/test.yaml:1:1: error: charts have no words in the language 'xx'\n"
        "  hint: known: de, en, fr, ru"
    )
    assert drawn(Sketch("test", CellBar(exactly(1), 0, 1, highlighted=False), "xx", WHERE)).items


def test_values_that_are_no_numbers_are_refused():
    points = (LinePoint(Date(2015), "2015", exactly(nan), "nan"),)
    spark = Spark(Line("A", points, highlighted=False), scale(), Date(2015), Date(2016))
    empty = CellBar(exactly(nan), 0, 1, highlighted=False)

    for data, name in ((empty, "test"), (spark, "A, 2015")):
        with pytest.raises(ContentError) as caught:
            drawn(Sketch("test", data, "en", WHERE))
        assert str(caught.value) == (
            f"content/charts/test.yaml:1:1: error: the value of {name!r} is not a finite number: "
            "'nan'"
        )


@settings(max_examples=100, deadline=None)
@given(AMOUNTS, NUMBERS, NUMBERS)
def test_any_bar_stays_in_its_cell(amount, one, other):
    ends = [end for end in (amount.low, amount.high, one, other) if end is not None]

    assert outside(bar(amount, min(0.0, *ends), max(0.0, *ends))) == []


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.integers(1990, 2024), AMOUNTS, min_size=1, max_size=14))
def test_any_line_stays_in_its_cell(values):
    one = line("A", dict(sorted(values.items())), on=scale())

    assert outside(drawn(spark_of(one, 1990, 2024))) == []
    assert drawn(spark_of(one)) == drawn(spark_of(one))


def test_cells_look_as_they_did(same_look):
    same_look("charts/cells-sparks.png", print_drawings([gallery()["cells-sparks"]]))
