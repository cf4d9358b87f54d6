"""Choose and word what one brief says.

In: everything a project says, and for whom. Out: the text of one brief and, apart from it, what
was left out and why. Pure, and closed by default: what is not known to be meant for these readers
is left out, before any expression in it is looked at. It never reads a file, and what data says
stays text, whatever signs it holds.
"""

from collections.abc import Sequence
from contextlib import suppress

from msgspec.structs import replace

from briefing.errors import ContentError, Diagnostic
from briefing.model.account import Account
from briefing.model.content import Content, Document
from briefing.model.manuscript import (
    Lasting,
    Manuscript,
    Measure,
    Omission,
    Passing,
    Tailored,
    readings_in,
)
from briefing.tailor.account import account_of
from briefing.tailor.blocks import word_blocks
from briefing.tailor.named import ids_in
from briefing.tailor.references import check_references
from briefing.tailor.request import check_conditions, check_request, left_out_by
from briefing.tailor.rules.conditions import listed, rules_for
from briefing.tailor.words.inlines import word
from briefing.tailor.words.judged import judge_levels
from briefing.tailor.words.titles import document_title
from briefing.tailor.work import Scope, Work

__all__ = ["explain", "tailor", "why_declined"]


def tailor(
    content: Content,
    document: str,
    *,
    place: str | None,
    audience: str,
    language: str,
    recipient: str = "",
) -> Tailored:
    """Choose and word the text of `document` for one audience, place and language.

    Args:
        content: With every name in it known.
        document: The name of a document.
        place: The key of a country or region; None for a document that is made once.
        audience: The key of an audience.
        language: One of the project's.
        recipient: Whose copy it is; empty for anyone's.

    Raises:
        ContentError: The document is not made for these readers, or an author must mend
            something; with every problem found.
    """
    at = _begin(content, document, place, audience, language)
    manuscript, at = _attempts(content.documents[document], at)
    if at.has_errors():
        raise ContentError(at.problems)
    made = replace(manuscript, recipient=recipient)
    return Tailored(made, tuple(at.omitted), tuple(sorted(set(at.problems))))


def explain(
    content: Content,
    document: str,
    *,
    place: str | None,
    audience: str,
    language: str,
    dropped: Sequence[Omission] = (),
) -> Account:
    """Tailor a document for nothing but an account of what becomes of each item of it.

    Where an author must mend something, the account is as good as it can be, with the problems. An
    audience may be any of the project: where no file is made for it, nothing is in, and the account
    has a note that says why.

    Args:
        content: With every name in it known.
        document: The name of a document.
        place: The key of a country or region; None for a document that is made once.
        audience: The key of an audience.
        language: One of the project's.
        dropped: What is left out after tailoring.

    Raises:
        ContentError: There is no such document, audience, place or language, or the document is
            not made for that place or language.
    """
    check_request(content, document, place, audience, language, anybody=True)
    at = _work_for(content, document, place, audience, language)
    at.included = []
    template = content.documents[document]
    problems: tuple[Diagnostic, ...] = ()
    try:
        _, at = _attempts(template, at)
    except ContentError as error:
        problems = error.problems
    else:
        problems = ContentError(at.problems).problems
    declined = left_out_by(template, at)
    unmade = "" if audience in template.audiences else f"made for {listed(template.audiences)}"
    note = declined or (unmade and f"it is {unmade}")
    if note:  # what would have to be mended for others is told where it is made for them
        note = f"no file of document {document!r} is made for {audience!r}: {note}"
        problems = ()
    items = account_of(template, at, dropped, unmade="" if declined else unmade)
    return Account(items, problems, note)


def why_declined(
    content: Content, document: str, *, place: str | None, audience: str, language: str
) -> str:
    """Tell which condition of a document keeps it from these readers; empty where none does.

    Raises:
        ContentError: There is no such document, audience, place or language.
    """
    check_request(content, document, place, audience, language)
    template = content.documents[document]
    conditions = template.conditions
    rules = rules_for(content, place, audience, language)
    if conditions.when is None and rules.judge(conditions) is None:
        return ""
    at = _work_for(content, document, place, audience, language)
    with suppress(ContentError):
        check_conditions(template, at)
    return left_out_by(template, at)


def _begin(
    content: Content, document: str, place: str | None, audience: str, language: str
) -> Work:
    check_request(content, document, place, audience, language)
    return _work_for(content, document, place, audience, language)


def _work_for(
    content: Content, document: str, place: str | None, audience: str, language: str
) -> Work:
    return Work(content, document, content.places[place] if place else None, audience, language)


def _attempts(template: Document, at: Work) -> tuple[Manuscript, Work]:
    """Tailor until it is known which ids are there that text leads to if they are.

    Raises:
        ContentError: The conditions of the document itself are not met.
    """
    manuscript = _work(template, at)
    while at.unreached() and not at.has_errors():
        at = at.again()
        manuscript = _work(template, at)
    return manuscript, at


def _work(template: Document, at: Work) -> Manuscript:
    """Tailor; problems are left with the work.

    Raises:
        ContentError: The conditions of the document itself are not met.
    """
    check_conditions(template, at)
    at.mark(template.conditions, template)
    manuscript = _manuscript(template, at)
    at.people.judge_all()
    check_references(template, at)
    judge_levels(manuscript.blocks, at)
    return manuscript


def _manuscript(template: Document, at: Work) -> Manuscript:
    project = at.content.project
    scope = at.claim(ids_in(template.blocks), Scope(at.names, at.facts.language))
    manuscript = Manuscript(
        document=template.id,
        kind=template.kind,
        title=document_title(template.title, at, scope),
        subtitle=document_title(template.subtitle, at, scope),
        language=at.facts.language,
        audience=project.audiences[at.rules.audience],
        place=at.facts.place,
        edition=project.edition,
        publisher=project.publisher,
        licence=project.licence,
        blocks=word_blocks(template.blocks, at, scope),
        credit=word(project.credit, at, scope),
        marking=project.markings[at.highest],
        style=template.style,
        least_pages=template.least_pages,
        most_pages=template.most_pages,
        sources=at.cited(),  # as everything above has been worded by now
        charts=at.charts,
        sketches=at.sketches,
        where=template.where,
        authors=template.authors,
        scheme=project.scheme,
        is_open=at.highest == 0,
        marks_open=project.marks_open,
        watermark=template.watermark,
        embargo=template.embargo if project.edition.date < template.embargo else "",
        identifiers=template.identifiers,
        key=_key(template, at),
        citations=at.content.citations or project.citations,
    )
    if at.optional:
        manuscript = _with_optional(manuscript, at)
    return _measured(manuscript, at)


def _measured(manuscript: Manuscript, at: Work) -> Manuscript:
    """Say what its readings are of, and where."""
    content = at.content
    readings = list(readings_in(manuscript))
    measures: dict[str, Measure] = {}
    for key in sorted({reading.indicator for reading in readings}):
        indicator = content.indicators[key]
        unit = content.units[indicator.unit].label
        measures[key] = Measure(indicator.name, unit, indicator.definition)
    places = {key: at.facts.name(key) for key in sorted({reading.place for reading in readings})}
    return replace(manuscript, measures=measures, place_names=places)


def _with_optional(manuscript: Manuscript, at: Work) -> Manuscript:
    """Mark a brief by its optional blocks too, and say what stays where these go."""
    markings = at.content.project.markings
    highest = max(at.highest, *(part.added.highest for part in at.optional))
    passing = [
        Passing(part.blocks, part.added.highest, frozenset(part.added.sources))
        for part in at.optional
    ]
    lasting = Lasting(markings, at.highest, frozenset(at.sources), tuple(passing))
    return replace(manuscript, marking=markings[highest], is_open=highest == 0, lasting=lasting)


def _key(template: Document, at: Work) -> str:
    """Name the brief by what it was asked for with, not by its edition or its place on a disk."""
    place = at.facts.place.key if at.facts.place else "-"
    parts = (template.id, place, at.rules.audience, at.facts.language)
    return "/".join((at.content.project.name, *parts))
