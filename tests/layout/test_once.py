"""Every paragraph is broken once, every word shaped once, every line painted once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

import briefing
from briefing import pipeline
from briefing.layout import layout
from briefing.model.flow import BesideItem, BreakItem, ColumnsItem, FloatItem, Flow, SheetItem
from briefing.model.page import Pages, PlacedDrawing
from briefing.model.structure import Leaf, Node
from briefing.model.style import SheetStyle
from briefing.pdf import write_pdf
from briefing.text import fonts as fonts_module
from briefing.text.fonts import Fonts
from briefing.units import Pt
from tests.layout.flows import FAMILIES, Writer
from tests.layout.once import Counts, counting, lines, paragraphs

REPOSITORY = Path(__file__).parents[2]
SENTENCE = "Growth held up better than most forecasts of the spring had it. "


def everything() -> Flow:
    """A flow of every kind of item."""
    writer = Writer()
    look = SheetStyle(None, None, Pt(0), Pt(0), Pt(60), Pt(40), Pt(30))
    head = writer.row("Head^", "Another", name="table-head", notes=["Of the head"])
    rows = [writer.row(f"Row {k}", f"{k}.5 % of all^", notes=["Of a cell"]) for k in range(40)]
    text = writer.paragraph
    entry = text("A heading")
    end = (writer.run("00", field="page-of", target="heading"),)
    return writer.flow(
        SheetItem((text("A cover", "band-title"),), (text("Foot"),), None, None, look, "cover"),
        writer.band("A title"),
        replace(entry, end=end),
        text("A heading", "h1", anchor="heading", mark="A heading"),
        text(SENTENCE * 9 + "^ " + SENTENCE * 3, notes=[SENTENCE * 30]),
        BesideItem(writer.box(text("Beside^", notes=["Of a box"])), Pt(80), "right", Pt(10)),
        writer.bullet(SENTENCE * 2),
        text(SENTENCE * 6),
        FloatItem(writer.group(text("Title"), writer.drawing(40)), "top", Pt(12)),
        ColumnsItem(tuple(text(SENTENCE * 4) for _ in range(6)), 2, Pt(12)),
        BreakItem("right"),
        writer.grid([text("1.1%", "fact-value")], [text("of all", "fact-label")], columns=2),
        writer.table(head, *rows),
        head=writer.running("A title"),
    )


def check(counts: Counts, flow: Flow, pages: Pages) -> None:
    items = {id(item.runs) for item in paragraphs(flow) if item.runs}
    broken = {key: count for key, count in counts.broken.items() if key in items}

    assert broken == dict.fromkeys(items, 1)
    assert counts.shaped
    assert set(counts.shaped.values()) == {1}
    assert dict(counts.painted) == dict.fromkeys(map(id, lines(pages)), 1)


def test_every_kind_of_item_is_set_and_painted_once():
    flow = everything()
    fonts_module._shaper.cache_clear()
    fonts = Fonts(FAMILIES)
    with counting() as counts:
        pages = layout(flow, fonts)
        leaves = Node("P", tuple(sorted(set(_leaves(pages)))))
        write_pdf(replace(pages, structure=Node("Document", (leaves,))), fonts)

    assert len(pages.pages) > 3
    check(counts, flow, pages)


def _leaves(pages: Pages) -> Iterator[Leaf]:
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, PlacedDrawing) and item.leaf is not None:
                yield item.leaf
    for line in lines(pages):
        yield from (run.leaf for run in line.runs if run.leaf is not None)


@pytest.mark.parametrize("country", ["KAZ", "TJK"])
def test_a_brief_is_set_and_painted_once(country, monkeypatch):
    project = briefing.open(REPOSITORY)
    request = project.brief("country-brief", country=country, audience="public").request
    style = project.content.styles["brief"]
    fonts_module._shaper.cache_clear()
    fonts = Fonts(style.families)
    monkeypatch.setattr(pipeline, "fonts_of", lambda _: fonts)
    with counting() as counts:
        fitted = pipeline.pages_of(project.content, request)
        write_pdf(fitted.pages, fonts)

    check(counts, fitted.flow, fitted.pages)
