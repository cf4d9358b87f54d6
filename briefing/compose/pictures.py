"""Pictures with the text around them."""

from msgspec.structs import replace

from briefing.compose.beside import stand_beside
from briefing.compose.captions import captioned, placed
from briefing.compose.inlines import set_inlines
from briefing.compose.notes import LetteredNotes
from briefing.compose.paragraphs import Composed, Setting, set_paragraph
from briefing.compose.pieces import Kid, paragraph_item, text_piece
from briefing.compose.scaling import scaled
from briefing.model.flow import DrawingItem, GroupItem, Item
from briefing.model.manuscript import Picture
from briefing.model.structure import Node
from briefing.units import Pt

_NONE = Pt(0)
_SHARES = {"full": 1, "half": 2, "third": 3}


def set_picture(picture: Picture, at: Setting) -> Composed:
    """Set a picture over its title and its notes, all on one page, or beside the text."""
    paper = at.ledger.style.paper
    beside = stand_beside(paper.share(3), at) if picture.beside else None
    if beside is not None:
        composed = _set(picture, beside.width, replace(at, measure=beside.width, top=False))
        return Composed([beside.put(composed.items)], composed.kids)
    width = paper.share(_SHARES[picture.span])
    if picture.span != "full" or not at.top:
        width = min(width, at.measure)
    composed = _set(picture, width, at)
    return Composed(placed(composed.items, picture.position, at), composed.kids)


def _set(picture: Picture, width: Pt, at: Setting) -> Composed:
    ledger = at.ledger
    target = ledger.target("figure")
    notes = LetteredNotes(ledger, target.anchor, "figure-note")
    inside = replace(at, notes=notes)
    drawing = replace(scaled(picture.image, width), alt=picture.alt)
    leaf = ledger.leaf() if picture.alt else None
    items: list[Item] = [DrawingItem(drawing, leaf, _NONE, _NONE)]
    nodes: list[Kid] = []
    if leaf is not None:
        nodes.append(Node("Figure", (leaf,), alt=picture.alt, drawing=drawing.id))
    if picture.title:
        title = captioned(picture.title, target, picture.where)
        item, kids = set_paragraph(title, ledger.paragraph("figure-title"), inside)
        items.append(item)
        nodes.insert(0, Node("Caption", (Node("P", kids),)))
    if picture.note:
        style = ledger.paragraph("figure-note")
        piece = text_piece(ledger.words.remark, at.look(style), ledger)
        piece.add(set_inlines(picture.note, at.look(style), ledger, notes))
        items.append(paragraph_item(piece, style, ledger))
        nodes.append(Node("P", tuple(piece.kids)))
    items += notes.items
    nodes += notes.nodes
    table = ledger.style.table
    group = GroupItem(tuple(items), table.space_before, table.space_after, target.anchor)
    return Composed([group], [Node("Div", tuple(nodes))] if nodes else [])
