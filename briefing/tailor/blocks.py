"""Word the blocks of a document or section: choose, repeat, and drop what is left empty."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.model import content, prose
from briefing.model.manuscript import (
    Block,
    Box,
    Columns,
    Definition,
    DefinitionList,
    FrontMatter,
    Heading,
    Inline,
    ListBlock,
    Listing,
    ListItem,
    OptionalBlock,
    Paragraph,
    Quote,
    Section,
    Sheet,
    Span,
)
from briefing.tailor.named import ids_in, name_of
from briefing.tailor.passing import optional_alone, optional_below
from briefing.tailor.placing import place_file, place_ground
from briefing.tailor.rules.conditions import listed
from briefing.tailor.tables import word_table
from briefing.tailor.words.inlines import word
from briefing.tailor.words.titles import short_title
from briefing.tailor.work import Item, Scope, Work

_ATTRIBUTION = "attribution"  # of a paragraph that says whose words are quoted
_RUN_IN = "run-in"  # of words that head the paragraph which they begin


class _Waiting(NamedTuple):
    """A heading that is worded once it is known that something follows it."""

    heading: prose.Heading
    scope: Scope


def word_blocks(
    blocks: Sequence[prose.Block], at: Work, scope: Scope, *, titles: bool = False
) -> tuple[Block, ...]:
    """Word blocks in order; a heading goes with what was left out below it, a title never."""
    entries: list[Block | _Waiting] = []
    gaps: set[int] = set()  # where something was left out, as places between entries
    for block in blocks:
        before = len(entries)
        for inner in _occurrences(block, at, scope):
            if isinstance(block, prose.Heading):
                entries.append(_Waiting(block, inner))
                continue
            if block.attributes.optional:
                entries += _word_optional(block, at, inner)
                continue
            for worded in _word_block(block, at, inner):
                entries.append(worded)
                _mark_around((worded,), block.attributes.conditions, block, at)
        if len(entries) == before:
            gaps.add(before)
    return _settle(entries, gaps, at, titles=titles)


def _word_optional(block: prose.Block, at: Work, scope: Scope) -> list[OptionalBlock]:
    """Word a block that may go, and keep apart what it alone adds to the brief."""
    made: list[OptionalBlock] = []
    before = at.set_apart()
    for worded in _word_block(block, at, scope):
        at.mark(block.attributes.conditions, block)
        rank, number = block.attributes.optional, next(at.numbers)
        made.append(OptionalBlock(rank, worded, name_of(block), block.where, number))
    at.take_back(before, made)
    return made


def _mark_around(
    blocks: Sequence[Block], conditions: prose.Conditions, item: Item, at: Work
) -> None:
    """Count something as included that goes with the optional blocks in it, if all are."""
    if not at.optional:
        at.mark(conditions, item)
        return
    before = at.set_apart()
    at.mark(conditions, item)
    at.take_back(before, optional_alone(blocks))


def _occurrences(block: prose.Block, at: Work, scope: Scope) -> list[Scope]:
    scopes = at.occurrences(block.attributes, block.where, name_of(block), scope)
    return _with_own_ids(scopes, (block,), at)


def _with_own_ids(scopes: list[Scope], blocks: Sequence[prose.Block], at: Work) -> list[Scope]:
    """Rename the ids of every repeat but the first."""
    if len(scopes) < 2:
        return scopes
    ids = tuple(ids_in(blocks))
    return [scopes[0], *(at.claim(ids, scope) for scope in scopes[1:])]


def _settle(
    entries: list[Block | _Waiting], gaps: set[int], at: Work, *, titles: bool
) -> tuple[Block, ...]:
    """Word the headings that still head something, and drop the others."""
    out: list[Block] = []
    gap = False
    for place in range(len(entries) - 1, -1, -1):
        entry = entries[place]
        gap = gap or place + 1 in gaps
        if isinstance(entry, _Waiting):
            heading = _word_heading(entry, out, at, gap=gap and not titles)
            if heading is None:
                gap = True
                continue
            entry = heading
        out.append(entry)
        gap = False
    out.reverse()
    return tuple(out)


def _word_heading(
    entry: _Waiting, below: Sequence[Block], at: Work, *, gap: bool
) -> Heading | None:
    """Word a heading; what stands below it is given from the end on."""
    heading = entry.heading
    following = below[-1] if below else None
    ends = following is None or (
        isinstance(following, Heading) and following.level <= heading.level
    )
    if gap and ends:
        at.omit(heading.where, "heading", "empty", "nothing is left below it")
        return None
    before = at.set_apart()
    words = word(heading.children, at, entry.scope)
    if not words:
        at.take_back(before, None)
        at.omit_empty(heading.where, "heading")
        return None
    at.mark(heading.attributes.conditions, heading)
    at.take_back(before, optional_below(heading.level, below[::-1]) if at.optional else None)
    name = at.print_id(heading.attributes.id, entry.scope)
    return Heading(heading.level, words, name, heading.where, heading.attributes.classes)


def _word_block(block: prose.Block, at: Work, scope: Scope) -> tuple[Block, ...]:
    """Word one block, which may become several; nothing, and why noted, if nothing is left."""
    worded: Block | None = None
    match block:
        case prose.Paragraph(attributes=attributes, where=where):
            words = _word_paragraph(block, at, scope)
            worded = Paragraph(words, attributes.classes, where) if words else None
        case prose.Placement():
            return _place(block, at, scope)
        case prose.ListBlock():
            worded = _word_list(block, at, scope)
        case prose.DefinitionList():
            worded = _word_definitions(block, at, scope)
        case prose.TableBlock():
            worded = word_table(block, at, scope)
        case prose.Sheet():
            worded = _word_sheet(block, at, scope)
        case prose.Listing(kind=kind, depth=depth, where=where):
            worded = Listing(kind, depth, where)
        case prose.Heading():
            raise ValueError("headings wait until it is known what follows them")
        case _:
            worded = _word_group(block, at, scope)
    if worded is None:
        at.omit_empty(block.where, name_of(block))
        return ()
    return (worded,)


def _word_paragraph(block: prose.Paragraph, at: Work, scope: Scope) -> tuple[Inline, ...]:
    """Word a paragraph; of one of which all but the head is left out, nothing is left."""
    head = block.children[0] if len(block.children) > 1 else None
    if not isinstance(head, prose.Span) or _RUN_IN not in head.attributes.classes:
        return word(block.children, at, scope)
    before = at.counted()
    words = word(block.children, at, scope)
    if len(words) == 1 and isinstance(words[0], Span) and _RUN_IN in words[0].classes:
        at.count_no_more(before)
        return ()
    return words


def _word_group(
    block: prose.Box | prose.Quote | prose.Columns | prose.FrontMatter,
    at: Work,
    scope: Scope,
) -> Block | None:
    before = at.counted() if isinstance(block, prose.Quote) else None
    blocks = word_blocks(block.blocks, at, scope)
    if not blocks:
        return None
    match block:
        case prose.Box(kind=kind, where=where):
            return Box(kind, blocks, where, block.attributes.classes)
        case prose.Columns(count=count, where=where):
            return Columns(count, blocks, where)
        case prose.FrontMatter(where=where):
            return FrontMatter(blocks, where)
        case prose.Quote():
            if before and all(map(_is_attribution, blocks)) and len(blocks) < len(block.blocks):
                at.count_no_more(before)
                return None
            return Quote(blocks)


def _is_attribution(block: Block) -> bool:
    return isinstance(block, Paragraph) and _ATTRIBUTION in block.classes


def _word_sheet(block: prose.Sheet, at: Work, scope: Scope) -> Sheet | None:
    picture = place_ground(block.picture, at, scope) if block.picture else None
    blocks = word_blocks(block.blocks, at, scope, titles=True)
    return Sheet(block.kind, picture, blocks, block.where) if picture or blocks else None


def _word_definitions(block: prose.DefinitionList, at: Work, scope: Scope) -> DefinitionList | None:
    items: list[Definition] = []
    for item in block.items:
        scopes = at.occurrences(item.attributes, item.where, "definition", scope)
        for inner in _with_own_ids(scopes, item.blocks, at):
            definition = _word_definition(item, at, inner)
            if definition is not None:
                items.append(definition)
                _mark_around(definition.blocks, item.attributes.conditions, item, at)
            else:
                at.omit_empty(item.where, "definition")
    return DefinitionList(tuple(items)) if items else None


def _word_definition(item: prose.Definition, at: Work, scope: Scope) -> Definition | None:
    """Word a definition; without its term, or without what is said of it, nothing is left."""
    before = at.counted()
    term = word(item.term, at, scope)
    if not term:
        return None
    blocks = word_blocks(item.blocks, at, scope)
    if not blocks:
        at.count_no_more(before)
        return None
    return Definition(term, blocks)


def _word_list(block: prose.ListBlock, at: Work, scope: Scope) -> ListBlock | None:
    items: list[ListItem] = []
    for item in block.items:
        scopes = at.occurrences(item.attributes, item.where, "list item", scope)
        for inner in _with_own_ids(scopes, item.blocks, at):
            blocks = word_blocks(item.blocks, at, inner)
            if blocks:
                items.append(ListItem(blocks))
                _mark_around(blocks, item.attributes.conditions, item, at)
            else:
                at.omit_empty(item.where, "list item")
    return ListBlock(block.start, tuple(items), block.attributes.classes) if items else None


# --- what is placed ----------------------------------------------------------------------------


def _place(placement: prose.Placement, at: Work, scope: Scope) -> tuple[Block, ...]:
    """Set what is kept in a file of its own; its expressions see none of the repeats here."""
    inner = Scope(at.names, scope.language, scope.renames, scope.trail)
    if placement.kind == "section":
        section = _place_section(placement, at, inner)
        return (section,) if section else ()
    return place_file(placement, at, inner)


def _place_section(placement: prose.Placement, at: Work, scope: Scope) -> Section | None:
    section = at.content.sections[placement.id]
    what = name_of(placement)
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
    before = at.set_apart()
    title = word(section.title, at, inner)
    at.mark(section.conditions, section)
    short = short_title(section.short, at, inner)
    at.take_back(before, optional_alone(blocks))
    name = at.print_id(section.id, inner) if title else at.hide_id(section.id, inner)
    return Section(name, title, blocks, section.where, short)


def _has_needs(section: content.Section, what: str, at: Work) -> bool:
    """Tell whether there is a reading of all that a section needs, for the brief's place."""
    place = at.facts.place
    for indicator in section.needs:
        if place is None:
            found = bool(at.readings.places_with(indicator))
        else:
            found = at.readings.latest(indicator, place.key) is not None
        if not found:
            asked = prose.Expression(f"has({indicator!r})", section.where)
            others = at.readers_with(asked, at.names) if place else ()
            if others:
                detail = f"needs a reading of {indicator}, which is for {listed(others)}"
                at.omit(section.where, what, "audience", detail)
            else:
                whose = f" for {place.key}" if place else ""
                at.omit(section.where, what, "no data", f"no reading of {indicator}{whose}")
            return False
    return True
