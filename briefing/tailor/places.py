"""Places as charts and tables name them, where ``country`` stands for the brief's own."""

from collections.abc import Iterable

from briefing.errors import Location
from briefing.tailor.work import Work

_OWN = "country"


def own_or_given(key: str, at: Work) -> str:
    """Resolve what is picked out; empty where it is the brief's own place and there is none."""
    if key != _OWN:
        return key
    return at.facts.place.key if at.facts.place else ""


def resolved_places(keys: Iterable[str], where: Location, at: Work) -> tuple[str, ...]:
    """Resolve keys of places, without repeats."""
    resolved = []
    for key in keys:
        if key == _OWN and at.facts.place is None:
            hint = "this document is made once, not for each country"
            at.report(where, "'country' stands for no place here", hint)
            continue
        resolved.append(own_or_given(key, at))
    return tuple(dict.fromkeys(resolved))
