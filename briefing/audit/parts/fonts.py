"""Lists the fonts of a file: what is in it of them, and whether their glyphs say what they are."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from pikepdf import Pdf, Stream

from briefing.audit.entries import array, dictionary, name, stored, stream
from briefing.audit.parts.resources import walk_resources
from briefing.audit.structure.content import PageContent
from briefing.audit.structure.elements import Key
from briefing.audit.values import Font

_SUBSET = re.compile(r"[A-Z]{6}\+")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def read_fonts(pdf: Pdf, pages: Sequence[PageContent]) -> tuple[Font, ...]:
    """The fonts of all pages, in the order of names."""
    unmapped: Counter[Key] = Counter()
    for page in pages:
        for key, use in page.fonts.items():
            unmapped[key] += sum(use.unmapped.values())
    fonts = [_font(held, unmapped[held.objgen]) for _, held in walk_resources(pdf, "/Font")]
    return tuple(sorted(fonts, key=lambda font: (font.name, font.kind, font.bytes)))


def _font(font: Any, unmapped: int) -> Font:
    """Source: ISO 32000-2 9.6 to 9.10."""
    kind = name(font, "/Subtype")
    held = font
    if kind == "Type0":
        held = next(iter(array(font, "/DescendantFonts")), None)
        kind += f"/{name(held, '/Subtype')}"
    called = name(font, "/BaseFont") or name(held, "/BaseFont") or name(font, "/Name")
    size = _glyphs(font) if kind == "Type3" else _program(held)
    return Font(
        name=_SUBSET.sub("", called, count=1) if _SUBSET.match(called) else called,
        kind=kind,
        embedded=size is not None,
        subset=_SUBSET.match(called) is not None,
        to_unicode=stream(font, "/ToUnicode") is not None,
        bytes=size or 0,
        unmapped=unmapped,
    )


def _program(font: object) -> int | None:
    """The bytes of the program; None where the file has none."""
    descriptor = dictionary(font, "/FontDescriptor")
    for key in _PROGRAMS:
        program = stream(descriptor, key)
        if program is not None:
            return stored(program)
    return None


def _glyphs(font: object) -> int:
    """The bytes of the glyphs of a font that is drawn with PDF's own means."""
    glyphs = dictionary(font, "/CharProcs")
    drawn = [] if glyphs is None else glyphs.values()
    return sum(stored(glyph) for glyph in drawn if isinstance(glyph, Stream))
