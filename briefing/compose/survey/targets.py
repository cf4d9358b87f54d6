"""What a survey finds: places that have an anchor, and what is gathered from the document."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from briefing.compose.survey.walk import Inlines
from briefing.model.manuscript import Abbreviation, Measure
from briefing.model.prose import ListingKind, SheetKind

TITLE = "title:"
"""The anchor of the document's title."""

TargetKind = Literal["heading", "box", "figure", "table", "listing", "sheet"]


class Target(Struct, frozen=True):
    """Something that has an anchor.

    Attributes:
        anchor: Unique in the document.
        words: Of its heading or title, as they are written; may be empty.
        label: What a reference says: ``Figure 3``, the words of a heading, a title in quotation
            marks; empty where it has no title.
        number: Of a figure or table, empty where the style does not number them.
        level: Of a heading, from 1.
        listed: Whether the contents list it, or for a listing whether there is anything in it.
        listing: Its kind.
        depth: How many levels of headings the contents list.
    """

    kind: TargetKind
    anchor: str
    words: Inlines = ()
    label: str = ""
    number: str = ""
    level: int = 0
    listed: bool = True
    listing: ListingKind | None = None
    depth: int = 0


class Credit(Struct, frozen=True):
    """Whose work some pictures are, and where they stand.

    Attributes:
        sheets: Those that show one.
        anchors: Of those on numbered pages.
    """

    words: Inlines
    sheets: tuple[SheetKind, ...]
    anchors: tuple[str, ...]


class Survey(Struct, frozen=True):
    """What a manuscript holds.

    Attributes:
        targets: Everything that takes an anchor, in the order in which it is set.
        named: What references may lead to, by its id.
        labels: What they say, by id.
        contents: What the contents may list, of any level.
        highest: The least level of a heading that stands in no box.
        figures: Charts and pictures with a title.
        tables: Those with a title.
        abbreviations: In alphabetical order; gathered only where they are listed.
        measures: What is defined of all that is measured, likewise.
        running: The words of the running text, for `is_repeated`; gathered only for pull quotes.
        titled: Whether a sheet gives the document's title.
        imprinted: Whether the imprint has a place of its own.
        credited: Whether the credits have.
    """

    targets: tuple[Target, ...]
    named: Mapping[str, Target]
    labels: Mapping[str, str]
    contents: tuple[Target, ...]
    highest: int
    figures: tuple[Target, ...]
    tables: tuple[Target, ...]
    credits: tuple[Credit, ...]
    abbreviations: tuple[Abbreviation, ...]
    measures: tuple[Measure, ...]
    running: str
    titled: bool
    imprinted: bool
    credited: bool
