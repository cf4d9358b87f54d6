"""Tables written in Markdown: joined cells, settings."""

import pytest
from hypothesis import given, settings

from briefing.errors import Location
from briefing.load.markdown.blocks import read_blocks
from briefing.load.syntax.files import TextFile
from briefing.model.prose import (
    ALWAYS,
    PLAIN,
    Cell,
    Conditions,
    Expression,
    Text,
    Worded,
)
from tests.load.conftest import a_checker, told
from tests.spans import Grid, grids

FAST = settings(max_examples=200, deadline=None)
MANY = settings(max_examples=2000, deadline=None)


def read(text):
    checker = a_checker()
    (table,) = read_blocks(TextFile("f.md", text), checker, "en", "document")
    assert told(checker) == []
    return table


def test_a_table_without_settings():
    table = read("| a | b |\n|--:|---|\n| c | d |\n")

    assert table.align == ("right", "left")
    assert (len(table.head), len(table.rows)) == (1, 1)
    assert (table.title, table.note, table.row_heads, table.position) == ((), (), False, "here")


def test_a_table_with_all_settings():
    table = read(
        '{#t caption="Of {{ name(\'KAZ\') }}" note="*n*" head=2 align="left decimal" place=foot'
        " .row-heads}\n| a | b |\n|---|---|\n| c | d |\n| e | f |\n"
    )

    assert table.attributes.id == "t"
    assert table.title == (
        Text("Of ", Location("f.md", 1, 14)),
        Worded(Expression("name('KAZ')", Location("f.md", 1, 20))),
    )
    assert table.note[0].children == (Text("n", Location("f.md", 1, 43)),)
    assert table.align == ("left", "decimal")
    assert [row.where.line for row in table.head] == [2, 4]
    assert [row.where.line for row in table.rows] == [5]
    assert table.row_heads
    assert table.position == "foot"


def test_attributes_in_a_head_are_those_of_the_columns_below():
    table = read(
        "{head=2}\n| a | b {audience=public} | < {marking=RED} |\n|--|--|--|\n"
        "| ^ | c {marking=CLEAR from=2022-10-03} | d |\n| e | f | g {marking=RED} |\n"
    )

    public = frozenset(["public"])
    assert table.columns == (
        ALWAYS,
        Conditions(audiences=public, marking="CLEAR", since="2022-10-03"),
        Conditions(audiences=public, marking="RED"),
    )
    assert [cell.columns for cell in table.head[0].own] == [1, 2]
    assert table.rows[0].attributes.conditions == Conditions(marking="RED")
    assert {row.attributes for row in table.head} == {PLAIN}


def test_a_table_whose_columns_all_see_has_no_conditions_of_columns():
    assert read("| a | b |\n|---|---|\n| c | d |\n").columns == ()


def test_a_cell_takes_those_that_join_it():
    table = read(
        "{head=2}\n| a | b | < |\n|---|---|---|\n| ^ | c | d |\n| e | f | < |\n| g | ^ | < |\n"
    )
    cells = [
        [cell and (cell.children[0].text, cell.columns, cell.rows) for cell in row.cells]
        for row in (*table.head, *table.rows)
    ]

    assert cells == [
        [("a", 1, 2), ("b", 2, 1), None],
        [None, ("c", 1, 1), ("d", 1, 1)],
        [("e", 1, 1), ("f", 2, 2), None],
        [("g", 1, 1), None, None],
    ]


def test_a_sign_behind_a_backslash_joins_nothing():
    table = read("| a | b |\n|---|---|\n| \\^ | \\< |\n")

    assert [cell.children[0].text for cell in table.rows[0].own] == ["^", "<"]


def test_attributes_of_a_row_may_follow_a_sign():
    table = read("| a | b |\n|---|---|\n| c | < {audience=public} |\n")

    assert table.rows[0].cells == (
        Cell((Text("c", Location("f.md", 3, 3)),), Location("f.md", 3, 3), 2),
        None,
    )
    assert table.rows[0].attributes.conditions.audiences == {"public"}


@given(grid=grids())
@FAST
def test_cells_reach_as_far_as_they_are_written(grid):
    check_reach(grid)


@pytest.mark.slow
@given(grid=grids(9, 7))
@MANY
def test_cells_reach_as_far_as_they_are_written_in_many_tables(grid):
    check_reach(grid)


def check_reach(grid: Grid) -> None:
    """Write a table with either sign wherever both would do, and read it again."""
    width = len(grid[0])
    signs = [[""] * width for _ in grid]
    for number, row in enumerate(grid):
        for column, block in enumerate(row):
            for down in range(block.rows if block else 0):
                for across in range(block.columns if block else 0):
                    inner = "<^"[(number + column + down + across) % 2]
                    sign = "<" if not down else "^" if not across else inner
                    signs[number + down][column + across] = sign
            if block:
                signs[number][column] = f"{number}.{column}"
    lines = ["| " + " | ".join(row) + " |" for row in (["h"] * width, ["---"] * width, *signs)]
    table = read("\n".join(lines))

    got = [[cell and (cell.rows, cell.columns) for cell in row.cells] for row in table.rows]
    assert got == [[block and (block.rows, block.columns) for block in row] for row in grid]
