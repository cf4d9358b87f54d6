"""Figures: the reading that is meant, its words, its note."""

from __future__ import annotations

import pytest

from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model import prose as p
from briefing.model.country import Amount, Date, Period
from briefing.model.manuscript import Quantity
from tests.tailor.build import (
    READINGS,
    at,
    citation,
    content,
    manuscript,
    paragraph,
    reading,
    tailored,
    words,
)
from tests.tailor.test_expressions import error, text

EARLY, LATE = READINGS[1], READINGS[2]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("figure('mil-exp')", "1.1% of GDP (2019)"),
        ("figure('mil-exp', 'KGZ')", "1.5% of GDP (2019)"),
        ("figure('mil-exp', place='KGZ', period='2018')", "1.2% of GDP (2018)"),
        ("figure('mil-exp', countries('KGZ')[0], 2018, 'value')", "1.2"),
        ("figure('mil-exp', show='value unit')", "1.1% of GDP"),
        ("figure('mil-exp', show='value period')", "1.1 (2019)"),
        ("figure('mil-exp', show='period')", "2019"),
        ("figure('aid', 'KGZ', show='value unit')", "US$14.5\u00a0million"),
        ("figure('deaths')", "227 deaths (January 2022)"),
        ("figure('deaths', period='2022-01', show='value')", "227"),
        ("figure('rank', 'central-asia')", "rank 75 (reported 2020)"),
        ("figure('rank', 'central-asia', '2020') | capitalize", "Rank 75 (reported 2020)"),
        ("period('deaths')", "January 2022"),
        ("period('rank', 'central-asia')", "reported 2020"),
    ],
)
def test_a_figure_is_printed_in_words(source, expected):
    assert text(source) == expected


def test_a_figure_is_printed_in_the_language_of_the_brief():
    shown = text("figure('aid', 'KGZ', show='value')", language="de")

    assert shown == "14,5\u00a0Millionen"


def test_a_figure_keeps_its_reading_its_place_and_its_sources():
    made = manuscript(paragraph("A {{ figure('mil-exp', 'KGZ') }}.", 4))

    quantity = Quantity("1.5% of GDP (2019)", LATE, at(4, 6))
    texts = p.Text("A ", at(4, 1)), p.Text(".", at(4, 33))
    assert made.blocks[0] == m.Paragraph((texts[0], quantity, texts[1]), (), at(4))
    assert list(made.sources) == ["b-2020", "c-2021"]


def test_only_cited_sources_are_in_the_manuscript():
    note = p.Footnote((*words("See "), citation("c-2021")), at())
    made = manuscript(
        paragraph([*words("x"), citation("b-2020"), note]),
        paragraph([citation("a-2019")], countries=["UZB"]),
        paragraph("x", when="has('mil-exp')"),
    )

    assert list(made.sources) == ["b-2020", "c-2021"]


def test_the_credit_is_worded_and_its_sources_count():
    credit = (*words("From {{ edition.label }} "), citation("a-2019"))
    made = manuscript(paragraph("x"), of_project={"credit": credit})

    assert [getattr(child, "text", "#") for child in made.credit] == [
        "From ",
        "October 2022",
        " ",
        "#",
    ]
    assert list(made.sources) == ["a-2019"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("figure('aid')", "no reading of 'aid' for 'KAZ'\n  hint: there is one for: KGZ"),
        ("period('aid')", "no reading of 'aid' for 'KAZ'\n  hint: there is one for: KGZ"),
        (
            "figure('mil-exp', 'KGZ', '2017')",
            "no reading of 'mil-exp' for 'KGZ' in 2017\n  hint: there is one for: 2018, 2019",
        ),
        (
            "figure('deaths', period='2022-01-15/2022-02')",
            "no reading of 'deaths' for 'KAZ' in 2022-01-15/2022-02\n"
            "  hint: there is one for: 2022-01",
        ),
        (
            "figure('mil-exp', period='last year')",
            "'last year' is not a period\n  hint: write it like '2019', '2022-01' or '2015/2019'",
        ),
        (
            "figure('mil-exp', show='all')",
            "unknown way to show a figure 'all'\n"
            "  hint: known: period, value, value period, value unit, value unit period",
        ),
        (
            "figure('mil-exp') ~ ' x'",
            "a figure cannot be joined with '~'\n"
            "  hint: write the words outside the braces; so the figure keeps its note",
        ),
        ("figure('mil-exp') | upper", "'upper' takes a text, not a figure"),
        (
            "'a' if figure('mil-exp') else 'b'",
            "a figure is neither true nor false\n  hint: ask whether there is one: has(…)",
        ),
        ("figure('mil-exp') > 'x'", "a text cannot be compared with a figure"),
    ],
)
def test_a_figure_that_cannot_be_printed_is_an_error(source, expected):
    assert error(source) == expected


WITHHELD = (
    "the reading of 'rank' for 'KAZ' may not be shown in this brief\n"
    "  hint: print it only where it may be: audience=, marking=, or if=\"has('rank', 'KAZ')\""
)


@pytest.mark.parametrize(
    "given",
    [
        {"marking": "GREEN"},
        {"audiences": ["staff"]},
        {"countries": ["UZB"]},
        {"languages": ["de"]},
        {"when": "has('aid')"},
    ],
)
def test_a_withheld_reading_is_an_error_that_does_not_tell_it(given):
    readings = [reading("rank", "KAZ", 98765, line=8, **given)]
    made = content(paragraph("x{{ 'a' if has('rank') else 'b' }}"), readings=readings)

    assert error("figure('rank')", readings=readings) == WITHHELD
    assert error("period('rank')", readings=readings) == WITHHELD
    omitted = tailored(made).omitted
    assert [(each.what, each.where) for each in omitted] == [
        ("reading of rank for KAZ", readings[0].where)
    ]
    block = tailored(made).manuscript.blocks[0]
    assert isinstance(block, m.Paragraph)
    assert block.children[-1] == p.Text("b", at(1, 5))


def test_the_latest_reading_is_the_latest_that_may_be_shown():
    readings = [
        reading("rank", "KAZ", 1, 2018),
        reading("rank", "KAZ", 3, 2020, marking="RED"),
        reading("rank", "KAZ", 2, 2019),
    ]
    made = content(paragraph("{{ figure('rank') }}"), readings=readings)

    assert text("figure('rank', show='value')", readings=readings) == "2"
    assert tailored(made, audience="staff").manuscript.sources
    assert tailored(made, audience="staff").manuscript.marking == "RED"
    assert error("figure('rank', period=2020)", readings=readings) == (
        "the reading of 'rank' for 'KAZ' in 2020 may not be shown in this brief\n"
        "  hint: print it only where it may be, by audience= or marking="
    )


def test_a_reading_on_condition_of_itself_is_an_error():
    readings = [reading("rank", "KAZ", 1, when="has('rank')")]
    made = content(paragraph("x", when="has('rank')"), readings=readings)

    with pytest.raises(ContentError) as caught:
        tailored(made)

    assert str(caught.value) == (
        "content/documents/brief.md:1:5: error: a reading cannot be shown on condition of itself"
    )


def test_ranges_and_bounds_keep_their_words():
    readings = [
        reading("aid", "KAZ", Amount(2_000_000, None, "over"), Period(Date(2015), Date(2019))),
        reading("mil-exp", "KAZ", Amount(None, 2, "up to")),
    ]

    assert text("figure('aid')", readings=readings) == "over US$2.0\u00a0million (2015–2019)"
    assert text("figure('mil-exp')", readings=readings) == "up to 2.0% of GDP (2019)"


def test_the_title_of_a_document_has_no_room_for_a_figure():
    made = content(
        paragraph("x"), title=words("{{ country.name }}: {{ figure('mil-exp') }}"),
        subtitle=(*words("See", 2), citation("a-2019", 2, 5)),
    )  # fmt: skip

    with pytest.raises(ContentError) as caught:
        tailored(made)

    told = (
        "error: the title of a document has no room for a note or figure\n"
        "  hint: say it in the text, where its source can be printed"
    )
    assert str(caught.value) == (
        f"content/documents/brief.md:1:24: {told}\ncontent/documents/brief.md:2:5: {told}"
    )
