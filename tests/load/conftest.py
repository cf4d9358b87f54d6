"""Small projects to load, and readers that know a few names."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.expressions.known import Known
from briefing.load.syntax.problems import Problems
from briefing.model.country import Place

CASES = Path(__file__).parents[1] / "cases"
STYLES = CASES / "_styles"


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Lay files over a tiny project without faults; None takes a file away."""

    def made(files: Mapping[str, str | bytes | None] | None = None) -> Path:
        root = tmp_path / "project"
        shutil.copytree(CASES / "_project", root, dirs_exist_ok=True)
        for name, content in (files or {}).items():
            path = root / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return made


def a_checker(languages: tuple[str, ...] = ("en",)) -> Checker:
    """Give a checker that knows a few names, with problems of its own."""
    place = Place("KAZ", "KZ", {"en": "Kazakhstan"}, {"en": "Kazakh"}, "", (), Location("", 1))
    known = Known(
        markings=("CLEAR", "RED"),
        audiences=("public", "press"),
        languages=languages,
        places={"KAZ": place, "KGZ": place},
        indicators=("water", "grain"),
        sources=("kim-2020", "lee-2021"),
        sections=("water",),
        charts=("water",),
        tables=("water",),
        pictures=("water",),
        styles=("brief",),
        abbreviations=("NATO", "DG INTPA"),
    )
    return Checker(known, Problems())


def told(checker: Checker) -> list[str]:
    """Give what was taken down, in order."""
    return sorted(map(str, checker.problems.all()))
