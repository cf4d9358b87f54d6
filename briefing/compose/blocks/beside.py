"""What stands beside the text."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.compose.paragraphs import Setting
from briefing.model.flow import BesideItem, BoxItem, GroupItem, Item
from briefing.units import Pt

_LEAST_LINE = 14.0
"""Em that the lines beside it keep, about thirty letters: with fewer it stands in the measure."""

_NONE = Pt(0)


class Beside(Struct, frozen=True):
    """A place beside the text."""

    width: Pt
    gap: Pt

    def put(self, items: Sequence[Item]) -> BesideItem:
        """Make it of these items."""
        bare = tuple(_bare(item) for item in items)
        item = bare[0] if len(bare) == 1 else GroupItem(bare, _NONE, _NONE)
        return BesideItem(item, self.width, "right", self.gap)


def stand_beside(width: float, at: Setting) -> Beside | None:
    """Give a place of this width beside the text, or None where its lines would get too short."""
    gap = at.ledger.style.paper.column_gap
    text = at.text
    left = at.measure - text.left - text.right - width - gap
    return Beside(Pt(width), gap) if left >= _LEAST_LINE * text.text.size else None


def _bare(item: Item) -> Item:
    """Drop the white above and below, which the place gives."""
    match item:
        case GroupItem(items=items):
            inner = (_bare(items[0]),) if len(items) == 1 else items
            return replace(item, items=inner, space_before=_NONE, space_after=_NONE)
        case BoxItem(style=style):
            return replace(item, style=replace(style, space_before=_NONE, space_after=_NONE))
        case _:
            return item
