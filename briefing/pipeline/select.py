"""Which briefs a selection stands for."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.errors import ContentError, Diagnostic, Location, unknown_name
from briefing.model.conformance import CONFORMANCES, Conformance
from briefing.model.content import Content, Document
from briefing.model.request import Request
from briefing.tailor import why_declined


def requests(
    content: Content,
    documents: Sequence[str] = (),
    places: Sequence[str] = (),
    audiences: Sequence[str] = (),
    languages: Sequence[str] = (),
    *,
    declined: bool = False,
) -> tuple[Request, ...]:
    """List the briefs that a selection stands for; an empty selector means all of its kind.

    A document is not made for readers from whom its own conditions keep it.

    Args:
        content: Of the project.
        documents: Names of documents.
        places: Codes or names of countries.
        audiences: Keys of audiences.
        languages: Codes of languages.
        declined: Those that cannot be made for that reason are listed, too, and those of audiences
            that a document is not made for.

    Raises:
        ValueError: A name is not known, or nothing is made for such a selection.
    """
    _known("document", documents, content.documents)
    _known("audience", audiences, content.project.audiences)
    _known("language", languages, content.project.languages)
    keys = [find_place(content, place) for place in places]
    selected = [
        request
        for request in _all(content, everybody=declined)
        if (not documents or request.document in documents)
        and (not keys or request.place in keys)
        and (not audiences or request.audience in audiences)
        and (not languages or request.language in languages)
    ]
    if not selected:
        raise ValueError("no document is made for such a country, audience and language")
    if declined:
        return tuple(selected)
    reasons = [_why_declined(content, request) for request in selected]
    found = [request for request, why in zip(selected, reasons, strict=True) if not why]
    if not found:
        told = ", ".join(
            f"{request.name} ({why})" for request, why in zip(selected, reasons, strict=True)
        )
        raise ValueError(f"its own conditions keep back all that was asked for: {told}")
    return tuple(found)


def check_names(content: Content) -> None:
    """Refuse two briefs of one file name: a reader would find another reader's paper there.

    Raises:
        ContentError: With every name that two briefs share.
    """
    first: dict[str, Request] = {}
    problems: list[Diagnostic] = []
    for request in _all(content):
        other = first.setdefault(request.name, request)
        if other is not request:
            where = content.documents[request.document].where
            message = f"two briefs would be {request.name + '.pdf'!r}"
            hint = f"the other is {other.document!r} for {other.audience!r}; rename one of the two"
            problems.append(Diagnostic(where, message, hint))
    if problems:
        raise ContentError(problems)


def find_place(content: Content, wanted: str) -> str:
    """Find a country by its alpha-3 or alpha-2 code or its name in any language.

    Raises:
        ValueError: There is none.
    """
    folded = wanted.strip().casefold()
    for key, place in content.places.items():
        names = (key, place.iso2, *place.names.values())
        if folded and folded in (name.casefold() for name in names):
            return key
    known = [*content.places, *(p.names[min(p.names)] for p in content.places.values())]
    raise ValueError(_unknown("country", wanted, known))


def find_conformance(name: str) -> Conformance:
    """Find the standards that go by a name.

    Raises:
        ValueError: There are none.
    """
    _known("conformance", [name], CONFORMANCES)
    return CONFORMANCES[name]


def _all(content: Content, *, everybody: bool = False) -> Iterator[Request]:
    """Go through all briefs of a project, in the order in which they are listed.

    With `everybody`, as if each document were made for all audiences, its own first.
    """
    for key in sorted(content.documents):
        document = content.documents[key]
        for place in document.countries or (None,):
            others = [key for key in content.project.audiences if key not in document.audiences]
            for audience in (*document.audiences, *(others if everybody else ())):
                for language in document.languages:
                    yield _request(document, place, audience, language)


def _why_declined(content: Content, request: Request) -> str:
    return why_declined(
        content,
        request.document,
        place=request.place,
        audience=request.audience,
        language=request.language,
    )


def _request(document: Document, place: str | None, audience: str, language: str) -> Request:
    parts = [document.id]
    if place is not None:
        parts.append(place)
    if len(document.audiences) > 1 or audience not in document.audiences:
        parts.append(audience)
    if len(document.languages) > 1:
        parts.append(language)
    return Request(document.id, place, audience, language, "-".join(parts).lower())


def _known(what: str, names: Iterable[str], known: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise ValueError(_unknown(what, name, known))


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    problem = unknown_name(Location("", 1), what, name, known)
    return f"{problem.message}; {problem.hint}"
