"""Reads what a file says of itself in XMP (ISO 16684-1)."""

from collections.abc import Iterator
from xml.etree import ElementTree

from msgspec import Struct
from pikepdf import Pdf

from briefing.audit.entries import decoded, stream
from briefing.audit.values import Fault

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DECLARED = "{http://pdfa.org/declarations/}conformsTo"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfe": "http://www.aiim.org/pdfe/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfvtid": "http://www.npes.org/pdfvt/ns/id/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_PREFIXES = {space: prefix for prefix, space in SPACES.items()}


class Xmp(Struct, frozen=True):
    """Metadata of a file.

    Attributes:
        values: Of each property, by its usual name (``dc:title``), in their order; of those in
            several languages the default first.
        declared: Addresses of what the file declares to conform to.
    """

    values: dict[str, tuple[str, ...]]
    declared: tuple[str, ...] = ()

    def first(self, name: str) -> str:
        """The first value of a property; empty for none."""
        return next(iter(self.values.get(name, ())), "")


_NONE = Xmp({})


def read_xmp(pdf: Pdf) -> tuple[Xmp, tuple[Fault, ...]]:
    """Read a file's XMP; where there is none, or none that can be read, it is empty."""
    packet = stream(pdf.Root, "/Metadata")
    if packet is None:
        return _NONE, ()
    data = decoded(packet).strip(b" \t\r\n\0")
    if not data:
        return _NONE, (Fault("error", "xmp", "its metadata cannot be decoded"),)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        return _NONE, (Fault("error", "xmp", f"its metadata is no XML: {error}"),)
    if next(root.iter(f"{_RDF}RDF"), None) is None:
        return _NONE, (Fault("error", "xmp", "its metadata is no RDF"),)
    values: dict[str, list[str]] = {}
    for name, value in _properties(root):
        values.setdefault(name, []).append(value)
    return Xmp({name: tuple(found) for name, found in values.items()}, tuple(_declared(root))), ()


def _properties(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Every property of the file itself, written as an element or as an attribute."""
    for rdf in root.iter(f"{_RDF}RDF"):
        for about in rdf.iterfind(f"{_RDF}Description"):
            for tag, value in about.items():
                yield from _named(tag, [value])
            for child in about:
                yield from _named(child.tag, _values(child))


def _named(tag: str, values: list[str]) -> Iterator[tuple[str, str]]:
    space, _, local = tag.removeprefix("{").partition("}")
    prefix = _PREFIXES.get(space)
    if prefix:
        yield from ((f"{prefix}:{local}", value.strip()) for value in values)


def _values(element: ElementTree.Element) -> list[str]:
    items = element.findall(f"*/{_RDF}li")
    if not items:
        return [element.text or element.get(f"{_RDF}resource") or ""]
    items.sort(key=lambda item: item.get(_LANGUAGE) not in (None, "x-default"))
    return [item.text or "" for item in items]


def _declared(root: ElementTree.Element) -> Iterator[str]:
    """Source: PDF Declarations 1.0 (PDF Association)."""
    for element in root.iter():
        written = element.get(_DECLARED)
        if element.tag == _DECLARED:
            written = element.text or element.get(f"{_RDF}resource")
        if written:
            yield written.strip()
