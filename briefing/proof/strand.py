"""A stretch of text of the file, with the places its pieces came from."""

from collections.abc import Callable, Sequence

from briefing.proof.fold import parts_of, words_of

APART = " \0 "
"""Stands between texts that have nothing to do with each other; it is a word of no text."""


GUESSED = "\x1f"
"""Stands for a space that the file does not have, where there is a gap instead."""


class Strand:
    """Folded pieces in order.

    Attributes:
        name: It may hold names, in which a hyphen stands for a space.
    """

    __slots__ = ("_between", "_pieces", "_place", "name")

    def __init__(
        self,
        pieces: Sequence[str],
        place: Callable[[int], str],
        *,
        apart: bool = False,
        name: bool = False,
    ) -> None:
        """Take pieces and how to find the place of each by its index.

        Args:
            pieces: Folded.
            place: Says to a person where a piece is.
            apart: The pieces do not continue each other.
            name: They may hold names.
        """
        self._pieces = pieces
        self._place = place
        self._between = APART if apart else ""
        self.name = name

    def words(self) -> list[str]:
        """Its words."""
        return words_of(self._text(len(self._pieces)))

    def parts(self) -> list[str]:
        """Its words where hyphens are spaces."""
        return parts_of(self._text(len(self._pieces)))

    def place_of(self, position: int, cut: Callable[[str], list[str]]) -> str:
        """Say where the word at `position` begins, counted as `cut` cuts the text into words."""
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
