"""The figures of the example project are those of a list that was checked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.model.country import Amount, Date, Period, Reading
from tests import papers
from tests.test_briefs import ROOT

LISTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "facts.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    content = papers.opened(ROOT).content
    printed = (
        reading
        for by_place in content.readings.values()
        for several in by_place.values()
        for reading in several
    )
    return [one for reading in printed for one in (reading, *reading.rivals)]


def said(amount: Amount) -> str:
    """An amount as the list has it."""
    if amount.low is not None and amount.high is not None and amount.low != amount.high:
        return f"{amount.low:.12g}..{amount.high:.12g}"
    number = amount.high if amount.low is None else amount.low
    return f"{amount.qualifier} {number:.12g}".strip()


def of(period: Period) -> str:
    ends = [_date(date) for date in dict.fromkeys((period.start, period.end))]
    return ("reported " if period.reported else "") + "/".join(ends)


def _date(date: Date) -> str:
    return "-".join([f"{part:02}" for part in (date.year, date.month, date.day) if part])


def listed() -> Iterator[tuple[str, ...]]:
    for indicator, facts in LISTED.items():
        for fact in facts:
            says = str(fact["says"])
            yield indicator, fact["country"], says, str(fact["of"]), fact["by"]


def test_every_figure_of_the_project_is_on_the_list_and_every_one_of_the_list_in_the_project(
    readings,
):
    found = [
        (one.indicator, one.place, said(one.amount), of(one.period), one.source) for one in readings
    ]

    assert sorted(found) == sorted(listed())


def test_every_figure_of_the_list_has_a_page_or_says_that_it_is_ours():
    facts = [fact for facts in LISTED.values() for fact in facts]

    assert [fact for fact in facts if "page" not in fact and "ours" not in fact] == []


def test_a_figure_that_is_ours_or_contested_says_so_where_it_is_printed(readings):
    ours = {
        (indicator, fact["country"], fact["by"])
        for indicator, facts in LISTED.items()
        for fact in facts
        if "page" not in fact and indicator != "sco-instruments"
    }
    silent = [
        one for one in readings if (one.indicator, one.place, one.source) in ours and not one.doubt
    ]

    assert len(ours) == 2
    assert silent == []
