"""Spots for secrets: what a secret is, who may see it, and what it brings to a project."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.country import Reading
from briefing.model.source import Source
from tests.tailor.build import (
    AUDIENCES,
    MARKINGS,
    SOURCES,
    at,
    attributes,
    bars,
    chart,
    conditions,
    paragraph,
    placed,
    table,
    words,
)

Held = dict[str, Any]


class Spot(NamedTuple):
    """Where a secret is planted.

    Attributes:
        text: The secret.
        name: Of the part that holds it; no other secret has it.
        line: Likewise.
        held: Its conditions.
    """

    text: str
    name: str
    line: int
    held: Held

    @property
    def slug(self) -> str:
        """The secret as names are written."""
        return self.text.replace(" ", "-")

    @property
    def words(self) -> tuple[p.Inline, ...]:
        return words(self.text, self.line)

    @property
    def where(self) -> Location:
        return at(self.line)

    @property
    def conditions(self) -> p.Conditions:
        return conditions(**self.held)

    def closed(self, *inlines: p.Inline) -> p.Span:
        """Put inlines under its conditions."""
        return p.Span(inlines, attributes(**self.held), at(self.line, 9))


class Planted(NamedTuple):
    """What a secret brings to a project.

    Attributes:
        blocks: Of the document.
        parts: What is added to fields of the content, by key.
        readings: Further ones.
        said: Words that are added to fields of the document.
        credit: Words that are added to the project's credit.
    """

    blocks: tuple[p.Block, ...] = ()
    parts: Mapping[str, Mapping[str, Any]] = {}
    readings: tuple[Reading, ...] = ()
    said: Mapping[str, tuple[p.Inline, ...]] = {}
    credit: tuple[p.Inline, ...] = ()


Plant = Callable[[Spot], Planted]

HELD: list[Held] = [
    *({"marking": marking} for marking in MARKINGS[1:]),
    {"audiences": ["staff"]},
    {"audiences": ["parliament", "staff"]},
    {"audiences": ["staff"], "marking": "GREEN"},
]
ASKING: list[Held] = [
    {"when": "audience.key == 'staff'"},
    {"when": "audience.key in ['staff', 'parliament']"},
    {"when": "not audience.key == 'public'", "marking": "AMBER"},
]
"""Those that ask for the readers in words of their own."""

_ASKED = {
    "audience.key == 'staff'": ("staff",),
    "audience.key in ['staff', 'parliament']": ("staff", "parliament"),
    "not audience.key == 'public'": ("staff", "parliament"),
}


def may_see(held: Held, audience: str) -> bool:
    """Say it again in a few lines, apart from the code under test."""
    marked = MARKINGS.index(held.get("marking", "CLEAR"))
    named = audience in held.get("audiences", [audience])
    asked = "when" not in held or audience in _ASKED[held["when"]]
    return named and asked and marked <= MARKINGS.index(AUDIENCES[audience].clearance)


def work(spot: Spot, *, key: str = "", **fields: Any) -> Source:
    """A work that nothing else cites."""
    key = key or spot.name
    csl = {"id": key, "type": "book", "title": f"Title {spot.name}", **fields}
    return replace(SOURCES["a-2019"], key=key, csl=csl)


def readers_of(held: Held) -> list[str]:
    return [key for key in AUDIENCES if may_see(held, key)]


# --- small projects ------------------------------------------------------------------------------


def said(*inlines: p.Inline, line: int) -> Planted:
    """A paragraph with something in it."""
    return Planted((paragraph([*words("Open words before it, "), *inlines], line=line),))


def charted(spot: Spot, drawn: Any = None, *, name: str = "", **given: Any) -> Planted:
    """A chart; `given` may be conditions."""
    shown = {"title": f"Chart {spot.name}", **given}
    made = chart(name or spot.name, drawn or bars("KAZ", "KGZ"), **shown)
    return Planted((placed("chart", made.id),), {"charts": {made.id: made}})


def tabled(spot: Spot, *columns: c.TableColumn, name: str = "", **given: Any) -> Planted:
    """A table of readings; `columns` are further ones."""
    shown = {"title": f"Table {spot.name}", **given}
    made = table(name or spot.name, ("Spending", "mil-exp", "value"), **shown)
    made = replace(made, columns=(*made.columns, *columns))
    return Planted((placed("table", made.id),), {"tables": {made.id: made}})


def row(*texts: str, line: int, **held: Any) -> p.Row:
    cells = tuple(p.Cell(words(text), at(line)) for text in texts)
    return p.Row(cells, attributes(**held), at(line))


def written(
    spot: Spot, *rows: p.Row, head: Sequence[p.Row] = (), held: Held | None = None, **given: Any
) -> Planted:
    """A table that is written in the text."""
    heads = tuple(head) or (row("x", "y", line=spot.line),)
    around = attributes(id=spot.name, **(held or {}))
    made = p.TableBlock(("left", "left"), heads, rows, around, spot.where, **given)
    return Planted((made,))
