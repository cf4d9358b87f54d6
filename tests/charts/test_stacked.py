import pytest
from hypothesis import strategies as st

from briefing.charts import draw
from briefing.charts.colours import WHITE, contrast
from briefing.charts.fills import Fill, paint_fill, palette, pick_out
from briefing.charts.kinds.stacked.stacks import Part, stack_all
from briefing.charts.look import look_of
from briefing.charts.shapes.room import Box
from briefing.charts.words.rest import is_rest
from briefing.charts.words.stacked import stacked_words
from briefing.model.chart import Chart, StackedChart
from briefing.model.country import Amount
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.gallery_stacked import THIRD, gallery, own_sums, power, rest, sites, unknown_parts
from tests.charts.grid_cases import POSITIVE, grids, holds_for_any
from tests.charts.grids import Value, grid
from tests.charts.plain import PLAIN_FONTS, PLAIN_STYLE
from tests.charts.samples import COUNT, FONTS, FULL, PERCENT, STYLE, chart, scale
from tests.charts.test_properties import SCALES, bounds

TENS = scale(COUNT, 0)
WHOLE = scale(PERCENT, 0)


def stacked(
    rows: dict[str, tuple[Value, ...]], *highlighted: str, total: float | None = None
) -> StackedChart:
    columns = ("Coal", "Gas", "Other")[: len(next(iter(rows.values())))]
    on = TENS if total is None else WHOLE
    return StackedChart(grid(columns, rows, on=on, highlighted=highlighted), on, total)


def drawn(
    rows: dict[str, tuple[Value, ...]], *highlighted: str, total: float | None = None
) -> Drawing:
    one = chart(stacked(rows, *highlighted, total=total), height=100)
    return draw(one, width=Pt(300), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def parts(drawing: Drawing) -> list[Box]:
    """Boxes of the parts, which are filled and higher than any key."""
    shapes = [item for item in drawing.items if isinstance(item, Shape) and item.fill]
    return [box for box in map(bounds, shapes) if box.bottom - box.top > 12]


def texts(drawing: Drawing) -> list[str]:
    return [item.text for item in drawing.items if isinstance(item, Label)]


def test_parts_follow_each_other_from_zero_and_are_as_long_as_their_values():
    first, second, third = parts(drawn({"A": (6, 3, 1)}))

    unit = (first.right - first.left) / 6
    assert (second.left, third.left) == pytest.approx((first.right, second.right))
    assert second.right - second.left == pytest.approx(3 * unit)
    assert third.right - third.left == pytest.approx(unit)


def test_bars_of_one_total_are_all_as_long_and_have_no_sum_at_their_ends():
    drawing = drawn({"A": (60, 40), "B": (10, 90)}, total=100)
    first, second, third, fourth = parts(drawing)

    assert (second.right, fourth.right) == pytest.approx((298.4, 298.4))
    assert first.right - first.left == pytest.approx(6 * (third.right - third.left))
    assert texts(drawing) == ["Coal", "Gas", "A", "60%", "40", "B", "10%", "90"]


def test_bars_of_their_own_sums_have_them_at_their_ends():
    drawing = drawn({"A": (60, 40), "B": (10, 20)})

    assert texts(drawing) == ["Coal", "Gas", "A", "60", "40", "100", "B", "10", "20", "30"]


def test_a_figure_that_has_no_room_in_its_part_is_left_out():
    drawing = drawn({"A": (97, 3)}, total=100)

    assert texts(drawing) == ["Coal", "Gas", "A", "97%"]
    assert "Gas 3%" in drawing.alt


def test_parts_are_named_at_those_of_the_first_bar():
    drawing = drawn({"A": (60, 40), "B": (10, 90)}, total=100)
    keys = [item for item in drawing.items if isinstance(item, Shape) and item.fill][:2]
    first, second = parts(drawing)[:2]

    assert [bounds(key).left for key in keys] == pytest.approx([first.left, second.left])
    assert bounds(keys[0]).bottom < first.top


def test_names_of_narrow_parts_are_moved_apart():
    drawing = drawn({"A": (1, 1, 98), "B": (10, 90, 0)}, total=100)
    names = [item for item in drawing.items if isinstance(item, Label)][:3]

    ends = [name.x + len(name.text) * 5 for name in names]
    assert all(end < name.x for end, name in zip(ends, names[1:], strict=False))
    assert len({name.y for name in names}) == 1


def test_a_part_without_data_is_hatched_where_it_belongs_and_says_so():
    drawing = drawn({"A": (60, None, 10)}, total=100)
    one = stack_all(stacked({"A": (60, None, 10)}, total=100))[0]

    assert one.parts == (Part(0, 0, 60), Part(None, 60, 30), Part(2, 90, 10))
    assert "no data: Gas" in texts(drawing)
    assert "No data: A, Gas." in drawing.alt


def test_a_part_of_zero_is_not_one_without_data():
    drawing = drawn({"A": (60, 0, 40)}, total=100)

    assert len(parts(drawing)) == 2
    assert not any("no data" in text for text in texts(drawing))
    assert "Gas 0%" in drawing.alt


def test_the_sum_of_what_is_known_is_at_least_that():
    assert texts(drawn({"A": (60, None, 40)}))[-2:] == ["at least 100", "no data: Gas"]


def test_where_no_data_has_no_room_in_a_bar_a_key_tells_what_the_hatching_means():
    names = texts(drawn({"A": (98, None, 1), "B": (60, 30, 10)}, total=100))[:4]

    assert names == ["Coal", "Gas", "Other", "no data"]


def test_a_bar_without_any_data_has_no_sum():
    assert texts(drawn({"A": (60, 40), "B": (None, None)}))[-2:] == ["B", "no data"]


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        ((Amount(16, 18), 2.0), Amount(18, 20)),
        ((Amount(5, None, "over"), 2.0), Amount(7, None, "at least")),
        ((Amount(None, 5, "up to"), 2.0), Amount(2, 7)),
        ((Amount(None, 5, "up to"), 0.0), Amount(None, 5, "up to")),
        ((Amount(5, 5, "about"), 2.0), Amount(7, 7, "about")),
        ((5.0, 2.0), Amount(7, 7)),
        ((5.0, None), Amount(5, None, "at least")),
    ],
)
def test_sums_are_no_surer_than_their_parts(amounts, total):
    assert stack_all(stacked({"A": amounts}))[0].sum == total


def test_a_negative_part_is_refused():
    message = "a part of a stack is negative: -3 to -3"
    with pytest.raises(ValueError, match=message):
        drawn({"A": (60, -3)})


def test_all_zero_is_drawn_as_nothing_with_a_sum_of_zero():
    drawing = drawn({"A": (0, 0)})

    assert parts(drawing) == []
    assert texts(drawing)[-1] == "0"


def test_what_is_left_over_is_grey():
    drawing = draw(rest(), width=FULL, style=STYLE, fonts=FONTS)
    fills = [item.fill for item in drawing.items if isinstance(item, Shape) and item.fill]

    assert fills[:5] == [*STYLE.series[:4], STYLE.neutral]


@pytest.mark.parametrize(
    ("label", "language", "found"),
    [
        ("Other", "en", True),
        ("Other states", "en-GB", True),
        ("Otherwise", "en", False),
        ("Übrige", "de", True),
        ("Autres pays", "fr", True),
        ("Прочие", "ru", True),
        ("China", "ru", False),
    ],
)
def test_a_part_is_known_to_be_what_is_left_over_by_its_name(label, language, found):
    assert is_rest(label, language) is found


def test_a_highlighted_part_has_the_accent_and_the_others_neutral_shades():
    look = look_of(STYLE)
    fills = pick_out(look, (False, True, False), dark_first=True)

    assert fills[1] == Fill(STYLE.accent)
    assert contrast(fills[0].colour, WHITE) > contrast(fills[2].colour, WHITE) >= 3


def test_a_highlighted_bar_is_framed_and_its_figures_strong():
    drawing = drawn({"A": (60, 40), "B": (10, 90)}, "A", total=100)
    (frame,) = [
        item for item in drawing.items if isinstance(item, Shape) and item.stroke == "#000000"
    ]
    strong = [item.text for item in drawing.items if isinstance(item, Label) and item.style.bold]

    assert bounds(frame).right == pytest.approx(parts(drawing)[1].right + 1.1)
    assert strong == ["A", "60%", "40"]


@pytest.mark.parametrize("one", [power(), power("Hydro"), rest(), sites(), unknown_parts()])
def test_figures_can_be_read_on_every_part(one):
    drawing = draw(one, width=FULL, style=STYLE, fonts=FONTS)
    areas = [item for item in drawing.items if isinstance(item, Shape) and item.fill]
    inside = [item for item in drawing.items if isinstance(item, Label) and item.anchor == "middle"]

    assert inside
    for label in inside:
        *_, ground = [area for area in areas if bounds(area).holds(_point(label))]
        assert contrast(label.style.colour, ground.fill or WHITE) >= 4.5


def _point(label: Label) -> Box:
    return Box(label.x, label.y - 2.0, label.x, label.y - 2.0)


@pytest.mark.parametrize("fill", palette(look_of(STYLE), 12))
def test_patterns_stay_inside_their_areas(fill):
    box = Box(10.0, 10.0, 41.0, 23.0)

    for shape in paint_fill(fill, box):
        assert isinstance(shape, Shape)
        assert box.widened(0.01).holds(bounds(shape))


def test_the_alternative_text_tells_all_of_few_parts():
    drawing = draw(sites(), width=THIRD, style=STYLE, fonts=FONTS)

    assert drawing.alt == (
        "Stacked bar chart: Fourteen sites at the border. What is measured. 1 bar of 4 parts: "
        "Command centres, Outposts, Checkpoints and Training centre. Tajikistan: Command centres "
        "3, Outposts 5, Checkpoints 5, Training centre 1; total 14."
    )


def test_the_alternative_text_tells_the_largest_of_many_parts_and_the_highlighted():
    drawing = draw(power(), width=FULL, style=STYLE, fonts=FONTS)

    assert drawing.alt == (
        "Stacked bar chart: Coal makes two-thirds of Kazakhstan’s power. What is measured. 5 bars "
        "of 4 parts: Coal, Gas and oil, Hydro and Wind and solar. The parts of a bar sum to 100%. "
        "Largest parts: Kazakhstan, Coal, 66%; Uzbekistan, Gas and oil, 81%; Turkmenistan, Gas and "
        "oil, 100%; Kyrgyzstan, Hydro, 87%; Tajikistan, Hydro, 92%. Kazakhstan (highlighted): Coal "
        "66%, Gas and oil 20%, Hydro 9%, Wind and solar 5%."
    )


def test_the_alternative_text_is_no_surer_than_the_data():
    unknown, own = unknown_parts(), own_sums()
    told = [draw(one, width=FULL, style=STYLE, fonts=FONTS).alt for one in (unknown, own)]

    assert "Largest parts: Kazakhstan, Agree, 61%; Tajikistan, Agree, 88%." in told[0]
    assert told[0].endswith(
        "No data for Turkmenistan. No data: Kyrgyzstan, Disagree; Tajikistan, Do not know; "
        "Uzbekistan, Disagree; Uzbekistan, Do not know."
    )
    assert "Longest bar: Kazakhstan, US$105.0\u00a0million." in told[1]
    assert "at least US$52.0\u00a0million, rank 1 to 3 of 5." in told[1]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "de",
            "Gestapeltes Balkendiagramm: T. 2 Balken aus je 2 Teilen: A und B. Die Teile eines "
            "Balkens ergeben zusammen 100 %. Summen. X: A 1, B 2; zusammen 3. Größte Teile: X, B, "
            "2. Keine Daten: X, A. Keine Daten für 13 Teile. keine Daten: A",
        ),
        (
            "fr",
            "Diagramme en barres empilées\u00a0: T. 2 barres de 2 parties\u00a0: A et B. Les "
            "parties d’une barre font en tout 100 %. Totaux. X\u00a0: A 1, B 2\u202f; total 3. "
            "Parties les plus grandes\u00a0: X, B, 2. Aucune donnée\u00a0: X, A. Aucune donnée "
            "pour 13 parties. aucune donnée\u00a0: A",
        ),
        (
            "ru",
            "Столбчатая диаграмма с накоплением: T. 2 столбца, каждый из 2 частей: A и B. "
            "Сумма частей каждого столбца: 100 %. Итого по столбцам. X: A\u00a0— 1, B\u00a0— 2; "
            "всего 3. Наибольшие части: X, B, 2. Нет данных: X, A. Нет данных для 13 частей. "
            "нет данных: A",
        ),
    ],
)
def test_every_language_has_its_words(language, told):
    words = stacked_words(language)
    sentences = [
        words.chart("T"),
        words.bars(2, ("A", "B")),
        words.whole("100 %"),
        words.totals(),
        words.bar("X", (("A", "1"), ("B", "2")), "3"),
        words.largest([("X", "B", "2")]),
        words.missing(["X, A"]),
        words.many_missing(13),
        words.without(["A"]),
    ]

    assert " ".join(sentences) == told


def test_the_gallery_can_be_drawn():
    assert all(drawing.alt and drawing.items for drawing in gallery().values())


@st.composite
def stacked_charts(draw_from: st.DrawFn) -> Chart:
    on = draw_from(SCALES)
    total = draw_from(st.sampled_from([None, 100.0]))
    data = StackedChart(draw_from(grids(on, POSITIVE, 9)), on, total)
    return chart(data, height=draw_from(st.integers(30, 300)))


test_no_label_meets_another_or_leaves_the_drawing = holds_for_any(stacked_charts(), 30)
test_no_label_meets_another_in_many_more_cases = pytest.mark.slow(
    holds_for_any(stacked_charts(), 600)
)
