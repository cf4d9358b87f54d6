"""The order in which the text is read: the structure tree, leaf by leaf (ISO 32000-1 14.7)."""

import re
from collections.abc import Mapping

from briefing.proof.file import File
from briefing.proof.page import Leaf
from briefing.proof.syntax import LITERAL, Dictionary, Reference, UnreadableError, Value

_LITERAL = re.compile(LITERAL, re.DOTALL)
_KIDS = re.compile(rb"/K(?:\s*+\[([^\]]*+)\]|\s++(\d++(?: \d++ R)?)|\s*+(<<[^<>]*+>>))")
_ANNOTATION = re.compile(rb"<<[^<>]*/Obj [^<>]*>>")
_DIRECT = re.compile(rb"<<([^<>]*+)>>")
_PAGE = re.compile(rb"/Pg\s+(\d+) \d+ R")
_NUMBER = re.compile(rb"/MCID\s+(\d+)")
_R = ord("R")


def reading_order(file: File, root: Dictionary) -> list[Leaf]:
    """List the leaves in the order of reading; empty for a file without structure.

    Raises:
        UnreadableError: An element is in the structure twice.
    """
    tree = root.get("StructTreeRoot")
    order: list[Leaf] = []
    seen: set[int] = set()
    ahead: list[int | Leaf] = [tree.number] if isinstance(tree, Reference) else []
    if isinstance(tree, dict):
        ahead = _kids(file, tree, page=0)[::-1]
    while ahead:
        item = ahead.pop()
        if isinstance(item, tuple):
            order.append(item)
            continue
        if item in seen:
            raise UnreadableError(f"object {item} is in the structure twice")
        seen.add(item)
        packed = file.packed.get(item)
        kids = _packed_kids(packed[0][packed[1] : packed[2]]) if packed else None
        if kids is None:
            kids = _kids(file, file.dictionary(Reference(item)), page=0)
        kids.reverse()
        ahead += kids
    return order


def _packed_kids(element: bytes) -> list[int | Leaf] | None:
    """Read the kids of an element off its bytes, as a tagged document is mostly elements.

    Returns:
        None where it is written in an unusual way.
    """
    if b"(" in element:
        element = _LITERAL.sub(b"", element)
    found = _KIDS.search(element)
    if found is None:
        return None if b"/K" in element or b"/MCID" in element else []
    kids = found[1] or found[2] or found[3]
    page = _PAGE.search(element)
    own = int(page[1]) if page else 0
    if b"<<" in kids:
        kids = _ANNOTATION.sub(b"", kids)
    return _mixed_kids(kids, own) if b"<<" in kids else _plain_kids(kids, own)


def _plain_kids(kids: bytes, own: int) -> list[int | Leaf] | None:
    """Read numbers of marked content on the page `own`, and references to elements."""
    if b" R" in (kids := kids.replace(b" 0 R", b"R")):
        return None
    return [int(kid[:-1]) if kid[-1] == _R else (own, int(kid)) for kid in kids.split()]


def _mixed_kids(kids: bytes, own: int) -> list[int | Leaf] | None:
    """Likewise, with content on other pages."""
    parts = _DIRECT.split(kids)
    found = _plain_kids(parts[0], own)
    for direct, plain in zip(parts[1::2], parts[2::2], strict=True):
        more, marked = _plain_kids(plain, own), _NUMBER.search(direct)
        if found is None or more is None or marked is None:
            return None
        page = _PAGE.search(direct)
        found += [(int(page[1]) if page else own, int(marked[1])), *more]
    return found


def _kids(file: File, element: Mapping[str, Value], *, page: int) -> list[int | Leaf]:
    """Read the kids of an element, or what takes the place of one: marked content."""
    own, number = element.get("Pg"), element.get("MCID")
    page = own.number if isinstance(own, Reference) else page
    if isinstance(number, int):
        return [(page, number)]
    kids: list[int | Leaf] = []
    for kid in file.items(element.get("K")):
        if isinstance(kid, Reference):
            kids.append(kid.number)
        elif isinstance(kid, int):
            kids.append((page, kid))
        elif isinstance(kid, dict):
            kids += _kids(file, kid, page=page)
    return kids
