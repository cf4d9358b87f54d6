"""What is withheld of works that not everybody may know of, and what is said otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefing.model import chart_spec as s
from briefing.model import content as c
from briefing.model import prose as p
from tests.proof.test_forbid import SECRET, asked, texts
from tests.proof.test_forbid_more import searched
from tests.tailor.build import (
    READINGS,
    SOURCES,
    at,
    attributes,
    chart,
    citation,
    conditions,
    content,
    data_row,
    heading,
    link,
    own,
    paragraph,
    placed,
    reading,
    reference,
    span,
    words,
)

RED: dict[str, Any] = {"marking": "RED"}
WORK = "The Quiet Harbour Leases"
SHUT = replace(
    SOURCES["c-2021"], csl={**SOURCES["c-2021"].csl, "title": WORK}, conditions=conditions(**RED)
)
HERE = "content/sources.yaml:1:1"
OF_WORK = dict.fromkeys((WORK, "c-2021", "Ito", "NATO", "X"), HERE)
OPEN = [each for each in READINGS if "c-2021" not in each.also]


def held(*blocks: p.Block, readings: Any = OPEN, **more: Any) -> c.Content:
    made = content(*blocks, readings=readings, **more)
    return replace(made, sources={**SOURCES, "c-2021": SHUT})


def test_a_work_is_withheld_though_nobody_cites_it():
    assert texts(held(paragraph("x"))) == OF_WORK
    assert texts(held(paragraph("x")), audience="staff") == {}


def test_a_work_is_withheld_though_something_open_cites_it():
    cited = paragraph([*words("x"), replace(citation("c-2021"), otherwise=words("A paper."))])
    found = asked(held(cited))

    assert {text.text for text in found.texts} == set(OF_WORK)
    assert {"x", "A paper."} <= set(found.allowed)
    assert WORK not in found.allowed


def test_where_in_it_something_stands_is_withheld_too():
    work = p.CitedWork("c-2021", "the letter to the harbour master of Aktau", "", at())
    cited = paragraph([*words("x"), p.Citation((work,), at(), words("A paper."))])

    assert "the letter to the harbour master of Aktau" in texts(held(cited))


def test_a_work_that_is_not_yet_or_no_longer_cited_is_not_withheld():
    later = replace(SHUT, conditions=conditions(since="2023-01-01", countries=["UZB"]))
    made = replace(content(paragraph("x"), readings=OPEN), sources={**SOURCES, "c-2021": later})

    assert texts(made) == {}


def test_a_reading_is_withheld_with_any_of_its_sources():
    readings = [
        replace(reading("deaths", "KAZ", 83217, source="a-2019", also=("c-2021",)), doubt=SECRET),
        reading("deaths", "KGZ", 4, source="a-2019"),
    ]
    found = texts(held(paragraph("x"), readings=readings))

    assert SECRET in found
    assert [text for text in found if "83,217" in text]


def test_what_asks_for_a_reading_of_such_a_source_is_withheld_with_it():
    readings = [reading("rank", "KAZ", 4, source="c-2021"), *OPEN]
    made = held(paragraph(SECRET, when="has('rank')"), readings=readings)

    assert SECRET in texts(made)
    assert SECRET not in texts(made, audience="staff")


EVENT = s.EventSpec(reading("rank", "KAZ", 1).period, SECRET, "", False, s.Sourced("c-2021"), at())


@pytest.mark.parametrize(
    "drawn",
    [
        (s.TimelineOptions((replace(EVENT, text="x", sourced=s.Sourced("a-2019")), EVENT)), None),
        (s.BarOptions("none"), own(data_row(SECRET, 1), source=s.Sourced("c-2021"))),
        (
            s.BarOptions("none"),
            own(data_row(SECRET, 1), source=s.Sourced("a-2019", "", ("c-2021",))),
        ),
        (
            s.LocatorOptions("KAZ", None, (s.MapMark(SECRET, 1, 2, s.Sourced("c-2021"), at()),)),
            None,
        ),
    ],
)
def test_what_charts_take_from_it_is_withheld(drawn):
    assert SECRET in texts(held(placed("chart", "x"), charts=[chart("x", drawn)]))


def test_the_title_of_a_chart_goes_with_all_its_sources():
    rows = own(data_row("A", 1), source=s.Sourced("c-2021"))
    events = s.TimelineOptions((EVENT,))
    for drawn in ((s.BarOptions("none"), rows), (events, None)):
        spec = chart("x", drawn, title="What they paid for it")
        assert "What they paid for it" in texts(held(placed("chart", "x"), charts=[spec]))


# --- notes and what is said otherwise ------------------------------------------------------------


def test_notes_and_citations_are_withheld_by_conditions_of_their_own():
    note = p.Footnote(words(SECRET), at())
    made = content(
        paragraph(
            [
                *words("Open"), p.Span((note,), attributes(**RED), at()),
                p.Span((citation("c-2021"),), attributes(**RED), at()), *words(" words."),
            ]
        ),
        readings=OPEN,
    )  # fmt: skip
    found = asked(made)

    assert {SECRET, "Third", "c-2021"} <= {text.text for text in found.texts}
    assert "Open words." in found.allowed


def test_what_is_printed_instead_is_allowed_where_it_stands():
    pointer = replace(reference("four-lakes"), otherwise=words("the shut lakes of the north"))
    words_of = replace(link("#four-lakes", "these lakes"), otherwise=words("some lakes"))
    shut = heading("A secret head of lakes", id="four-lakes", **RED)
    made = content(
        paragraph([*words("Between "), pointer, *words(" and "), words_of, *words(".")]), shut
    )
    found = asked(made)

    assert "Between the shut lakes of the north and some lakes." in found.allowed
    assert {text.text for text in found.texts} == {"A secret head of lakes", "four-lakes"}


def test_what_is_printed_instead_is_withheld_with_what_it_stands_in():
    pointer = replace(reference("lakes"), otherwise=words("the quiet harbour in the north"))
    made = content(paragraph([*words("Beside "), pointer], **RED), heading("x", id="lakes"))

    assert any("quiet harbour in the" in each for each in searched(made))


def test_what_is_printed_instead_stands_beside_words_on_a_condition():
    pointer = replace(reference("lakes"), otherwise=words("the north"))
    inside = span(" and ", when="has('rank')")
    found = asked(content(paragraph([pointer, inside, *words("the south")]), paragraph("x", **RED)))

    assert {"the north and the south", "the norththe south"} <= set(found.allowed)
