"""Notes: their numbers, and where they are printed.

A note of running text is numbered and goes to the foot of the page, or in some styles to a list at
the end; those of a table, figure or picture are set under it, with letters. A work is named in full
by the first numbered note that cites it, and in short form, with that note's number, by later ones.
"""

from msgspec.structs import replace

from briefing.compose.ledger import Ledger, Noted
from briefing.compose.notes.works import InPlace, note_text, saying, sources_text
from briefing.compose.text.inlines import Marker, NoteKeeper
from briefing.compose.text.looks import superior
from briefing.compose.text.pieces import Look, Piece, linked, text_piece
from briefing.errors import Diagnostic
from briefing.model.flow import NoteItem, ParagraphItem
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle, TextStyle
from briefing.numbers import letters

__all__ = [
    "FootNotes", "InPlace", "LetteredNotes", "Refused", "Waiting", "of_paragraph", "saying",
    "set_endnotes", "sources_text",
]  # fmt: skip


class FootNotes:
    """Numbered notes, at the foot of the page or at the end.

    Args:
        ledger: Of the document.
        shared: A note that says the same as one before it is not repeated: for a group that stays
            on one page, such as the key facts.
    """

    marks = True

    def __init__(self, ledger: Ledger, *, shared: bool = False) -> None:
        self._ledger = ledger
        self.shared = shared
        self._said: dict[object, int] | None = {} if shared else None

    def mark(self, marker: Marker, style: TextStyle) -> Piece:
        """Set the marker, and keep the note unless this group has it already."""
        ledger = self._ledger
        key = saying(marker.noted) if self._said is not None else None
        said = self._said.get(key) if self._said is not None else None
        if said is not None:
            return self._reference(said, style)
        number = ledger.note()
        if self._said is not None:
            self._said[key] = number
        piece = self._reference(number, style)
        if ledger.style.notes == "end":
            ledger.waiting.append((number, marker.noted))
        else:
            piece.kids.append(self._keep(marker.noted, number))
        return piece

    def _reference(self, number: int, style: TextStyle) -> Piece:
        ledger = self._ledger
        goes_to = ledger.words.goes_to_note.format(number=number + 1)
        link = ledger.link(f"#{_anchor(number)}", goes_to)
        look = Look(superior(style, ledger.style.link), ledger.language, link)
        piece = linked(text_piece(str(number + 1), look, ledger), link).within(Node("Reference"))
        if ledger.style.notes == "end":
            piece.marked = (_anchor(number),)
        else:
            piece.runs = [replace(run, note=number) for run in piece.runs]
        return piece

    def _keep(self, noted: Noted, number: int) -> Node:
        """Set the note's text for the foot of the page; its element stands at the marker."""
        ledger = self._ledger
        anchor = _anchor(number)
        style = ledger.paragraph("note")
        piece = _behind(str(number + 1), noted, f"{anchor}-back", style, ledger, number)
        ledger.notes[number] = NoteItem(ParagraphItem(tuple(piece.runs), style), anchor)
        return Node("Note", tuple(piece.kids), id=anchor)


def of_paragraph(notes: NoteKeeper, ledger: Ledger) -> NoteKeeper:
    """Give the keeper of one paragraph, which like a group shares its equal notes."""
    single = isinstance(notes, FootNotes) and not notes.shared
    return FootNotes(ledger, shared=True) if single else notes


def set_endnotes(ledger: Ledger) -> list[tuple[ParagraphItem, Node]]:
    """Set the notes that wait for the end, or for the list before it."""
    style = ledger.paragraph("note")
    done: list[tuple[ParagraphItem, Node]] = []
    for number, noted in ledger.waiting:
        anchor = _anchor(number)
        piece = _behind(str(number + 1), noted, ledger.backs[anchor], style, ledger, number)
        item = ParagraphItem(tuple(piece.runs), style, anchor=anchor)
        done.append((item, Node("Note", tuple(piece.kids), id=anchor)))
    ledger.waiting.clear()
    return done


def _behind(
    name: str, noted: Noted, back: str, style: ParagraphStyle, ledger: Ledger, number: int | None
) -> Piece:
    """Set a note behind its number or letter, which leads back to where it is first called.

    Args:
        name: The number or letter.
        noted: What the note says.
        back: The anchor that it leads back to.
        style: Of the note.
        ledger: Of the document.
        number: Of the note, counted from 0; None for one with a letter.
    """
    look = Look(style.text, ledger.language)
    link = ledger.link(f"#{back}", ledger.words.goes_back.format(number=name))
    label = replace(look, style=superior(look.style, ledger.style.link), link=link)
    piece = linked(text_piece(name, label, ledger), link).within(Node("Lbl"))
    piece.add(text_piece(" ", look, ledger))
    piece.add(note_text(noted, look, ledger, number))
    return piece


class LetteredNotes:
    """Notes of one table, figure or picture, set under it; equal ones share a letter.

    Args:
        ledger: Of the document.
        name: Unique; their anchors begin with it.
        style: The paragraph that they are set in.

    """

    marks = True

    def __init__(self, ledger: Ledger, name: str, style: str = "table-note") -> None:
        self._ledger = ledger
        self._name = name
        self._style = ledger.paragraph(style)
        self._said: dict[object, int] = {}
        self._noted: list[Noted] = []

    def mark(self, marker: Marker, style: TextStyle) -> Piece:
        """Set a letter, and keep the note unless there is such a one already."""
        at = self._said.setdefault(saying(marker.noted), len(self._noted))
        first = at == len(self._noted)
        if first:
            self._noted.append(marker.noted)
        ledger, letter = self._ledger, letters(at + 1)
        goes_to = ledger.words.goes_to_note.format(number=letter)
        anchor = self._anchor(at)
        link = ledger.link(f"#{anchor}", goes_to)
        look = Look(superior(style, ledger.style.link), ledger.language, link)
        piece = linked(text_piece(letter, look, ledger), link).within(Node("Reference"))
        if first:
            piece.marked = (anchor,)
        return piece

    def below(self) -> list[tuple[ParagraphItem, Node]]:
        """Set the notes, one paragraph each, once all that calls them is a paragraph."""
        ledger, style = self._ledger, self._style
        done: list[tuple[ParagraphItem, Node]] = []
        for at, noted in enumerate(self._noted):
            anchor = self._anchor(at)
            piece = _behind(letters(at + 1), noted, ledger.backs[anchor], style, ledger, None)
            item = ParagraphItem(tuple(piece.runs), style, anchor=anchor)
            done.append((item, Node("Note", tuple(piece.kids), id=anchor)))
        return done

    def _anchor(self, at: int) -> str:
        return f"{self._name}:note-{letters(at + 1)}"


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


class Refused:
    """Takes no notes: there is no foot on a cover."""

    marks = True

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def mark(self, marker: Marker, style: TextStyle) -> Piece:  # noqa: ARG002 (nothing is set)
        """Tell the author that the note cannot stand here."""
        hint = "say it in the text, where notes can stand"
        problem = Diagnostic(marker.where, "a note on a cover, title page or back cover", hint)
        self._ledger.problems.append(problem)
        return Piece()


def _anchor(number: int) -> str:
    return f"note:{number + 1}"
