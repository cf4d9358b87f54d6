"""Check that every reference inside a brief leads somewhere."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from briefing.errors import unknown_name
from briefing.model.content import Document
from briefing.model.prose import (
    Block,
    Box,
    Columns,
    Conditions,
    DefinitionList,
    FrontMatter,
    Heading,
    ListBlock,
    Listing,
    Paragraph,
    Placement,
    Quote,
    Sheet,
    TableBlock,
)
from briefing.tailor.work import Lead, Work

_OTHERWISE = 'give it the same conditions, or say what is printed instead: {otherwise="…"}'


def check_references(template: Document, at: Work) -> None:
    """Report references to what is not in the brief, unless something else is printed then."""
    if not at.is_whole:
        return  # what a broken condition hides may be just what a reference leads to
    lost = [lead for lead in at.references if lead.name not in at.printed and not lead.yields]
    if not lost:
        return
    there: dict[str, dict[str, bool]] = {}  # id → kind → whether it is withheld wherever it is
    for name, kind, withheld in _Targets(at).of(template):
        kinds = there.setdefault(name, {})
        kinds[kind] = kinds.get(kind, True) and withheld
    for lead in lost:
        kinds = there.get(lead.id, {})
        if kinds and all(kinds.values()):
            what = next(iter(kinds))
            message = f"this refers to a {what} that audience {at.rules.audience!r} may not see"
            at.report(lead.where, message, _OTHERWISE)
        else:
            _report(lead, at)


def _report(lead: Lead, at: Work) -> None:
    hint = unknown_name(lead.where, "", lead.name, at.printed).hint
    if lead.name in at.headless:
        hint = "the section has no heading in this brief"
    elif at.is_left_out(lead.name):
        hint = "it is left out of this brief; give what leads to it the same conditions"
    at.report(lead.where, f"'#{lead.name}' leads to nothing in this brief", hint)


_Target = tuple[str, str, bool]
"""An id, what it is the id of, and whether audience or marking withhold it."""


class _Targets:
    """Goes through all that a document places, for what a reference could lead to."""

    def __init__(self, at: Work) -> None:
        self._at = at
        self._path: list[str] = []

    def of(self, document: Document) -> Iterator[_Target]:
        """Give the ids of a document; what stands in something withheld is withheld."""
        return self._in(document.blocks, withheld=False)

    def _in(self, blocks: Sequence[Block], *, withheld: bool) -> Iterator[_Target]:
        for block in blocks:
            yield from self._of(block, self._hides(block.attributes.conditions) or withheld)

    def _of(self, block: Block, withheld: bool) -> Iterator[_Target]:
        match block:
            case Heading() | TableBlock():
                kind = "heading" if isinstance(block, Heading) else "table"
                yield block.attributes.id, kind, withheld
            case Box() | Quote() | Columns() | Sheet() | FrontMatter():
                yield from self._in(block.blocks, withheld=withheld)
            case ListBlock(items=items) | DefinitionList(items=items):
                for item in items:
                    inner = self._hides(item.attributes.conditions) or withheld
                    yield from self._in(item.blocks, withheld=inner)
            case Placement():
                yield from self._placed(block, withheld)
            case Paragraph() | Listing():
                pass
            case _:
                assert_never(block)

    def _placed(self, block: Placement, withheld: bool) -> Iterator[_Target]:
        made, name = self._at.content, block.id
        match block.kind:
            case "section":
                section = made.sections[name]
                inner = withheld or self._hides(section.conditions)
                yield name, "section", inner
                if name not in self._path:
                    self._path.append(name)
                    yield from self._in(section.blocks, withheld=inner)
                    self._path.pop()
            case "chart":
                yield name, "figure", withheld or self._hides(made.charts[name].conditions)
            case "table":
                yield name, "table", withheld or self._hides(made.tables[name].conditions)
            case "picture":
                yield name, "picture", withheld or self._hides(made.pictures[name].conditions)
            case _:
                assert_never(block.kind)

    def _hides(self, conditions: Conditions) -> bool:
        return self._at.rules.withholds(conditions)
