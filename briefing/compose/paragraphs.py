"""Paragraphs and headings, and where they stand."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.compose.inlines import Kid, Look, NoteKeeper, plain, set_inlines
from briefing.compose.ledger import Ledger
from briefing.model.drawing import Drawing
from briefing.model.flow import Item, OutlineEntry, ParagraphItem
from briefing.model.manuscript import Inline
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle


class Setting(Struct, frozen=True):
    """Where blocks stand.

    Attributes:
        text: The style of their paragraphs; lists indent theirs from its left edge.
        notes: Where their notes go.
    """

    ledger: Ledger
    drawings: Mapping[str, Drawing]
    text: ParagraphStyle
    notes: NoteKeeper


class Composed(Struct):
    """Items in reading order, and their elements."""

    items: list[Item] = []
    kids: list[Kid] = []

    def add(self, other: "Composed") -> None:
        """Append what `other` holds."""
        self.items += other.items
        self.kids += other.kids


def set_paragraph(
    children: Sequence[Inline], style: ParagraphStyle, at: Setting
) -> tuple[ParagraphItem, tuple[Kid, ...]]:
    """Set one paragraph in `style`."""
    ledger = at.ledger
    piece = set_inlines(children, Look(style.text, ledger.language), ledger, at.notes)
    return ParagraphItem(tuple(piece.runs), style), tuple(piece.kids)


def set_heading(
    title: Sequence[Inline], level: int, name: str, at: Setting
) -> tuple[ParagraphItem, Node]:
    """Set a heading and enter it in the outline.

    Args:
        title: Its words.
        level: 1 for a section's own. The document's title is H1, so that it becomes H2.
        name: Of its anchor.
        at: Where it stands.
    """
    style = at.ledger.paragraph(f"h{min(level, 3)}")
    item, kids = set_paragraph(title, style, at)
    words = plain(title)
    anchor = at.ledger.anchor(name or f"heading:{len(at.ledger.outline) + 1}")
    at.ledger.outline.append(OutlineEntry(words, anchor, level))
    return replace(item, anchor=anchor, mark=words), Node(f"H{level + 1}", kids)
