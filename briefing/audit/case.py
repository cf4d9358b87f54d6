"""What the rules of the lint judge: a file, read once."""

from collections.abc import Iterator
from functools import cached_property

import pikepdf
from pikepdf import Dictionary

from briefing.audit import entries
from briefing.audit.structure.content import PageContent, Sequence
from briefing.audit.structure.elements import Annotated, Element, Key, Marked, Tree
from briefing.audit.values import Fault, Severity

_HIDDEN = 2  # a flag of annotations (ISO 32000-1 table 165)


class Annotation:
    """An annotation of a page.

    Attributes:
        page: From 1.
        kind: Its subtype.
        parent: Its key in the parent tree (StructParent).
        description: Contents; None where there are none.
        area: Left, bottom, right, top; None where it has none.
    """

    __slots__ = ("area", "description", "key", "kind", "page", "parent")

    def __init__(self, held: Dictionary, page: int, key: Key) -> None:
        self.key = key
        self.page = page
        self.kind = entries.name(held, "/Subtype")
        self.parent = entries.number(held, "/StructParent")
        given = entries.text(held, "/Contents")
        self.description = given.strip() or None
        self.area = _area(held)


def _area(held: Dictionary) -> tuple[float, float, float, float] | None:
    try:
        x, y, right, top = map(float, entries.array(held, "/Rect"))
    except (TypeError, ValueError, OverflowError):
        return None
    return min(x, right), min(y, top), max(x, right), max(y, top)


class Case:
    """A file; one without a structure has a tree of nothing.

    Attributes:
        elements: In reading order.
    """

    def __init__(self, pdf: pikepdf.Pdf, tree: Tree, pages: tuple[PageContent, ...]) -> None:
        self.pdf = pdf
        self.tree = tree
        self.pages = pages
        self.elements = tuple(tree.walk())

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """Those that are to be seen, in the order of pages."""
        return tuple(self._annotations())

    def _annotations(self) -> Iterator[Annotation]:
        direct = 0
        for number, page in enumerate(self.pdf.pages, 1):
            for held in entries.array(page.obj, "/Annots"):
                if isinstance(held, Dictionary):
                    direct += not held.is_indirect
                    key = held.objgen if held.is_indirect else (-direct, 0)
                    if not (entries.number(held, "/F") or 0) & _HIDDEN:
                        yield Annotation(held, number, key)

    @cached_property
    def owners(self) -> dict[tuple[int, int, int], list[Element]]:
        """(page, stream, MCID) → the elements that own it."""
        owners: dict[tuple[int, int, int], list[Element]] = {}
        for element in self.elements:
            for kid in element.kids:
                if isinstance(kid, Marked) and kid.page is not None:
                    owners.setdefault((kid.page, kid.stream, kid.mcid), []).append(element)
        return owners

    @cached_property
    def references(self) -> dict[Key, list[tuple[Element, Annotated]]]:
        """Object → the elements that it stands in."""
        references: dict[Key, list[tuple[Element, Annotated]]] = {}
        for element in self.elements:
            for kid in element.kids:
                if isinstance(kid, Annotated) and kid.target is not None:
                    references.setdefault(kid.target, []).append((element, kid))
        return references

    def sequence(self, kid: Marked) -> Sequence | None:
        """The content that a kid of an element stands for."""
        if kid.page is None or not 0 < kid.page <= len(self.pages):
            return None
        return self.pages[kid.page - 1].sequences.get((kid.stream, kid.mcid))


def at(element: Element, rule: str, message: str, severity: Severity = "error") -> Fault:
    """A fault of an element."""
    return Fault(severity, rule, message, element.page, element.path)


def some(count: int, one: str, many: str) -> str:
    """A number of things, in words: ``one line end``, ``3 line ends``."""
    return one if count == 1 else f"{count} {many}"
