"""Withheld figures with many zeros, as they are printed or typed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import chart_spec as s
from briefing.model.content import Content
from briefing.model.country import Amount, Indicator
from briefing.model.forbidden import Forbidden
from briefing.proof import forbidden
from briefing.proof.fold import CUTS, fold
from briefing.proof.search.needles import needles_for
from tests.tailor.build import at, bars, chart, content, paragraph, reading


def kept_back(value: float, unit: str, charts: tuple[s.ChartSpec, ...] = ()) -> Forbidden:
    figure = reading("kept", "KAZ", Amount(value, value), line=4, marking="RED")
    made: Content = content(paragraph("Open words."), readings=[figure], charts=charts)
    kept = Indicator("kept", "What is kept", "", unit, 0, at())
    made = replace(made, indicators={**made.indicators, "kept": kept})
    return forbidden(made, "brief", place="KAZ", audience="public", language="en")


def finds(asked: Forbidden, said: str) -> bool:
    """Whether words would be found on a page."""
    needles = needles_for(asked)
    shorts = {each for several in needles.shorts.values() for each in several}
    wholes = {each for several in needles.wholes.values() for each in several}
    wanted = {*needles.runs, *shorts, *wholes}
    for cut in CUTS:
        words = cut(fold(said))
        for length in {len(each) for each in wanted}:
            if not wanted.isdisjoint(zip(*(words[at:] for at in range(length)), strict=False)):
                return True
    return False


@pytest.mark.parametrize("value", [45_000, 100_000, 1_200_000, 2_000_000])
@pytest.mark.parametrize("unit", ["deaths", "usd", "gdp"])
@pytest.mark.parametrize("group", [",", ".", " ", "\u00a0", "\u2009", "\u202f", ""])
def test_a_round_figure_is_found_with_groups_and_without(value, unit, group):
    number = f"{value:,}".replace(",", group)

    assert finds(kept_back(value, unit), f"it was {number} then")
    assert finds(kept_back(-value, unit), f"it was −{number} then")
    assert not finds(kept_back(value, unit), "it was 45,100 and 46,000 and 100 then")


def test_round_figures_are_no_ticks_of_axes():
    drawn = chart("x", bars("KAZ", indicators=("deaths",)), title="Chart")
    assert isinstance(drawn.data, s.FromReadings)
    asked = kept_back(45_000, "deaths", charts=(drawn,))

    assert not finds(asked, "40,000 45,000 50,000")
    assert finds(asked, "45,000 deaths")


@pytest.mark.parametrize(("value", "is_tick"), [(40_000, True), (12_500, True), (41_300, False)])
def test_the_last_number_along_an_axis_may_have_its_unit(value, is_tick):
    drawn = chart("x", bars("KAZ", indicators=("aid",)), title="Chart")
    asked = kept_back(value, "usd", charts=(drawn,))

    assert finds(asked, f"US${value:,}") is not is_tick
    assert finds(kept_back(value, "usd"), f"US${value:,}")


@pytest.mark.parametrize("unit", ["deaths", "usd"])
@pytest.mark.parametrize(
    ("value", "said"),
    [
        (45_000, ["45 thousand", "45k", "45K", "45 Tausend", "45 Tsd.", "45 mille", "45 тыс."]),
        (1_200_000, ["1.2 million", "1,2 Mio.", "1,2 млн", "1,2 millions", "1,2 Millionen"]),
        (2_350_000_000, ["2.35 billion", "2,35 Mrd.", "2,35 млрд", "2,35 milliards"]),
        (-45_000, ["−45 thousand"]),
    ],
)
def test_a_round_figure_is_found_as_authors_type_it_in_any_language(value, unit, said):
    asked = kept_back(value, unit)

    assert [each for each in said if not finds(asked, f"some {each} then")] == []
    assert not finds(asked, "some 46 thousand, 1.9 million and 2.9 billion then")


def test_a_figure_that_is_not_round_is_not_taken_for_a_round_one():
    assert not finds(kept_back(14_523, "deaths"), "some 15 thousand then")


@pytest.mark.parametrize("said", ["668 deaths", "the 668-death toll", "668\u00a0deaths"])
def test_a_figure_is_found_with_one_of_its_unit_too(said):
    assert finds(kept_back(668, "deaths"), said)
