"""The order in which the text is read: the structure tree, leaf by leaf (ISO 32000-1 14.7)."""

import re
from collections.abc import Mapping

from msgspec import Struct

from briefing.proof.file.objects import File
from briefing.proof.file.page import Leaf
from briefing.proof.file.syntax import Dictionary, Reference, UnreadableError, Value

_ANNOTATION = rb"<</Type/OBJR/Pg \d++ 0 R/Obj \d++ 0 R>>"
_MARKED = rb"<</Type/MCR/Pg (\d++) 0 R/MCID (\d++)>>"
_ELEMENT = re.compile(
    rb"<</(?:S(/[A-Za-z0-9]++)/P \d++ 0 R(?:/Pg (\d++) 0 R)?+|Type/StructTreeRoot)"
    rb"(?:>>|/K(?: ?(?:(\d++) 0 R|(\d++))(?=[/>])|\[(?:(\d++) %b\]|((?:[\dR ]++|%b|%b)*+)\]))"
    rb"(?:>>)?+)\s*+" % (_ANNOTATION, _ANNOTATION, _MARKED.translate(None, b"()"))
)
"""An element as our own files write it: its kind, its page, and its kids: one element, one number
of marked content, such a number with a link, or several. What else it says comes behind."""

_ANNOTATIONS, _ON_PAGES = re.compile(_ANNOTATION), re.compile(_MARKED)
_REFERENCES = re.compile(rb"(?:\d++ 0 R ?+)*+")
_NOWHERE = b"", 0, 0
_R, _COLON = b"R:"


class Structure(Struct, frozen=True):
    """What the elements of the structure say by themselves.

    Attributes:
        order: The leaves in the order of reading; empty for a file without structure.
        kinds: The names of the kinds of those elements that have an end in `read`.
        read: Number of an element → where in its object stream what was not read of it begins.
    """

    order: list[Leaf]
    kinds: set[bytes]
    read: dict[int, int]


def read_structure(file: File, root: Dictionary) -> Structure:
    """Follow the structure.

    Raises:
        UnreadableError: An element is in the structure twice.
    """
    tree = root.get("StructTreeRoot")
    order: list[Leaf] = []
    kinds: set[bytes] = set()
    ends: dict[int, int] = {}
    unusual: set[int] = set()
    ahead: list[int | Leaf] = [tree.number] if isinstance(tree, Reference) else []
    if isinstance(tree, dict):
        ahead = _kids(file, tree, page=0)[::-1]
    packed, match = file.packed, _ELEMENT.match
    while ahead:
        item = ahead.pop()
        if isinstance(item, tuple):
            order.append(item)
            continue
        if item in ends or item in unusual:
            raise UnreadableError(f"object {item} is in the structure twice")
        found = match(*packed.get(item, _NOWHERE))
        if found is None:
            unusual.add(item)
            ahead += _kids(file, file.dictionary(Reference(item)), page=0)[::-1]
            continue
        kind, page, element, number, linked, several = found.groups()
        ends[item] = found.end()
        kinds.add(kind or b"")
        if element:
            ahead.append(int(element))
        elif page and (number := number or linked):
            order.append((int(page), int(number)))
        elif several is not None and (page or _REFERENCES.fullmatch(several)):
            ahead += _several_kids(several, int(page or 0))[::-1]
        elif number or several:
            ahead += _kids(file, file.dictionary(Reference(item)), page=0)[::-1]
    kinds.discard(b"")  # of the root
    return Structure(order, kinds, ends)


def _several_kids(kids: bytes, page: int) -> list[int | Leaf]:
    """Read numbers of marked content, references to elements, and marked content elsewhere."""
    if b"<" in kids:
        kids = _ON_PAGES.sub(rb"\1:\2 ", _ANNOTATIONS.sub(b"", kids))
    found: list[int | Leaf] = []
    for kid in kids.replace(b" 0 R", b"R").split():
        if kid[-1] == _R:
            found.append(int(kid[:-1]))
        elif _COLON in kid:
            other, _, number = kid.partition(b":")
            found.append((int(other), int(number)))
        else:
            found.append((page, int(kid)))
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
