"""Columns: as low as they can be, alike, and never torn from what reaches across them."""

from functools import cache
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.layout import layout
from briefing.layout.galley import Galley, make_galley
from briefing.layout.lines.paragraphs import Setter
from briefing.layout.pages.columns import even, levelled, span
from briefing.layout.stamps import make_stamps
from briefing.layout.strip import FORBIDDEN, HYPHEN
from briefing.model.flow import BreakItem, ColumnsItem, FloatItem, Flow, Item
from briefing.model.page import Page, PlacedLine, PlacedRect, dump
from briefing.units import Pt
from tests.layout.courses import NARROW, WIDE
from tests.layout.flows import Writer, style
from tests.layout.invariants import broken, lonely
from tests.layout.recipes import paragraphs

PAGE = 260.0
LINE = "word " * 8
SENTENCE = "Growth held up better than most forecasts of the spring had it. "
WORK = "Office of the Commissioner, “Annual report on trade and transit”, 2021, p. 14. "


def _writer(**paper: object) -> Writer:
    return Writer(style(replace(WIDE, **paper)))


def _columns(*items: Item, count: int = 2) -> ColumnsItem:
    return ColumnsItem(items, count, Pt(12))


@pytest.fixture
def galley(monospace):
    """The galley of a flow in the monospaced face."""

    def make(flow: Flow) -> Galley:
        setter = Setter(flow.style, monospace)
        return make_galley(flow, setter, PAGE, make_stamps(flow, setter))

    return make


def _text(page: Page) -> list[PlacedLine]:
    return [i for i in page.items if isinstance(i, PlacedLine) and i.note is None]


def _lefts(page: Page) -> list[float]:
    return sorted({line.x for line in _text(page)})


def _counts(page: Page) -> list[int]:
    return [sum(line.x == x for line in _text(page)) for x in _lefts(page)]


# --- how high they are ---------------------------------------------------------------------------


def _lowest(galley: Galley, count: int, limit: float) -> float:
    """The least height of columns without dearer breaks, found by trying all of them."""
    total = len(galley.entries)

    @cache
    def best(start: int, left: int) -> float:
        if left == 1 or start == total:
            return span(galley, start, total) if start < total else 0.0
        return min(
            max(span(galley, start, end), best(end, left - 1))
            for end in range(start + 1, total + 1)
            if end == total or galley.penalties[end - 1] < limit
        )

    return best(0, count)


@given(recipes=st.lists(NARROW, min_size=1, max_size=6), count=st.integers(2, 3))
@settings(max_examples=100, deadline=None)
def test_columns_are_as_low_as_they_can_be(recipes, count, monospace):
    writer = _writer()
    flow = writer.flow(_columns(*(recipe(writer) for recipe in recipes), count=count))
    setter = Setter(flow.style, monospace)
    galley = make_galley(flow, setter, inf, make_stamps(flow, setter))
    if not galley.entries:
        return
    (segment,) = galley.segments
    found = even(galley, 0, len(galley.entries), segment)
    ways = [_lowest(galley, count, limit) for limit in (FORBIDDEN, HYPHEN)]

    assert found.height in (pytest.approx(ways[0]), pytest.approx(ways[1]))
    assert found.height == pytest.approx(ways[0]) or found.dear < HYPHEN


@given(recipes=st.lists(paragraphs(most_notes=0), min_size=1, max_size=8), count=st.integers(2, 3))
@settings(max_examples=100, deadline=None)
def test_levelled_columns_hold_everything_and_none_is_higher_than_the_highest_must_be(
    recipes, count, monospace
):
    writer = _writer()
    flow = writer.flow(_columns(*(recipe(writer) for recipe in recipes), count=count))
    setter = Setter(flow.style, monospace)
    galley = make_galley(flow, setter, inf, make_stamps(flow, setter))
    (segment,) = galley.segments
    total = len(galley.entries)
    ends = levelled(galley, 0, total, segment)
    heights = [span(galley, a, b) for a, b in zip((0, *ends), ends, strict=False)]

    assert ends[-1] == total
    assert len(ends) <= count
    assert list(ends) == sorted(set(ends))
    assert max(heights) <= even(galley, 0, total, segment).height + 1e-6
    assert max(heights) - sum(heights) / count <= 3 * 13 + 6


@pytest.mark.parametrize(
    ("lines", "count", "shares"),
    [(7, 3, [3, 2, 2]), (8, 3, [3, 3, 2]), (9, 3, [3, 3, 3]), (5, 2, [3, 2]), (1, 2, [1])],
)
def test_lines_are_shared_out_evenly_with_more_at_the_left(monospace, lines, count, shares):
    writer = Writer(style(WIDE, body=replace(style().paragraphs["body"], space_after=Pt(0))))
    items = [writer.paragraph("A line.") for _ in range(lines)]
    pages = layout(writer.flow(_columns(*items, count=count)), monospace).pages

    assert [_counts(page) for page in pages] == [shares]


def test_a_box_is_not_divided_between_columns_for_a_line_or_two(monospace):
    writer = _writer()
    box = writer.box(*(writer.paragraph(LINE) for _ in range(4)))
    items = [*(writer.paragraph(LINE) for _ in range(5)), box]
    pages = layout(writer.flow(_columns(*items)), monospace).pages
    grounds = [i for i in pages[0].items if isinstance(i, PlacedRect) and i.role == "box"]

    assert len(grounds) == 1


# --- what stands above and below them ------------------------------------------------------------


def test_a_heading_across_columns_is_followed_by_two_lines_in_each(monospace):
    for before in range(1, 20):
        writer = _writer()
        items: list[Item] = [writer.paragraph("A line.") for _ in range(before)]
        items.append(writer.paragraph("Across", "h1"))
        items.append(_columns(*(writer.paragraph(LINE * 8) for _ in range(9)), count=3))
        flow = writer.flow(*items)
        pages = layout(flow, monospace)
        page = next(page for page in pages.pages if any(i.role == "h1" for i in _text(page)))
        lines = _text(page)
        below = lines[[line.role for line in lines].index("h1") + 1 :]

        assert broken(flow, pages) == []
        assert [sum(line.x == x for line in below) >= 2 for x in {i.x for i in below}] == [True] * 3


def test_a_heading_across_columns_ends_no_page_above_what_is_kept_whole(monospace):
    writer = _writer()
    group = writer.group(*(writer.paragraph(LINE * 3) for _ in range(4)))
    items = [*(writer.paragraph("A line.") for _ in range(6)), writer.paragraph("Across", "h1")]
    pages = layout(writer.flow(*items, _columns(group)), monospace).pages

    assert _text(pages[1])[0].role == "h1"


def test_a_heading_at_the_end_of_columns_is_kept_with_what_follows_across(monospace):
    for lines in range(6, 40, 3):
        writer = _writer()
        columns = [*(writer.paragraph(LINE) for _ in range(lines)), writer.paragraph("Last", "h1")]
        flow = writer.flow(_columns(*columns), *(writer.paragraph(LINE * 9) for _ in range(2)))
        for page in layout(flow, monospace).pages:
            assert _text(page)[-1].role != "h1"


def test_columns_interrupted_by_a_float_alone_go_on_as_if_it_were_not_there(monospace):
    writer = _writer()
    first, second = ([writer.paragraph(LINE * 6) for _ in range(3)] for _ in range(2))
    item = FloatItem(writer.drawing(40), "foot", Pt(8))
    apart = writer.flow(_columns(*first), item, _columns(*second))
    together = writer.flow(_columns(*first, item, *second))

    assert dump(layout(apart, monospace)) == dump(layout(together, monospace))


def test_columns_that_follow_each_other_stand_below_each_other(monospace):
    writer = _writer()
    columns = [_columns(*(writer.paragraph(LINE) for _ in range(4))) for _ in range(2)]
    (page,) = layout(writer.flow(*columns), monospace).pages
    tops = [line.top for line in _text(page) if line.x == writer.style.paper.inner]

    assert len(set(tops)) == 4


def test_a_break_in_columns_evens_out_what_stands_before_it(monospace):
    writer = _writer()
    first, second = ([writer.paragraph("A line.") for _ in range(k)] for k in (4, 6))
    pages = layout(writer.flow(_columns(*first, BreakItem(), *second)), monospace).pages

    assert [_counts(page) for page in pages] == [[2, 2], [3, 3]]


def test_one_column_is_the_whole_measure(monospace):
    writer = _writer()
    items = [writer.paragraph(SENTENCE * 9) for _ in range(3)]
    wide = writer.flow(_columns(*items, count=1))

    assert dump(layout(wide, monospace)) == dump(layout(writer.flow(*items), monospace))


def test_columns_in_a_box_are_a_mistake_of_the_program(monospace):
    writer = _writer()
    flow = writer.flow(writer.box(_columns(writer.paragraph("Words"))))

    with pytest.raises(ValueError, match="columns stand in a box or in columns"):
        layout(flow, monospace)


# --- what they look like -------------------------------------------------------------------------


@pytest.fixture
def same_pages(same_text, fonts):
    """Set a flow, find it sound, and compare its dump with the stored one."""

    def check(name: str, flow: Flow) -> None:
        pages = layout(flow, fonts)

        assert broken(flow, pages) == []
        assert lonely(flow, pages) == []
        same_text(f"layout/{name}.txt", dump(pages))

    return check


def test_notes_stand_across_the_page_under_balanced_columns(same_pages):
    writer = _writer()
    items: list[Item] = [writer.paragraph("A heading across", "h1")]
    texts = [
        writer.paragraph(SENTENCE * 4 + "^ " + SENTENCE * 3, notes=[WORK * k]) for k in (1, 3, 9)
    ]
    items += [_columns(*texts), writer.paragraph("Another", "h1")]
    items += [_columns(*(writer.paragraph(SENTENCE * 3) for _ in range(4)), count=3)]

    same_pages("columns-notes-across", writer.flow(*items))


def test_notes_stand_at_the_foot_of_their_column_and_run_on_into_the_next(same_pages):
    writer = _writer(column_notes=True)
    items: list[Item] = [writer.paragraph("A heading^ across", "h1", notes=["On it"])]
    texts = [
        writer.paragraph(SENTENCE * 4 + "^ " + SENTENCE * 3, notes=[WORK * k]) for k in (1, 9, 2, 1)
    ]
    items += [_columns(*texts), writer.paragraph("Another", "h1")]
    items += [_columns(*(writer.paragraph(SENTENCE * 3) for _ in range(4)))]

    same_pages("columns-notes-below", writer.flow(*items))


def test_a_table_and_a_box_go_on_in_the_next_column(same_pages):
    writer = _writer()
    head = writer.row("Country", "Year", name="table-head")
    rows = [writer.row(f"Country {k}", f"20{k}") for k in range(10, 30)]
    box = writer.box(*(writer.bullet(SENTENCE * 2) for _ in range(5)))

    same_pages("columns-broken", writer.flow(_columns(writer.table(head, *rows), box)))
