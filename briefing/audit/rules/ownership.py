"""Whether content and structure belong to each other: no content lost, none heard twice.

Source: ISO 32000-1 14.7.4.2 to 14.7.4.4.
"""

from collections.abc import Iterator

from briefing.audit.case import Case, at, some
from briefing.audit.structure.content import PageContent
from briefing.audit.structure.elements import Marked
from briefing.audit.values import Fault


def find_broken(case: Case) -> Iterator[Fault]:
    """What could not be read, of the structure and of pages."""
    for path, message in case.tree.broken:
        yield Fault("error", "structure", message, None, path)
    by_key = {element.key: element for element in case.elements}
    above = {kid.key: holder for holder in case.elements for kid in holder.elements}
    for element in case.elements:
        holder = above.get(element.key)
        expected = holder.key if holder is not None else case.tree.key
        if expected[0] > 0 and element.parent != expected:
            named = by_key.get(element.parent) if element.parent else None
            what = named.path if named is not None else "something outside of the structure"
            yield at(element, "structure", f"an element names {what} as its parent")
    for page in case.pages:
        for message in page.broken:
            yield Fault("error", "content", message, page.number)


def find_lost(case: Case) -> Iterator[Fault]:
    """Content that no element owns, or more than one; and what elements own in vain."""
    for element in case.elements:
        for kid in element.kids:
            if isinstance(kid, Marked) and case.sequence(kid) is None:
                where = "on no page" if kid.page is None else "not on its page"
                yield at(element, "content-missing", f"its content {kid.mcid} is {where}")
    for (page, _, mcid), owners in sorted(case.owners.items(), key=lambda item: item[0]):
        if len(owners) > 1:
            message = f"content {mcid} is read {len(owners)} times: it is also in {owners[0].path}"
            yield Fault("error", "content-shared", message, page, owners[1].path)
    for content in case.pages:
        yield from _lost(case, content)


def _lost(case: Case, page: PageContent) -> Iterator[Fault]:
    for (stream, mcid), sequence in page.sequences.items():
        painted = sequence.text.strip() or sequence.images or sequence.paints
        if painted and (page.number, stream, mcid) not in case.owners:
            what = f"“{_short(sequence.text)}”" if sequence.text.strip() else "a picture"
            yield Fault(
                "error", "content-lost", f"nobody hears content {mcid}: {what}", page.number
            )
        if sequence.times > 1:
            message = f"the number {mcid} marks {sequence.times} stretches of content"
            yield Fault("error", "content-repeated", message, page.number)


def find_parents(case: Case) -> Iterator[Fault]:
    """Where the parent tree does not lead from content to the element that owns it."""
    used: dict[int, str] = {}
    repeated: set[int] = set()
    for page in case.pages:
        for stream, key in page.keys.items():
            holder = f"a form {stream}" if stream else f"page {page.number}"
            if used.setdefault(key, holder) != holder:
                repeated.add(key)
                message = f"its key in the parent tree, {key}, is also that of {used[key]}"
                yield Fault("error", "struct-parents", message, page.number)
    for page in case.pages:
        for stream in sorted({stream for stream, _ in page.sequences}):
            own = page.keys.get(stream)
            if own is None:
                yield from _without_key(case, page, stream)
            elif own not in repeated:
                yield from _parents(case, page, stream, own)


def _without_key(case: Case, page: PageContent, stream: int) -> Iterator[Fault]:
    if any((page.number, stream, mcid) in case.owners for _, mcid in page.sequences):
        what = f"the form {stream}" if stream else "the page"
        message = f"{what} has no key in the parent tree (StructParents)"
        yield Fault("error", "struct-parents", message, page.number)


def _parents(case: Case, page: PageContent, stream: int, key: int) -> Iterator[Fault]:
    entry = case.tree.parents.get(key)
    if not isinstance(entry, tuple):
        message = f"the parent tree has no entry {key} for its content"
        yield Fault("error", "parent-tree", message, page.number)
        return
    wrong = []
    for of, mcid in page.sequences:
        owners = case.owners.get((page.number, of, mcid), ())
        named = entry[mcid] if of == stream and 0 <= mcid < len(entry) else None
        if of == stream and owners and all(named != owner.key for owner in owners):
            wrong.append((mcid, owners[0].path))
    if wrong:
        mcid, path = min(wrong)
        count = some(len(wrong), "one stretch", "stretches")
        message = f"the parent tree leads astray from {count} of content, first from {mcid}"
        yield Fault("error", "parent-tree", message, page.number, path)


def find_unmarked(case: Case) -> Iterator[Fault]:
    """Content that is neither read nor an artifact (01-005), or both (01-003, 01-004)."""
    for page in case.pages:
        if page.stray.strip():
            message = f"text is neither tagged nor an artifact: “{_short(page.stray)}”"
            yield Fault("error", "untagged", message, page.number)
        if page.stray_images:
            count = some(page.stray_images, "one picture is", "pictures are")
            message = f"{count} neither tagged nor an artifact"
            yield Fault("error", "untagged", message, page.number)
        if page.stray_paints:
            count = some(page.stray_paints, "one shape is", "shapes are")
            message = f"{count} neither tagged nor an artifact"
            yield Fault("error", "untagged", message, page.number)
        for sequence in page.sequences.values():
            if sequence.within:
                inside = "an artifact" if sequence.within == "Artifact" else sequence.within
                message = f"content {sequence.mcid} is inside of {inside}"
                yield Fault("error", "nested-content", message, page.number)
        for artifact in page.artifacts:
            if artifact.within:
                message = f"an artifact is inside of tagged content ({artifact.within})"
                yield Fault("error", "nested-content", message, page.number)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
