"""JSON that remembers where each value was written, as the nodes that YAML gives.

Source: RFC 8259.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple, NoReturn

from briefing.errors import Location
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import DEEPEST, YamlList, YamlMap, YamlNode, YamlText

_TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+)')


def parse_json(file: TextFile, problems: Problems) -> YamlNode | None:
    """Parse a file; None, and why, if it is no JSON."""
    try:
        json.loads(file.text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        where = Location(file.path, error.lineno, error.colno)
        problems.error(where, f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}")
        return None
    except (RecursionError, ValueError):
        problems.error(Location(file.path, 1), "no JSON that could be read here")
        return None
    return _Builder(file, problems).value()


def _refuse_constant(text: str) -> NoReturn:
    raise ValueError(text)


class _Token(NamedTuple):
    text: str
    line: int
    column: int


class _Builder:
    """Builds the nodes of a text that is known to be JSON."""

    def __init__(self, file: TextFile, problems: Problems) -> None:
        self._file = file.path
        self._problems = problems
        self._tokens = _tokens(file.text)

    def value(self) -> YamlNode | None:
        """Build the next value; None where values are nested too deep."""
        try:
            return self._node(next(self._tokens), 0)
        except _TooDeepError as error:
            message = f"lists and mappings are nested more than {DEEPEST} deep"
            self._problems.error(error.where, message)
            return None

    def _node(self, token: _Token, depth: int) -> YamlNode:
        text, line, column = token
        if text not in "{[":
            return self._text(token)
        if depth == DEEPEST:
            raise _TooDeepError(Location(self._file, line, column))
        if text == "[":
            return YamlList([*self._items(depth)], self._file, line, column)
        node = YamlMap({}, self._file, line, column)
        for key in self._keys():
            value = self._node(next(self._tokens), depth + 1)
            if key.text in node.entries:
                first = node.entries[key.text][0].where
                self._problems.error(
                    key.where, f"{key.text!r} is given twice", f"first given at {first}"
                )
            else:
                node.entries[key.text] = (key, value)
        return node

    def _items(self, depth: int) -> Iterator[YamlNode]:
        while (token := next(self._tokens)).text != "]":
            if token.text != ",":
                yield self._node(token, depth + 1)

    def _keys(self) -> Iterator[YamlText]:
        while (token := next(self._tokens)).text != "}":
            if token.text != ",":
                next(self._tokens)  # the colon
                yield self._text(token)

    def _text(self, token: _Token) -> YamlText:
        text, line, column = token
        if text.startswith('"'):
            return YamlText(json.loads(text), '"', self._file, line, column)
        return YamlText(text, "", self._file, line, column)


class _TooDeepError(Exception):
    def __init__(self, where: Location) -> None:
        self.where = where


def _tokens(text: str) -> Iterator[_Token]:
    starts = [0, *[match.end() for match in re.finditer("\n", text)]]
    for match in _TOKEN.finditer(text):
        line = bisect_right(starts, match.start(1))
        yield _Token(match[1], line, match.start(1) - starts[line - 1] + 1)
