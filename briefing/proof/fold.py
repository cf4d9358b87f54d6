"""Folds text, so that what reads alike is alike: case, accents, Unicode form, hyphens, spacing.

A folded text holds letters, digits and the marks of scripts that cannot do without, spaces for
whatever stands between words, and a full stop for every stop and comma, because between digits it
is part of a number. A hyphen-minus stands for every hyphen and short dash, an apostrophe for every
apostrophe: a text is read with them as nothing and as spaces (``co-operation``, ``Kim-led``;
``O'Brien``, ``d'Ozanne``). A soft hyphen only ever parts a word at the end of a line, so it is
nothing. Digits of all scripts are those of ASCII.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2212\u02d7\u058a")
_APOSTROPHES = frozenset("'\u2018\u2019\u201b\u02b9\u02bb\u02bc\u2032\u05f3`\u00b4")
_POINTS = frozenset(".,\u066b\u066c")
_SOFT = "\x02"
"""Stands for a soft hyphen."""

_SOFT_HYPHENS = frozenset("\u00ad\u1806")
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Marks that a reader may leave out: of Latin, Greek, Cyrillic, Hebrew and Arabic script."""

_UNSEEN = re.compile(
    "[\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""Signs that nobody sees, beside those of category Cf (Unicode, Default_Ignorable_Code_Point)."""

_PLAIN = str.maketrans({
    "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t", "æ": "ae", "œ": "oe",
    "þ": "th", "ŋ": "n", "ĸ": "k", "ƒ": "f", "ɨ": "i", "ƶ": "z", "ə": "a",
})  # fmt: skip
"""Letters whose stroke or shape is not a mark of its own to Unicode; folded to small ones."""

_GROUP = "\x1e"
"""Stands for a space that does not break, which may be inside a number. It is white space."""

_GROUP_SPACES = {code: _GROUP for code in (0x00A0, 0x2007, 0x2009, 0x202F)}
_GROUPED = re.compile(rb"\x1e(?<=[0-9]\x1e)(?=[0-9]{3}(?![0-9]))")
_GROUP_SIGN, _SOFT_SIGN = _GROUP.encode(), _SOFT.encode()
_SPACES = b" " + bytes(range(0x1C, 0x20))
_EDGE, _INNER = b"\x1c", b"\x01"
"""Stand around digits, and for a point between two of them; the first is white space."""

_BETWEEN = b"-'." + _SOFT_SIGN + _SPACES
"""All that a folded text has beside letters, digits and marks; and what is put for spaces."""

_DIGITS = [(digit, _EDGE + digit + _EDGE) for digit in map(str.encode, "0123456789")]
_FOREIGN = re.compile(r"([^\x00-\x7f]+)")
_MOST_FOLDS = 1 << 16
_SHORT = 200  # signs; such texts come again in other files


class _Folds(dict[int, str]):
    """Character → what it folds to; a cache of at most `_MOST_FOLDS` characters."""

    def __missing__(self, code: int) -> str:
        if code in _GROUP_SPACES:
            return _GROUP
        sign = unicodedata.normalize("NFKC", chr(code)).casefold()
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", sign)).translate(_PLAIN)
        value = "".join(map(_fold_sign, unicodedata.normalize("NFKC", _UNSEEN.sub("", plain))))
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
    if text.isascii():
        return text.encode().translate(_ASCII).decode()
    parts = _FOREIGN.split(text)
    parts[::2] = [part.encode().translate(_ASCII).decode() for part in parts[::2]]
    # A letter and its mark may be two signs; a space is one like any other there.
    parts[1::2] = [
        unicodedata.normalize("NFKC", part.translate(_GROUP_SPACES)).translate(_FOLDS)
        for part in parts[1::2]
    ]
    return "".join(parts)


_fold_short = lru_cache(maxsize=1 << 13)(_fold_any)


def words_of(folded: str) -> list[str]:
    """Cut a folded text into words; hyphens are nothing, apostrophes are spaces.

    Letters and digits never share a word. All is done by plain replacements of bytes, which take
    no time.
    """
    text = folded.encode().replace(_SOFT_SIGN, b"-").replace(b"'", b" ")
    if b"-" in text:
        first, *others = text.split(b"-")
        text = b"".join([first, *[part.lstrip(_SPACES) for part in others]])
    if _GROUP_SIGN in text:
        text = _GROUPED.sub(b".", text)
    for digit, parted in _DIGITS:
        text = text.replace(digit, parted)
    text = text.replace(_EDGE + _EDGE, b"").replace(_EDGE + b"." + _EDGE, _INNER)
    return text.replace(b".", b" ").replace(_INNER, b".").decode().split()


def glued_of(folded: str) -> list[str]:
    """Likewise, but apostrophes are nothing, too."""
    return words_of(folded.replace("'", ""))


def parts_of(folded: str) -> list[str]:
    """Likewise, but hyphens stand for spaces, if they are not soft, as apostrophes do."""
    return words_of(parted(folded))


def parted(folded: str) -> str:
    """Put spaces for hyphens that are not soft."""
    return folded.replace("-", " ")


def without_soft_hyphens(folded: str) -> str:
    """Put the two parts of words together that are parted at the end of a line."""
    if _SOFT not in folded:
        return folded
    first, *others = folded.split(_SOFT)
    return "".join([first, *map(str.lstrip, others)])


def bare_of(folded: str) -> bytes:
    """Give nothing but the letters, digits and marks of a folded text, without a word's end."""
    return folded.encode().translate(None, _BETWEEN)


Cut = Callable[[str], list[str]]

CUTS: tuple[Cut, ...] = (words_of, parts_of, glued_of)
"""Every way to cut a folded text into words."""


def tokens_of(folded: str) -> list[str]:
    """Cut a folded text into what names are made of; letters and digits may share a token."""
    return without_soft_hyphens(folded).replace("'", "").replace("-", " ").replace(".", " ").split()


def _fold_sign(sign: str) -> str:
    if sign in _SOFT_HYPHENS:
        return _SOFT
    if sign in _HYPHENS:
        return "-"
    if sign in _POINTS:
        return "."
    if sign == _GROUP:
        return sign
    if sign in _APOSTROPHES:
        return "'"
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


_ASCII = "".join(map(_FOLDS.__getitem__, range(0x80))).encode().ljust(0x100)
"""What each sign of ASCII folds to, which is one sign."""
