"""Sections of the structure: each heading with what stands below it."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.compose.text.pieces import Kid
from briefing.model.structure import Node

_HEADINGS = {f"H{level}": level for level in range(1, 7)}


def sectioned(kids: Sequence[Kid]) -> list[Kid]:
    """Put each heading and what follows it into a Sect, those of lower levels inside.

    Args:
        kids: Some may be sections already: they end what is as low as their own heading.
    """
    out: list[Kid] = []
    open_: list[tuple[int, list[Kid]]] = []

    def last() -> list[Kid]:
        return open_[-1][1] if open_ else out

    def close(level: int) -> None:
        while open_ and open_[-1][0] >= level:
            _, held = open_.pop()
            last().append(Node("Sect", tuple(held)))

    for kid in kids:
        role = kid.role if isinstance(kid, Node) else ""
        if role in _HEADINGS:
            close(_HEADINGS[role])
            open_.append((_HEADINGS[role], []))
        elif role == "Sect":
            close(_level(kid))
        last().append(kid)
    close(1)
    return out


def _level(section: Kid) -> int:
    """The level of a section's heading; 1 for one without, such as a cover."""
    first = section.kids[0] if isinstance(section, Node) and section.kids else None
    return _HEADINGS.get(first.role, 1) if isinstance(first, Node) else 1


def set_apart(kids: Sequence[Kid], role: str) -> Node:
    """Make one element of what is set apart from the text, such as a box.

    Args:
        kids: Of the whole.
        role: ``Sect`` or ``Aside``; a Sect is a Div where it has no heading that is over all of it.
    """
    inner = sectioned(kids)
    only = inner[0] if len(inner) == 1 else None
    if isinstance(only, Node) and only.role == "Sect":
        return replace(only, role=role)
    return Node("Div" if role == "Sect" else role, tuple(inner))
