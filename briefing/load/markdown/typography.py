"""Typographic signs in place of those of a keyboard: quotation marks, dashes, ellipses."""

import re
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import cast

from markdown_it.rules_core import StateCore
from markdown_it.rules_core.smartquotes import process_inlines
from markdown_it.token import Token

_ENGLISH = ("“", "”", "‘", "’")

QUOTES: Mapping[str, tuple[str, str, str, str]] = {
    "be": ("«", "»", "„", "“"),
    "bg": ("„", "“", "„", "“"),
    "cs": ("„", "“", "‚", "‘"),
    "de": ("„", "“", "‚", "‘"),
    "el": ("«", "»", "“", "”"),
    "et": ("„", "“", "‚", "‘"),
    "fa": ("«", "»", "‹", "›"),
    "fi": ("”", "”", "’", "’"),
    "fr": ("«\u202f", "\u202f»", "«\u202f", "\u202f»"),
    "hr": ("„", "“", "‚", "‘"),
    "hu": ("„", "”", "»", "«"),
    "hy": ("«", "»", "«", "»"),
    "it": ("«", "»", "“", "”"),
    "ja": ("「", "」", "『", "』"),
    "ka": ("„", "“", "«", "»"),
    "kk": ("«", "»", "“", "”"),
    "ky": ("«", "»", "„", "“"),
    "lt": ("„", "“", "„", "“"),
    "nb": ("«", "»", "‘", "’"),
    "nl": ("‘", "’", "‘", "’"),
    "nn": ("«", "»", "‘", "’"),
    "no": ("«", "»", "‘", "’"),
    "pl": ("„", "”", "«", "»"),
    "ro": ("„", "”", "«", "»"),
    "ru": ("«", "»", "„", "“"),
    "sk": ("„", "“", "‚", "‘"),
    "sl": ("„", "“", "‚", "‘"),
    "sr": ("„", "”", "’", "’"),
    "sv": ("”", "”", "’", "’"),
    "uk": ("«", "»", "„", "“"),
}
"""Outer and inner marks by language; those of English stand for the rest.

Source: Unicode CLDR 47, ``delimiters`` of each locale; the narrow space inside French marks is that
of French typography.
"""

_SIGNS = re.compile(r"\S+://\S+|---|--|\.\.\.")
_TYPOGRAPHIC = {"---": "—", "--": "–", "...": "…"}


def set_signs(tokens: Sequence[Token], language: str) -> list[int]:
    """Put typographic signs into the words of one block; escaped signs and addresses stay.

    Args:
        tokens: The inline tokens of the block, their levels right. They are changed.
        language: Of the block.

    Returns:
        The offsets of words that hold a double quotation mark without its partner.
    """
    quoted = False
    for token in tokens:
        if token.type == "text":
            content = token.content
            if "--" in content or "..." in content:
                token.content = _SIGNS.sub(_sign, content)
            quoted = quoted or '"' in content or "'" in content
    return _set_quotes(tokens, language) if quoted else []


def _set_quotes(tokens: Sequence[Token], language: str) -> list[int]:
    marks = QUOTES.get(language.partition("-")[0], _ENGLISH)
    options = SimpleNamespace(quotes=marks)  # all that markdown-it asks of its state
    state = cast(StateCore, SimpleNamespace(md=SimpleNamespace(options=options)))
    process_inlines(list(tokens), state)
    alone: list[int] = []
    for token in tokens:
        if token.type == "text":
            token.content = token.content.replace("'", "’")  # as in 'tis
            if '"' in token.content:
                alone.append(token.meta["at"])
    return alone


def _sign(match: re.Match[str]) -> str:
    return _TYPOGRAPHIC.get(match[0], match[0])
