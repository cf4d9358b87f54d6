"""What each painted glyph stands for, and how glyphs are written."""

import re
import struct
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.text.fonts import Face

_HEXADECIMAL = re.compile("<([0-9A-Fa-f]*)>")
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\n": r"\n", "\r": r"\r"})
_PLAIN = bytes(byte for byte in range(256) if byte not in _ESCAPES)
"""Those that stand in a literal string as they are."""


def code_of(glyph: int) -> int:
    """The code that a glyph of a TrueType font is written with.

    It has no byte that has to be escaped, for strings without escapes are read in half the time,
    by our own proof among others; only in the last glyphs of the largest fonts it has.
    """
    high, low = divmod(glyph, len(_PLAIN))
    if high < len(_PLAIN):
        return _PLAIN[high] << 8 | _PLAIN[low]
    return _escaped_codes()[glyph - len(_PLAIN) ** 2]


@lru_cache(maxsize=1)
def _escaped_codes() -> list[int]:
    return [code for code in range(1 << 16) if not _ESCAPES.keys().isdisjoint(divmod(code, 256))]


class FaceUse:
    """What a document paints of one face.

    Attributes:
        name: Of the font among the resources of a page.
        texts: Glyph → the text it stands for; one glyph has one text in the whole document.
        told: Those of them that say all of what they were painted for.
    """

    __slots__ = ("face", "name", "texts", "told")

    def __init__(self, face: "Face", name: str) -> None:
        self.face = face
        self.name = name
        self.texts: dict[int, str] = {}
        self.told: set[tuple[int, str]] = set()

    def tell(self, glyphs: Sequence[tuple[int, str]]) -> bool:
        """Note glyphs that are painted; say whether each by itself gives its text back.

        A glyph whose text is on an earlier one, or that stands for something else already,
        does not: small capitals, for instance, serve "a" and "A" alike.
        """
        if self.told.issuperset(glyphs):
            return True
        texts = self.texts
        for glyph, text in glyphs:
            known = texts.get(glyph)
            if not known:
                texts[glyph] = known = text
            if known == text != "":
                self.told.add((glyph, text))
        return self.told.issuperset(glyphs)


class FaceUses:
    """The faces that a document paints with, in the order they were met."""

    def __init__(self) -> None:
        self._uses: dict[Face, FaceUse] = {}

    def of(self, face: "Face") -> FaceUse:
        """The use of a face, begun where it is new."""
        use = self._uses.get(face)
        if use is None:
            use = self._uses[face] = FaceUse(face, f"F{len(self._uses) + 1}")
        return use

    def all(self) -> tuple[FaceUse, ...]:
        """Every face met so far."""
        return tuple(self._uses.values())


@lru_cache(maxsize=20_000)  # as many words as a shaper keeps; about 200 bytes each
def as_literals(code: str, face: "Face") -> str:
    """Write the hexadecimal strings of a TJ array, of glyphs of a face, as literal ones of codes.

    They are half as long, pack better and in half the time. Where two meet, ``)(`` can be left
    out: a parenthesis inside a string has a backslash before it.
    """
    return _HEXADECIMAL.sub(_literal_of_glyphs if face.is_cff else _literal_of_codes, code)


def _literal_of_glyphs(match: re.Match[str]) -> str:
    return _literal(bytes.fromhex(match[1]))


def _literal_of_codes(match: re.Match[str]) -> str:
    glyphs = struct.iter_unpack(">H", bytes.fromhex(match[1]))
    return _literal(b"".join([code_of(glyph).to_bytes(2, "big") for (glyph,) in glyphs]))


def _literal(string: bytes) -> str:
    return f"({string.decode('latin-1').translate(_ESCAPES)})"
