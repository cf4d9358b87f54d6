"""Small manuscripts to compose, and a style in which every paragraph can be told by its size."""

from collections.abc import Mapping
from typing import Any, get_args

from msgspec.structs import replace

from briefing.compose import compose
from briefing.errors import Location
from briefing.model import manuscript as m
from briefing.model.chart import BarChart, Chart, Scale
from briefing.model.content import (
    Audience,
    Edition,
    Licence,
    Publisher,
)
from briefing.model.country import Amount, Date, Period, Place, Reading, Unit
from briefing.model.drawing import Drawing
from briefing.model.flow import Flow
from briefing.model.prose import ALWAYS, CitedWork
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
    SheetStyle,
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
        paper=PaperStyle(  # of a measure of 260
            width=Pt(300),
            height=Pt(400),
            top=Pt(20),
            bottom=Pt(20),
            inner=Pt(20),
            outer=Pt(20),
            head=Pt(10),
            foot=Pt(10),
            note_gap=Pt(6),
            note_rule=Pt(40),
            column_gap=Pt(12),
        ),
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
        sheets={
            kind: SheetStyle(None, None, zero, Pt(150), Pt(200), Pt(30), Pt(20))
            for kind in ("cover", "title-page", "back-cover")
        },
    )


def paper(house: Style, **fields: Any) -> Style:
    """A style on another paper."""
    return replace(house, paper=replace(house.paper, **fields))


def with_paragraph(house: Style, name: str, **fields: Any) -> Style:
    """A style in which one paragraph is another."""
    changed = replace(house.paragraphs[name], **fields)
    return replace(house, paragraphs={**house.paragraphs, name: changed})


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


def reading(
    key: str = "mil-exp", *, cited: str = "kurc", doubt: str = "", **more: object
) -> Reading:
    """1.1 for Kazakhstan in 2019."""
    period = Period(Date(2019), Date(2019))
    one = Reading(key, "KAZ", Amount(1.1, 1.1), period, cited, "", (), doubt, ALWAYS, HERE)
    return replace(one, **more)


def text(words: str) -> m.Text:
    """Words from nowhere in particular."""
    return m.Text(words, HERE)


def cited(*keys: str, locator: str = "") -> m.Citation:
    """A citation of works."""
    return m.Citation(tuple(CitedWork(key, locator, "", HERE) for key in keys), HERE)


def paragraph(*inlines: m.Inline) -> m.Paragraph:
    """A paragraph."""
    return m.Paragraph(inlines, (), HERE)


def words(text_: str, *classes: str) -> m.Paragraph:
    """A paragraph of these words."""
    return m.Paragraph((text(text_),), classes, HERE)


def heading(words_: str, name: str = "", level: int = 2, *classes: str) -> m.Heading:
    """A heading inside a section."""
    return m.Heading(level, (text(words_),), name, HERE, classes)


def section(title: str, *blocks: m.Block, name: str = "section", short: str = "") -> m.Section:
    """A section."""
    titled = (text(title),) if title else ()
    return m.Section(name, titled, blocks, HERE, (text(short),) if short else ())


def numbered(*items: str, start: int = 1, classes: tuple[str, ...] = ()) -> m.ListBlock:
    """A numbered list."""
    return m.ListBlock(start, tuple(m.ListItem((words(item),)) for item in items), classes)


def reference(target: str, show: Any = "label") -> m.Reference:
    """A reference."""
    return m.Reference(target, show, HERE)


def abbreviation(short: str, long: str) -> m.Abbreviation:
    """A short form."""
    return m.Abbreviation(short, long, HERE)


def listing(kind: Any, depth: int = 2) -> m.Listing:
    """A listing."""
    return m.Listing(kind, depth, HERE)


def box(kind: Any, *blocks: m.Block, classes: tuple[str, ...] = ()) -> m.Box:
    """A box."""
    return m.Box(kind, blocks, HERE, classes)


def figure(chart: str, title: str, *, position: Any = "here", **fields: Any) -> m.Figure:
    """A chart with a title; its id is that of the chart."""
    values: dict[str, Any] = {"subtitle": (), "note": (), "readings": (), "where": HERE}
    titled = (text(title),) if title else ()
    return m.Figure(chart=chart, title=titled, id=chart, position=position, **(values | fields))


def picture(name: str, title: str = "", *, credit: str = "", **fields: Any) -> m.Picture:
    """A picture of 100 by 50."""
    values: dict[str, Any] = {"span": "full", "position": "here", "beside": False, "note": ()}
    return m.Picture(
        id=name,
        image=fields.pop("image", drawing(name, 100)),
        alt=fields.pop("alt", f"What {name} shows."),
        title=(text(title),) if title else (),
        credit=(text(credit),) if credit else (),
        where=HERE,
        **(values | fields),
    )


def table(name: str, title: str, **fields: Any) -> m.TableBlock:
    """A table of two columns and one row."""
    head = m.Row((m.Cell((text("Place"),)), m.Cell((text("Share"),))))
    row = m.Row((m.Cell((text("Kazakhstan"),)), m.Cell((text("1.1"),))))
    titled = (text(title),) if title else ()
    made = m.TableBlock(name, titled, ("left", "right"), (head,), (row,), True, (), HERE)
    return replace(made, **fields)


def sheet(kind: Any, *blocks: m.Block, picture: m.Picture | None = None) -> m.Sheet:
    """A sheet."""
    return m.Sheet(kind, picture, blocks, HERE)


def drawing(name: str, width: float, height: float = 50.0) -> Drawing:
    """A picture of nothing."""
    return Drawing(name, Pt(width), Pt(height), (), f"What {name} shows.", "", HERE)


def chart(name: str, span: Any = "full") -> Chart:
    """A chart of nothing."""
    scale = Scale(Unit("percent", "{value}%", "", "{value}%", "%", False), 1, "en")
    return Chart(name, "", "", "", BarChart((), scale, None), span, Pt(50), "en", HERE)


def charts(house: Style, **spans: Any) -> dict[str, Any]:
    """Charts and their drawings, of the widths that they have in a style."""
    shares = {"full": 1, "half": 2, "third": 3}
    return {
        "charts": {name: chart(name, span) for name, span in spans.items()},
        "drawings": {
            name: drawing(name, house.paper.share(shares[span])) for name, span in spans.items()
        },
    }


def manuscript(*blocks: m.Block, **fields: Any) -> m.Manuscript:
    """A manuscript of these blocks."""
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
    return m.Manuscript(blocks=blocks, **(values | fields))


def composed(
    *blocks: m.Block,
    drawings: Mapping[str, Drawing] | None = None,
    addresses: Addresses = "printed",
    house: Style | None = None,
    **fields: Any,
) -> Flow:
    """Compose a manuscript of these blocks."""
    house = house or replace(style(), addresses=addresses)
    return compose(manuscript(*blocks, **fields), drawings or {}, house)
