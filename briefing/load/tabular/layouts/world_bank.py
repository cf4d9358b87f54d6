"""The World Bank's files of one indicator, ``API_….csv``, or the archive that it comes in.

Source: data.worldbank.org, downloads of an indicator as CSV (as of 2022): four lines of head, then
names, codes, and a column for each year.
"""

import re
from collections.abc import Mapping

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlText
from briefing.load.tabular.archive import open_archive, read_member
from briefing.load.tabular.csv_text import CsvText
from briefing.load.tabular.description import Description
from briefing.load.tabular.grid import Across, CsvGrid, Row, csv_grid, read_across
from briefing.load.tabular.table import Table

_NAMES = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")
_YEAR = re.compile("[12][0-9]{3}")
_UPDATED = "Last Updated Date"


def read_world_bank(data: bytes, described: Description, checker: Checker) -> Table | None:
    """Read one indicator of the countries that are asked for; None, and why, if that failed."""
    text = _text(data, described, checker.problems)
    grid = csv_grid(text, checker.problems) if text else None
    across = _across(grid, checker.problems) if grid else None
    if grid is None or across is None:
        return None
    return read_across(grid, across, _as_of(grid, across, described), checker)


def _text(data: bytes, described: Description, problems: Problems) -> CsvText | None:
    if not described.file.lower().endswith(".zip"):
        return CsvText(described.file, data, described.separator, described.encoding)
    where = Location(described.file, 1)
    archive = open_archive(data, where, "the archive", problems)
    if archive is None:
        return None
    names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
    names = [name for name in names if not name.rpartition("/")[2].startswith("Metadata_")]
    if len(names) != 1:
        listed = ", ".join(map(repr, names[:6])) or "none"
        hint = f"wanted: one file API_….csv, and Metadata_….csv beside it; found: {listed}"
        problems.error(where, f"the archive has {len(names)} files of figures", hint)
        return None
    member = read_member(archive, names[0], where, problems)
    if member is None:
        return None
    file = f"{described.file}[{names[0]}]"
    return CsvText(file, member, described.separator, described.encoding)


def _across(grid: CsvGrid, problems: Problems) -> Across | None:
    for line, cells in grid.rows[:20]:
        columns = {cell.text: column for column, cell in cells.items()}
        if all(name in columns for name in _NAMES):
            if not _is_one(grid, columns["Indicator Code"], line, problems):
                return None
            years = {n: text for text, n in columns.items() if _YEAR.fullmatch(text)}
            return Across(line, columns["Country Code"], years)
    hint = "wanted: a line with " + ", ".join(_NAMES) + " and years"
    problems.error(Location(grid.file, 1), "this is no file of the World Bank's", hint)
    return None


def _is_one(grid: CsvGrid, column: int, head: int, problems: Problems) -> bool:
    """Tell whether all figures are of one indicator."""
    first = ""
    for line, cells in grid.rows:
        code = cells[column].text if line > head and column in cells else first
        if first and code != first:
            hint = "load the file of one indicator"
            message = f"figures of {first!r} and of {code!r} are in one file"
            problems.error(grid.where(line, column), message, hint)
            return False
        first = code
    return True


def _as_of(grid: CsvGrid, across: Across, described: Description) -> Description:
    """Take the day of which the file says that its figures are, unless its author says another."""
    found = next((row for row in grid.rows if _is_updated(row, across.head)), None)
    if found is None or "as-of" in described.every:
        return described
    line, cells = found
    where = grid.where(line, 2)
    node = YamlText(cells[2].text, ">", where.file, where.line, where.column)
    every: Mapping[str, object] = {**described.every, "as-of": (node, node)}
    return described._replace(every=every)  # type: ignore[arg-type]


def _is_updated(row: Row, head: int) -> bool:
    line, cells = row
    return line < head and 1 in cells and cells[1].text == _UPDATED and 2 in cells
