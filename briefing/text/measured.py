"""A piece of text made ready for breaking: its words, how wide they are, where they may end.

All lengths are in points. Positions are told by two numbers: x is where something stands if the
whole text were one long line, y how much of that x are spaces.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from briefing.text.fonts import Fonts
from briefing.text.opportunities import (
    NO_BREAK_SPACE,
    SIGNS,
    Opportunity,
    further,
    hyphens,
    opportunities,
)
from briefing.text.phrases import Phrase, clean
from briefing.text.shape import clusters
from briefing.text.widths import MANY, Widths, widths_of

_CUTS_PER_LINE = 4  # in what fits on no line
_CUT = 10_000.0**2  # demerits: only if there is no other way
_SPACE_CUT = 5_000.0**2  # likewise, at a space that should not be broken


class Stretch(NamedTuple):
    """What of the text came from one phrase.

    Attributes:
        owner: The number of the phrase in its paragraph.
        start: Index into the text.
    """

    owner: int
    phrase: Phrase
    widths: Widths
    start: int
    x: float
    y: float


class Piece(NamedTuple):
    """What is shaped as one: a word, as far as it is of one stretch and without spaces."""

    stretch: Stretch
    start: int
    end: int
    x: float
    y: float


class Cut(NamedTuple):
    """A place inside a word where the line may end.

    Attributes:
        at: Where the line would end, an index into the text.
        end_x: Likewise, with its hyphen.
        end_y: Likewise.
        next: Where the next line would begin, an index into the text; further on than `at` only
            if a space is broken that should not be.
        price: In demerits.
        shown: Whether a hyphen is shown.
    """

    at: int
    end_x: float
    end_y: float
    next: int
    start_x: float
    start_y: float
    price: float
    shown: bool
    piece: Piece


class Measured:
    """Text between two forced line ends.

    Attributes:
        text: With single spaces between words; no-break spaces and soft hyphens are still in it.
        plain: None of those is.
        inside: The words that may be broken without asking a hyphenation table.
    """

    __slots__ = (
        "_addresses",
        "_cuts",
        "_hyphenated",
        "_lengths",
        "_stretch_starts",
        "end_x",
        "end_y",
        "inside",
        "plain",
        "start_x",
        "start_y",
        "stretches",
        "text",
    )

    def __init__(self, phrases: Sequence[tuple[int, Phrase]], fonts: Fonts) -> None:
        """Measure phrases in which there is no line feed, each with its number."""
        texts = clean(phrases)
        self.text = "".join(texts)
        self.plain = self.text.isprintable()
        self.stretches: list[Stretch] = []
        self.start_x, self.start_y = [0.0], [0.0]
        self.end_x: list[float] = []
        self.end_y: list[float] = []
        self._measure(phrases, texts, fonts)
        self._lengths = list(accumulate(map(len, self.text.split(" ")), initial=0))
        self._stretch_starts = [stretch.start for stretch in self.stretches]
        self._cuts: dict[int, tuple[Cut, ...]] = {}
        self._hyphenated: dict[int, tuple[Cut, ...]] = {}
        self._addresses: frozenset[int] = frozenset()
        self.inside = self._find_inside()

    def start(self, word: int) -> int:
        """Where a word begins, an index into the text."""
        return self._lengths[word] + word

    def end(self, word: int) -> int:
        """Where a word ends, likewise."""
        return self._lengths[word + 1] + word

    def stretch_at(self, index: int) -> int:
        """The number of the stretch that the character at `index` is of."""
        return bisect_right(self._stretch_starts, index) - 1

    def cuts(self, word: int, *, hyphenate: bool) -> tuple[Cut, ...]:
        """Where a line may end inside a word, from left to right."""
        known = self._hyphenated if hyphenate else self._cuts
        cuts = known.get(word)
        if cuts is None:
            cuts = known[word] = self._find_cuts(word, hyphenate=hyphenate)
        return cuts

    def between(self, start: Cut | None, end: Cut, start_x: float) -> float:
        """The width of what stands between the start of a line, at `start_x`, and a cut."""
        if start is None or start.piece.start != end.piece.start:
            return end.end_x - start_x
        widths = end.piece.stretch.widths
        return widths.of(self.text[start.next : end.at]) + (widths.hyphen if end.shown else 0.0)

    def cut_addresses(self) -> None:
        """Let addresses be broken between their letters too."""
        if not self._addresses:
            self._addresses = frozenset(w for w in self.inside if further(self._word(w)))
            for word in self._addresses:
                self._cuts.pop(word, None)
                self._hyphenated.pop(word, None)

    def cut_further(self, measure: float, *, hyphenate: bool) -> None:
        """Let every word that is too wide for `measure` be cut where it need be."""
        known = self._hyphenated if hyphenate else self._cuts
        more = set()
        for word, (start, end) in enumerate(zip(self.start_x, self.end_x, strict=True)):
            if end - start > measure:
                cuts = self.cuts(word, hyphenate=hyphenate)
                known[word] = self._cut_further(word, cuts, measure)
                more.add(word)
        self.inside |= more

    def _measure(
        self, phrases: Sequence[tuple[int, Phrase]], texts: Sequence[str], fonts: Fonts
    ) -> None:
        x = y = 0.0
        start = 0
        for (owner, phrase), text in zip(phrases, texts, strict=True):
            if text:
                widths = widths_of(phrase.style, fonts)
                x, y = self._add(Stretch(owner, phrase, widths, start, x, y), text)
                start += len(text)
        self.end_x.append(x)
        self.end_y.append(y)

    def _add(self, stretch: Stretch, text: str) -> tuple[float, float]:
        """Add a stretch, whose first word goes on where the one before ended; give its end."""
        self.stretches.append(stretch)
        _, _, widths, _, x, y = stretch
        words, space = text.split(" "), widths.space
        last = len(words) - 1
        if text.isprintable():
            xs = list(accumulate(map(widths.__getitem__, words), initial=x))
            if not y and last < MANY:
                self.start_y += widths.many[1 : last + 1]
                self.end_y += widths.many[:last]
            else:
                self.start_y += [y + space * i for i in range(1, last + 1)]
                self.end_y += [y + space * i for i in range(last)]
            end_y = y + space * last
        else:
            xs = list(accumulate([widths.of(word) + space for word in words], initial=x))
            spaces = [space * (1 + word.count(NO_BREAK_SPACE)) for word in words]
            ys = list(accumulate(spaces, initial=y))
            end_y = ys.pop() - space
            self.start_y += ys[1:]
            self.end_y += [y - space for y in ys[1:]]
        end_x = xs.pop() - space
        if last:
            del xs[0]
            self.start_x += xs
            self.end_x += [x - space for x in xs]
        return end_x, end_y

    def _find_inside(self) -> frozenset[int]:
        text = self.text
        found: set[int] = set()
        for sign in SIGNS:
            at = text.find(sign)
            while at >= 0:
                found.add(text.count(" ", 0, at))
                at = text.find(sign, at + 1)
        return frozenset(word for word in found if opportunities(self._word(word)))

    def _word(self, word: int) -> str:
        return self.text[self.start(word) : self.end(word)]

    def _find_cuts(self, word: int, *, hyphenate: bool) -> tuple[Cut, ...]:
        pieces = self._pieces(word)
        if len(pieces) > 1:
            return self._find_composite_cuts(word, pieces, hyphenate=hyphenate)
        piece = pieces[0]
        phrase, x, y, start = piece.stretch.phrase, piece.x, piece.y, piece.start
        language = phrase.language if hyphenate and not phrase.sticks else ""
        anywhere = word in self._addresses
        offsets = piece.stretch.widths.cuts(
            self.text[start : piece.end], language, anywhere=anywhere
        )
        return tuple(
            [
                Cut(start + at, x + end, y, start + at, x + next_x, y, price, shown, piece)
                for at, end, next_x, price, shown in offsets
            ]
        )

    def _find_composite_cuts(
        self, word: int, pieces: tuple[Piece, ...], *, hyphenate: bool
    ) -> tuple[Cut, ...]:
        """Where a word of several looks may be broken; hyphens only in what is a word by itself."""
        found: dict[int, Opportunity] = {}
        for piece in pieces if hyphenate else ():
            phrase = piece.stretch.phrase
            if not phrase.sticks and self._stands_alone(piece, word):
                text = self.text[piece.start : piece.end]
                for at, price, shown in hyphens(text, phrase.language):
                    found[piece.start + at] = (piece.start + at, price, shown)
        if word in self._addresses:
            start = self.start(word)
            for at, price, shown in further(self._word(word)):
                found[start + at] = (start + at, price, shown)
        if word in self.inside:
            start = self.start(word)
            for at, price, shown in opportunities(self._word(word)):
                found[start + at] = (start + at, price, shown)
        for piece in pieces:
            if piece.stretch.phrase.sticks:
                found.pop(piece.start, None)
        return tuple(self._cut(pieces, *found[at]) for at in sorted(found))

    def _stands_alone(self, piece: Piece, word: int) -> bool:
        """Whether no letters of another piece belong to the same word."""
        before, after, text = piece.start - 1, piece.end, self.text
        return not (
            (before >= self.start(word) and text[before].isalpha())
            or (after < self.end(word) and text[after].isalpha())
        )

    def _pieces(self, word: int) -> tuple[Piece, ...]:
        start, last = self.start(word), self.end(word)
        x, y, starts = self.start_x[word], self.start_y[word], self._stretch_starts
        number = bisect_right(starts, start)
        if self.plain and (number == len(starts) or starts[number] >= last):
            return (Piece(self.stretches[number - 1], start, last, x, y),)
        pieces: list[Piece] = []
        while start < last:
            stretch = self.stretches[number - 1]
            end = min(last, starts[number]) if number < len(starts) else last
            number += 1
            for text in self.text[start:end].split(NO_BREAK_SPACE):
                pieces.append(Piece(stretch, start, start + len(text), x, y))
                start += len(text) + 1
                x += stretch.widths.of(text) + stretch.widths.space
                y += stretch.widths.space
            x, y, start = x - stretch.widths.space, y - stretch.widths.space, end
        return tuple(pieces)

    def _cut(self, pieces: tuple[Piece, ...], at: int, price: float, shown: bool) -> Cut:
        piece = next(piece for piece in pieces if piece.start < at <= piece.end)
        text = self.text[piece.start : piece.end]
        _, end, start, *_ = piece.stretch.widths.offsets(text, at - piece.start, price, shown)
        x, y = piece.x, piece.y
        return Cut(at, x + end, y, at, x + start, y, price, shown, piece)

    def _cut_further(self, word: int, cuts: tuple[Cut, ...], measure: float) -> tuple[Cut, ...]:
        """Add cuts wherever there is more than `measure` without one."""
        edges = [(self.start(word), self.start_x[word])]
        edges += [(cut.next, cut.start_x) for cut in cuts]
        ends = [*((cut.at, cut.end_x) for cut in cuts), (self.end(word), self.end_x[word])]
        wide = [
            (start, end)
            for (start, start_x), (end, end_x) in zip(edges, ends, strict=True)
            if end_x - start_x > measure
        ]
        if not wide:
            return cuts
        more = (
            cut
            for cut in self._last_resorts(word, measure / _CUTS_PER_LINE)
            if any(start < cut.at < end for start, end in wide)
        )
        return tuple(sorted((*cuts, *more)))

    def _last_resorts(self, word: int, width: float) -> Iterator[Cut]:
        """Cut a word at no-break spaces, between its looks, and into chunks of about `width`."""
        pieces = self._pieces(word)
        hyphenate = not further(self._word(word))  # a hyphen would be read as part of an address
        before: Piece | None = None
        for piece in pieces:
            if before is None or before.start == before.end:
                pass  # nothing would be left on the line
            elif before.end < piece.start:
                cut = self._cut(pieces, before.end, _SPACE_CUT, False)
                yield cut._replace(next=piece.start, start_x=piece.x, start_y=piece.y)
            elif not piece.stretch.phrase.sticks:
                yield self._cut(
                    pieces, piece.start, _CUT, hyphenate and self._is_in_word(piece.start)
                )
            for at in self._chunks(piece, width):
                yield self._cut(pieces, at, _CUT, hyphenate and self._is_in_word(at))
            before = piece

    def _is_in_word(self, at: int) -> bool:
        """Whether letters are parted there; without a hyphen, they would read as two words."""
        return self.text[at - 1].isalpha() and self.text[at].isalpha()

    def _chunks(self, piece: Piece, width: float) -> Iterator[int]:
        """Where to cut a piece so that no chunk is wider, never before the accent of a letter."""
        at, used = piece.start, 0.0
        for cluster in clusters(self.text[piece.start : piece.end]):
            step = piece.stretch.widths.of(cluster)
            if used and used + step > width:
                yield at
                used = 0.0
            used += step
            at += len(cluster)
