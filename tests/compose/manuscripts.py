"""Small manuscripts to compose, and a style in which every paragraph can be told by its size."""

from collections.abc import Mapping
from typing import Any, get_args

from msgspec.structs import replace

from briefing.compose import compose
from briefing.errors import Location
from briefing.model import manuscript as m
from briefing.model.content import ALWAYS, Audience, CitedWork, Edition, Licence, Publisher
from briefing.model.country import Amount, Date, Period, Place, Reading
from briefing.model.drawing import Drawing
from briefing.model.flow import Flow
from briefing.model.source import Source
from briefing.model.style import (
    Addresses,
    BandStyle,
    BoxStyle,
    ChartStyle,
    Family,
    PaperStyle,
    ParagraphName,
    ParagraphStyle,
    Style,
    TableStyle,
    TextStyle,
)
from briefing.units import Pt

HERE = Location("content/sections/here.md", 1)


def style() -> Style:
    """A style in which only what composing reads has a meaning."""
    zero = Pt(0)
    paragraphs = {
        name: ParagraphStyle(
            TextStyle("serif", 5.0 + at, "#000000"), Pt(7.0 + at), left=_left(name)
        )
        for at, name in enumerate(get_args(ParagraphName))
    }
    text = paragraphs["body"].text
    box = BoxStyle(None, None, "left", zero, zero, zero, zero, zero)
    kinds = ("key-messages", "key-facts", "box", "pull-quote", "recommendations")
    return Style(
        name="test",
        paper=PaperStyle(*(Pt(n) for n in (300, 400, 20, 20, 20, 20, 10, 10, 6, 40, 12))),
        families={"serif": Family("r", "i", "b", "bi", ())},
        palette={"accent": "#b3402a", "rule": "#cccccc"},
        paragraphs=paragraphs,
        boxes={kind: box for kind in kinds},
        table=TableStyle("#000000", "#cccccc", "#eeeeee", zero, zero, Pt(6), Pt(6)),
        band=BandStyle("#12436d", "#b3402a", zero, zero, zero),
        chart=ChartStyle("#b3402a", "#8296a8", (), "#cccccc", "#000000", text, text),
        link="#12436d",
        addresses="printed",
        where=HERE,
    )


def _left(name: str) -> Pt:
    return Pt(12) if name in ("bullet", "number") else Pt(0)


def source(key: str, family: str, title: str) -> Source:
    """A work of one author."""
    csl = {
        "id": key,
        "type": "report",
        "title": title,
        "author": [{"family": family, "given": "A."}],
        "issued": {"date-parts": [[2020]]},
    }
    return Source(key, csl, HERE)


SOURCES = {
    "kurc": source("kurc", "Kurç", "Arms and allies"),
    "weitz": source("weitz", "Weitz", "Two suppliers"),
}


def reading(key: str = "mil-exp", *, cited: str = "kurc", doubt: str = "") -> Reading:
    """1.1 for Kazakhstan in 2019."""
    period = Period(Date(2019), Date(2019))
    return Reading(key, "KAZ", Amount(1.1, 1.1), period, cited, "", (), doubt, ALWAYS, HERE)


def text(words: str) -> m.Text:
    """Words from nowhere in particular."""
    return m.Text(words, HERE)


def cited(*keys: str, locator: str = "") -> m.Citation:
    """A citation of works."""
    return m.Citation(tuple(CitedWork(key, locator, "", HERE) for key in keys), HERE)


def paragraph(*inlines: m.Inline) -> m.Paragraph:
    """A paragraph."""
    return m.Paragraph(inlines, (), HERE)


def composed(
    *blocks: m.Block,
    drawings: Mapping[str, Drawing] | None = None,
    addresses: Addresses = "printed",
    **fields,
) -> Flow:
    """Compose a manuscript of these blocks."""
    values: dict[str, Any] = {
        "document": "brief",
        "kind": "Country brief",
        "title": "Kazakhstan",
        "subtitle": "",
        "language": "en",
        "audience": Audience("public", "General public", "CLEAR", HERE),
        "place": Place("KAZ", "KZ", {"en": "Kazakhstan"}, {"en": "Kazakh"}, "", (), HERE),
        "edition": Edition("2022-10-03", "October 2022", "2022-06-29"),
        "publisher": Publisher("Institute", "https://example.org/", "a@example.org", ""),
        "licence": Licence("CC0", "https://example.org/cc0"),
        "credit": (),
        "marking": "CLEAR",
        "style": "test",
        "least_pages": 1,
        "most_pages": None,
        "sources": SOURCES,
        "charts": {},
        "where": HERE,
    }
    made = m.Manuscript(blocks=blocks, **(values | fields))
    return compose(made, drawings or {}, replace(style(), addresses=addresses))
