"""A stretch of text of the file, with the places its pieces came from."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from briefing.proof.file.codes import GUESSED
from briefing.proof.fold import words_of

APART = " . \0 "
"""Stands between texts that have nothing to do with each other; it has a word of no text, and a
point, which a hyphen at the end of a text cannot reach over."""

_DOUBT = re.compile(
    rf"{GUESSED}(?:(?<=[^\W\d_]{GUESSED}){GUESSED}*+(?=[^\W\d_])"
    rf"|(?<=\d{GUESSED}){GUESSED}*+(?=\d))"
)  # letters with letters, or digits with digits, would make one word
_AROUND = 120  # signs before and behind a doubt; five words are hardly ever as long
_LONGEST = 1000  # signs of a word, with the ends of lines in it
_HYPHENS = "-\x02"  # the second is a soft one, folded
_WORD_END = re.compile(rf"(?<![{_HYPHENS}]) ")


class Strand:
    """Folded pieces in order.

    Attributes:
        name: It may hold names, in which a hyphen stands for a space; its pieces stand apart.
    """

    __slots__ = ("_between", "_pieces", "_place", "name")

    def __init__(
        self,
        pieces: Sequence[str],
        place: Callable[[int], str],
        *,
        between: str = "",
        name: bool = False,
    ) -> None:
        """Take pieces and how to find the place of each by its index.

        Args:
            pieces: Folded.
            place: Says to a person where a piece is.
            between: What stands between any two pieces, such as `APART`.
            name: They may hold names, and then stand `APART`.
        """
        self._pieces = pieces
        self._place = place
        self._between = between
        self.name = name

    def words(self, cut: Callable[[str], list[str]] = words_of) -> list[str]:
        """Its words, as `cut` cuts the text."""
        return cut(self._text(len(self._pieces)))

    def text(self) -> str:
        """All of it."""
        return self._text(len(self._pieces))

    def only(self, wanted: Callable[[str], bool]) -> "Strand":
        """Those of its pieces that are wanted."""
        found = [at for at, piece in enumerate(self._pieces) if wanted(piece)]
        pieces, place = [self._pieces[at] for at in found], self._place
        return Strand(
            pieces, lambda index: place(found[index]), between=self._between, name=self.name
        )

    def pieces(self) -> Sequence[str]:
        """What stands in it, apart from each other where it holds names."""
        return self._pieces

    def place_of(self, position: int, cut: Callable[[str], Sequence[object]]) -> str:
        """Say where the word at `position` begins, counted as `cut` cuts the text into words.

        Or whatever else it finds in it, in order.
        """
        low, high = 1, len(self._pieces)
        while low < high:
            middle = (low + high) // 2
            if len(cut(self._text(middle))) > position:
                high = middle
            else:
                low = middle + 1
        return self._place(low - 1)

    def _text(self, count: int) -> str:
        return self._between.join(self._pieces[:count])


def in_both_readings(pieces: Sequence[str], place: Callable[[int], str]) -> Iterator[Strand]:
    """Read pieces with the spaces that were guessed, and without, as far as that changes words."""
    yield Strand(pieces, place)
    text = "".join(pieces)
    doubts = [match.start() for match in _DOUBT.finditer(text)]
    if not doubts:
        return
    starts = list(accumulate(map(len, pieces), initial=0))
    glued = text.replace(GUESSED, "")
    windows: list[tuple[str, int, int]] = []
    behind, last = 0, 0
    for doubt in doubts:
        behind += text.count(GUESSED, last, doubt)
        last, at = doubt, doubt - behind
        start, end, where = (
            max(0, at - _AROUND),
            at + _AROUND,
            place(bisect_right(starts, doubt) - 1),
        )
        if windows and windows[-1][0] == where and start <= windows[-1][2]:
            start = windows.pop()[1]
        windows.append((where, start, end))
    around = [_window(glued, start, end) for _, start, end in windows]
    yield Strand(around, lambda index: windows[index][0], between=APART)


def _window(text: str, start: int, end: int) -> str:
    """What is around two places, in whole words, for parts of words are other words.

    A word that lines part is whole behind its last hyphen. Only what is longer than any word is cut
    after all.
    """
    low = max(0, start - _LONGEST)
    first = text.rfind(" ", low, start)
    while first > low and text[first - 1] in _HYPHENS:
        first = text.rfind(" ", low, first)
    last = _WORD_END.search(text, end, end + _LONGEST)
    return text[low if first < 0 else first + 1 : last.start() if last else end + _LONGEST]
