"""What makes up a page: fences, listings, floats, definition lists, and what attributes say."""

import pytest

from briefing.errors import Location
from briefing.load.markdown.blocks import read_blocks
from briefing.load.syntax.files import TextFile
from briefing.model.prose import (
    PLAIN,
    Attributes,
    Box,
    Columns,
    Conditions,
    Definition,
    DefinitionList,
    Expression,
    FrontMatter,
    Heading,
    Listing,
    ListItem,
    Paragraph,
    Placement,
    Quote,
    Sheet,
    Span,
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


def read(text, inside="document"):
    checker = a_checker(("en", "de"))
    blocks = read_blocks(TextFile("f.md", text), checker, "en", inside)
    assert told(checker) == []
    return blocks


# --- definition lists ----------------------------------------------------------------------------


def test_terms_and_what_they_are():
    assert read("Lake\n: Still water.\n\nRiver\n: Water that\nflows.\n\nElsewhere.\n") == (
        DefinitionList(
            (
                Definition(words("Lake", 1), (a_paragraph("Still water.", 2, 3),), PLAIN, at(1)),
                Definition(
                    words("River", 4), (a_paragraph("Water that flows.", 5, 3),), PLAIN, at(4)
                ),
            ),
            PLAIN,
            at(1),
        ),
        a_paragraph("Elsewhere.", 8),
    )


@pytest.mark.parametrize(
    "text",
    [
        "A\n: b\nC\n: d\n",
        "A\n: b\n\nC\n: d\n",
        "A\n:   b\n\n\nC\n:\td\n",
        "  A\n : b\n\n C\n  : d\n",
    ],
)
def test_terms_may_follow_one_another_closely_or_not(text):
    (found,) = read(text)

    assert [each.term[0].text for each in found.items] == ["A", "C"]
    assert [each.blocks[0].children[0].text for each in found.items] == ["b", "d"]


def test_a_definition_may_hold_several_blocks():
    (found,) = read("Lake\n: One.\n\n  Two.\n\n  - three\n\n  > four\n: Five.\n")

    (lake,) = found.items
    kinds = ["Paragraph", "Paragraph", "ListBlock", "Quote", "Paragraph"]
    assert [type(block).__name__ for block in lake.blocks] == kinds
    assert [block.where for block in lake.blocks] == [
        at(2, 3),
        at(4, 3),
        at(6, 3),
        at(8, 5),
        at(9, 3),
    ]


def test_a_list_may_stand_right_behind_the_colon():
    (found,) = read("Lake\n: - one\n  - two\n")

    (listed,) = found.items[0].blocks
    assert listed.where == at(2, 3)
    assert [item.where for item in listed.items] == [at(2, 3), at(3, 3)]
    assert listed.items[0].blocks == (a_paragraph("one", 2, 5),)


def test_definitions_in_definitions_lists_and_quotations():
    (found,) = read("> - Lake\n>   : Water\n>\n>     Salt\n>     : It stays\n>       there.\n")

    (inner,) = found.blocks[0].items[0].blocks
    (lake,) = inner.items
    assert lake.where == at(1, 5)
    assert lake.blocks[1] == DefinitionList(
        (
            Definition(
                words("Salt", 4, 7), (a_paragraph("It stays there.", 5, 9),), PLAIN, at(4, 7)
            ),
        ),
        PLAIN,
        at(4, 7),
    )


def test_attributes_stand_before_a_definition_list_and_first_in_a_term():
    assert read("{optional=3}\n{audience=public} Lake of {{ name('KAZ') }}\n: Water.\n") == (
        DefinitionList(
            (
                Definition(
                    (
                        Text("Lake of ", at(2, 19)),
                        Worded(Expression("name('KAZ')", at(2, 30))),
                    ),
                    (a_paragraph("Water.", 3, 3),),
                    PUBLIC,
                    at(2, 1),
                ),
            ),
            Attributes(optional=3),
            at(2),
        ),
    )


@pytest.mark.parametrize(
    "text", ["a: b\n", "a\n:b\n", "Lake\n\\: Water\n", "- a\n  ::: box\n  b\n  :::\n", "a :\n"]
)
def test_not_every_colon_defines(text):
    assert not any(isinstance(block, DefinitionList) for block in read(text))


# --- fences --------------------------------------------------------------------------------------


def test_a_cover_with_its_title_and_what_stands_at_its_foot():
    text = "::: cover {picture=water audience=public}\n# Water\n\n## Lakes\n\n{.foot}\n2022\n:::\n"
    assert read(text) == (
        Sheet(
            "cover",
            "water",
            (
                Heading(1, words("Water", 2, 3), PLAIN, at(2)),
                Heading(2, words("Lakes", 4, 4), PLAIN, at(4)),
                a_paragraph("2022", 7, attributes=Attributes(classes=("foot",))),
            ),
            PUBLIC,
            at(1),
        ),
    )


def test_a_sheet_may_show_nothing_but_a_picture():
    assert read('::: back-cover {picture="water"}\n:::\n') == (
        Sheet("back-cover", "water", (), PLAIN, at(1)),
    )


def test_front_matter_holds_sheets_listings_and_sections():
    text = """\
::: front-matter
::: title-page
# Water
:::

{{ contents() }}

{{ section("water") }}
:::
"""
    (front,) = read(text)

    assert isinstance(front, FrontMatter)
    assert [type(block).__name__ for block in front.blocks] == ["Sheet", "Listing", "Placement"]


@pytest.mark.parametrize(
    ("fence", "count"),
    [("columns", 2), ("columns {count=1}", 1), ("columns {count=3}", 3), ("wide", 1)],
)
def test_columns_and_the_whole_measure(fence, count):
    assert read(f"::: {fence}\none\n:::\n", "section") == (
        Columns(count, (a_paragraph("one", 2),), PLAIN, at(1)),
    )


def test_headings_in_columns_count_among_those_of_the_file():
    (columns, heading) = read("## One\n\n::: columns\n### Two\n:::\n\n#### Three\n")[1:]

    assert columns.blocks[0].level == 3
    assert heading.level == 4


def test_boxes_may_stand_beside_the_text():
    (box,) = read("::: pull-quote {.beside optional=9}\nWater.\n:::\n")

    assert box == Box(
        "pull-quote",
        (a_paragraph("Water.", 2),),
        Attributes(classes=("beside",), optional=9),
        at(1),
    )


# --- listings and placements ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind",
    ["figures", "tables", "abbreviations", "indicators", "sources", "credits", "notes", "imprint"],
)
def test_listings(kind):
    assert read(f"{{audience=public}}\n{{{{ {kind}() }}}}\n") == (Listing(kind, 2, PUBLIC, at(2)),)


@pytest.mark.parametrize(
    ("call", "depth"),
    [("contents()", 2), ("contents( depth = 3 )", 3), ("contents(depth=1)", 1)],
)
def test_contents_of_some_depth(call, depth):
    assert read(f"{{{{ {call} }}}}\n", "section") == (Listing("contents", depth, PLAIN, at(1)),)


@pytest.mark.parametrize("kind", ["chart", "table", "picture"])
@pytest.mark.parametrize("position", ["here", "top", "foot", "page"])
def test_figures_and_tables_may_move(kind, position):
    assert read(f'{{place={position} optional=1}}\n{{{{ {kind}("water") }}}}\n') == (
        Placement(kind, "water", Attributes(optional=1), at(2), position),
    )


def test_a_picture_may_stand_beside_the_text():
    assert read("{.beside}\n{{ picture('water') }}\n") == (
        Placement("picture", "water", Attributes(classes=("beside",)), at(2)),
    )


# --- what attributes may say ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("braces", "classes"),
    [
        ("{.lettered}", ("lettered",)),
        ("{.roman .continued}", ("roman", "continued")),
        ("{.continued}", ("continued",)),
    ],
)
def test_numbered_lists_may_have_other_labels_and_count_on(braces, classes):
    (found,) = read(f"{braces}\n1. one\n")

    assert found.attributes.classes == classes


def test_a_paragraph_of_a_quotation_may_say_whose_it_is():
    (quote,) = read("> Water.\n>\n> {.attribution}\n> A *fish*\n")

    assert isinstance(quote, Quote)
    assert quote.blocks[1].attributes.classes == ("attribution",)


def test_a_run_in_head_begins_a_paragraph():
    (paragraph,) = read("[Water.]{.run-in audience=public} It flows.\n")

    attributes = Attributes(classes=("run-in",), conditions=PUBLIC.conditions)
    assert paragraph.children[0] == Span(words("Water.", 1, 2), attributes, at(1))


def test_a_run_in_head_begins_a_paragraph_of_an_item():
    (found,) = read("1. {marking=RED} [Water.]{.run-in} It flows.\n")

    (item,) = found.items
    assert isinstance(item, ListItem)
    assert item.blocks[0].children[0].attributes.classes == ("run-in",)


def test_a_heading_may_be_kept_out_of_the_contents():
    (heading, _) = read("## Water {#water .unlisted}\n\nIt flows.\n")

    assert heading.attributes == Attributes(id="water", classes=("unlisted",))


def test_the_caption_and_note_of_a_table_are_words_with_places():
    text = (
        '{#t caption="Of {{ name("KAZ") }} [@kim-2020]" note=\'In "km"\' .row-heads}\n'
        "| a |\n|---|\n| b |\n"
    )
    (table,) = read(text)

    assert table.attributes == Attributes(id="t", classes=("row-heads",))
    assert table.title[0] == Text("Of ", at(1, 14))
    assert table.title[1] == Worded(Expression('name("KAZ")', at(1, 20)))
    assert table.title[3].where == at(1, 35)
    assert table.note == (Text("In “km”", at(1, 54)),)


# --- the language of words -----------------------------------------------------------------------


def test_the_language_of_a_heading_is_that_of_the_text_below_it():
    text = """\
"one"

## "two" {languages=de}

"three"

### "four"

- "five"

## "six"

"seven"
"""
    found = []
    for block in read(text):
        inner = block.items[0].blocks[0] if hasattr(block, "items") else block
        found.append(inner.children[0].text)

    assert found == ["“one”", "„two“", "„three“", "„four“", "„five“", "“six”", "“seven”"]
