"""Random documents with columns, floats, breaks and sheets, on a wider paper than `recipes`."""

from collections.abc import Sequence
from typing import Literal

from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.flow import (
    BesideItem,
    BreakItem,
    ColumnsItem,
    FloatItem,
    Item,
    SheetItem,
)
from briefing.model.style import PaperStyle, SheetStyle
from briefing.units import Pt
from tests.layout.flows import BLUE, PALE, PAPER, Writer, style
from tests.layout.recipes import (
    HEADINGS,
    ITEMS,
    SHORT_NOTE,
    Recipe,
    boxes,
    groups,
    paragraphs,
    sketch,
    tables,
)

WIDE = replace(PAPER, width=Pt(560), inner=Pt(35), outer=Pt(25))
"""Three of its columns hold the longest words, with boxes and lists around them."""

LONG_NOTE = st.integers(6, 170)
"""Times 60 letters: up to three pages."""

ANY_NOTE = st.one_of(SHORT_NOTE, SHORT_NOTE, SHORT_NOTE, LONG_NOTE)

PROSE = paragraphs(note=ANY_NOTE)
PICTURES = st.integers(10, 230).map(lambda height: lambda writer: writer.drawing(height, 60))
PLAIN = paragraphs(most=40, most_notes=0)


@st.composite
def floats(draw: st.DrawFn) -> Recipe:
    inner = draw(st.one_of(PICTURES, PLAIN))
    caption = draw(st.booleans())
    position: Literal["top", "foot", "page"] = draw(st.sampled_from(["top", "foot", "page"]))

    def write(writer: Writer) -> Item:
        items = [inner(writer)]
        if caption:
            items.append(writer.paragraph("What it shows", "figure-note"))
        group = writer.group(*items, anchor=f"float-{writer.leaves}")
        return FloatItem(group, position, Pt(10))

    return write


@st.composite
def breaks(draw: st.DrawFn) -> Recipe:
    item = BreakItem(
        draw(st.sampled_from(["any", "any", "right"])),
        draw(st.sampled_from([None, "decimal", "roman", "none"])),
        draw(st.sampled_from([None, 1, 7])),
    )
    return lambda writer: item  # noqa: ARG005


@st.composite
def sheets(draw: st.DrawFn) -> Recipe:
    foot = draw(st.booleans())
    look = SheetStyle(PALE, BLUE, Pt(0), Pt(0), Pt(60), Pt(20), Pt(15))

    def write(writer: Writer) -> Item:
        items = (writer.paragraph("A cover", "cover-title"), writer.paragraph("of two lines"))
        last = (writer.paragraph("At its foot"),) if foot else ()
        return SheetItem(items, last, None, None, look, anchor=f"sheet-{writer.leaves}")

    return write


@st.composite
def besides(draw: st.DrawFn) -> Recipe:
    inner = draw(st.one_of(st.integers(10, 120), paragraphs("box-text", 8, most_notes=1)))
    side: Literal["left", "right"] = "left" if draw(st.booleans()) else "right"

    def write(writer: Writer) -> Item:
        one = writer.drawing(inner, 60) if isinstance(inner, int) else writer.box(inner(writer))
        return BesideItem(one, Pt(80), side, Pt(8))

    return write


NARROW = st.one_of(
    PROSE, PROSE, PROSE, paragraphs("bullet"), HEADINGS, PICTURES, boxes(), groups(),
    tables(2), floats(), besides(),
)  # fmt: skip
RARE = st.one_of(breaks(), sheets())


@st.composite
def columns(draw: st.DrawFn, most: int) -> Recipe:
    inner = draw(st.lists(st.one_of(NARROW, NARROW, NARROW, breaks()), min_size=1, max_size=most))
    count = draw(st.integers(1, 3))

    def write(writer: Writer) -> Item:
        return ColumnsItem(tuple(recipe(writer) for recipe in inner), count, Pt(12))

    return write


class Draft:
    """A flow to be; its repr is short, since hypothesis prints it."""

    def __init__(self, recipes: Sequence[Recipe], paper: PaperStyle, *, running: bool) -> None:
        writer = Writer(style(paper))
        items = [recipe(writer) for recipe in recipes]
        line = replace(writer.running("A title"), mirrored=True) if running else None
        self.flow = writer.flow(*items, head=line, foot=line)

    def __repr__(self) -> str:
        paper = self.flow.style.paper
        settings = [name for name in ("column_notes", "facing") if getattr(paper, name)]
        return f"{settings} {sketch(self.flow)}"


@st.composite
def courses(draw: st.DrawFn, most: int = 8) -> Draft:
    """Flows of at most so many items, with as many in each of their columns."""
    item = st.one_of(ITEMS, columns(most), columns(most), floats(), floats(), besides(), RARE)
    recipes = draw(st.lists(item, min_size=1, max_size=most))
    paper = replace(WIDE, column_notes=draw(st.booleans()), facing=draw(st.booleans()))
    return Draft(recipes, paper, running=draw(st.booleans()))
