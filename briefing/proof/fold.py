"""Folds text, so that what reads alike is alike: case, Unicode form, hyphens, quotes, spacing.

A folded text holds letters, digits and marks, spaces for whatever stands between words, a full
stop for every stop and comma, because between digits it is part of a number, and a hyphen-minus
for every hyphen, because a hyphen is read in two ways: inside a word, or at the end of a line, it
is dropped; in a name (``closed-door-talk``) it stands for a space. Digits of all scripts are those
of ASCII.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_HYPHENS = frozenset("-\u00ad\u2010\u2011\u2012\u2013\u2212\u02d7\u058a\u1806")
_APOSTROPHES = frozenset("'\u2018\u2019\u201b\u02b9\u02bb\u02bc\u2032\u05f3`\u00b4")
_POINTS = frozenset(".,\u066b\u066c")
_HYPHEN_AND_SPACE = re.compile(r"-\s*")
_GROUP = "\x1e"
"""Stands for a space that does not break, which may be inside a number. It is white space."""

_GROUP_SPACES = {code: _GROUP for code in (0x00A0, 0x2007, 0x2009, 0x202F)}
_GROUPED = re.compile(rf"{_GROUP}(?<=[0-9]{_GROUP})(?=[0-9]{{3}}(?![0-9]))")
_EDGE, _INNER = b"\x1c", b"\x01"
"""Stand around digits, and for a point between two of them; the first is white space."""

_DIGITS = [(digit, _EDGE + digit + _EDGE) for digit in map(str.encode, "0123456789")]
_MOST_FOLDS = 1 << 16
_SHORT = 200  # signs; such texts come again in other files


class _Folds(dict[int, str]):
    """Character → what it folds to; a cache of at most `_MOST_FOLDS` characters."""

    def __missing__(self, code: int) -> str:
        if code in _GROUP_SPACES:
            return _GROUP
        sign = unicodedata.normalize("NFKC", chr(code)).casefold()
        value = "".join(map(_fold_sign, unicodedata.normalize("NFKC", sign)))
        if len(self) < _MOST_FOLDS:
            self[code] = value
        return value


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Fold a text.

    Source:
        Unicode 15.1, 3.13 (caseless matching) and UAX #15 (NFKC).
    """
    return _fold_short(text) if len(text) <= _SHORT else _fold_any(text)


def _fold_any(text: str) -> str:
    if not text.isascii():
        # A letter and its accent may be two signs; a space is one like any other there.
        text = unicodedata.normalize("NFKC", text.translate(_GROUP_SPACES))
    return text.translate(_FOLDS)


_fold_short = lru_cache(maxsize=1 << 13)(_fold_any)


def words_of(folded: str) -> list[str]:
    """Cut a folded text into words, hyphens dropped; letters and digits never share a word."""
    if "-" in folded:
        folded = _HYPHEN_AND_SPACE.sub("", folded)
    return _cut(folded)


def parts_of(folded: str) -> list[str]:
    """Likewise, but a hyphen stands for a space."""
    return _cut(folded.replace("-", " "))


Cut = Callable[[str], list[str]]

CUTS: tuple[Cut, ...] = (words_of, parts_of)
"""Every way to cut a folded text into words."""


def tokens_of(folded: str) -> list[str]:
    """Cut a folded text into what names are made of; letters and digits may share a token."""
    return folded.replace("-", " ").replace(".", " ").split()


def _cut(folded: str) -> list[str]:
    """Part words from numbers by plain replacements, of which bytes take no time."""
    if _GROUP in folded:
        folded = _GROUPED.sub(".", folded)
    text = folded.encode()
    for digit, parted in _DIGITS:
        text = text.replace(digit, parted)
    text = text.replace(_EDGE + _EDGE, b"").replace(_EDGE + b"." + _EDGE, _INNER)
    return text.replace(b".", b" ").replace(_INNER, b".").decode().split()


def _fold_sign(sign: str) -> str:
    if sign in _HYPHENS:
        return "-"
    if sign in _POINTS:
        return "."
    if sign == _GROUP:
        return sign
    if sign in _APOSTROPHES:
        return ""
    category = unicodedata.category(sign)
    if category == "Lo" and _is_ideograph(sign):
        return f" {sign} "  # no spaces are written between these, so each counts as a word
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category[0] in "LMN":
        return sign
    return "" if category == "Cf" else " "


def _is_ideograph(sign: str) -> bool:
    """Whether it is Chinese or Japanese; Korean writes spaces."""
    return "\u3041" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff" or sign >= "\U00020000"
