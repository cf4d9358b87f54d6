"""Lists what must be described to those who cannot see it."""

from collections.abc import Iterator, Sequence

from briefing.audit.structure.content import PageContent
from briefing.audit.structure.elements import Element, Marked, Tree
from briefing.audit.values import Image

_Place = tuple[int | None, int, int]


def list_images(tree: Tree | None, pages: Sequence[PageContent]) -> tuple[Image, ...]:
    """The figures in reading order, then bitmaps outside of them; those of no meaning apart.

    What is marked as an artifact needs no words; a bitmap below any element that has an
    alternative is described by that.
    """
    figures: list[Image] = []
    owners: dict[_Place, str] = {}
    described: set[_Place] = set()
    for top in tree.kids if tree else ():
        for element, covered in _walk(top):
            if element.mapped == "Figure":
                figures.append(Image(element.page, _alternative(element), element.path))
            for kid in element.kids:
                if isinstance(kid, Marked):
                    owners[kid.page, kid.stream, kid.mcid] = element.path
                    if covered:
                        described.add((kid.page, kid.stream, kid.mcid))
    return (*figures, *_bitmaps(pages, owners, described))


def _walk(top: Element) -> Iterator[tuple[Element, bool]]:
    """All elements in reading order; with each, whether it is in a figure or described."""
    rest = [(top, False)]
    while rest:
        element, covered = rest.pop()
        covered = covered or element.mapped == "Figure" or _alternative(element) is not None
        yield element, covered
        rest += [(kid, covered) for kid in reversed(element.elements)]


def _alternative(element: Element) -> str | None:
    """The words that stand for an element; blank ones are none."""
    return next((said for said in (element.alt, element.actual) if said and said.strip()), None)


def _bitmaps(
    pages: Sequence[PageContent], owners: dict[_Place, str], described: set[_Place]
) -> Iterator[Image]:
    for page in pages:
        for (stream, mcid), sequence in page.sequences.items():
            place = page.number, stream, mcid
            if place not in described and sequence.within != "Artifact":
                for _ in range(sequence.images):
                    yield Image(page.number, None, owners.get(place, ""))
        for _ in range(page.stray_images):
            yield Image(page.number, None)
