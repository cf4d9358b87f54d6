"""The parts of a manuscript in which numbers stand, in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, assert_never

from briefing.model.manuscript import (
    Block,
    Box,
    Cell,
    Columns,
    DefinitionList,
    Figure,
    FrontMatter,
    Heading,
    Inline,
    ListBlock,
    Listing,
    OptionalBlock,
    Paragraph,
    Picture,
    Quote,
    Row,
    Section,
    Sheet,
    TableBlock,
    Text,
)
from briefing.model.provenance import Origin, Role
from briefing.provenance.lines import Line, of_reading, of_rival, of_works


class Part(NamedTuple):
    """Inlines in one piece.

    Attributes:
        around: What its numbers rest on where its own sentences do not say.
        figure: Drawn behind it.
    """

    inlines: Sequence[Inline]
    role: Role = "text"
    around: tuple[Origin, ...] = ()
    figure: Figure | None = None


def parts_of(blocks: Iterable[Block]) -> Iterator[Part]:
    """Go through blocks; notes, listings and sheets hold nothing that is traced."""
    for block in blocks:
        yield from _parts(block)


def _parts(block: Block) -> Iterator[Part]:
    match block:
        case Heading(children=children):
            yield Part(children, "heading")
        case Paragraph(children=children):
            yield Part(children)
        case ListBlock(items=items):
            yield from parts_of(inner for item in items for inner in item.blocks)
        case DefinitionList(items=definitions):
            for definition in definitions:
                yield Part(definition.term)
                yield from parts_of(definition.blocks)
        case Quote() | Box() | Columns() | FrontMatter():
            yield from parts_of(block.blocks)
        case OptionalBlock(block=inner):
            yield from _parts(inner)
        case Section(title=title, blocks=blocks):
            yield Part(title, "heading")
            yield from parts_of(blocks)
        case TableBlock():
            yield from _table(block)
        case Figure():
            yield from _figure(block)
        case Picture(title=title, note=note):
            yield Part(title, "caption")
            yield Part(note, "caption")
        case Sheet() | Listing():
            pass
        case _:
            assert_never(block)


def _figure(figure: Figure) -> Iterator[Part]:
    """A chart's words rest on what it draws, unless they cite something themselves.

    What other sources give stands among its sources.
    """
    around = (*map(of_reading, figure.readings), *of_works(figure.works))
    yield Part(figure.title, "caption", around)
    yield Part(figure.subtitle, "caption", around, figure)
    yield Part(figure.note, "caption", around)
    for rival in dict.fromkeys(one for each in figure.readings for one in each.rivals if one.said):
        yield Part((Text(rival.said, rival.where),), "caption", (of_rival(rival),))


def _table(table: TableBlock) -> Iterator[Part]:
    """A cell rests on what its row cites, else on its column's head, else on title and note."""
    yield Part(table.title, "caption", Line(table.note).cites())
    whole = (*Line(table.title).cites(), *Line(table.note).cites())
    columns: dict[int, tuple[Origin, ...]] = {}
    for row in table.head:
        for at, cell in _standing(row):
            yield Part(cell.children, "table", whole)
            cited = Line(cell.children).cites()
            for over in range(at, at + cell.columns):
                columns[over] = columns.get(over, ()) + cited
    for row in table.rows:
        own = tuple(one for cell in row.own for one in Line(cell.children).cites())
        for at, cell in _standing(row):
            yield Part(cell.children, "table", own or columns.get(at, ()) or whole)
    yield Part(table.note, "caption", whole)


def _standing(row: Row) -> Iterator[tuple[int, Cell]]:
    return ((at, cell) for at, cell in enumerate(row.cells) if cell is not None)
