from itertools import pairwise

import pytest
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.charts import draw
from briefing.charts.colours import WHITE, contrast
from briefing.charts.fills import palette, shades, text_on
from briefing.charts.look import look_of
from briefing.charts.words.grouped import grouped_words
from briefing.model.chart import Chart, GroupedChart, ReferenceLine
from briefing.model.country import Amount
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.gallery_grouped import THIRD, gallery, many_series, support, trade
from tests.charts.grid_cases import grids, holds_for_any
from tests.charts.grids import Value, grid
from tests.charts.plain import PLAIN_FONTS, PLAIN_STYLE
from tests.charts.samples import COUNT, FONTS, FULL, PERCENT, STYLE, chart, scale
from tests.charts.test_properties import AMOUNTS, REFERENCES, SCALES, bounds

TENS = scale(COUNT, 0)
COLUMNS = ("2014", "2024")


def drawn(
    rows: dict[str, tuple[Value, ...]],
    *highlighted: str,
    columns: tuple[str, ...] = COLUMNS,
    height: float = 100,
    reference: ReferenceLine | None = None,
) -> Drawing:
    figures = grid(columns, rows, on=TENS, highlighted=highlighted)
    one = chart(GroupedChart(figures, TENS, reference), height=height)
    return draw(one, width=Pt(240), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def solid(drawing: Drawing) -> list[Shape]:
    return [item for item in drawing.items if isinstance(item, Shape) and item.fill]


def labels(drawing: Drawing) -> list[Label]:
    return [item for item in drawing.items if isinstance(item, Label)]


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in labels(drawing)]


def test_bars_of_a_group_are_as_long_as_their_values_and_begin_at_zero():
    first, second, third, fourth = map(bounds, solid(drawn({"A": (8, 10), "B": (2, 4)})))

    assert {first.left, second.left, third.left, fourth.left} == {first.left}
    unit = (second.right - second.left) / 10
    lengths = [box.right - box.left for box in (first, third, fourth)]
    assert lengths == pytest.approx([8 * unit, 2 * unit, 4 * unit])


def test_bars_of_a_group_are_nearer_to_each_other_than_to_the_next_group():
    first, second, third, _ = map(bounds, solid(drawn({"A": (8, 10), "B": (2, 4)})))

    assert 0 < second.top - first.bottom < 1 < 5 < third.top - second.bottom


def test_series_are_named_in_the_bars_of_the_first_group_where_they_fit():
    drawing = drawn({"A": (8, 10), "B": (2, 4)})
    name = next(label for label in labels(drawing) if label.text == "2024")
    bar = bounds(solid(drawing)[1])

    assert texts(drawing) == ["A", "8", "10", "B", "2", "4", "2014", "2024"]
    assert bar.left < name.x
    assert bar.top < name.y < bar.bottom
    assert name.style.colour == WHITE


def test_series_are_named_by_keys_above_where_bars_are_too_short():
    drawing = drawn({"A": (1, 10), "B": (2, 4)})
    keys = solid(drawing)[4:]

    assert [key.fill for key in keys] == [bar.fill for bar in solid(drawing)[:2]]
    assert all(bounds(key).bottom < bounds(solid(drawing)[0]).top for key in keys)
    assert texts(drawing)[:2] == ["2014", "2024"]


def test_a_single_series_needs_no_key():
    assert texts(drawn({"A": (8,), "B": (2,)}, columns=("2014",))) == ["A", "8", "B", "2"]


def test_a_highlighted_group_has_shades_of_the_accent_and_strong_texts():
    drawing = drawn({"A": (8, 10), "B": (2, 4)}, "B")
    strong = [label.text for label in labels(drawing) if label.style.bold]

    assert [bar.fill for bar in solid(drawing)[2:]] == list(shades("#aa0000", 2))
    assert strong == ["B", "2", "4", "2014", "2024"]


def test_a_highlighted_series_has_the_accent_in_every_group():
    bars = solid(drawn({"A": (8, 10), "B": (2, 4)}, "2024"))

    assert [bar.fill for bar in bars] == ["#666666", "#aa0000"] * 2


def test_negative_bars_go_left_and_their_names_too():
    drawing = drawn({"A": (-8, 10)})
    down, up = map(bounds, solid(drawing))
    name = next(label for label in labels(drawing) if label.text == "2014")

    assert down.right == up.left
    assert (name.anchor, name.x < down.right) == ("end", True)


def test_no_data_is_said_and_is_not_zero():
    drawing = drawn({"A": (None, 10), "B": (0, 4)})
    (label,) = [label for label in labels(drawing) if label.style.italic]

    assert label.text == "no data"
    assert "0" in texts(drawing)
    assert "A, 2014: no data; 2024: 10" in drawing.alt


def test_a_group_without_any_data_says_so_once():
    drawing = drawn({"A": (8, 10), "B": (None, None)})

    assert texts(drawing).count("no data") == 1
    assert "B, 2014: no data; 2024: no data." in drawing.alt


def test_ranges_are_solid_then_hatched_and_bounds_are_open():
    drawing = drawn({"A": (Amount(4, 8), Amount(6, None, "over"))})
    stroked = [item for item in drawing.items if isinstance(item, Shape) and item.stroke]
    tint, sure, whole, *_ = map(bounds, solid(drawing))

    assert (tint.left, tint.right - sure.left) == pytest.approx(
        (sure.right, 2 * (sure.right - sure.left))
    )
    assert whole.right - whole.left == pytest.approx(1.5 * (sure.right - sure.left))
    assert any(shape.width == 1.3 for shape in stroked)


def test_the_line_to_compare_with_crosses_no_text():
    drawing = drawn({"A": (8, 10), "B": (2, 4)}, reference=ReferenceLine(3, "Mean"))
    lines = [item for item in drawing.items if isinstance(item, Shape) and item.width == 1.0]

    assert "Mean 3" in texts(drawing)
    assert {shape.stroke for shape in lines if shape.stroke} == {"#444444", WHITE}
    assert drawing.alt.endswith("Mean: 3.")


def test_few_groups_are_lower_than_wanted_and_many_higher():
    few = drawn({"A": (8, 10), "B": (2, 4)}, height=400)
    many = drawn({f"A{number}": (8, 10) for number in range(200)}, height=400)

    assert few.height == pytest.approx(3 + 4.9 * 17.5 + 0.4)
    assert many.height == pytest.approx(3 + 18.5 + (400 + 199 * 0.9) * 11.2 + 0.4)


def test_many_series_have_colours_and_patterns():
    fills = palette(look_of(STYLE), 20)

    assert len(set(fills)) == 20
    assert all(one.colour != other.colour for one, other in pairwise(fills))


@pytest.mark.parametrize("colour", [*STYLE.series, STYLE.accent, STYLE.neutral])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_shades_can_be_seen_on_white_told_apart_and_written_on(colour, count):
    found = [contrast(shade, WHITE) for shade in shades(colour, count)]

    assert all(value >= 3 for value in found)
    assert all(after / before > 1.4 for before, after in pairwise(found))
    for shade in shades(colour, count):
        assert contrast(text_on(shade, STYLE.value.colour), shade) >= 4.5


def test_the_alternative_text_tells_extremes_ranks_and_every_bar():
    drawing = draw(trade(), width=FULL, style=STYLE, fonts=FONTS)

    assert drawing.alt == (
        "Grouped bar chart: Kyrgyzstan’s trade with China quadrupled in ten years. What is "
        "measured. 5 groups of 2 bars: 2014 and 2024. Bars for 2014. Highest: Kazakhstan, 17. "
        "Lowest: Tajikistan, 3. Highlighted: Kazakhstan, 17, rank 1 of 5. Bars for 2024. Highest: "
        "Kazakhstan, 30. Lowest: Tajikistan, 4. Highlighted: Kazakhstan, 30, rank 1 of 5. "
        "Kazakhstan (highlighted), 2014: 17; 2024: 30. Uzbekistan, 2014: 4; 2024: 13. "
        "Turkmenistan, 2014: 10; 2024: 11. Kyrgyzstan, 2014: 5; 2024: 22. Tajikistan, 2014: 3; "
        "2024: 4."
    )


def test_the_alternative_text_names_who_has_no_data():
    drawing = draw(support(), width=THIRD, style=STYLE, fonts=FONTS)

    assert drawing.alt == (
        "Grouped bar chart: Strong support for Chinese projects is rare, except in Uzbekistan. "
        "What is measured. 3 groups of 2 bars: 2019 and 2020. Bars for 2020. Highest: Uzbekistan, "
        "48%. Lowest: Kazakhstan, 7%. Highlighted: Kazakhstan, 7%, rank 3 of 3. Uzbekistan, 2019: "
        "65%; 2020: 48%. Kyrgyzstan, 2019: no data; 2020: 9%. Kazakhstan (highlighted), 2019: no "
        "data; 2020: 7%."
    )


def test_of_many_bars_only_the_highlighted_are_told_one_by_one():
    rows = {f"A{number}": (number, None if number == 3 else 2 * number) for number in range(1, 8)}
    told = drawn(rows, "A2", "2024").alt

    assert told == (
        "Grouped bar chart: A finding. What is measured. 7 groups of 2 bars: 2014 and 2024 "
        "(highlighted). Bars for 2014. Highest: A7, 7. Lowest: A1, 1. Highlighted: A2, 2, rank 6 "
        "of 7. Bars for 2024 (highlighted). Highest: A7, 14. Lowest: A1, 2. Highlighted: A2, 4, "
        "rank 5 of 6. A2 (highlighted), 2014: 2; 2024: 4. 2024 (highlighted), A1: 2; A2: 4; A3: no "
        "data; A4: 8; A5: 10; A6: 12; A7: 14. No data: A3, 2024."
    )


def test_figures_that_are_printed_alike_are_told_apart():
    told = drawn({"A": (26.4, 25.6)}).alt

    assert "A, 2014: 26.4; 2024: 25.6." in told


def test_the_data_have_one_row_for_each_bar():
    assert drawn({"A": (8, None)}).data == (
        "category,series,low,high,qualifier,text,unit\r\n"
        "A,2014,8,8,,8,instruments\r\n"
        "A,2024,,,,,instruments\r\n"
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "de",
            "Gruppiertes Balkendiagramm: T. 2 Gruppen mit je 2 Balken: A und B. Balken „A“. "
            "X, A: 1; B: 2. Keine Daten: X, A. Keine Daten für 13 Balken.",
        ),
        (
            "fr",
            "Diagramme en barres groupées\u00a0: T. 2 groupes de 2 barres\u00a0: A et B. Barres "
            "«\u00a0A\u00a0». X, A\u00a0: 1\u202f; B\u00a0: 2. Aucune donnée\u00a0: X, A. "
            "Aucune donnée pour 13 barres.",
        ),
        (
            "ru",
            "Столбчатая диаграмма с группами: T. 2 группы, в каждой 2 столбца: A и B. Столбцы «A». "
            "X, A: 1; B: 2. Нет данных: X, A. Нет данных для 13 столбцов.",
        ),
    ],
)
def test_every_language_has_its_words(language, told):
    words = grouped_words(language)
    sentences = [
        words.chart("T"),
        words.groups(2, ("A", "B")),
        words.series("A"),
        words.group("X", (("A", "1"), ("B", "2"))),
        words.missing(["X, A"]),
        words.many_missing(13),
    ]

    assert " ".join(sentences) == told


def test_the_gallery_can_be_drawn_and_tells_every_name():
    for drawing in gallery().values():
        assert drawing.alt
    for name in ("Coal", "Hydropower", "Other", "Kyrgyzstan"):
        assert name in draw(many_series(), width=FULL, style=STYLE, fonts=FONTS).alt


@st.composite
def grouped_charts(draw_from: st.DrawFn) -> Chart:
    on = draw_from(SCALES)
    data = GroupedChart(draw_from(grids(on, AMOUNTS, untold=True)), on, draw_from(REFERENCES))
    return chart(data, height=draw_from(st.integers(30, 300)))


test_no_label_meets_another_or_leaves_the_drawing = holds_for_any(grouped_charts(), 30)
test_no_label_meets_another_in_many_more_cases = pytest.mark.slow(
    holds_for_any(grouped_charts(), 600)
)


def test_a_chart_in_percent_prints_the_unit_with_every_value():
    on = scale(PERCENT, 1)
    one = chart(GroupedChart(grid(("A", "B"), {"X": (1.5, 2.5)}, on=on), on))
    drawing = draw(replace(one, span="half"), width=Pt(230), style=STYLE, fonts=FONTS)

    assert {"1.5%", "2.5%"} <= set(texts(drawing))
