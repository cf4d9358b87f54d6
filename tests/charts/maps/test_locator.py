"""Locator maps."""

from itertools import combinations

import pytest
from msgspec.structs import replace

from briefing.charts.colours import contrast
from briefing.charts.maps import tints
from briefing.charts.maps.gazetteer import cities
from briefing.charts.maps.layers import shown_lands
from briefing.charts.maps.outlines import packed_atlas
from briefing.charts.shapes.room import Box
from briefing.errors import ContentError
from briefing.model.boundaries import Boundaries
from briefing.model.chart import LocatorMap, Mark
from briefing.model.drawing import Clipped, Drawing, Label, Shape
from tests.charts.maps.samples import FIVE, MARKS, OWN, drawn, labels_of, locator, texts
from tests.charts.samples import FONTS, STYLE, WHERE, chart

WIDTHS = (482.0, 312.0, 230.0, 152.0, 144.0)
HARD = ("RUS", "USA", "FJI", "ATA", "KIR", "VAT", "SGP", "NOR", "IDN", "CHL", "FRA", "NZL", "GMB")


@pytest.mark.parametrize("key", FIVE)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_name_meets_another_and_none_leaves_the_frame(key, width):
    _check(drawn(locator(key, height=0.58 * width), width))


@pytest.mark.parametrize("key", HARD)
def test_countries_of_every_shape_have_a_map(key):
    drawing = drawn(locator(key, height=200), 320)

    _check(drawing)
    assert _fills(drawing, STYLE.accent)


@pytest.mark.slow
@pytest.mark.parametrize("width", [482.0, 152.0])
def test_every_country_has_a_map(width):
    for land in packed_atlas("countries-50m").lands:
        if land.key:
            _check(drawn(locator(land.key, height=0.6 * width), width))


def test_the_country_its_capital_and_its_neighbours_are_named():
    drawing = drawn(locator("KAZ", height=290))

    found = texts(drawing)
    assert {"KAZAKHSTAN", "Astana", "Almaty", "UZBEKISTAN", "CHINA", "RUSSIA"} <= found
    assert {"Caspian", "Sea", "500\u00a0km"} <= found


def test_the_project_names_countries_its_own_way():
    names = (("KAZ", "Qazaqstan"), ("CHN", "PRC"))
    drawing = drawn(locator("KAZ", height=290, names=names))

    assert {"QAZAQSTAN", "PRC"} <= texts(drawing)
    assert "The middle of Qazaqstan is at about 48° north, 67° east." in drawing.alt
    assert "PRC (east)" in drawing.alt


def test_the_alternative_text_tells_where_the_country_lies_and_what_is_shown():
    drawing = drawn(locator("TJK", height=280))

    assert drawing.alt == (
        "Locator map: Where it lies. What is measured. "
        "The middle of Tajikistan is at about 39° north, 71° east. "
        "It has borders with Uzbekistan (north-west), Afghanistan (south), Kyrgyzstan (north) "
        "and China (east). "
        "Cities shown: Dushanbe (capital), Khujand, Bokhtar, Kulob, Khorugh, Murghob."
    )


def test_an_island_has_no_neighbours():
    assert "It has no land border." in drawn(locator("MDG", height=250)).alt


def test_what_has_no_room_is_neither_drawn_nor_told():
    wide, narrow = drawn(locator("KAZ", height=290)), drawn(locator("KAZ", height=120), 152)

    assert "Shymkent" in texts(wide)
    assert "Shymkent" in wide.alt
    assert "Shymkent" not in texts(narrow)
    assert "Shymkent" not in narrow.alt
    assert "Shymkent" not in narrow.data


def test_the_data_are_what_is_pointed_out_with_its_coordinates():
    drawing = drawn(locator("KAZ", cities=("Astana", "Aktau"), marks=MARKS[:1]))

    assert drawing.data == (
        "kind,name,longitude,latitude\r\n"
        "mark,Khorgos dry port,80.28,44.22\r\n"
        "capital,Astana,71.43,51.18\r\n"
        "city,Aktau,51.17,43.65\r\n"
    )
    assert "Also marked: Khorgos dry port." in drawing.alt


def test_a_city_beyond_the_border_widens_the_map():
    drawing = drawn(locator("KGZ", height=280, cities=("Bishkek", "Ürümqi")))

    _check(drawing)
    assert {"Bishkek", "Ürümqi"} <= texts(drawing)


def test_no_cities_may_be_wanted():
    drawing = drawn(locator("KGZ", cities=()))

    assert "Bishkek" not in texts(drawing)
    assert "Cities" not in drawing.alt


def test_a_city_that_is_not_listed_is_refused():
    with pytest.raises(ContentError) as caught:
        drawn(locator("KAZ", cities=("Almata",)))

    assert str(caught.value).startswith(
        "content/charts/test.yaml:1:1: error: unknown city 'Almata'\n"
        "  hint: did you mean 'Almaty'? known: Abidjan, Abu Dhabi, "
    )


def test_a_name_without_room_is_refused_if_it_was_asked_for():
    long = replace(MARKS[0], name="A name that is much too long for a map of this width " * 3)
    with pytest.raises(ContentError, match="there is no room for the name 'A name that is"):
        drawn(locator("KAZ", marks=(long,)), 152)


def test_a_country_without_an_outline_is_refused():
    with pytest.raises(ContentError) as caught:
        drawn(locator("XYZ"))

    assert str(caught.value) == (
        "content/charts/test.yaml:1:1: error: the outlines of 'boundaries' have no country 'XYZ'\n"
        "  hint: draw it with outlines of your own: boundaries in content/project.yaml"
    )


def test_the_globe_may_be_left_out():
    with_globe, without = drawn(locator("KAZ")), drawn(locator("KAZ", globe=False))

    assert len(without.items) < len(with_globe.items)


def test_the_capital_is_a_star_and_a_mark_a_diamond():
    drawing = drawn(locator("KAZ", cities=("Astana", "Almaty"), marks=MARKS[:1], globe=False))
    signs = [item for item in drawing.items if isinstance(item, Shape) and item.stroke][1:4]

    # The frame comes before; the scale bar behind.
    assert [len(sign.path) for sign in signs] == [5, 11, 6]


def test_the_scale_bar_is_true_in_the_middle_of_the_map():
    from briefing.charts.look import Frame, look_of
    from briefing.charts.maps.nets import ScaleBar
    from briefing.charts.maps.scene import scene_of
    from briefing.charts.maps.views import distance
    from briefing.charts.words import words_of
    from briefing.units import Pt

    words = words_of("en")
    assert words is not None
    frame = Frame(Pt(482), Pt(290), look_of(STYLE), FONTS, words, WHERE)
    data = LocatorMap("KAZ", (), Boundaries(None, "", "", WHERE))
    view = scene_of(data, frame).view
    bar = ScaleBar(view, "km", frame)
    x, y = 241.0, 145.0
    left, right = view.degrees(x - bar.bar / 2, y), view.degrees(x + bar.bar / 2, y)

    assert left is not None
    assert right is not None
    assert distance(left, right) == pytest.approx(bar.length, rel=0.01)
    assert bar.bar <= 0.24 * 482


def test_outlines_of_the_project_are_drawn_in_their_place():
    data = LocatorMap("KAZ", (("KAZ", "Left"), ("KGZ", "Right")), OWN, cities=())
    drawing = drawn(chart(data, height=220), 320)

    assert {"LEFT", "RIGHT"} <= texts(drawing)
    assert "It has borders with Right (east)" in drawing.alt


@pytest.mark.parametrize("language", ["de", "fr", "ru"])
def test_names_and_words_are_those_of_the_language(language):
    if _no_words(language):
        pytest.skip(f"charts have no words in {language!r} yet")
    drawing = drawn(locator("KAZ", height=290, language=language))
    own = {"de": "KASACHSTAN", "fr": "KAZAKHSTAN", "ru": "КАЗАХСТАН"}[language]
    almaty = {"de": "Almaty", "fr": "Almaty", "ru": "Алматы"}[language]

    assert {own, almaty} <= texts(drawing)
    _check(drawing)


def _no_words(language):
    from briefing.charts.words import words_of

    return words_of(language) is None


def test_a_map_is_drawn_alike_again_whatever_was_drawn_before():
    first = drawn(locator("UZB", height=240))
    shown_lands.cache_clear()
    drawn(locator("FRA", height=240))

    assert drawn(locator("UZB", height=240)) == first


def test_every_city_of_the_five_states_can_be_asked_for():
    for key in FIVE:
        names = tuple(city.name for city in cities().values() if city.country == key)[:6]
        drawing = drawn(locator(key, height=290, cities=names))

        assert set(names) <= texts(drawing)


def _check(drawing: Drawing) -> None:
    """Names lie in the frame, and apart from each other."""
    boxes = [(label.text, _ink(label)) for label in labels_of(drawing.items)]
    for text, box in boxes:
        assert Box(0.0, 0.0, drawing.width, drawing.height).holds(box), text
    for (one, box), (two, other) in combinations(boxes, 2):
        assert not box.meets(other), (one, two)


def _ink(label: Label) -> Box:
    style = label.style
    width = FONTS.width(label.text, style) + label.tracking * (len(label.text) - 1)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    descent = 0.0 if label.text.isupper() else 0.2
    top, bottom = label.y - 0.68 * style.size, label.y + descent * style.size
    return Box(left, top, left + width, bottom)


def _fills(drawing: Drawing, colour: str) -> list[Shape]:
    (ground,) = [item for item in drawing.items if isinstance(item, Clipped)]
    return [item for item in ground.items if isinstance(item, Shape) and item.fill == colour]


def test_a_mark_on_the_other_side_of_the_globe_makes_a_map_of_the_world():
    far = Mark("A port far away", 151.2, -33.9)
    drawing = drawn(locator("VAT", height=260, marks=(far,)))

    _check(drawing)
    assert {"A port far away", "Vatican City"} <= texts(drawing)
    assert not any("km" in text for text in texts(drawing))


def test_land_and_sea_differ_in_grey_and_names_can_be_read_on_both():
    assert contrast(tints.SEA, tints.NEAR_LAND) > 1.14
    assert contrast(tints.NEAR_LAND, tints.LAND) > 1.08
    for ground in (tints.LAND, tints.NEAR_LAND):
        assert contrast(tints.NAMES, ground) >= 4.5
    for ground in (tints.SEA, tints.NEAR_LAND, tints.LAND):
        assert contrast(tints.WATERS, ground) >= 4.5
