"""Go through all that belongs to a document, and tell what became of each item."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from briefing.errors import Location
from briefing.model.account import Judged
from briefing.model.content import Document, Section
from briefing.model.country import Reading
from briefing.model.manuscript import Omission
from briefing.model.people import Person
from briefing.model.prose import (
    ALWAYS,
    Block,
    Box,
    Citation,
    Columns,
    Conditions,
    Definition,
    DefinitionList,
    Emphasis,
    Footnote,
    FrontMatter,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Listing,
    ListItem,
    Paragraph,
    Placement,
    Quote,
    Reference,
    Row,
    Sheet,
    Span,
    Strong,
    TableBlock,
    Text,
    Worded,
)
from briefing.tailor.account.files import Files
from briefing.tailor.account.record import Around, Record
from briefing.tailor.account.words import (
    first_words,
    words_of_block,
    words_of_blocks,
    words_of_row,
)
from briefing.tailor.named import held_by, name_of, name_of_words
from briefing.tailor.work import Work


def account_of(
    document: Document, at: Work, dropped: Iterable[Omission] = (), *, unmade: str = ""
) -> tuple[Judged, ...]:
    """Account for every item of a document.

    Args:
        document: Its template.
        at: Its text, tailored, with all that is included.
        dropped: What was left out after that, to save pages.
        unmade: Why no file is made of it though its conditions let it in: then nothing is in.
    """
    walk = _Walk(Record(at, dropped), unmade)
    walk.document(document)
    walk.figures_and_people()
    walk.sources()
    return walk.record.items()


class _Walk:
    """A walk through one document."""

    def __init__(self, record: Record, unmade: str) -> None:
        self.record = record
        self._unmade = unmade
        self._at = record.at
        self._cited: dict[str, None] = {}
        self._files = Files(record, self._inlines, self._cited)
        self._path: list[str] = []

    def document(self, document: Document) -> None:
        """Go through a document, and the credit that stands in every one."""
        name = f"document {document.id!r}"
        project = self._at.content.project
        outside = Around("the project", project.where, None)
        words = first_words(document.title)
        if self._unmade:
            self.record.lose(document.where, name, words, "not made", self._unmade)
            inside = Around(name, document.where, "not made")
        else:
            inside = self.record.judge(document, name, words, outside, document.conditions)
        self._inlines(document.title, inside)
        self._inlines(document.subtitle, inside)
        self._blocks(document.blocks, inside)
        self._inlines(project.credit, inside)

    def figures_and_people(self) -> None:
        """Take the figures that are printed or drawn, and the people who are named."""
        for item in self._at.included or ():
            match item:
                case Reading(indicator=indicator, place=place, where=where):
                    what = f"reading of {indicator} for {place}"
                    self._included(where, what, "", item.conditions)
                    self._cited.update(dict.fromkeys((item.source, *item.also)))
                case Person(key=key, where=where):
                    self._included(where, f"person {key!r}", "", item.conditions)

    def _included(self, where: Location, what: str, text: str, conditions: Conditions) -> None:
        """Take what is printed wherever it is asked for, if a file is made at all."""
        if self._unmade:
            self.record.lose(where, what, text, "not made", self._unmade)
        else:
            self.record.note_in(where, what, text, conditions)

    def sources(self) -> None:
        """Take the sources that are cited anywhere in it."""
        content, printed = self._at.content, self._at.cited(self.record.dropped)
        for key in sorted({*self._cited, *printed}):
            source = content.sources[key]
            what, title = f"source {key!r}", str(source.csl.get("title", ""))
            text = first_words((Text(title, source.where),))
            verdict = self._at.hides(key)
            if key in printed:
                self._included(source.where, what, text, source.conditions)
            elif verdict is not None:
                self.record.lose(source.where, what, text, *verdict)
            else:
                detail = "cited by nothing that is in"
                self.record.lose(source.where, what, text, "empty", detail)

    # --- blocks ----------------------------------------------------------------------------------

    def _blocks(self, blocks: Sequence[Block], around: Around) -> None:
        for block in blocks:
            if isinstance(block, Placement):
                self._place(block, around)
                continue
            inside = self.record.judge(
                block,
                name_of(block),
                words_of_block(block),
                around,
                block.attributes.conditions,
            )
            self._inside(block, inside)

    def _inside(self, block: Block, inside: Around) -> None:
        match block:
            case Heading(children=children) | Paragraph(children=children):
                self._inlines(children, inside)
            case ListBlock(items=items):
                for item in items:
                    self._item(item, inside)
            case DefinitionList(items=definitions):
                for one in definitions:
                    self._definition(one, inside)
            case Quote() | Box() | Columns() | FrontMatter():
                self._blocks(block.blocks, inside)
            case Sheet(picture=picture, blocks=within):
                if picture:
                    self._files.picture(self._at.content.pictures[picture], inside)
                self._blocks(within, inside)
            case TableBlock():
                self._table(block, inside)
            case Listing() | Placement():
                pass
            case _:
                assert_never(block)

    def _item(self, item: ListItem, around: Around) -> None:
        words = words_of_blocks(item.blocks)
        inside = self.record.judge(item, "list item", words, around, item.attributes.conditions)
        self._blocks(item.blocks, inside)

    def _definition(self, item: Definition, around: Around) -> None:
        words = first_words(item.term)
        inside = self.record.judge(item, "definition", words, around, item.attributes.conditions)
        self._inlines(item.term, inside)
        self._blocks(item.blocks, inside)

    def _table(self, table: TableBlock, around: Around) -> None:
        for inlines in (table.title, table.note):
            self._inlines(inlines, around)
        columns = [self._column(table, number, around) for number in range(len(table.align))]
        for what, rows in (("head of a table", table.head), ("table row", table.rows)):
            for row in rows:
                self._row(row, what, columns, around)

    def _column(self, table: TableBlock, number: int, around: Around) -> Around:
        """Take a column, whose place is that of the lowest cell of its head."""
        begun = [row.cells[number] for row in reversed(table.head)]
        head = next((cell for cell in begun if cell is not None), None)
        where = head.where if head else table.where
        words = first_words(head.children) if head else ""
        conditions = table.columns[number] if table.columns else ALWAYS
        return self.record.follow(where, "table column", words, around, conditions=conditions)

    def _row(self, row: Row, what: str, columns: Sequence[Around], around: Around) -> None:
        words = words_of_row(row)
        inside = self.record.judge(row, what, words, around, row.attributes.conditions)
        for number, cell in enumerate(row.cells):
            if cell is None:
                continue
            # What reaches down or across may be printed though its own row or column is not.
            within = around if cell.rows > 1 else inside
            reached = columns[number : number + cell.columns]
            if within.out is None and all(column.out for column in reached):
                within = columns[number]
            self._inlines(cell.children, within)

    # --- what has a file of its own --------------------------------------------------------------

    def _place(self, placement: Placement, around: Around) -> None:
        """Take a placement; without a rule of its own, it goes with what it places."""
        what, conditions = name_of(placement), placement.attributes.conditions
        inside = self.record.judge(placement, what, "", around, conditions)
        if inside.out is None or around.out or self.record.is_omitted(placement.where, what):
            self._placed(placement, inside)
            return
        placed = self._placed(placement, around)
        detail = "what is placed here is out"
        self.record.lose(placement.where, what, "", placed.out or inside.out, detail)

    def _placed(self, placement: Placement, around: Around) -> Around:
        content, name = self._at.content, placement.id
        match placement.kind:
            case "section":
                if name in self._path:
                    return around  # one that places itself is refused elsewhere
                return self._section(content.sections[name], around)
            case "chart":
                return self._files.chart(content.charts[name], around)
            case "table":
                return self._files.table(content.tables[name], around)
            case "picture":
                return self._files.picture(content.pictures[name], around)
            case _:
                assert_never(placement.kind)

    def _section(self, section: Section, around: Around) -> Around:
        what, words = f"section {section.id!r}", first_words(section.title)
        inside = self.record.judge(section, what, words, around, section.conditions)
        self._inlines(section.title, inside)
        self._inlines(section.short, inside)
        self._path.append(section.id)
        self._blocks(section.blocks, inside)
        self._path.pop()
        return inside

    # --- words -----------------------------------------------------------------------------------

    def _inlines(self, inlines: Iterable[Inline], around: Around) -> None:
        for inline in inlines:
            match inline:
                case Span(attributes=attributes):
                    self._words(held_by(inline) or inline, around, attributes.conditions)
                case Footnote() | Citation():
                    self._words(inline, around, None)
                case Emphasis(children=children) | Strong(children=children):
                    self._inlines(children, around)
                case Link(children=children, otherwise=otherwise):
                    self._inlines((*children, *(otherwise or ())), around)
                case Reference(otherwise=otherwise):
                    self._inlines(otherwise or (), around)
                case Text() | Worded() | LineBreak():
                    pass
                case _:
                    assert_never(inline)

    def _words(
        self, item: Span | Footnote | Citation, around: Around, conditions: Conditions | None
    ) -> None:
        what = name_of_words(item)
        if isinstance(item, Citation):
            keys = [work.key for work in item.works]
            self._cited.update(dict.fromkeys(keys))
            inside = self.record.judge(item, what, "", around, conditions)
            is_hidden = any(self._at.hides(key) for key in keys)
            self._inlines(item.otherwise or (), around if is_hidden else inside)
            return
        words = first_words(item.children)
        self._inlines(item.children, self.record.judge(item, what, words, around, conditions))
