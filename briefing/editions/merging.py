"""Puts pages before those of a finished file, with their structure.

The file stays what it is: its standards, its attachments, its links. Source: ISO 32000-1 7.9.7
(number trees), 14.7 (structure), 14.9 (languages), 12.4.2 (page labels).
"""

import uuid
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, String

from briefing.audit import entries

_TREE = Name.StructTreeRoot
_PREFIX = "changes-"  # of ids, which may be those of the file too
_SPACE = uuid.UUID("5f2f63d2-0c13-5d0b-9c2b-7a2f2a1d1b11")


def put_before(pdf: pikepdf.Pdf, front: pikepdf.Pdf, label: str) -> tuple[pikepdf.Page, ...]:
    """Put all pages of `front` before those of `pdf`.

    Args:
        pdf: Is changed.
        front: A tagged file, whose structure becomes the first part of the document's.
        label: Stands before the numbers of its pages.

    Returns:
        The pages, as they are now in `pdf`.
    """
    count = len(front.pages)
    labels = {
        start: style for start, style in entries.walk_tree(pdf.Root.get("/PageLabels"), "/Nums")
    }
    for at, page in enumerate(front.pages):
        pdf.pages.insert(at, page)
    added = tuple(pdf.pages)[:count]
    if _TREE in pdf.Root:
        _join_structures(pdf, front, added)
    else:
        _strip(added)
    _label(pdf, labels, count, label)
    return added


def entitle(pdf: pikepdf.Pdf, title: str) -> None:
    """Give a file a title, and an identifier of its own, in both places where they stand."""
    info = entries.dictionary(pdf.trailer, "/Info")
    if info is not None:
        info[Name.Title] = String(title)
    if "/Metadata" not in pdf.Root:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        given = metadata.get("xmpMM:InstanceID")
        if given is not None:
            metadata["xmpMM:InstanceID"] = f"uuid:{uuid.uuid5(_SPACE, f'{given} {title}')}"


def _label(pdf: pikepdf.Pdf, labels: dict[Any, Any], count: int, label: str) -> None:
    shifted = {start + count: style for start, style in labels.items() if isinstance(start, int)}
    if count not in shifted:
        shifted[count] = Dictionary(S=Name.D)
    nums: list[Any] = [0, Dictionary(P=String(label), S=Name.D)]
    for start in sorted(shifted):
        nums += [start, shifted[start]]
    pdf.Root[Name.PageLabels] = pdf.make_indirect(Dictionary(Nums=Array(nums)))


def _strip(pages: Sequence[pikepdf.Page]) -> None:
    """Take from pages what leads into a structure that is not there."""
    for page in pages:
        for holder in (page.obj, *entries.array(page.obj, "/Annots")):
            for key in (Name.StructParents, Name.StructParent):
                if key in holder:
                    del holder[key]


def _join_structures(pdf: pikepdf.Pdf, front: pikepdf.Pdf, pages: Sequence[pikepdf.Page]) -> None:
    """Put the structure of pages first in that of the file."""
    root, theirs = pdf.Root[_TREE], pdf.copy_foreign(front.make_indirect(front.Root[_TREE]))
    shift = _next_key(root)
    for page in pages:
        for holder in (page.obj, *entries.array(page.obj, "/Annots")):
            for key in (Name.StructParents, Name.StructParent):
                if key in holder:
                    holder[key] = int(holder[key]) + shift
    owners = NumberTree(root.ParentTree) if "/ParentTree" in root else NumberTree.new(pdf)
    last = shift
    for number, value in entries.walk_tree(theirs.get("/ParentTree"), "/Nums"):
        owners[number + shift] = value
        last = max(last, number + shift + 1)
    root[Name.ParentTree] = owners.obj
    root[Name.ParentTreeNextKey] = last
    parts = entries.array(theirs, "/K")
    _rename(pdf, root, parts)
    _add_roles(root, theirs)
    _adopt(root, parts)


def _next_key(root: Any) -> int:
    known = entries.number(root, "/ParentTreeNextKey") or 0
    found = [key for key, _ in entries.walk_tree(root.get("/ParentTree"), "/Nums")]
    return max([known, *(key + 1 for key in found if isinstance(key, int))])


def _adopt(root: Any, parts: list[Any]) -> None:
    """Make documents into parts of the one that there is, before all others."""
    tops = entries.array(root, "/K")
    document = next((one for one in tops if entries.name(one, "/S") == "Document"), None)
    holder = root if document is None else document
    for part in parts:
        part[Name.S] = Name.Part
        part[Name.P] = holder
    holder[Name.K] = Array([*parts, *entries.array(holder, "/K")])


def _add_roles(root: Any, theirs: Any) -> None:
    given = entries.dictionary(theirs, "/RoleMap")
    if given is None:
        return
    if "/RoleMap" not in root:
        root[Name.RoleMap] = Dictionary()
    for role, standard in given.items():
        if role not in root.RoleMap:
            root.RoleMap[role] = standard


def _rename(pdf: pikepdf.Pdf, root: Any, parts: list[Any]) -> None:
    """Give elements ids that the file does not have, and add them to its list."""
    named: dict[str, Any] = {}
    for element in _walk(parts):
        if "/ID" in element:
            element[Name.ID] = String(_PREFIX + entries.text(element, "/ID"))
            named[entries.text(element, "/ID")] = element
        for attributes in entries.array(element, "/A"):
            heads = entries.array(attributes, "/Headers")
            if heads:
                renamed = [String(_PREFIX + entries.string(head)) for head in heads]
                attributes[Name.Headers] = Array(renamed)
    if not named:
        return
    ids = NameTree(root.IDTree) if "/IDTree" in root else NameTree.new(pdf)
    for name in sorted(named):
        ids[name] = named[name]
    root[Name.IDTree] = ids.obj


def _walk(elements: list[Any]) -> Iterator[Any]:
    """All elements of a tree that the product has made: none occurs twice."""
    left = list(elements)
    while left:
        element = left.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            left += entries.array(element, "/K")
