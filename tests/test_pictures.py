"""The example project's own pictures are what its script draws."""

import runpy
from pathlib import Path

import pytest

from briefing.load.files import TextFile
from briefing.load.problems import Problems
from briefing.load.svg import read_svg
from briefing.units import parse_length

FOLDER = Path(__file__).parents[1] / "content/pictures"
DRAWN = runpy.run_path(str(FOLDER / "make.py"))["DRAWN"]


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_what_the_script_draws(name):
    assert DRAWN[name]() == (FOLDER / name).read_text("utf-8")


@pytest.mark.parametrize(("name", "width", "height"), [
    ("ridges.svg", "210mm", "190mm"), ("route.svg", "164mm", "30mm"),
    ("portrait.svg", "50mm", "50mm"),
])  # fmt: skip
def test_a_picture_can_be_printed_and_is_small(name, width, height):
    text, problems = (FOLDER / name).read_text("utf-8"), Problems()
    drawing = read_svg(TextFile(name, text), name, problems)

    assert problems.all() == ()
    assert drawing is not None
    size = parse_length(width), parse_length(height)
    assert (drawing.width, drawing.height) == pytest.approx(size, abs=0.01)
    assert len(text) < 30_000


def test_every_picture_of_the_folder_is_drawn_by_the_script():
    assert {path.name for path in FOLDER.glob("*.svg")} == set(DRAWN)
