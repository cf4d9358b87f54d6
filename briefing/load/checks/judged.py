"""Goes through all files for conditions that go against each other."""

from collections.abc import Collection, Iterable
from typing import Protocol

from briefing.errors import Location
from briefing.load.checks.contradictions import EVERYWHERE, Around, Judge
from briefing.load.conditions.below import level_of
from briefing.load.syntax.problems import Problems
from briefing.load.tabular import guarded
from briefing.model.chart_spec import (
    ChartSpec,
    FromRows,
    LineOptions,
    LocatorOptions,
    MultiplesOptions,
    TimelineOptions,
)
from briefing.model.content import Content, Document, TableSpec
from briefing.model.prose import (
    ALWAYS,
    Attributes,
    Block,
    Box,
    Columns,
    Conditions,
    DefinitionList,
    Emphasis,
    Footnote,
    FrontMatter,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Sheet,
    Span,
    Strong,
    TableBlock,
)


class _Item(Protocol):
    """What carries conditions, and nothing inside it."""

    @property
    def conditions(self) -> Conditions: ...
    @property
    def where(self) -> Location: ...


_GROUPS = (Emphasis, Strong, Link, Footnote)


def check_contradictions(content: Content, problems: Problems) -> None:
    """Take down what is printed for nobody, file by file."""
    if content.project.markings:  # else that has been told of
        titled = [section.id for section in content.sections.values() if section.title]
        _Walk(Judge(content.project, content.places, problems), titled).content(content)


class _Walk:
    """A walk through all that carries conditions."""

    def __init__(self, judge: Judge, titled: Collection[str]) -> None:
        self._judge = judge
        self._titled = titled

    def content(self, content: Content) -> None:
        """Go through a project."""
        for document in content.documents.values():
            self._document(document)
        for section in content.sections.values():
            around = self._inside(EVERYWHERE, section.conditions, section.where)
            if around is not None:
                self._words((*section.title, *section.short), around)
                self._blocks(section.blocks, around)
        for chart in content.charts.values():
            self._chart(chart)
        for table in content.tables.values():
            self._table(table)
        for picture in content.pictures.values():
            around = self._inside(EVERYWHERE, picture.conditions, picture.where)
            if around is not None:
                words = (*picture.alt, *picture.title, *picture.note, *picture.credit)
                self._words(words, around)
        self._each(guarded(content.readings), EVERYWHERE)
        self._each(content.sources.values(), EVERYWHERE)
        self._each(content.people.values(), EVERYWHERE)

    def _document(self, document: Document) -> None:
        audiences = frozenset(document.audiences)
        outside = Around(
            None if len(audiences) == self._judge.everyone else audiences,
            frozenset(document.countries),
            frozenset(document.languages),
        )
        around = self._judge.document(outside, document.conditions, document.where)
        if around is not None:
            self._words((*document.title, *document.subtitle), around)
            self._blocks(document.blocks, around)

    def _chart(self, chart: ChartSpec) -> None:
        around = self._inside(EVERYWHERE, chart.conditions, chart.where)
        if around is None:
            return
        self._words((*chart.title, *chart.subtitle, *chart.note, *chart.alt), around)
        if chart.data:
            self._each(chart.data.series, around)
        if isinstance(chart.data, FromRows):
            self._each(chart.data.rows, around)
        match chart.options:
            case LineOptions(bands=bands, remarks=remarks):
                self._each((*bands, *remarks), around)
            case MultiplesOptions(bands=bands):
                self._each(bands, around)
            case TimelineOptions(events=events):
                self._each(events, around)
            case LocatorOptions(marks=marks):
                self._each(marks, around)

    def _table(self, table: TableSpec) -> None:
        around = self._inside(EVERYWHERE, table.conditions, table.where)
        if around is None:
            return
        self._words((*table.title, *table.note), around)
        for column in table.columns:
            inner = self._inside(around, column.conditions, column.where)
            if inner is not None:
                self._words((*column.label, *column.group), inner)

    def _blocks(self, blocks: Iterable[Block], around: Around) -> None:
        judged: int | None = None  # the level of a heading that nobody gets, of which that is told
        for block in blocks:
            level = level_of(block, self._titled)
            if judged is not None and not 0 < level <= judged:
                continue  # it has the heading's conditions, and so its fault
            judged = None
            inner = self._attributes(around, block.attributes, block.where)
            if inner is not None:
                self._block(block, inner)
            elif isinstance(block, Heading):
                judged = level

    def _block(self, block: Block, around: Around) -> None:
        match block:
            case Heading(children=children) | Paragraph(children=children):
                self._words(children, around)
            case Box() | Quote() | Columns() | Sheet() | FrontMatter():
                self._blocks(block.blocks, around)
            case ListBlock(items=items):
                for item in items:
                    inner = self._attributes(around, item.attributes, item.where)
                    if inner is not None:
                        self._blocks(item.blocks, inner)
            case DefinitionList(items=definitions):
                for each in definitions:
                    inner = self._attributes(around, each.attributes, each.where)
                    if inner is not None:
                        self._words(each.term, inner)
                        self._blocks(each.blocks, inner)
            case TableBlock():
                self._rows(block, around)

    def _rows(self, table: TableBlock, around: Around) -> None:
        self._words((*table.title, *table.note), around)
        for number, conditions in enumerate(table.columns):
            begun = [row.cells[number] for row in reversed(table.head)]
            cell = next((cell for cell in begun if cell is not None), None)
            self._inside(around, conditions, cell.where if cell else table.where)
        for row in (*table.head, *table.rows):
            inner = self._attributes(around, row.attributes, row.where)
            for cell in row.own if inner else ():
                self._words(cell.children, inner or around)

    def _words(self, inlines: Iterable[Inline], around: Around) -> None:
        for inline in inlines:
            if isinstance(inline, Span):
                inner = self._attributes(around, inline.attributes, inline.where)
                if inner is not None:
                    self._words(inline.children, inner)
            elif isinstance(inline, _GROUPS):
                self._words(inline.children, around)

    def _attributes(self, around: Around, attributes: Attributes, where: Location) -> Around | None:
        return self._inside(around, attributes.conditions, where)

    def _each(self, items: Iterable[_Item], around: Around) -> None:
        for item in items:
            self._inside(around, item.conditions, item.where)

    def _inside(self, around: Around, conditions: Conditions, where: Location) -> Around | None:
        return around if conditions is ALWAYS else self._judge.inside(around, conditions, where)
