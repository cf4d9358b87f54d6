"""Workbooks (``.xlsx``), read with openpyxl, cell by cell with their places.

Source: ISO/IEC 29500-1 (Office Open XML), 18.3 (worksheets).
"""

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any, Literal, NamedTuple
from xml.etree import ElementTree

from briefing.errors import Location
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.archive import BROKEN, open_archive
from briefing.load.tabular.description import Description
from briefing.load.tabular.units import shown_currency, shown_scale

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB], 2.2
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO], 2.3.4.4
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_SHARED = "xl/sharedStrings.xml"
_RAISED = (
    "a part of the cell is raised or lowered, as marks of foot notes are",
    "write a mark on the line, behind a space, or take it away",
)
_MERGED = "the cell is merged with others"
_MOST_MERGED = 1_000_000

_WHY_EXTRA = "pip install 'briefing[excel]'"


Precision = Literal["day", "month", "year"]
_LENGTHS: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}  # of ISO 8601

_QUOTED = re.compile(r'\[[^]]*\]|"[^"]*"|\\.|_.')
"""What stands in a format as it is, or says of a language, colour or width."""


class Cell(NamedTuple):
    """A cell that says something.

    Attributes:
        value: A text, a number, a truth or a date, as it is stored.
        percent: It is shown in per cent: 0.5 as 50%.
        dated: How much of a date is shown.
        currency: In which a number is shown; empty for none.
        times: By what a number is divided where it is shown: 1000 for thousands.
        colour: Of its letters, such as ``FF0000`` or ``theme 4``; empty where none is said.
        fault: Why it cannot be used, and what to do; empty where it can.
        bare: It comes from a file in which there is nothing but text.
    """

    value: Any
    percent: bool = False
    dated: Precision = "day"
    currency: str = ""
    times: int = 1
    colour: str = ""
    fault: tuple[str, str] = ("", "")
    bare: bool = False

    @property
    def text(self) -> str:
        """What it says, as authors would write it."""
        value = self.value
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, datetime | date):
            return value.isoformat()[: _LENGTHS[self.dated]]
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        return str(value)


class Sheet(NamedTuple):
    """A sheet, row by row.

    Attributes:
        file: As places name it, sheet included.
        rows: The number of each row and its cells by column, from 1; none of them is empty.
    """

    file: str
    rows: tuple[tuple[int, dict[int, Cell]], ...]

    def where(self, row: int, column: int) -> Location:
        """Give the place of a cell."""
        return Location(self.file, row, column)


def read_sheet(data: bytes, described: Description, problems: Problems) -> Sheet | None:
    """Read the sheet of a workbook that is asked for; None, and why, if it cannot be read."""
    where = Location(described.file, 1)
    if data.startswith(_OLD):
        encrypted = _ENCRYPTED in data
        what = "is encrypted" if encrypted else "is of the old kind (.xls)"
        hint = "save it without a password" if encrypted else "save it as .xlsx"
        problems.error(where, f"the workbook {what}", hint)
        return None
    archive = open_archive(data, where, "the workbook", problems)
    if archive is None:
        return None
    try:
        import openpyxl  # late: it takes 300 ms, and few projects need it
    except ImportError:
        problems.error(where, "openpyxl is not installed, which reads workbooks", _WHY_EXTRA)
        return None
    # What openpyxl cannot keep (pictures, checks of what is typed) is nothing that is read here.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        try:
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            return _sheet(book, archive, described, problems)
        except (*BROKEN, KeyError, TypeError, AttributeError, IndexError, SyntaxError):
            problems.error(where, "the workbook is broken, or something else", "save it anew")
            return None


def _sheet(
    book: Any, archive: zipfile.ZipFile, described: Description, problems: Problems
) -> Sheet | None:
    names = [sheet.title for sheet in book.worksheets]
    if described.sheet is None and len(names) > 1:
        hint = "say which beside it: sheet: one of " + ", ".join(map(repr, names[:20]))
        where = described.where if described.named else Location(described.file, 1)
        problems.error(where, f"the workbook has {len(names)} sheets", hint)
        return None
    if described.sheet is not None and described.sheet.text not in names:
        problems.unknown(described.sheet.where, "sheet", described.sheet.text, names)
        return None
    name = described.sheet.text if described.sheet else names[0]
    sheet = book.worksheets[names.index(name)]
    sheet.reset_dimensions()  # what a file says of its size need not be so
    file = f"{described.file}[{name}]"
    hidden = _Hidden()
    faults = _faults(archive, sheet._worksheet_path, hidden)
    if faults is None:
        problems.error(Location(file, 1), "more cells are merged than are read", "unmerge them")
        return None
    rows = tuple(_rows(sheet, faults))
    if not rows:
        problems.error(Location(file, 1), "the sheet is empty", "wanted: a row of names")
        return None
    hidden.tell(Sheet(file, rows), problems)
    return Sheet(file, rows)


class _Hidden:
    """What a sheet does not show, but is read."""

    def __init__(self) -> None:
        self._rows: set[int] = set()
        self._columns: list[tuple[int, int]] = []

    def note(self, element: ElementTree.Element) -> None:
        """Take down what an element hides."""
        if element.get("hidden") not in ("1", "true"):
            return
        if element.tag == f"{_MAIN}col":
            self._columns.append((int(element.get("min", "1")), int(element.get("max", "1"))))
        elif element.tag == f"{_MAIN}row" and element.get("r", "").isdecimal():
            self._rows.add(int(element.get("r", "0")))

    def tell(self, sheet: Sheet, problems: Problems) -> None:
        """Warn of hidden cells that say something, once for rows and once for columns."""
        rows = [(number, min(cells)) for number, cells in sheet.rows if number in self._rows]
        columns: dict[int, int] = {}
        for number, cells in sheet.rows:
            for column in cells:
                if any(first <= column <= last for first, last in self._columns):
                    columns.setdefault(column, number)
        if rows:
            _tell_hidden(sheet.where(*rows[0]), "row", len(rows), problems)
        if columns:
            first = min(columns)
            _tell_hidden(sheet.where(columns[first], first), "column", len(columns), problems)


def _tell_hidden(where: Location, what: str, count: int, problems: Problems) -> None:
    message = f"the {what} is hidden, and is read"
    if count > 1:
        message = f"{count} {what}s are hidden, of which this is the first, and are read"
    problems.warning(where, message, "show it, or take it out")


def _rows(
    sheet: Any, faults: dict[tuple[int, int], tuple[str, str]]
) -> Iterator[tuple[int, dict[int, Cell]]]:
    left: dict[int, dict[int, tuple[str, str]]] = {}
    for (line, column), fault in faults.items():
        left.setdefault(line, {})[column] = fault
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells: dict[int, Cell] = {}
        for cell in row:
            if cell.value is None:
                continue
            fault = left.get(number, {}).pop(cell.column, ("", ""))
            if cell.data_type == "e":
                fault = (f"the cell holds the error {cell.value!r}", "mend it, or empty the cell")
            form = cell.number_format or ""
            cells[cell.column] = Cell(
                cell.value,
                "%" in form and cell.data_type == "n",
                _precision(form) if cell.data_type == "d" else "day",
                shown_currency(form) if cell.data_type == "n" else "",
                shown_scale(form) if cell.data_type == "n" else 1,
                _colour(cell),
                fault,
            )
        cells.update({n: Cell("", fault=fault) for n, fault in left.get(number, {}).items()})
        if any(cell.text or not cell.fault[0].startswith(_MERGED) for cell in cells.values()):
            yield number, cells


def _precision(form: str) -> Precision:
    """Tell how much of a date a format shows: of ``mmm yyyy`` the month."""
    signs = set(_QUOTED.sub("", form).lower())
    if "y" not in signs or signs & set("dh"):
        return "day"
    return "month" if "m" in signs else "year"


def _colour(cell: Any) -> str:
    colour = cell.font.color if cell.has_style else None
    if colour is None:
        return ""
    if colour.type == "theme":
        # The first two are those of paper and of ordinary text.
        return "" if colour.theme in (0, 1) else f"theme {colour.theme}"
    if colour.type == "indexed":
        from openpyxl.styles.colors import COLOR_INDEX

        known = colour.indexed < len(COLOR_INDEX)
        return str(COLOR_INDEX[colour.indexed])[-6:].upper() if known else ""
    return str(colour.rgb)[-6:].upper()


def _faults(
    archive: zipfile.ZipFile, path: str, hidden: _Hidden
) -> dict[tuple[int, int], tuple[str, str]] | None:
    """Find cells that look empty and are not: merged ones, and formulas without a value.

    Returns:
        By row and column; None where there are too many.
    """
    found: dict[tuple[int, int], tuple[str, str]] = {}
    raised = _raised(archive)
    with archive.open(path) as source:
        for _, element in ElementTree.iterparse(source):
            if element.tag == f"{_MAIN}c":
                value = element.find(f"{_MAIN}v")
                bare = value is None or not value.text
                at = _at(element.get("r", "A1"))
                if element.find(f"{_MAIN}f") is not None and bare:
                    hint = "open the workbook in a spreadsheet program, and save it"
                    found[at] = ("the formula in the cell has no stored value", hint)
                elif _is_raised(element) or (element.get("t") == "s" and value is not None
                                             and value.text in raised):  # fmt: skip
                    found[at] = _RAISED
            elif element.tag == f"{_MAIN}mergeCell":
                reference = element.get("ref", "A1")
                (top, left), (bottom, right) = map(
                    _at, (reference + ":" + reference).split(":")[:2]
                )
                if len(found) + (bottom - top + 1) * (right - left + 1) > _MOST_MERGED:
                    return None
                hint = "unmerge them, and fill each"
                fault = (f"{_MERGED} ({reference})", hint)
                for row in range(top, bottom + 1):
                    found.update({(row, column): fault for column in range(left, right + 1)})
            elif element.tag in (f"{_MAIN}row", f"{_MAIN}col"):
                hidden.note(element)
                element.clear()
    return found


def _raised(archive: zipfile.ZipFile) -> set[str]:
    """List the numbers of the shared texts of which a part is raised or lowered."""
    found: set[str] = set()
    if _SHARED not in archive.namelist():
        return found
    number = 0
    with archive.open(_SHARED) as source:
        for _, element in ElementTree.iterparse(source):
            if element.tag == f"{_MAIN}si":
                if _is_raised(element):
                    found.add(str(number))
                number += 1
                element.clear()
    return found


def _is_raised(element: ElementTree.Element) -> bool:
    places = (mark.get("val") for mark in element.iter(f"{_MAIN}vertAlign"))
    return any(place in ("superscript", "subscript") for place in places)


def _at(reference: str) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(f"{reference!r} is no cell")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column
