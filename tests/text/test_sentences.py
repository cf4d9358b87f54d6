import pytest

from briefing.numbers.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two."],
        ["Is it?", "It is!", "“So it is.”", "Well."],
        ["Prices fell by 3.5 per cent.", "In 2019 they rose."],
        ["So says Dr. Smith of St. Petersburg.", "J. Smith agrees."],
        ["See p. 4, and no. 5."],
        ["It ended …", "Then it began."],
        ["No full stop"],
        ["‘He said.’", "‘She did not.’"],
        ["One.", "Two.", "Three"],
        ["He came (at last).", "‘No!’ she said.", "Why?"],
        ["On p. 4 J. Smith of the U.S. Army spoke."],
        ["It is 1.5 million.", "3 of 4 agree."],
        ["He was – so it is said – in St. Petersburg … – or not."],
        ["Das gilt z. B. für Almaty, d. h. überall.", "Älteres nicht."],
        ["Il est né.", "Était-ce vrai ?", "Oui."],
        ["Он ушёл.", "Она осталась."],
    ],
)
def test_text_is_divided_into_its_sentences(parts):
    text = " ".join(parts)

    assert [text[begin:end] for begin, end in sentences(text)] == parts


def test_scripts_without_spaces_have_their_own_stops():
    assert sentences("第一。第二。") == [(0, 3), (3, 6)]


def test_blank_text_has_no_sentence():
    assert sentences("  ") == []
    assert sentences("") == []
