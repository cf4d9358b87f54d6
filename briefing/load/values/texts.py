"""Texts that are printed as they are."""

from briefing.errors import Location
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.yaml_doc import YamlText


def plain_text(fields: Fields, name: str) -> str:
    """Read a text that is printed as it is; empty where it is missing."""
    text = fields.text(name, "")
    for sign, what in (("{{", "hold {{ … }}"), ("[@", "cite"), ("]{", "hold conditions")):
        if sign in text:
            fields.problems.error(
                fields.place(name), f"{name!r} cannot {what}", "write plain words"
            )
    return text


def said_at(fields: Fields, name: str) -> Location:
    """Give the place of the first letter of such a text; of one on several lines, its own."""
    node = fields.node(name)
    if not isinstance(node, YamlText):
        return fields.place(name)
    quote = 1 if node.style in ("'", '"') else 0
    return Location(node.file, node.line, node.column + quote)
