"""Every example runs as it stands, in a folder of its own, twice to the same bytes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


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
    projects = [path for path in (ROOT / "examples").iterdir() if (path / "content").is_dir()]

    assert projects
    assert [path.name for path in (*EXAMPLES, *projects) if path.name not in told] == []
