"""What stands on a page and where, counted from the top-left corner of its text area."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from briefing.layout.galley import Chapter, Galley
from briefing.layout.pages.columns import span
from briefing.layout.pages.columnwise import Feet, Filled, Filler
from briefing.layout.pages.floats import (
    LITTLE,
    Load,
    Standing,
    beside_text,
    loads,
    page_of_floats,
    without_text,
)
from briefing.layout.pages.pagination import paginate
from briefing.layout.pages.region import Cut, Region, State
from briefing.layout.pages.stacks import Block, blocks
from briefing.layout.strip.course import Opening
from briefing.model.style import Style

HOLE = 2.99
"""Lines of white above notes beyond which it is spread over the page."""

LOOSEST = 0.5
"""Share by which the white on such a page may be greater."""


class Plan(NamedTuple):
    """One page.

    Attributes:
        extent: Height of all that stands on it, if it stood in one column.
        opening: Of the first page of a chapter.
    """

    blocks: tuple[Block, ...]
    feet: tuple[Feet, ...]
    floats: tuple[Standing, ...]
    extent: float
    opening: Opening | None = None


def plan_pages(galley: Galley, region: Region, style: Style) -> list[Plan]:
    """Fill pages with all chapters.

    Returns:
        Nothing if some entry fits no page.
    """
    plans: list[Plan] = []
    hole = HOLE * style.paragraphs["body"].leading
    for chapter in galley.chapters:
        columns = any(s.start < chapter.end and s.end > chapter.start for s in galley.segments)
        if style.paper.column_notes and columns:
            made = _columnwise(galley, chapter, region)
        else:
            ways = paginate(galley, chapter, region.height)
            made = [_of_cut(galley, chapter, cut, region, hole) for cut in ways]
        if not made:
            return []
        plans += [made[0]._replace(opening=chapter.opening), *made[1:]]
    return plans


def _of_cut(galley: Galley, chapter: Chapter, cut: Cut, region: Region, hole: float) -> Plan:
    """A page with its notes across it, at its foot, and not much more white above than a hole."""
    (start, carried, first), (end, rest, upto) = cut.start, cut.next
    bottom = region.height - cut.foot
    feet: list[Feet] = []
    if cut.foot:
        parts = galley.notes.parts(carried, galley.due[start], galley.due[end], rest)
        feet.append(Feet(0.0, bottom, galley.notes.width, cut.foot, tuple(parts)))
    if end == start:
        return _plan(galley, [], feet, without_text(galley, first, upto))
    floats, top = beside_text(galley, chapter, start, first, upto, bottom)
    found = [block._replace(y=block.y + top) for block in blocks(galley, start, end)]
    if cut.foot and end < chapter.end and len(found) == 1:
        low = min((y - galley.floats[n].gap for n, y in floats if y > top), default=bottom)
        found = [_loosened(galley, found[0], low - top - cut.used - hole)]
    return _plan(galley, found, feet, floats)


def _loosened(galley: Galley, block: Block, over: float) -> Block:
    """Spread white over a page that has too much of it at its foot."""
    white = sum(entry.white for entry in galley.entries[block.start + 1 : block.end])
    return block._replace(more=min(LOOSEST, over / white)) if over > 0 and white else block


def _columnwise(galley: Galley, chapter: Chapter, region: Region) -> list[Plan]:
    """Pages with notes at the foot of their columns, each as full as it can be."""
    single = replace(galley, segments=())
    state, done = State(chapter.start, (), chapter.first), State(chapter.end, (), chapter.last)
    plans: list[Plan] = []
    while state != done or not plans:
        made = _next(galley, single, chapter, state, region)
        if made is None:
            return []
        plan, state = made
        plans.append(plan)
    return plans


def _next(
    galley: Galley, single: Galley, chapter: Chapter, state: State, region: Region
) -> tuple[Plan, State] | None:
    """A page with as many floats as it holds."""
    entry, carried, first = state
    text = entry < chapter.end
    alone = page_of_floats(galley, first, galley.called(entry, chapter), text=text)
    if alone is not None:
        plan = _plan(galley, [], [], without_text(galley, first, alone.upto))
        return plan, state._replace(floats=alone.upto)
    ways = [*loads(galley, chapter, entry, first)] if text else [Load(first, 0.0, entry)]
    for load in reversed(ways):
        room = region.height - load.height
        forced = load.upto == first
        made = Filler(galley, single, chapter, entry, room, forced).page(carried)
        if made is None or (load.upto > first and not _holds(galley, chapter, made, load)):
            continue
        floats, top = list[Standing](), 0.0
        if load.upto > first:
            floats, top = beside_text(galley, chapter, entry, first, load.upto, region.height)
        found = [block._replace(y=block.y + top) for block in made.blocks]
        feet = [foot._replace(y=foot.y + top) for foot in made.feet]
        return _plan(galley, found, feet, floats), State(made.entry, made.carried, load.upto)
    return None


def _holds(galley: Galley, chapter: Chapter, made: Filled, load: Load) -> bool:
    """Whether a page has the calls of its floats, and text enough beside them."""
    little = galley.height - load.height < LITTLE * galley.height
    return made.entry >= load.least and (not little or made.entry == chapter.end)


def _plan(
    galley: Galley, blocks: Iterable[Block], feet: Iterable[Feet], floats: Iterable[Standing]
) -> Plan:
    blocks, feet, floats = tuple(blocks), tuple(feet), tuple(floats)
    extent = sum(span(galley, block.start, block.end) for block in blocks)
    extent += sum(foot.height for foot in feet)
    extent += sum(galley.floats[standing.number].height for standing in floats)
    return Plan(blocks, feet, floats, extent)
