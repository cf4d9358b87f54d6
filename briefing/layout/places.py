"""Find the place in the author's files that something was set from."""

from briefing.errors import Location
from briefing.model.flow import (
    BandItem,
    BoxItem,
    DrawingItem,
    GridItem,
    GroupItem,
    Item,
    ParagraphItem,
    TableItem,
)


def place_of(item: Item) -> Location | None:
    """The place of the first thing in `item` that has one."""
    match item:
        case ParagraphItem(label=label, runs=runs):
            return next((run.where for run in (*runs, *label) if run.where is not None), None)
        case DrawingItem(drawing=drawing):
            return drawing.where
        case TableItem(head=head, rows=rows):
            inner: list[Item] = [cell.paragraph for row in (*head, *rows) for cell in row.cells]
        case GridItem(cells=cells):
            inner = [part for cell in cells for part in cell]
        case GroupItem(items=items) | BoxItem(items=items):
            inner = list(items)
        case BandItem(items=paragraphs):
            inner = list(paragraphs)
    return next((place for part in inner if (place := place_of(part)) is not None), None)
