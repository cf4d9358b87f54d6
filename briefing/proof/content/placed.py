"""What is placed nowhere but inside of what is withheld, in whatever document."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from briefing.model.content import Content
from briefing.model.prose import (
    Block,
    Box,
    Columns,
    DefinitionList,
    FrontMatter,
    Heading,
    ListBlock,
    Listing,
    Paragraph,
    Placement,
    Quote,
    Sheet,
    TableBlock,
)
from briefing.proof.content.gathered import View
from briefing.proof.content.seeing import Seeing

Placed = tuple[str, str]
"""The kind of what has a file of its own, and its name."""

_Edge = tuple[Placed, bool]
"""What is placed, and whether the place is withheld."""


def kept_inside(content: Content, seeing: Seeing) -> frozenset[Placed]:
    """Name what no document or section places but inside of what is withheld.

    What is placed nowhere at all stands for itself, and so do sections that nothing places.

    Args:
        content: Of the project.
        seeing: The readers' eyes.
    """
    edges = {
        key: list(_in(section.blocks, seeing.section(View(), section), seeing))
        for key, section in content.sections.items()
    }
    roots = [
        edge
        for document in content.documents.values()
        for edge in _in(document.blocks, seeing.enter(View(), document.conditions), seeing)
    ]
    placed = {placed for several in (roots, *edges.values()) for placed, _ in several}
    waiting = roots
    for key, found in edges.items():
        if ("section", key) not in placed:
            waiting += found
    reached: set[Placed] = set()
    while waiting:
        one, is_withheld = waiting.pop()
        if is_withheld or one in reached:
            continue
        reached.add(one)
        if one[0] == "section":
            waiting += edges[one[1]]
    return frozenset(placed - reached)


def _in(blocks: Sequence[Block], view: View, seeing: Seeing) -> Iterator[_Edge]:
    for block in blocks:
        inner = seeing.enter(view, block.attributes.conditions)
        match block:
            case Placement(kind=kind, id=name):
                yield (kind, name), inner.withheld
            case ListBlock(items=items) | DefinitionList(items=items):
                for item in items:
                    of_item = seeing.enter(inner, item.attributes.conditions)
                    yield from _in(item.blocks, of_item, seeing)
            case Quote() | Box() | Columns() | FrontMatter():
                yield from _in(block.blocks, inner, seeing)
            case Sheet(picture=picture, blocks=within):
                if picture:
                    yield ("picture", picture), inner.withheld
                yield from _in(within, inner, seeing)
            case Heading() | Paragraph() | TableBlock() | Listing():
                pass  # nothing is placed in them
            case _:
                assert_never(block)
