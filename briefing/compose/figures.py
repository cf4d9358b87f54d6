"""Charts with the text around them."""

from msgspec.structs import replace

from briefing.compose.inlines import Kid, Look, Piece, set_inlines, text_piece
from briefing.compose.notes import sources_text
from briefing.compose.paragraphs import Composed, Setting, set_paragraph
from briefing.model.flow import DrawingItem, GridItem, GroupItem, Item, ParagraphItem
from briefing.model.manuscript import Block, Figure
from briefing.model.structure import Node
from briefing.units import Pt

_NONE = Pt(0)


def set_figure(figure: Figure, at: Setting) -> Composed:
    """Set a chart between its title and its sources, all on one page."""
    ledger = at.ledger
    drawing = at.drawings[figure.chart]
    title, title_kids = set_paragraph(figure.title, ledger.paragraph("figure-title"), at)
    caption = [Node("P", title_kids)]
    items: list[Item] = [title]
    if figure.subtitle:
        item, kids = set_paragraph(figure.subtitle, ledger.paragraph("figure-subtitle"), at)
        items.append(item)
        caption.append(Node("P", kids))
    leaf = ledger.leaf()
    items.append(DrawingItem(drawing, leaf, _NONE, _NONE))
    nodes: list[Kid] = [Node("Caption", tuple(caption))]
    nodes.append(Node("Figure", (leaf,), alt=drawing.alt, drawing=drawing.id))
    for item, node in _below(figure, at):
        items.append(item)
        nodes.append(node)
    style = ledger.style.table
    anchor = ledger.anchor(f"figure:{figure.chart}")
    group = GroupItem(tuple(items), style.space_before, style.space_after, anchor)
    return Composed([group], [Node("Div", tuple(nodes))])


def _below(figure: Figure, at: Setting) -> list[tuple[ParagraphItem, Node]]:
    """Set what stands under a figure: its remark and its sources, in one paragraph."""
    ledger = at.ledger
    style = ledger.paragraph("figure-note")
    look = Look(style.text, ledger.language)
    piece = Piece()
    if figure.note:
        piece.add(text_piece(ledger.words.remark, look, ledger))
        piece.add(set_inlines(figure.note, look, ledger, at.notes))
        piece.add(text_piece(" ", look, ledger))
    piece.add(sources_text(figure.readings, look, ledger))
    if not piece.runs:
        return []
    return [(ParagraphItem(tuple(piece.runs), style), Node("P", tuple(piece.kids)))]


def is_half(block: Block, at: Setting) -> bool:
    """Tell whether a block is a figure of half the measure."""
    return isinstance(block, Figure) and at.ledger.manuscript.charts[block.chart].span == "half"


def side_by_side(items: tuple[Item, ...], at: Setting) -> GridItem:
    """Set figures of half the measure in one row."""
    style = at.ledger.style
    cells = tuple((_bare(item),) for item in items)
    gap = style.paper.column_gap
    return GridItem(cells, 2, gap, gap, None, style.table.space_before, style.table.space_after)


def _bare(item: Item) -> Item:
    """Drop the space around a group, which its row has already."""
    if isinstance(item, GroupItem):
        return replace(item, space_before=_NONE, space_after=_NONE)
    return item
