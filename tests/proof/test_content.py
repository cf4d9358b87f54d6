"""What a content stream says, in the order of painting and of reading."""

import pytest
from pikepdf import Array, Dictionary, Name, String

from briefing.proof.file.reader import read_pdf
from briefing.proof.file.syntax import UnreadableError
from tests.proof.pdfs import changed, code_of, document, hexed, saved, words_at


def said(*lines: bytes, change=None, ranges: bool = False) -> list[list[str]]:
    """The words of a page in each way that they are read."""
    pdf = document(b"BT /F1 10 Tf " + b"\n".join(lines) + b" ET", ranges=ranges)
    if change:
        change(pdf)
    return words_at(saved(pdf), "page 1")


def literal(text: str) -> bytes:
    code = code_of(text)
    for sign, escape in ((b"\\", rb"\\"), (b"(", rb"\("), (b")", rb"\)"), (b"\r", rb"\r")):
        code = code.replace(sign, escape)
    return b"(%b)" % code


@pytest.mark.parametrize("write", [hexed, literal], ids=["hexadecimal", "literal"])
@pytest.mark.parametrize(
    "show",
    [
        b"1 0 0 1 10 300 Tm %b Tj",
        b"1 0 0 1 10 300 Tm[%b]TJ",
        b"1 0 0 1 10 300 Tm[%b-30.5 ]TJ",
        b"10 300 Td\n[ %b ] TJ",
        b"10 12 TD (\\000\\065) Tj T* %b '",
        b'14 TL 1 0 0 1 9 9 Tm 2 1 %b "',
    ],
)
def test_every_way_to_show_text_is_read(show, write):
    assert said(show % write("The quiet harbour"))[-1][-3:] == ["the", "quiet", "harbour"]


@pytest.mark.parametrize("ranges", [False, True])
def test_codes_are_given_singly_or_in_ranges(ranges):
    assert said(hexed("Zebra äöé 2019") + b" Tj", ranges=ranges) == [["zebra", "aoe", "2019"]]


def test_ligatures_and_soft_hyphens_are_what_they_stand_for():
    code = code_of("of") + b"\0\xc8" + code_of("ce wa") + b"\0\xc9" + code_of("es co")
    code += b"\0\xca" + code_of("op")

    assert said(b"<%b> Tj" % code.hex().encode()) == [["office", "waffles", "coop"]]


def test_kerning_parts_no_words():
    array = b"[" + b"12.5".join(literal(sign) for sign in "harbour") + b"-91 " + literal("s") + b"]"

    assert said(b"1 0 0 1 10 300 Tm" + array + b"TJ") == [["harbours"]]


def test_a_gap_as_wide_as_a_space_parts_words_or_does_not():
    for write in (hexed, literal):
        array = b"[" + write("quiet") + b"-250 " + write("harbour") + b"]TJ"

        assert said(b"1 0 0 1 10 300 Tm" + array) == [["quiet", "harbour"], ["quietharbour"]]


def test_a_stretched_space_is_one_space():
    array = b"[" + literal("quiet ") + b"-250.3 " + literal("harbour") + b"]TJ"

    assert said(b"1 0 0 1 10 300 Tm" + array) == [["quiet", "harbour"]]


def test_a_new_line_parts_words_and_a_hyphen_joins_them():
    first = b"1 0 0 1 10 300 Tm[" + literal("the coop-") + b"]TJ"
    second = b"1 0 0 1 10 290 Tm[" + literal("eration ") + b"]TJ"
    third = b"0 -10 Td [" + literal("of ") + b"]TJ T* [" + literal("five") + b"]TJ"

    assert said(first, second, third) == [["the", "cooperation", "of", "five"]]


def test_lines_that_end_without_a_space_are_read_as_cut_words_too():
    first = b"1 0 0 1 10 300 Tm[" + literal("the coop") + b"]TJ"
    second = b"0 -10 Td [" + literal("eration of 20") + b"]TJ T* [" + literal("22.") + b"]TJ"
    third = b"T* [" + literal("Five") + b"]TJ"

    assert said(first, second, third) == [
        ["the", "coop", "eration", "of", "20", "22", "five"],
        ["the", "cooperation", "of", "2022", "five"],
    ]


def test_pieces_on_one_line_are_one_word_or_two():
    first = b"1 0 0 1 10 300 Tm[" + literal("sec") + b"]TJ"
    second = b"1 0 0 1 25 300 Tm[" + literal("ret words") + b"]TJ"

    assert said(first, second) == [["sec", "ret", "words"], ["secret", "words"]]


def test_the_number_of_a_note_is_no_part_of_a_word_or_year():
    line = (
        b"1 0 0 1 10 300 Tm["
        + literal("in 2019")
        + b"]TJ 1 0 0 1 45 300 Tm["
        + literal("1")
        + b"]TJ"
    )
    word = (
        b"1 0 0 1 10 280 Tm[" + literal("word") + b"]TJ 1 0 0 1 45 280 Tm[" + literal("2") + b"]TJ"
    )

    assert said(line, word)[0] == ["in", "2019", "1", "word", "2"]


def test_what_marked_content_says_instead_is_read_too():
    tagged = (
        b"/P<</MCID 0>>BDC 1 0 0 1 10 300 Tm[" + literal("the h") + b"]TJ"
        b"/Span<</ActualText<FEFF00E90063>>>BDC[" + literal("xx") + b"]TJ EMC[" + literal("ho")
        + b"]TJ EMC"
    )  # fmt: skip

    assert said(tagged, change=in_order(0)) == [["the", "hxxho"], ["ec"], ["the", "hecho"]]


def in_order(*leaves):
    """Let the structure read the leaves of the first page in an order."""

    def change(pdf):
        kids = Array(list(leaves))
        paragraph = pdf.make_indirect(Dictionary(S=Name.P, Pg=pdf.pages[0].obj, K=kids))
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=Array([paragraph]))
        )

    return change


def leaf(number: int, text: str) -> bytes:
    return b"/P<</MCID %d>>BDC 1 0 0 1 10 %d Tm[%b]TJ EMC" % (number, 300 - number, literal(text))


def test_text_is_read_as_the_structure_orders_it():
    painted = [leaf(0, "harbour at"), leaf(1, "the quiet"), leaf(2, "dawn")]

    found = said(*painted, change=in_order(1, 0, 2))
    assert found[0] == ["harbour", "at", "the", "quiet", "dawn"]
    assert ["the", "quiet", "harbour", "at", "dawn"] in found


def test_what_the_structure_lacks_is_still_painted():
    assert said(leaf(0, "quiet"), leaf(1, "harbour"), change=in_order(1)) == [
        ["quiet", "harbour"], ["harbour"],
    ]  # fmt: skip


def sized(number: int, *pieces: tuple[int, str]) -> bytes:
    """Lines of a page, each in a size of its own."""
    return b"".join(
        b"BT /F1 %d Tf 1 0 0 1 10 %d Tm[%b]TJ ET " % (size, 300 - 10 * line, literal(text))
        for line, (size, text) in enumerate(pieces, start=20 * number)
    )


def test_without_a_structure_a_text_goes_on_in_its_size_over_the_end_of_a_page():
    first = sized(0, (10, "the quiet har-"), (8, "1 a note that"), (7, "a foot"))
    second = sized(1, (7, "a head"), (12, "a figure"), (10, "bour at dawn"), (8, "runs over"))
    found = [" ".join(strand.words()) for strand in read_pdf(saved(document(first, second)))]

    assert any("the quiet harbour at dawn" in text for text in found)
    assert any("1 a note that runs over" in text for text in found)


def test_what_stands_on_either_side_of_another_size_is_no_text():
    page = sized(0, (10, "the Fergana Valley"), (8, "5"), (10, "drugs and arms"))
    found = [" ".join(strand.words()) for strand in read_pdf(saved(document(page, page)))]

    assert not any("valley drugs" in text for text in found)


def test_a_file_with_a_structure_is_read_in_its_order_alone():
    pages = [sized(0, (10, "quiet")), b"BT /F1 10 Tf " + leaf(0, "harbour") + b" ET"]
    data = changed(saved(document(*pages)), in_order(0))

    assert ["quiet", "harbour"] not in [strand.words() for strand in read_pdf(data)]


def test_properties_may_stand_among_the_resources():
    def change(pdf):
        pdf.pages[0].obj.Resources.Properties = Dictionary(
            MC0=Dictionary(MCID=0, Alt=String("beside"))
        )

    shown = b"/P /MC0 BDC 1 0 0 1 10 300 Tm " + hexed("quiet") + b" Tj EMC"

    def both(pdf):
        change(pdf)
        in_order(0)(pdf)

    assert said(shown, change=both) == [["quiet"], ["beside"], ["quiet"]]


def test_a_drawing_is_read_where_it_is_drawn():
    def change(pdf):
        page = pdf.pages[0].obj
        form = pdf.make_stream(b"BT /F1 5 Tf " + hexed("harbour") + b" Tj ET")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox, form.Resources = Array([0, 0, 9, 9]), page.Resources
        page.Resources.XObject = Dictionary(Fm0=form)

    shown = hexed("the quiet") + b" Tj ET q /Fm0 Do Q BT " + hexed("at dawn") + b" Tj"

    words = ["the", "quiet", "harbour", "at", "dawn"]
    assert words in said(shown, change=change)


def test_a_drawing_that_no_page_shows_is_read_too():
    pdf = document(b"")
    form = pdf.make_stream(b"BT /F1 5 Tf " + hexed("harbour") + b" Tj ET")
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.Resources = pdf.pages[0].obj.Resources
    pdf.Root.Hidden = form

    assert ["harbour"] in words_at(saved(pdf), "object")


def test_comments_and_deep_strings_are_read_strictly():
    shown = b"% a comment (with one\n1 0 0 1 10 300 Tm " + hexed("quiet") + b" Tj % more"

    assert said(shown) == [["quiet"], ["a", "comment", "with", "one", "\0", "more", "et"]]


def test_a_font_chosen_inside_saved_state_is_forgotten_after_it():
    def change(pdf):
        fonts = pdf.pages[0].obj.Resources.Font
        fonts.F2 = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )  # fmt: skip

    shown = b"ET q BT /F2 9 Tf (plain caf\xe9) Tj ET Q BT " + hexed("quiet") + b" Tj"

    assert said(shown, change=change)[0] == ["plain", "cafe", "quiet"]


def test_differences_of_an_encoding_are_read():
    def change(pdf):
        pdf.pages[0].obj.Resources.Font.F1 = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Other,
            Encoding=Dictionary(Differences=Array([65, Name.w, Name("/a"), Name("/uni0442")])),
        )  # fmt: skip

    assert said(b"(ABC) Tj", change=change) == [["waт"]]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"BT /F1 9 Tf <0FFF> Tj ET", "a sign that its font does not give a text"),
        (b"BT /F1 9 Tf 1 0 0 1 0 0 Tm[(\x00\x01\x00)]TJ ET", "half a code"),
        (b"BT <0001> Tj ET", "text without a font"),
        (b"EMC", "marked content that ends before it begins"),
        (b"BI /W 1 /H 1 ID x EI", "a picture inside a content stream"),
        (b"BT /F1 9 Tf (abc", "a string has no end"),
        (b"BT /F9 9 Tf <0001> Tj ET", "a font that does not say what its codes mean"),
    ],
)
def test_what_cannot_be_read_is_refused(content, message):
    with pytest.raises(UnreadableError) as caught:
        words_at(saved(document(content)), "page 1")

    assert message in str(caught.value)


def test_a_drawing_inside_itself_is_refused():
    def change(pdf):
        page = pdf.pages[0].obj
        form = pdf.make_stream(b"/Fm0 Do")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.Resources = page.Resources
        page.Resources.XObject = Dictionary(Fm0=form)

    with pytest.raises(UnreadableError):
        said(b"ET /Fm0 Do BT", change=change)
