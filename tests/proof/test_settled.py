"""Readings that are looked at one by one, of which there may be very many."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.proof.content import settled
from briefing.proof.content.gathered import Gathered
from briefing.proof.content.settled import Settled
from tests.tailor.build import content, paragraph, reading

CONTENT = content(paragraph("x"))
SAME = [
    replace(
        reading("deaths", "KAZ", 123_456, year=year, source="a-2019", line=year),
        rivals=(reading("deaths", "KAZ", 123_456, year=year, source="b-2020", line=year + 9),),
    )
    for year in range(1900, 2000)
]


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every amount whose ways to be printed were worked out."""
    amounts: list[object] = []

    def take(amount: object, _: int) -> tuple[str, ...]:
        amounts.append(amount)
        return ()

    monkeypatch.setattr(settled, "fillings_of", take)
    return amounts


def taken() -> tuple[Settled, Gathered]:
    gathered = Gathered()
    finest = dict.fromkeys(CONTENT.units, 1)
    found = Settled(
        CONTENT,
        gathered,
        lambda view, _: view,
        hidden=frozenset(),
        drawn=frozenset(),
        finest=finest,
    )
    found.take_all({"deaths": {"KAZ": tuple(SAME)}})
    return found, gathered


def test_what_may_fill_a_gap_is_worked_out_once_and_only_if_it_may_be_printed(filled):
    found, _ = taken()
    assert filled == []

    found.fill("figure('horses')")
    assert filled == []

    found.fill("figure('deaths')")
    assert filled == [SAME[0].amount]


def test_every_open_figure_and_source_counts_as_shown():
    found, gathered = taken()
    found.fill(None)

    every = [one for each in SAME for one in (each, *each.rivals)]
    places = {part.where for part in gathered.shown if part.is_figure}
    assert places == {one.where for one in every}
