"""Pages: everything has its place, nothing is left to decide.

Made by `layout`, painted by `pdf`. The origin is the page's top-left corner and y grows
downwards; text stands on its baseline. Items are painted in order.
"""

from msgspec import Struct

from briefing.model.drawing import Drawing
from briefing.model.flow import Attachment, Field, LinkItem, Metadata, OutlineEntry
from briefing.model.structure import Leaf, Node
from briefing.model.style import Colour, Style, TextStyle
from briefing.units import Pt


class PlacedRun(Struct, frozen=True):
    """Words of one look on one line.

    Attributes:
        x: Of its start, from the line's own x; so a broken line can be moved as it is.
        width: As set, word spaces stretched or shrunk.
        word_space: Added to each space in it, in points.
        leaf: None for an artifact (running heads, repeated table heads).
        soft_hyphen: It ends in a hyphen that only the line's end put there; `text` has none.
        space_after: A space follows in the text, which the line's end swallowed.
        target: Of such a field, as in the run.
        field: `text` is still the stand-in of the run it came from (`Run.field`); layout fills it
            in once pages are known, so no page holds one.
    """

    text: str
    style: TextStyle
    x: float
    width: float
    word_space: float
    leaf: Leaf | None
    link: int | None = None
    soft_hyphen: bool = False
    space_after: bool = False
    field: Field | None = None
    target: str = ""


class PlacedLine(Struct, frozen=True):
    """A line of text on its baseline.

    Attributes:
        role: What it is, for the dump: ``body``, ``h1``, ``note 3``, ...
        top: Of the box it takes.
        height: Likewise.
        notes: Numbers of the notes whose markers stand on it.
        note: The number of the note it is a line of, None for the text.
    """

    runs: tuple[PlacedRun, ...]
    baseline: Pt
    x: Pt
    top: Pt
    width: Pt
    height: Pt
    role: str
    notes: tuple[int, ...] = ()
    note: int | None = None


class PlacedRect(Struct, frozen=True):
    """A filled rectangle: a ground or a rule. Always an artifact."""

    x: Pt
    y: Pt
    width: Pt
    height: Pt
    fill: Colour
    role: str


class PlacedDrawing(Struct, frozen=True):
    """A picture by its top-left corner; an artifact where `leaf` is None, and `role` is what of."""

    drawing: Drawing
    x: Pt
    y: Pt
    leaf: Leaf | None
    role: str = "ornament"


class PlacedLink(Struct, frozen=True):
    """The area of a part of a link on one page."""

    link: int
    x: Pt
    y: Pt
    width: Pt
    height: Pt


Placed = PlacedLine | PlacedRect | PlacedDrawing


class Page(Struct, frozen=True):
    """One page; `number` counts from 1, `label` is what is printed, empty for none."""

    number: int
    label: str
    width: Pt
    height: Pt
    items: tuple[Placed, ...]
    links: tuple[PlacedLink, ...]


class Anchor(Struct, frozen=True):
    """A named place that links and the outline lead to."""

    name: str
    page: int
    x: Pt
    y: Pt


class Pages(Struct, frozen=True):
    """A document ready to be painted, with what the file needs beside its pages."""

    pages: tuple[Page, ...]
    anchors: tuple[Anchor, ...]
    links: tuple[LinkItem, ...]
    structure: Node
    outline: tuple[OutlineEntry, ...]
    metadata: Metadata
    attachments: tuple[Attachment, ...]
    style: Style


def dump(pages: Pages) -> str:
    """Write the layout as text, one item a line: what the snapshot tests compare."""
    lines: list[str] = []
    for page in pages.pages:
        lines.append(f"page {page.number}  {page.width:.1f} x {page.height:.1f} pt")
        lines += [_line(item) for item in page.items]
    return "\n".join(lines) + "\n"


def _line(item: Placed) -> str:
    match item:
        case PlacedLine(runs=runs, x=x, top=top, width=width, height=height, role=role):
            words = "".join(run.text + (" " if run.space_after else "") for run in runs)
            return f"  {x:7.1f} {top:7.1f} {width:7.1f} {height:6.1f}  {role}: {words}"
        case PlacedRect(x=x, y=y, width=width, height=height, role=role):
            return f"  {x:7.1f} {y:7.1f} {width:7.1f} {height:6.1f}  ({role})"
        case PlacedDrawing(drawing=drawing, x=x, y=y):
            return (
                f"  {x:7.1f} {y:7.1f} {drawing.width:7.1f} {drawing.height:6.1f}"
                f"  drawing {drawing.id}"
            )
