"""The text chosen and worded for one audience, country and language.

Made by `tailor`, read by `charts` and `compose`. What is withheld is not in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, assert_never

from msgspec import Struct

from briefing.errors import Diagnostic, Location
from briefing.model.chart import Chart, Sketch
from briefing.model.content import (
    Audience,
    Edition,
    Licence,
    Publisher,
)
from briefing.model.country import Place, Reading
from briefing.model.drawing import Drawing
from briefing.model.prose import (
    Align,
    BoxKind,
    Citation,
    CitedWork,
    LineBreak,
    ListingKind,
    Position,
    Reference,
    SheetKind,
    Text,
    Width,
)
from briefing.model.source import Source

# --- inlines; Text, Citation, LineBreak and Reference are those of the content -------------------


class Emphasis(Struct, frozen=True):
    """Stressed words, set in italics."""

    children: tuple["Inline", ...]


class Strong(Struct, frozen=True):
    """Important words, set in bold."""

    children: tuple["Inline", ...]


class Link(Struct, frozen=True):
    """Words that lead to an address, or to a heading of the same document (``#id``)."""

    target: str
    children: tuple["Inline", ...]
    where: Location


class Span(Struct, frozen=True):
    """Words in another language, or of a class that the style knows."""

    children: tuple["Inline", ...]
    classes: tuple[str, ...]
    language: str | None


class Quantity(Struct, frozen=True):
    """A reading in words, or what follows from several; `compose` gives it its note.

    Attributes:
        further: All other readings that the words are computed from, in order.
    """

    text: str
    reading: Reading
    where: Location
    further: tuple[Reading, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All that it rests on."""
        return (self.reading, *self.further) if self.further else (self.reading,)


class Footnote(Struct, frozen=True):
    """A note in the author's own words."""

    children: tuple["Inline", ...]
    where: Location


class Abbreviation(Struct, frozen=True):
    """A short form; where it comes first in a document, `compose` prints what it stands for."""

    short: str
    long: str
    where: Location


Inline = (
    Text | Emphasis | Strong | Link | Span | Quantity | Citation | Footnote | LineBreak
    | Abbreviation | Reference
)  # fmt: skip

# --- blocks ------------------------------------------------------------------------------------


class Heading(Struct, frozen=True):
    """A heading inside a section; `level` counts from 2, in a sheet from 1.

    An ``unlisted`` one is in no table of contents.
    """

    level: int
    children: tuple[Inline, ...]
    id: str
    where: Location
    classes: tuple[str, ...] = ()


class Paragraph(Struct, frozen=True):
    """One paragraph; `classes` are those the author gave it."""

    children: tuple[Inline, ...]
    classes: tuple[str, ...]
    where: Location


class ListItem(Struct, frozen=True):
    """One item of a list, never empty."""

    blocks: tuple["Block", ...]


class ListBlock(Struct, frozen=True):
    """A list of at least one item; `start` is the number of the first, None for bullets."""

    start: int | None
    items: tuple[ListItem, ...]
    classes: tuple[str, ...]


class Definition(Struct, frozen=True):
    """A term and what is said of it."""

    term: tuple[Inline, ...]
    blocks: tuple["Block", ...]


class DefinitionList(Struct, frozen=True):
    """Terms with their explanations; never empty."""

    items: tuple[Definition, ...]


class Quote(Struct, frozen=True):
    """A block quotation."""

    blocks: tuple["Block", ...]


class Cell(Struct, frozen=True):
    """One cell of a table; it takes so many columns and rows, its own included.

    Attributes:
        sketch: The id of a small drawing of the manuscript before its words; empty for none.
    """

    children: tuple[Inline, ...] = ()
    columns: int = 1
    rows: int = 1
    sketch: str = ""


class Row(Struct, frozen=True):
    """One row, None where another cell reaches; a highlighted row is picked out."""

    cells: tuple[Cell | None, ...]
    highlighted: bool = False

    @property
    def own(self) -> tuple[Cell, ...]:
        """The cells that begin in it."""
        return tuple([cell for cell in self.cells if cell is not None])


class TableBlock(Struct, frozen=True):
    """A table; every row has as many cells as `align`.

    Attributes:
        head: At least one row; no cell reaches from here into `rows`.
        row_heads: The first column names the rows.
        repeats: The id of the figure whose figures it holds, right behind it; empty for a table
            of its own. It has no title: `compose` gives it one.
    """

    id: str
    title: tuple[Inline, ...]
    align: tuple[Align, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    row_heads: bool
    note: tuple[Inline, ...]
    where: Location
    position: Position = "here"
    repeats: str = ""


class Label(Struct, frozen=True):
    """Words that an author put into a drawing.

    Attributes:
        works: Those that they are taken from, with what they stand at.
        value: Of a line to compare with whose number was given, and is taken from these too.
    """

    text: str
    where: Location
    works: tuple[CitedWork, ...] = ()
    value: float | None = None


class Figure(Struct, frozen=True):
    """A chart with the text around it.

    Attributes:
        chart: The id of a chart of the manuscript.
        readings: Those that are drawn, in order; their sources are printed below.
        works: Those that figures or events of the chart's own are taken from, likewise.
        labels: What is written in it besides names and figures; its works are printed likewise.
    """

    chart: str
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    note: tuple[Inline, ...]
    readings: tuple[Reading, ...]
    where: Location
    id: str = ""
    position: Position = "here"
    works: tuple[CitedWork, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def cited(self) -> tuple[CitedWork, ...]:
        """All works that it is taken from, each place in them once."""
        every = (*self.works, *(work for label in self.labels for work in label.works))
        places: dict[tuple[str, str], CitedWork] = {}
        for work in every:
            places.setdefault((work.key, work.locator), work)
        return tuple(places.values())


class Picture(Struct, frozen=True):
    """A picture from a file, with the text around it.

    Attributes:
        image: As in its file, neither scaled nor described: its `alt` is empty.
        alt: What it shows; empty for an ornament.
        is_code: Whether it is a QR code, whose image is as small as can be read.
    """

    id: str
    image: Drawing
    alt: str
    title: tuple[Inline, ...]
    note: tuple[Inline, ...]
    credit: tuple[Inline, ...]
    span: Width
    position: Position
    beside: bool
    where: Location
    is_code: bool = False


class Box(Struct, frozen=True):
    """A group of blocks, set apart; of the class ``beside``, text runs round it."""

    kind: BoxKind
    blocks: tuple["Block", ...]
    where: Location
    classes: tuple[str, ...] = ()


class Columns(Struct, frozen=True):
    """Blocks in columns of their own; one column is the whole measure."""

    count: int
    blocks: tuple["Block", ...]
    where: Location


class Sheet(Struct, frozen=True):
    """A page of its own; its headings of level 1 are the title, of level 2 the subtitle."""

    kind: SheetKind
    picture: Picture | None
    blocks: tuple["Block", ...]
    where: Location


class FrontMatter(Struct, frozen=True):
    """What stands before the text, on pages with Roman numbers."""

    blocks: tuple["Block", ...]
    where: Location


class Listing(Struct, frozen=True):
    """Something gathered from the whole document.

    Attributes:
        depth: How many levels of headings the contents list.
    """

    kind: ListingKind
    depth: int
    where: Location


class OptionalBlock(Struct, frozen=True):
    """A block that is left out where a document has too many pages, the greatest rank first.

    Attributes:
        what: As in an omission, such as ``chart 'water'``.
        number: Tells it from the other optional blocks of the brief.
    """

    rank: int
    block: "Block"
    what: str
    where: Location
    number: int = 0


class Section(Struct, frozen=True):
    """A part with a heading of level 1; `title` is empty where it has none.

    Attributes:
        short: The title for running heads, empty where it is the title itself.
    """

    id: str
    title: tuple[Inline, ...]
    blocks: tuple["Block", ...]
    where: Location
    short: tuple[Inline, ...] = ()


Block = (
    Heading | Paragraph | ListBlock | DefinitionList | Quote | TableBlock | Figure | Picture | Box
    | Columns | Sheet | FrontMatter | Listing | OptionalBlock | Section
)  # fmt: skip

# --- the whole ---------------------------------------------------------------------------------

Reason = Literal[
    "audience", "marking", "country", "language", "date", "condition", "no data", "empty", "pages",
    "rule",
]  # fmt: skip
"""``date`` is that of the edition, ``rule`` the Chatham House Rule.

``audience`` is also that of an ``if`` which other audiences meet.
"""

WITHHOLDING: frozenset[str] = frozenset(["audience", "marking", "rule"])
"""The reasons for which readers may not see an item at all."""


class Omission(Struct, frozen=True):
    """An item that was left out, and by which rule; for the author, never for the file.

    Attributes:
        what: Such as ``section 'threats'`` or ``paragraph``.
        detail: Such as ``no reading of gti-rank for TKM``.
    """

    where: Location
    what: str
    reason: Reason
    detail: str


class Measure(Struct, frozen=True):
    """What readings are of.

    Attributes:
        unit: As it stands in the head of a table.
        definition: Empty where there is none.
    """

    name: str
    unit: str
    definition: str = ""


class Passing(Struct, frozen=True):
    """What a brief has as long as any of some optional blocks is in it.

    Attributes:
        blocks: Their numbers.
        highest: The highest marking, by its place among the project's.
        sources: Keys of those that are cited.
    """

    blocks: frozenset[int]
    highest: int
    sources: frozenset[str]


class Lasting(Struct, frozen=True):
    """What a brief has whichever optional blocks go, and what goes with them.

    Attributes:
        markings: The project's, from the most open to the most closed.
        highest: The highest of what stays, by its place among them.
        sources: Keys of those that are cited there.
    """

    markings: tuple[str, ...]
    highest: int
    sources: frozenset[str]
    passing: tuple[Passing, ...]


class Manuscript(Struct, frozen=True):
    """Everything that one brief says.

    Attributes:
        title: Worded, as plain text.
        sources: Those that are cited, by key.
        charts: Those that are placed, by id.
        sketches: Small drawings in the cells of tables, likewise.
        place: None for a document that is made once.
        marking: The highest marking of what is included.
        scheme: Whose markings these are: the Traffic Light Protocol's, or the project's own.
        is_open: The marking is the most open there is.
        marks_open: Such a marking is printed too.
        watermark: The author's word for what stands behind every page; empty for none.
        embargo: The first day on which it may be published, as ISO 8601; empty for none.
        recipient: Whose copy it is; empty for anyone's.
        least_pages: The finished file has at least this many.
        most_pages: And at most this many, None for any number.
        credit: The work the content is drawn from.
        identifiers: Such as ``doi:10.1234/abc``.
        key: Tells it from all other briefs of all projects, and is the same in each edition.
        citations: The citation style of its notes: the name of a packaged one, or the text of a CSL
            file.
        lasting: Of markings and sources; None where no block is optional.
    """

    document: str
    kind: str
    title: str
    subtitle: str
    language: str
    audience: Audience
    place: Place | None
    edition: Edition
    publisher: Publisher
    licence: Licence
    credit: tuple[Inline, ...]
    marking: str
    style: str
    least_pages: int
    most_pages: int | None
    blocks: tuple[Block, ...]
    sources: Mapping[str, Source]
    charts: Mapping[str, Chart]
    where: Location
    authors: tuple[str, ...] = ()
    sketches: Mapping[str, Sketch] = {}
    identifiers: tuple[str, ...] = ()
    key: str = ""
    scheme: Literal["tlp", "own"] = "own"
    is_open: bool = True
    marks_open: bool = False
    watermark: str = ""
    embargo: str = ""
    recipient: str = ""
    citations: str = "notes"
    measures: Mapping[str, Measure] = {}
    place_names: Mapping[str, str] = {}
    lasting: Lasting | None = None


class Tailored(Struct, frozen=True):
    """What `tailor` gives: the manuscript, and apart from it what it left out.

    Attributes:
        warnings: What breaks rules that the project has lowered, as far as only a brief can tell.
    """

    manuscript: Manuscript
    omitted: tuple[Omission, ...]
    warnings: tuple[Diagnostic, ...] = ()


def readings_in(manuscript: Manuscript) -> Iterator[Reading]:
    """Go through the readings that are printed or drawn, in reading order, with repeats."""
    yield from _in_blocks(manuscript.blocks)


def _in_blocks(blocks: Iterable[Block]) -> Iterator[Reading]:
    for block in blocks:
        match block:
            case Heading(children=children) | Paragraph(children=children):
                yield from _in_inlines(children)
            case ListBlock(items=items):
                for item in items:
                    yield from _in_blocks(item.blocks)
            case DefinitionList(items=definitions):
                for definition in definitions:
                    yield from _in_inlines(definition.term)
                    yield from _in_blocks(definition.blocks)
            case Quote(blocks=inner) | Box(blocks=inner) | Columns(blocks=inner):
                yield from _in_blocks(inner)
            case Sheet(blocks=inner) | FrontMatter(blocks=inner):
                yield from _in_blocks(inner)
            case OptionalBlock(block=block):
                yield from _in_blocks((block,))
            case Picture(title=title, note=note):
                yield from _in_inlines((*title, *note))
            case Listing():
                pass
            case Section(title=title, blocks=inner):
                yield from _in_inlines(title)
                yield from _in_blocks(inner)
            case TableBlock(title=title, head=head, rows=rows, note=note):
                yield from _in_inlines(title)
                for cell in (cell for row in (*head, *rows) for cell in row.own):
                    yield from _in_inlines(cell.children)
                yield from _in_inlines(note)
            case Figure(readings=readings, note=note):
                yield from readings
                yield from _in_inlines(note)
            case _:
                assert_never(block)


def _in_inlines(inlines: Iterable[Inline]) -> Iterator[Reading]:
    for inline in inlines:
        match inline:
            case Quantity():
                yield from inline.readings
            case Text() | Citation() | LineBreak() | Abbreviation() | Reference():
                pass
            case _:
                yield from _in_inlines(inline.children)


__all__ = [
    "Abbreviation", "Align", "Block", "Box", "BoxKind", "Cell", "Citation", "CitedWork", "Columns",
    "Definition", "DefinitionList", "Emphasis", "Figure", "Footnote", "FrontMatter", "Heading",
    "Inline", "Label", "LineBreak", "Link", "ListBlock", "ListItem", "Listing", "ListingKind",
    "Manuscript", "Omission", "OptionalBlock", "Paragraph", "Picture", "Position", "Quantity",
    "Quote", "Reason", "Reference", "Row", "Section", "Sheet", "SheetKind", "Span", "Strong",
    "TableBlock", "Tailored", "Text", "Width", "readings_in",
]  # fmt: skip
