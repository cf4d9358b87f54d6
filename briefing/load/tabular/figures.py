"""Figures as cells hold them: numbers in a stated form, words for none, marks of foot notes."""

import re
from array import array
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from briefing.errors import Location
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlText
from briefing.load.tabular.columns import Locate
from briefing.load.tabular.description import Numbers
from briefing.load.tabular.gather import Figures
from briefing.load.tabular.units import shown_currency
from briefing.load.values.amounts import read_cell
from briefing.model.country import Amount

MOST_TOLD = 10
"""So many cells of a file are told of one by one, and the others counted."""

_SIGNS = b"0123456789.-\n"
_LEADING = re.compile(rb"\n-?0[0-9]")
_ODD = (b"\n.", b".\n", b"-.")
"""What Python takes for a number, and we do not."""

_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_UNSURE = re.compile(r"(?<![0-9.])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9.])")
"""What is a number below a thousand with three decimals, or one of thousands."""

_LONGEST = 300
"""In digits; a longer number may be larger than any that can be held."""

_BOUND = r"(?P<bound>up[ -]to |nearly |at[ -]least |over |about )?"
_NOTHING = {"", "-", "–", "—", ".", "..", ". .", "...", "n/a", "na", "n.a.", "#n/a", "null", "none",
            "nan", "x", "xxx", ":", "?"}  # fmt: skip
"""What is often written where there is no figure; only the author can say whether it is so here."""


class Reader:
    """Reads the figures of one file, and tells of those that are none.

    Attributes:
        numbers: How they are written.
        locate: Gives the places of cells.
        told: So many cells were no figures.
    """

    def __init__(self, numbers: Numbers, locate: Locate, problems: Problems) -> None:
        self.numbers = numbers
        self.locate = locate
        self._problems = problems
        self._marks = sorted(filter(None, numbers.marks), key=lambda mark: (-len(mark), mark))
        self.told = 0

    def column(self, cells: Sequence[str], lines: Sequence[int]) -> Figures:
        """Read a column of cells."""
        numbers = self.numbers
        is_usual = numbers.scale is None and numbers.decimal == "." and not numbers.thousands
        is_usual = is_usual and not (numbers.unsure and any(map(_UNSURE.search, cells)))
        if is_usual and numbers.missing.isdisjoint(map(str.strip, cells)):
            plain = _plain(cells)
            if plain is not None:
                return Figures(plain)
        figures = Figures(array("d", bytes(8 * len(cells))))
        for row, cell in enumerate(cells):
            self.take(figures, row, cell, partial(self.locate, lines[row], "value"))
        return figures

    def take(
        self,
        figures: Figures,
        row: int,
        cell: str,
        where: Callable[[], Location],
        said: str = "",
    ) -> None:
        """Read one cell of text; `said` is what else there is to say of its figure."""
        text = cell.strip()
        if text in self.numbers.missing:
            figures.absent.add(row)
            return
        text, doubt = self._unmarked(text)
        if self.numbers.unsure and _UNSURE.search(text):
            figures.absent.add(row)
            message = f"{text!r} may have decimals, or thousands, behind its dot"
            self.refuse(
                where(), message, 'say beside the file which: decimal: ".", or decimal: ","'
            )
            return
        amount = self._amount(text, where)
        if amount is None:
            figures.absent.add(row)
            self._refuse(cell.strip(), text, where)
            return
        self.put(figures, row, amount, f"{said} {doubt}".strip())

    def put(self, figures: Figures, row: int, amount: Amount, doubt: str = "") -> None:
        """Take a figure that has been read."""
        amount = scaled(amount, self.numbers.scale)
        if amount.low is not None and amount.low == amount.high and not amount.qualifier:
            figures.amounts[row] = amount.low
        else:
            figures.others[row] = amount
        if doubt:
            figures.doubts[row] = doubt

    def refuse(self, where: Location, message: str, hint: str) -> None:
        """Take down a cell that is no figure; after a few of them they are counted."""
        self.told += 1
        if self.told <= MOST_TOLD:
            self._problems.error(where, message, hint)

    def done(self, where: Location) -> None:
        """Say how many cells were not told of."""
        if self.told > MOST_TOLD:
            message = f"{self.told - MOST_TOLD} further cells are no figures either"
            self._problems.error(where, message, "they are like those that are told of")

    def _unmarked(self, text: str) -> tuple[str, str]:
        """Take the marks away from both ends of a cell; give what they say too."""
        said: dict[str, None] = {}
        found = True
        while found:
            found = False
            for mark in self._marks:
                for rest in (text.removesuffix(mark), text.removeprefix(mark)):
                    if len(rest) < len(text) and _ends(text, mark, rest):
                        said.setdefault(self.numbers.marks[mark])
                        text, found = rest.strip(), True
                        break
        return text, " ".join(filter(None, said))

    def _amount(self, text: str, where: Callable[[], Location]) -> Amount | None:
        written = _canonical(text, self.numbers.decimal, self.numbers.thousands)
        if written is None:
            return None
        quiet = Problems()
        amount = read_cell(YamlText(written, ">", "", 1, 1), "value", quiet)
        for one in quiet.all():
            self.refuse(where(), one.message, one.hint)
        return amount

    def _refuse(self, cell: str, text: str, where: Callable[[], Location]) -> None:
        if self.told >= MOST_TOLD:
            self.told += 1
            return
        if _canonical(text, self.numbers.decimal, self.numbers.thousands) is None:
            hint = _hint(cell, text)
            message = f"'value' is no figure: {cell!r}" if cell else "'value' is empty"
            self.refuse(where(), message, hint)


def is_number(text: str) -> bool:
    """Tell whether a text is a plain number, which would better be one."""
    return _NUMBER.fullmatch(text.strip()) is not None


def scaled(amount: Amount, scale: Decimal | None) -> Amount:
    """Multiply an amount, exactly as it is written."""
    if scale is None:
        return amount
    low, high = (
        None if end is None else float(Decimal(repr(end)) * scale)
        for end in (amount.low, amount.high)
    )
    return Amount(low, high, amount.qualifier)


def _plain(cells: Sequence[str]) -> "array[float] | None":
    """Read a column of nothing but plain numbers; None if there is anything else in it."""
    if not cells or max(map(len, cells)) > _LONGEST:
        return None
    joined = "\n".join(["", *cells, ""]).encode()
    if joined.translate(None, _SIGNS) or _LEADING.search(joined):
        return None
    if any(odd in joined for odd in _ODD):
        return None
    try:
        return array("d", map(float, cells))
    except ValueError:
        return None


class _Form(NamedTuple):
    whole: re.Pattern[str]
    decimal: str
    thousands: str


@lru_cache(maxsize=16)
def _form(decimal: str, thousands: str) -> _Form:
    between = "[ \u00a0\u202f\u2009]" if thousands == " " else re.escape(thousands)
    grouped = rf"|[1-9][0-9]{{0,2}}(?:{between}[0-9]{{3}})+" if thousands else ""
    number = rf"[-+−]?(?:0|[1-9][0-9]*{grouped})(?:{re.escape(decimal)}[0-9]+)?(?:[eE][-+]?[0-9]+)?"
    whole = rf"{_BOUND}(?P<one>{number})|(?P<low>{number})\.\.(?P<high>{number})"
    return _Form(re.compile(whole), decimal, between if thousands else "")


def _canonical(text: str, decimal: str, thousands: str) -> str | None:
    """Spell a cell the way that ours are; None if it is no figure in this form."""
    form = _form(decimal, thousands)
    match = form.whole.fullmatch(text)
    if match is None:
        return None
    ends = []
    for end in filter(None, match.group("one", "low", "high")):
        bare = re.sub(form.thousands, "", end) if form.thousands else end
        ends.append(bare.replace("−", "-").replace(decimal, "."))
    return (match["bound"] or "") + "..".join(ends)


def _ends(text: str, mark: str, rest: str) -> bool:
    """Tell whether a mark stands by itself: a letter or digit beside others is a part of them."""
    if not mark[0].isalnum() and not mark[-1].isalnum():
        return True
    beside = rest[-1:] if text.startswith(rest) else rest[:1]
    return not beside.isalpha() and not (mark.isdecimal() and beside.isdecimal())


_ZEROS = re.compile(r"[-+−]?0[0-9]+(?:[.,][0-9]+)?")
_SPLIT = re.compile(r"[-+−]?[0-9]{1,3}(?:[ \u00a0\u202f\u2009.,'][0-9]{3})*(?:[.,][0-9]+)?")


def _hint(cell: str, text: str) -> str:
    if text.lower() in _NOTHING:
        return f"if there is no figure, say so beside the file: missing: [{cell!r}]"
    begun = _SPLIT.match(text)
    if _SPLIT.fullmatch(text) and not text.lstrip("-+−").isdecimal():
        return "say beside the file how numbers are written: decimal and thousands"
    if _ZEROS.fullmatch(text):
        return "write it without the 0 in front"
    if "%" in text or (begun and shown_currency(text[begun.end() :])):
        return "write the number alone; the unit is the indicator's"
    if begun and len(text) - begun.end() <= 6:
        mark = text[begun.end() :].strip()
        if not any(sign.isdecimal() or sign in "_-" for sign in mark):
            return (
                f"if {mark!r} is a mark, say beside the file what it means: marks: {{{mark!r}: …}}"
            )
    return "write it like 12, 0.5, 16..18, over 50, up to 2, at least 6, nearly 1000 or about 12000"


def doubts_of(marks: Sequence[str], known: Mapping[str, str]) -> tuple[str, list[str]]:
    """Give what marks say, and those of which nothing is known."""
    said = dict.fromkeys(known[mark] for mark in marks if mark in known)
    return " ".join(filter(None, said)), [mark for mark in marks if mark not in known]
