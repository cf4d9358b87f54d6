"""From a file's text to its blocks."""

import re
from typing import Literal

from markdown_it.token import Token

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.markdown.around import STANDS, Around, Inside, standing
from briefing.load.markdown.attributes import read_attributes
from briefing.load.markdown.bearers import Bearer
from briefing.load.markdown.braces import Braces, parse_braces
from briefing.load.markdown.fences import read_fence
from briefing.load.markdown.inlines import PARSER, read_inlines
from briefing.load.markdown.mask import mask
from briefing.load.markdown.parser import Env
from briefing.load.markdown.placing import find_call, read_call
from briefing.load.markdown.settings import check_place, read_table_settings
from briefing.load.markdown.source import QUOTE_MARKERS, Source, lines_of
from briefing.load.markdown.tables import read_table
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.places import Places
from briefing.model.prose import (
    PLAIN,
    Attributes,
    Block,
    Definition,
    DefinitionList,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    TableBlock,
)
from briefing.model.rules import skipped_level

DEEPEST = 20
"""So many lists, quotations, boxes and the like inside one another are read."""

LOWEST = 4
"""The level of the smallest headings."""

_LEADING = re.compile(r"\{(?![{%])")
_TRAILING = re.compile(r"(?:^|(?<=\s))\{(?!\{)[^{}\n]*\}$")
_COLON = re.compile(r"^[ \t]*(:)(?=[ \t]|$)", re.MULTILINE)
_PARAGRAPHS: dict[Inside, Bearer] = {
    "quotation": "paragraph in a quotation", "sheet": "paragraph on a sheet",
}  # fmt: skip

_REFUSED = {
    "code_block": ("an indented line is not printed", "indent it by less than four spaces"),
    "fence": ("code is not printed here", "leave out the lines of backticks or tildes"),
    "hr": ("lines across the page are not printed here", "begin a section of its own instead"),
    "html_block": ("HTML is not read here", "write Markdown"),
}


def read_blocks(
    file: TextFile, checker: Checker, language: str, inside: Literal["document", "section"]
) -> tuple[Block, ...]:
    """Read a file's blocks; its front matter has given way to empty lines.

    Args:
        file: The file.
        checker: Knows the names, and takes down what is wrong.
        language: Of the text, where it does not say another.
        inside: What the file is.
    """
    masked = mask(file.text)
    env: Env = {"references": {}}
    tokens = PARSER.blocks(masked, env)
    reader = _Reader(Source(file.path, masked.split("\n")), tokens, checker)
    return reader.until("", Around(checker, env["references"], language, inside))


class _Reader:
    """Goes through the block tokens of one file, in which expressions are hidden."""

    def __init__(self, source: Source, tokens: list[Token], checker: Checker) -> None:
        self._source = source
        self._tokens = tokens
        self._checker = checker
        self._next = 0
        self._level = 1
        self._level_in_box = 0  # of the last heading in it, 0 for none yet

    def until(self, closing: str, around: Around) -> tuple[Block, ...]:
        """Read blocks up to a token of the type `closing`, and go past it."""
        blocks: list[Block] = []
        waiting: Token | None = None
        below, level = around, LOWEST + 1  # a heading's language is that of what stands below it
        while self._next < len(self._tokens):
            token = self._take()
            if waiting is not None and (token.map is None or token.map[0] != lines_of(waiting)[1]):
                self._refuse_alone(waiting)
                waiting = None
            if token.type == closing:
                return tuple(blocks)
            if token.type == "attributes":
                if waiting is not None:
                    self._refuse_alone(waiting)
                waiting = token
                continue
            if token.type == "heading_open" and int(token.tag[1:]) <= level:
                below, level = around, LOWEST + 1
            block = self._block(token, self._braces(waiting), below)
            waiting = None
            if block is not None:
                blocks.append(block)
            if type(block) is Heading and block.attributes.conditions.languages:
                below = below.speaking(block.attributes.conditions)
                level = min(level, block.level)
        if waiting is not None:
            self._refuse_alone(waiting)
        return tuple(blocks)

    def _block(self, token: Token, braces: Braces | None, around: Around) -> Block | None:
        match token.type:
            case "paragraph_open":
                return self._paragraph(braces, around)
            case "heading_open":
                return self._heading(token, braces, around)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, braces, around)
            case "definitions_open":
                return self._definitions(token, braces, around)
            case "blockquote_open":
                return self._quote(token, braces, around)
            case "box_open":
                return self._fence(token, braces, around)
            case "table_open":
                return self._table(token, braces, around)
            case _:
                message, hint = _REFUSED[token.type]
                self._error(self._source.place(token), message, hint)
                return None

    # --- words -----------------------------------------------------------------------------

    def _paragraph(self, braces: Braces | None, around: Around) -> Block | None:
        inline = self._take()
        self._take()
        places = self._source.places(inline)
        text = inline.content
        call = find_call(text)
        if call is not None:
            return read_call(call, braces, places, around)
        if ":" in text and (colon := _COLON.search(text)):
            hint = "the term is the one line above it; write \\: for the sign"
            self._error(places.at(colon.start(1)), "the definition has no term", hint)
        bearer = _PARAGRAPHS.get(around.inside, "paragraph")
        attributes = read_attributes(braces, bearer, self._checker, around.scope)
        setting = around.given(attributes).setting("paragraph")
        return Paragraph(read_inlines(text, places, setting), attributes, places.at(0))

    def _heading(self, token: Token, braces: Braces | None, around: Around) -> Heading:
        inline = self._take()
        self._take()
        where = self._source.place(token)
        level = int(token.tag[1:])
        self._check_level(token, level, where, around)
        if token.markup[0] == "#":
            line = self._source.lines[where.line - 1]
            column = line.index(inline.content, where.column - 1 + level) + 1
            places = Places(self._source.file, [(0, where.line, column)])
        else:
            places = self._source.places(inline)
        text = inline.content
        trailing = _TRAILING.search(text)
        if trailing is not None:
            if braces is not None:
                hint = "write all of them in one pair of braces"
                self._error(places.at(trailing.start()), "attributes are given twice", hint)
            braces = parse_braces(text, trailing.start(), places)
            text = text[: trailing.start()].rstrip()
        bearer: Bearer = "heading on a sheet" if around.inside == "sheet" else "heading"
        attributes = read_attributes(braces, bearer, self._checker, around.scope)
        if not text:
            self._error(where, "the heading is empty")
        setting = around.given(attributes).setting("heading")
        return Heading(level, read_inlines(text, places, setting), attributes, where)

    def _check_level(self, token: Token, level: int, where: Location, around: Around) -> None:
        highest, lowest = (1, 2) if around.inside == "sheet" else (2, LOWEST)
        if token.markup[0] != "#":
            self._error(where, "a heading begins with ##", "leave out the line of signs below it")
        elif around.inside not in STANDS["heading"]:
            message = f"a heading stands {standing(around.inside)}"
            self._error(where, message, "make it bold instead")
        elif level < highest:
            hint = "the title stands in the front matter; begin with ##"
            self._error(where, "a heading of level 1", hint)
        elif level > lowest:
            hint = f"at most {'#' * LOWEST}"
            if around.inside == "sheet":
                hint = "on a sheet # is the title and ## the subtitle"
            self._error(where, f"a heading of level {level}", hint)
        elif around.inside != "sheet":
            boxed = around.inside == "box"
            before = (self._level_in_box or level) if boxed else self._level
            fault = skipped_level(level, before)
            if fault is not None:
                self._checker.problems.error(where, *fault, "heading-levels")
            if boxed:
                self._level_in_box = level
            else:
                self._level = level

    # --- groups ----------------------------------------------------------------------------

    def _list(self, token: Token, braces: Braces | None, around: Around) -> ListBlock:
        where = self._source.place(token, QUOTE_MARKERS)
        bearer: Bearer = "list" if token.type == "bullet_list_open" else "numbered list"
        attributes = read_attributes(braces, bearer, self._checker, around.scope)
        inside = self._deeper(around.given(attributes), where, "list")
        start = int(token.attrs.get("start", 1)) if bearer == "numbered list" else None
        items: list[ListItem] = []
        while self._next_is("list_item_open"):
            items.append(self._item(inside))
        self._take()
        return ListBlock(start, tuple(items), attributes, where)

    def _item(self, around: Around) -> ListItem:
        """Read one item; attributes that are the first thing in it are its own."""
        where = self._source.place(self._take(), QUOTE_MARKERS)
        attributes, first = PLAIN, self._tokens[self._next]
        if first.type == "attributes":
            braces = self._braces(self._take())
            attributes = read_attributes(braces, "list item", self._checker, around.scope)
        elif first.type == "paragraph_open":
            inline = self._tokens[self._next + 1]
            if _LEADING.match(inline.content):
                attributes, rest = self._leading(inline, "list item", around)
                begin, behind = lines_of(inline)
                gone = inline.content[: len(inline.content) - len(rest)].count("\n")
                inline.content, inline.map = rest, [begin + gone, behind]
        blocks = self.until("list_item_close", around.given(attributes))
        if not blocks:
            self._error(where, "the item is empty", "write something in it or leave it out")
        return ListItem(blocks, attributes, where)

    def _definitions(self, token: Token, braces: Braces | None, around: Around) -> DefinitionList:
        where = self._source.place(token)
        attributes = read_attributes(braces, "definition list", self._checker, around.scope)
        inside = self._deeper(around.given(attributes), where, "definition")
        items: list[Definition] = []
        while self._next_is("term"):
            items.append(self._definition(inside))
        self._take()
        return DefinitionList(tuple(items), attributes, where)

    def _definition(self, around: Around) -> Definition:
        """Read a term with all that is said of it; attributes before it are those of both."""
        term = self._take()
        places = self._source.places(term)
        attributes, rest = PLAIN, term.content
        if _LEADING.match(rest):
            attributes, rest = self._leading(term, "definition", around)
        inside = around.given(attributes)
        begin = len(term.content) - len(rest)
        words = read_inlines(rest, places.since(begin), inside.setting())
        blocks: list[Block] = []
        while self._next_is("definition_open"):
            colon = self._source.place(self._take(), QUOTE_MARKERS)
            said = self.until("definition_close", inside)
            if not said:
                hint = "write something behind the colon or leave it out"
                self._error(colon, "the definition is empty", hint)
            blocks += said
        if not rest:
            self._error(places.at(0), "the term is empty", "write it on the line above the colon")
        return Definition(words, tuple(blocks), attributes, places.at(0))

    def _leading(self, inline: Token, bearer: Bearer, around: Around) -> tuple[Attributes, str]:
        """Read the braces that a text begins with, and give what follows them."""
        given = parse_braces(inline.content, 0, self._source.places(inline))
        attributes = read_attributes(given, bearer, self._checker, around.scope)
        return attributes, inline.content[given.end :].lstrip()

    def _fence(self, token: Token, braces: Braces | None, around: Around) -> Block:
        fence = read_fence(token, braces, self._source, around)
        inside = self._deeper(around.given(fence.attributes), fence.where, fence.inside)
        level, self._level_in_box = self._level_in_box, 0
        blocks = self.until("box_close", inside)
        self._level_in_box = level
        return fence.made(blocks, around)

    def _quote(self, token: Token, braces: Braces | None, around: Around) -> Quote:
        where = self._source.place(token)
        attributes = read_attributes(braces, "quotation", self._checker, around.scope)
        inside = self._deeper(around.given(attributes), where, "quotation")
        return Quote(self.until("blockquote_close", inside), attributes, where)

    def _table(self, token: Token, braces: Braces | None, around: Around) -> TableBlock:
        where = self._source.place(token)
        if around.inside == "sheet":
            self._error(where, "a table cannot stand on a sheet", "write it outside")
        attributes = read_attributes(braces, "table", self._checker, around.scope)
        check_place(braces, "table", around)
        inside = around.given(attributes)
        return read_table(
            self._source.file,
            self._source.lines,
            extent=lines_of(token),
            aligns=self._aligns(),
            attributes=attributes,
            settings=read_table_settings(braces, inside),
            around=inside,
            where=where,
        )

    # --- tokens ----------------------------------------------------------------------------

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _next_is(self, kind: str) -> bool:
        return self._tokens[self._next].type == kind

    def _aligns(self) -> list[str]:
        """Go past a table, and give the alignments of its columns."""
        aligns: list[str] = []
        while (token := self._take()).type != "table_close":
            if token.type == "th_open":
                aligns.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        return aligns

    def _deeper(self, around: Around, where: Location, inside: Inside) -> Around:
        if around.depth == DEEPEST:
            message = f"lists, quotations and boxes are nested more than {DEEPEST} deep"
            self._error(where, message)
        return around.deeper(inside)

    def _braces(self, token: Token | None) -> Braces | None:
        return parse_braces(token.content, 0, self._source.places(token)) if token else None

    def _refuse_alone(self, token: Token) -> None:
        hint = "put them on the line directly before a block"
        self._error(self._source.places(token).at(0), "the attributes belong to no block", hint)

    def _error(self, where: Location, message: str, hint: str = "") -> None:
        self._checker.problems.error(where, message, hint)
