"""Tables (ISO 14289-1 7.5, ISO 32000-1 14.8.4.3.4, 14.8.5.7)."""

from collections.abc import Iterator, Sequence

from briefing.audit.case import Case, at, some
from briefing.audit.structure.elements import Element
from briefing.audit.values import Fault

_GROUPS = frozenset(("THead", "TBody", "TFoot"))
_CELLS = frozenset(("TH", "TD"))
_SCOPES = frozenset(("Row", "Column", "Both"))
_INSIDE = {
    "Table": _GROUPS | {"TR", "Caption"},
    **dict.fromkeys(_GROUPS, frozenset(("TR",))),
    "TR": _CELLS,
}
_PARENTS = {
    "TR": _GROUPS | {"Table"},
    **dict.fromkeys(_GROUPS, frozenset(("Table",))),
    **dict.fromkeys(_CELLS, frozenset(("TR",))),
}
_WIDEST = 1000  # columns, or rows that one cell spans


def find_misplaced(case: Case) -> Iterator[Fault]:
    """Parts of tables that stand where they may not (09-004)."""
    for top in case.tree.kids:
        if top.mapped in _PARENTS:
            yield at(top, "table-structure", f"{top.mapped} stands outside of a table")
    for element in case.elements:
        role = element.mapped
        for kid in element.elements:
            allowed = _INSIDE.get(role)
            parents = _PARENTS.get(kid.mapped)
            if (allowed is not None and kid.mapped not in allowed) or (
                parents is not None and role not in parents
            ):
                message = f"{kid.mapped} may not stand in {role or 'this'}"
                yield at(kid, "table-structure", message)


def find_tables(case: Case) -> Iterator[Fault]:
    """Tables without heads, heads without a direction, rows of different widths (15-003)."""
    ids = {element.id for element in case.elements if element.id}
    for element in case.elements:
        if element.mapped == "Table":
            rows = list(_rows(element))
            yield from _heads(element, [cell for row in rows for cell in row])
            yield from _shape(element, rows)
        elif element.mapped in _CELLS:
            for id_ in headers_of(element):
                if id_ not in ids:
                    message = f"a cell answers to “{id_}”, which is no id"
                    yield at(element, "table-headers", message)


def headers_of(cell: Element) -> tuple[str, ...]:
    """The ids of the heads that a cell answers to."""
    given = cell.attributes.get("Table", {}).get("Headers", ())
    return tuple(map(str, given)) if isinstance(given, tuple) else (str(given),)


def _rows(table: Element) -> Iterator[list[Element]]:
    for kid in table.elements:
        for row in kid.elements if kid.mapped in _GROUPS else (kid,):
            if row.mapped == "TR":
                yield [cell for cell in row.elements if cell.mapped in _CELLS]


def _heads(table: Element, cells: Sequence[Element]) -> Iterator[Fault]:
    heads = [cell for cell in cells if cell.mapped == "TH"]
    if not heads:
        yield at(table, "table-head", "a table has no heads (TH)")
    answered = {id_ for cell in cells for id_ in headers_of(cell)}
    for head in heads:
        scope = head.attributes.get("Table", {}).get("Scope")
        if scope not in _SCOPES and head.id not in answered:
            message = "it is not known which cells a head is for (Scope, Headers)"
            yield at(head, "table-scope", message)


def _shape(table: Element, rows: Sequence[Sequence[Element]]) -> Iterator[Fault]:
    widths = _widths(rows)
    if len(set(widths)) > 1:
        usual = max(sorted(set(widths)), key=widths.count)
        row = next(number for number, width in enumerate(widths, 1) if width != usual)
        columns = some(widths[row - 1], "one column", "columns")
        message = f"row {row} of a table has {columns}, others have {usual}"
        yield at(table, "table-shape", message)


def _widths(rows: Sequence[Sequence[Element]]) -> list[int]:
    """Columns filled in each row, with what comes down from rows above."""
    down: dict[int, int] = {}
    widths = []
    for row in rows:
        filled = {column for column, left in down.items() if left}
        down = {column: left - 1 for column, left in down.items() if left > 1}
        column = 0
        for cell in row:
            while column in filled:
                column += 1
            across, along = _span(cell, "ColSpan"), _span(cell, "RowSpan")
            for one in range(column, min(column + across, _WIDEST)):
                filled.add(one)
                if along > 1:
                    down[one] = along - 1
        widths.append(max(filled, default=-1) + 1)
    if any(down.values()) and widths:
        widths.append(-1)  # a cell that spans more rows than there are
    return widths


def _span(cell: Element, name: str) -> int:
    given = cell.attributes.get("Table", {}).get(name, 1)
    return min(max(given, 1), _WIDEST) if isinstance(given, int) else 1
