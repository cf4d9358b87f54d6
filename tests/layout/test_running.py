"""Running heads and feet, and numbers that only finished pages know."""

import pytest
from msgspec.structs import replace

from briefing.layout import layout
from briefing.layout.lines.pieces import SetLine
from briefing.layout.stamps.running import filled
from briefing.model.flow import BreakItem, Run, RunningLine
from briefing.model.page import Page, PlacedLine, PlacedRun
from briefing.model.style import Alignment
from briefing.units import Pt
from tests.layout.flows import BODY, GREY, PAPER, PARAGRAPHS, RUNNING, Writer, style

SENTENCE = "Growth held up better than most forecasts of the spring had it. "
FOOT = (
    Run("Page ", RUNNING, None, "en"),
    Run("0", RUNNING, None, "en", field="page"),
    Run(" of ", RUNNING, None, "en"),
    Run("0", RUNNING, None, "en", field="pages"),
)
MARK = (Run("", RUNNING, None, "en", field="mark"),)


def _lines(page: Page, role: str) -> list[PlacedLine]:
    return [
        item for item in page.items if isinstance(item, PlacedLine) and item.role.startswith(role)
    ]


def _words(page: Page, role: str) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in _lines(page, role)]


def test_pages_are_counted_at_the_right_margin(monospace):
    writer = Writer()
    items = [writer.paragraph(SENTENCE * 30) for _ in range(10)]
    pages = layout(writer.flow(*items, foot=writer.running("", FOOT)), monospace).pages
    feet = [line for page in pages for line in _lines(page, "running-foot")]

    assert [_words(page, "running-foot")[0] for page in pages] == [
        f"Page {number} of {len(pages)}" for number in range(1, len(pages) + 1)
    ]
    assert [line.x + line.width for line in feet] == pytest.approx([290.0] * len(pages))


def test_a_running_head_is_left_out_on_the_first_page(monospace):
    writer = Writer()
    head = writer.running("The title", first=False)
    pages = layout(writer.flow(writer.paragraph(SENTENCE * 60), head=head), monospace).pages

    assert _words(pages[0], "running-head") == []
    assert _words(pages[1], "running-head") == ["The title"]


def test_a_running_head_says_the_first_mark_of_its_page_or_the_last_before(monospace):
    writer = Writer()
    items = []
    for name, length in (("One", 4), ("Two", 2), ("Three", 60), ("Four", 4)):
        items.append(replace(writer.paragraph(name, "h1"), mark=name))
        items.append(writer.paragraph(SENTENCE * length))
    head = replace(writer.running(""), left=MARK)
    pages = layout(writer.flow(*items, head=head), monospace).pages

    said = [_words(page, "running-head")[0] for page in pages]

    assert said == ["One", *["Three"] * (len(pages) - 2), "Four"]


def test_a_running_head_that_is_too_long_ends_in_an_ellipsis(monospace):
    writer = Writer()
    right = (Run("Publisher", RUNNING, None, "en"),)
    head = writer.running("Words of a title, " * 6, right)
    page = layout(writer.flow(writer.paragraph("Text"), head=head), monospace).pages[0]
    left, publisher = _lines(page, "running-head")

    assert _words(page, "running-head") == [
        "Words of a title, Words of a title, Words of a title, Words of…",
        "Publisher",
    ]
    assert left.x + left.width < publisher.x


def test_a_running_head_of_one_long_word_is_cut_by_letters(monospace):
    writer = Writer()
    right = (Run("Publisher", RUNNING, None, "en"),)
    head = writer.running("h" * 300, right)
    page = layout(writer.flow(writer.paragraph("Text"), head=head), monospace).pages[0]
    left, publisher = _lines(page, "running-head")

    assert left.runs[0].text.lstrip("h") == "…"
    assert left.x + left.width < publisher.x


def test_a_number_in_the_text_is_written_in_and_the_line_keeps_its_width(monospace):
    writer = Writer()
    runs = (
        writer.run("There are "), writer.run("000", field="pages"),
        writer.run(" pages in this short paper and they are all of them well filled."),
    )  # fmt: skip
    item = replace(writer.paragraph(""), runs=runs)
    as_is = replace(item, runs=tuple(replace(run, field=None) for run in runs))
    before, after = (layout(writer.flow(one), monospace) for one in (as_is, item))
    old, new = (_lines(pages.pages[0], "body")[0] for pages in (before, after))

    assert "".join(run.text for run in new.runs).startswith("There are 1 pages in")
    assert new.width == pytest.approx(old.width)
    assert new.runs[0].word_space > old.runs[0].word_space
    assert [run.x + run.width for run in new.runs[:-1]] == pytest.approx(
        [run.x for run in new.runs[1:]]
    )


@pytest.mark.parametrize(("align", "x"), [("left", 10.0), ("right", 15.0), ("centre", 12.5)])
def test_a_number_alone_on_a_line_moves_with_its_alignment(monospace, align: Alignment, x: float):
    run = PlacedRun("000", BODY, 10.0, 15.0, 0.0, 1, field="page")
    line = SetLine((run,), 0.0, 0.0, 25.0, 13.0, 10.0, "body", varies=align)
    (moved,) = filled(line, {"page": "12", "pages": "20", "mark": ""}, monospace).runs

    assert moved == replace(run, text="12", x=x, width=10.0, field=None)


def test_the_hairline_of_a_running_line_is_between_it_and_the_text(monospace):
    writer = Writer()
    line = RunningLine(
        (Run("A", RUNNING, None, "en"),),
        (),
        PARAGRAPHS["running-head"],
        PARAGRAPHS["running-head"],
        GREY,
        True,
    )
    page = layout(writer.flow(writer.paragraph("Text"), head=line, foot=line), monospace).pages[0]
    head, foot = (item for item in page.items if item.role.endswith("rule"))

    assert writer.style.paper.head < head.y < writer.style.paper.top
    assert page.height - writer.style.paper.bottom < foot.y < page.height - writer.style.paper.foot


FACING = replace(PAPER, inner=Pt(40), outer=Pt(20), facing=True)


def test_running_lines_change_sides_on_left_hand_pages(monospace):
    writer = Writer(style(FACING))
    right = (Run("Publisher", RUNNING, None, "en"),)
    head = replace(writer.running("Title", right), mirrored=True)
    items = [writer.paragraph(SENTENCE * 60)]
    pages = layout(writer.flow(*items, head=head), monospace).pages
    places = [
        [("".join(run.text for run in line.runs), line.x) for line in _lines(page, "running-head")]
        for page in pages[:3]
    ]

    assert places == [
        [("Title", 40.0), ("Publisher", 300 - 9 * 3.5)],
        [("Publisher", 20.0), ("Title", 280 - 5 * 3.5)],
        [("Title", 40.0), ("Publisher", 300 - 9 * 3.5)],
    ]


def test_lines_that_are_not_mirrored_keep_their_sides_but_follow_the_margins(monospace):
    writer = Writer(style(FACING))
    head = writer.running("Title")
    pages = layout(writer.flow(writer.paragraph(SENTENCE * 60), head=head), monospace).pages

    assert [line.x for page in pages[:3] for line in _lines(page, "running-head")] == [40, 20, 40]


def test_a_long_mark_is_shortened_on_whichever_side_it_stands(monospace):
    writer = Writer(style(FACING))
    right = (Run("Publisher", RUNNING, None, "en"),)
    head = replace(writer.running("", right), left=MARK, mirrored=True)
    item = replace(writer.paragraph(SENTENCE * 40), mark="Words of a heading, " * 5)
    pages = layout(writer.flow(item, head=head), monospace).pages
    for page in pages[:2]:
        first, second = sorted(_lines(page, "running-head"), key=lambda line: line.x)

        assert first.x + first.width < second.x
        assert sum(words.endswith("…") for words in _words(page, "running-head")) == 1


def test_empty_pages_have_no_running_lines(monospace):
    writer = Writer()
    head = writer.running("Title", FOOT)
    items = [writer.paragraph("Text"), BreakItem("right"), writer.paragraph("Text")]
    pages = layout(writer.flow(*items, head=head), monospace).pages

    assert [len(_lines(page, "running-head")) for page in pages] == [2, 0, 2]


def test_a_folio_is_roman_where_the_pages_are(monospace):
    writer = Writer()
    items = [BreakItem(numbers="roman", first=4), writer.paragraph("Text")]
    items += [BreakItem(numbers="decimal", first=1), writer.paragraph("Text")]
    pages = layout(writer.flow(*items, foot=writer.running("", FOOT[:2])), monospace).pages

    assert [_words(page, "running-foot") for page in pages] == [["Page iv"], ["Page 1"]]
