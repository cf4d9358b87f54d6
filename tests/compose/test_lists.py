"""Lists, definitions, quotations and what stands beside the text."""

import pytest
from msgspec.structs import replace

from briefing.model import manuscript as m
from briefing.model.flow import BesideItem, BoxItem, GridItem, GroupItem, ParagraphItem
from tests.compose.flows import everything, label, leaves, nodes, outline, runs, texts, words
from tests.compose.manuscripts import (
    HERE,
    abbreviation,
    box,
    cited,
    composed,
    drawing,
    heading,
    numbered,
    paper,
    paragraph,
    picture,
    reading,
    section,
    style,
    text,
    with_paragraph,
)
from tests.compose.manuscripts import words as said


def labels(flow) -> list[str]:
    return [
        label(item)
        for item in everything(flow.items)
        if isinstance(item, ParagraphItem) and item.label
    ]


def lists(flow):
    return [node for node in nodes(flow.structure) if node.role == "L"]


def test_lists_are_numbered_lettered_and_roman():
    flow = composed(
        numbered("x", "y", start=9),
        numbered("x", "y", start=26, classes=("lettered",)),
        numbered("x", "y", start=3, classes=("roman",)),
        m.ListBlock(None, (m.ListItem((said("x"),)),), ()),
    )

    assert labels(flow) == ["9.", "10.", "z.", "aa.", "iii.", "iv.", "•"]
    assert [node.numbering for node in lists(flow)] == [
        "Decimal", "LowerAlpha", "LowerRoman", "Disc",
    ]  # fmt: skip
    assert outline(lists(flow)[0]) == "L(LI(Lbl LBody(P)) LI(Lbl LBody(P)))"


def test_a_list_goes_on_from_the_last_of_its_kind_whatever_stands_between():
    flow = composed(
        section("One", numbered("x", "y", classes=("lettered",)), numbered("x")),
        box("pull-quote", said("Words.")),
        section("Two", said("More."), numbered("x", "y", start=7, classes=("continued",))),
        numbered("x", classes=("lettered", "continued")),
        numbered("x", classes=("roman", "continued")),
    )

    assert labels(flow) == ["a.", "b.", "1.", "2.", "3.", "c.", "i."]


def test_a_list_inside_an_item_does_not_count_for_the_list_around_it():
    inner = numbered("deep", "deeper")
    outer = m.ListBlock(1, (m.ListItem((said("x"), inner)),), ())
    flow = composed(outer, numbered("y", classes=("continued",)))

    assert labels(flow) == ["1.", "1.", "2.", "2."]


def test_a_label_wider_than_the_indent_moves_the_whole_list_in():
    flow = composed(numbered("x", "y", start=1), numbered("x", "y", start=99_999))

    short, _, long, other = (item for item in flow.items[1:-1] if isinstance(item, ParagraphItem))
    assert short.style.left == 12
    assert long.style.left == other.style.left > 12


def test_lists_twenty_deep_keep_half_of_the_measure():
    block: m.Block = said("deep")
    for depth in range(20):
        item = m.ListItem((said(f"{depth}"), block))
        block = m.ListBlock(None if depth % 2 else 1, (item,), ())
    flow = composed(block)

    measure = style().paper.measure
    lefts = [item.style.left for item in flow.items[1:-1] if isinstance(item, ParagraphItem)]
    lefts = sorted(set(lefts))
    assert len(lefts) == 20
    assert lefts[:5] == [12, 24, 36, 48, 60]
    assert lefts[-1] < measure / 2


def test_a_definition_list_ties_each_term_to_what_is_said_of_it():
    definitions = (
        m.Definition((text("Leading"),), (said("From baseline to baseline."), said("Once lead."))),
        m.Definition((text("Measure"),), (m.ListBlock(None, (m.ListItem((said("x"),)),), ()),)),
    )
    house = with_paragraph(style(), "definition", left=10)
    flow = composed(m.DefinitionList(definitions), house=house)

    assert texts(flow.items[1:-1]) == [
        "Leading", "From baseline to baseline.", "Once lead.", "Measure", "•x",
    ]  # fmt: skip
    assert [item.style.left for item in flow.items[1:-1]] == [0, 10, 10, 0, 22]
    assert outline(lists(flow)[0]) == ("L(LI(Lbl LBody(P P)) LI(Lbl LBody(L(LI(Lbl LBody(P))))))")


# --- quotations -------------------------------------------------------------------------------


def test_a_quotation_keeps_who_said_it_right_below():
    house = with_paragraph(style(), "quote", left=18, right=18, space_after=9)
    house = with_paragraph(house, "attribution", right=18)
    flow = composed(m.Quote((said("Words."), said("A speaker", "attribution"))), house=house)

    quoted, speaker = flow.items[1:-1]
    assert isinstance(quoted, ParagraphItem)
    assert isinstance(speaker, ParagraphItem)
    assert (quoted.style.space_after, quoted.style.keep_with_next) == (0, True)
    assert speaker.style == house.paragraphs["attribution"]
    (node,) = (node for node in nodes(flow.structure) if node.role == "BlockQuote")
    assert outline(node) == "BlockQuote(P P)"


def test_a_quotation_in_a_list_stands_further_in_than_the_list():
    house = with_paragraph(style(), "quote", left=18)
    item = m.ListItem((said("x"), m.Quote((said("Words."),))))
    flow = composed(m.ListBlock(1, (item,), ()), house=house)

    assert [item.style.left for item in flow.items[1:-1]] == [12, 30]


REPEATED = "Gas and oil, he said, “pay for the arms”."


@pytest.mark.parametrize(
    "pulled",
    [
        "gas and oil, he said, pay for the arms",
        "Gas and oil […] pay for the arms.",
        "Gas and oil (...) the arms",
        "GAS AND OIL",
    ],
)
def test_a_pull_quote_that_repeats_the_text_is_not_read_twice(pulled):
    flow = composed(
        section("One", said("Then. " + REPEATED + " And so on.")),
        box("pull-quote", said(pulled), said("He", "attribution")),
    )

    (item,) = (item for item in flow.items if isinstance(item, BoxItem))
    assert texts([item]) == [pulled, "He"]
    assert [run.leaf for one in item.items for run in one.runs] == [None, None]
    assert "BlockQuote" not in [node.role for node in nodes(flow.structure)]
    assert set(leaves(flow.structure)) == {run.leaf for run in runs(flow)} - {None}


@pytest.mark.parametrize("pulled", ["Oil and gas", "gas and oil […] and arms", "as and oil", "…"])
def test_a_pull_quote_with_words_of_its_own_is_a_quotation(pulled):
    flow = composed(said(REPEATED), box("pull-quote", said(pulled)))

    (node,) = (node for node in nodes(flow.structure) if node.role == "BlockQuote")
    assert outline(node) == "BlockQuote(P)"


def test_headings_and_other_pull_quotes_are_no_running_text():
    flow = composed(
        heading("Gas and oil"), box("pull-quote", said("Gas and oil")),
        box("pull-quote", said("Gas and oil")),
    )  # fmt: skip

    assert [node.role for node in nodes(flow.structure)].count("BlockQuote") == 2


def test_a_repeated_pull_quote_has_neither_links_nor_the_notes_of_figures():
    quantity = m.Quantity("1.1%", reading(), HERE)
    link = m.Link("https://example.org/", (m.Emphasis((text("gas"),)),), HERE)
    nato = abbreviation("NATO", "North Atlantic Treaty Organization")
    inlines = (text("Of "), link, text(" "), quantity, text(", says "), nato)
    flow = composed(paragraph(*inlines), box("pull-quote", paragraph(*inlines)))

    assert texts(flow.items[1:3]) == [
        "Of gas 1.1%,1 says North Atlantic Treaty Organization (NATO)",
        "Of gas 1.1%, says NATO",
    ]
    assert len(flow.notes) == 1


def test_a_pull_quote_with_a_note_says_something_of_its_own():
    flow = composed(said("Gas and oil"), box("pull-quote", paragraph(text("Gas"), cited("kurc"))))

    assert len(flow.notes) == 1
    assert "BlockQuote" in [node.role for node in nodes(flow.structure)]


# --- beside the text --------------------------------------------------------------------------


def test_a_box_stands_beside_the_text_in_its_share_of_the_measure():
    flow = composed(box("pull-quote", said("Words."), classes=("beside",)), said("Text."))

    beside = flow.items[1]
    assert isinstance(beside, BesideItem)
    assert isinstance(beside.item, BoxItem)
    assert (beside.width, beside.side, beside.gap) == (104, "right", 12)
    assert texts([beside]) == ["Words."]


def test_a_picture_stands_beside_the_text_in_a_third_of_the_measure():
    flow = composed(picture("map", "A map", beside=True), said("Text."))

    beside = flow.items[1]
    assert isinstance(beside, BesideItem)
    assert isinstance(beside.item, GroupItem)
    assert beside.width == style().paper.share(3)
    assert (beside.item.anchor, beside.item.space_before) == ("map", 0)


def test_a_code_beside_the_text_is_as_wide_as_it_needs():
    flow = composed(picture("code", beside=True, is_code=True, image=drawing("code", 50)))
    large = composed(picture("code", beside=True, is_code=True, image=drawing("code", 500)))

    assert [item.width for item in flow.items if isinstance(item, BesideItem)] == [75]
    assert [item.width for item in large.items if isinstance(item, BesideItem)] == [
        style().paper.share(3)
    ]


def test_what_would_leave_the_text_too_little_stands_in_the_measure():
    narrow = paper(style(), width=140)
    flow = composed(
        box("box", said("Words."), classes=("beside",)), picture("map", beside=True), house=narrow
    )

    assert not any(isinstance(item, BesideItem) for item in everything(flow.items))


def test_facts_stand_in_as_many_columns_as_the_measure_holds():
    facts = m.ListBlock(None, tuple(m.ListItem((said(f"{n}"),)) for n in range(4)), ())
    columns = []
    for width in (500, 300, 120):
        flow = composed(box("key-facts", facts), house=paper(style(), width=width))
        columns += [item.columns for item in everything(flow.items) if hasattr(item, "columns")]

    assert columns == [4, 3, 1]


def test_two_lists_of_facts_are_rows_as_far_apart_as_those_of_one():
    two, three = (
        m.ListBlock(None, tuple(m.ListItem((said(f"{n}"),)) for n in range(count)), ())
        for count in (2, 3)
    )
    flow = composed(box("key-facts", two, three), house=paper(style(), width=500))

    above, below = (item for item in everything(flow.items) if isinstance(item, GridItem))
    assert (above.columns, below.columns) == (2, 3)
    assert (above.space_before, below.space_before) == (0, above.gap_y)


def test_a_box_of_facts_without_any_is_set_all_the_same():
    flow = composed(box("key-facts", said("None yet.")))

    assert texts(flow.items[1:-1]) == ["Key facts", "None yet."]


def test_an_attribution_outside_a_quotation_is_a_paragraph():
    flow = composed(said("Nobody", "attribution"))

    assert words(flow.items[1]) == "Nobody"
    assert replace(flow.items[1], runs=()).style == style().paragraphs["body"]


def test_what_may_be_left_out_is_set_as_if_it_may_not():
    def optional(block: m.Block) -> m.Block:
        return m.OptionalBlock(2, m.OptionalBlock(1, block, "block", HERE), "block", HERE)

    facts = m.ListBlock(None, (m.ListItem((said("1.1"),)),), ())
    blocks = (said("Words and words."), m.Quote((said("Words."), said("He", "attribution"))))
    boxes = (box("key-facts", facts), box("pull-quote", said("Words"), said("He", "attribution")))

    def inside(block: m.Block) -> m.Block:
        if not isinstance(block, (m.Box, m.Quote)):
            return optional(block)
        return optional(replace(block, blocks=tuple(map(optional, block.blocks))))

    plain = composed(*blocks, *boxes)
    wrapped = composed(*map(inside, (*blocks, *boxes)))

    assert wrapped == plain
