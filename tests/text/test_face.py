import io
import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont

from briefing.text.face import Face, open_face
from tests.text.samples import FAMILIES, FONTS, SERIF

PATH = FAMILIES["serif"].regular


@pytest.fixture
def face() -> Face:
    return open_face(PATH)


def test_a_path_has_one_face_in_a_process(face):
    assert open_face(PATH) is face
    assert FONTS.space(SERIF).face is face


def test_a_file_that_is_no_font_is_refused(tmp_path):
    path = tmp_path / "no.ttf"
    path.write_text("words")

    with pytest.raises(ValueError, match="is not a TrueType or OpenType font"):
        Face(str(path))


def test_metrics_are_those_of_the_tables(face):
    with TTFont(PATH) as font:
        os2, head, upem = font["OS/2"], font["head"], font["head"].unitsPerEm

        assert face.upem == upem
        assert face.ascent == os2.sTypoAscender / upem
        assert face.descent == os2.sTypoDescender / upem
        assert face.cap_height == os2.sCapHeight / upem
        assert face.x_height == os2.sxHeight / upem
        assert face.weight == os2.usWeightClass
        assert face.bbox == (head.xMin, head.yMin, head.xMax, head.yMax)
        assert face.italic_angle == font["post"].italicAngle
        assert face.postscript_name == "SourceSerif4-Regular"
        assert face.characters == frozenset(font.getBestCmap())


def test_the_flags_tell_serifs_and_italics():
    serif, slanted = open_face(PATH), open_face(FAMILIES["sans"].italic)

    assert (serif.flags, slanted.flags) == (2 | 4, 4 | 64)


def test_widths_are_those_of_the_tables(face):
    with TTFont(PATH) as font:
        name = font.getBestCmap()[ord("m")]
        gid = font.getGlyphID(name)

        assert face.glyph("m") == gid
        assert face.advance(gid) == font["hmtx"][name][0]
        assert face.advances([gid, gid]) == (face.advance(gid),) * 2


def test_a_subset_keeps_numbers_and_outlines_of_its_glyphs(face):
    gids = frozenset(map(face.glyph, "Aé"))
    with TTFont(PATH) as whole, TTFont(io.BytesIO(face.subset(gids))) as part:
        wanted = {whole.getGlyphName(gid) for gid in gids}
        kept = {
            whole.getGlyphName(gid)
            for gid, name in enumerate(part.getGlyphOrder())
            if part["glyf"][name].numberOfContours
        }

        assert wanted <= kept
        assert len(kept) < 8
        for gid in gids:
            name, other = whole.getGlyphName(gid), part.getGlyphOrder()[gid]
            assert part["hmtx"][other] == whole["hmtx"][name]
            assert (
                part["glyf"][other].getCoordinates(part["glyf"])[0]
                == (whole["glyf"][name].getCoordinates(whole["glyf"])[0])
            )


def test_a_subset_has_what_pdf_looks_at_and_no_more(face):
    with TTFont(io.BytesIO(face.subset(frozenset({face.glyph("a")})))) as part:
        tables = set(part.keys()) - {"GlyphOrder"}

    assert tables == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}


def test_faces_that_use_most_letters_share_a_subset(face):
    some = frozenset(map(face.glyph, "abcdefghijklmnopqr"))
    others = frozenset(map(face.glyph, "ijklmnopqrstuvwxyz"))

    assert face.subset(some) is face.subset(others)
    assert face.subset(frozenset({face.glyph("a")})) != face.subset(some)


def test_a_subset_is_small(face):
    letters = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:-–’“”()%/"

    assert len(face.subset(frozenset(map(face.glyph, letters)))) < 13_000


def test_hints_are_left_out():
    sans = open_face(FAMILIES["sans"].regular)
    with TTFont(io.BytesIO(sans.subset(frozenset({sans.glyph("a")})))) as part:
        assert not {"fpgm", "prep", "cvt "} & set(part.keys())


def test_a_subset_is_the_same_in_any_process():
    script = (
        "import hashlib; from briefing.text.face import open_face;"
        f"face = open_face({PATH!r});"
        "gids = frozenset(map(face.glyph, 'Kazakhstan'));"
        "print(hashlib.sha256(face.subset(gids)).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "LC_ALL": locale},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
    }

    assert len(sums) == 1
