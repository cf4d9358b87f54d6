import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.flow import OutlineEntry
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from briefing.pdf.structure.labels import page_labels
from tests.pdf.reader import read
from tests.pdf.sample import everything
from tests.pdf.typesetter import Desk


def test_bookmarks_have_titles_levels_and_places():
    sample = everything()
    pdf = read(write_pdf(sample.pages, sample.fonts)).pdf

    assert _outlined(pdf) == [("Вода и власть", 1, 0), ("A figure (1)", 2, 2), ("A table", 1, 3)]
    assert pdf.Root.PageMode == "/UseOutlines"
    assert pdf.Root.Outlines.Count == 3


def test_a_document_without_bookmarks_has_no_outline():
    desk = Desk()
    pdf = read(write_pdf(desk.done(Node("Document")), desk.fonts)).pdf

    assert "/Outlines" not in pdf.Root
    assert pdf.Root.PageMode == "/UseNone"


@given(st.lists(st.integers(-3, 1), max_size=30))
def test_any_sequence_of_levels_keeps_its_order_and_depth(steps):
    levels, level = [], 0
    for step in steps:
        level = max(1, min(level + step, level + 1))
        levels.append(level)
    desk = Desk()
    desk.anchor("here")
    entries = [OutlineEntry(f"Entry {n}", "here", level) for n, level in enumerate(levels)]
    pdf = read(write_pdf(desk.done(Node("Document"), outline=entries), desk.fonts)).pdf

    found = _outlined(pdf) if entries else []
    assert found == [(entry.title, entry.level, 0) for entry in entries]


@pytest.mark.parametrize(
    ("labels", "tree"),
    [
        ("1 2 3", "<</Nums[0<</S/D>>]>>"),
        ("i ii iii 1 2", "<</Nums[0<</S/r>>3<</S/D>>]>>"),
        ("ix x xi", "<</Nums[0<</S/r/St 9>>]>>"),
        ("I II 7 9", "<</Nums[0<</S/R>>2<</S/D/St 7>>3<</S/D/St 9>>]>>"),
        ("cover A-1 A-2", "<</Nums[0<</P(cover)>>1<</P(A-1)>>2<</P(A-2)>>]>>"),
        ("mixed 007", "<</Nums[0<</P(mixed)>>1<</P(007)>>]>>"),
        ("Iv xliv", "<</Nums[0<</P(Iv)>>1<</S/r/St 44>>]>>"),
    ],
)
def test_pages_are_called_what_is_printed_on_them(labels, tree):
    page = everything().pages.pages[0]
    pages = [replace(page, label=label) for label in labels.split()]

    assert page_labels(pages) == tree


def test_a_page_without_a_label_has_none():
    page = replace(everything().pages.pages[0], label="")

    assert page_labels([page, replace(page, label="1")]) == "<</Nums[0<<>>1<</S/D>>]>>"


def _outlined(pdf: pikepdf.Pdf) -> list[tuple[str, int, int]]:
    """Title, level and page of each bookmark, by following First and Next."""
    pages = {page.objgen: index for index, page in enumerate(pdf.pages)}

    def walk(parent, level):
        item, before = parent.get("/First"), None
        while item is not None:
            assert item.Parent.objgen == parent.objgen
            assert (item.get("/Prev").objgen if before else None) == before
            found.append((str(item.Title), level, pages[item.Dest[0].objgen]))
            walk(item, level + 1)
            before, last = item.objgen, item
            item = item.get("/Next")
        if before:
            assert parent.Last.objgen == last.objgen

    found: list[tuple[str, int, int]] = []
    walk(pdf.Root.Outlines, 1)
    return found
