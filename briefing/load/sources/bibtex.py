"""BibTeX and BibLaTeX, read so that every field keeps its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import Location
from briefing.load.sources.biblatex import Entry, Field
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlText

_BEGIN = re.compile(r"@\s*(?P<type>[A-Za-z]+)\s*(?P<open>[{(])")
_KEY = re.compile(r"\s*(?P<key>[^\s,{}()\"'#%=\\]+)\s*(?=[,})])")
_NAME = re.compile(r"\s*(?P<name>[A-Za-z][\w:.+/-]*)\s*=\s*")
_WORD = re.compile(r"[A-Za-z][\w:.+/-]*|[0-9]+")
_NEXT = re.compile(r"^[ \t]*@", re.MULTILINE)
_BRACE = re.compile(r"\\.|[{}\"]", re.DOTALL)
_CLOSE = {"{": "}", "(": ")"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_bibtex(file: TextFile, problems: Problems) -> list[Entry]:
    """Read the entries of a file."""
    return [*_Reader(file, problems).entries()]


class _FaultError(Exception):
    """What is wrong at an offset."""

    def __init__(self, at: int, message: str, hint: str = "") -> None:
        self.at, self.message, self.hint = at, message, hint


class _Value(NamedTuple):
    text: str
    at: int
    is_braced: bool


class _Reader:
    """Goes through a file; what stands between entries is a comment."""

    def __init__(self, file: TextFile, problems: Problems) -> None:
        self._file = file.path
        self._text = file.text
        self._problems = problems
        self._starts = [0, *[match.end() for match in re.finditer("\n", file.text)]]
        self._strings = {month: str(number) for number, month in enumerate(_MONTHS, 1)}

    def entries(self) -> Iterator[Entry]:
        at = 0
        while (begin := _BEGIN.search(self._text, at)) is not None:
            try:
                entry, at = self._entry(begin)
            except _FaultError as fault:
                self._problems.error(self._where(fault.at), fault.message, fault.hint)
                following = _NEXT.search(self._text, begin.end())
                at = following.start() if following else len(self._text)
            else:
                if entry is not None:
                    yield entry

    def _where(self, at: int) -> Location:
        line = bisect_right(self._starts, at)
        return Location(self._file, line, at - self._starts[line - 1] + 1)

    def _entry(self, begin: re.Match[str]) -> tuple[Entry | None, int]:
        kind, close = begin["type"].lower(), _CLOSE[begin["open"]]
        if kind in ("comment", "preamble"):
            return None, self._skip(begin.end(), close)
        if kind == "string":
            fields, at = self._fields(begin.end(), close)
            self._strings.update({name: field.text for name, field in fields.items()})
            return None, at
        key = _KEY.match(self._text, begin.end())
        if key is None:
            raise _FaultError(begin.end(), "a key is missing", "as in @article{kurc-2018, …")
        named = self._text_at(key["key"], key.start("key"))
        fields, at = self._fields(key.end(), close)
        return Entry(named, self._text_at(kind, begin.start("type")), fields), at

    def _text_at(self, text: str, at: int) -> YamlText:
        where = self._where(at)
        return YamlText(text, '"', where.file, where.line, where.column)

    def _fields(self, at: int, close: str) -> tuple[dict[str, Field], int]:
        """Read fields up to the sign that closes the entry."""
        text, fields = self._text, dict[str, Field]()
        while True:
            while text[at : at + 1].isspace() or text[at : at + 1] == ",":
                at += 1
            if text[at : at + 1] == close:
                return fields, at + 1
            name = _NAME.match(text, at)
            if name is None:
                raise _FaultError(at, *self._unnamed(at, close))
            value, at = self._value(name.end())
            self._add(fields, name, value)
            rest = text[at : at + 1]
            if rest not in (",", close):
                hint = "a comma parts fields, and the entry ends with its bracket"
                found = "the end of the file" if not rest else repr(rest)
                raise _FaultError(at, f"{found} stands behind the field {name['name']!r}", hint)

    def _unnamed(self, at: int, close: str) -> tuple[str, str]:
        if at >= len(self._text):
            return "the file ends inside an entry", f"close it with {close}"
        line = self._text[at:].split("\n", 1)[0].strip()[:30]
        return f"{line!r} is no field", "write a field like title = {…}"

    def _add(self, fields: dict[str, Field], name: re.Match[str], value: _Value) -> None:
        key, where = name["name"].lower(), self._text_at(name["name"], name.start("name"))
        if key in fields:
            hint = f"first given at {fields[key].name.where}"
            self._problems.error(where.where, f"{name['name']!r} is given twice", hint)
            return
        node = self._text_at(value.text, value.at)
        fields[key] = Field(where, node, value.is_braced)

    def _value(self, at: int) -> tuple[_Value, int]:
        """Read a value of one or more pieces, with ``#`` between them."""
        pieces: list[str] = []
        begin, text = at, self._text
        is_braced = text[at : at + 1] in ("{", '"')
        while True:
            piece, at = self._piece(at)
            pieces.append(piece)
            while text[at : at + 1].isspace():
                at += 1
            if text[at : at + 1] != "#":
                inner = begin + 1 if is_braced else begin
                return _Value("".join(pieces), inner, is_braced), at
            at += 1
            while text[at : at + 1].isspace():
                at += 1

    def _piece(self, at: int) -> tuple[str, int]:
        opening = self._text[at : at + 1]
        if opening in ("{", '"'):
            end = self._skip(at + 1, "}" if opening == "{" else '"')
            return self._text[at + 1 : end - 1], end
        word = _WORD.match(self._text, at)
        if word is None:
            raise _FaultError(at, "a value is missing", "write it in braces: title = {…}")
        if word[0].isdigit():
            return word[0], word.end()
        known = self._strings.get(word[0].lower())
        if known is None:
            where = self._where(at)
            self._problems.unknown(where, "@string", word[0], self._strings)
        return known or "", word.end()

    def _skip(self, at: int, close: str) -> int:
        """Give the offset behind the sign that closes what began before `at`."""
        depth, begin = 0, at
        for match in _BRACE.finditer(self._text, at) if close != ")" else ():
            sign = match[0]
            if sign == close and depth == 0:
                return match.end()
            depth += (sign == "{") - (sign == "}")
        end = self._text.find(")", at) if close == ")" else -1
        if end < 0:
            raise _FaultError(begin - 1, f"{self._text[begin - 1]!r} is not closed")
        return end + 1
