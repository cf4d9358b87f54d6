import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.charts import draw
from briefing.charts.classes import shades
from briefing.charts.colours import contrast
from briefing.charts.look import look_of
from briefing.charts.words.heat_maps import heat_map_words
from briefing.errors import ContentError
from briefing.model.chart import Chart, HeatMap
from briefing.model.country import Amount
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.boxes import bounds, labels, shapes, texts
from tests.charts.gallery_heat_maps import air, gallery, many
from tests.charts.grid_cases import grids
from tests.charts.grids import Value, grid
from tests.charts.plain import PLAIN_FONTS, PLAIN_STYLE
from tests.charts.press import print_drawings
from tests.charts.samples import COUNT, FONTS, FULL, HALF, STYLE, chart, scale
from tests.charts.test_properties import AMOUNTS, SCALES, WIDTHS, holds_for

TENS = scale(COUNT, 0)
LOOK = look_of(PLAIN_STYLE)


def drawn(
    rows: dict[str, tuple[Value, ...]],
    *highlighted: str,
    columns: tuple[str, ...] = ("A", "B"),
    breaks: tuple[float, ...] = (),
    width: float = 300,
    height: float = 100,
) -> Drawing:
    figures = grid(columns, rows, on=TENS, highlighted=highlighted)
    one = chart(HeatMap(figures, TENS, breaks), height=height)
    return draw(one, width=Pt(width), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def named(drawing: Drawing, text: str) -> Label:
    return next(label for label in labels(drawing) if label.text == text)


def filled(drawing: Drawing, colour: str) -> list[Shape]:
    return [shape for shape in shapes(drawing) if shape.fill == colour]


def test_a_cell_has_the_shade_of_its_class():
    light, middle, dark = shades(LOOK, 3)
    drawing = drawn({"X": (1, 5), "Y": (9, 20)}, breaks=(5, 10))

    # Of each shade, cells come first, then the swatch of the legend.
    assert [len(filled(drawing, shade)[0].path) // 5 for shade in (light, middle, dark)] == [
        1,
        2,
        1,
    ]
    cell = bounds(filled(drawing, dark)[0])
    value = named(drawing, "20")
    assert cell.left < value.x < cell.right
    assert cell.top < value.y < cell.bottom


def test_figures_can_be_read_on_their_shades():
    drawing = drawn({"X": (1, 11, 21, 31, 41)}, columns=tuple("ABCDE"), breaks=(10, 20, 30, 40))

    for value, shade in zip((1, 11, 21, 31, 41), shades(LOOK, 5), strict=True):
        assert contrast(named(drawing, str(value)).style.colour, shade) >= 4.5


def test_light_shades_have_an_outline_and_dark_ones_none():
    drawing = drawn({"X": (1, 9)}, breaks=(5,))
    light, dark = shades(LOOK, 2)

    assert {shape.stroke for shape in filled(drawing, light)} == {PLAIN_STYLE.neutral}
    assert [shape.stroke for shape in filled(drawing, dark)] == [None, None]


def test_the_legend_tells_the_limits_of_classes():
    assert texts(drawn({"X": (1, 9)}, breaks=(5, 8)))[-3:] == ["under 5", "5–7", "8 and over"]


def test_round_breaks_are_computed_where_none_are_given():
    rows = {"X": (1, 12), "Y": (23, 34), "Z": (42, 44)}

    assert texts(drawn(rows))[-5:] == ["under 10", "10–19", "20–29", "30–39", "40 and over"]


def test_no_data_is_hatched_and_explained():
    drawing = drawn({"X": (1, None), "Y": (2, 7)})

    assert texts(drawing)[-1] == "no data"
    assert "No data for X (B)." in drawing.alt
    assert sum(shape.stroke == PLAIN_STYLE.neutral and not shape.fill for shape in shapes(drawing))


def test_figures_that_are_all_alike_need_no_legend():
    drawing = drawn({"X": (5, 5)})

    assert texts(drawing) == ["X", "5", "5", "A", "B"] or texts(drawing) == [
        "5",
        "5",
        "X",
        "A",
        "B",
    ]
    assert "All are 5." in drawing.alt


def test_a_range_across_classes_shows_both_and_its_figure_on_white():
    light, middle, dark = shades(LOOK, 3)
    drawing = drawn({"X": (Amount(4, 12), 1), "Y": (Amount(6, None, "over"), 7)}, breaks=(5, 10))

    triangles = [shape for shape in shapes(drawing) if len(shape.path) == 4 and shape.fill]
    assert [shape.fill for shape in triangles] == [light, dark, middle, dark]
    assert named(drawing, "4–12").style.colour == named(drawing, "over 6").style.colour == "#000000"


def test_a_range_within_a_class_is_like_a_number():
    drawing = drawn({"X": (Amount(6, 8), 1)}, breaks=(5, 10))

    assert not [shape for shape in shapes(drawing) if len(shape.path) == 4 and shape.fill]


def test_highlighted_rows_and_columns_are_framed():
    drawing = drawn({"X": (1, 5), "Y": (9, 20)}, "Y", "A")
    rings = [bounds(shape) for shape in shapes(drawing) if shape.width == 1.3]

    assert named(drawing, "9").style.bold
    assert named(drawing, "A").style.bold
    assert rings[0].right - rings[0].left == pytest.approx(2 * (rings[1].right - rings[1].left))


def test_names_of_narrow_columns_are_wrapped_or_turned():
    rows: dict[str, tuple[Value, ...]] = {"X": (1, 5)}
    wide = drawn(rows, columns=("of villages", "of towns"))
    wrapped = drawn(rows, columns=("of the villages", "of the towns"), width=144)
    narrow = drawn({"X": (1, 5, 9)}, columns=("Kyrgyzstan", "Turkmenistan", "All"), width=144)

    assert "of villages" in texts(wide)
    assert {"of the", "villages"} <= set(texts(wrapped))
    assert {label.angle for label in labels(narrow)} == {0.0, 90.0}


def test_units_make_way_and_figures_shrink_before_a_heat_map_is_refused():
    wide, half, third = (gallery()[f"heat-maps-money-{part}"] for part in ("full", "half", "third"))

    assert "US$14.5\u00a0million" in texts(wide)
    assert "14.5\u00a0million" in texts(half)
    assert 6 <= named(third, "14.5\u00a0million").style.size < STYLE.value.size


def test_cells_too_narrow_for_their_figures_are_refused():
    with pytest.raises(ContentError) as caught:
        draw(many(), width=Pt(144), style=STYLE, fonts=FONTS)

    assert str(caught.value) == (
        "content/charts/test.yaml:1:1: error: 12 columns are too many for a heat map 144 pt wide: "
        "'37' needs 10 pt, and a cell has 9\n"
        "  hint: give it more width by 'span', fewer columns, or fewer decimals"
    )


def test_thirty_rows_of_twelve_cells_are_readable():
    drawing = draw(many(), width=FULL, style=STYLE, fonts=FONTS)
    figures = [label for label in labels(drawing) if label.text.isdigit()]

    assert len(figures) == 360
    assert {label.style.size for label in figures} == {STYLE.value.size}


def test_the_alternative_text_tells_the_extremes_of_each_row_of_many_cells():
    assert draw(air(), width=FULL, style=STYLE, fonts=FONTS).alt == (
        "Heat map: In winter, Almaty’s air is far above the WHO guideline. What is measured. 5 "
        "rows and 12 columns. Highest: Bishkek (Jan), 98 µg/m³. Lowest: Astana (Jun), 8 µg/m³. "
        "Almaty (highlighted): lowest 10 µg/m³ (Jul), highest 92 µg/m³ (Jan). Astana: lowest 8 "
        "µg/m³ (Jun), highest 43 µg/m³ (Dec). Bishkek: lowest 11 µg/m³ (Jun), highest 98 µg/m³ "
        "(Jan). Tashkent: lowest 17 µg/m³ (May), highest 76 µg/m³ (Dec). Dushanbe: lowest 24 "
        "µg/m³ (May), highest 70 µg/m³ (Dec). No data for Dushanbe (Mar) and Dushanbe (Apr)."
    )


def test_the_alternative_text_tells_each_of_a_dozen_cells():
    figures = grid(("Rural", "Urban"), {"A": (1, 5), "B": (None, 5)}, on=TENS, highlighted=["A"])
    one = draw(chart(HeatMap(figures, TENS)), width=HALF, style=STYLE, fonts=FONTS)

    assert one.alt == (
        "Heat map: A finding. What is measured. 2 rows and 2 columns. Highest: A (Urban) and B "
        "(Urban), 5. Lowest: A (Rural), 1. A (highlighted): Rural 1, Urban 5. B: Urban 5. No data "
        "for B (Rural)."
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "1 row and 2 columns.|A: lowest 1 (X), highest 2 (Y).|A: X 1, Y 2.|A: always 1.|"
               "1 more row.|No data for 7 cells."),
        ("de", "1 Zeile und 2 Spalten.|A: am niedrigsten 1 (X), am höchsten 2 (Y).|A: X 1, Y 2.|"
               "A: immer 1.|1 weitere Zeile.|Keine Daten für 7 Felder."),
        ("fr", "1 ligne et 2 colonnes.|A\u00a0: minimum 1 (X), maximum 2 (Y).|A\u00a0: X 1, Y 2.|"
               "A\u00a0: toujours 1.|1 autre ligne.|Aucune donnée pour 7 cases."),
        ("ru", "1 строка и 2 столбца.|A: минимум 1 (X), максимум 2 (Y).|A: X\u00a0— 1, Y\u00a0— 2.|"
               "A: везде 1.|Ещё 1 строка.|Нет данных для 7 ячеек."),
    ],
)  # fmt: skip
def test_heat_maps_have_words_in_every_language(language, told):
    words = heat_map_words(language)
    sentences = (
        words.cells(1, 2), words.span("A", ("X", "1"), ("Y", "2")),
        words.row("A", [("X", "1"), ("Y", "2")]), words.alike("A", "1"), words.others(1),
        words.missing(7),
    )  # fmt: skip

    assert "|".join(sentences) == told
    assert words.chart("T").endswith(": T.")
    assert words.highest(["A"], "1") != words.lowest(["A"], "1")


@pytest.mark.parametrize("value", [0.0, 1e-12, 1e9, -1e9, 5e-324])
def test_the_smallest_and_the_largest_numbers_are_drawn(value):
    for rows in ({"X": (value, value)}, {"X": (value, -value), "Y": (0, value)}):
        assert drawn(rows).width == 300


@st.composite
def heat_maps(draw_from: st.DrawFn) -> Chart:
    on = draw_from(SCALES)
    figures = draw_from(grids(on, AMOUNTS, untold=True))
    breaks = draw_from(st.lists(st.floats(-100, 100), max_size=4, unique=True).map(sorted))
    return chart(HeatMap(figures, on, tuple(breaks)), height=draw_from(st.integers(40, 300)))


def holds_or_is_refused(one: Chart, width: Pt) -> None:
    """Labels keep apart and inside, or the chart says that it is too narrow for them."""
    try:
        holds_for(one, width)
    except ContentError as refused:
        if "too many for a heat map" not in str(refused):
            raise


_STEADY = settings(deadline=None, suppress_health_check=list(HealthCheck))
test_no_label_of_a_heat_map_meets_another = settings(_STEADY, max_examples=30)(
    given(heat_maps(), WIDTHS)(holds_or_is_refused)
)


@pytest.mark.slow
@settings(_STEADY, max_examples=500)
@given(heat_maps(), WIDTHS)
def test_no_label_of_a_heat_map_meets_another_in_many_more_cases(one, width):
    holds_or_is_refused(one, width)


def test_heat_maps_look_as_they_did(same_look):
    same_look("charts/heat-maps-air-half.png", print_drawings([gallery()["heat-maps-air-half"]]))
