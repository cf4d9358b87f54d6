"""Citations as Pandoc writes them: ``[see @key, p. 4; @other]``."""

import re

from briefing.load.expressions import Checker
from briefing.load.fields import Name
from briefing.load.markdown.mask import is_masked
from briefing.load.places import Places
from briefing.model.prose import CitedWork

_WORK = re.compile(
    r"""(?P<prefix>[^@]*?) (?P<minus>-)? @ (?P<key>\w(?:[\w:.\#$%&+?<>~/-]*\w)?) (?P<rest>.*)""",
    re.VERBOSE | re.DOTALL,
)
_SPACES = re.compile(r"\s+")


def read_works(text: str, begin: int, places: Places, checker: Checker) -> tuple[CitedWork, ...]:
    """Read the works of one citation.

    Args:
        text: What stands between the brackets.
        begin: Its offset in `places`.
        places: Of the text that the citation stands in.
        checker: Knows the sources.
    """
    works: list[CitedWork] = []
    for part in text.split(";"):
        work = _read_work(part, begin, places, checker)
        if work is not None:
            works.append(work)
        begin += len(part) + 1
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
    where = places.at(begin + match.start("key") - 1)
    if match["minus"]:
        message = "a citation cannot leave out the author"
        checker.problems.error(where, message, f"write [@{match['key']}]")
    rest = match["rest"]
    if rest.strip() and not rest.startswith(","):
        at = places.at(begin + match.start("rest"))
        hint = f"put a comma behind the key: @{match['key']}, {rest.strip()}"
        checker.problems.error(at, f"{rest.strip()!r} is no locator", hint)
    checker.known.check("source", Name(match["key"], where), checker.problems)
    return CitedWork(match["key"], _line(rest[1:]), _line(match["prefix"]), where)


def _line(text: str) -> str:
    return _SPACES.sub(" ", text.strip())
