"""What is in a flow, item by item: for the tests that look at all of it."""

from collections.abc import Iterable, Iterator

from briefing.model.drawing import Drawing
from briefing.model.flow import (
    BesideItem,
    BreakItem,
    DrawingItem,
    FloatItem,
    Flow,
    GridItem,
    Item,
    ParagraphItem,
    Run,
    SheetItem,
    TableItem,
    TableRow,
)
from briefing.model.structure import Leaf, Node


def inside(item: Item) -> Iterator[Item]:
    """Go through the items that stand directly in another."""
    match item:
        case ParagraphItem() | DrawingItem() | BreakItem():
            return
        case GridItem(cells=cells):
            for cell in cells:
                yield from cell
        case TableItem(head=head, rows=rows):
            for row in (*head, *rows):
                yield from _paragraphs(row)
        case BesideItem(item=inner) | FloatItem(item=inner):
            yield inner
        case SheetItem(items=items, last=last):
            yield from (*items, *last)
        case _:
            yield from item.items


def _paragraphs(row: TableRow) -> Iterator[ParagraphItem]:
    for cell in row.cells:
        if cell is not None:
            yield cell.paragraph


def everything(items: Iterable[Item]) -> Iterator[Item]:
    """Go through items and all that is in them, in reading order."""
    for item in items:
        yield item
        yield from everything(inside(item))


def paragraphs(flow: Flow) -> Iterator[ParagraphItem]:
    """Go through all paragraphs, those of notes last."""
    for item in everything(flow.items):
        if isinstance(item, ParagraphItem):
            yield item
    for note in flow.notes:
        yield note.paragraph


def runs_of(item: ParagraphItem) -> tuple[Run, ...]:
    """All runs of a paragraph."""
    return (*item.label, *item.runs, *item.end)


def runs(flow: Flow) -> list[Run]:
    """All runs, those of notes last."""
    return [run for item in paragraphs(flow) for run in runs_of(item)]


def drawings(flow: Flow) -> Iterator[tuple[Drawing, Leaf | None]]:
    """Go through all pictures, each with its leaf."""
    for item in everything(flow.items):
        if isinstance(item, DrawingItem):
            yield item.drawing, item.leaf
        elif isinstance(item, SheetItem) and item.picture is not None:
            yield item.picture, item.leaf


def anchors(flow: Flow) -> list[str]:
    """All names of places, those that layout gives to the markers of notes among them."""
    found = [getattr(item, "anchor", "") for item in everything(flow.items)]
    for note in flow.notes:
        found += [note.anchor, f"{note.anchor}-back"]
    return [name for name in found if name]


def words(item: Item) -> str:
    """The words of a paragraph."""
    assert isinstance(item, ParagraphItem)
    return "".join(run.text for run in item.runs)


def label(item: Item) -> str:
    """The label of a paragraph."""
    assert isinstance(item, ParagraphItem)
    return "".join(run.text for run in item.label)


def texts(items: Iterable[Item]) -> list[str]:
    """The words of all paragraphs in items, labels and ends in front of and behind them."""
    return [
        "".join(run.text for run in runs_of(item))
        for item in everything(items)
        if isinstance(item, ParagraphItem)
    ]


def nodes(node: Node) -> Iterator[Node]:
    """Go through an element and all below it."""
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from nodes(kid)


def leaves(node: Node) -> list[Leaf]:
    """All leaves below an element."""
    return [kid for one in nodes(node) for kid in one.kids if isinstance(kid, int)]


def outline(node: Node) -> str:
    """The roles of an element and of those below it, in brackets; leaves are left out."""
    kids = " ".join(outline(kid) for kid in node.kids if isinstance(kid, Node))
    return f"{node.role}({kids})" if kids else node.role
