"""The foot of a page: what is set there, in which order, and where links to it lead."""

import pytest
from msgspec.structs import replace

from briefing.layout import layout
from briefing.model.flow import Flow
from briefing.model.page import Anchor, Page, Pages, PlacedLine, PlacedRect
from tests.layout.flows import Writer
from tests.layout.invariants import broken, buried, white_above_notes

SENTENCE = "Growth held up better than most forecasts of the spring had it. "


def _feet(page: Page) -> list[int]:
    return [i.note for i in page.items if isinstance(i, PlacedLine) and i.note is not None]


def _rules(pages: Pages) -> list[float]:
    return [
        item.width
        for page in pages.pages
        for item in page.items
        if isinstance(item, PlacedRect) and item.role == "note rule"
    ]


def _followed_by(before: int, lines: int, after: int) -> Flow:
    """So many lines, a note of `lines` that two short ones follow, so many lines again."""
    writer = Writer()
    notes = ["word " * 10 * lines, "B", "C"]
    items = [writer.paragraph("A line.") for _ in range(before)]
    items += [writer.paragraph("Words of a text^.", notes=[note]) for note in notes]
    items += [writer.paragraph("A line.") for _ in range(after)]
    return writer.flow(*items)


@pytest.mark.parametrize("lines", [5, 7])
def test_no_note_runs_on_before_others_where_a_few_lines_may_go_over(monospace, lines):
    flows = [_followed_by(before, lines, after) for before in range(12) for after in range(12)]

    assert [fault for flow in flows for fault in buried(layout(flow, monospace))] == []


def test_a_short_note_is_divided_only_where_more_than_three_lines_would_stay_blank(monospace):
    whole = []
    for before in range(12):
        flow = _followed_by(before, 5, 6)
        pages = layout(flow, monospace)
        whole.append(sum(0 in _feet(page) for page in pages.pages) == 1)
        blank = [white for _, white, after in white_above_notes(flow, pages) if after]
        assert max(blank, default=0.0) <= 3 * flow.style.paragraphs["body"].leading

    assert whole.count(False) <= 2
    assert len(whole) == 12


def test_a_second_marker_prints_its_note_no_second_time(monospace):
    writer = Writer()
    items = [writer.paragraph("First^ and^ again^.", notes=["One", "Two", 0])]
    items.append(writer.paragraph(SENTENCE * 40 + "^", notes=[1]))
    pages = layout(writer.flow(*items), monospace)

    assert [_feet(page) for page in pages.pages] == [[0, 1], [], []][: len(pages.pages)]


def test_a_note_of_three_pages_goes_on_under_a_rule_across_the_measure(monospace):
    writer = Writer()
    flow = writer.flow(writer.paragraph("A line^ of text.", notes=["word " * 900]))
    pages = layout(flow, monospace)

    assert broken(flow, pages) == []
    assert len(pages.pages) >= 3
    assert _rules(pages) == [60.0] + [260.0] * (len(pages.pages) - 1)


def test_text_goes_on_beside_a_note_that_runs_over_many_pages(monospace):
    writer = Writer()
    flow = writer.flow(writer.paragraph("A line^ of text. " + SENTENCE * 60, notes=["word " * 900]))
    pages = layout(flow, monospace)
    with_notes = [page for page in pages.pages if _feet(page)]
    texts = [
        sum(isinstance(item, PlacedLine) and item.note is None for item in page.items)
        for page in with_notes
    ]

    assert broken(flow, pages) == []
    assert min(texts) >= 5


def test_notes_that_wait_come_before_new_ones_but_every_new_one_begins(monospace):
    writer = Writer()
    notes = ["word " * count for count in (500, 100, 100, 100)]
    flow = writer.flow(writer.paragraph("One^ two^ three^ four^.", notes=notes))
    pages = layout(flow, monospace)

    assert broken(flow, pages) == []
    assert [list(dict.fromkeys(_feet(page))) for page in pages.pages] == [
        [0, 1, 2, 3],
        [0],
        [1, 2, 3],
    ]


def test_the_foot_stands_on_the_bottom_margin_even_on_a_short_page(monospace):
    writer = Writer()
    page = layout(writer.flow(writer.paragraph("Short^.", notes=["A note"])), monospace).pages[0]
    last = page.items[-1]

    assert isinstance(last, PlacedLine)
    assert last.top + last.height == page.height - writer.style.paper.bottom


def test_a_note_and_the_line_of_its_first_marker_have_names(monospace):
    writer = Writer()
    item = writer.paragraph("One. " * 20 + "Here^ and here^.", notes=["A note", 0])
    pages = layout(writer.flow(item), monospace)

    assert pages.anchors == (
        Anchor("note-1-back", 1, 30.0, 66.0),
        Anchor("note-1", 1, 30.0, 290.0),
    )


def test_a_note_marked_in_a_table_or_a_grid_leads_back_to_its_line(monospace):
    writer = Writer()
    table = writer.table(None, writer.row("One", "Two^", notes=["A"]))
    grid = writer.grid([writer.paragraph("Three")], [writer.paragraph("Four^", notes=["B"])])
    flow = writer.flow(table, grid)
    pages = layout(flow, monospace)
    lines = {
        item.notes: item
        for item in pages.pages[0].items
        if isinstance(item, PlacedLine) and item.notes
    }

    assert broken(flow, pages) == []
    assert {a.name: (a.x, a.y) for a in pages.anchors if a.name.endswith("back")} == {
        "note-1-back": (lines[0,].x, lines[0,].top),
        "note-2-back": (lines[1,].x, lines[1,].top),
    }


def test_two_notes_on_a_line_of_which_one_is_long_empty_no_page(monospace):
    writer = Writer()
    items = [writer.paragraph("Hello.")]
    items.append(writer.paragraph("Text.^ More.^", notes=["word " * 600, "B"]))
    flow = writer.flow(*items)
    pages = layout(flow, monospace)

    assert broken(flow, pages) == []
    assert _feet(pages.pages[0])[0] == 0


def test_what_cannot_be_kept_on_one_page_empties_none(monospace):
    writer = Writer()
    kept = writer.paragraph(SENTENCE * 60)
    kept = replace(kept, style=replace(kept.style, keep_together=True))
    flow = writer.flow(writer.paragraph("Hello."), kept)
    pages = layout(flow, monospace)

    assert broken(flow, pages) == []
    assert len([item for item in pages.pages[0].items if isinstance(item, PlacedLine)]) > 5
