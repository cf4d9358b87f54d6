"""Goes through what pages, forms, patterns, glyphs and annotations use, each resource once."""

from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, Object, Pdf, Stream

from briefing.audit.entries import array, dictionary, entry, inherited, name


def walk_resources(pdf: Pdf, kind: str) -> Iterator[tuple[int, Any]]:
    """The resources of a kind (``/Font``, ``/XObject``), each with the first page that has it.

    Of several pages that share one, it is told once.
    """
    seen: set[tuple[int, int]] = set()
    told: set[tuple[int, int]] = set()
    for page, held in enumerate(pdf.pages, 1):
        rest: list[Any] = [inherited(held.obj, "/Resources"), *_appearances(held.obj)]
        while rest:
            resources = rest.pop()
            if not isinstance(resources, Dictionary | Stream) or _known(resources, seen):
                continue
            for value in _values(resources, kind):
                if not _known(value, told):
                    yield page, value
            rest.extend(_inner(resources, seen))


def _known(value: Any, seen: set[tuple[int, int]]) -> bool:
    if not (isinstance(value, Object) and value.is_indirect):
        return False
    known = value.objgen in seen
    seen.add(value.objgen)
    return known


def _values(resources: object, kind: str) -> list[Any]:
    held = dictionary(resources, kind)
    found = sorted(held.items(), key=lambda pair: pair[0]) if held is not None else []
    return [value for _, value in found if isinstance(value, Dictionary | Stream)]


def _inner(resources: object, seen: set[tuple[int, int]]) -> Iterator[Any]:
    """The resources of what is painted by means of these."""
    for kind in ("/XObject", "/Pattern", "/Font"):
        for value in _values(resources, kind):
            if name(value, "/Subtype") != "Image" and not _known(value, seen):
                yield dictionary(value, "/Resources")
    for state in _values(resources, "/ExtGState"):
        yield dictionary(dictionary(dictionary(state, "/SMask"), "/G"), "/Resources")


def _appearances(page: object) -> Iterator[Any]:
    """The resources of what annotations show, in all their states."""
    for annotation in array(page, "/Annots"):
        for key in ("/N", "/R", "/D"):
            shown = entry(dictionary(annotation, "/AP"), key)
            states = [shown] if isinstance(shown, Stream) else _states(shown)
            yield from (dictionary(state, "/Resources") for state in states)


def _states(shown: object) -> list[Any]:
    return list(shown.values()) if isinstance(shown, Dictionary) else []
