"""Whole files: what is made for those who may see all is refused for those who may not."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefing import pipeline
from briefing.errors import ProofError
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.drawing import Bitmap
from briefing.model.request import Request
from briefing.proof import forbidden, prove
from briefing.units import Pt
from tests.bitmaps import saved
from tests.proof.test_pictures import scene
from tests.tailor import build
from tests.tailor.build import (
    at,
    attributes,
    bars,
    chart,
    columns,
    conditions,
    content,
    definition,
    definitions,
    front_matter,
    heading,
    listing,
    paragraph,
    placed,
    quote,
    section,
    sheet,
    words,
)

SECRET = "quiet envoys leased the northern harbour"
ROOT = Path(__file__).parents[2]
CLOSED = conditions(marking="RED")


@lru_cache(maxsize=1)
def styles():
    brief = pipeline.open_project(ROOT).content.styles["brief"]
    cover = replace(brief.sheets["cover"], picture_height=Pt(200))
    head = replace(brief.head, inner="{section}", on_first_page=True)
    return {"brief": replace(brief, sheets={**brief.sheets, "cover": cover}, head=head)}


def whole(*blocks: p.Block, **given: Any) -> c.Content:
    """A project that can be printed, with every listing there is."""
    lists = [
        listing(kind) for kind in ("contents", "figures", "tables", "abbreviations", "sources")
    ]
    around = (front_matter(paragraph("Before."), *lists), heading("First"), paragraph("Open."))
    made = content(*around, *blocks, heading("Credits"), listing("credits"), **given)
    sources = {
        key: replace(source, csl={**source.csl, "type": "book"})
        for key, source in made.sources.items()
    }
    return replace(made, styles=styles(), sources=sources)


def refused(made: c.Content) -> list[str]:
    """Make the file for those who may see all, and prove it for the public."""
    finished = pipeline.make(made, Request("brief", "KAZ", "staff", "en", "brief-kaz"))
    pipeline.make(made, Request("brief", "KAZ", "public", "en", "brief-kaz"))
    withheld = forbidden(made, "brief", place="KAZ", audience="public", language="en")
    try:
        prove(finished.pdf, withheld, name="brief-kaz")
    except ProofError as error:
        return sorted({line.partition(" (")[0].partition(":")[0] for line in error.findings})
    return []


def picture(**said: Any) -> c.PictureSpec:
    made = build.picture("harbour", **{"credit": "Us", **said}, data=saved(scene(1)))
    (item,) = made.image.items
    assert isinstance(item, Bitmap)
    item = replace(item, raster=replace(item.raster, width=64, height=48), width=64.0, height=48.0)
    image = replace(made.image, items=(item,), width=Pt(64), height=Pt(48))
    return replace(made, image=image, conditions=CLOSED)


def table(title: str = "", cell: str = "y") -> p.TableBlock:
    head, row = (p.Row((p.Cell(words(text), at()),), p.PLAIN, at()) for text in ("x", cell))
    return p.TableBlock(("left",), (head,), (row,), attributes(marking="RED"), at(), words(title))


BLOCKS = {
    "a heading": heading(SECRET, marking="RED"),
    "a definition": definitions(definition("Term", paragraph(SECRET), marking="RED")),
    "a term": definitions(definition(SECRET, paragraph("x"), marking="RED")),
    "columns": columns(paragraph(SECRET), marking="RED"),
    "a sheet": sheet(heading(SECRET, level=1), marking="RED"),
    "a subtitle of a sheet": sheet(
        heading("Title", level=1), heading(SECRET, level=2, marking="RED")
    ),
    "front matter": front_matter(paragraph(SECRET), marking="RED"),
    "an attribution": quote(
        paragraph("Said."), paragraph(SECRET, classes=("attribution",), marking="RED")
    ),
    "a caption of a table": table(title=SECRET),
    "a cell": table(cell=SECRET),
    "what may be dropped": paragraph(SECRET, optional=3, marking="RED"),
    "a floating table": replace(table(title=SECRET), position="top"),
}  # fmt: skip


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_a_file_is_refused_for_what_one_block_says(block):
    found = refused(whole(block, paragraph("Behind it.")))

    assert [place for place in found if place.startswith("page ")]


def test_a_withheld_heading_is_found_in_the_contents_and_the_outline_too():
    found = refused(whole(heading(SECRET, marking="RED"), paragraph("Below it.")))

    assert len([place for place in found if place.startswith("page ")]) >= 2
    assert "outline" in found


def test_a_withheld_chart_is_found_in_the_list_of_figures_and_its_attached_data():
    closed = chart("harbour", bars("KAZ", "KGZ"), title=SECRET, marking="RED")
    found = refused(whole(placed("chart", "harbour"), charts=[closed]))

    assert {"attachment", "annotation"} <= set(found)
    assert len([place for place in found if place.startswith("page ")]) >= 2


def test_a_withheld_short_title_is_found_in_the_running_head():
    text = [paragraph(f"Paragraph {number} of many." * 40) for number in range(12)]
    long = section("long", *text, title="Long", short=[p.Span(
        words(SECRET), p.Attributes(conditions=CLOSED), at())])  # fmt: skip
    found = refused(whole(placed("section", "long"), sections=[long]))

    assert [place for place in found if place.startswith("page ")]


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ({"title": SECRET}, {"annotation"}),
        ({"credit": SECRET}, set()),
        ({"alt": SECRET}, {"structure"}),
        ({"note": SECRET}, set()),
        ({"alt": ""}, set()),
    ],
    ids=["title", "credit", "alternative text", "note", "nothing"],
)
def test_a_withheld_picture_is_found_by_what_is_said_of_it_and_by_how_it_looks(said, places):
    found = refused(whole(placed("picture", "harbour"), pictures=[picture(**said)]))

    assert "picture" in found
    assert places <= set(found)
    if {"title", "credit", "note"} & said.keys():
        assert [place for place in found if place.startswith("page ")]


def test_a_withheld_picture_of_a_sheet_is_found():
    cover = sheet(heading("Title", level=1), paragraph("x"), picture="harbour")

    assert "picture" in refused(whole(cover, pictures=[picture()]))


def test_what_only_withheld_text_abbreviates_is_found_in_the_list_of_abbreviations():
    found = refused(whole(paragraph("The {{ abbr('SCO') }} met.", marking="RED")))

    assert len([place for place in found if place.startswith("page ")]) >= 2
