"""Every folder in ``cases`` is a test: a few files, and the whole text of what they must give.

The files of a case are laid over those of ``cases/_project``, a tiny project without faults, so
that a case holds nothing but what it is about. What is expected stands in ``expect.NAME.txt``. The
packaged styles are those of ``cases/_styles``, lest a new look change a message.
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.errors import ContentError
from briefing.load import load

HERE = Path(__file__).parent / "cases"
STYLES = HERE / "_styles"


def errors(project: Path) -> str:
    """Give all errors of a project that cannot be loaded."""
    with pytest.raises(ContentError) as caught:
        load(project, STYLES)
    return f"{caught.value}\n"


def warnings(project: Path) -> str:
    """Give all warnings of a project that can be loaded."""
    return "".join(f"{warning}\n" for warning in load(project, STYLES).warnings)


def making(project: Path) -> str:
    """Give all errors of a project whose files are sound but whose briefs cannot be set."""
    loaded = load(project, pipeline.packaged_styles())
    problems = pipeline.check(loaded.content, loaded.warnings)
    return "".join(f"{problem}\n" for problem in problems)


GIVEN: Mapping[str, Callable[[Path], str]] = {
    "expect.errors.txt": errors,
    "expect.making.txt": making,
    "expect.warnings.txt": warnings,
}
"""What a case may expect; a new kind is a new function here."""

CASES = sorted(path for path in HERE.glob("*/expect.*.txt"))


@pytest.mark.parametrize("expected", CASES, ids=lambda path: f"{path.parent.name}:{path.name}")
def test_case(expected, tmp_path, same_text):
    shutil.copytree(HERE / "_project", tmp_path, dirs_exist_ok=True)
    shutil.copytree(expected.parent, tmp_path, dirs_exist_ok=True)

    same_text(expected, GIVEN[expected.name](tmp_path))


def test_every_case_expects_something():
    cases = {path.name for path in HERE.iterdir() if not path.name.startswith("_")}

    assert cases == {path.parent.name for path in CASES}
