"""Every example runs as it stands, in a folder of its own, twice to the same bytes."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import briefing
from briefing.cli import main

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
PROJECTS = sorted(path.parent for path in (ROOT / "examples").glob("*/content"))
FIGURES = ROOT / "examples" / "figures"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs_and_makes_the_same_files_twice(example, tmp_path):
    runs = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        command = [sys.executable, "-W", "error", str(example)]
        subprocess.run(command, cwd=folder, check=True, env={"PYTHONPATH": str(ROOT)})
        runs.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})

    assert runs[0] == runs[1]
    assert runs[0]
    assert all(data.startswith(b"%PDF-1.7") for data in runs[0].values())


def test_every_example_is_told_of_in_their_readme():
    told = (ROOT / "examples" / "README.md").read_text("utf-8")

    assert PROJECTS
    assert [path.name for path in (*EXAMPLES, *PROJECTS) if path.name not in told] == []


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda path: path.name)
def test_a_project_of_the_examples_has_nothing_to_mend(folder):
    project = briefing.open(folder)

    assert (*project.warnings, *(one for one in project.check() if one.severity != "note")) == ()


def test_what_a_program_brings_is_noted_where_none_has():
    checked = CliRunner().invoke(main, ["check", "--strict", "--project", str(FIGURES)])
    refused = CliRunner().invoke(main, ["build", "--project", str(FIGURES)])

    place, message = "content/charts/instruments.yaml:1:1", "nobody has brought the figure"
    hint = "a program brings it: project.with_figure('instruments', figure)"
    assert (checked.exit_code, checked.stdout) == (0, "9 files, 1 brief, no problems\n")
    assert checked.stderr == (
        f"{place}: note: {message} 'instruments', so that papers with it are not laid out\n"
        f"  hint: {hint}, and checks it then\n"
    )
    assert refused.exit_code == 1
    assert refused.stderr == f"{place}: error: {message} 'instruments'\n  hint: {hint}\n"
