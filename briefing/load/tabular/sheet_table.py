"""Sheets of workbooks in our own layout."""

from array import array
from collections.abc import Mapping

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.tabular.description import Description
from briefing.load.tabular.figures import Reader, is_number
from briefing.load.tabular.gather import Figures, Gathered
from briefing.load.tabular.judge import Judge
from briefing.load.tabular.plain import Head, doubt_field, read_head
from briefing.load.tabular.table import Table
from briefing.load.tabular.units import fits
from briefing.load.tabular.workbook import Cell, Sheet
from briefing.model.country import Amount, Unit

_EMPTY = Cell("")


def read_sheet_table(sheet: Sheet, described: Description, checker: Checker) -> Table | None:
    """Read a sheet; None, and why, if it cannot be used."""
    problems = checker.problems
    rows = [row for row in sheet.rows if row[0] >= described.head]
    if not rows:
        problems.error(Location(sheet.file, described.head), "the sheet has no row below this")
        return None
    line, named = rows[0]
    width = max(named)
    cells = [named.get(n, _EMPTY).text.strip() for n in range(1, width + 1)]
    head = read_head(cells, lambda n: sheet.where(line, n + 1), described, problems)
    if head is None:
        return None

    def locate(line: int, field: str) -> Location:
        return sheet.where(line, head.fields.get(field, 0) + 1)

    reader = Reader(described.numbers, locate, problems)
    gathered = _gathered(sheet, rows[1:], head, width, described, reader, checker.known.measured)
    reader.done(Location(sheet.file, line))
    if reader.told:
        return None
    return Judge(described, locate, checker).table(gathered)


def _gathered(
    sheet: Sheet,
    rows: list[tuple[int, dict[int, Cell]]],
    head: Head,
    width: int,
    described: Description,
    reader: Reader,
    measured: Mapping[str, Unit],
) -> Gathered:
    fields = {field: n + 1 for field, n in head.fields.items() if field != "value"}
    at = head.fields["value"] + 1
    rows = [(line, cells) for line, cells in rows if _is_taken(cells, head.only)]
    texts: dict[str, list[str]] = {field: [] for field in fields}
    every = described.told("indicator")
    figures = Figures(array("d", bytes(8 * len(rows))))
    for number, (line, cells) in enumerate(rows):
        for field, column in fields.items():
            cell = cells.get(column, _EMPTY)
            refuse_fault(cell, sheet.where(line, column), reader)
            texts[field].append(cell.text)
        figure, where = cells.get(at, _EMPTY), sheet.where(line, at)
        key = (
            cells.get(fields["indicator"], _EMPTY).text.strip() if "indicator" in fields else every
        )
        refuse_currency(figure, where, measured.get(key), reader)
        take_figure(figures, number, figure, where, reader)
        for column in (one for one in sorted(cells) if one > width):
            where = sheet.where(line, column)
            reader.refuse(where, "the cell stands in a column without a name", "name the column")
    gathered = Gathered(sheet.file, [*fields, *doubt_field(described, fields)])
    lines = array("i", [line for line, _ in rows])
    gathered.add(texts, figures, lines, array("i", [at]) * len(rows))
    return gathered


def _is_taken(cells: Mapping[int, Cell], only: Mapping[int, frozenset[str]]) -> bool:
    return all(cells.get(n + 1, _EMPTY).text.strip() in said for n, said in only.items())


def refuse_fault(cell: Cell, where: Location, reader: Reader) -> bool:
    """Tell whether a cell cannot be used at all, and take down why."""
    message, hint = cell.fault
    if message:
        reader.refuse(where, message, hint)
    return bool(message)


def refuse_currency(cell: Cell, where: Location, unit: Unit | None, reader: Reader) -> None:
    """Take down a figure that is shown in a currency which its indicator is not in."""
    if unit is not None and not fits(cell.currency, unit):
        message = f"'value' is shown in {cell.currency}, and its indicator is in {unit.key!r}"
        hint = "take an indicator in this currency; if that is one, say so in its unit's label"
        reader.refuse(where, message, hint)


def take_figure(
    figures: Figures, row: int, cell: Cell, where: Location, reader: Reader, doubt: str = ""
) -> None:
    """Read the figure of a cell."""
    value, numbers = cell.value, reader.numbers
    if refuse_fault(cell, where, reader):
        figures.absent.add(row)
    elif isinstance(value, bool) or not isinstance(value, int | float | str):
        reader.refuse(where, f"'value' is no figure: {cell.text!r}", "write a number")
        figures.absent.add(row)
    elif isinstance(value, str):
        if numbers.stated or cell.bare or not is_number(value):
            reader.take(figures, row, value, lambda: where, doubt)
        else:
            hint = 'make it a number; or say beside the file how texts are written: decimal: "."'
            reader.refuse(where, f"'value' is a number written as text: {value!r}", hint)
            figures.absent.add(row)
    elif cell.percent and numbers.scale is None:
        message = f"'value' is {value!r}, and shown in per cent"
        reader.refuse(where, message, "say beside the file which it is: scale: 100, or scale: 1")
        figures.absent.add(row)
    elif cell.times != 1 and numbers.scale is None:
        message = f"'value' is {value!r}, and shown divided by {cell.times}"
        hint = f"say beside the file which it is: scale: 1, or scale: {1 / cell.times:.9f}".rstrip(
            "0"
        )
        reader.refuse(where, message, hint)
        figures.absent.add(row)
    elif cell.text in numbers.missing:
        figures.absent.add(row)
    else:
        reader.put(figures, row, Amount(float(value), float(value)), doubt)
