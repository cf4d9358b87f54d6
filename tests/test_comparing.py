"""Ranks, changes and comparisons in each language that the product words."""

from __future__ import annotations

import pytest

from briefing.model.country import Amount
from briefing.model.prose import LANGUAGES
from briefing.numbers.comparing import (
    COMPARED_IN,
    format_change,
    format_difference,
    format_multiple,
    format_percent,
    format_points,
    format_rank,
    format_same,
    format_times,
    format_unchanged,
    words_of,
)

LEAST = Amount(14, None, "at least")
NB, NARROW = "\u00a0", "\u202f"


def test_every_language_of_documents_has_the_words():
    assert COMPARED_IN == LANGUAGES


def test_another_language_has_none():
    with pytest.raises(ValueError, match=r"^no words to compare in 'pl'$"):
        words_of("pl")


@pytest.mark.parametrize(
    ("language", "top", "second", "from_below", "tied", "late"),
    [
        ("en", "highest", "second highest", "second lowest", "joint highest", "22nd highest"),
        (
            "de",
            "an erster Stelle",
            "an zweiter Stelle",
            "an zweiter Stelle von unten",
            "gemeinsam an erster Stelle",
            "an 22. Stelle",
        ),
        (
            "fr",
            "au premier rang",
            "au deuxième rang",
            "au deuxième rang à partir du bas",
            "au premier rang ex æquo",
            "au 22e rang",
        ),
        (
            "ru",
            "на первом месте",
            "на втором месте",
            "на втором месте снизу",
            "наравне с другими на первом месте",
            "на 22-м месте",
        ),
    ],
)
def test_ranks(language, top, second, from_below, tied, late):
    found = [
        format_rank(1, 5, from_top=True, language=language),
        format_rank(2, 5, from_top=True, language=language),
        format_rank(2, 5, from_top=False, language=language),
        format_rank(1, 5, from_top=True, is_tied=True, language=language),
        format_rank(22, 30, from_top=True, language=language),
    ]

    assert found == [top, second, from_below, tied, late]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(11, "11th"), (12, "12th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (113, "113th")],
)
def test_english_ordinals(number, expected):
    found = format_rank(number, 900, from_top=True, language="en")

    assert found == f"{expected} highest"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "a rise of at least 14 points"),
        ("de", f"ein Anstieg um mindestens 14{NB}Prozentpunkte"),
        ("fr", f"une hausse d’au moins 14{NB}points"),
        ("ru", f"рост не менее чем на 14{NB}процентных пунктов"),
    ],
)
def test_changes_in_points(language, expected):
    said = format_points(LEAST, decimals=0, language=language)

    assert format_change(LEAST, said, rises=True, language=language) == expected


@pytest.mark.parametrize(
    ("language", "much", "expected"),
    [
        ("en", Amount(1, 1), "1 point less than"),
        ("en", Amount(1.5, 2.5), "1.5–2.5 points less than"),
        ("de", Amount(1, 1), f"1{NB}Prozentpunkt weniger als"),
        ("fr", Amount(1.5, 1.5), f"1,5{NB}point de moins que"),
        ("ru", Amount(2, 2), f"на 2{NB}процентных пункта меньше, чем"),
        ("ru", Amount(1.5, 1.5), f"на 1,5{NB}процентного пункта меньше, чем"),
        ("ru", Amount(5, 5, "about"), f"примерно на 5{NB}процентных пунктов меньше, чем"),
    ],
)
def test_differences(language, much, expected):
    decimals = 1 if much.low == 1.5 else 0
    said = format_points(much, decimals=decimals, language=language)

    assert format_difference(much, said, is_more=False, language=language) == expected


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (Amount(2.04, 2.04), ("twice as high as", "doppelt so hoch wie", "deux fois plus que",
                              "вдвое больше, чем")),
        (Amount(2.4, 2.4), ("2.4 times as high as", "2,4-mal so hoch wie",
                            f"2,4{NB}fois plus que", f"в 2,4{NB}раза больше, чем")),
        (Amount(8, None, "at least"), (
            "at least 8 times as high as", "mindestens 8-mal so hoch wie",
            f"au moins 8{NB}fois plus que", f"не менее чем в 8{NB}раз больше, чем")),
        (Amount(0.5, 0.5), ("half as high as", "halb so hoch wie", "deux fois moins que",
                            "вдвое меньше, чем")),
        (Amount(1.5, 1.5), ("", "", "", "")),
        (Amount(0.37, 0.37), ("", "", "", "")),
        (Amount(1.5, 2.5), ("", "", "", "")),
    ],
)  # fmt: skip
def test_times(times, expected):
    assert tuple(format_times(times, language) for language in LANGUAGES) == expected


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (Amount(8, 8), ("a rise to 8 times the earlier figure", "ein Anstieg auf das 8-Fache",
                        "une multiplication par 8", f"рост в 8{NB}раз")),
        (Amount(0.4, 0.4), ("a fall to 0.4 times the earlier figure",
                            "ein Rückgang auf das 0,4-Fache", "une division par 2,5",
                            f"снижение в 2,5{NB}раза")),
        (Amount(None, 0.5, "up to"), (
            "a fall to up to 0.5 times the earlier figure",
            "ein Rückgang auf das bis zu 0,5-Fache", "une division par au moins 2",
            f"снижение не менее чем в 2{NB}раза")),
    ],
)  # fmt: skip
def test_multiples(times, expected):
    assert tuple(format_multiple(times, language) for language in LANGUAGES) == expected


def test_what_is_the_same():
    assert [format_same(each, exactly=True) for each in LANGUAGES] == [
        "the same as", "ebenso hoch wie", "autant que", "столько же, сколько",
    ]  # fmt: skip
    assert [format_unchanged(each) for each in LANGUAGES] == [
        "no change", "keine Veränderung", "aucun changement", "без изменений",
    ]  # fmt: skip


def test_per_cent():
    found = [format_percent(Amount(23, 23), decimals=0, language=each) for each in LANGUAGES]

    assert found == ["23%", f"23{NB}%", f"23{NARROW}%", f"23{NB}%"]
