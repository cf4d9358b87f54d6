"""From manuscript to flow: number, cite, word what the product says itself, choose styles.

In: a `Manuscript` and the `Drawing` of each of its charts. Out: a `Flow`, with the whole logical
structure. It decides every word and no place; it measures nothing.
"""

from collections.abc import Mapping

from briefing.compose.blocks import set_blocks
from briefing.compose.ledger import Ledger
from briefing.compose.notes import FootNotes
from briefing.compose.paragraphs import Setting
from briefing.compose.running import metadata, running_foot, running_head, set_band, set_imprint
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
    """
    ledger = Ledger(manuscript, style)
    band, title = set_band(ledger)
    setting = Setting(ledger, drawings, ledger.paragraph("body"), FootNotes(ledger))
    body = set_blocks(manuscript.blocks, setting)
    imprint, imprint_node = set_imprint(ledger)
    structure = Node("Document", (*title, *body.kids, imprint_node), language=manuscript.language)
    return Flow(
        items=(band, *body.items, imprint),
        notes=tuple(note for note in ledger.notes if note is not None),
        links=tuple(ledger.links),
        structure=structure,
        outline=tuple(ledger.outline),
        head=running_head(ledger),
        foot=running_foot(ledger),
        style=style,
        metadata=metadata(manuscript),
        attachments=(),
        least_pages=manuscript.least_pages,
        most_pages=manuscript.most_pages,
        where=manuscript.where,
        name=_name(manuscript),
    )


def _name(manuscript: Manuscript) -> str:
    place = manuscript.place.key if manuscript.place else ""
    parts = (manuscript.document, place, manuscript.audience.key, manuscript.language)
    return " ".join(part for part in parts if part)
