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
