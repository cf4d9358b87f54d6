"""What the product prints by itself is known to the proof, or it would take it for a secret."""

import msgspec
import pytest

from briefing.charts.words import words_of as words_of_charts
from briefing.compose.words import WORDS
from briefing.model.forbidden import GAP
from briefing.numbers.words import QUALIFIERS, REPORTED, TO, TO_SIGN
from briefing.proof.fold import fold, words_of
from briefing.proof.furniture import DATA_WORDS, PHRASES
from briefing.proof.needles import find_unprovable
from tests.proof.printed import printed_by_charts
from tests.proof.test_needles import forbid


def known(language: str) -> set[str]:
    phrases = (*PHRASES[""], *PHRASES[language], *DATA_WORDS[language])
    return {word for phrase in phrases for word in words_of(fold(phrase))}


def words(text: str) -> set[str]:
    """The words of a text; what stands in braces is filled in."""
    parts = text.replace("{", "}").split("}")
    return {word for part in parts[::2] for word in words_of(fold(part)) if len(word) > 2}


@pytest.mark.parametrize("language", WORDS)
def test_what_compose_prints_is_known(language):
    printed = {
        word for text in msgspec.structs.asdict(WORDS[language]).values() for word in words(text)
    }

    assert printed <= known(language)


@pytest.mark.parametrize("language", WORDS)
def test_what_stands_beside_numbers_is_known(language):
    printed = (*QUALIFIERS[language].values(), REPORTED[language], TO.get(language, TO_SIGN))

    assert {word for text in printed for word in words(text)} <= known(language)


@pytest.mark.parametrize("language", WORDS)
def test_what_charts_print_is_known(language):
    printed = {word for text in printed_by_charts(language) for word in words(text)}

    assert words(words_of_charts(language).no_data) <= printed
    assert printed <= known(language)


def test_a_heading_that_the_product_prints_too_cannot_be_proved():
    forbidden = forbid("Sources", f"Note{GAP}", "Internal", allowed=(*PHRASES[""], *PHRASES["en"]))

    assert [text.text for text in find_unprovable(forbidden)] == [
        "Sources",
        f"Note{GAP}",
        "Internal",
    ]
