"""Cells of a table, as they are read, turned into columns of codes."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress
from typing import TypeVar

from briefing.model.country import Amount

Value = TypeVar("Value")


class Codes(dict[str, int]):
    """Numbers texts in the order in which they first come."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class Figures:
    """The figures of some rows.

    Attributes:
        amounts: Of each row; 0 where it is no plain number.
        others: Row → its amount, where that is something else than a plain number.
        absent: Rows that say that there is no figure, or say something wrong.
        doubts: Row → what its marks say of its figure.
    """

    __slots__ = ("absent", "amounts", "doubts", "others")

    def __init__(self, amounts: "array[float]") -> None:
        self.amounts = amounts
        self.others: dict[int, Amount] = {}
        self.absent: set[int] = set()
        self.doubts: dict[int, str] = {}


class Gathered:
    """The rows of a table so far.

    Attributes:
        file: As places name it.
        codes: Field → of each row the number of its text.
        texts: Field → text → its number.
        columns: As long as `lines`, or empty.
    """

    def __init__(self, file: str, fields: Iterable[str]) -> None:
        self.file = file
        self.texts: dict[str, Codes] = {field: Codes() for field in fields}
        self.codes: dict[str, array[int]] = {field: array("i") for field in self.texts}
        self.lines = array("i")
        self.columns = array("i")
        self.amounts = array("d")
        self.others: dict[int, Amount] = {}

    def add(
        self,
        cells: Mapping[str, Sequence[str]],
        figures: Figures,
        lines: Sequence[int],
        columns: Sequence[int] = (),
    ) -> None:
        """Add rows, but for those without a figure.

        Args:
            cells: Field → what each row says, for all fields but the figure.
            figures: Of these rows.
            lines: Of each row.
            columns: Of each row's figure, for all rows ever added, or none.
        """
        keep = _keep(len(lines), figures.absent)
        begin = len(self.lines)
        for field, codes in self.codes.items():
            texts: Sequence[str] = cells.get(field, ())
            if field == "doubt" and (figures.doubts or not texts):
                texts = _with_doubts(texts, figures.doubts, len(lines))
            codes.extend(map(self.texts[field].__getitem__, _kept(texts, keep)))
        self.amounts.extend(_kept(figures.amounts, keep))
        self.lines.extend(_kept(lines, keep))
        self.columns.extend(_kept(columns, keep))
        if figures.others:
            for new, old in enumerate(_kept(range(len(lines)), keep), start=begin):
                if old in figures.others:
                    self.others[new] = figures.others[old]

    def keep(self, keep: Sequence[object]) -> None:
        """Let go of the rows of which `keep` says so."""
        rows = list(compress(range(len(self.lines)), keep))
        for field, codes in self.codes.items():
            self.codes[field] = array("i", compress(codes, keep))
        self.lines = array("i", compress(self.lines, keep))
        self.columns = array("i", compress(self.columns, keep))
        self.amounts = array("d", compress(self.amounts, keep))
        if self.others:
            self.others = {
                new: self.others[old] for new, old in enumerate(rows) if old in self.others
            }


def _keep(rows: int, absent: Collection[int]) -> bytearray | None:
    if not absent:
        return None
    keep = bytearray(b"\1") * rows
    for row in absent:
        keep[row] = 0
    return keep


def _kept(values: Sequence[Value], keep: bytearray | None) -> Iterable[Value]:
    return values if keep is None else compress(values, keep)


def _with_doubts(texts: Sequence[str], doubts: Mapping[int, str], rows: int) -> list[str]:
    """Put what marks say behind what is said of a figure anyway."""
    said = list(texts) or [""] * rows
    for row, doubt in doubts.items():
        said[row] = f"{said[row].strip()} {doubt}".strip()
    return said
