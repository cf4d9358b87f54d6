"""Goes through the content, and tells what is withheld from an audience from what is not.

Withheld is what has an audience it is not for, or a marking above its clearance, or stands inside
such a thing. What merely does not apply (to a country, a language, the data) is not withheld.
"""

from collections.abc import Sequence
from typing import assert_never

from briefing.errors import Location
from briefing.model.content import (
    Attributes,
    Block,
    Box,
    ChartSpec,
    Conditions,
    Content,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Placement,
    Quote,
    Row,
    Section,
    TableBlock,
    TableSpec,
    Text,
)
from briefing.proof.figures import distinctive, fillings
from briefing.proof.gathered import Gathered, View
from briefing.proof.inlines import InlineTexts


class Walk:
    """A walk for one audience.

    Attributes:
        gathered: What was found so far.
    """

    def __init__(self, content: Content, audience: str) -> None:
        self.gathered = Gathered()
        self._content = content
        self._audience = audience
        project = content.project
        self._ranks = {marking: rank for rank, marking in enumerate(project.markings)}
        self._default = project.default_marking
        self._clearance = self._ranks[project.audiences[audience].clearance]
        keys = frozenset((*content.places, *content.indicators))
        self._texts = InlineTexts(self.gathered, self.enter, keys)
        self._reached: set[tuple[str, str]] = set()
        self._path: list[str] = []

    def enter(self, view: View, conditions: Conditions) -> View:
        """See what carries `conditions`, inside of what is seen so."""
        scope = view.scope
        if conditions.countries is not None or conditions.languages is not None:
            scope = (*scope, (conditions.countries, conditions.languages))
        return View(view.withheld or not self._is_open(conditions), scope, view.printed)

    def document(self, document: Document, view: View) -> None:
        """Go through a document and all that it places."""
        self._reached.add(("document", document.id))
        view = self.enter(view, document.conditions)
        self.gathered.name(document.id, document.where, view)
        self.gathered.say(document.kind, document.where, view)
        self._texts.take(document.title, document.where, view)
        self._texts.take(document.subtitle, document.where, view)
        self._blocks(document.blocks, view)

    def everything_else(self) -> None:
        """Go through what was not placed: nothing of it is printed, but some may be withheld."""
        view = View(printed=False)
        content = self._content
        for document in content.documents.values():
            if ("document", document.id) not in self._reached:
                self.document(document, view)
        for section in content.sections.values():
            if ("section", section.id) not in self._reached:
                self._section(section, view)
        for chart in content.charts.values():
            if ("chart", chart.id) not in self._reached:
                self._chart(chart, view)
        for table in content.tables.values():
            if ("table", table.id) not in self._reached:
                self._table(table, view)

    def readings(self) -> None:
        """Go through the figures: each stands for itself, wherever it is printed."""
        content = self._content
        for key, by_place in content.readings.items():
            indicator = content.indicators[key]
            unit = content.units[indicator.unit]
            for reading in (each for several in by_place.values() for each in several):
                view = self.enter(View(), reading.conditions)
                view = View(view.withheld)
                self.gathered.say(reading.doubt, reading.where, view)
                for source in (reading.source, *reading.also):
                    self.gathered.cite(source, reading.where, view)
                if view.withheld:
                    told = distinctive(reading, unit, indicator.decimals)
                    self.gathered.say(told, reading.where, view)
                else:
                    self.gathered.say(reading.locator, reading.where, view)
                    self.gathered.fill(fillings(reading, indicator.decimals))

    def credit(self) -> None:
        """Take what every document says at its end."""
        project = self._content.project
        self._texts.take(project.credit, project.where, View())

    def _is_open(self, conditions: Conditions) -> bool:
        if conditions.audiences is not None and self._audience not in conditions.audiences:
            return False
        rank = self._ranks.get(conditions.marking or self._default)
        return rank is not None and rank <= self._clearance  # what is unknown is closed

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
                case Quote(blocks=within) | Box(blocks=within):
                    self._blocks(within, inner)
                case TableBlock(head=head, rows=rows):
                    for row in (head, *rows):
                        self._row(row, inner)
                case Placement():
                    self._placement(block, inner)
                case _:
                    assert_never(block)

    def _attributes(self, attributes: Attributes, where: Location, view: View) -> View:
        inner = self.enter(view, attributes.conditions)
        if attributes.id:
            self.gathered.name(attributes.id, where, inner)
        expressions = [attributes.conditions.when]
        expressions += [attributes.repeat.over] if attributes.repeat else []
        for expression in expressions:
            for text in self._texts.take_constants(expression, inner) if expression else ():
                self.gathered.say(text, where, inner)
        return inner

    def _row(self, row: Row, view: View) -> None:
        """Take the cells of a row as one text, as they are read one after the other."""
        inner = self._attributes(row.attributes, row.where, view)
        space = Text(" ", row.where)
        words = [inline for cell in row.cells for inline in (*cell.children, space)]
        self._texts.take(words, row.where, inner)

    def _placement(self, placement: Placement, view: View) -> None:
        content, name = self._content, placement.id
        if not view.printed:
            return  # it is gone through by itself
        self._reached.add((placement.kind, name))
        match placement.kind:
            case "section":
                if name not in self._path:  # one that places itself is refused elsewhere
                    self._section(content.sections[name], view)
            case "chart":
                self._chart(content.charts[name], view)
            case "table":
                self._table(content.tables[name], view)
            case _:
                assert_never(placement.kind)

    def _section(self, section: Section, view: View) -> None:
        view = self.enter(view, section.conditions)
        self._path.append(section.id)
        self.gathered.name(section.id, section.where, view)
        self._texts.take(section.title, section.where, view)
        self._blocks(section.blocks, view)
        self._path.pop()

    def _chart(self, chart: ChartSpec, view: View) -> None:
        view = self.enter(view, chart.conditions)
        self.gathered.name(chart.id, chart.where, view)
        for inlines in (chart.title, chart.subtitle, chart.note):
            self._texts.take(inlines, chart.where, view)
        if chart.options.reference:
            self.gathered.say(chart.options.reference.label, chart.where, view)

    def _table(self, table: TableSpec, view: View) -> None:
        view = self.enter(view, table.conditions)
        self.gathered.name(table.id, table.where, view)
        for inlines in (table.title, table.note):
            self._texts.take(inlines, table.where, view)
        for column in table.columns:
            self._texts.take(column.label, column.where, view)
        self.gathered.say(table.missing, table.where, View(False, view.scope, view.printed))
