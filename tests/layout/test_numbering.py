"""Pages as the reader counts them: labels, empty pages, left and right."""

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.layout import layout
from briefing.layout.pages.numbering import roman
from briefing.model.flow import BreakItem, Flow, Run, SheetItem
from briefing.model.page import Page, Pages, PlacedLine, PlacedRect
from briefing.model.style import SheetStyle
from briefing.units import Pt
from tests.layout.courses import WIDE
from tests.layout.flows import BLUE, PALE, PAPER, RUNNING, WHERE, Writer, style
from tests.layout.invariants import broken

SHEET = SheetStyle(PALE, BLUE, Pt(0), Pt(0), Pt(60), Pt(20), Pt(15))
SENTENCE = "Growth held up better than most forecasts of the spring had it. "


def _sheet(writer: Writer) -> SheetItem:
    return SheetItem((writer.paragraph("A cover", "cover-title"),), (), None, None, SHEET, "cover")


def _labels(pages: Pages) -> list[str]:
    return [page.label for page in pages.pages]


def _said(page: Page, role: str) -> list[str]:
    return [
        "".join(run.text for run in item.runs)
        for item in page.items
        if isinstance(item, PlacedLine) and item.role == role
    ]


@pytest.fixture
def sound(monospace):
    """Set a flow and find it sound."""

    def check(flow: Flow) -> Pages:
        pages = layout(flow, monospace)

        assert broken(flow, pages) == []
        return pages

    return check


def test_front_matter_has_roman_numbers_and_the_text_begins_again_with_1(sound):
    writer = Writer()
    flow = writer.flow(
        _sheet(writer),
        BreakItem(numbers="roman", first=1),
        writer.paragraph(SENTENCE * 40),
        BreakItem(numbers="decimal", first=1),
        writer.paragraph(SENTENCE * 30),
    )

    assert _labels(sound(flow)) == ["", "i", "ii", "iii", "1", "2"]


def test_a_sheet_and_a_page_without_number_are_counted(sound):
    writer = Writer()
    flow = writer.flow(
        _sheet(writer), writer.paragraph("Two"), BreakItem(numbers="none"),
        writer.paragraph("Three"), BreakItem(numbers="decimal"), writer.paragraph("Four"),
    )  # fmt: skip

    assert _labels(sound(flow)) == ["", "2", "", "4"]


def test_an_empty_page_without_running_lines_comes_before_a_right_hand_page(sound):
    writer = Writer()
    head = writer.running("A title")
    chapters = [writer.paragraph("One"), writer.paragraph("Two"), writer.paragraph("Three")]
    items = [chapters[0], BreakItem("right"), chapters[1], BreakItem("right"), chapters[2]]
    pages = sound(writer.flow(*items, head=head, foot=head))

    assert _labels(pages) == ["1", "2", "3", "4", "5"]
    assert [len(page.items) for page in pages.pages] == [5, 0, 5, 0, 5]


def test_no_empty_page_comes_before_a_page_that_lies_at_the_right_anyway(sound):
    writer = Writer()
    two = writer.paragraph(SENTENCE * 30)
    pages = sound(writer.flow(BreakItem("right"), two, BreakItem("right"), writer.paragraph("A")))

    assert _labels(pages) == ["1", "2", "3"]


def test_breaks_at_one_place_add_up(sound):
    writer = Writer()
    breaks = [BreakItem("right"), BreakItem(numbers="roman"), BreakItem(first=7)]
    flow = writer.flow(writer.paragraph("One"), *breaks, writer.paragraph("Two"), BreakItem())

    assert _labels(sound(flow)) == ["1", "2", "vii"]


def test_margins_change_sides_on_facing_pages(sound):
    writer = Writer(style(replace(PAPER, facing=True, inner=Pt(40), outer=Pt(20))))
    head = replace(writer.running("Title", (Run("0", RUNNING, None, "en", field="page"),)))
    flow = writer.flow(writer.paragraph(SENTENCE * 40), head=replace(head, mirrored=True))
    lefts = [
        next(item.x for item in page.items if isinstance(item, PlacedLine))
        for page in sound(flow).pages
    ]

    assert lefts == [40.0, 20.0, 40.0]


def test_a_band_reaches_both_edges_of_a_left_hand_page(sound):
    writer = Writer(style(replace(WIDE, facing=True)))
    pages = sound(writer.flow(writer.paragraph("One"), writer.band("A title")))
    band = next(i for i in pages.pages[1].items if isinstance(i, PlacedRect) and i.role == "band")
    title = next(i for i in pages.pages[1].items if isinstance(i, PlacedLine))

    assert (band.x, band.width) == (0.0, WIDE.width)
    assert title.x == WIDE.outer


def test_a_reference_says_the_label_of_the_page_it_leads_to(sound):
    writer = Writer()
    field = writer.run("0", field="page-of", target="there")
    flow = writer.flow(
        BreakItem(numbers="roman", first=1),
        replace(writer.paragraph("See page "), runs=(writer.run("See page "), field)),
        BreakItem(numbers="decimal", first=12),
        writer.paragraph("There", anchor="there"),
        foot=writer.running("", (Run("0", RUNNING, None, "en", field="pages"),)),
    )
    first, second = sound(flow).pages

    assert _said(first, "body") == ["See page 12"]
    assert [_said(page, "running-foot") for page in (first, second)] == [["2"], ["2"]]


def test_a_reference_to_a_page_without_label_counts_all_pages(sound):
    writer = Writer()
    runs = (writer.run("Page "), writer.run("0", field="page-of", target="there"))
    flow = writer.flow(
        replace(writer.paragraph(""), runs=runs),
        BreakItem(numbers="none"),
        writer.paragraph("There", anchor="there"),
    )

    assert _said(sound(flow).pages[0], "body") == ["Page 2"]


def test_empty_pages_are_counted_where_pages_are_limited(monospace):
    writer = Writer()
    items = [writer.paragraph("One"), BreakItem("right"), writer.paragraph("Two")]
    with pytest.raises(ContentError) as told:
        layout(writer.flow(*items, most_pages=2), monospace)

    assert str(told.value) == (
        f"{WHERE}: error: 3 pages, at most 2 wanted; about 1 line too many\n"
        "  hint: shorten the text, or allow more pages under 'pages' in the document's front matter"
    )


@pytest.mark.parametrize(
    ("number", "digits"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (88, "lxxxviii"), (1999, "mcmxcix")],
)
def test_roman_numbers_subtract_what_stands_before_a_greater_digit(number, digits):
    assert roman(number) == digits
