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
    ],
)
def test_text_is_divided_into_its_sentences(parts):
    text = " ".join(parts)

    assert [text[begin:end] for begin, end in sentences(text)] == parts


def test_blank_text_has_no_sentence():
    assert sentences("  ") == []
