"""Files of comma-separated values, each cell with its place.

Source: RFC 4180, in UTF-8; lines may end in any way, and blank ones are passed over.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.errors import Location
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, YamlNode, YamlText

_CELL = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^,"\n]*))(,|\n)')
_OTHERS = {";": "semicolons", "\t": "tabs"}


class CsvFile(NamedTuple):
    """The names of the columns, and the rows as mappings by them."""

    columns: tuple[YamlText, ...]
    rows: tuple[YamlMap, ...]


def parse_csv(file: TextFile, problems: Problems) -> CsvFile | None:
    """Parse a file whose first line names the columns; None, and why, if it is none."""
    lines = _lines(file, problems)
    if lines is None:
        return None
    if len(lines) < 2:
        what = "has no rows below its head" if lines else "is empty"
        hint = "wanted: a line of names, and a line for each row"
        problems.error(Location(file.path, 1), f"the file {what}", hint)
        return None
    head, *rows = lines
    if not _is_head(head, problems):
        return None
    even = [_map(head, row) for row in rows if _is_even(head, row, problems)]
    return CsvFile(tuple(head), tuple(even))


def _lines(file: TextFile, problems: Problems) -> list[list[YamlText]] | None:
    """Cut a file into cells; None, and why, if the quotation marks do not go together."""
    text = file.text if file.text.endswith("\n") else f"{file.text}\n"
    lines: list[list[YamlText]] = []
    cells: list[YamlText] = []
    at, line, begin = 0, 1, 0
    while at < len(text):
        match = _CELL.match(text, at)
        if match is None:
            where = Location(file.path, line, text.index('"', at) - begin + 1)
            hint = "put the whole cell in quotes, and double those that stand in it"
            problems.error(where, "a quotation mark is not closed, or stands in a cell", hint)
            return None
        quoted, plain, end = match.groups()
        style, words = ("", plain.strip()) if quoted is None else ('"', quoted.replace('""', '"'))
        first = len(match[0]) - len(match[0].lstrip(" \t"))
        cells.append(YamlText(words, style, file.path, line, at + first - begin + 1))
        if breaks := match[0].count("\n"):
            line, begin = line + breaks, at + match[0].rindex("\n") + 1
        if end == "\n":
            lines += [cells] if any(one.text for one in cells) else []
            cells = []
        at = match.end()
    return lines


def _is_head(head: Sequence[YamlText], problems: Problems) -> bool:
    """Tell whether these name columns; take down why not."""
    seen: dict[str, YamlText] = {}
    good = True
    for name in head:
        first = seen.setdefault(name.text, name)
        if not name.text:
            problems.error(
                name.where, "a column has no name", "name every column in the first line"
            )
        elif first is not name:
            message = f"two columns are called {name.text!r}"
            problems.error(name.where, message, f"the first is at {first.where}")
        good = good and bool(name.text) and first is name
    if len(head) == 1:
        for sign, called in _OTHERS.items():
            if sign in head[0].text:
                message = f"the cells seem to have {called} between them"
                problems.error(head[0].where, message, "save the file with commas between cells")
                return False
    return good


def _is_even(head: Sequence[YamlText], row: Sequence[YamlText], problems: Problems) -> bool:
    if len(row) == len(head):
        return True
    message = f"the row has {_counted(len(row))}, and the head {len(head)}"
    hint = "a comma stands between two cells; put a cell that holds one in quotes"
    problems.error(row[0].where, message, hint)
    return False


def _counted(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"


def _map(head: Sequence[YamlText], row: Sequence[YamlText]) -> YamlMap:
    entries: dict[str, tuple[YamlText, YamlNode]] = {
        name.text: (name, cell) for name, cell in zip(head, row, strict=True)
    }
    first = row[0]
    return YamlMap(entries, first.file, first.line, 1)
