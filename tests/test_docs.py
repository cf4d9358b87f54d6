"""The documents name what there is: commands, options, modules, make targets."""

import re
from pathlib import Path

from click.testing import CliRunner

from briefing.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
STAGES = ("load", "tailor", "charts", "compose", "layout", "pdf", "proof")


def test_every_command_that_the_readme_shows_exists_and_has_help():
    shown = set(re.findall(r"^briefing ([a-z]+)", README, re.MULTILINE))

    assert shown == {"audit", "build", "check", "diff", "explain", "list", "trace"}
    for command in shown:
        result = CliRunner().invoke(main, [command, "--help"])
        assert result.exit_code == 0
        assert len(result.output.splitlines()) > 4


def test_every_option_that_the_readme_shows_exists():
    lines = re.findall(r"^briefing (build.*?)(?:#|$)", README, re.MULTILINE)
    told = CliRunner().invoke(main, ["build", "--help"]).output

    options = {option for line in lines for option in re.findall(r" (-{1,2}[a-z-]+)", line)}
    assert options
    assert all(re.search(rf"(?<![\w-]){option}(?![\w-])", told) for option in options)


def test_every_make_target_that_the_readme_shows_exists():
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", README, re.MULTILINE)) <= set(targets)


def test_every_part_of_the_package_is_in_the_architecture():
    parts = [p for p in (ROOT / "briefing").iterdir() if not p.name.startswith("__")]
    names = {p.name if p.is_file() else f"{p.name}/" for p in parts}
    names -= {"py.typed", "__pycache__/"}

    assert {name for name in names if name not in ARCHITECTURE} == set()


def test_every_path_that_the_architecture_names_exists():
    named = set(re.findall(r"`((?:[\w-]+/)+[\w.*-]*|[\w-]+\.(?:md|py|toml|yaml))`", ARCHITECTURE))
    inside = [ROOT, ROOT / "briefing", *(ROOT / "briefing" / stage for stage in STAGES)]
    missing = [path for path in named if not any(list(folder.glob(path)) for folder in inside)]

    assert missing == []
