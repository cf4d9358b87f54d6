"""What stands alone in a paragraph of double braces: files that are placed, and listings."""

import re
from typing import get_args

from briefing.load.expressions.facts import PLACING
from briefing.load.markdown.around import STANDS, Around, standing
from briefing.load.markdown.attributes import read_attributes
from briefing.load.markdown.bearers import Bearer
from briefing.load.markdown.braces import Braces
from briefing.load.markdown.mask import unmask
from briefing.load.markdown.settings import check_place, read_position
from briefing.load.syntax.fields import Name
from briefing.load.syntax.places import Places
from briefing.model.prose import (
    Listing,
    ListingKind,
    PlacedKind,
    Placement,
)

DEEPEST_CONTENTS = 3
"""So many levels of headings the contents can list."""

_DEPTH = 2  # of contents that do not say it

_CALL = re.compile(rf"\s*(?P<kind>{'|'.join(PLACING)})\s*\((?P<given>.*)\)\s*", re.DOTALL)
_QUOTED = re.compile(r"""\s*(?P<mark>["'])(?P<id>[^"']*)(?P=mark)\s*""")
_ARGUMENT = re.compile(r"\s*(?:(?P<key>[A-Za-z]\w*)\s*=\s*)?(?P<value>[^\s,=]+)\s*")
_PLACED: tuple[PlacedKind, ...] = get_args(PlacedKind)
_LISTED: tuple[ListingKind, ...] = get_args(ListingKind)


def find_call(text: str) -> re.Match[str] | None:
    """Give the call that a paragraph consists of, without its braces; None where there is none.

    Its offsets are those behind the opening braces.
    """
    if text.startswith("{{") and text.find("}}") == len(text) - 2:
        return _CALL.fullmatch(unmask(text[2:-2]))
    return None


def read_call(
    call: re.Match[str], braces: Braces | None, places: Places, around: Around
) -> Placement | Listing | None:
    """Read what `find_call` has found.

    Args:
        call: The match.
        braces: The attributes before it.
        places: Of the paragraph.
        around: What surrounds it.
    """
    kind, problems = call["kind"], around.checker.problems
    if around.inside not in STANDS[kind]:
        whole = f"a {kind}" if kind in _PLACED else f"'{kind}()'"
        message = f"{whole} cannot stand {standing(around.inside)}"
        problems.error(places.at(0), message, "place it outside")
    inner = places.since(2)
    for one in _PLACED:
        if one == kind:
            return _placement(one, call, braces, inner, around)
    for each in _LISTED:
        if each == kind:
            return _listing(each, call, braces, inner, around)
    raise ValueError(f"nothing places {kind!r}")


def _placement(
    kind: PlacedKind, call: re.Match[str], braces: Braces | None, places: Places, around: Around
) -> Placement | None:
    checker = around.checker
    bearer: Bearer = "placed table" if kind == "table" else kind
    attributes = read_attributes(braces, bearer, checker, around.scope)
    position = read_position(braces, around) if kind != "section" else "here"
    quoted = _QUOTED.fullmatch(call["given"])
    if quoted is None:
        hint = f'write {{{{ {kind}("name") }}}}, with the name of its file'
        checker.problems.error(places.at(call.start("given")), f"{kind!r} wants one name", hint)
        return None
    where = places.at(call.start("given") + quoted.start("id"))
    checker.known.check(kind, Name(quoted["id"], where), checker.problems)
    check_place(braces, bearer, around)
    return Placement(kind, quoted["id"], attributes, places.at(-2), position)


def _listing(
    kind: ListingKind, call: re.Match[str], braces: Braces | None, places: Places, around: Around
) -> Listing:
    attributes = read_attributes(braces, "listing", around.checker, around.scope)
    depth = _depth(kind, call, places, around)
    return Listing(kind, depth, attributes, places.at(-2))


def _depth(kind: ListingKind, call: re.Match[str], places: Places, around: Around) -> int:
    given, problems = call["given"], around.checker.problems
    if not given.strip():
        return _DEPTH
    where = places.at(call.start("given") + len(given) - len(given.lstrip()))
    if kind != "contents":
        problems.error(where, f"{kind!r} takes no arguments", f"write {{{{ {kind}() }}}}")
        return _DEPTH
    argument = _ARGUMENT.fullmatch(given)
    key = argument["key"] if argument else None
    if key is not None and key != "depth":
        problems.unknown(where, "argument", key, ("depth",))
    elif argument is None or key is None:
        hint = "write {{ contents(depth=2) }}"
        problems.error(where, f"{given.strip()!r} means nothing here", hint)
    elif argument["value"] not in map(str, range(1, DEEPEST_CONTENTS + 1)):
        at = places.at(call.start("given") + argument.start("value"))
        hint = f"wanted: a whole number from 1 to {DEEPEST_CONTENTS}"
        problems.error(at, f"'depth' is {argument['value']!r}", hint)
    else:
        return int(argument["value"])
    return _DEPTH
