"""Puts a file together: paints the pages, then writes what points into them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.model.conformance import UA1_A3A, Conformance
from briefing.model.page import Pages
from briefing.pdf.attachments import EmbeddedFile, add_attachments
from briefing.pdf.bitmaps.icc import packed_srgb_profile
from briefing.pdf.bitmaps.rasters import Rasters
from briefing.pdf.fonts import add_fonts
from briefing.pdf.fonts.looks import Looks
from briefing.pdf.metadata import info, xmp
from briefing.pdf.objects.document import Document
from briefing.pdf.objects.syntax import name_tree, references, string
from briefing.pdf.painting import paint_page
from briefing.pdf.painting.named import Named
from briefing.pdf.painting.recorder import Recorder, Silence
from briefing.pdf.painting.tools import Tools
from briefing.pdf.structure import Painted, add_structure
from briefing.pdf.structure.annotations import (
    Annotation,
    Destinations,
    add_annotations,
    find_broken_links,
)
from briefing.pdf.structure.labels import page_labels
from briefing.pdf.structure.outline import add_outline, find_broken_entries
from briefing.pdf.structure.tree import index_tree

if TYPE_CHECKING:
    from briefing.text.fonts import Fonts


def write_pdf(pages: Pages, fonts: "Fonts", *, conformance: Conformance = UA1_A3A) -> bytes:
    """Write pages as PDF. The same pages give the same bytes, on any day.

    Args:
        pages: Where everything is.
        fonts: Of `pages.style`, that the pages were set with.
        conformance: The standards to keep.

    Raises:
        ValueError: Pages and structure do not agree, a link or bookmark leads nowhere, two
            attachments have one name, or a character has no glyph.
    """
    document = Document(conformance)
    numbers = document.add_pages((page.width, page.height) for page in pages.pages)
    destinations = Destinations(pages.anchors, pages.pages, numbers)
    problems = find_broken_links(pages.links, destinations)
    problems += find_broken_entries(pages.outline, destinations)
    if problems:
        raise ValueError("; ".join(problems))
    if conformance.is_tagged:
        _write_tagged(document, pages, fonts, numbers, destinations, conformance)
    else:
        _paint(document, pages, fonts, destinations, Silence(len(numbers)))
    outline = add_outline(document, pages.outline, destinations) if pages.outline else None
    document.set_catalogue(
        Lang=string(pages.metadata.language),
        Outlines=_reference(outline),
        PageMode="/UseOutlines" if outline else "/UseNone",
        PageLabels=page_labels(pages.pages),
        ViewerPreferences="<</DisplayDocTitle true>>",
    )
    return document.to_bytes(info=document.add(info(pages.metadata)))


def _write_tagged(
    document: Document,
    pages: Pages,
    fonts: "Fonts",
    numbers: Sequence[int],
    destinations: Destinations,
    conformance: Conformance,
) -> None:
    """Paint all pages, and write what a file without a structure does without."""
    files = _attach(document, pages) if conformance.attaches else ()
    index = index_tree(pages.structure)
    recorder = Recorder(index.leaves, len(numbers))
    annotations = _paint(document, pages, fonts, destinations, recorder)
    painted = Painted(numbers, recorder, annotations, _files_by_drawing(files))
    tree = add_structure(document, pages.structure, index, painted)
    metadata = document.add_last_stream(
        "/Type/Metadata/Subtype/XML", partial(xmp, pages.metadata, conformance)
    )
    document.set_catalogue(
        MarkInfo="<</Marked true>>",
        StructTreeRoot=_reference(tree),
        Metadata=_reference(metadata),
        OutputIntents=_output_intents(document),
        Names=_names(files) if files else None,
        AF=references([file.number for file in files]) if files else None,
    )


def _paint(
    document: Document,
    pages: Pages,
    fonts: "Fonts",
    destinations: Destinations,
    recorder: Recorder,
) -> tuple[Annotation, ...]:
    """Paint all pages, with fonts and links; the latter are returned."""
    named = Named()
    tools = Tools(Looks(fonts, marks=recorder.marks), Rasters(), named, recorder)
    codes = [paint_page(page, at, tools) for at, page in enumerate(pages.pages)]
    add_fonts(document, tools.looks.faces.all())
    tools.rasters.write(document)
    named.write(document)
    annotations = add_annotations(document, pages.pages, pages.links, destinations, recorder)
    for at, code in enumerate(codes):
        on_page = [annotation.number for annotation in annotations if annotation.page == at]
        parents, is_blended = recorder.page_key(at), at in recorder.blended
        document.fill_page(at, code, annotations=on_page, parents=parents, is_blended=is_blended)
    return annotations


def _attach(document: Document, pages: Pages) -> tuple[EmbeddedFile, ...]:
    return add_attachments(document, pages.attachments, pages.pages, pages.metadata.date)


def _files_by_drawing(files: Sequence[EmbeddedFile]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for file in files:
        if file.attachment.drawing:
            found.setdefault(file.attachment.drawing, []).append(file.number)
    return found


def _names(files: Sequence[EmbeddedFile]) -> str:
    embedded = {file.attachment.name: file.number for file in files}
    return f"<</EmbeddedFiles{name_tree(embedded)}>>"


def _output_intents(document: Document) -> str:
    """Says that all colours are sRGB (ISO 19005-3 6.2.3)."""
    profile = document.add_ready_stream("/N 3/Filter/FlateDecode", packed_srgb_profile())
    return (
        "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]"
    )


def _reference(number: int | None) -> str | None:
    return None if number is None else f"{number} 0 R"
