"""SDMX-CSV, of either version.

Source: SDMX-CSV 1.0 and 2.0 field guides; SDMX code lists CL_OBS_STATUS 2.2, CL_CONF_STATUS 1.3,
CL_UNIT_MULT 1.1; time periods as in SDMX 3.0, section 6, 4.2.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Name
from briefing.load.tabular.csv_text import CsvText, Lines
from briefing.load.tabular.description import Description
from briefing.load.tabular.figures import Reader, doubts_of, scaled
from briefing.load.tabular.gather import Figures, Gathered
from briefing.load.tabular.judge import Judge
from briefing.load.tabular.place_names import PlaceNames
from briefing.load.tabular.table import Table
from briefing.load.tabular.units import fits, is_parity, measure, multiple, says_parity
from briefing.load.values.periods import parse_period
from briefing.model.country import Date, Period

_FIELDS = {"country": "REF_AREA", "period": "TIME_PERIOD", "value": "OBS_VALUE"}
_BEGINNINGS = ("DATAFLOW", "STRUCTURE")
_STATUS, _CONFIDENTIAL, _TIMES, _ACTION = "OBS_STATUS", "CONF_STATUS", "UNIT_MULT", "ACTION"
_UNIT, _SCALE = "UNIT_MEASURE", "SCALE"
_ALSO: Mapping[str, tuple[str, ...]] = {
    _UNIT: ("UNIT",), _STATUS: ("OBS_FLAG",), _CONFIDENTIAL: ("OBS_CONF",), _TIMES: (),
    _ACTION: (), _SCALE: (),
}  # fmt: skip
"""Columns that say something of a figure, with other names of theirs, in whatever letters: those of
Eurostat, the IMF and the European Central Bank."""
_WHOLE = re.compile("[1-9][0-9]?")
_MULTIPLES = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
_NORMAL = frozenset({"", "A"})
_NO_FIGURE = frozenset({"H", "L", "M", "O", "Q"})
_OPEN = frozenset({"", "F"})
_NONE = frozenset({"", "NaN"})

_SPAN = re.compile("(?P<year>[12][0-9]{3})-(?P<kind>[ASTQM])(?P<number>[0-9]{1,2})")
_MONTHS = {"A": 12, "S": 6, "T": 4, "Q": 3, "M": 1}


class _Head(NamedTuple):
    """Which column, from 0, holds what; `labelled` ones hold a code and what it stands for."""

    columns: Mapping[str, int]
    labelled: frozenset[int]


def read_sdmx(data: bytes, described: Description, checker: Checker) -> Table | None:
    """Read the observations that are asked for; None, and why, if that failed."""
    problems = checker.problems
    text = CsvText(described.file, data, described.separator, described.encoding)
    if not text.check(problems):
        return None
    slices, index = text.slices(problems), Lines(text)
    rows, lines = next(slices, ([[""]], [1]))
    head = _head(rows[0], described, index, checker)
    if head is None:
        return None
    taking = _Taking(text, head, described, index, checker)
    rows, lines = rows[1:], lines[1:]
    while True:
        taking.take(rows, lines)
        following = next(slices, None)
        if following is None:
            break
        rows, lines = following
    return taking.table()


def parse_time(text: str) -> Period | None:
    """Read a period of SDMX, such as 2019, 2019-Q1, 2019-M03 or 2019-03-31."""
    match = _SPAN.fullmatch(text)
    if match is None:
        return parse_period(text)
    year, months, number = int(match["year"]), _MONTHS[match["kind"]], int(match["number"])
    if not 1 <= number <= 12 // months:
        return None
    if months == 12:
        return Period(Date(year), Date(year))
    last = months * number
    return Period(Date(year, last - months + 1), Date(year, last))


def _head(
    cells: Sequence[str], described: Description, index: Lines, checker: Checker
) -> _Head | None:
    problems = checker.problems
    codes = [cell.partition(":")[0].strip() for cell in cells]
    if not codes[0].startswith(_BEGINNINGS):
        hint = "the first column of SDMX-CSV is DATAFLOW or STRUCTURE"
        problems.error(index.place(1, 0), "this is no SDMX-CSV", hint)
        return None
    columns = {code: n for n, code in enumerate(codes)}
    large = {code.upper(): n for code, n in columns.items()}
    for usual, others in _ALSO.items():
        found = next((large[name] for name in (usual, *others) if name in large), None)
        if found is not None:
            columns.setdefault(usual, found)
    good = True
    for field, usual in _FIELDS.items():
        given = described.columns.get(field)
        if (given.text if given else usual) not in columns:
            where = given.where if given else described.where
            problems.unknown(where, f"column of {field!r}:", given.text if given else usual, codes)
            good = False
    for field, name in described.columns.items():
        if field not in _FIELDS:
            hint = "known: " + ", ".join(_FIELDS)
            problems.error(name.where, f"{field!r} cannot be a column of this layout", hint)
            good = False
    for column in described.only:
        if column not in columns:
            problems.unknown(described.where, "column under 'only':", column, codes)
            good = False
    labelled = frozenset(n for n, cell in enumerate(cells) if n and ":" in cell)
    return _Head(columns, labelled) if good else None


class _Taking:
    """Takes observations."""

    def __init__(
        self, text: CsvText, head: _Head, described: Description, index: Lines, checker: Checker
    ) -> None:
        known = checker.known
        self._head = head
        self._described = described
        self._index = index
        self._checker = checker
        self._at = {
            field: head.columns[self._named(field, usual)] for field, usual in _FIELDS.items()
        }
        self._reader = Reader(described.numbers, self._locate, checker.problems)
        every = () if "doubt" in described.every else ("doubt",)
        self._gathered = Gathered(text.file, ("country", "period", *every))
        self._names = PlaceNames(known.places, described.names or {}, known.languages)
        self._wanted = {name.text for name in described.countries or ()}
        self._unit = known.measured.get(described.told("indicator"))
        self._code = ""
        self._first: dict[tuple[str, str], tuple[int, list[str]]] = {}

    def take(self, rows: Sequence[list[str]], lines: Sequence[int]) -> None:
        """Take those of some rows that are asked for."""
        taken = [(row, line) for row, line in zip(rows, lines, strict=True) if self._is_taken(row)]
        figures = Figures(self._gathered.amounts[:0])
        figures.amounts.extend([0.0] * len(taken))
        texts: dict[str, list[str]] = {"country": [], "period": []}
        for number, (row, line) in enumerate(taken):
            for field, listed in texts.items():
                listed.append(self._cell(row, self._at[field]))
            self._observe(figures, number, row, line)
        self._gathered.add(texts, figures, [line for _, line in taken])

    def table(self) -> Table | None:
        """Make a table of what was taken."""
        self._reader.done(self._index.place(1, 0))
        if self._reader.told:
            return None
        return Judge(self._described, self._locate, self._checker, parse_time).table(self._gathered)

    def _named(self, field: str, usual: str) -> str:
        given: Name | None = self._described.columns.get(field)
        return given.text if given else usual

    def _locate(self, line: int, field: str) -> Location:
        return self._index.place(line, self._at.get(field, 0))

    def _cell(self, row: Sequence[str], column: int) -> str:
        cell = row[column].strip()
        return cell.partition(":")[0].strip() if column in self._head.labelled else cell

    def _said(self, row: Sequence[str], name: str) -> str:
        column = self._head.columns.get(name)
        return "" if column is None else self._cell(row, column)

    def _is_taken(self, row: Sequence[str]) -> bool:
        for column, said in self._described.only.items():
            if self._said(row, column) not in said:
                return False
        country = self._cell(row, self._at["country"])
        self._gathered.texts["country"].__getitem__(country)
        if self._names.key(country) not in self._wanted:
            return False
        text = self._cell(row, self._at["period"])
        self._gathered.texts["period"].__getitem__(text)
        period, periods = parse_time(text), self._described.periods
        return period is None or periods is None or periods.take(period)

    def _observe(self, figures: Figures, number: int, row: list[str], line: int) -> None:
        status = self._said(row, _STATUS)
        cell = self._cell(row, self._at["value"])
        if cell in _NONE and (status in _NO_FIGURE or status in _NORMAL):
            figures.absent.add(number)
            return
        doubt = self._judged(row, line, status)
        if self._picks_unit() or self._fits(row, line):
            self._ask_scale(row, line)
        self._reader.take(figures, number, cell, lambda: self._locate(line, "value"), doubt)
        times = self._said(row, _TIMES)
        if times not in ("", "0") and number not in figures.absent:
            self._multiply(figures, number, times, line)
        self._twice(row, line)

    def _judged(self, row: Sequence[str], line: int, status: str) -> str:
        """Give what is said of an observation; take down what forbids its use."""
        secret, action = self._said(row, _CONFIDENTIAL), self._said(row, _ACTION)
        if secret not in _OPEN:
            hint = f"leave such figures out: only: {{{_CONFIDENTIAL}: F}}"
            self._refuse(line, _CONFIDENTIAL, f"the figure is confidential ({secret!r})", hint)
        if action in ("D", "Delete"):
            hint = f"leave such rows out: only: {{{_ACTION}: I}}"
            self._refuse(line, _ACTION, "the row takes a figure back", hint)
        marks = [] if status in _NORMAL else status.split()
        doubt, unknown = doubts_of(marks, self._reader.numbers.marks)
        for mark in unknown:
            hint = f"say beside the file what that means: marks: {{{mark}: …}}"
            self._refuse(line, _STATUS, f"nothing is said of the status {mark!r}", hint)
        return doubt

    def _fits(self, row: Sequence[str], line: int) -> bool:
        """Tell whether an observation is in its indicator's unit, and take down if it is not."""
        code = self._said(row, _UNIT)
        self._code = self._code or code
        if code != self._code:
            hint = f"say which is meant: only: {{{_UNIT}: {code}}}"
            message = f"the figure is in {code!r}, and others in {self._code!r}"
            self._refuse(line, _UNIT, message, hint)
            return False
        if self._unit is not None and (
            not fits(measure(code), self._unit) or (is_parity(code) and not says_parity(self._unit))
        ):
            hint = f"take another indicator; if it is in {code}, say so: only: {{{_UNIT}: {code}}}"
            message = f"the figure is in {code!r}, and its indicator in {self._unit.key!r}"
            self._refuse(line, _UNIT, message, hint)
            return False
        return True

    def _picks_unit(self) -> bool:
        return any(self._head.columns[name] == self._head.columns.get(_UNIT)
                   for name in self._described.only)  # fmt: skip

    def _ask_scale(self, row: Sequence[str], line: int) -> None:
        """Take down what is in thousands or millions, if nothing says what becomes of that."""
        if self._reader.numbers.scale is not None:
            return
        scale, code = self._said(row, _SCALE), self._said(row, _UNIT)
        times = _MULTIPLES.get(scale.lower()) or (
            10 ** int(scale) if _WHOLE.fullmatch(scale) else 0
        )
        if times:  # some agencies publish figures in full beside it
            hint = (
                f"say beside the file which it is: scale: 1 for figures in full, or scale: {times}"
            )
            self._refuse(line, _SCALE, f"{_SCALE} is {scale!r}", hint)
        elif times := multiple(code):
            hint = f"say beside the file which it is: scale: {times}, or scale: 1"
            self._refuse(line, _UNIT, f"the figure is in {code!r}, which counts {times:,}", hint)

    def _refuse(self, line: int, column: str, message: str, hint: str) -> None:
        self._reader.refuse(self._index.place(line, self._head.columns[column]), message, hint)

    def _multiply(self, figures: Figures, number: int, times: str, line: int) -> None:
        """Multiply a figure by its power of ten."""
        if not re.fullmatch("-?[0-9]{1,2}", times):
            hint = "wanted: a power of ten such as 6"
            self._refuse(line, _TIMES, f"{times!r} is no multiplier", hint)
            return
        scale = Decimal(10) ** int(times)
        if number in figures.others:
            figures.others[number] = scaled(figures.others[number], scale)
        else:
            value = Decimal(repr(figures.amounts[number])) * scale
            figures.amounts[number] = float(value)

    def _twice(self, row: list[str], line: int) -> None:
        """Take down a second observation of the same place and period, and how it differs."""
        key = self._cell(row, self._at["country"]), self._cell(row, self._at["period"])
        first, other = self._first.setdefault(key, (line, row))
        if other is row:
            return
        names = list(self._head.columns)
        value = self._at["value"]
        differ = [
            names[n] for n, (one, two) in enumerate(zip(other, row, strict=True))
            if one != two and n != value
        ]  # fmt: skip
        hint = f"the first is in line {first}"
        if differ:
            hint += f"; they differ in {', '.join(differ)}: say which is meant under 'only'"
        message = f"a second figure for {key[0]!r} and {key[1]!r}"
        self._reader.refuse(self._index.place(line, 0), message, hint)
