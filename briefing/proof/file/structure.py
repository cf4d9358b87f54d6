"""The order in which the text is read: the structure tree, leaf by leaf (ISO 32000-1 14.7)."""

import re
from collections.abc import Mapping

from briefing.proof.file.objects import File
from briefing.proof.file.page import Leaf
from briefing.proof.file.syntax import Dictionary, Reference, UnreadableError, Value

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
    before, key, kids = element.partition(b"/K")
    if b"(" in before:
        return None
    if not key:
        return None if b"/MCID" in element else []
    kids = kids.lstrip()
    if kids[:1] == b"[":
        kids = kids[1:].partition(b"]")[0]
    elif kids[:1].isdigit():
        kids = kids.partition(b">")[0].partition(b"/")[0].rstrip()
    else:
        return None
    if kids[-4:] == b" 0 R" and kids[:-4].isdigit():
        return [int(kids[:-4])]
    page = before.partition(b"/Pg ")[2].partition(b" ")[0]
    if not page and b"/Pg" in element:
        return None
    return _several_kids(kids, int(page or b"0"))


def _several_kids(kids: bytes, own: int) -> list[int | Leaf] | None:
    """Read numbers of marked content on the page `own`, and references to elements."""
    if b"<<" in kids:
        kids = _ANNOTATION.sub(b"", kids)
    if b"<<" in kids:
        return _mixed_kids(kids, own)
    if b" R" in (kids := kids.replace(b" 0 R", b"R")):
        return None
    return [int(kid[:-1]) if kid[-1] == _R else (own, int(kid)) for kid in kids.split()]


def _mixed_kids(kids: bytes, own: int) -> list[int | Leaf] | None:
    """Read kids with marked content on other pages among them."""
    parts = _DIRECT.split(kids)
    found = _several_kids(parts[0], own)
    for direct, plain in zip(parts[1::2], parts[2::2], strict=True):
        more, marked = _several_kids(plain, own), _NUMBER.search(direct)
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
