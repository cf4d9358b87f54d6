"""Makes the PDF for reviewers: the list of changes, then the new file with change bars."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Name

from briefing import pipeline
from briefing.audit import entries
from briefing.editions.bars import Box, Mark, find_marks, paint_marks
from briefing.editions.compare import Compared
from briefing.editions.listing import SCHEME, STYLE, word_changes
from briefing.editions.merging import entitle, put_before
from briefing.editions.values import Side
from briefing.model.drawing import Segment
from briefing.model.style import TextStyle
from briefing.text.fonts import fonts_of
from briefing.text.outlines import turned_over

_NUMBERS = TextStyle("sans", 6.6, "#000000", bold=True)
_BODY = TextStyle("serif", 10, "#000000")


class ReviewError(ValueError):
    """A PDF for reviewers that cannot be made."""


def review(compared: Compared, sides: tuple[Side, Side]) -> bytes:
    """Make the PDF for reviewers of one file that has changed. The same files give the same bytes.

    Raises:
        ReviewError: One of the files is encrypted, or the new one has no pages.
    """
    assert compared.papers is not None  # a caller's mistake: nothing has changed
    assert compared.pair.new is not None
    if any(paper.is_encrypted for paper in compared.papers):
        raise ReviewError(
            f"{compared.told.name}: error: it is encrypted, and a PDF for reviewers would not be\n"
            "  hint: compare builds that were made without --encrypt"
        )
    out = BytesIO()
    with pikepdf.open(compared.pair.new.path) as pdf:
        if not pdf.pages:
            raise ReviewError(
                f"{compared.told.name}: error: it has no pages, beside which changes could stand\n"
                "  hint: leave out --pdf"
            )
        publisher = entries.text(pdf.trailer.get("/Info"), "/Author") or "briefing"
        manuscript = word_changes(compared, sides, publisher, _writable)
        with pikepdf.open(BytesIO(pipeline.set_alone(manuscript))) as front:
            marks = _mark(pdf, compared)
            title = f"Changes in “{compared.papers[1].title or compared.told.name}”"
            originals = list(pdf.pages)
            listing = put_before(pdf, front, "Changes ")
            _link(listing, originals, compared, marks)
            entitle(pdf, title)
            pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def _writable(text: str) -> str:
    """Text with a question mark for each sign that the list's letters do not have."""
    fonts = fonts_of(pipeline.packaged_style(STYLE).families)
    lacking = {sign for sign in text if ord(sign) < 32 or 126 < ord(sign) < 160}
    lacking.update(fonts.missing(text, _BODY))
    return text.translate({ord(sign): "?" for sign in lacking})


def _mark(pdf: pikepdf.Pdf, compared: Compared) -> tuple[Mark, ...]:
    """Paint bars on all pages with changes."""
    assert compared.papers is not None
    papers = {number: _box(page) for number, page in enumerate(pdf.pages, 1)}
    marks = find_marks(compared.aligned, compared.papers[1].statements, papers)
    for number, page in enumerate(pdf.pages, 1):
        own = [mark for mark in marks if mark.page == number]
        if own:
            page.contents_add(b"q\n", prepend=True)
            page.contents_add(b"\nQ\n" + paint_marks(own, papers[number], _outline))
    return marks


def _box(page: pikepdf.Page) -> Box:
    left, _, right, _ = (float(value) for value in page.cropbox)
    return Box(min(left, right), max(left, right))


@lru_cache(maxsize=512)  # about 2 kB each
def _outline(text: str) -> tuple[tuple[Segment, ...], float]:
    fonts = fonts_of(pipeline.packaged_style(STYLE).families)
    outline = tuple(turned_over(fonts.outline(text, _NUMBERS)))
    return outline, fonts.width(text, _NUMBERS)


def _link(
    listing: Sequence[pikepdf.Page],
    originals: Sequence[pikepdf.Page],
    compared: Compared,
    marks: Sequence[Mark],
) -> None:
    """Let the list lead to the places of changes."""
    first = {mark.number: mark for mark in reversed(marks)}
    for page in listing:
        for annotation in entries.array(page.obj, "/Annots"):
            address = entries.text(entries.dictionary(annotation, "/A"), "/URI")
            if address.startswith(SCHEME):
                number = int(address.removeprefix(SCHEME))
                spot = compared.told.statements[number - 1].at
                mark = first.get(number)
                target = originals[(mark.page if mark else spot.page) - 1]
                top = mark.high + 24 if mark else float(target.cropbox[3])
                del annotation[Name.A]
                annotation[Name.Dest] = Array([target.obj, Name.XYZ, None, round(top, 2), None])
                annotation[Name.Contents] = pikepdf.String(f"Change {number} on page {spot.label}")
