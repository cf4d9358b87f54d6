"""What holds on every page of every document, told from the flow and its pages alone.

`broken` names every fault it finds; an empty list is a sound document. It knows nothing of how
pages are made, so it may judge any of them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.model.flow import (
    BandItem,
    BoxItem,
    DrawingItem,
    Flow,
    GridItem,
    GroupItem,
    Item,
    ParagraphItem,
    Run,
    TableItem,
)
from briefing.model.page import Page, Pages, Placed, PlacedDrawing, PlacedLine, PlacedRect
from briefing.model.structure import Leaf

NEAR = 0.05
"""Points that do not count."""

_UNSEEN = re.compile("[\\s\u00a0\u00ad\u200b\u2060\ufeff]+")


def broken(flow: Flow, pages: Pages) -> list[str]:
    """Every fault of a document."""
    story = _Story(flow)
    return [
        *outside(flow, pages),
        *overlapping(pages),
        *story.faults(pages),
        *astray(flow, pages),
        *unnamed(flow, pages),
        *unlinked(pages),
    ]


def astray(flow: Flow, pages: Pages) -> list[str]:
    """Notes that do not begin on the page of their first marker, or are out of order."""
    faults: list[str] = []
    marked: dict[int, int] = {}
    lines: dict[int, dict[int, int]] = {}
    for page in pages.pages:
        for line in _lines(page):
            for number in line.notes:
                marked.setdefault(number, page.number)
    order = list(marked)
    for page in pages.pages:
        feet = [line.note for line in _lines(page) if line.note is not None]
        if feet != sorted(feet, key=order.index):
            faults.append(f"page {page.number}: notes out of order: {feet}")
        for number in feet:
            on = lines.setdefault(number, {})
            on[page.number] = on.get(page.number, 0) + 1
    for number in range(len(flow.notes)):
        on = lines.get(number, {})
        if number not in marked:
            faults.append(f"note {number}: no marker is set")
        elif not on:
            faults.append(f"note {number}: not set")
        elif next(iter(on)) != marked[number]:
            faults.append(f"note {number}: on page {next(iter(on))}, marker on {marked[number]}")
    return faults


def lonely(flow: Flow, pages: Pages) -> list[str]:
    """Notes of which a single line stands on a page, though the note has more."""
    faults: list[str] = []
    for number in range(len(flow.notes)):
        counts = [sum(line.note == number for line in _lines(page)) for page in pages.pages]
        if sum(counts) > 1 and 1 in counts:
            faults.append(f"note {number}: a single line on page {counts.index(1) + 1}")
    return faults


def buried(pages: Pages) -> list[str]:
    """Notes that run on although another begins behind them, on the page where they begin."""
    faults: list[str] = []
    feet = [
        [line.note for line in _lines(page) if line.note is not None] for page in pages.pages
    ]  # fmt: skip
    begun: set[int] = set()
    for page, foot, later in zip(pages.pages, feet, [*feet[1:], []], strict=True):
        new = [number for number in dict.fromkeys(foot) if number not in begun]
        begun.update(new)
        faults += [
            f"page {page.number}: note {number} runs on, note {behind} stands behind it"
            for number, behind in pairwise(new)
            if number in later
        ]
    return faults


def outside(flow: Flow, pages: Pages) -> list[str]:
    """Text and pictures that stand in the margins."""
    paper = flow.style.paper
    left, right = paper.inner, paper.width - paper.outer
    bottom = paper.height - paper.bottom
    faults: list[str] = []
    for page in pages.pages:
        band = any(isinstance(item, PlacedRect) and item.role == "band" for item in page.items)
        top = 0.0 if band else paper.top
        for item in page.items:
            if isinstance(item, PlacedRect):
                continue
            x0, y0, x1, y1 = _box(item)
            if _is_running(item):
                sound = left - NEAR <= x0 and x1 <= right + NEAR
            else:
                sound = (
                    left - NEAR <= x0 and x1 <= right + NEAR
                    and top - NEAR <= y0 and y1 <= bottom + NEAR
                )  # fmt: skip
            if not sound:
                faults.append(f"page {page.number}: outside its place: {_name(item)}")
    return faults


def overlapping(pages: Pages) -> list[str]:
    """Pairs of lines or pictures of which one stands on the other."""
    faults: list[str] = []
    for page in pages.pages:
        boxes = sorted(
            ((_box(item), _name(item)) for item in page.items if not isinstance(item, PlacedRect)),
            key=lambda pair: pair[0][1],
        )
        for k, (one, name) in enumerate(boxes):
            for other, other_name in boxes[k + 1 :]:
                if other[1] >= one[3] - NEAR:
                    break
                if one[0] < other[2] - NEAR and other[0] < one[2] - NEAR:
                    faults.append(f"page {page.number}: {name} on {other_name}")
    return faults


def unnamed(flow: Flow, pages: Pages) -> list[str]:
    """Anchors that are missing, set twice, or not where what they name is."""
    faults: list[str] = []
    where: dict[str, int] = {}
    for anchor in pages.anchors:
        if anchor.name in where:
            faults.append(f"anchor '{anchor.name}' is set twice")
        where[anchor.name] = anchor.page
    wanted = [*_anchors(flow.items)]
    for number, note in enumerate(flow.notes):
        back = f"{note.anchor}-back"
        wanted += [note.anchor, back]
        for page in pages.pages:
            if any(line.note == number for line in _lines(page)):
                if where.get(note.anchor) != page.number:
                    faults.append(f"anchor '{note.anchor}' is not on page {page.number}")
                break
        for page in pages.pages:
            if any(number in line.notes for line in _lines(page)):
                if where.get(back) != page.number:
                    faults.append(f"anchor '{back}' is not on page {page.number}")
                break
    return faults + [f"anchor '{name}' is not set" for name in wanted if name not in where]


def unlinked(pages: Pages) -> list[str]:
    """Words of a link without an area over them."""
    faults: list[str] = []
    for page in pages.pages:
        for line in _lines(page):
            for run in line.runs:
                if run.link is not None and not any(
                    area.link == run.link
                    and area.x <= line.x + run.x + NEAR
                    and area.x + area.width >= line.x + run.x + run.width - NEAR
                    and area.y <= line.top + NEAR
                    and area.y + area.height >= line.top + line.height - NEAR
                    for area in page.links
                ):
                    faults.append(f"page {page.number}: no area for link {run.link}")
    return faults


@dataclass(slots=True)
class _Stream:
    """Words that belong together in this order: of a paragraph, of a label, of a note."""

    unit: int
    pattern: str
    got: list[str] = field(default_factory=list)


class _Story:
    """The text as it should be: streams of words, in units that follow each other."""

    def __init__(self, flow: Flow) -> None:
        self._streams: list[_Stream] = []
        self._by_leaf: dict[Leaf, int] = {}
        self._drawings: dict[Leaf, int] = {}
        self._unit = 0
        self._read(flow.items)
        for note in flow.notes:
            self._add_paragraph(note.paragraph)
            self._unit += 1

    def faults(self, pages: Pages) -> list[str]:
        """Text lost, doubled, or out of order."""
        faults: list[str] = []
        unit = 0
        drawn: list[Leaf] = []
        for page in pages.pages:
            for item in page.items:
                reached = unit
                if isinstance(item, PlacedDrawing):
                    drawn.append(item.leaf)
                    reached = self._drawings[item.leaf]
                elif isinstance(item, PlacedLine):
                    reached = self._take(item, unit, faults, page)
                if reached < unit:
                    faults.append(f"page {page.number}: out of order: {_name(item)}")
                unit = max(unit, reached)
        if sorted(drawn) != sorted(self._drawings):
            faults.append("a picture is lost or doubled")
        for stream in self._streams:
            got = "".join(stream.got)
            if not re.fullmatch(stream.pattern, got):
                faults.append(f"text lost or doubled: wanted '{stream.pattern}', got '{got}'")
        return faults

    def _take(self, line: PlacedLine, unit: int, faults: list[str], page: Page) -> int:
        for run in line.runs:
            if run.field is not None:
                faults.append(f"page {page.number}: a number is left open: {_name(line)}")
            if run.leaf is not None:
                stream = self._streams[self._by_leaf[run.leaf]]
                stream.got.append(_UNSEEN.sub("", run.text))
                if line.note is None:
                    unit = stream.unit
        return unit

    def _read(self, items: Iterable[Item]) -> None:
        for item in items:
            match item:
                case ParagraphItem():
                    self._add_paragraph(item)
                case DrawingItem(leaf=leaf):
                    self._drawings[leaf] = self._unit
                case GroupItem(items=inner) | BoxItem(items=inner) | BandItem(items=inner):
                    self._read(inner)
                case GridItem(cells=cells):
                    for content in cells:
                        self._read(content)
                case TableItem(head=head, rows=rows):
                    for row in (*head, *rows):
                        for cell in row.cells:
                            self._add_paragraph(cell.paragraph)
                        self._unit += 1
            self._unit += 1

    def _add_paragraph(self, item: ParagraphItem) -> None:
        for runs in (item.label, item.runs):
            if runs:
                number = len(self._streams)
                self._streams.append(_Stream(self._unit, "".join(map(_pattern, runs))))
                for run in runs:
                    if (
                        run.leaf is not None
                        and self._by_leaf.setdefault(run.leaf, number) != number
                    ):
                        raise ValueError(f"leaf {run.leaf} is in two paragraphs")


def _pattern(run: Run) -> str:
    if run.field is not None:
        return r"\d+"
    return re.escape(_UNSEEN.sub("", run.text))


def _anchors(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        match item:
            case ParagraphItem(anchor=anchor) if anchor:
                yield anchor
            case GroupItem(items=inner, anchor=anchor):
                if anchor:
                    yield anchor
                yield from _anchors(inner)
            case BoxItem(items=inner) | BandItem(items=inner):
                yield from _anchors(inner)
            case GridItem(cells=cells):
                for inside in cells:
                    yield from _anchors(inside)
            case TableItem(head=head, rows=rows):
                yield from _anchors(cell.paragraph for row in (*head, *rows) for cell in row.cells)
            case _:
                pass


def _lines(page: Page) -> Iterator[PlacedLine]:
    return (item for item in page.items if isinstance(item, PlacedLine))


def _is_running(item: Placed) -> bool:
    return isinstance(item, PlacedLine) and item.role in ("running-head", "running-foot")


def _box(item: PlacedLine | PlacedDrawing) -> tuple[float, float, float, float]:
    """Left, top, right, bottom; of a line, of the words on it."""
    if isinstance(item, PlacedDrawing):
        width, height = item.drawing.width, item.drawing.height
        return item.x, item.y, item.x + width, item.y + height
    start = item.runs[0].x if item.runs else 0.0
    return item.x + start, item.top, item.x + item.width, item.top + item.height


def _name(item: Placed) -> str:
    match item:
        case PlacedLine(runs=runs, role=role):
            return f"{role} '{''.join(run.text for run in runs)}'"
        case PlacedDrawing(drawing=drawing):
            return f"drawing {drawing.id}"
        case PlacedRect(role=role):
            return role
