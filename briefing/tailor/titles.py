"""Titles, and the remarks of charts and tables: text that stands apart from the running text.

Figures in them are plain text where the reading is printed or drawn below, with its source.
"""

from collections.abc import Callable, Iterable, Sequence

from briefing.errors import Location
from briefing.model import content
from briefing.model.country import Reading
from briefing.model.manuscript import Citation, Footnote, Inline, LineBreak, Quantity, Text
from briefing.tailor.inlines import plain_text, word
from briefing.tailor.names import plain_names
from briefing.tailor.values import Shown, Value
from briefing.tailor.work import Scope, Work


def title_scope(scope: Scope, at: Work, drawn: list[Reading]) -> Scope:
    """Make every figure plain text, and add its reading to `drawn`, for the sources below."""

    def take(shown: Shown) -> Value:
        if shown.reading not in drawn:
            drawn.append(shown.reading)
            at.cite_reading(shown.reading)
        return shown.text

    return _with(scope, take)


def cell_title_scope(scope: Scope, printed: list[Reading]) -> Scope:
    """Make plain text of the figures that stand in a cell; the others keep their note."""

    def take(shown: Shown) -> Value:
        return shown.text if shown.reading in printed else shown

    return _with(scope, take)


def _with(scope: Scope, take: Callable[[Shown], Value]) -> Scope:
    return scope._replace(names=plain_names(scope.names, take))


def document_title(children: Sequence[content.Inline], at: Work, scope: Scope) -> str:
    """Word the title of a document as plain text, in which no note can stand."""
    words = word(children, at, scope)
    for where in _notes(words):
        hint = "say it in the text, where its source can be printed"
        at.report(where, "the title of a document has no room for a note or figure", hint)
    return plain_text(words)


def _notes(inlines: Iterable[Inline]) -> Iterable[Location]:
    for child in inlines:
        match child:
            case Quantity(where=where) | Citation(where=where) | Footnote(where=where):
                yield where
            case Text() | LineBreak():
                pass
            case _:
                yield from _notes(child.children)
