"""From manuscript to flow: number, cite, word what the product says itself, choose styles.

In: a `Manuscript` and the `Drawing` of each of its charts. Out: a `Flow`, with the whole logical
structure. It decides every word and no place; it measures nothing.
"""

from collections.abc import Mapping

from briefing.compose.blocks import set_blocks
from briefing.compose.blocks.sections import sectioned
from briefing.compose.columns import across, arrange, column_width
from briefing.compose.data import attachments
from briefing.compose.ledger import Ledger
from briefing.compose.listings import set_gathered
from briefing.compose.listings.credits import set_credits
from briefing.compose.listings.imprint import imprint_style, set_imprint
from briefing.compose.notes import FootNotes
from briefing.compose.page.band import set_band
from briefing.compose.page.marking import marking_label, notice_labels, restriction_label, watermark
from briefing.compose.page.running import metadata, running_line
from briefing.compose.paragraphs import Composed, Setting
from briefing.compose.parts import is_parted, parted, text_of
from briefing.compose.survey import divide
from briefing.errors import ContentError
from briefing.model.drawing import Drawing
from briefing.model.flow import Flow
from briefing.model.manuscript import Manuscript
from briefing.model.structure import Node
from briefing.model.style import Style

__all__ = ["compose"]


def compose(manuscript: Manuscript, drawings: Mapping[str, Drawing], style: Style) -> Flow:
    """Turn a manuscript into what is to be set.

    Args:
        manuscript: Chosen and worded.
        drawings: By id; one for every chart of the manuscript.
        style: The house style, which names every kind of paragraph.

    Raises:
        ContentError: With every place at which there is nothing to print, or no room for a note.
    """
    ledger = Ledger(manuscript, style)
    whole = _set(manuscript, drawings, ledger)
    if ledger.problems:
        raise ContentError(ledger.problems)
    return Flow(
        items=tuple(arrange(whole.items, style.paper)),
        notes=tuple(note for note in ledger.notes if note is not None),
        links=tuple(ledger.links),
        structure=Node("Document", tuple(whole.kids), language=manuscript.language),
        outline=tuple(ledger.outline),
        head=running_line(style.head, "running-head", ledger),
        foot=running_line(style.foot, "running-foot", ledger),
        style=style,
        metadata=metadata(manuscript),
        attachments=attachments(manuscript),
        least_pages=manuscript.least_pages,
        most_pages=manuscript.most_pages,
        where=manuscript.where,
        name=_name(manuscript),
        marking=marking_label(ledger),
        restriction=restriction_label(ledger),
        notices=notice_labels(ledger),
        watermark=watermark(ledger),
    )


def _set(manuscript: Manuscript, drawings: Mapping[str, Drawing], ledger: Ledger) -> Composed:
    """Set the title, the text, what the product adds behind it, and the back cover."""
    front, back = Composed(), Composed()
    if not ledger.survey.titled:
        front.add(set_band(ledger))
    measure = column_width(ledger.style.paper)
    at = Setting(ledger, drawings, ledger.paragraph("body"), FootNotes(ledger), measure, top=True)
    blocks, behind = divide(manuscript.blocks)
    start, end = text_of(blocks)
    front.add(set_blocks(blocks[:start], at))
    body = set_blocks(blocks[start:end], at)
    body.kids = sectioned(body.kids)
    back.add(set_blocks(blocks[end:], at))
    _add_rest(back, at)
    back.add(set_blocks(behind, at))
    parts = (front, body, back)
    whole = Composed()
    for part in parts:
        whole.add(part)
    if is_parted(manuscript.blocks):
        whole.kids = parted(parts)
    return whole


def _add_rest(out: Composed, at: Setting) -> None:
    """Add what every document has and this one gives no place: its notes, credits, imprint."""
    ledger = at.ledger
    if ledger.waiting:
        out.add(set_gathered(at))
    if not ledger.survey.credited:
        credited = set_credits(at)  # whoever is to be credited is, with a list of them or without
        out.add(Composed(across(credited.items, at) if credited.items else [], credited.kids))
    if not ledger.survey.imprinted:
        imprint, node = set_imprint(ledger, imprint_style(at))
        out.add(Composed(across((imprint,), at), [node]))


def _name(manuscript: Manuscript) -> str:
    place = manuscript.place.key if manuscript.place else ""
    parts = (manuscript.document, place, manuscript.audience.key, manuscript.language)
    return " ".join(part for part in parts if part)
