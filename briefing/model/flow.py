"""What is to be set, in reading order: numbered, cited, styled, and tied to its structure.

Made by `compose`, read by `layout`. Every decision about words is taken; none about place.
"""

from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.model.drawing import Drawing
from briefing.model.structure import Leaf, Node
from briefing.model.style import (
    BoxStyle,
    Colour,
    ParagraphStyle,
    SheetStyle,
    Style,
    TableStyle,
    TextStyle,
)
from briefing.units import Pt

Field = Literal["page", "pages", "mark", "page-of"]
"""What only layout can know: the label of the page it stands on, the number of pages, the mark of
the page (`ParagraphItem.mark`; in running heads and feet only), and the label of the page on which
an anchor lies (`Run.target`)."""


class Run(Struct, frozen=True):
    """Words of one look.

    Attributes:
        leaf: The leaf of the structure that it paints; None in running heads and feet, and for a
            line break.
        language: BCP 47, for hyphenation.
        link: The number of a link in `Flow.links`.
        note: The number of a note in `Flow.notes` whose marker this run is; it is set on the
            same line as the word before it.
        field: The text is filled in when pages are known; `text` is then a stand-in as wide as
            what is expected.
        where: The place of its first character, for a message about a missing glyph.
        target: The anchor that a ``page-of`` field asks for.
    """

    text: str
    style: TextStyle
    leaf: Leaf | None
    language: str
    link: int | None = None
    note: int | None = None
    field: Field | None = None
    where: Location | None = None
    target: str = ""


class ParagraphItem(Struct, frozen=True):
    """A paragraph; a line break is a run of one line feed.

    Attributes:
        label: Set in the indent before the first line: a list's number or bullet.
        anchor: A name that links and the outline can lead to.
        mark: What the running head says from here on.
        end: Set at the right edge of the last line, behind a row of dots (an artifact): the page
            number of an entry of the contents. No other line reaches as far to the right.
    """

    runs: tuple[Run, ...]
    style: ParagraphStyle
    label: tuple[Run, ...] = ()
    anchor: str = ""
    mark: str = ""
    end: tuple[Run, ...] = ()


class DrawingItem(Struct, frozen=True):
    """A picture, as wide as the place it stands in or narrower, never rescaled.

    Attributes:
        leaf: None for an ornament, which is an artifact.
    """

    drawing: Drawing
    leaf: Leaf | None
    space_before: Pt
    space_after: Pt


class GroupItem(Struct, frozen=True):
    """Items that stay on one page, such as a chart with its title and its source.

    Attributes:
        rule: Colour of a hairline above it, across its width; None for none.
    """

    items: tuple["Item", ...]
    space_before: Pt
    space_after: Pt
    anchor: str = ""
    rule: Colour | None = None


class GridItem(Struct, frozen=True):
    """Cells side by side in equal columns, row by row; a row is never broken.

    Attributes:
        rule: Colour of a hairline above each cell, None for none.
        gap_x: Between columns.
        gap_y: Between rows.
    """

    cells: tuple[tuple["Item", ...], ...]
    columns: int
    gap_x: Pt
    gap_y: Pt
    rule: Colour | None
    space_before: Pt
    space_after: Pt


class BoxItem(Struct, frozen=True):
    """Items on a ground of their own; it may break between its lines."""

    items: tuple["Item", ...]
    style: BoxStyle


class TableCell(Struct, frozen=True):
    """One cell.

    Attributes:
        columns: So many it takes, its own and those to the right.
        rows: Likewise, its own and those below; never of head and body both.
        decimal: Its decimal sign stands below those of the column's other such cells.
        drawing: Stands before the words, no higher than a line of them.
        leaf: Of the drawing; None where it is an artifact, as it says what the words say.
    """

    paragraph: ParagraphItem
    columns: int = 1
    rows: int = 1
    decimal: bool = False
    drawing: Drawing | None = None
    leaf: Leaf | None = None


class TableRow(Struct, frozen=True):
    """One row, as long as the table has columns; None where another cell reaches."""

    cells: tuple[TableCell | None, ...]
    highlighted: bool = False

    @property
    def own(self) -> tuple[TableCell, ...]:
        """The cells that begin in it."""
        return tuple([cell for cell in self.cells if cell is not None])


class TableItem(Struct, frozen=True):
    """A table; its columns' widths follow from what is in them.

    Attributes:
        head: Rows repeated at the top of every page it runs over (as artifacts).
        continued: Set above the repeated head, likewise; None for nothing.
        keep_with_next: What follows stands on the page of its last rows.
    """

    head: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    style: TableStyle
    continued: ParagraphItem | None = None
    keep_with_next: bool = False


class BandItem(Struct, frozen=True):
    """The title band: paragraphs on a ground that reaches the paper's edges, first on a page.

    A ground or accent that is None is not drawn.
    """

    items: tuple[ParagraphItem, ...]
    fill: Colour | None
    accent: Colour | None
    padding_top: Pt
    padding_bottom: Pt
    space_after: Pt


class BesideItem(Struct, frozen=True):
    """A box or picture beside the text: the paragraphs that follow run round it.

    It begins with the first line of what follows, and no page ends beside it. What is no
    paragraph begins below it.

    Attributes:
        item: Set in a place `width` wide.
        side: Of the text.
        gap: Between it and the text, at its side and below.
    """

    item: "Item"
    width: Pt
    side: Literal["left", "right"]
    gap: Pt


class FloatItem(Struct, frozen=True):
    """A figure or table that may move on, across all columns.

    It stands behind the paragraph that calls it, and goes to the top or foot of the page on which
    that ends, or of one of the next; floats stay in order. No note has its marker in it.

    Attributes:
        position: ``page`` gives it a page of its own.
        gap: Between it and the text.
    """

    item: "Item"
    position: Literal["top", "foot", "page"]
    gap: Pt


class ColumnsItem(Struct, frozen=True):
    """Items in columns of equal width, which come out as even as they can; top level only.

    What stands before and after it reaches across all columns.
    """

    items: tuple["Item", ...]
    count: int
    gap: Pt


PageNumbers = Literal["decimal", "roman", "none"]
"""How pages are labelled: 1, 2, 3; i, ii, iii; not at all."""


class BreakItem(Struct, frozen=True):
    """What follows begins a page; top level, or in columns, only.

    Attributes:
        side: ``right`` for an odd page: an empty one is put before it where there must be.
        numbers: Of this page and the following ones; None for as before.
        first: The number of this page; None to count on.
    """

    side: Literal["any", "right"] = "any"
    numbers: PageNumbers | None = None
    first: int | None = None


class SheetItem(Struct, frozen=True):
    """A page of its own up to the paper's edges: a cover. It has no label and no running lines.

    Attributes:
        picture: Fills the sheet's picture area, cut to it; an artifact where `leaf` is None.
        items: From `SheetStyle.text_top` down.
        last: At the foot of the sheet, above its bottom margin.
        anchor: Of the sheet.
    """

    items: tuple["Item", ...]
    last: tuple["Item", ...]
    picture: Drawing | None
    leaf: Leaf | None
    style: SheetStyle
    anchor: str = ""


Item = (
    ParagraphItem | DrawingItem | GroupItem | GridItem | BoxItem | TableItem | BandItem
    | BesideItem | FloatItem | ColumnsItem | BreakItem | SheetItem
)  # fmt: skip


class NoteItem(Struct, frozen=True):
    """A note, set at the foot of the page of its first marker; long ones run over.

    Attributes:
        anchor: The name its markers lead to.
    """

    paragraph: ParagraphItem
    anchor: str


class LinkItem(Struct, frozen=True):
    """Where a link leads.

    Attributes:
        target: An address, or ``#`` and an anchor of this document.
        description: What it leads to, in words (Contents of the annotation).
    """

    target: str
    description: str


class RunningLine(Struct, frozen=True):
    """A line in the margin of every page: something at the left, something at the right.

    Attributes:
        mirrored: Left and right change places on even pages.
    """

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    left_style: ParagraphStyle
    right_style: ParagraphStyle
    rule: Colour | None
    on_first_page: bool
    mirrored: bool = False


class PageLabel(Struct, frozen=True):
    """Words on a ground of their own that stand on every page, sheets and empty ones included."""

    text: str
    style: TextStyle
    fill: Colour


class Watermark(Struct, frozen=True):
    """Words behind the text of every page, across it; the size of the style is not theirs."""

    text: str
    style: TextStyle


class OutlineEntry(Struct, frozen=True):
    """A bookmark; `level` counts from 1 and never jumps by more than one downwards."""

    title: str
    anchor: str
    level: int


class Metadata(Struct, frozen=True):
    """What the file says of itself.

    Attributes:
        date: The edition's date as ISO 8601, the only date in the file.
        identifiers: Such as ``doi:10.1234/abc``, the most important first.
        key: Tells the paper from all others, and is the same in each edition; never printed.
    """

    title: str
    authors: tuple[str, ...]
    subject: str
    keywords: tuple[str, ...]
    language: str
    date: str
    licence: str
    licence_url: str
    identifiers: tuple[str, ...] = ()
    key: str = ""


class Attachment(Struct, frozen=True):
    """A file that travels in the PDF.

    Attributes:
        drawing: The id of the drawing whose data it is; empty for one of the whole document.
    """

    name: str
    description: str
    media_type: str
    data: bytes
    drawing: str = ""


class Flow(Struct, frozen=True):
    """Everything of a document before it has pages.

    Attributes:
        notes: By number; a run's `note` is an index into them.
        links: Likewise.
        where: Of the document, for a message about the number of its pages.
        name: Of the brief in such a message, for one document makes many; may be empty.
        marking: In the head and foot of every page, at the right; None for none.
        restriction: Beside the marking, or in the outer margin of every page, before the notices.
        notices: In the outer margin of every page.
        watermark: Behind every page; None for none.
    """

    items: tuple[Item, ...]
    notes: tuple[NoteItem, ...]
    links: tuple[LinkItem, ...]
    structure: Node
    outline: tuple[OutlineEntry, ...]
    head: RunningLine | None
    foot: RunningLine | None
    style: Style
    metadata: Metadata
    attachments: tuple[Attachment, ...]
    least_pages: int
    most_pages: int | None
    where: Location
    name: str = ""
    marking: PageLabel | None = None
    restriction: PageLabel | None = None
    notices: tuple[PageLabel, ...] = ()
    watermark: Watermark | None = None
