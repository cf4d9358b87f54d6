"""Lists the files within a file."""

from typing import Any

from pikepdf import Pdf, Stream

from briefing.audit.entries import array, decoded, dictionary, name, number, string, text, walk_tree
from briefing.audit.values import Attachment


def read_attachments(pdf: Pdf) -> tuple[Attachment, ...]:
    """All embedded files: those of the catalogue, then those of annotations alone.

    Source: ISO 32000-2 7.11.4, 14.13.
    """
    names = dictionary(pdf.Root, "/Names")
    named = [
        (string(key), file)
        for key, file in walk_tree(dictionary(names, "/EmbeddedFiles"), "/Names")
    ]
    pinned = [
        ("", entry)
        for page in pdf.pages
        for annotation in array(page.obj, "/Annots")
        if name(annotation, "/Subtype") == "FileAttachment"
        and (entry := dictionary(annotation, "/FS")) is not None
    ]
    found: dict[object, Attachment] = {}
    for at, (key, file) in enumerate([*named, *pinned]):
        if dictionary(file, "/EF") is not None:
            identity = file.objgen if file.is_indirect else at
            found.setdefault(identity, _attachment(key, file))
    return tuple(found.values())


def _attachment(key: str, file: Any) -> Attachment:
    held = dictionary(file, "/EF")
    data = dictionary(held, "/UF") or dictionary(held, "/F")
    size = number(dictionary(data, "/Params"), "/Size")
    return Attachment(
        name=text(file, "/UF") or text(file, "/F") or key,
        description=text(file, "/Desc"),
        kind=name(data, "/Subtype"),
        relationship=name(file, "/AFRelationship"),
        bytes=size if size is not None else _measured(data),
    )


def _measured(data: object) -> int:
    return len(decoded(data)) if isinstance(data, Stream) else 0
