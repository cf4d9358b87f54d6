"""Pages written operator by operator, with the odd ways in which files are made elsewhere."""

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from briefing.audit.painting.pages import read_pages
from briefing.audit.structure.content import PageContent
from briefing.audit.structure.reading import read_aloud
from briefing.audit.structure.tree import read_tree
from briefing.audit.values import Passage

HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def font_of(pdf: pikepdf.Pdf, to_unicode: str = "", **entries: Any) -> Any:
    """A font, with a CMap to Unicode where one is given."""
    font = Dictionary(Type=Name.Font, BaseFont=Name("/ABCDEF+Test"), **entries)
    if to_unicode:
        font.ToUnicode = pdf.make_stream(to_unicode.encode())
    return pdf.make_indirect(font)


def page_of(pdf: pikepdf.Pdf, content: str | bytes, **resources: Any) -> Any:
    """Add a page; its font F1 is Helvetica unless another is given."""
    page = pdf.add_blank_page(page_size=(400, 400)).obj
    resources.setdefault("Font", Dictionary(F1=HELVETICA))
    page.Resources = Dictionary(**resources)
    page.Contents = pdf.make_stream(content if isinstance(content, bytes) else content.encode())
    return page


def tagged(pdf: pikepdf.Pdf, *elements: Any, **entries: Any) -> None:
    """Give a file a structure."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array(elements), **entries))
    for element in elements:
        element.P = root
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en")


def element(pdf: pikepdf.Pdf, role: str, page: Any, kids: Any, **entries: Any) -> Any:
    """A structure element."""
    held = Dictionary(S=Name(f"/{role}"), K=kids, **entries)
    if page is not None:
        held.Pg = page
    return pdf.make_indirect(held)


def again(pdf: pikepdf.Pdf) -> pikepdf.Pdf:
    """The file as it is read after it was written."""
    out = BytesIO()
    pdf.save(out)
    return pikepdf.open(out)


def first_page(pdf: pikepdf.Pdf) -> PageContent:
    with again(pdf) as read:
        return read_pages(read)[0]


def passages(pdf: pikepdf.Pdf) -> tuple[Passage, ...]:
    with again(pdf) as read:
        return read_aloud(read_tree(read), read_pages(read))


def aloud(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Role and text of what is read."""
    return [(one.role, one.text) for one in passages(pdf)]
