"""Text as authors write it: who may see it, its blocks and inlines, not yet chosen or worded."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from briefing.errors import Location

# --- who may see it, and when it applies -------------------------------------------------------


class Expression(Struct, frozen=True):
    """A Jinja expression, checked for form; without the braces around it."""

    source: str
    where: Location


class Conditions(Struct, frozen=True):
    """When an item is printed. None means: no condition of this kind.

    Attributes:
        marking: One of the project's markings; None stands for the project's default.
        when: The item is left out where this is false.
        since: The first date of an edition that has it, as ISO 8601.
        until: The last one.
    """

    audiences: frozenset[str] | None = None
    countries: frozenset[str] | None = None
    languages: frozenset[str] | None = None
    marking: str | None = None
    when: Expression | None = None
    since: str | None = None
    until: str | None = None


ALWAYS = Conditions()


class Repeat(Struct, frozen=True):
    """Set once for each of the values that `over` gives, which text calls `name`."""

    name: str
    over: Expression


class Attributes(Struct, frozen=True):
    """What an author may write in braces at a block or span.

    Attributes:
        optional: From 1 to 9 for a block that may be left out where a document has too many
            pages, the greatest first; 0 for one that may not.
    """

    id: str = ""
    classes: tuple[str, ...] = ()
    conditions: Conditions = ALWAYS
    repeat: Repeat | None = None
    language: str | None = None
    optional: int = 0


PLAIN = Attributes()

# --- what an expression may mention --------------------------------------------------------------

WORDING_VARIABLES: Mapping[str, tuple[str, ...]] = {
    "country": ("key", "iso2", "name", "adjective", "capital"),
    "audience": ("key", "name"),
    "document": ("id", "kind"),
    "edition": ("date", "label", "facts_as_of"),
    "language": (),
}
"""The variables of every expression, each with its attributes; a repeat adds its own."""

WORDING_FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "figure": ("indicator", "place", "period", "show"),
    "has": ("indicator", "place"),
    "period": ("indicator", "place"),
    "name": ("place",),
    "countries": ("*places",),
    "rank": ("indicator", "place", "among", "period", "periods", "show"),
    "change": ("indicator", "from", "to", "place", "as"),
    "share": ("indicator", "of", "place", "period", "periods"),
    "compare": ("indicator", "place", "with", "period", "periods"),
    "abbr": ("key",),
    "person": ("key", "show"),
    "people": ("*groups",),
}
"""The functions of every expression with their parameters; only the first must be given."""

WORDING_NEEDED: Mapping[str, str] = {"change": "from", "share": "of", "compare": "with"}
"""Further parameters that must be given, too."""

WORDING_ALONE = ("people",)
"""Those of them that can be called without any."""

WORDING_FILTERS = (
    "abs", "capitalize", "default", "first", "int", "join", "last", "length", "list", "lower",
    "replace", "round", "sort", "title", "trim", "unique", "upper",
)  # fmt: skip
"""Those of Jinja's filters that always give the same words for the same data."""

WORDING_TESTS = ("defined", "divisibleby", "even", "in", "none", "odd", "string")
"""Likewise the tests, as in ``x is none``."""

LANGUAGES = ("en", "de", "fr", "ru")
"""What documents can be made in: the product's own words exist in each."""

# --- inlines -----------------------------------------------------------------------------------


class Text(Struct, frozen=True):
    """Words to be printed as they are."""

    text: str
    where: Location


class Worded(Struct, frozen=True):
    """A place in a text that an expression fills: ``{{ … }}``."""

    expression: Expression


class Emphasis(Struct, frozen=True):
    """Stressed words, set in italics."""

    children: tuple["Inline", ...]


class Strong(Struct, frozen=True):
    """Important words, set in bold."""

    children: tuple["Inline", ...]


class Link(Struct, frozen=True):
    """Words that lead to an address, or to a heading of the same document (``#id``).

    Attributes:
        otherwise: Printed instead in a brief that has not what it leads to; None where that is an
            error.
    """

    target: str
    children: tuple["Inline", ...]
    where: Location
    otherwise: tuple["Inline", ...] | None = None


class Span(Struct, frozen=True):
    """Words with conditions, a language or a class of their own."""

    children: tuple["Inline", ...]
    attributes: Attributes
    where: Location


class CitedWork(Struct, frozen=True):
    """One work of a citation.

    Attributes:
        key: Of the source.
        locator: The place in it as the author wrote it, such as ``p. 4``; may be empty.
        prefix: Words before it, such as ``see``; may be empty.
        suffix: Words behind it, such as ``and passim``; may be empty.
    """

    key: str
    locator: str
    prefix: str
    where: Location
    suffix: str = ""


class Citation(Struct, frozen=True):
    """A note that names one or more works.

    Attributes:
        otherwise: Said in the note instead, to readers who may not know of all the works; None
            where that is an error.
    """

    works: tuple[CitedWork, ...]
    where: Location
    otherwise: tuple["Inline", ...] | None = None


class Footnote(Struct, frozen=True):
    """A note in the author's own words; it may hold citations, printed in place."""

    children: tuple["Inline", ...]
    where: Location


class LineBreak(Struct, frozen=True):
    """A line end that the author asks for."""


Shown = Literal["label", "number", "page"]
"""What a reference prints: ``Figure 3`` (or a heading's words), ``3``, ``page 12``."""


class Reference(Struct, frozen=True):
    """The name, number or page of something else in the document: ``[](#id)``.

    Attributes:
        target: Its id, without ``#``.
        otherwise: Printed instead in a brief that has not what it leads to; None where that is an
            error.
    """

    target: str
    show: Shown
    where: Location
    otherwise: tuple["Inline", ...] | None = None


Inline = (
    Text | Worded | Emphasis | Strong | Link | Span | Citation | Footnote | LineBreak | Reference
)

# --- blocks ------------------------------------------------------------------------------------


class Heading(Struct, frozen=True):
    """A heading inside a section or document; `level` counts from 2, 1 is the section's own."""

    level: int
    children: tuple[Inline, ...]
    attributes: Attributes
    where: Location


class Paragraph(Struct, frozen=True):
    """One paragraph."""

    children: tuple[Inline, ...]
    attributes: Attributes
    where: Location


class ListItem(Struct, frozen=True):
    """One item; its conditions are those written first thing in it."""

    blocks: tuple["Block", ...]
    attributes: Attributes
    where: Location


class ListBlock(Struct, frozen=True):
    """A list; `start` is the number of its first item, None for bullets.

    Its classes: ``lettered`` or ``roman`` for labels of that kind, ``continued`` where it counts
    on from the last list of its kind.
    """

    start: int | None
    items: tuple[ListItem, ...]
    attributes: Attributes
    where: Location


class Definition(Struct, frozen=True):
    """A term and what is said of it."""

    term: tuple[Inline, ...]
    blocks: tuple["Block", ...]
    attributes: Attributes
    where: Location


class DefinitionList(Struct, frozen=True):
    """Terms with their explanations; never empty."""

    items: tuple[Definition, ...]
    attributes: Attributes
    where: Location


class Quote(Struct, frozen=True):
    """A block quotation."""

    blocks: tuple["Block", ...]
    attributes: Attributes
    where: Location


Align = Literal["left", "right", "centre", "decimal"]
"""How the cells of a column stand: decimal ones have their decimal signs below one another."""

Position = Literal["here", "top", "foot", "page"]
"""Where a figure or table stands: where it is written, or, free to move on to the next page, at
a page's top or foot, or on a page of its own."""

Width = Literal["full", "half", "third"]
"""How much of the measure something takes."""

PARTS: Mapping[Width, int] = {"full": 1, "half": 2, "third": 3}
"""How many of a width stand side by side."""


class Cell(Struct, frozen=True):
    """One cell of a table written in Markdown.

    Attributes:
        columns: So many it takes, its own and those to the right.
        rows: Likewise, its own and those below; never of head and body both.
    """

    children: tuple[Inline, ...]
    where: Location
    columns: int = 1
    rows: int = 1


class Row(Struct, frozen=True):
    """One row, as long as the table has columns; None where another cell reaches."""

    cells: tuple[Cell | None, ...]
    attributes: Attributes
    where: Location

    @property
    def own(self) -> tuple[Cell, ...]:
        """The cells that begin in it."""
        return tuple([cell for cell in self.cells if cell is not None])


class TableBlock(Struct, frozen=True):
    """A table written in Markdown: at least one head row, any number of body rows.

    Attributes:
        title: Printed above it; empty where it has no caption.
        note: A remark, printed below it.
        row_heads: The first column names the rows, whatever stands in its head.
        columns: Conditions of each column, as many as there are; empty where none has any.
    """

    align: tuple[Align, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    attributes: Attributes
    where: Location
    title: tuple[Inline, ...] = ()
    note: tuple[Inline, ...] = ()
    row_heads: bool = False
    position: Position = "here"
    columns: tuple[Conditions, ...] = ()


BoxKind = Literal["key-messages", "key-facts", "box", "pull-quote", "recommendations"]


class Box(Struct, frozen=True):
    """A fenced group of blocks (``::: kind``); of the class ``beside``, text runs round it."""

    kind: BoxKind
    blocks: tuple["Block", ...]
    attributes: Attributes
    where: Location


class Columns(Struct, frozen=True):
    """Blocks in columns of their own (``::: columns``); one column is the whole measure."""

    count: int
    blocks: tuple["Block", ...]
    attributes: Attributes
    where: Location


SheetKind = Literal["cover", "title-page", "back-cover"]


class Sheet(Struct, frozen=True):
    """A page of its own, up to the paper's edges; its headings of level 1 are the title.

    Attributes:
        picture: The name of a picture that it shows; may be empty.
    """

    kind: SheetKind
    picture: str
    blocks: tuple["Block", ...]
    attributes: Attributes
    where: Location


class FrontMatter(Struct, frozen=True):
    """What stands before the text, on pages with Roman numbers (``::: front-matter``)."""

    blocks: tuple["Block", ...]
    attributes: Attributes
    where: Location


PlacedKind = Literal["section", "chart", "table", "picture"]


class Placement(Struct, frozen=True):
    """Something set here that is kept in a file of its own: ``{{ section("threats") }}``."""

    kind: PlacedKind
    id: str
    attributes: Attributes
    where: Location
    position: Position = "here"


ListingKind = Literal[
    "contents", "figures", "tables", "abbreviations", "indicators", "sources", "credits", "notes",
    "imprint",
]  # fmt: skip


class Listing(Struct, frozen=True):
    """Something gathered from the whole document: ``{{ contents(depth=2) }}``.

    Attributes:
        depth: How many levels of headings the contents list.
    """

    kind: ListingKind
    depth: int
    attributes: Attributes
    where: Location


Block = (
    Heading | Paragraph | ListBlock | DefinitionList | Quote | TableBlock | Box | Columns | Sheet
    | FrontMatter | Placement | Listing
)  # fmt: skip
