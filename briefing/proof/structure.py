"""The order in which the text is read: the structure tree, leaf by leaf (ISO 32000-1 14.7)."""

import re
from collections.abc import Mapping

from briefing.proof.file import File
from briefing.proof.syntax import LITERAL, Dictionary, Reference, UnreadableError, Value

Leaf = tuple[int, int]
"""Number of the page's object, and number of the marked content on it (MCID)."""

_LITERAL = re.compile(LITERAL, re.DOTALL)
_KIDS = re.compile(rb"/K\s*+(?:\[([^\]]*)\]|(\d++(?: \d++ R)?|<<[^<>]*>>))")
_KID = re.compile(rb"<<([^<>]*)>>|(\d+) \d+ R|(\d+)")
_PAGE = re.compile(rb"/Pg\s+(\d+) \d+ R")
_NUMBER = re.compile(rb"/MCID\s+(\d+)")


def reading_order(file: File, root: Dictionary) -> list[Leaf]:
    """List the leaves in the order of reading; empty for a file without structure.

    Raises:
        UnreadableError: An element is in the structure twice.
    """
    tree = file.dictionary(root.get("StructTreeRoot"))
    order: list[Leaf] = []
    seen: set[int] = set()
    ahead: list[int | Leaf] = _kids(file, tree, page=0)[::-1]
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
    kids = found[1] or found[2]
    words = kids.split()
    if words[2::3] == [b"R"] * (len(words) // 3) and len(words) % 3 == 0:
        return list(map(int, words[::3]))
    page = _PAGE.search(element)
    own = int(page[1]) if page else 0
    return [(own, int(kids))] if len(words) == 1 else _mixed_kids(kids, own)


def _mixed_kids(kids: bytes, own: int) -> list[int | Leaf] | None:
    found: list[int | Leaf] = []
    for inner, number, leaf in _KID.findall(kids):
        if number:
            found.append(int(number))
        elif leaf:
            found.append((own, int(leaf)))
        elif marked := _NUMBER.search(inner):
            page = _PAGE.search(inner)
            found.append((int(page[1]) if page else own, int(marked[1])))
        elif b"/Obj" not in inner:
            return None
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
