"""Text styles made ready for painting.

A word is shaped and written once a document and style; setting a line is then joining texts.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.model.drawing import Segment
from briefing.model.style import TextStyle
from briefing.pdf.fonts.glyphs import FaceUses, as_literals
from briefing.pdf.objects.colour import components
from briefing.pdf.objects.syntax import number, string

if TYPE_CHECKING:
    from briefing.text.fonts import Fonts, Part, Shaper, Word
    from briefing.text.outlines import PlacedGlyph

SOFT_HYPHEN = "\u00ad"


class Look:
    """A text style made ready for painting.

    Args:
        style: That is made ready.
        fonts: Of the document.
        uses: Takes down which glyphs are shown.
        plain: Words that need no size and no rise, of all looks that are shaped alike.
        marks: What glyphs do not tell may be told beside them, as marked content.

    Attributes:
        apart: What keeps a marker from being read as part of the figure or word before it: a
            space that takes no room. Empty for all other words.
        face: The name of the font that a line starts with.
        fill: Colour operands.
        words: Word → what is put into a TJ array for it; written when it is first asked for.
    """

    __slots__ = (
        "_fonts", "_style", "apart", "face", "fill", "rise", "size", "space", "tracking", "words",
    )  # fmt: skip

    def __init__(
        self,
        style: TextStyle,
        fonts: "Fonts",
        uses: FaceUses,
        plain: dict[str, str],
        *,
        marks: bool,
    ) -> None:
        self._style, self._fonts = style, fonts
        space = fonts.space(style)
        use = uses.of(space.face)
        use.tell(space.glyphs)
        self.face = use.name
        self.size = number(style.size)
        self.fill = components(style.colour)
        self.tracking = number(style.tracking, 4)  # a line has a hundred times as much
        self.rise = number(style.rise)
        self.space = as_literals(space.code, space.face)
        back = space.advance + 1000 * style.tracking / style.size
        self.apart = f"{self.space}{back:.0f} " if "sups" in style.features else ""
        self.words = _Words(style, fonts, uses, plain, marks=marks)

    def gap(self, word_space: float) -> str:
        """The space between two words, `word_space` points wider than the font's own."""
        if not word_space:
            return self.space
        return f"{self.space}{-1000 * word_space / self._style.size:.1f} "

    def width(self, text: str) -> float:
        """Of a line of text, in points."""
        return self._fonts.width(text, self._style)

    def glyphs(self, text: str) -> Iterator["PlacedGlyph"]:
        """Of a line of text, where they stand in it."""
        return self._fonts.glyphs(text, self._style)

    def outline(self, text: str) -> tuple[Segment, ...]:
        """Of a line of text; y grows downwards."""
        return self._fonts.outline(text, self._style)


class _Words(dict[str, str]):
    """The words of one look; lives as long as the document is painted.

    A word that the style's first face alone does not show is written with operators of its own,
    which close the array and open another. A soft hyphen is the one at the end of a line.
    """

    __slots__ = ("_fonts", "_marks", "_plain", "_shape", "_style", "_use", "_uses")

    def __init__(
        self,
        style: TextStyle,
        fonts: "Fonts",
        uses: FaceUses,
        plain: dict[str, str],
        *,
        marks: bool,
    ) -> None:
        super().__init__({"": ""})
        self._marks = marks
        self._style, self._fonts, self._uses, self._plain = style, fonts, uses, plain
        self._use = uses.of(fonts.space(style).face)
        self._shape = fonts.shaper(style).shape  # looking it up for each word takes as long

    def __missing__(self, text: str) -> str:
        code = self[text] = self._plain.get(text) or self._new(text)
        return code

    def _new(self, text: str) -> str:
        if text == SOFT_HYPHEN:
            shares = self._prefer_hard_hyphen()
            if shares and not self._marks:
                return self["-"]  # at the end of a line, every reader takes one for the other
            return self._written(self._fonts.hyphen(self._style), text)
        word, use = self._shape(text), self._use
        part = word.parts[0] if len(word.parts) == 1 else None
        if part and part.face is use.face and not part.rise and use.tell(part.glyphs):
            code = self._plain[text] = as_literals(part.code, part.face)
            return code
        return self._written(word, text)

    def _prefer_hard_hyphen(self) -> bool:
        """Where both hyphens are one glyph, let it stand for the one that authors write.

        Returns:
            Whether they are.
        """
        (soft,) = self._fonts.hyphen(self._style).parts
        (hard,) = self._shape("-").parts
        shares = hard.face is soft.face and hard.glyphs[0][0] == soft.glyphs[0][0]
        if shares:
            self._uses.of(hard.face).tell(hard.glyphs)
        return shares

    def _written(self, word: "Word", text: str) -> str:
        """A word in any number of faces; what its glyphs do not tell is told beside them."""
        pairs = [(part, self._uses.of(part.face)) for part in word.parts]
        code = " ".join([self._switched(part, use.name) for part, use in pairs])
        if all([use.tell(part.glyphs) for part, use in pairs]):
            return code
        return f"]TJ\n/Span<</ActualText{string(text)}>>BDC\n[{code}]TJ\nEMC\n["

    def _switched(self, part: "Part", face: str) -> str:
        """A part with the operators that its face and height need, and those to go back."""
        code, style = as_literals(part.code, part.face), self._style
        if face != self._use.name:
            size = number(style.size)
            code = f"]TJ\n/{face} {size} Tf\n[{code}]TJ\n/{self._use.name} {size} Tf\n["
        if part.rise:
            rise = number(style.rise + part.rise * style.size / 1000)
            code = f"]TJ\n{rise} Ts\n[{code}]TJ\n{number(style.rise)} Ts\n["
        return code


class Looks:
    """The styles that a document paints with.

    Args:
        fonts: Of the document.
        marks: As for a look.
    """

    def __init__(self, fonts: "Fonts", *, marks: bool = True) -> None:
        self._fonts = fonts
        self._marks = marks
        self._looks: dict[TextStyle, Look] = {}
        self._known: dict[int, tuple[TextStyle, Look]] = {}
        self._plain: dict[Shaper, dict[str, str]] = {}  # words that need no size and no rise
        self.faces = FaceUses()

    def of(self, style: TextStyle) -> Look:
        """The look of a style, made ready where it is new.

        Most runs share a few objects, so these are remembered by identity: it saves hashing their
        fields for every run. They are kept, or their identity could pass to another.
        """
        known = self._known.get(id(style))
        if known is not None:
            return known[1]
        look = self._looks.get(style)
        if look is None:
            plain = self._plain.setdefault(self._fonts.shaper(style), {})
            look = Look(style, self._fonts, self.faces, plain, marks=self._marks)
            self._looks[style] = look
        self._known[id(style)] = (style, look)
        return look
