"""Text as operands of TJ, and what each glyph stands for.

A word is shaped and written once a document and style; setting a line is then joining texts.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.model.style import TextStyle
from briefing.pdf.colour import components
from briefing.pdf.syntax import number, string

if TYPE_CHECKING:
    from briefing.text.fonts import Face, Fonts, Part, Word

SOFT_HYPHEN = "\u00ad"


class FaceUse:
    """What a document paints of one face.

    Attributes:
        name: Of the font among the resources of a page.
        texts: Glyph → the text it stands for; one glyph has one text in the whole document.
    """

    __slots__ = ("face", "name", "texts")

    def __init__(self, face: "Face", name: str) -> None:
        self.face = face
        self.name = name
        self.texts: dict[int, str] = {}

    def speak(self, glyphs: Sequence[tuple[int, str]]) -> bool:
        """Note glyphs that are painted; say whether each by itself gives its text back.

        A glyph whose text is on an earlier one, or that stands for something else already,
        does not: small capitals, for instance, serve "a" and "A" alike.
        """
        texts = self.texts
        faithful = True
        for glyph, text in glyphs:
            known = texts.get(glyph)
            if not known:
                texts[glyph] = known = text
            faithful &= known == text != ""
        return faithful


class Look:
    """A text style made ready for painting: words as pieces of a TJ array.

    A word that the style's first face alone does not show is written with operators of its own,
    which close the array and open another.

    Attributes:
        face: The name of the font that a line starts with.
        fill: Colour operands.
        words: Word → what is put into the array; written when it is first asked for.
    """

    __slots__ = (
        "_fonts", "_style", "_uses", "face", "fill", "rise", "size", "space", "tracking", "words",
    )  # fmt: skip

    def __init__(self, style: TextStyle, fonts: "Fonts", uses: "FaceUses") -> None:
        self._style, self._fonts, self._uses = style, fonts, uses
        space = fonts.space(style)
        use = uses.of(space.face)
        use.speak(space.glyphs)
        self.face = use.name
        self.size = number(style.size)
        self.fill = components(style.colour)
        self.tracking = number(style.tracking)
        self.rise = number(style.rise)
        self.space = space.code
        self.words = _Words(self)

    def gap(self, word_space: float) -> str:
        """The space between two words, `word_space` points wider than the font's own."""
        if not word_space:
            return self.space
        return f"{self.space}{-1000 * word_space / self._style.size:.1f} "

    def write(self, text: str) -> str:
        """Shape a word and write it for an array; empty for the empty word.

        A soft hyphen is the one that only the end of a line shows.
        """
        if not text:
            return ""
        if text != SOFT_HYPHEN:
            return self._written(self._fonts.word(text, self._style), text)
        self._prefer_hard_hyphen()
        return self._written(self._fonts.hyphen(self._style), text)

    def width(self, text: str) -> float:
        """Of a line of text, in points."""
        return self._fonts.width(text, self._style)

    def _prefer_hard_hyphen(self) -> None:
        """Where both hyphens are one glyph, let it stand for the one that authors write."""
        (soft,) = self._fonts.hyphen(self._style).parts
        (hard,) = self._fonts.word("-", self._style).parts
        if hard.face is soft.face and hard.glyphs[0][0] == soft.glyphs[0][0]:
            self._uses.of(hard.face).speak(hard.glyphs)

    def _written(self, word: "Word", text: str) -> str:
        parts = word.parts
        uses = [self._uses.of(part.face) for part in parts]
        faithful = [use.speak(part.glyphs) for use, part in zip(uses, parts, strict=True)]
        code = " ".join(
            [self._switched(part, use.name) for use, part in zip(uses, parts, strict=True)]
        )
        if all(faithful):
            return code
        return f"]TJ/Span<</ActualText{string(text)}>>BDC[{code}]TJ EMC["

    def _switched(self, part: "Part", face: str) -> str:
        """A part with the operators that its face and height need, and those to go back."""
        code = part.code
        if face != self.face:
            code = f"]TJ/{face} {self.size} Tf[{code}]TJ/{self.face} {self.size} Tf["
        if part.rise:
            rise = number(self._style.rise + part.rise * self._style.size / 1000)
            code = f"]TJ {rise} Ts[{code}]TJ {self.rise} Ts["
        return code


class _Words(dict[str, str]):
    """The words of a look that were asked for; lives as long as the document is painted."""

    __slots__ = ("_look",)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, text: str) -> str:
        code = self[text] = self._look.write(text)
        return code


class FaceUses:
    """The faces that a document paints with, in the order they were met."""

    def __init__(self) -> None:
        self._uses: dict[Face, FaceUse] = {}

    def of(self, face: "Face") -> FaceUse:
        """The use of a face, begun where it is new."""
        use = self._uses.get(face)
        if use is None:
            use = self._uses[face] = FaceUse(face, f"F{len(self._uses) + 1}")
        return use

    def all(self) -> tuple[FaceUse, ...]:
        """Every face met so far."""
        return tuple(self._uses.values())


class Looks:
    """The styles that a document paints with."""

    def __init__(self, fonts: "Fonts") -> None:
        self._fonts = fonts
        self._looks: dict[TextStyle, Look] = {}
        self.faces = FaceUses()

    def of(self, style: TextStyle) -> Look:
        """The look of a style, made ready where it is new."""
        look = self._looks.get(style)
        if look is None:
            look = self._looks[style] = Look(style, self._fonts, self.faces)
        return look
