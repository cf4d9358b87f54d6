"""A judge that did not judge is no judge."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pdf import judge

ROOT = Path(__file__).parents[2]
PASSED = ["PASS a.pdf [ua1]", "PASS a.pdf [3a]"]
SAID = "PASS a.pdf [ua1] rules=106 checks=9\nPASS a.pdf [3a] rules=152 checks=9\n"


def test_files_pass_of_which_each_flavour_is_said_to_pass():
    assert judge.verdict(SAID, PASSED) == ""


@pytest.mark.parametrize(
    ("said", "unsaid"),
    [
        ("", PASSED),
        ("java: not found\n", PASSED),
        (SAID.replace("PASS a.pdf [3a]", "FAIL a.pdf [3a]"), PASSED[1:]),
        (SAID.splitlines()[0], PASSED[1:]),
        (SAID.replace("[3a]", "[3ab]"), PASSED[1:]),
        (SAID.replace("a.pdf [3a]", "b.pdf [3a]"), PASSED[1:]),
        (SAID.replace("PASS", "  PASS"), PASSED),
        (SAID + SAID, PASSED),
    ],
)
def test_what_is_not_said_to_pass_does_not(said, unsaid):
    told = judge.verdict(said, PASSED)

    assert [line for line in told.splitlines() if line.startswith("not said")] == [
        f"not said: {one}" for one in unsaid
    ]


def test_a_command_that_judges_nothing_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(judge, "_GIVEN", "true")

    assert judge.judged([tmp_path / "a.pdf"], "ua1") == (
        f"exit code 0\nnot said: PASS {tmp_path}/a.pdf [ua1]"
    )


def test_a_command_that_is_not_there_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(judge, "_GIVEN", str(tmp_path / "verapdf"))

    assert judge.judged([tmp_path / "a.pdf"], "ua1") == (
        f"{tmp_path}/verapdf: No such file or directory\nnot said: PASS {tmp_path}/a.pdf [ua1]"
    )


def test_of_no_file_nothing_can_be_said():
    with pytest.raises(ValueError, match="no file to judge"):
        judge.judged([])


JUDGING = """
from tests.pdf.judge import judged, needs_judge

@needs_judge
def test_it(tmp_path):
    assert judged([tmp_path / "a.pdf"]) == ""
"""


@pytest.mark.parametrize("workers", ["-n0", "-n2"])
@pytest.mark.parametrize(
    ("required", "code", "last"),
    [("", 0, "not judged: veraPDF is not here (set VERAPDF)"), ("required", 1, "1 failed in ")],
)
def test_a_judge_that_is_missing_is_told_last_or_is_a_fault(
    workers, required, code, last, tmp_path
):
    told = _run(tmp_path, JUDGING, workers, BRIEFING_JUDGE=required)

    assert told.returncode == code
    assert told.stdout.splitlines()[-1].startswith(last)


def test_where_nothing_is_to_be_judged_nothing_is_told(tmp_path):
    told = _run(tmp_path, "def test_it():\n    assert True\n", "-n0")

    assert told.stdout.splitlines()[-1].startswith("1 passed in ")


def _run(folder, source, workers, **surroundings):
    """Run tests where there is no judge, and no way to one."""
    (folder / "conftest.py").write_text("from tests.conftest import pytest_unconfigure\n")
    (folder / "test_it.py").write_text(source)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", workers, "test_it.py"],
        env={"PATH": "/nowhere", "PYTHONPATH": str(ROOT), **surroundings},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
