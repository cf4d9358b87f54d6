from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image, ImageCms

from briefing import __version__
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from briefing.pdf.icc import srgb_profile
from tests.pdf.reader import read
from tests.pdf.sample import everything
from tests.pdf.typesetter import METADATA, Desk


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
