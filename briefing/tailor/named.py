"""What blocks are called in remarks to authors, and the ids that references may lead to."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from briefing.model.prose import (
    Block,
    Box,
    Citation,
    Columns,
    DefinitionList,
    Footnote,
    FrontMatter,
    Heading,
    ListBlock,
    Listing,
    Paragraph,
    Placement,
    Quote,
    Sheet,
    Span,
    TableBlock,
)


def ids_in(blocks: Sequence[Block]) -> Iterator[str]:
    """List the ids that a reference may lead to, without those of placed files."""
    for block in blocks:
        match block:
            case Heading() | TableBlock():
                if block.attributes.id:
                    yield block.attributes.id
            case Box() | Quote() | Columns() | Sheet() | FrontMatter():
                yield from ids_in(block.blocks)
            case ListBlock(items=items):
                for item in items:
                    yield from ids_in(item.blocks)
            case DefinitionList(items=definitions):
                for definition in definitions:
                    yield from ids_in(definition.blocks)
            case Paragraph() | Placement() | Listing():
                pass
            case _:
                assert_never(block)


def name_of(block: Block) -> str:
    """Say what a block is, such as ``chart 'water'``."""
    match block:
        case Placement(kind=kind, id=name):
            return f"{kind} {name!r}"
        case Box(kind="box") | Box(kind="pull-quote"):
            return block.kind
        case Box(kind=kind):
            return f"box of {kind}"
        case Sheet(kind=kind):
            return kind
        case Listing(kind=kind):
            return f"listing of {kind}" if kind != "contents" else kind
        case _:
            return _NAMES[type(block)]


def name_of_words(item: Span | Footnote | Citation) -> str:
    """Say what stands among words; a span that only gives conditions to a note is that note."""
    match item:
        case Footnote():
            return "note"
        case Citation(works=works):
            return f"citation of {', '.join([work.key for work in works])}"
        case Span():
            held = held_by(item)
            return "words" if held is None else name_of_words(held)


def held_by(span: Span) -> Footnote | Citation | None:
    """Give the note or citation whose conditions stand right behind it."""
    match span.children:
        case (Footnote() | Citation() as held,) if held.where == span.where:
            return held
        case _:
            return None


_NAMES: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    ListBlock: "list",
    DefinitionList: "list of definitions",
    Quote: "quotation",
    TableBlock: "table",
    Columns: "columns",
    FrontMatter: "front matter",
}
