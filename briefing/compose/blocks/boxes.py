"""Boxes, the key facts among them."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from briefing.compose.blocks.beside import stand_beside
from briefing.compose.blocks.quotes import set_pulled
from briefing.compose.blocks.sections import set_apart
from briefing.compose.notes import FootNotes, Waiting
from briefing.compose.paragraphs import Composed, Fill, Setting
from briefing.compose.survey.walk import unwrapped
from briefing.compose.text.inlines import set_inlines, set_markers
from briefing.compose.text.pieces import Look, Piece, paragraph_item, text_piece
from briefing.model.flow import BoxItem, GridItem, GroupItem, Item, ParagraphItem
from briefing.model.manuscript import Block, Box, Inline, ListBlock, Paragraph, Strong
from briefing.model.structure import Node
from briefing.model.style import BoxStyle
from briefing.units import Pt

_NONE = Pt(0)
_KEPT_ITEMS = 5  # a box of so many paragraphs stays on one page
_LEAST_CELL = 72.0  # points that a fact wants at least


def set_box(box: Box, at: Setting, fill: Fill) -> Composed:
    """Set a box in the measure, or beside the text where there is room for it."""
    style = at.ledger.style.boxes[box.kind]
    beside = stand_beside(style.beside * at.measure, at) if "beside" in box.classes else None
    if beside is not None:
        composed = _set(box, style, replace(at, measure=beside.width, top=False), fill)
        return Composed([beside.put(composed.items)], composed.kids)
    if style.wide and at.top:
        at = replace(at, measure=at.ledger.style.paper.measure)
    return _set(box, style, at, fill)


def _set(box: Box, style: BoxStyle, at: Setting, fill: Fill) -> Composed:
    inside = replace(
        at,
        text=at.ledger.paragraph("box-text"),
        measure=Pt(max(at.measure - 2 * style.padding_x, 1.0)),
        top=False,
    )
    with at.ledger.set_apart():
        return _set_kind(box, style, inside, fill)


def _set_kind(box: Box, style: BoxStyle, at: Setting, fill: Fill) -> Composed:
    match box.kind:
        case "key-facts":
            return _key_facts(box, style, at, fill)
        case "key-messages":
            return _plain_box(box, style, at, at.ledger.words.key_messages, fill)
        case "box" | "recommendations":
            return _plain_box(box, style, at, "", fill)
        case "pull-quote":
            pulled = set_pulled(box, at, fill)
            return Composed([BoxItem(tuple(pulled.items), style)], pulled.kids)
        case _:
            assert_never(box.kind)


def _plain_box(box: Box, style: BoxStyle, at: Setting, title: str, fill: Fill) -> Composed:
    head = _box_title(title, at)
    body = fill(box.blocks, at)
    item = BoxItem((*head.items, *body.items), style)
    kept = len(body.items) <= _KEPT_ITEMS
    items: list[Item] = [GroupItem((item,), _NONE, _NONE) if kept else item]
    role = "Aside" if box.kind == "box" else "Sect"  # what may be skipped, or is a part of the text
    return Composed(items, [set_apart((*head.kids, *body.kids), role)])


def _box_title(title: str, at: Setting) -> Composed:
    """Set the product's own title of a box; empty for none."""
    if not title:
        return Composed()
    ledger = at.ledger
    style = ledger.paragraph("box-title")
    piece = text_piece(title, at.look(style), ledger)
    anchor = ledger.target("box").anchor
    role = ledger.heading(title, anchor, 1)
    item = ParagraphItem(tuple(piece.runs), style, anchor=anchor)
    return Composed([item], [Node(role, tuple(piece.kids))])


# --- key facts ----------------------------------------------------------------------------------


def _key_facts(box: Box, style: BoxStyle, at: Setting, fill: Fill) -> Composed:
    """Set facts side by side, each a large figure over its label, all on one page."""
    out = _box_title(at.ledger.words.key_facts, at)
    facts = replace(at, notes=FootNotes(at.ledger, shared=True))
    for block in unwrapped(box.blocks):
        if isinstance(block, ListBlock):
            follows = bool(out.items) and isinstance(out.items[-1], GridItem)
            out.add(_grid(block, style, facts, fill, follows=follows))
        else:
            out.add(fill((block,), at))
    group = GroupItem(tuple(out.items), _NONE, _NONE)
    bare = replace(style, rule=None)  # its rule stands above each fact instead
    return Composed([BoxItem((group,), bare)], [set_apart(out.kids, "Sect")])


def _grid(facts: ListBlock, style: BoxStyle, at: Setting, fill: Fill, *, follows: bool) -> Composed:
    """Set facts in rows; where they follow other rows, as far below them as rows are apart."""
    cells: list[tuple[Item, ...]] = []
    nodes: list[Node] = []
    for item in facts.items:
        cell = _fact(item.blocks, at, fill)
        cells.append(tuple(cell.items))
        nodes.append(Node("LI", (Node("LBody", tuple(cell.kids)),)))
    gap = at.ledger.style.paper.column_gap
    columns = _columns(len(cells), at.measure, gap)
    row_gap = Pt(gap / 2)
    above = row_gap if follows else _NONE
    grid = GridItem(tuple(cells), columns, gap, row_gap, style.rule, above, _NONE)
    return Composed([grid], [Node("L", tuple(nodes), numbering="None")])


def _columns(cells: int, measure: Pt, gap: Pt) -> int:
    """Columns that leave no ragged last row where that can be, and that the measure holds."""
    most = max(int((measure + gap) / (_LEAST_CELL + gap)), 1)
    wanted = cells if cells <= 3 else 4 if cells in (4, 7, 8) else 3
    return min(wanted, most)


def _fact(blocks: Sequence[Block], at: Setting, fill: Fill) -> Composed:
    """Set one fact: its first strong words large, the rest as their label, with the notes."""
    out = Composed()
    for block in unwrapped(blocks):
        if not isinstance(block, Paragraph):
            out.add(fill((block,), replace(at, text=at.ledger.paragraph("fact-label"))))
            continue
        first, rest = block.children[0], block.children[1:]
        value, label = (first.children, rest) if isinstance(first, Strong) else ((), block.children)
        waiting = Waiting()
        large = _piece(value, "fact-value", replace(at, notes=waiting if label else at.notes))
        small = _piece(label, "fact-label", at)
        look = Look(at.ledger.paragraph("fact-label").text, at.ledger.language)
        small.add(set_markers(waiting.markers, look, at.ledger, at.notes))
        for name, piece in (("fact-value", large), ("fact-label", small)):
            if piece.runs:
                out.items.append(paragraph_item(piece, at.ledger.paragraph(name), at.ledger))
                out.kids.append(Node("P", tuple(piece.kids)))
    return out


def _piece(children: Sequence[Inline], name: str, at: Setting) -> Piece:
    return set_inlines(children, at.look(at.ledger.paragraph(name)), at.ledger, at.notes)
