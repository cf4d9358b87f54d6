"""Files in every form that a file of ours could have, and files that are refused."""

import io
import re

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Location, ProofError
from briefing.model.forbidden import Forbidden, ForbiddenText
from briefing.proof import prove
from briefing.proof.file.filters import decode, undo_predictor
from briefing.proof.file.objects import File
from briefing.proof.file.syntax import Name, UnreadableError
from tests.proof.pdfs import SAVED, changed, document, hexed, saved, words_at
from tests.proof.planting import written

PAGE = b"BT /F1 10 Tf 1 0 0 1 10 300 Tm " + hexed("The quiet harbour at dawn") + b" Tj ET"
WORDS = ["the", "quiet", "harbour", "at", "dawn"]
FORBIDDEN = Forbidden((ForbiddenText("never to be met with", Location("a.md", 1)),), ())


def refusal(data: bytes) -> str:
    with pytest.raises(ProofError) as caught:
        prove(data, FORBIDDEN, name="a.pdf")
    return str(caught.value)


@pytest.mark.parametrize("how", SAVED.values(), ids=SAVED.keys())
def test_a_file_is_read_in_every_form(how):
    data = saved(document(PAGE, PAGE), **how)

    assert words_at(data, "page 1") == [WORDS, [*WORDS, *WORDS]]  # and over its end
    assert words_at(data, "page 2") == [WORDS]


@pytest.mark.parametrize("how", SAVED.values(), ids=SAVED.keys())
def test_every_object_is_found(how):
    data = saved(document(PAGE), **how)
    file = File(data)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        known = {
            number
            for number in range(1, len(pdf.objects) + 1)
            if pdf.get_object(number, 0).__repr__() != "None"
        }
    assert known <= {*file.numbers(), *file.streams}


def test_an_encrypted_file_is_refused():
    data = saved(document(PAGE), encryption=pikepdf.Encryption(owner="a", user=""))

    assert refusal(data) == "the file cannot be searched: the file is encrypted"


def test_a_file_with_a_later_state_is_refused():
    data = saved(document(PAGE), **SAVED["with a table"])
    start = re.findall(rb"startxref\s+(\d+)", data)[-1]
    catalogue = re.search(rb"(\d+) 0 obj\s*<< /Pages (.*?)>>\s*endobj", data, re.DOTALL)
    place = len(data)
    data += b"%b 0 obj\n<< /Pages %b >>\nendobj\n" % (catalogue[1], catalogue[2])
    table = len(data)
    data += b"xref\n%b 1\n%010d 00000 n \ntrailer\n<< /Size 20 /Root %b 0 R /Prev %b >>\n" % (
        catalogue[1], place, catalogue[1], start,
    ) + b"startxref\n%d\n%%%%EOF\n" % table  # fmt: skip

    number = catalogue[1].decode()
    assert refusal(data) == f"the file cannot be searched: object {number} is there twice"


def test_a_stream_that_nothing_leads_to_is_refused():
    data = saved(document(PAGE)) + b"99 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj\n"

    assert refusal(data) == (
        "the file cannot be searched: it holds a stream that no cross-reference leads to"
    )


def test_an_unknown_filter_is_refused():
    def change(pdf):
        pdf.pages[0].obj.Contents = pdf.make_stream(b"abc")
        pdf.pages[0].obj.Contents.write(b"abc", filter=pikepdf.Name.JBIG2Decode)

    message = refusal(changed(saved(document(PAGE)), change))

    assert re.fullmatch(
        r"the file cannot be searched: object \d+ has the filter 'JBIG2Decode'", message
    )


def test_an_attachment_that_is_no_text_is_refused():
    def change(pdf):
        pdf.attachments["a.zip"] = b"PK\x03\x04\xff\xfe\0\0"

    assert re.fullmatch(
        r"the file cannot be searched: object \d+ has data that are no text",
        refusal(changed(saved(document(PAGE)), change)),
    )


def test_content_that_no_page_shows_is_refused():
    def change(pdf):
        pdf.Root.Hidden = pdf.make_stream(PAGE)

    assert re.fullmatch(
        r"the file cannot be searched: object \d+ has content that no page shows",
        refusal(changed(saved(document(PAGE)), change)),
    )


def test_an_object_inside_of_a_stream_is_refused():
    """Else its strings would be taken for those of the stream, and not be searched."""
    inner = b"9 0 obj\n(never to be met with)\nendobj"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Subtype/Image/Length %d>>\nstream\n%b\nendstream" % (len(inner), inner),
    ]
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in (*places, data.index(inner)))
    table = b"xref\n1 3\n%b9 1\n%b" % (rows[:60], rows[60:])
    data += table + b"trailer\n<</Root 1 0 R/Size 10>>\nstartxref\n%d\n%%%%EOF\n" % len(data)

    assert refusal(data) == "the file cannot be searched: object 9 is inside of another"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"startxref\n0\n%%EOF", b"\0" * 100])
def test_what_is_no_file_is_refused(data):
    assert refusal(data).startswith("the file cannot be searched: ")


WHOLE = saved(document(PAGE))


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused(place, damage):
    data = WHOLE[:place] + damage + WHOLE[place + len(damage) :]
    try:
        prove(data, FORBIDDEN, name="a.pdf")
    except ProofError as error:
        assert str(error).startswith("the file cannot be searched: ")  # noqa: PT017


@given(st.integers(0, len(WHOLE)))
def test_a_file_that_is_cut_off_is_refused(length):
    if length < len(WHOLE.rstrip()) - 6:
        assert refusal(WHOLE[:length]).startswith("the file cannot be searched: ")


@pytest.mark.parametrize("name", ["ASCIIHexDecode", "ASCII85Decode"])
def test_other_filters_of_text_are_taken_off(name):
    plain = b"1 0 0 1 10 300 Tm"
    data = {
        "ASCIIHexDecode": plain.hex().encode() + b">",
        "ASCII85Decode": b"0F_VP+>GQ(+>#3g1,1gB0H^]_+>Gu#F$~>",
    }[name]
    if name == "ASCIIHexDecode":
        assert decode(data, {"Filter": [Name(name)]}) == plain
    else:
        assert decode(data, {"Filter": Name(name)})


def test_something_behind_the_end_of_a_compressed_stream_is_refused():
    import zlib

    with pytest.raises(UnreadableError):
        decode(zlib.compress(b"seen") + b"not seen", {"Filter": Name("FlateDecode")})


def _predicted(rows: list[bytes], kinds: list[int], step: int) -> bytes:
    """PNG's filters as RFC 2083 gives them, the plain way."""
    out, above = b"", bytes(len(rows[0]))
    for row, kind in zip(rows, kinds, strict=True):
        line = [kind]
        for index, byte in enumerate(row):
            left = row[index - step] if index >= step else 0
            corner = above[index - step] if index >= step else 0
            up = above[index]
            paeth = min((left, up, corner), key=lambda v: abs(left + up - corner - v))
            guess = (0, left, up, (left + up) // 2, paeth)[kind]
            line.append((byte - guess) & 255)
        out += bytes(line)
        above = row
    return out


@given(st.data())
def test_predictors_are_undone(data):
    colours = data.draw(st.sampled_from([1, 3]))
    columns = data.draw(st.integers(1, 6))
    width = colours * columns
    rows = data.draw(st.lists(st.binary(min_size=width, max_size=width), min_size=1, max_size=5))
    kinds = data.draw(
        st.lists(st.integers(0, 4), min_size=len(rows), max_size=len(rows))
        | st.just([2] * len(rows))
    )

    found = undo_predictor(
        _predicted(rows, kinds, colours), {"Predictor": 15, "Columns": columns, "Colors": colours}
    )
    assert found == b"".join(rows)


@pytest.mark.parametrize(
    ("head", "entries"),
    [
        (b"/Kind/A", {"Kind": "A"}),
        (b"/Parms<</Length 9>>", {"Parms": {"Length": 9}}),
        (b"/Parms<</Length 9>>/Length 7", {"Parms": {"Length": 9}}),
        (b"/Box[1 -2.5 3 4]/In<<>>", {"Box": [1, -2.5, 3, 4], "In": {}}),
        (b"/Said(/Length 9>> stream)", {"Said": b"/Length 9>> stream"}),
        (b"/Said<2F4C>", {"Said": b"/L"}),
    ],
)
def test_a_dictionary_is_read_by_itself_whatever_stood_in_others(head, entries):
    parts = [b"%%PDF-1.7\n"]
    for number, length in ((1, 3), (2, 4)):
        stream = b"x" * length
        parts.append(
            b"%d 0 obj\n<<%b/Length %d>>\nstream\n%b\nendstream\nendobj\n"
            % (number, head, length, stream)
        )
    body = b"".join(parts)
    starts = [body.index(b"%d 0 obj" % number) for number in (1, 2)]
    table = b"".join([b"%010d 00000 n \n" % start for start in starts])
    tail = b"xref\n1 2\n%btrailer\n<</Size 3>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(body))

    streams = File(body + tail).streams
    assert [streams[number].entries for number in (1, 2)] == [
        {**entries, "Length": 3}, {**entries, "Length": 4},
    ]  # fmt: skip
    assert [len(streams[number].data) for number in (1, 2)] == [3, 4]


@pytest.mark.parametrize(
    ("data", "is_found"),
    [
        ("Strong support for Chinese projects,% of respondents\n1,2", False),
        ('"Strong support for Chinese projects, % of respondents",2', True),
        ("Strong support for Chinese projects, % of respondents", True),
        ("a,Strong support for Chinese projects of respondents,b", True),
    ],
)
def test_cells_of_attached_data_make_no_sentence_together(data, is_found):
    where = Location("content/charts/closed.yaml", 1)
    text = ForbiddenText("support for Chinese projects % of respondents", where)

    if is_found:
        with pytest.raises(ProofError):
            prove(written(data=data), Forbidden((text,), ()), name="brief.pdf")
    else:
        prove(written(data=data), Forbidden((text,), ()), name="brief.pdf")
