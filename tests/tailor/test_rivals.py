"""Figures of several sources for one thing: who sees which of them, and why one is printed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model import content as c
from briefing.model import manuscript as m
from briefing.model.content import Limits
from briefing.model.country import Amount, Choice, Date, Indicator, Period, Reading
from tests.tailor.build import INDICATORS, at, content, paragraph, reading, tailored

FIGURE = paragraph("{{ figure('mil-exp', show='value unit') }}")
WHERE = at(9, file="content/choices.yaml")
OPEN = reading("mil-exp", "KAZ", 2, source="b-2020", line=2)
CLOSED = reading("mil-exp", "KAZ", 3, source="c-2021", line=3, marking="RED")


def held(*rivals: Reading, takes: str = "a-2019", low: float = 1.1) -> Reading:
    choice = Choice(takes, "It is the later one.", WHERE) if takes else None
    amount = Amount(low, 3 if takes == "range" else low)
    return replace(reading("mil-exp", "KAZ", amount), rivals=rivals, choice=choice)


def shown(made: c.Content, audience: str) -> Reading:
    """The reading that the figure carries into the paper of some readers."""
    block = tailored(made, "KAZ", audience).manuscript.blocks[0]
    assert isinstance(block, m.Paragraph)
    quantity = block.children[0]
    assert isinstance(quantity, m.Quantity)
    return quantity.reading


def told(made: c.Content, audience: str = "public") -> list[str]:
    with pytest.raises(ContentError) as caught:
        tailored(made, "KAZ", audience)
    return [problem.message for problem in caught.value.problems]


def test_who_may_know_of_all_sees_all_with_the_reason():
    found = shown(content(FIGURE, readings=[held(OPEN, CLOSED)]), "staff")

    assert [rival.said for rival in found.rivals] == ["2.0% of GDP", "3.0% of GDP"]
    assert found.choice == Choice("a-2019", "It is the later one.", WHERE)


def test_who_may_not_know_of_one_sees_neither_it_nor_the_reason():
    made = content(FIGURE, readings=[held(OPEN, CLOSED)])
    paper = tailored(made, "KAZ", "public").manuscript

    assert [rival.source for rival in shown(made, "public").rivals] == ["b-2020"]
    assert shown(made, "public").choice == Choice("a-2019", "", WHERE)
    assert list(paper.sources) == ["a-2019", "b-2020"]
    assert paper.marking == "CLEAR"


@pytest.mark.parametrize("chosen", ["a-2019", "b-2020"])
def test_of_figures_that_end_together_the_latest_is_the_one_that_was_chosen(chosen):
    day = Period(Date(2019, 12, 31), Date(2019, 12, 31))
    both = (reading("mil-exp", "KAZ", 1), reading("mil-exp", "KAZ", 2, day, "b-2020", line=2))
    choice = Choice(chosen, "It is the better one.", WHERE)
    readings = [replace(one, choice=choice) if one.source == chosen else one for one in both]

    found = shown(content(FIGURE, readings=readings), "public")
    assert (found.source, found.choice) == (chosen, choice)


def test_the_reason_against_a_figure_for_nearly_one_time_is_for_those_who_may_know_of_it():
    day = Period(Date(2019, 12, 31), Date(2019, 12, 31))
    closed = reading("mil-exp", "KAZ", 2, day, "b-2020", line=2, marking="RED")
    made = content(FIGURE, readings=[held(), closed])

    assert shown(made, "public").choice == Choice("a-2019", "", WHERE)
    assert shown(made, "staff").choice == Choice("a-2019", "It is the later one.", WHERE)


def test_a_rival_that_is_shown_marks_the_paper():
    made = content(FIGURE, readings=[held(OPEN, CLOSED)])

    assert tailored(made, "KAZ", "staff").manuscript.marking == "RED"


def test_a_range_reaches_as_far_as_the_figures_that_its_readers_may_see():
    every = (held(takes=""), OPEN, CLOSED)
    made = content(FIGURE, readings=[held(*every, takes="range")])

    assert shown(made, "staff").amount == Amount(1.1, 3)
    seen = shown(made, "public")
    assert seen.amount == Amount(1.1, 2)
    assert [(one.source, one.said) for one in seen.rivals] == [
        ("a-2019", "1.1% of GDP"),
        ("b-2020", "2.0% of GDP"),
    ]
    assert seen.choice == Choice("range", "", WHERE)


def test_a_range_of_one_figure_that_its_readers_may_see_is_that_figure():
    made = content(FIGURE, readings=[held(held(takes=""), CLOSED, takes="range")])
    seen = shown(made, "public")

    assert (seen.source, seen.amount, seen.rivals) == ("a-2019", Amount(1.1, 1.1), ())
    assert seen.choice == Choice("range", "", WHERE)


def test_a_range_stands_for_nothing_that_is_withheld():
    spanned = replace(CLOSED, amount=Amount(1.1, 3), rivals=(CLOSED, held(takes=""), OPEN))
    choice = Choice("range", "Nobody knows better.", WHERE)
    made = content(FIGURE, readings=[replace(spanned, choice=choice)])
    seen = shown(made, "public")

    assert (seen.source, seen.where.line, seen.amount) == ("a-2019", 1, Amount(1.1, 2))
    assert tailored(made, "KAZ", "public").manuscript.marking == "CLEAR"


def preferred(*then: str) -> c.Content:
    """A choice that takes what is closed, of three that differ."""
    choice = Choice("c-2021", "It is the later one.", WHERE, then)
    chosen = replace(CLOSED, rivals=(held(takes=""), OPEN), choice=choice)
    return content(FIGURE, readings=[chosen])


def test_who_may_not_see_what_was_chosen_gets_the_next_that_the_choice_names():
    seen = shown(preferred("b-2020", "a-2019"), "public")

    assert (seen.source, [one.source for one in seen.rivals]) == ("b-2020", ["a-2019"])
    assert seen.choice == Choice("c-2021", "", WHERE, ("b-2020", "a-2019"))
    assert shown(preferred("b-2020"), "staff").source == "c-2021"


def test_of_figures_that_no_choice_takes_the_only_one_is_printed_and_no_reason():
    choice = Choice("c-2021", "It is the later one.", WHERE)
    made = content(FIGURE, readings=[replace(CLOSED, rivals=(OPEN,), choice=choice)])
    seen = shown(made, "public")

    assert (seen.source, seen.rivals) == ("b-2020", ())
    assert seen.choice == replace(choice, reason="")


def test_figures_that_differ_and_that_no_choice_takes_are_refused():
    with pytest.raises(ContentError) as caught:
        tailored(preferred(), "KAZ", "public")

    assert str(caught.value) == (
        "content/readings/all.yaml:2:1: error: 'mil-exp' for 'KAZ' in 2019 is 2 by 'b-2020', and "
        "1.1 by 'a-2019' [contradiction]\n  hint: the other is at line 1; those who may see them "
        "may not see what the choice at content/choices.yaml:9:1 takes: name in its 'take', by "
        "preference, which they get"
    )


def test_what_no_reader_may_see_of_several_is_said_to_be_withheld():
    choice = Choice("c-2021", "It is the later one.", WHERE, ("b-2020",))
    closed = replace(OPEN, conditions=CLOSED.conditions)
    made = content(FIGURE, readings=[replace(CLOSED, rivals=(closed,), choice=choice)])

    assert told(made) == ["the reading of 'mil-exp' for 'KAZ' may not be shown in this brief"]


def test_what_nobody_chose_is_not_printed_though_it_can_hardly_be_true():
    choice = Choice("c-2021", "It is the later one.", WHERE)
    made = content(FIGURE, readings=[replace(CLOSED, rivals=(OPEN,), choice=choice)])

    assert told(measured(made, plausible=(2.5, None))) == [
        "'mil-exp' for 'KAZ' is 2, which is not at least 2.5"
    ]


def test_a_source_that_says_the_same_says_nothing_beside():
    same = reading("mil-exp", "KAZ", 1.1, source="b-2020", line=2)
    found = shown(content(FIGURE, readings=[held(same, takes="")]), "public")

    assert [rival.said for rival in found.rivals] == [""]


def test_another_figure_has_as_many_decimals_as_tell_it_from_the_one_that_is_printed():
    near = reading("mil-exp", "KAZ", 1.1204, source="b-2020", line=2)
    nearer = reading("mil-exp", "KAZ", 1.1, source="c-2021", line=3)
    found = shown(content(FIGURE, readings=[held(near, nearer, low=1.104)]), "public")

    assert [rival.said for rival in found.rivals] == ["1.12% of GDP", "1.100% of GDP"]


def test_figures_of_a_range_have_as_many_decimals_as_tell_them_apart():
    ends = [
        reading("mil-exp", "KAZ", value, source=source, line=line)
        for line, (value, source) in enumerate([(1.6, "a-2019"), (1.64, "b-2020")], start=2)
    ]
    found = shown(content(FIGURE, readings=[held(*ends, takes="range")]), "public")

    assert [rival.said for rival in found.rivals] == ["1.60% of GDP", "1.64% of GDP"]


def test_figures_that_differ_without_a_choice_are_refused():
    made = content(FIGURE, readings=[held(OPEN, takes="")])

    assert told(made) == [
        "'mil-exp' for 'KAZ' in 2019 is 2 by 'b-2020', and 1.1 by 'a-2019'",
    ]


def test_figures_may_differ_by_as_much_as_the_project_says():
    limits = {"limits": Limits(differ=0.5)}
    made = content(FIGURE, readings=[held(OPEN, takes="")], of_project=limits)

    assert [rival.said for rival in shown(made, "public").rivals] == [""]


# --- what is old, or can hardly be true ----------------------------------------------------------


def warned(made: c.Content) -> list[str]:
    return [str(each) for each in tailored(made, "KAZ", "public").warnings]


def measured(made: c.Content, **changes: object) -> c.Content:
    indicator: Indicator = replace(INDICATORS["mil-exp"], **changes)
    return replace(made, indicators={**INDICATORS, "mil-exp": indicator})


def test_an_old_figure_is_told():
    made = content(FIGURE, of_project={"limits": Limits(age=2)})

    assert warned(made) == [
        "content/readings/all.yaml:1:1: warning: 'mil-exp' for 'KAZ' is of 2019, more than 2 "
        "years ago [stale]\n  hint: look for a newer figure, or give its indicator an 'age-limit'"
    ]
    assert warned(measured(made, age_limit=3.0)) == []
    assert len(warned(measured(content(FIGURE), age_limit=2.5))) == 1


def test_an_earlier_figure_that_is_asked_for_may_be_of_any_age():
    earlier = paragraph("{{ figure('mil-exp', 'KGZ', period='2018') }}")

    assert warned(content(earlier, of_project={"limits": Limits(age=0.5)})) == []


def test_an_implausible_figure_is_refused_unless_somebody_chose_it():
    made = measured(content(FIGURE), plausible=(2.0, None))

    assert told(made) == ["'mil-exp' for 'KAZ' is 1.1, which is not at least 2"]
    assert warned(measured(content(FIGURE, readings=[held()]), plausible=(2.0, None))) == []


def test_what_a_project_lowers_is_told_with_its_reason():
    lowered = {"lowered": {"implausible": "They are all odd."}}
    made = measured(content(FIGURE, of_project=lowered), plausible=(None, 1.0))

    assert warned(made) == [
        "content/readings/all.yaml:1:1: warning: 'mil-exp' for 'KAZ' is 1.1, which is not at most "
        "1 [implausible]\n  hint: mend the figure, or give the reason to print it in "
        "content/choices.yaml\n  lowered by the project: They are all odd."
    ]


def test_the_order_of_sources_that_agree_decides_nothing():
    closed = reading("mil-exp", "KAZ", 2, source="c-2021", line=3, marking="RED")
    older = reading("mil-exp", "KAZ", 5, year=2001, line=1)
    papers = [
        content(FIGURE, readings=[older, replace(one, rivals=(other,))])
        for one, other in ((OPEN, closed), (closed, OPEN))
    ]

    assert [shown(made, "public") for made in papers] == [OPEN, OPEN]
    assert [len(shown(made, "staff").rivals) for made in papers] == [1, 1]
