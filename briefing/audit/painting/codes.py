"""Fonts as what they make of a string: codes, their texts, and how far they go."""

import re
import struct
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

from briefing.audit import entries
from briefing.audit.painting.cmaps import CODECS, CMap, read_cmap

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for codes that no text is given for."""

_COLLECTIONS = ("Japan1", "GB1", "CNS1", "Korea1", "KR")
_CODECS_OF_NAMES = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}
_BUILT_IN = re.compile(rb"dup\s+(\d+)\s*/(\S+)\s+put")
_MOST_WIDTHS = 0x20000


class Font:
    """A font, as text is shown with it.

    Attributes:
        name: BaseFont, with the tag of a subset.
        split: Cuts a string into codes.
        texts: Code → text; codes without one give `UNKNOWN`.
        widths: Code → how far it goes, in thousandths of the size.
        is_wide: Its spaces are not the code 32 of one byte, which word spacing applies to.
        excused: Its codes have a text by their collection of glyphs, which is not read here.
    """

    __slots__ = ("excused", "is_wide", "name", "split", "texts", "widths")

    def __init__(
        self,
        name: str,
        split: Callable[[bytes], Iterable[int]],
        texts: dict[int, str],
        widths: dict[int, float],
    ) -> None:
        self.name = name
        self.split = split
        self.texts = texts
        self.widths = widths
        self.is_wide = False
        self.excused = False


class _Texts(dict[int, str]):
    def __missing__(self, code: int) -> str:
        return UNKNOWN


class _Characters(dict[int, str]):
    """Codes that are code points already."""

    def __missing__(self, code: int) -> str:
        return chr(code)


class _Widths(dict[int, float]):
    """Those given; else what the glyphs' own numbers say, or one for all."""

    def __init__(self, default: float, glyph: Callable[[int], int] | None = None) -> None:
        super().__init__()
        self.default = default
        self.glyph = glyph

    def __missing__(self, code: int) -> float:
        if self.glyph is None:
            return self.default
        cid = self.glyph(code)
        return self[cid] if cid != code and cid in self else self.default


def read_font(font: Any) -> Font:
    """Read a font, as far as it can be read."""
    name = entries.name(font, "/BaseFont") or entries.name(font, "/Name")
    if entries.name(font, "/Subtype") == "Type0":
        return _composite(font, name)
    return _simple(font, name)


def _simple(font: Any, name: str) -> Font:
    """A font with codes of one byte (ISO 32000-1 9.6)."""
    texts = _Texts(_encoded(font))
    texts.update(_to_unicode(font).texts)
    scale = 1.0
    if entries.name(font, "/Subtype") == "Type3":
        matrix = [_float(value) for value in entries.array(font, "/FontMatrix")]
        scale = 1000 * abs(matrix[0]) if len(matrix) == 6 and matrix[0] else 1.0
    descriptor = entries.dictionary(font, "/FontDescriptor")
    widths = _Widths(_float(entries.entry(descriptor, "/MissingWidth")) or 500.0)
    first = entries.number(font, "/FirstChar") or 0
    for code, width in enumerate(entries.array(font, "/Widths")[:256], first):
        widths[code] = _float(width) * scale
    return Font(name, bytes, texts, widths)


def _to_unicode(font: Any) -> CMap:
    stream = entries.stream(font, "/ToUnicode")
    return read_cmap(entries.decoded(stream)) if stream is not None else CMap()


def _encoded(font: Any) -> dict[int, str]:
    """Texts by the names of glyphs (ISO 32000-1 9.6.6, 9.10.2)."""
    encoding = entries.entry(font, "/Encoding")
    base = entries.named(encoding) or entries.name(encoding, "/BaseEncoding")
    descriptor = entries.dictionary(font, "/FontDescriptor")
    symbolic = bool((entries.number(descriptor, "/Flags") or 0) & 4)
    if base in _CODECS_OF_NAMES:
        texts = _of_codec(_CODECS_OF_NAMES[base])
    elif base != "MacExpertEncoding" and not symbolic and not _is_symbols(font):
        texts = _standard()
    else:
        texts = _built_in(descriptor)
    code = 0
    for item in entries.array(encoding, "/Differences"):
        if isinstance(item, Name):
            text = _glyph_text(entries.named(item))
            if text:
                texts[code] = text
            else:
                texts.pop(code, None)
            code += 1
        elif isinstance(item, int):
            code = item
    return texts


def _is_symbols(font: Any) -> bool:
    return (
        entries.name(font, "/BaseFont") in ("Symbol", "ZapfDingbats")
        or entries.name(font, "/Subtype") == "Type3"
    )


def _of_codec(codec: str) -> dict[int, str]:
    texts = {code: bytes([code]).decode(codec, "ignore") for code in range(32, 256)}
    return {code: text for code, text in texts.items() if text}


def _standard() -> dict[int, str]:
    from fontTools.encodings.StandardEncoding import StandardEncoding

    texts = {code: _glyph_text(name) for code, name in enumerate(StandardEncoding)}
    return {code: text for code, text in texts.items() if text}


def _built_in(descriptor: object) -> dict[int, str]:
    """What a Type 1 program says of its own codes."""
    program = entries.stream(descriptor, "/FontFile")
    if program is None:
        return {}
    pairs = _BUILT_IN.findall(entries.decoded(program)[:100_000])
    texts = {int(code): _glyph_text(name.decode("latin-1")) for code, name in pairs}
    return {code: text for code, text in texts.items() if text}


def _glyph_text(name: str) -> str:
    if name == ".notdef":
        return ""
    from fontTools.agl import toUnicode

    return str(toUnicode(name))


def _composite(font: Any, name: str) -> Font:
    """A font whose codes select glyphs by their numbers (ISO 32000-1 9.7)."""
    texts = _Texts(_to_unicode(font).texts)
    inner = next(iter(entries.array(font, "/DescendantFonts")), None)
    encoding = entries.entry(font, "/Encoding")
    widths = _Widths(_float(entries.entry(inner, "/DW"), 1000.0))
    if isinstance(encoding, Stream):
        cmap = read_cmap(entries.decoded(encoding))
        widths.glyph = cmap.cid
        made = Font(name, cmap.split, texts, widths)
    else:
        made = _predefined(name, entries.named(encoding), texts, widths)
    if made.texts is texts or isinstance(encoding, Stream):
        _add_widths(widths, entries.array(inner, "/W"))
    ordering = entries.text(entries.dictionary(inner, "/CIDSystemInfo"), "/Ordering")
    made.excused = ordering in _COLLECTIONS
    made.is_wide = True
    return made


def _predefined(name: str, encoding: str, texts: dict[int, str], widths: _Widths) -> Font:
    """With one of the CMaps that every reader knows (ISO 32000-1 table 118)."""
    stem = encoding.removesuffix("-H").removesuffix("-V")
    codec = CODECS.get(stem)
    if stem.startswith("Uni"):
        codec = "utf-32-be" if "UTF32" in stem else "utf-8" if "UTF8" in stem else "utf-16-be"
    if codec is None or texts:
        return Font(name, _pairs, texts, widths)
    return Font(name, lambda data: map(ord, data.decode(codec, "replace")), _Characters(), widths)


def _pairs(data: bytes) -> tuple[int, ...]:
    count = len(data) // 2
    return struct.unpack(f">{count}H", data[: 2 * count])


def _add_widths(widths: _Widths, items: list[Any]) -> None:
    """ISO 32000-1 9.7.4.3."""
    at = 0
    while at + 1 < len(items) and len(widths) < _MOST_WIDTHS:
        first, second = items[at], items[at + 1]
        if not isinstance(first, int):
            at += 1
        elif isinstance(second, Array):
            for cid, width in enumerate(second, first):
                widths[cid] = _float(width)
            at += 2
        else:
            same = _float(items[at + 2]) if at + 2 < len(items) else 0.0
            if isinstance(second, int):
                widths.update(dict.fromkeys(range(first, min(second + 1, first + 0x10000)), same))
            at += 3


def _float(value: Any, default: float = 0.0) -> float:
    if isinstance(value, (Dictionary, Stream, Array, Name)) or value is None:
        return default
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return default


def senseless(text: str) -> bool:
    """Whether a text given for a glyph says nothing: U+0000, U+FEFF, U+FFFE, for private use.

    Source: ISO 14289-1 7.21.7.
    """
    return any(
        sign in "\0\ufeff\ufffe\ufffd" or "\ue000" <= sign <= "\uf8ff" or sign >= "\U000f0000"
        for sign in text
    )


def unmapped(font: Font, codes: Mapping[int, int]) -> dict[int, int]:
    """Of codes painted, those that no text is given for."""
    if font.excused or isinstance(font.texts, _Characters):
        return {}
    return {code: count for code, count in sorted(codes.items()) if not font.texts.get(code)}
