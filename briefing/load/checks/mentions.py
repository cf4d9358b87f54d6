"""What one file mentions of others, or offers to them: ids, references, what it places."""

from collections.abc import Iterable, Mapping
from typing import Literal, assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import Location
from briefing.load.conditions.readers import EVERYBODY, Readers
from briefing.model.chart_spec import ChartSpec
from briefing.model.content import (
    Document,
    PictureSpec,
    Section,
    TableSpec,
)
from briefing.model.country import Place
from briefing.model.prose import (
    Attributes,
    Block,
    Box,
    Citation,
    Columns,
    Conditions,
    DefinitionList,
    Emphasis,
    Footnote,
    FrontMatter,
    Heading,
    Inline,
    Link,
    ListBlock,
    Listing,
    Paragraph,
    PlacedKind,
    Placement,
    Quote,
    Reference,
    Sheet,
    Shown,
    Span,
    Strong,
    TableBlock,
)

Key = tuple[PlacedKind, str]
"""The kind and name of a file that is placed."""

TargetKind = Literal["heading", "section", "chart", "table", "picture"]


class Target(Struct, frozen=True):
    """Something that a reference can lead to.

    Attributes:
        own: The author gave it its id; else it is the name of a file.
        called: It has words to be called by.
        readers: Those who may get it.
        kept: An audience or marking of its own keeps it from some.
    """

    kind: TargetKind
    id: str
    own: bool
    called: bool
    where: Location
    readers: Readers
    kept: bool = False

    def within(self, readers: Readers) -> "Target":
        """Give the same for those of its readers that are among `readers`."""
        if readers is EVERYBODY:
            return self
        return replace(self, readers=self.readers.within(readers))

    def meets(self, other: "Target") -> bool:
        """Say whether it is another one that somebody can get besides `other`."""
        return self.where != other.where and not self.readers.exclude(other.readers)

    def named(self) -> str:
        """Name its kind, such as ``a heading``."""
        return f"a {self.kind}"


class Lead(Struct, frozen=True):
    """Words or a reference that lead to an id.

    Attributes:
        shown: None for words.
        yields: Something else is printed where there is nothing to lead to.
    """

    id: str
    shown: Shown | None
    where: Location
    yields: bool = False


class Placed(Struct, frozen=True):
    """A file that is placed, and who gets it there."""

    key: Key
    where: Location
    readers: Readers


class Mentions(Struct):
    """What the text of one file mentions and offers.

    Attributes:
        grounds: The pictures of its sheets, to which no reference leads.
    """

    placed: list[Placed] = []
    grounds: list[Key] = []
    targets: list[Target] = []
    leads: list[Lead] = []
    listings: list[Listing] = []


def mentions_in(
    item: Document | Section | ChartSpec | TableSpec | PictureSpec, places: Mapping[str, Place]
) -> Mentions:
    """Gather what a file mentions."""
    gatherer = _Gatherer(places)
    readers = EVERYBODY.narrowed(item.conditions, places)
    gatherer.words(item.title)
    match item:
        case Document():
            gatherer.words(item.subtitle)
            gatherer.blocks(item.blocks, readers)
        case Section():
            if item.title:
                gatherer.target("section", item.id, item.where, readers)
            gatherer.blocks(item.blocks, readers)
        case ChartSpec():
            gatherer.target("chart", item.id, item.where, readers)
            gatherer.words((*item.subtitle, *item.note, *item.alt))
        case TableSpec():
            gatherer.target("table", item.id, item.where, readers)
            gatherer.words(
                (*item.note, *(each for col in item.columns for each in (*col.group, *col.label)))
            )
        case PictureSpec():
            called, kept = bool(item.title), _keeps(item.conditions)
            gatherer.target("picture", item.id, item.where, readers, called=called, kept=kept)
            gatherer.words((*item.note, *item.credit))
        case _:
            assert_never(item)
    return gatherer.found


class _Gatherer:
    """Goes through the text of one file."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._places = places
        self.found = Mentions()

    def target(
        self,
        kind: TargetKind,
        name: str,
        where: Location,
        readers: Readers,
        *,
        own: bool = False,
        called: bool = True,
        kept: bool = False,
    ) -> None:
        """Take something that a reference can lead to."""
        self.found.targets.append(Target(kind, name, own, called, where, readers, kept))

    def blocks(self, blocks: Iterable[Block], readers: Readers) -> None:
        """Go through blocks that stand where `readers` get them."""
        for block in blocks:
            self._block(block, self._narrowed(readers, block.attributes))

    def _narrowed(self, readers: Readers, attributes: Attributes) -> Readers:
        return readers.narrowed(attributes.conditions, self._places)

    def _block(self, block: Block, readers: Readers) -> None:
        match block:
            case Paragraph():
                self.words(block.children)
            case Heading():
                if block.attributes.id:
                    self.target("heading", block.attributes.id, block.where, readers, own=True)
                self.words(block.children)
            case Placement():
                placed = Placed((block.kind, block.id), block.where, readers)
                self.found.placed.append(placed)
            case ListBlock():
                for item in block.items:
                    self.blocks(item.blocks, self._narrowed(readers, item.attributes))
            case DefinitionList():
                for each in block.items:
                    self.words(each.term)
                    self.blocks(each.blocks, self._narrowed(readers, each.attributes))
            case Sheet():
                if block.picture:
                    self.found.grounds.append(("picture", block.picture))
                self.blocks(block.blocks, readers)
            case Quote() | Box() | Columns() | FrontMatter():
                self.blocks(block.blocks, readers)
            case TableBlock():
                self._table(block, readers)
            case Listing():
                self.found.listings.append(block)
            case _:
                assert_never(block)

    def _table(self, table: TableBlock, readers: Readers) -> None:
        name, called = table.attributes.id, bool(table.title)
        if name:
            kept = _keeps(table.attributes.conditions)
            self.target("table", name, table.where, readers, own=True, called=called, kept=kept)
        self.words((*table.title, *table.note))
        for row in (*table.head, *table.rows):
            for cell in row.own:
                self.words(cell.children)

    def words(self, inlines: Iterable[Inline]) -> None:
        """Go through words, which may stand in runs or notes."""
        for inline in inlines:
            kind = type(inline)
            if kind is Reference:
                self._lead(inline)  # type: ignore[arg-type]
            elif kind in _GROUPS:
                if kind is Link and inline.target.startswith("#"):  # type: ignore[union-attr]
                    self._lead(inline)  # type: ignore[arg-type]
                self.words(inline.children)  # type: ignore[union-attr]
            elif kind is Citation:
                self.words(inline.otherwise or ())  # type: ignore[union-attr]

    def _lead(self, inline: Link | Reference) -> None:
        shown = inline.show if isinstance(inline, Reference) else None
        otherwise = inline.otherwise
        name = inline.target.removeprefix("#")
        self.found.leads.append(Lead(name, shown, inline.where, otherwise is not None))
        self.words(otherwise or ())


def _keeps(conditions: Conditions) -> bool:
    return conditions.audiences is not None or conditions.marking is not None


_GROUPS = (Emphasis, Strong, Link, Span, Footnote)
