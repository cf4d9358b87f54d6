"""References to what a brief has not: what is printed instead."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model import prose as p
from tests.tailor.build import (
    at,
    bars,
    box,
    chart,
    citation,
    content,
    heading,
    link,
    paragraph,
    placed,
    reference,
    section,
    tailored,
    words,
)

SHUT: dict[str, Any] = {"marking": "GREEN"}
LAKES = heading("Lakes", id="lakes", **SHUT)


def to(target: str, otherwise: str = "the lakes, in {{ country.name }}", **given) -> p.Reference:
    return replace(reference(target, **given), otherwise=words(otherwise))


def said(block: m.Block) -> str:
    assert isinstance(block, m.Paragraph)
    return "".join(getattr(child, "text", "#") for child in block.children)


def test_words_stand_for_a_reference_to_what_is_not_there():
    text = paragraph([*words("See "), to("lakes"), *words(".")])
    made = tailored(content(text, LAKES, paragraph("They are small.", **SHUT)))
    seen = tailored(content(text, LAKES, paragraph("They are small.", **SHUT)), audience="staff")

    assert said(made.manuscript.blocks[0]) == "See the lakes, in Kazakhstan."
    assert seen.manuscript.blocks[0].children[1] == reference("lakes")
    assert "otherwise=(" not in repr(seen.manuscript)


def test_words_stand_for_the_words_of_a_link():
    text = paragraph([replace(link("#lakes", "there"), otherwise=words("elsewhere"))])
    made = tailored(content(text, LAKES))
    seen = tailored(content(text, LAKES), audience="staff")

    assert said(made.manuscript.blocks[0]) == "elsewhere"
    assert seen.manuscript.blocks[0].children == (m.Link("#lakes", words("there", column=2), at()),)


def test_what_is_left_out_for_any_other_reason_counts_too():
    made = tailored(
        content(
            paragraph([to("lakes", "elsewhere")]), paragraph([to("spending", "a figure")]),
            heading("Lakes", id="lakes", countries=["UZB"]), placed("chart", "spending"),
            charts=[chart("spending", bars("UZB"))],
        )
    )  # fmt: skip

    assert [said(block) for block in made.manuscript.blocks] == ["elsewhere", "a figure"]


def test_only_what_is_printed_is_cited():
    text = paragraph([replace(to("lakes"), otherwise=(*words("them"), citation("b-2020")))])
    there = (text, LAKES, paragraph("x", **SHUT))

    assert set(tailored(content(*there)).manuscript.sources) == {"b-2020"}
    assert tailored(content(*there), audience="staff").manuscript.sources == {}


def test_words_that_stand_for_a_reference_may_refer_and_have_conditions_themselves():
    inner = to("rivers", "nowhere")
    text = paragraph([replace(to("lakes"), otherwise=(*words("see "), inner))])
    made = tailored(content(text, LAKES, heading("Rivers", id="rivers", **SHUT)))

    assert said(made.manuscript.blocks[0]) == "see nowhere"


def test_a_paragraph_of_nothing_else_is_not_empty_and_leads_nowhere_twice():
    text = paragraph([to("lakes", "")])

    assert tailored(content(paragraph("x"), text, LAKES)).manuscript.blocks == (
        tailored(content(paragraph("x"))).manuscript.blocks
    )


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (LAKES, "heading"),
        (box(heading("Lakes", 3, id="lakes"), **SHUT), "heading"),
        (placed("chart", "lakes", **SHUT), "figure"),
        (placed("section", "lakes"), "section"),
        (placed("section", "outer"), "heading"),
    ],
)
def test_a_reference_to_what_is_withheld_says_from_whom(block, kind):
    sections = [
        section("lakes", paragraph("x"), title="Lakes", **SHUT),
        section("outer", heading("Lakes", id="lakes"), paragraph("x"), **SHUT),
    ]
    made = content(
        paragraph([reference("lakes", line=3)]), block,
        sections=sections, charts=[chart("lakes", bars("KAZ"))],
    )  # fmt: skip

    with pytest.raises(ContentError) as caught:
        tailored(made)

    assert str(caught.value) == (
        "content/documents/brief.md:3:1: error: "
        f"this refers to a {kind} that audience 'public' may not see\n"
        '  hint: give it the same conditions, or say what is printed instead: {otherwise="…"}'
    )


def test_what_stands_elsewhere_too_but_is_left_out_there_is_not_called_withheld():
    made = content(
        paragraph([reference("lakes")]), LAKES, heading("Lakes", id="lakes", countries=["UZB"])
    )

    with pytest.raises(ContentError) as caught:
        tailored(made)

    assert "leads to nothing in this brief" in str(caught.value)
