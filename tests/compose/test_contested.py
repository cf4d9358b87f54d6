"""Notes of figures that follow from several readings, or that other sources contest."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model import manuscript as m
from briefing.model.country import Amount, Choice
from briefing.model.flow import Flow
from tests.compose.flows import words
from tests.compose.manuscripts import HERE, composed, paragraph, reading, text

NAMED = {
    "measures": {"mil-exp": m.Measure("Military expenditure", "% of GDP")},
    "place_names": {"KAZ": "Kazakhstan"},
}


def note(flow: Flow, number: int) -> str:
    return words(flow.notes[number - 1].paragraph)


def test_a_figure_computed_from_several_names_all_their_sources_and_doubts():
    two = (reading(cited="weitz", doubt="It is old."), reading(cited="weitz"))
    quantity = m.Quantity("second highest", reading(), HERE, two)
    flow = composed(paragraph(text("It is "), quantity, text(".")), **NAMED)

    assert note(flow, 1) == (
        "1 A. Kurç, ‘Arms and allies’, 2020; A. Weitz, ‘Two suppliers’, 2020. It is old."
    )


def test_a_note_says_what_other_sources_give_and_why_it_is_not_printed():
    rival = replace(reading(cited="weitz"), said="2.0% of GDP", amount=Amount(2, 2))
    choice = Choice("kurc", "It is the later count.", HERE)
    chosen = replace(reading(doubt="It is old."), rivals=(rival,), choice=choice)
    flow = composed(paragraph(m.Quantity("1.1%", chosen, HERE)), **NAMED)

    assert note(flow, 1) == (
        "1 A. Kurç, ‘Arms and allies’, 2020. It is old. Other figures: 2.0% of GDP "
        "(A. Weitz, ‘Two suppliers’, 2020). It is the later count."
    )


def test_the_note_of_a_range_says_what_each_source_gives():
    rivals = (
        replace(reading(), said="1.1% of GDP"),
        replace(reading(cited="weitz", doubt="It is old."), said="2.0% of GDP"),
    )
    choice = Choice("range", "Nobody knows better.", HERE)
    spanned = replace(reading(), amount=Amount(1.1, 2.0), rivals=rivals, choice=choice)
    flow = composed(paragraph(m.Quantity("1.1–2.0%", spanned, HERE)), **NAMED)

    assert note(flow, 1) == (
        "1 The sources give: 1.1% of GDP (A. Kurç, ‘Arms and allies’, 2020); 2.0% of GDP "
        "(A. Weitz, ‘Two suppliers’, 2020). It is old. Nobody knows better."
    )


def test_a_source_that_says_the_same_is_named_beside_the_first():
    chosen = replace(reading(), rivals=(reading(cited="weitz"),))
    flow = composed(paragraph(m.Quantity("1.1%", chosen, HERE)), **NAMED)

    assert note(flow, 1) == ("1 A. Kurç, ‘Arms and allies’, 2020; A. Weitz, ‘Two suppliers’, 2020.")


def test_dates_and_licences_stand_behind_the_works_that_they_are_of():
    agreeing = reading(cited="weitz", as_of="2021-05-03", licence="CC BY 4.0")
    chosen = replace(reading(as_of="2020-04"), rivals=(agreeing,))
    flow = composed(paragraph(m.Quantity("1.1%", chosen, HERE)), **NAMED)

    assert note(flow, 1) == (
        "1 A. Kurç, ‘Arms and allies’, 2020 (data as of April 2020); A. Weitz, ‘Two suppliers’, "
        "2020 (data as of 3 May 2021; CC BY 4.0)."
    )


def test_a_date_that_all_works_share_is_a_sentence():
    agreeing = reading(cited="weitz", as_of="2020-04")
    chosen = replace(reading(as_of="2020-04", doubt="It is old."), rivals=(agreeing,))
    flow = composed(paragraph(m.Quantity("1.1%", chosen, HERE)), **NAMED)

    assert note(flow, 1) == (
        "1 A. Kurç, ‘Arms and allies’, 2020; A. Weitz, ‘Two suppliers’, 2020. "
        "Data as of April 2020. It is old."
    )


def test_another_figure_says_its_own_date_and_licence():
    rival = reading(cited="weitz", as_of="2021", licence="CC0")
    rival = replace(rival, said="2.0% of GDP", amount=Amount(2, 2))
    choice = Choice("kurc", "It is the later count.", HERE)
    chosen = replace(reading(as_of="2020-04"), rivals=(rival,), choice=choice)
    flow = composed(paragraph(m.Quantity("1.1%", chosen, HERE)), **NAMED)

    assert note(flow, 1) == (
        "1 A. Kurç, ‘Arms and allies’, 2020. Data as of April 2020. Other figures: 2.0% of GDP "
        "(A. Weitz, ‘Two suppliers’, 2020; data as of 2021; CC0). It is the later count."
    )
