"""Who answers for a paper, what it is drawn from, how it may be used."""

from msgspec.structs import replace

from briefing.compose.ledger import Ledger
from briefing.compose.notes import InPlace
from briefing.compose.paragraphs import Setting
from briefing.compose.text.inlines import set_inlines
from briefing.compose.text.pieces import Look, Piece, linked, text_piece
from briefing.model.flow import GroupItem, Item, ParagraphItem
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle
from briefing.numbers import format_date
from briefing.units import Pt

_NONE = Pt(0)


def imprint_style(at: Setting) -> ParagraphStyle:
    """The style of an imprint; on a sheet its words have the face and colour of the sheet."""
    style = at.ledger.paragraph("imprint")
    if not at.sheet:
        return style
    return replace(style, text=replace(at.text.text, size=style.text.size))


def set_imprint(ledger: Ledger, style: ParagraphStyle) -> tuple[Item, Node]:
    """Say who answers for the paper, what it is drawn from, and how it may be used."""
    look = Look(style.text, ledger.language)
    return _imprint([_publisher(ledger, look), _origin(ledger, look)], style, ledger)


def _publisher(ledger: Ledger, look: Look) -> Piece:
    publisher, words = ledger.manuscript.publisher, ledger.words
    # The addresses stand next to the name, so that a line seldom ends among them.
    piece = _words(f"{words.published_by} {publisher.name}", look, ledger)
    targets = {f"mailto:{publisher.email}": publisher.email, publisher.url: publisher.url}
    given = [(target, shown) for target, shown in targets.items() if shown]
    for target, shown in given:
        piece.add(_words(", ", look, ledger))
        piece.add(_address(target, shown, look, ledger))
    piece.add(_words(f". {publisher.note}".rstrip(), look, ledger))
    return piece


def _origin(ledger: Ledger, look: Look) -> Piece:
    """Name the work behind the content, the state of the facts, and the licence."""
    text, words = ledger.manuscript, ledger.words
    pieces: list[Piece] = []
    if text.credit:
        pieces.append(set_inlines(text.credit, look, ledger, InPlace(ledger, None)))
    if text.edition.facts_as_of:
        date = format_date(text.edition.facts_as_of, text.language)
        pieces.append(_words(words.facts_as_of.format(date=date), look, ledger))
    if text.licence.name:
        pieces.append(_licence(ledger, look))
    origin = Piece()
    for number, piece in enumerate(pieces):
        if number:
            origin.add(_words(" ", look, ledger))
        origin.add(piece)
    return origin


def _licence(ledger: Ledger, look: Look) -> Piece:
    licence = ledger.manuscript.licence
    before, after = ledger.words.licence.split("{name}")
    piece = _words(before, look, ledger)
    if licence.url:
        piece.add(_address(licence.url, licence.name, look, ledger))
    else:
        piece.add(_words(licence.name, look, ledger))
    piece.add(_words(after, look, ledger))
    return piece


def _imprint(pieces: list[Piece], style: ParagraphStyle, ledger: Ledger) -> tuple[Item, Node]:
    said = [piece for piece in pieces if piece.runs]
    items = tuple(ParagraphItem(tuple(piece.runs), style) for piece in said)
    nodes = tuple(Node("P", tuple(piece.kids)) for piece in said)
    space = ledger.style.table.space_before
    return GroupItem(items, space, _NONE, rule=ledger.style.palette["rule"]), Node("Div", nodes)


def _words(words: str, look: Look, ledger: Ledger) -> Piece:
    return text_piece(words, look, ledger)


def _address(target: str, shown: str, look: Look, ledger: Ledger) -> Piece:
    link = ledger.link(target, ledger.words.opens.format(target=target))
    return linked(text_piece(shown, Look(look.style, look.language, link), ledger), link)
