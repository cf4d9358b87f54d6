"""Floats: at a page's top or foot, in order, not before their call and not behind their chapter."""

from typing import Literal

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.layout import layout
from briefing.model.flow import BreakItem, ColumnsItem, FloatItem, Flow, Item
from briefing.model.page import Page, Pages, PlacedDrawing, PlacedLine, PlacedRect, dump
from briefing.units import Pt
from tests.layout.courses import WIDE
from tests.layout.flows import Writer, style
from tests.layout.invariants import broken, lonely

LINE = "word " * 10
SENTENCE = "Growth held up better than most forecasts of the spring had it. "


def _float(
    writer: Writer, height: float, position: Literal["top", "foot", "page"], name: str = "map"
) -> FloatItem:
    return FloatItem(writer.drawing(height, name=name), position, Pt(10))


def _lines(writer: Writer, count: int) -> list[Item]:
    """Lines that a page may end after, each of them."""
    return [writer.paragraph("A line.") for _ in range(count)]


def _tops(page: Page) -> dict[str, float]:
    return {i.drawing.id: i.y for i in page.items if isinstance(i, PlacedDrawing)}


def _where(pages: Pages) -> dict[str, int]:
    return {name: page.number for page in pages.pages for name in _tops(page)}


def _texts(page: Page) -> list[PlacedLine]:
    return [i for i in page.items if isinstance(i, PlacedLine) and i.note is None]


@pytest.fixture
def sound(monospace):
    """Set a flow and find it sound."""

    def check(flow: Flow) -> Pages:
        pages = layout(flow, monospace)

        assert broken(flow, pages) == []
        assert lonely(flow, pages) == []
        return pages

    return check


def test_a_float_stands_at_the_top_of_the_page_of_its_call(sound):
    writer = Writer()
    flow = writer.flow(*_lines(writer, 5), _float(writer, 50, "top"), *_lines(writer, 15))
    first, _ = sound(flow).pages

    assert _tops(first) == {"map": 40.0}
    assert _texts(first)[0].top == 40 + 50 + 10


def test_a_float_stands_at_the_foot_of_the_page_of_its_call_above_the_notes(sound):
    writer = Writer()
    noted = writer.paragraph("A line^.", notes=["A note"])
    flow = writer.flow(noted, _float(writer, 50, "foot"), *_lines(writer, 20))
    page = sound(flow).pages[0]
    (rule,) = (i for i in page.items if isinstance(i, PlacedRect))

    assert _tops(page) == {"map": rule.y - writer.style.paper.note_gap - 50}
    assert max(line.top + line.height for line in _texts(page)) <= _tops(page)["map"] - 10


def test_a_float_goes_over_where_its_page_has_no_room_for_it_and_its_call(sound):
    writer = Writer()
    flow = writer.flow(*_lines(writer, 12), _float(writer, 50, "top"), *_lines(writer, 9))

    assert _where(sound(flow)) == {"map": 2}


def test_floats_stay_in_order_and_several_stand_on_one_page(sound):
    writer = Writer()
    flow = writer.flow(
        *_lines(writer, 10),
        _float(writer, 90, "top", "one"),
        *_lines(writer, 1),
        _float(writer, 20, "top", "two"),
        _float(writer, 20, "foot", "three"),
        *_lines(writer, 20),
    )
    pages = sound(flow)

    assert _where(pages) == {"one": 2, "two": 2, "three": 2}
    assert _tops(pages.pages[1]) == {"one": 40.0, "two": 40 + 90 + 10, "three": 280.0}


def test_no_float_goes_to_the_top_behind_one_at_the_foot(sound):
    writer = Writer()
    floats = [_float(writer, 40, "foot", "low"), _float(writer, 40, "top", "high")]
    flow = writer.flow(*_lines(writer, 2), *floats, *_lines(writer, 20))

    assert _where(sound(flow)) == {"low": 1, "high": 2}


def test_a_float_of_a_page_of_its_own_stands_alone_while_the_text_goes_on(sound):
    writer = Writer()
    flow = writer.flow(*_lines(writer, 5), _float(writer, 30, "page"), *_lines(writer, 20))
    pages = sound(flow)

    assert _where(pages) == {"map": 2}
    assert [len(_texts(page)) for page in pages.pages] == [14, 0, 11]


def test_a_float_that_leaves_little_room_gets_a_page_of_its_own(sound):
    writer = Writer()
    flow = writer.flow(*_lines(writer, 5), _float(writer, 200, "top"), *_lines(writer, 20))
    pages = sound(flow)

    assert [len(_texts(page)) for page in pages.pages] == [14, 0, 11]


def test_floats_are_set_before_the_next_chapter_begins(sound):
    writer = Writer()
    floats = [_float(writer, 100, "top", name) for name in ("one", "two", "three")]
    text = writer.paragraph(LINE * 20)
    pages = sound(writer.flow(text, *floats, BreakItem(), *_lines(writer, 2)))

    assert _where(pages) == {"one": 2, "two": 2, "three": 3}
    assert [len(_texts(page)) for page in pages.pages] == [18, 2, 0, 2]


def test_a_chapter_of_floats_alone_is_set(sound):
    writer = Writer()
    flow = writer.flow(
        _float(writer, 100, "foot", "one"), BreakItem(), _float(writer, 90, "page", "two"),
        BreakItem(), *_lines(writer, 2), BreakItem(), _float(writer, 80, "top", "three"),
    )  # fmt: skip

    assert _where(sound(flow)) == {"one": 1, "two": 2, "three": 4}


def test_nothing_stands_above_the_heading_or_band_of_a_chapter(sound):
    writer = Writer()
    item = _float(writer, 50, "top")
    for first in (writer.paragraph("Heading", "h1"), writer.band("A title")):
        pages = sound(writer.flow(first, *_lines(writer, 2), item, *_lines(writer, 3)))

        assert _where(pages) == {"map": 1}
        assert _tops(pages.pages[0])["map"] == 250.0


def test_a_float_reaches_across_the_columns_in_which_it_is_called(sound):
    writer = Writer(style(WIDE))
    item = FloatItem(writer.drawing(60, 500), "top", Pt(10))
    text = [writer.paragraph(LINE * 4) for _ in range(9)]
    pages = sound(writer.flow(ColumnsItem((*text[:3], item, *text[3:]), 2, Pt(12))))
    tops = {line.x: line.top for line in reversed(_texts(pages.pages[0]))}

    assert _tops(pages.pages[0]) == {"bars": 40.0}
    assert set(tops.values()) == {110.0}


def test_a_note_is_divided_above_which_a_float_stands(sound):
    writer = Writer()
    noted = writer.paragraph("A line^.", notes=["word " * 400])
    flow = writer.flow(noted, _float(writer, 120, "foot"), *_lines(writer, 20))
    pages = sound(flow).pages

    assert _where(sound(flow)) == {"map": 1}
    assert [any(i.note == 0 for i in p.items if isinstance(i, PlacedLine)) for p in pages[:2]] == [
        True, True,
    ]  # fmt: skip


def test_a_name_in_a_float_is_where_the_float_stands(sound):
    writer = Writer()
    group = writer.group(writer.drawing(50), anchor="figure")
    flow = writer.flow(*_lines(writer, 12), FloatItem(group, "top", Pt(8)), *_lines(writer, 9))

    assert [(a.name, a.page, a.y) for a in sound(flow).anchors] == [("figure", 2, 40.0)]


def test_a_float_taller_than_a_page_is_told_with_its_place(monospace):
    writer = Writer()
    items = [writer.paragraph("Words"), _float(writer, 300, "top"), _float(writer, 261, "page")]
    with pytest.raises(ContentError) as told:
        layout(writer.flow(*items), monospace)

    assert str(told.value) == (
        "content/sections/test.md:3:1: error: what is to stand at the top is 300 pt tall, "
        "a page has 260 pt\n"
        "  hint: make it lower, or let it stand where it is written\n"
        "content/sections/test.md:4:1: error: what is to have a page of its own is 261 pt tall, "
        "a page has 260 pt\n"
        "  hint: make it lower, or let it stand where it is written"
    )


def test_a_float_with_the_marker_of_a_note_is_a_mistake_of_the_program(monospace):
    writer = Writer()
    item = FloatItem(writer.paragraph("Words^", notes=["A"]), "top", Pt(8))

    with pytest.raises(ValueError, match=r"markers of notes \(0,\) in a float"):
        layout(writer.flow(item), monospace)


def test_a_page_with_columns_floats_and_notes(same_text, fonts):
    writer = Writer(style(replace(WIDE, height=Pt(440))))
    figure = writer.group(
        writer.paragraph("Figure 1. A title", "figure-title"),
        writer.drawing(60, 500),
        writer.paragraph("Source: the office.", "figure-note"),
    )
    texts = [writer.paragraph(SENTENCE * 5 + "^", notes=["Office, 2021. " * k]) for k in (2, 9)]
    more = [writer.paragraph(SENTENCE * 6) for _ in range(3)]
    columns = (*texts, FloatItem(figure, "top", Pt(12)), FloatItem(figure, "foot", Pt(12)), *more)
    flow = writer.flow(ColumnsItem(columns[:3] + columns[4:], 2, Pt(12)))
    pages = layout(flow, fonts)

    assert broken(flow, pages) == []
    same_text("layout/columns-float-notes.txt", dump(pages))
