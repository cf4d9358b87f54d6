from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.charts.classes import (
    MOST,
    class_breaks,
    class_of,
    class_texts,
    classes_of,
    edge_of,
    shades,
)
from briefing.charts.colours import contrast
from briefing.charts.fills import text_on
from briefing.charts.look import look_of
from briefing.charts.oklab import from_oklch, to_oklch
from briefing.charts.printed import as_printed
from briefing.charts.words import KNOWN
from briefing.charts.words.classes import class_words
from briefing.model.country import Amount
from tests.charts.plain import PLAIN_STYLE
from tests.charts.samples import COUNT, DOLLARS, STYLE, exactly, scale

LOOK = look_of(STYLE)
WHOLE = scale(COUNT, 0)
# Fine particles in the air of Almaty, Astana and Bishkek, by month.
AIR = (92, 71, 38, 21, 13, 11, 10, 12, 15, 27, 55, 88, 41, 36, 24, 14, 10, 8, 9, 9, 11, 18, 30, 43,
       98, 66, 33, 18, 12, 11, 12, 13, 16, 29, 61, 94)  # fmt: skip


@pytest.mark.parametrize(
    ("values", "breaks"),
    [
        (range(0, 100), (20, 40, 60, 80)),
        (range(-10, 11), (-5, 0, 5, 10)),
        ((34, 31, 30), (31, 34)),
        ((4.0, 3.9, 2.2, 1.9, 1.8, 1.5, 1.1), (1.5, 1.9, 2, 4)),
        ((19.1e6, 35e6, 6.5e6, 9.7e6, 6e6, 1400e6, 144e6), (6.5e6, 10e6, 20e6, 1e9)),
        ((1, 1, 1, 5), (5,)),
        ((5, 5, 5), ()),
        ((5,), ()),
        ((), ()),
    ],
)
def test_where_classes_end(values, breaks):
    assert class_breaks(values) == breaks


def test_classes_of_equal_steps_are_taken_where_they_tell_values_apart():
    assert class_breaks(AIR, 5) == (20, 40, 60, 80)
    assert class_breaks([value**3 for value in AIR], 5) == (1500, 5000, 20000, 200000)


VALUES = st.lists(
    st.one_of(st.integers(-50, 2000).map(float), st.floats(-1e15, 1e15), st.floats(0, 1e-9)),
    max_size=40,
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(VALUES, st.integers(1, MOST))
def test_every_class_holds_a_value(values, count):
    breaks = class_breaks(values, count)

    assert len(breaks) < max(1, min(count, len(set(values)) or 1)) + (not breaks)
    assert all(a < b for a, b in pairwise(breaks))
    if values:
        assert {class_of(value, breaks) for value in values} == set(range(len(breaks) + 1))


def test_a_break_begins_its_class():
    assert [class_of(value, (15, 25)) for value in (14.9, 15, 24.9, 25, 99)] == [0, 1, 1, 2, 2]


def test_a_figure_belongs_where_it_is_printed_to_belong():
    classes = classes_of([exactly(1)], (15, 25), WHOLE)

    assert [classes.of(value) for value in (24.4, 24.6)] == [1, 2]
    assert classes_of([exactly(1)], (2.5, 5), WHOLE).of(4.6) == 1


@pytest.mark.parametrize(
    ("amount", "span"),
    [
        (Amount(16, 18), (1, 1)),
        (Amount(14, 26), (0, 2)),
        (Amount(16, None, "over"), (1, 2)),
        (Amount(None, 16, "up to"), (0, 1)),
        (Amount(30, 30, "at least"), (2, 2)),
    ],
)
def test_which_classes_an_amount_may_belong_to(amount, span):
    assert classes_of([amount], (15, 25), WHOLE).span(amount) == span


@pytest.mark.parametrize(
    ("value", "on", "printed"),
    [
        (24.5, WHOLE, 25),
        (-0.2, WHOLE, 0),
        (14.549e6, scale(DOLLARS, 1), 14.5e6),
        (999_999.6, scale(DOLLARS, 1), 1e6),
        (0.05, scale(), 0.1),
    ],
)
def test_what_is_printed_of_a_value(value, on, printed):
    assert as_printed(value, on) == printed


@pytest.mark.parametrize(
    ("breaks", "on", "texts"),
    [
        ((15, 25, 35), scale(decimals=0), ["under 15%", "15–24%", "25–34%", "35% and over"]),
        ((15, 16), scale(decimals=0), ["under 15%", "15%", "16% and over"]),
        ((1.5, 2), scale(), ["under 1.5%", "1.5–1.9%", "2.0% and over"]),
        ((-5, 0), WHOLE, ["under −5", "−5 to −1", "0 and over"]),
        (
            (1e6, 5e6, 1e9),
            scale(DOLLARS, 1),
            ["under US$1.0\u00a0million", "US$1.0–4.9\u00a0million",
             "US$5.0–999.9\u00a0million", "US$1.0\u00a0billion and over"],
        ),
        ((1000, 1e6), scale(DOLLARS, 1), ["under US$1,000", "US$1,000–999,999",
                                         "US$1.0\u00a0million and over"]),
        ((), WHOLE, [""]),
    ],
)  # fmt: skip
def test_the_limits_of_classes_in_words(breaks, on, texts):
    assert class_texts(breaks, on, "en") == texts


def test_breaks_finer_than_the_figures_are_told_as_they_are():
    classes = classes_of([exactly(1)], (2.5, 5), WHOLE)

    assert classes.texts("en") == ["under 2.5", "2.5 to under 5.0", "5.0 and over"]


def test_classes_have_words_in_every_language():
    told = {
        language: [words.under("5"), words.within("5", "9"), words.over("9")]
        for language, words in ((known, class_words(known)) for known in ("en", "de", "fr", "ru"))
    }

    assert told == {
        "en": ["under 5", "5 to under 9", "9 and over"],
        "de": ["unter 5", "5 bis unter 9", "9 und mehr"],
        "fr": ["moins de 5", "de 5 à moins de 9", "9 et plus"],
        "ru": ["менее 5", "от 5, но менее 9", "9 и более"],
    }
    assert set(KNOWN) <= set(told)


@pytest.mark.parametrize("style", [STYLE, PLAIN_STYLE])
@pytest.mark.parametrize("count", range(1, MOST + 1))
def test_shades_go_from_light_to_dark_by_equal_steps_and_carry_text(style, count):
    look = look_of(style)
    found = shades(look, count)
    lightness = [to_oklch(shade)[0] for shade in found]
    steps = [a - b for a, b in pairwise(lightness)]

    assert all(step > 0.09 for step in steps)
    assert not steps or max(steps) - min(steps) < 0.01
    assert all(contrast(text_on(shade, look.name.colour), shade) >= 4.5 for shade in found)


def test_there_are_five_shades_at_most():
    with pytest.raises(ValueError, match="6 shades; 1 to 5 can be told apart"):
        shades(LOOK, 6)


def test_light_shades_have_an_outline():
    light, *_, dark = shades(LOOK, 5)

    assert (edge_of(light, LOOK), edge_of(dark, LOOK)) == (STYLE.neutral, None)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.integers(0, 0xFFFFFF))
def test_a_colour_comes_back_from_how_it_looks(number):
    colour = f"#{number:06x}"
    channels = [int(from_oklch(*to_oklch(colour))[at : at + 2], 16) for at in (1, 3, 5)]

    assert all(
        abs(channel - int(colour[at : at + 2], 16)) <= 1
        for channel, at in zip(channels, (1, 3, 5), strict=True)
    )
