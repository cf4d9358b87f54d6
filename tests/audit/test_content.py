"""Text as it is painted, whatever made the file."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from tests.audit.handmade import HELVETICA, first_page, font_of, page_of

TO_UNICODE = """
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar <01> <00660066> <02> <0041> endbfchar
2 beginbfrange <10> <12> <0061> <20> <21> [<0058> <D83DDE00>] endbfrange
"""


@pytest.fixture
def pdf():
    return pikepdf.new()


def text(pdf) -> str:
    return first_page(pdf).stray


def test_text_without_a_map_is_read_by_its_encoding(pdf):
    page_of(pdf, rb"BT /F1 9 Tf (It\222s \200) Tj ET")
    page_of(pdf, rb"")
    plain = text(pdf)
    win = font_of(pdf, Subtype=Name.TrueType, Encoding=Name.WinAnsiEncoding)
    pdf.pages[0].obj.Resources.Font.F1 = win

    assert plain == "It\N{REPLACEMENT CHARACTER}s \N{REPLACEMENT CHARACTER}"
    assert text(pdf) == "It’s €"


def test_names_of_glyphs_are_read(pdf):
    names = Array([65, Name.alpha, Name.uni0416, Name.f_f, Name.g17, 97, Name("/Eacute.sc")])
    font = font_of(pdf, Subtype=Name.Type3, Encoding=Dictionary(Differences=names))
    page_of(pdf, "BT /F1 9 Tf (ABCDa) Tj ET", Font=Dictionary(F1=font))
    use = next(iter(first_page(pdf).fonts.values()))

    assert text(pdf) == "αЖff\N{REPLACEMENT CHARACTER}É"
    assert (use.codes, use.unmapped) == (5, {68: 1})


def test_the_encoding_of_a_type_1_program_is_read(pdf):
    program = pdf.make_stream(b"/Encoding 256 array\ndup 1 /Sigma put\ndup 2 /b put\nreadonly def")
    descriptor = pdf.make_indirect(Dictionary(Flags=4, FontFile=program))
    font = font_of(pdf, Subtype=Name.Type1, FontDescriptor=descriptor)
    page_of(pdf, rb"BT /F1 9 Tf (\001\002) Tj ET", Font=Dictionary(F1=font))

    assert text(pdf) == "Σb"


def test_a_map_to_unicode_is_read_in_all_its_forms(pdf):
    font = font_of(pdf, TO_UNICODE, Subtype=Name.TrueType)
    page_of(pdf, "BT /F1 9 Tf <010210111220 21> Tj ET", Font=Dictionary(F1=font))

    assert text(pdf) == "ffAabcX😀"


@pytest.mark.parametrize(
    ("encoding", "codes", "expected"),
    [
        ("UniGB-UCS2-H", "6C34", "水"),
        ("UniJIS-UTF16-V", "6C34D842DFB7", "水𠮷"),
        ("90ms-RKSJ-H", "4190858AED", None),
        ("GBK-EUC-H", "41CBAE", "A水"),
        ("ETen-B5-H", "A4F4", "水"),
        ("KSCms-UHC-H", "B9B0", "물"),
    ],
)
def test_cmaps_that_every_reader_knows_are_read(pdf, encoding, codes, expected):
    inner = Dictionary(Subtype=Name.CIDFontType0, BaseFont=Name.X)
    font = font_of(
        pdf, Subtype=Name.Type0, Encoding=Name(f"/{encoding}"), DescendantFonts=Array([inner])
    )
    page_of(pdf, f"BT /F1 9 Tf <{codes}> Tj ET", Font=Dictionary(F1=font))

    assert text(pdf) == (expected or bytes.fromhex(codes).decode("cp932"))


def test_a_cmap_of_the_file_says_how_long_codes_are(pdf):
    cmap = b"2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange"
    to_unicode = "2 beginbfchar <41> <0061> <8001> <6C34> endbfchar"
    font = font_of(
        pdf,
        to_unicode,
        Subtype=Name.Type0,
        Encoding=pdf.make_stream(cmap),
        DescendantFonts=Array([Dictionary(Subtype=Name.CIDFontType2)]),
    )
    page_of(pdf, "BT /F1 9 Tf <4180014142> Tj ET", Font=Dictionary(F1=font))

    assert text(pdf) == "a水a\N{REPLACEMENT CHARACTER}"


def test_marks_own_what_is_painted_inside_of_them(pdf):
    page_of(
        pdf,
        "/P <</MCID 0>> BDC BT /F1 9 Tf (One) Tj ET /Span <</Lang (de)>> BDC BT (two) Tj ET EMC "
        "EMC /Artifact <</Type /Pagination /Subtype /Footer>> BDC BT (3) Tj ET 0 0 1 1 re f EMC "
        "BT (stray) Tj ET 0 0 1 1 re S BI /W 1 /H 1 /BPC 8 /CS /G ID a EI",
    )
    page = first_page(pdf)

    assert page.sequences[0, 0].text == "Onetwo"
    assert [(one.kind, one.text) for one in page.artifacts] == [("Pagination/Footer", "3")]
    assert (page.stray, page.stray_paints, page.stray_images) == ("stray", 1, 1)


def test_text_that_stands_for_what_is_painted_may_be_given_by_name(pdf):
    page_of(
        pdf,
        "/P <</MCID 0>> BDC BT /F1 9 Tf (a) Tj /Span /X BDC (b) Tj (c) Tj EMC "
        "/Span <</ActualText ()>> BDC (d) Tj EMC (e) Tj ET EMC",
        Properties=Dictionary(X=Dictionary(ActualText="β")),
    )
    page = first_page(pdf)

    assert page.sequences[0, 0].text == "aβe"
    assert next(iter(page.fonts.values())).codes == 2


def test_forms_have_content_of_their_own(pdf):
    page = page_of(pdf, "/Fm Do /Figure <</MCID 0>> BDC /Plain Do EMC /P <</MCID 1>> BDC EMC")
    own = pdf.make_stream(b"/P <</MCID 0>> BDC BT /F1 9 Tf (mine) Tj ET EMC /P BMC")
    own.Subtype, own.StructParents = Name.Form, 4
    plain = pdf.make_stream(b"/P <</MCID 7>> BDC BT /F1 9 Tf (theirs) Tj ET EMC")
    plain.Subtype = Name.Form
    page.Resources.XObject = Dictionary(Fm=own, Plain=plain)
    read = first_page(pdf)
    (form,) = [stream for stream, _ in read.sequences if stream]

    assert read.sequences[form, 0].text == "mine"
    assert read.sequences[0, 0].text == "theirs"
    assert read.keys == {form: 4}


def test_a_form_that_paints_itself_is_read_once_and_told(pdf):
    page = page_of(pdf, "/Fm Do")
    form = pdf.make_stream(b"BT /F1 9 Tf (x) Tj ET /Fm Do /Fm Do")
    form.Subtype, form.Resources = Name.Form, page.Resources
    page.Resources = pdf.make_indirect(page.Resources)
    form.Resources = page.Resources
    page.Resources.XObject = Dictionary(Fm=form)
    read = first_page(pdf)

    assert read.broken == ("forms are nested too deeply, or are too many, to be read",)


def test_resources_come_from_above(pdf):
    page = page_of(pdf, "BT /F1 9 Tf (Hello) Tj ET")
    pdf.Root.Pages.Resources = Dictionary(Font=Dictionary(F1=HELVETICA))
    del page["/Resources"]

    assert text(pdf) == "Hello"


def test_without_structure_words_and_lines_are_guessed(pdf):
    page_of(
        pdf,
        "BT /F1 10 Tf 50 300 Td [(Wa) 20 (ter) -300 (and)] TJ 0 -12 Td (power,) Tj 60 0 Td (far) "
        "Tj -60 -40 Td (A new block) Tj ET",
    )

    assert first_page(pdf).text == "Water and\npower, far\n\nA new block"


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 9 Tf (open",
        b"EMC EMC Q Q ET",
        b"/F1 Tf /X Do (a) Tj 1 Tm gs",
        b"BT /Nothing 9 Tf (a) Tj [(b) /c <</d 1>>] TJ ET",
        b"q " * 3000 + b"/P BMC " * 3000,
        b"1e400 0 0 1e400 0 0 cm BT /F1 1e300 Tf (a) Tj 1e300 Tc (b) Tj ET",
        b"BI /W 5 ID",
        b"\xff\xfe\x00<<<<[[[[((((",
    ],
)
def test_broken_content_is_read_as_far_as_it_goes(pdf, content):
    page_of(pdf, content)
    page_of(pdf, "BT /F1 9 Tf (after) Tj ET")
    first_page(pdf)


def test_names_in_no_encoding_are_names(pdf):
    page = page_of(pdf, b"/\xdcber <</MCID 0>> BDC BT /F\xfc 9 Tf (Hello) Tj ET EMC /X\xe4 Do")
    page.Resources = pikepdf.Object.parse(
        b"<</Font <</F\xfc <</Type /Font /Subtype /Type1 /BaseFont /Helv\xe9>>>>"
        b"/XObject <</X\xe4 <</Subtype /Odd>>>>>>"
    )
    read = first_page(pdf)

    assert read.sequences[0, 0].text == "Hello"
    assert read.broken == ("there is no object X#e4",)
