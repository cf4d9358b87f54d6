"""The text chosen and worded for one audience, country and language.

Made by `tailor`, read by `charts` and `compose`. What is withheld is not in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, assert_never

from msgspec import Struct

from briefing.errors import Location
from briefing.model.chart import Chart
from briefing.model.content import (
    Align,
    Audience,
    BoxKind,
    Citation,
    CitedWork,
    Edition,
    Licence,
    LineBreak,
    Publisher,
    Text,
)
from briefing.model.country import Place, Reading
from briefing.model.source import Source

# --- inlines; Text, Citation and LineBreak are those of the content ------------------------------


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
    """A reading in words; `compose` gives it its note."""

    text: str
    reading: Reading
    where: Location


class Footnote(Struct, frozen=True):
    """A note in the author's own words."""

    children: tuple["Inline", ...]
    where: Location


Inline = Text | Emphasis | Strong | Link | Span | Quantity | Citation | Footnote | LineBreak

# --- blocks ------------------------------------------------------------------------------------


class Heading(Struct, frozen=True):
    """A heading inside a section; `level` counts from 2."""

    level: int
    children: tuple[Inline, ...]
    id: str
    where: Location


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


class Quote(Struct, frozen=True):
    """A block quotation."""

    blocks: tuple["Block", ...]


class Row(Struct, frozen=True):
    """One row, a run of inlines for each cell; a highlighted row is picked out."""

    cells: tuple[tuple[Inline, ...], ...]
    highlighted: bool = False


class TableBlock(Struct, frozen=True):
    """A table; every row has as many cells as `align`.

    Attributes:
        row_heads: The first column names the rows.
    """

    id: str
    title: tuple[Inline, ...]
    align: tuple[Align, ...]
    head: Row
    rows: tuple[Row, ...]
    row_heads: bool
    note: tuple[Inline, ...]
    where: Location


class Figure(Struct, frozen=True):
    """A chart with the text around it.

    Attributes:
        chart: The id of a chart of the manuscript.
        readings: Those that are drawn, in order; their sources are printed below.
    """

    chart: str
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    note: tuple[Inline, ...]
    readings: tuple[Reading, ...]
    where: Location


class Box(Struct, frozen=True):
    """A group of blocks, set apart."""

    kind: BoxKind
    blocks: tuple["Block", ...]
    where: Location


class Section(Struct, frozen=True):
    """A part with a heading of level 1; `title` is empty where it has none."""

    id: str
    title: tuple[Inline, ...]
    blocks: tuple["Block", ...]
    where: Location


Block = Heading | Paragraph | ListBlock | Quote | TableBlock | Figure | Box | Section

# --- the whole ---------------------------------------------------------------------------------

Reason = Literal["audience", "marking", "country", "language", "condition", "no data", "empty"]


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


class Manuscript(Struct, frozen=True):
    """Everything that one brief says.

    Attributes:
        title: Worded, as plain text.
        sources: Those that are cited, by key.
        charts: Those that are placed, by id.
        place: None for a document that is made once.
        marking: The highest marking of what is included.
        least_pages: The finished file has at least this many.
        most_pages: And at most this many, None for any number.
        credit: The work the content is drawn from.
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


class Tailored(Struct, frozen=True):
    """What `tailor` gives: the manuscript, and apart from it what it left out."""

    manuscript: Manuscript
    omitted: tuple[Omission, ...]


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
            case Quote(blocks=inner) | Box(blocks=inner):
                yield from _in_blocks(inner)
            case Section(title=title, blocks=inner):
                yield from _in_inlines(title)
                yield from _in_blocks(inner)
            case TableBlock(title=title, head=head, rows=rows, note=note):
                for run in (title, *head.cells, *(c for row in rows for c in row.cells), note):
                    yield from _in_inlines(run)
            case Figure(readings=readings, note=note):
                yield from readings
                yield from _in_inlines(note)
            case _:
                assert_never(block)


def _in_inlines(inlines: Iterable[Inline]) -> Iterator[Reading]:
    for inline in inlines:
        match inline:
            case Quantity(reading=reading):
                yield reading
            case Text() | Citation() | LineBreak():
                pass
            case _:
                yield from _in_inlines(inline.children)


__all__ = [
    "Align", "Block", "Box", "BoxKind", "Citation", "CitedWork", "Emphasis", "Figure", "Footnote",
    "Heading", "Inline", "LineBreak", "Link", "ListBlock", "ListItem", "Manuscript", "Omission",
    "Paragraph", "Quantity", "Quote", "Reason", "Row", "Section", "Span", "Strong", "TableBlock",
    "Tailored", "Text", "readings_in",
]  # fmt: skip
