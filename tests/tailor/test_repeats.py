"""Repeats, ids and references."""

from __future__ import annotations

import pytest

from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model import prose as p
from briefing.model.manuscript import Omission
from tests.tailor.build import (
    at,
    bars,
    box,
    bullets,
    chart,
    content,
    heading,
    item,
    link,
    manuscript,
    paragraph,
    placed,
    section,
    span,
    tailored,
    words,
)
from tests.tailor.test_conditions import text_of

PEERS = "peer in countries('KAZ', 'KGZ', 'UZB')"


def test_a_block_is_set_once_for_each_value():
    made = manuscript(paragraph("{{ peer.name }} is {{ peer.adjective }}.", repeat=PEERS))

    assert text_of(made) == "Kazakhstan is Kazakh.|Kyrgyzstan is Kyrgyz.|Uzbekistan is Uzbek."


def test_a_condition_sees_the_variable_of_its_repeat():
    given = {"repeat": PEERS, "when": "has('mil-exp', peer)"}

    made = tailored(content(paragraph("{{ figure('mil-exp', peer, show='value') }}", **given)))

    assert text_of(made.manuscript) == "1.1|1.5"
    detail = "only if has('mil-exp', peer)"
    assert made.omitted == (Omission(at(), "paragraph", "condition", detail),)


def test_repeats_nest_and_items_words_and_rows_repeat_too():
    rows = (
        p.Row((p.Cell(words("{{ p.key }}"), at()),), p.Attributes(
            repeat=p.Repeat("p", p.Expression("countries('KGZ', 'UZB')", at()))), at()),
    )  # fmt: skip
    head = p.Row((p.Cell(words("Code"), at()),), p.PLAIN, at())
    inner = bullets(
        item(paragraph([span("{{ n }}{{ peer.key }} ", repeat="n in [1, 2]")]), repeat=PEERS)
    )

    made = manuscript(inner, p.TableBlock(("left",), (head,), rows, p.PLAIN, at()))

    listed, table = made.blocks
    assert isinstance(listed, m.ListBlock)
    assert isinstance(table, m.TableBlock)
    paragraphs = [each.blocks[0] for each in listed.items]
    texts = ["".join(child.text for child in each.children) for each in paragraphs]
    assert texts == ["1KAZ 2KAZ", "1KGZ 2KGZ", "1UZB 2UZB"]
    assert [row.cells[0].children[0].text for row in table.rows] == ["KGZ", "UZB"]


def test_a_repeat_over_nothing_leaves_the_block_out():
    made = tailored(content(paragraph("x", repeat="n in []"), paragraph("y")))

    reason = Omission(at(), "paragraph", "empty", "there is nothing to repeat it for")
    assert made.omitted == (reason,)


def test_a_repeat_over_something_else_than_a_list_is_an_error():
    with pytest.raises(ContentError) as caught:
        manuscript(paragraph("x", repeat="n in country.name"))

    assert str(caught.value) == (
        "content/documents/brief.md:1:6: error: this gives a text, not a list to repeat over"
    )


def test_a_placed_section_sees_no_variable_of_a_repeat_around_it():
    inner = section("inner", paragraph("{{ peer.name }}", 2))

    with pytest.raises(ContentError) as caught:
        manuscript(box(placed("section", "inner"), repeat=PEERS), sections=[inner])

    assert "error: unknown name 'peer'" in str(caught.value)


def test_repeated_ids_are_told_apart_and_references_lead_to_their_own():
    inner = (heading("{{ peer.name }}", id="top"), paragraph([link("#top", "back")]))

    made = manuscript(box(*inner, repeat=PEERS), paragraph([link("#top", "first")]))

    boxes = made.blocks[:3]
    found = [(each.blocks[0].id, each.blocks[1].children[0].target) for each in boxes]
    assert found == [("top", "#top"), ("top-2", "#top-2"), ("top-3", "#top-3")]
    assert made.blocks[3].children[0].target == "#top"


def test_sections_placed_twice_and_equal_ids_in_two_files_are_told_apart():
    one = section("one", heading("A", id="notes"), paragraph([link("#notes", "x")]))
    two = section("two", heading("B", id="notes"), paragraph([link("#notes", "y")]))
    places = [placed("section", name) for name in ("one", "two", "one")]

    made = manuscript(*places, sections=[one, two])

    found = [(s.id, s.blocks[0].id, s.blocks[1].children[0].target) for s in made.blocks]
    assert found == [
        ("one", "notes", "#notes"),
        ("two", "notes-2", "#notes-2"),
        ("one-2", "notes-3", "#notes-3"),
    ]


def test_a_chart_placed_twice_is_two_charts():
    spec = chart("spending", bars("KAZ", "KGZ"))

    made = manuscript(placed("chart", "spending"), placed("chart", "spending"), charts=[spec])

    assert [figure.chart for figure in made.blocks] == ["spending", "spending-2"]
    assert [figure.id for figure in made.blocks] == ["spending", "spending-2"]
    assert list(made.charts) == ["spending", "spending-2"]


def test_a_reference_to_nothing_is_an_error_with_its_place():
    gone = section("gone", paragraph("x"), countries=["UZB"])
    made = content(
        heading("Here", id="here"),
        placed("section", "gone"),
        heading("There", id="there", countries=["UZB"]),
        paragraph([link("#heer", "a", 4), link("#gone", "b", 4, 20), link("#there", "c", 4, 40)]),
        paragraph([link("#here", "d"), link("https://example.org/", "e")]),
        sections=[gone],
    )

    with pytest.raises(ContentError) as caught:
        tailored(made)

    nothing = "leads to nothing in this brief"
    left_out = "  hint: it is left out of this brief; give what leads to it the same conditions"
    assert str(caught.value) == (
        f"content/documents/brief.md:4:1: error: '#heer' {nothing}\n"
        "  hint: did you mean 'here'? known: here\n"
        f"content/documents/brief.md:4:20: error: '#gone' {nothing}\n{left_out}\n"
        f"content/documents/brief.md:4:40: error: '#there' {nothing}\n{left_out}"
    )


def test_a_broken_condition_is_not_blamed_on_the_references_to_what_it_hides():
    with pytest.raises(ContentError) as caught:
        manuscript(heading("A", id="a", when="1 / 0"), paragraph([link("#a", "x")]))

    assert str(caught.value) == "content/documents/brief.md:1:5: error: division by zero"


def test_a_section_cannot_be_placed_in_itself():
    one = section("one", placed("section", "two", 2))
    two = section("two", placed("section", "one", 3))

    with pytest.raises(ContentError) as caught:
        manuscript(placed("section", "one"), sections=[one, two])

    assert str(caught.value) == (
        "content/documents/brief.md:3:1: error: section 'one' is placed in itself\n"
        "  hint: it stands in one in two in one"
    )
