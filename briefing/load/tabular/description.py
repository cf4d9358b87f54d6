"""What is said beside a file of figures: ``content/readings/NAME.yaml`` with ``from``."""

import codecs
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Fields, Name, read_number, what_it_is
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlText
from briefing.load.values.periods import parse_date, read_period
from briefing.load.values.texts import plain_text
from briefing.model.country import Date, Period

Layout = Literal["rows", "world-bank", "sipri-expenditure", "sipri-transfers", "sdmx-csv"]
Separator = Literal["comma", "semicolon", "tab"]
Encoding = Literal[
    "utf-8", "utf-16", "windows-1250", "windows-1251", "windows-1252", "iso-8859-1", "iso-8859-2",
    "iso-8859-9", "iso-8859-15", "koi8-r",
]  # fmt: skip
Decimals = Literal[".", ","]
Thousands = Literal["none", ".", ",", "'", "space"]

ENDINGS: Mapping[Layout, tuple[str, ...]] = {
    "rows": (".csv", ".xlsx"),
    "world-bank": (".csv", ".zip"),
    "sipri-expenditure": (".xlsx",),
    "sipri-transfers": (".csv",),
    "sdmx-csv": (".csv",),
}
"""How the files of each layout end."""

READING = (
    "indicator", "country", "value", "period", "source", "locator", "also", "doubt", "as-of",
    "licence", "audience", "marking", "countries", "languages", "from", "until", "if",
)  # fmt: skip
"""The fields of a reading, which columns are called after."""

SIGNS: Mapping[Separator, str] = {"comma": ",", "semicolon": ";", "tab": "\t"}

_FIRST, _LAST = Date(0), Date(9999)


class Numbers(NamedTuple):
    """How figures are written.

    Attributes:
        stated: The file's author says which sign stands before decimals.
        unsure: Nothing says so, and the cells are not parted by commas, which often means that
            these stand before decimals, and dots between thousands.
        thousands: The sign between them; empty for none.
        scale: What each figure is multiplied by; None where nothing is said.
        missing: What stands where there is no figure.
        marks: What stands beside a figure → what that says of it, or nothing.
    """

    stated: bool = False
    unsure: bool = False
    decimal: str = "."
    thousands: str = ""
    scale: Decimal | None = None
    missing: frozenset[str] = frozenset()
    marks: Mapping[str, str] = {}


class Periods(NamedTuple):
    """Which periods are taken.

    Attributes:
        named: These; None for all from `since` to `until`.
    """

    named: frozenset[Period] | None = None
    since: Date = _FIRST
    until: Date = _LAST

    def take(self, period: Period) -> bool:
        """Tell whether a period is taken."""
        if self.named is not None:
            return period in self.named
        end, until = period.end, self.until
        last = (end.year, end.month or 12, end.day or 31)
        return self.since <= period.start and last <= (
            until.year,
            until.month or 12,
            until.day or 31,
        )


class Description(NamedTuple):
    """What is said of a file.

    Attributes:
        file: Its path below the project's folder.
        where: Where it is named.
        every: What all its readings say, field by field.
        columns: Field → how its column is called.
        unused: Names of columns that nothing reads.
        names: How the file calls a place → its key.
        countries: Keys of the places that are taken; None for all.
        periods: None for all.
        only: Column → what its cells say in rows that are taken.
        head: The line of the names of columns, from 1; 0 where it is the first that says anything.
    """

    file: str
    where: Location
    layout: Layout = "rows"
    every: Mapping[str, tuple[YamlText, "YamlText | YamlList | YamlMap"]] = {}
    columns: Mapping[str, Name] = {}
    unused: tuple[Name, ...] = ()
    names: Mapping[str, str] | None = None
    countries: tuple[Name, ...] | None = None
    periods: Periods | None = None
    only: Mapping[str, frozenset[str]] = {}
    sheet: Name | None = None
    head: int = 0
    separator: str = ","
    encoding: str = "utf-8"
    numbers: Numbers = Numbers()

    @property
    def named(self) -> bool:
        """Something is said of the file; else it is in our own layout."""
        return self.names is not None

    def told(self, field: str) -> str:
        """Give what is said of a field for all readings; empty for nothing, or no plain text."""
        _, node = self.every.get(field, (None, None))
        return node.text if type(node) is YamlText else ""


def is_description(fields: Fields) -> bool:
    """Tell whether a file of the readings describes another."""
    return type(fields.node("from")) is YamlText


def read_description(fields: Fields, folder: str, checker: Checker) -> Description | None:
    """Read what is said of a file; None, and why, if that file cannot be told."""
    problems, name = checker.problems, fields.text("from")
    layout = fields.choice("layout", get_args(Layout), "rows")
    endings = ENDINGS[layout]
    if "/" in name or "\\" in name or not name.lower().endswith(endings):
        hint = f"wanted: a file of the same folder that ends in {' or '.join(endings)}"
        problems.error(fields.place("from"), f"{name!r} cannot be read here", hint)
        return None
    is_text, in_rows = not name.lower().endswith(".xlsx"), layout in ("rows", "sdmx-csv")
    separator = SIGNS[fields.choice("separator", get_args(Separator), "comma")] if is_text else ""
    made = Description(
        file=f"{folder}/{name}",
        where=fields.place("from"),
        layout=layout,
        every=_every(fields),
        columns=_columns(fields) if in_rows else {},
        unused=fields.listing("unused", "a list of columns") if layout == "rows" else (),
        names=_names(fields, checker),
        countries=_countries(fields, layout, checker),
        periods=_periods(fields, layout),
        only=_only(fields) if in_rows else {},
        sheet=None if is_text else _sheet(fields, layout),
        head=fields.whole("head", 0, least=1, most=1000) if layout == "rows" else 0,
        separator=separator,
        encoding=fields.choice("encoding", get_args(Encoding), "utf-8") if is_text else "",
        numbers=_numbers(fields, can_be_local=separator not in ("", ",")),
    )
    fields.done()
    return made


def _every(fields: Fields) -> Mapping[str, tuple[YamlText, YamlText | YamlList | YamlMap]]:
    every = fields.fields("every")
    if every is None:
        return {}
    for field in READING:
        if field != "value":
            every.node(field)
    every.done()
    return {name: (key, node) for name, (key, node) in every.mapping.entries.items()}


def _columns(fields: Fields) -> dict[str, Name]:
    return {
        key.text: name
        for key, name in _pairs(fields, "columns", "the name of a column")
        if key.text in READING or _unknown(key, fields)
    }


def _unknown(key: YamlText, fields: Fields) -> bool:
    fields.problems.unknown(key.where, "field", key.text, READING)
    return False


def _pairs(fields: Fields, name: str, wanted: str) -> list[tuple[YamlText, Name]]:
    """Read a mapping of texts to texts."""
    inner = fields.fields(name)
    if inner is None:
        return []
    found = []
    for key, node in inner.entries():
        if type(node) is YamlText:
            found.append((key, Name(node.text, node.where)))
        else:
            message = f"{key.text!r} is {what_it_is(node)}"
            fields.problems.error(node.where, message, f"wanted: {wanted}")
    return found


def _names(fields: Fields, checker: Checker) -> dict[str, str]:
    names = {}
    for key, name in _pairs(fields, "names", "the key of a country or region"):
        checker.known.check("place", name, checker.problems)
        names[key.text] = name.text
    return names


def _countries(fields: Fields, layout: Layout, checker: Checker) -> tuple[Name, ...] | None:
    names = fields.names("countries")
    if names is None and layout != "rows":
        fields.missing("countries", "the keys of those that are taken from the file")
    for name in names or ():
        checker.known.check("place", name, checker.problems)
    return names


def _periods(fields: Fields, layout: Layout) -> Periods | None:
    node, problems = fields.node("periods"), fields.problems
    match node:
        case None:
            if layout != "rows":
                fields.missing("periods", "a list of them, or {from: 2015, to: 2022}")
            return None
        case YamlList(items=items):
            read = [read_period(item, problems) for item in items]
            return Periods(frozenset(period for period in read if period))
        case YamlMap():
            inner = Fields(node, problems)
            ends = _end(inner, "from", _FIRST), _end(inner, "to", _LAST)
            inner.done()
            return Periods(None, *ends)
        case _:
            hint = "wanted: a list of them, or {from: 2015, to: 2022}"
            problems.error(node.where, f"'periods' is {what_it_is(node)}", hint)
            return None


def _end(fields: Fields, name: str, default: Date) -> Date:
    node = fields.scalar(name, "a date such as 2015")
    if node is None:
        return default
    date = parse_date(node.text)
    if date is None:
        fields.problems.error(node.where, f"{node.text!r} is no date", "write it like 2015")
    return date or default


def _only(fields: Fields) -> dict[str, frozenset[str]]:
    inner = fields.fields("only")
    if inner is None:
        return {}
    found: dict[str, frozenset[str]] = {}
    for key, node in inner.entries():
        if type(node) is YamlText:
            found[key.text] = frozenset([node.text])
        else:
            found[key.text] = frozenset(name.text for name in inner.names(key.text) or ())
    return found


def _sheet(fields: Fields, layout: Layout) -> Name | None:
    node = fields.scalar("sheet", "the name of a sheet")
    if node is None and layout == "sipri-expenditure":
        fields.missing("sheet", "the name of a sheet, such as Share of GDP")
    return Name(node.text, node.where) if node else None


def _numbers(fields: Fields, *, can_be_local: bool) -> Numbers:
    decimal = fields.choice("decimal", get_args(Decimals), ".")
    thousands = fields.choice("thousands", get_args(Thousands), "none")
    if thousands == decimal:
        message = f"{decimal!r} cannot stand both between thousands and before decimals"
        fields.problems.error(fields.place("thousands"), message, "say which of the two it is")
    return Numbers(
        stated=fields.has("decimal"),
        unsure=can_be_local and not fields.has("decimal") and not fields.has("thousands"),
        decimal=decimal,
        thousands={"none": "", "space": " "}.get(thousands, thousands),
        scale=_scale(fields),
        missing=frozenset(name.text for name in _texts(fields, "missing")),
        marks=_marks(fields),
    )


def _texts(fields: Fields, name: str) -> Sequence[Name]:
    """Read a list of texts, which may be empty or hold spaces."""
    node = fields.node(name)
    if node is None:
        return ()
    if type(node) is not YamlList:
        hint = 'wanted: a list, such as ["..", n/a]'
        fields.problems.error(node.where, f"{name!r} is {what_it_is(node)}", hint)
        return ()
    return [Name(item.text, item.where) for item in node.items if type(item) is YamlText]


def _scale(fields: Fields) -> Decimal | None:
    node = fields.node("scale")
    if node is None:
        return None
    number = read_number(node, "scale", fields.problems, "a number such as 1000000")
    if number is not None and number <= 0:
        message = f"'scale' is {what_it_is(node)}"
        fields.problems.error(node.where, message, "wanted: a number above 0")
        return None
    return None if number is None else Decimal(repr(number))


def _marks(fields: Fields) -> dict[str, str]:
    inner = fields.fields("marks")
    if inner is None:
        return {}
    return {key.text: plain_text(inner, key.text) for key, _ in inner.entries()}


def codec(encoding: str) -> Callable[[bytes], str]:
    """Give what decodes bytes; it raises UnicodeDecodeError."""
    decode = codecs.getdecoder("utf-8-sig" if encoding == "utf-8" else encoding)
    return lambda data: decode(data, "strict")[0]
