"""What notes say: works in full or in short form, and the author's own words."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefing.compose.cite import Form, Segment, cite
from briefing.compose.inlines import Marker, set_inlines
from briefing.compose.ledger import Ledger, Noted
from briefing.compose.looks import coloured, slanted
from briefing.compose.pieces import Look, Piece, linked, text_piece
from briefing.compose.walk import spread
from briefing.model.country import Reading
from briefing.model.manuscript import (
    Abbreviation,
    Citation,
    CitedWork,
    Footnote,
    Inline,
    Quantity,
    Reference,
    Text,
)
from briefing.model.structure import Node
from briefing.model.style import TextStyle


class InPlace:
    """What a note cites is named in the note itself."""

    marks = False

    def __init__(self, ledger: Ledger, number: int | None) -> None:
        self._ledger = ledger
        self._number = number

    def mark(self, marker: Marker, style: TextStyle) -> Piece:
        """Name the works where they are cited."""
        look = Look(style, self._ledger.language)
        return _naming(works_of(marker.noted), look, self._ledger, self._number)


def note_text(noted: Noted, look: Look, ledger: Ledger, number: int | None) -> Piece:
    """Set what a note says, with a full stop at its end.

    Args:
        noted: What it says.
        look: Of the note's text.
        ledger: Of the document.
        number: Of the note, counted from 0; None for one without a number.
    """
    if isinstance(noted, Footnote):
        return set_inlines(noted.children, look, ledger, InPlace(ledger, number))
    piece = _naming(works_of(noted), look, ledger, number)
    piece.add(text_piece(".", look, ledger))
    if isinstance(noted, Reading) and noted.doubt:
        piece.add(text_piece(f" {noted.doubt}", look, ledger, noted.where))
    return piece


def sources_text(
    readings: Sequence[Reading], works: Sequence[CitedWork], look: Look, ledger: Ledger
) -> Piece:
    """Name the sources of what a figure draws, each once, with the doubts there are."""
    cited = [*[work for reading in readings for work in works_of(reading)], *works]
    named: dict[tuple[str, str], CitedWork] = {}
    for work in cited:
        named.setdefault((work.key, work.locator), work)
    if not named:
        return Piece()
    head = ledger.words.source if len(named) == 1 else ledger.words.sources
    piece = text_piece(head, look, ledger)
    piece.add(_naming(list(named.values()), look, ledger, None))
    doubts = dict.fromkeys(r.doubt for r in readings if r.doubt)
    piece.add(text_piece("." + "".join(f" {doubt}" for doubt in doubts), look, ledger))
    return piece


def _naming(works: Sequence[CitedWork], look: Look, ledger: Ledger, number: int | None) -> Piece:
    """Name works one behind the other, in full or, where an earlier note did that, in short."""
    piece = Piece()
    for at, work in enumerate(works):
        lead = ("; " if at else "") + (f"{work.prefix} " if work.prefix else "")
        first = ledger.cited.get(work.key)
        source = ledger.manuscript.sources[work.key]
        form: Form = "full" if first is None else "short"
        segments = cite(
            source,
            work.locator,
            form=form,
            language=ledger.language,
            addresses=ledger.style.addresses,
        )
        back = "" if first is None else "\u00a0" + ledger.words.note.format(number=first + 1)
        if first is None and number is not None:
            ledger.cited[work.key] = number
        titled = replace(look, language=source.csl.get("language", look.language))
        for segment in (Segment(lead), *segments, Segment(back)):
            if segment.text:
                said = _set_segment(titled if segment.is_title else look, segment, ledger, work)
                is_foreign = segment.is_title and titled.language != look.language
                span = Node("Span", language=titled.language)
                piece.add(said.within(span) if is_foreign else said)
    return piece


def _set_segment(look: Look, segment: Segment, ledger: Ledger, work: CitedWork) -> Piece:
    style = slanted(look.style) if segment.italic else look.style
    if not segment.address:
        return text_piece(segment.text, replace(look, style=style), ledger, work.where)
    link = ledger.link(segment.address, ledger.words.opens.format(target=segment.address))
    language = "zxx" if segment.text == segment.address else look.language
    blue = Look(coloured(style, ledger.style.link), language, link)
    return linked(text_piece(segment.text, blue, ledger, work.where), link)


def works_of(noted: Noted) -> list[CitedWork]:
    """List the works that a note names."""
    match noted:
        case Citation(works=works):
            return list(works)
        case Reading(source=source, locator=locator, also=also, where=where):
            first = CitedWork(source, locator, "", where)
            return [first, *(CitedWork(key, "", "", where) for key in also)]
        case Footnote():
            return []


def saying(noted: Noted) -> object:
    """What makes two notes the same: the works and words, not the places they come from."""
    if isinstance(noted, Footnote):
        return tuple(map(_said, spread(noted.children)))
    return _named(works_of(noted)), noted.doubt if isinstance(noted, Reading) else ""


def _said(inline: Inline) -> object:
    match inline:
        case Text(text=text) | Quantity(text=text):
            return text
        case Citation(works=works):
            return _named(works)
        case Abbreviation(short=short):
            return short
        case Reference(target=target, show=show):
            return target, show
        case _:
            return type(inline)


def _named(works: Iterable[CitedWork]) -> object:
    return tuple((work.key, work.locator, work.prefix) for work in works)
