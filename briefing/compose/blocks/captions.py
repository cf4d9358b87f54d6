"""What figures, pictures and tables have in common: numbered titles, places that move."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.compose.paragraphs import Setting
from briefing.compose.survey.targets import Target
from briefing.compose.survey.walk import Inlines
from briefing.compose.text.inlines import LABEL
from briefing.errors import Location
from briefing.model.flow import FloatItem, GroupItem, Item
from briefing.model.manuscript import Span, Strong, Text
from briefing.model.prose import Position
from briefing.units import Pt

_NONE = Pt(0)


def captioned(title: Inlines, target: Target, where: Location) -> Inlines:
    """Put its number before a title, in a style that numbers them."""
    if not target.number:
        return title
    label = Strong((Text(f"{target.label}. ", where),))
    return (Span((label,), (LABEL,), None), *title)


def placed(items: Sequence[Item], position: Position, at: Setting) -> list[Item]:
    """Let items move on as their author wants; where nothing can move, they stay."""
    if position == "here" or not at.top:
        return list(items)
    item = items[0] if len(items) == 1 else GroupItem(tuple(items), _NONE, _NONE)
    if isinstance(item, GroupItem):
        item = replace(item, space_before=_NONE, space_after=_NONE)
    return [FloatItem(item, position, at.ledger.style.table.space_after)]
