import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.charts import draw
from briefing.model.chart import (
    Chart,
    Line,
    LinePoint,
    MultiplesChart,
    ReferenceLine,
    TimeBand,
    ValueBand,
)
from briefing.model.country import Amount, Date
from briefing.model.drawing import Drawing, Stamped
from briefing.units import Pt
from tests.charts.boxes import bounds, labels, outside, overlaps, shapes, texts
from tests.charts.gallery_multiples import capacity, everything, gallery, ranges, thirty
from tests.charts.samples import (
    COUNT,
    FONTS,
    FULL,
    HALF,
    PERCENT,
    STYLE,
    chart,
    line,
    scale,
    worded,
)

TENS = scale(COUNT, 0)
ONES = scale(PERCENT, 1)
FIRST = STYLE.series[0]


def drawn(*lines: Line, across: int = 0, width: Pt = FULL, height: float = 156) -> Drawing:
    one = chart(MultiplesChart(lines, TENS, across), height=height)
    return draw(one, width=width, style=STYLE, fonts=FONTS)


def rising(name: str, *values: float, highlighted: bool = False) -> Line:
    return line(name, dict(enumerate(values, 2000)), on=TENS, highlighted=highlighted)


def at(drawing: Drawing, text: str) -> tuple[float, float]:
    (found,) = [label for label in labels(drawing) if label.text == text]
    return found.x, found.y


def columns(drawing: Drawing, names: list[str]) -> int:
    return len({round(at(drawing, name)[0], 3) for name in names})


def courses(drawing):
    wide = [shape for shape in shapes(drawing) if shape.stroke == FIRST and shape.width > 1]
    return [shape for shape in wide if len(shape.path) > 1]


def test_each_line_has_a_panel_with_its_name_and_its_first_and_last_value():
    drawing = drawn(rising("A", 1, 5, 7), rising("B", 2, 8, 3))

    assert {"A", "B", "1", "7", "2", "3"} <= set(texts(drawing))
    assert at(drawing, "A")[1] == at(drawing, "B")[1]


def test_all_panels_have_the_same_scale():
    drawing = drawn(rising("A", 0, 20), rising("B", 0, 10))
    one, other = (bounds(shape) for shape in courses(drawing))

    assert one.bottom == other.bottom
    assert one.bottom - one.top == pytest.approx(2 * (other.bottom - other.top))


@pytest.mark.parametrize(
    ("count", "width", "side_by_side"),
    [(8, FULL, 4), (5, FULL, 3), (4, FULL, 4), (8, HALF, 2), (3, HALF, 2), (2, Pt(144), 1)],
)
def test_as_many_stand_side_by_side_as_fit_in_rows_of_one_length(count, width, side_by_side):
    names = [f"Land {number}" for number in range(count)]
    drawing = drawn(*(rising(name, 10, 12) for name in names), width=width)

    assert columns(drawing, names) == side_by_side


@pytest.mark.parametrize(("width", "side_by_side"), [(FULL, 5), (HALF, 3), (Pt(144), 2)])
def test_the_author_may_say_how_many_where_they_fit(width, side_by_side):
    names = [f"Land {number}" for number in range(5)]
    drawing = drawn(*(rising(name, 10, 12) for name in names), width=width, across=5)

    assert columns(drawing, names) == side_by_side


def test_what_is_highlighted_has_the_accent():
    drawing = drawn(rising("A", 1, 6), rising("B", 2, 9, highlighted=True))
    styles = {label.text: label.style.colour for label in labels(drawing)}

    assert styles["B"] == styles["9"] == STYLE.accent != styles["A"]


def test_the_other_lines_stand_faintly_behind_each():
    drawing = drawn(rising("A", 1, 5), rising("B", 2, 8), rising("C", 4, 4))
    stamped = [item for item in drawing.items if isinstance(item, Stamped)]
    (context,) = [item for item in stamped if len(item.shape.path) == 6 and not item.shape.fill]

    assert len(context.at) == 3


def test_very_many_lines_do_not_stand_behind_each():
    drawing = draw(thirty(), width=FULL, style=STYLE, fonts=FONTS)
    stamped = [item.shape for item in drawing.items if isinstance(item, Stamped)]

    assert max(len(shape.path) for shape in stamped) < 20


def test_a_line_without_points_has_an_empty_panel():
    drawing = drawn(rising("A", 1, 5), Line("Nowhere", (), False))

    assert {"Nowhere", "no data"} <= set(texts(drawing))
    assert drawing.data.splitlines()[-1] == "Nowhere,,,,,,,instruments"
    assert "No data for Nowhere." in drawing.alt


def test_labels_of_the_grid_have_room_where_a_high_panel_has_finer_ones():
    nought = LinePoint(Date(1990), "1990", Amount(0.0, 0.0), worded(Amount(0.0, 0.0), ONES))
    data = MultiplesChart((Line("K", (nought,), False),), ONES, 0, ReferenceLine(1.0, "K"))
    drawing = draw(chart(data, height=89), width=Pt(144), style=STYLE, fonts=FONTS)

    assert "0.5" in texts(drawing)
    assert not outside(drawing)


def test_values_stand_at_the_left_of_each_row_and_dates_below_each_column():
    drawing = drawn(*(rising(f"Land {number}", 10, 20) for number in range(5)))
    found = texts(drawing)

    assert found.count("0") == 2
    assert found.count("2001") == 3


def test_a_line_that_ends_early_says_when():
    drawing = drawn(rising("A", 1, 5, 9), rising("B", 2, 8))

    assert "8 (2001)" in texts(drawing)


def test_values_that_are_printed_alike_are_told_apart():
    drawing = drawn(rising("A", 26.4, 25.6))

    assert {"26.4", "25.6"} <= set(texts(drawing))


def test_lines_to_compare_with_and_stretches_are_in_each_panel_and_named_once():
    drawing = draw(everything(), width=FULL, style=STYLE, fonts=FONTS)
    stamped = [item for item in drawing.items if isinstance(item, Stamped)]

    assert texts(drawing).count("Mean of the four 8%") == 1
    assert texts(drawing).count("Pandemic") == 1
    assert all(len(item.at) == 4 for item in stamped)


def test_nothing_in_the_gallery_collides():
    for name, drawing in gallery().items():
        assert not overlaps(drawing), name
        assert not outside(drawing), name


def test_the_alternative_text_tells_each_line():
    drawing = draw(capacity(), width=FULL, style=STYLE, fonts=FONTS)

    assert drawing.alt == (
        "Small multiples: A finding. What is measured. 8 small line charts on one scale, 2016 to "
        "2024. Kazakhstan (highlighted): from 9% (2016) to 132% (2024). Uzbekistan: from 0% "
        "(2016) to 88% (2024). Kyrgyzstan: from 0% (2016) to 6% (2024). Tajikistan: 0% (2016 and "
        "2024). Azerbaijan: from 4% (2016) to 41% (2024). Georgia: from 6% (2016) to 24% (2024). "
        "Armenia: from 3% (2016) to 140% (2024). Highlighted: Kazakhstan, 132% (2024), rank 2 of "
        "7. No data for Turkmenistan."
    )


def test_the_alternative_text_tells_what_to_compare_with_and_what_is_picked_out():
    drawing = draw(everything(), width=FULL, style=STYLE, fonts=FONTS)

    assert drawing.alt.endswith(
        "Mean of the four: 8%. Picked out: Pandemic, 2020 to 2021. Picked out: Target of the "
        "banks, 3% to 5%."
    )


def test_ranges_and_bounds_are_drawn_as_in_line_charts():
    drawing = draw(ranges(), width=FULL, style=STYLE, fonts=FONTS)

    assert {"up to 2%", "at least 9% (2012)", "8% (2013)"} <= set(texts(drawing))


WORDS = st.text("abcdeghilmnoprstuvwyzKQWМя-/éőß", min_size=1, max_size=14)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
NUMBERS = st.one_of(st.floats(-1e9, 1e9), st.floats(-100, 100), st.integers(-20, 2000).map(float))
AMOUNTS = st.one_of(
    NUMBERS.map(lambda number: Amount(number, number)),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: Amount(min(pair), max(pair))),
    NUMBERS.map(lambda number: Amount(None, number, "up to")),
)
DATES = st.sampled_from(
    [
        st.builds(Date, st.integers(1990, 2024)),
        st.builds(Date, st.integers(2019, 2022), st.integers(1, 12)),
    ]
)
BANDS = st.lists(
    st.one_of(
        st.builds(
            lambda year, length, label: TimeBand(Date(year), Date(year + length), label),
            st.integers(1985, 2024),
            st.integers(0, 9),
            NAMES,
        ),
        st.builds(
            lambda low, size, label: ValueBand(low, low + size, label),
            st.floats(-50, 50),
            st.floats(1, 50),
            NAMES,
        ),
    ),
    max_size=2,
).map(tuple)


@st.composite
def multiples(draw_from: st.DrawFn) -> Chart:
    on = draw_from(st.builds(scale, st.sampled_from([PERCENT, COUNT]), st.integers(0, 2)))
    dates = draw_from(DATES)
    lines = []
    for number in range(draw_from(st.integers(1, 12))):
        points = draw_from(st.dictionaries(dates, AMOUNTS, min_size=0 if number else 1, max_size=9))
        lines.append(
            Line(
                draw_from(NAMES),
                tuple(
                    LinePoint(date, f"{date.year}-{date.month}", amount, worded(amount, on))
                    for date, amount in sorted(points.items())
                ),
                draw_from(st.booleans()),
            )
        )
    reference = draw_from(st.none() | st.builds(ReferenceLine, NUMBERS, NAMES))
    data = MultiplesChart(
        tuple(lines), on, draw_from(st.integers(0, 6)), reference, draw_from(BANDS)
    )
    return chart(data, height=draw_from(st.integers(40, 300)))


def holds_for(one: Chart, width: Pt) -> None:
    drawing = draw(one, width=width, style=STYLE, fonts=FONTS)

    assert drawing.width == width
    assert not overlaps(drawing)
    assert not outside(drawing)
    assert drawing == draw(one, width=width, style=STYLE, fonts=FONTS)


def many(cases: int):
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    widths = st.sampled_from([144, 170, 230, 310, 482]).map(Pt)
    return settings(
        max_examples=cases, deadline=None, derandomize=True, suppress_health_check=checks
    )(given(multiples(), widths)(holds_for))


test_no_label_meets_another_or_leaves_the_drawing = many(30)
test_no_label_meets_another_in_many_more_cases = pytest.mark.slow(many(500))
