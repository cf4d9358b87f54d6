"""The faces of one house style, and the shaping of text in them."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefing.model.drawing import Segment
from briefing.model.style import Family, TextStyle
from briefing.text.face import Face
from briefing.text.outlines import PlacedGlyph, glyph_outline, placed, scaled, turned_over
from briefing.text.shape import Part, Shaper, Word, is_ignorable

__all__ = ["Face", "Fonts", "Part", "Shaper", "Word", "fonts_of"]

MAX_FONTS = 16  # kept by `fonts_of`; one a house style
MAX_SHAPERS = 256  # kept, of all styles together; each with its own words
_APART = 0.025  # em of tracking; line breaking adds at most 0.022

MAX_STYLES = 512  # of text, whose shapers one `Fonts` remembers


class Fonts:
    """The faces of one style. Making one opens no file; a face is opened when it is first used."""

    __slots__ = ("_families", "_shapers")

    def __init__(self, families: Mapping[str, Family]) -> None:
        self._families = families
        self._shapers: dict[TextStyle, Shaper] = {}

    @property
    def families(self) -> Mapping[str, Family]:
        """The families of the style, by name."""
        return self._families

    def word(self, text: str, style: TextStyle) -> Word:
        """Shape a word, with kerning and ligatures and what the style asks for."""
        return self.shaper(style).shape(text)

    def width(self, text: str, style: TextStyle) -> float:
        """The width of a line of text in points, spaces included."""
        shaper = self.shaper(style)
        words = text.replace("\u00a0", " ").split(" ")
        gaps = len(words) - 1
        em, letters = gaps * shaper.space.advance, gaps
        for text in words:
            word = shaper.shape(text)
            em += word.em
            letters += word.letters
        return em * style.size / 1000 + letters * style.tracking

    def space(self, style: TextStyle) -> Part:
        """The space of the style's own face."""
        return self.shaper(style).space

    def hyphen(self, style: TextStyle) -> Word:
        """The hyphen drawn where a word is broken; it stands for a soft hyphen."""
        return self.shaper(style).hyphen

    def glyphs(self, text: str, style: TextStyle) -> Iterator[PlacedGlyph]:
        """The glyphs of a line of text where they stand in it, spaces included."""
        shaper, per_point = self.shaper(style), 1000 / style.size
        parts: list[Part] = []
        for word in text.replace("\u00a0", " ").split(" "):
            parts += shaper.shape(word).parts
            parts.append(shaper.space)
        del parts[-1]
        return placed(parts, style.tracking * per_point)

    def outline(self, text: str, style: TextStyle) -> tuple[Segment, ...]:
        """The outline of a line of text that begins at the origin, in points; y grows downwards."""
        per_em, segments = style.size / 1000, list[Segment]()
        for face, glyph, x, up in self.glyphs(text, style):
            outline = glyph_outline(face, glyph)
            segments += scaled(outline, per_em, x * per_em, up * per_em + style.rise)
        return tuple(turned_over(segments))

    def missing(self, text: str, style: TextStyle) -> str:
        """The characters that no face has, each once, in the order of the text.

        What is never drawn is never missing: controls, soft hyphens, joiners.
        """
        left = dict.fromkeys(text)
        for face in self.shaper(style).faces:
            left = {c: None for c in left if ord(c) not in face.characters}
            if not left:
                return ""
        return "".join(c for c in left if not is_ignorable(c) and not self._has(c, style))

    def shaper(self, style: TextStyle) -> Shaper:
        """What shapes words in this style; shared by all sizes and colours."""
        shaper = self._shapers.get(style)
        if shaper is None:
            if len(self._shapers) >= MAX_STYLES:
                self._shapers.clear()
            # Letters visibly set apart do not touch (CSS Text 3, 8.2); justified lines are not so.
            apart = ("-liga", "-clig") if style.tracking > _APART * style.size else ()
            shaper = _shaper(self._chain(style), (*apart, *style.features))
            self._shapers[style] = shaper
        return shaper

    def _chain(self, style: TextStyle) -> tuple[str, ...]:
        first = self._families[style.family]
        families = (first, *(self._families[name] for name in first.fallback))
        paths = (_member(family, style) for family in families)
        return tuple(dict.fromkeys(paths))

    def _has(self, character: str, style: TextStyle) -> bool:
        """Whether a character can be drawn though no face has it as one."""
        if character == "\u2011" or unicodedata.category(character) == "Zs":
            return True  # HarfBuzz makes them of the hyphen and the space
        parts = unicodedata.normalize("NFD", character)
        return parts != character and not self.missing(parts, style)


def _member(family: Family, style: TextStyle) -> str:
    if style.bold:
        return family.bold_italic if style.italic else family.bold
    return family.italic if style.italic else family.regular


@lru_cache(maxsize=MAX_SHAPERS)
def _shaper(paths: tuple[str, ...], features: tuple[str, ...]) -> Shaper:
    return Shaper(paths, features)


def fonts_of(families: Mapping[str, Family]) -> Fonts:
    """The fonts of a style's families; equal families share one object in a process."""
    return _fonts(tuple(sorted(families.items())))


@lru_cache(maxsize=MAX_FONTS)
def _fonts(families: tuple[tuple[str, Family], ...]) -> Fonts:
    return Fonts(dict(families))
