"""Sources that not everybody may know of: who cites them, what is taken from them, what is lost."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model import chart_spec as s
from briefing.model import content as c
from briefing.model import manuscript as m
from briefing.model import prose as p
from tests.tailor.build import (
    SOURCES,
    at,
    bars,
    chart,
    citation,
    conditions,
    content,
    data_row,
    own,
    paragraph,
    placed,
    reading,
    span,
    tailored,
    words,
)

SHUT = (
    "content/documents/brief.md:1:7: error: "
    "this cites 'b-2020', which audience 'public' may not see"
)
HINT = '  hint: give it the same conditions, or say what is noted instead: [@…]{otherwise="…"}'


def held(*blocks: p.Block, given: dict[str, Any] | None = None, **more) -> c.Content:
    """A project in which the second source is for parliament and staff."""
    of_source = conditions(**(given or {"marking": "GREEN"}))
    sources = {**SOURCES, "b-2020": replace(SOURCES["b-2020"], conditions=of_source)}
    return replace(content(paragraph("y"), *blocks, **more), sources=sources)


def cites(*before: str, otherwise: str | None = None) -> p.Paragraph:
    said = None if otherwise is None else words(otherwise)
    return paragraph(
        [*words("".join(before)), replace(citation("b-2020", column=7), otherwise=said)]
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"marking": "GREEN"}, "which audience 'public' may not see"),
        ({"audiences": ["staff"]}, "which audience 'public' may not see"),
        ({"countries": ["UZB"]}, "which is left out of this brief: it is for UZB"),
        ({"until": "2022-10-02"}, "which is left out of this brief: it is until 2022-10-02"),
    ],
)
def test_a_source_that_readers_may_not_know_of_cannot_be_cited(given, told):
    with pytest.raises(ContentError) as caught:
        tailored(held(cites("x"), given=given))

    assert str(caught.value) == (
        f"content/documents/brief.md:1:7: error: this cites 'b-2020', {told}\n{HINT}"
    )


def test_who_may_know_of_it_reads_a_citation_that_raises_the_marking():
    made = tailored(held(cites("x")), audience="parliament").manuscript

    assert set(made.sources) == {"b-2020"}
    assert made.marking == "GREEN"


def test_a_citation_with_the_same_conditions_goes_without_a_word():
    inside = p.Span((citation("b-2020"),), span("", marking="GREEN").attributes, at())
    made = tailored(held(paragraph([*words("It is so "), inside, *words(" .")])))

    assert made.manuscript.sources == {}
    assert "b-2020" not in repr(made.manuscript)


def test_a_citation_says_something_else_to_those_who_may_not_know():
    made = tailored(held(cites("x", otherwise="A paper on {{ country.name }}.")))
    known = tailored(held(cites("x", otherwise="A paper.")), audience="staff")

    _, block = made.manuscript.blocks
    note = block.children[1]
    assert isinstance(note, m.Footnote)
    assert "".join(each.text for each in note.children) == "A paper on Kazakhstan."
    assert made.manuscript.sources == {}
    assert known.manuscript.blocks[1].children[1] == citation("b-2020", column=7)


def test_in_a_note_it_says_so_in_place():
    inner = p.Footnote(
        (*words("See "), replace(citation("b-2020"), otherwise=words("a paper"))), at()
    )
    made = tailored(held(paragraph([*words("x"), inner])))

    note = made.manuscript.blocks[1].children[1]
    assert note == m.Footnote((*words("See "), *words("a paper")), at())


def test_what_the_project_says_of_itself_cites_nothing_that_is_withheld_either():
    with pytest.raises(ContentError) as caught:
        tailored(held(of_project={"credit": (citation("b-2020", column=7),)}))

    assert str(caught.value) == f"{SHUT}\n{HINT}"


# --- what is taken from them ---------------------------------------------------------------------


@pytest.mark.parametrize("sources", [("b-2020", ()), ("a-2019", ("b-2020",))])
def test_a_reading_is_withheld_with_any_of_its_sources(sources):
    source, also = sources
    readings = [
        reading("mil-exp", "KAZ", 1.1, 2018),
        reading("mil-exp", "KAZ", 4711, 2019, source, also, line=8),
    ]
    made = tailored(held(paragraph("{{ figure('mil-exp') }}"), readings=readings))
    seen = tailored(held(paragraph("{{ figure('mil-exp') }}"), readings=readings), audience="staff")

    assert "1.1" in repr(made.manuscript)
    assert "4,711" in repr(seen.manuscript)
    assert [(one.where.line, one.reason, one.detail) for one in made.omitted] == [
        (8, "marking", "as its source 'b-2020' is marked GREEN, above CLEAR")
    ]


def test_what_asks_for_such_a_reading_is_told_that_there_is_none():
    readings = [reading("rank", "KAZ", 1, source="b-2020")]
    block = paragraph("Seen.", when="has('rank')")

    assert "Seen." not in repr(tailored(held(block, readings=readings)).manuscript)
    assert "Seen." in repr(tailored(held(block, readings=readings), audience="staff").manuscript)


WHERE = at(file="content/charts/x.yaml")
EVENT = s.EventSpec(reading("rank", "KAZ", 1).period, "Shut", "", False, s.Sourced("b-2020"), WHERE)
OPEN = replace(EVENT, text="Open", sourced=s.Sourced("a-2019"))


def test_events_and_charts_are_withheld_with_their_sources():
    events = chart("x", (s.TimelineOptions((OPEN, EVENT)), None))
    rows = chart("z", (s.BarOptions("none"), own(data_row("A", 1), source=s.Sourced("b-2020"))))
    made = tailored(
        held(placed("chart", "x"), placed("chart", "z"), charts=[events, rows], readings=())
    )

    assert set(made.manuscript.charts) == {"x"}
    assert "Shut" not in repr(made.manuscript)
    assert set(made.manuscript.sources) == {"a-2019"}
    assert [one.what for one in made.omitted] == ["event of chart 'x'", "chart 'z'"]


def test_bars_of_readings_lack_those_of_withheld_sources():
    readings = [reading("mil-exp", "KAZ", 1), reading("mil-exp", "KGZ", 2, source="b-2020")]
    spec = chart("x", bars("KAZ", "KGZ"))
    made = tailored(held(placed("chart", "x"), charts=[spec], readings=readings))

    assert set(made.manuscript.sources) == {"a-2019"}


def test_an_unmarked_source_has_the_marking_of_the_project():
    opened = {"marking": "CLEAR"}
    made = content(
        paragraph([*words("x"), citation("a-2019", column=7)], **opened),
        conditions=conditions(**opened),
        of_project={"default_marking": "AMBER"},
    )

    with pytest.raises(ContentError) as caught:
        tailored(made)
    assert "this cites 'a-2019', which audience 'public' may not see" in str(caught.value)
