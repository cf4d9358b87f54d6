"""Inlines to runs and their place in the structure; markers of notes among them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefing.compose.ledger import Ledger
from briefing.errors import Location
from briefing.model.country import Reading
from briefing.model.flow import Run
from briefing.model.manuscript import (
    Citation,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Quantity,
    Span,
    Strong,
    Text,
)
from briefing.model.structure import Leaf, LinkPlace, Node
from briefing.model.style import TextStyle

Kid = Node | Leaf | LinkPlace
Noted = Citation | Footnote | Reading
"""What a note can say: named works, the author's own words, where a figure comes from."""

_STOP = re.compile(r"[.,;:!?…]+[’”»\"']?")


class Marker(Struct, frozen=True):
    """A place where a note is called."""

    noted: Noted
    where: Location


class Piece:
    """Runs and the structure over them, growing together."""

    __slots__ = ("kids", "runs")

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.kids: list[Kid] = []

    def add(self, other: "Piece") -> None:
        """Append what `other` holds, in the same element.

        A space that stands alone joins the leaf before it: at a line's end it is not painted,
        and a leaf of its own would then be nowhere.
        """
        for run in other.runs:
            if run.leaf is None and run.text != "\n" and self.runs:
                self.runs.append(replace(run, leaf=self.runs[-1].leaf))
            else:
                self.runs.append(run)
        self.kids += other.kids


class NoteKeeper(Protocol):
    """Where the notes of a text go: to the page's foot, under a table, or in place.

    Attributes:
        marks: Whether a marker stands for the note, which typography then puts in its place.
    """

    marks: bool

    def mark(self, marker: Marker, style: TextStyle) -> Piece:
        """Set the marker and keep the note."""
        ...


class Look(Struct, frozen=True):
    """What a run takes from what surrounds it."""

    style: TextStyle
    language: str
    link: int | None = None


def set_inlines(inlines: Sequence[Inline], look: Look, ledger: Ledger, notes: NoteKeeper) -> Piece:
    """Turn inlines into runs, in order, with a structure leaf for each stretch of text."""
    piece = Piece()
    marked = False
    for child in _attach_markers(inlines, moving=notes.marks):
        if isinstance(child, Marker):
            if marked and notes.marks:
                piece.add(_comma(look, ledger))
            piece.add(notes.mark(child, look.style))
        else:
            piece.add(_set(child, look, ledger, notes))
        marked = isinstance(child, Marker)
    return piece


def set_markers(markers: Sequence[Marker], look: Look, ledger: Ledger, notes: NoteKeeper) -> Piece:
    """Set markers one behind the other."""
    piece = Piece()
    for number, marker in enumerate(markers):
        if number:
            piece.add(_comma(look, ledger))
        piece.add(notes.mark(marker, look.style))
    return piece


def plain(inlines: Sequence[Inline]) -> str:
    """Only the words, without notes."""
    words: list[str] = []
    for child in inlines:
        match child:
            case Text(text=text) | Quantity(text=text):
                words.append(text)
            case LineBreak():
                words.append(" ")
            case Emphasis(children=children) | Strong(children=children):
                words.append(plain(children))
            case Link(children=children) | Span(children=children):
                words.append(plain(children))
            case Citation() | Footnote():
                pass
            case _:
                assert_never(child)
    return "".join(words)


def text_piece(text: str, look: Look, ledger: Ledger, where: Location | None = None) -> Piece:
    """Set plain words with a leaf of their own, or spaces, which join the leaf before them."""
    piece = Piece()
    leaf = None if text.isspace() else ledger.leaf()
    piece.runs.append(Run(text, look.style, leaf, look.language, look.link, where=where))
    if leaf is not None:
        piece.kids.append(leaf)
    return piece


def linked(piece: Piece, link: int) -> Piece:
    """Put a Link element around what `piece` holds; its runs already carry the link."""
    outer = Piece()
    outer.runs = piece.runs
    outer.kids = [Node("Link", (*piece.kids, LinkPlace(link)))]
    return outer


@lru_cache(maxsize=1024)
def slanted(style: TextStyle) -> TextStyle:
    """The italic of a style, upright where the style itself is in italics."""
    return replace(style, italic=not style.italic)


@lru_cache(maxsize=1024)
def emboldened(style: TextStyle) -> TextStyle:
    """The bold of a style."""
    return replace(style, bold=True)


@lru_cache(maxsize=1024)
def coloured(style: TextStyle, colour: str) -> TextStyle:
    """A style in another colour."""
    return replace(style, colour=colour)


@lru_cache(maxsize=1024)
def superior(style: TextStyle, colour: str) -> TextStyle:
    """The style of note markers: the face's own superior figures, upright."""
    return replace(style, colour=colour, italic=False, features=(*style.features, "sups"))


@lru_cache(maxsize=1024)
def _raised(style: TextStyle, colour: str) -> TextStyle:
    """Small and high, for the comma, of which faces have no superior form."""
    return replace(superior(style, colour), size=style.size * 0.62, rise=style.size * 0.34)


def _set(
    child: Text | Emphasis | Strong | Link | Span | LineBreak,
    look: Look,
    ledger: Ledger,
    notes: NoteKeeper,
) -> Piece:
    match child:
        case Text(text=text, where=where):
            return text_piece(text, look, ledger, where)
        case LineBreak():
            piece = Piece()
            piece.runs.append(Run("\n", look.style, None, look.language))  # nothing to paint
            return piece
        case Emphasis(children=children):
            inner = replace(look, style=slanted(look.style))
            return _wrap(Node("Em"), set_inlines(children, inner, ledger, notes))
        case Strong(children=children):
            inner = replace(look, style=emboldened(look.style))
            return _wrap(Node("Strong"), set_inlines(children, inner, ledger, notes))
        case Span(children=children, language=language):
            inner = replace(look, language=language or look.language)
            node = Node("Span", language=language or "")
            return _wrap(node, set_inlines(children, inner, ledger, notes))
        case Link(target=target, children=children):
            return _set_link(target, children, look, ledger, notes)
        case _:
            assert_never(child)


def _set_link(
    target: str, children: Sequence[Inline], look: Look, ledger: Ledger, notes: NoteKeeper
) -> Piece:
    words = ledger.words.goes_to if target.startswith("#") else ledger.words.opens
    shown = plain(children) if target.startswith("#") else target.removeprefix("mailto:")
    link = ledger.link(target, words.format(target=shown))
    style = coloured(look.style, ledger.style.link)
    return linked(set_inlines(children, Look(style, look.language, link), ledger, notes), link)


def _wrap(node: Node, piece: Piece) -> Piece:
    """Put an element around what `piece` holds."""
    outer = Piece()
    outer.runs = piece.runs
    outer.kids = [replace(node, kids=tuple(piece.kids))] if piece.kids else []
    return outer


def _comma(look: Look, ledger: Ledger) -> Piece:
    """What keeps two markers apart that would read as one number."""
    return text_piece(",", replace(look, style=_raised(look.style, ledger.style.link)), ledger)


Attached = Text | Emphasis | Strong | Link | Span | LineBreak | Marker


def _attach_markers(inlines: Sequence[Inline], *, moving: bool) -> list[Attached]:
    """Put each marker where typography wants it: after the word, and after its punctuation."""
    out: list[Attached] = []
    for child in inlines:
        match child:
            case Quantity(text=text, reading=reading, where=where):
                _append_text(out, Text(text, where), moving=moving)
                out.append(Marker(reading, where))
            case Citation(where=where) | Footnote(where=where):
                if moving:
                    _strip_end(out)
                out.append(Marker(child, where))
            case Text():
                _append_text(out, child, moving=moving)
            case _:
                out.append(child)
    return out


def _append_text(out: list[Attached], text: Text, *, moving: bool) -> None:
    """Append a text; a stop at its start goes before the markers that it follows."""
    behind = moving and bool(out) and isinstance(out[-1], Marker)
    match = _STOP.match(text.text) if behind else None
    if match is None:
        out.append(text)
        return
    at = len(out)
    while at and isinstance(out[at - 1], Marker):
        at -= 1
    before = out[at - 1] if at else None
    if isinstance(before, Text):
        out[at - 1] = Text(before.text + match[0], before.where)
    else:
        out.insert(at, Text(match[0], text.where))
    if match.end() < len(text.text):
        where = replace(text.where, column=text.where.column + match.end())
        out.append(Text(text.text[match.end() :], where))


def _strip_end(out: list[Attached]) -> None:
    """Drop the space that an author leaves before a citation."""
    if out and isinstance(out[-1], Text):
        stripped = out[-1].text.rstrip(" ")
        out[-1] = Text(stripped, out[-1].where)
        if not stripped:
            out.pop()
