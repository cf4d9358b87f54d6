"""Tables, with heads that name what they head and notes of their own below."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefing.compose.blocks.heads import Heads, cells_of
from briefing.compose.ledger import Ledger
from briefing.compose.notes import LetteredNotes, Waiting, saying
from briefing.compose.text.inlines import Look, Marker, Piece, bare, set_inlines, text_piece
from briefing.compose.text.looks import emboldened
from briefing.compose.text.pieces import Kid, paragraph_item
from briefing.model.country import Reading
from briefing.model.drawing import Drawing
from briefing.model.flow import GroupItem, Item, ParagraphItem, TableCell, TableItem, TableRow
from briefing.model.manuscript import Cell, Inline, Quantity, Row, TableBlock, Text
from briefing.model.prose import Align
from briefing.model.structure import Node
from briefing.model.style import Alignment, ParagraphStyle
from briefing.units import Pt

_NONE = Pt(0)
_GAP = Pt(3)  # between a table and its title or notes

_KEPT_ROWS = 14
"""A table of so many rows stays on one page with its title and notes."""

_KEPT_NOTES = 6
"""So many notes stay together; of more, two follow the last rows and the others may go over."""


def set_table(
    table: TableBlock, drawings: Mapping[str, Drawing], ledger: Ledger, anchor: str
) -> tuple[tuple[Item, ...], Node]:
    """Set a table between its title and its notes; `drawings` are those in its cells, by id."""
    name = f"table:{ledger.table()}"
    notes = LetteredNotes(ledger, name)
    kept = len(table.rows) <= _KEPT_ROWS
    setter = _Setter(table, drawings, ledger, notes, name, "" if kept else anchor)
    before, caption = setter.title()
    heads = [setter.head(row, at) for at, row in enumerate(table.head)]
    rows = [setter.row(row, at) for at, row in enumerate(table.rows)]
    parts = (
        *caption,
        Node("THead", tuple([node for _, node in heads])),
        Node("TBody", tuple([node for _, node in rows])),
    )
    below, below_nodes = setter.below()
    style = ledger.style.table
    item = TableItem(
        head=tuple([row for row, _ in heads]),
        rows=tuple([row for row, _ in rows]),
        style=replace(
            style,
            space_before=_GAP if before else style.space_before,
            space_after=_GAP if below else style.space_after,
        ),
        continued=setter.continued(),
        keep_with_next=bool(below),
    )
    items = (*before, item, *_kept(below, style.space_after))
    if kept:
        items = (GroupItem(items, _NONE, _NONE, anchor),)
    return items, Node("Div", (Node("Table", parts), *below_nodes))


def _kept(below: Sequence[ParagraphItem], space_after: Pt) -> tuple[Item, ...]:
    """Keep notes together, as long as they are few."""
    if not below:
        return ()
    if len(below) <= _KEPT_NOTES:
        return (GroupItem(tuple(below), _GAP, space_after),)
    first, others, last = below[:2], below[2:-1], below[-1:]
    return GroupItem(tuple(first), _GAP, _NONE), *others, GroupItem(tuple(last), _NONE, space_after)


class _Setter:
    """Sets the parts of one table, in reading order."""

    def __init__(
        self,
        table: TableBlock,
        drawings: Mapping[str, Drawing],
        ledger: Ledger,
        notes: LetteredNotes,
        name: str,
        anchor: str,
    ) -> None:
        self._table = table
        self._anchor = anchor
        self._drawings = drawings
        self._sketched = {
            column
            for row in table.rows
            for column, cell in enumerate(row.cells)
            if cell is not None and cell.sketch
        }
        self._ledger = ledger
        self._notes = notes
        self._heads = Heads(table, name)
        self._styles: dict[tuple[str, Alignment, bool], ParagraphStyle] = {}
        self._shared = {
            places[-1]: (column, reading)
            for column, places in enumerate(self._heads.over)
            if (reading := self._shared_reading(column)) is not None
        }
        self._plain = {column for column, _ in self._shared.values()}

    def title(self) -> tuple[tuple[ParagraphItem, ...], tuple[Node, ...]]:
        if not self._table.title:
            return (), ()
        style = self._ledger.paragraph("table-title")
        piece = self._piece(self._table.title, style)
        item = self._paragraph(piece, style)
        return (item,), (Node("Caption", (Node("P", tuple(piece.kids)),)),)

    def continued(self) -> ParagraphItem | None:
        """Say above the repeated head of which table it is."""
        ledger = self._ledger
        if not self._table.title:
            return None
        style = ledger.paragraph("table-title")
        look = Look(style.text, ledger.language, artifact=True)
        words = bare(self._table.title, ledger.survey.labels)
        piece = set_inlines(words, look, ledger, Waiting())
        light = replace(look, style=replace(style.text, bold=False))
        piece.add(text_piece(f" {ledger.words.continued}", light, ledger))
        return ParagraphItem(tuple(piece.runs), style)

    def head(self, row: Row, at: int) -> tuple[TableRow, Node]:
        cells: list[TableCell | None] = [None] * len(row.cells)
        nodes: list[Node] = []
        for column, cell in cells_of(row):
            style = self._style("table-head", column, cell)
            piece = self._piece(cell.children, style)
            if (at, column) in self._shared:
                _, reading = self._shared[at, column]
                piece.add(self._notes.mark(Marker(reading, self._table.where), style.text))
            paragraph = self._paragraph(piece, style)
            cells[column] = TableCell(paragraph, cell.columns, cell.rows)
            nodes.append(self._heads.of_head(at, column, cell, tuple(piece.kids)))
        return TableRow(tuple(cells)), Node("TR", tuple(nodes))

    def row(self, row: Row, at: int) -> tuple[TableRow, Node]:
        cells: list[TableCell | None] = [None] * len(row.cells)
        nodes: list[Node] = []
        bold = row.highlighted or self._heads.is_group(at)
        for column, cell in cells_of(row):
            style = self._style("table-cell", column, cell, bold=bold)
            children: Sequence[Inline] = cell.children
            if column in self._plain and cell.columns == 1:
                children = _without_readings(children)
            piece = self._piece(children, style)
            decimal = self._table.align[column] == "decimal" and cell.columns == 1
            paragraph = self._paragraph(piece, style)
            made = TableCell(paragraph, cell.columns, cell.rows, decimal)
            kids = tuple(piece.kids)
            if cell.sketch:
                made, kids = self._with_drawing(made, kids, cell.sketch)
            cells[column] = made
            nodes.append(self._heads.of_body(at, column, cell, kids))
        return TableRow(tuple(cells), row.highlighted), Node("TR", tuple(nodes))

    def _with_drawing(
        self, cell: TableCell, kids: tuple[Kid, ...], name: str
    ) -> tuple[TableCell, tuple[Kid, ...]]:
        """Put a small drawing before the words; it is a figure if it says more than they do."""
        drawing = self._drawings[name]
        if not drawing.alt:
            return replace(cell, drawing=drawing), kids
        leaf = self._ledger.leaf()
        figure = Node("Figure", (leaf,), alt=drawing.alt)
        return replace(cell, drawing=drawing, leaf=leaf), (figure, *kids)

    def below(self) -> tuple[tuple[ParagraphItem, ...], tuple[Node, ...]]:
        """Set the remark of the table, then its notes."""
        said: list[tuple[ParagraphItem, Node]] = []
        if self._table.note:
            style = self._ledger.paragraph("table-note")
            look = Look(style.text, self._ledger.language)
            piece = text_piece(self._ledger.words.remark, look, self._ledger)
            piece.add(self._piece(self._table.note, style))
            said.append((self._paragraph(piece, style), Node("P", tuple(piece.kids))))
        said += self._notes.below()
        return tuple([item for item, _ in said]), tuple([node for _, node in said])

    def _paragraph(self, piece: Piece, style: ParagraphStyle) -> ParagraphItem:
        """Make a paragraph; the first has the anchor of a table that is no group."""
        anchor, self._anchor = self._anchor, ""
        return paragraph_item(piece, style, self._ledger, anchor=anchor)

    def _piece(self, children: Sequence[Inline], style: ParagraphStyle) -> Piece:
        look = Look(style.text, self._ledger.language)
        return set_inlines(children, look, self._ledger, self._notes)

    def _style(self, name: str, column: int, cell: Cell, *, bold: bool = False) -> ParagraphStyle:
        """A style with the column's alignment; over several columns, words stand in their middle.

        But not those that begin in a column of words.
        """
        align = _SIDES[self._table.align[column]]
        if name == "table-head" and column in self._sketched:
            align = "left"
        if cell.columns > 1 and align == "right":
            align = "centre"
        key = (name, align, bold)
        known = self._styles.get(key)
        if known is None:
            style = self._ledger.paragraph(name)
            text = emboldened(style.text) if bold else style.text
            known = self._styles[key] = replace(style, align=align, text=text)
        return known

    def _shared_reading(self, column: int) -> Reading | None:
        """Find what notes every figure of a column with a head of its own: that is noted once."""
        places = self._heads.over[column]
        if not places or any(
            places[-1] in over for at, over in enumerate(self._heads.over) if at != column
        ):
            return None
        cells = [row.cells[column] for row in self._table.rows]
        readings = [
            reading
            for cell in cells
            if cell is not None and cell.columns == 1
            for inline in cell.children
            if isinstance(inline, Quantity)
            for reading in inline.readings
        ]
        same = {saying(reading) for reading in readings}
        return readings[0] if len(same) == 1 and len(readings) > 1 else None


_SIDES: dict[Align, Alignment] = {
    "left": "left", "right": "right", "centre": "centre", "decimal": "right",
}  # fmt: skip


def _without_readings(children: Sequence[Inline]) -> Sequence[Inline]:
    """Turn figures into plain words, for their note stands at the head of the column."""
    return [
        Text(child.text, child.where) if isinstance(child, Quantity) else child
        for child in children
    ]
