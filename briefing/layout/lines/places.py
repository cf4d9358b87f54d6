"""Find the place in the author's files that something was set from, and what it holds."""

from collections.abc import Sequence
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
    GridItem,
    GroupItem,
    Item,
    ParagraphItem,
    SheetItem,
    TableItem,
)


def place_of(item: Item) -> Location | None:
    """The place of the first thing in `item` that has one."""
    if isinstance(item, ParagraphItem):
        runs = (*item.runs, *item.label, *item.end)
        return next((run.where for run in runs if run.where is not None), None)
    if isinstance(item, DrawingItem):
        return item.drawing.where
    places = (place_of(part) for part in parts_of(item))
    found = next((place for place in places if place is not None), None)
    if found is None and isinstance(item, SheetItem) and item.picture is not None:
        return item.picture.where
    return found


def parts_of(item: Item) -> Sequence[Item]:
    """What stands in an item, in reading order; nothing for a paragraph or a picture."""
    match item:
        case ParagraphItem() | DrawingItem() | BreakItem():
            return ()
        case TableItem(head=head, rows=rows, continued=continued):
            cells = [cell.paragraph for row in (*head, *rows) for cell in row.own]
            return cells if continued is None else [*cells, continued]
        case GridItem(cells=cells):
            return [part for cell in cells for part in cell]
        case GroupItem() | BoxItem() | BandItem() | ColumnsItem():
            return item.items
        case BesideItem() | FloatItem():
            return (item.item,)
        case SheetItem(items=items, last=last):
            return (*items, *last)
        case _:
            assert_never(item)
