"""Fonts in the file: Type 0, embedded as far as they are used.

Codes are those of `briefing.pdf.fonts.glyphs.code_of`, or for CFF outlines the numbers of glyphs.
"""

import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.pdf.fonts.glyphs import FaceUse, code_of
from briefing.pdf.objects.document import Document
from briefing.pdf.objects.serialise import LEVEL
from briefing.pdf.objects.syntax import name, number, numbers, utf16

if TYPE_CHECKING:
    from briefing.text.fonts import Face

_Texts = tuple[tuple[int, str], ...]  # glyph and text, by glyph
_NOTHING = "\u200b"  # for a glyph that only ever stands for part of a text given elsewhere
_PER_BLOCK = 100  # entries of a block of a CMap (Adobe Technical Note 5014)
_BLOCK = "{0} beginbfchar\n{1}\nendbfchar\n"
_CMAP = """\
/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
%sendcmap
CMapName currentdict/CMap defineresource pop
end
end
"""


class _Subset(Struct, frozen=True):
    """What depends on a face and its glyphs alone.

    Attributes:
        base: PostScript name, with the tag of a subset.
        widths: The entries of the W array.
        program: For FontFile2 or FontFile3.
        texts: The ToUnicode CMap, deflated.
    """

    base: str
    widths: str
    program: bytes
    texts: bytes


def add_fonts(document: Document, uses: Sequence[FaceUse]) -> None:
    """Embed every face, with just the glyphs that are painted.

    Raises:
        ValueError: A character was painted that its face has no glyph for.

    Source:
        ISO 32000-1 9.6.4 (subsets), 9.7 (composite fonts), 9.10.3 (ToUnicode).
    """
    coded = {glyph for use in uses if not use.face.is_cff for glyph in use.texts}
    glyph_map = ""
    if coded:
        data = _glyph_map(frozenset(coded))
        glyph_map = f"{document.add_ready_stream('/Filter/FlateDecode', data)} 0 R"
    for use in uses:
        if 0 in use.texts:
            raise ValueError(f"{use.face.postscript_name} has no glyph for {use.texts[0]!r}")
        texts = tuple(sorted(use.texts.items()))
        document.add_font(use.name, _font(document, use.face, texts, glyph_map))


@lru_cache(maxsize=64)  # bounded: a few hundred bytes each
def _glyph_map(glyphs: frozenset[int]) -> bytes:
    """The glyph of every code, deflated; one map serves all fonts (ISO 32000-1 9.7.4.2)."""
    codes = {code_of(glyph): glyph for glyph in glyphs}
    order = [codes.get(code, 0) for code in range(max(codes) + 1)]
    return zlib.compress(struct.pack(f">{len(order)}H", *order), LEVEL)


def _font(document: Document, face: "Face", texts: _Texts, glyph_map: str) -> int:
    subset = _subset(face, texts)
    descriptor = document.add(_descriptor(document, face, subset))
    map_entry = "" if face.is_cff else f"/CIDToGIDMap {glyph_map}"
    kind = "/CIDFontType0" if face.is_cff else "/CIDFontType2"
    descendant = document.add(
        f"<</Type/Font/Subtype{kind}/BaseFont{name(subset.base)}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/DW 1000/W[{subset.widths}]{map_entry}>>"
    )
    cmap = document.add_ready_stream("/Filter/FlateDecode", subset.texts)
    full = f"{subset.base}-Identity-H" if face.is_cff else subset.base
    return document.add(
        f"<</Type/Font/Subtype/Type0/BaseFont{name(full)}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {cmap} 0 R>>"
    )


def _descriptor(document: Document, face: "Face", subset: _Subset) -> str:
    kind = "/Subtype/CIDFontType0C" if face.is_cff else f"/Length1 {len(subset.program)}"
    program = document.add_ready_stream(f"{kind}/Filter/FlateDecode", _deflated(subset.program))
    key = "FontFile3" if face.is_cff else "FontFile2"
    return (
        f"<</Type/FontDescriptor/FontName{name(subset.base)}/Flags {face.flags}"
        f"/FontBBox{numbers(face.bbox)}"
        f"/ItalicAngle {number(face.italic_angle)}/Ascent {number(face.ascent * 1000)}"
        f"/Descent {number(face.descent * 1000)}/CapHeight {number(face.cap_height * 1000)}"
        f"/StemV {number(face.stem)}/{key} {program} 0 R>>"
    )


@lru_cache(maxsize=256)  # bounded: a few kilobytes each, beside the program
def _subset(face: "Face", texts: _Texts) -> _Subset:
    glyphs = [glyph for glyph, _ in texts]
    to_unicode = _to_unicode(_codes(face, glyphs), [text for _, text in texts])
    return _Subset(
        base=f"{_tag(texts)}+{face.postscript_name}",
        widths=_widths(face, glyphs),
        program=face.subset(frozenset(glyphs)),
        texts=zlib.compress(to_unicode.encode("ascii"), LEVEL),
    )


@lru_cache(maxsize=64)  # bounded: about twenty kilobytes each
def _deflated(program: bytes) -> bytes:
    """Kept apart from `_subset`: texts with different letters often share a program."""
    return zlib.compress(program, 9)


def _tag(texts: _Texts) -> str:
    """Six capital letters that differ where the glyphs do (ISO 32000-1 9.6.4)."""
    rest = zlib.crc32(repr(texts).encode())
    letters = ""
    for _ in range(6):
        rest, letter = divmod(rest, 26)
        letters += chr(ord("A") + letter)
    return letters


def _widths(face: "Face", glyphs: Sequence[int]) -> str:
    """Entries of a W array: neighbours stand together (ISO 32000-1 9.7.4.3)."""
    pairs = enumerate(zip(_codes(face, glyphs), face.advances(glyphs), strict=True))
    runs = []
    for _, run in groupby(pairs, key=lambda pair: pair[1][0] - pair[0]):
        (_, (first, width)), *more = run
        widths = [width, *(width for _, (_, width) in more)]
        runs.append(f"{first}[{' '.join(map(number, widths))}]")
    return "".join(runs)


def _codes(face: "Face", glyphs: Sequence[int]) -> Sequence[int]:
    return glyphs if face.is_cff else [code_of(glyph) for glyph in glyphs]


def _to_unicode(codes: Sequence[int], texts: Sequence[str]) -> str:
    pairs = zip(codes, texts, strict=True)
    lines = [f"<{code:04X}><{utf16(text or _NOTHING)}>" for code, text in pairs]
    blocks = [lines[start : start + _PER_BLOCK] for start in range(0, len(lines), _PER_BLOCK)]
    return _CMAP % "".join([_BLOCK.format(len(block), "\n".join(block)) for block in blocks])
