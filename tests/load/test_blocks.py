import pytest

from briefing.errors import Location
from briefing.load.markdown.blocks import read_blocks
from briefing.load.syntax.files import TextFile
from briefing.model.prose import (
    PLAIN,
    Attributes,
    Box,
    Cell,
    Conditions,
    Expression,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Placement,
    Quote,
    Repeat,
    Row,
    TableBlock,
    Text,
    Worded,
)
from tests.load.conftest import a_checker, told

PUBLIC = Attributes(conditions=Conditions(audiences=frozenset({"public"})))


def at(line, column=1):
    return Location("f.md", line, column)


def words(text, line, column=1):
    return (Text(text, at(line, column)),)


def a_paragraph(text, line, column=1, attributes=PLAIN):
    return Paragraph(words(text, line, column), attributes, at(line, column))


def read(text):
    checker = a_checker()
    blocks = read_blocks(TextFile("f.md", text), checker, "en", "document")
    assert told(checker) == []
    return blocks


def test_headings_and_paragraphs():
    assert read("## One {#one}\n\ntwo\nthree\n\n### Four ###\n") == (
        Heading(2, words("One", 1, 4), Attributes(id="one"), at(1)),
        a_paragraph("two three", 3),
        Heading(3, words("Four", 6, 5), PLAIN, at(6)),
    )


def test_attributes_stand_on_the_line_before_a_block():
    assert read("{audience=public}\none\n\n{.keep marking=RED}\ntwo\n") == (
        a_paragraph("one", 2, attributes=PUBLIC),
        a_paragraph(
            "two", 5, attributes=Attributes(classes=("keep",), conditions=Conditions(marking="RED"))
        ),
    )


def test_a_list_in_a_list():
    assert read("- one\n\n  two\n- three\n\n  7. four\n") == (
        ListBlock(
            None,
            (
                ListItem((a_paragraph("one", 1, 3), a_paragraph("two", 3, 3)), PLAIN, at(1)),
                ListItem(
                    (
                        a_paragraph("three", 4, 3),
                        ListBlock(
                            7,
                            (ListItem((a_paragraph("four", 6, 6),), PLAIN, at(6, 3)),),
                            PLAIN,
                            at(6, 3),
                        ),
                    ),
                    PLAIN,
                    at(4),
                ),
            ),
            PLAIN,
            at(1),
        ),
    )


@pytest.mark.parametrize(
    "text",
    ["- {audience=public} one\n", "- {audience=public}\n  one\n", "- {audience=public}\n\n  one\n"],
)
def test_attributes_first_in_an_item_are_its_own(text):
    (found,) = read(text)

    (item,) = found.items
    assert item.attributes == PUBLIC
    assert [block.children[0].text for block in item.blocks] == ["one"]
    assert item.blocks[0].attributes == PLAIN


def test_a_second_line_of_attributes_in_an_item_belongs_to_its_block():
    (found,) = read("- {audience=public}\n  {marking=RED}\n  one\n")

    (item,) = found.items
    assert item.attributes == PUBLIC
    assert item.blocks[0].attributes == Attributes(conditions=Conditions(marking="RED"))


def test_a_quotation_with_lazy_lines():
    assert read("{audience=public}\n> one\ntwo\n> > three\n") == (
        Quote(
            (
                a_paragraph("one two", 2, 3),
                Quote((a_paragraph("three", 4, 5),), PLAIN, at(4, 5)),
            ),
            PUBLIC,
            at(2, 3),
        ),
    )


def test_boxes_in_boxes():
    text = "::: box {audience=public}\n### One\n\n::: key-facts\n- two\n:::\n\nthree\n:::\n\nfour\n"
    assert read(text) == (
        Box(
            "box",
            (
                Heading(3, words("One", 2, 5), PLAIN, at(2)),
                Box(
                    "key-facts",
                    (
                        ListBlock(
                            None,
                            (ListItem((a_paragraph("two", 5, 3),), PLAIN, at(5)),),
                            PLAIN,
                            at(5),
                        ),
                    ),
                    PLAIN,
                    at(4),
                ),
                a_paragraph("three", 8),
            ),
            PUBLIC,
            at(1),
        ),
        a_paragraph("four", 11),
    )


def test_a_box_in_a_list_ends_with_it():
    (found,) = read("- ::: box\n  one\n  :::\n- two\n")

    assert [type(block).__name__ for item in found.items for block in item.blocks] == [
        "Box",
        "Paragraph",
    ]


def test_a_table_with_a_pipe_and_a_figure_in_its_cells():
    text = (
        "| a | b \\| c |\n|:--|:-:|\n| {{ name('KAZ') | upper }} | d {audience=public} |\n| | e |\n"
    )
    assert read(text) == (
        TableBlock(
            ("left", "centre"),
            (
                Row(
                    (Cell(words("a", 1, 3), at(1, 3)), Cell(words("b | c", 1, 7), at(1, 7))),
                    PLAIN,
                    at(1),
                ),
            ),
            (
                Row(
                    (
                        Cell((Worded(Expression("name('KAZ') | upper", at(3, 6))),), at(3, 3)),
                        Cell(words("d", 3, 31), at(3, 31)),
                    ),
                    PUBLIC,
                    at(3),
                ),
                Row((Cell((), at(4, 3)), Cell(words("e", 4, 5), at(4, 5))), PLAIN, at(4)),
            ),
            PLAIN,
            at(1),
        ),
    )


def test_what_is_kept_in_a_file_of_its_own_is_placed():
    assert read("{{ section(\"water\") }}\n\n{audience=public}\n{{chart( 'water' )}}\n") == (
        Placement("section", "water", PLAIN, at(1)),
        Placement("chart", "water", PUBLIC, at(4)),
    )


def test_a_repeat_is_known_inside_its_block_and_to_its_own_condition():
    text = "{for=\"peer in countries('KAZ')\" if=\"has('water', peer)\"}\n> {{ name(peer) }}\n"
    (quote,) = read(text)

    assert quote.attributes == Attributes(
        repeat=Repeat("peer", Expression("countries('KAZ')", at(1, 15))),
        conditions=Conditions(when=Expression("has('water', peer)", at(1, 37))),
    )
    assert quote.blocks[0].children == (Worded(Expression("name(peer)", at(2, 6))),)


def test_links_may_name_their_address_below():
    (paragraph,) = read("[a][b] and [b].\n\n[b]: https://example.org/\n")

    assert [one.target for one in paragraph.children if hasattr(one, "target")] == [
        "https://example.org/",
        "https://example.org/",
    ]
