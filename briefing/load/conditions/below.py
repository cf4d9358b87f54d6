"""Conditions of headings, which hold for everything below them.

A heading that is withheld alone would leave its text under another one. So every block below a
heading, up to the next of the same or a higher level, gets the conditions of the heading besides
its own. What begins a part of its own ends it like a heading of level 1.
"""

from collections.abc import Collection
from operator import is_
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from briefing.load.conditions import Grounds
from briefing.model.prose import (
    ALWAYS,
    Block,
    Box,
    Columns,
    Conditions,
    Definition,
    DefinitionList,
    FrontMatter,
    Heading,
    ListBlock,
    Listing,
    ListItem,
    Placement,
    Quote,
    Sheet,
)

_GROUPS = (Box, Columns, FrontMatter, Quote, Sheet)
_WITHOUT_HEADING = ("credits", "imprint")  # of the listings

Item = TypeVar("Item", ListItem, Definition)


class Below(NamedTuple):
    """Hands the conditions of headings down.

    Attributes:
        titled: The sections that have a title.
        grounds: Conditions are joined by them.
    """

    titled: Collection[str]
    grounds: Grounds

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Give blocks with the conditions of the headings above them; the same if none has any."""
        made: list[Block] = []
        above: list[tuple[int, Conditions]] = []
        for block in blocks:
            level = level_of(block, self.titled)
            while above and 0 < level <= above[-1][0]:
                above.pop()
            inner = self._inside(block)
            own = block.attributes.conditions
            if above:
                conditions = own
                for _, one in above:
                    conditions = self.grounds.both(one, conditions)
                attributes = replace(inner.attributes, conditions=conditions)
                inner = replace(inner, attributes=attributes)
            if own is not ALWAYS and isinstance(block, Heading):
                above.append((level, own))
            made.append(inner)
        same = all(map(is_, made, blocks))
        return blocks if same else tuple(made)

    def _inside(self, block: Block) -> Block:
        """Give a block, with what stands in it treated likewise."""
        if isinstance(block, _GROUPS):
            inner = self.blocks(block.blocks)
            return block if inner is block.blocks else replace(block, blocks=inner)
        if isinstance(block, ListBlock):
            items = self._items(block.items)
            return block if items is block.items else replace(block, items=items)
        if isinstance(block, DefinitionList):
            terms = self._items(block.items)
            return block if terms is block.items else replace(block, items=terms)
        return block

    def _items(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        made = []
        for item in items:
            inner = self.blocks(item.blocks)
            made.append(item if inner is item.blocks else replace(item, blocks=inner))
        return items if all(map(is_, made, items)) else tuple(made)


def level_of(block: Block, titled: Collection[str]) -> int:
    """Give the level of the heading that a block begins with, 0 for none.

    Args:
        block: Of a section or document, or inside a group of blocks.
        titled: The sections that have a title.
    """
    match block:
        case Heading(level=level):
            return level
        case Placement(kind="section", id=name):
            return 1 if name in titled else 0
        case Sheet() | FrontMatter():
            return 1
        case Listing(kind=kind):
            return 0 if kind in _WITHOUT_HEADING else 1
    return 0
