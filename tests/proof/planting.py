"""Puts a secret into every place of a file that could hold one."""

import io
from collections.abc import Callable

import pikepdf
from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from briefing.model.conformance import NONE, UA1_A3A, Conformance
from briefing.model.drawing import Clipped, Drawing, Halo, Label, Painted, Shape, Stamped
from briefing.model.flow import Attachment, LinkItem, OutlineEntry
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from briefing.units import Pt
from tests.pdf.typesetter import BOLD, LABEL, NOTE, RUNNING, WHERE, Desk, Piece
from tests.proof.briefs import prose
from tests.proof.pdfs import changed

HYPHENATE = 4  # a word may be broken after so many letters

Plant = Callable[[str], bytes]
"""Makes a file that holds the secret, and nothing else of it."""


def _broken(text: str) -> str:
    """Let every long word be broken at the end of a line."""
    words = [
        "\u00ad".join(word[at : at + HYPHENATE] for at in range(0, len(word), HYPHENATE))
        for word in text.split()
    ]
    return " ".join(words)


def written(secret: str = "", *, conformance: Conformance = UA1_A3A, **places: str) -> bytes:
    """A file of ours; the secret is in its text, or in the places that are named."""
    desk = Desk()
    leaf, note, drawn = desk.leaf(), desk.leaf(), desk.leaf()
    desk.anchor("top")
    filler = prose(len(secret), 12 + len(secret) % 9).replace("\u00ad", "")
    desk.paragraph([Piece(f"{filler} {_broken(secret)} {filler}.", leaf)])
    desk.line([Piece(places.get("note", "Note"), note, BOLD)])
    desk.line([Piece(places.get("running", "Running head"), None)], role="running-head")
    desk.line([Piece("Figure", drawn)])
    structure = Node(
        "Document",
        (
            Node("P", (leaf,), id=places.get("id", "p-1")),
            Node("P", (note,), language="en"),
            Node("Figure", (drawn,), alt=places.get("alt", "A figure")),
        ),
    )
    pages = desk.done(
        structure,
        links=[LinkItem("#top", places.get("link", "Top"))],
        outline=[OutlineEntry(places.get("outline", "Top"), "top", 1)],
        attachments=[
            Attachment(
                places.get("attachment", "data") + ".csv",
                places.get("description", "Data"),
                "text/csv",
                f"name,value\n{places.get('data', 'a')},1\n".encode(),
            )
        ],
    )
    metadata = replace(
        pages.metadata,
        title=places.get("title", "Title"),
        subject=places.get("subject", "Subject"),
        authors=(places.get("author", "Author"),),
    )
    return write_pdf(replace(pages, metadata=metadata), desk.fonts, conformance=conformance)


def untagged(secret: str = "", **places: str) -> bytes:
    """Likewise, without a structure."""
    return written(secret, conformance=NONE, **places)


def over_the_end(secret: str, *, conformance: Conformance = NONE) -> bytes:
    """A file whose text runs over to the next page in the middle of the secret.

    Between its parts stand a note, the running lines of both pages, and a figure on the second.
    """
    words = secret.split()
    half = len(words) // 2
    desk = Desk()
    text, note, drawn = desk.leaf(), desk.leaf(), desk.leaf()
    desk.line([Piece("It is told that ", text), Piece(" ".join(words[:half]), text, BOLD)])
    desk.line([Piece("1 A note, as notes are.", note, NOTE)])
    desk.line([Piece("page 1", None, RUNNING)], role="running-foot")
    desk.page()
    desk.line([Piece("A running head", None, RUNNING)], role="running-head")
    desk.line([Piece("Figure 1", drawn, LABEL)])
    desk.line([Piece(" ".join(words[half:]) + ", and so on.", text)])
    kids = (Node("P", (text,)), Node("Note", (note,), id="n"), Node("P", (drawn,)))
    return write_pdf(desk.done(Node("Document", kids)), desk.fonts, conformance=conformance)


def _with(change: Callable[[Pdf, str], object]) -> Plant:
    return lambda secret: changed(written(), lambda pdf: change(pdf, secret))


def _said_in_xmp(pdf: Pdf, secret: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:description"] = secret


def _said_in_a_mark(pdf: Pdf, secret: str) -> None:
    pdf.pages[0].contents_add(
        b"/Span<</E<" + String(secret).unparse()[1:-1].hex().encode() + b">>>BDC EMC"
    )


def _link_to(pdf: Pdf, secret: str) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://example.org/" + secret.replace(" ", "%20")))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _comment_on_the_page(pdf: Pdf, secret: str) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String(secret)
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _element(pdf: Pdf) -> pikepdf.Object:
    return pdf.Root.StructTreeRoot.K[0].K[0]


def _never_shown(pdf: Pdf, secret: str) -> None:
    pdf.Root.PieceInfo = pdf.make_indirect(Dictionary(A=Array([String(secret)])))


def _picture(pdf: Pdf, secret: str) -> pikepdf.Stream:
    """A picture on the first page, with a remark in its file."""
    image = Image.new("RGB", (8, 8), "#336699")
    file = io.BytesIO()
    image.save(file, "JPEG", comment=secret or "None")
    picture = pdf.make_stream(
        file.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8,
        ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
    )  # fmt: skip
    pdf.pages[0].obj.Resources.XObject = Dictionary(P1=picture)
    return picture


def _metadata_of_a_picture(pdf: Pdf, secret: str) -> None:
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title>{secret}</dc:title></x:xmpmeta>"
    held = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    _picture(pdf, "").Metadata = held


def _name_of_a_picture(pdf: Pdf, secret: str) -> None:
    picture = _picture(pdf, "")
    pdf.pages[0].obj.Resources.XObject = Dictionary({f"/{secret.replace(' ', '-')}": picture})


def _drawn(draw: Callable[[Label], Painted], conformance: Conformance = UA1_A3A) -> Plant:
    """Paint the secret in a drawing, among other words and lines."""

    def plant(secret: str) -> bytes:
        line = Shape((("M", 0.0, 0.0), ("L", 90.0, 50.0)), stroke="#000000", stroke_alpha=0.5)
        stamps = Stamped(line, ((1.0, 2.0), (3.0, 4.0)))
        one, other = Label("One", 10, 10, LABEL), Label("other", 10, 10, LABEL, alpha=0.5)
        items = (line, one, draw(Label(secret, 50, 50, LABEL)), stamps, other)
        drawing = Drawing("d", Pt(300), Pt(100), items, "A drawing", "", WHERE)
        desk = Desk()
        leaf = desk.leaf()
        desk.drawing(drawing, leaf)
        figure = Node("Figure", (leaf,), alt=drawing.alt)
        pages = desk.done(Node("Document", (figure,)))
        return write_pdf(pages, desk.fonts, conformance=conformance)

    return plant


def _cut(item: Painted) -> Clipped:
    return Clipped((item,), 0, 0, 20, 20, (("M", 0.0, 0.0), ("L", 9.0, 9.0), ("L", 9.0, 0.0)))


def _behind_the_end(secret: str) -> bytes:
    return written() + b"\n% " + secret.encode() + b"\n"


PLANTS: dict[str, Plant] = {
    "text": written,
    "note": lambda secret: written(note=secret),
    "running head": lambda secret: written(running=secret),
    "identifier": lambda secret: written(id=secret),
    "alternative text": lambda secret: written(alt=secret),
    "outline": lambda secret: written(outline=secret),
    "name of an attachment": lambda secret: written(attachment=secret),
    "description of an attachment": lambda secret: written(description=secret),
    "attachment": lambda secret: written(data=secret),
    "title": lambda secret: written(title=secret),
    "subject": lambda secret: written(subject=secret),
    "author": lambda secret: written(author=secret),
    "XMP alone": _with(_said_in_xmp),
    "keyword": _with(lambda pdf, secret: pdf.docinfo.__setitem__("/Secret", secret)),
    "address of a link": _with(_link_to),
    "comment on a page": _with(_comment_on_the_page),
    "actual text": _with(lambda pdf, secret: setattr(_element(pdf), "ActualText", String(secret))),
    "expansion": _with(lambda pdf, secret: setattr(_element(pdf), "E", String(secret))),
    "title of an element": _with(lambda pdf, secret: setattr(_element(pdf), "T", String(secret))),
    "class of an element": _with(
        lambda pdf, secret: setattr(_element(pdf), "S", Name("/" + secret.replace(" ", "_")))
    ),
    "property of marked content": _with(_said_in_a_mark),
    "comment in a page": _with(
        lambda pdf, secret: pdf.pages[0].contents_add(b"% " + secret.encode() + b"\n")
    ),
    "object that nothing shows": _with(_never_shown),
    "name": _with(lambda pdf, secret: pdf.Root.__setitem__("/X", Name("/" + secret))),
    "label of a page": _with(
        lambda pdf, secret: setattr(
            pdf.Root, "PageLabels", Dictionary(Nums=Array([0, Dictionary(P=String(secret))]))
        )
    ),
    "contents": lambda secret: written(note=f"{secret} . . . . . . 12"),
    "remark in a picture": _with(_picture),
    "metadata of a picture": _with(_metadata_of_a_picture),
    "name of a picture": _with(_name_of_a_picture),
    "label": _drawn(lambda label: label),
    "turned label": _drawn(lambda label: replace(label, angle=90.0, anchor="middle")),
    "label aslant": _drawn(lambda label: replace(label, angle=33.3)),
    "spread label": _drawn(lambda label: replace(label, tracking=7.0)),
    "hidden label": _drawn(lambda label: replace(label, hidden=True)),
    "haloed label": _drawn(lambda label: replace(label, halo=Halo("#ffffff", 1.0))),
    "faint label": _drawn(
        lambda label: replace(label, alpha=0.0, halo=Halo("#ffffff", 1.0), angle=12.0)
    ),
    "label in cuts": _drawn(lambda label: _cut(_cut(_cut(label)))),
    "behind the end": _behind_the_end,
    "text without a structure": untagged,
    "note without a structure": lambda secret: untagged(note=secret),
    "running head without a structure": lambda secret: untagged(running=secret),
    "outline without a structure": lambda secret: untagged(outline=secret),
    "title without a structure": lambda secret: untagged(title=secret),
    "subject without a structure": lambda secret: untagged(subject=secret),
    "author without a structure": lambda secret: untagged(author=secret),
    "contents without a structure": lambda secret: untagged(note=f"{secret} . . . . . . 12"),
    "label without a structure": _drawn(lambda label: label, NONE),
    "label aslant without a structure": _drawn(lambda label: replace(label, angle=33.3), NONE),
    "hidden label without a structure": _drawn(lambda label: replace(label, hidden=True), NONE),
    "end of a page": lambda secret: over_the_end(secret, conformance=UA1_A3A),
    "end of a page without a structure": over_the_end,
}
"""By the place."""


def clean() -> bytes:
    return changed(written(), lambda _: None)


def opened(data: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(data))
