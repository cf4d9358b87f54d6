"""Files that travel in the file, such as the data of each chart (ISO 19005-3 6.8, annex E)."""

import hashlib
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing.model.drawing import Drawing
from briefing.model.flow import Attachment
from briefing.model.page import Page, PlacedDrawing
from briefing.pdf.objects.document import Document
from briefing.pdf.objects.syntax import date, name, string


class EmbeddedFile(Struct, frozen=True):
    """An attachment in the file; `number` is that of its file specification."""

    attachment: Attachment
    number: int


def add_attachments(
    document: Document, given: Sequence[Attachment], pages: Iterable[Page], day: str
) -> tuple[EmbeddedFile, ...]:
    """Embed those given, and the data of each drawing unless it is among them or empty.

    All are dated to the `day` of the edition, an ISO 8601 date.

    Raises:
        ValueError: Two have one name.
    """
    attachments = _all(given, pages)
    return tuple(EmbeddedFile(a, _embed(document, a, day)) for a in attachments)


def _all(given: Sequence[Attachment], pages: Iterable[Page]) -> list[Attachment]:
    attachments = {attachment.name: attachment for attachment in given}
    if len(attachments) != len(given):
        names = [attachment.name for attachment in given]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"two attachments have one name: {', '.join(map(repr, twice))}")
    for drawing in _drawings(pages):
        if drawing.data:
            data = _data_of(drawing)
            attachments.setdefault(data.name, data)
    return list(attachments.values())


def _drawings(pages: Iterable[Page]) -> list[Drawing]:
    placed = [item for page in pages for item in page.items if isinstance(item, PlacedDrawing)]
    return [item.drawing for item in placed]


def _data_of(drawing: Drawing) -> Attachment:
    """The data behind a drawing; the words that describe the one describe the other."""
    data = drawing.data.encode()
    return Attachment(f"{drawing.id}.csv", drawing.alt, "text/csv", data, drawing.id)


def _embed(document: Document, attachment: Attachment, day: str) -> int:
    """Write a file and what is said of it; the number of the latter is returned."""
    data, moment = attachment.data, date(day)
    check = hashlib.md5(data, usedforsecurity=False).hexdigest()
    file = document.add_stream(
        f"/Type/EmbeddedFile/Subtype{name(attachment.media_type)}"
        f"/Params<</Size {len(data)}/ModDate{moment}/CheckSum<{check}>>>",
        data,
    )
    label = string(attachment.name)
    about = f"/Desc{string(attachment.description)}" if attachment.description else ""
    # Not "Source": a file of the whole document accompanies it, but was not made into it.
    relation = "Data" if attachment.drawing else "Supplement"
    return document.add(
        f"<</Type/Filespec/F{label}/UF{label}{about}/EF<</F {file} 0 R/UF {file} 0 R>>"
        f"/AFRelationship/{relation}>>"
    )
