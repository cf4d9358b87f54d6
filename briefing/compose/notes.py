"""Notes: their numbers, their texts, and where they are printed.

A note of running text is numbered and goes to the foot of the page; those of a table or figure are
set under it, with letters. A work is named in full by the first numbered note that cites it, and in
short form, with that note's number, by later ones.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.compose.cite import Form, Segment, cite
from briefing.compose.inlines import (
    Look,
    Marker,
    Noted,
    Piece,
    coloured,
    linked,
    set_inlines,
    slanted,
    superior,
    text_piece,
)
from briefing.compose.ledger import Ledger
from briefing.model.country import Reading
from briefing.model.flow import NoteItem, ParagraphItem
from briefing.model.manuscript import Citation, CitedWork, Footnote
from briefing.model.structure import Node
from briefing.model.style import TextStyle

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class FootNotes:
    """Numbered notes at the foot of the page.

    Args:
        ledger: Of the document.
        shared: A note that says the same as one before it is not repeated: for a group that stays
            on one page, such as the key facts.
    """

    marks = True

    def __init__(self, ledger: Ledger, *, shared: bool = False) -> None:
        self._ledger = ledger
        self._said: dict[object, int] | None = {} if shared else None

    def mark(self, marker: Marker, style: TextStyle) -> Piece:
        """Set the marker, and keep the note unless this group has it already."""
        key = saying(marker.noted)
        said = self._said.get(key) if self._said is not None else None
        if said is not None:
            return self._reference(said, style)
        number = self._ledger.note()
        if self._said is not None:
            self._said[key] = number
        piece = self._reference(number, style)
        piece.kids.append(self._keep(marker.noted, number))
        return piece

    def _reference(self, number: int, style: TextStyle) -> Piece:
        ledger = self._ledger
        goes_to = ledger.words.goes_to_note.format(number=number + 1)
        link = ledger.link(f"#{_anchor(number)}", goes_to)
        look = Look(superior(style, ledger.style.link), ledger.language, link)
        piece = linked(text_piece(str(number + 1), look, ledger), link)
        piece.runs = [replace(run, note=number) for run in piece.runs]
        piece.kids = [Node("Reference", tuple(piece.kids))]
        return piece

    def _keep(self, noted: Noted, number: int) -> Node:
        """Set the note's text for the foot of the page; its element stands at the marker."""
        ledger = self._ledger
        anchor = _anchor(number)
        style = ledger.paragraph("note")
        look = Look(style.text, ledger.language)
        piece = _label(str(number + 1), f"#{anchor}-back", number + 1, look, ledger)
        piece.add(note_text(noted, look, ledger, number))
        ledger.notes[number] = NoteItem(ParagraphItem(tuple(piece.runs), style), anchor)
        return Node("Note", tuple(piece.kids), id=anchor)


class LetteredNotes:
    """Notes of one table, set under it; equal ones share a letter.

    Attributes:
        items: The notes so far, one paragraph each.
        nodes: Their elements.
    """

    marks = True

    def __init__(self, ledger: Ledger, name: str) -> None:
        self._ledger = ledger
        self._name = name
        self._said: dict[object, int] = {}
        self.items: list[ParagraphItem] = []
        self.nodes: list[Node] = []

    def mark(self, marker: Marker, style: TextStyle) -> Piece:
        """Set a letter, and keep the note unless the table has it already."""
        key = saying(marker.noted)
        at = self._said.get(key)
        if at is None:
            at = self._said[key] = len(self.items)
            self._keep(marker.noted, at)
        ledger = self._ledger
        goes_to = ledger.words.goes_to_note.format(number=_letter(at))
        link = ledger.link(f"#{self._anchor(at)}", goes_to)
        look = Look(superior(style, ledger.style.link), ledger.language, link)
        piece = linked(text_piece(_letter(at), look, ledger), link)
        piece.kids = [Node("Reference", tuple(piece.kids))]
        return piece

    def _keep(self, noted: Noted, at: int) -> None:
        ledger = self._ledger
        style = ledger.paragraph("table-note")
        look = Look(style.text, ledger.language)
        piece = text_piece(
            _letter(at), replace(look, style=superior(look.style, ledger.style.link)), ledger
        )
        piece.kids = [Node("Lbl", tuple(piece.kids))]
        piece.add(text_piece(" ", look, ledger))
        piece.add(note_text(noted, look, ledger, None))
        anchor = self._anchor(at)
        self.items.append(ParagraphItem(tuple(piece.runs), style, anchor=anchor))
        self.nodes.append(Node("Note", tuple(piece.kids), id=anchor))

    def _anchor(self, at: int) -> str:
        return f"{self._name}:note-{_letter(at)}"


class Waiting:
    """Keeps markers for later: a large figure is noted behind its label, or 75⁵ reads as a power.

    Attributes:
        markers: Those met so far.
    """

    marks = False

    def __init__(self) -> None:
        self.markers: list[Marker] = []

    def mark(self, marker: Marker, style: TextStyle) -> Piece:  # noqa: ARG002 (set later)
        """Set nothing yet."""
        self.markers.append(marker)
        return Piece()


class InPlace:
    """What a note cites is named in the note itself."""

    marks = False

    def __init__(self, ledger: Ledger, number: int | None) -> None:
        self._ledger = ledger
        self._number = number

    def mark(self, marker: Marker, style: TextStyle) -> Piece:
        """Name the works where they are cited."""
        look = Look(style, self._ledger.language)
        return _naming(_works(marker.noted), look, self._ledger, self._number)


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
    piece = _naming(_works(noted), look, ledger, number)
    piece.add(text_piece(".", look, ledger))
    if isinstance(noted, Reading) and noted.doubt:
        piece.add(text_piece(f" {noted.doubt}", look, ledger, noted.where))
    return piece


def sources_text(readings: Sequence[Reading], look: Look, ledger: Ledger) -> Piece:
    """Name the sources of what a figure draws, each once, with the doubts there are."""
    works = list(dict.fromkeys((w.key, w.locator) for r in readings for w in _works(r)))
    where = {(w.key, w.locator): w for r in readings for w in _works(r)}
    named = [where[work] for work in works]
    if not named:
        return Piece()
    head = ledger.words.source if len(named) == 1 else ledger.words.sources
    piece = text_piece(head, look, ledger)
    piece.add(_naming(named, look, ledger, None))
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
        piece.add(_segments((Segment(lead), *segments, Segment(back)), look, ledger, work))
    return piece


def _segments(segments: Sequence[Segment], look: Look, ledger: Ledger, work: CitedWork) -> Piece:
    piece = Piece()
    for segment in segments:
        if not segment.text:
            continue
        style = slanted(look.style) if segment.italic else look.style
        if not segment.address:
            piece.add(text_piece(segment.text, replace(look, style=style), ledger, work.where))
            continue
        link = ledger.link(segment.address, ledger.words.opens.format(target=segment.address))
        language = "zxx" if segment.text == segment.address else look.language
        blue = Look(coloured(style, ledger.style.link), language, link)
        piece.add(linked(text_piece(segment.text, blue, ledger, work.where), link))
    return piece


def _label(text: str, target: str, number: int, look: Look, ledger: Ledger) -> Piece:
    """Set a note's number, which leads back to its marker, and the space behind it."""
    link = ledger.link(target, ledger.words.goes_back.format(number=number))
    style = superior(look.style, ledger.style.link)
    piece = linked(text_piece(text, Look(style, look.language, link), ledger), link)
    piece.kids = [Node("Lbl", tuple(piece.kids))]
    piece.add(text_piece(" ", look, ledger))
    return piece


def _works(noted: Noted) -> list[CitedWork]:
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
        return noted
    works = tuple((work.key, work.locator, work.prefix) for work in _works(noted))
    return works, noted.doubt if isinstance(noted, Reading) else ""


def _anchor(number: int) -> str:
    return f"note:{number + 1}"


def _letter(at: int) -> str:
    """Name the note at index `at`: a to z, then aa, bb and so on."""
    return _LETTERS[at % 26] * (at // 26 + 1)
