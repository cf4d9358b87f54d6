"""Covers, title pages and back covers."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.compose.blocks.scaling import filling
from briefing.compose.notes import Refused
from briefing.compose.page.marking import set_standing
from briefing.compose.paragraphs import Composed, Fill, Setting, set_words
from briefing.compose.survey.targets import TITLE
from briefing.compose.survey.walk import unwrapped
from briefing.compose.text.pieces import Kid, paragraph_item
from briefing.model.drawing import Drawing
from briefing.model.flow import SheetItem
from briefing.model.manuscript import Block, Heading, Paragraph, Picture, Sheet
from briefing.model.structure import Leaf, Node
from briefing.model.style import Colour, SheetStyle, Style
from briefing.units import Pt

_STYLES = {"cover": "cover", "title-page": "title", "back-cover": "cover"}
"""What the names of its paragraphs begin with."""


def set_sheet(sheet: Sheet, at: Setting, fill: Fill) -> Composed:
    """Set a page of its own: its title, what else stands at its top, and what at its foot.

    The first title of a document's sheets is the document's.
    """
    ledger = at.ledger
    was_titled = ledger.titled
    target = ledger.target("sheet")
    style = ledger.style.sheets[sheet.kind]
    name = _STYLES[sheet.kind]
    inside = replace(
        at,
        text=ledger.paragraph(f"{name}-text"),
        notes=Refused(ledger),
        measure=Pt(ledger.style.paper.width - 2 * style.inset),
        top=False,
        sheet=True,
    )
    drawing, leaf, kids = _picture(sheet.picture, style, at)
    blocks = unwrapped(sheet.blocks)
    foot = _foot(blocks)
    house, ledger.style = ledger.style, _in_one_colour(ledger.style, inside.text.text.colour)
    items = _set(blocks[:foot], name, inside, fill)
    last = _set(blocks[foot:], name, inside, fill)
    if ledger.titled and not was_titled:
        standing, kids_of_it = set_standing(inside.text, ledger, lines_before=1.5)
        items.add(Composed([*standing], kids_of_it))
    ledger.style = house
    item = SheetItem(
        tuple(items.items), tuple(last.items), drawing, leaf, style, anchor=target.anchor
    )
    return Composed([item], [Node("Sect", (*kids, *items.kids, *last.kids))])


def _in_one_colour(style: Style, colour: Colour) -> Style:
    """Give all that has no colour of its own for sheets that of their text: to be seen on them."""
    paragraphs = {
        name: paragraph
        if name.startswith(tuple(_STYLES.values()))
        else replace(paragraph, text=replace(paragraph.text, colour=colour))
        for name, paragraph in style.paragraphs.items()
    }
    palette = {**style.palette, "accent": colour, "rule": colour}
    return replace(style, paragraphs=paragraphs, palette=palette, link=colour)


def _foot(blocks: Sequence[Block]) -> int:
    """The number of the first block that stands at the foot."""
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph) and "foot" in block.classes:
            return number
    return len(blocks)


def _picture(
    picture: Picture | None, style: SheetStyle, at: Setting
) -> tuple[Drawing | None, Leaf | None, tuple[Kid, ...]]:
    """Let a picture fill its area; one that says nothing is an ornament."""
    if picture is None or not style.picture_height:
        return None, None, ()
    drawing = filling(picture.image, at.ledger.style.paper.width, style.picture_height)
    drawing = replace(drawing, id=picture.id, alt=picture.alt)
    if not picture.alt:
        return drawing, None, ()
    leaf = at.ledger.leaf()
    return drawing, leaf, (Node("Figure", (leaf,), alt=picture.alt),)


def _set(blocks: Sequence[Block], name: str, at: Setting, fill: Fill) -> Composed:
    out = Composed()
    for block in blocks:
        if isinstance(block, Heading):
            out.add(_heading(block, name, at))
        else:
            out.add(fill((block,), at))
    return out


def _heading(heading: Heading, name: str, at: Setting) -> Composed:
    ledger = at.ledger
    style = ledger.paragraph(f"{name}-title" if heading.level == 1 else f"{name}-subtitle")
    piece = set_words(heading.children, style, at)
    is_title = heading.level == 1 and not ledger.titled
    if is_title:
        ledger.title()
    item = paragraph_item(piece, style, ledger, anchor=TITLE if is_title else "")
    return Composed([item], [Node("H1" if is_title else "P", tuple(piece.kids))])
