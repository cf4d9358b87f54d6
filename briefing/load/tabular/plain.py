"""Tables in our own layout: a column for each field of a reading, a row for each reading."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Name
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.csv_text import CsvText, Lines
from briefing.load.tabular.description import READING, Description
from briefing.load.tabular.figures import Reader
from briefing.load.tabular.gather import Gathered
from briefing.load.tabular.judge import Judge
from briefing.load.tabular.table import Table


class Head(NamedTuple):
    """Which column holds what, counted from 0.

    Attributes:
        fields: Field → its column.
        only: Column → what its cells say in rows that are taken.
    """

    fields: Mapping[str, int]
    only: Mapping[int, frozenset[str]]


def read_csv_table(text: CsvText, described: Description, checker: Checker) -> Table | None:
    """Read a file of separated values; None, and why, if it cannot be used."""
    problems = checker.problems
    if not text.check(problems):
        return None
    slices = text.slices(problems)
    first = next(slices, None)
    if first is None:
        if not problems.failed:
            problems.error(Location(text.file, 1), "the file is empty", "wanted: names of columns")
        return None
    rows, lines = first
    at = described.head and next((n for n, line in enumerate(lines) if line >= described.head), 0)
    cells, line = [cell.strip() for cell in rows[at]], lines[at]
    if other := text.other_separator(cells):
        hint = f"say so beside the file: separator: {other}"
        message = f"the cells seem to have a {other} between them"
        problems.error(Location(text.file, line), message, hint)
        return None

    def locate(line: int, field: str) -> Location:
        column = head.fields.get(field) if head else None
        return Location(text.file, line) if column is None else index.place(line, column)

    index = Lines(text)
    head = read_head(cells, lambda n: index.place(line, n), described, problems)
    if head is None:
        return None
    fields = {field: n for field, n in head.fields.items() if field != "value"}
    gathered = Gathered(text.file, [*fields, *doubt_field(described, fields)])
    reader = Reader(described.numbers, locate, problems)
    rows, lines = rows[at + 1 :], lines[at + 1 :]
    while True:
        if head.only:
            rows, lines = _only(rows, lines, head.only)
        if rows:
            columns = list(zip(*rows, strict=True))
            figures = reader.column(columns[head.fields["value"]], lines)
            gathered.add({field: columns[n] for field, n in fields.items()}, figures, lines)
        following = next(slices, None)
        if following is None:
            break
        rows, lines = following
    reader.done(Location(text.file, line))
    if problems.failed and reader.told:
        return None
    return Judge(described, locate, checker).table(gathered)


def read_head(
    cells: Sequence[str],
    place: Callable[[int], Location],
    described: Description,
    problems: Problems,
) -> Head | None:
    """Read the names of columns; None, and why, if they cannot be used."""
    quiet = Problems()
    seen: dict[str, int] = {}
    for n, cell in enumerate(cells):
        if not cell:
            quiet.error(place(n), "a column has no name", "name every column")
        elif cell in seen:
            message = f"two columns are called {cell!r}"
            quiet.error(place(n), message, f"the first is at {place(seen[cell])}")
        seen.setdefault(cell, n)
    called = {field: name.text for field, name in described.columns.items()}
    for name in [*described.columns.values(), *described.unused]:
        _check(name, seen, quiet)
    fields = {name: field for field, name in called.items()}
    fields.update({field: field for field in READING if field not in called})
    unused = {name.text for name in described.unused} | described.only.keys()
    for cell in dict.fromkeys(cells):
        if cell and cell not in fields and cell not in unused:
            hint = "known: " + ", ".join(READING)
            if described.named:
                hint += "; list it under 'unused', or say under 'columns' what it holds"
            quiet.error(place(seen[cell]), f"unknown column {cell!r}", hint)
    found = {fields[cell]: n for n, cell in enumerate(cells) if cell in fields}
    if "value" not in found and not quiet.failed:
        quiet.error(place(0), "the column 'value' is missing", "wanted: a column of figures")
    problems.take(quiet)
    only = {cells.index(name): said for name, said in described.only.items() if name in cells}
    for column in described.only:
        if column not in cells:
            problems.unknown(described.where, "column under 'only':", column, cells)
            return None
    return None if quiet.failed else Head(found, only)


def _check(name: Name, seen: Mapping[str, int], problems: Problems) -> None:
    if name.text not in seen:
        problems.unknown(name.where, "column", name.text, seen)


def doubt_field(described: Description, fields: Mapping[str, int]) -> tuple[str, ...]:
    """Give the field of doubts where marks alone may say any."""
    says = any(described.numbers.marks.values())
    return ("doubt",) if says and "doubt" not in fields else ()


def _only(
    rows: list[list[str]], lines: Sequence[int], only: Mapping[int, frozenset[str]]
) -> tuple[list[list[str]], Sequence[int]]:
    kept = [
        (row, line)
        for row, line in zip(rows, lines, strict=True)
        if all(row[column].strip() in said for column, said in only.items())
    ]
    return [row for row, _ in kept], [line for _, line in kept]
