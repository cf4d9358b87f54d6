"""What the command says of two builds: text, JSON, exit codes, whole errors."""

import json
import shutil

import pikepdf
import pytest
from msgspec.json import encode

import briefing
from briefing.cli import Exit
from tests.editions.projects import build, edit, relist, run

TEXT = """{old} (2022-10-03) → {new} (2022-10-03)

brief-kaz-public.pdf
  Figures: 1 changed
    changed: water, KAZ: 1.7 (2019) → 1.9 (2019)
      kim-2020, content/readings/water.yaml:2
  Statements: 3 changed, 1 added, 1 dropped
    changed, page 1
      - Kazakhstan is dry.
      + Kazakhstan is very dry.
    dropped, page 1
      - Its rivers are long.
    added, page 1
      + Rain is rare.
    changed, figure, page 1
      - … %. 2 bars: Kyrgyzstan 3.0–4.0%, Kazakhstan 1.7%. Period: 2019. Kyrgyzstan: 2015–2019.
      + … %. 2 bars: Kyrgyzstan 3.0–4.0%, Kazakhstan 1.9%. Period: 2019. Kyrgyzstan: 2015–2019.
    changed, row, page 1
      - Kazakhstan | 1.7
      + Kazakhstan | 1.9
  Attached files: 1 changed
    changed: water-2.csv
      - Kazakhstan,1.7,1.7,,1.7%,%,2019
      + Kazakhstan,1.9,1.9,,1.9%,%,2019

Files: 1 changed
"""


def test_all_that_differs_is_told_file_by_file(builds):
    old, new = builds
    result = run("diff", old, new)

    assert (result.exit_code, result.stderr) == (Exit.MADE, "")
    assert result.stdout == TEXT.format(old=old, new=new)


def figure(value):
    return {
        "value": value,
        "period": "2019",
        "source": "kim-2020",
        "input": "content/readings/water.yaml:2",
    }


def statement(kind, role, text, was):
    spot = {"page": 1, "label": "1"}
    return {
        "kind": kind, "role": role, "text": text, "was": was, "at": spot,
        "stood": spot if was else None, "language": "en",
    }  # fmt: skip


def test_json_says_the_same_in_full(builds):
    old, new = builds
    result = run("diff", old, new, "--json")
    diff = json.loads(result.stdout)
    bars = (
        "Bar chart: Little water. Water, %. 2 bars: Kyrgyzstan 3.0–4.0%, Kazakhstan {}%. "
        "Period: 2019. Kyrgyzstan: 2015–2019."
    )

    assert diff == {
        "old": {"name": str(old), "edition": "2022-10-03"},
        "new": {"name": str(new), "edition": "2022-10-03"},
        "files": [
            {
                "name": "brief-kaz-public.pdf", "document": "brief", "country": "KAZ",
                "audience": "public", "language": "en", "recipient": "", "status": "changed",
                "compared": True, "traced": True, "facts": [], "sources": [],
                "figures": [
                    {
                        "kind": "changed", "indicator": "water", "place": "KAZ",
                        "old": figure("1.7"), "new": figure("1.9"),
                    },
                ],
                "statements": [
                    statement("changed", "P", "Kazakhstan is very dry.", "Kazakhstan is dry."),
                    statement("dropped", "P", "", "Its rivers are long."),
                    statement("added", "P", "Rain is rare.", ""),
                    statement("changed", "Figure", bars.format("1.9"), bars.format("1.7")),
                    statement("changed", "TR", "Kazakhstan | 1.9", "Kazakhstan | 1.7"),
                ],
                "attachments": [
                    {
                        "kind": "changed", "name": "water-2.csv",
                        "was": ["Kazakhstan,1.7,1.7,,1.7%,%,2019"],
                        "now": ["Kazakhstan,1.9,1.9,,1.9%,%,2019"],
                    },
                ],
            },
        ],
    }  # fmt: skip
    assert json.loads(encode(briefing.diff_builds(old, new))) == diff


def test_a_build_does_not_differ_from_itself(builds):
    old, _ = builds
    result = run("diff", old, old, "--exit-code")

    assert (result.exit_code, result.stderr) == (Exit.MADE, "")
    assert result.stdout == f"{old} (2022-10-03) → {old} (2022-10-03)\n\nNothing has changed.\n"
    assert briefing.diff_builds(old, old).is_empty


def test_a_difference_is_an_exit_code_where_that_is_asked_for(builds):
    assert run("diff", *builds, "--exit-code").exit_code == Exit.CONTENT


def test_the_last_edition_is_compared_with_the_build_in_out(tiny, monkeypatch):
    monkeypatch.chdir(tiny)
    build(tiny, tiny / "out", "--keep")
    edit(tiny, "project.yaml", "2022-10-03, label: October 2022", "2023-04-03, label: April 2023")
    build(tiny, tiny / "out")
    whole, dated = run("diff"), run("diff", "2022-10-03", "out")

    assert whole.stdout == (
        "editions/2022-10-03 → out (2023-04-03)\n\n"
        "brief-kaz-public.pdf\n"
        "  Edition: 2022-10-03 → 2023-04-03\n"
        "  Statements: 1 changed\n"
        "    changed, page 1\n"
        "      - Kazakhstan · October 2022 · For General public\n"
        "      + Kazakhstan · April 2023 · For General public\n\n"
        "Files: 1 changed\n"
    )
    assert dated.stdout == whole.stdout


def test_files_that_only_one_build_has_are_named(tiny, tmp_path):
    one = build(tiny, tmp_path / "one")
    run("build", "--project", tiny, "-o", tmp_path / "all")
    more, less = run("diff", one, tmp_path / "all"), run("diff", tmp_path / "all", one)
    names = "brief-kaz-parliament.pdf, brief-kgz-parliament.pdf, brief-kgz-public.pdf"

    assert more.stdout.splitlines()[2:] == [
        "The same: brief-kaz-public.pdf",
        f"New in {tmp_path / 'all'}: {names}",
        "Files: 1 the same, 3 new",
    ]
    assert less.stdout.splitlines()[2:] == [
        "The same: brief-kaz-public.pdf",
        f"Not in {one} any more: {names}",
        "Files: 1 the same, 3 gone",
    ]


def test_two_pdfs_are_compared_without_their_manifests(builds, tmp_path):
    old, new = builds
    for number, folder in enumerate(builds):
        shutil.copy(folder / "brief-kaz-public.pdf", tmp_path / f"{number}.pdf")
    diff = briefing.diff_builds(tmp_path / "0.pdf", tmp_path / "1.pdf")
    result = run("diff", tmp_path / "0.pdf", tmp_path / "1.pdf")
    (file,) = diff.files

    assert (file.traced, file.figures, file.sources) == (False, (), ())
    assert file.statements == briefing.diff_builds(old, new).files[0].statements
    assert "  Figures and sources: not compared, for want of a manifest\n" in result.stdout


def test_a_pdf_stands_for_its_like_in_a_build(builds):
    old, new = builds
    diff = briefing.diff_builds(old / "brief-kaz-public.pdf", new)

    assert [file.traced for file in diff.files] == [True]
    assert diff.files == briefing.diff_builds(old, new).files


def test_markings_and_sources_are_compared_by_the_manifests(builds, tmp_path):
    old, _ = builds
    new = shutil.copytree(old, tmp_path / "new")
    relist(new, marking="AMBER", sources=["kim-2020", {"key": "poe-2022", "title": "Rain"}])
    result = run("diff", old, new)

    assert result.stdout.splitlines()[2:] == [
        "brief-kaz-public.pdf",
        "  Marking: CLEAR → AMBER",
        "  Sources: 1 added, 1 dropped",
        "    added: poe-2022",
        "    dropped: lee-2021",
        "",
        "Files: 1 changed",
    ]


WANTED = "  hint: name a folder with a manifest.json, a PDF, the date of an edition, or 'last'\n"


def test_what_is_not_there_is_told(builds, tiny, tmp_path):
    old, _ = builds
    (tmp_path / "bare").mkdir()
    told = {
        named: run("diff", named, old, "--project", tiny)
        for named in (f"{tmp_path}/none", f"{tmp_path}/bare", "last", "2020-01-01")
    }
    editions = tiny / "editions"

    assert {result.exit_code for result in told.values()} == {Exit.USAGE}
    assert {result.stdout for result in told.values()} == {""}
    assert [result.stderr for result in told.values()] == [
        f"{tmp_path}/none: error: there is no such file or folder\n{WANTED}",
        f"{tmp_path}/bare/manifest.json: error: there is no such file\n"
        "  hint: a folder that 'briefing build' has written has one\n",
        f"{editions}: error: no edition is kept\n  hint: 'briefing build --keep' keeps one\n",
        f"{editions / '2020-01-01'}: error: there is no edition of this date\n"
        "  hint: none is kept; 'briefing build --keep' keeps one\n",
    ]


def test_an_edition_is_not_looked_for_outside_of_projects(builds, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("diff", "last", builds[0])

    assert result.exit_code == Exit.USAGE
    assert result.stderr == (
        f"last: error: editions are kept in a project, and there is none here\n{WANTED}"
    )


def test_a_file_that_is_no_pdf_or_damaged_is_told(builds, tmp_path):
    old, _ = builds
    (tmp_path / "a.pdf").write_text("Not a PDF.")
    (tmp_path / "b.pdf").write_bytes(b"")
    told = [
        run("diff", tmp_path / name, old / "brief-kaz-public.pdf") for name in ("a.pdf", "b.pdf")
    ]

    assert [(one.exit_code, one.stdout) for one in told] == [(Exit.USAGE, "")] * 2
    assert [one.stderr for one in told] == [
        f"{tmp_path / 'a.pdf'}: error: cannot be read: it is not a PDF\n",
        f"{tmp_path / 'b.pdf'}: error: cannot be read: it is empty\n",
    ]


def test_files_of_which_none_stands_for_another_are_told(builds, tiny, tmp_path):
    old, _ = builds
    run("build", "-c", "KGZ", "-a", "parliament", "--project", tiny, "-o", tmp_path / "new")
    builds = run("diff", old, tmp_path / "new")
    single = run("diff", old, tmp_path / "new" / "brief-kgz-parliament.pdf")
    said = (
        f"error: no file of it stands for one of {old}\n  hint: {old} holds brief-kaz-public.pdf\n"
    )

    assert (builds.exit_code, single.exit_code) == (Exit.USAGE, Exit.USAGE)
    assert builds.stderr == f"{tmp_path / 'new'}: {said}"
    assert single.stderr == f"{tmp_path / 'new' / 'brief-kgz-parliament.pdf'}: {said}"


def test_files_that_are_not_those_of_the_manifest_are_told(builds, tmp_path):
    old, _ = builds
    new = shutil.copytree(old, tmp_path / "new")
    (new / "brief-kaz-public.pdf").write_bytes(b"%PDF-1.7\n")
    changed = run("diff", old, new)
    (new / "brief-kaz-public.pdf").unlink()
    gone = run("diff", old, new)
    relist(new, path="../old/brief-kaz-public.pdf")
    outside = run("diff", old, new)
    path = new / "brief-kaz-public.pdf"

    assert {one.exit_code for one in (changed, gone, outside)} == {Exit.USAGE}
    assert changed.stderr == (
        f"{path}: error: it is not the file that manifest.json lists\n"
        "  hint: it was changed after it was made; make the build again, or name the PDF alone\n"
    )
    assert gone.stderr == (
        f"{path}: error: it is listed, but there is no such file\n  hint: make the build again\n"
    )
    assert outside.stderr == (
        f"{new / 'manifest.json'}: error: it lists a file outside of its folder: "
        "'../old/brief-kaz-public.pdf'\n"
    )


@pytest.fixture
def locked(builds, tmp_path):
    """The new file, which opens with a password."""
    path = tmp_path / "locked.pdf"
    with pikepdf.open(builds[1] / "brief-kaz-public.pdf") as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="sesame", owner="open", R=6))
    return path


def test_an_encrypted_file_needs_its_password(builds, locked, tmp_path, monkeypatch):
    plain = builds[0] / "brief-kaz-public.pdf"
    without = run("diff", plain, locked)
    monkeypatch.setenv("BRIEFING_USER_PASSWORD", "sesame")
    with_it = run("diff", plain, locked)
    review = run("diff", plain, locked, "--pdf", tmp_path / "review.pdf")

    assert (without.exit_code, without.stdout) == (Exit.USAGE, "")
    assert without.stderr == f"{locked}: error: cannot be read: it needs a password\n"
    assert "      + Rain is rare.\n" in with_it.stdout
    assert review.exit_code == Exit.USAGE
    assert review.stderr == (
        "locked.pdf: error: it is encrypted, and a PDF for reviewers would not be\n"
        "  hint: compare builds that were made without --encrypt\n"
    )
    assert not (tmp_path / "review.pdf").exists()


def test_files_without_structure_are_compared_sentence_by_sentence(tiny, tmp_path):
    old = build(tiny, tmp_path / "old", "--conformance", "none")
    edit(
        tiny,
        "sections/water.md",
        "is dry [@kim-2020, p. 4].",
        "is dry [@kim-2020, p. 4]. It rains.",
    )
    new = build(tiny, tmp_path / "new", "--conformance", "none")
    (file,) = briefing.diff_builds(old, new).files

    assert [(one.kind, one.role, one.text) for one in file.statements] == [
        ("added", "page", "1 It rains.")  # what a number is for, only a structure tells
    ]
