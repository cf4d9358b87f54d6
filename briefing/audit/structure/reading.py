"""Text in the order of the structure: what a screen reader says."""

from collections.abc import Iterator, Sequence

from briefing.audit.structure.content import PageContent
from briefing.audit.structure.elements import Element, Marked, Tree
from briefing.audit.values import Passage

INLINE = frozenset(
    ("Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP",
     "Warichu", "WT", "WP")
)  # fmt: skip
"""Roles whose text goes on in the line of what they stand in (ISO 32000-1 14.8.4.4)."""

_TRANSPARENT = INLINE | {"NonStruct", "Private"}


def read_aloud(tree: Tree | None, pages: Sequence[PageContent]) -> tuple[Passage, ...]:
    """The text of a file, block by block; of one without a structure, page by page.

    A block that others stand in, as a paragraph with its notes, is read in as many passages.
    White space is one space; soft hyphens are left out.
    """
    if tree is None:
        texts = ((page.number, page.text) for page in pages)
        return tuple(Passage("page", text, number) for number, text in texts if text)
    teller = _Teller(pages)
    for kid in tree.kids:
        teller.tell(kid)
    teller.end()
    return tuple(teller.passages)


def text_of(element: Element, pages: Sequence[PageContent]) -> str:
    """What is read for an element and all below it; white space is one space."""
    return plain("".join(_pieces(element, pages)))


def plain(text: str) -> str:
    """Text as it is compared: without soft hyphens, with single spaces."""
    return " ".join(text.replace("\u00ad", "").split())


def replacement(element: Element) -> str | None:
    """What is read instead of an element's content (ISO 32000-1 14.9.3, 14.9.4)."""
    return element.alt if element.actual is None else element.actual


def marked_text(kid: Marked, pages: Sequence[PageContent]) -> str:
    """The text of a sequence; empty where there is none."""
    if kid.page is None or not 0 < kid.page <= len(pages):
        return ""
    sequence = pages[kid.page - 1].sequences.get((kid.stream, kid.mcid))
    return sequence.text if sequence is not None else ""


def is_inline(element: Element, above: str) -> bool:
    """Whether an element's text goes on in the line of what it stands in.

    Args:
        element: The element.
        above: The role of the element that it stands in.
    """
    role = element.mapped
    return role in _TRANSPARENT or (role == "Lbl" and above != "LI")


def _pieces(element: Element, pages: Sequence[PageContent]) -> Iterator[str]:
    instead = replacement(element)
    if instead is not None:
        yield instead
        return
    for kid in element.kids:
        if isinstance(kid, Marked):
            yield marked_text(kid, pages)
        elif isinstance(kid, Element):
            inline = is_inline(kid, element.mapped)
            yield "" if inline else " "
            yield from _pieces(kid, pages)
            yield "" if inline else " "


class _Teller:
    """Tells block by block."""

    def __init__(self, pages: Sequence[PageContent]) -> None:
        self.passages: list[Passage] = []
        self._pages = pages
        self._texts: list[str] = []
        self._block: Element | None = None
        self._page: int | None = None

    def tell(self, element: Element) -> None:
        """Tell a block, and all below it."""
        self._enter(element)
        self._inside(element, element)
        self.end()

    def end(self) -> None:
        """End the passage."""
        text = plain("".join(self._texts))
        if text and self._block is not None:
            page = self._page if self._page is not None else self._block.page
            self.passages.append(Passage(self._block.mapped, text, page, self._block.language))
        self._texts, self._page = [], None

    def _enter(self, block: Element) -> None:
        self.end()
        self._block = block

    def _inside(self, element: Element, block: Element) -> None:
        instead = replacement(element)
        if instead is not None:
            self._say(instead, element.page)
            return
        for kid in element.kids:
            if isinstance(kid, Marked):
                self._say(marked_text(kid, self._pages), kid.page)
            elif isinstance(kid, Element):
                if is_inline(kid, element.mapped):
                    self._inside(kid, block)
                else:
                    self.tell(kid)
                    self._enter(block)

    def _say(self, text: str, page: int | None) -> None:
        if text and self._page is None:
            self._page = page
        self._texts.append(text)
