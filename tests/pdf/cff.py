"""Builds a small font with CFF outlines: eight glyphs, a ligature and a raised mark."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from briefing.model.style import Family

_WIDTHS = {".notdef": 500, "space": 260, "f": 301, "i": 277, "f_i": 560, "a": 517, "hyphen": 311,
           "acutecomb": 0}  # fmt: skip
_CHARACTERS = {" ": "space", "f": "f", "i": "i", "a": "a", "-": "hyphen", "\u0301": "acutecomb"}
_FEATURES = """
feature liga { sub f i by f_i; } liga;
markClass acutecomb <anchor 100 0> @TOP;
feature mark { pos base a <anchor 250 150> mark @TOP; } mark;
"""


def build_family(folder: Path) -> Family:
    """Write the font into a folder; all four faces of the family are the same."""
    path = folder / "Test-Regular.otf"
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(_WIDTHS))
    builder.setupCharacterMap({ord(character): name for character, name in _CHARACTERS.items()})
    outlines = {name: _box(width) for name, width in _WIDTHS.items()}
    builder.setupCFF("Test-Regular", {"FullName": "Test"}, outlines, {})
    builder.setupHorizontalMetrics({name: (width, 50) for name, width in _WIDTHS.items()})
    builder.setupHorizontalHeader(ascent=750, descent=-250)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular", "psName": "Test-Regular"})
    builder.setupOS2(sTypoAscender=750, sTypoDescender=-250, sCapHeight=700, sxHeight=500)
    builder.setupPost()
    builder.addOpenTypeFeatures(_FEATURES)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.save(path)
    return Family(str(path), str(path), str(path), str(path), fallback=())


def _box(width: int):
    pen = T2CharStringPen(width, None)
    right = max(width - 50, 60)
    for place, (x, y) in enumerate(((50, 0), (right, 0), (right, 500), (50, 500))):
        (pen.lineTo if place else pen.moveTo)((x, y))
    pen.closePath()
    return pen.getCharString()
