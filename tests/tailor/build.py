"""Content by hand: a small project whose parts a test names only where it cares for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model import chart_spec as s
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.country import Amount, Date, Indicator, Period, Place, Reading, Unit
from briefing.model.drawing import Bitmap, Drawing, Painted, Raster
from briefing.model.manuscript import Manuscript, Tailored
from briefing.model.source import Source
from briefing.tailor import tailor
from briefing.units import Pt

FILE = "content/documents/brief.md"
PROJECT = Location("content/project.yaml", 1)
_EXPRESSION = re.compile(r"\{\{ (.*?) \}\}")


def at(line: int = 1, column: int = 1, file: str = FILE) -> Location:
    return Location(file, line, column)


def words(text: str, line: int = 1, column: int = 1) -> tuple[p.Inline, ...]:
    """Text in which only ``{{ … }}`` is special; columns count as in a file of this one line."""
    found: list[p.Inline] = []
    end = 0
    for match in _EXPRESSION.finditer(text):
        if match.start() > end:
            found.append(p.Text(text[end : match.start()], at(line, column + end)))
        found.append(p.Worded(p.Expression(match[1], at(line, column + match.start(1)))))
        end = match.end()
    if end < len(text):
        found.append(p.Text(text[end:], at(line, column + end)))
    return tuple(found)


def expression(source: str, line: int = 1, column: int = 1) -> p.Expression:
    return p.Expression(source, at(line, column))


def conditions(
    audiences: Iterable[str] | None = None,
    countries: Iterable[str] | None = None,
    languages: Iterable[str] | None = None,
    marking: str | None = None,
    when: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> p.Conditions:
    return p.Conditions(
        None if audiences is None else frozenset(audiences),
        None if countries is None else frozenset(countries),
        None if languages is None else frozenset(languages),
        marking,
        None if when is None else expression(when, column=5),
        since,
        until,
    )


def attributes(
    *,
    id: str = "",
    classes: tuple[str, ...] = (),
    repeat: str | None = None,
    language: str | None = None,
    optional: int = 0,
    **of_conditions: Any,
) -> p.Attributes:
    """Attributes as an author would write them; `repeat` such as ``peer in countries('KAZ')``."""
    again = None
    if repeat is not None:
        name, _, over = repeat.partition(" in ")
        again = p.Repeat(name, expression(over, column=6))
    return p.Attributes(id, classes, conditions(**of_conditions), again, language, optional)


def paragraph(text: str | Sequence[p.Inline], line: int = 1, **given: Any) -> p.Paragraph:
    children = words(text, line) if isinstance(text, str) else tuple(text)
    return p.Paragraph(children, attributes(**given) if given else p.PLAIN, at(line))


def heading(text: str, level: int = 2, line: int = 1, **given: Any) -> p.Heading:
    held = attributes(**given) if given else p.PLAIN
    return p.Heading(level, words(text, line), held, at(line))


def span(text: str, line: int = 1, column: int = 1, **given: Any) -> p.Span:
    return p.Span(words(text, line, column + 1), attributes(**given), at(line, column))


def item(*blocks: p.Block, line: int = 1, **given: Any) -> p.ListItem:
    return p.ListItem(blocks, attributes(**given) if given else p.PLAIN, at(line))


def bullets(*items: p.ListItem, line: int = 1, **given: Any) -> p.ListBlock:
    return p.ListBlock(None, items, attributes(**given) if given else p.PLAIN, at(line))


def box(*blocks: p.Block, line: int = 1, kind: p.BoxKind = "box", **given: Any) -> p.Box:
    return p.Box(kind, blocks, attributes(**given) if given else p.PLAIN, at(line))


def quote(*blocks: p.Block, line: int = 1, **given: Any) -> p.Quote:
    return p.Quote(blocks, attributes(**given) if given else p.PLAIN, at(line))


def definition(
    term: str | Sequence[p.Inline], *blocks: p.Block, line: int = 1, **given: Any
) -> p.Definition:
    children = words(term, line) if isinstance(term, str) else tuple(term)
    return p.Definition(children, blocks, attributes(**given) if given else p.PLAIN, at(line))


def definitions(*items: p.Definition, line: int = 1, **given: Any) -> p.DefinitionList:
    return p.DefinitionList(items, attributes(**given) if given else p.PLAIN, at(line))


def columns(*blocks: p.Block, count: int = 2, line: int = 1, **given: Any) -> p.Columns:
    return p.Columns(count, blocks, attributes(**given) if given else p.PLAIN, at(line))


def sheet(
    *blocks: p.Block, kind: p.SheetKind = "cover", picture: str = "", line: int = 1, **given: Any
) -> p.Sheet:
    held = attributes(**given) if given else p.PLAIN
    return p.Sheet(kind, picture, blocks, held, at(line))


def front_matter(*blocks: p.Block, line: int = 1, **given: Any) -> p.FrontMatter:
    return p.FrontMatter(blocks, attributes(**given) if given else p.PLAIN, at(line))


def listing(kind: p.ListingKind, depth: int = 2, line: int = 1, **given: Any) -> p.Listing:
    return p.Listing(kind, depth, attributes(**given) if given else p.PLAIN, at(line))


def placed(
    kind: p.PlacedKind, id: str, line: int = 1, *, position: p.Position = "here", **given: Any
) -> p.Placement:
    held = attributes(**given) if given else p.PLAIN
    return p.Placement(kind, id, held, at(line), position)


def reference(target: str, show: p.Shown = "label", line: int = 1, column: int = 1) -> p.Reference:
    return p.Reference(target, show, at(line, column))


def link(target: str, text: str, line: int = 1, column: int = 1) -> p.Link:
    return p.Link(target, words(text, line, column + 1), at(line, column))


def citation(key: str, line: int = 1, column: int = 1) -> p.Citation:
    where = at(line, column)
    return p.Citation((p.CitedWork(key, "", "", where),), where)


def section(
    id: str,
    *blocks: p.Block,
    title: str = "",
    needs: tuple[str, ...] = (),
    short: str | Sequence[p.Inline] = "",
    **of_conditions: Any,
) -> c.Section:
    where = at(file=f"content/sections/{id}.md")
    held = conditions(**of_conditions)
    running = words(short) if isinstance(short, str) else tuple(short)
    return c.Section(id, words(title), needs, blocks, held, where, running)


Drawn = tuple[s.ChartOptions, s.ChartSource | None]
"""What a chart draws, and as what."""


def chart(
    id: str,
    drawn: Drawn,
    *,
    title: str = "",
    subtitle: str = "",
    note: str = "",
    highlight: str = "",
    alt: str = "",
    tabled: bool = False,
    **of_conditions: Any,
) -> s.ChartSpec:
    options, data = drawn
    return s.ChartSpec(
        id=id,
        title=words(title),
        subtitle=words(subtitle),
        note=words(note),
        data=data,
        highlight=tuple(highlight.split()),
        span="full",
        height=Pt(120),
        alt=words(alt),
        tabled=tabled,
        options=options,
        conditions=conditions(**of_conditions),
        where=at(file=f"content/charts/{id}.yaml"),
    )


def bars(
    *places: str,
    place: str = "",
    indicators: tuple[str, ...] = ("mil-exp",),
    sort: Any = "none",
    reference: Any = None,
) -> Drawn:
    """Bars of readings: of places, or the indicators or periods of one place."""
    down: s.Dimension = "places"
    if place:
        down = "indicators" if len(indicators) > 1 else "periods"
    data = s.FromReadings(indicators, (place,) if place else places, (), down, None)
    return s.BarOptions(sort, reference), data


def lines(
    *places: str, place: str = "", indicators: tuple[str, ...] = ("mil-exp",), **options: Any
) -> Drawn:
    """Lines of readings: of places, or the indicators of one place."""
    across: s.Dimension = "indicators" if len(indicators) > 1 else "places"
    held = (place,) if place else places
    return s.LineOptions(**options), s.FromReadings(indicators, held, (), "periods", across)


def data_row(
    label: str | Period, *amounts: float | Amount | None, line: int = 1, **of_conditions: Any
) -> s.DataRow:
    """A row of a chart's own; a label may be a period."""
    period = label if isinstance(label, Period) else None
    name = str(period.start.year) if period else str(label)
    made = tuple(Amount(each, each) if isinstance(each, int | float) else each for each in amounts)
    where = at(line, file="content/charts/x.yaml")
    return s.DataRow(name, period, made, where, conditions(**of_conditions))


def own(
    *rows: s.DataRow,
    columns: tuple[str, ...] = ("",),
    unit: str = "gdp",
    decimals: int = 0,
    source: s.Sourced = s.Sourced("a-2019", "p. 3", ("b-2020",)),  # noqa: B008 (frozen)
) -> s.FromRows:
    """Figures of a chart's own."""
    return s.FromRows(columns, rows, unit, decimals, source)


def table(
    id: str,
    *columns: tuple[str, str, c.TableShow],
    rows: tuple[str, ...] = ("KAZ", "KGZ", "UZB"),
    title: str = "",
    note: str = "",
    highlight: str = "",
    missing: str = "n/a",
    **of_conditions: Any,
) -> c.TableSpec:
    where = at(file=f"content/tables/{id}.yaml")
    held = tuple(c.TableColumn(words(label), key, show, where) for label, key, show in columns)
    return c.TableSpec(
        id, words(title), rows, highlight, held, missing, words(note),
        conditions(**of_conditions), where,
    )  # fmt: skip


def picture(
    id: str,
    *,
    alt: str = "",
    title: str = "",
    note: str = "",
    credit: str = "Own work",
    file: str = "",
    data: bytes = b"",
    labels: Sequence[Painted] = (),
    **of_conditions: Any,
) -> c.PictureSpec:
    """A picture from a bitmap, whose file has a name of its own; or of `labels`."""
    where = at(file=f"content/pictures/{id}.yaml")
    file = f"content/pictures/{file or f'{id}.png'}"
    raster = Raster(data, "image/png", 4, 3, at(file=file))
    items = tuple(labels) or (Bitmap(raster, 0, 0, 4, 3),)
    image = Drawing(id, Pt(4), Pt(3), items, "", "", at(file=file))
    return c.PictureSpec(
        id, image, words(alt), words(title), words(note), words(credit), "full",
        conditions(**of_conditions), where,
    )  # fmt: skip


ABBREVIATIONS = {
    key: c.Abbreviation(key, long, at(line, file="content/abbreviations.yaml"))
    for line, (key, long) in enumerate(
        (
            ("NATO", {"en": "North Atlantic Treaty Organization", "de": "Nordatlantikpakt"}),
            ("SCO", {"en": "Shanghai Cooperation Organisation"}),
        ),
        start=1,
    )
}


def reading(
    indicator: str,
    place: str,
    value: float | Amount,
    year: int | Period = 2019,
    source: str = "a-2019",
    also: tuple[str, ...] = (),
    line: int = 1,
    **of_conditions: Any,
) -> Reading:
    amount = value if isinstance(value, Amount) else Amount(value, value)
    period = year if isinstance(year, Period) else Period(Date(year), Date(year))
    where = at(line, file="content/readings/all.yaml")
    held = conditions(**of_conditions)
    return Reading(indicator, place, amount, period, source, "", also, "", held, where)


def _place(key: str, name: str, adjective: str, capital: str = "", **given: Any) -> Place:
    names, adjectives = {"en": name}, {"en": adjective}
    names.update(given.get("names", {}))
    iso2 = "" if given.get("members") else name[:2].upper()
    return Place(key, iso2, names, adjectives, capital, given.get("members", ()), at())


PLACES = {
    place.key: place
    for place in (
        _place("KAZ", "Kazakhstan", "Kazakh", "Astana", names={"de": "Kasachstan"}),
        _place("KGZ", "Kyrgyzstan", "Kyrgyz", "Bishkek"),
        _place("UZB", "Uzbekistan", "Uzbek"),
        _place("central-asia", "Central Asia", "Central Asian", members=("KAZ", "KGZ", "UZB")),
    )
}
UNITS = {
    unit.key: unit
    for unit in (
        Unit("gdp", "{value}% of GDP", "", "{value}%", "% of GDP", False),
        Unit("usd", "US${value}", "", "US${value}", "US$", True),
        Unit("deaths", "{value} deaths", "{value} death", "{value}", "deaths", False),
        Unit("rank", "rank {value}", "", "{value}", "rank", False),
    )
}
INDICATORS = {
    key: Indicator(key, name, "", unit, decimals, at())
    for key, name, unit, decimals in (
        ("mil-exp", "Military expenditure", "gdp", 1),
        ("aid", "Military aid", "usd", 1),
        ("deaths", "Deaths", "deaths", 0),
        ("rank", "Rank", "rank", 0),
    )
}
READINGS = (
    reading("mil-exp", "KAZ", 1.1),
    reading("mil-exp", "KGZ", 1.2, 2018),
    reading("mil-exp", "KGZ", 1.5, source="b-2020", also=("c-2021",)),
    reading("aid", "KGZ", 14_500_000, 2017),
    reading("deaths", "KAZ", 227, Period(Date(2022, 1), Date(2022, 1)), source="b-2020"),
    reading("rank", "central-asia", 75, Period(Date(2020), Date(2020), True)),
)
SOURCES = {
    key: Source(key, {"id": key, "title": title, **more}, at(file="content/sources.yaml"))
    for key, title, more in (
        ("a-2019", "First", {"author": [{"family": "Abe"}], "issued": {"date-parts": [[2019]]}}),
        ("b-2020", "Second", {"title-short": "2nd", "issued": {"date-parts": [[2020, 5]]}}),
        ("c-2021", "Third", {"author": [{"family": "Ito"}, {"literal": "NATO"}, {"family": "X"}]}),
    )
}
MARKINGS = ("CLEAR", "GREEN", "AMBER", "RED")
AUDIENCES = {
    key: c.Audience(key, name, clearance, PROJECT)
    for key, name, clearance in (
        ("public", "General public", "CLEAR"),
        ("parliament", "Members of parliament", "GREEN"),
        ("staff", "Own staff", "RED"),
    )
}


def project(**changes: Any) -> c.Project:
    made = c.Project(
        name="test",
        title="Test",
        edition=c.Edition("2022-10-03", "October 2022", ""),
        languages=("en", "de"),
        style="brief",
        publisher=c.Publisher("Institute", "", "", ""),
        licence=c.Licence("CC0", ""),
        credit=(),
        markings=MARKINGS,
        default_marking="CLEAR",
        audiences=AUDIENCES,
        where=PROJECT,
    )
    return replace(made, **changes)


def content(
    *blocks: p.Block,
    sections: Iterable[c.Section] = (),
    charts: Iterable[s.ChartSpec] = (),
    tables: Iterable[c.TableSpec] = (),
    pictures: Iterable[c.PictureSpec] = (),
    readings: Iterable[Reading] = READINGS,
    of_project: Mapping[str, Any] | None = None,
    **of_document: Any,
) -> c.Content:
    """A project with one document, ``brief``, that repeats over all countries."""
    document = c.Document(
        id="brief",
        kind="Country brief",
        title=(),
        subtitle=(),
        style="brief",
        countries=("KAZ", "KGZ", "UZB"),
        audiences=tuple(AUDIENCES),
        languages=("en", "de"),
        least_pages=1,
        most_pages=None,
        blocks=blocks,
        conditions=p.ALWAYS,
        where=at(),
    )
    by_indicator: dict[str, dict[str, tuple[Reading, ...]]] = {}
    for each in readings:
        by_place = by_indicator.setdefault(each.indicator, {})
        by_place[each.place] = (*by_place.get(each.place, ()), each)
    return c.Content(
        root=".",
        project=project(**(of_project or {})),
        places=PLACES,
        units=UNITS,
        indicators=INDICATORS,
        readings=by_indicator,
        sources=SOURCES,
        sections={each.id: each for each in sections},
        charts={each.id: each for each in charts},
        tables={each.id: each for each in tables},
        documents={"brief": replace(document, **of_document)},
        styles={},
        inputs={},
        pictures={each.id: each for each in pictures},
        abbreviations=ABBREVIATIONS,
    )


def tailored(
    made: c.Content,
    place: str | None = "KAZ",
    audience: str = "public",
    language: str = "en",
) -> Tailored:
    return tailor(made, "brief", place=place, audience=audience, language=language)


def manuscript(*blocks: p.Block, place: str | None = "KAZ", **given: Any) -> Manuscript:
    """The manuscript of a document that holds just `blocks`."""
    readers = {key: given.pop(key) for key in ("audience", "language") if key in given}
    return tailored(content(*blocks, **given), place, **readers).manuscript
