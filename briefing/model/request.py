"""What is asked for and what comes of it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from briefing.model.manuscript import Omission


class Request(Struct, frozen=True, order=True):
    """One brief: a document for one audience, country and language.

    Attributes:
        place: The key of a country or region; None for a document that is made once.
        name: Of the file, without its ending; parts that do not vary are left out.
        recipient: Whose copy it is, printed on every page; empty for anyone's.
    """

    document: str
    place: str | None
    audience: str
    language: str
    name: str
    recipient: str = ""


class Made(Struct, frozen=True):
    """A finished brief.

    Attributes:
        pdf: The file, which has passed its proof.
        entry: Its part of the manifest, ready for JSON.
        omitted: What was left out and why; for the author alone.
        unseen: Files of the project of which its readers see nothing; for the author alone.
    """

    request: Request
    pdf: bytes
    entry: Mapping[str, Any]
    omitted: tuple[Omission, ...]
    unseen: tuple[str, ...] = ()
