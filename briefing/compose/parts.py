"""The parts of a long document: what comes before its text, the text, and what is behind it."""

from collections.abc import Sequence

from briefing.compose.paragraphs import Composed
from briefing.compose.survey.walk import unwrapped
from briefing.compose.text.pieces import Kid
from briefing.model.manuscript import Block, FrontMatter, Heading, Listing, Sheet
from briefing.model.structure import Node


def text_of(blocks: Sequence[Block]) -> tuple[int, int]:
    """Find where the text begins and ends between front matter and the listings at the end.

    Listings right behind a heading of the author belong to the text, where it names them.
    """
    bare = unwrapped(blocks)
    start, end = 0, len(bare)
    while start < end and isinstance(bare[start], (Sheet, FrontMatter)):
        start += 1
    while end > start and isinstance(bare[end - 1], Listing):
        end -= 1
    named = end > start and isinstance(bare[end - 1], Heading)
    return start, len(bare) if named else end


def is_parted(blocks: Sequence[Block]) -> bool:
    """Tell whether a document has parts: one with pages before its text, or a back cover."""
    return any(isinstance(block, (Sheet, FrontMatter)) for block in unwrapped(blocks))


def parted(parts: Sequence[Composed]) -> list[Kid]:
    """Put an element around each part that has any."""
    return [Node("Part", tuple(part.kids)) for part in parts if part.kids]
