"""Names that the specs of charts and tables give: of places, indicators, and what is picked out."""

from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Fields, Name

COUNTRY = "country"
"""Stands for the brief's own country."""

LATEST = "latest"
"""Stands for the category of the latest period."""


def read_place(fields: Fields, name: str, checker: Checker) -> str:
    """Read the key of a place, or ``country``; empty where it is missing."""
    node = fields.scalar(name)
    if node is None:
        return ""
    if node.text != COUNTRY:
        checker.known.check("place", Name(node.text, node.where), checker.problems)
    return node.text


def read_known(fields: Fields, name: str, what: str, checker: Checker) -> tuple[str, ...]:
    """Read names that must be known and differ; empty where they are missing."""
    seen: dict[str, None] = {}
    for one in fields.names(name) or ():
        checker.known.check(what, one, checker.problems)
        if one.text in seen:
            checker.problems.error(one.where, f"{one.text!r} is given twice")
        seen[one.text] = None
    return tuple(seen)
