"""Figures that a program hands in for what the project has figures for already."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import briefing
from briefing.project import Project

TINY = Path(__file__).parent / "cases" / "_project"
ROW: dict[str, Any] = {
    "indicator": "water",
    "country": "KAZ",
    "value": 9.5,
    "period": 2019,
    "source": "lee-2021",
}
CONTRADICTION = (
    "rows:1:1: error: 'water' for 'KAZ' in 2019 is 9.5 by 'lee-2021', and 1.7 by 'kim-2020' "
    "[contradiction]\n"
    "  hint: the other is at content/readings/water.yaml:2:5; say in content/choices.yaml which "
    "is printed, or range, and why"
)


def opened(folder: Path, take: str = "") -> Project:
    """The tiny project, with two sources for one figure and a choice if there is one."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    if take:
        readings = folder / "content" / "readings" / "water.yaml"
        rival = "  - {country: KAZ, value: 2.5, period: 2019, source: lee-2021}\n"
        readings.write_text(readings.read_text("utf-8") + rival, "utf-8")
        choice = f"{{country: KAZ, period: 2019, take: {take}, because: It is the fuller count.}}"
        (folder / "content" / "choices.yaml").write_text(f"water:\n  - {choice}\n", "utf-8")
    return briefing.open(folder)


def as_rows(library: str) -> Any:
    if not library:
        return [ROW]
    make = {"pandas": "DataFrame", "polars": "DataFrame", "pyarrow": "table"}[library]
    columns = {name: [value] for name, value in ROW.items()}
    return getattr(pytest.importorskip(library), make)(columns)


def text(project: Project) -> str:
    brief = project.brief("brief", country="KAZ", audience="public")
    return " ".join(brief.text().split())


@pytest.mark.parametrize("library", ["", "pandas", "polars", "pyarrow"])
def test_a_figure_of_another_source_is_a_rival_and_replaces_nothing(tmp_path, library):
    changed = opened(tmp_path).with_readings(as_rows(library))

    assert CONTRADICTION in "\n".join(map(str, changed.check()))
    with pytest.raises(briefing.ContentError) as caught:
        text(changed)
    assert str(caught.value) == CONTRADICTION


@pytest.mark.parametrize("value", [9.5, 1.7])
def test_a_second_figure_of_one_source_is_refused(tmp_path, value):
    with pytest.raises(briefing.ContentError) as caught:
        opened(tmp_path).with_readings([{**ROW, "value": value, "source": "kim-2020"}])

    assert str(caught.value) == (
        "rows:1:1: error: a second reading of 'water' for 'KAZ' and this period\n"
        "  hint: the first is at content/readings/water.yaml:2:5; with_readings(…, replacing=True) "
        "puts yours in the place of the project's"
    )


@pytest.mark.parametrize("library", ["", "pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("take", ["", "kim-2020", "range"])
def test_who_asks_for_it_replaces_figures_and_the_manifest_says_so(tmp_path, library, take):
    changed = opened(tmp_path, take).with_readings(as_rows(library), replacing=True)
    brief = changed.brief("brief", country="KAZ", audience="public")
    listed = {
        (one["place"], one["period"]): one for one in brief.manifest()["files"][0]["readings"]
    }

    assert "9.5" in text(changed)
    assert "fuller count" not in text(changed)
    replaced = listed["KAZ", "2019"]
    assert (replaced["low"], replaced["source"], replaced["replaces"]) == (9.5, "lee-2021", True)
    assert "others" not in replaced
    assert "replaces" not in listed["KGZ", "2015/2019"]


def test_what_was_chosen_holds_beside_a_new_rival(tmp_path):
    project = opened(tmp_path, "kim-2020")
    sources = tmp_path / "content" / "sources.yaml"
    more = "ray-2022: {type: book, author: [{family: Ray}], title: Seas, issued: 2022}\n"
    sources.write_text(sources.read_text("utf-8") + more, "utf-8")
    changed = briefing.open(tmp_path).with_readings([{**ROW, "source": "ray-2022"}])

    (reading,) = changed.content.readings["water"]["KAZ"]
    assert reading.source == "kim-2020"
    assert [one.source for one in reading.rivals] == ["lee-2021", "ray-2022"]
    assert reading.choice == project.content.readings["water"]["KAZ"][0].choice


def test_a_range_reaches_to_a_new_rival(tmp_path):
    opened(tmp_path, "range")
    sources = tmp_path / "content" / "sources.yaml"
    more = "ray-2022: {type: book, author: [{family: Ray}], title: Seas, issued: 2022}\n"
    sources.write_text(sources.read_text("utf-8") + more, "utf-8")
    changed = briefing.open(tmp_path).with_readings([{**ROW, "source": "ray-2022"}])

    (reading,) = changed.content.readings["water"]["KAZ"]
    assert (reading.amount.low, reading.amount.high) == (1.7, 9.5)
    assert len(reading.rivals) == 3


def test_a_figure_that_was_missing_is_warned_of_until_a_program_brings_it(tmp_path):
    spec = "title: Water\nchart: bar\nreadings: water\ncountries: [KAZ, NOR]\n"
    opened(tmp_path)
    charts = tmp_path / "content" / "charts"
    (charts / "w.yaml").write_text(spec, "utf-8")

    project = briefing.open(tmp_path)
    after = project.with_readings([{**ROW, "country": "NOR"}])

    place = "content/charts/w.yaml:1:1: warning:"
    unplaced = (
        f"{place} no document places the chart 'w'\n  hint: place it with {{{{ chart(\"w\") }}}}"
    )
    assert list(map(str, project.warnings)) == [
        unplaced,
        f"{place} the chart has no figure of 'water' for 'NOR' [missing-country]\n"
        "  hint: add a reading, leave the place out, or say no-data: [NOR]",
    ]
    assert list(map(str, after.warnings)) == [unplaced]
