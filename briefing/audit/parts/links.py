"""Lists the links of a file: what is read for each, and where it leads."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.audit.structure.content import PageContent
from briefing.audit.structure.elements import Annotated, Element, Key, Tree
from briefing.audit.structure.jumps import Jump
from briefing.audit.structure.reading import text_of
from briefing.audit.values import Link


def list_links(
    jumps: Mapping[Key, Jump], tree: Tree | None, pages: Sequence[PageContent]
) -> tuple[Link, ...]:
    """All links in the order of pages; what several annotations make together is one link."""
    owners = dict(_owned(tree)) if tree else {}
    texts: dict[Key, str] = {}
    links: dict[object, Link] = {}
    for key, jump in jumps.items():
        owner = owners.get(key)
        if owner is not None and owner.key not in texts:
            texts[owner.key] = " ".join(text_of(owner, pages).split())
        link = Link(
            text=texts[owner.key] if owner else "",
            description=jump.description,
            target=jump.target,
            page=jump.page,
            tagged=owner is not None,
        )
        links.setdefault((owner.key, link) if owner else key, link)
    return tuple(links.values())


def _owned(tree: Tree) -> Iterator[tuple[Key, Element]]:
    """Annotation → the element that it stands in."""
    for element in tree.walk():
        for kid in element.kids:
            if isinstance(kid, Annotated) and kid.target is not None:
                yield kid.target, element
