"""Where a line may end inside a word, and at what price.

Prices are TeX's demerits, the squares of its penalties (The TeXbook, chapter 14).
"""

import re
from functools import lru_cache

from briefing.text.hyphenate import hyphenate

MAX_WORDS = 20_000  # whose opportunities are kept

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
ZERO_WIDTH_SPACE = "\u200b"

Opportunity = tuple[int, float, bool]
"""An index into the word, before which the line may end; the price; whether it shows a hyphen."""

_HYPHEN = 50.0**2
_PART_OF_COMPOUND = 90.0**2  # a second hyphen in a word that has one of its own
_OWN_HYPHEN = 20.0**2
_DASH = 10.0**2
_ADDRESS = 15.0**2
_IN_NAME = 200.0**2

SIGNS = ("-", "‐", "–", "—", "/", "…", "@", SOFT_HYPHEN, ZERO_WIDTH_SPACE, "www.")
"""A word in which a line may end without hyphenation holds one of these."""

_ADDRESSES = re.compile(r"://|\bwww\.|\w@\w|\b10\.\d{4,}/|\w\.[a-z]{2,}/")
_IN_ADDRESS = re.compile(
    r"(?<=://)(?=.)"
    r"|(?<=[/.?&=_#+~:@;,-])(?=\w)(?<!//)"  # never inside or before the two slashes
    r"|(?=%[0-9A-Fa-f]{2})"  # so that an encoded sign stays whole
)
_IN_WORDS = re.compile(
    r"(?P<hyphen>(?<=\w\w)[-‐](?=[^\W\d]{2}))"  # not in e-mail, F-16, 2015-19
    r"|(?P<dash>(?<=\w)–(?=[^\W\d])|(?<=[^\W\d])–(?=\w)|(?<=\S)—(?=[\w“‘„«(\[])|(?<=\w)…(?=\w))"
    r"|(?P<slash>(?<=[^\W\d]{2})/(?=[^\W\d]{2}))"
    r"|(?P<nothing>(?<=\S)\u200b(?=\S))"
    r"|(?P<soft>(?<=\S)\u00ad(?=\S))"
)
_PRICES = {"hyphen": _OWN_HYPHEN, "dash": _DASH, "slash": _DASH, "nothing": 0.0, "soft": _HYPHEN}


@lru_cache(maxsize=MAX_WORDS)
def opportunities(word: str) -> tuple[Opportunity, ...]:
    """Where a line may end in a word without asking a hyphenation table."""
    if _ADDRESSES.search(word):
        return tuple(
            (match.start(), _ADDRESS, False)
            for match in _IN_ADDRESS.finditer(word)
            if 1 < match.start() < len(word) - 2
        )
    return tuple(
        (match.end(), _PRICES[match.lastgroup], match.lastgroup == "soft")
        for match in _IN_WORDS.finditer(word)
        if match.lastgroup is not None
    )


_NAME = re.compile(r"[^\W_]{7,}")  # in an address: letters and digits without a sign


@lru_cache(maxsize=MAX_WORDS)
def further(word: str) -> tuple[Opportunity, ...]:
    """Where an address may be broken if its signs will not do, three letters from any of them."""
    if not _ADDRESSES.search(word):
        return ()
    return tuple(
        (at, _IN_NAME, False)
        for name in _NAME.finditer(word)
        for at in range(name.start() + 3, name.end() - 2)
    )


@lru_cache(maxsize=MAX_WORDS)
def hyphens(word: str, language: str) -> tuple[Opportunity, ...]:
    """Where a hyphen may be put into a word, unless its author said where."""
    if SOFT_HYPHEN in word:
        return ()
    price = _PART_OF_COMPOUND if "-" in word or "‐" in word else _HYPHEN
    return tuple((place, price, True) for place in hyphenate(word, language))


VISIBLE = {ord(SOFT_HYPHEN): None, ord(ZERO_WIDTH_SPACE): None, 0x2060: None, 0xFEFF: None}
"""For `str.translate`: takes away what is only there to say where a line may end."""

READABLE = {**VISIBLE, ord(NO_BREAK_SPACE): " "}
"""Likewise, and makes every space a plain one."""
