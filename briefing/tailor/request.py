"""Check that a document is made for the audience, country and language that are asked for."""

from collections.abc import Iterable, Sequence

from briefing.errors import ContentError, Diagnostic, Location, unknown_name
from briefing.model.content import Content, Document
from briefing.tailor.rules.conditions import listed
from briefing.tailor.work import Work


def check_request(
    content: Content,
    document: str,
    place: str | None,
    audience: str,
    language: str,
    *,
    anybody: bool = False,
) -> None:
    """Refuse what the project does not know or the document is not made for.

    Args:
        content: Of the project.
        document: The name of a document.
        place: The key of a country or region; None for a document that is made once.
        audience: The key of an audience.
        language: Its code.
        anybody: The audience may be one that the document is not made for.

    Raises:
        ContentError: With every problem.
    """
    project = content.project
    problems = [
        unknown_name(project.where, what, got, known)
        for what, got, known in (
            ("document", document, content.documents),
            ("audience", audience, project.audiences),
            ("language", language, project.languages),
            ("country or region", place, content.places),
        )
        if got is not None and got not in known
    ]
    if not problems:
        template = content.documents[document]
        problems = _mismatches(template, place, language)
        if not anybody:
            name = f"document {document!r}"
            problems += _unless_in(template.audiences, audience, name, template.where)
    if problems:
        raise ContentError(problems)


def _mismatches(document: Document, place: str | None, language: str) -> list[Diagnostic]:
    name, where = f"document {document.id!r}", document.where
    problems: list[Diagnostic] = []
    if place is None and document.countries:
        hint = f"it is made for: {', '.join(document.countries)}"
        problems.append(Diagnostic(where, f"{name} needs a country", hint))
    elif place is not None and not document.countries:
        problems.append(Diagnostic(where, f"{name} is made once, not for {place!r}"))
    elif place is not None:
        problems += _unless_in(document.countries, place, name, where)
    problems += _unless_in(document.languages, language, name, where)
    return problems


def _unless_in(known: Sequence[str], got: str, name: str, where: Location) -> Iterable[Diagnostic]:
    if got not in known:
        yield Diagnostic(
            where, f"{name} is not made for {got!r}", f"it is made for: {listed(known)}"
        )


def check_conditions(document: Document, at: Work) -> None:
    """Refuse a document that its own conditions withhold from this audience or country.

    Raises:
        ContentError: With the condition that fails.
    """
    name = f"document {document.id!r}"
    if at.keeps(document.conditions, document.where, name, at.names):
        return
    detail = left_out_by(document, at)
    if detail:
        at.report(document.where, f"{name} is not made for this brief", detail)
    raise ContentError(at.problems)


def left_out_by(document: Document, at: Work) -> str:
    """Tell by which of its conditions a document was left out; empty where it was not."""
    name = f"document {document.id!r}"
    return next((each.detail for each in at.omitted if each.what == name), "")
