"""Blocks to items of the flow, with their elements of the structure."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from briefing.compose.figures import is_half, set_figure, side_by_side
from briefing.compose.inlines import Look, Piece, set_inlines, set_markers, text_piece
from briefing.compose.ledger import Ledger
from briefing.compose.notes import FootNotes, Waiting
from briefing.compose.paragraphs import Composed, Setting, set_heading, set_paragraph
from briefing.compose.tables import set_table
from briefing.model.flow import BoxItem, GridItem, GroupItem, Item, OutlineEntry, ParagraphItem
from briefing.model.manuscript import (
    Block,
    Box,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Section,
    Strong,
    TableBlock,
)
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle
from briefing.units import Pt

_NONE = Pt(0)
_KEPT_ITEMS = 5  # a box of so many paragraphs stays on one page


def set_blocks(blocks: Sequence[Block], at: Setting) -> Composed:
    """Turn blocks into items, in order; two charts of half the measure stand side by side."""
    out = Composed()
    waiting: tuple[Item, ...] = ()
    for block in blocks:
        composed = _set(block, at)
        out.kids += composed.kids
        if not is_half(block, at):
            out.items += [side_by_side(waiting, at), *composed.items] if waiting else composed.items
            waiting = ()
            continue
        waiting = (*waiting, *composed.items)
        if len(waiting) == 2:
            out.items.append(side_by_side(waiting, at))
            waiting = ()
    if waiting:
        out.items.append(side_by_side(waiting, at))
    return out


def _set(block: Block, at: Setting) -> Composed:
    match block:
        case Heading(level=level, children=children, id=name):
            item, node = set_heading(children, level, name, at)
            return Composed([item], [node])
        case Paragraph(children=children, classes=classes):
            return _paragraph(children, classes, at)
        case ListBlock():
            return _list(block, at)
        case Quote(blocks=blocks):
            quoted = set_blocks(blocks, replace(at, text=at.ledger.paragraph("quote")))
            return Composed(quoted.items, [Node("BlockQuote", tuple(quoted.kids))])
        case TableBlock():
            items, node = set_table(block, at.ledger)
            return Composed(list(items), [node])
        case Figure():
            return set_figure(block, at)
        case Box():
            return _box(block, at)
        case Section():
            return _section(block, at)
        case _:
            assert_never(block)


def _paragraph(children: Sequence[Inline], classes: tuple[str, ...], at: Setting) -> Composed:
    style = at.text
    item, kids = set_paragraph(children, style, at)
    if "keep" in classes:
        item = replace(item, style=replace(item.style, keep_together=True))
    return Composed([item], [Node("P", kids)])


def _section(section: Section, at: Setting) -> Composed:
    out = Composed()
    if section.title:
        item, node = set_heading(section.title, 1, section.id, at)
        out.items.append(item)
        out.kids.append(node)
    out.add(set_blocks(section.blocks, at))
    return Composed(out.items, [Node("Sect", tuple(out.kids))])


def _list(block: ListBlock, at: Setting) -> Composed:
    """Set a list; its labels stand in the indent of its style, nested lists further in."""
    numbered = block.start is not None
    style = _list_style(at, numbered)
    out = Composed()
    for index, item in enumerate(block.items):
        composed = set_blocks(item.blocks, replace(at, text=style))
        label = _label(f"{(block.start or 0) + index}." if numbered else "•", style, at.ledger)
        _put_label(composed, label, style)
        body = Node("LBody", tuple(composed.kids))
        out.items += composed.items
        out.kids.append(Node("LI", (Node("Lbl", tuple(label.kids)), body)))
    numbering = "Decimal" if numbered else "Disc"
    return Composed(out.items, [Node("L", tuple(out.kids), numbering=numbering)])


def _list_style(at: Setting, numbered: bool) -> ParagraphStyle:
    """Take the list's own indents and spacing, and the type of the text around it."""
    style = at.ledger.paragraph("number" if numbered else "bullet")
    around = at.text
    return replace(
        style,
        text=around.text,
        leading=around.leading,
        left=Pt(around.left + style.left),
        right=around.right,
    )


def _label(text: str, style: ParagraphStyle, ledger: Ledger) -> Piece:
    colour = ledger.style.palette["accent"]
    look = Look(replace(style.text, colour=colour, bold=True), ledger.language)
    return text_piece(text, look, ledger)


def _put_label(composed: Composed, label: Piece, style: ParagraphStyle) -> None:
    """Give the label to the item's first paragraph, or to an empty one before what it holds."""
    first = composed.items[0]
    if isinstance(first, ParagraphItem) and not first.label:
        composed.items[0] = replace(first, label=tuple(label.runs))
    else:
        composed.items.insert(0, ParagraphItem((), style, label=tuple(label.runs)))


# --- boxes --------------------------------------------------------------------------------------


def _box(box: Box, at: Setting) -> Composed:
    ledger = at.ledger
    match box.kind:
        case "key-facts":
            return _key_facts(box, at)
        case "key-messages":
            return _plain_box(box, at, ledger.words.key_messages)
        case "box" | "recommendations":
            return _plain_box(box, at, "")
        case "pull-quote":
            inner = replace(at, text=ledger.paragraph("pull-quote"))
            quoted = set_blocks(box.blocks, inner)
            item = BoxItem(tuple(quoted.items), ledger.style.boxes["pull-quote"])
            return Composed([item], [Node("BlockQuote", tuple(quoted.kids))])
        case _:
            assert_never(box.kind)


def _plain_box(box: Box, at: Setting, title: str) -> Composed:
    ledger = at.ledger
    head = _box_title(title, at)
    inner = replace(at, text=ledger.paragraph("box-text"))
    body = set_blocks(box.blocks, inner)
    item = BoxItem((*head.items, *body.items), ledger.style.boxes[box.kind])
    kept = len(body.items) <= _KEPT_ITEMS
    items: list[Item] = [GroupItem((item,), _NONE, _NONE) if kept else item]
    return Composed(items, [Node("Sect", (*head.kids, *body.kids))])


def _box_title(title: str, at: Setting) -> Composed:
    """Set the product's own title of a box; empty for none."""
    if not title:
        return Composed()
    ledger = at.ledger
    style = ledger.paragraph("box-title")
    piece = text_piece(title, Look(style.text, ledger.language), ledger)
    anchor = ledger.anchor(f"box:{len(ledger.outline) + 1}")
    ledger.outline.append(OutlineEntry(title, anchor, 1))
    item = ParagraphItem(tuple(piece.runs), style, anchor=anchor)
    return Composed([item], [Node("H2", tuple(piece.kids))])


def _key_facts(box: Box, at: Setting) -> Composed:
    """Set facts side by side, each a large figure over its label, all on one page."""
    ledger = at.ledger
    style = ledger.style.boxes["key-facts"]
    head = _box_title(ledger.words.key_facts, at)
    facts = replace(at, notes=FootNotes(ledger, shared=True))
    cells: list[tuple[Item, ...]] = []
    nodes: list[Node] = []
    other = Composed()
    for block in box.blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                cell = _fact(item.blocks, facts)
                cells.append(tuple(cell.items))
                nodes.append(Node("LI", (Node("LBody", tuple(cell.kids)),)))
        else:
            other.add(_set(block, replace(at, text=ledger.paragraph("box-text"))))
    gap = ledger.style.paper.column_gap
    grid = GridItem(tuple(cells), _columns(len(cells)), gap, Pt(gap / 2), style.rule, _NONE, _NONE)
    listed = Node("L", tuple(nodes), numbering="None")
    group = GroupItem((*head.items, grid, *other.items), _NONE, _NONE)
    bare = replace(style, rule=None)  # its rule stands above each fact instead
    return Composed([BoxItem((group,), bare)], [Node("Sect", (*head.kids, listed, *other.kids))])


def _columns(cells: int) -> int:
    """Columns that leave no ragged last row where that can be."""
    return cells if cells <= 3 else 4 if cells in (4, 7, 8) else 3


def _fact(blocks: Sequence[Block], at: Setting) -> Composed:
    """Set one fact: its first strong words large, the rest as their label, with the notes."""
    out = Composed()
    for block in blocks:
        if not isinstance(block, Paragraph):
            out.add(_set(block, replace(at, text=at.ledger.paragraph("fact-label"))))
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
                out.items.append(ParagraphItem(tuple(piece.runs), at.ledger.paragraph(name)))
                out.kids.append(Node("P", tuple(piece.kids)))
    return out


def _piece(children: Sequence[Inline], name: str, at: Setting) -> Piece:
    look = Look(at.ledger.paragraph(name).text, at.ledger.language)
    return set_inlines(children, look, at.ledger, at.notes)
