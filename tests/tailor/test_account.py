"""What an account says of single items: where they stand more than once, or lose what they hold."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from briefing.model import chart_spec as s
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.manuscript import Omission
from briefing.tailor import explain
from tests.tailor.build import (
    READINGS,
    at,
    attributes,
    chart,
    citation,
    conditions,
    content,
    data_row,
    own,
    paragraph,
    placed,
    reading,
    reference,
    section,
    span,
    table,
    words,
)


def told(made: c.Content, what: str, **given: Any) -> list[str]:
    """What is said of all items that are called so."""
    account = explain(made, "brief", place="KAZ", audience="public", language="en", **given)
    return [
        f"{'in' if each.is_in else 'out'}: {each.detail}"
        for each in account.items
        if each.what == what
    ]


def test_every_condition_is_named_that_let_an_item_in():
    made = content(
        paragraph(
            "Text", audiences=["public"], countries=["KAZ"], languages=["en"], when="true",
            marking="CLEAR", since="2022-01-01", until="2022-12-31",
        )
    )  # fmt: skip

    assert told(made, "paragraph") == [
        "in: marked CLEAR ≤ CLEAR, for public, for KAZ, for en, from 2022-01-01, "
        "until 2022-12-31, if true"
    ]


def test_what_is_repeated_may_be_both_in_and_out():
    only = "peer.key == 'UZB'"
    made = content(paragraph("Text", repeat="peer in countries('KAZ', 'UZB')", when=only))

    assert told(made, "paragraph") == [
        f"in: unmarked, CLEAR by default ≤ CLEAR, if {only}",
        f"out: only if {only}",
    ]


def test_a_section_that_is_placed_twice_is_in_where_one_place_is():
    made = content(
        placed("section", "x", 1, audiences=["staff"]),
        placed("section", "x", 2),
        sections=[section("x", paragraph("Text"))],
    )

    assert told(made, "section 'x'") == [
        "out: for staff, not public",
        "in: unmarked, CLEAR by default ≤ CLEAR",
        "in: unmarked, CLEAR by default ≤ CLEAR",
    ]
    assert told(made, "paragraph") == ["in: unmarked, CLEAR by default ≤ CLEAR"]


def test_what_places_something_that_is_out_says_so():
    made = content(
        placed("section", "x"), sections=[section("x", paragraph("Text"), marking="RED")]
    )
    file = "content/sections/x.md:1:1"

    assert told(made, "section 'x'") == [
        "out: what is placed here is out",
        "out: marked RED, above CLEAR",
    ]
    assert told(made, "paragraph") == [f"out: stands in section 'x', which is out ({file})"]


def test_what_is_dropped_to_save_pages_is_out_with_all_in_it():
    made = content(placed("section", "x"), sections=[section("x", paragraph("Text", optional=3))])
    dropped = [Omission(at(1), "paragraph", "pages", "optional, of rank 3")]

    assert told(made, "paragraph") == ["in: unmarked, CLEAR by default ≤ CLEAR"]
    assert told(made, "paragraph", dropped=dropped) == ["out: optional, of rank 3"]


def test_a_work_that_readers_may_not_know_of_is_out_by_its_own_rule():
    cited = replace(citation("a-2019"), otherwise=words("A paper of ours"))
    made = content(paragraph([*words("Text"), cited]))
    closed = replace(made.sources["a-2019"], conditions=conditions(audiences=["staff"]))
    made = replace(made, sources={**made.sources, "a-2019": closed})

    assert told(made, "source 'a-2019'") == ["out: for staff, not public"]
    assert told(made, "citation of a-2019") == ["out: for staff, not public"]


def test_a_note_with_conditions_of_its_own_is_one_item():
    held = p.Footnote(words("A note of ours"), at(1, 5)), citation("a-2019", column=30)
    spans = [p.Span((one,), attributes(marking="GREEN"), one.where) for one in held]
    made = content(paragraph([*words("Text"), *spans]))

    assert told(made, "words") == []
    assert told(made, "note") == ["out: marked GREEN, above CLEAR"]
    assert told(made, "citation of a-2019") == ["out: marked GREEN, above CLEAR"]


def test_the_first_words_of_a_text_say_where_it_leads():
    made = content(paragraph([*words("See "), reference("a-figure"), *words(" and the seas.")]))
    account = explain(made, "brief", place="KAZ", audience="public", language="en")

    assert [item.text for item in account.items if item.what == "paragraph"] == [
        "See #a-figure and the seas."
    ]


def test_a_bar_that_would_tell_of_what_is_withheld_is_out_with_its_row():
    rows = [
        data_row("A", 60, 40),
        data_row("B", 70, None),
        replace(data_row("B", None, 30), conditions=conditions(audiences=["staff"])),
    ]
    figures = own(*rows, columns=("One", "Two"), unit="deaths")
    made = content(
        placed("chart", "x"), charts=[chart("x", (s.StackedOptions("none", 100.0), figures))]
    )

    assert told(made, "row 'A' of chart 'x'") == ["in: unmarked, CLEAR by default ≤ CLEAR"]
    assert "out: a part of it may not be shown" in told(made, "row 'B' of chart 'x'")
    assert told(made, "series 'One' of chart 'x'") == [
        "in: goes with chart 'x' (content/charts/x.yaml:1:1)"
    ]


def test_series_are_judged_by_their_own_conditions():
    held = s.Series("Two", conditions(audiences=["staff"]), at(9, file="content/charts/x.yaml"))
    figures = own(data_row("A", 60, 40), columns=("One", "Two"), unit="deaths")
    made = content(
        placed("chart", "x"),
        charts=[chart("x", (s.GroupedOptions("none"), replace(figures, series=(held,))))],
    )

    assert told(made, "series 'Two' of chart 'x'") == ["out: for staff, not public"]


def test_a_section_of_which_nothing_is_left_is_out():
    made = content(paragraph("Text"), placed("section", "x"), sections=[section("x")])

    assert told(made, "section 'x'") == [
        "out: what is placed here is out",
        "out: nothing is left in it",
    ]


def test_what_an_if_keeps_for_other_readers_is_withheld_from_these():
    asked = "audience.key == 'staff'"
    hidden = replace(reading("aid", "KAZ", 5), conditions=conditions(audiences=["staff"]))
    made = content(
        paragraph([*words("Text"), span("for them", line=2, when=asked)]),
        paragraph("Figures", line=3, when="has('aid')"),
        paragraph("Nobody", line=4, when="has('deaths', 'UZB')"),
        readings=[hidden],
    )

    account = explain(made, "brief", place="KAZ", audience="public", language="en")

    assert [(item.where.line, item.detail) for item in account.select("withheld")] == [
        (2, f"only if {asked}, which holds for staff"),
        (3, "only if has('aid'), which holds for staff"),
        (hidden.where.line, "for staff, not public"),
    ]
    assert told(made, "paragraph")[2] == "out: only if has('deaths', 'UZB')"


def test_what_stands_in_an_if_for_other_readers_is_withheld_too():
    made = content(
        placed("section", "talk"),
        sections=[section("talk", paragraph("Said"), when="audience.key == 'staff'")],
    )

    account = explain(made, "brief", place="KAZ", audience="public", language="en")

    assert sorted(item.what for item in account.select("withheld")) == [
        "paragraph", "section 'talk'", "section 'talk'",
    ]  # fmt: skip


def test_an_if_on_what_is_repeated_is_asked_for_other_readers_too():
    only = "peer.key == 'UZB' and audience.key == 'staff'"
    made = content(paragraph("Text", repeat="peer in countries('KAZ', 'UZB')", when=only))

    assert told(made, "paragraph") == [
        f"out: only if {only}",
        f"out: only if {only}, which holds for staff",
    ]


def test_readings_that_ask_for_each_other_are_asked_for_other_readers_too():
    readings = [
        reading("aid", "KAZ", 5, when="has('deaths')"),
        reading("deaths", "KAZ", 5, when="audience.key == 'staff'", line=2),
    ]
    made = content(paragraph("Text", when="has('aid')"), readings=readings)

    account = explain(made, "brief", place="KAZ", audience="public", language="en")

    assert [item.what for item in account.select("withheld")] == [
        "paragraph", "reading of aid for KAZ", "reading of deaths for KAZ",
    ]  # fmt: skip


def test_a_section_that_needs_a_withheld_reading_is_withheld():
    hidden = replace(reading("aid", "KAZ", 5), conditions=conditions(audiences=["staff"]))
    sections = [
        section("closed", paragraph("Said"), needs=("aid",)),
        section("empty", paragraph("Said"), needs=("deaths",)),
    ]
    made = content(
        placed("section", "closed"), placed("section", "empty", 2),
        sections=sections, readings=[hidden],
    )  # fmt: skip

    assert "out: needs a reading of aid, which is for staff" in told(made, "section 'closed'")
    assert "out: no reading of deaths for KAZ" in told(made, "section 'empty'")


def test_rows_that_go_with_their_figures_are_out():
    hidden = replace(reading("mil-exp", "UZB", 5), conditions=conditions(audiences=["staff"]))
    rows = own(
        data_row("A", 1, 2), data_row("B", 3, None, line=2),
        data_row("B", None, 9, line=3, marking="GREEN"), columns=("Then", "Now"),
    )  # fmt: skip
    made = content(
        placed("table", "t"), placed("chart", "x", 2),
        tables=[table("t", ("Spending", "mil-exp", "value"), rows=("KAZ", "UZB"))],
        charts=[chart("x", (s.SlopeOptions(), rows))], readings=[*READINGS, hidden],
    )  # fmt: skip

    gone = "out: none of its figures may be shown"
    assert told(made, "row UZB of table 't'") == [gone]
    assert told(made, "row KAZ of table 't'")[0].startswith("in: ")
    assert told(made, "row 'B' of chart 'x'") == [
        "out: one of its ends may not be shown",
        "out: marked GREEN, above CLEAR",
        "out: one of its ends may not be shown",
    ]
