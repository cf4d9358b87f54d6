"""A house style: paper, palette, faces and the styles of text, all lengths in points."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.units import Pt

NONE = Pt(0)

Colour = str
"""An sRGB colour as ``"#rrggbb"``, lower case."""


class Family(Struct, frozen=True):
    """Four faces that belong together, as absolute paths of TrueType or OpenType files.

    Attributes:
        fallback: Names of families to take a character from that this one lacks, in order.
    """

    regular: str
    italic: str
    bold: str
    bold_italic: str
    fallback: tuple[str, ...]


class TextStyle(Struct, frozen=True, cache_hash=True):
    """How a run of text looks. Hashable: it is the key of the caches.

    Attributes:
        family: A name in `Style.families`.
        size: In points.
        features: OpenType features beside the default ones, such as ``("onum",)``.
        tracking: Added between letters, in points.
        rise: Of the baseline, upwards, in points.
    """

    family: str
    size: float
    colour: Colour
    bold: bool = False
    italic: bool = False
    features: tuple[str, ...] = ()
    tracking: float = 0.0
    rise: float = 0.0


Alignment = Literal["left", "right", "centre", "justify"]


class ParagraphStyle(Struct, frozen=True, cache_hash=True):
    """How a paragraph is set.

    Attributes:
        leading: From baseline to baseline.
        first_indent: Of the first line, beside `left`.
        left: Indent of all lines.
        right: Likewise.
        keep_with_next: No page ends after it.
        keep_together: No page ends inside it.
        balance: Lines of about the same length, as few as there must be; for titles, aligned left.
        orphans: At least so many lines at a page's foot.
        widows: At least so many lines at a page's head.
        begins: For headings: where they stand, on a page of their own or on a right-hand one.
        wide: For headings: across all columns.
    """

    text: TextStyle
    leading: Pt
    align: Alignment = "left"
    first_indent: Pt = NONE
    left: Pt = NONE
    right: Pt = NONE
    space_before: Pt = NONE
    space_after: Pt = NONE
    hyphenate: bool = True
    keep_with_next: bool = False
    keep_together: bool = False
    orphans: int = 2
    widows: int = 2
    balance: bool = False
    begins: Literal["here", "page", "right-page"] = "here"
    wide: bool = False


class BoxStyle(Struct, frozen=True):
    """How a box is set. A colour or rule that is None is not drawn.

    Attributes:
        wide: It reaches across all columns.
        beside: Width of one that text runs round, as a share of the measure it stands in.
    """

    fill: Colour | None
    rule: Colour | None
    rule_side: Literal["left", "top"]
    rule_width: Pt
    padding_x: Pt
    padding_y: Pt
    space_before: Pt
    space_after: Pt
    wide: bool = False
    beside: float = 0.4


class TableStyle(Struct, frozen=True):
    """How tables are ruled and spaced."""

    head_rule: Colour
    row_rule: Colour
    highlight_fill: Colour
    padding_x: Pt
    padding_y: Pt
    space_before: Pt
    space_after: Pt


class ChartStyle(Struct, frozen=True):
    """Colours and type of charts.

    Attributes:
        series: Colours of lines that are not picked out, in order.
    """

    accent: Colour
    neutral: Colour
    series: tuple[Colour, ...]
    grid: Colour
    axis: Colour
    label: TextStyle
    value: TextStyle


class PaperStyle(Struct, frozen=True):
    """The page and its margins; the text stands between them.

    Attributes:
        head: From the page's top edge to the baseline of the running head.
        foot: From the page's bottom edge to the baseline of the running foot.
        note_gap: White between the text and the rule above the notes, at least.
        note_rule: Length of that rule.
        column_gap: Between side-by-side blocks, and between columns.
        columns: Of the text.
        column_notes: Whether notes stand at the foot of their column, or across the page.
        facing: Pages lie opposite each other: margins change sides on even pages.
    """

    width: Pt
    height: Pt
    top: Pt
    bottom: Pt
    inner: Pt
    outer: Pt
    head: Pt
    foot: Pt
    note_gap: Pt
    note_rule: Pt
    column_gap: Pt
    columns: int = 1
    column_notes: bool = False
    facing: bool = False

    @property
    def measure(self) -> Pt:
        """Width of the text."""
        return Pt(self.width - self.inner - self.outer)

    def share(self, columns: int) -> Pt:
        """Width of one of so many columns."""
        return Pt((self.measure - self.column_gap * (columns - 1)) / columns)


class BandStyle(Struct, frozen=True):
    """The title band at the top of the first page, from edge to edge of the paper.

    A ground or accent that is None is not drawn: then it is a title block on the bare paper.
    """

    fill: Colour | None
    accent: Colour | None
    padding_top: Pt
    padding_bottom: Pt
    space_after: Pt


class SheetStyle(Struct, frozen=True):
    """A cover, title page or back cover, from edge to edge of the paper.

    Attributes:
        fill: None for the bare paper.
        accent: Of a short rule above its text; None for none.
        picture_top: Of the area that a picture fills, from the paper's top.
        picture_height: Of that area, which is as wide as the paper; 0 for no picture.
        text_top: From the paper's top to its text.
        inset: From the paper's left and right edges to its text.
        bottom: From the paper's bottom edge to what stands at its foot.

    On it, whatever has no style of its own (a link, a quotation, the label of a list) has the
    colour of its text. No text stands over a picture.
    """

    fill: Colour | None
    accent: Colour | None
    picture_top: Pt
    picture_height: Pt
    text_top: Pt
    inset: Pt
    bottom: Pt


RunningName = Literal[
    "title", "kind", "publisher", "edition", "audience", "section", "page", "folio"
]
"""What a running line may say; the section is the current one, the folio is "Page 3 of 12"."""

RunningText = str
"""What a running line says, with names in braces: ``{title}``."""


class RunningStyle(Struct, frozen=True):
    """A running head or foot.

    Attributes:
        inner: At the left, on facing pages at the inner edge.
        outer: At the right, on facing pages at the outer edge.
        rule: Colour of a hairline between it and the text; None for none.
        on_first_page: It stands on the first page too.
    """

    inner: RunningText
    outer: RunningText
    rule: Colour | None
    on_first_page: bool


class FittingStyle(Struct, frozen=True):
    """How far a document may be squeezed or stretched to get the number of pages it wants.

    Attributes:
        space: The least and the greatest share of all white between paragraphs.
        size: Likewise of the size and leading of all text.
    """

    space: tuple[float, float] = (1.0, 1.0)
    size: tuple[float, float] = (1.0, 1.0)


class MarkingStyle(Struct, frozen=True):
    """How markings, notices and watermarks look, which stand on every page.

    Attributes:
        label: Of a marking; its colour and `fill` are for markings of a project's own, as those of
            the Traffic Light Protocol have theirs.
        fill: Its ground.
        notice: Of an embargo or a recipient's name, in the outer margin.
        notice_fill: Its ground.
        watermark: Colour of the letters behind the text.
    """

    label: TextStyle
    fill: Colour
    notice: TextStyle
    notice_fill: Colour
    watermark: Colour


ParagraphName = Literal[
    "body", "h1", "h2", "h3", "quote", "pull-quote", "bullet", "number", "note",
    "term", "definition", "attribution",
    "contents-title", "contents-1", "contents-2", "contents-3",
    "cover-title", "cover-subtitle", "cover-text", "title-title", "title-subtitle", "title-text",
    "figure-title", "figure-subtitle", "figure-note", "table-title", "table-head", "table-cell",
    "table-note", "box-title", "box-text", "fact-value", "fact-label",
    "band-kicker", "band-title", "band-subtitle", "band-meta",
    "running-head", "running-foot", "imprint",
]  # fmt: skip
"""Every paragraph that a page may hold; a style gives all of them."""


Addresses = Literal["printed", "linked"]
NotePlace = Literal["foot", "end"]


class Style(Struct, frozen=True):
    """One house style, complete: nothing in it has a default left to be found.

    Attributes:
        paragraphs: Has an entry for every `ParagraphName`.
        boxes: Has an entry for every kind of box.
        link: Colour of links and note markers.
        addresses: Whether notes print the addresses of works, or link the works' titles to them.
        notes: At the page's foot, or at the end of the document.
        captions: Whether figures and tables are numbered in their titles.
        sheets: Has an entry for every kind of sheet.
        marking: None for what follows from the rest (`plain_marking`).
    """

    name: str
    paper: PaperStyle
    families: Mapping[str, Family]
    palette: Mapping[str, Colour]
    paragraphs: Mapping[str, ParagraphStyle]
    boxes: Mapping[str, BoxStyle]
    table: TableStyle
    band: BandStyle
    chart: ChartStyle
    link: Colour
    addresses: Addresses
    where: Location
    notes: NotePlace = "foot"
    captions: Literal["numbered", "plain"] = "plain"
    sheets: Mapping[str, SheetStyle] = {}
    head: RunningStyle = RunningStyle("{title}", "{publisher}", None, on_first_page=False)
    foot: RunningStyle = RunningStyle("{kind}  ·  {edition}", "{folio}", None, on_first_page=True)
    fitting: FittingStyle = FittingStyle()
    marking: MarkingStyle | None = None


LABEL_SIZE = 12.0
"""Of a marking, in points.

Source: FIRST, Traffic Light Protocol, version 2.0 (2022), in documents: that size or larger.
"""


def plain_marking(head: TextStyle, ink: Colour, accent: Colour) -> MarkingStyle:
    """Markings in the face of running heads, white on the colours of text and of what stands out.

    Args:
        head: Of running heads.
        ink: Dark enough to be seen on paper, like `accent`.
        accent: Of notices.
    """
    label = TextStyle(head.family, LABEL_SIZE, "#ffffff", bold=True)
    notice = TextStyle(head.family, 9.0, "#ffffff", bold=True)
    return MarkingStyle(label, ink, notice, accent, "#e9eaec")
