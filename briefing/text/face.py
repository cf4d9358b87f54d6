"""One font file: its metrics, its glyphs, and the part of it that a document embeds."""

import struct
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb

MAX_FACES = 64  # open at a time; a style has about eight
MAX_SUBSETS = 256  # kept, of all faces together; some 20 kB each

# Text draws most of its glyphs from these. A face that uses more than half of one gets all of it,
# so that most documents share one subset and it is made once a process.
_BLOCKS = (
    "abcdefghijklmnopqrstuvwxyz ,.",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "0123456789",
    "-–—:;()/%’“”",
)

# What a PDF reader looks at: the outlines and their metrics (ISO 32000-2 9.9, table 124). Glyphs
# are addressed by number, so neither character map nor names nor layout rules are needed.
_DROPPED = (
    "BASE",
    "DSIG",
    "GDEF",
    "GPOS",
    "GSUB",
    "OS/2",
    "STAT",
    "cmap",
    "gasp",
    "kern",
    "name",
    "post",
)


class Face:
    """An open font file.

    Attributes:
        upem: Units to the em.
        ascent: In em, as the designer set it (OS/2 typographic metrics), not the tallest glyph.
        descent: Likewise; negative.
        cap_height: In em.
        x_height: In em.
        bbox: Of all glyphs together, in 1/1000 em: left, bottom, right, top.
        italic_angle: In degrees, anticlockwise from the vertical: negative for italics.
        weight: 400 for regular, 700 for bold.
        stem: Width of the vertical stems in 1/1000 em, estimated from the weight.
        flags: Of a PDF font descriptor (ISO 32000-2 9.8.2).
        is_cff: The outlines are CFF, not TrueType.
        characters: The code points that it has a glyph for.
        codes: Of each glyph, how PDF writes its number, and its width in 1/1000 em.
    """

    __slots__ = (
        "_blocks",
        "_face",
        "ascent",
        "bbox",
        "cap_height",
        "characters",
        "codes",
        "descent",
        "flags",
        "font",
        "is_cff",
        "italic_angle",
        "path",
        "postscript_name",
        "stem",
        "upem",
        "weight",
        "x_height",
    )

    def __init__(self, path: str) -> None:
        self.path = path
        if not Path(path).is_file():
            raise FileNotFoundError(f"there is no font file {path!r}")
        self._face: Any = hb.Face(hb.Blob.from_file_path(path))
        if not self._face.glyph_count:
            raise ValueError(f"{path!r} is not a TrueType or OpenType font")
        self.font: Any = hb.Font(self._face)
        self.upem: int = self._face.upem
        self.characters: frozenset[int] = frozenset(self._face.unicodes)
        self.is_cff = "CFF " in self._face.table_tags
        self.postscript_name: str = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
        self.codes = _Codes(self.font, self.upem)
        self._blocks: tuple[frozenset[int], ...] | None = None
        self._read_metrics()

    def __repr__(self) -> str:
        return f"Face({self.postscript_name})"

    def glyph(self, character: str) -> int:
        """The glyph a character has before any layout rule; 0 where it has none."""
        return int(self.font.get_nominal_glyph(ord(character)) or 0)

    def advance(self, gid: int) -> float:
        """The width of a glyph in 1/1000 em."""
        return self.codes[gid][1]

    def advances(self, gids: Iterable[int]) -> tuple[float, ...]:
        """The widths of glyphs in 1/1000 em, in the order asked."""
        return tuple(map(self.advance, gids))

    def subset(self, gids: frozenset[int]) -> bytes:
        """Make a font program that holds at least these glyphs, under the numbers they have.

        It may hold some more common letters (so equal documents share one object, and what is
        made of it can be kept by it), no hints and no layout tables.

        Returns:
            A TrueType file; for CFF outlines a bare CFF table, for ``FontFile3``.
        """
        if self._blocks is None:
            blocks = (frozenset(map(self.glyph, block)) for block in _BLOCKS)
            self._blocks = tuple(block - {0} for block in blocks)
        wanted = gids | {0}
        for block in self._blocks:
            if 2 * len(block & gids) > len(block):
                wanted |= block
        return _subset(self.path, wanted)

    def program(self, gids: Iterable[int]) -> bytes:
        """Make a font program of exactly these glyphs and what they are composed of."""
        wanted = hb.SubsetInput()
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        wanted.glyph_set.update(gids)
        wanted.drop_table_tag_set.update(map(_tag, _DROPPED))
        made = wanted.subset(self._face)
        return bytes(made.reference_table("CFF ").data if self.is_cff else made.blob.data)

    def _read_metrics(self) -> None:
        """Read what a PDF font descriptor tells.

        Source: OpenType 1.9.1, tables ``OS/2``, ``head`` and ``post``.
        """
        os2, head, post = (self._face.reference_table(tag).data for tag in ("OS/2", "head", "post"))
        em = self.upem
        self.weight: int = struct.unpack_from(">H", os2, 4)[0]
        ascent, descent = struct.unpack_from(">hh", os2, 68)
        x_height, cap_height = struct.unpack_from(">hh", os2, 86) if len(os2) >= 90 else (0, 0)
        self.ascent, self.descent = ascent / em, descent / em
        self.x_height = (x_height or ascent // 2) / em
        self.cap_height = (cap_height or ascent) / em
        box = struct.unpack_from(">4h", head, 36)
        left, bottom, right, top = (round(side * 1000 / em) for side in box)
        self.bbox = (left, bottom, right, top)
        self.italic_angle: float = struct.unpack_from(">i", post, 4)[0] / 65536
        self.stem = round(10 + 220 * (self.weight - 50) / 900)
        family, serifs = os2[32], os2[33]
        self.flags = (
            (1 if struct.unpack_from(">I", post, 12)[0] else 0)
            | (2 if family == 2 and 2 <= serifs <= 10 else 0)  # PANOSE: Latin text, with serifs
            | 4  # not only the standard Latin characters
            | (64 if self.italic_angle else 0)
        )


class _Codes(dict[int, tuple[str, float]]):
    """See `Face.codes`; has at most as many as the face has glyphs."""

    __slots__ = ("_font", "_per_unit")

    def __init__(self, font: Any, upem: int) -> None:
        super().__init__()
        self._font, self._per_unit = font, 1000 / upem

    def __missing__(self, gid: int) -> tuple[str, float]:
        code = f"{gid:04X}", self._font.get_glyph_h_advance(gid) * self._per_unit
        self[gid] = code
        return code


@lru_cache(maxsize=MAX_FACES)
def open_face(path: str) -> Face:
    """Open a font file, once a process.

    Raises:
        ValueError: It is not a font.
        FileNotFoundError: There is none.
    """
    return Face(path)


@lru_cache(maxsize=MAX_SUBSETS)
def _subset(path: str, gids: frozenset[int]) -> bytes:
    return open_face(path).program(gids)


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4)[:4].encode("ascii"), "big")
