"""Tables: heads that name what they head, cells that reach over others, notes, what goes on."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from briefing.model import manuscript as m
from briefing.model.drawing import Drawing
from briefing.model.flow import FloatItem, GroupItem, ParagraphItem, TableItem
from briefing.units import Pt
from tests.compose.flows import everything, nodes, paragraphs, words
from tests.compose.manuscripts import HERE, cited, composed, reading, style, text
from tests.spans import grids, uncovered, written


def rows_of(written_rows):
    """Rows as an author would write them."""
    return tuple(
        m.Row(
            tuple(
                block
                and m.Cell((text(block.text),) if block.text else (), block.columns, block.rows)
                for block in row
            )
        )
        for row in written_rows
    )


def table(head, rows, *, align=None, title="", row_heads=True, note=(), **more):
    heads, body = rows_of(written(head)), rows_of(written(rows))
    align = align or ("left", *["decimal"] * (len(heads[0].cells) - 1))
    titled = (text(title),) if title else ()
    return m.TableBlock("t", titled, align, heads, body, row_heads, note, HERE, **more)


def item_of(flow):
    (item,) = [item for item in everything(flow.items) if isinstance(item, TableItem)]
    return item


def cells_of(flow):
    return {
        "".join(words_of(node, flow)): node
        for node in nodes(flow.structure)
        if node.role in ("TH", "TD")
    }


def words_of(node, flow):
    """The words under an element."""
    texts = {
        run.leaf: run.text
        for item in everything(flow.items)
        if isinstance(item, ParagraphItem)
        for run in item.runs
    }
    for kid in node.kids:
        if isinstance(kid, int):
            yield texts[kid]
        elif hasattr(kid, "kids"):
            yield from words_of(kid, flow)


def headed_by(flow, cell):
    """The words of all heads that a cell answers to."""
    cells = cells_of(flow)
    ids = {node.id: name for name, node in cells.items() if node.id}
    return [ids[head] for head in cells[cell].headers]


def test_a_cell_answers_to_all_heads_over_its_columns_and_to_that_of_its_row():
    flow = composed(table("_ Share < All\n^ First Second ^", "North 1 2 3\nSouth 4 < 5"))

    assert headed_by(flow, "1") == ["Share", "First", "North"]
    assert headed_by(flow, "3") == ["All", "North"]
    assert headed_by(flow, "4") == ["Share", "First", "Second", "South"]
    assert headed_by(flow, "Second") == ["Share"]


def test_cells_say_how_far_they_reach_and_what_they_head():
    flow = composed(table("_ Share <\n^ First Second", "North 1 2\n^ 3 <"))
    cells = cells_of(flow)

    assert {
        name: (node.role, node.scope, node.column_span, node.row_span)
        for name, node in cells.items()
    } == {
        "": ("TD", "", 1, 2),
        "Share": ("TH", "Column", 2, 1),
        "First": ("TH", "Column", 1, 1),
        "Second": ("TH", "Column", 1, 1),
        "North": ("TH", "Row", 1, 2),
        "1": ("TD", "", 1, 1),
        "2": ("TD", "", 1, 1),
        "3": ("TD", "", 2, 1),
    }
    assert headed_by(flow, "3") == ["Share", "First", "Second", "North"]


def test_a_cell_of_a_whole_row_heads_the_rows_below_it_up_to_the_next():
    flow = composed(table("_ I J", "North < <\na 1 2\nb 3 4\nSouth < <\nc 5 6"))
    bold = {
        words(cell.paragraph)
        for row in item_of(flow).rows
        for cell in row.own
        if cell.paragraph.runs[0].style.bold
    }

    assert headed_by(flow, "3") == ["I", "North", "b"]
    assert headed_by(flow, "5") == ["I", "South", "c"]
    assert cells_of(flow)["North"].scope == "Column"
    assert bold == {"North", "South"}


def test_a_cell_of_a_whole_row_heads_nothing_in_a_table_without_row_heads():
    flow = composed(table("H I J", "North < <\na 1 2", row_heads=False))

    assert cells_of(flow)["North"].role == "TD"


def test_cells_stand_as_their_column_does_and_over_several_in_the_middle():
    align = ("left", "decimal", "decimal", "centre")
    item = item_of(composed(table("_ A < B", "a 1 2 3\nb 4 < 5\nc < 6 7", align=align)))
    shown = {
        words(cell.paragraph): (cell.paragraph.style.align, cell.decimal)
        for row in (*item.head, *item.rows)
        for cell in row.own
    }

    assert shown == {
        "": ("left", False), "A": ("centre", False), "B": ("centre", False),
        "a": ("left", False), "1": ("right", True), "2": ("right", True), "3": ("centre", False),
        "b": ("left", False), "4": ("centre", False), "5": ("centre", False),
        "c": ("left", False), "6": ("right", True), "7": ("centre", False),
    }  # fmt: skip


def test_a_note_that_a_column_of_a_group_shares_stands_at_the_columns_own_head():
    block = table("_ G <\n^ A B", "a 1 2\nb 3 4")
    shared = [
        replace(row, cells=(*row.cells[:2], m.Cell((m.Quantity("2", reading(), HERE),))))
        for row in block.rows
    ]
    item = item_of(composed(replace(block, rows=tuple(shared))))

    assert [words(cell.paragraph) for row in item.head for cell in row.own] == ["", "G", "A", "Ba"]
    assert [words(cell.paragraph) for row in item.rows for cell in row.own] == [
        "a", "1", "2", "b", "3", "2",
    ]  # fmt: skip


def test_notes_of_title_head_and_cells_stand_below_in_that_order():
    block = table("_ A", "a 1", title="Of all")
    head = replace(block.head[0], cells=(m.Cell(), m.Cell((text("A"), cited("weitz")))))
    flow = composed(
        replace(
            block, title=(text("Of all"), cited("kurc")), head=(head,),
            note=(text("A remark"), m.Footnote((text("Doubtful."),), HERE)),
        )
    )  # fmt: skip
    (group,) = flow.items[1:-1]

    assert [words(item) for item in group.items[-1].items] == [
        "Note: A remarkc",
        "a A. Kurç, ‘Arms and allies’, 2020.",
        "b A. Weitz, ‘Two suppliers’, 2020.",
        "c Doubtful.",
    ]
    assert flow.notes == ()


@pytest.mark.parametrize("rows", [2, 15])
def test_a_note_of_a_table_leads_back_to_the_first_paragraph_that_calls_it(rows):
    block = table("A", " / ".join(["1"] * rows))
    called = m.Row((m.Cell((text("war"), cited("kurc"))),))
    title = (text("Of all"), m.Footnote((text("All."),), HERE))
    flow = composed(replace(block, title=title, rows=(called,) * rows))
    backs = [link for link in flow.links if link.description.startswith("Back")]
    called_in = {item.anchor: words(item) for item in paragraphs(flow)}

    assert [link.description[-6:] for link in backs] == ["note a", "note b"]
    assert [called_in[link.target[1:]] for link in backs] == ["Of alla", "warb"]


@pytest.mark.parametrize(
    ("language", "words_"),
    [
        ("en", "(continued)"),
        ("de", "(Fortsetzung)"),
        ("fr", "(suite)"),
        ("ru", "(продолжение)"),
    ],
)
def test_a_table_says_in_the_documents_language_that_it_goes_on(language, words_):
    block = table("_ A", "a 1")
    title = (text("Of "), m.Emphasis((text("all"),)), cited("kurc"))
    house = replace(style(), captions="numbered")
    flow = composed(replace(block, title=title), house=house, language=language, place=None)
    said = item_of(flow).continued

    assert words(said).endswith(f"1. Of all {words_}")
    assert all(run.leaf is None and run.link is None for run in said.runs)
    assert [run.style.italic for run in said.runs if run.text == "all"] == [True]


def test_a_table_without_a_title_says_nothing_where_it_goes_on():
    assert item_of(composed(table("_ A", "a 1"))).continued is None


def test_a_long_table_keeps_its_notes_with_its_last_rows():
    rows = "\n".join(f"a{k} {k}" for k in range(15))
    title, item, below = composed(
        table("_ A", rows, title="Of all", note=(text("A remark"),))
    ).items[1:-1]

    assert isinstance(title, ParagraphItem)
    assert item.keep_with_next
    assert isinstance(below, GroupItem)


def test_of_many_notes_two_stand_with_the_last_rows_and_the_others_may_go_over():
    rows = "\n".join(f"a{k} {k}" for k in range(15))
    block = table("_ A", rows)
    noted = tuple(
        replace(
            row, cells=(row.cells[0], m.Cell((m.Footnote((text(f"Note {k}."),), HERE), text("x"))))
        )
        for k, row in enumerate(block.rows)
    )
    item, first, *others, last = composed(replace(block, rows=noted)).items[1:-1]

    assert item.keep_with_next
    assert [words(note) for note in first.items] == ["a Note 0.", "b Note 1."]
    assert len(others) == 12
    assert last.space_after > 0


@pytest.mark.parametrize("position", ["top", "foot", "page"])
def test_a_table_may_move(position):
    flow = composed(table("_ A", "a 1", title="Of all", position=position))
    (float_,) = flow.items[1:-1]

    assert isinstance(float_, FloatItem)
    assert float_.position == position


@given(head=grids(3, 4, columns=4), body=grids(8, 4, columns=4))
@settings(max_examples=200, deadline=None)
def test_every_place_has_one_cell_in_the_flow_and_one_element(head, body):
    for rows in (head, body):
        for block in (block for row in rows for block in row if block):
            block.text = f"{block.row}.{block.column}"
    block = m.TableBlock(
        "t",
        (),
        ("left", "decimal", "right", "centre"),
        rows_of(head),
        rows_of(body),
        True,
        (),
        HERE,
    )
    flow = composed(block)
    item = item_of(flow)

    for part in (item.head, item.rows):
        assert uncovered([row.cells for row in part], 4) == []
    rows = [node for node in nodes(flow.structure) if node.role == "TR"]
    assert [[(cell.column_span, cell.row_span) for cell in row.kids] for row in rows] == [
        [(cell.columns, cell.rows) for cell in row.own] for row in (*item.head, *item.rows)
    ]
    ids = [node.id for node in nodes(flow.structure) if node.role == "TH"]
    heads = {head for node in nodes(flow.structure) for head in node.headers}
    assert len(ids) == len(set(ids))
    assert heads <= set(ids)


def test_a_line_in_a_cell_is_a_figure_and_a_bar_is_none():
    block = table("- Value", "KAZ 1.5\nKGZ 2.5")
    rows = tuple(
        replace(row, cells=(row.cells[0], replace(row.cells[1], sketch=name)))
        for row, name in zip(block.rows, ("bar", "spark"), strict=True)
    )
    drawings = {
        "bar": Drawing("bar", Pt(50), Pt(8), (), "", "", HERE),
        "spark": Drawing("spark", Pt(50), Pt(8), (), "From 1 to 2.5.", "", HERE),
    }

    flow = composed(replace(block, rows=rows), drawings=drawings)

    held = [row.cells[1] for row in item_of(flow).rows]
    assert [cell.drawing.id for cell in held] == ["bar", "spark"]
    assert held[0].leaf is None
    (figure,) = [node for node in nodes(flow.structure) if node.role == "Figure"]
    assert (figure.alt, figure.kids) == ("From 1 to 2.5.", (held[1].leaf,))
