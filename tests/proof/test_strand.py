"""Stretches of text, read with the spaces that were guessed and without."""

import pytest

from briefing.proof.file.codes import GUESSED
from briefing.proof.file.strand import in_both_readings
from briefing.proof.fold import words_of


@pytest.mark.parametrize("more", range(24))
def test_what_is_read_around_a_guess_has_no_parts_of_words(more):
    words = "defence policy of neighbours in regional organisations since independence"
    text = f"{words} {words} {'a' * more} in{GUESSED}formation {'b' * more} {words} {words}"
    said = {"information", "a" * more, "b" * more, *words.split()}

    _, around = in_both_readings([text], lambda _: "page 1")

    assert "information" in words_of(around.text())
    assert set(words_of(around.text())) <= said


@pytest.mark.parametrize("hyphen", ["-", "\x02"])
def test_a_word_that_many_lines_part_is_whole_around_a_guess(hyphen):
    long = f"{hyphen} ".join(["quietlapisharbour"] * 12)
    text = f"it is {long} in{GUESSED}formation {long} they said"

    _, around = in_both_readings([text], lambda _: "page 1")

    word = "quietlapisharbour" * 12
    assert words_of(around.text()) == [word, "information", word]
