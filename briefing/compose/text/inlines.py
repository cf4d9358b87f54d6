"""Inlines to runs and their place in the structure; markers of notes among them."""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol, assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefing.compose.ledger import Ledger, Noted
from briefing.compose.survey.walk import Inlines, plain
from briefing.compose.text.looks import emboldened, raised, run_in, slanted
from briefing.compose.text.pieces import Kid, Look, Piece, linked, text_piece
from briefing.compose.text.references import set_abbreviation, set_reference
from briefing.errors import Location
from briefing.model.flow import Run
from briefing.model.manuscript import (
    Abbreviation,
    Citation,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Quantity,
    Reference,
    Span,
    Strong,
    Text,
)
from briefing.model.structure import Node
from briefing.model.style import TextStyle

__all__ = [
    "LABEL", "Kid", "Look", "Marker", "NoteKeeper", "Noted", "Piece", "bare", "linked", "plain",
    "set_inlines", "set_markers", "text_piece",
]  # fmt: skip

LABEL = "label"
"""The class of words that number a figure or table, which no author can give."""

_STOP = re.compile(r"[.,;:!?…]+[’”»\"']?")


class Marker(Struct, frozen=True):
    """A place where a note is called."""

    noted: Noted
    where: Location


class NoteKeeper(Protocol):
    """Where the notes of a text go: to the page's foot, under a table, or in place.

    Attributes:
        marks: Whether a marker stands for the note, which typography then puts in its place.
    """

    marks: bool

    def mark(self, marker: Marker, style: TextStyle) -> Piece:
        """Set the marker and keep the note."""
        ...


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


def bare(inlines: Sequence[Inline], labels: Mapping[str, str]) -> Inlines:
    """Only the words and their look: no notes, no links, abbreviations short.

    Args:
        inlines: With anything in them.
        labels: What references say, by id.
    """
    out: list[Inline] = []
    for child in _attach_markers(inlines, moving=True):
        match child:
            case Marker():
                pass
            case Text() | LineBreak():
                out.append(child)
            case Abbreviation(short=short, where=where):
                out.append(Text(short, where))
            case Reference(target=target, where=where):
                out.append(Text(labels.get(target, ""), where))
            case Link(children=children):
                out += bare(children, labels)
            case Emphasis(children=children) | Strong(children=children) | Span(children=children):
                out.append(replace(child, children=bare(children, labels)))
            case _:
                assert_never(child)
    return tuple(out)


def _set(child: "_Word", look: Look, ledger: Ledger, notes: NoteKeeper) -> Piece:
    match child:
        case Text(text=text, where=where):
            return text_piece(text, look, ledger, where)
        case LineBreak():
            piece = Piece()
            piece.runs.append(Run("\n", look.style, None, look.language))  # nothing to paint
            return piece
        case Emphasis(children=children):
            inner = replace(look, style=slanted(look.style))
            return set_inlines(children, inner, ledger, notes).within(Node("Em"))
        case Strong(children=children):
            inner = replace(look, style=emboldened(look.style))
            return set_inlines(children, inner, ledger, notes).within(Node("Strong"))
        case Span():
            return _set_span(child, look, ledger, notes)
        case Link(target=target, children=children):
            return _set_link(target, children, look, ledger, notes)
        case Abbreviation():
            return set_abbreviation(child, look, ledger)
        case Reference():
            return set_reference(child, look, ledger)
        case _:
            assert_never(child)


def _set_span(span: Span, look: Look, ledger: Ledger, notes: NoteKeeper) -> Piece:
    """Set words in another language, a label, or a head that runs on into its paragraph."""
    node = Node("Span", language=span.language or "")
    inner = replace(look, language=span.language or look.language)
    if LABEL in span.classes:
        node = replace(node, role="Lbl")
    if "run-in" in span.classes:
        heads = ledger.paragraph("h3").text.family
        inner = replace(inner, style=run_in(look.style, heads))
        node = replace(node, role="Strong")
    return set_inlines(span.children, inner, ledger, notes).within(node)


def _set_link(
    target: str, children: Sequence[Inline], look: Look, ledger: Ledger, notes: NoteKeeper
) -> Piece:
    if target.startswith("#"):
        named = ledger.survey.named.get(target[1:])
        anchor = named.anchor if named is not None else target[1:]
        link = ledger.link_to(anchor, plain(children, ledger.survey.labels))
    else:
        shown = target.removeprefix("mailto:")
        link = ledger.link(target, ledger.words.opens.format(target=shown))
    inner = look.within_link(link, ledger.style.link)
    return linked(set_inlines(children, inner, ledger, notes), link)


def _comma(look: Look, ledger: Ledger) -> Piece:
    """What keeps two markers apart that would read as one number."""
    return text_piece(",", replace(look, style=raised(look.style, ledger.style.link)), ledger)


_Word = Text | Emphasis | Strong | Link | Span | LineBreak | Abbreviation | Reference
Attached = _Word | Marker


def _attach_markers(inlines: Sequence[Inline], *, moving: bool) -> list[Attached]:
    """Put each marker where typography wants it: after the word, and after its punctuation."""
    out: list[Attached] = []
    for child in inlines:
        match child:
            case Quantity(text=text, reading=reading, where=where):
                _append_text(out, Text(text, where), moving=moving)
                out.append(Marker(child if child.further else reading, where))
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
