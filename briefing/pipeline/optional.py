"""Optional blocks: which there are, in the order in which they go, and a text without some."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from msgspec.structs import replace

from briefing.model.manuscript import (
    Block,
    Box,
    Columns,
    Definition,
    DefinitionList,
    Figure,
    FrontMatter,
    Heading,
    ListBlock,
    Manuscript,
    OptionalBlock,
    Quote,
    Section,
    Sheet,
)

_Group = Box | Columns | FrontMatter | Quote | Section | Sheet


class Candidate(NamedTuple):
    """An optional block; `number` is its place among all of them, in reading order."""

    number: int
    block: OptionalBlock


def candidates(manuscript: Manuscript) -> list[Candidate]:
    """List the optional blocks: the greatest rank first, of equal ones the last in the text."""
    found = [Candidate(number, block) for number, block in enumerate(_optional(manuscript.blocks))]
    return sorted(found, key=lambda candidate: (-candidate.block.rank, -candidate.number))


def without(manuscript: Manuscript, dropped: Sequence[Candidate]) -> Manuscript:
    """Leave blocks out, and with them headings and groups in which nothing is left."""
    if not dropped:
        return manuscript
    blocks = _Dropper({candidate.number for candidate in dropped}).blocks(manuscript.blocks)
    shown = {block.chart for block in _walk(blocks) if isinstance(block, Figure)}
    charts = {key: chart for key, chart in manuscript.charts.items() if key in shown}
    return _settled_for(replace(manuscript, blocks=blocks, charts=charts))


def _settled_for(manuscript: Manuscript) -> Manuscript:
    """Give it the marking and the sources of what is left."""
    lasting = manuscript.lasting
    if lasting is None:
        return manuscript
    left = {block.number for block in _optional(manuscript.blocks)}
    still = [each for each in lasting.passing if not left.isdisjoint(each.blocks)]
    highest = max((lasting.highest, *(each.highest for each in still)))
    cited = lasting.sources.union(*(each.sources for each in still))
    return replace(
        manuscript,
        marking=lasting.markings[highest],
        is_open=highest == 0,
        sources={key: one for key, one in manuscript.sources.items() if key in cited},
    )


def _optional(blocks: Sequence[Block]) -> Iterator[OptionalBlock]:
    return (block for block in _walk(blocks) if isinstance(block, OptionalBlock))


def _walk(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        for inner in _inside(block):
            yield from _walk(inner)


def _inside(block: Block) -> list[tuple[Block, ...]]:
    match block:
        case OptionalBlock(block=inner):
            return [(inner,)]
        case ListBlock(items=items):
            return [item.blocks for item in items]
        case DefinitionList(items=definitions):
            return [definition.blocks for definition in definitions]
        case Box() | Columns() | FrontMatter() | Quote() | Section() | Sheet():
            return [block.blocks]
        case _:
            return []


class _Dropper:
    """Goes through a text as `_walk` does, counting, and leaves out what has a dropped number."""

    def __init__(self, numbers: set[int]) -> None:
        self._numbers = numbers
        self._count = count()

    def blocks(self, blocks: Sequence[Block], *, sheet: bool = False) -> tuple[Block, ...]:
        kept: list[Block] = []
        gaps: set[int] = set()  # where something was left out, as places between the kept
        for block in blocks:
            left = self._block(block)
            if left is None:
                gaps.add(len(kept))
            else:
                kept.append(left)
        return tuple(kept) if sheet else _settled(kept, gaps)

    def _block(self, block: Block) -> Block | None:
        match block:
            case OptionalBlock(block=inner):
                drop = next(self._count) in self._numbers
                left = self._block(inner)
                return None if drop or left is None else replace(block, block=left)
            case ListBlock(items=items):
                listed = [(item, self.blocks(item.blocks)) for item in items]
                kept = tuple(replace(item, blocks=inner) for item, inner in listed if inner)
                return replace(block, items=kept) if kept else None
            case DefinitionList(items=definitions):
                defined = [(one, self.blocks(one.blocks)) for one in definitions]
                left_over: list[Definition] = [replace(one, blocks=b) for one, b in defined if b]
                return replace(block, items=tuple(left_over)) if left_over else None
            case Box() | Columns() | FrontMatter() | Quote() | Section() | Sheet():
                return self._group(block)
            case _:
                return block

    def _group(self, block: _Group) -> Block | None:
        blocks = self.blocks(block.blocks, sheet=isinstance(block, Sheet))
        return replace(block, blocks=blocks) if blocks or not block.blocks else None


def _settled(kept: list[Block], gaps: set[int]) -> tuple[Block, ...]:
    """Leave out the headings below which all is gone."""
    settled: list[Block] = []
    gap = False
    for place in range(len(kept) - 1, -1, -1):
        block = kept[place]
        gap = gap or place + 1 in gaps
        if isinstance(block, Heading) and gap and _ends(block, settled):
            continue
        settled.append(block)
        gap = False
    return tuple(reversed(settled))


def _ends(heading: Heading, settled: list[Block]) -> bool:
    following = settled[-1] if settled else None
    return following is None or (
        isinstance(following, Heading) and following.level <= heading.level
    )
