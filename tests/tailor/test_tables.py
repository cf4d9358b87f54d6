"""Tables of the text: cells that reach over columns and rows, and rows that are left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model import manuscript as m
from briefing.model import prose as p
from tests.spans import grids, uncovered, written
from tests.tailor.build import (
    at,
    attributes,
    citation,
    conditions,
    content,
    manuscript,
    placed,
    tailored,
    words,
)
from tests.tailor.build import table as spec_of

GONE = attributes(countries=["UZB"])
FAST = settings(max_examples=200, deadline=None)
MANY = settings(max_examples=2000, deadline=None)


def rows_of(grid, given):
    """A row for each of a grid; a cell's words say where it began."""
    made = []
    for number, row in enumerate(grid):
        cells = [
            block and p.Cell(words(f"{number}.{column}"), at(), block.columns, block.rows)
            for column, block in enumerate(row)
        ]
        made.append(p.Row(tuple(cells), given.get(number, p.PLAIN), at(number + 1)))
    return tuple(made)


def table(text, head=1, given=None, **more):
    """A table from lines of cells, as an author writes them; `given` are attributes of rows."""
    grid = written(text)
    rows = []
    for number, row in enumerate(grid):
        cells = [
            block and p.Cell(words(block.text), at(number + 1), block.columns, block.rows)
            for block in row
        ]
        rows.append(p.Row(tuple(cells), (given or {}).get(number, p.PLAIN), at(number + 1)))
    align = ("left",) * len(grid[0])
    block = p.TableBlock(align, tuple(rows[:head]), tuple(rows[head:]), p.PLAIN, at())
    return replace(block, **more)


def shown(rows):
    """Rows as an author would write them."""
    lines = [["?"] * len(row.cells) for row in rows]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            for down in range(cell.rows):
                for across in range(cell.columns):
                    lines[number + down][column + across] = "^" if down else "<"
            lines[number][column] = "".join(each.text for each in cell.children) or "_"
    return "\n".join(" ".join(line) for line in lines)


def only(*blocks, **given):
    (made,) = manuscript(*blocks, **given).blocks
    assert isinstance(made, m.TableBlock)
    return made


def test_cells_keep_their_reach():
    made = only(table("a b <\n^ c d\nf g <\n^ ^ <", head=2))

    assert shown(made.head) == "a b <\n^ c d"
    assert shown(made.rows) == "f g <"


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        (1, "a x2\n^ x3\nb x4"),
        (2, "a x1\n^ x3\nb x4"),
        (3, "a x1\n^ x2\nb x4"),
        (4, "a x1\n^ x2\n^ x3"),
    ],
)
def test_a_cell_reaches_over_what_is_left_of_its_rows(gone, left):
    text = "H I\na x1\n^ x2\n^ x3\nb x4"

    assert shown(only(table(text, given={gone: GONE})).rows) == left


@pytest.mark.parametrize("held", [{"marking": "RED"}, {"audiences": ["staff"]}, {"when": "false"}])
def test_a_cell_of_a_row_that_may_be_withheld_loses_its_words(held):
    text = "H I\na x1\n^ x2\n^ x3"

    assert shown(only(table(text, given={1: attributes(**held)})).rows) == "_ x2\n^ x3"


def test_a_cell_whose_rows_are_all_left_out_goes_with_them():
    text = "H I\na x1\n^ x2\nb x3"

    assert shown(only(table(text, given={1: GONE, 2: GONE})).rows) == "b x3"


def test_a_row_without_words_is_no_part_of_a_cell_that_reaches_over_it():
    made = tailored(content(table("H I\na x1\n^ _\n^ x3")))
    (block,) = made.manuscript.blocks

    assert shown(block.rows) == "a x1\n^ x3"
    assert [(one.where.line, one.what, one.reason) for one in made.omitted] == [
        (3, "table row", "empty")
    ]


def test_a_head_may_lose_rows_too():
    made = only(table("H G <\n^ I J\na b c", head=2, given={0: GONE}))

    assert shown(made.head) == "H I J"


def test_a_row_that_is_repeated_lengthens_the_cell_that_reaches_over_it():
    again = attributes(repeat="peer in countries('KAZ', 'KGZ')")
    made = only(table("H I\na x1\n^ x2\nb x3", given={2: again}))

    assert shown(made.rows) == "a x1\n^ x2\n^ x2\nb x3"


def test_a_cell_keeps_the_language_of_a_row_that_is_left_out():
    held = attributes(countries=["UZB"], language="ru")
    made = only(table("H I\na x1\n^ x2", given={1: held}))

    assert made.rows[0].cells[0] == m.Cell((m.Span((p.Text("a", at()),), (), "ru"),))


def test_a_table_has_a_title_a_remark_and_a_place_of_its_own():
    made = only(
        table("H I\na b", title=words("Of {{ country.name }}"), note=words("Of {{ country.key }}"),
              row_heads=True, position="top")
    )  # fmt: skip

    assert [text.text for text in (*made.title, *made.note)] == ["Of ", "Kazakhstan", "Of ", "KAZ"]
    assert made.row_heads
    assert made.position == "top"


def test_figures_of_a_caption_have_no_note_where_a_cell_has_it():
    cells = words("{{ figure('mil-exp', show='value') }}")
    block = table("H\na", title=(*cells, *words(" and {{ figure('mil-exp', 'KGZ') }}")))
    row = replace(block.rows[0], cells=(p.Cell(cells, at()),))
    made = only(replace(block, rows=(row,)))

    assert [type(part).__name__ for part in made.title] == ["Text", "Text", "Quantity"]


@given(grid=grids(), left=st.lists(st.integers(0, 5), max_size=4))
@FAST
def test_every_place_has_one_cell_whatever_is_left_out(grid, left):
    check_places(grid, left)


@pytest.mark.slow
@given(grid=grids(9, 7), left=st.lists(st.integers(0, 8), max_size=8))
@MANY
def test_every_place_has_one_cell_whatever_is_left_out_of_many_tables(grid, left):
    check_places(grid, left)


def check_places(grid, left):
    columns = len(grid[0])
    head = p.Row((p.Cell(words("head"), at(), columns), *[None] * (columns - 1)), p.PLAIN, at())
    rows = rows_of(grid, dict.fromkeys(left, GONE))
    block = p.TableBlock(("left",) * columns, (head,), rows, p.PLAIN, at())
    made = manuscript(block)

    kept = [row for number, row in enumerate(grid) if number not in left]
    if not kept:
        assert made.blocks == ()
        return
    (table,) = made.blocks
    assert uncovered([row.cells for row in table.rows], columns) == []
    printed = {each.text for row in table.rows for cell in row.own for each in cell.children}
    reached = {
        f"{number}.{column}"
        for number, row in enumerate(grid)
        for column, block in enumerate(row)
        if block and not set(range(number, number + block.rows)) <= set(left)
    }
    assert printed == reached


# --- columns that go -----------------------------------------------------------------------------

RED = conditions(marking="RED")
GREEN = conditions(marking="GREEN")


def with_columns(text, *held, head=1, **more):
    return table(text, head, columns=held, **more)


@pytest.mark.parametrize(
    ("held", "left"),
    [
        ((RED, p.ALWAYS, p.ALWAYS), "G < | I J | b c | d <"),
        ((p.ALWAYS, RED, p.ALWAYS), "H G | ^ J | a c | ^ d"),
        ((p.ALWAYS, p.ALWAYS, RED), "H G | ^ I | a b | ^ d"),
        ((p.ALWAYS, RED, RED), "H | a"),
        ((RED, RED, p.ALWAYS), "G | J | c | d"),
    ],
)
def test_a_cell_takes_what_is_left_of_its_columns(held, left):
    made = only(with_columns("H G <\n^ I J\na b c\n^ d <", *held, head=2))

    assert " | ".join(shown((*made.head, *made.rows)).split("\n")) == left
    assert len(made.align) == left.split(" | ")[0].count(" ") + 1


def test_a_column_goes_with_what_its_cells_cite_and_refer_to_and_is_noted():
    cells = ("H", "I"), ("a", "b")
    rows = [
        p.Row((p.Cell(words(one), at()), p.Cell((*words(two), citation("b-2020")), at(7))),
              p.PLAIN, at())
        for one, two in cells
    ]  # fmt: skip
    block = p.TableBlock(("left",) * 2, (rows[0],), (rows[1],), p.PLAIN, at())
    made = tailored(content(replace(block, columns=(p.ALWAYS, RED))))

    assert made.manuscript.sources == {}
    assert made.omitted == (
        m.Omission(at(7), "table column", "marking", "marked RED, above CLEAR"),
    )


def test_the_marking_of_a_column_that_stays_counts():
    block = with_columns("H I\na b", p.ALWAYS, GREEN)

    assert manuscript(block).marking == "CLEAR"
    assert manuscript(block, audience="parliament").marking == "GREEN"


def test_a_column_without_conditions_has_no_marking_of_its_own():
    opened = attributes(marking="CLEAR")
    block = with_columns("H I\na b", p.ALWAYS, RED, given={0: opened, 1: opened}, attributes=opened)
    made = manuscript(
        block, conditions=conditions(marking="CLEAR"), of_project={"default_marking": "AMBER"}
    )

    assert shown(made.blocks[0].rows) == "a"


def test_rows_and_heads_without_words_in_what_is_left_go_too():
    made = only(with_columns("H G\n^ I\na _\n_ b", p.ALWAYS, RED, head=2))

    assert shown((*made.head, *made.rows)) == "H\na"


def test_the_names_of_rows_go_with_their_column():
    held = (RED, p.ALWAYS, p.ALWAYS)

    assert not only(with_columns("H I J\na b c", *held, row_heads=True)).row_heads


def test_a_table_without_columns_is_left_out():
    made = tailored(content(with_columns("H\na", RED), p.Paragraph(words("x"), p.PLAIN, at())))

    assert len(made.manuscript.blocks) == 1
    assert [one.reason for one in made.omitted] == ["marking", "empty"]


def test_columns_of_a_made_table_go_with_their_small_drawings():
    spec = spec_of(
        "seven", ("A", "mil-exp", "value"), ("B", "mil-exp", "value"), ("C", "mil-exp", "value")
    )
    first, second, third = spec.columns
    held = (first, replace(second, draw="bar", conditions=RED), replace(third, draw="bar"))
    made = tailored(content(placed("table", "seven"), tables=[replace(spec, columns=held)]))
    without = content(placed("table", "seven"), tables=[replace(spec, columns=held[::2])])

    assert made.manuscript == tailored(without).manuscript
    assert [one.what for one in made.omitted] == ["column of table 'seven'"]


def test_a_made_table_of_which_all_columns_go_is_left_out():
    spec = spec_of("seven", ("A", "mil-exp", "value"))
    held = (replace(spec.columns[0], conditions=RED),)
    made = tailored(content(placed("table", "seven"), tables=[replace(spec, columns=held)]))

    assert made.manuscript.blocks == ()
    assert made.omitted[-1].what == "table 'seven'"


def test_columns_of_one_group_stand_under_its_name():
    spec = spec_of(
        "seven", ("A", "mil-exp", "value"), ("B", "aid", "value"), ("C", "mil-exp", "value")
    )
    first, second, third = spec.columns
    grouped = [replace(first, group=words("G")), replace(second, group=words("G", 2)), third]
    (made,) = manuscript(
        placed("table", "seven"), tables=[replace(spec, columns=tuple(grouped))]
    ).blocks

    assert shown(made.head) == "_ G < C\n^ A B ^"
    assert made.align == ("left", "decimal", "decimal", "decimal")
