"""Which briefs a selection stands for."""

import shutil
from pathlib import Path

import pytest

import briefing
from briefing.project import Project

CASES = Path(__file__).parents[1] / "cases"

DOCUMENT = """---
kind: Brief
title: Staff only
style: brief
repeats: countries
countries: [KAZ]
{condition}
---

{{{{ section("water") }}}}
"""


@pytest.fixture
def opened(tmp_path):
    """A project with a second document that carries a condition."""

    def made(condition: str) -> Project:
        shutil.copytree(CASES / "_project", tmp_path, dirs_exist_ok=True)
        file = tmp_path / "content/documents/staff.md"
        file.write_text(DOCUMENT.format(condition=condition), "utf-8")
        return briefing.open(tmp_path)

    return made


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        ("audience: parliament", "for parliament, not public"),
        ("marking: AMBER", "marked AMBER, above CLEAR"),
    ],
)
def test_a_document_is_not_made_for_readers_from_whom_its_conditions_keep_it(
    opened, condition, why
):
    one = opened(condition)
    names = [brief.name for brief in one.briefs()]

    assert "staff-kaz-parliament" in names
    assert "staff-kaz-public" not in names
    assert not [problem for problem in one.check() if problem.severity == "error"]
    with pytest.raises(ValueError, match="keep back all that was asked for") as error:
        one.briefs(documents=["staff"], audiences=["public"])
    assert str(error.value) == (
        f"its own conditions keep back all that was asked for: staff-kaz-public ({why})"
    )


def test_a_document_that_waits_for_its_day_is_made_for_nobody_yet(opened):
    names = [brief.name for brief in opened("from: 2031-01-01").briefs()]

    assert not [name for name in names if name.startswith("staff")]


def test_an_unmarked_document_is_not_made_for_readers_below_the_default_marking(opened, tmp_path):
    opened("")
    file = tmp_path / "content/project.yaml"
    text = file.read_text("utf-8").replace("default-marking: CLEAR", "default-marking: AMBER")
    file.write_text(text, "utf-8")
    one = briefing.open(tmp_path)

    assert {brief.request.audience for brief in one.briefs()} == {"parliament"}
    assert one.check() == ()
    with pytest.raises(ValueError, match="marked AMBER by default, above CLEAR"):
        one.briefs(documents=["staff"], audiences=["public"])
