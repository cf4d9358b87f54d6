"""The judge of pages must itself find what is wrong with them."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from briefing.layout import layout
from briefing.model.flow import Flow
from briefing.model.page import Page, Pages, Placed, PlacedLine
from briefing.units import Pt
from tests.layout.flows import Writer
from tests.layout.invariants import broken, buried, lonely

Change = Callable[[list[Placed]], list[Placed]]


@pytest.fixture(scope="module")
def flow() -> Flow:
    writer = Writer()
    link = writer.link("#place")
    linked = writer.paragraph("linked words", anchor="place")
    runs = tuple(replace(run, link=link) for run in linked.runs)
    return writer.flow(
        replace(linked, runs=runs),
        writer.paragraph("Words of a text^ " * 20, notes=["A note " * 20, *[0] * 19]),
        writer.drawing(40),
        writer.paragraph("Further words " * 40),
    )


@pytest.fixture(scope="module")
def pages(flow, monospace) -> Pages:
    return layout(flow, monospace)


def _with(pages: Pages, change: Change, page: int = 0) -> Pages:
    changed = list(pages.pages)
    changed[page] = replace(changed[page], items=tuple(change(list(changed[page].items))))
    return replace(pages, pages=tuple(changed))


def _is_text(item: Placed) -> bool:
    return isinstance(item, PlacedLine) and item.note is None


def _texts(page: Page) -> list[int]:
    return [k for k, item in enumerate(page.items) if _is_text(item)]


def test_sound_pages_have_no_faults(flow, pages):
    assert broken(flow, pages) == []
    assert lonely(flow, pages) == []
    assert len(pages.pages) == 2


def test_a_lost_line_is_found(flow, pages):
    k = _texts(pages.pages[0])[2]
    faults = broken(flow, _with(pages, lambda items: items[:k] + items[k + 1 :]))

    assert len(faults) == 1
    assert faults[0].startswith("text lost or doubled")


def test_a_doubled_line_is_found(flow, pages):
    k = _texts(pages.pages[0])[2]
    faults = broken(flow, _with(pages, lambda items: [*items[:k], items[k], *items[k:]]))

    assert [fault.split(":")[0] for fault in faults] == ["page 1", "text lost or doubled"]


def test_lines_in_another_order_are_found(flow, pages):
    def swapped(items: list[Placed]) -> list[Placed]:
        return [items[1], items[0], *items[2:]]

    faults = broken(flow, _with(pages, swapped))

    assert any("out of order" in fault for fault in faults)


def test_a_line_in_the_margin_is_found(flow, pages):
    def moved(items: list[Placed]) -> list[Placed]:
        first = items[0]
        assert isinstance(first, PlacedLine)
        return [replace(first, top=Pt(first.top - 5)), *items[1:]]

    assert broken(flow, _with(pages, moved))[0] == "page 1: outside its place: body 'linked words'"


def test_lines_on_each_other_are_found(flow, pages):
    def moved(items: list[Placed]) -> list[Placed]:
        second = items[1]
        assert isinstance(second, PlacedLine)
        return [items[0], replace(second, top=Pt(second.top - 8)), *items[2:]]

    assert any(" on " in fault for fault in broken(flow, _with(pages, moved)))


def test_a_note_on_another_page_than_its_marker_is_found(flow, pages):
    first, second = pages.pages
    feet = tuple(item for item in first.items if isinstance(item, PlacedLine) and item.note == 0)
    moved = (
        replace(first, items=tuple(item for item in first.items if item not in feet)),
        replace(second, items=second.items + feet),
    )

    assert "note 0: on page 2, marker on 1" in broken(flow, replace(pages, pages=moved))


def test_a_single_line_of_a_note_is_found(flow, pages):
    first, second = pages.pages
    feet = [item for item in first.items if isinstance(item, PlacedLine) and item.note == 0]
    moved = (
        replace(first, items=tuple(item for item in first.items if item is not feet[-1])),
        replace(second, items=(*second.items, feet[-1])),
    )

    assert lonely(flow, replace(pages, pages=moved)) == ["note 0: a single line on page 2"]


def test_a_note_that_runs_on_before_another_is_found(monospace):
    writer = Writer()
    item = writer.paragraph("Here^ and here^.", notes=["word " * 300, "word"])

    assert buried(layout(writer.flow(item), monospace)) == [
        "page 1: note 0 runs on, note 1 stands behind it"
    ]


def test_a_note_that_runs_on_as_the_last_is_not_buried(pages):
    assert buried(pages) == []


def test_a_missing_anchor_and_a_missing_link_are_found(flow, pages):
    bare = replace(pages, anchors=(), pages=tuple(replace(p, links=()) for p in pages.pages))

    assert broken(flow, bare) == [
        "anchor 'note-1' is not on page 1",
        "anchor 'note-1-back' is not on page 1",
        "anchor 'place' is not set",
        "anchor 'note-1' is not set",
        "anchor 'note-1-back' is not set",
        "page 1: no area for link 0",
    ]


def test_a_number_that_is_left_open_is_found(flow, pages):
    def opened(items: list[Placed]) -> list[Placed]:
        first = items[0]
        assert isinstance(first, PlacedLine)
        runs = tuple(replace(run, field="page") for run in first.runs)
        return [replace(first, runs=runs), *items[1:]]

    assert broken(flow, _with(pages, opened)) == [
        "page 1: a number is left open: body 'linked words'"
    ]
