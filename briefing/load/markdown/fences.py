"""The heads of fences: ``::: box {audience=public}``."""

import re
from collections.abc import Mapping
from typing import NamedTuple, get_args

from markdown_it.token import Token

from briefing.errors import Location
from briefing.load.markdown.around import STANDS, Around, Inside, standing
from briefing.load.markdown.attributes import read_attributes, read_whole
from briefing.load.markdown.bearers import Bearer
from briefing.load.markdown.braces import Braces, parse_braces
from briefing.load.markdown.settings import check_place
from briefing.load.markdown.source import Source
from briefing.load.syntax.places import Places
from briefing.model.prose import (
    Attributes,
    Block,
    Box,
    BoxKind,
    Columns,
    FrontMatter,
    Sheet,
    SheetKind,
)

MOST_COLUMNS = 3

_HEAD = re.compile(r"\s*(?P<kind>[^\s{]*)\s*(?P<rest>.*)", re.DOTALL)
_BOXES: tuple[BoxKind, ...] = get_args(BoxKind)
_SHEETS: tuple[SheetKind, ...] = get_args(SheetKind)
KINDS: Mapping[str, tuple[Bearer, Inside]] = {
    **{kind: ("box", "box") for kind in _BOXES},
    "columns": ("columns", "columns"),
    "wide": ("wide block", "columns"),
    **{kind: ("sheet", "sheet") for kind in _SHEETS},
    "front-matter": ("front matter", "front matter"),
}
"""What each fence is for attributes, and for what stands in it."""


class Fence(NamedTuple):
    """The head of a fence.

    Attributes:
        kind: The word behind the colons; that of a box where it is none we know.
        inside: What its blocks stand in.
        known: It has a kind, so that it may be told of what else is wrong with it.
    """

    kind: str
    inside: Inside
    attributes: Attributes
    braces: Braces | None
    where: Location
    known: bool

    def made(self, blocks: tuple[Block, ...], around: Around) -> Block:
        """Give the block that the fence and what stands in it make."""
        where, attributes, checker = self.where, self.attributes, around.checker
        picture = _picture(self.braces, around) if self.inside == "sheet" else ""
        if not blocks and not picture and self.known:
            hint = "write something in it or leave it out"
            checker.problems.error(where, f"'::: {self.kind}' is empty", hint)
        for kind in _BOXES:
            if kind == self.kind:
                return Box(kind, blocks, attributes, where)
        for sheet in _SHEETS:
            if sheet == self.kind:
                return Sheet(sheet, picture, blocks, attributes, where)
        if self.inside == "front matter":
            return FrontMatter(blocks, attributes, where)
        count = 1
        if self.kind == "columns":
            least, most = 1, MOST_COLUMNS
            count = read_whole(self.braces, "count", 2, least=least, most=most, checker=checker)
        return Columns(count, blocks, attributes, where)


def read_fence(token: Token, before: Braces | None, source: Source, around: Around) -> Fence:
    """Read the head of a fence; what stands in it comes later.

    Args:
        token: Opens it.
        before: The attributes on the line before it.
        source: The lines of its file.
        around: What surrounds it.
    """
    problems = around.checker.problems
    where = source.place(token)
    head = _HEAD.fullmatch(token.info)
    assert head is not None  # it matches anything
    places = Places(source.file, [(0, where.line, where.column + len(token.markup))])
    kind, known = _kind(head, places, where, around), bool(head["kind"])
    bearer, inside = KINDS[kind]
    if known and not token.meta["closed"]:
        hint = "end it with a line of three colons"
        problems.error(where, f"'::: {head['kind']}' is not closed", hint)
    if around.inside not in STANDS[inside]:
        hint = "write it in a document" if around.inside == "section" else "write it outside"
        problems.error(where, f"'::: {kind}' cannot stand {standing(around.inside)}", hint)
    braces = _braces(token.info, head.start("rest"), before, places, around)
    attributes = read_attributes(braces, bearer, around.checker, around.scope)
    check_place(braces, bearer, around)
    return Fence(kind, inside, attributes, braces, where, known)


def _braces(
    info: str, at: int, before: Braces | None, places: Places, around: Around
) -> Braces | None:
    """Parse the attributes behind the kind; nothing else may follow it."""
    problems, end, braces = around.checker.problems, at, before
    if info[at : at + 1] == "{":
        braces = parse_braces(info, at, places)
        end = braces.end
    if info[end:].strip():
        hint = "only attributes in braces may follow the kind of a fence"
        problems.error(places.at(end), f"{info[end:].strip()!r} means nothing here", hint)
    if before is not None and braces is not before:
        hint = "write all of them in one pair of braces"
        problems.error(places.at(at), "attributes are given twice", hint)
    return braces


def _kind(head: re.Match[str], places: Places, where: Location, around: Around) -> str:
    kind, problems = head["kind"], around.checker.problems
    if kind in KINDS:
        return str(kind)
    if kind:
        problems.unknown(places.at(head.start("kind")), "fence", kind, KINDS)
    else:
        hint = f"say one of {', '.join(KINDS)}; or they close a fence that is not open"
        problems.error(where, "the colons open nothing", hint)
    return "box"


def _picture(braces: Braces | None, around: Around) -> str:
    names = braces.names("picture") if braces else None
    if braces is None or not names:
        return ""
    checker = around.checker
    checker.known.check("picture", names[0], checker.problems)
    if len(names) > 1:
        checker.problems.error(names[1].where, "a sheet shows one picture", "leave the others out")
    return names[0].text
