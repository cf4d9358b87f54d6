"""Word the blocks of a document or section: choose, repeat, and drop what is left empty."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model import content
from briefing.model.content import Conditions
from briefing.model.manuscript import (
    Block,
    Box,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Section,
    TableBlock,
)
from briefing.tailor.charts import place_chart
from briefing.tailor.inlines import word
from briefing.tailor.tables import place_table
from briefing.tailor.work import Scope, Work


class _Waiting(NamedTuple):
    """A heading that is worded once it is known that something follows it."""

    heading: content.Heading
    scope: Scope


def word_blocks(blocks: Sequence[content.Block], at: Work, scope: Scope) -> tuple[Block, ...]:
    """Word blocks in order; a heading goes with what was left out below it."""
    entries: list[Block | _Waiting] = []
    gaps: set[int] = set()  # where something was left out, as places between entries
    for block in blocks:
        before = len(entries)
        for inner in _occurrences(block, at, scope):
            if isinstance(block, content.Heading):
                entries.append(_Waiting(block, inner))
                continue
            worded = _word_block(block, at, inner)
            if worded is not None:
                entries.append(worded)
                at.mark(block.attributes.conditions)
        if len(entries) == before:
            gaps.add(before)
    return _settle(entries, gaps, at)


def ids_in(blocks: Sequence[content.Block]) -> Iterator[str]:
    """List the ids that a reference may lead to, without those of placed files."""
    for block in blocks:
        match block:
            case content.Heading() | content.TableBlock() if block.attributes.id:
                yield block.attributes.id
            case content.Box() | content.Quote():
                yield from ids_in(block.blocks)
            case content.ListBlock(items=items):
                for item in items:
                    yield from ids_in(item.blocks)


def _occurrences(block: content.Block, at: Work, scope: Scope) -> list[Scope]:
    scopes = at.occurrences(block.attributes, block.where, _name(block), scope)
    return _with_own_ids(scopes, (block,), at)


def _with_own_ids(scopes: list[Scope], blocks: Sequence[content.Block], at: Work) -> list[Scope]:
    """Rename the ids of every repeat but the first."""
    if len(scopes) < 2:
        return scopes
    ids = tuple(ids_in(blocks))
    return [scopes[0], *(at.claim(ids, scope) for scope in scopes[1:])]


def _settle(entries: list[Block | _Waiting], gaps: set[int], at: Work) -> tuple[Block, ...]:
    """Word the headings that still head something, and drop the others."""
    out: list[Block] = []
    gap = False
    for place in range(len(entries) - 1, -1, -1):
        entry = entries[place]
        gap = gap or place + 1 in gaps
        if isinstance(entry, _Waiting):
            following = out[-1] if out else None
            heading = _word_heading(entry, following, at, gap=gap)
            if heading is None:
                gap = True
                continue
            entry = heading
        out.append(entry)
        gap = False
    out.reverse()
    return tuple(out)


def _word_heading(
    entry: _Waiting, following: Block | None, at: Work, *, gap: bool
) -> Heading | None:
    heading = entry.heading
    ends = following is None or (
        isinstance(following, Heading) and following.level <= heading.level
    )
    if gap and ends:
        at.omit(heading.where, "heading", "empty", "nothing is left below it")
        return None
    words = word(heading.children, at, entry.scope)
    if not words:
        at.omit_empty(heading.where, "heading")
        return None
    at.mark(heading.attributes.conditions)
    name = at.print_id(heading.attributes.id, entry.scope)
    return Heading(heading.level, words, name, heading.where)


def _word_block(block: content.Block, at: Work, scope: Scope) -> Block | None:
    """Word one block; None, and the reason noted, where nothing is left of it."""
    worded: Block | None = None
    match block:
        case content.Paragraph(attributes=attributes, where=where):
            words = word(block.children, at, scope)
            worded = Paragraph(words, attributes.classes, where) if words else None
        case content.Placement():
            return _place(block, at, scope)
        case content.ListBlock():
            worded = _word_list(block, at, scope)
        case content.Box(kind=kind, where=where):
            blocks = word_blocks(block.blocks, at, scope)
            worded = Box(kind, blocks, where) if blocks else None
        case content.Quote():
            blocks = word_blocks(block.blocks, at, scope)
            worded = Quote(blocks) if blocks else None
        case content.TableBlock():
            worded = _word_table(block, at, scope)
        case content.Heading():
            raise ValueError("headings wait until it is known what follows them")
    if worded is None:
        at.omit_empty(block.where, _name(block))
    return worded


def _word_list(block: content.ListBlock, at: Work, scope: Scope) -> ListBlock | None:
    items: list[ListItem] = []
    for item in block.items:
        scopes = at.occurrences(item.attributes, item.where, "list item", scope)
        for inner in _with_own_ids(scopes, item.blocks, at):
            blocks = word_blocks(item.blocks, at, inner)
            if blocks:
                items.append(ListItem(blocks))
                at.mark(item.attributes.conditions)
            else:
                at.omit_empty(item.where, "list item")
    return ListBlock(block.start, tuple(items), block.attributes.classes) if items else None


def _word_table(block: content.TableBlock, at: Work, scope: Scope) -> TableBlock | None:
    """Word a table of the text; without its head, or without any row, nothing is left of it."""
    what = "head of a table"
    if len(at.occurrences(block.head.attributes, block.head.where, what, scope)) != 1:
        return None
    rows = [row for each in block.rows for row in _word_row(each, at, scope)]
    if not rows:
        return None
    head = Row(_word_cells(block.head, at, scope))
    at.mark(block.head.attributes.conditions)
    name = at.print_id(block.attributes.id, scope)
    named_by_rows = not head.cells[0]  # an empty corner: the first column holds heads too
    return TableBlock(name, (), block.align, head, tuple(rows), named_by_rows, (), block.where)


def _word_row(row: content.Row, at: Work, scope: Scope) -> list[Row]:
    worded = []
    for inner in at.occurrences(row.attributes, row.where, "table row", scope):
        cells = _word_cells(row, at, inner)
        if any(cells):
            worded.append(Row(cells))
            at.mark(row.attributes.conditions)
        else:
            at.omit_empty(row.where, "table row")
    return worded


def _word_cells(row: content.Row, at: Work, scope: Scope) -> tuple[tuple[Inline, ...], ...]:
    return tuple([word(cell.children, at, scope) for cell in row.cells])


# --- what is placed ----------------------------------------------------------------------------


def _place(placement: content.Placement, at: Work, scope: Scope) -> Block | None:
    """Set what is kept in a file of its own; its expressions see none of the repeats here."""
    inner = Scope(at.names, scope.language, scope.renames, scope.trail)
    if placement.kind == "section":
        return _place_section(placement, at, inner)
    name, what = placement.id, _name(placement)
    spec = at.content.charts[name] if placement.kind == "chart" else at.content.tables[name]
    if not at.keeps(spec.conditions, spec.where, what, at.names):
        return None
    inner = at.claim((name,), inner)
    placed: Block | None
    if isinstance(spec, content.ChartSpec):
        placed = place_chart(spec, at, inner)
    else:
        placed = place_table(spec, at, inner)
    return _marked(placed, spec.conditions, at)


def _place_section(placement: content.Placement, at: Work, scope: Scope) -> Section | None:
    section = at.content.sections[placement.id]
    what = _name(placement)
    if section.id in scope.trail:
        path = " in ".join(reversed((*scope.trail, section.id)))
        at.report(placement.where, f"{what} is placed in itself", f"it stands in {path}")
        return None
    if not at.keeps(section.conditions, section.where, what, at.names):
        return None
    if not _has_needs(section, what, at):
        return None
    trail = (*scope.trail, section.id)
    inner = Scope(scope.names, scope.language, scope.renames, trail)
    inner = at.claim((section.id, *ids_in(section.blocks)), inner)
    blocks = word_blocks(section.blocks, at, inner)
    if not blocks:
        at.omit_empty(section.where, what)
        return None
    title = word(section.title, at, inner)
    at.mark(section.conditions)
    return Section(at.print_id(section.id, inner), title, blocks, section.where)


def _has_needs(section: content.Section, what: str, at: Work) -> bool:
    """Tell whether there is a reading of all that a section needs, for the brief's place."""
    place = at.facts.place
    for indicator in section.needs:
        if place is None:
            found = bool(at.readings.places_with(indicator))
        else:
            found = at.readings.latest(indicator, place.key) is not None
        if not found:
            whose = f" for {place.key}" if place else ""
            at.omit(section.where, what, "no data", f"no reading of {indicator}{whose}")
            return False
    return True


def _marked(block: Block | None, conditions: Conditions, at: Work) -> Block | None:
    if block is not None:
        at.mark(conditions)
    return block


def _name(block: content.Block) -> str:
    match block:
        case content.Placement(kind=kind, id=name):
            return f"{kind} {name!r}"
        case content.Box(kind=kind):
            return kind if kind == "box" else f"box of {kind}"
        case content.ListBlock():
            return "list"
        case content.TableBlock():
            return "table"
        case content.Quote():
            return "quotation"
        case content.Heading():
            return "heading"
        case content.Paragraph():
            return "paragraph"
