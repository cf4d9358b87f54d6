"""Text in the document's own faces, measured as matplotlib wants it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.font_manager import weight_dict
from matplotlib.ft2font import FT2Font
from msgspec.structs import replace

from briefing.model.style import Colour, TextStyle
from briefing.text.fonts import Face, Fonts

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

MAX_TEXTS = 4096  # whose sizes are kept, of all figures together
MAX_FACES = 64  # whose names and gaps are kept
_BOLD_FROM = 550  # between medium and semibold
_DROPPED = {ord("\t"): " ", ord("\r"): None, ord("\n"): " "}


class Extent(NamedTuple):
    """The size of a line of text, in points.

    Attributes:
        height: From the lowest to the highest point of its letters.
        descent: From the baseline down to the lowest point; negative where that is above.
    """

    width: float
    height: float
    descent: float


class Strut(NamedTuple):
    """What a line takes up whatever its letters are, in points."""

    ascent: float
    descent: float
    gap: float


class Typesetter:
    """Finds the document's text style for what matplotlib asks, and measures."""

    __slots__ = ("_families", "_style", "_styles", "_weights", "fonts")

    def __init__(self, fonts: Fonts, style: TextStyle) -> None:
        self.fonts = fonts
        self._style = style
        self._styles: dict[tuple[object, ...], TextStyle] = {}
        self._weights: dict[str, int] = weight_dict
        self._families: dict[str, str] = {}

    def style(
        self,
        prop: "FontProperties",
        colour: Colour = "#000000",
        features: Sequence[str] | None = None,
    ) -> TextStyle:
        """Give the style of the document that is closest to what matplotlib asks for."""
        named, size = tuple(prop.get_family()), float(prop.get_size_in_points())
        key = named, prop.get_style(), prop.get_weight(), size, colour, features
        known = self._styles.get(key)
        if known is not None:
            return known
        base = self._style
        style = replace(
            base,
            family=self._family(named),
            size=size,
            colour=colour,
            bold=self._is_bold(prop.get_weight()),
            italic=prop.get_style() in ("italic", "oblique"),
            features=(*base.features, *map(_feature, features or ())),
            tracking=base.tracking * size / base.size if base.size else 0.0,
            rise=0.0,
        )
        self._styles[key] = style
        return style

    def extent(self, text: str, prop: "FontProperties") -> Extent:
        """Measure a line of text."""
        return _extent(self.fonts, printable(text), self.style(prop))

    def strut(self, prop: "FontProperties") -> Strut:
        """Measure the height of any line, and the gap between two."""
        style = self.style(prop)
        face = self.fonts.space(style).face
        return Strut(
            face.ascent * style.size, -face.descent * style.size, _gap(face.path) * style.size
        )

    def missing(self, text: str, style: TextStyle) -> str:
        """The characters that no face of a style has."""
        return self.fonts.missing(text, style)

    def _family(self, named: tuple[str, ...]) -> str:
        """Find the first family that the document has, by its own name or by that of its font."""
        known = self.fonts.families
        for name in named:
            if name in known:
                return name
            for key in known:
                if _name(known[key].regular) == name.lower():
                    return key
        return self._style.family

    def _is_bold(self, weight: int | str) -> bool:
        if isinstance(weight, str):
            weight = self._weights.get(weight.lower(), 400)
        return weight >= _BOLD_FROM


def printable(text: str) -> str:
    """A line of text without what only moves a print head."""
    return text.translate(_DROPPED)


@lru_cache(maxsize=MAX_TEXTS)
def _extent(fonts: Fonts, text: str, style: TextStyle) -> Extent:
    ends = [0.0] if not text.strip() else []
    for face, glyph, _, rise in fonts.glyphs(text, style):
        scale = style.size / face.upem
        ends += [rise + end * scale for end in _reach(face, glyph)]
    highest, lowest = max(ends, default=0.0), min(ends, default=0.0)
    return Extent(fonts.width(text, style), highest - lowest, -lowest)


@lru_cache(maxsize=MAX_TEXTS)
def _reach(face: Face, glyph: int) -> tuple[int, int]:
    """How far a glyph reaches above the baseline, and its lowest point, in units of its face."""
    box = face.font.get_glyph_extents(glyph)
    return box.y_bearing, box.y_bearing + box.height


@lru_cache(maxsize=MAX_FACES)
def _name(path: str) -> str:
    return FT2Font(path).family_name.lower()


@lru_cache(maxsize=MAX_FACES)
def _gap(path: str) -> float:
    """Between two lines, in em (OpenType 1.9.1, ``OS/2``, sTypoLineGap)."""
    font = FT2Font(path)
    table = font.get_sfnt_table("OS/2")
    return 0.0 if table is None else table["sTypoLineGap"] / font.units_per_EM


def _feature(asked: str) -> str:
    """Translate a feature from how matplotlib has it: ``"+onum"``, ``"liga=0"``."""
    name, _, value = asked.lstrip("+").partition("=")
    return f"-{name}" if value.strip() == "0" else name
