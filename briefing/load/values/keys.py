"""Keys, which may be part of a file's name, and addresses of pages."""

import re

from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.problems import Problems

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")

_ADDRESS = re.compile(r"https?://[^\s/][^\s]*")


def read_key(name: Name, problems: Problems) -> str:
    """Check that a key could be part of a file's name and give it back."""
    if not _KEY.fullmatch(name.text):
        hint = "use letters from a to z, digits, hyphens and underscores"
        problems.error(name.where, f"{name.text!r} cannot be a key", hint)
    return name.text


def read_address(fields: Fields, name: str) -> str:
    """Read the address of a web page; empty where it is missing."""
    text = fields.text(name, "")
    if text and not _ADDRESS.fullmatch(text):
        hint = "write it like https://example.org/"
        fields.problems.error(fields.place(name), f"{text!r} is no address of a page", hint)
    return text
