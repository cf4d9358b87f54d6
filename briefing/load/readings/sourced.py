"""Where a figure, or an event, was taken from."""

from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Fields, Name
from briefing.model.chart_spec import Sourced


def read_sourced(fields: Fields, checker: Checker) -> Sourced:
    """Read ``source``, which must be there, ``locator`` and ``also``."""
    source = read_source(fields, "source", "source", "a key of sources.yaml", checker)
    return Sourced(source, fields.text("locator", ""), read_also(fields, checker))


def read_optional(fields: Fields, checker: Checker) -> Sourced | None:
    """Read the same where any of it is said; None where nothing is."""
    said = any(fields.has(name) for name in ("source", "locator", "also"))
    return read_sourced(fields, checker) if said else None


def read_also(fields: Fields, checker: Checker) -> tuple[str, ...]:
    """Read the keys of further sources."""
    names = fields.names("also") or ()
    for name in names:
        checker.known.check("source", name, checker.problems)
    return tuple([name.text for name in names])


def read_source(fields: Fields, name: str, what: str, wanted: str, checker: Checker) -> str:
    """Read a name that must be there and known; empty where it is missing."""
    node = fields.scalar(name, wanted)
    if node is None:
        if not fields.has(name):
            fields.missing(name, wanted)
        return ""
    checker.known.check(what, Name(node.text, node.where), checker.problems)
    return node.text
