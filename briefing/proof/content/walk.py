"""Goes through the content, and tells what is withheld from an audience from what is not.

Withheld is what has an audience it is not for, or a marking above its clearance, or stands inside
such a thing. What merely does not apply (to a country, a language, the data) is not withheld.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar, assert_never

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model.chart_spec import ChartSpec, FromReadings, FromRows
from briefing.model.columns import TabledReadings
from briefing.model.content import (
    Content,
    Document,
    PictureSpec,
    Section,
    TableSpec,
)
from briefing.model.prose import (
    ALWAYS,
    Attributes,
    Block,
    Box,
    Columns,
    Conditions,
    DefinitionList,
    FrontMatter,
    Heading,
    ListBlock,
    Listing,
    Paragraph,
    PlacedKind,
    Placement,
    Quote,
    Sheet,
    TableBlock,
)
from briefing.proof.content.charts import ChartTexts
from briefing.proof.content.gathered import Gathered, View
from briefing.proof.content.inlines import InlineTexts, Known
from briefing.proof.content.pictures import labels_in
from briefing.proof.content.placed import kept_inside
from briefing.proof.content.readers import Readers
from briefing.proof.content.seeing import Seeing
from briefing.proof.content.settled import Settled
from briefing.proof.content.tabled import Tabled, asked_in, said_in
from briefing.proof.content.tables import TableTexts

_File = TypeVar("_File")
_DRAFT = "draft"  # a watermark that the product words itself


class Walk:
    """A walk for certain readers.

    Attributes:
        gathered: What was found so far.
        seeing: How readers see things, with the expressions on which something depends.
        tabled: The figures of tables.
    """

    def __init__(self, content: Content, readers: Readers) -> None:
        self.gathered = Gathered()
        self.seeing = Seeing(readers, content.project.edition.date)
        self._enter = self.seeing.enter
        self._content = content
        self._hidden = self._hidden_sources()
        keys = frozenset((*content.places, *content.indicators))
        known = Known(keys, content.abbreviations, self._hidden)
        self._texts = InlineTexts(self.gathered, self.seeing, known)
        self._tables = TableTexts(self._texts, self._enter, self._attributes)
        finest = _finest(content)
        self.tabled = Tabled(content, self.gathered, finest)
        drawn = _drawn(content)
        self._charts = ChartTexts(content, self.gathered, self._enter, drawn, self._hidden)
        self._settled = Settled(
            content, self.gathered, self._enter, hidden=self._hidden, drawn=drawn, finest=finest
        )
        self._reached: set[tuple[str, str]] = set()
        self._path: list[str] = []

    def _hidden_sources(self) -> frozenset[str]:
        """Name the sources that these readers may not know of, and take them."""
        hidden = []
        for key, source in self._content.sources.items():
            view = self._enter(View(), source.conditions)
            if view.withheld:
                hidden.append(key)
                self.gathered.cite(key, source.where, view)
        return frozenset(hidden)

    def document(self, document: Document, view: View) -> None:
        """Go through a document and all that it places."""
        self._reached.add(("document", document.id))
        view = self._enter(view, document.conditions)
        self.gathered.name(document.id, document.where, view)
        self.gathered.say(document.kind, document.where, view)
        self._texts.take(document.title, document.where, view)
        self._texts.take(document.subtitle, document.where, view)
        neutral = document.neutral or {}
        wordings = (each for both in neutral.values() for each in both)
        for said in (*document.authors, *document.identifiers, *wordings):
            self.gathered.say(said, document.where, view)
        if document.watermark not in ("", _DRAFT):
            self.gathered.say(document.watermark, document.where, view)
        self._blocks(document.blocks, view)

    def everything_else(self) -> None:
        """Go through what the document does not place: nothing of it is printed.

        Some may be withheld: by itself, or by what surrounds it wherever it is placed.
        """
        content = self._content
        hidden = kept_inside(content, self.seeing)
        for document in content.documents.values():
            if ("document", document.id) not in self._reached:
                self.document(document, View(printed=False))

        def seen(kind: PlacedKind, name: str) -> View:
            return View((kind, name) in hidden, printed=False)

        for section in self._rest("section", content.sections):
            self._section(section, seen("section", section.id))
        for chart in self._rest("chart", content.charts):
            self._chart(chart, seen("chart", chart.id))
        for table in self._rest("table", content.tables):
            self._table(table, seen("table", table.id))
        for picture in self._rest("picture", content.pictures):
            self._picture(picture, seen("picture", picture.id))

    def _rest(self, kind: PlacedKind, files: Mapping[str, _File]) -> list[_File]:
        """Those of one kind that the document does not place."""
        return [file for name, file in files.items() if (kind, name) not in self._reached]

    def readings(self) -> None:
        """Go through the figures: each stands for itself, wherever it is printed."""
        readings = self._content.readings
        if isinstance(readings, TabledReadings):
            self.tabled.take(readings, self._settled.see, self._settled.take)
            readings = readings.settled
        self._settled.take_all(readings)

    def fill(self) -> None:
        """Take what open figures may put into a gap; there is something to be looked for."""
        readings = self._content.readings
        asked = asked_in(self._content) if isinstance(readings, TabledReadings) else None
        self._settled.fill(asked)
        if asked is not None:
            self.tabled.fill(asked)

    def asked(self, document: Document) -> str:
        """Everything that a document says besides its figures, once it was gone through."""
        content = self._content
        files: Mapping[PlacedKind, Mapping[str, object]] = {
            "section": content.sections,
            "chart": content.charts,
            "table": content.tables,
            "picture": content.pictures,
        }
        placed = [
            file
            for kind, several in files.items()
            for name, file in several.items()
            if (kind, name) in self._reached
        ]
        return said_in((document, placed, content.project.credit))

    def credit(self) -> None:
        """Take what every document says at its end."""
        project = self._content.project
        self._texts.take(project.credit, project.where, View())

    def _blocks(self, blocks: Sequence[Block], view: View) -> None:
        for block in blocks:
            inner = self._attributes(block.attributes, block.where, view)
            match block:
                case Heading(children=children) | Paragraph(children=children):
                    self._texts.take(children, block.where, inner)
                case ListBlock(items=items):
                    for item in items:
                        of_item = self._attributes(item.attributes, item.where, inner)
                        self._blocks(item.blocks, of_item)
                case DefinitionList(items=definitions):
                    for one in definitions:
                        of_one = self._attributes(one.attributes, one.where, inner)
                        self._texts.take(one.term, one.where, of_one)
                        self._blocks(one.blocks, of_one)
                case Quote() | Box() | Columns() | FrontMatter():
                    self._blocks(block.blocks, inner)
                case Sheet(picture=picture, blocks=within):
                    if picture:
                        self._place("picture", picture, inner)
                    self._blocks(within, inner)
                case TableBlock():
                    self._tables.take(block, inner)
                case Placement(kind=kind, id=name):
                    self._place(kind, name, inner)
                case Listing():
                    pass  # it says nothing of its own
                case _:
                    assert_never(block)

    def _attributes(self, attributes: Attributes, where: Location, view: View) -> View:
        inner = self.seeing.enter(view, attributes.conditions, attributes.repeat)
        if attributes.id:
            self.gathered.name(attributes.id, where, inner)
        return self._texts.repeated(attributes.repeat, inner) if attributes.repeat else inner

    def _place(self, kind: PlacedKind, name: str, view: View) -> None:
        if not view.printed:
            return  # it is gone through by itself
        content = self._content
        view = replace(view, given=(), loops=())  # it sees no repeat around it
        self._reached.add((kind, name))
        match kind:
            case "section":
                if name not in self._path:  # one that places itself is refused elsewhere
                    self._section(content.sections[name], view)
            case "chart":
                self._chart(content.charts[name], view)
            case "table":
                self._table(content.tables[name], view)
            case "picture":
                self._picture(content.pictures[name], view)
            case _:
                assert_never(kind)

    def _section(self, section: Section, view: View) -> None:
        view = self.seeing.section(view, section)
        self._path.append(section.id)
        self.gathered.name(section.id, section.where, view)
        self._texts.take(section.title, section.where, view)
        self._texts.take(section.short, section.where, view)
        self._blocks(section.blocks, view)
        self._path.pop()

    def _chart(self, chart: ChartSpec, view: View) -> None:
        view = self._enter(view, chart.conditions)
        if isinstance(chart.data, FromReadings):
            indicators, places = chart.data.indicators, chart.data.places
            view = self.seeing.figures(view, indicators, places)
        view = self._charts.inside(chart, view)
        self.gathered.name(chart.id, chart.where, view)
        for inlines in (chart.title, chart.subtitle, chart.note, chart.alt):
            self._texts.take(inlines, chart.where, view)
        self._charts.take(chart, view)

    def _table(self, table: TableSpec, view: View) -> None:
        view = self._enter(view, table.conditions)
        keys = tuple(dict.fromkeys(column.indicator for column in table.columns))
        view = self.seeing.figures(view, keys, table.rows)
        seen = [self._of_column(column.conditions, view) for column in table.columns]
        if all(one.withheld for one in seen):
            view = replace(view, withheld=True)
        self.gathered.name(table.id, table.where, view)
        for inlines in (table.title, table.note):
            self._texts.take(inlines, table.where, view)
        for column, one in zip(table.columns, seen, strict=True):
            self._texts.take(column.group, column.where, one)
            self._texts.take(column.label, column.where, one)
        self.gathered.say(table.missing, table.where, view)

    def _of_column(self, conditions: Conditions, view: View) -> View:
        """See a column; without conditions it is seen as its table is."""
        return view if conditions == ALWAYS else self._enter(view, conditions)

    def _picture(self, picture: PictureSpec, view: View) -> None:
        view = self._enter(view, picture.conditions)
        self.gathered.name(picture.id, picture.where, view)
        self.gathered.pictures.take(picture.id, picture.where, view)
        for inlines in (picture.alt, picture.title, picture.note, picture.credit):
            self._texts.take(inlines, picture.where, view)
        for text in (picture.code, *labels_in(picture.image)):
            self.gathered.say(text, picture.where, view)


def _drawn(content: Content) -> frozenset[str]:
    """The units that axes may have."""
    drawn: set[str] = set()
    for chart in content.charts.values():
        match chart.data:
            case FromReadings(indicators=indicators):
                drawn.update(content.indicators[key].unit for key in indicators)
            case FromRows(unit=unit):
                drawn.add(unit)
            case None:
                pass
            case _:
                assert_never(chart.data)
    return frozenset(drawn)


def _finest(content: Content) -> dict[str, int]:
    """The most decimals of what is measured in each unit: one chart prints all alike."""
    finest: dict[str, int] = {}
    for indicator in content.indicators.values():
        finest[indicator.unit] = max(indicator.decimals, finest.get(indicator.unit, 0))
    return finest
