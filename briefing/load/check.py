"""What only all files together can tell: loops, links, and what nothing uses."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from msgspec import Struct

from briefing.errors import Location
from briefing.load.problems import Problems
from briefing.model.content import (
    Block,
    Box,
    ChartSpec,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Placement,
    Quote,
    Section,
    Span,
    Strong,
    TableBlock,
    TableSpec,
)


class Mentions(Struct):
    """What the blocks of one file mention: what they place, headings with ids, inner links."""

    placements: list[Placement] = []
    headings: list[Heading] = []
    links: list[Link] = []


def check_together(
    documents: Mapping[str, Document],
    sections: Mapping[str, Section],
    charts: Mapping[str, ChartSpec],
    tables: Mapping[str, TableSpec],
    problems: Problems,
) -> None:
    """Take down loops and links that lead nowhere, and warn of what no document places."""
    mentions = {key: _mentions(section.blocks) for key, section in sections.items()}
    _check_loops(mentions, problems)
    placed: set[tuple[str, str]] = set()
    for document in documents.values():
        own = _mentions(document.blocks)
        inside = _inside(own, mentions)
        parts = [own, *(mentions[key] for key in inside)]
        placed.update((one.kind, one.id) for part in parts for one in part.placements)
        _check_links(document, parts, [sections[key] for key in inside], problems)
    _check_used("section", sections, placed, problems)
    _check_used("chart", charts, placed, problems)
    _check_used("table", tables, placed, problems)


def _inside(document: Mentions, mentions: Mapping[str, Mentions]) -> list[str]:
    """List the sections of a document in order, those that sections place included."""
    found: dict[str, None] = {}
    waiting = list(reversed(document.placements))
    while waiting:
        placement = waiting.pop()
        key = placement.id
        if placement.kind == "section" and key in mentions and key not in found:
            found[key] = None
            waiting += reversed(mentions[key].placements)
    return list(found)


def _check_loops(mentions: Mapping[str, Mentions], problems: Problems) -> None:
    done: set[str] = set()
    for key in mentions:
        path: list[str] = []
        stack = [(key, iter(mentions[key].placements))]
        while stack:
            current, rest = stack[-1]
            if current not in path:
                path.append(current)
            placement = next(rest, None)
            if placement is None:
                done.add(path.pop())
                stack.pop()
            elif placement.kind == "section" and placement.id in path:
                loop = [*path[path.index(placement.id) :], placement.id]
                message = f"the section {' places '.join(map(repr, loop))}"
                problems.error(placement.where, message, "take it out")
            elif placement.kind == "section" and placement.id in mentions.keys() - done:
                stack.append((placement.id, iter(mentions[placement.id].placements)))


def _check_links(
    document: Document, parts: Iterable[Mentions], sections: Iterable[Section], problems: Problems
) -> None:
    ids: dict[str, Location] = {one.id: one.where for one in sections if one.title}
    parts = list(parts)
    for heading in (heading for part in parts for heading in part.headings):
        name = heading.attributes.id
        if ids.setdefault(name, heading.where) != heading.where:
            message = f"a second heading {'#' + name!r} in {document.id!r}"
            problems.error(heading.where, message, f"the first is at {ids[name]}")
    for link in (link for part in parts for link in part.links):
        if link.target[1:] not in ids:
            known = ["#" + name for name in ids]
            problems.unknown(link.where, f"heading of {document.id!r}:", link.target, known)


def _check_used(
    kind: str,
    items: Mapping[str, Section] | Mapping[str, ChartSpec] | Mapping[str, TableSpec],
    placed: set[tuple[str, str]],
    problems: Problems,
) -> None:
    for key, item in items.items():
        if (kind, key) not in placed:
            hint = f'place it with {{{{ {kind}("{key}") }}}}'
            problems.warning(item.where, f"no document places the {kind} {key!r}", hint)


def _mentions(blocks: Iterable[Block]) -> Mentions:
    found = Mentions()
    _gather(blocks, found)
    return found


def _gather(blocks: Iterable[Block], found: Mentions) -> None:
    for block in blocks:
        match block:
            case Placement():
                found.placements.append(block)
            case Heading():
                if block.attributes.id:
                    found.headings.append(block)
                _find_links(block.children, found)
            case Paragraph():
                _find_links(block.children, found)
            case ListBlock():
                for item in block.items:
                    _gather(item.blocks, found)
            case Quote() | Box():
                _gather(block.blocks, found)
            case TableBlock():
                for row in (block.head, *block.rows):
                    for cell in row.cells:
                        _find_links(cell.children, found)
            case _:
                assert_never(block)


def _find_links(inlines: Iterable[Inline], found: Mentions) -> None:
    for inline in inlines:
        kind = type(inline)
        if kind is Link and inline.target.startswith("#"):  # type: ignore[union-attr]
            found.links.append(inline)  # type: ignore[arg-type]
        if kind in _GROUPS:
            _find_links(inline.children, found)  # type: ignore[union-attr]


_GROUPS = (Emphasis, Strong, Link, Span, Footnote)
