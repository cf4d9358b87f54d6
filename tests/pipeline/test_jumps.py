"""Figures that differ much from those of the last edition kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from briefing.model import content as c
from briefing.model.content import Limits
from briefing.model.country import Amount
from briefing.pipeline.jumps import jumps
from tests.tailor.build import PROJECT, content, paragraph, reading

LIMIT = {"limits": Limits(jump=0.5)}


def printed(value: float, period: str, place: str = "KAZ") -> dict[str, Any]:
    return {
        "indicator": "deaths", "place": place, "period": period, "source": "a-2019",
        "low": value, "high": value,
    }  # fmt: skip


def keep(root: Path, day: str, *readings: dict[str, Any]) -> None:
    """Keep an edition that printed these figures."""
    file = {
        "path": "x.pdf", "sha256": "", "pages": 1, "document": "x", "country": None,
        "audience": "public", "language": "en", "marking": "CLEAR", "edition": day,
        "sources": [], "readings": list(readings),
    }  # fmt: skip
    folder = root / "editions" / day
    folder.mkdir(parents=True)
    made = {"project": "test", "edition": day, "files": [file]}
    (folder / "manifest.json").write_text(json.dumps(made), "utf-8")


def held(root: Path, *values: tuple[float, int], **of_project: Any) -> c.Content:
    readings = [reading("deaths", "KAZ", value, year) for value, year in values]
    made = content(paragraph("x"), readings=readings, of_project=of_project or LIMIT)
    return replace(made, root=str(root))


def told(made: c.Content) -> list[str]:
    return [each.message for each in jumps(made)]


def test_a_figure_that_changed_much_is_told(tmp_path):
    keep(tmp_path, "2021-10-03", printed(100, "2019"))

    (found,) = jumps(held(tmp_path, (151, 2019)))
    assert str(found) == (
        "content/readings/all.yaml:1:1: warning: 'deaths' for 'KAZ' is 151 (2019), and was 100 "
        "(2019) in the edition of 2021-10-03 [jump]\n"
        "  hint: more than 50% is a jump: look whether it is right"
    )
    assert told(held(tmp_path, (150, 2019))) == []


def test_a_newer_figure_is_held_against_the_latest_that_was_printed(tmp_path):
    keep(tmp_path, "2021-10-03", printed(10, "2017"), printed(100, "2018"), printed(9, "2020"))

    assert told(held(tmp_path, (10, 2017), (900, 2019))) == [
        "'deaths' for 'KAZ' is 900 (2019), and was 100 (2018) in the edition of 2021-10-03"
    ]


def test_only_the_last_edition_before_this_one_counts(tmp_path):
    keep(tmp_path, "2020-10-03", printed(1, "2019"))
    keep(tmp_path, "2021-10-03", printed(100, "2019"))
    keep(tmp_path, "2022-10-03", printed(9, "2019"))

    assert told(held(tmp_path, (100, 2019))) == []


def test_an_edition_of_the_same_date_counts_where_there_is_no_earlier_one(tmp_path):
    keep(tmp_path, "2022-10-03", printed(9, "2019"))

    assert told(held(tmp_path, (100, 2019))) == [
        "'deaths' for 'KAZ' is 100 (2019), and was 9 (2019) in the edition of 2022-10-03"
    ]


def test_nothing_is_told_without_a_limit_or_an_edition(tmp_path):
    assert told(held(tmp_path, (151, 2019))) == []
    keep(tmp_path, "2021-10-03", printed(100, "2019"))
    assert told(held(tmp_path, (151, 2019), limits=Limits())) == []


def test_an_edition_that_cannot_be_read_is_told(tmp_path):
    folder = tmp_path / "editions" / "2021-10-03"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{", "utf-8")

    (found,) = jumps(held(tmp_path, (151, 2019)))
    assert found.where == PROJECT
    assert found.message.startswith("the last edition cannot be read: it is damaged")


def test_a_bound_is_held_against_its_own_end(tmp_path):
    keep(tmp_path, "2021-10-03", {**printed(0, "2019"), "low": 10, "high": None})
    made = content(
        paragraph("x"),
        readings=[reading("deaths", "KAZ", Amount(16, None, "at least"))],
        of_project=LIMIT,
    )

    assert told(replace(made, root=str(tmp_path))) == [
        "'deaths' for 'KAZ' is at least 16 (2019), and was 10 (2019) in the edition of 2021-10-03"
    ]
