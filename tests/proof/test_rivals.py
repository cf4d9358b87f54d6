"""What is withheld of figures that other sources contest."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model.country import Amount, Choice, Date, Period
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
    assert "Many a quiet rider died at the lake." not in found

    closed = replace(OPEN, conditions=CLOSED.conditions)
    found = texts(content(told, readings=[replace(spanned, rivals=(closed, CLOSED))]))
    assert "Many a quiet rider died at the lake." in found


def test_a_range_whose_ends_all_may_see_is_open():
    middle = replace(CLOSED, amount=Amount(312_345, 312_345))
    other = replace(OPEN, source="b-2020", amount=Amount(345_678, 345_678))
    ranging = replace(
        OPEN,
        amount=Amount(234_567, 345_678),
        rivals=(OPEN, middle, other),
        choice=replace(CHOICE, takes="range"),
    )
    found = texts(content(paragraph("x"), readings=[ranging]))
    assert not any("234,567–345,678" in text for text in found)
    assert any("312,345" in text for text in found)

    longer = replace(ranging, amount=Amount(200_000, 345_678))
    lowest = replace(middle, amount=Amount(200_000, 200_000))
    longer = replace(longer, rivals=(OPEN, lowest, other))
    found = texts(content(paragraph("x"), readings=[longer]))
    assert any("200,000–345,678" in text for text in found)


def test_what_readers_get_in_place_of_what_was_chosen_is_open_with_what_rests_on_it():
    held = replace(CLOSED, rivals=(OPEN,), choice=replace(CHOICE, takes="c-2021"))
    told = paragraph(words("Many a quiet rider died at the lake."), when="has('deaths')")
    found = texts(content(told, readings=[held]))

    assert "Many a quiet rider died at the lake." not in found
    assert REASON in found


def test_the_reason_is_withheld_with_a_figure_for_nearly_the_same_time():
    day = Period(Date(2019, 12, 31), Date(2019, 12, 31))
    near = replace(CLOSED, period=day)
    found = texts(content(paragraph("x"), readings=[replace(OPEN, choice=CHOICE), near]))

    assert found[REASON] == "content/choices.yaml:9:1"


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
