"""Says what the bytes of a file go to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from mmap import mmap
from typing import Any

from pikepdf import Array, Dictionary, Pdf, Stream

from briefing.audit.entries import dictionary, entry, inherited, name, walk_tree
from briefing.audit.parts.extents import measure
from briefing.audit.values import Part

_REST = "rest"
_PARTS = ("fonts", "images", "content", "structure", "attachments", "metadata")
_ELSEWHERE = frozenset({"/Parent", "/P", "/Pg", "/Obj", "/Stm", "/OC", "/Resources", "/Metadata"})


def read_sizes(pdf: Pdf, data: bytes | mmap) -> tuple[Part, ...]:
    """Share a file's bytes out to its parts, in a fixed order; they sum to its size."""
    owners = _owners(pdf)
    exact: Counter[str] = Counter()
    for number, length in measure(pdf, data).items():
        exact[owners.get(number, _REST)] += length  # type: ignore[assignment]
    whole = {part: round(exact[part]) for part in _PARTS}
    parts = [Part(part, whole[part]) for part in _PARTS]
    return (*parts, Part(_REST, len(data) - sum(whole.values())))


def _owners(pdf: Pdf) -> dict[int, str]:
    """Which part each object belongs to, by its number: to the first that leads to it."""
    owners: dict[int, str] = {}
    for part, roots in _roots(pdf):
        for root in roots:
            _claim(root, part, owners)
    return owners


def _claim(root: object, part: str, owners: dict[int, str]) -> None:
    """Give `part` all that hangs on `root` and belongs to no other."""
    rest = [root]
    while rest:
        value = rest.pop()
        if not isinstance(value, Array | Dictionary | Stream):
            continue
        if value.is_indirect:
            number = value.objgen[0]
            if number in owners or name(value, "/Type") in ("Page", "Pages", "Catalog"):
                continue
            owners[number] = part
        if isinstance(value, Array):
            rest.extend(value)
        else:
            rest.extend(held for key, held in value.items() if key not in _ELSEWHERE)


def _roots(pdf: Pdf) -> Iterator[tuple[str, Iterable[object]]]:
    """Where each part begins; what two parts lead to belongs to the one named first."""
    catalog = pdf.Root
    kinds = _by_kind(pdf)
    names = dictionary(catalog, "/Names")
    yield (
        "attachments",
        [file for _, file in walk_tree(dictionary(names, "/EmbeddedFiles"), "/Names")],
    )
    yield "attachments", kinds["EmbeddedFile"] + kinds["Filespec"]
    yield "metadata", [*kinds["Metadata"], pdf.trailer.get("/Info"), entry(catalog, "/Metadata")]
    yield "fonts", kinds["Font"] + kinds["FontDescriptor"]
    yield "images", kinds["Image"]
    yield "structure", [dictionary(catalog, "/StructTreeRoot")]
    yield "content", _contents(pdf, kinds["Form"])


def _by_kind(pdf: Pdf) -> dict[str, list[Any]]:
    """The objects of a file that say what they are; those in XObjects by their subtype."""
    kinds: dict[str, list[Any]] = {
        kind: []
        for kind in (
            "EmbeddedFile",
            "Filespec",
            "Metadata",
            "Font",
            "FontDescriptor",
            "Image",
            "Form",
        )
    }
    for value in pdf.objects:
        if isinstance(value, Dictionary | Stream):
            kind = name(value, "/Type")
            if isinstance(value, Stream) and kind in ("", "XObject"):
                kind = name(value, "/Subtype")
            if kind in kinds:
                kinds[kind].append(value)
    return kinds


def _contents(pdf: Pdf, forms: list[Any]) -> Iterator[object]:
    yield from forms
    for page in pdf.pages:
        yield entry(page.obj, "/Contents")
        resources = inherited(page.obj, "/Resources")
        yield entry(resources, "/Pattern")
        yield entry(resources, "/Shading")
