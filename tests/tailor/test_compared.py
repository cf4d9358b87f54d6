"""Ranks, changes, shares and comparisons follow from readings, or are refused."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model.country import Amount, Date, Period
from briefing.model.manuscript import Paragraph, Quantity
from tests.tailor.build import INDICATORS, at, content, manuscript, paragraph, reading, tailored
from tests.tailor.test_expressions import error, text

FIVE, TEN = Period(Date(2010), Date(2014)), Period(Date(2015), Date(2019))
READINGS = (
    reading("mil-exp", "KAZ", 1.1, source="b-2020"),
    reading("mil-exp", "KGZ", 1.5, line=2),
    reading("mil-exp", "UZB", 4.04, line=3),
    reading("mil-exp", "UZB", 3, 2018, line=4),
    reading("mil-exp", "central-asia", Amount(None, 2, "up to"), FIVE, line=5),
    reading("mil-exp", "central-asia", Amount(16, 18), TEN, line=6),
    reading("aid", "KAZ", 5_000_000, line=7),
    reading("aid", "KGZ", 15_000_000, line=8),
    reading("aid", "UZB", Amount(20_000_000, None, "over"), line=9),
    reading("aid", "central-asia", 50_000_000, line=10),
    reading("deaths", "KAZ", 10, 2018, line=11),
    reading("deaths", "KAZ", 10, 2019, line=12),
    reading("deaths", "KGZ", 10, line=13),
    reading("deaths", "UZB", Amount(10, 10, "about"), line=14),
    reading("rank", "KAZ", 75, line=15),
    reading("rank", "KGZ", 80, 2018, line=16),
)
GIVEN = {"readings": READINGS}


def said(source: str, place: str = "KAZ", **given: object) -> str:
    return text(source, place, **{**GIVEN, **given})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("rank('mil-exp')", "lowest"),
        ("rank('mil-exp', 'KGZ')", "second highest"),
        ("rank('mil-exp', 'UZB', among=['KAZ', 'KGZ'])", "highest"),
        ("rank('mil-exp', show='number')", "3"),
        ("rank('deaths', among='KGZ')", "joint highest"),
        ("rank('rank', among=['KGZ'], periods='any')", "lowest"),
        ("change('mil-exp', from='2018', place='UZB')", "a rise of 1.0 points"),
        ("change('mil-exp', from='2018', place='UZB', as='percent')", "a rise of 33%"),
        ("change('mil-exp', '2019', '2018', 'UZB')", "a fall of 1.0 points"),
        (
            "change('mil-exp', from='2010/2014', place='central-asia')",
            "a rise of at least 14.0 points",
        ),
        (
            "change('mil-exp', from='2010/2014', place='central-asia', as='times')",
            "a rise to at least 8 times the earlier figure",
        ),
        ("change('deaths', from=2018)", "no change"),
        ("share('aid', of='central-asia')", "10%"),
        ("share('aid', of='central-asia', place='UZB')", "over 40%"),
        ("share('aid', of=['KAZ', 'KGZ'])", "25%"),
        ("compare('mil-exp', with='UZB')", "2.9 points less than"),
        ("compare('mil-exp', 'UZB', 'KAZ')", "3.6 times as high as"),
        ("compare('mil-exp', 'KGZ', with='KAZ')", "0.4 points more than"),
        ("compare('aid', 'KGZ', with='KAZ')", "three times as high as"),
        ("compare('aid', with='KGZ')", "a third as high as"),
        ("compare('aid', 'UZB', with='KAZ')", "over 4 times as high as"),
        ("compare('aid', 'UZB', with='KGZ')", "over 33% more than"),
        ("compare('deaths', with='KGZ')", "the same as"),
        ("compare('deaths', with='UZB')", "about the same as"),
    ],
)
def test_words_follow_from_the_figures(source, expected):
    assert said(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("rank('mil-exp', 'KGZ')", "an zweiter Stelle"),
        ("change('mil-exp', from='2018', place='UZB')", "ein Anstieg um 1,0\u00a0Prozentpunkte"),
        ("compare('aid', 'KGZ', with='KAZ')", "dreimal so hoch wie"),
        ("share('aid', of='central-asia')", "10\u00a0%"),
    ],
)
def test_they_are_in_the_language_of_the_brief(source, expected):
    assert said(source, language="de") == expected


def test_where_less_is_better_a_rank_counts_from_below():
    better = replace(INDICATORS["mil-exp"], direction="lower is better")
    made = replace(
        content(paragraph("{{ rank('mil-exp') }}, {{ rank('mil-exp', 'KGZ') }}"), **GIVEN),
        indicators={**INDICATORS, "mil-exp": better},
    )

    block = tailored(made, "KAZ").manuscript.blocks[0]
    assert isinstance(block, Paragraph)
    assert "".join(one.text for one in block.children) == "lowest, second lowest"


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (1_367_000, 580_000, "1.4\u00a0million, 580,000: 2.4 times as high as"),
        (1_449_999, 1_430_001, "1.4\u00a0million, 1.4\u00a0million: the same as"),
        (1_500_000, 1_449_999, "1.5\u00a0million, 1.4\u00a0million: 7.1% more than"),
    ],
)
def test_they_compare_what_is_printed_of_large_numbers(one, two, expected):
    made = replace(
        content(
            paragraph(
                "{{ figure('aid', show='value') }}, {{ figure('aid', 'KGZ', show='value') }}: "
                "{{ compare('aid', with='KGZ') }}"
            ),
            readings=(reading("aid", "KAZ", one), reading("aid", "KGZ", two, line=2)),
        ),
        indicators={**INDICATORS, "aid": replace(INDICATORS["aid"], decimals=0)},
    )

    block = tailored(made, "KAZ").manuscript.blocks[0]
    assert isinstance(block, Paragraph)
    assert "".join(one.text for one in block.children) == expected


@pytest.mark.parametrize(("amount", "expected"), [(4.04, "no"), (4.06, "yes"), (3.96, "no")])
def test_conditions_compare_what_is_printed(amount, expected):
    asked = "'yes' if figure('mil-exp') > 4 or figure('mil-exp') < 4 else 'no'"

    assert said(asked, readings=[reading("mil-exp", "KAZ", amount)]) == expected


def test_they_rest_on_all_their_readings():
    made = manuscript(paragraph("{{ rank('mil-exp', 'KGZ') }}"), **GIVEN)

    quantity = Quantity("second highest", READINGS[1], at(1, 4), (READINGS[0], READINGS[2]))
    assert made.blocks[0] == Paragraph((quantity,), (), at())
    assert list(made.sources) == ["a-2019", "b-2020"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "rank('rank', among='KGZ')",
            "the figures are of different periods: 2019 for 'KAZ' and 2018 for 'KGZ'\n"
            "  hint: choose one with period='…', or say periods='any', and tell readers",
        ),
        (
            "rank('rank')",
            "no reading of 'rank' for 'UZB'\n  hint: there is one for: KAZ, KGZ",
        ),
        ("rank('mil-exp', among='KAZ')", "there is nothing to rank 'KAZ' among\n"
         "  hint: name more places"),
        (
            "rank('deaths')",
            "nobody can tell whether about 10 deaths (UZB, 2019) is more than 10 deaths "
            "(KAZ, 2019)\n  hint: ranges, bounds and rough figures that meet cannot be compared",
        ),
        (
            "rank('mil-exp', show='all')",
            "unknown way to show a rank 'all'\n  hint: known: number, words",
        ),
        ("change('mil-exp')", "'change' needs its 'from'\n  hint: the period that it begins with"),
        (
            "change('deaths', from='2019')",
            "both figures are of 2019\n  hint: give another 'from' or 'to'",
        ),
        (
            "share('aid', of='deaths')",
            "'aid' is in 'usd' and 'deaths' in 'deaths'\n"
            "  hint: a share is of figures in one unit",
        ),
        (
            "share('aid', of='KAZ', place='KGZ')",
            "the share is more than the whole\n  hint: look at both figures",
        ),
        (
            "share('aid', of=['UZB', 'KGZ'])",
            "'KAZ' is no part of the whole\n  hint: name it there too",
        ),
        ("compare('aid', with='KAZ')", "'KAZ' is compared with itself\n  hint: name another place"),
    ],
)  # fmt: skip
def test_what_does_not_follow_is_refused(source, expected):
    told = error(source, **GIVEN)

    assert told == expected


def test_what_is_withheld_is_not_ranked_and_not_told():
    hidden = reading("mil-exp", "UZB", 4.04, line=3, marking="RED")
    told = error("rank('mil-exp')", readings=(READINGS[0], READINGS[1], hidden))

    assert told == (
        "the reading of 'mil-exp' for 'UZB' may not be shown in this brief\n"
        "  hint: print it only where it may be: "
        "audience=, marking=, or if=\"has('mil-exp', 'UZB')\""
    )


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ("rank('mil-exp') == 3", True),
        ("rank('mil-exp', 'KGZ') <= 1", False),
        ("change('mil-exp', from='2018', place='UZB') > 0", True),
        ("compare('mil-exp', with='UZB') < 0", True),
        ("share('aid', of='central-asia') >= 10", True),
        ("figure('mil-exp') > 1", True),
        ("figure('mil-exp') < figure('mil-exp', 'KGZ')", True),
        ("figure('aid', 'UZB') > 20000000", True),
    ],
)
def test_conditions_compare_them(test, holds):
    assert said(f"'yes' if {test} else 'no'") == ("yes" if holds else "no")


def test_conditions_that_nobody_can_decide_are_refused():
    told = error("'a' if figure('mil-exp', 'central-asia') > 17 else 'b'", **GIVEN)

    assert told == (
        "nobody can tell which is more, 17 and '16.0–18.0% of GDP (2015–2019)'\n"
        "  hint: they are ranges, bounds or rough, and meet; say it in words"
    )


def test_figures_of_different_units_are_not_compared():
    told = error("'a' if figure('mil-exp') > figure('aid') else 'b'", **GIVEN)

    assert told == ("figures in 'usd' and 'gdp' are compared\n  hint: compare figures of one unit")
