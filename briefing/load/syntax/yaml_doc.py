"""YAML that remembers where each value was written, and means what it says.

Values stay as the author wrote them; what a plain one is (a number, a text) is asked of it when
it is read. The plain types are those of YAML 1.2's JSON schema, so that ``iso2: NO`` is a text,
and so are 012, 12:30 and dates.

Source: YAML 1.2.2, 10.2 (JSON schema).
"""

import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, final

import yaml

from briefing.errors import Location
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems

DEEPEST = 32
"""So many lists and mappings inside one another are read; no format here needs ten."""

Plain = Literal["text", "null", "truth", "number"]

_PLAIN: tuple[tuple[Plain, re.Pattern[str]], ...] = (
    ("number", re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")),
    ("truth", re.compile("true|false")),
    ("null", re.compile("null|~|")),
)


@final
class YamlText(NamedTuple):
    """A single value, in the author's own signs.

    Attributes:
        style: The sign that begins it, ``"``, ``'``, ``|`` or ``>``; empty for a plain one.
    """

    text: str
    style: str
    file: str
    line: int
    column: int

    @property
    def where(self) -> Location:
        """The place of its first sign, quotation mark included."""
        return Location(self.file, self.line, self.column)

    @property
    def kind(self) -> Plain:
        """What it is; whatever stands in quotes is a text."""
        if self.style:
            return "text"
        text = self.text
        # Names and sentences are by far the most, and begin with a letter that no type does.
        if text and text[0] not in "+-0123456789tfn~":
            return "text"
        return next((kind for kind, sign in _PLAIN if sign.fullmatch(text)), "text")


@final
class YamlList(NamedTuple):
    """A list."""

    items: "list[YamlNode]"
    file: str
    line: int
    column: int

    @property
    def where(self) -> Location:
        """The place where it begins."""
        return Location(self.file, self.line, self.column)


@final
class YamlMap(NamedTuple):
    """A mapping: each key with its own place, and the value."""

    entries: "dict[str, tuple[YamlText, YamlNode]]"
    file: str
    line: int
    column: int

    @property
    def where(self) -> Location:
        """The place where it begins."""
        return Location(self.file, self.line, self.column)


YamlNode = YamlText | YamlList | YamlMap

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is seven times faster


def parse_yaml(
    file: TextFile, problems: Problems, *, from_line: int = 1, what: str = "file"
) -> YamlNode | None:
    """Parse one YAML document.

    Args:
        file: Its text may be a part of the file.
        problems: What is wrong is taken down here.
        from_line: Of the file, where the text begins.
        what: What is said to be empty if it is.

    Returns:
        None if the text is not YAML or empty, or means something that is not read here.
    """
    loader = _Loader(file.text)
    builder = _Builder(file.path, problems, from_line, loader.get_event)
    try:
        root = builder.document()
    except yaml.MarkedYAMLError as error:
        builder.refuse(error, file.text)
        return None
    except _RefusedError:
        return None
    finally:
        loader.dispose()
    if root is None or (type(root) is YamlText and root.kind == "null"):
        problems.error(Location(file.path, from_line), f"the {what} is empty")
        return None
    return None if builder.failed else root


class _RefusedError(Exception):
    """Ends the parsing; why has been taken down."""


class _Builder:
    """Builds nodes from the parser's events.

    Attributes:
        failed: Something was taken down that leaves a hole.
    """

    def __init__(
        self, file: str, problems: Problems, from_line: int, next_event: Callable[[], Any]
    ) -> None:
        self._file = file
        self._problems = problems
        self._from_line = from_line
        self._next = next_event
        self._anchors: dict[str, YamlNode] = {}
        self.failed = False

    def document(self) -> YamlNode | None:
        """Build the one document of a file; None if it has none."""
        self._next()
        event = self._next()
        if type(event) is not yaml.DocumentStartEvent:
            return None
        root = self._node(self._next(), 0)
        self._next()
        event = self._next()
        if type(event) is yaml.DocumentStartEvent:
            where = self._at(event.start_mark)
            self._tell(where, "a second document begins here", "one file, one document")
        return root

    def _node(self, event: Any, depth: int) -> YamlNode:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._text(event)
        if kind is yaml.AliasEvent:
            return self._meant(event)
        if depth == DEEPEST:
            message = f"lists and mappings are nested more than {DEEPEST} deep"
            self._tell(self._at(event.start_mark), message)
            raise _RefusedError
        return (
            self._map(event, depth) if kind is yaml.MappingStartEvent else self._list(event, depth)
        )

    def _text(self, event: Any) -> YamlText:
        mark = event.start_mark
        node = YamlText(
            event.value, event.style or "", self._file, mark.line + self._from_line, mark.column + 1
        )
        if event.anchor or event.tag:
            self._mark(event, node)
        return node

    def _map(self, event: Any, depth: int) -> YamlMap:
        entries: dict[str, tuple[YamlText, YamlNode]] = {}
        where = event.start_mark
        node = YamlMap(entries, self._file, where.line + self._from_line, where.column + 1)
        if event.anchor or event.tag:
            self._mark(event, node)
        take, text, scalar, end = self._next, self._text, yaml.ScalarEvent, yaml.MappingEndEvent
        while type(event := take()) is not end:
            key = text(event) if type(event) is scalar else self._odd_key(event, depth)
            event = take()
            value = text(event) if type(event) is scalar else self._node(event, depth + 1)
            name = key.text
            if name in entries:
                hint = f"first given at {entries[name][0].where}"  # which is the one that counts
                self._problems.error(key.where, f"{name!r} is given twice", hint)
            else:
                entries[name] = (key, value)
                if not name or name == "<<":
                    self._refuse_key(key)
        return node

    def _list(self, event: Any, depth: int) -> YamlList:
        items: list[YamlNode] = []
        where = event.start_mark
        node = YamlList(items, self._file, where.line + self._from_line, where.column + 1)
        if event.anchor or event.tag:
            self._mark(event, node)
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth + 1))
        return node

    def _odd_key(self, event: Any, depth: int) -> YamlText:
        """Take a key that is a mapping, a list or an alias."""
        node = self._node(event, depth + 1)
        if type(node) is YamlText:
            return node
        self._tell(node.where, "a key must be a single word")
        return YamlText(str(node.where), '"', self._file, node.line, node.column)

    def _refuse_key(self, key: YamlText) -> None:
        if not key.text:
            self._tell(key.where, "a key is missing")
        elif not key.style:
            self._tell(key.where, "'<<' is not read here", "write the fields out")

    def _mark(self, event: Any, node: YamlNode) -> None:
        if event.anchor:
            self._anchors[event.anchor] = node
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._tell(node.where, f"the tag {tag!r} is not read here", "leave it out")

    def _meant(self, event: Any) -> YamlNode:
        where = self._at(event.start_mark)
        node = self._anchors.get(event.anchor)
        if type(node) is YamlText:
            return node
        if node is None:
            self.failed = True
            self._problems.unknown(where, "alias", event.anchor, self._anchors)
        else:  # what is shared can hold what is shared, and so grow without end
            hint = "an alias may stand for a single value; write lists and mappings out"
            self._tell(where, f"{'*' + event.anchor!r} stands for more than one value", hint)
        return YamlText("", '"', self._file, where.line, where.column)

    def refuse(self, error: yaml.MarkedYAMLError, text: str) -> None:
        """Take down what the parser says, in words of our own where it is often said."""
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        lines = text.split("\n")
        rest = lines[line][column:] if line < len(lines) else ""
        message, hint = _meaning(str(error.problem), rest)
        context = str(error.context)
        if error.context_mark and not hint:
            began = self._at(error.context_mark)
            if "flow" in context or "quoted" in context:
                hint = f"what begins at {began} is not closed"
            elif "block" in context:
                hint = f"indent it like what begins at {began}"
        where = Location(self._file, line + self._from_line, column + 1)
        self._tell(where, message, hint)

    def _at(self, mark: Any) -> Location:
        return Location(self._file, mark.line + self._from_line, mark.column + 1)

    def _tell(self, where: Location, message: str, hint: str = "") -> None:
        self.failed = True
        self._problems.error(where, message, hint)


def _meaning(problem: str, rest: str) -> tuple[str, str]:
    """Put a message of libyaml into an author's words, with a hint."""
    sign = rest[:1]
    if "tab character" in problem or sign == "\t":
        return "a tab cannot indent", "indent with spaces"
    if "mapping values are not allowed" in problem:
        return "not YAML: a colon and a space inside a value", "put the value in quotes"
    if "cannot start any token" in problem and sign:
        return f"not YAML: a value cannot begin with {sign!r}", "put the value in quotes"
    if "<document start>" in problem:
        return "not YAML: this line is indented less than the first", ""
    return f"not YAML: {problem}", ""
