"""Maps of figures."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.charts.classes import shades
from briefing.charts.look import look_of
from briefing.charts.maps.outlines import packed_atlas
from briefing.charts.shapes.room import Box
from briefing.errors import ContentError
from briefing.model.country import Amount
from briefing.model.drawing import Clipped, Drawing, Shape
from tests.charts.maps.samples import (
    FIVE,
    MILITARY,
    OWN,
    area,
    drawn,
    figures,
    labels_of,
    texts,
)
from tests.charts.maps.test_locator import _ink
from tests.charts.samples import STYLE, chart

WIDTHS = (482.0, 312.0, 230.0, 152.0, 144.0)
CODES = [
    land.key for land in packed_atlas("countries-110m").lands if land.key and land.key != "ATA"
]


def test_each_country_is_filled_with_the_shade_of_its_class():
    data = figures(MILITARY, breaks=(1.5, 2.0, 3.0))
    drawing = drawn(chart(data, height=280))
    tones = shades(look_of(STYLE), 4)
    fills = [item.fill for item in _ground(drawing) if isinstance(item, Shape)]

    # Kazakhstan; Turkmenistan, Kyrgyzstan, China; Tajikistan; Uzbekistan, Russia.
    assert [fills.count(tone) for tone in tones] == [1, 3, 1, 2]
    assert {"under 1.5%", "1.5–1.9%", "2.0–2.9%", "3.0% and over"} <= texts(drawing)


def test_countries_without_room_are_named_beside_themselves():
    found = texts(drawn(chart(figures(MILITARY), height=280)))

    assert {"Russia", "3.9%", "Tajikistan", "2.2%", "Kyrgyzstan", "1.5%"} <= found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("labels", ["values", "names", "none"])
def test_no_label_meets_another_and_none_leaves_the_drawing(width, labels):
    values = {key: MILITARY[key] for key in FIVE}
    for given_values in (values, MILITARY, {**values, "TKM": None}):
        data = figures(given_values, picked=("UZB",), labels=labels)
        _check(drawn(chart(data, height=0.6 * width), width))


@pytest.mark.parametrize("width", [482.0, 230.0])
def test_the_world_fits(width):
    values = {key: float(number % 37) for number, key in enumerate(CODES)}
    drawing = drawn(chart(figures(values, picked=("KAZ",)), height=300), width)

    _check(drawing)
    assert drawing.height < 300


def test_what_has_no_figure_is_hatched_and_told_as_such():
    values = {**{key: MILITARY[key] for key in FIVE}, "TKM": None}
    drawing = drawn(chart(figures(values), height=240))

    hatched = [item for item in _ground(drawing) if isinstance(item, Clipped)]
    assert len(hatched) == 1
    assert hatched[0].even_odd
    assert "no data" in texts(drawing)
    assert "No data for Turkmenistan." in drawing.alt
    assert "TKM,Turkmenistan,,,,,% of GDP\r\n" in drawing.data


def test_what_is_picked_out_is_outlined_in_the_accent():
    data = figures(MILITARY, picked=("KAZ",))
    shapes = [item for item in _ground(drawn(chart(data, height=280))) if isinstance(item, Shape)]

    assert shapes[-1].stroke == STYLE.accent
    assert shapes[-1].fill is None


def test_the_alternative_text_tells_every_figure_by_classes():
    data = figures(MILITARY, picked=("KAZ",), breaks=(1.5, 2.0, 3.0))
    drawing = drawn(chart(data, title="A finding", height=280))

    assert drawing.alt == (
        "Map: A finding. What is measured. 7 countries. Highest: Uzbekistan, 4.0%. "
        "Lowest: Kazakhstan, 1.1%. Highlighted: Kazakhstan, 1.1%, rank 7 of 7. "
        "3.0% and over: Uzbekistan 4.0%, Russia 3.9%. 2.0–2.9%: Tajikistan 2.2%. "
        "1.5–1.9%: China 1.9%, Turkmenistan 1.8%, Kyrgyzstan 1.5%. "
        "Under 1.5%: Kazakhstan 1.1%."
    )


def test_of_a_whole_world_classes_are_counted():
    values = {key: float(number % 30) for number, key in enumerate(CODES)}
    alt = drawn(chart(figures(values), height=280)).alt

    assert f"{len(CODES)} countries." in alt
    assert alt.count(" countries.") == 4


def test_ranges_that_overlap_have_no_highest():
    values = {"KAZ": Amount(1.0, 4.0), "UZB": Amount(2.0, 5.0), "KGZ": Amount(0.1, 0.2)}
    alt = drawn(chart(figures(values), height=240)).alt

    assert "Highest" not in alt
    assert "Lowest: Kyrgyzstan, 0.1–0.2%." in alt


@pytest.mark.parametrize("value", [0.0, -3.5, 1e-12, 1e15])
def test_a_single_figure_of_any_size_can_be_shown(value):
    drawing = drawn(chart(figures({"KAZ": value}), height=200), 312)

    _check(drawing)
    assert "1 country." in drawing.alt


def test_all_alike_are_one_class():
    drawing = drawn(chart(figures(dict.fromkeys(FIVE, 2.0)), height=240))

    assert "All are 2.0%." in drawing.alt


def test_more_may_be_in_sight_than_has_figures():
    small = drawn(chart(figures({"KGZ": 1.5}), height=240))
    wide = drawn(chart(figures({"KGZ": 1.5}, around=("CHN",)), height=240))

    assert _extent(small) > 4 * _extent(wide)


def test_countries_without_an_outline_are_refused_all_at_once():
    with pytest.raises(ContentError) as caught:
        drawn(chart(figures({"XXX": 1.0, "KAZ": 2.0, "YYY": 3.0})))

    hint = "  hint: draw it with outlines of your own: boundaries in content/project.yaml"
    assert str(caught.value).splitlines() == [
        "content/charts/test.yaml:1:1: error: the outlines have no country 'XXX'",
        hint,
        "content/charts/test.yaml:1:1: error: the outlines have no country 'YYY'",
        hint,
    ]


def test_nothing_but_gaps_is_refused():
    with pytest.raises(ContentError, match="nothing to draw"):
        drawn(chart(figures({"KAZ": None})))


def test_outlines_of_the_project_are_drawn_in_their_place():
    drawing = drawn(chart(figures({"KAZ": 1.0, "KGZ": 3.0}, boundaries=OWN), height=220), 320)

    assert {"Kazakhstan", "1.0%", "Kyrgyzstan", "3.0%"} <= texts(drawing)


@settings(deadline=None, max_examples=25)
@given(
    values=st.dictionaries(
        st.sampled_from(CODES),
        st.none() | st.floats(-1e6, 1e6, allow_nan=False),
        min_size=1,
        max_size=12,
    ).filter(lambda values: any(value is not None for value in values.values())),
    width=st.floats(144, 482),
    labels=st.sampled_from(["values", "names"]),
)
def test_any_countries_make_a_map_that_is_drawn_alike_again(values, width, labels):
    data = figures(values, labels=labels)
    one = chart(data, height=0.6 * width)
    drawing = drawn(one, width)

    _check(drawing)
    assert drawn(one, width) == drawing
    for key, value in values.items():
        if value is not None:
            assert key in drawing.alt or area(key, value).label in drawing.alt


def test_a_country_told_by_a_long_name_has_it_beside_or_not_at_all():
    name = "A country with a name that no map of this width could ever hold"
    data = figures({"TJK": 2.0, "KAZ": 1.0})
    data = replace(data, areas=(replace(data.areas[0], label=name), data.areas[1]))
    drawing = drawn(chart(data, height=120), 152)

    _check(drawing)
    assert name in drawing.alt


def _check(drawing: Drawing) -> None:
    boxes = [(label.text, _ink(label)) for label in labels_of(drawing.items)]
    for text, box in boxes:
        assert Box(-0.01, -0.01, drawing.width + 0.01, drawing.height + 0.01).holds(box), text
    for (one, box), (two, other) in combinations(boxes, 2):
        assert not box.meets(other), (one, two)


def _ground(drawing: Drawing):
    return next(item for item in drawing.items if isinstance(item, Clipped)).items


def _extent(drawing: Drawing) -> float:
    """How wide the only shaded country is."""
    (tone,) = shades(look_of(STYLE), 1)
    (shape,) = [item for item in _ground(drawing) if isinstance(item, Shape) and item.fill == tone]
    xs = [segment[1] for segment in shape.path if len(segment) > 1]
    return max(xs) - min(xs)


def test_a_country_too_small_to_be_seen_is_a_dot():
    values = {"VAT": 1.0, "USA": 2.0, "AUS": 3.0, "SGP": None}
    drawing = drawn(chart(figures(values), height=280))
    tone = shades(look_of(STYLE), 3)[0]
    (dot,) = [item for item in _ground(drawing) if isinstance(item, Shape) and item.fill == tone]

    assert len(dot.path) == 6  # a circle
    assert {"VAT", "SGP"} <= texts(drawing)
