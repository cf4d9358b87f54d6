"""Reads the columns of a table: each thing that they say once, not in every row."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from briefing.errors import Location
from briefing.load.conditions import CONDITIONS, read_conditions, spoken
from briefing.load.expressions import Checker
from briefing.load.readings.sourced import read_also
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, YamlNode, YamlText
from briefing.load.tabular.description import Description
from briefing.load.tabular.gather import Gathered
from briefing.load.tabular.table import Facet, Facets
from briefing.load.values.periods import read_date, read_period
from briefing.load.values.scripts import check_plain
from briefing.load.values.texts import plain_text
from briefing.model.country import Period

Locate = Callable[[int, str], Location]
"""Gives the place of a field in a line."""

Read = Callable[[Fields, Checker], Any]

_FILES = (".csv", ".xlsx", ".zip")
"""How files end beside which something can be said; frames and descriptions have no such file."""

MOST_TOLD = 10
"""So many things in a column that cannot be used are told of, then no more is read of it."""

_NEEDED = {
    "indicator": "the key of an indicator",
    "country": "the key of a country or region",
    "period": "such as 2019, 2022-01 or 2015/2019",
    "source": "a key of sources.yaml",
}
"""What every reading says."""


class Columns:
    """Reads what the rows of one file say, and what is said for all of them."""

    def __init__(
        self, described: Description, rows: Gathered, locate: Locate, checker: Checker
    ) -> None:
        self._where = described.where
        self._every = described.every
        self._rows = rows
        self._locate = locate
        self._checker = checker
        for field in described.every.keys() & rows.codes.keys():
            message = f"{field!r} is given for every reading, and has a column"
            checker.problems.error(described.every[field][0].where, message, "keep one of the two")

    def facets(self, keys: Sequence[str | None], periods: Sequence[Period | None]) -> Facets:
        """Read all fields.

        Args:
            keys: Of the places, in the order of the texts that name them.
            periods: Likewise.
        """
        texts = self._rows.texts
        named = dict(zip(map(str.strip, texts.get("country", ())), keys, strict=True))
        parsed = dict(zip(map(str.strip, texts.get("period", ())), periods, strict=True))
        conditions = self._conditions()
        return Facets(
            indicator=self._facet("indicator", _key("indicator")),
            place=self._facet("country", _key("country", "place", named)),
            period=self._facet("period", lambda fields, _: _period(fields, parsed)),
            source=self._facet("source", _key("source")),
            locator=self._facet("locator", None, ""),
            also=self._facet("also", read_also, ()),
            doubt=self._words("doubt", conditions),
            as_of=self._facet("as-of", lambda fields, _: read_date(fields, "as-of"), ""),
            licence=self._words("licence", conditions),
            conditions=conditions,
        )

    def _facet(self, field: str, read: Read | None, none: Any = None) -> Facet:
        """Read a field.

        Args:
            field: Its name.
            read: None for a text that is taken as it is.
            none: What an empty cell says; None where none may be empty.
        """
        codes = self._rows.codes.get(field)
        if codes is None:
            return Facet((self._said(field, read, none),))
        values: dict[Any, int] = {}
        used, numbers, told = set(codes), [], 0
        for code, text in enumerate(map(str.strip, self._rows.texts[field])):
            value = text or none
            if code in used and read is not None and (text or none is None):
                value, good = self._read(field, text, codes, code, read)
                told += not good
                if told == MOST_TOLD:
                    self._stop(field, len(self._rows.texts[field]) - code - 1)
                    break
            numbers.append(values.setdefault(value, len(values)) if code in used else 0)
        else:
            if numbers != list(range(len(numbers))):
                codes = array("i", map(numbers.__getitem__, codes))
        return Facet(tuple(values), codes)

    def _stop(self, field: str, left: int) -> None:
        """Say that what is left of a column was not read: it seems to hold something else."""
        if left:
            message = f"{left} other things in the column of {field!r} were not looked at"
            hint = "what is told of should be mended first"
            self._checker.problems.error(Location(self._rows.file, 1), message, hint)

    def _words(self, field: str, conditions: Facet) -> Facet:
        """Read plain words, each in the language that its row's conditions leave."""
        facet = self._facet(field, lambda fields, _: plain_text(fields, field), "")
        lines = self._rows.lines
        if not any(facet.values) or not lines:
            return facet
        first = self._checker.known.languages[0]
        checked: set[tuple[str, str]] = set()
        for row in range(1 if facet.codes is conditions.codes is None else len(lines)):
            pair = facet.of(row), spoken(conditions.of(row), first)
            if pair not in checked:
                checked.add(pair)
                where = self._locate(lines[row], field)
                if facet.codes is None and field in self._every:
                    where = self._every[field][1].where
                check_plain(pair[0], where, pair[1], self._checker.problems)
        return facet

    def _said(self, field: str, read: Read | None, none: Any) -> Any:
        """Read what is said for every row."""
        if field in self._every:
            fields = self._fields({field: self._every[field]})
            return read(fields, self._checker) if read else fields.text(field)
        if none is None:
            hint = f"wanted: {_NEEDED[field]}, in a column of that name or under 'every' beside it"
            self._checker.problems.error(self._where, f"{field!r} is missing", hint)
        return none

    def _read(
        self, field: str, text: str, codes: "array[int]", code: int, read: Read
    ) -> tuple[Any, bool]:
        """Read what some rows say, and whether it is good; else the first of them is told of."""
        quiet = Problems()
        value = self._quietly(field, text, Location(self._rows.file, 1), read, quiet)
        if quiet.all():  # only now is it found where that stands, for that takes time
            exact, counted = Problems(), codes.count(code)
            where = self._locate(self._rows.lines[codes.index(code)], field)
            self._quietly(field, text, where, read, exact)
            more = f"; so it stands in {counted} rows" if counted > 1 else ""
            for one in exact.all():
                hint = f"{one.hint}{more}".removeprefix("; ")
                self._checker.problems.again(replace(one, hint=hint))
        return value, not quiet.all()

    def _quietly(
        self, field: str, text: str, where: Location, read: Read, problems: Problems
    ) -> Any:
        if not text:
            problems.error(where, f"{field!r} is empty", f"wanted: {_NEEDED[field]}")
            return None
        fields = Fields(_mapping({field: _node(text, where)}), problems)
        return read(fields, self._checker._replace(problems=problems))

    def _conditions(self) -> Facet:
        """Read the conditions: each combination of them once."""
        every = {field: self._every[field] for field in CONDITIONS if field in self._every}
        named = [field for field in CONDITIONS if field in self._rows.codes]
        if not named:
            return Facet((read_conditions(self._fields(every), self._checker),))
        numbers: dict[tuple[int, ...], int] = {}
        firsts, codes = array("i"), array("i")
        combinations = zip(*[self._rows.codes[field] for field in named], strict=True)
        for combined, line in zip(combinations, self._rows.lines, strict=True):
            number = numbers.setdefault(combined, len(numbers))
            if number == len(firsts):
                firsts.append(line)
            codes.append(number)
        texts = [list(self._rows.texts[field]) for field in named]
        values = []
        for combined, number in numbers.items():
            given = dict(every)
            for field, listed, code in zip(named, texts, combined, strict=True):
                if text := listed[code].strip():
                    given[field] = _node(text, self._locate(firsts[number], field))
            values.append(read_conditions(self._fields(given), self._checker))
        return Facet(tuple(values), codes)

    def _fields(self, given: Mapping[str, tuple[YamlText, YamlNode]]) -> Fields:
        return Fields(_mapping(given), self._checker.problems)


def _node(text: str, at: Location) -> tuple[YamlText, YamlNode]:
    # Folded, for that style has one place for all of its words, and is always a text.
    node = YamlText(text, ">", at.file, at.line, at.column)
    return node, node


def _mapping(given: Mapping[str, tuple[YamlText, YamlNode]]) -> YamlMap:
    first = next(iter(given.values()), None)
    where = first[0].where if first else Location("", 1)
    return YamlMap(dict(given), where.file, where.line, where.column)


def _key(field: str, what: str = "", known: Mapping[str, str | None] | None = None) -> Read:
    """Give what reads a key; `known` are those of which it is known what they stand for."""

    def read(fields: Fields, checker: Checker) -> str | None:
        node = fields.scalar(field, _NEEDED[field])
        if node is None:
            return None
        key = known.get(node.text, node.text) if known else node.text
        told = Problems()
        if not checker.known.check(what or field, Name(key or node.text, node.where), told):
            for one in told.all():
                hint = one.hint
                if what == "place" and node.file.partition("[")[0].endswith(_FILES):
                    hint += f"; or say beside the file what it is: names: {{{node.text}: …}}"
                checker.problems.again(replace(one, hint=hint))
        return key or node.text

    return read


def _period(fields: Fields, parsed: Mapping[str, Period | None]) -> Period | None:
    node = fields.node("period")
    if type(node) is YamlText and (period := parsed.get(node.text)):
        return period
    return read_period(node, fields.problems) if node else None
