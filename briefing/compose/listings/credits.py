"""Whose work the pictures are, and on which pages they stand."""

from msgspec.structs import replace

from briefing.compose.ledger import Ledger
from briefing.compose.listings.imprint import imprint_style
from briefing.compose.notes import InPlace
from briefing.compose.paragraphs import Composed, Setting
from briefing.compose.survey.targets import Credit
from briefing.compose.text.inlines import bare, plain, set_inlines
from briefing.compose.text.pieces import Look, Piece, linked, text_piece
from briefing.compose.text.references import page_piece
from briefing.model.flow import ParagraphItem
from briefing.model.prose import SheetKind
from briefing.model.structure import Node


def set_credits(at: Setting) -> Composed:
    """Set a line for each who is to be credited: ``Cover, page 12: …``."""
    ledger = at.ledger
    style = imprint_style(at)
    look = Look(style.text, ledger.language, short=True)
    out = Composed()
    for credit in ledger.survey.credits:
        places = _places(credit, look, ledger)
        places.add(text_piece(ledger.words.colon, look, ledger))
        said = bare(credit.words, ledger.survey.labels)
        words = set_inlines(said, look, ledger, InPlace(ledger, None))
        item = ParagraphItem((*places.runs, *words.runs), style)
        out.items.append(item)
        nodes = (Node("Lbl", tuple(places.kids)), Node("LBody", tuple(words.kids)))
        out.kids.append(Node("LI", nodes))
    if not out.items:
        return out
    return Composed(out.items, [Node("L", tuple(out.kids), numbering="None")])


def _places(credit: Credit, look: Look, ledger: Ledger) -> Piece:
    """Say where the pictures stand, first the sheets, then the pages."""
    words = ledger.words
    named = [_sheet(kind, ledger) for kind in credit.sheets]
    if credit.anchors:
        named.append(words.credit_pages if len(credit.anchors) > 1 else words.credit_page)
    text = ", ".join(named)
    piece = text_piece(text[:1].upper() + text[1:], look, ledger)
    for number, anchor in enumerate(credit.anchors):
        if number:
            piece.add(text_piece(", ", look, ledger))
        link = ledger.link_to(anchor, plain(credit.words))
        inside = replace(look, link=link)
        page = linked(page_piece("{page}", anchor, inside, ledger), link)
        piece.add(page.within(Node("Reference")))
    return piece


def _sheet(kind: SheetKind, ledger: Ledger) -> str:
    words = ledger.words
    match kind:
        case "cover":
            return words.cover
        case "title-page":
            return words.title_page
        case "back-cover":
            return words.back_cover
