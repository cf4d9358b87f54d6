"""Files of separated values, read fast, in slices of rows; places are found when asked for.

Source: RFC 4180; lines may end in any way, and blank ones are passed over.
"""

import csv
import io
import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from briefing.errors import Location
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.description import codec

SLICE = 1000
"""In rows; so few fit into a processor's cache, which halves the time."""

MOST_TOLD = 10
"""So many uneven rows of a file are told of."""

_BREAK = re.compile(r"\r\n|\r|\n")
_OTHERS = {";": "semicolon", "\t": "tab", ",": "comma"}
# Controls and separators that editors do not count as lines; see `briefing.load.syntax.files`.
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\ue07f\ufffe\uffff]")


class CsvText(NamedTuple):
    """The bytes of a file, and how they are to be read.

    Attributes:
        file: As authors are shown it.
    """

    file: str
    data: bytes
    separator: str = ","
    encoding: str = "utf-8"

    def slices(
        self, problems: Problems, *, even: bool = True
    ) -> Iterator[tuple[list[list[str]], Sequence[int]]]:
        """Go through the rows that say anything, a slice at a time, with the line of each.

        Args:
            problems: What is wrong is taken down here; nothing follows where quotes do not close.
            even: Let go of rows with more or fewer cells than the first, and say so.
        """
        codec = "utf-8-sig" if self.encoding == "utf-8" else self.encoding
        text = io.TextIOWrapper(io.BytesIO(self.data), codec, newline="")
        reader = csv.reader(text, delimiter=self.separator, strict=True)
        judge = _Even(self, problems) if even else None
        while True:
            begin = reader.line_num
            try:
                rows = list(islice(reader, SLICE))
            except csv.Error as error:
                self._broken(reader.line_num, str(error), problems)
                return
            if not rows:
                return
            lines = _lines(rows, begin, reader.line_num)
            if not all(map(any, rows)):
                said = [bool(any(row)) for row in rows]
                lines = [line for line, good in zip(lines, said, strict=True) if good]
                rows = [row for row, good in zip(rows, said, strict=True) if good]
            if judge is not None and rows:
                rows, lines = judge.keep(rows, lines)
            if rows:
                yield rows, lines

    def check(self, problems: Problems) -> bool:
        """Tell whether the bytes are text that can be printed; take down why not."""
        if self.encoding == "utf-8" and self.data.isascii():
            odd = self.data.translate(None, _PLAIN)
            if odd:
                self._unwanted(self.data.index(odd[:1]), self.data.decode(), problems)
            return not odd
        if self.encoding == "utf-8" and self.data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            hint = "save it as UTF-8, or say so beside it: encoding: utf-16"
            problems.error(Location(self.file, 1), "the file is in UTF-16", hint)
            return False
        try:
            text = codec(self.encoding)(self.data)
        except UnicodeDecodeError as error:
            before = self.data[: error.start].decode(self.encoding, "replace")
            hint = "save it as UTF-8, or say its encoding beside it, such as windows-1252"
            name = "UTF-8" if self.encoding == "utf-8" else self.encoding
            problems.error(_after(self.file, before), f"the file is not in {name}", hint)
            return False
        unwanted = _UNWANTED.search(text)
        if unwanted is not None:
            self._unwanted(unwanted.start(), text, problems)
        return unwanted is None

    def _unwanted(self, at: int, text: str, problems: Problems) -> None:
        message = f"the character U+{ord(text[at]):04X} cannot be printed"
        problems.error(_after(self.file, text[:at]), message, "take it out")

    def _broken(self, line: int, error: str, problems: Problems) -> None:
        where = Location(self.file, max(1, line))
        if "field larger" in error:
            problems.error(
                where, "a cell has more than 131072 characters", "is a quote not closed?"
            )
        else:
            hint = "put the whole cell in quotes, and double those that stand in it"
            problems.error(where, "a quotation mark is not closed, or stands in a cell", hint)

    def other_separator(self, head: Sequence[str]) -> str:
        """Name the sign that seems to stand between cells; empty where that is ours."""
        if len(head) > 1:
            return ""
        return next((name for sign, name in _OTHERS.items() if sign in head[0]), "")


class Lines:
    """Finds cells in the lines of a file; the file is gone through when the first is asked for."""

    def __init__(self, text: CsvText) -> None:
        self._text = text
        self._decoded = ""
        self._begins = array("q")

    def place(self, line: int, cell: int) -> Location:
        """Give where a cell begins: lines count from 1, cells from 0."""
        if not self._begins:
            self._decoded = codec(self._text.encoding)(self._text.data)
            self._begins = array("q", [0])
            self._begins.extend(match.end() for match in _BREAK.finditer(self._decoded))
            self._begins.append(len(self._decoded))
        begin, end = self._begins[line - 1], self._begins[min(line, len(self._begins) - 1)]
        column = begins(self._decoded[begin:end].rstrip("\r\n"), self._text.separator, cell)
        return Location(self._text.file, line, column + 1)


class _Even:
    """Lets go of rows that have other cells than the head."""

    def __init__(self, text: CsvText, problems: Problems) -> None:
        self._text = text
        self._problems = problems
        self._wanted = 0
        self._told = 0

    def keep(
        self, rows: list[list[str]], lines: Sequence[int]
    ) -> tuple[list[list[str]], Sequence[int]]:
        wanted = self._wanted = self._wanted or len(rows[0])
        if set(map(len, rows)) == {wanted}:
            return rows, lines
        good = []
        is_elsewhere = bool(self._text.other_separator(rows[0]))  # which is told, and is enough
        for row, line in zip(rows, lines, strict=True):
            if len(row) == wanted:
                good.append((row, line))
            elif not is_elsewhere:
                self._tell(len(row), line)
        return [row for row, _ in good], [line for _, line in good]

    def _tell(self, cells: int, line: int) -> None:
        self._told += 1
        where, hint = Location(self._text.file, line), "put a cell that holds the sign in quotes"
        if cells < self._wanted:
            hint = "leave no cell out: one that says nothing is empty"
        if self._told <= MOST_TOLD:
            counted = "1 cell" if cells == 1 else f"{cells} cells"
            self._problems.error(where, f"the row has {counted}, and the head {self._wanted}", hint)
        elif self._told == MOST_TOLD + 1:
            self._problems.error(where, "here and further down are more such rows", hint)


def begins(line: str, separator: str, cell: int) -> int:
    """Give where a cell of a line begins, quotation mark included."""
    sign = re.escape(separator)
    at = 0
    for match in re.finditer(rf'(?:"(?:[^"]|"")*"?|[^"{sign}])*(?:{sign}|$)', line):
        if cell == 0:
            at = match.start()
            break
        cell -= 1
    return at + len(line[at:]) - len(line[at:].lstrip(" "))


def _lines(rows: Sequence[Sequence[str]], begin: int, end: int) -> Sequence[int]:
    """Number the line where each row begins; cells may hold line breaks."""
    if end - begin == len(rows):
        return range(begin + 1, end + 1)
    lines, line = array("i"), begin + 1
    for row in rows:
        lines.append(line)
        line += 1 + sum(len(_BREAK.findall(cell)) for cell in row)
    return lines


def _after(file: str, before: str) -> Location:
    """Locate the character that comes after `before`."""
    lines = _BREAK.split(before)
    return Location(file, len(lines), len(lines[-1]) + 1)
