"""Titles, and the remarks of charts and tables: text that stands apart from the running text.

Figures in them need no note where the reading is printed or drawn below, with its source.
"""

from collections.abc import Callable, Iterable, Sequence

from briefing.errors import Location
from briefing.model import prose
from briefing.model.country import Reading
from briefing.model.manuscript import (
    Abbreviation,
    Citation,
    Footnote,
    Inline,
    LineBreak,
    Quantity,
    Reference,
    Text,
)
from briefing.tailor.expressions.values import Shown, Told, Value
from briefing.tailor.names import plain_names
from briefing.tailor.words.inlines import plain_text, word
from briefing.tailor.work import Scope, Work


def title_scope(scope: Scope, at: Work, drawn: list[Reading]) -> Scope:
    """Make every figure plain text, and add its reading to `drawn`, for the sources below."""

    def take(shown: Shown) -> Value:
        for reading in shown.readings:
            if reading not in drawn:
                drawn.append(reading)
                at.cite_reading(reading)
        return Told(shown.text, shown.readings)

    return _with(scope, take)


def cell_title_scope(scope: Scope, printed: list[Reading]) -> Scope:
    """Make plain text of the figures that stand in a cell; the others keep their note."""

    def take(shown: Shown) -> Value:
        return shown.text if all(one in printed for one in shown.readings) else shown

    return _with(scope, take)


def _with(scope: Scope, take: Callable[[Shown], Value]) -> Scope:
    return scope._replace(names=plain_names(scope.names, take))


def document_title(children: Sequence[prose.Inline], at: Work, scope: Scope) -> str:
    """Word the title of a document as plain text, in which no note can stand."""
    words = word(children, at, scope)
    _refuse_notes(words, "the title of a document", at)
    return plain_text(words)


def short_title(children: Sequence[prose.Inline], at: Work, scope: Scope) -> tuple[Inline, ...]:
    """Word the title of a section as running heads have it, likewise."""
    words = word(children, at, scope)
    _refuse_notes(words, "the short title of a section", at)
    return words


def alternative_text(
    children: Sequence[prose.Inline], where: Location, at: Work, scope: Scope
) -> str:
    """Word what is said in place of a picture as plain text; ornaments alone say nothing."""
    words = word(children, at, scope)
    what = "the alternative text of a picture"
    _refuse_notes(words, what, at)
    text = plain_text(words).strip()
    if children and not text:
        hint = "say in 'alt' something that no condition leaves out"
        at.report(where, f"nothing is left of {what}", hint, "alternative")
    return text


def _refuse_notes(inlines: Iterable[Inline], what: str, at: Work) -> None:
    """Report what needs a note, or stands for something that is known on the page alone."""
    for child in inlines:
        match child:
            case Quantity(where=where) | Citation(where=where) | Footnote(where=where):
                hint = "say it in the text, where its source can be printed"
                at.report(where, f"{what} has no room for a note or figure", hint)
            case Reference(where=where):
                at.report(where, f"{what} cannot refer to a place", "name it in words")
            case Text() | LineBreak() | Abbreviation():
                pass
            case _:
                _refuse_notes(child.children, what, at)
