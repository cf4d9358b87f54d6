"""What compose decides: numbers of notes, forms of citations, styles, structure."""

from itertools import groupby

import pytest
from msgspec.structs import replace

from briefing.compose.words import WORDS
from briefing.model import manuscript as m
from briefing.model.flow import (
    BoxItem,
    Flow,
    GridItem,
    GroupItem,
    Item,
    ParagraphItem,
    TableItem,
)
from briefing.model.prose import LANGUAGES
from briefing.model.structure import LinkPlace, Node
from tests.compose.flows import leaves, nodes, runs, words
from tests.compose.manuscripts import HERE, cited, composed, paragraph, reading, source, text


def body(flow: Flow) -> tuple[Item, ...]:
    """What stands between the title band and the imprint."""
    return flow.items[1:-1]


def note(flow: Flow, number: int) -> str:
    return words(flow.notes[number - 1].paragraph)


def test_a_citation_becomes_a_numbered_note_after_the_stop_it_follows():
    flow = composed(
        paragraph(text("Russia sells more "), cited("kurc", locator="p. 4"), text(". So it is."))
    )

    (item,) = body(flow)
    assert words(item) == "Russia sells more.1 So it is."
    assert [run.note for run in item.runs] == [None, 0, None]
    assert note(flow, 1) == "1 A. Kurç, ‘Arms and allies’, 2020, p.\u00a04."


def test_a_work_is_named_in_full_once_and_then_in_short_with_the_number_of_the_full_note():
    flow = composed(
        paragraph(
            text("One"),
            cited("kurc"),
            text(" two"),
            cited("weitz"),
            text(" three"),
            cited("kurc", locator="pp. 3-5"),
        )
    )

    assert [note(flow, n) for n in (1, 2, 3)] == [
        "1 A. Kurç, ‘Arms and allies’, 2020.",
        "2 A. Weitz, ‘Two suppliers’, 2020.",
        "3 Kurç, ‘Arms and allies’, pp.\u00a03–5\u00a0(note\u00a01).",
    ]


def test_what_the_note_before_cites_alone_is_not_named_again_in_a_style_that_says_so():
    blocks = (
        paragraph(text("One"), cited("kurc", locator="p. 3")),
        paragraph(text("Two"), cited("kurc", locator="p. 3"), text(" or")),
        paragraph(text("Three"), cited("kurc", locator="p. 4")),
        paragraph(text("Four"), cited("kurc")),
        paragraph(text("Five"), cited("kurc", "weitz")),
        paragraph(text("Six"), cited("weitz")),
        paragraph(text("Seven"), cited("weitz", "kurc")),
        paragraph(text("Eight"), m.Footnote((text("So "), cited("weitz"), text(".")), HERE)),
        paragraph(text("Nine"), cited("weitz")),
    )
    flow = composed(*blocks, citations="notes-ibid")

    assert [note(flow, n) for n in range(1, 10)] == [
        "1 A. Kurç, ‘Arms and allies’, 2020, p.\u00a03.",
        "2 Ibid.",
        "3 Ibid., p.\u00a04.",
        "4 Kurç, ‘Arms and allies’\u00a0(note\u00a01).",
        "5 Ibid.; A. Weitz, ‘Two suppliers’, 2020.",
        "6 Weitz, ‘Two suppliers’\u00a0(note\u00a05).",
        "7 Ibid.; Kurç, ‘Arms and allies’\u00a0(note\u00a01).",
        "8 So Weitz, ‘Two suppliers’\u00a0(note\u00a05).",
        "9 Weitz, ‘Two suppliers’\u00a0(note\u00a05).",
    ]
    assert note(composed(*blocks), 2) == "2 Kurç, ‘Arms and allies’, p.\u00a03\u00a0(note\u00a01)."


def test_a_figure_sets_its_own_note_with_its_doubt():
    quantity = m.Quantity("1.1% of GDP (2019)", reading(doubt="The page compares others."), HERE)
    flow = composed(paragraph(text("It spends "), quantity, text(", which is little.")))

    (item,) = body(flow)
    assert words(item) == "It spends 1.1% of GDP (2019),1 which is little."
    assert note(flow, 1) == "1 A. Kurç, ‘Arms and allies’, 2020. The page compares others."


def test_two_notes_at_one_place_are_kept_apart_by_a_comma():
    quantity = m.Quantity("1.1%", reading(), HERE)
    flow = composed(paragraph(quantity, cited("weitz"), text(".")))

    assert words(body(flow)[0]) == "1.1%.1,2"


def test_a_note_in_the_authors_words_names_its_works_in_place():
    inside = (text("Estimates differ; see "), cited("kurc", "weitz"), text("."))
    flow = composed(paragraph(text("Much."), m.Footnote(inside, HERE)))

    assert note(flow, 1) == (
        "1 Estimates differ; see A. Kurç, ‘Arms and allies’, 2020; A. Weitz, ‘Two suppliers’, 2020."
    )


def test_a_work_can_be_linked_from_its_title_instead_of_printing_its_address():
    web = replace(source("web", "Umarov", "On the way"), key="web")
    csl = {**web.csl, "URL": "https://example.org/way", "publisher": "Centre"}
    sources = {"web": replace(web, csl=csl)}
    printed = composed(paragraph(text("x"), cited("web")), sources=sources)
    linked = composed(paragraph(text("x"), cited("web")), sources=sources, addresses="linked")

    assert note(printed, 1) == "1 A. Umarov, ‘On the way’, Centre, 2020, https://example.org/way."
    assert note(linked, 1) == "1 A. Umarov, ‘On the way’, Centre, 2020."
    runs = linked.notes[0].paragraph.runs
    leads = {run.text: linked.links[run.link].target for run in runs if run.link is not None}
    assert leads == {"1": "#note:1-back", "On the way": "https://example.org/way"}


def test_key_facts_stand_side_by_side_and_share_equal_notes():
    facts = tuple(
        m.ListItem((paragraph(m.Strong((m.Quantity("1.1%", reading(), HERE),)), text(" of GDP")),))
        for _ in range(3)
    )
    flow = composed(m.Box("key-facts", (m.ListBlock(None, facts, ()),), HERE))

    (box,) = body(flow)
    assert isinstance(box, BoxItem)
    (group,) = box.items
    assert isinstance(group, GroupItem)
    title, grid = group.items
    assert isinstance(title, ParagraphItem)
    assert isinstance(grid, GridItem)
    assert words(title) == "Key facts"
    assert [[words(item) for item in cell] for cell in grid.cells] == [["1.1%", " of GDP1"]] * 3
    assert grid.columns == 3
    assert len(flow.notes) == 1


def row(*cells: tuple[m.Inline, ...], highlighted: bool = False) -> m.Row:
    return m.Row(tuple(map(m.Cell, cells)), highlighted)


def test_a_tables_notes_stand_under_it_with_letters_and_equal_ones_share_one():
    cell = (m.Quantity("1.1", reading(), HERE),)
    table = m.TableBlock(
        id="",
        title=(text("Compared"),),
        align=("left", "right", "right"),
        head=(row((), (text("Spending"),), (text("Arms"),)),),
        rows=(
            row(
                (text("Kazakhstan"),),
                cell,
                (m.Quantity("2", reading(cited="weitz"), HERE),),
                highlighted=True,
            ),
            row((text("Russia"),), (text("n/a"),), (text("n/a"),)),
        ),
        row_heads=True,
        note=(text("Years differ."),),
        where=HERE,
    )
    flow = composed(table)

    (group,) = body(flow)
    assert isinstance(group, GroupItem)
    title, item, below = group.items
    assert isinstance(item, TableItem)
    assert isinstance(below, GroupItem)
    assert isinstance(title, ParagraphItem)
    assert words(title) == "Compared"
    assert [[words(c.paragraph) for c in row.cells] for row in item.rows] == [
        ["Kazakhstan", "1.1a", "2b"],
        ["Russia", "n/a", "n/a"],
    ]
    assert [words(p) for p in below.items if isinstance(p, ParagraphItem)] == [
        "Note: Years differ.",
        "a A. Kurç, ‘Arms and allies’, 2020.",
        "b A. Weitz, ‘Two suppliers’, 2020.",
    ]
    assert flow.notes == ()


def test_a_note_that_a_whole_column_shares_stands_at_its_head():
    cell = (m.Quantity("1.1", reading(), HERE),)
    rows = (row((text("Kazakhstan"),), cell), row((text("Russia"),), cell))
    head = (row((), (text("Spending"),)),)
    table = m.TableBlock("", (), ("left", "right"), head, rows, True, (), HERE)
    (group,) = body(composed(table))

    item, below = group.items
    assert [words(cell.paragraph) for cell in item.head[0].cells] == ["", "Spendinga"]
    assert [words(row.cells[1].paragraph) for row in item.rows] == ["1.1", "1.1"]
    assert [words(note) for note in below.items] == ["a A. Kurç, ‘Arms and allies’, 2020."]


def test_a_cell_names_the_heads_that_it_answers_to():
    table = m.TableBlock(
        "", (), ("left", "right"),
        (row((), (text("Spending"),)),),
        (row((text("Kazakhstan"),), (text("1.1"),)),),
        True, (), HERE,
    )  # fmt: skip
    flow = composed(table)

    cells = [node for node in nodes(flow.structure) if node.role in ("TH", "TD")]
    assert [(c.role, c.scope, c.headers) for c in cells] == [
        ("TD", "", ()),
        ("TH", "Column", ()),
        ("TH", "Row", ()),
        ("TD", "", ("table:1-column-2", "table:1-row-1")),
    ]


def test_lists_number_from_their_start_and_nest_further_in():
    inner = m.ListBlock(None, (m.ListItem((paragraph(text("deep")),)),), ())
    outer = m.ListBlock(
        3, (m.ListItem((paragraph(text("one")), inner)), m.ListItem((paragraph(text("two")),))), ()
    )
    flow = composed(outer)

    got = [
        ("".join(run.text for run in item.label), words(item), item.style.left)
        for item in body(flow)
        if isinstance(item, ParagraphItem)
    ]
    assert got == [("3.", "one", 12), ("•", "deep", 24), ("4.", "two", 12)]


def test_headings_enter_the_outline_below_the_title():
    section = m.Section(
        "threats",
        (text("Threats"),),
        (m.Heading(2, (text("Borders"),), "", HERE), paragraph(text("x"))),
        HERE,
    )
    flow = composed(section)

    assert [(entry.title, entry.level) for entry in flow.outline] == [
        ("Threats", 1),
        ("Borders", 2),
    ]
    assert [n.role for n in nodes(flow.structure) if n.role[0] == "H"] == ["H1", "H2", "H3"]


def test_a_link_and_its_element_belong_together():
    flow = composed(paragraph(m.Link("https://example.org/x", (text("the page"),), HERE)))

    (item,) = body(flow)
    (run,) = item.runs
    assert flow.links[run.link].target == "https://example.org/x"
    assert flow.links[run.link].description == "Opens https://example.org/x"
    assert Node("Link", (run.leaf, LinkPlace(run.link))) in list(nodes(flow.structure))


def test_every_leaf_of_the_structure_is_painted_in_one_stretch_and_none_is_missing():
    flow = composed(
        paragraph(
            text("a"), m.Strong((text("b"), m.Emphasis((text("c"),)))), cited("kurc"), text("!")
        ),
        m.Quote((paragraph(text("q")),)),
        m.ListBlock(1, (m.ListItem((paragraph(text("x"), cited("kurc")),)),), ()),
        credit=(text("Drawn from "), cited("weitz"), text(".")),
    )

    painted = [leaf for leaf, _ in groupby(run.leaf for run in runs(flow))]
    assert sorted(painted) == sorted(leaves(flow.structure))


def test_words_that_follow_words_are_one_leaf_and_others_are_not():
    flow = composed(
        paragraph(text("a "), m.Quantity("1.1%", reading(), HERE), text(" b"), m.Text(" c", HERE)),
        paragraph(text("a"), m.LineBreak(), text("b"), m.Strong((text("c"),)), text("d")),
    )

    noted, broken = ([(run.text, run.leaf) for run in item.runs] for item in body(flow))
    assert [[text for text, _ in held] for _, held in groupby(noted, key=lambda run: run[1])] == [
        ["a ", "1.1%"], ["1"], [" b", " c"],
    ]  # fmt: skip
    first = broken[0][1]
    assert [leaf == first for _, leaf in broken] == [True, False, True, False, False]
    assert broken[1] == ("\n", None)


def test_a_space_between_two_elements_has_no_leaf_of_its_own():
    bold, slanted = m.Strong((text("bold"),)), m.Emphasis((text("slanted"),))
    flow = composed(paragraph(bold, text(" "), slanted, text(" "), cited("kurc"), text(" end")))

    (item,) = body(flow)
    assert [(run.text, run.leaf == item.runs[0].leaf) for run in item.runs[:3]] == [
        ("bold", True),
        (" ", True),
        ("slanted", False),
    ]
    painted = {run.leaf for run in runs(flow) if run.text.strip()}
    assert painted == set(leaves(flow.structure))


def test_every_link_has_one_place_in_the_structure():
    flow = composed(paragraph(text("a"), cited("kurc"), text("b"), cited("kurc")))

    places = [
        kid.link
        for node in nodes(flow.structure)
        for kid in node.kids
        if isinstance(kid, LinkPlace)
    ]
    assert sorted(places) == list(range(len(flow.links)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_products_own_words_exist_in_every_language(language):
    table = WORDS[language]

    assert all(getattr(table, name).strip() for name in table.__slots__)
    assert "{page}" in table.page
    assert "{pages}" in table.page


def test_equal_notes_of_one_paragraph_are_one_and_those_of_two_are_two():
    twice = paragraph(text("One"), cited("kurc"), text(" and two"), cited("kurc"))
    flow = composed(twice, paragraph(text("Three"), cited("kurc")))

    first, second = body(flow)[:2]
    assert isinstance(first, ParagraphItem)
    assert isinstance(second, ParagraphItem)
    assert (words(first), words(second)) == ("One1 and two1", "Three2")
    assert len(flow.notes) == 2
