"""Small files made by hand, each with something of its own to find."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def plain(pages: int = 1) -> Pdf:
    """Pages with a line in a font that the file does not hold."""
    pdf = Pdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for number in range(1, pages + 1):
        page = pdf.add_blank_page(page_size=(200, 100))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        content = f"BT /F1 12 Tf 20 50 Td (Page {number}) Tj ET"
        page.obj.Contents = pdf.make_stream(content.encode())
    return pdf


def xmp(pdf: Pdf, properties: str, around: str = "") -> None:
    """Give a file metadata; prefixes are those that are usual."""
    spaces = " ".join(
        f'xmlns:{prefix}="{space}"'
        for prefix, space in {
            "dc": "http://purl.org/dc/elements/1.1/",
            "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
            "pdfd": "http://pdfa.org/declarations/",
            "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
            "pdfxid": "http://www.npes.org/pdfx/ns/id/",
            "xmp": "http://ns.adobe.com/xap/1.0/",
        }.items()
    )
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">'
        f'<rdf:Description rdf:about="" {spaces} {around}>{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>\n\n\n'
    )
    raw_xmp(pdf, packet.encode())


def raw_xmp(pdf: Pdf, packet: bytes) -> None:
    """Give a file these bytes for metadata."""
    stream = pdf.make_stream(packet)
    stream.Type = Name.Metadata
    stream.Subtype = Name.XML
    pdf.Root.Metadata = stream


def tagged() -> Pdf:
    """A page with a heading, a note there and back, a link, and a figure without words."""
    pdf = plain()
    page = pdf.pages[0].obj
    texts = ["Water", "It falls. ", "1", "1", " A report.", "Read on"]
    shown = "".join(
        f"/Span <</MCID {number}>> BDC BT /F1 9 Tf 20 {90 - 10 * number} Td ({text}) Tj ET EMC\n"
        for number, text in enumerate(texts)
    )
    page.Contents = pdf.make_stream(f"{shown}/Figure <</MCID 6>> BDC 0 0 9 9 re f EMC".encode())
    there = _link(pdf, 0, "Note 1", Dest=Array([page, Name.XYZ, 20, 70, None]))
    back = _link(pdf, 1, "Back", Dest=String("marker"))
    away = _link(pdf, 2, "", A=Dictionary(S=Name.URI, URI=String("https://example.org/")))
    page.Annots = Array([there, back, away])
    page.StructParents = 3
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=[String("marker"), Array([page, Name.Fit])]))
    heading = _element(pdf, page, "H1", [0])
    marker = _element(pdf, page, "Link", [2, there])
    reference = _element(pdf, page, "Reference", [marker])
    mark = _element(pdf, page, "Link", [3, back])
    label = _element(pdf, page, "Lbl", [mark])
    note = _element(pdf, page, "Note", [label, 4])
    paragraph = _element(pdf, page, "P", [1, reference, note])
    link = _element(pdf, page, "Link", [5, away])
    figure = _element(pdf, page, "Figure", [6])
    last = _element(pdf, page, "P", [link])
    document = _element(pdf, page, "Document", [heading, paragraph, last, figure])
    owners = Array([heading, paragraph, marker, mark, note, link, figure])
    root = pdf.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=document,
            ParentTree=Dictionary(Nums=[0, marker, 1, mark, 2, link, 3, owners]),
            ParentTreeNextKey=4,
        )
    )
    document.P = root
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    xmp(
        pdf,
        "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>On water</rdf:li></rdf:Alt></dc:title>"
        "<pdfuaid:part>1</pdfuaid:part><xmp:CreateDate>2026-03-01</xmp:CreateDate>",
    )
    return pdf


def attach(pdf: Pdf, name: str, data: bytes, **more: Any) -> None:
    """Put a file into a file."""
    held = pdf.make_stream(data)
    held.Type = Name.EmbeddedFile
    held.Subtype = Name("/text/csv")
    held.Params = Dictionary(Size=len(data), ModDate=String("D:20260301120000+01'00'"))
    spec = Dictionary(
        Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=held), **more
    )
    tree = Dictionary(Names=[String(name), pdf.make_indirect(spec)])
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = tree


def bitmap(pdf: Pdf, data: bytes, size: int = 8) -> None:
    """Paint a JPEG on the first page, outside of all marks."""
    image = pdf.make_stream(data)
    image.Type = Name.XObject
    image.Subtype = Name.Image
    image.Width = image.Height = size
    image.BitsPerComponent = 8
    image.ColorSpace = Name.DeviceRGB
    image.Filter = Name.DCTDecode
    page = pdf.pages[0].obj
    page.Resources.XObject = Dictionary(Im1=image)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\nq 9 0 0 9 0 0 cm /Im1 Do Q")


def save(pdf: Pdf, path: Path, **how: Any) -> Path:
    """Write a file down, the same in every run."""
    options: dict[str, Any] = {"deterministic_id": "encryption" not in how}
    options |= {"fix_metadata_version": False, "compress_streams": False}
    pdf.save(path, **{**options, **how})
    return path


def changed(pdf: Pdf, path: Path, change: Callable[[bytes], bytes]) -> Path:
    """Write a file down with its bytes changed."""
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    path.write_bytes(change(out.getvalue()))
    return path


def encrypted(pdf: Pdf, path: Path, **how: Any) -> Path:
    """Write a file down that opens with the password of users, or of the owner."""
    return save(pdf, path, encryption=pikepdf.Encryption(**how))


def _link(pdf: Pdf, key: int, contents: str, **more: Any) -> pikepdf.Object:
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 200, 100], F=4, StructParent=key, **more
    )
    if contents:
        link.Contents = String(contents)
    return pdf.make_indirect(link)


def _element(pdf: Pdf, page: pikepdf.Object, role: str, kids: list[Any]) -> pikepdf.Object:
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), Pg=page))
    element.K = Array()
    for kid in kids:
        if isinstance(kid, int):
            element.K.append(kid)
        elif kid.get("/Type") == "/Annot":
            element.K.append(Dictionary(Type=Name.OBJR, Obj=kid, Pg=page))
        else:
            element.K.append(kid)
            kid.P = element
    return element
