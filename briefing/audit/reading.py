"""Text in the order of the structure: what a screen reader says."""

from collections.abc import Sequence

from briefing.audit.content import PageContent
from briefing.audit.elements import Element, Tree
from briefing.audit.values import Passage


def read_aloud(tree: Tree | None, pages: Sequence[PageContent]) -> tuple[Passage, ...]:
    """The text of a file, block by block; of one without a structure, page by page."""
    return ()


def text_of(element: Element, pages: Sequence[PageContent]) -> str:
    """What is read for an element and all below it."""
    return ""
