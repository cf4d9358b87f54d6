"""Copies for single readers, each with the reader's name on every page and in the file's name."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from briefing.model.content import Content
from briefing.model.prose import Block, FrontMatter, Sheet
from briefing.model.request import Request
from briefing.model.style import Style, TextStyle, plain_marking
from briefing.text.fonts import fonts_of

LONGEST = 80
"""Characters of a recipient's name, which is part of a file's name and printed on one line."""


def copies(requests: Iterable[Request], recipients: Sequence[str]) -> tuple[Request, ...]:
    """Ask for a copy of each brief for each recipient; without any, for the briefs as they are.

    Raises:
        ValueError: A name cannot be printed or be part of a file's name, or two are too much alike.
    """
    if not recipients:
        return tuple(requests)
    parts = [_part(name) for name in recipients]
    _refuse_equal(recipients, parts)
    return tuple(
        replace(request, recipient=name.strip(), name=f"{request.name}-for-{part}")
        for request in requests
        for name, part in zip(recipients, parts, strict=True)
    )


def check_distinct(requests: Iterable[Request]) -> None:
    """Refuse two copies of one file name: one reader would get the other's.

    Raises:
        ValueError: With the first such name.
    """
    known: dict[str, Request] = {}
    for request in requests:
        other = known.setdefault(request.name, request)
        if other != request:
            raise ValueError(f"two briefs would be {request.name + '.pdf'!r}")


def check_printable(content: Content, requests: Iterable[Request]) -> None:
    """Refuse a recipient's name with a character that a document has no face for.

    Raises:
        ValueError: With the first such character.
    """
    for document, name in dict.fromkeys((one.document, one.recipient) for one in requests):
        template = content.documents[document]
        style = content.styles[template.style]
        for look in _looks(style, template.blocks) if name else ():
            for character in fonts_of(style.families).missing(name, look):
                raise ValueError(
                    f"the recipient {name!r} cannot be printed: no face of {look.family!r} has "
                    f"{character!r} (U+{ord(character):04X}); write the name in other letters, or "
                    f"add a family that has it to the fallback of {look.family!r} in the style"
                )


def _looks(style: Style, blocks: Iterable[Block]) -> Iterator[TextStyle]:
    """Give the looks in which a recipient's name is printed: on every page, and as text once."""
    paragraphs = style.paragraphs
    head, ink = paragraphs["running-head"].text, paragraphs["body"].text.colour
    yield (style.marking or plain_marking(head, ink, style.palette["accent"])).notice
    for name in ("band-meta", *(f"{kind}-text" for kind in _sheets(blocks))):
        yield replace(paragraphs[name].text, bold=True)


def _sheets(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Sheet):
            yield block.kind
        elif isinstance(block, FrontMatter):
            yield from _sheets(block.blocks)


def _part(name: str) -> str:
    """Make a recipient's name part of a file's: small letters and digits, hyphens between them."""
    if len(name) > LONGEST:
        raise ValueError(f"the recipient {name!r} has {len(name)} characters, at most {LONGEST}")
    if any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in name):
        raise ValueError(f"the recipient {name!r} is not one line of text")
    bare = [c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)]
    letters = "".join(c if c.isalnum() else " " for c in bare).casefold()
    part = unicodedata.normalize("NFC", "-".join(letters.split()))
    if not part:
        raise ValueError(f"the recipient {name!r} has no letters for a file's name")
    return part


def _refuse_equal(recipients: Sequence[str], parts: Sequence[str]) -> None:
    known: dict[str, str] = {}
    for name, part in zip(recipients, parts, strict=True):
        if part in known:
            one, other = known[part], name
            raise ValueError(
                f"two recipients, {one!r} and {other!r}, would have files of one name: "
                f"'…-for-{part}.pdf'"
            )
        known[part] = name
