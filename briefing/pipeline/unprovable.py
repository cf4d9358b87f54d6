"""Tells authors which withheld texts a proof cannot find, and why; never what they say."""

from collections.abc import Iterable, Iterator

from briefing.errors import Diagnostic, Location
from briefing.model.content import Content
from briefing.model.request import Request
from briefing.proof import Unprovable, find_unprovable, forbidden

_PROJECT = "content/project.yaml"
_ACCEPT = f"list it under 'accepted-unprovable' in {_PROJECT}"


def unprovable(
    content: Content, requests: Iterable[Request], *, are_all: bool
) -> tuple[Diagnostic, ...]:
    """List what cannot be proved to be absent from some brief, each place once.

    Texts that the project accepts are not among it; of those that it accepts in vain, it is told
    where these are all of its briefs.
    """
    audiences: dict[tuple[Location, str], dict[str, None]] = {}
    used: set[str] = set()
    accepted = content.project.accepted
    for request in requests:
        for one in _found(content, request):
            known = [text for text in accepted if one.is_meant_by(text)]
            used.update(known)
            if not known:
                audiences.setdefault((one.where, one.reason), {})[request.audience] = None
    told = [_warning(*key, sorted(several)) for key, several in audiences.items()]
    told += [
        Diagnostic(
            where,
            "a text is accepted as unprovable that is none",
            "take it off the list",
            "warning",
        )
        for text, where in accepted.items()
        if are_all and text not in used
    ]
    return tuple(sorted(told))


def _found(content: Content, request: Request) -> Iterator[Unprovable]:
    asked = forbidden(
        content,
        request.document,
        place=request.place,
        audience=request.audience,
        language=request.language,
    )
    # A name in allowed words says nothing more than they do.
    yield from (one for one in find_unprovable(asked) if not one.is_name)


def _warning(where: Location, reason: str, audiences: list[str]) -> Diagnostic:
    names = ", ".join(map(repr, audiences))
    several = "audiences" if len(audiences) > 1 else "audience"
    message = f"kept from {several} {names}, which cannot be proved: {reason}"
    return Diagnostic(where, message, f"reword it, or {_ACCEPT}", "warning")
