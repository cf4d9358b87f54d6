"""Choose and word what one brief says.

In: everything a project says, and for whom. Out: the text of one brief and, apart from it, what
was left out and why. Pure, and closed by default: what is not known to be meant for these readers
is left out, before any expression in it is looked at. It never reads a file, and what data says
stays text, whatever signs it holds.
"""

from briefing.errors import ContentError
from briefing.model.content import Content, Document
from briefing.model.manuscript import Manuscript, Tailored
from briefing.tailor.blocks import word_blocks
from briefing.tailor.inlines import word
from briefing.tailor.judged import judge_levels
from briefing.tailor.named import ids_in
from briefing.tailor.references import check_references
from briefing.tailor.request import check_conditions, check_request
from briefing.tailor.titles import document_title
from briefing.tailor.work import Scope, Work

__all__ = ["tailor"]


def tailor(
    content: Content, document: str, *, place: str | None, audience: str, language: str
) -> Tailored:
    """Choose and word the text of `document` for one audience, place and language.

    Args:
        content: With every name in it known.
        document: The name of a document.
        place: The key of a country or region; None for a document that is made once.
        audience: The key of an audience.
        language: One of the project's.

    Raises:
        ContentError: The document is not made for these readers, or an author must mend
            something; with every problem found.
    """
    check_request(content, document, place, audience, language)
    template = content.documents[document]
    at = Work(content, document, content.places[place] if place else None, audience, language)
    check_conditions(template, at)
    at.mark(template.conditions)
    manuscript = _manuscript(template, at)
    check_references(at)
    judge_levels(manuscript.blocks, at)
    warnings = [one for one in at.problems if one.severity == "warning"]
    if len(warnings) < len(at.problems):
        raise ContentError(at.problems)
    return Tailored(manuscript, tuple(at.omitted), tuple(sorted(set(warnings))))


def _manuscript(template: Document, at: Work) -> Manuscript:
    project = at.content.project
    scope = at.claim(ids_in(template.blocks), Scope(at.names, at.facts.language))
    return Manuscript(
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
        marking=project.markings[at.highest],  # as everything above has been worded by now
        style=template.style,
        least_pages=template.least_pages,
        most_pages=template.most_pages,
        sources=dict(sorted(at.sources.items())),
        charts=at.charts,
        sketches=at.sketches,
        where=template.where,
        authors=template.authors,
        identifiers=template.identifiers,
        key=_key(template, at),
    )


def _key(template: Document, at: Work) -> str:
    """Name the brief by what it was asked for with, not by its edition or its place on a disk."""
    place = at.facts.place.key if at.facts.place else "-"
    parts = (template.id, place, at.rules.audience, at.facts.language)
    return "/".join((at.content.project.name, *parts))
