"""Sheets: covers, title pages and back covers, each a page of its own."""

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.layout import layout
from briefing.model.drawing import Label
from briefing.model.flow import Item, SheetItem
from briefing.model.page import PlacedDrawing, PlacedLine, PlacedRect, dump
from briefing.model.style import SheetStyle
from briefing.units import Pt
from tests.layout.flows import BLUE, BODY, INK, PAPER, Writer, style
from tests.layout.invariants import broken

SENTENCE = "Growth held up better than most forecasts of the spring had it. "
COVER = SheetStyle(BLUE, INK, Pt(0), Pt(120), Pt(160), Pt(40), Pt(30))


@pytest.fixture
def writer() -> Writer:
    return Writer()


def sheet(*items: Item, look: SheetStyle = COVER, **more) -> SheetItem:
    settings = {"last": (), "picture": None, "leaf": None, "anchor": "cover", **more}
    return SheetItem(items, style=look, **settings)


def test_a_cover_has_a_ground_a_picture_a_rule_its_text_and_what_stands_at_its_foot(
    same_text, fonts, writer
):
    picture = writer.drawing(120, 320, "ridges").drawing
    cover = sheet(
        writer.paragraph("A title of a study", "band-title"),
        writer.paragraph("and what it is about"),
        last=(writer.paragraph("The institute"), writer.paragraph("October 2022")),
        picture=picture,
    )
    line = writer.running("A title")
    items = [cover, writer.paragraph(SENTENCE * 2)]
    flow = writer.flow(*items, head=line, foot=line)
    pages = layout(flow, fonts)

    assert broken(flow, pages) == []
    same_text("layout/cover.txt", dump(pages))


def test_a_sheet_is_bare_and_counts_as_a_page(fonts, writer):
    line = writer.running("A title")
    items = [writer.paragraph("Before"), sheet(writer.paragraph("Sheet"))]
    items += [writer.paragraph("After")]
    flow = writer.flow(*items, head=line, foot=line)
    pages = layout(flow, fonts).pages

    assert [page.label for page in pages] == ["1", "", "3"]
    assert [sum(isinstance(i, PlacedLine) for i in page.items) for page in pages] == [3, 1, 3]


def test_the_picture_is_an_artifact_unless_it_has_a_leaf(fonts, writer):
    picture = writer.drawing(120, 320, "ridges").drawing
    for leaf in (None, 77):
        cover = sheet(writer.paragraph("Title"), picture=picture, leaf=leaf)
        flow = writer.flow(cover)
        pages = layout(flow, fonts)
        (placed,) = (i for i in pages.pages[0].items if isinstance(i, PlacedDrawing))

        assert (placed.x, placed.y, placed.leaf) == (0.0, 0.0, leaf)
        assert broken(flow, pages) == []


def test_a_sheet_without_ground_rule_and_picture_is_text(fonts, writer):
    bare = replace(COVER, fill=None, accent=None, picture_height=Pt(0))
    items = layout(writer.flow(sheet(writer.paragraph("Words"), look=bare)), fonts)
    (line,) = items.pages[0].items

    assert isinstance(line, PlacedLine)
    assert (line.x, line.top) == (40.0, 160.0)


def test_a_sheet_lies_at_the_paper_s_corner_on_left_hand_pages_too(fonts):
    paper = replace(PAPER, inner=Pt(50), outer=Pt(20), facing=True)
    writer = Writer(style(paper))
    items = [writer.paragraph("Text"), sheet(writer.paragraph("Words"))]
    items.append(sheet(writer.paragraph("Words"), anchor="another"))
    flow = writer.flow(*items)
    pages = layout(flow, fonts)
    grounds = [
        (item.x, item.y, item.width, item.height)
        for page in pages.pages
        for item in page.items
        if isinstance(item, PlacedRect) and item.role == "sheet"
    ]

    assert grounds == [(0, 0, 320, 340)] * 2
    assert broken(flow, pages) == []


def test_a_sheet_can_be_linked_to(fonts, writer):
    flow = writer.flow(writer.paragraph("Text"), sheet(writer.paragraph("Words")))
    anchors = {a.name: (a.page, a.x, a.y) for a in layout(flow, fonts).anchors}

    assert anchors["cover"] == (2, 0.0, 0.0)


def test_text_that_does_not_fit_a_sheet_is_told_with_its_place(fonts, writer):
    items = [
        sheet(writer.paragraph(SENTENCE * 12)),
        sheet(writer.paragraph(SENTENCE * 5), last=(writer.paragraph(SENTENCE * 4),)),
        sheet(last=(writer.paragraph(SENTENCE * 40),)),
    ]
    with pytest.raises(ContentError) as caught:
        layout(writer.flow(*items), fonts)

    assert str(caught.value) == (
        "content/sections/test.md:2:1: error: the text of the sheet is 195 pt tall, "
        "its place 150 pt\n"
        "  hint: shorten it, or let it begin higher up in the style\n"
        "content/sections/test.md:3:1: error: the text of the sheet is 168 pt tall, "
        "its place 150 pt\n"
        "  hint: shorten it, or let it begin higher up in the style\n"
        "content/sections/test.md:5:1: error: the text of the sheet is 650 pt tall, "
        "its place 310 pt\n"
        "  hint: shorten it, or let it begin higher up in the style"
    )


def test_a_note_on_a_sheet_is_told_with_its_place(fonts, writer):
    cover = sheet(writer.paragraph("Words^", notes=["A note"]))
    with pytest.raises(ContentError) as caught:
        layout(writer.flow(cover), fonts)

    assert str(caught.value) == (
        "content/sections/test.md:2:1: error: a note is marked on a sheet, which has no foot\n"
        "  hint: take it out"
    )


def test_a_character_of_a_sheet_is_looked_for(fonts, writer):
    drawing = writer.drawing(120, 320, "ridges").drawing
    picture = replace(drawing, items=(Label("한", 0.0, 10.0, BODY),))
    cover = sheet(writer.paragraph("A clef 𝄞"), last=(writer.paragraph("and 𝄡"),), picture=picture)
    with pytest.raises(ContentError) as caught:
        layout(writer.flow(cover), fonts)

    assert [problem.message.partition("character ")[2] for problem in caught.value.problems] == [
        "'한' (U+D55C)", "'𝄞' (U+1D11E)", "'𝄡' (U+1D121)",
    ]  # fmt: skip
