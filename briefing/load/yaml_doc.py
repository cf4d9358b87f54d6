"""YAML that remembers where each value was written, and means what it says.

Values stay as the author wrote them; what a plain one is (a number, a text) is asked of it when
it is read. The plain types are those of YAML 1.2's JSON schema, so that ``iso2: NO`` is a text,
and so are 012, 12:30 and dates.

Source: YAML 1.2.2, 10.2 (JSON schema).
"""

import re
from typing import Any, Literal, NamedTuple, final

import yaml

from briefing.errors import Location
from briefing.load.files import TextFile
from briefing.load.problems import Problems

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
    builder = _Builder(file, problems, from_line, what)
    loader = _Loader(file.text)
    try:
        while builder.open:
            builder.take(loader.get_event())
    except yaml.MarkedYAMLError as error:
        builder.refuse(error)
        return None
    finally:
        loader.dispose()
    return None if builder.failed else builder.root


class _Builder:
    """Builds nodes from the parser's events.

    Attributes:
        open: More events are wanted.
        failed: Something was taken down.
    """

    def __init__(self, file: TextFile, problems: Problems, from_line: int, what: str) -> None:
        self._file = file.path
        self._text = file.text
        self._problems = problems
        self._from_line = from_line
        self._what = what
        self._stack: list[YamlList | YamlMap] = []
        self._keys: list[YamlText | None] = []
        self._anchors: dict[str, YamlNode] = {}
        self._documents = 0
        self.root: YamlNode | None = None
        self.open = True
        self.failed = False

    def take(self, event: Any) -> None:
        """Take the next event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            mark = event.start_mark
            style = event.style or ""
            node = YamlText(
                event.value, style, self._file, mark.line + self._from_line, mark.column + 1
            )
            if event.anchor or event.tag:
                self._mark(event, node)
            self._put(node)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._begin(event, kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
            self._keys.pop()
        elif kind is yaml.AliasEvent:
            self._put(self._meant(event))
        elif kind is yaml.DocumentStartEvent:
            self._document(event)
        elif kind is yaml.StreamEndEvent:
            self._end()

    def refuse(self, error: yaml.MarkedYAMLError) -> None:
        """Take down what the parser says, in words of our own where it is often said."""
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        lines = self._text.split("\n")
        rest = lines[line][column:] if line < len(lines) else ""
        message, hint = _meaning(str(error.problem), rest)
        context = str(error.context)
        if error.context_mark and not hint:
            began = self._at(error.context_mark)
            if "flow" in context or "quoted" in context:
                hint = f"what begins at {began} is not closed"
            elif "block" in context:
                hint = f"indent it like what begins at {began}"
        self._tell(self._at(mark) if mark else Location(self._file, self._from_line), message, hint)

    def _put(self, node: "YamlNode") -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if type(top) is YamlList:
            top.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(node)
            return
        assert isinstance(top, YamlMap)
        first = top.entries.setdefault(key.text, (key, node))
        if first[0] is not key:
            hint = f"first given at {first[0].where}"  # which is the one that counts
            self._problems.error(key.where, f"{key.text!r} is given twice", hint)
        self._keys[-1] = None

    def _key(self, node: "YamlNode") -> YamlText:
        if not isinstance(node, YamlText):
            self._tell(node.where, "a key must be a single word")
            return YamlText("", '"', self._file, node.line, node.column)
        if node.text == "<<" and not node.style:
            self._tell(node.where, "'<<' is not read here", "write the fields out")
        elif not node.text:
            self._tell(node.where, "a key is missing")
        return node

    def _begin(self, event: Any, is_map: bool) -> None:
        mark = event.start_mark
        line, column = mark.line + self._from_line, mark.column + 1
        if len(self._stack) == DEEPEST:
            where = Location(self._file, line, column)
            self._tell(where, f"lists and mappings are nested more than {DEEPEST} deep")
            self.open = False
            return
        node: YamlMap | YamlList
        if is_map:
            node = YamlMap({}, self._file, line, column)
        else:
            node = YamlList([], self._file, line, column)
        if event.anchor or event.tag:
            self._mark(event, node)
        self._put(node)
        self._stack.append(node)
        self._keys.append(None)

    def _mark(self, event: Any, node: "YamlNode") -> None:
        if event.anchor:
            self._anchors[event.anchor] = node
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._tell(node.where, f"the tag {tag!r} is not read here", "leave it out")

    def _meant(self, event: Any) -> "YamlNode":
        where = self._at(event.start_mark)
        node = self._anchors.get(event.anchor)
        if isinstance(node, YamlText):
            return node
        if node is None:
            known = self._anchors
            self.failed = True
            self._problems.unknown(where, "alias", event.anchor, known)
        else:  # what is shared can hold what is shared, and so grow without end
            hint = "an alias may stand for a single value; write lists and mappings out"
            self._tell(where, f"{'*' + event.anchor!r} stands for more than one value", hint)
        return YamlText("", '"', self._file, where.line, where.column)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents == 2:
            where = self._at(event.start_mark)
            self._tell(where, "a second document begins here", "one file, one document")
            self.open = False

    def _end(self) -> None:
        self.open = False
        root = self.root
        if root is None or (isinstance(root, YamlText) and root.kind == "null"):
            self._tell(Location(self._file, self._from_line), f"the {self._what} is empty")

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
