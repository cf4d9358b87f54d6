"""What the codes of a font say (ISO 32000-1 9.6, 9.7, 9.10)."""

import re
import sys
from array import array
from codecs import utf_16_be_decode
from collections.abc import Mapping
from copy import copy
from functools import lru_cache

from briefing.proof.file.code_table import CodeTable
from briefing.proof.file.codes import FIRST, SIGNS
from briefing.proof.file.objects import File
from briefing.proof.file.syntax import (
    Dictionary,
    Name,
    Reference,
    UnreadableError,
    Value,
    read_bodies,
    read_name,
)
from briefing.proof.fold import fold

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
_GLYPH_MAP = re.compile(rb"/CIDToGIDMap\s+(\d+)\s+\d+\s+R\b")
_CODE = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac-roman"}
_STANDARD_FONTS = ("Helvetica", "Times-", "Courier")
_LARGEST_RANGE = 1 << 16
_SURROGATES = 0xD800  # codes from here on would be read as halves of one


class Font:
    """A font as it is shown with.

    Attributes:
        wide: A code takes two bytes, not one.
        spaces: The codes of spaces.
        others: All other codes.
        size: That it is shown in, as the file writes it; empty where that is not asked for.
    """

    __slots__ = ("_high", "_table", "others", "size", "spaces", "wide")

    def __init__(self, texts: Mapping[int, str], *, wide: bool) -> None:
        if max(texts, default=0) >= FIRST:
            raise UnreadableError("a font with more signs than can be told apart")
        folded = {code: fold(text) for code, text in texts.items()}
        folded.update({int.from_bytes(code, "big"): sign for code, sign in SIGNS.items()})
        self._table = CodeTable(folded)
        self._high = any(code >= _SURROGATES for code in texts)
        self.wide = wide
        self.size = b""
        codes = {code.to_bytes(2 if wide else 1, "big"): text for code, text in texts.items()}
        self.spaces = frozenset(code for code, text in codes.items() if text.isspace())
        self.others = codes.keys() - self.spaces

    def at(self, size: bytes) -> "Font":
        """The same font in one size."""
        font = copy(self)
        font.size = size
        return font

    def read(self, string: bytes) -> str:
        """Give the folded text of a string.

        Raises:
            UnreadableError: The font does not know one of its codes.
        """
        if not self.wide:
            return self._table.read(string.decode("latin-1"))
        if len(string) % 2:
            raise UnreadableError("a string that ends with half a code")
        if not self._high:
            return self._table.read(utf_16_be_decode(string, "surrogatepass")[0])
        codes = array("H", string)
        if sys.byteorder == "little":
            codes.byteswap()
        return self._table.read("".join(map(chr, codes)))

    def read_bodies(self, joined: bytes) -> str | None:
        """Give the folded text of many literal strings, without their parentheses, at once.

        Args:
            joined: The strings, with codes (`briefing.proof.file.codes`) among them.

        Returns:
            None where they have to be read one by one.

        Raises:
            UnreadableError: The font does not know one of the codes, or a string holds half of one.
        """
        if not self.wide or self._high:
            return None
        string = read_bodies(joined)
        if string is None or len(string) % 2:
            return None
        return self._table.read(utf_16_be_decode(string, "surrogatepass")[0])


def read_font(file: File, value: Value) -> Font:
    """Read a font from its dictionary.

    Raises:
        UnreadableError: It does not say what its codes mean.
    """
    entries = file.dictionary(value)
    kind, table = entries.get("Subtype"), entries.get("ToUnicode")
    texts = file.streams.get(table.number) if isinstance(table, Reference) else None
    if kind == "Type3":
        raise UnreadableError("a font whose signs are drawings")
    if kind == "Type0":
        if file.resolve(entries.get("Encoding")) not in ("Identity-H", "Identity-V"):
            raise UnreadableError("a font with an encoding that is not Identity")
        if texts is None:
            raise UnreadableError("a font that does not say what its codes mean")
        return _wide_font(texts.plain())
    known = {**_encoded(file, entries), **(_read_table(texts.plain()) if texts else {})}
    if not known:
        raise UnreadableError("a font that does not say what its codes mean")
    return Font(known, wide=False)


@lru_cache(maxsize=64)
def _wide_font(table: bytes) -> Font:
    return Font(_read_table(table), wide=True)


def _read_table(table: bytes) -> dict[int, str]:
    """Read a ToUnicode table (ISO 32000-1 9.10.3)."""
    texts: dict[int, str] = {}
    for kind, block in _BLOCK.findall(table):
        if kind == b"bfchar":
            for code, text in _PAIR.findall(block):
                texts[int(code, 16)] = _text(text)
            continue
        for first, last, text, several in _RANGE.findall(block):
            _read_range(int(first, 16), int(last, 16), text, several, texts)
    return texts


def _read_range(first: int, last: int, text: bytes, several: bytes, texts: dict[int, str]) -> None:
    if not 0 <= last - first < _LARGEST_RANGE:
        raise UnreadableError("a font with a range of codes that is too large")
    if several:
        for code, single in zip(range(first, last + 1), _CODE.findall(several), strict=False):
            texts[code] = _text(single)
        return
    start = int(text, 16)
    width = len(text.translate(None, b" \t\r\n"))
    for code in range(first, last + 1):
        texts[code] = _text(b"%0*x" % (width, start + code - first))


@lru_cache(maxsize=8192)
def _text(digits: bytes) -> str:
    """Read a text in hexadecimal digits of UTF-16."""
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _encoded(file: File, entries: Dictionary) -> dict[int, str]:
    """What the codes of a simple font mean by its encoding."""
    encoding = file.resolve(entries.get("Encoding"))
    differences = file.items(encoding.get("Differences")) if isinstance(encoding, dict) else []
    base = file.resolve(encoding.get("BaseEncoding")) if isinstance(encoding, dict) else encoding
    codec = _ENCODINGS.get(str(base))
    if codec is None and str(entries.get("BaseFont")).startswith(_STANDARD_FONTS):
        codec = "cp1252"  # like StandardEncoding, but for quotes and accents
    texts = {}
    if codec:
        plain = bytes(range(256)).decode(codec, "replace")
        texts = dict(enumerate(plain))
    code = 0
    for item in differences:
        if isinstance(item, int):
            code = item
        elif isinstance(item, Name):
            texts[code] = _named(item)
            code += 1
    return texts


@lru_cache(maxsize=1024)
def _named(name: str) -> str:
    """Tell what the name of a glyph means."""
    from fontTools.agl import toUnicode  # late: our own files name no glyphs

    return str(toUnicode(name))


class Fonts:
    """The fonts of a file, each read once.

    Attributes:
        tables: Numbers of the streams that say what their codes mean, and which glyphs they show.
    """

    def __init__(self, file: File) -> None:
        self._file = file
        self._fonts: dict[int, Font] = {}
        self._sized: dict[tuple[Font, bytes], Font] = {}
        self._spaces: dict[int, frozenset[bytes]] = {}
        self.tables: set[int] = set()

    def get(self, resources: Dictionary, name: bytes) -> Font:
        """The font that resources call by a name.

        Raises:
            UnreadableError: It does not say what its codes mean.
        """
        fonts = self._file.dictionary(resources.get("Font"))
        return self._font(fonts.get(read_name(name)))

    def sized(self, resources: Dictionary, name: bytes, size: bytes) -> Font:
        """Likewise, but each size is a font of its own."""
        key = (self.get(resources, name), size)
        if key not in self._sized:
            self._sized[key] = key[0].at(size)
        return self._sized[key]

    def spaces(self, resources: Dictionary) -> frozenset[bytes]:
        """The codes that are spaces in every wide font among the resources that has them."""
        fonts = self._file.dictionary(resources.get("Font"))
        key = id(fonts)
        if key not in self._spaces:
            wide = [font for font in map(self._font, fonts.values()) if font.wide]
            spaces = frozenset[bytes]().union(*(font.spaces for font in wide))
            self._spaces[key] = spaces.difference(*(font.others for font in wide))
        return self._spaces[key]

    def _font(self, value: Value) -> Font:
        if not isinstance(value, Reference):
            return read_font(self._file, value)
        if value.number not in self._fonts:
            self._fonts[value.number] = read_font(self._file, value)
            entries = self._file.dictionary(value)
            glyphs = map(self._glyph_map, self._file.items(entries.get("DescendantFonts")))
            for table in (entries.get("ToUnicode"), *glyphs):
                if isinstance(table, Reference):
                    self.tables.add(table.number)
        return self._fonts[value.number]

    def _glyph_map(self, font: Value) -> Value:
        """What tells the glyphs of a font; sought in its bytes, as its widths take long to read."""
        if isinstance(font, Reference) and font.number in self._file.packed:
            found = _GLYPH_MAP.search(*self._file.packed[font.number])
            return Reference(int(found[1])) if found else None
        return self._file.dictionary(font).get("CIDToGIDMap")
