"""Which parts of a brief go with the optional blocks in them, as nothing else is left there."""

from collections.abc import Sequence

from briefing.model.manuscript import (
    Block,
    Box,
    Columns,
    DefinitionList,
    FrontMatter,
    Heading,
    ListBlock,
    OptionalBlock,
    Quote,
    Section,
)


def optional_alone(blocks: Sequence[Block]) -> list[OptionalBlock] | None:
    """Give the optional blocks with which all of some blocks go; None where something stays."""
    found: list[OptionalBlock] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            if _heads_nothing(block.level, blocks[place + 1 :]):
                return None
            continue
        inside = _optional_in(block)
        if inside is None:
            return None
        found += inside
    return found


def optional_below(level: int, below: Sequence[Block]) -> list[OptionalBlock] | None:
    """Give those with which a heading goes; None where it stays.

    Args:
        level: Of the heading.
        below: All that stands behind it.
    """
    if _heads_nothing(level, below):
        return None
    ends = [at for at, block in enumerate(below) if _ends(level, block)]
    return optional_alone(below[: ends[0]] if ends else below)


def _optional_in(block: Block) -> list[OptionalBlock] | None:
    match block:
        case OptionalBlock():
            return [block]
        case ListBlock(items=items):
            return _joined([optional_alone(item.blocks) for item in items])
        case DefinitionList(items=definitions):
            return _joined([optional_alone(one.blocks) for one in definitions])
        case Box() | Columns() | FrontMatter() | Quote() | Section():
            return optional_alone(block.blocks)
        case _:
            return None


def _joined(parts: Sequence[list[OptionalBlock] | None]) -> list[OptionalBlock] | None:
    found = [part for part in parts if part is not None]
    return [one for part in found for one in part] if len(found) == len(parts) else None


def _heads_nothing(level: int, below: Sequence[Block]) -> bool:
    return not below or _ends(level, below[0])


def _ends(level: int, block: Block) -> bool:
    return isinstance(block, Heading) and block.level <= level
