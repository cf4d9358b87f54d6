"""All works that a document cites, in a list."""

import unicodedata

from msgspec.structs import replace

from briefing.compose.ledger import Ledger
from briefing.compose.notes.cite import Segment, cite
from briefing.compose.notes.works import set_segments
from briefing.compose.paragraphs import Composed
from briefing.compose.text.pieces import Look, text_piece
from briefing.model.flow import ParagraphItem
from briefing.model.prose import CitedWork
from briefing.model.source import Source
from briefing.model.structure import Node
from briefing.units import Pt

_HANGING = 1.5
"""Of the size of the type: what lines of an entry but the first are indented by."""

_GAP = 0.25
"""Of the leading: between entries."""


def set_bibliography(ledger: Ledger) -> Composed:
    """Set a line for each work, by its first words, as the citation style lists it."""
    style = ledger.paragraph("note")
    hanging = Pt(style.text.size * _HANGING)
    style = replace(
        style,
        left=Pt(style.left + hanging),
        first_indent=Pt(-hanging),
        space_after=Pt(style.leading * _GAP),
        align="left",
    )
    look = Look(style.text, ledger.language)
    named = [(_named(source, ledger), source) for source in ledger.manuscript.sources.values()]
    out = Composed()
    kids = []
    for segments, source in sorted(named, key=lambda each: (_order(each[0]), each[1].key)):
        work = CitedWork(source.key, "", "", source.where)
        piece = set_segments(segments, work, look, ledger).within(Node("BibEntry"))
        if not segments[-1].text.endswith("."):
            piece.add(text_piece(".", look, ledger))
        out.items.append(ParagraphItem(tuple(piece.runs), style))
        kids.append(Node("LI", (Node("LBody", tuple(piece.kids)),)))
    out.kids.append(Node("L", tuple(kids), numbering="None"))
    return out


def _named(source: Source, ledger: Ledger) -> tuple[Segment, ...]:
    return cite(
        source,
        "",
        form="listed",
        language=ledger.language,
        addresses=ledger.style.addresses,
        citations=ledger.manuscript.citations,
    )


def _order(segments: tuple[Segment, ...]) -> str:
    """What an entry is sorted by: its letters and digits, without case and accents."""
    text = "".join([segment.text for segment in segments])
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join([sign for sign in plain if sign.isalnum() or sign == " "]).strip()
