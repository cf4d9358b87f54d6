"""Tells authors which withheld texts and pictures no proof can find, and why; not what they say."""

from collections.abc import Iterable, Iterator

from briefing.errors import Diagnostic, Location
from briefing.model.content import Content
from briefing.model.forbidden import Forbidden
from briefing.model.request import Request
from briefing.proof import Unprovable, find_alike, find_unprovable, forbidden

_PROJECT = "content/project.yaml"
_ACCEPT = f"list it under 'accepted-unprovable' in {_PROJECT}"
_ALIKE = "let the same readers see both, or show something else"


def unprovable(
    content: Content, requests: Iterable[Request], *, are_all: bool
) -> tuple[Diagnostic, ...]:
    """List what cannot be proved to be absent from some brief, each place once.

    Texts that the project accepts are not among it; of those that it accepts in vain, it is told
    where these are all of its briefs.
    """
    audiences: dict[tuple[Location, str], dict[str, None]] = {}
    alike: dict[tuple[Location, str], dict[str, None]] = {}
    used: set[str] = set()
    accepted = content.project.accepted
    for request in requests:
        asked = _asked(content, request)
        for picture in find_alike(asked):
            reason = f"the picture of {picture.other}, which they may see, looks like it"
            alike.setdefault((picture.where, reason), {})[request.audience] = None
        for one in _found(asked):
            known = [text for text in accepted if one.is_meant_by(text)]
            used.update(known)
            if not known:
                audiences.setdefault((one.where, one.reason), {})[request.audience] = None
    accept = f"reword it, or {_ACCEPT}"
    told = [_warning(*key, sorted(several), accept) for key, several in audiences.items()]
    told += [_warning(*key, sorted(several), _ALIKE) for key, several in alike.items()]
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


def _asked(content: Content, request: Request) -> Forbidden:
    return forbidden(
        content,
        request.document,
        place=request.place,
        audience=request.audience,
        language=request.language,
    )


def _found(asked: Forbidden) -> Iterator[Unprovable]:
    # A name in allowed words says nothing more than they do.
    yield from (one for one in find_unprovable(asked) if not one.is_name)


def _warning(where: Location, reason: str, audiences: list[str], hint: str) -> Diagnostic:
    names = ", ".join(map(repr, audiences))
    several = "audiences" if len(audiences) > 1 else "audience"
    message = f"kept from {several} {names}, which cannot be proved: {reason}"
    return Diagnostic(where, message, hint, "warning")
