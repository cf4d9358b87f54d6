"""What each attribute means, told by what may carry it."""

from collections.abc import Mapping
from typing import Literal

from briefing.load.conditions import CONDITIONS

Bearer = Literal[
    "heading", "heading on a sheet", "paragraph", "paragraph in a quotation",
    "paragraph on a sheet", "list", "numbered list", "list item", "definition list", "definition",
    "quotation", "box", "table", "table row", "table column", "placed table", "chart", "picture",
    "section", "listing", "columns", "wide block", "sheet", "front matter", "span", "note",
    "citation", "reference", "link",
]  # fmt: skip
"""What carries attributes, in the words of messages."""

_WORDS = (*CONDITIONS, "lang")
_BLOCK = (*_WORDS, "for", "optional")

CARRIED: Mapping[Bearer, tuple[str, ...]] = {
    "heading": (*_WORDS, "#", ".unlisted"),
    "heading on a sheet": _WORDS,
    "paragraph": (*_BLOCK, ".keep"),
    "paragraph in a quotation": (*_BLOCK, ".keep", ".attribution"),
    "paragraph on a sheet": (*_WORDS, "for", ".foot"),
    "list": _BLOCK,
    "numbered list": (*_BLOCK, ".lettered", ".roman", ".continued"),
    "list item": (*_WORDS, "for"),
    "definition list": _BLOCK,
    "definition": (*_WORDS, "for"),
    "quotation": _BLOCK,
    "box": (*_BLOCK, ".beside"),
    "table": (*_BLOCK, "#", "caption", "note", "head", "align", "place", ".row-heads"),
    "table row": (*_WORDS, "for"),
    "table column": CONDITIONS,
    "placed table": (*_BLOCK, "place"),
    "chart": (*_BLOCK, "place"),
    "picture": (*_BLOCK, "place", ".beside"),
    "section": _BLOCK,
    "listing": (*CONDITIONS, "optional"),
    "columns": (*_BLOCK, "count"),
    "wide block": _BLOCK,
    "sheet": (*_WORDS, "picture"),
    "front matter": CONDITIONS,
    "span": (*_WORDS, ".run-in"),
    "note": CONDITIONS,
    "citation": (*CONDITIONS, "otherwise"),
    "reference": (".number", ".page", "otherwise"),
    "link": ("otherwise",),
}
"""The attributes of each, with ``#`` for an id and a dot before classes."""

WORDED = frozenset(("caption", "note", "otherwise"))
"""The attributes that are texts of their own, in Markdown, and may hold ``{{ … }}``."""

EXCLUSIVE = (
    (".lettered", ".roman"),
    (".beside", "place"),
    (".number", ".page"),
)
"""Pairs that cannot stand at one block."""

_SHORT = 5  # what is longer would not be read

_PLURAL = ("columns", "front matter")


def named(bearer: Bearer) -> str:
    """Name one of its kind, such as ``a heading``."""
    return bearer if bearer in _PLURAL else f"a {bearer}"


def bearers_of(name: str) -> str:
    """List what may carry an attribute or class, the most particular left out; may be empty."""
    found = [bearer for bearer, names in CARRIED.items() if name in names]
    general = [one for one in found if not any(one.startswith(f"{each} ") for each in found)]
    if len(general) > _SHORT:
        return "blocks such as a paragraph, a list or a table"
    *most, last = [*map(named, general)] or [""]
    return f"{', '.join(most)} or {last}" if most else last
