"""The parts of a manuscript in which numbers stand, in reading order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from briefing.errors import Location
from briefing.model.chart import Chart
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
    Manuscript,
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
from briefing.numbers.mentioned import Stretch
from briefing.provenance.charts import Drawn, drawn_in
from briefing.provenance.lines import Line, of_rival


class Part(NamedTuple):
    """Inlines in one piece.

    Attributes:
        around: What its numbers rest on where its own sentences do not say.
        drawn: The chart to which it belongs: its numbers may be values of that.
    """

    inlines: Sequence[Inline]
    role: Role = "text"
    around: tuple[Origin, ...] = ()
    drawn: Drawn | None = None

    def rests_on(self, text: str, number: Stretch, run: Location) -> tuple[Origin, ...]:
        """Give what a number rests on where its own sentence does not say."""
        if self.around or self.drawn is None:
            return self.around
        # What the product says of a chart, such as which years its figures are of, has its place.
        is_own = run == self.drawn.figure.where
        return self.drawn.said(text, number) or (self.drawn.every if is_own else ())


def parts_of(manuscript: Manuscript) -> Iterator[Part | Drawn]:
    """Go through the text, and what is drawn in it, in reading order.

    Notes, listings and sheets hold nothing that is traced.
    """
    return _Walk(manuscript.charts).blocks(manuscript.blocks)


class _Walk:
    """A walk through blocks, which knows what it has seen drawn."""

    def __init__(self, charts: Mapping[str, Chart]) -> None:
        self._charts = charts
        self._drawn: dict[str, Drawn] = {}

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Part | Drawn]:
        """Go through blocks, and those in them."""
        for block in blocks:
            yield from self._parts(block)

    def _parts(self, block: Block) -> Iterator[Part | Drawn]:
        match block:
            case Heading(children=children):
                yield Part(children, "heading")
            case Paragraph(children=children):
                yield Part(children)
            case ListBlock(items=items):
                yield from self.blocks(inner for item in items for inner in item.blocks)
            case DefinitionList(items=definitions):
                for definition in definitions:
                    yield Part(definition.term)
                    yield from self.blocks(definition.blocks)
            case Quote() | Box() | Columns() | FrontMatter():
                yield from self.blocks(block.blocks)
            case OptionalBlock(block=inner):
                yield from self._parts(inner)
            case Section(title=title, blocks=blocks):
                yield Part(title, "heading")
                yield from self.blocks(blocks)
            case TableBlock():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Picture(title=title, note=note):
                yield Part(title, "caption")
                yield Part(note, "caption")
            case Sheet() | Listing():
                pass
            case _:
                assert_never(block)

    def _figure(self, figure: Figure) -> Iterator[Part | Drawn]:
        """A chart's words rest on what they cite, or say a value of it.

        What other sources give stands among its sources.
        """
        drawn = drawn_in(figure, self._charts[figure.chart])
        self._drawn[figure.chart] = drawn
        yield Part(figure.title, "caption", drawn=drawn)
        yield Part(figure.subtitle, "caption", drawn=drawn)
        yield drawn
        yield Part(figure.note, "caption", drawn=drawn)
        rivals = (one for each in figure.readings for one in each.rivals if one.said)
        for rival in dict.fromkeys(rivals):
            yield Part((Text(rival.said, rival.where),), "caption", (of_rival(rival),))

    def _table(self, table: TableBlock) -> Iterator[Part]:
        """A cell rests on what its row cites, else on its column's head, else on title and note.

        One of a table that repeats a chart rests on what that does.
        """
        drawn = self._drawn.get(table.repeats)
        if drawn is not None:
            # Its caption, which is the figure's, stands in the file where its cells do.
            yield Part((Text("", table.where),), "caption")
        yield Part(table.title, "caption", Line(table.note).cites())
        whole = (*Line(table.title).cites(), *Line(table.note).cites())
        columns: dict[int, tuple[Origin, ...]] = {}
        for row in table.head:
            for at, cell in _standing(row):
                yield Part(cell.children, "table", whole, drawn)
                cited = Line(cell.children).cites()
                for over in range(at, at + cell.columns):
                    columns[over] = columns.get(over, ()) + cited
        for row in table.rows:
            own = tuple(one for cell in row.own for one in Line(cell.children).cites())
            for at, cell in _standing(row):
                yield Part(cell.children, "table", own or columns.get(at, ()) or whole, drawn)
        yield Part(table.note, "caption", whole, drawn)


def _standing(row: Row) -> Iterator[tuple[int, Cell]]:
    return ((at, cell) for at, cell in enumerate(row.cells) if cell is not None)
