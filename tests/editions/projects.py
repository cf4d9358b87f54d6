"""A tiny project of one's own, kept and changed."""

import json
import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from briefing.cli import main

TINY = Path(__file__).parents[1] / "cases" / "_project"


def copy_project(folder: Path) -> Path:
    shutil.copytree(TINY, folder)
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def build(project: Path, out: Path, *more: object) -> Path:
    result = run("build", "-c", "KAZ", "-a", "public", "--project", project, "-o", out, *more)
    assert result.exit_code == 0, result.output
    return out


def edit(project: Path, name: str, old: str, new: str) -> None:
    path = project / "content" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def relist(folder: Path, **changes: object) -> None:
    """Say other things of the one file of a build."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["files"][0].update(changes)
    path.write_text(json.dumps(manifest), "utf-8")
