"""Texts that are printed as they are."""

from briefing.load.syntax.fields import Fields


def plain_text(fields: Fields, name: str) -> str:
    """Read a text that is printed as it is; empty where it is missing."""
    text = fields.text(name, "")
    for sign, what in (("{{", "hold {{ … }}"), ("[@", "cite"), ("]{", "hold conditions")):
        if sign in text:
            fields.problems.error(
                fields.place(name), f"{name!r} cannot {what}", "write plain words"
            )
    return text
