"""What figures, pictures and tables have in common: numbered titles, anchors, places that move."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.compose.paragraphs import Setting
from briefing.compose.targets import Target
from briefing.compose.walk import Inlines
from briefing.errors import Location
from briefing.model.flow import FloatItem, GroupItem, Item, ParagraphItem, TableItem, TableRow
from briefing.model.manuscript import Strong, Text
from briefing.model.prose import Position
from briefing.units import Pt

_NONE = Pt(0)


def captioned(title: Inlines, target: Target, where: Location) -> Inlines:
    """Put its number before a title, in a style that numbers them."""
    if not target.number:
        return title
    return (Strong((Text(f"{target.label}. ", where),)), *title)


def anchored(items: Sequence[Item], anchor: str) -> list[Item]:
    """Give the first of some items an anchor."""
    first, *others = items
    match first:
        case GroupItem() | ParagraphItem():
            return [replace(first, anchor=anchor), *others]
        case TableItem(head=head, rows=rows):
            if head:
                head = (_named(head[0], anchor), *head[1:])
            else:
                rows = (_named(rows[0], anchor), *rows[1:])
            return [replace(first, head=head, rows=rows), *others]
        case _:
            return [GroupItem((first,), _NONE, _NONE, anchor), *others]


def _named(row: TableRow, anchor: str) -> TableRow:
    first, *others = row.cells
    if first is None:
        raise ValueError("the first cell of a table belongs to no row")
    named = replace(first, paragraph=replace(first.paragraph, anchor=anchor))
    return replace(row, cells=(named, *others))


def placed(items: Sequence[Item], position: Position, at: Setting) -> list[Item]:
    """Let items move on as their author wants; where nothing can move, they stay."""
    if position == "here" or not at.top:
        return list(items)
    item = items[0] if len(items) == 1 else GroupItem(tuple(items), _NONE, _NONE)
    if isinstance(item, GroupItem):
        item = replace(item, space_before=_NONE, space_after=_NONE)
    return [FloatItem(item, position, at.ledger.style.table.space_after)]
