"""The text of a flow as it should be read, to be held against finished pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefing.model.flow import (
    BandItem,
    BesideItem,
    BoxItem,
    BreakItem,
    ColumnsItem,
    DrawingItem,
    FloatItem,
    Flow,
    GridItem,
    GroupItem,
    Item,
    ParagraphItem,
    Run,
    SheetItem,
    TableItem,
)
from briefing.model.page import Page, Pages, Placed, PlacedDrawing, PlacedLine, PlacedRect
from briefing.model.structure import Leaf

_UNSEEN = re.compile("[\\s\u00a0\u00ad\u200b\u2060\ufeff]+")


class Part(NamedTuple):
    """What belongs together, in the order of the flow.

    Attributes:
        chapter: Counts what begins on a page of its own.
        columns: The number of the columns it stands in, in `Story.columns`.
    """

    number: int
    chapter: int
    float: FloatItem | None = None
    sheet: bool = False
    columns: int | None = None


class Seen(NamedTuple):
    """A line or picture on a page, and what it is part of; None for a line of a note."""

    page: Page
    item: PlacedLine | PlacedDrawing
    part: Part | None


@dataclass(slots=True)
class _Stream:
    """Words that belong together in this order: of a paragraph, of a label, of a note."""

    part: Part
    pattern: str
    got: list[str] = field(default_factory=list)


class Story:
    """The text as it should be: streams of words, in parts that follow each other.

    Attributes:
        columns: Several become one if nothing but floats and breaks stands between them.
    """

    def __init__(self, flow: Flow) -> None:
        self._ornaments: list[str] = []  # patterns of what is set but not read: no leaf at all
        self.columns: list[ColumnsItem] = []
        self._streams: list[_Stream] = []
        self._by_leaf: dict[Leaf, int] = {}
        self._drawings: dict[Leaf, Part] = {}
        self._part = Part(0, 0)
        self._read(_merged(flow.items))
        for note in flow.notes:
            self._add_paragraph(note.paragraph)

    def seen(self, pages: Pages) -> list[Seen]:
        """Everything on the pages that is text of the flow, in the order of painting."""
        found: list[Seen] = []
        for page in pages.pages:
            for item in page.items:
                if isinstance(item, PlacedDrawing) and item.leaf is not None:
                    found.append(Seen(page, item, self._drawings[item.leaf]))
                elif isinstance(item, PlacedLine):
                    leaf = next((run.leaf for run in item.runs if run.leaf is not None), None)
                    if item.note is not None:
                        found.append(Seen(page, item, None))
                    elif leaf is not None:
                        found.append(Seen(page, item, self._streams[self._by_leaf[leaf]].part))
        return found

    def lost(self, pages: Pages) -> list[str]:
        """Text or pictures that are not on the pages exactly once."""
        faults: list[str] = []
        drawn: list[Leaf] = []
        unread: list[str] = []
        for page in pages.pages:
            for item in page.items:
                if isinstance(item, PlacedDrawing) and item.leaf is not None:
                    drawn.append(item.leaf)
                elif isinstance(item, PlacedLine):
                    faults += self._take(item, page)
                    unread += [_UNSEEN.sub("", r.text) for r in item.runs if r.leaf is None]
        for ornament in self._ornaments:
            if len(re.findall(ornament, "".join(unread))) < self._ornaments.count(ornament):
                faults.append(f"text lost that is not read: '{ornament}'")
        if sorted(drawn) != sorted(self._drawings):
            faults.append("a picture is lost or doubled")
        for stream in self._streams:
            got = "".join(stream.got)
            if not re.fullmatch(stream.pattern, got):
                faults.append(f"text lost or doubled: wanted '{stream.pattern}', got '{got}'")
        return faults

    def _take(self, line: PlacedLine, page: Page) -> list[str]:
        faults: list[str] = []
        for run in line.runs:
            if run.field is not None:
                faults.append(f"page {page.number}: a number is left open: {name(line)}")
            if run.leaf is not None:
                self._streams[self._by_leaf[run.leaf]].got.append(_UNSEEN.sub("", run.text))
        return faults

    def _read(self, items: Iterable[Item]) -> None:
        for item in items:
            self._read_one(item)
            self._step()

    def _read_one(self, item: Item) -> None:
        match item:
            case ParagraphItem():
                self._add_paragraph(item)
            case DrawingItem(leaf=leaf):
                if leaf is not None:
                    self._drawings[leaf] = self._part
            case GroupItem(items=inner) | BoxItem(items=inner):
                self._read(inner)
            case BesideItem(item=one):
                self._read_one(one)
            case GridItem(cells=cells):
                for content in cells:
                    self._read(content)
            case TableItem(head=head, rows=rows):
                for part in (head, rows):
                    end = 0  # of the rows that a cell holds together
                    for k, row in enumerate(part):
                        for cell in row.own:
                            if cell.leaf is not None:
                                self._drawings[cell.leaf] = self._part
                            self._add_paragraph(cell.paragraph)
                            end = max(end, k + cell.rows)
                        if end <= k + 1:
                            self._step()
            case ColumnsItem():
                self._read_columns(item)
            case FloatItem():
                outside = self._part
                self._part = outside._replace(float=item, columns=None)
                self._read_one(item.item)
                self._part = outside
            case BandItem(items=paragraphs):
                self._begin_chapter()
                self._read(paragraphs)
            case BreakItem():
                self._begin_chapter()
            case SheetItem():
                self._read_sheet(item)
            case _:
                assert_never(item)

    def _read_columns(self, item: ColumnsItem) -> None:
        if item.count > 1:
            self.columns.append(item)
            self._part = self._part._replace(columns=len(self.columns) - 1)
        self._read(item.items)
        self._part = self._part._replace(columns=None)

    def _read_sheet(self, item: SheetItem) -> None:
        self._begin_chapter()
        self._part = self._part._replace(sheet=True)
        if item.leaf is not None:
            self._drawings[item.leaf] = self._part
        self._read((*item.items, *item.last))
        self._part = self._part._replace(sheet=False)
        self._begin_chapter()

    def _begin_chapter(self) -> None:
        self._part = self._part._replace(chapter=self._part.chapter + 1)

    def _step(self) -> None:
        if self._part.float is None:
            self._part = self._part._replace(number=self._part.number + 1)

    def _add_paragraph(self, item: ParagraphItem) -> None:
        for runs in (item.label, item.runs, item.end):
            if runs and all(run.leaf is None for run in runs):
                self._ornaments.append("".join(map(_pattern, runs)))
            elif runs:
                number = len(self._streams)
                self._streams.append(_Stream(self._part, "".join(map(_pattern, runs))))
                for run in runs:
                    if (
                        run.leaf is not None
                        and self._by_leaf.setdefault(run.leaf, number) != number
                    ):
                        raise ValueError(f"leaf {run.leaf} is in two paragraphs")


def _pattern(run: Run) -> str:
    if run.field is not None:
        return "[0-9ivxlcdm]+"
    return re.escape(_UNSEEN.sub("", run.text))


def _merged(items: Iterable[Item]) -> list[Item]:
    """The items; columns between which nothing but floats and breaks stands are made one."""
    found: list[Item] = []
    for item in items:
        bridge = 0
        while bridge < len(found) and isinstance(found[-1 - bridge], FloatItem | BreakItem):
            bridge += 1
        last = found[-1 - bridge] if 0 < bridge < len(found) else None
        if (
            isinstance(item, ColumnsItem)
            and isinstance(last, ColumnsItem)
            and item.count > 1
            and (item.count, item.gap) == (last.count, last.gap)
        ):
            between = found[len(found) - bridge :]
            del found[len(found) - bridge - 1 :]
            found.append(replace(last, items=(*last.items, *between, *item.items)))
        else:
            found.append(item)
    return found


def name(item: Placed) -> str:
    """What to call it in a message."""
    match item:
        case PlacedLine(runs=runs, role=role):
            return f"{role} '{''.join(run.text for run in runs)}'"
        case PlacedDrawing(drawing=drawing):
            return f"drawing {drawing.id}"
        case PlacedRect(role=role):
            return role
