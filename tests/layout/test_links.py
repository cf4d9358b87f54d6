"""Areas of links."""

from msgspec.structs import replace

from briefing.layout import layout
from briefing.model.page import PlacedLine
from tests.layout.flows import BOLD, Writer
from tests.layout.invariants import unlinked


def test_a_link_has_an_area_on_each_of_its_lines(monospace):
    writer = Writer()
    link = writer.link("https://example.org/")
    runs = (writer.run("Before "), writer.run("linked words " * 6, link=link), writer.run("after"))
    pages = layout(writer.flow(replace(writer.paragraph(""), runs=runs)), monospace)
    page = pages.pages[0]
    lines = [item for item in page.items if isinstance(item, PlacedLine)]

    assert [area.link for area in page.links] == [link, link]
    assert [area.y for area in page.links] == [line.top for line in lines]
    assert page.links[0].x == 30 + 7 * 5
    assert unlinked(pages) == []


def test_neighbours_of_one_link_share_an_area(monospace):
    writer = Writer()
    one, other = writer.link("#a"), writer.link("#b")
    runs = (
        writer.run("plain ", link=one), writer.run("bold", BOLD, link=one),
        writer.run("other", link=other),
    )  # fmt: skip
    page = layout(writer.flow(replace(writer.paragraph(""), runs=runs)), monospace).pages[0]

    assert [(area.link, area.x, area.width) for area in page.links] == [
        (one, 30.0, 50.0),
        (other, 80.0, 25.0),
    ]


def test_a_repeated_head_leads_nowhere(monospace):
    writer = Writer()
    link = writer.link("#a")
    head = writer.row("Head", name="table-head")
    cell = head.cells[0].paragraph
    linked = replace(cell, runs=tuple(replace(run, link=link) for run in cell.runs))
    table = writer.table(writer.row_of([linked]), *(writer.row("Cell") for _ in range(30)))
    pages = layout(writer.flow(table), monospace).pages
    heads = [
        item for page in pages for item in page.items
        if isinstance(item, PlacedLine) and item.role == "table-head"
    ]  # fmt: skip

    assert [len(page.links) for page in pages] == [1, 0, 0][: len(pages)]
    assert [head.runs[0].leaf is None for head in heads] == [False, True, True][: len(heads)]
