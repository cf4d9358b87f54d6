"""Charts with the text around them."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.compose.blocks.captions import captioned, placed
from briefing.compose.notes import LetteredNotes, sources_text
from briefing.compose.notes.works import works_of
from briefing.compose.paragraphs import Composed, Setting, set_paragraph
from briefing.compose.survey.walk import Inlines, unwrapped
from briefing.compose.text.inlines import set_inlines
from briefing.compose.text.pieces import Kid, Piece, paragraph_item, text_piece
from briefing.model.country import Reading
from briefing.model.flow import DrawingItem, GridItem, GroupItem, Item, ParagraphItem
from briefing.model.manuscript import (
    Block,
    Emphasis,
    Figure,
    Inline,
    Link,
    Picture,
    Quantity,
    Span,
    Strong,
    Text,
)
from briefing.model.prose import PARTS
from briefing.model.structure import Node
from briefing.units import Pt

_NONE = Pt(0)


def set_figure(figure: Figure, at: Setting) -> Composed:
    """Set a chart between its title and its sources, all on one page, with notes of its own."""
    ledger = at.ledger
    target = ledger.target("figure")
    drawing = at.drawings[figure.chart]
    notes = LetteredNotes(ledger, target.anchor, "figure-note")
    inside = replace(at, notes=notes)
    items: list[Item] = []
    caption: list[Kid] = []
    title = captioned(figure.title, target, figure.where)
    for words, name in ((title, "figure-title"), (figure.subtitle, "figure-subtitle")):
        if words:
            words = _without_sources(words, figure.readings)
            item, kids = set_paragraph(words, ledger.paragraph(name), inside)
            items.append(item)
            caption.append(Node("P", kids))
    leaf = ledger.leaf()
    items.append(DrawingItem(drawing, leaf, _NONE, _NONE))
    nodes: list[Kid] = [Node("Caption", tuple(caption))] if caption else []
    nodes.append(Node("Figure", (leaf,), alt=drawing.alt, drawing=drawing.id))
    for item, node in (*_below(figure, inside), *notes.below()):
        items.append(item)
        nodes.append(node)
    style = ledger.style.table
    group = GroupItem(tuple(items), style.space_before, style.space_after, target.anchor)
    return Composed(placed([group], figure.position, at), [Node("Div", tuple(nodes))])


def _below(figure: Figure, at: Setting) -> list[tuple[ParagraphItem, Node]]:
    """Set what stands under a figure: its remark and its sources, in one paragraph."""
    ledger = at.ledger
    style = ledger.paragraph("figure-note")
    look = at.look(style)
    piece = Piece()
    if figure.note:
        note = _without_sources(figure.note, figure.readings)
        piece.add(text_piece(ledger.words.remark, look, ledger))
        piece.add(set_inlines(note, look, ledger, at.notes))
        piece.add(text_piece(" ", look, ledger))
    piece.add(sources_text(figure.readings, figure.cited, look, ledger))
    if not piece.runs:
        return []
    return [(paragraph_item(piece, style, ledger), Node("P", tuple(piece.kids)))]


def _without_sources(words: Sequence[Inline], drawn: Sequence[Reading]) -> Inlines:
    """Turn figures into plain words whose sources, and doubts, stand under the chart anyway."""
    named = {(work.key, work.locator) for reading in drawn for work in works_of(reading)}
    doubts = {reading.doubt for reading in drawn}
    stated = {(reading.as_of, reading.licence) for reading in drawn}

    def known(reading: Reading) -> bool:
        works = {(work.key, work.locator) for work in works_of(reading)}
        is_stated = (reading.as_of, reading.licence) in {("", ""), *stated}
        return works <= named and is_stated and (not reading.doubt or reading.doubt in doubts)

    def without(words: Sequence[Inline]) -> Inlines:
        out: list[Inline] = []
        for child in words:
            match child:
                case Quantity(text=text, where=where) if all(map(known, child.readings)):
                    out.append(Text(text, where))
                case Emphasis() | Strong() | Span() | Link():
                    out.append(replace(child, children=without(child.children)))
                case _:
                    out.append(child)
        return tuple(out)

    return without(words)


def share_of(block: Block, at: Setting) -> int:
    """How many figures of the width of this one stand in a row; 1 for whatever stands alone."""
    (bare,) = unwrapped((block,))
    match bare:
        case Figure(position="here", chart=chart):
            share = PARTS[at.ledger.manuscript.charts[chart].span]
        case Picture(position="here", beside=False, span=span):
            share = PARTS[span]
        case _:
            return 1
    return share if at.measure >= at.ledger.style.paper.measure else 1


def side_by_side(items: Sequence[Item], share: int, at: Setting) -> GridItem:
    """Set figures in one row, so many of which fill it."""
    style = at.ledger.style
    cells = tuple((_bare(item),) for item in items)
    gap = style.paper.column_gap
    return GridItem(cells, share, gap, gap, None, style.table.space_before, style.table.space_after)


def _bare(item: Item) -> Item:
    """Drop the space around a group, which its row has already."""
    if isinstance(item, GroupItem):
        return replace(item, space_before=_NONE, space_after=_NONE)
    return item
