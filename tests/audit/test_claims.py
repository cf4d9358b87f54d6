"""What a file says that it keeps to."""

import pikepdf
import pytest

from briefing.audit.parts.claims import read_claims
from briefing.audit.parts.xmp import Xmp, read_xmp
from briefing.audit.values import Claim, Fault
from tests.audit import files


def claims(properties: str, around: str = ""):
    pdf = files.plain()
    files.xmp(pdf, properties, around)
    xmp, unread = read_xmp(pdf)
    found, faults = read_claims(pdf, xmp)
    return [claim.standard for claim in found], [fault.message for fault in (*unread, *faults)]


@pytest.mark.parametrize(
    ("properties", "standards"),
    [
        ("", []),
        ("<pdfuaid:part>1</pdfuaid:part>", ["PDF/UA-1"]),
        ("<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>", ["PDF/UA-2"]),
        (
            "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
            ["PDF/A-3a"],
        ),
        ("<pdfaid:part> 4 </pdfaid:part><pdfaid:rev>2020</pdfaid:rev>", ["PDF/A-4"]),
        ("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", ["PDF/X-4"]),
        (
            "<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType='Resource'><pdfd:conformsTo>"
            "http://pdfa.org/declarations/wtpdf#accessibility1.0"
            "</pdfd:conformsTo></rdf:li></rdf:Bag></pdfd:declarations>",
            ["WTPDF 1.0 accessibility"],
        ),
        (
            "<pdfd:declarations><rdf:Bag><rdf:li><rdf:Description pdfd:conformsTo="
            "'http://example.org/plain-language'/></rdf:li></rdf:Bag></pdfd:declarations>",
            ["http://example.org/plain-language"],
        ),
    ],
)
def test_each_claim_is_named_as_it_is_cited(properties, standards):
    assert claims(properties) == (standards, [])


def test_claims_may_be_written_as_attributes():
    around = 'pdfaid:part="2" pdfaid:conformance="B" pdfuaid:part="1"'

    assert claims("", around) == (["PDF/UA-1", "PDF/A-2b"], [])


@pytest.mark.parametrize(
    ("properties", "standards", "faults"),
    [
        ("<pdfuaid:part>x</pdfuaid:part>", [], ["claims an unknown part of PDF/UA: 'x'"]),
        (
            "<pdfuaid:part>2</pdfuaid:part>",
            ["PDF/UA-2"],
            ["claims PDF/UA-2 without the year of its revision"],
        ),
        (
            "<pdfaid:part>3</pdfaid:part>",
            ["PDF/A-3"],
            ["claims an unknown level of PDF/A-3: ''"],
        ),
        ("<pdfaid:part>9</pdfaid:part>", [], ["claims an unknown part of PDF/A: '9'"]),
        (
            "<pdfaid:conformance>A</pdfaid:conformance>",
            [],
            ["claims level 'A' of PDF/A, but no part"],
        ),
    ],
)
def test_a_claim_that_is_not_well_formed_is_a_fault(properties, standards, faults):
    assert claims(properties) == (standards, faults)


def test_older_pdf_x_stands_in_the_information():
    pdf = files.plain()
    pdf.trailer.Info = pikepdf.Dictionary(
        GTS_PDFXVersion=pikepdf.String("PDF/X-1:2001"),
        GTS_PDFXConformance=pikepdf.String("PDF/X-1a:2001"),
    )

    assert read_claims(pdf, Xmp({})) == ((Claim("PDF/X-1a:2001"),), ())


def test_an_encrypted_file_cannot_be_what_forbids_encryption(tmp_path):
    pdf = files.plain()
    files.xmp(pdf, "", 'pdfaid:part="3" pdfaid:conformance="A"')
    path = files.encrypted(pdf, tmp_path / "a.pdf", owner="o", user="")
    with pikepdf.open(path) as again:
        found, faults = read_claims(again, read_xmp(again)[0])

    assert found == (Claim("PDF/A-3a"),)
    assert faults == (Fault("error", "claims", "claims PDF/A-3a, which forbids encryption"),)


@pytest.mark.parametrize(
    ("packet", "message"),
    [
        (b"", "its metadata cannot be decoded"),
        (b"<x:xmpmeta", "its metadata is no XML: unclosed token: line 1, column 0"),
        (b"<a>", "its metadata is no XML: no element found: line 1, column 3"),
        (b"<a/>", "its metadata is no RDF"),
        (b"<?xml version='1.0' encoding='x'?><a/>", "its metadata is no XML: unknown encoding: x"),
    ],
)  # fmt: skip
def test_metadata_that_cannot_be_read_are_a_fault(packet, message):
    pdf = files.plain()
    files.raw_xmp(pdf, packet)

    assert read_xmp(pdf) == (Xmp({}), (Fault("error", "xmp", message),))


def test_entities_that_multiply_are_not_followed():
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    packet = f'<!DOCTYPE a [<!ENTITY e0 "{"ha" * 50}">{lines}]><a>&e8;</a>'
    pdf = files.plain()
    files.raw_xmp(pdf, packet.encode())
    xmp, faults = read_xmp(pdf)

    assert xmp == Xmp({})
    assert [fault.rule for fault in faults] == ["xmp"]


def test_of_several_languages_the_default_comes_first():
    pdf = files.plain()
    files.xmp(
        pdf,
        "<dc:title><rdf:Alt><rdf:li xml:lang='de'>Wasser</rdf:li>"
        "<rdf:li xml:lang='x-default'>Water</rdf:li></rdf:Alt></dc:title>",
    )

    assert read_xmp(pdf) == (Xmp({"dc:title": ("Water", "Wasser")}), ())
