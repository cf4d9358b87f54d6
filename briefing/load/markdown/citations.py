"""Citations as Pandoc writes them: ``[see @key, p. 4 and passim; @other]``.

Source: Pandoc User's Guide, extension ``citations``.
"""

import re

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.markdown.mask import is_masked
from briefing.load.syntax.fields import Name
from briefing.load.syntax.places import Places
from briefing.model.locators import find_place
from briefing.model.prose import CitedWork

_WORK = re.compile(
    r"""(?P<prefix>[^@]*?) (?P<minus>-)? @
        (?:\{(?P<braced>[^{}\s]+)\} | (?P<key>\w(?:[\w:.\#$%&+?<>~/-]*\w)?)) (?P<rest>.*)""",
    re.VERBOSE | re.DOTALL,
)
_SPACES = re.compile(r"\s+")
_PARTS = re.compile(r"(?:\{[^{}]*\}|[^;{}]|[{}])+")
_BRACED = re.compile(r"(?:,\s*)?\{([^{}]*)\}")
_KEY_BEHIND = re.compile(r"(?:(?<=[\s(\[])|(?<=[\s(\[]-))@\S+")
_STRESS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")


def read_works(text: str, begin: int, places: Places, checker: Checker) -> tuple[CitedWork, ...]:
    """Read the works of one citation.

    Args:
        text: What stands between the brackets.
        begin: Its offset in `places`.
        places: Of the text that the citation stands in.
        checker: Knows the sources.
    """
    works: list[CitedWork] = []
    at = 0
    while at <= len(text):
        part = _PARTS.match(text, at)
        end = part.end() if part else at
        work = _read_work(text[at:end], begin + at, places, checker)
        if work is not None:
            works.append(work)
        at = end + 1
    return tuple(works)


def _read_work(part: str, begin: int, places: Places, checker: Checker) -> CitedWork | None:
    first = places.at(begin + len(part) - len(part.lstrip()))
    match = _WORK.fullmatch(part)
    if is_masked(part):
        checker.problems.error(first, "a citation cannot hold {{ … }}", "write the key itself")
        return None
    if match is None:
        hint = "each begins with the key of a source, as in [@key, p. 4; @other]"
        checker.problems.error(first, f"{part.strip()!r} names no work", hint)
        return None
    group = "key" if match["key"] else "braced"
    key, where = match[group], places.at(begin + part.index("@"))
    if match["minus"]:
        message = "a citation cannot leave out the author"
        hint = f"a note names its work whole, whatever the text says: write [@{key}]"
        checker.problems.error(where, message, hint)
    _refuse_stress(match["prefix"], places, begin, checker)
    _refuse_stress(match["rest"], places, begin + match.start("rest"), checker)
    behind = _KEY_BEHIND.search(match["rest"])
    if behind is not None:
        at = places.at(begin + match.start("rest") + behind.start())
        hint = "part works by semicolons: [@key, p. 4; @other]"
        checker.problems.error(at, f"{behind[0]!r} stands behind another key", hint)
    checker.known.check("source", Name(key, where), checker.problems)
    locator, suffix = _split(match["rest"], places.at(begin + match.start("rest")), checker)
    return CitedWork(key, locator, _line(match["prefix"]), where, suffix)


def _split(rest: str, where: Location, checker: Checker) -> tuple[str, str]:
    """Tell the place in the work from the words behind it, which keep a comma before them."""
    braced = _BRACED.match(rest.strip())
    if braced is not None:
        return _line(braced[1]), _line(rest.strip()[braced.end() :])
    if "{" in rest or "}" in rest:
        hint = "the braces go round the place alone: [@key, {p. 4}, words]"
        checker.problems.error(where, f"{rest.strip()!r} is no locator", hint)
        return "", ""
    line = _line(rest)
    words = line.removeprefix(",").lstrip()
    place = find_place(words)
    if place is None:
        return "", line if words else ""
    return words[: place.end], words[place.end :].strip()


def _refuse_stress(words: str, places: Places, begin: int, checker: Checker) -> None:
    stress = _STRESS.search(words)
    if stress is not None:
        message = f"the words around a key are plain, and {stress[0]!r} would be printed"
        where = places.at(begin + stress.start())
        checker.problems.error(where, message, "leave it out")


def _line(text: str) -> str:
    return _SPACES.sub(" ", text.strip())
