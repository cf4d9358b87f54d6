"""Turns codes into text at speed.

A font has few signs, so its codes are first made bytes and then text, both by Python's character
maps: a tenth of what `str.translate` takes for signs beyond ASCII.
"""

import codecs
from collections.abc import Mapping

from briefing.proof.file.syntax import UnreadableError

_UNKNOWN = "\ufffe"
"""Not a character; where a character map has it, there is nothing."""

_SEVERAL = 0xE000
"""From here on characters of private use stand for what is not one character."""

_MOST = 255  # one byte is left for the code 0, which is no sign
_BEYOND = 0xFFFE


class CodeTable:
    """What each code of a font says.

    Args:
        texts: Code → text; no text has a character of private use, as folded texts have none.
    """

    __slots__ = ("_bytes", "_letters", "_several", "_texts")

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = _Texts(texts)
        self._several: list[tuple[str, str]] = []
        self._bytes = None
        if len(texts) > _MOST or 0 in texts or max(texts, default=0) >= _BEYOND:
            return
        letters = []
        for text in texts.values():
            letter = text if len(text) == 1 else chr(_SEVERAL + len(self._several))
            if letter != text:
                self._several.append((letter, text))
            letters.append(letter)
        self._letters = _UNKNOWN + "".join(letters).ljust(_MOST, _UNKNOWN)
        self._bytes = codecs.charmap_build("\0" + "".join(map(chr, texts)).ljust(_MOST, _UNKNOWN))

    def read(self, codes: str) -> str:
        """Give the text of codes, each of which is a character here.

        Raises:
            UnreadableError: One of them says nothing that is known.
        """
        if self._bytes is None:
            return codes.translate(self._texts)
        try:
            data, _ = codecs.charmap_encode(codes, "strict", self._bytes)
            text, _ = codecs.charmap_decode(data, "strict", self._letters)
        except UnicodeError as error:
            raise UnreadableError("a sign that its font does not give a text") from error
        for letter, several in self._several:
            if letter in text:
                text = text.replace(letter, several)
        return text


class _Texts(dict[int, str]):
    """Refuses a code without a text, as what it paints is not known."""

    def __missing__(self, code: int) -> str:
        raise UnreadableError("a sign that its font does not give a text")
