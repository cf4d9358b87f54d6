"""Where things come to stand: dumps of small documents, each for one rule of the page."""

import pytest
from msgspec.structs import replace

from briefing.layout import layout
from briefing.model.flow import Flow
from briefing.model.page import dump
from tests.layout.flows import BLUE, Writer
from tests.layout.invariants import broken, lonely

SENTENCE = "Growth held up better than most forecasts of the spring had it. "
WORK = "Office of the Commissioner, “Annual report on trade and transit”, 2021, p. 14. "


@pytest.fixture
def same_pages(same_text, fonts):
    """Set a flow, find it sound, and compare its dump with the stored one."""

    def check(name: str, flow: Flow) -> None:
        pages = layout(flow, fonts)

        assert broken(flow, pages) == []
        assert lonely(flow, pages) == []
        same_text(f"layout/{name}.txt", dump(pages))

    return check


def test_a_long_paragraph_runs_over_onto_the_next_page(same_pages):
    writer = Writer()

    same_pages("overrun", writer.flow(*(writer.paragraph(SENTENCE * 8) for _ in range(4))))


def test_a_heading_goes_over_with_two_lines_of_its_text(same_pages):
    writer = Writer()
    items = [writer.paragraph(SENTENCE * 7) for _ in range(2)]
    items += [writer.paragraph("What follows", "h1"), writer.paragraph(SENTENCE * 6)]

    same_pages("heading-kept", writer.flow(*items))


def test_a_note_that_does_not_fit_runs_on_under_a_longer_rule(same_pages):
    writer = Writer()
    first = writer.paragraph(SENTENCE * 9)
    second = writer.paragraph(SENTENCE * 3 + "^ " + SENTENCE * 6, notes=[WORK * 8])

    same_pages("note-runs-on", writer.flow(first, second))


def test_two_long_notes_on_one_line_both_begin_there(same_pages):
    writer = Writer()
    items = [writer.paragraph(SENTENCE * 2 + "^,^ " + SENTENCE * 12, notes=[WORK * 16, WORK * 6])]

    same_pages("two-long-notes", writer.flow(*items))


def test_a_table_repeats_its_head_as_an_artifact(same_pages):
    writer = Writer()
    head = writer.row("Country", "Military expenditure^", "Year", name="table-head", notes=[WORK])
    rows = [
        writer.row(f"Country {k}", f"{k}.{k} % of GDP", f"20{k}", highlighted=k == 12)
        for k in range(10, 30)
    ]
    items = [writer.paragraph(SENTENCE * 3), writer.table(head, *rows)]

    same_pages("table-over-two-pages", writer.flow(*items))


def test_a_row_taller_than_a_page_is_broken_between_its_lines(same_pages):
    writer = Writer()
    head = writer.row("Place", "What happened there", name="table-head")
    rows = [writer.row("Osh", SENTENCE * 30), writer.row("Khorog", SENTENCE)]

    same_pages("row-over-two-pages", writer.flow(writer.table(head, *rows)))


def test_a_box_breaks_between_its_lines_and_has_a_ground_on_each_page(same_pages):
    writer = Writer()
    inner = [writer.paragraph("Key messages", "figure-title")]
    inner += [writer.bullet(SENTENCE * 2) for _ in range(6)]
    items = [writer.paragraph(SENTENCE * 7), writer.box(*inner), writer.paragraph(SENTENCE)]

    same_pages("box-over-two-pages", writer.flow(*items))


def test_lists_in_a_box_in_a_box_stand_in_both_paddings(same_pages):
    writer = Writer()
    inner = writer.box(writer.bullet(SENTENCE, "1."), writer.bullet(SENTENCE, "12."))

    same_pages("nested-boxes", writer.flow(writer.box(writer.paragraph(SENTENCE), inner)))


def test_cells_of_a_grid_stand_side_by_side_under_hairlines(same_pages):
    writer = Writer()
    cells = [
        [writer.paragraph(f"{k}.1%", "fact-value"), writer.paragraph(SENTENCE, "fact-label")]
        for k in range(4)
    ]
    cells.append([writer.drawing(40, 60)])

    same_pages("grid", writer.flow(writer.grid(*cells, columns=3, rule=BLUE)))


def test_the_title_band_reaches_from_edge_to_edge(same_pages):
    writer = Writer()
    items = [writer.band("A title", "and below it"), writer.paragraph("Heading", "h1")]
    items.append(writer.paragraph(SENTENCE * 3))

    same_pages("band", writer.flow(*items))


def test_a_group_goes_over_whole(same_pages):
    writer = Writer()
    group = writer.group(
        writer.paragraph("A title over two pictures", "figure-title"),
        writer.drawing(60),
        writer.paragraph("Source: the office.", "figure-note"),
        rule=BLUE,
    )

    same_pages("group-kept", writer.flow(writer.paragraph(SENTENCE * 16), group))


def test_a_group_taller_than_a_page_is_broken_where_it_hurts_least(same_pages):
    writer = Writer()
    parts = [writer.paragraph(SENTENCE * 4) for _ in range(6)]

    same_pages("group-too-tall", writer.flow(writer.group(*parts)))


def test_a_last_page_of_one_line_is_not_left_alone(fonts):
    writer = Writer()
    flow = writer.flow(*(writer.paragraph(SENTENCE) for _ in range(9)))
    while len(layout(flow, fonts).pages) == 1:
        flow = replace(flow, items=(*flow.items, writer.paragraph("One more line.")))
    last = layout(flow, fonts).pages[-1]

    assert len(last.items) > 1


def test_equal_flows_give_equal_pages(fonts):
    def once() -> str:
        writer = Writer()
        items = [writer.paragraph(SENTENCE * 9 + "^", notes=[WORK]) for _ in range(9)]
        return dump(layout(writer.flow(*items), fonts))

    assert once() == once()


def test_a_flow_without_items_is_one_empty_page(fonts):
    pages = layout(Writer().flow(), fonts)

    assert [page.items for page in pages.pages] == [()]
