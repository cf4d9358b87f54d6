"""What is withheld of figures that other sources contest."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model.country import Amount, Choice
from tests.proof.test_forbid import asked, texts
from tests.tailor.build import at, content, paragraph, reading, words

REASON = "Its count leaves the sixty horses of the guard out."
CHOICE = Choice("a-2019", REASON, at(9, file="content/choices.yaml"))
CLOSED = reading("deaths", "KAZ", 123_456, source="c-2021", line=3, marking="RED")
OPEN = reading("deaths", "KAZ", 234_567, line=2)


def test_a_rival_that_is_withheld_is_forbidden_with_its_source_and_the_reason():
    held = replace(OPEN, rivals=(CLOSED,), choice=CHOICE)
    found = texts(content(paragraph("x"), readings=[held]))

    assert found[REASON] == "content/choices.yaml:9:1"
    assert found["Third"] == "content/readings/all.yaml:3:1"
    assert any("123,456" in text for text in found)
    assert not any("234,567" in text for text in found)


def test_a_rival_that_all_may_see_is_not():
    rival = replace(CLOSED, conditions=OPEN.conditions)
    held = replace(OPEN, rivals=(rival,), choice=CHOICE)
    found = asked(content(paragraph("x"), readings=[held]))

    assert found.texts == ()


def test_a_range_is_forbidden_with_any_of_its_figures():
    spanned = replace(
        OPEN,
        amount=Amount(123_456, 234_567),
        rivals=(OPEN, CLOSED),
        choice=replace(CHOICE, takes="range"),
    )
    found = texts(content(paragraph("x"), readings=[spanned]))

    assert any("123,456–234,567" in text for text in found)
    assert REASON in found


def test_what_only_a_range_would_show_is_withheld_with_it():
    spanned = replace(
        OPEN,
        amount=Amount(123_456, 234_567),
        rivals=(OPEN, CLOSED),
        choice=replace(CHOICE, takes="range"),
    )
    told = paragraph(words("Many a quiet rider died at the lake."), when="has('deaths')")
    found = texts(content(told, readings=[spanned]))

    assert "Many a quiet rider died at the lake." in found


def test_conditions_that_compare_are_read_beside_those_that_ask_for_a_figure():
    test = "has('deaths') and change('deaths', from='2018', to='2019') > 0"
    told = paragraph(words("Many a quiet rider died at the lake."), when=test)
    found = texts(content(told, readings=[CLOSED]))

    assert "Many a quiet rider died at the lake." in found


def test_how_figures_are_compared_is_no_text():
    computed = "{{ change('deaths', from='2010/2014', as='percent') }}"
    asked_for = "{{ rank('deaths', among=['KAZ', 'KGZ'], show='number', periods='any') }}"
    found = texts(content(paragraph(f"{computed} {asked_for}", marking="RED"), readings=[]))

    assert found == {}
