"""Blocks to items of the flow, with their elements of the structure."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from briefing.compose.blocks.boxes import set_box
from briefing.compose.blocks.captions import captioned, placed
from briefing.compose.blocks.figures import set_figure, share_of, side_by_side
from briefing.compose.blocks.lists import set_definitions, set_list
from briefing.compose.blocks.pictures import set_picture
from briefing.compose.blocks.quotes import set_quote
from briefing.compose.blocks.sections import sectioned
from briefing.compose.blocks.sheets import set_sheet
from briefing.compose.blocks.tables import set_table
from briefing.compose.columns import in_columns
from briefing.compose.listings import set_listing
from briefing.compose.paragraphs import Composed, Setting, set_heading, set_paragraph
from briefing.compose.survey.targets import Target
from briefing.compose.survey.walk import Inlines
from briefing.model.flow import BreakItem, Item
from briefing.model.manuscript import (
    Block,
    Box,
    Columns,
    DefinitionList,
    Figure,
    FrontMatter,
    Heading,
    ListBlock,
    Listing,
    OptionalBlock,
    Paragraph,
    Picture,
    Quote,
    Section,
    Sheet,
    Strong,
    TableBlock,
    Text,
)
from briefing.model.structure import Node

_SECTION = 1  # the level of a section's own heading


def set_blocks(blocks: Sequence[Block], at: Setting) -> Composed:
    """Turn blocks into items, in order; figures of half the measure stand side by side."""
    out = Composed()
    row: list[Item] = []
    share = 1
    for block in blocks:
        composed = _set(block, at)
        out.kids += composed.kids
        own = share_of(block, at)
        if row and own != share:
            out.items.append(side_by_side(row, share, at))
            row = []
        share = own
        if share == 1:
            out.items += composed.items
            continue
        row += composed.items
        if len(row) == share:
            out.items.append(side_by_side(row, share, at))
            row = []
    if row:
        out.items.append(side_by_side(row, share, at))
    return out


def _set(block: Block, at: Setting) -> Composed:
    match block:
        case Heading(level=level, children=children):
            return set_heading(children, level, at)
        case Paragraph():
            return _paragraph(block, at)
        case ListBlock():
            return set_list(block, at, set_blocks)
        case DefinitionList():
            return set_definitions(block, at, set_blocks)
        case Quote():
            return set_quote(block, at, set_blocks)
        case Box():
            return set_box(block, at, set_blocks)
        case TableBlock():
            return _table(block, at)
        case Figure():
            return set_figure(block, at)
        case Picture():
            return set_picture(block, at)
        case OptionalBlock(block=inner):
            return _set(inner, at)
        case Section() | FrontMatter() | Columns():
            return _part(block, at)
        case Sheet():
            return set_sheet(block, at, set_blocks)
        case Listing():
            return set_listing(block, at)
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph, at: Setting) -> Composed:
    item, kids = set_paragraph(paragraph.children, at.text, at)
    if "keep" in paragraph.classes:
        item = replace(item, style=replace(item.style, keep_together=True))
    return Composed([item], [Node("P", kids)])


def _table(table: TableBlock, at: Setting) -> Composed:
    target = at.ledger.target("table")
    titled = replace(table, title=_title(table, target, at))
    items, node = set_table(titled, at.drawings, at.ledger, target.anchor)
    return Composed(placed(items, table.position, at), [node])


def _title(table: TableBlock, target: Target, at: Setting) -> Inlines:
    """Put its number before the title of a table; one behind a figure is named by that."""
    if not table.repeats:
        return captioned(table.title, target, table.where)
    ledger = at.ledger
    figure = ledger.survey.labels.get(table.repeats, "")
    return (Strong((Text(ledger.words.data.format(figure=figure), table.where),)),)


def _part(part: Section | FrontMatter | Columns, at: Setting) -> Composed:
    """Set what groups blocks on the page: a section, the front matter, columns."""
    match part:
        case Section(title=title, blocks=blocks, short=short):
            if not title:
                return set_blocks(blocks, at)
            out = set_heading(title, _SECTION, at, short)
            out.add(set_blocks(blocks, at))
            at.ledger.end_section(_SECTION)
            return Composed(out.items, sectioned(out.kids))
        case FrontMatter(blocks=blocks):
            out = set_blocks(blocks, at)
            at.ledger.end_section(_SECTION)
            begin, end = (
                BreakItem("right" if at.ledger.style.paper.facing else "any", numbers, first=1)
                for numbers in ("roman", "decimal")
            )
            return Composed([begin, *out.items, end], [Node("Sect", tuple(sectioned(out.kids)))])
        case Columns():
            return in_columns(part, at, set_blocks)
        case _:
            assert_never(part)
