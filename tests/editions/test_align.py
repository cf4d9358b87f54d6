"""Exactly what differs is found: whatever was planted, and nothing of what moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.editions.align import align
from briefing.editions.counting import is_numbering, uncounted
from briefing.editions.manifests import compare_figures, compare_sources
from briefing.editions.statements import Statement
from briefing.editions.values import Figure, FigureChange, SourceChange
from briefing.kept import Printed

# Words of their own for each number, so that no statement is like another.
TEXTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=30, unique=True).map(
    lambda numbers: [f"a{n} b{n} c{n} d{n}." for n in numbers]
)


def stated(texts):
    return [Statement(role="P", text=text, key=text, counting=text, page=1) for text in texts]


def found(old, new):
    return [
        (one.kind, one.old.text if one.old else "", one.new.text if one.new else "")
        for one in align(stated(old), stated(new))
    ]


@given(TEXTS)
def test_nothing_differs_from_itself(texts):
    assert found(texts, texts) == []


@given(TEXTS, st.randoms(use_true_random=False))
def test_what_moved_is_no_change(texts, random):
    moved = list(texts)
    random.shuffle(moved)

    assert found(texts, moved) == []


@given(TEXTS, st.data())
def test_exactly_what_was_planted_is_found(texts, data):
    at = data.draw(st.integers(0, len(texts) - 1))
    kind = data.draw(st.sampled_from(["added", "dropped", "changed"]))
    text = texts[at]
    if kind == "added":
        new, wanted = [*texts[:at], "new words.", *texts[at:]], ("added", "", "new words.")
    elif kind == "dropped":
        new, wanted = [*texts[:at], *texts[at + 1 :]], ("dropped", text, "")
    else:
        reworded = text.replace("c", "x")
        new, wanted = [*texts[:at], reworded, *texts[at + 1 :]], ("changed", text, reworded)

    assert found(texts, new) == [wanted]


READINGS = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.integers(2000, 2020)),
    unique=True,
    min_size=1,
).map(lambda keys: [Printed(*key[:2], str(key[2]), "kim", 1.5, 1.5) for key in keys])


@given(READINGS, st.data())
def test_exactly_the_planted_figure_is_found(readings, data):
    at = data.draw(st.integers(0, len(readings) - 1))
    one = readings[at]
    other = Printed(one.indicator, one.place, one.period, "lee", 2.0, None, "b.yaml:3")
    changed = [*readings[:at], other, *readings[at + 1 :]]

    assert compare_figures(readings, readings) == ()
    assert compare_figures(readings, changed) == (
        FigureChange(
            "changed",
            one.indicator,
            one.place,
            Figure("1.5", one.period, "kim", ""),
            Figure("at least 2", one.period, "lee", "b.yaml:3"),
        ),
    )


def test_a_newer_period_takes_the_place_of_the_older_one():
    old = Printed("water", "KAZ", "2019", "kim", 14_500_000, 14_500_000)
    new = Printed("water", "KAZ", "2020", "kim", 3, 4)

    assert compare_figures([old], [new]) == (
        FigureChange(
            "changed", "water", "KAZ",
            Figure("14,500,000", "2019", "kim", ""), Figure("3–4", "2020", "kim", ""),
        ),
    )  # fmt: skip


def test_sources_are_compared_by_key_whatever_a_manifest_says_of_them():
    old = ["a", {"key": "b", "title": "Lakes"}, {"id": "c"}]
    new = [{"key": "b", "title": "Rivers"}, {"id": "c"}, "d"]

    assert compare_sources(old, new) == (
        SourceChange("dropped", "a"), SourceChange("changed", "b"), SourceChange("added", "d"),
    )  # fmt: skip


@pytest.mark.parametrize("form", ["note {}", "(note {})", "n. {}", "(Anm. {})", "(прим. {})"])
def test_numbers_of_notes_count_for_nothing_in_any_language(form):
    one, other = (
        uncounted("Note", f"Kim, Lakes {form.format(number)}, p. 4.") for number in (7, 12)
    )

    assert one == other
    assert "p. 4" in one


def test_numbers_of_notes_in_brackets_count_for_nothing_anywhere():
    one, other = (uncounted("P", f"Source: Kim, Lakes (note {number}).") for number in (7, 12))

    assert one == other


def test_numbers_of_figures_and_tables_count_for_nothing_in_captions():
    assert uncounted("Caption", "Table 4. Ranks of 5") == uncounted(
        "Caption", "Table 12. Ranks of 5"
    )


@pytest.mark.parametrize("text", ["12", "b.", "•", "iv", "(3)", "2.3", "*", "†"])
def test_labels_that_only_count_are_known(text):
    assert is_numbering(text)


@pytest.mark.parametrize("text", ["Figure 3", "BOMCA", "Table", "12 states"])
def test_labels_that_say_something_are_kept(text):
    assert not is_numbering(text)
