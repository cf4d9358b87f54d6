"""What is withheld of a table whose cells reach over rows."""

import pytest
from msgspec.structs import replace

from briefing.model import prose as p
from tests.proof.test_forbid import asked, texts
from tests.tailor.build import at, attributes, conditions, content, placed, words
from tests.tailor.build import table as spec_of


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


# --- columns -------------------------------------------------------------------------------------


def lakes(*held, **of_row):
    """Two rows below a head; columns carry `held`, and the second row `of_row`."""

    def row(*cells, **given):
        made = [p.Cell(words(cell), at(), wide) if cell else None for cell, wide in cells]
        return p.Row(tuple(made), attributes(**given), at())

    head = row(("Lake", 1), ("Depth", 1), ("Width", 1))
    rows = (
        row(("Balkhash", 1), ("26 m", 1), ("74 km", 1)),
        row(("All", 1), ("n/a", 2), ("", 1), **of_row),
    )
    given = tuple([conditions(**each) for each in held])
    return p.TableBlock(
        ("left",) * 3, (head,), rows, p.PLAIN, at(), words("A title"), words("A remark"),
        columns=given,
    )  # fmt: skip


def found(*held, **of_row):
    return {text.strip() for text in texts(content(lakes(*held, **of_row)))}


def test_a_column_is_withheld_cell_by_cell():
    assert found({}, RED, {}) == {"Depth", "26 m"}


def test_a_cell_is_withheld_only_with_all_columns_that_it_reaches():
    assert "n/a" in found({}, RED, RED)
    assert "n/a" not in found({}, RED, {})


def test_a_table_is_withheld_with_its_columns():
    assert {"A title", "A remark"} <= found(RED, RED, RED)
    assert not {"A title", "A remark"} & found({}, RED, RED)


def test_what_is_left_of_a_row_is_allowed_as_one_text():
    allowed = asked(content(lakes({}, RED, {}))).allowed

    assert {"Lake Width", "Balkhash 74 km"} <= {" ".join(text.split()) for text in allowed}


def test_columns_for_others_than_these_countries_are_not_withheld():
    assert found({}, {"countries": ["UZB"]}, {"until": "1999-12-31"}) == set()


def test_columns_of_a_made_table_are_withheld_by_their_names():
    spec = spec_of(
        "seven", ("Military share", "mil-exp", "value"), ("Aid", "aid", "value"), title="S"
    )
    hidden = replace(spec.columns[0], conditions=conditions(marking="RED"), group=words("Arms"))
    some = content(
        placed("table", "seven"), tables=[replace(spec, columns=(hidden, spec.columns[1]))]
    )
    none = content(placed("table", "seven"), tables=[replace(spec, columns=(hidden,))])

    assert set(texts(some)) == {"Military share", "Arms"}
    assert set(texts(none)) == {"Military share", "Arms", "S", "seven", "n/a"}
