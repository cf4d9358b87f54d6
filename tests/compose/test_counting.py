"""Labels that are no decimal numbers."""

import pytest

from briefing.numbers import letters, roman


def test_letters_double_after_z():
    assert [letters(n) for n in (1, 2, 26, 27, 28, 52, 53)] == [
        "a", "b", "z", "aa", "bb", "zz", "aaa",
    ]  # fmt: skip


def test_roman_numerals_subtract_one_step_at_most():
    assert [roman(n) for n in (1, 4, 9, 14, 40, 49, 90, 400, 1999, 4001)] == [
        "i", "iv", "ix", "xiv", "xl", "xlix", "xc", "cd", "mcmxcix", "mmmmi",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [letters, roman])
def test_there_is_neither_for_nought(count):
    with pytest.raises(ValueError, match="for 0"):
        count(0)
