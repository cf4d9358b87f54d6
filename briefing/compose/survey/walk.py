"""What stands in what: ways through a manuscript in reading order."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from briefing.model.manuscript import (
    Abbreviation,
    Block,
    Box,
    Citation,
    Columns,
    Definition,
    DefinitionList,
    Emphasis,
    Figure,
    Footnote,
    FrontMatter,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Listing,
    ListItem,
    OptionalBlock,
    Paragraph,
    Picture,
    Quantity,
    Quote,
    Reference,
    Section,
    Sheet,
    Span,
    Strong,
    TableBlock,
    Text,
)

Inlines = tuple[Inline, ...]


def blocks_in(block: Block) -> Iterable[Block]:
    """List the blocks that stand directly in a block, in reading order."""
    match block:
        case ListBlock(items=items):
            return _flat(items)
        case DefinitionList(items=definitions):
            return _flat(definitions)
        case OptionalBlock(block=inner):
            return (inner,)
        case Section() | Box() | Quote() | Columns() | Sheet() | FrontMatter():
            return block.blocks
        case Heading() | Paragraph() | TableBlock() | Figure() | Picture() | Listing():
            return ()
        case _:
            assert_never(block)


def _flat(items: Iterable[ListItem | Definition]) -> tuple[Block, ...]:
    return tuple(block for item in items for block in item.blocks)


def unwrapped(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give blocks as they are when none of them may be left out any more."""
    return tuple(_inner(block) for block in blocks)


def _inner(block: Block) -> Block:
    return _inner(block.block) if isinstance(block, OptionalBlock) else block


def words_of(block: Block) -> Iterator[Inlines]:
    """Go through the words of a block itself, without those of the blocks in it."""
    match block:
        case Heading(children=children) | Paragraph(children=children):
            yield children
        case DefinitionList(items=items):
            for item in items:
                yield item.term
        case TableBlock(title=title, head=head, rows=rows, note=note):
            yield title
            for row in (*head, *rows):
                for cell in row.own:
                    yield cell.children
            yield note
        case Figure(title=title, subtitle=subtitle, note=note):
            yield from (title, subtitle, note)
        case Picture(title=title, note=note):
            yield from (title, note)
        case Section(title=title):
            yield title
        case ListBlock() | Quote() | Box() | Columns() | Sheet():
            pass
        case FrontMatter() | Listing() | OptionalBlock():
            pass
        case _:
            assert_never(block)


def spread(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Go through inlines and all that is in them, notes included."""
    for inline in inlines:
        yield inline
        match inline:
            case Emphasis() | Strong() | Link() | Span() | Footnote():
                yield from spread(inline.children)
            case _:
                pass


def is_noted(inlines: Iterable[Inline]) -> bool:
    """Tell whether a note is called in these words."""
    return any(isinstance(one, (Citation, Footnote, Quantity)) for one in spread(inlines))


_NO_LABELS: Mapping[str, str] = {}


def plain(inlines: Iterable[Inline], labels: Mapping[str, str] = _NO_LABELS) -> str:
    """Only the words, without notes; abbreviations stay short.

    Args:
        inlines: With anything in them.
        labels: What references say, by id; they say nothing without.
    """
    words: list[str] = []
    for child in inlines:
        match child:
            case Text(text=text) | Quantity(text=text):
                words.append(text)
            case LineBreak():
                words.append(" ")
            case Emphasis(children=children) | Strong(children=children):
                words.append(plain(children, labels))
            case Link(children=children) | Span(children=children):
                words.append(plain(children, labels))
            case Citation() | Footnote():
                pass
            case Abbreviation(short=short):
                words.append(short)
            case Reference(target=target):
                words.append(labels.get(target, ""))
            case _:
                assert_never(child)
    return "".join(words)
