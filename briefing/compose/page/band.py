"""The title band."""

from briefing.compose.ledger import Ledger
from briefing.compose.page.marking import set_standing
from briefing.compose.paragraphs import Composed
from briefing.compose.survey.targets import TITLE
from briefing.compose.text.pieces import Kid, Look, text_piece
from briefing.compose.words import Words
from briefing.model.flow import BandItem, ParagraphItem
from briefing.model.manuscript import Manuscript
from briefing.model.structure import Node


def set_band(ledger: Ledger) -> Composed:
    """Set the title band: kind, title, subtitle, then country, edition and audience.

    Last comes what stands on every page, for those who hear the paper.
    """
    text = ledger.manuscript
    ledger.title()
    items: list[ParagraphItem] = []
    nodes: list[Kid] = []
    kicker = f"{text.kind}  ·  {text.publisher.name}"
    lines = [("band-kicker", "P", kicker), ("band-title", "H1", text.title)]
    lines.append(("band-subtitle", "P", text.subtitle))
    lines.append(("band-meta", "P", _meta(text, ledger.words)))
    for name, role, words in lines:
        if words:
            style = ledger.paragraph(name)
            piece = text_piece(words, Look(style.text, ledger.language), ledger, text.where)
            anchor = TITLE if role == "H1" else ""
            items.append(ParagraphItem(tuple(piece.runs), style, anchor=anchor))
            nodes.append(Node(role, tuple(piece.kids)))
    standing, kids = set_standing(ledger.paragraph("band-meta"), ledger, lines_before=0.5)
    items += standing
    nodes += kids
    band = ledger.style.band
    item = BandItem(
        tuple(items), band.fill, band.accent, band.padding_top, band.padding_bottom,
        band.space_after,
    )  # fmt: skip
    return Composed([item], nodes)


def _meta(text: Manuscript, words: Words) -> str:
    place = text.place.names[text.language] if text.place else ""
    audience = words.audience.format(name=text.audience.name)
    return "  ·  ".join(part for part in (place, text.edition.label, audience) if part)
