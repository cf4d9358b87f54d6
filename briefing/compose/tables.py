"""Tables, with heads that name what they head and notes of their own below."""

from msgspec.structs import replace

from briefing.compose.inlines import Kid, Look, Marker, Piece, plain, set_inlines, text_piece
from briefing.compose.ledger import Ledger
from briefing.compose.notes import LetteredNotes, saying
from briefing.model.country import Reading
from briefing.model.flow import GroupItem, Item, ParagraphItem, TableCell, TableItem, TableRow
from briefing.model.manuscript import Inline, Quantity, Row, TableBlock, Text
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle
from briefing.units import Pt


def set_table(table: TableBlock, ledger: Ledger) -> tuple[tuple[Item, ...], Node]:
    """Set a table between its title and its notes."""
    name = f"table:{ledger.table()}"
    notes = LetteredNotes(ledger, name)
    setter = _Setter(table, ledger, notes, name)
    before, caption = setter.title()
    head, head_node = setter.head()
    rows = [setter.row(row, index) for index, row in enumerate(table.rows)]
    body = Node("TBody", tuple(node for _, node in rows))
    table_node = Node("Table", (*caption, Node("THead", (head_node,)), body))
    below, below_nodes = setter.below()
    style = ledger.style.table
    last = GroupItem(below, Pt(3), style.space_after)
    spaced = replace(
        style,
        space_before=Pt(3) if before else style.space_before,
        space_after=Pt(3) if below else style.space_after,
    )
    item = TableItem((head,), tuple(row for row, _ in rows), spaced)
    items = (*before, item, *((last,) if below else ()))
    if len(rows) <= _KEPT_ROWS:
        items = (GroupItem(items, _NONE, _NONE),)
    return items, Node("Div", (table_node, *below_nodes))


_NONE = Pt(0)
_KEPT_ROWS = 14  # a table of so many rows stays on one page with its title and notes


class _Setter:
    """Sets the parts of one table, in reading order."""

    def __init__(self, table: TableBlock, ledger: Ledger, notes: LetteredNotes, name: str) -> None:
        self._table = table
        self._ledger = ledger
        self._notes = notes
        self._name = name
        self._shared = {
            column: reading
            for column in range(len(table.align))
            if (reading := _shared_reading(table, column)) is not None
        }

    def title(self) -> tuple[tuple[ParagraphItem, ...], tuple[Node, ...]]:
        if not self._table.title:
            return (), ()
        style = self._ledger.paragraph("table-title")
        piece = self._piece(self._table.title, style)
        anchor = self._ledger.anchor(self._name)
        item = ParagraphItem(tuple(piece.runs), style, anchor=anchor)
        return (item,), (Node("Caption", (Node("P", tuple(piece.kids)),)),)

    def head(self) -> tuple[TableRow, Node]:
        cells: list[TableCell] = []
        nodes: list[Node] = []
        for column, children in enumerate(cell.children for cell in self._table.head[0].own):
            style = self._style("table-head", column)
            piece = self._piece(children, style)
            if column in self._shared:
                marker = Marker(self._shared[column], self._table.where)
                piece.add(self._notes.mark(marker, style.text))
            cells.append(TableCell(ParagraphItem(tuple(piece.runs), style)))
            nodes.append(self._head_node(column, piece))
        return TableRow(tuple(cells)), Node("TR", tuple(nodes))

    def row(self, row: Row, index: int) -> tuple[TableRow, Node]:
        cells: list[TableCell] = []
        nodes: list[Node] = []
        for column, children in enumerate(cell.children for cell in row.own):
            is_head = self._table.row_heads and column == 0
            style = self._style("table-cell", column)
            if row.highlighted:
                style = replace(style, text=replace(style.text, bold=True))
            if column in self._shared:
                children = _without_readings(children)
            piece = self._piece(children, style)
            cells.append(TableCell(ParagraphItem(tuple(piece.runs), style)))
            nodes.append(self._cell_node(piece, index, column, is_head))
        return TableRow(tuple(cells), row.highlighted), Node("TR", tuple(nodes))

    def below(self) -> tuple[tuple[ParagraphItem, ...], tuple[Node, ...]]:
        """Set the remark of the table, then its notes."""
        items = list(self._notes.items)
        nodes = list(self._notes.nodes)
        if self._table.note:
            style = self._ledger.paragraph("table-note")
            look = Look(style.text, self._ledger.language)
            piece = text_piece(self._ledger.words.remark, look, self._ledger)
            piece.add(self._piece(self._table.note, style))
            items = [ParagraphItem(tuple(piece.runs), style), *self._notes.items]
            nodes = [Node("P", tuple(piece.kids)), *self._notes.nodes]
        return tuple(items), tuple(nodes)

    def _piece(self, children: tuple[Inline, ...], style: ParagraphStyle) -> Piece:
        look = Look(style.text, self._ledger.language)
        return set_inlines(children, look, self._ledger, self._notes)

    def _style(self, name: str, column: int) -> ParagraphStyle:
        align = self._table.align[column]
        return replace(self._ledger.paragraph(name), align="right" if align == "decimal" else align)

    def _head_node(self, column: int, piece: Piece) -> Node:
        if not plain(self._table.head[0].own[column].children).strip():
            return Node("TD", tuple(piece.kids))
        return Node("TH", tuple(piece.kids), id=self._column_id(column), scope="Column")

    def _cell_node(self, piece: Piece, index: int, column: int, is_head: bool) -> Node:
        kids: tuple[Kid, ...] = tuple(piece.kids)
        if is_head:
            return Node("TH", kids, id=self._row_id(index), scope="Row")
        headers = [self._column_id(column)] if self._has_head(column) else []
        if self._table.row_heads:
            headers.append(self._row_id(index))
        return Node("TD", kids, headers=tuple(headers))

    def _has_head(self, column: int) -> bool:
        return bool(plain(self._table.head[0].own[column].children).strip())

    def _column_id(self, column: int) -> str:
        return f"{self._name}-column-{column + 1}"

    def _row_id(self, index: int) -> str:
        return f"{self._name}-row-{index + 1}"


def _shared_reading(table: TableBlock, column: int) -> Reading | None:
    """Find what notes every figure of a column that has a head: then the head is noted once."""
    if not plain(table.head[0].own[column].children).strip():
        return None
    readings = [
        inline.reading
        for row in table.rows
        for inline in row.own[column].children
        if isinstance(inline, Quantity)
    ]
    same = {saying(reading) for reading in readings}
    return readings[0] if len(same) == 1 and len(readings) > 1 else None


def _without_readings(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Turn figures into plain words, for their note stands at the head of the column."""
    return tuple(
        Text(child.text, child.where) if isinstance(child, Quantity) else child
        for child in children
    )
