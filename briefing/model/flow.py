"""What is to be set, in reading order: numbered, cited, styled, and tied to its structure.

Made by `compose`, read by `layout`. Every decision about words is taken; none about place.
"""

from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.model.drawing import Drawing
from briefing.model.structure import Leaf, Node
from briefing.model.style import BoxStyle, Colour, ParagraphStyle, Style, TableStyle, TextStyle
from briefing.units import Pt

Field = Literal["page", "pages", "mark"]
"""What only layout can know: the number of the page it stands on, the number of pages, and the
mark of the page (`ParagraphItem.mark`; in running heads and feet only)."""


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
    """

    text: str
    style: TextStyle
    leaf: Leaf | None
    language: str
    link: int | None = None
    note: int | None = None
    field: Field | None = None
    where: Location | None = None


class ParagraphItem(Struct, frozen=True):
    """A paragraph; a line break is a run of one line feed.

    Attributes:
        label: Set in the indent before the first line: a list's number or bullet.
        anchor: A name that links and the outline can lead to.
        mark: What the running head says from here on.
    """

    runs: tuple[Run, ...]
    style: ParagraphStyle
    label: tuple[Run, ...] = ()
    anchor: str = ""
    mark: str = ""


class DrawingItem(Struct, frozen=True):
    """A picture, as wide as the place it stands in or narrower, never rescaled."""

    drawing: Drawing
    leaf: Leaf
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
    """One cell."""

    paragraph: ParagraphItem


class TableRow(Struct, frozen=True):
    """One row, with a cell for each column."""

    cells: tuple[TableCell, ...]
    highlighted: bool = False


class TableItem(Struct, frozen=True):
    """A table; its columns' widths follow from what is in them.

    Attributes:
        head: Rows repeated at the top of every page it runs over (as artifacts).
    """

    head: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    style: TableStyle


class BandItem(Struct, frozen=True):
    """The title band: paragraphs on a ground that reaches the paper's edges, first on a page."""

    items: tuple[ParagraphItem, ...]
    fill: Colour
    accent: Colour
    padding_top: Pt
    padding_bottom: Pt
    space_after: Pt


Item = ParagraphItem | DrawingItem | GroupItem | GridItem | BoxItem | TableItem | BandItem


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
    """A line in the margin of every page: something at the left, something at the right."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    left_style: ParagraphStyle
    right_style: ParagraphStyle
    rule: Colour | None
    on_first_page: bool


class OutlineEntry(Struct, frozen=True):
    """A bookmark; `level` counts from 1 and never jumps by more than one downwards."""

    title: str
    anchor: str
    level: int


class Metadata(Struct, frozen=True):
    """What the file says of itself.

    Attributes:
        date: The edition's date as ISO 8601, the only date in the file.
    """

    title: str
    authors: tuple[str, ...]
    subject: str
    keywords: tuple[str, ...]
    language: str
    date: str
    licence: str
    licence_url: str


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
