"""What is in a file, by the standards that it keeps; and that all of them look the same."""

import re
from functools import cache

import pypdfium2
import pytest

from briefing.model.conformance import NONE, UA1_A2A, UA1_A3A, Conformance
from briefing.pdf import write_pdf
from tests.pdf.judge import judged, needs_judge
from tests.pdf.reader import read
from tests.pdf.sample import everything
from tests.proof.briefs import brief

UA1 = UA1_A3A.encrypted()
ALL = {one.name: one for one in (UA1_A3A, UA1_A2A, UA1, NONE)}
TAGGED = [UA1_A3A, UA1_A2A, UA1]
ALWAYS = {"/Lang", "/Outlines", "/PageLabels", "/PageMode", "/Pages", "/Type", "/ViewerPreferences"}
FOR_TAGS = ALWAYS | {"/MarkInfo", "/Metadata", "/OutputIntents", "/StructTreeRoot"}
KEYS = {
    "ua1+a3a": FOR_TAGS | {"/AF", "/Names"},
    "ua1+a2a": FOR_TAGS,
    "ua1": FOR_TAGS | {"/AF", "/Names"},
    "none": ALWAYS,
}
UA = "{http://www.aiim.org/pdfua/ns/id/}part"


@cache
def made(conformance: Conformance) -> bytes:
    sample = everything()
    return write_pdf(sample.pages, sample.fonts, conformance=conformance)


@pytest.fixture(params=ALL.values(), ids=list(ALL))
def conformance(request) -> Conformance:
    one: Conformance = request.param
    return one


def named(one: Conformance) -> str:
    return one.name


def test_the_catalogue_has_what_the_standards_want_and_no_more(conformance):
    assert set(read(made(conformance)).pdf.Root.keys()) == KEYS[conformance.name]


@pytest.mark.parametrize(
    ("one", "archival"), [(UA1_A3A, "3A"), (UA1_A2A, "2A"), (UA1, "")], ids=["3a", "2a", "ua1"]
)
def test_a_tagged_file_says_which_standards_it_keeps(one, archival):
    pdf = read(made(one)).pdf
    xmp = pdf.Root.Metadata.read_bytes()

    assert pdf.open_metadata()[UA] == "1"
    assert pdf.open_metadata().pdfa_status == archival
    assert (b"pdfaid:part" in xmp) == (b"pdfaSchema:schema" in xmp) == bool(archival)


@pytest.mark.parametrize("one", TAGGED, ids=named)
def test_all_tagged_files_have_the_same_structure(one):
    assert read(made(one)).tree == read(made(UA1_A3A)).tree


def test_only_files_that_may_have_attachments_have_them():
    files = {name: read(made(one)).pdf for name, one in ALL.items()}

    assert [name for name, pdf in files.items() if pdf.attachments] == ["ua1+a3a", "ua1"]


def test_nothing_is_marked_in_the_smallest_file():
    pdf = read(made(NONE)).pdf

    for page in pdf.pages:
        assert not {"/StructParents", "/Tabs"} & set(page.obj.keys())
    for annotation in (one for page in pdf.pages for one in page.obj.get("/Annots", [])):
        assert set(annotation.keys()) - {"/A", "/Dest", "/QuadPoints"} == {
            "/Border", "/Rect", "/Subtype", "/Type",
        }  # fmt: skip
    assert not [one for one in pdf.objects if _type_of(one) in ("/StructElem", "/Filespec")]


def test_the_smallest_file_tells_nothing_beside_its_glyphs_but_what_they_do_not_tell():
    """The sample has small capitals, which stand for letters of both cases."""
    sample, plain = read(made(NONE)).pdf, read(write_pdf(*brief(), conformance=NONE)).pdf

    assert {one[:18] for one in _beside(sample)} == {b"/Span<</ActualText"}
    assert _beside(plain) == []


def _beside(pdf) -> list[bytes]:
    code = b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
    return re.findall(rb"/\w+<<.*?>>BDC|/\w+ BMC", code)


def _type_of(value) -> object:
    return value.get("/Type") if hasattr(value, "keys") else None


def test_the_smallest_file_says_what_it_is_in_one_way():
    plain, tagged = read(made(NONE)).pdf, read(made(UA1_A3A)).pdf

    assert dict(plain.docinfo) == dict(tagged.docinfo)


def test_a_file_leads_on_whatever_it_keeps(conformance):
    pdf, tagged = read(made(conformance)).pdf, read(made(UA1_A3A)).pdf

    assert [page.label for page in pdf.pages] == [page.label for page in tagged.pages]
    assert str(pdf.Root.Lang) == "en"
    assert _titles(pdf) == _titles(tagged)
    assert _leads(pdf) == _leads(tagged)


def _titles(pdf) -> list[str]:
    with pdf.open_outline() as outline:
        return [item.title for root in outline.root for item in (root, *root.children)]


def _leads(pdf) -> list[list[tuple[object, object]]]:
    """Where each link of each page is, and where it leads."""
    pages = {page.objgen: index for index, page in enumerate(pdf.pages)}
    return [
        [
            (
                list(one.Rect),
                str(one.A.URI) if "/A" in one else (pages[one.Dest[0].objgen], *one.Dest[2:4]),
            )
            for one in page.obj.get("/Annots", [])
        ]
        for page in pdf.pages
    ]


def test_it_looks_the_same_whatever_it_keeps(conformance):
    assert _seen(made(conformance)) == _seen(made(UA1_A3A))


def _seen(data: bytes) -> list[tuple[bytes, str]]:
    """The pixels of each page, and its text as a viewer finds it."""
    document = pypdfium2.PdfDocument(data)
    pages = [
        (page.render(scale=1).to_pil().tobytes(), page.get_textpage().get_text_range())
        for page in document
    ]
    document.close()
    return pages


def test_the_same_pages_give_the_same_bytes_whatever_they_keep(conformance):
    sample = everything()

    assert write_pdf(sample.pages, sample.fonts, conformance=conformance) == made(conformance)


def test_each_file_is_smaller_than_one_that_promises_more():
    sizes = [len(write_pdf(*brief(), conformance=one)) for one in (UA1_A3A, UA1_A2A, NONE)]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[2] < 0.8 * sizes[0]


@needs_judge
def test_files_without_attachments_keep_pdf_a_2_and_others_pdf_ua_alone(tmp_path):
    plain, alone = tmp_path / "2a.pdf", tmp_path / "ua1.pdf"
    plain.write_bytes(made(UA1_A2A))
    alone.write_bytes(made(UA1))

    assert judged([plain], "ua1,2a") == ""
    assert judged([alone], "ua1") == ""
