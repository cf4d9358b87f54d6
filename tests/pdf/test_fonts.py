import re
from io import BytesIO
from struct import iter_unpack

import pikepdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from briefing.model.structure import Node
from briefing.model.style import TextStyle
from briefing.pdf import write_pdf
from briefing.pdf.fonts.glyphs import code_of
from tests.pdf.cff import build_family
from tests.pdf.reader import read
from tests.pdf.sample import everything
from tests.pdf.typesetter import BODY, SMALL_CAPITALS, Desk, Piece


@pytest.fixture(scope="module")
def sample_file():
    sample = everything()
    return write_pdf(sample.pages, sample.fonts)


@pytest.fixture
def cff(tmp_path):
    desk = Desk(families={"test": build_family(tmp_path)})
    leaf = desk.leaf()
    desk.line([Piece("fia a\u0301a a-f", leaf, TextStyle("test", 10, "#000000", rise=2))])
    return write_pdf(desk.done(Node("Document", (Node("P", (leaf,)),))), desk.fonts)


def test_every_font_is_embedded_as_a_subset(sample_file):
    with pikepdf.open(BytesIO(sample_file)) as pdf:
        fonts = _fonts(pdf)

        assert len(fonts) == 5
        for font in fonts:
            descendant = font.DescendantFonts[0]
            assert re.fullmatch(r"/[A-Z]{6}\+Source\w+-\w+", str(font.BaseFont))
            assert descendant.BaseFont == font.BaseFont == descendant.FontDescriptor.FontName
            assert font.Encoding == "/Identity-H"
            assert descendant.CIDToGIDMap == fonts[0].DescendantFonts[0].CIDToGIDMap
            program = descendant.FontDescriptor.FontFile2
            assert len(program.read_bytes()) == program.Length1 < 20_000


def test_widths_are_those_of_the_font_programs(sample_file):
    with pikepdf.open(BytesIO(sample_file)) as pdf:
        for font in _fonts(pdf):
            descendant = font.DescendantFonts[0]
            program = TTFont(BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
            per_unit = 1000 / program["head"].unitsPerEm
            told = _widths(descendant.W)
            metrics = program["hmtx"].metrics
            glyphs = [glyph for (glyph,) in iter_unpack(">H", descendant.CIDToGIDMap.read_bytes())]
            real = {code: metrics[program.getGlyphName(glyphs[code])][0] for code in told}

            assert told == {
                code: pytest.approx(width * per_unit, abs=0.01) for code, width in real.items()
            }


def test_ligatures_are_spelt_out_in_to_unicode(sample_file):
    with pikepdf.open(BytesIO(sample_file)) as pdf:
        maps = b"".join(font.ToUnicode.read_bytes() for font in _fonts(pdf))

    assert b"><006600660069>\n" in maps  # ffi
    assert b"><0066006A>\n" in maps  # fj


def test_a_glyph_that_stands_for_two_texts_is_spelt_out_beside_it():
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece("nato NATO Nato co-op", leaf, SMALL_CAPITALS)])
    data = write_pdf(desk.done(Node("Document", (Node("P", (leaf,)),))), desk.fonts)

    assert read(data).tree == ("Document", (("P", ("nato NATO Nato co-op",)),))
    with pikepdf.open(BytesIO(data)) as pdf:
        code = pdf.pages[0].Contents.read_bytes()
        assert re.findall(rb"/Span<</ActualText\((\w+)\)>>BDC", code) == [b"NATO", b"Nato"]
    assert _extracted(data) == "nato NATO Nato co-op"


def test_a_soft_hyphen_does_not_take_the_glyph_of_the_hard_one():
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece("A hy", leaf)], soft_hyphen=True)
    desk.line([Piece("phenated co-op", leaf)])
    data = write_pdf(desk.done(Node("Document", (Node("P", (leaf,)),))), desk.fonts)

    assert read(data).tree == ("Document", (("P", ("A hy\u00adphenated co-op",)),))
    assert _extracted(data) == "A hy\x02phenated co-op"  # so PDFium reports a soft hyphen


def test_hyphens_of_one_glyph_are_told_apart(tmp_path):
    desk = Desk(families={"test": build_family(tmp_path)})
    style = TextStyle("test", 10, "#000000")
    leaf = desk.leaf()
    desk.line([Piece("fia aa", leaf, style)], soft_hyphen=True)
    desk.line([Piece("aa a-a", leaf, style)])
    data = write_pdf(desk.done(Node("Document", (Node("P", (leaf,)),))), desk.fonts)

    assert read(data).tree == ("Document", (("P", ("fia aa\u00adaa a-a",)),))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.pages[0].Contents.read_bytes().count(b"ActualText<FEFF00AD>") == 1


def test_outlines_of_the_compact_format_are_embedded_bare(cff):
    with pikepdf.open(BytesIO(cff)) as pdf:
        (font,) = _fonts(pdf)
        descendant = font.DescendantFonts[0]
        program = descendant.FontDescriptor.FontFile3
        fonts = CFFFontSet()
        fonts.decompile(BytesIO(program.read_bytes()), None)

        assert descendant.Subtype == "/CIDFontType0"
        assert "/CIDToGIDMap" not in descendant
        assert program.Subtype == "/CIDFontType0C"
        assert len(fonts.fontNames) == 1
    assert read(cff).tree == ("Document", (("P", ("fia a\u0301a a-f",)),))


def test_a_mark_above_a_letter_is_raised_and_the_line_goes_on_as_before(cff):
    with pikepdf.open(BytesIO(cff)) as pdf:
        operators = [
            instruction.operands[0]
            for instruction in pikepdf.parse_content_stream(pdf.pages[0])
            if str(instruction.operator) == "Ts"
        ]

    assert [float(rise) for rise in operators] == [2, 3.5, 2]


def test_a_character_of_another_face_changes_the_font_for_its_word_only():
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece("Jazz aʒb jazz", leaf, BODY)])
    data = write_pdf(desk.done(Node("Document", (Node("P", (leaf,)),))), desk.fonts)

    assert read(data).tree == ("Document", (("P", ("Jazz aʒb jazz",)),))
    with pikepdf.open(BytesIO(data)) as pdf:
        code = pdf.pages[0].Contents.read_bytes()
        assert re.findall(rb"/F\d 10 Tf", code) == [b"/F1 10 Tf", b"/F2 10 Tf", b"/F1 10 Tf"]


def test_no_code_of_a_truetype_font_has_to_be_escaped(sample_file):
    with pikepdf.open(BytesIO(sample_file)) as pdf:
        code = b"".join(page.Contents.read_bytes() for page in pdf.pages)

    assert b"\\" not in code


def test_every_glyph_has_a_code_of_its_own():
    codes = list(map(code_of, range(1 << 16)))

    assert codes[:11] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11]
    assert sorted(codes) == list(range(1 << 16))


def test_a_character_without_a_glyph_is_refused():
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece("水", leaf)])
    pages = desk.done(Node("Document", (Node("P", (leaf,)),)))

    with pytest.raises(ValueError, match=r"^SourceSerif4-Regular has no glyph for '水'$"):
        write_pdf(pages, desk.fonts)


def _fonts(pdf: pikepdf.Pdf):
    return list(pdf.pages[0].Resources.Font.values())


def _widths(array) -> dict[int, float]:
    widths: dict[int, float] = {}
    for at in range(0, len(array), 2):
        first, run = int(array[at]), array[at + 1]
        widths |= {first + step: float(width) for step, width in enumerate(run)}
    return widths


def _extracted(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = str(document[0].get_textpage().get_text_bounded())
    document.close()
    return text
