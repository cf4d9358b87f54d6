"""Which files of figures there are, and what reads each."""

from collections.abc import Callable, Mapping, Sequence

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.syntax.files import Files, Wanted
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.csv_text import CsvText
from briefing.load.tabular.description import Description, Layout
from briefing.load.tabular.layouts.sdmx import read_sdmx
from briefing.load.tabular.layouts.sipri import read_expenditure, read_transfers
from briefing.load.tabular.layouts.world_bank import read_world_bank
from briefing.load.tabular.plain import read_csv_table
from briefing.load.tabular.sheet_table import read_sheet_table
from briefing.load.tabular.table import Table
from briefing.load.tabular.workbook import read_sheet

LARGEST = 256 * 1024 * 1024
"""In bytes; a million readings have a fifth of it."""

Read = Callable[[bytes, Description, Checker], Table | None]


def read_each(
    described: Sequence[Description], paths: Sequence[str], files: Files, checker: Checker
) -> tuple[Table, ...]:
    """Read the files that are described, and those of `paths` of which nothing is said."""
    said = list(described)
    named = {one.file for one in said}
    for path in paths:
        if path not in named and path.lower().endswith(".zip"):
            hint = "say what is in it: a file .yaml with from, layout, countries and periods"
            checker.problems.warning(Location(path, 1), "the file is not read", hint)
        elif path not in named:
            said.append(Description(path, Location(path, 1)))
    tables = [_read(one, files, checker) for one in said]
    return tuple(table for table in tables if table is not None)


def _read(described: Description, files: Files, checker: Checker) -> Table | None:
    called = f"the file {described.file.rpartition('/')[2]!r}"
    data = files.data(described.file, described.where, Wanted(called, LARGEST, "split it"))
    if data is None:
        return None
    own = Problems()
    table = _READ[described.layout](data, described, checker._replace(problems=own))
    checker.problems.take(own)
    return table


def _read_rows(data: bytes, described: Description, checker: Checker) -> Table | None:
    if described.file.lower().endswith(".xlsx"):
        sheet = read_sheet(data, described, checker.problems)
        return None if sheet is None else read_sheet_table(sheet, described, checker)
    text = CsvText(described.file, data, described.separator, described.encoding)
    return read_csv_table(text, described, checker)


_READ: Mapping[Layout, Read] = {
    "rows": _read_rows,
    "world-bank": read_world_bank,
    "sipri-expenditure": read_expenditure,
    "sipri-transfers": read_transfers,
    "sdmx-csv": read_sdmx,
}
