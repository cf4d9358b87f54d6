"""What the product prints by itself is known to the proof, or it would take it for a secret."""

import msgspec
import pytest

from briefing.charts.words import words_of as words_of_charts
from briefing.charts.words.grouped import grouped_words
from briefing.charts.words.heat_maps import heat_map_words
from briefing.charts.words.maps import map_words
from briefing.charts.words.ranges import range_words
from briefing.charts.words.slopes import slope_words
from briefing.charts.words.stacked import stacked_words
from briefing.charts.words.timelines import timeline_words
from briefing.compose.words import WORDS
from briefing.model.forbidden import GAP, NUMBER
from briefing.numbers.words import QUALIFIERS, REPORTED, TO, TO_SIGN
from briefing.proof.content.furniture import DATA_WORDS, NUMBERED, PHRASES
from briefing.proof.fold import fold, words_of
from briefing.proof.search.unprovable import find_unprovable
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


@pytest.mark.parametrize("language", WORDS)
def test_what_charts_count_is_known(language):
    allowed = [text.replace("#", NUMBER) for text in NUMBERED[language]]
    counted = forbid(*counted_by_charts(language), allowed=(*PHRASES[language], *allowed))

    assert len(find_unprovable(counted)) == len(counted.texts)


def counted_by_charts(language: str) -> list[str]:
    """What charts say with numbers of their own."""
    of_all, of_groups = words_of_charts(language), grouped_words(language)
    assert of_all is not None
    of_parts, of_cells = stacked_words(language), heat_map_words(language)
    of_slopes = slope_words(language)
    of_maps, names = map_words(language), [GAP, GAP]
    return [
        *(
            say(count)
            for count in (2, 5, 13, 21)
            for say in (
                of_all.bars, of_all.other_lines, of_groups.many_missing, of_parts.many_missing,
                of_cells.missing, of_cells.others, range_words(language).others,
                of_slopes.others, timeline_words(language).others, of_maps.areas,
            )
        ),
        *(of_groups.groups(count, names) for count in (1, 2, 5, 21)),
        *(of_parts.bars(count, names) for count in (1, 2, 5, 21)),
        *(of_cells.cells(rows, columns) for rows in (1, 3, 8) for columns in (1, 4, 12)),
        of_all.ranked(GAP, GAP, (2, 2), 7, shared=False),
        of_all.ranked(GAP, GAP, (2, 2), 7, shared=True),
        of_all.ranked(GAP, GAP, (2, 4), 7, shared=False),
        of_all.highest(["A"] * 6, GAP, sure=True),
        of_all.lowest(["A"] * 6, GAP, sure=False),
        of_slopes.ways(1, 1, 0, 0),
        of_slopes.ways(2, 5, 0, 0),
        of_slopes.ways(0, 0, 3, 0),
        of_slopes.ways(0, 0, 0, 3),
        of_maps.lies(GAP, of_maps.north("48", southern=False), of_maps.east("67", western=True)),
    ]  # fmt: skip


def test_a_heading_that_the_product_prints_too_cannot_be_proved():
    forbidden = forbid("Sources", f"Note{GAP}", "Contact", allowed=(*PHRASES[""], *PHRASES["en"]))

    assert [text.text for text in find_unprovable(forbidden)] == [
        "Sources",
        f"Note{GAP}",
    ]
