"""What a file says of itself as a whole, and its fonts."""

from collections.abc import Iterator, Mapping

from briefing.audit import entries
from briefing.audit.case import Case, some
from briefing.audit.parts.fonts import read_fonts
from briefing.audit.parts.xmp import Xmp, read_xmp
from briefing.audit.rules.headings import is_language
from briefing.audit.values import Fault

_LONG = 20  # pages, beyond which a file without an outline is a trial

_BOTH = {"/Title": "dc:title", "/Subject": "dc:description", "/Keywords": "pdf:Keywords"}
"""Entries of Info, and what XMP calls them (ISO 19005-2 6.6.2, table 1)."""


def find_language(case: Case) -> Iterator[Fault]:
    """Source: ISO 14289-1 7.2 (11-006)."""
    language = entries.text(case.pdf.Root, "/Lang")
    if not language:
        yield Fault("error", "language", "the file does not say its language (Lang)")
    elif not is_language(language):
        yield Fault("error", "language", f"“{language}” is no language (BCP 47)")


def find_title(case: Case) -> Iterator[Fault]:
    """Source: ISO 14289-1 7.1 (06-001, 06-003, 07-001, 07-002)."""
    xmp, faults = read_xmp(case.pdf)
    if entries.stream(case.pdf.Root, "/Metadata") is None:
        yield Fault("error", "metadata", "the file has no metadata (XMP)")
    elif not xmp.first("dc:title").strip() and not faults:
        yield Fault("error", "title", "the file does not say its title (dc:title)")
    shown = entries.dictionary(case.pdf.Root, "/ViewerPreferences")
    if entries.entry(shown, "/DisplayDocTitle") is not True:
        message = "the title of the window is not that of the document (DisplayDocTitle)"
        yield Fault("error", "title-shown", message)
    yield from _differences(case, xmp)


def _differences(case: Case, xmp: Xmp) -> Iterator[Fault]:
    info = case.pdf.trailer.get("/Info")
    for key, other in _BOTH.items():
        one, two = entries.text(info, key), xmp.first(other)
        if one and two and one.strip() != two.strip():
            message = f"the file says two things of its {key[1:].lower()}: “{one}”, “{two}”"
            yield Fault("warning", "metadata-differs", message)
    author, creators = entries.text(info, "/Author"), xmp.values.get("dc:creator", ())
    if author and creators and any(one.strip() not in author for one in creators):
        message = f"the file says two things of its authors: “{author}”, “{', '.join(creators)}”"
        yield Fault("warning", "metadata-differs", message)


def find_marking(case: Case) -> Iterator[Fault]:
    """Whether the file stands by its tags (ISO 14289-1 7.1; 01-007, 06-002)."""
    marks = entries.dictionary(case.pdf.Root, "/MarkInfo")
    if entries.dictionary(case.pdf.Root, "/StructTreeRoot") is None:
        yield Fault("error", "tagged", "the file is not tagged: it has no structure")
        return
    if entries.entry(marks, "/Marked") is not True:
        yield Fault("error", "tagged", "the file does not say that it is tagged (MarkInfo)")
    if entries.entry(marks, "/Suspects") is True:
        message = "whatever made the tags doubts that they are right (Suspects)"
        yield Fault("error", "suspects", message)
    if not case.tree.kids:
        yield Fault("error", "tagged", "the structure holds nothing")


def find_navigation(case: Case) -> Iterator[Fault]:
    """Outline, labels of pages, order of annotations (28-008, 28-009)."""
    count = len(case.pages)
    outlines = entries.dictionary(case.pdf.Root, "/Outlines")
    if count > _LONG and entries.entry(outlines, "/First") is None:
        yield Fault("warning", "outline", f"{count} pages have no outline")
    labels = entries.entry(case.pdf.Root, "/PageLabels")
    if labels is not None:
        keys = [key for key, _ in entries.walk_tree(labels, "/Nums")]
        if 0 not in keys:
            yield Fault("error", "page-labels", "the labels of pages do not begin with the first")
    elif count > _LONG:
        yield Fault("warning", "page-labels", f"{count} pages have no labels")
    annotated = {annotation.page for annotation in case.annotations}
    for number, page in enumerate(case.pdf.pages, 1):
        if number in annotated and entries.name(page.obj, "/Tabs") != "S":
            message = "annotations do not come in the order of the structure (Tabs)"
            yield Fault("error", "tab-order", message, number)


def find_fonts(case: Case) -> Iterator[Fault]:
    """Fonts that the file does not hold (31-009), and text that is only a picture of itself."""
    for font in read_fonts(case.pdf, case.pages):
        if not font.embedded:
            yield Fault("error", "font-embedded", f"the font {font.name} is not in the file")
    yield from find_unreadable(case)


def find_unreadable(case: Case) -> Iterator[Fault]:
    """Glyphs without a text, or with a senseless one (10-001, 31-027, 31-028)."""
    told: set[tuple[tuple[int, int], str]] = set()
    for page in case.pages:
        for key, use in page.fonts.items():
            name = use.name or "a font without a name"
            if use.unmapped and (key, "unmapped") not in told:
                told.add((key, "unmapped"))
                count = some(len(use.unmapped), "one glyph", "glyphs")
                yield Fault(
                    "error", "unicode", f"no text is given for {count} of {name}", page.number
                )
            if use.senseless and (key, "senseless") not in told:
                told.add((key, "senseless"))
                message = f"glyphs of {name} stand for {_codes(use.senseless)}"
                yield Fault("error", "unicode", message, page.number)


def _codes(texts: Mapping[str, int]) -> str:
    first = next(iter(texts))
    return " ".join(f"U+{ord(sign):04X}" for sign in first[:4])
