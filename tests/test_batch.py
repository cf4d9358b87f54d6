"""Many briefs: on any executor, written whole or not at all."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import briefing
from briefing import batch

TINY = Path(__file__).parent / "cases" / "_project"


@pytest.fixture
def project():
    return briefing.open(TINY)


def test_any_executor_makes_the_same_files(project):
    requests = [brief.request for brief in project.briefs()]
    alone = batch.build(project.content, requests)
    with ThreadPoolExecutor(2) as executor:
        threaded = batch.build(project.content, requests, executor=executor)

    assert [one.pdf for one in threaded] == [one.pdf for one in alone]


def test_two_builds_write_the_same_bytes(project, tmp_path):
    for name in ("first", "second"):
        project.build(tmp_path / name)

    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("first", "second")
    )
    assert first == second
    assert len(first) == 5


def test_a_disk_that_fails_leaves_the_folder_as_it_was(project, tmp_path, monkeypatch):
    made = batch.build(project.content, [brief.request for brief in project.briefs()])
    before = {"brief-kaz-public.pdf": b"old", "manifest.json": b"old too"}
    for name, data in before.items():
        (tmp_path / name).write_bytes(data)
    write = Path.write_bytes

    def full(path, data):
        if "kgz" in path.name:
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        batch.write(made, project.content, tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_own_readings_change_the_brief_and_not_the_project(project):
    row = {
        "indicator": "water",
        "country": "KAZ",
        "value": 9.5,
        "period": 2020,
        "source": "kim-2020",
    }
    changed = project.with_readings([row])
    brief = {"country": "KAZ", "audience": "public"}

    assert "9.5" in changed.brief("brief", **brief).text()
    assert "9.5" not in project.brief("brief", **brief).text()


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_rows_come_from_frames_too(project, library):
    columns = {"indicator": ["water"], "country": ["KAZ"], "value": [8.5], "period": [2021],
               "source": ["kim-2020"]}  # fmt: skip
    make = {"pandas": "DataFrame", "polars": "DataFrame", "pyarrow": "table"}[library]
    frame = getattr(pytest.importorskip(library), make)(columns)
    changed = project.with_readings(frame)

    assert "8.5" in changed.brief("brief", country="KAZ", audience="public").text()


def test_what_is_no_rows_is_told(project):
    with pytest.raises(TypeError, match=r"^int is neither a frame nor a list of dictionaries$"):
        project.with_readings(3)


def test_a_row_that_cannot_be_used_is_told_with_its_number(project):
    rows = [{"indicator": "water", "country": "KAZ", "value": "much", "period": 2020}]

    with pytest.raises(briefing.ContentError) as caught:
        project.with_readings(rows)
    assert len(caught.value.problems) >= 2
    assert all(problem.where.line == 1 for problem in caught.value.problems)


def test_another_conformance_changes_the_files_and_not_the_project(project):
    changed = project.with_conformance("none")

    assert changed.content.project.conformance.name == "none"
    assert project.content.project.conformance.name == "ua1+a3a"


def test_a_conformance_that_is_not_known_is_told(project):
    with pytest.raises(
        ValueError, match=r"^unknown conformance 'a3a'; .*known: none, ua1\+a2a, ua1\+a3a$"
    ):
        project.with_conformance("a3a")


def test_a_selection_that_stands_for_several_says_which(project):
    with pytest.raises(ValueError, match="2 briefs answer to this, say which: brief-kaz-public"):
        project.brief("brief", country="KAZ")


def test_two_briefs_of_one_file_name_are_refused(tmp_path):
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    documents = tmp_path / "content" / "documents"
    text = (documents / "brief.md").read_text("utf-8")
    alone = text.replace("repeats: countries\n", "").replace("countries: [KAZ, KGZ]\n", "")
    (documents / "brief-kaz.md").write_text(alone.replace("{{ country.name }}", "x"), "utf-8")

    with pytest.raises(briefing.ContentError) as caught:
        briefing.open(tmp_path)
    assert "two briefs would be 'brief-kaz-public.pdf'" in str(caught.value)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"marking": None},
        {"countries": "KAZ"},
        {"languages": "en"},
        {"audience": "public parliament"},
        {"period": {"reported": 2019}},
    ],
)
def test_a_row_keeps_the_conditions_of_the_reading_it_replaces(tmp_path, given):
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    readings = tmp_path / "content" / "readings" / "water.yaml"
    text = readings.read_text("utf-8")
    readings.write_text(text.replace("value: 1.7,", "value: 1.7, marking: AMBER,"), "utf-8")
    row = {"indicator": "water", "country": "KAZ", "value": 9.5, "period": "2019",
           "source": "kim-2020", **given}  # fmt: skip
    changed = briefing.open(tmp_path).with_readings([row], replacing=True)
    texts = {
        audience: changed.brief("brief", country="KAZ", audience=audience).text()
        for audience in ("public", "parliament")
    }

    assert "9.5" in texts["parliament"]
    assert "9.5" not in texts["public"]
