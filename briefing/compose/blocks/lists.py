"""Lists: their labels, their indents, and how their numbers go on."""

from typing import Literal

from msgspec.structs import replace

from briefing.compose.paragraphs import Composed, Fill, Setting, further, set_paragraph
from briefing.compose.text.pieces import Look, Piece, text_piece, without_notes
from briefing.model.flow import ParagraphItem
from briefing.model.manuscript import DefinitionList, ListBlock
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle
from briefing.numbers import letters, roman

Kind = Literal["Disc", "Decimal", "LowerAlpha", "LowerRoman"]
"""How a list is numbered. Source: ISO 32000-1 14.8.5.5, ListNumbering."""

BULLET = "•"

_WIDE, _NARROW, _COMMON = 0.9, 0.31, 0.56
"""Widths of letters in em, generously: a label that is wider than its indent pushes its line."""

_GAP = 0.45
"""White between a label and its text, in em."""


def set_list(block: ListBlock, at: Setting, fill: Fill) -> Composed:
    """Set a list; its labels stand in the indent of its style, nested lists further in."""
    kind = _kind(block)
    first = _first(block, kind, at)
    names = [_name(kind, first + index) for index in range(len(block.items))]
    style = _list_style(at, kind, names)
    inside = replace(at, text=style, top=False, depth=at.depth + 1)
    out = Composed()
    for name, item in zip(names, block.items, strict=True):
        composed = fill(item.blocks, inside)
        label = _label(name, style, at)
        _put_label(composed, label, style)
        body = Node("LBody", tuple(composed.kids))
        out.items += composed.items
        out.kids.append(Node("LI", (Node("Lbl", tuple(label.kids)), body)))
    return Composed(out.items, [Node("L", tuple(out.kids), numbering=kind)])


def _kind(block: ListBlock) -> Kind:
    if block.start is None:
        return "Disc"
    if "lettered" in block.classes:
        return "LowerAlpha"
    return "LowerRoman" if "roman" in block.classes else "Decimal"


def _first(block: ListBlock, kind: Kind, at: Setting) -> int:
    """The number of the first item; a list of its kind may go on from the last one as deep."""
    counts, key = at.ledger.counts, (kind, at.depth)
    first = block.start or 0
    if "continued" in block.classes:
        first = counts.get(key, first - 1) + 1
    counts[key] = first + len(block.items) - 1
    return first


def _name(kind: Kind, number: int) -> str:
    match kind:
        case "Disc":
            return BULLET
        case "Decimal":
            return f"{number}."
        case "LowerAlpha":
            return f"{letters(max(number, 1))}."
        case "LowerRoman":
            return f"{roman(max(number, 1))}."


def _list_style(at: Setting, kind: Kind, names: list[str]) -> ParagraphStyle:
    """Take the list's own indents and spacing, and the type of the text around it."""
    style = at.ledger.paragraph("bullet" if kind == "Disc" else "number")
    around = at.text
    size = around.text.size
    room = 0.0 if kind == "Disc" else (max(map(_width, names)) + _GAP) * size
    return replace(
        style,
        text=around.text,
        leading=around.leading,
        left=further(around.left, max(style.left, room), at.measure),
        right=around.right,
    )


def _width(name: str) -> float:
    """Guess the width of a bold label, in em."""
    widths = (_NARROW if sign in "ilj." else _WIDE if sign in "mw" else _COMMON for sign in name)
    return sum(widths)


def _label(name: str, style: ParagraphStyle, at: Setting) -> Piece:
    colour = at.ledger.style.palette["accent"]
    look = Look(replace(style.text, colour=colour, bold=True), at.ledger.language)
    return text_piece(name, look, at.ledger)


def _put_label(composed: Composed, label: Piece, style: ParagraphStyle) -> None:
    """Give the label to the item's first paragraph, or to an empty one before what it holds."""
    first = composed.items[0] if composed.items else None
    if isinstance(first, ParagraphItem) and not first.label:
        composed.items[0] = replace(first, label=tuple(label.runs))
    else:
        composed.items.insert(0, ParagraphItem((), style, label=tuple(label.runs)))


def set_definitions(block: DefinitionList, at: Setting, fill: Fill) -> Composed:
    """Set terms, each with what is said of it below."""
    term = _like(at.ledger.paragraph("term"), at)
    said = _like(at.ledger.paragraph("definition"), at)
    inside = replace(at, text=said, top=False)
    out = Composed()
    for item in block.items:
        head, kids = set_paragraph(item.term, term, at)
        body = fill(item.blocks, inside)
        out.items += [head, *body.items]
        words, noted = without_notes(kids)
        nodes = (Node("Lbl", words), Node("LBody", (*noted, *body.kids)))
        out.kids.append(Node("LI", nodes))
    return Composed(out.items, [Node("L", tuple(out.kids), numbering="None")])


def _like(style: ParagraphStyle, at: Setting) -> ParagraphStyle:
    """Take a style's indents and spacing; in a box or a list, the type of the text around it."""
    around, body = at.text, at.ledger.paragraph("body")
    style = replace(style, left=further(around.left, style.left, at.measure), right=around.right)
    if around.text == body.text:
        return style
    text = replace(around.text, bold=style.text.bold, italic=style.text.italic)
    return replace(style, text=text, leading=around.leading)
