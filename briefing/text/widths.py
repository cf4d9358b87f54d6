"""How wide words are in one style, and where they may be broken."""

from functools import lru_cache

from briefing.model.style import TextStyle
from briefing.text.fonts import Fonts, Shaper
from briefing.text.opportunities import (
    NO_BREAK_SPACE,
    SIGNS,
    VISIBLE,
    Opportunity,
    further,
    hyphens,
    opportunities,
)

MAX_SCALES = 256  # sizes of text whose word widths are kept
MAX_WORDS = 20_000  # widths kept of each

MANY = 500  # words: the length of a long paragraph
_LONGEST = 1000  # letters: a longer stretch is on no line, so its width need not be exact


Offsets = tuple[int, float, float, float, bool]
"""Of a cut in a piece, counted from its beginning: at, end_x, start_x, price, shown; see
`briefing.text.measured.Cut`."""


class Widths(dict[str, float]):
    """How far each word takes a line on, in points: its width and a space.

    Attributes:
        scale: Points to 1/1000 em.
        space: The natural width of a space.
        many: The natural widths of 0, 1, 2, ... spaces.
        hyphen: The width of the hyphen where a word is broken.
    """

    __slots__ = ("_cuts", "hyphen", "many", "scale", "shaper", "space", "tracking")

    def __init__(self, shaper: Shaper, size: float, tracking: float) -> None:
        super().__init__()
        self._cuts: dict[tuple[str, str, bool], tuple[Offsets, ...]] = {}
        self.shaper = shaper
        self.scale = size / 1000
        self.tracking = tracking
        self.space = shaper.space.advance * self.scale + tracking
        self.hyphen = shaper.hyphen.em * self.scale + tracking
        self.many = [self.space * count for count in range(MANY + 1)]

    def __missing__(self, word: str) -> float:
        if len(self) >= MAX_WORDS:
            self.clear()
        shaped = self.shaper.shape(word)
        width = self[word] = shaped.em * self.scale + shaped.letters * self.tracking + self.space
        return width

    def of(self, text: str) -> float:
        """The width of a word, or of several with no-break spaces between them."""
        if not text.isprintable():
            text = text.translate(VISIBLE)
            if NO_BREAK_SPACE in text:
                return sum(self[word] for word in text.split(NO_BREAK_SPACE)) - self.space
        if len(text) > _LONGEST:
            return self.of(text[:_LONGEST]) * len(text) / _LONGEST
        return self[text] - self.space

    def letters(self, text: str) -> int:
        """How many glyphs a text has, spaces among them."""
        words, find, shape = text.split(" "), self.shaper.words.get, self.shaper.shape
        return sum([(find(word) or shape(word)).letters for word in words]) + len(words) - 1

    def cuts(self, word: str, language: str, *, anywhere: bool = False) -> tuple[Offsets, ...]:
        """Where a word of one piece may be broken.

        Args:
            word: The piece.
            language: For hyphenation; empty for none.
            anywhere: An address may be broken between letters too.
        """
        cuts = self._cuts.get((word, language, anywhere))
        if cuts is None:
            if len(self._cuts) >= MAX_WORDS:
                self._cuts.clear()
            found = {at: (at, price, shown) for at, price, shown in _hyphens(word, language)}
            if anywhere:
                found |= {at: (at, price, shown) for at, price, shown in further(word)}
            if any(sign in word for sign in SIGNS):
                found |= {at: (at, price, shown) for at, price, shown in opportunities(word)}
            cuts = tuple(self.offsets(word, *found[at]) for at in sorted(found))
            self._cuts[word, language, anywhere] = cuts
        return cuts

    def offsets(self, text: str, at: int, price: float, shown: bool) -> Offsets:
        """Tell where lines end and begin when `text` is broken before the letter `at`."""
        end = self.of(text[:at]) + (self.hyphen if shown else 0.0)
        return at, end, self.of(text) - self.of(text[at:]), price, shown


def _hyphens(word: str, language: str) -> tuple[Opportunity, ...]:
    return hyphens(word, language) if language else ()


def widths_of(style: TextStyle, fonts: Fonts) -> Widths:
    """The widths of words in a style; styles that differ in nothing but looks share them."""
    return _widths(fonts.shaper(style), style.size, style.tracking)


@lru_cache(maxsize=MAX_SCALES)
def _widths(shaper: Shaper, size: float, tracking: float) -> Widths:
    return Widths(shaper, size, tracking)
