"""Tables as published: names down, periods across."""

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.csv_text import CsvText, Lines
from briefing.load.tabular.description import Description
from briefing.load.tabular.figures import Reader, doubts_of
from briefing.load.tabular.gather import Figures, Gathered
from briefing.load.tabular.judge import Judge
from briefing.load.tabular.place_names import PlaceNames
from briefing.load.tabular.sheet_table import refuse_currency, refuse_fault, take_figure
from briefing.load.tabular.table import Table
from briefing.load.tabular.workbook import Cell
from briefing.load.values.periods import parse_period
from briefing.model.country import Amount

_COLOUR = re.compile("[0-9A-F]{6}")

MOST_CELLS = 2_000_000
"""So many cells of a published table are read; the World Bank's for one indicator has 18,000."""

Row = tuple[int, Mapping[int, Cell]]
"""The number of a line, and what stands in its columns, from 1; none of that is empty."""


class Grid(Protocol):
    """Cells in rows, each with its place."""

    @property
    def file(self) -> str:
        """As places name it."""

    @property
    def rows(self) -> Sequence[Row]:
        """Those that say anything."""

    def where(self, row: int, column: int) -> Location:
        """Give the place of a cell."""


class CsvGrid(NamedTuple):
    """A file of separated values as a grid."""

    file: str
    rows: tuple[Row, ...]
    lines: Lines

    def where(self, row: int, column: int) -> Location:
        """Give the place of a cell, as editors count."""
        return self.lines.place(row, column - 1)


class Across(NamedTuple):
    """Where a published table has what.

    Attributes:
        head: The line of the head.
        names: The column of names or codes of places.
        periods: Column → the period of its figures, as it is written there or as it is meant.
        notes: The column of foot notes; 0 where there is none.
        missing: What stands where there is no figure, spaces apart.
        nought: What a figure of 0 stands for; None for just that.
    """

    head: int
    names: int
    periods: Mapping[int, str]
    notes: int = 0
    missing: frozenset[str] = frozenset()
    nought: Amount | None = None


def csv_grid(text: CsvText, problems: Problems) -> CsvGrid | None:
    """Read a file whose rows need not be of one length; None, and why, if it cannot be read."""
    if not text.check(problems):
        return None
    rows: list[Row] = []
    count = 0
    for slice_, lines in text.slices(problems, even=False):
        count += sum(map(len, slice_))
        if count > MOST_CELLS:
            hint = f"at most {MOST_CELLS}; load those for one indicator"
            problems.error(Location(text.file, lines[0]), "the file has too many cells", hint)
            return None
        for row, line in zip(slice_, lines, strict=True):
            said = {
                n: Cell(cell.strip(), bare=True) for n, cell in enumerate(row, 1) if cell.strip()
            }
            rows.append((line, said))
    return CsvGrid(text.file, tuple(rows), Lines(text))


def read_across(
    grid: Grid, across: Across, described: Description, checker: Checker
) -> Table | None:
    """Read the figures of the places and periods that are asked for; None, and why, if none."""
    reader = Reader(described.numbers, lambda line, _: grid.where(line, across.names),
                    checker.problems)  # fmt: skip
    gathered = Gathered(grid.file, ("country", "period", "doubt"))
    if "doubt" in described.every:
        del gathered.texts["doubt"], gathered.codes["doubt"]
    taken = _Taken(across, described, checker, gathered)
    texts: dict[str, list[str]] = {"country": [], "period": [], "doubt": []}
    lines, columns = array("i"), array("i")
    unit = checker.known.measured.get(described.told("indicator"))
    cells = list(_cells(grid, across, taken, reader))
    figures = Figures(array("d", bytes(8 * len(cells))))
    for number, (line, column, name, cell, doubt) in enumerate(cells):
        texts["country"].append(name)
        texts["period"].append(across.periods[column])
        texts["doubt"].append("")
        lines.append(line)
        columns.append(column)
        where = grid.where(line, column)
        refuse_currency(cell, where, unit, reader)
        _take(figures, number, cell, where, reader, across, doubt)
    reader.done(Location(grid.file, across.head))
    if reader.told:
        return None
    places = [grid.where(line, column) for line, column in zip(lines, columns, strict=True)]
    gathered.add(texts, figures, lines, array("i", [place.column for place in places]))
    return Judge(described, lambda line, _: grid.where(line, across.names), checker).table(gathered)


class _Taken:
    """Which places and periods are asked for; tells the table of all that there are."""

    def __init__(
        self, across: Across, described: Description, checker: Checker, gathered: Gathered
    ) -> None:
        known = checker.known
        self._names = PlaceNames(known.places, described.names or {}, known.languages)
        self._wanted = {name.text for name in described.countries or ()}
        self._seen = gathered.texts["country"]
        periods = described.periods
        self.columns = []
        for column, text in across.periods.items():
            period = parse_period(text)
            gathered.texts["period"].__getitem__(text)
            if period and periods and periods.take(period):
                self.columns.append(column)

    def place(self, name: str) -> bool:
        """Tell whether a place is asked for."""
        self._seen.__getitem__(name)
        return self._names.key(name) in self._wanted


def _cells(
    grid: Grid, across: Across, taken: _Taken, reader: Reader
) -> Iterator[tuple[int, int, str, Cell, str]]:
    """Go through the figures that are taken: line, column, name, cell, what its notes say."""
    for line, cells in grid.rows:
        name = cells.get(across.names)
        if line <= across.head or name is None or not taken.place(name.text):
            continue
        refuse_fault(name, grid.where(line, across.names), reader)
        found = [(column, cells[column]) for column in taken.columns if column in cells]
        found = [
            (column, cell)
            for column, cell in found
            if cell.fault[0] or cell.text.replace(" ", "") not in across.missing
        ]
        doubt = ""
        if found and across.notes in cells:
            doubt = _noted(cells[across.notes].text, grid.where(line, across.notes), reader)
        for column, cell in found:
            yield line, column, name.text, cell, doubt


def _noted(text: str, where: Location, reader: Reader) -> str:
    """Give what the foot notes of a row say."""
    doubt, unknown = doubts_of(text.replace(",", " ").split(), reader.numbers.marks)
    for mark in unknown:
        hint = f"say beside the file what it says, or nothing: marks: {{{mark!r}: …}}"
        reader.refuse(where, f"nothing is said of the note {mark!r}", hint)
    return doubt


def _take(
    figures: Figures,
    number: int,
    cell: Cell,
    where: Location,
    reader: Reader,
    across: Across,
    doubt: str,
) -> None:
    colour = _named(cell.colour)
    said, unknown = doubts_of([colour] if colour else [], reader.numbers.marks)
    if unknown:
        hint = f"say beside the file what that means: marks: {{{colour}: …}}"
        reader.refuse(where, f"the figure {cell.text!r} is written in {colour}", hint)
    doubt = f"{doubt} {said}".strip()
    if across.nought is not None and cell.text == "0":
        reader.put(figures, number, across.nought, doubt)
    else:
        take_figure(figures, number, cell, where, reader, doubt)


def _named(colour: str) -> str:
    """Name the colour of a figure; empty for that of ordinary text."""
    if colour in ("", "000000", "FFFFFF"):
        return ""
    if not _COLOUR.fullmatch(colour):
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    if blue >= 0x80 and red <= 0x60 and green <= 0x90:
        return "blue"
    if red >= 0x80 and green <= 0x60 and blue <= 0x60:
        return "red"
    return "" if max(red, green, blue) <= 0x40 else colour
