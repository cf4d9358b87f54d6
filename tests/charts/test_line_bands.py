"""Line charts with stretches behind, remarks beside, and logarithmic scales."""

from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.charts import draw
from briefing.charts.axes.log_ticks import log_ticks
from briefing.charts.colours import contrast
from briefing.charts.kinds.lines.bands import band_tint
from briefing.charts.lettering.labels import extent
from briefing.charts.look import look_of
from briefing.charts.shapes.room import Box, crossings
from briefing.model.chart import (
    Band,
    Chart,
    Line,
    LineChart,
    LinePoint,
    ReferenceLine,
    Remark,
    TimeBand,
    ValueBand,
)
from briefing.model.country import Date
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.boxes import bounds, labels, outside, overlaps, shapes, texts
from tests.charts.gallery_lines import (
    below_zero,
    century,
    days,
    gallery,
    many_remarks,
    months,
    picked_out,
)
from tests.charts.samples import (
    COUNT,
    DOLLARS,
    FONTS,
    FULL,
    HALF,
    STYLE,
    chart,
    crossing,
    exactly,
    line,
    scale,
    worded,
)

TENS = scale(COUNT, 0)
TINT = band_tint(look_of(STYLE))


def drawn(
    *lines: Line,
    bands: tuple[Band, ...] = (),
    remarks: tuple[Remark, ...] = (),
    logarithmic: bool = False,
    width: Pt = FULL,
) -> Drawing:
    data = LineChart(lines, TENS, None, bands, remarks, logarithmic)
    return draw(chart(data), width=width, style=STYLE, fonts=FONTS)


def years(**values: float) -> Line:
    return line("A", {int(year[1:]): value for year, value in values.items()}, on=TENS)


def tints(drawing: Drawing) -> list[Box]:
    return [bounds(shape) for shape in shapes(drawing) if shape.fill == TINT]


def label(drawing: Drawing, text: str) -> Label:
    (found,) = [item for item in labels(drawing) if item.text == text]
    return found


def course(drawing):
    (path,) = [
        shape.path
        for shape in shapes(drawing)
        if shape.stroke == STYLE.series[0] and len(shape.path) > 2
    ]
    return [(part[1], part[2]) for part in path]


# --- stretches ---------------------------------------------------------------------------------


def test_a_stretch_of_years_covers_both_ends_whole():
    band = TimeBand(Date(2001), Date(2002), "Crisis")
    drawing = drawn(years(y2000=1, y2001=2, y2002=5, y2004=3), bands=(band,))
    (stretch,) = tints(drawing)
    (first, _), (second, _), *_ = course(drawing)

    assert stretch.left == pytest.approx((first + second) / 2)
    assert stretch.right - stretch.left == pytest.approx(2 * (second - first))


def test_a_stretch_is_named_above_the_plot_and_the_name_can_be_read_on_it():
    band = TimeBand(Date(2001), Date(2002), "Crisis")
    drawing = drawn(years(y2000=1, y2001=20, y2002=5, y2004=3), bands=(band,))
    name = label(drawing, "Crisis")
    (stretch,) = tints(drawing)

    assert stretch.left < name.x < stretch.right
    assert extent(name, FONTS).bottom < min(y for _, y in course(drawing))
    assert contrast(name.style.colour, TINT) >= 4.5


def test_a_stretch_outside_the_plot_is_left_out_and_one_across_its_end_is_cut():
    bands = TimeBand(Date(1990), Date(1992), "Before"), TimeBand(Date(2003), Date(2009), "After")
    drawing = drawn(years(y2000=1, y2002=20, y2004=3), bands=bands)
    (stretch,) = tints(drawing)

    assert "Before" not in texts(drawing)
    assert stretch.right == pytest.approx(course(drawing)[-1][0])
    assert "Before" not in drawing.alt


def test_names_of_stretches_that_would_collide_stand_in_rows():
    bands = tuple(
        TimeBand(Date(year), Date(year), f"A rather long name {year}") for year in (2001, 2002)
    )
    drawing = drawn(years(y2000=1, y2002=20, y2004=3), bands=bands, width=HALF)

    assert not overlaps(drawing)
    assert drawing.height == 156


def test_a_stretch_of_values_is_named_in_the_margin_at_its_height():
    drawing = drawn(years(y2000=1, y2002=20, y2004=3), bands=(ValueBand(8, 12, "Target"),))
    (stretch,) = tints(drawing)
    name = extent(label(drawing, "Target"), FONTS)

    assert name.left > stretch.right
    assert stretch.top < (name.top + name.bottom) / 2 < stretch.bottom


def test_the_scale_holds_stretches_of_values():
    drawing = drawn(years(y2000=1, y2001=2), bands=(ValueBand(80, 95, "Target"),))

    assert "100" in texts(drawing)


# --- remarks -----------------------------------------------------------------------------------


def test_a_remark_stands_near_its_point_on_no_line():
    drawing = draw(picked_out(), width=FULL, style=STYLE, fonts=FONTS)
    words = extent(label(drawing, "Food prices up a quarter"), FONTS)

    assert not crossings(words, _segments(drawing))


def test_a_ring_marks_the_point_that_is_remarked_on():
    drawing = drawn(years(y2000=1, y2002=20, y2004=3), remarks=(Remark(0, 1, "Peak"),))
    (ring,) = [shape for shape in shapes(drawing) if shape.stroke == STYLE.value.colour
               and shape.fill]  # fmt: skip
    box = bounds(ring)

    assert course(drawing)[1] == pytest.approx(
        ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    )


def test_remarks_keep_off_lines_and_each_other():
    drawing = draw(many_remarks(), width=FULL, style=STYLE, fonts=FONTS)
    words = [
        extent(item, FONTS)
        for item in labels(drawing)
        if item.style == STYLE.value and not item.style.bold
    ]

    assert len(words) >= 5
    assert not any(crossings(box, _segments(drawing)) for box in words)
    assert not any(one.meets(other) for one, other in combinations(words, 2))


def test_a_remark_without_a_free_place_has_a_white_ground():
    values = {year: (year % 2) * 99 for year in range(1950, 2020)}
    one = line("A", values, on=TENS)
    drawing = drawn(one, remarks=(Remark(0, 30, "Nobody knows why it went up"),), width=Pt(150))
    white = [shape for shape in shapes(drawing) if shape.fill == "#ffffff" and len(shape.path) == 5]
    words = [label for label in labels(drawing) if label.style == STYLE.value]

    assert any(all(bounds(shape).widened(0.5).holds(extent(word, FONTS)) for word in words)
               for shape in white)  # fmt: skip


def test_a_remark_on_points_out_of_order_keeps_its_point():
    points = tuple(
        LinePoint(date, name, exactly(value), name)
        for date, name, value in (
            (Date(2021), "whole year", 1.0),
            (Date(2021, 2), "February", 9.0),
        )
    )
    drawing = drawn(Line("A", points, False), remarks=(Remark(0, 1, "Here"),))

    assert "Remark on February: “Here”." in drawing.alt


def test_many_words_make_the_plot_higher():
    text = "What happened then is told at such a length that it takes many lines. " * 6
    drawing = drawn(years(y2000=1, y2002=20, y2004=3), remarks=(Remark(0, 1, text),), width=HALF)

    assert drawing.height > 156
    assert not outside(drawing)


# --- logarithmic scales ------------------------------------------------------------------------


def test_equal_ratios_are_equal_steps():
    drawing = drawn(years(y2000=1, y2001=10, y2002=100), logarithmic=True)
    heights = [y for _, y in course(drawing)]

    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2])
    assert "logarithmic scale" in texts(drawing)
    assert "The scale is logarithmic." in drawing.alt


@pytest.mark.parametrize(
    ("low", "high", "most", "printed"),
    [
        (3, 4, 6, ["2", "5%"]),
        (100, 100, 6, ["50", "100", "200%"]),
        (0.4, 40, 9, ["0.2", "0.5", "1", "2", "5", "10", "20", "50%"]),
        (0.4, 40, 6, ["0.1", "1", "10", "100%"]),
        (20, 9e5, 6, ["10", "100", "1,000", "10,000", "100,000", "1,000,000%"]),
        (1, 1e12, 5, ["1", "1,000", "1,000,000", "1,000,000,000", "1,000,000,000,000%"]),
    ],
)
def test_ticks_are_1_2_5_or_powers_of_ten(low, high, most, printed):
    assert [tick.text for tick in log_ticks(low, high, most, scale(decimals=1))] == printed


def test_millions_are_named_at_each_tick():
    ticks = log_ticks(2e5, 3e9, 6, scale(DOLLARS, 1))

    assert [tick.text for tick in ticks] == [
        "100,000", "1\u00a0million", "10\u00a0million", "100\u00a0million", "1\u00a0billion",
        "US$10\u00a0billion",
    ]  # fmt: skip


@pytest.mark.parametrize("low", [0.0, -3.0])
def test_a_value_that_is_not_above_zero_has_no_place_on_a_logarithmic_scale(low):
    with pytest.raises(ValueError, match=f"{low!r} has no place on a logarithmic scale"):
        drawn(years(y2000=low, y2001=10), logarithmic=True)


def test_a_line_to_compare_with_at_zero_has_no_place_there_either():
    data = LineChart((years(y2000=1, y2001=9),), TENS, ReferenceLine(0.0, "Zero"), logarithmic=True)

    with pytest.raises(ValueError, match="must be above zero"):
        draw(chart(data), width=FULL, style=STYLE, fonts=FONTS)


def test_a_stretch_of_values_from_zero_begins_at_the_foot_of_a_logarithmic_scale():
    band = ValueBand(0, 10, "Low")
    drawing = drawn(years(y2000=2, y2001=90), bands=(band,), logarithmic=True)
    (stretch,) = tints(drawing)
    foot = max(y for box in [bounds(s) for s in shapes(drawing) if s.stroke == STYLE.grid]
               for y in (box.bottom,))  # fmt: skip

    assert stretch.bottom == pytest.approx(foot)


# --- dates, and the whole ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "named"),
    [
        (months, ["January 2022", "March 2022", "May 2022", "July 2022", "September 2022",
                  "December 2022"]),
        (days, ["2 January 2022", "8 January 2022", "14 January 2022", "20 January 2022",
                "28 January 2022"]),
        (century, ["1880", "1900", "1920", "1940", "1960", "1980", "2000", "2020"]),
    ],
)  # fmt: skip
def test_dates_over_short_and_long_spans(one, named):
    drawing = draw(one(), width=FULL, style=STYLE, fonts=FONTS)
    lowest = max(item.y for item in labels(drawing))

    assert [item.text for item in labels(drawing) if item.y == lowest] == named


def test_at_least_the_first_and_the_last_date_are_named():
    drawing = draw(crossing(), width=Pt(150), style=STYLE, fonts=FONTS)

    assert {"2012", "2024"} <= set(texts(drawing))


def test_zero_is_stronger_than_the_rest_of_the_grid():
    drawing = draw(below_zero(), width=FULL, style=STYLE, fonts=FONTS)
    rules = {
        round(shape.path[0][2], 2): shape
        for shape in shapes(drawing)
        if len(shape.path) == 2 and shape.path[0][1] == 0.0
    }
    zero = label(drawing, "0")
    nearest = min(rules, key=lambda y: abs(y - zero.y - 2.4))

    assert rules[nearest].stroke == STYLE.axis
    assert [shape.stroke for y, shape in rules.items() if y != nearest] == [STYLE.grid] * 3


def test_nothing_in_the_gallery_collides():
    for name, drawing in gallery().items():
        if name != "lines-many-remarks-third":
            assert not overlaps(drawing), name
        assert not outside(drawing), name


def test_the_alternative_text_tells_stretches_and_remarks():
    drawing = draw(picked_out(), width=FULL, style=STYLE, fonts=FONTS)

    assert drawing.alt.endswith(
        "Highlighted: Kazakhstan, 9% (2024), rank 2 of 4. Picked out: Pandemic, 2020 to 2021. "
        "Picked out: Target of the bank, 4% to 6%. Remark on Kazakhstan, 2022: “Food prices up a "
        "quarter”."
    )


def test_a_figure_is_never_cut():
    on = scale(DOLLARS, 1)
    one = line("Trade", {2010: 3e5, 2020: 1.9e9}, on=on)
    data = LineChart((one,), on, ReferenceLine(5e7, "What was planned for the year"))
    drawing = draw(chart(data), width=Pt(150), style=STYLE, fonts=FONTS)

    assert "US$50.0 million" in " ".join(texts(drawing))


def _segments(drawing):
    courses = [
        shape.path
        for shape in drawing.items
        if isinstance(shape, Shape)
        and shape.stroke in (*STYLE.series, STYLE.accent)
        and shape.width > 1
        and len(shape.path) > 2
    ]
    return [
        ((a[1], a[2]), (b[1], b[2])) for path in courses for a, b in pairwise(path) if b[0] == "L"
    ]


WORDS = st.text("abcdeghilmnoprstuvwyzKQWМя-/éőß", min_size=1, max_size=14)
NAMES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
NUMBERS = st.one_of(st.floats(0.01, 1e9), st.floats(1, 100), st.integers(1, 2000).map(float))
TIME_BANDS = st.builds(
    lambda year, length, text: TimeBand(Date(year), Date(year + length), text),
    st.integers(1985, 2024),
    st.integers(0, 9),
    NAMES,
)
VALUE_BANDS = st.builds(
    lambda low, size, text: ValueBand(low, low + size, text),
    st.floats(0, 50),
    st.floats(1, 50),
    NAMES,
)


@st.composite
def line_charts(draw_from: st.DrawFn) -> Chart:
    on = draw_from(st.builds(scale, st.sampled_from([COUNT, DOLLARS]), st.integers(0, 2)))
    lines = []
    for _ in range(draw_from(st.integers(1, 6))):
        points = draw_from(
            st.dictionaries(st.integers(1990, 2024), NUMBERS, min_size=1, max_size=14)
        )
        lines.append(
            Line(
                draw_from(NAMES),
                tuple(
                    LinePoint(Date(year), str(year), exactly(value), worded(exactly(value), on))
                    for year, value in sorted(points.items())
                ),
                draw_from(st.booleans()),
            )
        )
    remarks: tuple[Remark, ...] = ()
    if draw_from(st.booleans()):
        number = draw_from(st.integers(0, len(lines) - 1))
        point = draw_from(st.integers(0, len(lines[number].points) - 1))
        remarks = (Remark(number, point, draw_from(NAMES)),)
    reference = draw_from(st.none() | st.builds(ReferenceLine, NUMBERS, NAMES))
    bands = tuple(draw_from(st.lists(st.one_of(TIME_BANDS, VALUE_BANDS), max_size=4)))
    data = LineChart(tuple(lines), on, reference, bands, remarks, draw_from(st.booleans()))
    return chart(data, height=draw_from(st.integers(40, 300)))


def holds_for(one, width):
    drawing = draw(one, width=width, style=STYLE, fonts=FONTS)
    plain = draw(
        replace(one, data=replace(one.data, remarks=())), width=width, style=STYLE, fonts=FONTS
    )

    assert drawing.width == width
    assert not overlaps(plain)
    assert not outside(drawing)
    assert drawing == draw(one, width=width, style=STYLE, fonts=FONTS)
    assert all(remark.text in drawing.alt for remark in one.data.remarks)


def many(cases: int):
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    widths = st.sampled_from([144, 170, 230, 310, 482]).map(Pt)
    return settings(
        max_examples=cases, deadline=None, derandomize=True, suppress_health_check=checks
    )(given(line_charts(), widths)(holds_for))


test_no_label_meets_another_or_leaves_the_drawing = many(30)
test_no_label_meets_another_in_many_more_cases = pytest.mark.slow(many(500))
