"""The judge of pages must find what is wrong with columns, floats, breaks and sheets."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from briefing.layout import layout
from briefing.model.flow import BreakItem, ColumnsItem, FloatItem, Flow, SheetItem
from briefing.model.page import Pages, Placed, PlacedDrawing, PlacedLine
from briefing.units import Pt
from tests.layout.courses import WIDE
from tests.layout.flows import Writer, style
from tests.layout.invariants import broken, white_above_notes
from tests.layout.test_numbering import SHEET

LINE = "word " * 9


@pytest.fixture(scope="module")
def flow() -> Flow:
    writer = Writer(style(replace(WIDE, column_notes=True)))
    texts = [writer.paragraph(LINE * 4 + "^", notes=["A note"]) for _ in range(8)]
    floats = [FloatItem(writer.drawing(60, 50, name), "foot", Pt(10)) for name in ("one", "two")]
    cover = SheetItem((writer.paragraph("A cover", "cover-title"),), (), None, None, SHEET)
    columns = ColumnsItem((*texts[:5], floats[0], *texts[5:], floats[1]), 2, Pt(12))
    return writer.flow(cover, columns, BreakItem(), writer.paragraph("The end."))


@pytest.fixture(scope="module")
def pages(flow, monospace) -> Pages:
    return layout(flow, monospace)


def _changed(pages: Pages, number: int, change: Callable[[Placed], Placed | None]) -> Pages:
    page = pages.pages[number - 1]
    items = tuple(new for item in page.items if (new := change(item)) is not None)
    changed = [*pages.pages[: number - 1], replace(page, items=items), *pages.pages[number:]]
    return replace(pages, pages=tuple(changed))


def _moved(pages: Pages, name: str, start: int, end: int) -> Pages:
    """Bring the drawing of this name to another page."""
    (found,) = [i for i in pages.pages[start - 1].items if _drawn(i) == name]
    without = _changed(pages, start, lambda item: None if item is found else item)
    page = without.pages[end - 1]
    changed = list(without.pages)
    changed[end - 1] = replace(page, items=(found, *page.items))
    return replace(without, pages=tuple(changed))


def _drawn(item: Placed) -> str:
    return item.drawing.id if isinstance(item, PlacedDrawing) else ""


def _has(faults: list[str], words: str) -> bool:
    return any(words in fault for fault in faults)


def test_sound_pages_have_no_faults(flow, pages):
    assert broken(flow, pages) == []
    assert [page.label for page in pages.pages] == ["", "2", "3", "4"]
    assert [[*filter(None, map(_drawn, page.items))] for page in pages.pages] == [
        [], ["one"], ["two"], [],
    ]  # fmt: skip


def test_a_line_between_two_columns_is_found(flow, pages):
    def shifted(item: Placed) -> Placed:
        text = isinstance(item, PlacedLine) and item.note is None
        return replace(item, x=Pt(item.x + 40)) if text and item.x < 100 else item

    assert _has(broken(flow, _changed(pages, 2, shifted)), "in no column")


def test_a_float_out_of_order_is_found(flow, pages):
    assert _has(broken(flow, _moved(pages, "one", 2, 3)), "a float out of order")


def test_a_float_before_its_call_is_found(flow, pages):
    assert _has(broken(flow, _moved(pages, "two", 3, 2)), "a float before its call")


def test_a_float_behind_its_chapter_is_found(flow, pages):
    assert _has(broken(flow, _moved(pages, "two", 3, 4)), "page 4: of chapters")


def test_a_float_too_near_to_text_is_found(flow, pages):
    def raised(item: Placed) -> Placed:
        if isinstance(item, PlacedDrawing) and item.drawing.id == "one":
            return replace(item, y=Pt(item.y - 20))
        return item

    assert _has(broken(flow, _changed(pages, 2, raised)), "too near to a float")


def test_a_note_in_the_wrong_column_is_found(flow, pages):
    def swapped(item: Placed) -> Placed:
        if isinstance(item, PlacedLine) and item.note is not None:
            return replace(item, x=Pt(item.x + (256 if item.x < 100 else -256)))
        return item

    assert _has(broken(flow, _changed(pages, 2, swapped)), "not in the column of its marker")


def test_a_sheet_with_a_label_is_found(flow, pages):
    labelled = replace(pages.pages[0], label="1")
    changed = replace(pages, pages=(labelled, *pages.pages[1:]))

    assert broken(flow, changed) == ["page 1: a sheet with a label or running lines"]


def test_the_white_above_notes_is_measured(monospace):
    writer = Writer()
    items = [writer.paragraph("A line^.", notes=["word " * 30]), writer.drawing(230)]
    pages = layout(writer.flow(*items), monospace)

    assert white_above_notes(writer.flow(*items), pages) == [(1, 260 - 42.5 - 13, "drawing bars")]
