"""From a file's text to its blocks."""

import re
from typing import get_args

from markdown_it.token import Token

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.facts import PLACING
from briefing.load.fields import Name
from briefing.load.files import TextFile
from briefing.load.markdown.around import Around
from briefing.load.markdown.attributes import read_attributes
from briefing.load.markdown.bearers import Bearer
from briefing.load.markdown.braces import Braces, parse_braces
from briefing.load.markdown.inlines import PARSER, read_inlines
from briefing.load.markdown.mask import mask, unmask
from briefing.load.markdown.parser import Env
from briefing.load.markdown.settings import read_position, read_table_settings
from briefing.load.markdown.tables import read_table
from briefing.load.places import Places
from briefing.model.content import (
    PLAIN,
    Attributes,
    Block,
    Box,
    BoxKind,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    PlacedKind,
    Placement,
    Quote,
)

DEEPEST = 20
"""So many lists, quotations and boxes inside one another are read."""

LOWEST = 4
"""The level of the smallest headings."""

_PLACED = re.compile(rf"\s*(?P<kind>{'|'.join(PLACING)})\s*\((?P<id>.*)\)\s*", re.DOTALL)
_QUOTED = re.compile(r"""\s*(?P<mark>["'])(?P<id>[^"']*)(?P=mark)\s*""")
_BOX = re.compile(r"\s*(?P<kind>[^\s{]*)\s*(?P<rest>.*)", re.DOTALL)
_MARKERS = re.compile(r"(?:[ \t>]|[-+*][ \t]|[0-9]{1,9}[.)][ \t])*")
_QUOTE_MARKERS = re.compile(r"[ \t>]*")
_LEADING = re.compile(r"\{(?![{%])")
_TRAILING = re.compile(r"(?:^|(?<=\s))\{(?!\{)[^{}\n]*\}$")

_KINDS: tuple[BoxKind, ...] = get_args(BoxKind)

_REFUSED = {
    "code_block": ("an indented line is not printed", "indent it by less than four spaces"),
    "fence": ("code is not printed here", "leave out the lines of backticks or tildes"),
    "hr": ("lines across the page are not printed here", "begin a section of its own instead"),
    "html_block": ("HTML is not read here", "write Markdown"),
}


def read_blocks(file: TextFile, checker: Checker, language: str) -> tuple[Block, ...]:
    """Read a file's blocks; its front matter has given way to empty lines.

    Args:
        file: The file.
        checker: Knows the names, and takes down what is wrong.
        language: Of the text, where it does not say another.
    """
    masked = mask(file.text)
    env: Env = {"references": {}}
    tokens = PARSER.blocks(masked, env)
    reader = _Reader(file.path, masked.split("\n"), tokens, checker)
    return reader.until("", Around(checker, env["references"], language))


class _Reader:
    """Goes through the block tokens of one file, in which expressions are hidden."""

    def __init__(self, file: str, lines: list[str], tokens: list[Token], checker: Checker) -> None:
        self._file = file
        self._lines = lines
        self._tokens = tokens
        self._checker = checker
        self._next = 0
        self._level = 1

    def until(self, closing: str, around: Around) -> tuple[Block, ...]:
        """Read blocks up to a token of the type `closing`, and go past it."""
        blocks: list[Block] = []
        waiting: Token | None = None
        while self._next < len(self._tokens):
            token = self._take()
            if waiting is not None and (token.map is None or token.map[0] != _end(waiting)):
                self._refuse_alone(waiting)
                waiting = None
            if token.type == closing:
                return tuple(blocks)
            if token.type == "attributes":
                if waiting is not None:
                    self._refuse_alone(waiting)
                waiting = token
                continue
            block = self._block(token, waiting, around)
            waiting = None
            if block is not None:
                blocks.append(block)
        if waiting is not None:
            self._refuse_alone(waiting)
        return tuple(blocks)

    def _block(self, token: Token, braces: Token | None, around: Around) -> Block | None:
        match token.type:
            case "paragraph_open":
                return self._paragraph(braces, around)
            case "heading_open":
                return self._heading(token, braces, around)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, braces, around)
            case "blockquote_open":
                return self._quote(token, braces, around)
            case "box_open":
                return self._box(token, braces, around)
            case "table_open":
                where = self._place(token, _MARKERS)
                aligns = self._aligns()
                given = self._braces(braces)
                attributes = read_attributes(given, "table", self._checker, around.scope)
                inside = around.given(attributes)
                return read_table(
                    self._file,
                    self._lines,
                    extent=_lines_of(token),
                    aligns=aligns,
                    attributes=attributes,
                    settings=read_table_settings(given, inside),
                    around=inside,
                    where=where,
                )
            case _:
                message, hint = _REFUSED[token.type]
                self._error(self._place(token, _MARKERS), message, hint)
                return None

    # --- words -----------------------------------------------------------------------------

    def _paragraph(self, braces: Token | None, around: Around) -> Block | None:
        inline = self._take()
        self._take()
        places = self._places(inline)
        text = inline.content
        if text.startswith("{{") and text.find("}}") == len(text) - 2:
            source = unmask(text[2:-2])
            placed = _PLACED.fullmatch(source)
            if placed is not None:
                return self._placement(placed, self._braces(braces), places, around)
        attributes = self._attributes(braces, "paragraph", around)
        children = read_inlines(text, places, around.given(attributes).setting())
        return Paragraph(children, attributes, places.at(0))

    def _placement(
        self, placed: re.Match[str], given: Braces | None, places: Places, around: Around
    ) -> Placement | None:
        kind: PlacedKind = placed["kind"]  # type: ignore[assignment]  # the pattern holds no other
        bearer: Bearer = "placed table" if kind == "table" else kind
        attributes = read_attributes(given, bearer, self._checker, around.scope)
        if around.depth and (kind == "section" or not around.boxed):
            inside = "a box" if around.boxed else "a list or quotation"
            self._error(places.at(0), f"a {kind} cannot stand in {inside}", "place it outside")
        quoted = _QUOTED.fullmatch(placed["id"])
        if quoted is None:
            hint = f'write {{{{ {kind}("name") }}}}, with the name of its file'
            self._error(places.at(2 + placed.start("id")), f"{kind!r} wants one name", hint)
            return None
        where = places.at(2 + placed.start("id") + quoted.start("id"))
        self._checker.known.check(kind, Name(quoted["id"], where), self._checker.problems)
        position = read_position(given, around) if kind != "section" else "here"
        return Placement(kind, quoted["id"], attributes, places.at(0), position)

    def _heading(self, token: Token, braces: Token | None, around: Around) -> Heading:
        inline = self._take()
        self._take()
        where = self._place(token, _MARKERS)
        level = int(token.tag[1:])
        self._check_level(token, level, where, around)
        if token.markup[0] == "#":
            line = self._lines[where.line - 1]
            column = line.index(inline.content, where.column - 1 + level) + 1
            places = Places(self._file, [(0, where.line, column)])
        else:
            places = self._places(inline)
        text, attributes = inline.content, self._attributes(braces, "heading", around)
        trailing = _TRAILING.search(text)
        if trailing is not None:
            given = parse_braces(text, trailing.start(), places)
            text = text[: trailing.start()].rstrip()
            if braces is not None:
                hint = "write all of them in one pair of braces"
                self._error(places.at(trailing.start()), "attributes are given twice", hint)
            attributes = read_attributes(given, "heading", self._checker, around.scope)
        if not text:
            self._error(where, "the heading is empty")
        children = read_inlines(text, places, around.given(attributes).setting())
        return Heading(level, children, attributes, where)

    def _check_level(self, token: Token, level: int, where: Location, around: Around) -> None:
        if token.markup[0] != "#":
            self._error(where, "a heading begins with ##", "leave out the line of signs below it")
        elif around.depth and not around.boxed:
            self._error(where, "a heading stands in a list or quotation", "make it bold instead")
        elif level == 1:
            hint = "the title stands in the front matter; begin with ##"
            self._error(where, "a heading of level 1", hint)
        elif level > LOWEST:
            self._error(where, f"a heading of level {level}", f"at most {'#' * LOWEST}")
        elif not around.boxed:
            if level > self._level + 1:
                hint = f"write {'#' * (self._level + 1)}"
                message = f"a heading of level {level} stands below one of level {self._level}"
                if self._level == 1:
                    message = f"the first heading is of level {level}"
                self._error(where, message, hint)
            self._level = level

    # --- groups ----------------------------------------------------------------------------

    def _list(self, token: Token, braces: Token | None, around: Around) -> ListBlock:
        where = self._place(token, _QUOTE_MARKERS)
        bearer: Bearer = "list" if token.type == "bullet_list_open" else "numbered list"
        attributes = self._attributes(braces, bearer, around)
        inside = self._deeper(around.given(attributes), where)
        start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
        items: list[ListItem] = []
        while self._take_next_is("list_item_open"):
            items.append(self._item(inside))
        self._take()
        return ListBlock(start, tuple(items), attributes, where)

    def _item(self, around: Around) -> ListItem:
        """Read one item; attributes that are the first thing in it are its own."""
        where = self._place(self._take(), _QUOTE_MARKERS)
        attributes, first = PLAIN, self._tokens[self._next]
        if first.type == "attributes":
            attributes = self._attributes(self._take(), "list item", around)
        elif first.type == "paragraph_open":
            inline = self._tokens[self._next + 1]
            if _LEADING.match(inline.content):
                given = parse_braces(inline.content, 0, self._places(inline))
                attributes = read_attributes(given, "list item", self._checker, around.scope)
                rest = inline.content[given.end :].lstrip()
                begin, behind = _lines_of(inline)
                gone = inline.content[: len(inline.content) - len(rest)].count("\n")
                inline.content, inline.map = rest, [begin + gone, behind]
        blocks = self.until("list_item_close", around.given(attributes))
        if not blocks:
            self._error(where, "the item is empty", "write something in it or leave it out")
        return ListItem(blocks, attributes, where)

    def _quote(self, token: Token, braces: Token | None, around: Around) -> Quote:
        where = self._place(token, _MARKERS)
        attributes = self._attributes(braces, "quotation", around)
        inside = self._deeper(around.given(attributes), where)
        return Quote(self.until("blockquote_close", inside), attributes, where)

    def _box(self, token: Token, braces: Token | None, around: Around) -> Box:
        where = self._place(token, _MARKERS)
        head = _BOX.fullmatch(token.info)
        assert head is not None  # it matches anything
        places = Places(self._file, [(0, where.line, where.column + len(token.markup))])
        kind = self._kind(head, places, where)
        if head["kind"] and not token.meta["closed"]:
            self._error(where, "the box is not closed", "end it with a line of three colons")
        attributes = self._attributes(braces, "box", around)
        if head["rest"]:
            attributes = self._box_attributes(token.info, head.start("rest"), places, around)
            if braces is not None:
                hint = "write all of them in one pair of braces"
                self._error(places.at(head.start("rest")), "attributes are given twice", hint)
        inside = self._deeper(around.given(attributes), where, boxed=True)
        blocks = self.until("box_close", inside)
        if not blocks and head["kind"]:
            self._error(where, "the box is empty", "write something in it or leave it out")
        return Box(kind, blocks, attributes, where)

    def _box_attributes(self, info: str, at: int, places: Places, around: Around) -> Attributes:
        end, attributes = at, PLAIN
        if info[at] == "{":
            given = parse_braces(info, at, places)
            attributes = read_attributes(given, "box", self._checker, around.scope)
            end = given.end
        if info[end:].strip():
            hint = "only attributes in braces may follow the kind of a box"
            self._error(places.at(end), f"{info[end:].strip()!r} means nothing here", hint)
        return attributes

    def _kind(self, head: re.Match[str], places: Places, where: Location) -> BoxKind:
        for kind in _KINDS:
            if kind == head["kind"]:
                return kind
        if head["kind"]:
            at = places.at(head.start("kind"))
            self._checker.problems.unknown(at, "kind of box", head["kind"], _KINDS)
        else:
            hint = f"say one of {', '.join(_KINDS)}; or the colons close a box that is not open"
            self._error(where, "the box has no kind", hint)
        return _KINDS[0]

    # --- tokens and places -----------------------------------------------------------------

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _take_next_is(self, kind: str) -> bool:
        return self._tokens[self._next].type == kind

    def _aligns(self) -> list[str]:
        """Go past a table, and give the alignments of its columns."""
        aligns: list[str] = []
        while (token := self._take()).type != "table_close":
            if token.type == "th_open":
                aligns.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        return aligns

    def _deeper(self, around: Around, where: Location, *, boxed: bool = False) -> Around:
        if around.depth == DEEPEST:
            message = f"lists, quotations and boxes are nested more than {DEEPEST} deep"
            self._error(where, message)
        return around.deeper(boxed=boxed)

    def _attributes(self, token: Token | None, bearer: Bearer, around: Around) -> Attributes:
        if token is None:
            return PLAIN
        return read_attributes(self._braces(token), bearer, self._checker, around.scope)

    def _braces(self, token: Token | None) -> Braces | None:
        return parse_braces(token.content, 0, self._places(token)) if token else None

    def _refuse_alone(self, token: Token) -> None:
        hint = "put them on the line directly before a block"
        self._error(self._places(token).at(0), "the attributes belong to no block", hint)

    def _place(self, token: Token, markers: re.Pattern[str]) -> Location:
        """Locate the first sign of a block behind the markers of what it stands in."""
        line, _ = _lines_of(token)
        match = markers.match(self._lines[line])
        return Location(self._file, line + 1, (match.end() if match else 0) + 1)

    def _places(self, token: Token) -> Places:
        """Find a text in its lines, which begin with the markers of lists and quotations.

        Only the ends of lines are the same in both, blanks aside.
        """
        line, _ = _lines_of(token)
        segments: list[tuple[int, int, int]] = []
        offset = 0
        for piece in token.content.split("\n"):
            source = self._lines[line]
            line += 1
            segments.append((offset, line, len(source.rstrip()) - len(piece.rstrip()) + 1))
            offset += len(piece) + 1
        return Places(self._file, segments)

    def _error(self, where: Location, message: str, hint: str = "") -> None:
        self._checker.problems.error(where, message, hint)


def _lines_of(token: Token) -> tuple[int, int]:
    """Give the first line of a block and the one behind its last, counted from 0."""
    assert token.map is not None  # markdown-it maps every opening token
    return token.map[0], token.map[1]


def _end(token: Token) -> int:
    return _lines_of(token)[1]
