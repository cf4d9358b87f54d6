"""Lists, contents and notes (ISO 14289-1 7.6, 7.9, ISO 32000-1 14.8.4.3.3)."""

import re
from collections.abc import Iterator

from briefing.audit.case import Case, at
from briefing.audit.parts.notes import list_notes
from briefing.audit.structure.elements import Annotated, Element
from briefing.audit.structure.jumps import read_jumps
from briefing.audit.structure.reading import text_of
from briefing.audit.values import Fault

_INSIDE = {
    "L": frozenset(("L", "LI", "Caption")),
    "LI": frozenset(("Lbl", "LBody")),
    "TOC": frozenset(("TOC", "TOCI", "Caption")),
    "TOCI": frozenset(("Lbl", "Reference", "NonStruct", "P", "TOC")),
}
_PARENTS = {"LI": "L", "LBody": "LI", "TOCI": "TOC"}
_RULES = {"L": "list", "LI": "list", "LBody": "list", "TOC": "contents", "TOCI": "contents"}
_ORDERED = re.compile(r"\(?(\d+[.):]*|([a-z]|[ivxlc]+)[.):]+)", re.IGNORECASE)


def find_misplaced(case: Case) -> Iterator[Fault]:
    """Parts of lists and contents that stand where they may not (09-005, 09-006)."""
    for top in case.tree.kids:
        if top.mapped in _PARENTS:
            yield at(top, _RULES[top.mapped], f"{top.mapped} stands outside of a list")
    for element in case.elements:
        role = element.mapped
        for kid in element.elements:
            if role in _INSIDE and kid.mapped not in _INSIDE[role]:
                yield at(kid, _RULES[role], f"{kid.mapped} may not stand in {role}")
            elif _PARENTS.get(kid.mapped, role) != role:
                yield at(kid, _RULES[kid.mapped], f"{kid.mapped} may not stand in {role}")


def find_numbering(case: Case) -> Iterator[Fault]:
    """Numbered lists that do not say so (16-001)."""
    for element in case.elements:
        given = element.attributes.get("List", {}).get("ListNumbering", "None")
        if element.mapped == "L" and given == "None":
            labels = [
                text_of(label, case.pages)
                for item in element.elements
                for label in item.elements
                if item.mapped == "LI" and label.mapped == "Lbl"
            ]
            if labels and all(_ORDERED.fullmatch(label) for label in labels):
                message = "a numbered list does not say how it is numbered (ListNumbering)"
                yield at(element, "list-numbering", message)


def find_contents(case: Case) -> Iterator[Fault]:
    """Contents whose entries do not follow the pages."""
    jumps, _ = read_jumps(case.pdf)
    for element in case.elements:
        if element.mapped != "TOC":
            continue
        last = 0
        for entry in (one for one in element.walk() if one.mapped == "TOCI"):
            pages = [jumps[kid.target].to for kid in _annotations(entry) if kid.target in jumps]
            page = next((page for page in pages if page), None)
            if page is not None and page < last:
                message = f"an entry of the contents leads back, to page {page} after {last}"
                yield at(entry, "contents-order", message, "warning")
            last = page or last


def _annotations(element: Element) -> Iterator[Annotated]:
    for kid in element.kids:
        if isinstance(kid, Annotated):
            yield kid
        elif isinstance(kid, Element) and kid.mapped not in ("TOC", "TOCI"):
            yield from _annotations(kid)


def find_notes(case: Case) -> Iterator[Fault]:
    """Notes without an id (19-003), or that nothing leads to."""
    elements = [element for element in case.elements if element.mapped == "Note"]
    for element in elements:
        if not element.id:
            yield at(element, "note-id", "a note has no id")
    tops = {element.key for element in case.tree.kids}
    inside = [element for element in elements if element.key not in tops]
    if not inside:
        return  # what stands beside the document stands beside no marker
    notes = list_notes(read_jumps(case.pdf)[0], case.tree, case.pages)
    for element, note in zip(inside, notes, strict=True):
        if not note.has_reference:
            message = f"nothing leads to a note: “{note.label or note.text[:40]}”"
            yield at(element, "note-reference", message, "warning")
