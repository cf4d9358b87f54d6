"""Bookmarks."""

from collections.abc import Iterable, Sequence

from briefing.model.flow import OutlineEntry
from briefing.pdf.objects.document import Document
from briefing.pdf.objects.syntax import string
from briefing.pdf.structure.annotations import Destinations


def find_broken_entries(entries: Iterable[OutlineEntry], destinations: Destinations) -> list[str]:
    """Say which entries lead nowhere."""
    return [
        f"the outline entry {entry.title!r} leads to '#{entry.anchor}', which is nowhere"
        for entry in entries
        if entry.anchor not in destinations
    ]


def add_outline(
    document: Document, entries: Sequence[OutlineEntry], destinations: Destinations
) -> int:
    """Write the outline, all of it open; the number of its root is returned.

    Source:
        ISO 32000-1 12.3.3.
    """
    root = document.reserve(1 + len(entries))
    parents = _parents([entry.level for entry in entries])
    kids: dict[int, list[int]] = {}
    for index, parent in enumerate(parents):
        kids.setdefault(parent, []).append(root + 1 + index)
    below = _below(parents)
    document.put(root, f"<</Type/Outlines{_family(kids.get(-1, []), len(entries))}>>")
    for index, entry in enumerate(entries):
        number, siblings = root + 1 + index, kids[parents[index]]
        place = siblings.index(number)
        before = f"/Prev {siblings[place - 1]} 0 R" if place else ""
        after = f"/Next {siblings[place + 1]} 0 R" if number != siblings[-1] else ""
        document.put(
            number,
            f"<</Title{string(entry.title)}/Parent {root + 1 + parents[index]} 0 R{before}{after}"
            f"{_family(kids.get(index, []), below[index])}/Dest{destinations.of(entry.anchor)}>>",
        )
    return root


def _parents(levels: Sequence[int]) -> list[int]:
    """The index of each entry's parent, -1 for the root."""
    parents, above = list[int](), list[int]()
    for index, level in enumerate(levels):
        while above and levels[above[-1]] >= level:
            above.pop()
        parents.append(above[-1] if above else -1)
        above.append(index)
    return parents


def _below(parents: Sequence[int]) -> list[int]:
    """How many entries are under each, at any depth."""
    counts = [0] * len(parents)
    for index in reversed(range(len(parents))):
        if parents[index] >= 0:
            counts[parents[index]] += 1 + counts[index]
    return counts


def _family(kids: Sequence[int], count: int) -> str:
    return f"/First {kids[0]} 0 R/Last {kids[-1]} 0 R/Count {count}" if kids else ""
