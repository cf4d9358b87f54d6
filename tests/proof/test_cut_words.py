"""Words that are too wide for their place, and cut, are found as what they are.

Tables cut none: they say how wide they would have to be.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import Exit, main

TINY = Path(__file__).parents[1] / "cases" / "_project"
WATER = "---\ntitle: Water\n---\n\n{{ country.name }} is dry [@kim-2020, p. 4].\n\n"

WORDS = {
    "letters": "Xqzxqzvkqz" * 16,
    "a compound": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    * 2,
    "an address": "www.example.org/" + "quietlapisharbour" * 10,
    "digits": "4812907365" * 12,
    "a name of a program": "_".join(["quiet", "lapis", "harbour"] * 9),
}
PLACES = {
    "a paragraph": "They know of {} and say so.",
    "a heading": "## On {}\n\nThey know it.",
    "a list": "- It is {}.\n- They know it.",
    "a note": "They know it.^[It is {}.]",
    "key facts": "::: key-facts\n- **12** of {} [@kim-2020]\n- **9** of them [@kim-2020]\n:::",
}


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    shutil.copytree(TINY, root)
    return root


def build(root: Path):
    out = root.parent / "out"
    arguments = ("build", "-c", "KAZ", "-a", "public", "--project", str(root), "-o", str(out))
    return CliRunner().invoke(main, arguments)


def declare(root: Path, secret: str) -> None:
    with (root / "content/project.yaml").open("a", encoding="utf-8") as file:
        file.write(f'secrets: ["{secret}"]\n')


@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS.keys())
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_a_secret_that_is_cut_refuses_the_file(project, place, word):
    (project / "content/sections/water.md").write_text(WATER + place.format(word), "utf-8")
    made = build(project)
    assert made.exit_code == Exit.MADE, made.stderr
    shutil.rmtree(project.parent / "out")

    declare(project, word)
    refused = build(project)

    assert refused.exit_code == Exit.PROOF, refused.stderr
    assert not (project.parent / "out").exists()
