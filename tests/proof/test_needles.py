"""What is searched for, and what cannot be proved."""

import pytest

from briefing.errors import Location
from briefing.model.forbidden import GAP, Forbidden, ForbiddenText
from briefing.proof import find_unprovable
from briefing.proof.search.needles import needles_for

SECRET = "the minister agreed to lease the quiet harbour"


def forbid(*texts: str, allowed=(), fillings=()) -> Forbidden:
    items = [ForbiddenText(text, Location("a.md", line)) for line, text in enumerate(texts, 1)]
    return Forbidden(tuple(items), tuple(allowed), tuple(fillings))


def runs(forbidden: Forbidden) -> set[str]:
    return {" ".join(run) for run in needles_for(forbidden).runs}


def shorts(forbidden: Forbidden) -> set[str]:
    return {" ".join(s) for several in needles_for(forbidden).shorts.values() for s in several}


def unprovable(forbidden: Forbidden) -> list[str]:
    return [text.text for text in find_unprovable(forbidden)]


def test_a_long_text_is_every_five_words_of_it():
    assert runs(forbid(SECRET)) == {
        "the minister agreed to lease",
        "minister agreed to lease the",
        "agreed to lease the quiet",
        "to lease the quiet harbour",
    }


def test_a_short_text_is_searched_whole():
    forbidden = forbid("the Quiet Harbour")

    assert (runs(forbidden), shorts(forbidden)) == (set(), {"the quiet harbour"})


def test_what_an_allowed_text_says_is_no_secret():
    allowed = ["Last year the minister agreed to lease a port."]

    assert runs(forbid(SECRET, allowed=allowed)) == {
        "minister agreed to lease the",
        "agreed to lease the quiet",
        "to lease the quiet harbour",
    }


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Quiet Harbour", "They met in the quiet harbour at dawn."),
        (SECRET, f"It is known that {SECRET} for ten years."),
        ("co-operation", "Our cooperation goes on."),
        ("12", ""),
        ("in", ""),
        (f"{GAP}in{GAP}", ""),
        ("", ""),
    ],
)
def test_what_cannot_be_proved_is_named(text, allowed):
    assert unprovable(forbid(text, allowed=[allowed])) == [text]


def test_what_can_be_proved_is_not_named():
    allowed = ["The harbour is quiet.", "A minister agreed."]

    assert unprovable(forbid(SECRET, "quiet harbour", "14523", allowed=allowed)) == []


def test_unprovable_texts_are_in_the_order_of_their_places():
    later, sooner = Location("a.md", 9), Location("a.md", 2)
    forbidden = Forbidden((ForbiddenText("by", later), ForbiddenText("at", sooner)), ())

    assert [text.where for text in find_unprovable(forbidden)] == [sooner, later]


def test_no_run_reaches_over_a_gap():
    forbidden = forbid(f"the minister agreed to lease{GAP}the quiet harbour")

    assert (runs(forbidden), shorts(forbidden)) == ({"the minister agreed to lease"}, set())


def test_stretches_are_searched_whole_where_none_is_long():
    forbidden = forbid(f"the minister{GAP}agreed{GAP}to lease")

    assert shorts(forbidden) == {"the minister", "agreed", "to lease"}


@pytest.mark.parametrize(
    "filled",
    [
        "Kazakhstan spends 1.1% of GDP on its army",
        "Kazakhstan spends nearly 2% on its army",
        "spends 1.1% on its army and navy",
    ],
)
def test_what_data_may_fill_in_is_no_secret(filled):
    allowed = [f"{GAP} spends {GAP} on its army and navy"]
    fillings = ["Kazakhstan", "1.1% of GDP", "nearly 2%"]

    assert runs(forbid(filled, allowed=allowed, fillings=fillings)) == set()


def test_what_data_cannot_fill_in_is_a_secret():
    allowed = [f"{GAP} spends {GAP} on its army"]
    fillings = ["Kazakhstan", "1.1% of GDP"]

    found = runs(
        forbid("Kazakhstan spends hidden sums on its army", allowed=allowed, fillings=fillings)
    )
    assert found == {
        "kazakhstan spends hidden sums on",
        "spends hidden sums on its",
        "hidden sums on its army",
    }


def test_names_that_data_give_in_any_order_are_no_secret():
    states = ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]

    assert runs(forbid(", ".join(states), fillings=states)) == set()


def test_a_hyphen_is_searched_as_a_space_too():
    assert shorts(forbid("closed-door talk")) == {"closeddoor talk", "closed door talk"}


def test_what_was_made_for_one_brief_is_not_taken_for_another():
    secret = forbid(SECRET).texts
    for _ in range(3):
        for allowed in ((), (SECRET,)):
            assert bool(runs(Forbidden(secret, allowed))) is not bool(allowed)


def test_a_name_of_signs_alone_is_not_searched_for():
    forbidden = Forbidden((ForbiddenText("* * *", Location("a.md", 1), is_name=True),), ())

    assert not needles_for(forbidden).names
    assert unprovable(forbidden) == []
