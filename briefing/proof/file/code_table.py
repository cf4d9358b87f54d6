"""Turns codes into text at speed.

A font has few signs, so its codes are first made bytes and then text, both by Python's character
maps: a tenth of what `str.translate` takes for signs beyond ASCII.
"""

import codecs
from collections.abc import Mapping

from briefing.proof.file.syntax import UnreadableError

_UNKNOWN = "\ufffe"
"""Not a character; where a character map has it, there is nothing."""

_MOST = 255  # one byte is left for the code 0, which is no sign
_BEYOND = 0xFFFE


class CodeTable:
    """What each code of a font says.

    Args:
        texts: Code → text.
    """

    __slots__ = ("_bytes", "_letters", "_several", "_texts")

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = _Texts(texts)
        self._several: list[tuple[bytes, bytes]] = []
        self._bytes = None
        letters = [_UNKNOWN, *[text if len(text) == 1 else _UNKNOWN for text in texts.values()]]
        several = [(at, text) for at, text in enumerate(texts.values(), 1) if len(text) != 1]
        letters += sorted({letter for _, text in several for letter in text}.difference(letters))
        if len(letters) > _MOST + 1 or 0 in texts or max(texts, default=0) >= _BEYOND:
            return
        for at, text in several:
            self._several.append((bytes([at]), bytes(map(letters.index, text))))
        self._letters = "".join(letters).ljust(_MOST + 1, _UNKNOWN)
        codes = "\0" + "".join(map(chr, texts))
        self._bytes = codecs.charmap_build(codes.ljust(_MOST + 1, _UNKNOWN))

    def read(self, codes: str) -> str:
        """Give the text of codes, each of which is a character here.

        Raises:
            UnreadableError: One of them says nothing that is known.
        """
        if self._bytes is None:
            return codes.translate(self._texts)
        try:
            data, _ = codecs.charmap_encode(codes, "strict", self._bytes)
            for one, several in self._several:
                data = data.replace(one, several)
            text, _ = codecs.charmap_decode(data, "strict", self._letters)
        except UnicodeError as error:
            raise UnreadableError("a sign that its font does not give a text") from error
        return text


class _Texts(dict[int, str]):
    """Refuses a code without a text, as what it paints is not known."""

    def __missing__(self, code: int) -> str:
        raise UnreadableError("a sign that its font does not give a text")
