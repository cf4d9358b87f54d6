"""Paragraphs and headings, and where they stand."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.compose.ledger import Ledger
from briefing.compose.notes import of_paragraph
from briefing.compose.survey.walk import plain
from briefing.compose.text.inlines import NoteKeeper, set_inlines
from briefing.compose.text.pieces import Kid, Look, Piece, paragraph_item, without_notes
from briefing.model.drawing import Drawing
from briefing.model.flow import BreakItem, Item, ParagraphItem
from briefing.model.manuscript import Block, Inline
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle
from briefing.units import Pt


class Setting(Struct, frozen=True):
    """Where blocks stand.

    Attributes:
        text: The style of their paragraphs; lists indent theirs from its left edge.
        notes: Where their notes go.
        measure: Width of the place, with the indents of `text`.
        top: They stand on the page itself, where it may end and things may float.
        depth: In so many lists.
        sheet: They stand on a cover or title page.
    """

    ledger: Ledger
    drawings: Mapping[str, Drawing]
    text: ParagraphStyle
    notes: NoteKeeper
    measure: Pt
    top: bool = False
    depth: int = 0
    sheet: bool = False

    def look(self, style: ParagraphStyle) -> Look:
        """The look of words in a paragraph of `style`."""
        return Look(style.text, self.ledger.language, short=self.sheet, tinted=not self.sheet)


class Composed(Struct):
    """Items in reading order, and their elements."""

    items: list[Item] = []
    kids: list[Kid] = []

    def add(self, other: "Composed") -> None:
        """Append what `other` holds."""
        self.items += other.items
        self.kids += other.kids


_DEEPEST = 0.5
"""Share of the measure that indents inside one another never take together."""

_SHARE = 0.25
"""Of what is left of that, the most that one more indent takes."""

Fill = Callable[[Sequence[Block], Setting], Composed]
"""Sets the blocks that stand in a block."""


def set_words(children: Sequence[Inline], style: ParagraphStyle, at: Setting) -> Piece:
    """Set the words of a paragraph in `style`; what it notes twice has one note."""
    return set_inlines(children, at.look(style), at.ledger, of_paragraph(at.notes, at.ledger))


def set_paragraph(
    children: Sequence[Inline], style: ParagraphStyle, at: Setting
) -> tuple[ParagraphItem, tuple[Kid, ...]]:
    """Set one paragraph in `style`."""
    piece = set_words(children, style, at)
    return paragraph_item(piece, style, at.ledger), tuple(piece.kids)


def set_heading(
    title: Sequence[Inline], level: int, at: Setting, short: Sequence[Inline] = ()
) -> Composed:
    """Set a heading and enter it in the outline; some begin a page.

    Args:
        title: Its words.
        level: 1 for a section's own. The document's title is H1, so that it becomes H2.
        at: Where it stands.
        short: What the running head says instead; it names the highest headings only.
    """
    ledger = at.ledger
    target = ledger.target("heading")
    labels = ledger.survey.labels
    words = plain(title, labels)
    style = ledger.paragraph(f"h{min(level, 3)}")
    look = replace(at.look(style), short=True)
    piece = set_inlines(title, look, ledger, at.notes)
    mark = plain(short, labels) or words if at.top and level == ledger.survey.highest else ""
    item = paragraph_item(piece, style, ledger, anchor=target.anchor, mark=mark)
    role = ledger.heading(words, target.anchor, level)
    kids, noted = without_notes(piece.kids)
    return Composed([*begins(style, at), item], [Node(role, kids), *noted])


def begins(style: ParagraphStyle, at: Setting) -> list[Item]:
    """The end of a page before a heading that begins one."""
    match style.begins:
        case "page" if at.top:
            return [BreakItem()]
        case "right-page" if at.top:
            return [BreakItem(side="right")]
        case _:
            return []


def further(left: Pt, more: float, measure: Pt) -> Pt:
    """Indent further, by less where indents are so deep that little would be left of a line."""
    deepest = measure * _DEEPEST
    if left + more > deepest / 2:
        more = min(more, max(deepest - left, 0.0) * _SHARE)
    return Pt(left + more)
