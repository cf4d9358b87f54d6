"""Whether annotations stand in the structure, and say what they are.

Source: ISO 14289-1 7.18, ISO 32000-1 14.7.4.3.
"""

import re
from collections.abc import Iterator

from briefing.audit.case import Annotation, Case, at
from briefing.audit.structure.content import Line
from briefing.audit.structure.elements import Annotated, Element, Marked
from briefing.audit.structure.reading import text_of
from briefing.audit.values import Fault

_UNREAD = frozenset(("Popup", "PrinterMark", "TrapNet"))
_HOLDERS = {"Link": "Link", "Widget": "Form"}
_VAGUE = frozenset(
    ("here", "click here", "click", "link", "this link", "more", "read more", "learn more",
     "see more", "this page", "this", "page", "website", "details", "hier", "ici", "aquí", "qui")
)  # fmt: skip
_ADDRESS = re.compile(r"(https?://|www\.)\S+")


def find_lost_annotations(case: Case) -> Iterator[Fault]:
    """Annotations outside of the structure, or wrongly in it (28-002, 28-010, 28-011)."""
    for annotation in case.annotations:
        if annotation.kind in _UNREAD:
            continue
        places = case.references.get(annotation.key, [])
        if not places:
            message = f"{_named(annotation)} is not in the structure"
            yield Fault("error", "annotation-lost", message, annotation.page)
        if len(places) > 1:
            message = f"{_named(annotation)} is also in {places[0][0].path}"
            yield at(places[1][0], "annotation-shared", message)
        for element, reference in places:
            yield from _misplaced(annotation, element, reference)


def _misplaced(annotation: Annotation, element: Element, reference: Annotated) -> Iterator[Fault]:
    if reference.page is not None and reference.page != annotation.page:
        message = f"{_named(annotation)} is said to be on page {reference.page}"
        yield Fault("error", "annotation-reference", message, annotation.page, element.path)
    holder = _HOLDERS.get(annotation.kind)
    if holder is not None and element.mapped != holder:
        message = f"{_named(annotation)} stands in {element.mapped}, not in {holder}"
        yield Fault("error", "annotation-role", message, annotation.page, element.path)


def find_astray_references(case: Case) -> Iterator[Fault]:
    """Elements that refer to annotations that are on no page, and links without any."""
    known = {annotation.key for annotation in case.annotations}
    for element in case.elements:
        held = [kid for kid in element.kids if isinstance(kid, Annotated)]
        for kid in held:
            if kid.target is None or (kid.target not in known and kid.kind in ("", "Link")):
                yield at(element, "annotation-reference", "an annotation it refers to is not there")
        if element.mapped == "Link" and not any(_below(element)):
            yield at(element, "link-without-annotation", "a link leads nowhere: no annotation")


def _below(element: Element) -> Iterator[Annotated]:
    for one in element.walk():
        yield from (kid for kid in one.kids if isinstance(kid, Annotated))


def find_annotation_parents(case: Case) -> Iterator[Fault]:
    """Where there is no way from an annotation to the element that it stands in."""
    taken = {key for page in case.pages for key in page.keys.values()}
    for annotation in case.annotations:
        places = case.references.get(annotation.key)
        if annotation.kind in _UNREAD or not places:
            continue
        key, path = annotation.parent, places[0][0].path
        if key is None:
            message = f"{_named(annotation)} has no key in the parent tree (StructParent)"
            yield Fault("error", "struct-parents", message, annotation.page, path)
        elif key in taken:
            message = f"the key of {_named(annotation)} in the parent tree, {key}, is taken"
            yield Fault("error", "struct-parents", message, annotation.page, path)
        elif all(case.tree.parents.get(key) != element.key for element, _ in places):
            message = f"the parent tree leads astray from {_named(annotation)}"
            yield Fault("error", "parent-tree", message, annotation.page, path)
        if key is not None:
            taken.add(key)


def find_elsewhere(case: Case) -> Iterator[Fault]:
    """Links of which the area is not where their text stands, so that another is followed."""
    for annotation in case.annotations:
        for element, _ in case.references.get(annotation.key, []):
            if annotation.parent is None or case.tree.parents.get(annotation.parent) != element.key:
                continue  # which is told as that
            if annotation.kind == "Link" and annotation.area and element.mapped == "Link":
                lines = [line for page, line in _lines(case, element) if page == annotation.page]
                if lines and not any(_touches(annotation.area, line) for line in lines):
                    message = f"{_named(annotation)} lies elsewhere than its text"
                    yield Fault("warning", "link-area", message, annotation.page, element.path)


def _lines(case: Case, element: Element) -> Iterator[tuple[int | None, Line]]:
    """The text of a link with the pages that it is on; nothing where some of it is turned."""
    found = []
    for one in element.walk():
        for kid in one.kids:
            sequence = case.sequence(kid) if isinstance(kid, Marked) else None
            if isinstance(kid, Marked) and sequence is not None:
                found += [(kid.page, line) for line in sequence.lines]
    if all(line.upright for _, line in found):
        yield from found


def _touches(area: tuple[float, float, float, float], line: Line) -> bool:
    left, bottom, right, top = area
    beside = max(line.x, line.end) < left - line.size or min(line.x, line.end) > right + line.size
    return not beside and bottom - line.size <= line.y <= top + line.size


def find_undescribed(case: Case) -> Iterator[Fault]:
    """Links that do not say where they lead (28-004, 28-012)."""
    for annotation in case.annotations:
        if annotation.kind == "Link" and annotation.description is None:
            places = case.references.get(annotation.key)
            path = places[0][0].path if places else ""
            message = "a link has no description (Contents)"
            yield Fault("error", "link-description", message, annotation.page, path)
    told = {annotation.key: annotation.description or "" for annotation in case.annotations}
    for element in case.elements:
        if element.mapped != "Link":
            continue
        text = text_of(element, case.pages)
        if text.casefold().rstrip(".…:! ") in _VAGUE:
            yield at(element, "link-text", f"the text of a link says nothing: “{text}”", "warning")
        elif _ADDRESS.fullmatch(text):
            described = [told.get(kid.target or (0, 0), "") for kid in _below(element)]
            if all(not one or _ADDRESS.fullmatch(one) for one in described):
                message = f"a link is described by its address alone: {text}"
                yield at(element, "link-text", message, "warning")


def _named(annotation: Annotation) -> str:
    kind = annotation.kind or "annotation"
    what = {"Link": "a link", "Widget": "a form field"}.get(kind, f"an annotation ({kind})")
    return f"{what} “{annotation.description}”" if annotation.description else what
