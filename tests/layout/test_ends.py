"""Entries of contents: words, a row of dots, and a page number at the right edge."""

import pytest
from msgspec.structs import replace

from briefing.layout import layout
from briefing.layout.lines.leaders import PITCH
from briefing.layout.lines.pieces import Leader, SetLine
from briefing.layout.stamps.running import filled
from briefing.model.flow import BesideItem, BreakItem, ParagraphItem, Run
from briefing.model.page import Pages, PlacedLine, PlacedRun, dump
from briefing.units import Pt
from tests.layout.flows import BODY, BOLD, Writer
from tests.layout.invariants import broken

SENTENCE = "Growth held up better than most forecasts of the spring had it. "


@pytest.fixture
def writer() -> Writer:
    return Writer()


def entry(writer: Writer, words: str, target: str = "", **more) -> ParagraphItem:
    """An entry of the contents; without a target its number is fixed."""
    end = writer.run("00")
    if target:
        end = replace(end, field="page-of", target=target)
    return replace(writer.paragraph(words), end=(end,), **more)


def dots(line: PlacedLine) -> list[float]:
    """Where each dot of a line begins, from the paper's edge."""
    found: list[float] = []
    for run in line.runs:
        if run.leaf is None:
            found += [line.x + run.x + PITCH * k for k in range(run.text.count("."))]
    return found


def entries(pages: Pages) -> list[PlacedLine]:
    return [
        item
        for page in pages.pages
        for item in page.items
        if isinstance(item, PlacedLine) and dots(item)
    ]


def words(line: PlacedLine) -> str:
    return "".join(
        run.text + (" " if run.space_after else "") for run in line.runs if run.leaf is not None
    )


def test_entries_end_in_the_numbers_of_their_pages(same_text, fonts, writer):
    titles = ["One", "A second heading of some length", "Third"]
    items = [entry(writer, title, f"h-{k}") for k, title in enumerate(titles)]
    items.append(entry(writer, SENTENCE * 2, "h-1", label=(writer.run("12."),)))
    for k, title in enumerate(titles):
        items.append(writer.paragraph(title, "h1", anchor=f"h-{k}"))
        items.append(writer.paragraph(SENTENCE * 14))
    flow = writer.flow(*items)
    pages = layout(flow, fonts)

    assert broken(flow, pages) == []
    assert [words(line)[-2:].strip() for line in entries(pages)] == ["1", "2", "3", "2"]
    same_text("layout/entries.txt", dump(pages))


def test_numbers_stand_at_the_right_edge_and_dots_below_each_other(fonts, writer):
    items = [entry(writer, "word " * count, "there") for count in range(1, 40)]
    items.append(writer.paragraph("There", anchor="there"))
    lines = entries(layout(writer.flow(*items), fonts))
    grid = {round((290 - x) / PITCH, 4) % 1 for line in lines for x in dots(line)}

    assert len(lines) == 39
    assert {round(line.x + line.width, 6) for line in lines} == {290.0}
    assert {round(line.x + line.runs[-1].x + line.runs[-1].width, 6) for line in lines} == {290.0}
    assert grid == {0.0}


def test_there_is_white_before_and_after_the_dots(fonts, writer):
    items = [entry(writer, "word " * count) for count in range(1, 40)]
    for line in entries(layout(writer.flow(*items), fonts)):
        *_, text, row, number = line.runs

        assert row.x - (text.x + text.width) >= 0.5 * BODY.size
        assert number.x - (row.x + row.width) >= 0.5 * BODY.size


def test_no_line_reaches_as_far_as_the_numbers(fonts, writer):
    items = [entry(writer, "word " * count) for count in range(1, 80)]
    pages = layout(writer.flow(*items), fonts)
    for page in pages.pages:
        for line in page.items:
            if isinstance(line, PlacedLine) and not dots(line):
                assert line.x + line.width < 290 - 2 * BODY.size - 2 * PITCH


def test_dots_are_light_and_one_link_covers_the_entry(fonts, writer):
    link = writer.link("#there")
    item = writer.paragraph("There", anchor="there")
    runs = (replace(writer.run("Chapter", BOLD), link=link),)
    end = (writer.run("00", BOLD, field="page-of", target="there", link=link),)
    strong = replace(item.style, text=BOLD)
    flow = writer.flow(replace(item, anchor="", runs=runs, end=end, style=strong), item)
    pages = layout(flow, fonts)
    (line,) = entries(pages)
    (area,) = pages.pages[0].links

    assert [run.style.bold for run in line.runs] == [True, False, True]
    assert (area.x, area.width) == (30.0, pytest.approx(260.0))
    assert broken(flow, pages) == []


@pytest.mark.parametrize("label", ["1", "12", "345", "xxviii"])
def test_a_number_may_be_wider_than_its_stand_in(fonts, label):
    stand_in = PlacedRun("00", BODY, 0.0, 10.0, 0.0, 2, field="page-of", target="there")
    text = PlacedRun("Words", BODY, 0.0, 200.0, 0.0, 1)
    line = SetLine(
        (text, stand_in), 0.0, 0.0, 260.0, 13.0, 10.0, "body", varies=Leader(1, 260.0, BODY)
    )
    made = filled(line, {}, fonts, {"there": label})
    first, *row, number = made.runs

    assert (first.text, number.text, number.field) == ("Words", label, None)
    assert number.x + number.width == pytest.approx(260.0)
    assert all(run.x > 200 and run.x + run.width < number.x for run in row)
    assert made.varies is None


def test_an_entry_without_words_is_a_row_of_dots(fonts, writer):
    (line,) = entries(layout(writer.flow(entry(writer, "")), fonts))

    assert dots(line)[0] - 30 < 2 * PITCH
    assert words(line) == "00"


def test_references_in_the_text_say_the_page_and_the_line_keeps_its_width(fonts, writer):
    runs = (
        writer.run("This is told on page "),
        writer.run("00", field="page-of", target="there"),
        writer.run(", where it is told at length, and again on the page after that one."),
    )
    items = [replace(writer.paragraph(""), runs=runs), writer.paragraph(SENTENCE * 40)]
    items.append(writer.paragraph("There", anchor="there"))
    as_is = tuple(replace(run, field=None, target="") for run in runs)
    old = layout(writer.flow(replace(items[0], runs=as_is), *items[1:]), fonts).pages[0].items[0]
    new = layout(writer.flow(*items), fonts).pages[0].items[0]

    assert isinstance(old, PlacedLine)
    assert isinstance(new, PlacedLine)
    assert words(new).startswith("This is told on page 3, where")
    assert new.width == pytest.approx(old.width)


def test_roman_pages_are_told_in_roman(fonts, writer):
    items = [
        BreakItem(numbers="roman", first=1), entry(writer, "Preface", "preface"),
        BreakItem(), writer.paragraph("Preface", "h1", anchor="preface"),
    ]  # fmt: skip
    (line,) = entries(layout(writer.flow(*items), fonts))

    assert words(line) == "Preface ii"


def test_a_reference_to_nothing_is_a_mistake_of_the_program(fonts, writer):
    flow = writer.flow(entry(writer, "Nowhere", "nowhere"))

    with pytest.raises(ValueError, match="no page for the anchor 'nowhere'"):
        layout(flow, fonts)


def test_an_end_beside_something_stays_out_of_it(fonts, writer):
    items = [BesideItem(writer.drawing(40, 80), Pt(80), "right", Pt(10)), entry(writer, "Words")]
    flow = writer.flow(*items)
    pages = layout(flow, fonts)
    (line,) = entries(pages)

    assert broken(flow, pages) == []
    assert line.x + line.width == pytest.approx(290 - 90)


def test_a_run_of_a_label_is_not_moved(fonts, writer):
    item = entry(writer, "Words", label=(Run("1.", BODY, 99, "en"),))
    (line,) = entries(layout(writer.flow(item), fonts))

    assert words(line) == "1. Words 00"
    assert line.x + line.width == pytest.approx(290.0)
