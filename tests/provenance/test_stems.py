"""Every amount in words has a stem by which texts that may hold one are told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.numbers.in_words import amounts_in, may_say_amounts
from briefing.numbers.mentioned import find_amounts_in_words

TOLD = [
    ("en", "Trade rose by five per cent.", "five per cent"),
    ("en", "Nine out of ten agree.", "Nine out of ten"),
    ("en", "One in five left.", "One in five"),
    ("en", "Twice as many came.", "Twice as many"),
    ("en", "Ten times more was said.", "Ten times more"),
    ("en", "½ of it went.", "½"),
    ("en", "It took 3½ loads.", "3½"),
    ("de", "Der Handel verdoppelte sich.", "verdoppelte"),
    ("de", "Es waren fünf Prozent.", "fünf Prozent"),
    ("de", "Jeder fünfte Soldat ging.", "Jeder fünfte"),
    ("de", "Doppelt so viele kamen.", "Doppelt so viele"),
    ("fr", "Une hausse de cinq pour cent.", "cinq pour cent"),
    ("fr", "Deux fois plus de blé.", "Deux fois plus"),
    ("fr", "Un soldat sur cinq partit.", "Un soldat sur cinq"),
    ("ru", "Рост на пять процентов.", "пять процентов"),
    ("ru", "Каждый пятый уехал.", "Каждый пятый"),
]
FREE = [
    ("en", "Two reasons, and one in the north, were given several times."),
    ("en", "The recent centre is one in ten years."),
    ("de", "Jedes zweite Jahr tagt der Rat, und jede Frage zählt."),
    ("fr", "Un rapport sur le fleuve, et une note sur deux pages."),
    ("ru", "Каждый год собирается совет."),
]


@pytest.mark.parametrize(("language", "text", "amount"), TOLD)
def test_amounts_in_words_are_found(language, text, amount):
    assert [text[a:b] for a, b in find_amounts_in_words(text, language)] == [amount]


@pytest.mark.parametrize(("language", "text"), FREE)
def test_what_says_no_amount_is_free(language, text):
    assert find_amounts_in_words(text, language) == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru"])
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_whatever_a_pattern_finds_has_a_stem(language, data):
    pattern = amounts_in(language)
    assert pattern is not None
    text = data.draw(st.from_regex(pattern))

    assert may_say_amounts(text, language)
