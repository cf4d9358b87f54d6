"""The packaged styles, and that their README tells all that a style can say."""

import re
from pathlib import Path
from typing import get_args

import pytest

from briefing.load import load
from briefing.model.prose import BoxKind, SheetKind
from briefing.model.style import ParagraphName, RunningName

ROOT = Path(__file__).parents[2]

HOUSES = ("base", "brief", "institute", "parliament", "plain")


def test_every_packaged_style_is_whole():
    names = [path.stem for path in (ROOT / "styles").glob("*.yaml")]

    assert set(load(ROOT, ROOT / "styles").content.styles) == set(names)


@pytest.fixture(scope="module")
def houses():
    return load(ROOT, ROOT / "styles")


def test_the_house_styles_leave_nothing_to_warn_of(houses):
    assert [str(one) for one in houses.warnings if one.where.file.startswith("styles/")] == []


def test_a_study_has_the_measure_of_a_book_and_faces(houses):
    study = houses.content.styles["institute"]

    assert (study.paper.measure, study.paper.facing, study.paper.columns) == (375, True, 1)
    assert (study.captions, study.paragraphs["h1"].begins) == ("numbered", "page")
    assert "onum" in study.paragraphs["body"].text.features


def test_a_sheet_for_parliament_has_two_columns_and_stays_readable_when_squeezed(houses):
    sheet = houses.content.styles["parliament"]
    body = sheet.paragraphs["body"].text

    assert sheet.paper.columns == 2
    assert 235 <= sheet.paper.share(2) <= 245
    assert body.size * sheet.fitting.size[0] >= 8
    assert sheet.boxes["key-facts"].wide


def test_a_plain_paper_has_one_colour_and_no_grounds(houses):
    plain = houses.content.styles["plain"]
    boxes, sheets = plain.boxes.values(), plain.sheets.values()
    used = {paragraph.text.colour for paragraph in plain.paragraphs.values()}
    coloured = {colour for colour in used if len({colour[1:3], colour[3:5], colour[5:7]}) > 1}

    assert [one.fill for one in (*boxes, *sheets, plain.band)] == [None] * 9
    assert plain.table.highlight_fill == "#ffffff"
    assert coloured == {plain.palette["accent"]}


def test_the_house_styles_differ_in_all_that_is_seen_first(houses):
    found = [houses.content.styles[name] for name in HOUSES[1:]]
    for seen in (
        [style.paper.measure for style in found],
        [style.paragraphs["body"].text.size for style in found],
        [style.paragraphs["h1"].text for style in found],
        [style.paragraphs["band-title"].text for style in found],
    ):
        assert len(set(seen)) == len(found)


def test_the_readme_names_all_that_a_style_can_say():
    told = (ROOT / "styles/README.md").read_text("utf-8")
    names = [
        *HOUSES, *get_args(ParagraphName), *get_args(BoxKind), *get_args(SheetKind),
        *(f"{{{name}}}" for name in get_args(RunningName)),
    ]  # fmt: skip

    assert [name for name in names if f"`{name}`" not in told] == []


def test_the_readme_names_every_field():
    told = (ROOT / "styles/README.md").read_text("utf-8")
    code = "".join(path.read_text("utf-8") for path in (ROOT / "briefing/load/styles").glob("*.py"))
    fields = set(re.findall(r"""\((?:\w+, )?"([a-z]+(?:-[a-z]+)*)"[,)]""", code))
    shown = set(re.findall(r"[a-z]+(?:-[a-z]+)*", told))

    assert {"columns", "first-indent", "on-first-page", "picture-top", "space"} < fields
    assert sorted(fields - shown) == []
