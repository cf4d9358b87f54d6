"""Sections of the structure, and where headings of boxes, listings and columns stand in it."""

from briefing.model import manuscript as m
from briefing.model.structure import Node
from tests.compose.flows import nodes, outline
from tests.compose.manuscripts import (
    HERE,
    box,
    cited,
    composed,
    heading,
    listing,
    numbered,
    section,
    sheet,
    text,
)
from tests.compose.manuscripts import words as said

MARKED = "Strong(Reference(Link)) Reference(Link)"
NOTE = "Note(Lbl(Link))"


def tree(*blocks: m.Block) -> list[str]:
    """The structure of blocks, without the band before them and the imprint behind."""
    *kids, _ = composed(*blocks).structure.kids[3:]
    return [outline(kid) for kid in kids if isinstance(kid, Node)]


def bookmarks(*blocks: m.Block) -> list[tuple[int, str]]:
    return [(entry.level, entry.title) for entry in composed(*blocks).outline]


def test_a_heading_begins_a_section_that_holds_those_below_it():
    blocks = (said("x"), heading("A"), said("x"), heading("B", "", 3), said("x"), heading("C"))

    assert tree(*blocks) == ["P", "Sect(H2 P Sect(H3 P))", "Sect(H2)"]
    assert tree(section("S", *blocks), said("x")) == [
        "Sect(H2 P Sect(H3 P Sect(H4 P)) Sect(H3))", "P",
    ]  # fmt: skip


def test_a_section_ends_what_was_begun_before_it():
    blocks = (heading("A"), heading("B", "", 3), section("S", heading("C")), heading("D", "", 4))

    assert tree(*blocks) == ["Sect(H2 Sect(H3))", "Sect(H2 Sect(H3))", "Sect(H2)"]
    assert bookmarks(*blocks) == [(1, "A"), (2, "B"), (1, "S"), (2, "C"), (1, "D")]


def test_a_section_without_a_title_is_part_of_the_text_around_it():
    blocks = (heading("A"), section("", said("x"), heading("B", "", 3)), said("x"))

    assert tree(*blocks) == ["Sect(H2 P Sect(H3 P))"]


def test_headings_in_a_box_stand_below_the_one_over_it_and_nothing_behind_it_below_them():
    facts = m.ListBlock(None, (m.ListItem((said("1.1%"),)),), ())
    inside = box("box", heading("In the box", "", 3), said("x"))
    blocks = (
        heading("A"), box("key-messages", said("x")), box("key-facts", facts), inside,
        heading("B", "", 3), said("x"), heading("C"),
    )  # fmt: skip

    assert tree(*blocks) == [
        "Sect(H2 Sect(H3 P) Sect(H3 L(LI(LBody(P)))) Aside(H3 P) Sect(H3 P))", "Sect(H2)",
    ]  # fmt: skip
    assert bookmarks(*blocks) == [
        (1, "A"), (2, "Key messages"), (2, "Key facts"), (2, "In the box"), (2, "B"), (1, "C"),
    ]  # fmt: skip


def test_what_an_author_names_with_a_heading_stands_below_it():
    flow = composed(heading("A"), heading("Who made this"), listing("imprint"))

    assert [outline(kid) for kid in flow.structure.kids if isinstance(kid, Node)][3:] == [
        "Sect(H2)", "Sect(H2 Div(P(Link Link) P(Link)))",
    ]  # fmt: skip


def test_a_note_of_a_heading_or_a_term_stands_behind_it_and_is_no_part_of_its_name():
    noted = (text("A"), m.Strong((text("b"), cited("kurc"))), cited("weitz"))
    term = m.DefinitionList((m.Definition(noted, (said("x"),)),))

    assert tree(m.Heading(2, noted, "", HERE, ()), said("x"), term) == [
        f"Sect(H2({MARKED}) {NOTE} {NOTE} P L(LI(Lbl({MARKED}) LBody({NOTE} {NOTE} P))))",
    ]  # fmt: skip


def test_a_box_is_a_section_where_a_heading_is_over_all_of_it_and_may_be_skipped_or_not():
    body = (said("x"), heading("A", "", 3), said("x"))

    assert tree(box("recommendations", *body[1:])) == ["Sect(H2 P)"]
    assert tree(box("recommendations", *body)) == ["Div(P Sect(H2 P))"]
    assert tree(box("recommendations", numbered("x"))) == ["Div(L(LI(Lbl LBody(P))))"]
    assert tree(box("box", *body[1:])) == ["Aside(H2 P)"]
    assert tree(box("box", *body)) == ["Aside(P Sect(H2 P))"]
    assert tree(box("box", said("x"))) == ["Aside(P)"]


def test_a_box_of_headings_side_by_side_holds_a_section_for_each():
    inside = box("box", heading("A", "", 3), said("x"), heading("B", "", 4), heading("C", "", 3))

    assert tree(inside, heading("D")) == ["Aside(Sect(H2 P Sect(H3)) Sect(H2))", "Sect(H2)"]


def test_a_box_in_a_box_leaves_the_headings_around_it_where_they_are():
    inner = box("box", heading("Inner", "", 3))
    outer = box("box", heading("Outer", "", 3), inner, heading("More", "", 4))

    assert tree(outer) == ["Aside(H2 Aside(H3) Sect(H3))"]


def test_no_heading_stands_below_that_of_a_listing():
    blocks = (listing("contents", 2), heading("A"), said("x"))

    assert tree(*blocks) == ["Sect(H2 TOC(TOCI(Reference(Link))))", "Sect(H2 P)"]
    assert bookmarks(*blocks) == [(1, "Contents"), (1, "A")]


def test_headings_of_the_front_matter_have_nothing_of_the_text_below_them():
    front = m.FrontMatter((heading("Preface"), said("x")), HERE)

    assert bookmarks(front, heading("A", "", 3)) == [(1, "Preface"), (1, "A")]


def test_columns_are_no_part_of_the_structure():
    for count in (1, 2):
        columns = m.Columns(count, (heading("B", "", 3), said("x")), HERE)

        assert tree(heading("A"), columns, said("x"), heading("C")) == [
            "Sect(H2 Sect(H3 P P))", "Sect(H2)",
        ]  # fmt: skip


def test_a_sheet_stands_in_no_section():
    flow = composed(heading("A"), said("x"), sheet("title-page", said("x")), said("x"))

    found = [outline(node) for node in nodes(flow.structure) if node.role == "Sect"]
    assert found[:2] == ["Sect(H2 P)", "Sect(P)"]


def test_below_the_sixth_level_all_headings_are_of_the_sixth():
    blocks = [heading(str(level), "", level) for level in range(2, 7)]

    assert tree(*blocks, box("key-messages", said("x")), said("x")) == [
        "Sect(H2 Sect(H3 Sect(H4 Sect(H5 Sect(H6) Sect(H6 P) P))))",
    ]  # fmt: skip
