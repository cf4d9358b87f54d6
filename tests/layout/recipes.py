"""Random flows, with the things that are hard on a page more often than in life."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.flow import (
    BandItem,
    BesideItem,
    BoxItem,
    BreakItem,
    ColumnsItem,
    DrawingItem,
    FloatItem,
    Flow,
    GridItem,
    GroupItem,
    Item,
    ParagraphItem,
    Run,
    SheetItem,
    TableCell,
    TableItem,
    TableRow,
)
from briefing.model.style import ParagraphName
from briefing.units import Pt
from tests import spans
from tests.layout.flows import BLUE, SANS, TABLE, Writer
from tests.spans import Block, Grid

Recipe = Callable[[Writer], Item]

TINY_NOTE = st.integers(1, 2)
SHORT_NOTE = st.integers(1, 5)
LONG_NOTE = st.integers(6, 80)
"""Lines; the pages of the test style hold about 25 lines of notes."""

ANY_NOTE = st.one_of(SHORT_NOTE, SHORT_NOTE, SHORT_NOTE, LONG_NOTE)
KNOWN = 0
"""Instead of a number of lines: a note that is already marked somewhere."""

NOTE_LETTERS = 60


def _words(count: int, seed: int) -> str:
    """So many words, each another, of many lengths."""
    return " ".join(f"{k}{'abcdefghijkl'[: (k * k + seed) % 11]}" for k in range(1, count + 1))


def _marked(words: int, marks: Sequence[int], seed: int) -> str:
    """Words with markers among them, after the words of these numbers."""
    text = _words(words, seed).split(" ")
    for mark in sorted(marks):
        at = min(mark, len(text) - 1)
        text[at] += "^"
    return " ".join(text)


def _noted(writer: Writer, lines: Sequence[int]) -> list[str | int]:
    """What the markers lead to: the text of a note, or the number of an earlier one."""
    notes: list[str | int] = []
    for count in lines:
        if count == KNOWN and writer.notes:
            notes.append(count % len(writer.notes))
        else:
            notes.append(_words(max(1, count * NOTE_LETTERS // 9), count))
    return notes


@st.composite
def paragraphs(
    draw: st.DrawFn,
    name: ParagraphName = "body",
    most: int = 90,
    note: st.SearchStrategy[int] = ANY_NOTE,
    most_notes: int = 4,
) -> Recipe:
    words = draw(st.integers(1, most))
    notes = draw(st.lists(st.one_of(st.just(KNOWN), note), max_size=most_notes))
    marks = [draw(st.integers(0, words)) for _ in notes]
    seed = draw(st.integers(0, 9))

    def write(writer: Writer) -> ParagraphItem:
        label = (writer.run("•"),) if name == "bullet" else ()
        anchor = f"place-{writer.leaves}" if seed == 0 else ""
        text = _marked(words, marks, seed)
        return writer.paragraph(text, name, notes=_noted(writer, notes), label=label, anchor=anchor)

    return write


def _heading(writer: Writer) -> Item:
    return writer.paragraph("A heading", "h1", anchor=f"heading-{writer.leaves}", mark="A heading")


HEADINGS = st.just(_heading)
DRAWINGS = st.integers(10, 200).map(lambda height: lambda writer: writer.drawing(height))
SMALL = st.one_of(
    paragraphs(most=10, note=TINY_NOTE, most_notes=1),
    st.integers(5, 40).map(lambda height: lambda writer: writer.drawing(height, 50)),
)


@st.composite
def besides(draw: st.DrawFn) -> Recipe:
    """At its side there may be too little room, or nothing to run round it."""
    width = draw(st.sampled_from([84.0, 87.0, 90.0, 100.0]))
    small = paragraphs(most=12, note=TINY_NOTE, most_notes=1)
    inner = draw(st.lists(small, min_size=1, max_size=3))
    height = draw(st.integers(5, 200))
    left, boxed = draw(st.booleans()), draw(st.booleans())

    def write(writer: Writer) -> Item:
        item: Item = writer.drawing(height, width)
        if boxed:
            item = writer.box(*(recipe(writer) for recipe in inner))
        return BesideItem(item, Pt(width), "left" if left else "right", Pt(10))

    return write


@st.composite
def boxes(draw: st.DrawFn) -> Recipe:
    part = st.one_of(paragraphs(), paragraphs("bullet"), HEADINGS, besides())
    inner = draw(st.lists(part, min_size=1, max_size=4))
    nested = draw(st.booleans())

    def write(writer: Writer) -> Item:
        items = [recipe(writer) for recipe in inner]
        return writer.box(*items[:1], writer.box(*items[1:])) if nested else writer.box(*items)

    return write


@st.composite
def groups(draw: st.DrawFn) -> Recipe:
    inner = draw(st.lists(SMALL, min_size=1, max_size=4))
    rule = draw(st.sampled_from([None, BLUE]))

    def write(writer: Writer) -> GroupItem:
        anchor = f"group-{writer.leaves}"
        return writer.group(*(recipe(writer) for recipe in inner), anchor=anchor, rule=rule)

    return write


@st.composite
def grids(draw: st.DrawFn) -> Recipe:
    cells = draw(st.lists(st.lists(SMALL, max_size=2), min_size=1, max_size=6))
    columns = draw(st.integers(1, 3))

    def write(writer: Writer) -> Item:
        content = [[recipe(writer) for recipe in cell] for cell in cells]
        return writer.grid(*content, columns=columns, rule=BLUE)

    return write


@st.composite
def tables(draw: st.DrawFn, most: int = 3) -> Recipe:
    columns = draw(st.integers(1, most))
    size = draw(st.sampled_from([4, 4, 12, 90]))
    body = draw(spans.grids(10, columns, columns=columns, spans=draw(st.booleans())))
    cells = draw(_cells(body, paragraphs("table-cell", size, SHORT_NOTE, 1)))
    head = draw(spans.grids(2, columns, columns=columns)) if draw(st.booleans()) else []
    heads = draw(_cells(head, st.just(_head)))
    decimal = draw(st.booleans())
    goes_on = draw(st.booleans())

    def write(writer: Writer) -> Item:
        top = tuple(_row(writer, row, heads) for row in head)
        rows = [_row(writer, row, cells, decimal=decimal) for row in body]
        if len(rows) > 1:
            rows[1] = replace(rows[1], highlighted=True)
        continued = ParagraphItem(
            (Run("A table that runs over a page (continued)", SANS, None, "en"),),
            writer.style.paragraphs["table-title"],
        )
        return TableItem(top, tuple(rows), TABLE, continued if goes_on else None)

    return write


def _head(writer: Writer) -> ParagraphItem:
    return writer.paragraph("Head^", "table-head", notes=["n"])


@st.composite
def _cells(draw: st.DrawFn, grid: Grid, recipe: st.SearchStrategy[Recipe]) -> dict[Block, Recipe]:
    return {block: draw(recipe) for row in grid for block in row if block is not None}


def _row(
    writer: Writer,
    row: Sequence[Block | None],
    cells: dict[Block, Recipe],
    *,
    decimal: bool = False,
) -> TableRow:
    made: list[TableCell | None] = []
    for block in row:
        paragraph = cells[block](writer) if block is not None else None
        if block is None or not isinstance(paragraph, ParagraphItem):
            made.append(None)
        else:
            alone = decimal and block.columns == 1
            made.append(TableCell(paragraph, block.columns, block.rows, alone))
    return TableRow(tuple(made))


ITEMS = st.one_of(
    paragraphs(), paragraphs(), paragraphs("bullet"), HEADINGS, DRAWINGS, boxes(), groups(),
    grids(), tables(), besides(),
)  # fmt: skip


class Draft:
    """A flow to be; its repr is short, since hypothesis prints it."""

    def __init__(self, recipes: Sequence[Recipe], *, band: bool, running: bool) -> None:
        writer = Writer()
        items = [writer.band("A title", "and what it is about")] if band else list[Item]()
        items += [recipe(writer) for recipe in recipes]
        line = writer.running("A title", first=False) if running else None
        self.flow = writer.flow(*items, head=line, foot=line)

    def __repr__(self) -> str:
        return sketch(self.flow)


@st.composite
def drafts(draw: st.DrawFn, most: int = 12) -> Draft:
    """Flows of at most so many items."""
    recipes = draw(st.lists(ITEMS, min_size=1, max_size=most))
    return Draft(recipes, band=draw(st.booleans()), running=draw(st.booleans()))


def sketch(flow: Flow) -> str:
    """A flow in one line, for a person who wants to see why it fails."""
    sizes = [sum(len(run.text) for run in note.paragraph.runs) for note in flow.notes]
    return f"{' '.join(map(_sketch, flow.items))}; letters of notes: {sizes}"


def _sketch(item: Item) -> str:
    match item:
        case ParagraphItem(runs=runs):
            parts = (f"^{run.note}" if run.note is not None else str(len(run.text)) for run in runs)
            return f"p({' '.join(parts)})"
        case DrawingItem(drawing=drawing):
            return f"d({drawing.height})"
        case TableItem(head=head, rows=rows):
            table = [[_sketch(cell.paragraph) for cell in row.own] for row in (*head, *rows)]
            return f"table{table}"
        case GridItem(cells=cells, columns=columns):
            return f"grid{columns}{[[*map(_sketch, cell)] for cell in cells]}"
        case BesideItem(item=one) | FloatItem(item=one):
            return f"{type(item).__name__}({_sketch(one)})"
        case BreakItem():
            return "|"
        case (
            GroupItem(items=inner) | BoxItem(items=inner) | BandItem(items=inner)
            | ColumnsItem(items=inner) | SheetItem(items=inner)
        ):  # fmt: skip
            return f"{type(item).__name__}({' '.join(map(_sketch, inner))})"
