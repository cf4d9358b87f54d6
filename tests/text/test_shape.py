import pytest
from msgspec.structs import replace

from briefing.text.face import open_face
from briefing.text.shape import clusters
from tests.text.samples import BOLD, FAMILIES, FONTS, SANS, SERIF, SUPERIOR, glyph_texts


def test_a_ligature_stands_for_its_letters():
    word = FONTS.word("office", SERIF)

    assert glyph_texts(word.parts) == ["o", "ffi", "c", "e"]
    assert word.letters == 4


def test_kerning_is_written_as_adjustments():
    face = open_face(FAMILIES["serif"].regular)
    word = FONTS.word("AV", SERIF)
    (part,) = word.parts
    a, v = map(face.glyph, "AV")

    assert part.code == f"<{a:04X}>119<{v:04X}>"
    assert part.advance == face.advance(a) + face.advance(v) - 119
    assert word.em == part.advance


def test_a_word_is_shaped_once_for_all_sizes_and_colours():
    large = replace(SERIF, size=24, colour="#ff0000", rise=3.0)

    assert FONTS.word("security", large) is FONTS.word("security", SERIF)
    assert FONTS.word("security", BOLD) is not FONTS.word("security", SERIF)


def test_letters_that_are_set_apart_have_no_ligatures():
    apart = replace(SERIF, tracking=0.5)
    nearly = replace(SERIF, tracking=0.1)

    assert glyph_texts(FONTS.word("fit", apart).parts) == ["f", "i", "t"]
    assert FONTS.word("fit", nearly) is FONTS.word("fit", SERIF)


def test_features_are_switched_on_and_off():
    raised = FONTS.word("12", SUPERIOR)
    loose = FONTS.word("fit", replace(SERIF, features=("-liga",)))

    assert glyph_texts(raised.parts) == ["1", "2"]
    assert raised.em < FONTS.word("12", SERIF).em
    assert glyph_texts(loose.parts) == ["f", "i", "t"]


@pytest.mark.parametrize("text", ["Қазақстан", "Бишкек", "Тоҷикистон", "Αθήνα", "Türkmenistan"])
def test_letters_of_many_scripts_are_drawn_with_their_own_text(text):
    word = FONTS.word(text, SERIF)

    assert "".join(glyph_texts(word.parts)) == text
    assert {part.face.postscript_name for part in word.parts} == {"SourceSerif4-Regular"}


def test_a_letter_the_face_lacks_comes_from_the_next_family():
    word = FONTS.word("ἀρχή", replace(SERIF, bold=True, italic=True))

    assert [(p.face.postscript_name, "".join(glyph_texts([p]))) for p in word.parts] == [
        ("SourceSans3-SemiboldIt", "ἀ"),
        ("SourceSerif4-SemiboldIt", "ρχή"),
    ]


def test_an_accent_stays_with_its_letter():
    assert list(clusters("q\u0301a\u200db")) == ["q\u0301", "a\u200d", "b"]
    for mark in ("\u0301", "\u0359"):
        word = FONTS.word(f"xἀ{mark}", SERIF)
        by_face = {p.face.postscript_name: "".join(glyph_texts([p])) for p in word.parts}

        assert by_face["SourceSerif4-Regular"] == "x"


def test_an_accent_is_moved_and_has_a_text_of_its_own():
    base, accent = FONTS.word("q\u0301\u0302", SERIF).parts

    assert glyph_texts([base, accent]) == ["q", "\u0301", "\u0302"]
    assert (base.rise, accent.rise) == (0.0, 263.0)
    assert accent.advance == 0.0
    assert accent.code.startswith("256<")
    assert accent.code.endswith(">-256")


def test_a_letter_and_its_accent_may_be_one_glyph():
    assert glyph_texts(FONTS.word("e\u0301", SERIF).parts) == ["e\u0301"]


def test_what_is_invisible_is_not_drawn():
    assert FONTS.word("secu\u00adri\u200bty\u2060", SERIF).em == FONTS.word("security", SERIF).em
    assert glyph_texts(FONTS.word("a\u200db", SERIF).parts) == ["a", "b"]


def test_a_missing_character_is_glyph_zero():
    (part,) = FONTS.word("a😀b", SERIF).parts

    assert [gid == 0 for gid, _ in part.glyphs] == [False, True, False]


def test_the_hyphen_of_a_broken_word_stands_for_a_soft_one():
    (part,) = FONTS.hyphen(SERIF).parts

    assert part.code == FONTS.word("-", SERIF).parts[0].code
    assert glyph_texts([part]) == ["\u00ad"]


def test_no_letters_make_a_word_without_width():
    assert FONTS.word("", SANS).parts == ()
    assert FONTS.word("", SANS).em == 0.0
