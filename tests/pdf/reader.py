"""Reads a file back as a screen reader does: structure first, text through ToUnicode.

The reading is the audit's; that it holds against what was written is for the tests here to say.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from msgspec import Struct

from briefing.audit.painting.pages import read_pages
from briefing.audit.structure.elements import Annotated, Element, Marked
from briefing.audit.structure.tree import read_tree

Tree = tuple[str, tuple[Any, ...]]
"""The role of an element and its kids: texts, elements, and for an annotation its description."""


class Reading(Struct, frozen=True):
    """What one file holds.

    Attributes:
        texts: (page, number of the marked content) → text. Pages count from 0.
        artifacts: (type of the artifact, text), in the order painted.
        stray: Text outside of all marked content.
    """

    pdf: pikepdf.Pdf
    texts: dict[tuple[int, int], str]
    artifacts: list[tuple[str, str]]
    stray: str

    @property
    def tree(self) -> Tree:
        tree = read_tree(self.pdf)
        assert tree is not None
        assert not tree.broken
        return self._element(tree.kids[0])

    def _element(self, element: Element) -> Tree:
        return element.role, tuple(self._kids(element))

    def _kids(self, element: Element) -> Iterator[Any]:
        texts: list[str] = []
        for kid in element.kids:
            if isinstance(kid, Marked):
                assert kid.page is not None
                texts.append(self.texts[kid.page - 1, kid.mcid])
                continue
            if texts:
                yield "".join(texts)
                texts = []
            yield self._description(kid) if isinstance(kid, Annotated) else self._element(kid)
        if texts:
            yield "".join(texts)

    def _description(self, kid: Annotated) -> str:
        assert kid.target is not None
        return str(self.pdf.get_object(*kid.target).Contents)


def read(data: bytes) -> Reading:
    pdf = pikepdf.open(BytesIO(data))
    pages = read_pages(pdf)
    for page in pages:
        assert page.broken == ()
        assert all(one.times == 1 for one in page.sequences.values())
    return Reading(
        pdf,
        {
            (page.number - 1, mcid): one.text
            for page in pages
            for (_, mcid), one in page.sequences.items()
        },
        [(one.kind, one.text) for page in pages for one in page.artifacts],
        "".join(page.stray for page in pages),
    )
