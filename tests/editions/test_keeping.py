"""Builds kept as the edition of their date."""

import pytest

import briefing
from briefing.cli import Exit
from briefing.editions.keeping import kept
from briefing.errors import ContentError, Location
from tests.editions.projects import build, edit, run

NAMES = ["brief-kaz-public.pdf", "manifest.json"]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_edition_holds_the_files_of_its_build_with_their_manifest(tiny, tmp_path):
    out = build(tiny, tmp_path / "out", "--keep")
    edition = tiny / "editions" / "2022-10-03"

    assert sorted(contents(edition)) == NAMES
    assert contents(edition) == contents(out)
    assert [path.name for path in edition.parent.iterdir()] == ["2022-10-03"]


def test_the_same_build_may_be_kept_again(tiny, tmp_path):
    build(tiny, tmp_path / "out", "--keep")
    build(tiny, tmp_path / "out", "--keep")

    assert sorted(contents(tiny / "editions" / "2022-10-03")) == NAMES


def test_another_build_of_the_same_date_is_refused_and_nothing_is_written(tiny, tmp_path):
    build(tiny, tmp_path / "out", "--keep")
    before = contents(tiny / "editions" / "2022-10-03")
    edit(tiny, "sections/water.md", "dry", "wet")
    result = run(
        "build", "-c", "KAZ", "-a", "public", "--project", tiny, "-o", tmp_path / "b", "--keep"
    )

    assert result.exit_code == Exit.CONTENT
    assert result.stderr == (
        "content/project.yaml:1:1: error: the edition of '2022-10-03' is kept already, "
        "and has other files\n"
        "  hint: give this one another date; or build without --keep and see "
        "'briefing diff 2022-10-03'; or keep it in the other's place with --replace\n"
    )
    assert not (tmp_path / "b").exists() or not contents(tmp_path / "b")
    assert contents(tiny / "editions" / "2022-10-03") == before


def test_another_build_takes_its_place_where_it_is_told_to(tiny, tmp_path):
    build(tiny, tmp_path / "out", "--keep")
    edit(tiny, "sections/water.md", "dry", "wet")
    out = build(tiny, tmp_path / "out", "--keep", "--replace")

    assert contents(tiny / "editions" / "2022-10-03") == contents(out)
    assert [path.name for path in (tiny / "editions").iterdir()] == ["2022-10-03"]


def test_replace_goes_with_keep(tiny, tmp_path):
    result = run("build", "--replace", "--project", tiny, "-o", tmp_path / "out")

    assert result.exit_code == Exit.USAGE
    assert "Error: --replace goes with --keep" in result.stderr


def test_the_library_keeps_editions_and_compares_with_them(tiny, tmp_path):
    project = briefing.open(tiny)
    project.build(tmp_path / "out", keep=True)
    edit(tiny, "sections/water.md", "dry", "wet")
    changed = briefing.open(tiny)
    changed.build(tmp_path / "out")
    with pytest.raises(ContentError):
        changed.build(tmp_path / "out", keep=True)
    diff = changed.diff(new=tmp_path / "out")
    changed.build(tmp_path / "out", keep=True, replace_kept=True)

    assert [file.status for file in diff.files] == ["changed"] * 4
    assert changed.diff("2022-10-03", tmp_path / "out").is_empty


def test_what_fails_inside_leaves_no_trace(tmp_path):
    with (
        pytest.raises(ZeroDivisionError),
        kept(tmp_path, "2022-10-03", {"a": b"1"}, Location("p", 1)),
    ):
        raise ZeroDivisionError

    assert list((tmp_path / "editions").iterdir()) == []


def test_an_edition_of_what_failed_to_be_replaced_stays(tmp_path):
    where = Location("p", 1)
    with kept(tmp_path, "2022-10-03", {"a": b"1"}, where):
        pass
    with (
        pytest.raises(ZeroDivisionError),
        kept(tmp_path, "2022-10-03", {"a": b"2"}, where, replace=True),
    ):
        raise ZeroDivisionError

    assert contents(tmp_path / "editions" / "2022-10-03") == {"a": b"1"}
