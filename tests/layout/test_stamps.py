"""What stands on every page apart from its text."""

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.layout import layout
from briefing.model.flow import BreakItem, Item, PageLabel, SheetItem, Watermark
from briefing.model.page import Page, PlacedDrawing, PlacedLine, PlacedRect
from briefing.model.style import SheetStyle, TextStyle
from briefing.text.fonts import fonts_of
from briefing.units import Pt
from tests.layout.flows import BLUE, FAMILIES, PAPER, Writer, style

LOOK = TextStyle("sans", 12, "#ffc000", bold=True)
MARKING = PageLabel("TLP:AMBER+STRICT", LOOK, "#000000")
EMBARGO = PageLabel("Embargoed until 1 November 2022", TextStyle("sans", 9, "#ffffff"), BLUE)
NOTICES = (
    PageLabel("Lent for a week", TextStyle("sans", 9, "#ffffff"), BLUE),
    PageLabel("Copy for nobody", TextStyle("sans", 9, "#ffffff"), BLUE),
)
MARK = Watermark("DRAFT", TextStyle("sans", 12, "#e9eaec", bold=True))
SENTENCE = "Growth held up better than most forecasts of the spring had it. "
SHEET = SheetStyle(BLUE, None, Pt(0), Pt(0), Pt(60), Pt(20), Pt(16))
FACING = replace(PAPER, inner=Pt(40), outer=Pt(30), facing=True)
WIDE = replace(FACING, width=Pt(700))


def _marks(page: Page) -> list[tuple[PlacedRect, PlacedLine]]:
    found = [item for item in page.items if getattr(item, "role", "").endswith(" marking")]
    grounds = [item for item in found if isinstance(item, PlacedRect)]
    lines = [item for item in found if isinstance(item, PlacedLine)]
    return list(zip(grounds, lines, strict=True))


def _story(writer: Writer, **more):
    """A cover, an empty page, two pages of text, a back cover."""
    cover = SheetItem((writer.paragraph("Title"),), (writer.paragraph("Foot"),), None, None, SHEET)
    text: list[Item] = [BreakItem("right"), *(writer.paragraph(SENTENCE * 12) for _ in range(3))]
    return writer.flow(cover, *text, replace(cover, last=()), **more)


def test_every_page_has_the_marking_in_head_and_foot_at_its_right_margin(monospace):
    writer = Writer(style(FACING))
    pages = layout(_story(writer, marking=MARKING), monospace).pages

    assert len(pages) > 4
    for page in pages:
        head, foot = _marks(page)
        bare = page.number in (1, len(pages))
        margin = 20 if bare else 40 if page.number % 2 == 0 else 30
        for (ground, line), y in ((head, FACING.head), (foot, page.height - FACING.foot)):
            assert "".join(run.text for run in line.runs) == "TLP:AMBER+STRICT"
            assert [run.leaf for run in line.runs] == [None]
            assert line.runs[0].style.size >= 12
            assert ground.x + ground.width == pytest.approx(page.width - margin)
            assert ground.y < line.baseline < ground.y + ground.height
            assert line.baseline == pytest.approx(y)


def test_a_restriction_stands_beside_the_marking_on_every_page(monospace):
    writer = Writer(style(WIDE))
    pages = layout(_story(writer, marking=MARKING, restriction=EMBARGO), monospace).pages

    for page in pages:
        labels = _marks(page)
        for (before, said), (ground, line) in (labels[:2], labels[2:]):
            assert said.runs[0].text == EMBARGO.text
            assert line.runs[0].text == MARKING.text
            assert before.x + before.width == pytest.approx(ground.x)
            assert (before.y, before.height) == (ground.y, ground.height)
            assert before.y < said.baseline < line.baseline
            assert before.fill == BLUE
        assert not [item for item in page.items if isinstance(item, PlacedDrawing)]


@pytest.mark.parametrize("marking", [None, MARKING])
def test_a_restriction_stands_in_the_margin_where_no_marking_has_room_beside_it(marking, monospace):
    writer = Writer()
    flow = writer.flow(
        writer.paragraph(SENTENCE), marking=marking, restriction=EMBARGO, notices=NOTICES
    )
    (page,) = layout(flow, monospace).pages

    placed = [item for item in page.items if isinstance(item, PlacedDrawing)]
    words = [label.text for one in placed for label in one.drawing.items if hasattr(label, "text")]
    assert words == [notice.text for notice in (EMBARGO, *NOTICES)]
    assert len(_marks(page)) == (2 if marking else 0)


def test_running_lines_make_room_for_the_marking(monospace):
    writer = Writer()
    head = writer.running("A long title that hardly fits on its line", (writer.run("Right"),))
    flow = writer.flow(writer.paragraph(SENTENCE), head=head, foot=head, marking=MARKING)
    (page,) = layout(flow, monospace).pages

    (ground, _), _ = _marks(page)
    lines = [
        item for item in page.items
        if isinstance(item, PlacedLine) and item.role in ("running-head", "running-foot")
    ]  # fmt: skip
    rules = [item for item in page.items if getattr(item, "role", "").endswith(" rule")]
    assert len(lines) == 4
    assert all(line.x + line.width < ground.x for line in lines)
    assert all(rule.y >= ground.y + ground.height for rule in rules if rule.y < 100)


def test_the_title_band_begins_below_the_marking_where_it_would_run_into_it(monospace):
    writer = Writer()
    tops = []
    for title in ("Short", "A title as wide as the band is, and wider still", "Short"):
        marking = MARKING if len(tops) != 2 else None
        flow = writer.flow(writer.band(title), writer.paragraph("Text."), marking=marking)
        page = layout(flow, monospace).pages[0]
        tops.append(next(i.top for i in page.items if getattr(i, "role", "") == "band-title"))
        if title != "Short":
            (ground, _), _ = _marks(page)

    assert tops[0] == tops[2]
    assert tops[1] >= ground.y + ground.height


def test_what_stands_at_the_foot_of_a_sheet_keeps_clear_of_the_marking(monospace):
    writer = Writer()
    last = (writer.paragraph("A line that reaches far to the other side."),)
    cover = SheetItem((writer.paragraph("Title"),), last, None, None, SHEET)
    (page,) = layout(writer.flow(cover, marking=MARKING), monospace).pages

    _, (ground, _) = _marks(page)
    lines = [i for i in page.items if isinstance(i, PlacedLine) and i.role == "body"]
    assert max(line.top + line.height for line in lines) <= ground.y


def test_notices_stand_upright_in_the_outer_margin_of_every_page(monospace):
    writer = Writer(style(FACING))
    pages = layout(_story(writer, notices=NOTICES), monospace).pages

    for page in pages:
        placed = [i for i in page.items if isinstance(i, PlacedDrawing) and i.role == "watermark"]
        words = [label.text for i in placed for label in i.drawing.items if hasattr(label, "text")]
        assert words == [notice.text for notice in NOTICES]
        for one in placed:
            middle = one.x + one.drawing.width / 2
            assert middle == pytest.approx(15 if page.number % 2 == 0 else page.width - 15)
            assert 0 < one.y < one.y + one.drawing.height < page.height


def test_a_watermark_is_behind_the_text_and_above_the_ground_of_a_sheet():
    writer = Writer(style(FACING))
    pages = layout(_story(writer, watermark=MARK), fonts_of(FAMILIES)).pages

    for page in pages:
        at = [getattr(i, "role", "") for i in page.items].index("watermark")
        assert at == (1 if page.number in (1, len(pages)) else 0)
        (shape,) = page.items[at].drawing.items
        points = [segment[-2:] for segment in shape.path if len(segment) > 1]
        assert all(0 < x < page.width and 0 < y < page.height for x, y in points)


def test_without_any_of_it_pages_are_as_they_were(monospace):
    writer = Writer()
    flow = _story(writer)

    assert not any(_marks(page) for page in layout(flow, monospace).pages)


def test_margins_without_room_are_refused(monospace):
    paper = replace(PAPER, top=Pt(14), head=Pt(10), bottom=Pt(12), foot=Pt(8), outer=Pt(10))
    writer = Writer(style(paper))
    flow = writer.flow(writer.paragraph("Text."), marking=MARKING, notices=NOTICES)
    with pytest.raises(ContentError) as caught:
        layout(flow, monospace)

    assert [problem.message for problem in caught.value.problems] == [
        "the bottom margin of the style 'test' has no room for a marking: 12 pt",
        "the outer margin of the style 'test' has no room for a notice: 10 pt",
        "the top margin of the style 'test' has no room for a marking: 14 pt",
    ]


def test_a_recipient_whose_name_no_face_has_is_refused():
    writer = Writer()
    notice = replace(NOTICES[1], text="Copy for 日本")
    flow = writer.flow(writer.paragraph("Text."), notices=(notice,))
    with pytest.raises(ContentError) as caught:
        layout(flow, fonts_of(FAMILIES))

    assert [problem.message for problem in caught.value.problems] == [
        "no face of 'sans' has the character '日' (U+65E5)",
        "no face of 'sans' has the character '本' (U+672C)",
    ]
