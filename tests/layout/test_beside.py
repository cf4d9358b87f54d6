"""Boxes and pictures beside the text: what runs round them, and when they stand in the measure."""

import pytest
from msgspec.structs import replace

from briefing.layout import layout
from briefing.model.flow import BesideItem, Flow, GroupItem, Item
from briefing.model.page import Page, PlacedDrawing, PlacedLine, dump
from briefing.units import Pt
from tests.layout.besides import bounds
from tests.layout.flows import PAPER, Writer, style
from tests.layout.invariants import broken, lonely

SENTENCE = "Growth held up better than most forecasts of the spring had it. "
WIDE = replace(PAPER, width=Pt(400), height=Pt(420))
JUSTIFIED = replace(style().paragraphs["body"], align="justify", first_indent=Pt(12))


@pytest.fixture
def writer() -> Writer:
    return Writer(style(WIDE, body=JUSTIFIED))


def beside(item: Item, width: float = 110.0, side: str = "right", gap: float = 12.0) -> BesideItem:
    return BesideItem(item, Pt(width), "left" if side == "left" else "right", Pt(gap))


@pytest.fixture
def same_pages(same_text, fonts):
    """Set a flow, find it sound, and compare its dump with the stored one."""

    def check(name: str, flow: Flow) -> None:
        pages = layout(flow, fonts)

        assert broken(flow, pages) == []
        assert lonely(flow, pages) == []
        same_text(f"layout/{name}.txt", dump(pages))

    return check


def lines(page: Page, role: str = "body") -> list[PlacedLine]:
    return [item for item in page.items if isinstance(item, PlacedLine) and item.role == role]


def test_paragraphs_and_list_items_run_round_a_box(same_pages, writer):
    quote = writer.box(writer.paragraph("Nobody had asked the clerks.", "pull-quote"))
    items = [
        writer.paragraph(SENTENCE * 2),
        beside(replace(quote, items=(*quote.items, writer.paragraph(SENTENCE, "box-text")))),
        writer.paragraph(SENTENCE),
        writer.bullet(SENTENCE, "1."),
        writer.bullet(SENTENCE * 2, "2."),
        writer.paragraph(SENTENCE * 3),
    ]

    same_pages("beside-right", writer.flow(*items))


def test_a_heading_begins_below_what_stands_beside(same_pages, writer):
    items = [
        beside(writer.drawing(90, 110), side="left"),
        writer.paragraph(SENTENCE * 2),
        writer.paragraph("What follows", "h1"),
        writer.paragraph(SENTENCE * 2),
    ]

    same_pages("beside-left-heading", writer.flow(*items))


def test_a_picture_with_its_title_stands_beside(same_pages, writer):
    title = writer.paragraph("A title of a picture", "figure-title")
    group = GroupItem((title, writer.drawing(50, 100)), Pt(8), Pt(8), "picture")
    items = [beside(group, 100.0), writer.paragraph(SENTENCE * 6)]

    same_pages("beside-picture", writer.flow(*items))


def test_lines_are_full_beside_and_below_it(fonts, writer):
    items = [beside(writer.drawing(60, 110)), writer.paragraph(SENTENCE * 8)]
    (page,) = layout(writer.flow(*items), fonts).pages
    ends = [round(line.x + line.width, 1) for line in lines(page)]
    narrow = 370.0 - 110 - 12

    assert ends[:6] == [narrow] * 6
    assert ends[6:-1] == [370.0] * (len(ends) - 7)


def test_it_begins_with_the_first_line_of_what_follows(fonts, writer):
    items = [
        writer.paragraph(SENTENCE),
        beside(writer.drawing(60, 110), side="left"),
        writer.paragraph(SENTENCE * 4),
    ]
    (page,) = layout(writer.flow(*items), fonts).pages
    drawing = next(item for item in page.items if isinstance(item, PlacedDrawing))
    first = lines(page)[1]

    assert drawing.y == pytest.approx(first.baseline - 0.67 * 10, abs=0.1)
    assert (drawing.x, first.x) == (30.0, 30.0 + 110 + 12)


def test_labels_keep_their_indent_at_the_left_of_nothing_and_of_a_box(fonts, writer):
    items = [beside(writer.drawing(20, 110), side="left"), writer.bullet(SENTENCE * 2)]
    items.append(writer.bullet(SENTENCE))
    (page,) = layout(writer.flow(*items), fonts).pages
    first, *_, last = lines(page, "bullet")
    gaps = [line.x + line.runs[1].x for line in (first, last)]

    assert gaps == pytest.approx([30.0 + 110 + 12 + 14, 30.0 + 14])
    assert [run.text for run in first.runs][:1] == ["•"]


def test_no_page_ends_beside_it(fonts, writer):
    for before in range(12, 26):
        items: list[Item] = [writer.paragraph("One line.") for _ in range(before)]
        items += [beside(writer.drawing(100, 110)), writer.paragraph(SENTENCE * 10)]
        flow = writer.flow(*items)
        pages = layout(flow, fonts)

        assert broken(flow, pages) == []


def test_a_marker_in_it_has_its_note_on_the_page_and_comes_first(fonts, writer):
    box = writer.box(writer.paragraph("Words^", notes=["First"]))
    items = [beside(box), writer.paragraph(SENTENCE + "^", notes=["Second"])]
    flow = writer.flow(*items)
    pages = layout(flow, fonts)

    assert broken(flow, pages) == []
    assert [line.note for line in lines(pages.pages[0], "note 1")] == [0]
    assert {a.name for a in pages.anchors} >= {"note-1-back", "note-2-back"}


def _stands_beside(flow: Flow, fonts) -> bool:
    page = layout(flow, fonts).pages[0]
    drawing = next(bounds(item) for item in page.items if isinstance(item, PlacedDrawing))
    return any(
        line.top < drawing[3] - 1 and line.top + line.height > drawing[1] + 1
        for line in lines(page)
    )


@pytest.mark.parametrize(
    ("height", "width", "following", "expected"),
    [
        (60, 110, "paragraph", True),
        (60, 110, "heading", False),
        (60, 110, "nothing", False),
        (60, 110, "drawing", False),
        (60, 160, "paragraph", False),  # leaves 168 pt, too few for justified lines
        (230, 110, "paragraph", False),  # taller than two thirds of a page
    ],
)
def test_it_stands_in_the_measure_where_text_has_no_room(
    fonts, writer, height, width, following, expected
):
    after: dict[str, list[Item]] = {
        "paragraph": [writer.paragraph(SENTENCE * 8)],
        "heading": [writer.paragraph("A heading", "h1"), writer.paragraph(SENTENCE)],
        "drawing": [writer.drawing(20, 200, "map"), writer.paragraph(SENTENCE)],
        "nothing": [],
    }
    flow = writer.flow(beside(writer.drawing(height, width), width), *after[following])

    assert _stands_beside(flow, fonts) is expected
    assert broken(flow, layout(flow, fonts)) == []


def test_ragged_text_needs_less_room(fonts):
    writer = Writer(style(WIDE))
    for width, expected in ((160.0, True), (170.0, False)):
        flow = writer.flow(beside(writer.drawing(60, width), width), writer.paragraph(SENTENCE * 8))

        assert _stands_beside(flow, fonts) is expected


def test_it_stands_in_the_measure_where_the_notes_beside_it_could_not_begin(fonts, writer):
    notes = ["A note of one line"] * 16
    text = writer.paragraph(SENTENCE + "^" * 16 + SENTENCE * 4, notes=notes)
    flow = writer.flow(beside(writer.drawing(200, 110)), text)
    pages = layout(flow, fonts)

    assert not _stands_beside(flow, fonts)
    assert broken(flow, pages) == []


def test_it_stands_in_a_box_beside_the_text_of_the_box(fonts, writer):
    inner = (beside(writer.drawing(40, 90), 90.0), writer.paragraph(SENTENCE * 5))
    flow = writer.flow(writer.box(*inner), writer.paragraph(SENTENCE))
    pages = layout(flow, fonts)

    assert _stands_beside(flow, fonts)
    assert broken(flow, pages) == []


def test_a_short_paragraph_leaves_white_below_it(fonts, writer):
    items = [beside(writer.drawing(80, 110)), writer.paragraph("Short."), writer.drawing(30, 200)]
    (page,) = layout(writer.flow(*items), fonts).pages
    first, second = (item for item in page.items if isinstance(item, PlacedDrawing))

    assert second.y == first.y + 80 + 12
