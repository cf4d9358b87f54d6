"""What a project's markings are, and what documents say on the page beside them."""

from typing import Literal

from briefing.errors import Location
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.yaml_doc import YamlText

TLP = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
"""From open to closed. Source: FIRST, Traffic Light Protocol, version 2.0 (2022)."""

Scheme = Literal["tlp", "own"]

_SCHEME, _PREFIX = "TLP", "tlp:"
_LONGEST = 40


def read_markings(fields: Fields) -> tuple[Scheme, tuple[str, ...]]:
    """Read whose markings a project has, and which, from open to closed.

    The word ``TLP`` stands for those of the Traffic Light Protocol. A list is the project's own,
    whatever names are in it, and makes no claim to be that protocol's.
    """
    node = fields.node("markings")
    if type(node) is YamlText and node.text.strip().upper() == _SCHEME:
        if node.text != _SCHEME:
            hint = f"write {_SCHEME!r} for the markings of the Traffic Light Protocol"
            fields.problems.error(node.where, f"'markings' is {node.text!r}", hint)
        return "tlp", TLP
    names = fields.names("markings")
    if names is None:
        fields.missing("markings", f"{_SCHEME}, or a list such as [CLEAR, RED]")
        return "own", ()
    first: dict[str, Location] = {}
    for name in names:
        if first.setdefault(name.text, name.where) is not name.where:
            hint = f"first given at {first[name.text]}"
            fields.problems.error(name.where, f"{name.text!r} is given twice", hint)
        elif name.text.casefold().startswith(_PREFIX):
            message = f"{name.text!r} is none of the project's own markings"
            hint = f"write 'markings: {_SCHEME}' for all of the Traffic Light Protocol"
            fields.problems.error(name.where, message, hint)
        elif any(sign.isspace() or sign == "," for sign in name.text):
            message = f"{name.text!r} cannot be a marking, for conditions could not name it"
            hint = "write it as one word, such as IN-CONFIDENCE"
            fields.problems.error(name.where, message, hint)
    return "own", tuple(first)


def read_watermark(fields: Fields) -> str:
    """Read the words behind every page, in plain text; empty for none."""
    text = fields.text("watermark", "")
    if type(fields.node("watermark")) is not YamlText:
        return ""
    if not text.strip() or "\n" in text or any(sign in text for sign in "{}"):
        hint = "wanted: draft, or a few words in plain text"
        fields.problems.error(fields.place("watermark"), f"'watermark' is {text!r}", hint)
    elif len(text) > _LONGEST:
        message = f"the watermark has {len(text)} characters"
        hint = f"at most {_LONGEST}: it is to be read at a glance"
        fields.problems.error(fields.place("watermark"), message, hint)
    return text.strip()
