"""How the columns of a table share its width, and where its cells stand."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.errors import Location
from briefing.layout import layout
from briefing.layout.lines.paragraphs import Setter
from briefing.layout.stamps import make_stamps
from briefing.layout.strip import Setting, Strip
from briefing.layout.tables.decimals import sign_of
from briefing.layout.tables.widths import measure_columns
from briefing.model.drawing import Drawing
from briefing.model.flow import ParagraphItem, Run, TableCell, TableItem, TableRow
from briefing.model.page import PlacedDrawing, PlacedLine, PlacedRect, dump
from briefing.units import Pt
from tests.layout.flows import SANS, TABLE, Writer
from tests.layout.invariants import broken
from tests.layout.recipes import Draft, paragraphs, tables
from tests.spans import written

PADDING = 2 * TABLE.padding_x
LETTER = 4.0  # points, of the cells' type in the monospaced face


@pytest.fixture
def widths(monospace):
    """Widths of the columns of a table of these rows, padding taken off."""

    def measure(*rows: tuple[str, ...], width: float = 260.0) -> list[float]:
        writer = Writer()
        setter = Setter(writer.style, monospace)
        stamps = make_stamps(writer.flow(), setter)
        where = Location("x.md", 1)
        setting = Setting(setter, writer.style.paper, 260.0, where, [], stamps)
        table = writer.table(None, *(writer.row(*row) for row in rows))
        found = measure_columns(Strip(setting, 0.0, width), table)
        assert setting.problems == []
        assert found.edges[-1] == pytest.approx(width)
        return [right - left - PADDING for left, right in pairwise(found.edges)]

    return measure


def test_columns_with_room_to_spare_grow_by_what_they_hold(widths):
    one, three = widths(("word", "wordwordword"))

    assert three == pytest.approx(3 * one, rel=0.001)


def test_columns_without_room_keep_their_longest_word_and_share_the_rest(widths):
    short, long = widths(("word", "word " * 40))

    assert short >= 4 * LETTER
    assert long == pytest.approx(260 - 2 * PADDING - short)
    assert short == pytest.approx(4 * LETTER, abs=0.1)


def test_words_are_hyphenated_only_where_a_column_is_too_tight(widths):
    first, second = widths(
        ("administration administration", "administration administration"), width=110.0
    )

    assert first == pytest.approx(second)
    assert first < len("administration") * LETTER


def test_an_address_may_be_divided(widths):
    one, address = widths(("word", "https://example.org/a/long/path/to/something"), width=110.0)

    assert one >= 4 * LETTER
    assert address < len("https://example.org/a/long/path/to/something") * LETTER


# --- cells that reach over others ----------------------------------------------------------------


def spanned(writer, text, name="table-cell", decimal=()):
    """Rows as an author would write them; the columns `decimal` stand by their decimal signs."""
    return tuple(
        TableRow(
            tuple(
                block
                and TableCell(
                    aligned(writer.paragraph(block.text, name), column in decimal),
                    block.columns,
                    block.rows,
                    column in decimal,
                )
                for column, block in enumerate(row)
            )
        )
        for row in written(text)
    )


def aligned(paragraph, right):
    style = replace(paragraph.style, align="right" if right else "left")
    return replace(paragraph, style=style)


def table_of(writer, head, rows, decimal=(), **more):
    return TableItem(
        spanned(writer, head, "table-head") if head else (),
        spanned(writer, rows, decimal=decimal),
        TABLE,
        **more,
    )


def lines_of(page):
    """The words on a page, by what they are."""
    return {
        "".join(run.text for run in item.runs): item
        for item in page.items
        if isinstance(item, PlacedLine)
    }


def rules_of(page, role):
    """Left and right edges of rules, and where they stand."""
    return [
        (round(item.x - 30, 2), round(item.x + item.width - 30, 2), round(item.y, 2))
        for item in page.items
        if isinstance(item, PlacedRect) and item.role == role
    ]


def begin(line):
    return line.x + line.runs[0].x


def columns_of(item, fonts, width=260.0):
    writer = Writer()
    where = Location("x.md", 1)
    setter = Setter(writer.style, fonts)
    stamps = make_stamps(writer.flow(), setter)
    setting = Setting(setter, writer.style.paper, 260.0, where, [], stamps)
    edges = measure_columns(Strip(setting, 0.0, width), item).edges
    assert setting.problems == []
    return [right - left - PADDING for left, right in pairwise(edges)]


def test_what_a_cell_needs_of_several_columns_is_shared_among_them(monospace):
    words = "administration_of_the_inner_lakes"
    one, two, three = columns_of(table_of(Writer(), "", f"a b c\n{words} < d"), monospace)

    assert one == pytest.approx(two, rel=0.01)
    assert one + two + PADDING >= len(words) * LETTER
    assert three < one


def test_a_word_over_narrow_columns_makes_them_as_wide_as_it_needs(monospace):
    long = "w_" * 30
    one, two, three = columns_of(
        table_of(Writer(), "", f"i i {long}\nadministration < k"), monospace
    )

    assert one + two + PADDING >= len("administration") * LETTER - 0.1
    assert three > 100


def test_columns_that_an_equal_share_is_enough_for_hold_each_cell_on_one_line(monospace):
    item = table_of(Writer(), "", f"may_a_row_break? {'word_' * 60}")
    short, _ = columns_of(item, monospace)

    assert short == pytest.approx(len("may a row break?") * LETTER, abs=0.1)


def test_rules_end_at_cells_that_reach_down_and_groups_of_columns_have_their_own(monospace):
    writer = Writer()
    item = table_of(writer, "_ G < H <\n^ p q r s", "a 1 2 3 4\n^ 5 6 7 8\nb 9 1 2 3")
    (page,) = layout(writer.flow(item), monospace).pages
    edges = [0.0]
    for width in columns_of(item, monospace):
        edges.append(edges[-1] + width + PADDING)

    assert [rule[:2] for rule in rules_of(page, "row rule")] == [
        (pytest.approx(edges[1], abs=0.01), 260.0), (0.0, 260.0), (0.0, 260.0),
    ]  # fmt: skip
    inside = TABLE.padding_x
    assert [rule[:2] for rule in rules_of(page, "group rule")] == [
        (pytest.approx(edges[1] + inside, abs=0.01), pytest.approx(edges[3] - inside, abs=0.01)),
        (pytest.approx(edges[3] + inside, abs=0.01), pytest.approx(260 - inside, abs=0.01)),
    ]


def test_cells_of_a_head_stand_at_its_bottom_and_those_below_at_their_top(monospace):
    writer = Writer()
    long = "word_" * 20
    item = table_of(writer, f"one {long} <\n^ two three", f"four {long} five\n^ six seven")
    (page,) = layout(writer.flow(item), monospace).pages
    lines = lines_of(page)

    assert lines["one"].baseline == lines["two"].baseline == lines["three"].baseline
    assert lines["four"].baseline == lines["five"].baseline
    assert lines["four"].baseline < lines["six"].baseline


def test_rows_that_a_cell_holds_together_stay_on_one_page(monospace):
    writer = Writer()
    rows = "\n".join(f"{'a' if k % 5 == 0 else '^'} {k}" for k in range(40))
    pages = layout(writer.flow(table_of(writer, "H I", rows)), monospace).pages
    begins = [min(int(word) for word in lines_of(page) if word.isdigit()) for page in pages]

    assert len(pages) == 4
    assert all(number % 5 == 0 for number in begins)


@pytest.mark.parametrize(("words", "apart"), [(10, False), (130, True)])
def test_rows_taller_than_a_third_of_a_page_may_be_parted(monospace, words, apart):
    writer = Writer()
    name = "word_" * words
    rows = "\n".join(f"{name if k == 0 else '^'} {k} x" for k in range(20))
    above = [writer.paragraph("word " * 60) for _ in range(2)]
    flow = writer.flow(*above, table_of(writer, "H I long_words_here", f"{rows}\na b c"))
    pages = layout(flow, monospace)
    numbers = [[word for word in lines_of(page) if word.isdigit()] for page in pages.pages]
    held = {
        page.number
        for page in pages.pages
        for line in page.items
        if isinstance(line, PlacedLine) and line.role == "table-cell"
        if line.runs[0].text.startswith("word")
    }

    assert broken(flow, pages) == []
    assert [number for page in numbers for number in page] == [str(k) for k in range(20)]
    assert all(numbers)
    assert (len(held) > 1) is apart


@pytest.mark.parametrize("head", ["H I", ""])
def test_where_rows_are_parted_the_cell_that_holds_them_is_repeated(monospace, head):
    writer = Writer()
    rows = "\n".join(f"{'Lakes' if k == 0 else '^'} {k}" for k in range(30))
    flow = writer.flow(table_of(writer, head, rows))
    first, *others = layout(flow, monospace).pages
    top = lines_of(first)["Lakes"].top

    assert lines_of(first)["Lakes"].runs[0].leaf is not None
    assert others
    for page in others:
        label = lines_of(page)["Lakes"]
        begin = min(int(word) for word in lines_of(page) if word.isdigit())
        assert label.runs[0].leaf is None
        assert label.top == pytest.approx(top)
        assert label.baseline == lines_of(page)[str(begin)].baseline


def test_a_head_of_rows_stays_with_the_first_of_them(monospace):
    writer = Writer()
    rows = "\n".join(f"Head{k} < <\na {k} b\nc {k} d" for k in range(20))
    pages = layout(writer.flow(table_of(writer, "H I J", rows)), monospace).pages
    last = [[*lines_of(page)][-1] for page in pages]

    assert len(pages) > 3
    assert not any(word.startswith("Head") for word in last)


def test_a_table_that_goes_on_says_so_above_its_head(monospace):
    writer = Writer()
    line = ParagraphItem(
        (Run("Table 1 (continued)", SANS, None, "en"),), writer.style.paragraphs["table-title"]
    )
    item = table_of(writer, "H I", "\n".join(f"a {k}" for k in range(40)), continued=line)
    pages = layout(writer.flow(item), monospace).pages
    said = [lines_of(page).get("Table 1 (continued)") for page in pages]

    assert said[0] is None
    assert len(said) > 2
    for page, line in zip(pages[1:], said[1:], strict=True):
        assert line.top == 40
        assert line.runs[0].leaf is None
        assert lines_of(page)["H"].top > line.top


def test_what_follows_a_table_stands_with_its_last_two_rows(monospace):
    for count in range(10, 30):
        writer = Writer()
        rows = "\n".join(f"a {k}" for k in range(count))
        item = table_of(writer, "H I", rows, keep_with_next=True)
        pages = layout(writer.flow(item, writer.group(writer.paragraph("The note"))), monospace)
        (page,) = [page for page in pages.pages if "The note" in lines_of(page)]

        assert {f"{count - 1}", f"{count - 2}"} <= lines_of(page).keys()


def test_only_what_belongs_to_a_row_alone_is_picked_out(monospace):
    writer = Writer()
    item = table_of(writer, "", "a 1\n^ 2\nb 3")
    first, second, third = item.rows
    item = replace(item, rows=(first, replace(second, highlighted=True), third))
    (page,) = layout(writer.flow(item), monospace).pages
    edge = columns_of(item, monospace)[0] + PADDING

    assert [rule[:2] for rule in rules_of(page, "row")] == [(pytest.approx(edge, abs=0.01), 260.0)]


# --- figures -------------------------------------------------------------------------------------


def test_figures_stand_by_their_decimal_signs_at_the_right_edge(monospace):
    writer = Writer()
    item = table_of(writer, "", "a 1.25\nb 1,204.5\nc 17\nd up_to_3.5%\ne –\nf n/a", {1})
    (page,) = layout(writer.flow(item), monospace).pages
    lines = lines_of(page)
    right = 260 + 30 - TABLE.padding_x
    sign = right - 3 * LETTER  # of what stands behind it, 25 is as wide as 5% with its sign

    def before(text, letters):
        return begin(lines[text]) + letters * LETTER

    assert before("1.25", 1) == pytest.approx(sign, abs=0.02)
    assert before("1,204.5", 5) == pytest.approx(sign, abs=0.02)
    assert before("17", 2) == pytest.approx(sign, abs=0.02)
    assert before("up to 3.5%", 7) == pytest.approx(sign, abs=0.02)
    assert before("–", 1) == pytest.approx(sign, abs=0.02)
    assert before("n/a", 3) == pytest.approx(sign, abs=0.02)


def test_what_stands_for_a_figure_ends_at_the_edge_where_it_is_longer_than_any(monospace):
    writer = Writer()
    (page,) = layout(writer.flow(table_of(writer, "", "a 1.25\nb none", {1})), monospace).pages

    line = lines_of(page)["none"]
    assert line.x + line.width == pytest.approx(260 + 30 - TABLE.padding_x, abs=0.02)


def test_figures_of_several_lines_stand_at_the_right_edge_and_move_no_other(monospace):
    writer = Writer()
    item = table_of(writer, "", f"a 1.25\nb {'3.5_' * 90}\nc 12", {1})
    (page,) = layout(writer.flow(item), monospace).pages
    lines = lines_of(page)

    assert begin(lines["1.25"]) + LETTER == pytest.approx(begin(lines["12"]) + 2 * LETTER)


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("1.25", "en", "1"),
        ("1,25", "en", "1"),
        ("1,250", "en", "1,250"),
        ("1,250", "de", "1"),
        ("1.250", "de", "1.250"),
        ("1.250", "en", "1"),
        ("0,125", "en", "0"),
        ("1,204,500", "de", "1,204,500"),
        ("1,204.5", "en", "1,204"),
        ("1.204,5", "de", "1.204"),
        ("12\u202f345,6", "fr", "12\u202f345"),
        ("12\u00a0345", "ru", "12\u00a0345"),
        ("12’345.6", "de", "12’345"),
        (".5", "en", ""),
        ("17", "en", "17"),
        ("−3.2", "en", "−3"),
        ("up to 2", "en", "up to 2"),
        ("16–18%", "en", "16–18"),
        ("2.5 – 3.5", "en", "2.5 – 3"),
        ("US$14.5\u00a0million (2019)", "en", "US$14"),
        ("51st of 140", "en", "51"),
        ("Ends 12.", "en", "Ends 12"),
        ("n/a", "en", None),
        ("–", "en", None),
        ("", "en", None),
        ("1.5", "xx", "1"),
    ],
)
def test_where_the_decimal_sign_of_a_text_stands(text, language, left):
    at = sign_of(text, language)

    assert (text[:at] if at is not None else None) == left


def test_a_table_of_everything(same_text, fonts):
    writer = Writer()
    item = table_of(
        writer,
        "_ Share_of_all < Amount\n^ First Second ^",
        "Northern_district 4.25 12.5 1,204\n"
        "^ 10.0 – up_to_2\n"
        "Southern_and_eastern_districts < < <\n"
        "Islands 0.5 16–18% n/a\n"
        "All 14.75 no_second < ",
        {1, 2, 3},
    )
    pages = layout(writer.flow(item), fonts)

    assert broken(writer.flow(item), pages) == []
    same_text("layout/table-of-everything.txt", dump(pages))


# --- any table -----------------------------------------------------------------------------------

FAST = settings(
    max_examples=80, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
MANY = settings(FAST, max_examples=2000)
DRAFTS = st.lists(st.one_of(tables(), tables(4), paragraphs(most=60)), min_size=1, max_size=3)


@st.composite
def table_flows(draw):
    """Flows of tables, as they are told in a failure."""
    return Draft(draw(DRAFTS), band=False, running=False)


@given(draft=table_flows())
@FAST
def test_a_table_loses_no_line_and_no_rule_runs_through_a_cell(draft, monospace):
    check_tables(draft.flow, monospace)


@pytest.mark.slow
@given(draft=table_flows())
@MANY
def test_many_tables_lose_no_line_and_no_rule_runs_through_a_cell(draft, monospace):
    check_tables(draft.flow, monospace)


def check_tables(flow, fonts):
    pages = layout(flow, fonts)

    assert broken(flow, pages) == []
    assert struck(pages) == []


def struck(pages):
    """Lines through which a rule runs."""
    return [
        f"page {page.number}: {rule.role} through {''.join(run.text for run in line.runs)!r}"
        for page in pages.pages
        for rule in page.items
        if isinstance(rule, PlacedRect) and rule.role in ("row rule", "head rule", "group rule")
        for line in page.items
        if isinstance(line, PlacedLine)
        and line.top < rule.y + rule.height - 0.05
        and rule.y < line.top + line.height - 0.05
        and line.x < rule.x + rule.width - 0.05
        and rule.x < line.x + line.width - 0.05
    ]


def test_a_small_drawing_stands_before_its_figure_and_figures_keep_their_column(monospace):
    writer = Writer()
    drawing = Drawing("bar", Pt(40), Pt(6), (), "", "", Location("x.md", 1))
    rows = [
        replace(row, cells=(row.cells[0], replace(row.cells[1], drawing=held)))
        for row, held in zip(
            spanned(writer, "A 1.5\nB 12.25\nC –", decimal=(1,)),
            (drawing, drawing, None),
            strict=True,
        )
    ]
    item = TableItem(spanned(writer, "- Value", "table-head"), tuple(rows), TABLE)

    pages = layout(writer.flow(item), monospace)

    (page,) = pages.pages
    drawn = [placed for placed in page.items if isinstance(placed, PlacedDrawing)]
    lines = [placed for placed in page.items if isinstance(placed, PlacedLine)]
    figures = {text: line for line in lines if (text := "".join(r.text for r in line.runs))}
    first, second = figures["1.5"], figures["12.25"]
    assert len({placed.x for placed in drawn}) == 1
    begins = second.x + second.runs[0].x
    assert begins >= drawn[0].x + drawing.width + 4
    assert begins <= drawn[0].x + drawing.width + 12
    signs = [line.x + line.runs[0].x + n * LETTER for line, n in ((first, 1), (second, 2))]
    assert signs[0] == pytest.approx(signs[1])
    for placed, line in zip(drawn, (first, second), strict=True):
        middle = placed.y + drawing.height / 2
        assert middle == pytest.approx(line.top + line.height / 2)
