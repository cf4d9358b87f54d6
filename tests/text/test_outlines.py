"""The outlines of letters are where the letters are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.style import TextStyle
from briefing.text.fonts import Fonts
from briefing.text.outlines import glyph_outline
from tests.pdf.cff import build_family
from tests.text.samples import FONTS, SANS, SERIF


def extent(outline) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the points that an outline goes through."""
    across = [segment[-2] for segment in outline if len(segment) > 1]
    down = [segment[-1] for segment in outline if len(segment) > 1]
    return min(across), min(down), max(across), max(down)


def test_letters_stand_on_the_baseline_as_high_as_their_face_says():
    face = FONTS.space(SANS).face

    _, top, _, bottom = extent(FONTS.outline("HH", SANS))
    assert bottom == 0.0
    assert top == pytest.approx(-face.cap_height * SANS.size, rel=0.01)


def test_an_outline_is_closed_and_has_curves_of_the_third_order():
    outline = FONTS.outline("i", SANS)

    assert [segment[0] for segment in outline] == [*"MLLLLZ", "M", *"CCCCCCCC", "Z"]


def test_a_space_has_no_outline():
    assert FONTS.outline(" ", SANS) == ()
    assert FONTS.outline("", SANS) == ()


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("AVATAR To", SERIF),
        ("office fjord", SERIF),
        ("Small Capitals", replace(SERIF, features=("smcp",))),
        ("TRACKED words", replace(SANS, tracking=1.5)),
        ("и\u0306 ἀρχή mixed", SERIF),
        ("un\u00a0broken", SANS),
    ],
)
def test_each_letter_is_where_the_text_has_it(text, style):
    for length in range(1, len(text)):
        head = text[:length]
        if not head.endswith(" ") or text[length] == " ":
            continue
        tail = FONTS.outline(text[length:], style)
        whole = FONTS.outline(text, style)[-len(tail) :]

        left = FONTS.width(head, style)
        assert extent(whole)[::2] == pytest.approx([x + left for x in extent(tail)[::2]], abs=1e-6)


def test_kerning_and_tracking_move_letters():
    kerned, apart = extent(FONTS.outline("AV", SERIF)), extent(FONTS.outline("A V", SERIF))
    tracked = extent(FONTS.outline("AV", replace(SERIF, tracking=2.0)))

    assert kerned[2] < FONTS.width("A", SERIF) + FONTS.width("V", SERIF)
    assert tracked[2] - kerned[2] == pytest.approx(2.0)
    assert apart[2] > kerned[2]


def test_an_accent_is_over_its_letter():
    plain, accented = extent(FONTS.outline("и", SERIF)), extent(FONTS.outline("и\u0306", SERIF))

    assert accented[1] < plain[1]
    assert accented[2] == pytest.approx(plain[2], abs=1.0)


def test_what_is_raised_has_a_raised_outline():
    raised = replace(SANS, rise=3.0)

    assert extent(FONTS.outline("H", raised))[3] == -3.0


def test_curves_of_a_compact_font_are_outlines_too(tmp_path):
    fonts = Fonts({"test": build_family(tmp_path)})
    style = TextStyle("test", 10, "#000000")

    left, top, right, bottom = extent(fonts.outline("a", style))
    assert 0 <= left < right <= fonts.width("a", style)
    assert top < bottom


def test_an_outline_is_kept():
    face = FONTS.space(SANS).face

    assert glyph_outline(face, face.glyph("a")) is glyph_outline(face, face.glyph("a"))


@given(st.text("abcfilTВш (\\)é ΔАЙ", max_size=12), st.floats(1, 100))
def test_outlines_grow_with_the_size(text, size):
    small = FONTS.outline(text, SERIF)
    large = FONTS.outline(text, replace(SERIF, size=SERIF.size * size))

    for one, other in zip(small, large, strict=True):
        assert one[0] == other[0]
        assert other[1:] == pytest.approx([value * size for value in one[1:]], abs=1e-6)
