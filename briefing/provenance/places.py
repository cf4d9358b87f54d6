"""On which page something stands that a manuscript says."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import assert_never

from briefing.errors import Location
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
from briefing.model.page import Pages, PlacedDrawing, PlacedLine
from briefing.model.structure import Leaf

_Spot = tuple[Leaf, int]
"""A leaf, and how many letters of it stand before."""


class Places:
    """Finds pages by where the author wrote something.

    What is printed several times, as in a repeat, is found at its first place, then at the next.

    Attributes:
        drawings: Ids → the page on which they stand.
    """

    def __init__(self, flow: Flow, pages: Pages, lines: Collection[tuple[str, int]]) -> None:
        """Read what stands in `lines` of the author's files, and on which pages."""
        runs = list(_runs(flow.items))
        wanted = {run.leaf for run in runs if run.where and _line(run.where) in lines} - {None}
        self.drawings = dict(_drawings(pages))
        self._runs = _index(run for run in runs if run.leaf in wanted)
        self._painted = _painted(pages, wanted)

    def page(self, where: Location, letters: int, turn: int) -> int | None:
        """Find the page of a letter.

        Args:
            where: Of the run that it is in.
            letters: So many stand in the run before it, blanks apart.
            turn: So many times the run was printed before.

        Returns:
            Its number, None for what is not on the pages.
        """
        columns = self._runs.get(_line(where), [])
        # A stop moves before its note, and the run behind it begins so much later.
        at = bisect_right(columns, where.column + letters, key=lambda each: each[0]) - 1
        if at < 0:
            return None
        column, spots = columns[at]
        leaf, before = spots[min(turn, len(spots) - 1)]
        painted = self._painted.get(leaf)
        if painted is None:
            return None
        wanted = before + letters - max(0, column - where.column)
        return painted[max(0, bisect_right(painted, wanted, key=lambda part: part[0]) - 1)][1]


def _line(where: Location) -> tuple[str, int]:
    return where.file, where.line


def _drawings(pages: Pages) -> Iterator[tuple[str, int]]:
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, PlacedDrawing):
                yield item.drawing.id, page.number


def _painted(pages: Pages, wanted: Collection[Leaf | None]) -> dict[Leaf, list[tuple[int, int]]]:
    """For each leaf, the pages that it is on, each with the letters of it on those before."""
    painted: dict[Leaf, list[tuple[int, int]]] = {}
    counts: dict[Leaf, int] = {}
    for page in pages.pages:
        lines = [item for item in page.items if isinstance(item, PlacedLine)]
        for run in [run for line in lines for run in line.runs if run.leaf in wanted]:
            assert run.leaf is not None
            before = counts.get(run.leaf, 0)
            parts = painted.setdefault(run.leaf, [])
            if not parts or parts[-1][1] != page.number:
                parts.append((before, page.number))
            counts[run.leaf] = before + letters(run.text)
    return painted


_Index = dict[tuple[str, int], list[tuple[int, list[_Spot]]]]
"""File and line → columns in order, each with every place where what begins there is printed."""


def _index(runs: Iterable[Run]) -> _Index:
    counts: dict[Leaf, int] = {}
    lines: dict[tuple[str, int], dict[int, list[_Spot]]] = {}
    for run in runs:
        assert run.leaf is not None
        before = counts.get(run.leaf, 0)
        counts[run.leaf] = before + letters(run.text)
        if run.where is not None:
            columns = lines.setdefault(_line(run.where), {})
            columns.setdefault(run.where.column, []).append((run.leaf, before))
    return {line: sorted(columns.items()) for line, columns in lines.items()}


def letters(text: str) -> int:
    """Count what is not blank: at the end of a line, blanks are not painted."""
    return sum(map(len, text.split()))


def _runs(items: Iterable[Item]) -> Iterator[Run]:
    """Go through the runs of a text, but for its notes and its listings, which repeat titles."""
    for item in items:
        match item:
            case ParagraphItem(label=label, runs=runs, end=page):
                yield from () if page else (*label, *runs)
            case TableItem(head=head, rows=rows):
                cells = [cell for row in (*head, *rows) for cell in row.own]
                yield from _runs(cell.paragraph for cell in cells)
            case GroupItem() | BoxItem() | BandItem() | ColumnsItem():
                yield from _runs(item.items)
            case GridItem(cells=grid):
                yield from (run for cell in grid for run in _runs(cell))
            case BesideItem() | FloatItem():
                yield from _runs((item.item,))
            case SheetItem():
                yield from _runs((*item.items, *item.last))
            case DrawingItem() | BreakItem():
                pass
            case _:
                assert_never(item)
