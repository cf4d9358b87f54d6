from math import cos, hypot, pi, sin

import pytest
from hypothesis import strategies as st

from briefing.charts import draw
from briefing.charts.colours import WHITE
from briefing.charts.lettering.labels import extent
from briefing.charts.marks.sectors import Ring, sector
from briefing.charts.shapes.room import Box
from briefing.charts.words.donuts import donut_words
from briefing.errors import ContentError
from briefing.model.chart import Bar, Chart, DonutChart
from briefing.model.country import Amount
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.gallery_donuts import (
    THIRD,
    WHOLE,
    exports,
    gallery,
    no_data,
    one_part,
    parts,
    sites,
    small_last,
)
from tests.charts.grid_cases import POSITIVE, holds_for_any
from tests.charts.grids import Value
from tests.charts.samples import FONTS, FULL, HALF, STYLE, chart, worded
from tests.charts.test_properties import NAMES, SCALES


def drawn(
    values: dict[str, Value], width: Pt = FULL, *, highlighted: str = "", whole: str = ""
) -> Drawing:
    data = DonutChart(parts(values, highlighted=highlighted), WHOLE, whole, "")
    return draw(chart(data, height=150), width=width, style=STYLE, fonts=FONTS)


def slices(drawing: Drawing) -> list[Shape]:
    curved = [item for item in drawing.items if isinstance(item, Shape) and item.fill]
    return [item for item in curved if any(segment[0] == "C" for segment in item.path)]


def texts(drawing: Drawing) -> list[str]:
    return [item.text for item in drawing.items if isinstance(item, Label)]


def ring_of(drawing: Drawing) -> Ring:
    """Find the ring from its first slice, which begins at 12 o'clock."""
    outer, inner = slices(drawing)[0].path[0], slices(drawing)[0].path[-2]
    assert outer[0] == "M"
    assert inner[0] == "C"
    radius = (inner[6] - outer[2]) / (1 - 0.6)
    return Ring(outer[1], outer[2] + radius, 0.6 * radius, radius)


def test_slices_begin_at_the_top_and_go_clockwise_in_print_order():
    drawing = drawn({"A": 25, "B": 25, "C": 50})
    ring = ring_of(drawing)
    starts = [shape.path[0][1:3] for shape in slices(drawing)]

    assert starts[1] == pytest.approx((ring.x + ring.outer, ring.y))
    assert starts[2] == pytest.approx((ring.x, ring.y + ring.outer))


def test_a_sector_lies_between_its_radii():
    ring = Ring(50, 50, 30, 50)
    ends = [segment[-2:] for segment in sector(ring, 0.1, 0.9) if segment[0] != "Z"]
    radii = {round(hypot(x - 50, y - 50), 9) for x, y in ends}

    assert radii == {30, 50}


def test_a_ring_knows_what_lies_in_a_sector():
    ring = Ring(0, 0, 30, 50)

    assert ring.holds(Box(35, -5, 45, 5), 0.1, 0.4)
    assert not ring.holds(Box(35, -5, 45, 5), 0.25, 0.4)
    assert not ring.holds(Box(25, -5, 45, 5), 0.1, 0.4)
    assert not ring.holds(Box(35, -5, 50, 5), 0.1, 0.4)
    assert ring.holds(Box(-5, 31, 5, 40), 0.0, 1.0)


def test_names_stand_beside_their_slices():
    drawing = drawn({"A": 30, "B": 30, "C": 40})
    ring = ring_of(drawing)
    places = {item.text: item for item in drawing.items if isinstance(item, Label)}

    assert places["A"].x > ring.x < places["B"].x
    assert places["C"].x < ring.x
    assert places["A"].y < ring.y < places["B"].y
    assert places["C"].anchor == "end"


def test_narrow_slices_are_led_to_their_names():
    drawing = draw(exports(), width=FULL, style=STYLE, fonts=FONTS)
    leaders = [item for item in drawing.items if isinstance(item, Shape) and item.width == 0.6]
    wide = drawn({"A": 30, "B": 30, "C": 40})

    assert leaders
    assert not any(isinstance(item, Shape) and item.width == 0.6 for item in wide.items)


def test_what_is_highlighted_has_the_accent_and_the_rest_neutral_shades():
    drawing = drawn({"A": 30, "B": 30, "C": 40}, highlighted="B")
    colours = [shape.fill for shape in slices(drawing)]

    assert colours[1] == STYLE.accent
    assert len(set(colours)) == 3
    assert not set(colours) & set(STYLE.series)


def test_slices_are_parted_by_white():
    drawing = drawn({"A": 30, "B": 30, "C": 40})
    white = [item for item in drawing.items if isinstance(item, Shape) and item.stroke == WHITE]

    assert sum(len(shape.path) // 2 for shape in white) == 3


def test_the_whole_and_the_sum_stand_in_the_middle():
    drawing = draw(sites(), width=FULL, style=STYLE, fonts=FONTS)
    ring = ring_of(drawing)
    inside = [
        item.text
        for item in drawing.items
        if isinstance(item, Label) and hypot(item.x - ring.x, item.y - ring.y) < ring.inner
    ]

    assert inside == ["14", "permitted sites"]


def test_what_does_not_fit_into_the_middle_stands_above():
    long = "agreements, declarations and conventions of all kinds on security since 2001"
    drawing = drawn({"A": 30, "B": 70}, Pt(144), whole=long)
    labels = [item for item in drawing.items if isinstance(item, Label)]
    (first,) = [item for item in labels if item.text.startswith("agreements")]

    assert " ".join(item.text for item in labels).endswith(long)
    assert first.y < ring_of(drawing).y - ring_of(drawing).outer


def test_a_narrow_donut_has_a_list_below():
    drawing = draw(exports(), width=THIRD, style=STYLE, fonts=FONTS)
    ring = ring_of(drawing)
    names = {item.text: item for item in drawing.items if isinstance(item, Label)}

    assert names["Italy"].y > ring.y + ring.outer
    order = ["Italy", "China", "Russia", "Netherlands", "Türkiye", "Other"]
    assert sorted(order, key=lambda name: names[name].y) == order


def test_slices_too_small_for_names_around_have_a_list_beside():
    drawing = draw(small_last(), width=HALF, style=STYLE, fonts=FONTS)
    ring = ring_of(drawing)
    names = {item.text: item for item in drawing.items if isinstance(item, Label)}

    assert all(names[name].x > ring.x + ring.outer for name in ("Large", "Second", "Sixth"))
    assert len(slices(drawing)) == 5


def test_a_single_part_is_a_whole_ring():
    drawing = draw(one_part(), width=FULL, style=STYLE, fonts=FONTS)
    (whole,) = slices(drawing)

    assert whole.even_odd
    assert texts(drawing) == ["Natural gas", "100%", "electricity"]


def test_a_part_without_data_has_no_slice_and_says_so():
    drawing = draw(no_data(), width=FULL, style=STYLE, fonts=FONTS)

    assert len(slices(drawing)) == 3
    assert "no data" in texts(drawing)
    assert drawing.alt.endswith("No data for Grants.")


def test_seven_parts_are_refused():
    with pytest.raises(ValueError, match="a donut of 7 parts; 6 at most are told apart"):
        drawn({f"Part {number}": 1.0 for number in range(7)})


def test_negative_parts_are_refused():
    with pytest.raises(ValueError, match="a part of a donut is negative: -3 to -3"):
        drawn({"A": 5, "B": -3})


def test_nothing_but_zeros_cannot_be_a_ring():
    with pytest.raises(ContentError) as caught:
        drawn({"A": 0, "B": 0})

    assert str(caught.value) == (
        "content/charts/test.yaml:1:1: error: all parts of the donut are 0\n"
        "  hint: a donut needs a part that is more than 0"
    )


def test_the_alternative_text_tells_every_part_and_ranks_no_rest():
    drawing = draw(exports("China"), width=FULL, style=STYLE, fonts=FONTS)

    assert drawing.alt == (
        "Donut chart: Three buyers take more than half of the exports. What is measured. 6 parts: "
        "goods exports in 2024, US$81.6 billion. Largest: Italy, 24%. Smallest: Türkiye, 5%. "
        "Highlighted: China, 18%, rank 2 of 5. Clockwise from the top: Italy 24%, China "
        "(highlighted) 18%, Russia 12%, Netherlands 7%, Türkiye 5%, Other 34%."
    )


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"A": 25, "B": 25, "C": 25}, "Each part is 25%."),
        ({"A": 40, "B": 40, "C": 20}, "Largest: A and B, 40%. Smallest: C, 20%."),
        ({"A": Amount(30, 50), "B": 40, "C": 20}, "3 parts. Smallest: C, 20%."),
        ({"A": Amount(50, None, "over"), "B": 40}, "2 parts. Clockwise"),
    ],
)
def test_the_alternative_text_is_no_surer_than_the_data(values, told):
    assert told in drawn(values).alt


def test_the_data_have_one_row_for_each_part():
    assert drawn({"A": Amount(30, 40), "B": None, "C": 60}).data == (
        "part,low,high,qualifier,text,unit\r\n"
        "A,30,40,,30–40%,% of GDP\r\n"
        "B,,,,,% of GDP\r\n"
        "C,60,60,,60%,% of GDP\r\n"
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "de",
            "Ringdiagramm: T. 2 Teile: Exporte, 3. Am größten: A und B, 2. Am kleinsten: A, 1. "
            "Größe jedes Teils: 1. Von oben im Uhrzeigersinn: A 1, B 2.",
        ),
        (
            "fr",
            "Diagramme en anneau\u00a0: T. 2 parties\u00a0: Exporte, 3. Maximum\u00a0: A et B, 2. "
            "Minimum\u00a0: A, 1. Taille de chaque partie\u00a0: 1. Depuis le haut, dans le sens "
            "des aiguilles d’une montre\u00a0: A 1, B 2.",
        ),
        (
            "ru",
            "Кольцевая диаграмма: T. 2 части: Exporte, 3. Больше всего: A и B, 2. Меньше всего: "
            "A, 1. Размер каждой части: 1. Сверху по часовой стрелке: A\u00a0— 1, B\u00a0— 2.",
        ),
    ],
)
def test_every_language_has_its_words(language, told):
    words = donut_words(language)
    sentences = [
        words.chart("T"),
        words.parts(2, "Exporte", "3"),
        words.largest(["A", "B"], "2"),
        words.smallest(["A"], "1"),
        words.alike("1"),
        words.each([("A", "1"), ("B", "2")]),
    ]

    assert " ".join(sentences) == told


def test_the_gallery_keeps_names_off_the_ring():
    for name, drawing in gallery().items():
        if name.startswith("donut-one"):
            continue  # its path begins with a circle
        ring = ring_of(drawing)
        for label in drawing.items:
            if isinstance(label, Label):
                assert keeps_off(extent(label, FONTS), ring), (name, label.text)


def keeps_off(box: Box, ring: Ring) -> bool:
    """Tell whether a box lies outside, in the hole, or wholly within the ring."""
    corners = [
        hypot(x - ring.x, y - ring.y) for x in (box.left, box.right) for y in (box.top, box.bottom)
    ]
    near_x = min(max(ring.x, box.left), box.right)
    near_y = min(max(ring.y, box.top), box.bottom)
    near = hypot(near_x - ring.x, near_y - ring.y)
    edge = 2.0  # ascent and descent are more than the ink of figures
    return (
        near >= ring.outer
        or max(corners) <= ring.inner + edge
        or (near >= ring.inner - edge and max(corners) <= ring.outer + edge)
    )


def test_a_point_of_a_ring_is_found_again():
    ring = Ring(5, 7, 10, 20)

    for turn in (0.0, 0.1, 0.25, 0.6, 0.99):
        x, y = ring.point(turn, 15)
        assert (x, y) == pytest.approx((5 + 15 * sin(2 * pi * turn), 7 - 15 * cos(2 * pi * turn)))
        assert ring.turn(x, y) == pytest.approx(turn)


@st.composite
def donut_charts(draw_from: st.DrawFn) -> Chart:
    on = draw_from(SCALES)
    amounts = draw_from(st.lists(st.none() | POSITIVE, min_size=1, max_size=6))
    if not any(amount and amount.best > 0 for amount in amounts):
        amounts[0] = Amount(1.0, 1.0)
    bars = tuple(
        Bar(
            draw_from(NAMES), amount, worded(amount, on) if amount else "", draw_from(st.booleans())
        )
        for amount in amounts
    )
    total = draw_from(st.sampled_from(["", "14", "US$81.6\u00a0billion"]))
    data = DonutChart(bars, on, draw_from(st.just("") | NAMES), total)
    return chart(data, height=draw_from(st.integers(30, 300)))


test_no_label_meets_another_or_leaves_the_drawing = holds_for_any(donut_charts(), 60)
test_no_label_meets_another_in_many_more_cases = pytest.mark.slow(
    holds_for_any(donut_charts(), 600)
)
