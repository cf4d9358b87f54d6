"""Files of the Stockholm International Peace Research Institute.

Source: SIPRI Military Expenditure Database, workbook of all countries (as of 2022): a sheet for
each measure, regions and countries down, years across. SIPRI Arms Transfers Database, tables of
trend indicator values of imports to or exports from a country.
"""

import re

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.tabular.csv_text import CsvText
from briefing.load.tabular.description import Description
from briefing.load.tabular.grid import Across, Grid, Row, csv_grid, read_across
from briefing.load.tabular.table import Table
from briefing.load.tabular.units import fits
from briefing.load.tabular.workbook import read_sheet
from briefing.model.country import Amount

_YEAR = re.compile("(?:19|20)[0-9]{2}")
_DOLLARS = re.compile(r"US ?\$|\bUSD\b|US dollars?")
_MILLIONS = re.compile(r"\$ ?m\b|\(m\.?\)|\bm\.|\bmillions?\b")
_MOST_ABOVE = 30
"""In rows; so far down is the head looked for."""

_UNAVAILABLE = frozenset({"..", "...", "xxx"})
_LESS_THAN_HALF = Amount(None, 0.5, "up to")
"""A 0 in a table of transfers: the note in its head says that less than half a million is meant."""


def read_expenditure(data: bytes, described: Description, checker: Checker) -> Table | None:
    """Read a sheet of military expenditure; None, and why, if that failed."""
    sheet = read_sheet(data, described, checker.problems)
    if sheet is None:
        return None
    found = _head(sheet, "Country")
    if found is None:
        hint = "wanted: a row that begins with Country, and then years"
        checker.problems.error(
            Location(sheet.file, 1), "this is no sheet of SIPRI's military expenditure", hint
        )
        return None
    line, cells = found
    _check_measure(sheet, line, described, checker)
    columns = {cell.text.strip(): column for column, cell in cells.items()}
    years = {column: text for text, column in columns.items() if _YEAR.fullmatch(text)}
    across = Across(line, columns["Country"], years, columns.get("Notes", 0), _UNAVAILABLE)
    return read_across(sheet, across, described, checker)


def _check_measure(sheet: Grid, head: int, described: Description, checker: Checker) -> None:
    """Hold what stands above the head of a sheet against the indicator: money, and how much."""
    unit = checker.known.measured.get(described.told("indicator"))
    titles = [(line, cell) for line, row in sheet.rows if line < head for cell in row.values()]
    has_scale = described.numbers.scale is not None
    for line, cell in titles:
        where = Location(sheet.file, line)
        is_local = "local currency" in cell.text.lower()
        is_dollars = not is_local and _DOLLARS.search(cell.text) is not None
        if unit is not None and is_local and "local" not in f"{unit.label} {unit.pattern}".lower():
            message = f"the sheet is in local currency, and its indicator in {unit.key!r}"
            hint = "take a sheet in US dollars, or an indicator whose unit's label says 'local'"
            checker.problems.error(where, message, hint)
        elif unit is not None and is_dollars and not fits("USD", unit):
            message = f"the sheet is in US dollars, and its indicator in {unit.key!r}"
            checker.problems.error(where, message, "take an indicator in US dollars")
        elif (is_local or is_dollars) and _MILLIONS.search(cell.text) and not has_scale:
            hint = "say beside the file which it is: scale: 1000000, or scale: 1"
            checker.problems.error(where, "the sheet is in millions", hint)


def read_transfers(data: bytes, described: Description, checker: Checker) -> Table | None:
    """Read a table of the trend indicator values of transfers; None, and why, if that failed."""
    problems = checker.problems
    text = CsvText(described.file, data, described.separator, described.encoding)
    grid = csv_grid(text, problems)
    if grid is None:
        return None
    found = _head(grid, "")
    if found is None or not any("TIV" in cell.text for _, row in grid.rows[:_MOST_ABOVE]
                                for cell in row.values()):  # fmt: skip
        hint = "wanted: a title with TIV, and a row of years"
        problems.error(Location(grid.file, 1), "this is no table of SIPRI's arms transfers", hint)
        return None
    line, cells = found
    columns = {column: cell.text for column, cell in cells.items()}
    periods = {column: text for column, text in columns.items() if _YEAR.fullmatch(text)}
    first, last = min(periods.values()), max(periods.values())
    total = next((column for column, text in columns.items() if text == "Total"), 0)
    if total and first != last:
        periods[total] = f"{first}/{last}"
    return read_across(grid, Across(line, 1, periods, nought=_LESS_THAN_HALF), described, checker)


def _head(grid: Grid, first: str) -> Row | None:
    """Find the row that has years, and in front of them the wanted word, if any."""
    for line, cells in grid.rows[:_MOST_ABOVE]:
        years = [column for column, cell in cells.items() if _YEAR.fullmatch(cell.text.strip())]
        before = [cell.text.strip() for column, cell in cells.items() if column < min(years or [0])]
        if years and (not first or first in before) and min(years) > 1:
            return line, cells
    return None
