"""Lists the notes of a file, and says whether one gets to each, and back."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.audit.structure.content import PageContent
from briefing.audit.structure.elements import Annotated, Element, Key, Tree
from briefing.audit.structure.jumps import Jump
from briefing.audit.structure.reading import text_of
from briefing.audit.values import Note

_NOTES = frozenset({"Note", "FENote"})
_MARKERS = frozenset({"Reference", "Lbl", "Link"})


def list_notes(
    jumps: Mapping[Key, Jump], tree: Tree | None, pages: Sequence[PageContent]
) -> tuple[Note, ...]:
    """All notes, in reading order."""
    if tree is None:
        return ()
    notes = [(note, before) for top in tree.kids for note, before in _notes(top)]
    inside = {element.key for note, _ in notes for element in note.walk()}
    there: set[tuple[str, int | None]] = {
        (_bare(text_of(element, pages)), jump.to)
        for element in (tree.walk() if notes else ())
        if element.key not in inside and element.mapped == "Link"
        for jump in _jumps(element, jumps)
        if jump.to
    }
    return tuple(_note(note, before, there, jumps, pages) for note, before in notes)


def _notes(parent: Element) -> Iterator[tuple[Element, Element | None]]:
    """Each note with the element before it, which may be its marker."""
    before = None
    for kid in parent.elements:
        if kid.mapped in _NOTES:
            yield kid, before
        else:
            before = kid
        yield from _notes(kid)


def _note(
    note: Element,
    before: Element | None,
    there: set[tuple[str, int | None]],
    jumps: Mapping[Key, Jump],
    pages: Sequence[PageContent],
) -> Note:
    whole = " ".join(text_of(note, pages).split())
    lead = next((one for one in note.walk() if one.mapped == "Lbl"), None)
    label = " ".join(text_of(lead, pages).split()) if lead else ""
    marker = before if before is not None and _marks(before, label, pages) else None
    origin = marker.page if marker else None
    return Note(
        label=label,
        text=whole.removeprefix(label).lstrip(),
        page=note.page,
        has_reference=marker is not None or (bool(label) and (_bare(label), note.page) in there),
        links_back=any(
            jump.to is not None and origin in (None, jump.to) for jump in _jumps(note, jumps)
        ),
    )


def _marks(before: Element, label: str, pages: Sequence[PageContent]) -> bool:
    """Say whether an element is the marker of the note that follows it."""
    if before.mapped not in _MARKERS and not any(e.mapped == "Reference" for e in before.walk()):
        return False
    return not label or _bare(text_of(before, pages)).endswith(_bare(label))


def _jumps(element: Element, jumps: Mapping[Key, Jump]) -> Iterator[Jump]:
    for one in element.walk():
        for kid in one.kids:
            jump = jumps.get(kid.target) if isinstance(kid, Annotated) and kid.target else None
            if jump is not None:
                yield jump


def _bare(text: str) -> str:
    """A label without brackets and stops; of signs alone, the signs."""
    kept = "".join(sign for sign in text if sign.isalnum())
    return kept or "".join(text.split())
