"""Pictures with the text around them."""

from msgspec.structs import replace

from briefing.compose.blocks.beside import stand_beside
from briefing.compose.blocks.captions import captioned, placed
from briefing.compose.blocks.scaling import scaled
from briefing.compose.notes import LetteredNotes
from briefing.compose.paragraphs import Composed, Setting, set_paragraph
from briefing.compose.text.inlines import set_inlines
from briefing.compose.text.pieces import Kid, paragraph_item, text_piece
from briefing.errors import Diagnostic
from briefing.model.drawing import Drawing
from briefing.model.flow import DrawingItem, GroupItem, Item
from briefing.model.manuscript import Picture
from briefing.model.prose import PARTS
from briefing.model.structure import Node
from briefing.units import Pt

_NONE = Pt(0)

_EASE = 1.5
"""Of the least width of a code: beside the text it can be read from further than arm's length."""


def set_picture(picture: Picture, at: Setting) -> Composed:
    """Set a picture between its title and its notes, all on one page, or beside the text."""
    paper = at.ledger.style.paper
    beside = stand_beside(_narrow(picture, at), at) if picture.beside else None
    if beside is not None:
        composed = _set(picture, beside.width, replace(at, measure=beside.width, top=False))
        return Composed([beside.put(composed.items)], composed.kids)
    width = paper.share(PARTS[picture.span])
    if picture.span != "full" or not at.top:
        width = min(width, at.measure)
    composed = _set(picture, width, at)
    return Composed(placed(composed.items, picture.position, at), composed.kids)


def _narrow(picture: Picture, at: Setting) -> Pt:
    """Give the width beside the text: a third of the measure, or what a code needs."""
    third = at.ledger.style.paper.share(3)
    return Pt(min(third, picture.image.width * _EASE)) if picture.is_code else third


def _set(picture: Picture, width: Pt, at: Setting) -> Composed:
    ledger = at.ledger
    target = ledger.target("figure")
    notes = LetteredNotes(ledger, target.anchor, "figure-note")
    inside = replace(at, notes=notes)
    items: list[Item] = []
    nodes: list[Kid] = []
    if picture.title:
        title = captioned(picture.title, target, picture.where)
        item, kids = set_paragraph(title, ledger.paragraph("figure-title"), inside)
        items.append(item)
        words = Node("P", kids)
        nodes.append(Node("Caption", (words,)) if picture.alt else words)
    # Its figure names no drawing: a chart of the same name would have its data attached there.
    leaf = ledger.leaf() if picture.alt else None
    white = ledger.paragraph("figure-subtitle").space_after if items else _NONE  # as over a chart
    items.append(DrawingItem(_drawing(picture, width, at), leaf, white, _NONE))
    if leaf is not None:
        nodes.append(Node("Figure", (leaf,), alt=picture.alt))
    if picture.note:
        style = ledger.paragraph("figure-note")
        piece = text_piece(ledger.words.remark, at.look(style), ledger)
        piece.add(set_inlines(picture.note, at.look(style), ledger, notes))
        items.append(paragraph_item(piece, style, ledger))
        nodes.append(Node("P", tuple(piece.kids)))
    for item, node in notes.below():
        items.append(item)
        nodes.append(node)
    table = ledger.style.table
    group = GroupItem(tuple(items), table.space_before, table.space_after, target.anchor)
    return Composed([group], [Node("Div", tuple(nodes))] if nodes else [])


def _drawing(picture: Picture, width: Pt, at: Setting) -> Drawing:
    """Give the picture its width; one that no page can hold is to be mended."""
    paper = at.ledger.style.paper
    drawing = replace(scaled(picture.image, width), id=picture.id, alt=picture.alt)
    height = paper.height - paper.top - paper.bottom
    if drawing.height > height:
        size = f"{drawing.height:.0f} pt tall at a width of {width:.0f} pt"
        message = f"the picture {picture.id!r} is {size}, a page has {height:.0f} pt"
        smaller = "" if picture.beside or picture.span == "third" else ", or give it less 'span'"
        at.ledger.problems.append(Diagnostic(picture.where, message, f"crop it{smaller}"))
    return drawing
