"""Judges boxes and pictures that stand beside text, from the flow and its pages alone."""

from collections.abc import Iterable, Iterator

from briefing.layout.lines.places import parts_of
from briefing.model.flow import (
    BesideItem,
    ColumnsItem,
    DrawingItem,
    Flow,
    Item,
    ParagraphItem,
)
from briefing.model.page import Page, Pages, Placed, PlacedDrawing, PlacedLine, PlacedRect
from briefing.model.structure import Leaf
from tests.layout.story import name

NEAR = 0.05

Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def crowded(flow: Flow, pages: Pages) -> list[str]:
    """Text on or too near to what stands beside it, and what is divided though text is beside."""
    faults: list[str] = []
    columns = [item for item in flow.items if isinstance(item, ColumnsItem)]
    in_columns = set(map(id, _besides(columns)))  # text of the next column is always at its side
    for item in _besides(flow.items):
        leaves = frozenset(_leaves(item.item))
        found = [(page, area) for page in pages.pages if (area := _area(page, leaves, item.width))]
        for page, area in found:
            for other in page.items:
                if not isinstance(other, PlacedRect) and not leaves & _painted(other):
                    faults += _too_near(page, other, area, item.gap)
            if len(found) < 2 or id(item) in in_columns:
                continue
            if any(_at_side(other, area) for other in page.items):
                faults.append(f"page {page.number}: divided beside text: {area}")
    return faults


def _too_near(page: Page, other: PlacedLine | PlacedDrawing, area: Area, gap: float) -> list[str]:
    x0, y0, x1, y1 = bounds(other)
    if y1 <= area[1] + NEAR or y0 >= area[3] - NEAR:
        return []
    if x1 <= area[0] - gap + NEAR or x0 >= area[2] + gap - NEAR:
        return []
    return [f"page {page.number}: too near to what stands beside it: {name(other)}"]


def _at_side(other: Placed, area: Area) -> bool:
    if isinstance(other, PlacedRect):
        return False
    x0, y0, x1, y1 = bounds(other)
    beside = x1 <= area[0] + NEAR or x0 >= area[2] - NEAR
    return beside and y0 < area[3] - NEAR and y1 > area[1] + NEAR


def _area(page: Page, leaves: frozenset[Leaf], width: float) -> Area | None:
    """What is painted of these leaves on a page, with the grounds under it, if not too wide."""
    own = [bounds(item) for item in page.items if leaves & _painted(item)]
    if not own:
        return None
    area = _hull(own)
    grounds = [
        bounds(item)
        for item in page.items
        if isinstance(item, PlacedRect) and item.role == "box" and item.width <= width + NEAR
    ]
    area = _hull([area, *(g for g in grounds if _holds(g, area))])
    return area if area[2] - area[0] <= width + 2 * NEAR else None


def _hull(areas: list[Area]) -> Area:
    x0, y0, x1, y1 = zip(*areas, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def _holds(outer: Area, inner: Area) -> bool:
    return (
        outer[0] <= inner[0] + NEAR and outer[1] <= inner[1] + NEAR
        and outer[2] >= inner[2] - NEAR and outer[3] >= inner[3] - NEAR
    )  # fmt: skip


def bounds(item: Placed) -> Area:
    """Where it stands; of a line, the words on it."""
    match item:
        case PlacedRect(x=x, y=y, width=width, height=height):
            return x, y, x + width, y + height
        case PlacedDrawing(drawing=drawing, x=x, y=y):
            return x, y, x + drawing.width, y + drawing.height
        case PlacedLine(runs=runs, x=x, top=top, height=height, width=width):
            start = runs[0].x if runs else 0.0
            return x + start, top, x + width, top + height


def _painted(item: Placed) -> set[Leaf]:
    match item:
        case PlacedLine(runs=runs):
            return {run.leaf for run in runs if run.leaf is not None}
        case PlacedDrawing(leaf=leaf) if leaf is not None:
            return {leaf}
        case _:
            return set()


def _leaves(item: Item) -> Iterator[Leaf]:
    match item:
        case ParagraphItem(label=label, runs=runs, end=end):
            yield from (run.leaf for run in (*label, *runs, *end) if run.leaf is not None)
        case DrawingItem(leaf=leaf):
            if leaf is not None:
                yield leaf
        case _:
            for part in parts_of(item):
                yield from _leaves(part)


def _besides(items: Iterable[Item]) -> Iterator[BesideItem]:
    for item in items:
        if isinstance(item, BesideItem):
            yield item
        yield from _besides(parts_of(item))
