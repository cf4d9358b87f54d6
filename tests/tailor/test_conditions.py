"""What stays and what is left out, and why."""

from __future__ import annotations

import pytest

from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model import prose as p
from briefing.model.manuscript import Omission
from briefing.model.prose import (
    Text,
)
from tests.tailor.build import (
    at,
    attributes,
    box,
    bullets,
    citation,
    conditions,
    content,
    heading,
    item,
    manuscript,
    paragraph,
    placed,
    reading,
    section,
    span,
    tailored,
    words,
)


def text_of(made: m.Manuscript) -> str:
    return "|".join(
        "".join(getattr(child, "text", "#") for child in block.children)
        for block in made.blocks
        if isinstance(block, m.Paragraph | m.Heading)
    )


@pytest.mark.parametrize(
    ("given", "reason", "detail"),
    [
        ({"audiences": ["staff", "parliament"]}, "audience", "for parliament, staff, not public"),
        ({"marking": "AMBER"}, "marking", "marked AMBER, above CLEAR"),
        ({"countries": ["UZB", "KGZ"]}, "country", "for KGZ, UZB"),
        ({"languages": ["de"]}, "language", "for de"),
        ({"since": "2022-10-04"}, "date", "from 2022-10-04"),
        ({"until": "2022-10-02"}, "date", "until 2022-10-02"),
        ({"since": "2022-10-04", "marking": "RED"}, "marking", "marked RED, above CLEAR"),
        ({"when": "has('rank')"}, "condition", "only if has('rank')"),
        ({"marking": "RED", "audiences": ["staff"]}, "audience", "for staff, not public"),
        ({"audiences": []}, "audience", "for , not public"),
    ],
)
def test_a_paragraph_whose_condition_does_not_hold_is_left_out_with_its_rule(given, reason, detail):
    made = tailored(content(paragraph("Stays.", 1), paragraph("Goes.", 2, **given)))

    assert text_of(made.manuscript) == "Stays."
    assert made.omitted == (Omission(at(2), "paragraph", reason, detail),)


@pytest.mark.parametrize(
    "given",
    [
        {"audiences": ["public", "staff"]},
        {"marking": "CLEAR"},
        {"countries": ["KAZ"]},
        {"countries": ["central-asia"]},
        {"languages": ["de", "en"]},
        {"since": "2022-10-03", "until": "2022-10-03"},
        {"when": "has('mil-exp')"},
    ],
)
def test_a_paragraph_whose_condition_holds_stays_and_nothing_is_noted(given):
    made = tailored(content(paragraph("Stays.", **given)))

    assert text_of(made.manuscript) == "Stays."
    assert made.omitted == ()


def test_an_expression_in_something_withheld_is_never_looked_at():
    made = tailored(
        content(
            paragraph("Stays."),
            paragraph("{{ 1 / 0 }}", marking="RED", when="1 / 0", repeat="x in 1 / 0"),
        )
    )

    assert text_of(made.manuscript) == "Stays."


def test_what_carries_no_marking_has_the_default_one():
    made = content(paragraph("Secret."), of_project={"default_marking": "AMBER"})

    with pytest.raises(ContentError) as caught:
        tailored(made)

    assert str(caught.value) == (
        "content/documents/brief.md:1:1: error: document 'brief' is not made for this brief\n"
        "  hint: marked AMBER by default, above CLEAR"
    )
    assert text_of(tailored(made, audience="staff").manuscript) == "Secret."


def test_the_default_marking_holds_inside_what_is_marked_as_more_open():
    made = content(
        paragraph("Marked open.", marking="CLEAR"),
        paragraph("Not marked.", 2),
        conditions=conditions(marking="CLEAR"),
        of_project={"default_marking": "AMBER"},
    )

    given = tailored(made)

    assert text_of(given.manuscript) == "Marked open."
    detail = "marked AMBER by default, above CLEAR"
    assert given.omitted == (Omission(at(2), "paragraph", "marking", detail),)


def test_what_surrounds_restricts_what_is_inside():
    inner = paragraph("Inside.", marking="CLEAR", audiences=["public"])

    made = manuscript(box(inner, marking="GREEN"), paragraph("Outside."))

    assert text_of(made) == "Outside."


def test_what_is_empty_is_left_out_from_the_inside_out():
    goes = {"countries": ["UZB"]}
    made = tailored(
        content(
            paragraph("Stays."),
            box(bullets(item(paragraph([span("x", 4, **goes)], 4), line=4), line=3), line=2),
            paragraph([span("y", 5, **goes), *words(" ", 5)], 5),
        )
    )

    assert text_of(made.manuscript) == "Stays."
    empty = "nothing is left in it"
    assert made.omitted == (
        Omission(at(4), "words", "country", "for UZB"),
        Omission(at(4), "paragraph", "empty", empty),
        Omission(at(4), "list item", "empty", empty),
        Omission(at(3), "list", "empty", empty),
        Omission(at(2), "box", "empty", empty),
        Omission(at(5), "words", "country", "for UZB"),
        Omission(at(5), "paragraph", "empty", empty),
    )


def test_a_section_is_left_out_by_its_own_rule_not_by_that_of_its_place():
    hidden = section("hidden", paragraph("x"), audiences=["staff"])
    made = tailored(content(paragraph("Stays."), placed("section", "hidden", 7), sections=[hidden]))

    assert made.omitted == (
        Omission(hidden.where, "section 'hidden'", "audience", "for staff, not public"),
    )


def test_a_section_without_its_data_is_left_out_and_the_reason_kept():
    needy = section("needy", paragraph("x"), needs=("mil-exp", "aid"))
    made = content(placed("section", "needy"), paragraph("Stays."), sections=[needy])

    omitted = tailored(made).omitted

    detail = "no reading of aid for KAZ"
    assert omitted == (Omission(needy.where, "section 'needy'", "no data", detail),)
    assert tailored(made, "KGZ").omitted == ()


def test_a_section_needs_data_for_any_place_where_the_document_has_none():
    needy = section("needy", paragraph("x"), needs=("rank", "deaths"))
    made = content(
        placed("section", "needy"),
        paragraph("Stays."),
        sections=[needy],
        readings=[reading("rank", "KAZ", 5)],
        countries=(),
    )

    assert [omission.detail for omission in tailored(made, None).omitted] == [
        "no reading of deaths"
    ]


def test_a_heading_goes_with_all_that_stood_below_it():
    made = tailored(
        content(
            heading("One", 2, 1),
            heading("Deep", 3, 2),
            paragraph("x", 3, countries=["UZB"]),
            heading("Two", 2, 4),
            paragraph("Stays.", 5),
            heading("Last", 2, 6),
            paragraph("y", 7, countries=["UZB"]),
        )
    )

    assert text_of(made.manuscript) == "Two|Stays."
    assert [(each.where.line, each.reason) for each in made.omitted] == [
        (3, "country"), (7, "country"), (6, "empty"), (2, "empty"), (1, "empty"),
    ]  # fmt: skip


def test_a_heading_stays_where_the_author_put_nothing_below_it():
    assert text_of(manuscript(heading("One"), heading("Two"))) == "One|Two"


def test_the_marking_is_the_highest_of_what_is_included():
    made = content(
        paragraph("a"),
        paragraph([*words("b"), span("c", marking="AMBER")]),
        paragraph("d", marking="RED", countries=["UZB"]),
        box(paragraph([span("e", when="false")]), marking="RED"),
    )

    assert tailored(made, audience="public").manuscript.marking == "CLEAR"
    assert tailored(made, audience="staff").manuscript.marking == "AMBER"


def test_the_marking_of_a_document_and_of_a_figure_counts():
    made = content(
        paragraph("{{ figure('aid', 'KAZ') }}"),
        readings=[reading("aid", "KAZ", 5, marking="AMBER")],
        conditions=conditions(marking="GREEN"),
    )
    green = content(paragraph("a"), conditions=conditions(marking="GREEN"))

    assert tailored(made, audience="staff").manuscript.marking == "AMBER"
    assert tailored(green, audience="parliament").manuscript.marking == "GREEN"


@pytest.mark.parametrize(("head", "rows"), [("UZB", "KAZ"), ("KAZ", "UZB")])
def test_a_table_without_its_head_or_any_row_is_left_out_and_cites_nothing(head, rows):
    cell = p.Cell((*words("x"), citation("a-2019")), at())
    table = p.TableBlock(
        ("left",),
        (p.Row((cell,), attributes(countries=[head]), at(2)),),
        (p.Row((cell,), attributes(countries=[rows]), at(3)),),
        p.PLAIN,
        at(),
    )

    made = tailored(content(table, paragraph("Stays.")))

    assert text_of(made.manuscript) == "Stays."
    assert made.manuscript.sources == {}
    what, line = ("head of a table", 2) if head == "UZB" else ("table row", 3)
    assert made.omitted == (
        Omission(at(line), what, "country", "for UZB"),
        Omission(at(), "table", "empty", "nothing is left in it"),
    )


def test_blanks_around_words_that_are_left_out_become_one():
    gone = {"countries": ["UZB"]}
    made = manuscript(
        paragraph(
            [span("a", **gone), *words(" One ", 1, 10), span("b", **gone), *words(" two ", 1, 30)]
        ),
    )

    assert made.blocks[0] == m.Paragraph(
        (Text("One ", at(1, 11)), Text("two", at(1, 31))), (), at()
    )


def test_a_gap_is_closed_across_bold_words():
    bold = p.Strong((span("x", countries=["UZB"]), *words(" two", 1, 20)))
    made = manuscript(paragraph([*words("One "), bold]))

    strong = m.Strong((Text("two", at(1, 21)),))
    assert made.blocks[0] == m.Paragraph((Text("One ", at(1)), strong), (), at())


def test_a_paragraph_that_holds_just_a_note_stays():
    made = manuscript(paragraph([citation("a-2019")]))

    assert made.blocks[0] == m.Paragraph((citation("a-2019"),), (), at())


def test_attributes_that_say_nothing_are_the_same_as_none():
    assert text_of(manuscript(paragraph("x", classes=()))) == "x"
    assert attributes() == attributes(classes=())
