"""What is withheld of a table whose cells reach over rows."""

import pytest

from briefing.model import prose as p
from tests.proof.test_forbid import texts
from tests.tailor.build import at, attributes, content, words


def table(*held, head=({},)):
    """A cell that reaches over all rows, beside one for each; rows carry `held`."""
    rows = []
    for number, given in enumerate(held):
        cells = (
            None if number else p.Cell(words("The lakes"), at(9), 1, len(held)),
            p.Cell(words(f"Port {number}"), at()),
        )
        rows.append(p.Row(cells, attributes(**given), at(number + 1)))
    heads = [
        p.Row(
            (p.Cell(words(f"Waters {number}"), at()), p.Cell((), at())), attributes(**given), at()
        )
        for number, given in enumerate(head)
    ]
    return p.TableBlock(
        ("left",) * 2, tuple(heads), tuple(rows), p.PLAIN, at(), words("A title"), words("A remark")
    )


RED = {"marking": "RED"}


@pytest.mark.parametrize(
    ("held", "withheld"),
    [
        (({}, RED), ["Port 1"]),
        ((RED, {}), ["Port 0"]),
        ((RED, {}, RED), ["Port 0", "Port 2"]),
        ((RED, RED), ["The lakes Port 0", "Port 1"]),
    ],
)
def test_a_cell_is_withheld_only_with_all_rows_that_it_reaches(held, withheld):
    assert [text.strip() for text in texts(content(table(*held)))] == withheld


def test_a_table_is_withheld_with_its_head():
    made = texts(content(table({}, head=(RED,))))

    assert {text.strip() for text in made} == {
        "A title", "A remark", "Waters 0", "The lakes Port 0",
    }  # fmt: skip


def test_a_table_with_a_row_left_of_its_head_is_not_withheld():
    made = texts(content(table({}, head=(RED, {}))))

    assert [text.strip() for text in made] == ["Waters 0"]
