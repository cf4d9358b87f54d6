"""What reads alike is alike; what does not, is not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.proof.fold import bare_of, fold, glued_of, parts_of, tokens_of, words_of

PLAIN = ["the", "cooperation", "of", "kazakhstan", "s", "office"]


@pytest.mark.parametrize(
    "text",
    [
        "the cooperation of Kazakhstan's office",
        "THE COOPERATION OF KAZAKHSTAN’S OFFICE",
        "the  cooperation\u00a0of\u2009Kazakhstan‘s\n“office”.",
        "the co-operation of Kazakhstan's of\ufb01ce".replace("of\ufb01ce", "o\ufb03ce"),
        "the co-\noperation of Kazakhstan's office",
        "the co\u00adopera\u00adtion of Kazakhstan's office",
        "the co\u00ad operation of Kazakhstan's office",
        "the co\u2010operation, of (Kazakhstan's) office!",
        "the coop\u200beration of Kazakhstan's off\u2060ice",
    ],
)
def test_spelling_does_not_matter(text):
    assert words_of(fold(text)) == PLAIN


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_the_form_of_unicode_does_not_matter(form):
    text = "Kurç ﬁndet Ελλάδα, Токтогул, naïveté und 1 ½ Straßen"

    assert words_of(fold(unicodedata.normalize(form, text))) == words_of(fold(text))


def test_letters_and_digits_part_from_each_other():
    assert words_of(fold("word1 2019¹ C4ISR")) == ["word", "1", "20191", "c", "4", "isr"]


def test_grouped_digits_are_the_same_however_they_are_grouped():
    assert words_of(fold("14,523.6")) == words_of(fold("14\u202f523,6")) == ["14.523.6"]
    assert words_of(fold("14\u00a0523")) == words_of(fold("14.523")) == ["14.523"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in 2019. Then", ["in", "2019", "then"]),
        ("of 1.5, 2.25 and 3", ["of", "1.5", "2.25", "and", "3"]),
        ("x.5 v1.2b .5 5. U.S. 1..2", ["x", "5", "v", "1.2", "b", "5", "5", "u", "s", "1", "2"]),
        (
            "page\u00a0123 of\u00a05\u00a0000 or 5\u00a00000",
            ["page", "123", "of", "5.000", "or", "5", "0000"],
        ),
        ("3.10.2022", ["3.10.2022"]),
    ],
)
def test_a_number_is_one_word(text, words):
    assert words_of(fold(text)) == words


def test_digits_of_other_scripts_are_the_same_numbers():
    assert words_of(fold("в ١٤\u066b٥٢٣ и १२")) == ["в", "14.523", "и", "12"]


def test_a_hyphen_in_a_name_can_stand_for_a_space():
    assert parts_of(fold("closed-door_talk.pdf")) == ["closed", "door", "talk", "pdf"]
    assert words_of(fold("closed-door_talk.pdf")) == ["closeddoor", "talk", "pdf"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Opération Müller Ağaoğlu İĞDIR", "operation muller agaoglu igdir"),
        ("Łódź Ørsted Đorđe naïveté", "lodz orsted dorde naivete"),
        ("Ёлка Στρατηγός Æthelred Œuvre Straße", "елка στρατηγοσ aethelred oeuvre strasse"),
        ("Qui\u034fet La\ufe0fp\u180bi\u3164s", "quiet lapis"),
    ],
)  # fmt: skip
def test_accents_and_unseen_signs_do_not_matter(text, plain):
    for form in ("NFC", "NFD"):
        assert " ".join(words_of(fold(unicodedata.normalize(form, text)))) == plain


def test_marks_that_a_script_cannot_do_without_stay():
    assert words_of(fold("हिन्दी")) != words_of(fold("हनद"))


def test_an_apostrophe_is_read_as_a_space_and_as_nothing():
    text = fold("O’Brien's view: ‘so’ d'Ozanne")

    assert words_of(text) == ["o", "brien", "s", "view", "so", "d", "ozanne"]
    assert glued_of(text) == ["obriens", "view", "so", "dozanne"]
    assert tokens_of(text) == ["obriens", "view", "so", "dozanne"]


def test_a_soft_hyphen_parts_no_words():
    text = fold("the Kim-\nled fur\u00ad\nlong")

    assert words_of(text) == ["the", "kimled", "furlong"]
    assert parts_of(text) == ["the", "kim", "led", "furlong"]


def test_a_text_has_nothing_but_signs_where_all_else_is_left_out():
    assert bare_of(fold("4711-0815 / Harbour’s\u00a0Lane, 7.\u00ad")) == b"47110815harbourslane7"


def test_a_dash_between_words_parts_them():
    assert words_of(fold("water — power")) == words_of(fold("water—power")) == ["water", "power"]


def test_each_ideograph_is_a_word():
    assert words_of(fold("中国的 boats")) == ["中", "国", "的", "boats"]


@given(st.text(st.characters(exclude_categories=["Lo", "Cs"])))
def test_folding_twice_changes_nothing(text):
    once = words_of(fold(text))

    assert words_of(fold(" ".join(once))) == once


@given(st.text())
def test_case_and_form_never_matter(text):
    for other in (text.upper().lower(), unicodedata.normalize("NFD", text)):
        if unicodedata.normalize("NFKC", other.casefold()) == unicodedata.normalize(
            "NFKC", text.casefold()
        ):
            assert words_of(fold(other)) == words_of(fold(text))
