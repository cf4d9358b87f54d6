"""Figures of tables are withheld and allowed as if they were written one by one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import briefing
from briefing.errors import ProofError
from briefing.model.country import Reading
from briefing.project import Project
from briefing.proof import forbidden, prove
from briefing.proof.content.figures import fillings

PROJECT = Path(__file__).parents[1] / "cases" / "_project"
SOURCES = """\
kim-2020: {type: report, author: [{family: Kim, given: Jan}], title: Lakes and other waters, issued: 2020-05, publisher: P}
lee-2021: {type: book, author: [{literal: Lee}], title: Rivers, issued: 2021, publisher: P}
orr-2022:
  {type: book, author: [{literal: Orr}], title: Secret rivers of the north, issued: 2022, publisher: P, marking: RED}
"""  # noqa: E501
ROWS = (
    ("grain", "KAZ", "123456", "2018", "kim-2020", "", "", ""),
    ("grain", "KAZ", "234567", "2019", "kim-2020", "", "RED", "Counted by one who was not there"),
    ("grain", "KGZ", "345678", "2018", "lee-2021", "p. 7", "", "Counted from far away by us"),
    ("grain", "KGZ", "456789", "2019", "orr-2022", "p. 9", "", "A doubt about a hidden work here"),
    ("grain", "NOR", "56789.5", "2019", "lee-2021", "p. 8", "AMBER", ""),
    ("water", "NOR", "6.5", "2019", "lee-2021", "", "", "Water was counted only once there"),
    ("cattle", "NOR", "778899", "2019", "lee-2021", "", "", ""),
)
HEAD = "indicator,country,value,period,source,locator,marking,doubt"
CATTLE = "cattle: {name: Cattle, unit: tonnes}\n"
SECTION = '\n{{ figure("grain", "KGZ", period="2018") }} were sold.\n'


def as_table() -> dict[str, str]:
    return {"figures.csv": "\n".join([HEAD, *map(",".join, ROWS)]) + "\n"}


def as_yaml() -> dict[str, str]:
    names, lines = HEAD.split(","), []
    for row in ROWS:
        said = dict(zip(names, row, strict=True))
        fields = [f"{key}: {said[key]}" for key in names[1:] if said[key]]
        lines.append((said["indicator"], f"  - {{{', '.join(fields)}}}\n"))
    keys = dict.fromkeys(key for key, _ in lines)
    text = "".join(f"{key}:\n" + "".join(line for of, line in lines if of == key) for key in keys)
    return {"figures.yaml": text}


def made(folder: Path, files: dict[str, str]) -> Project:
    shutil.copytree(PROJECT, folder)
    content = folder / "content"
    for name, text in files.items():
        (content / "readings" / name).write_text(text, "utf-8")
    (content / "sources.yaml").write_text(SOURCES, "utf-8")
    with (content / "indicators.yaml").open("a") as file:
        file.write(CATTLE)
    with (content / "sections" / "water.md").open("a") as file:
        file.write(SECTION)
    return briefing.open(folder)


def asked(project: Project, audience: str):
    return forbidden(project.content, "brief", place="KAZ", audience=audience, language="en")


@pytest.mark.parametrize("audience", ["public", "parliament"])
def test_what_is_withheld_is_the_same_in_a_table_and_one_by_one(tmp_path, audience):
    table = asked(made(tmp_path / "table", as_table()), audience)
    apart = asked(made(tmp_path / "apart", as_yaml()), audience)

    said = [sorted((one.text, one.is_name) for one in each.texts) for each in (table, apart)]
    assert said[0] == said[1]
    assert any("234567" in text for text, _ in said[0])
    assert any("456789" in text for text, _ in said[0])


@pytest.mark.parametrize("audience", ["public", "parliament"])
def test_what_is_allowed_is_the_same_but_for_figures_that_nothing_asks_for(tmp_path, audience):
    project = made(tmp_path / "table", as_table())
    table = asked(project, audience)
    apart = asked(made(tmp_path / "apart", as_yaml()), audience)

    files = {"content/readings/figures.csv", "content/readings/figures.yaml"}
    unasked = {text for text in apart.allowed if "778" in text}
    assert {*table.allowed} - files == {*apart.allowed} - files - unasked
    assert "345678" in table.fillings
    gone = {*apart.fillings} - {*table.fillings}
    (cattle,) = project.content.readings["cattle"]["NOR"]
    assert "778899" in gone
    assert gone <= {*fillings(cattle, 1)}
    assert {*table.fillings} <= {*apart.fillings}


def test_a_figure_of_a_row_that_is_withheld_refuses_a_file_that_has_it(tmp_path):
    made(tmp_path / "table", as_table())
    section = tmp_path / "table" / "content" / "sections" / "water.md"
    said = '\n[{{ figure("grain", "NOR") }}]{audience=parliament}\n'
    section.write_text(section.read_text("utf-8") + said, "utf-8")
    project = briefing.open(tmp_path / "table")

    for_parliament = project.brief("brief", country="KAZ", audience="parliament").pdf()
    prove(for_parliament, asked(project, "parliament"), name="brief.pdf")
    with pytest.raises(ProofError):
        prove(for_parliament, asked(project, "public"), name="brief.pdf")


def test_no_row_is_made_where_nothing_is_withheld(tmp_path, monkeypatch):
    rows = [row for row in ROWS if row[6] == "" and row[4] != "orr-2022"]
    made(tmp_path / "table", {"figures.csv": "\n".join([HEAD, *map(",".join, rows)])})
    sources = tmp_path / "table" / "content" / "sources.yaml"
    sources.write_text(SOURCES.replace(", marking: RED", ""), "utf-8")
    project = briefing.open(tmp_path / "table")
    before = []
    table = project.content.readings.tables[0]._table
    monkeypatch.setattr(type(table), "of", lambda *_: before.append(_) or ())
    monkeypatch.setattr(type(table), "rows_of", lambda *_: before.append(_) or ())

    found = asked(project, "public")
    assert found.texts == ()
    assert before == []


def test_a_row_that_another_reading_replaces_counts_nothing(tmp_path):
    project = made(tmp_path / "table", as_table())
    again = {
        "indicator": "grain",
        "country": "KAZ",
        "value": 9,
        "period": 2019,
        "source": "kim-2020",
    }
    project = project.with_readings([again], replacing=True)

    assert not any("234567" in one.text for one in asked(project, "public").texts)


def test_kinds_tell_all_rows_apart_by_who_may_know_of_them(tmp_path):
    (table,) = made(tmp_path / "table", as_table()).content.readings.tables

    kinds = table.kinds()
    assert len(kinds) == 5
    rows: list[Reading] = []
    for kind in kinds:
        like = [*table.like(kind, kind.indicators)]
        assert {(one.conditions, one.source, one.also) for one in like} == {
            (kind.first.conditions, kind.first.source, kind.first.also)
        }
        assert {one.indicator for one in like} == {*kind.indicators}
        assert {*kind.said} == {
            text for one in like for text in (one.doubt, one.licence, one.locator) if text
        }
        rows += like
    assert len(rows) == len(ROWS) == len({one.where for one in rows})
