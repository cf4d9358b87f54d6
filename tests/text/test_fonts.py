import subprocess
import sys

import pytest
from msgspec.structs import replace

from briefing.model.style import Family
from briefing.text.fonts import Fonts, fonts_of
from tests.text.samples import FAMILIES, FONTS, SANS, SERIF


def test_equal_families_share_their_fonts():
    assert fonts_of(dict(FAMILIES)) is FONTS


def test_no_file_is_opened_before_it_is_used():
    nowhere = Family("no.ttf", "no.ttf", "no.ttf", "no.ttf", ())
    serif = replace(FAMILIES["serif"], bold="no.ttf", fallback=())
    fonts = Fonts({"serif": serif, "none": nowhere})

    assert fonts.word("here", SERIF).em
    with pytest.raises(FileNotFoundError):
        fonts.word("here", replace(SERIF, bold=True))


def test_a_fallback_is_not_opened_before_a_character_is_missing():
    lacking = Family("no.ttf", "no.ttf", "no.ttf", "no.ttf", ())
    fonts = Fonts({"serif": FAMILIES["serif"], "sans": lacking})

    assert fonts.word("here", SERIF).em
    with pytest.raises(FileNotFoundError):
        fonts.word("ἀρχή", SERIF)


def test_the_width_of_a_line_is_that_of_its_words_and_spaces():
    style = replace(SANS, tracking=0.25)
    ems = sum(FONTS.word(word, style).em for word in ("two", "words")) + FONTS.space(style).advance

    assert FONTS.width("two words", style) == pytest.approx(ems * 8 / 1000 + 9 * 0.25)
    assert FONTS.width("two\u00a0words", style) == FONTS.width("two words", style)
    assert FONTS.width("", style) == 0.0


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Nothing is missing — not “this”, ’t isn’t; nor Қазақстан, nor ἀρχή.", ""),
        ("soft\u00adhyphen\u200b, \u2060joiner\u200d, variant\ufe0f", ""),
        ("1\u00a0000\u202f000\u2009km, non\u2011breaking", ""),
        ("e\u0301, ṩ and \u0439", ""),
        ("日本 and 日", "日本"),
        ("a 😀 and a ☭", "😀☭"),
        ("tab\tand\nline", ""),
    ],
)
def test_what_no_face_has_is_told_once(text, missing):
    assert FONTS.missing(text, SERIF) == missing


@pytest.mark.parametrize("text", ["\u00a0", "\u202f", "\u2009", "\u2011", "ṩ"])
def test_what_is_not_missing_is_drawn(text):
    assert all(gid for part in FONTS.word(text, SERIF).parts for gid, _ in part.glyphs)


def test_shaping_does_not_depend_on_the_machine():
    script = (
        "from tests.text.samples import FONTS, SERIF;"
        "print(FONTS.word('fiş', SERIF), FONTS.word('бдгтѓ', SERIF))"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for locale in ("C", "tr_TR.UTF-8", "sr_RS.UTF-8")
    }

    assert len(seen) == 1
