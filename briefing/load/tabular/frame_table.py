"""Frames in our own layout: a column for each field of a reading."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.syntax.nodes import node_of, spelt
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.description import Description
from briefing.load.tabular.figures import Reader, is_number
from briefing.load.tabular.frames import values_of
from briefing.load.tabular.gather import Figures, Gathered
from briefing.load.tabular.judge import Judge
from briefing.load.tabular.plain import read_head
from briefing.load.tabular.table import Table
from briefing.load.values.amounts import read_amount

if TYPE_CHECKING:
    import narwhals as nw

SLICE = 10_000
"""In rows; so many are held as values of Python at a time."""


def read_frame(frame: "nw.DataFrame[Any]", file: str, checker: Checker) -> Table | None:
    """Read a frame in our own layout; None, and why, if it cannot be used."""
    own = Problems()
    table = _read(frame, file, checker._replace(problems=own))
    checker.problems.take(own)
    return table


def _read(frame: "nw.DataFrame[Any]", file: str, checker: Checker) -> Table | None:
    described = Description(file, Location(file, 1))
    names = [str(name).strip() for name in frame.columns]
    head = read_head(names, lambda n: Location(file, 1, n + 1), described, checker.problems)
    if head is None:
        return None

    def locate(line: int, field: str) -> Location:
        return Location(file, line, head.fields.get(field, 0) + 1)

    reader = Reader(described.numbers, locate, checker.problems)
    fields = {field: n for field, n in head.fields.items() if field != "value"}
    gathered = Gathered(file, fields)
    columns = [frame.get_column(name) for name in frame.columns]
    for begin in range(0, len(frame), SLICE):
        lines = range(begin + 1, min(begin + SLICE, len(frame)) + 1)
        sliced = [column[begin : begin + SLICE] for column in columns]
        texts = {field: _texts(sliced[n]) for field, n in fields.items()}
        figures = _figures(sliced[head.fields["value"]], lines, reader)
        gathered.add(texts, figures, lines)
    reader.done(Location(file, 1))
    return None if reader.told else Judge(described, locate, checker).table(gathered)


def _texts(column: "nw.Series[Any]") -> Sequence[str]:
    """Give what cells say as text; what is missing says nothing."""
    values = values_of(column)
    if None in values:
        values = ["" if value is None else value for value in values]
    # A set of types is made in C, and most columns hold nothing but texts.
    return values if set(map(type, values)) <= {str} else [_text(value) for value in values]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ",".join(map(str, value))
    return "" if value != value else spelt(value)[0]


def _figures(column: "nw.Series[Any]", lines: Sequence[int], reader: Reader) -> Figures:
    values = values_of(column)
    if column.dtype.is_numeric() and None not in values:
        plain = array("d", map(float, values))
        # The sum of finite numbers may be infinite; then they are looked at one by one.
        total = sum(plain)
        if total - total == 0:
            return Figures(plain)
    figures = Figures(array("d", bytes(8 * len(values))))
    for row, (value, line) in enumerate(zip(values, lines, strict=True)):
        quiet = Problems()
        if not _take(value, line, reader, quiet, figures, row):
            figures.absent.add(row)
        for one in quiet.all():
            reader.refuse(one.where, one.message, one.hint)
    return figures


def _take(
    value: Any, line: int, reader: Reader, quiet: Problems, figures: Figures, row: int
) -> bool:
    """Take a figure; False, and why, if it is none."""
    where = reader.locate(line, "value")
    if value is None:
        quiet.error(where, "'value' is missing", "leave the row out where there is no figure")
    elif isinstance(value, str) and is_number(value):
        hint = "give numbers as numbers"
        quiet.error(where, f"'value' is a number written as text: {value!r}", hint)
    elif isinstance(value, str):
        reader.take(figures, row, value, lambda: where)
        return True
    else:
        present = value
        if isinstance(value, Mapping):
            present = {key: one for key, one in value.items() if one is not None}
        node = node_of(present, where.line, where.file)._replace(column=where.column)
        amount = read_amount(node, "value", quiet)
        if amount is not None:
            reader.put(figures, row, amount)
            return True
    return False
