"""Finds what a file says that it keeps to, and where it says so wrongly."""

import re
from collections.abc import Iterator

from pikepdf import Pdf

from briefing.audit.entries import text
from briefing.audit.parts.xmp import Xmp
from briefing.audit.values import Claim, Fault

_CONFORMANCE = {
    "1": ("A", "B"),
    "2": ("A", "B", "U"),
    "3": ("A", "B", "U"),
    "4": ("", "E", "F"),
}  # ISO 19005-1 6.7.11, -2 and -3 6.6.4, -4 6.7.3
_WTPDF = re.compile(r"https?://pdfa\.org/declarations/wtpdf/?#(\w+?)([0-9.]+)$")


def read_claims(pdf: Pdf, xmp: Xmp) -> tuple[tuple[Claim, ...], tuple[Fault, ...]]:
    """Find the claims, and those that are not well formed or cannot be true."""
    found = (
        *_accessible(xmp),
        *_archivable(xmp, encrypted=pdf.is_encrypted),
        *_printable(pdf, xmp),
        *map(_declaration, xmp.declared),
    )
    claims = dict.fromkeys(one for one in found if isinstance(one, Claim))
    return tuple(claims), tuple(one for one in found if isinstance(one, Fault))


def _accessible(xmp: Xmp) -> Iterator[Claim | Fault]:
    """Source: ISO 14289-1 5, ISO 14289-2 5."""
    part = xmp.first("pdfuaid:part")
    if part in ("1", "2"):
        yield Claim(f"PDF/UA-{part}")
    elif "pdfuaid:part" in xmp.values:
        yield Fault("error", "claims", f"claims an unknown part of PDF/UA: {part!r}")
    if part == "2" and not re.fullmatch(r"\d{4}", xmp.first("pdfuaid:rev")):
        yield Fault("error", "claims", "claims PDF/UA-2 without the year of its revision")


def _archivable(xmp: Xmp, *, encrypted: bool) -> Iterator[Claim | Fault]:
    part = xmp.first("pdfaid:part")
    conformance = xmp.first("pdfaid:conformance")
    if part in _CONFORMANCE:
        standard = f"PDF/A-{part}{conformance.lower()}"
        yield Claim(standard)
        if conformance not in _CONFORMANCE[part]:
            yield Fault(
                "error", "claims", f"claims an unknown level of PDF/A-{part}: {conformance!r}"
            )
        if part == "4" and not re.fullmatch(r"\d{4}", xmp.first("pdfaid:rev")):
            yield Fault("error", "claims", "claims PDF/A-4 without the year of its revision")
        if encrypted:
            yield Fault("error", "claims", f"claims {standard}, which forbids encryption")
    elif "pdfaid:part" in xmp.values:
        yield Fault("error", "claims", f"claims an unknown part of PDF/A: {part!r}")
    elif conformance:
        yield Fault("error", "claims", f"claims level {conformance!r} of PDF/A, but no part")


def _printable(pdf: Pdf, xmp: Xmp) -> Iterator[Claim]:
    """PDF/X, /VT and /E, which say their names whole; older PDF/X stands in the information."""
    info = pdf.trailer.get("/Info")
    exchange = (
        xmp.first("pdfxid:GTS_PDFXVersion"),
        text(info, "/GTS_PDFXConformance")
        or xmp.first("pdfx:GTS_PDFXConformance")
        or xmp.first("pdfx:GTS_PDFXVersion")
        or text(info, "/GTS_PDFXVersion"),
    )
    others = (xmp.first("pdfvtid:GTS_PDFVTVersion"), xmp.first("pdfe:ISO_PDFEVersion"))
    yield from (Claim(one) for one in (*exchange, *others) if one)


def _declaration(address: str) -> Claim:
    """Name a declaration as it is cited; one that is not known stays an address."""
    match = _WTPDF.match(address)
    return Claim(f"WTPDF {match[2]} {match[1]}" if match else address)
