"""References to other places of the document, and abbreviations."""

from msgspec.structs import replace

from briefing.compose.ledger import Ledger
from briefing.compose.survey.targets import Target
from briefing.compose.survey.walk import plain
from briefing.compose.text.pieces import Look, Piece, linked, text_piece
from briefing.errors import Diagnostic, Location
from briefing.model.flow import Run
from briefing.model.manuscript import Abbreviation, Reference
from briefing.model.structure import Node

STAND_IN = "00"
"""As wide as the number of a page is expected to be."""


def set_reference(reference: Reference, look: Look, ledger: Ledger) -> Piece:
    """Name another place and lead there: ``Figure 3``, ``3`` or ``page 12``."""
    target = ledger.survey.named.get(reference.target)
    if target is None:
        ledger.problems.append(_gone(reference))
        return Piece()
    problem = _problem(reference, target, ledger.style.name)
    if problem is not None:
        ledger.problems.append(problem)
        return Piece()
    if look.link is not None:  # words of a link that leads elsewhere
        return _words(reference, target, look, ledger)
    link = ledger.link_to(target.anchor, target.label or plain(target.words))
    inside = look.within_link(link, ledger.style.link)
    piece = _words(reference, target, inside, ledger)
    return linked(piece, link).within(Node("Reference"))


def _words(reference: Reference, target: Target, look: Look, ledger: Ledger) -> Piece:
    match reference.show:
        case "page":
            return page_piece(ledger.words.page_reference, target.anchor, look, ledger)
        case "number":
            return text_piece(target.number, look, ledger, reference.where)
        case "label":
            return text_piece(target.label, look, ledger, reference.where)


def page_piece(words: str, anchor: str, look: Look, ledger: Ledger) -> Piece:
    """Say on which page an anchor lies; `words` have the place ``{page}``."""
    leaf = ledger.leaf()
    plainly = Run("", look.style, leaf, look.language, look.link)
    before, after = words.split("{page}")
    page = replace(plainly, text=STAND_IN, field="page-of", target=anchor)
    runs = (replace(plainly, text=before), page, replace(plainly, text=after))
    piece = Piece()
    piece.kids.append(leaf)
    piece.runs += [run for run in runs if run.text]
    return piece


def _gone(reference: Reference) -> Diagnostic:
    """Say that what is referred to is optional and had to go; load knows of all else."""
    message = f"'#{reference.target}' has been left out, for there are too many pages"
    hint = "let what is referred to stay, or be as optional as the words that refer to it"
    return Diagnostic(reference.where, message, hint)


def _problem(reference: Reference, target: Target, style: str) -> Diagnostic | None:
    """Say why there is nothing to print."""
    name, where = reference.target, reference.where
    if not target.label and reference.show == "label":
        message = f"'#{name}' has no title that a reference could name"
        return Diagnostic(where, message, f"give it a title, or write [words](#{name})")
    if target.number or reference.show != "number":
        return None
    reason = f"the style {style!r} does not number figures and tables"
    if target.kind == "heading":
        reason = "it is a heading"
    elif not target.words:
        reason = "it has no title"
    hint = f"write [](#{name}), which names it, or [words](#{name})"
    return Diagnostic(where, f"'#{name}' has no number: {reason}", hint)


def set_abbreviation(abbreviation: Abbreviation, look: Look, ledger: Ledger) -> Piece:
    """Set a short form; where it comes first, behind the words that it stands for."""
    short, long, where = abbreviation.short, abbreviation.long, abbreviation.where
    if not look.short and short not in ledger.spelled:
        ledger.spelled.add(short)
        piece = text_piece(f"{long} (", look, ledger, where)
        piece.add(_expanded(short, long, look, ledger, where))
        piece.add(text_piece(")", look, ledger, where))
        return piece
    return _expanded(short, long, look, ledger, where)


def _expanded(short: str, long: str, look: Look, ledger: Ledger, where: Location) -> Piece:
    return text_piece(short, look, ledger, where).within(Node("Span", expansion=long))
