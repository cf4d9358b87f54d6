"""Quotations, and words pulled out of the text."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.compose.notes import Refused
from briefing.compose.paragraphs import Composed, Fill, Setting, further, set_paragraph
from briefing.compose.survey.quoted import is_repeated
from briefing.compose.survey.walk import unwrapped
from briefing.compose.text.inlines import bare, set_inlines
from briefing.compose.text.pieces import paragraph_item
from briefing.model.flow import Item, ParagraphItem
from briefing.model.manuscript import Block, Box, Paragraph, Quote
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle
from briefing.units import Pt

_NONE = Pt(0)


def set_quote(quote: Quote, at: Setting, fill: Fill) -> Composed:
    """Set a block quotation, with who said it below."""
    style = at.ledger.paragraph("quote")
    around = at.text
    indented = replace(
        style,
        left=further(around.left, style.left, at.measure),
        right=Pt(around.right + style.right),
    )
    quoted = set_attributed(quote.blocks, replace(at, text=indented, top=False), at, fill)
    return Composed(quoted.items, [Node("BlockQuote", tuple(quoted.kids))])


def set_attributed(blocks: Sequence[Block], at: Setting, around: Setting, fill: Fill) -> Composed:
    """Set what is quoted, and who said it right below and in a style of its own.

    Args:
        blocks: Of the quotation.
        at: Where what is quoted stands.
        around: Where the quotation stands: an attribution has its own indents from there.
        fill: Sets the other blocks.
    """
    out = Composed()
    for block in unwrapped(blocks):
        if isinstance(block, Paragraph) and is_attribution(block):
            out.items = _closed(out.items)
            item, kids = set_paragraph(block.children, attribution_style(around), around)
            out.items.append(item)
            out.kids.append(Node("P", kids))
        else:
            out.add(fill((block,), at))
    return out


def is_attribution(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph says whose words a quotation holds."""
    return "attribution" in paragraph.classes


def attribution_style(around: Setting) -> ParagraphStyle:
    """The style of an attribution, with its indents from what surrounds the quotation."""
    style, text = around.ledger.paragraph("attribution"), around.text
    left = further(text.left, style.left, around.measure)
    return replace(style, left=left, right=Pt(text.right + style.right))


def _closed(items: list[Item]) -> list[Item]:
    """Keep the last paragraph with what follows, with no white of its own between them."""
    last = items[-1] if items else None
    if not isinstance(last, ParagraphItem):
        return items
    style = replace(last.style, space_after=_NONE, keep_with_next=True)
    return [*items[:-1], replace(last, style=style)]


def set_pulled(box: Box, at: Setting, fill: Fill) -> Composed:
    """Set the words of a pull quote; those that repeat the text are read there alone."""
    ledger = at.ledger
    inside = replace(at, text=ledger.paragraph("pull-quote"), top=False)
    bare_box = replace(at, text=replace(ledger.paragraph("body"), left=_NONE, right=_NONE))
    if not is_repeated(box, ledger.survey.running):
        quoted = set_attributed(box.blocks, inside, bare_box, fill)
        return Composed(quoted.items, [Node("BlockQuote", tuple(quoted.kids))])
    out = Composed()
    for block in unwrapped(box.blocks):
        if isinstance(block, Paragraph):
            style = inside.text
            if is_attribution(block):
                out.items = _closed(out.items)
                style = attribution_style(bare_box)
            words = bare(block.children, ledger.survey.labels)
            look = replace(at.look(style), artifact=True)
            piece = set_inlines(words, look, ledger, Refused(ledger))
            out.items.append(paragraph_item(piece, style, ledger))
    return out
