import re
from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image, ImageCms

from briefing import __version__
from briefing.model.conformance import UA1_A2A, UA1_A3A
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from briefing.pdf.bitmaps.icc import srgb_profile
from tests.pdf.judge import judged, needs_judge
from tests.pdf.reader import read
from tests.pdf.sample import everything
from tests.pdf.typesetter import METADATA, Desk, Piece


@pytest.fixture(scope="module")
def pdf():
    sample = everything()
    return read(write_pdf(sample.pages, sample.fonts)).pdf


def test_the_file_says_what_it_is_in_both_ways(pdf):
    xmp = pdf.open_metadata()
    authors = list(METADATA.authors)

    assert {key: str(value) for key, value in pdf.docinfo.items()} == {
        "/Title": METADATA.title,
        "/Author": "; ".join(authors),
        "/Subject": METADATA.subject,
        "/Keywords": "water; Kyrgyzstan",
        "/Producer": f"briefing {__version__}",
        "/CreationDate": "D:20260131000000Z",
        "/ModDate": "D:20260131000000Z",
    }
    assert xmp["dc:title"] == METADATA.title
    assert xmp["dc:creator"] == authors
    assert xmp["dc:description"] == METADATA.subject
    assert set(xmp["dc:subject"]) == set(METADATA.keywords)
    assert xmp["pdf:Keywords"] == "water; Kyrgyzstan"
    assert xmp["pdf:Producer"] == f"briefing {__version__}"
    assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-01-31T00:00:00Z"


def test_the_file_says_its_language_licence_and_standards(pdf):
    xmp = pdf.open_metadata()

    assert str(pdf.Root.Lang) == "en"
    assert set(xmp["dc:language"]) == {"en"}
    assert xmp["dc:rights"] == METADATA.licence
    assert xmp["xmpRights:WebStatement"] == METADATA.licence_url
    assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert xmp.pdfa_status == "3A"
    assert pdf.pdf_version == "1.7"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def written(given=METADATA):
    desk = Desk()
    return read(write_pdf(desk.done(Node("Document"), metadata=given), desk.fonts)).pdf


def test_one_identifier_is_said_where_everybody_looks():
    pdf = written(replace(METADATA, identifiers=("doi:10.1234/abc",)))
    xmp = pdf.open_metadata()

    assert xmp["dc:identifier"] == "doi:10.1234/abc"
    assert "xmp:Identifier" not in xmp


def test_of_several_identifiers_the_first_stands_for_all():
    given = ("doi:10.1234/a<b>", "isbn:978-3-16-148410-0", "issn:2049-3630")
    pdf = written(replace(METADATA, identifiers=given))
    xmp = pdf.open_metadata()

    assert xmp["dc:identifier"] == given[0]
    assert set(xmp["xmp:Identifier"]) == set(given)


@needs_judge
@pytest.mark.parametrize("one", [UA1_A3A, UA1_A2A], ids=["3a", "2a"])
def test_identifiers_and_identities_are_what_pdf_a_allows(one, tmp_path):
    given = replace(METADATA, identifiers=("doi:10.1234/abc", "issn:2049-3630"), key="a/b")
    sample = everything()
    path = tmp_path / "identified.pdf"
    pages = replace(sample.pages, metadata=given)
    path.write_bytes(write_pdf(pages, sample.fonts, conformance=one))

    assert judged([path], f"ua1,{one.archival}a") == ""


DOCUMENT, INSTANCE = "xmpMM:DocumentID", "xmpMM:InstanceID"


def ids(given, *, title="A page") -> tuple[str, str]:
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece(title, leaf)])
    pages = desk.done(Node("Document", (Node("P", (leaf,)),)), metadata=given)
    pdf = read(write_pdf(pages, desk.fonts)).pdf
    xmp = pdf.open_metadata()
    return str(xmp[DOCUMENT]), str(xmp[INSTANCE])


def test_a_file_has_an_identity_as_a_document_and_one_as_an_instance():
    given = replace(METADATA, key="project/brief/KAZ/public/en")
    document, instance = ids(given)

    assert re.fullmatch(r"uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
                        document)  # fmt: skip
    assert ids(given) == (document, instance)
    assert document != instance


def test_the_next_edition_is_another_instance_of_the_same_document():
    given = replace(METADATA, key="project/brief/KAZ/public/en")
    document, instance = ids(given)
    for later in (
        ids(given, title="Another page"),
        ids(replace(given, date="2027-01-31")),
        ids(replace(given, licence="CC0")),
        ids(replace(given, identifiers=("doi:10.1234/abc",))),
    ):
        assert later[0] == document
        assert later[1] != instance


def test_another_brief_is_another_document():
    briefs = [replace(METADATA, key=f"project/brief/{place}/public/en") for place in ("KAZ", "UZB")]

    assert len({ids(one)[0] for one in briefs}) == 2


def test_a_document_without_a_key_is_known_by_its_content():
    assert ids(METADATA) == ids(METADATA)
    assert ids(METADATA)[0] != ids(METADATA, title="Another page")[0]


def test_what_is_not_known_is_not_said():
    desk = Desk()
    metadata = replace(METADATA, authors=(), subject="", keywords=(), licence="", licence_url="")
    pdf = read(write_pdf(desk.done(Node("Document"), metadata=metadata), desk.fonts)).pdf

    assert set(pdf.docinfo) == {"/Title", "/Producer", "/CreationDate", "/ModDate"}
    assert "dc:rights" not in pdf.open_metadata()
    assert "dc:creator" not in pdf.open_metadata()


def test_colours_are_told_to_be_srgb(pdf):
    (intent,) = pdf.Root.OutputIntents

    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert intent.DestOutputProfile.read_bytes() == srgb_profile()


def test_the_profile_is_srgb():
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    image = Image.new("RGB", (256, 3))
    for step in range(256):
        for row, colour in enumerate(((step, step, step), (step, 0, 255 - step), (9, step, 77))):
            image.putpixel((step, row), colour)

    changed = ImageCms.profileToProfile(image, ours, theirs, outputMode="RGB")
    assert changed is not None
    assert changed.tobytes() == image.tobytes()
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB"
