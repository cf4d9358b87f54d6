"""Numbers that authors typed, and that nothing in their sentence gives a source for.

What an expression takes from a reading is no typed number; what is typed, counted or computed in it
is. In a table, a cell may leave its source to its row, to the head of its column, or to what stands
over and under the table.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import assert_never

from briefing.errors import Location
from briefing.load.checks.drawable import Drawable
from briefing.load.checks.written import Written, written_in
from briefing.load.expressions import facts_of
from briefing.load.syntax.problems import Problems
from briefing.model.chart_spec import ChartSpec
from briefing.model.content import Content, TableSpec
from briefing.model.prose import (
    Block,
    Box,
    Citation,
    Columns,
    DefinitionList,
    Emphasis,
    Expression,
    Footnote,
    FrontMatter,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Listing,
    Paragraph,
    Placement,
    Quote,
    Reference,
    Sheet,
    Span,
    Strong,
    TableBlock,
    Text,
    Worded,
)
from briefing.numbers.mentioned import Stretch, find_amounts_in_words, find_numbers
from briefing.numbers.sentences import belongs, sentences

_WORDED = "\ufffc"  # stands for what an expression prints
_HINT = "cite its source in the same sentence, or print a reading with figure(…)"
_IN_CHARTS = f"{_HINT}, or say a value that the chart draws"
_OF_LABELS = "say where it was taken from: source: …, a key of sources.yaml"

_Known = Callable[[str, Stretch], bool]
"""Tells whether a number of a text is known from what it stands beside."""


def check_uncited(content: Content, problems: Problems) -> None:
    """Warn of every typed number without a source."""
    walk = _Walk(content, problems)
    for section in content.sections.values():
        walk.words(section.title)
        walk.blocks(section.blocks)
    for document in content.documents.values():
        walk.words(document.title)
        walk.words(document.subtitle)
        walk.blocks(document.blocks)
    for table in content.tables.values():
        walk.table(table)
    for chart in content.charts.values():
        walk.chart(chart)
    for picture in content.pictures.values():
        walk.words(picture.title)
        walk.words(picture.note)


class _Line:
    """Inlines as text, with the places of what it cites."""

    def __init__(self, inlines: Iterable[Inline]) -> None:
        self.text = ""
        self.notes: list[int] = []
        self.worded: list[tuple[int, Expression]] = []
        self._runs: list[tuple[int, Location]] = []
        self._take(inlines)

    def where(self, at: int) -> Location:
        begin, where = max((begin, where) for begin, where in self._runs if begin <= at)
        return Location(where.file, where.line, where.column + at - begin)

    def _take(self, inlines: Iterable[Inline]) -> None:
        for inline in inlines:
            match inline:
                case Text(text=text, where=where):
                    self._runs.append((len(self.text), where))
                    self.text += text
                case Worded(expression=expression):
                    self.worded.append((len(self.text), expression))
                    self.text += _WORDED
                case Citation():
                    self.notes.append(len(self.text))
                case Footnote(children=children):
                    if _Line(children).notes:
                        self.notes.append(len(self.text))
                case LineBreak():
                    self.text += " "
                case Reference():
                    pass
                case Emphasis() | Strong() | Link() | Span():
                    self._take(inline.children)
                case _:
                    assert_never(inline)


class _Walk:
    def __init__(self, content: Content, problems: Problems) -> None:
        self._content = content
        self._language = content.project.languages[0]
        self._names = content.project.silent
        self._problems = problems

    def words(self, inlines: Sequence[Inline], known: _Known | None = None) -> None:
        """Judge words that stand in one piece."""
        line = _Line(inlines)
        if not line.worded and not self._amounts(line.text):
            return
        for sentence in sentences(line.text):
            if any(belongs(note, sentence) for note in line.notes):
                continue
            begin, end = sentence
            for at, expression in line.worded:
                if begin <= at < end:
                    self._worded(expression)
            for at, to in self._amounts(line.text[begin:end]):
                if known is None or not known(line.text, (begin + at, begin + to)):
                    number = line.text[begin + at : begin + to]
                    self._tell(line.where(begin + at), number, _IN_CHARTS if known else _HINT)

    def _tell(self, where: Location, number: str, hint: str) -> None:
        self._problems.warning(where, f"{number!r} has no source", hint, "uncited")

    def _amounts(self, text: str) -> list[Stretch]:
        """Find numbers, and amounts in words."""
        asked = text, self._language, self._names
        return sorted([*find_numbers(*asked), *find_amounts_in_words(*asked)])

    def _worded(self, expression: Expression) -> None:
        """Judge what an expression prints without a reading."""
        for offset, text in facts_of(expression.source).typed:
            if not text:
                message = "what is counted here has no source"
            elif find_numbers(text, self._language, self._names):
                message = f"{text!r} has no source"
            else:
                continue
            where = expression.where
            where = Location(where.file, where.line, where.column + offset)
            self._problems.warning(where, message, _HINT, "uncited")

    def table(self, table: TableSpec) -> None:
        """Judge what is typed around readings, one of which may cite for all."""
        heads = (words for column in table.columns for words in (column.group, column.label))
        texts = [table.title, table.note, *heads]
        if not any(_Line(text).notes for text in texts):
            for text in texts:
                self.words(text)

    def chart(self, chart: ChartSpec) -> None:
        """Judge what is typed around a chart and in it, besides its own figures."""
        known = Drawable(self._content, chart).may_say
        for words in (chart.title, chart.subtitle, chart.note):
            self.words(words, known)
        for written in written_in(chart):
            if not written.is_sourced:
                self._label(written, known)

    def _label(self, label: Written, known: _Known) -> None:
        """Judge what is written into a chart without a source."""
        if label.value:
            self._tell(label.valued_at, label.value, _OF_LABELS)
        for at, to in self._amounts(label.text):
            number, where = label.text[at:to], label.where
            # What a line is called says something of the line, not of the chart's figures.
            is_known = number == label.value if label.value else known(label.text, (at, to))
            if not is_known:
                place = Location(where.file, where.line, where.column + at)
                self._tell(place, number, _OF_LABELS)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Judge blocks, and those in them."""
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(children=children) | Paragraph(children=children):
                self.words(children)
            case Box() | Quote() | Columns() | FrontMatter():
                self.blocks(block.blocks)
            case ListBlock(items=items):
                for item in items:
                    self.blocks(item.blocks)
            case DefinitionList(items=definitions):
                for definition in definitions:
                    self.words(definition.term)
                    self.blocks(definition.blocks)
            case TableBlock():
                self._cells(block)
            case Sheet() | Placement() | Listing():
                pass  # a sheet says when and where, not how much
            case _:
                assert_never(block)

    def _cells(self, table: TableBlock) -> None:
        if _Line(table.title).notes or _Line(table.note).notes:
            return
        self.words(table.title)
        self.words(table.note)
        cited: set[int] = set()
        for row in table.head:
            for at, cell in enumerate(row.cells):
                if cell is not None:
                    self.words(cell.children)
                    if _Line(cell.children).notes:
                        cited.update(range(at, at + cell.columns))
        for row in table.rows:
            if any(_Line(cell.children).notes for cell in row.own):
                continue
            for at, cell in enumerate(row.cells):
                if cell is not None and at not in cited:
                    self.words(cell.children)
