"""Conditions of headings, which hold for everything below them.

A heading that is withheld alone would leave its text under another one. So every block below a
heading, up to the next of the same or a higher level, gets the conditions of the heading besides
its own. What begins a part of its own ends it like a heading of level 1.
"""

from collections.abc import Collection, Mapping, Sequence
from operator import is_
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from briefing.load.readers import common, expanded
from briefing.model.country import Place
from briefing.model.prose import (
    ALWAYS,
    Block,
    Box,
    Columns,
    Conditions,
    Definition,
    DefinitionList,
    Expression,
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
        places: Countries and regions by key.
        markings: From open to closed.
        default: The marking of whatever carries none.
    """

    titled: Collection[str]
    places: Mapping[str, Place]
    markings: Sequence[str]
    default: str

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Give blocks with the conditions of the headings above them; the same if none has any."""
        made: list[Block] = []
        above: list[tuple[int, Conditions]] = []
        for block in blocks:
            level = self._level(block)
            while above and 0 < level <= above[-1][0]:
                above.pop()
            inner = self._inside(block)
            own = block.attributes.conditions
            if above:
                conditions = own
                for _, one in above:
                    conditions = self.both(one, conditions)
                attributes = replace(inner.attributes, conditions=conditions)
                inner = replace(inner, attributes=attributes)
            if own is not ALWAYS and isinstance(block, Heading):
                above.append((level, own))
            made.append(inner)
        same = all(map(is_, made, blocks))
        return blocks if same else tuple(made)

    def both(self, above: Conditions, own: Conditions) -> Conditions:
        """Give the conditions of a block, with those of a heading above it."""
        countries = common(
            expanded(above.countries, self.places), expanded(own.countries, self.places)
        )
        return Conditions(
            audiences=common(above.audiences, own.audiences),
            countries=countries,
            languages=common(above.languages, own.languages),
            marking=self._marking(above.marking, own.marking),
            when=_both_hold(above.when, own.when),
        )

    def _marking(self, above: str | None, own: str | None) -> str | None:
        """Give the more closed of two markings."""
        if above is None:
            return own
        return max(above, own or self.default, key=self._rank)

    def _rank(self, marking: str) -> int:
        return self.markings.index(marking) if marking in self.markings else -1

    def _level(self, block: Block) -> int:
        """Give the level of the heading that a block begins with, 0 for none."""
        match block:
            case Heading(level=level):
                return level
            case Placement(kind="section", id=name):
                return 1 if name in self.titled else 0
            case Sheet() | FrontMatter():
                return 1
            case Listing(kind=kind):
                return 0 if kind in _WITHOUT_HEADING else 1
        return 0

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


def _both_hold(above: Expression | None, own: Expression | None) -> Expression | None:
    if above is None or own is None:
        return above or own
    return Expression(f"({above.source}) and ({own.source})", own.where)
