"""Puts together all there is to say of a file."""

from collections.abc import Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any
from warnings import WarningMessage, catch_warnings, simplefilter

from pikepdf import Pdf

from briefing.audit.entries import dictionary, entry, name, text
from briefing.audit.lint import lint
from briefing.audit.opening import open_pdf, permissions, repairs
from briefing.audit.painting.pages import read_pages
from briefing.audit.parts.attachments import read_attachments
from briefing.audit.parts.bitmaps import find_leaks
from briefing.audit.parts.claims import read_claims
from briefing.audit.parts.dates import read_dates
from briefing.audit.parts.fonts import read_fonts
from briefing.audit.parts.images import list_images
from briefing.audit.parts.links import list_links
from briefing.audit.parts.notes import list_notes
from briefing.audit.parts.sizes import read_sizes
from briefing.audit.parts.xmp import read_xmp
from briefing.audit.structure.jumps import read_jumps
from briefing.audit.structure.reading import read_aloud
from briefing.audit.structure.tree import read_tree
from briefing.audit.values import Audit, Fault, Part


def examine(path: Path, password: str) -> Audit:
    """Audit a file.

    Raises:
        UnreadableError: It cannot be opened; if for want of a password, a `PasswordError`.
        OSError: There is no such file, or it may not be read.
    """
    with catch_warnings(record=True) as said:  # of what pikepdf reads as far as it can
        simplefilter("always")
        return _examine(path, password, said)


def _examine(path: Path, password: str, said: Sequence[WarningMessage]) -> Audit:
    pdf, mended = open_pdf(path, password)
    with pdf:
        tree = read_tree(pdf)
        pages = read_pages(pdf)
        jumps, astray = read_jumps(pdf)
        xmp, unread = read_xmp(pdf)
        claims, false = read_claims(pdf, xmp)
        dates, contradicting = read_dates(pdf, xmp)
        told = {
            **_facts(pdf, path, xmp.first("dc:title")),
            "claims": claims,
            "dates": dates,
            "fonts": read_fonts(pdf, pages),
            "text": read_aloud(tree, pages),
            "links": list_links(jumps, tree, pages),
            "notes": list_notes(jumps, tree, pages),
            "images": list_images(tree, pages),
            "attachments": read_attachments(pdf),
            "sizes": _sizes(pdf, path),
        }
        faults = (*unread, *false, *contradicting, *lint(pdf, tree, pages), *astray)
        faults = (*permissions(pdf), *faults, *find_leaks(pdf))
        unsure = (Fault("warning", "damaged", str(one.message).lower()) for one in said)
        faults = (*mended, *repairs(pdf, path), *unsure, *faults)  # late: reading mends, too
        return Audit(faults=tuple(sorted(dict.fromkeys(faults), key=_gravity)), **told)


def _facts(pdf: Pdf, path: Path, title: str) -> dict[str, Any]:
    info = pdf.trailer.get("/Info")
    marked = entry(dictionary(pdf.Root, "/MarkInfo"), "/Marked") is True
    return {
        "file": str(path),
        "bytes": path.stat().st_size,
        "version": max(pdf.pdf_version, name(pdf.Root, "/Version")),
        "encrypted": pdf.is_encrypted,
        "tagged": marked and dictionary(pdf.Root, "/StructTreeRoot") is not None,
        "pages": len(pdf.pages),
        "title": title or text(info, "/Title"),
        "language": text(pdf.Root, "/Lang"),
        "producer": text(info, "/Producer"),
    }


def _sizes(pdf: Pdf, path: Path) -> tuple[Part, ...]:
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        return read_sizes(pdf, data)


def _gravity(fault: Fault) -> bool:
    return fault.severity != "error"
