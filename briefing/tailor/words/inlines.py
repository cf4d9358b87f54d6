"""Word the text of a block: drop what does not apply, fill in what expressions give."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model import prose
from briefing.model.manuscript import (
    Abbreviation,
    Emphasis,
    Footnote,
    Inline,
    Link,
    Quantity,
    Span,
    Strong,
)
from briefing.model.prose import (
    Citation,
    Expression,
    LineBreak,
    Reference,
    Text,
)
from briefing.tailor.expressions import read_expression
from briefing.tailor.expressions.values import ExpressionError, Short, Shown, Told, printed
from briefing.tailor.named import name_of_words
from briefing.tailor.rules.conditions import Verdict
from briefing.tailor.words.gaps import BLANKS, CAPITAL_GAP, GAP, begins_small, close_gaps
from briefing.tailor.words.judged import judge_link, judge_script
from briefing.tailor.work import Lead, Scope, Work

_OTHERWISE = 'give it the same conditions, or say what is noted instead: [@…]{otherwise="…"}'
_SMALL = "a sentence begins here, with a small letter, in what is left for"
_SMALL_HINT = "let its first words be of one condition, and word it anew for these readers"
_BEFORE_WORDS = " \n“„«‘(["
_LINE_ENDS = str.maketrans("\r\n\t\v\f", "     ")


def word(children: Sequence[prose.Inline], at: Work, scope: Scope) -> tuple[Inline, ...]:
    """Word the whole text of a block; empty where nothing is left but blanks."""
    out: list[Inline] = []
    gaps = _word_all(children, at, scope, out)
    if gaps:
        for where in begins_small(out):
            at.warn(where, f"{_SMALL} audience {at.rules.audience!r}", _SMALL_HINT, "")
        out = close_gaps(out, scope.language)
    _trim(out)
    if not _has_words(out):
        return ()
    if scope.language != at.facts.language:
        return (Span(tuple(out), (), scope.language),)
    return tuple(out)


def plain_text(inlines: Sequence[Inline]) -> str:
    """Give the words alone, without notes and references, in one line."""
    return " ".join(filter(None, _plain(inlines).split(" ")))


def _plain(inlines: Sequence[Inline]) -> str:
    words: list[str] = []
    for child in inlines:
        match child:
            case Text(text=text) | Quantity(text=text):
                words.append("" if child is GAP or child is CAPITAL_GAP else text)
            case Abbreviation(short=text):
                words.append(text)
            case LineBreak():
                words.append(" ")
            case Citation() | Footnote() | Reference():
                pass
            case Emphasis() | Strong() | Link() | Span():
                words.append(_plain(child.children))
            case _:
                assert_never(child)
    return "".join(words)


def _word_all(children: Sequence[prose.Inline], at: Work, scope: Scope, out: list[Inline]) -> bool:
    """Append what `children` say to `out`, and tell whether something was left out."""
    gaps = False
    for child in children:
        kind = type(child)
        if kind is Text:
            _append_text(out, child)  # type: ignore[arg-type]
        elif kind is prose.Worded:
            _word_expression(child.expression, at, scope, out)  # type: ignore[union-attr]
        elif kind is Citation:
            gaps |= _word_citation(child, at, scope, out)  # type: ignore[arg-type]
        else:
            gaps |= _word_group(child, at, scope, out)
    return gaps


def _word_group(child: prose.Inline, at: Work, scope: Scope, out: list[Inline]) -> bool:
    match child:
        case prose.Span():
            return _word_span(child, at, scope, out)
        case LineBreak():
            out.append(child)
            return False
        case Reference():
            target = _target(child.target, child, at, scope)
            if target is None:
                return _word_all(child.otherwise or (), at, scope, out)
            out.append(Reference(target, child.show, child.where))
            return False
        case prose.Link(target=target, otherwise=otherwise) if target.startswith("#"):
            name = _target(target[1:], child, at, scope)
            if name is None:
                return _word_all(otherwise or (), at, scope, out)
            child = replace(child, target=f"#{name}")
        case prose.Footnote():
            scope = scope._replace(in_note=True)
    inner: list[Inline] = []
    assert not isinstance(child, prose.Worded | Text | Citation)
    gaps = _word_all(child.children, at, scope, inner)
    if not _has_words(inner):
        out += (*inner, GAP)  # blanks still keep words apart
        return True
    words = tuple(inner)
    match child:
        case prose.Emphasis():
            out.append(Emphasis(words))
        case prose.Strong():
            out.append(Strong(words))
        case prose.Footnote():
            at.include(child)
            out.append(Footnote(words, child.where))
        case prose.Link():
            judge_link(child, plain_text(words), at, scope)
            out.append(Link(child.target, words, child.where))
        case _:
            assert_never(child)
    return gaps


def _target(wanted: str, of: Reference | prose.Link, at: Work, scope: Scope) -> str | None:
    """Give the name under which an id is printed that something leads to.

    None where it is not there, and something else is to be printed.
    """
    name = scope.renames.get(wanted, wanted)
    if of.otherwise is not None and name in at.absent:
        return None
    at.references.append(Lead(wanted, name, of.where, of.otherwise is not None))
    return name


def _word_citation(citation: Citation, at: Work, scope: Scope, out: list[Inline]) -> bool:
    """Cite works; of those that readers may not know of, only what is said otherwise."""
    gaps = False
    keys = [work.key for work in citation.works]
    hidden = [(work, verdict) for work in citation.works if (verdict := at.hides(work.key))]
    if not hidden:
        at.cite(keys)
        at.include(citation)
        out.append(citation if citation.otherwise is None else replace(citation, otherwise=None))
    elif citation.otherwise is not None:
        words: list[Inline] = []
        gaps = _word_all(citation.otherwise, at, scope._replace(in_note=True), words)
        for _, verdict in hidden:
            at.omit(citation.where, name_of_words(citation), *verdict)
        if scope.in_note:
            out += words
        elif _has_words(words):
            out.append(Footnote(tuple(words), citation.where))
    for work, verdict in hidden if citation.otherwise is None else ():
        at.report(work.where, f"this cites {work.key!r}, {_who_may_not(verdict, at)}", _OTHERWISE)
    return gaps


def _who_may_not(verdict: Verdict, at: Work) -> str:
    if verdict[0] in ("audience", "marking"):
        return f"which audience {at.rules.audience!r} may not see"
    return f"which is left out of this brief: it is {verdict[1]}"


def _word_span(span: prose.Span, at: Work, scope: Scope, out: list[Inline]) -> bool:
    attributes = span.attributes
    scopes = at.occurrences(attributes, span.where, name_of_words(span), scope)
    gaps = not scopes
    if gaps:
        out.append(CAPITAL_GAP if _is_capital(span.children) else GAP)
    language = attributes.language if attributes.language != scope.language else None
    for inner in scopes:
        words: list[Inline] = []
        gaps |= _word_all(span.children, at, inner, words)
        if not _has_words(words):
            gaps = True
            out += (*words, GAP)
            continue
        at.mark(attributes.conditions, span)
        if language is None and not attributes.classes:
            _append_all(out, words)
        else:
            out.append(Span(tuple(words), attributes.classes, language))
    return gaps


def _is_capital(children: Sequence[prose.Inline]) -> bool:
    """Whether words begin with a capital, as far as that is known before they are worded."""
    for child in children:
        match child:
            case Text(text=text):
                if words := text.lstrip(_BEFORE_WORDS):
                    return words[0].isupper()
            case prose.Emphasis() | prose.Strong() | prose.Link() | prose.Span():
                return _is_capital(child.children)
            case _:
                return False
    return False


def _word_expression(expression: Expression, at: Work, scope: Scope, out: list[Inline]) -> None:
    where = expression.where
    try:
        value = read_expression(expression.source)(scope.names)
        if isinstance(value, Shown):
            for reading in value.readings:
                at.cite_reading(reading)
            out.append(Quantity(value.text, value.reading, where, value.further))
            return
        if isinstance(value, Told):
            out.append(Quantity(str(value), value.readings[0], where, value.readings[1:]))
            return
        if isinstance(value, Short):
            out.append(Abbreviation(value.short, value.long, where))
            return
        text = printed(value, at.facts.language)
    except ExpressionError as error:
        at.report_expression(expression, error)
        return
    if text:
        judge_script(text, where, at, scope)
        out.append(Text(text.translate(_LINE_ENDS), where))


def _append_all(out: list[Inline], words: list[Inline]) -> None:
    for child in words:
        if isinstance(child, Text):
            _append_text(out, child)
        else:
            out.append(child)


def _append_text(out: list[Inline], text: Text) -> None:
    """Append words, to the words before them where the author wrote both in one go."""
    last = out[-1] if out else None
    if isinstance(last, Text) and _follows(last, text.where):
        out[-1] = Text(last.text + text.text, last.where)
    else:
        out.append(text)


def _follows(text: Text, where: Location) -> bool:
    start = text.where
    return (
        start.column + len(text.text) == where.column
        and start.line == where.line
        and start.file == where.file
    )


def _has_words(inlines: Sequence[Inline]) -> bool:
    for child in inlines:
        if isinstance(child, Text):
            if child.text.strip(BLANKS):
                return True
        elif not isinstance(child, LineBreak):
            return True
    return False


def _trim(out: list[Inline]) -> None:
    """Take blanks away at both ends."""
    while out and (isinstance(out[0], LineBreak) or _is_blank_text(out[0])):
        del out[0]
    while out and (isinstance(out[-1], LineBreak) or _is_blank_text(out[-1])):
        del out[-1]
    if not out:
        return
    first, last = out[0], out[-1]
    if isinstance(first, Text) and first.text[0] in BLANKS:
        out[0] = _without_start(first)
    if isinstance(last, Text) and last.text[-1] in BLANKS:
        last = out[-1]
        assert isinstance(last, Text)
        out[-1] = Text(last.text.rstrip(BLANKS), last.where)


def _is_blank_text(child: Inline) -> bool:
    return isinstance(child, Text) and not child.text.strip(BLANKS)


def _without_start(text: Text) -> Text:
    words = text.text.lstrip(BLANKS)
    where = text.where
    column = where.column + len(text.text) - len(words)
    return Text(words, Location(where.file, where.line, column))
